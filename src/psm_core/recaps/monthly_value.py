"""The type `MonthlyReport`: its parts, its suppression and its display."""

from collections.abc import Iterator, Mapping
from string import ascii_uppercase
from typing import Final, TypeAlias, final

import attrs

from .._frozen import FrozenDict, FrozenType
from ..records.events.event import Event
from ..records.workers import Assignment, Training, Worker
from ..regions import RegionRegistry
from ..values.date_range import DateRange
from ..values.dates import Month, day_label, overlap
from ..values.ids import BeneficiaryId, CaseId
from ..values.region_code import RegionCode
from .monthly_columns import COUNT
from .monthly_suppression import ReportTables, suppress_together
from .recap import Recap, html_of

Cell: TypeAlias = str | int | None
"""A cell of the table. None is unknown: it is left blank, for the worker to fill in."""
DistinctIds: TypeAlias = Mapping[str, frozenset[CaseId | BeneficiaryId]]
"""Column of the summary → the cases or beneficiaries that it counts."""

_SUPPRESSED: Final = "·"


def _read_only(ids: DistinctIds) -> DistinctIds:
    return FrozenDict(dict(ids))


@final
@attrs.frozen(kw_only=True)
class MonthlyReport(metaclass=FrozenType):
    """The report of one or more workers about a month; `monthly_report` returns it.

    `summary`, `steps`, `referrals`, `people_by_category` and `people_by_age` are recaps: counts
    without names. The workers, events, trainings and texts are for the office that receives the
    report by name. `suppress` returns the counts alone, for publication.

    >>> from psm_core import Month, NIK, Person, Worker, WorkerId, recaps
    >>> person = Person(nik=NIK("9901014108900001"), name="Contoh")
    >>> worker = Worker(id=WorkerId("psm-1"), person=person)
    >>> report = recaps.monthly_report(worker, Month("2025-10"), cases=[])
    >>> report.table()[:4]
    [['Laporan bulanan'], ['Bulan', 'Oktober 2025'], ['Nama', 'Contoh'], ['Wilayah tugas', None]]

    """

    month: Month
    """The month."""
    workers: tuple[Worker, ...] = attrs.field(default=(), repr=False)
    """The workers; empty after suppression."""
    summary: Recap
    """The main counts: cases, beneficiaries, visits, referrals, events and trainings."""
    steps: Recap
    """The steps of cases by kind, with their minutes."""
    referrals: Recap
    """The referrals with their answers at the end of the month: those sent in the month, and those
    sent before that were still open or were answered in it."""
    people_by_category: Recap
    """The beneficiaries by category, and by sex or kind."""
    people_by_age: Recap
    """The single persons by age group and sex."""
    events: tuple[Event, ...] | None = attrs.field(default=None, repr=False)
    """The events that the workers attended; None if unknown."""
    trainings: tuple[Training, ...] | None = attrs.field(default=None, repr=False)
    """The trainings that the workers completed; None if unknown."""
    problems: str | None = attrs.field(default=None, repr=False)
    """Problems, in the words of the worker."""
    plans: str | None = attrs.field(default=None, repr=False)
    """Plans for the next month, in the words of the worker."""
    distinct_ids: DistinctIds = attrs.field(
        factory=FrozenDict[str, frozenset[CaseId | BeneficiaryId]],
        converter=_read_only,
        hash=False,
        repr=False,
    )
    """Column of the summary → the cases or beneficiaries that it counts. Read-only."""

    @property
    def recaps(self) -> tuple[Recap, ...]:
        """The five recaps, in the order of the report."""
        return (
            self.summary,
            self.steps,
            self.referrals,
            self.people_by_category,
            self.people_by_age,
        )

    def suppress(self, threshold: int) -> "MonthlyReport":
        """Return the counts of the report for publication, with small counts suppressed.

        Workers, events, trainings and texts are removed. Counts from 1 to below the threshold are
        suppressed, and as many others as necessary, so that all tables can be published together.

        Raises:
            ValueError: the threshold is below 3, or the report is suppressed already.

        """
        if not self.workers:
            raise ValueError("the report is already suppressed; suppress the original report")
        tables = suppress_together(ReportTables(*self.recaps), threshold)
        return MonthlyReport(month=self.month, **tables._asdict())

    def table(self, *, regions: RegionRegistry | None = None) -> list[list[Cell]]:
        """Return the report as lines for an office, with Indonesian labels.

        The lines contain the names of the workers, for the office that receives the report. With
        `regions`, the areas they serve are named; without, they are codes. Unknown cells are None.
        `tables.write_table` writes the lines to a file.
        """
        lines = list(self._heading(regions))
        for letter, section in zip(ascii_uppercase, self._sections(regions), strict=False):
            (title, *headings), *rows = section
            lines += [[], [f"{letter}. {title}", *headings], *rows]
        return lines

    def _heading(self, regions: RegionRegistry | None) -> Iterator[list[Cell]]:
        pillars = {one.pillar.label for worker in self.workers for one in self._roles(worker)}
        yield [" ".join(["Laporan bulanan", ", ".join(sorted(pillars))]).strip()]
        yield ["Bulan", self.month.label]
        for worker in self.workers:
            areas = (_area(one.serves, regions) for one in self._roles(worker))
            yield ["Nama", worker.person.name]
            yield ["Wilayah tugas", "; ".join(dict.fromkeys(areas)) or None]

    def _roles(self, worker: Worker) -> Iterator[Assignment]:
        """Yield the assignments of a worker that were held in the month."""
        for one in worker.assignments:
            first = one.since or one.listed_on
            if first is not None and overlap(first, one.until, self.month.start, self.month.end):
                yield one

    def _sections(self, regions: RegionRegistry | None) -> Iterator[list[list[Cell]]]:
        """Yield the lines of each part; the first line has its title and headings."""
        yield [
            [self.summary.title, COUNT],
            *([column, _cell(self.summary, COUNT, column)] for column in self.summary.columns),
        ]
        for recap in self.recaps[1:]:
            yield _recap_lines(recap)
        if self.workers:
            yield from self._lists(regions)

    def _lists(self, regions: RegionRegistry | None) -> Iterator[list[list[Cell]]]:
        """Yield the parts that are no counts: lists and texts."""
        events: list[list[Cell]] = [
            [one.title, _days(one.dates), _venue(one, regions)] for one in self.events or ()
        ]
        yield [
            ["Kegiatan yang diikuti", "Tanggal", "Tempat"],
            *(events or _no_entry(self.events)),
        ]
        trainings: list[list[Cell]] = [
            [one.name, None if one.date is None else day_label(one.date), one.organiser]
            for one in self.trainings or ()
        ]
        yield [
            ["Pelatihan yang selesai", "Tanggal", "Penyelenggara"],
            *(trainings or _no_entry(self.trainings)),
        ]
        yield [["Masalah dan hambatan"], [self.problems]]
        yield [["Rencana bulan berikutnya"], [self.plans]]

    def _repr_html_(self) -> str:
        return "".join(map(html_of, self.recaps))


def _area(code: RegionCode, regions: RegionRegistry | None) -> str:
    region = None if regions is None else regions.get(code)
    return str(code) if region is None else region.address


def _cell(recap: Recap, row: str | None, column: str | None) -> Cell:
    count = recap.count(row, column)
    return _SUPPRESSED if (row, column) in recap.suppressed_cells else count


def _recap_lines(recap: Recap) -> list[list[Cell]]:
    """Return a recap as lines: its title and columns, its rows, and the totals."""
    columns = (*recap.columns, None) if recap.has_row_totals else recap.columns
    lines: list[list[Cell]] = [[recap.title, *(column or COUNT for column in columns)]]
    lines += (
        [row or COUNT, *(_cell(recap, row, column) for column in columns)]
        for row in (*recap.rows, None)
    )
    return lines


def _no_entry(known: tuple[object, ...] | None) -> list[list[Cell]]:
    """Return the line of a list without entries: blank if they are unknown."""
    return [[None if known is None else "Tidak ada"]]


def _days(dates: DateRange | None) -> str | None:
    """Return the days of an event as an office writes them."""
    if dates is None:
        return None
    if dates.start == dates.end:
        return day_label(dates.end)
    is_one_month = (dates.start.year, dates.start.month) == (dates.end.year, dates.end.month)
    return (
        f"{dates.start.day}-{day_label(dates.end)}"
        if is_one_month
        else f"{day_label(dates.start)} s.d. {day_label(dates.end)}"
    )


def _venue(event: Event, regions: RegionRegistry | None) -> str | None:
    region = None if event.venue is None else _area(event.venue, regions)
    return ", ".join(filter(None, (event.place, region))) or None
