"""Tables of counts over records."""

import datetime as dt
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping
from itertools import product
from typing import Any, TypeVar, final

import attrs

from .._core.text import require_date
from .._frozen import FrozenDict, FrozenType
from ..records.beneficiaries import Beneficiary
from ..records.cases.case import Case
from ..records.events.event import Delegation, Event
from ..records.workers import Worker
from ..regions import Region, RegionRegistry
from ..terms import FamilyRelation, PASCategory, Pillar, PPKSCategory, RegionLevel
from ..values.dates import covers
from ..values.ids import WorkerId
from ..values.region_code import RegionCode
from .counts import exact_counts, require_distinct, sums, total
from .linking import Table, linked_cells_to_suppress
from .suppression import Cell, Progress, cells_to_suppress

K = TypeVar("K")
_LEAST_THRESHOLD = 3
_HELD_BACK, _UNTOLD = "·", "?"


def _keys() -> Any:  # noqa: ANN401 - attrs takes it for the field's type
    return attrs.field(
        factory=dict[str | None, str], converter=_read_only, hash=False, repr=False, kw_only=True
    )


def _read_only(keys: Mapping[str | None, str]) -> Mapping[str | None, str]:
    return FrozenDict(dict(keys))


@final
@attrs.frozen
class Recap(metaclass=FrozenType):
    """A table of counts: rows by columns, with the totals that go with it.

    >>> recap = Recap.of("Contoh", ("Angsana", "Satui"), ("Pemulung", "Lansia"),
    ...                  {("Angsana", "Pemulung"): 1, ("Angsana", "Lansia"): 9,
    ...                   ("Satui", "Pemulung"): 7, ("Satui", "Lansia"): 4})
    >>> recap.count(), recap.count(row="Angsana"), recap.count("Satui", "Lansia")
    (21, 10, 4)
    >>> recap.suppress(3).count("Angsana", "Pemulung") is None
    True

    """

    title: str
    """What is counted."""
    rows: tuple[str, ...]
    """The names of the rows, in order."""
    columns: tuple[str, ...]
    """The names of the columns, in order."""
    counts: Mapping[Cell, int | None] = attrs.field(hash=False, repr=False, converter=exact_counts)
    """(row, column) → count, with None for the total of the other; a count that is held back or
    was never told is None. Read-only."""
    has_row_totals: bool = True
    """Whether the columns of a row add up to anything; they do not where each measures another
    thing."""
    threshold: int | None = None
    """Below which number counts are held back, when they are."""
    suppressed_cells: frozenset[Cell] = attrs.field(default=frozenset[Cell](), repr=False)
    """The cells and totals that are held back. Their counts are not kept."""
    row_keys: Mapping[str | None, str] = _keys()
    """What a row counts, where that is not its name; for None what the totals of the columns count.
    Counts of two tables with the same keys count the same people, see `suppress_linked`."""
    column_keys: Mapping[str | None, str] = _keys()
    """What a column counts, where that is not its name; for None what the totals of the rows
    count."""
    within: RegionCode | None = attrs.field(default=None, repr=False)
    """The region whose parts the rows are; their keys are codes then."""

    def __attrs_post_init__(self) -> None:
        """Check that the counts are those of the rows and columns, and add up."""
        require_distinct(self.rows, self.columns)
        cells: set[Cell] = set(product((*self.rows, None), (*self.columns, None)))
        if set(self.counts) != cells:
            raise ValueError("a recap has a count for each cell and total, and no other")
        for line in sums(self.rows, self.columns, has_row_totals=self.has_row_totals):
            whole, *parts = (self.counts[cell] for cell in line)
            if whole not in {None, total(parts)} and None not in parts:
                raise ValueError("a total of a recap is the sum of its cells")

    @classmethod
    def of(  # noqa: PLR0913 - all by name
        cls,
        title: str,
        rows: Iterable[str],
        columns: Iterable[str],
        cells: Mapping[tuple[str, str], int | None],
        *,
        has_row_totals: bool = True,
        row_keys: Mapping[str | None, str] | None = None,
        column_keys: Mapping[str | None, str] | None = None,
        within: RegionCode | None = None,
    ) -> "Recap":
        """Return the recap of some cells, with its totals. A cell that is not there is 0.

        A cell that was never told is None, and so is each total it would be part of. Keys say what
        rows, columns and totals count where their names do not, for `suppress_linked`.

        Raises:
            ValueError: a row or column stands twice, a cell lies in none, or a count is negative or
                no int (a bool, a float such as 2.0 or NaN, a fraction, a text). Integers of other
                types are taken, such as those of numpy.

        """
        rows, columns, cells = tuple(rows), tuple(columns), exact_counts(cells)
        require_distinct(rows, columns)
        counts: dict[Cell, int | None] = {}
        for cell in product(rows, columns):
            counts[cell] = cells.get(cell, 0)
        if not counts.keys() >= cells.keys():
            raise ValueError("a cell of a recap lies in one of its rows and columns")
        for column in columns:
            counts[None, column] = total(counts[row, column] for row in rows)
        for row in (*rows, None):
            across = total(counts[row, column] for column in columns)
            counts[row, None] = across if has_row_totals else None
        return cls(
            title,
            rows,
            columns,
            counts,
            has_row_totals,
            row_keys=row_keys or {},
            column_keys=column_keys or {},
            within=within,
        )

    def count(self, row: str | None = None, column: str | None = None) -> int | None:
        """Return a cell, or the total of a row, a column or all; None when it is held back.

        Raises:
            KeyError: there is no such row or column.

        """
        return self.counts[row, column]

    def suppress(self, threshold: int, *, progress: Progress | None = None) -> "Recap":
        """Return the recap with the counts from 1 to below a threshold held back, totals too.

        What is shown stays true, so more is held back where need be: whoever sees the rest, and
        knows the threshold and that nothing held back is 0, finds at least two numbers that each
        small count could be. Zeros are shown: they tell that there is nobody.

        This holds for one table published alone; `suppress_linked` takes several tables of the
        same people. `progress` is called with how many small counts are protected so far, and how
        many there are.

        Raises:
            ValueError: the threshold is below 3, which tells by itself that a small count is 1; or
                counts below a lower one are held back already, and are not kept.

        """
        _require_threshold(threshold)
        if self.threshold is not None and threshold > self.threshold:
            raise ValueError(
                f"counts below {self.threshold} are held back already and are not kept; "
                "suppress the recap that still has them"
            )
        if self.threshold is not None:
            return self
        return _without(self, cells_to_suppress(self.counts, threshold, progress), threshold)

    def table(self) -> list[list[str]]:
        """Return the table as text: a heading, a line for each row, and the totals.

        ``·`` stands for what is held back, and ``?`` for what was never told.
        """
        columns = (*self.columns, None) if self.has_row_totals else self.columns
        lines = [["", *("Jumlah" if column is None else column for column in columns)]]
        for row in (*self.rows, None):
            shown = [self._shown((row, column)) for column in columns]
            lines.append(["Jumlah" if row is None else row, *shown])
        return lines

    def _shown(self, cell: Cell) -> str:
        count = self.counts[cell]
        if count is not None:
            return str(count)
        return _HELD_BACK if cell in self.suppressed_cells else _UNTOLD

    def _repr_html_(self) -> str:
        from html import escape  # noqa: PLC0415 - few programs show tables

        rows = ("".join(f"<td>{escape(cell)}</td>" for cell in line) for line in self.table())
        body = "".join(f"<tr>{row}</tr>" for row in rows)
        return f"<table><caption>{escape(self.title)}</caption>{body}</table>"


def _require_threshold(threshold: int) -> None:
    if type(threshold) is not int or threshold < _LEAST_THRESHOLD:
        raise ValueError(f"a threshold is a whole number from {_LEAST_THRESHOLD} on")


def _without(recap: Recap, hidden: frozenset[Cell], threshold: int) -> Recap:
    """Return a recap without some counts."""
    shown = {cell: None if cell in hidden else n for cell, n in recap.counts.items()}
    return attrs.evolve(recap, counts=shown, threshold=threshold, suppressed_cells=hidden)


def _linking(recap: Recap) -> Table:
    """Return what linking needs. A total without a key counts what its rows or columns do."""
    rows: dict[str | None, Hashable] = {row: recap.row_keys.get(row, row) for row in recap.rows}
    rows[None] = recap.row_keys.get(None, frozenset(rows.values()))
    columns: dict[str | None, Hashable]
    columns = {column: recap.column_keys.get(column, column) for column in recap.columns}
    columns[None] = recap.column_keys.get(None, frozenset(columns.values()))
    return Table(recap.counts, rows, columns, recap.within and str(recap.within))


def suppress_linked(
    tables: Iterable[Recap],
    threshold: int,
    *,
    rows: Mapping[str, Iterable[str]] | None = None,
    columns: Mapping[str, Iterable[str]] | None = None,
    progress: Progress | None = None,
) -> tuple[Recap, ...]:
    """Return linked tables with their small counts suppressed, so that all can be published.

    Linked tables count the same people: by kabupaten and by kecamatan, or with and without a
    breakdown. Each suppressed alone, one may give away what the other suppresses. Here counts from
    1 to below the threshold are suppressed in every table (primary suppression), and as many
    others as it takes (complementary suppression): whoever sees all tables, and knows that nothing
    suppressed is 0, finds at least two numbers that each small count could be.

    Tables are linked by keys. Rows (columns) of two tables with one key, which is their name unless
    `Recap.row_keys` (`Recap.column_keys`) gives another, count the same people; so do the totals of
    two tables with the same rows. The tables of `by_category` and `coverage` have the codes of
    regions as keys, and are linked over all levels. `rows` and `columns` give further sums: the key
    of a whole, with the keys of its parts.

    `progress` is called with how many small counts are protected so far, and how many there are.

    >>> kecamatan = Recap.of("Kabupaten", ("Angsana", "Satui"), ("Pemulung", "Lansia"),
    ...                      {("Angsana", "Pemulung"): 1, ("Angsana", "Lansia"): 9,
    ...                       ("Satui", "Pemulung"): 7, ("Satui", "Lansia"): 4})
    >>> desa = Recap.of("Angsana", ("Bunati", "Makmur"), ("Pemulung", "Lansia"),
    ...                 {("Bunati", "Lansia"): 3, ("Makmur", "Lansia"): 6,
    ...                  ("Makmur", "Pemulung"): 1}, row_keys={None: "Angsana"})
    >>> for table in suppress_linked([kecamatan, desa], 3):
    ...     print(table.table()[1:])
    [['Angsana', '·', '·', '10'], ['Satui', '·', '·', '11'], ['Jumlah', '8', '13', '21']]
    [['Bunati', '0', '3', '3'], ['Makmur', '·', '·', '7'], ['Jumlah', '·', '·', '10']]

    Raises:
        ValueError: the threshold is below 3; a table is suppressed already; the tables do not count
            the same people, since counts with one key differ or parts are more than their whole;
            or nothing links a table with another.

    """
    _require_threshold(threshold)
    given = tuple(tables)
    if any(one.threshold is not None for one in given):
        raise ValueError("one of the tables is suppressed already; take those with all counts")
    linking = [_linking(one) for one in given]
    hidden = linked_cells_to_suppress(linking, threshold, rows or {}, columns or {}, progress)
    together = zip(given, hidden, strict=True)
    return tuple(_without(one, cells, threshold) for one, cells in together)


def by_category(
    beneficiaries: Iterable[Beneficiary],
    *,
    regions: RegionRegistry,
    within: RegionCode,
    since: dt.date | None = None,
    until: dt.date | None = None,
) -> Recap:
    """Return how many beneficiaries of each category live in each region right below one.

    A beneficiary with several categories counts in each; one with the same finding twice counts
    once. The period is that of the findings. A family lives where its head does, or else another
    member (of the day `until`, when that is told). Whoever lives elsewhere is left out; whoever
    lives nobody knows where, or somewhere in the whole region, counts under ``Tidak diketahui``.

    >>> from datetime import date
    >>> from psm_core import Beneficiary, BeneficiaryId, Classification, Group, RegionCode
    >>> from psm_core import load_regions, recaps
    >>> from psm_core.terms import PPKSCategory
    >>> found = Classification(category=PPKSCategory.parse("KAT"), date=date(2025, 10, 1),
    ...                        source="asesmen")
    >>> one = Beneficiary(id=BeneficiaryId("b-1"), classifications=frozenset({found}),
    ...                   group=Group(name="Contoh", region=RegionCode("63.10.09.2005")))
    >>> recap = recaps.by_category([one], regions=load_regions(), within=RegionCode("63.10"))
    >>> recap.count("Kecamatan Angsana", "Komunitas Adat Terpencil")
    1
    """
    labels = _labels(regions.children(within) or (regions[within],))
    cells: Counter[tuple[str, PPKSCategory | PASCategory]] = Counter()
    for one in beneficiaries:
        row = _row_of(one, within, labels, regions, until)
        found = {
            finding.category
            for finding in one.classifications
            if row is not None and covers(since, until, finding.date)
        }
        cells.update((row or "", category) for category in found)
    rows = [*labels.values(), *([_NOWHERE] if any(row == _NOWHERE for row, _ in cells) else [])]
    categories = sorted({category for _, category in cells}, key=lambda one: one.value)
    columns = _distinct({one: (one.label, one.scheme.id) for one in categories})
    counts = {(row, columns[category]): count for (row, category), count in cells.items()}
    title = f"Penerima manfaat di {regions[within].full_name}"
    period = f"{since or ''}..{until or ''}"
    row_keys: dict[str | None, str] = {label: str(code) for code, label in labels.items()}
    column_keys: dict[str | None, str] = {
        label: f"{category.value} {period}" for category, label in columns.items()
    }
    return Recap.of(
        title,
        rows,
        columns.values(),
        counts,
        row_keys={**row_keys, _NOWHERE: f"? {within}"},
        column_keys={**column_keys, None: f"beneficiaries {period}"},
        within=within,
    )


_NOWHERE = "Tidak diketahui"


def _labels(parts: Iterable[Region]) -> dict[RegionCode, str]:
    """Return code → full name, with the code where a name stands twice (in 16 kecamatan)."""
    return _distinct({one.code: (one.full_name, str(one.code)) for one in parts})


def _distinct(named: Mapping[K, tuple[str, str]]) -> dict[K, str]:
    """Return key → name, with a mark behind it where the name stands twice."""
    often = Counter(name for name, _ in named.values())
    shown: dict[K, str] = {}
    for key, (name, mark) in named.items():
        label = name if often[name] == 1 else f"{name} ({mark})"
        while label in shown.values():
            label += "*"
        shown[key] = label
    return shown


def _row_of(
    one: Beneficiary,
    within: RegionCode,
    labels: Mapping[RegionCode, str],
    regions: RegionRegistry,
    day: dt.date | None,
) -> str | None:
    """Return the row that a beneficiary belongs in, or None for one who lives elsewhere."""
    homes = list(_homes(one, day))
    known = next((now for home in homes if (now := regions.current(home))), None)
    home = known or next(iter(homes), None)
    if home is None:
        return _NOWHERE
    row = next((label for code, label in labels.items() if home.is_within(code)), None)
    may_be_here = within.is_within(home) or (known is None and home.is_within(within))
    return _NOWHERE if may_be_here and (row is None or known is None) else row


def _homes(one: Beneficiary, day: dt.date | None) -> Iterator[RegionCode]:
    """Yield where a beneficiary lives, most telling first: the domicile, then the card's address.

    A family lives where its head does, or else another member of that day; without a day, those
    who belong to it longest.
    """
    if one.group is not None and one.group.region is not None:
        yield one.group.region
    people = [one.person] if one.person is not None else []
    if one.family is not None:
        members = one.family.memberships if day is None else one.family.members_on(day)
        order = sorted(
            members, key=lambda each: each.relation is not FamilyRelation.KEPALA_KELUARGA
        )
        order.sort(key=lambda each: each.until or dt.date.max, reverse=True)
        people = [each.person for each in order]
    for person in people:
        for address in (person.domicile, person.ktp_address):
            if address is not None and address.region is not None:
                yield address.region


def activity(
    cases: Iterable[Case],
    worker: WorkerId,
    *,
    since: dt.date | None = None,
    until: dt.date | None = None,
) -> Recap:
    """Return how many steps of each kind a worker signed in each month of a period.

    Steps that were corrected or annulled do not count.

    >>> from datetime import date
    >>> from psm_core import BeneficiaryId, Case, CaseId, Step, WorkerId, recaps
    >>> from psm_core.terms import StepKind
    >>> step = Step(kind=StepKind.PENJANGKAUAN, date=date(2025, 10, 1), by=WorkerId("psm-1"))
    >>> case = Case(id=CaseId("k-1"), beneficiary=BeneficiaryId("b-1"), steps=(step,))
    >>> recaps.activity([case], WorkerId("psm-1")).table()
    [['', 'Penjangkauan dan identifikasi', 'Jumlah'], ['2025-10', '1', '1'], ['Jumlah', '1', '1']]
    """
    cells: Counter[tuple[str, str]] = Counter()
    columns: dict[str, str] = {}
    for case in cases:
        for step in case.current_steps:
            if step.by == worker and covers(since, until, step.date):
                columns[step.kind.code.zfill(2)] = step.kind.label
                cells[f"{step.date:%Y-%m}", step.kind.label] += 1
    rows = sorted({row for row, _ in cells})
    return Recap.of("Kegiatan per bulan", rows, [columns[code] for code in sorted(columns)], cells)


def attendance(event: Event, *, regions: RegionRegistry) -> Recap:
    """Return how many each delegation might send, registered and brought, as far as it is told.

    The three are not added up, and what no source tells is None, also in the totals.

    >>> from psm_core import Delegation, Event, EventId, RegionCode, load_regions, recaps
    >>> from psm_core.terms import EventKind
    >>> came = Delegation(origin=RegionCode("63.10"), quota=20, present=18)
    >>> event = Event(id=EventId("e-1"), title="Temu Karya PSM", kind=EventKind.TEMU_KARYA,
    ...               delegations=(came,))
    >>> recaps.attendance(event, regions=load_regions()).table()[1]
    ['Kabupaten Tanah Bumbu', '20', '?', '18']
    """
    rows = _distinct(
        {
            one: (_sender(one, regions), "lembaga" if one.origin is None else str(one.origin))
            for one in event.delegations
        }
    )
    cells = {
        (row, column): count
        for one, row in rows.items()
        for column, count in zip(_SIZES, (one.quota, one.registered, one.present), strict=True)
    }
    return Recap.of(event.title, rows.values(), _SIZES, cells, has_row_totals=False)


_SIZES = ("Kuota", "Terdaftar", "Hadir")


def _sender(one: Delegation, regions: RegionRegistry) -> str:
    region = None if one.origin is None else regions.get(one.origin)
    return region.full_name if region else str(one.origin or one.organisation)


def coverage(
    workers: Iterable[Worker],
    *,
    regions: RegionRegistry,
    within: RegionCode,
    as_of: dt.date,
    pillar: Pillar = Pillar.PSM,
) -> Recap:
    """Return how many villages have a PSM on a day, and how many have none.

    There is a row for each region right below one, and for a kecamatan or a village the one row of
    itself; `villages_without_worker` names the villages. A worker covers the village that an
    assignment of the pillar serves on that day. An assignment whose region has an old code without
    a known successor is not counted.

    >>> from psm_core import RegionCode, load_regions, recaps
    >>> within, as_of = RegionCode("63.10"), dt.date(2025, 10, 10)
    >>> recap = recaps.coverage([], regions=load_regions(), within=within, as_of=as_of)
    >>> recap.count("Kecamatan Angsana", "Belum ada")
    9
    """
    is_village = within.level in {RegionLevel.DISTRICT, RegionLevel.VILLAGE}
    labels = _labels((regions[within],) if is_village else regions.children(within))
    without = set(
        villages_without_worker(workers, regions=regions, within=within, as_of=as_of, pillar=pillar)
    )
    cells: Counter[tuple[str, str]] = Counter()
    for code, label in labels.items():
        villages = _villages(regions[code], regions)
        cells.update((label, _UNCOVERED if one in without else _COVERED) for one in villages)
    title = f"Desa dan kelurahan dengan {pillar.label} di {regions[within].full_name}"
    return Recap.of(
        title,
        labels.values(),
        (_COVERED, _UNCOVERED),
        cells,
        row_keys={label: str(code) for code, label in labels.items()},
        column_keys={
            _COVERED: f"{_COVERED} {pillar.value} {as_of}",
            _UNCOVERED: f"{_UNCOVERED} {pillar.value} {as_of}",
            None: "villages",
        },
        within=within,
    )


_COVERED, _UNCOVERED = "Ada", "Belum ada"


def villages_without_worker(
    workers: Iterable[Worker],
    *,
    regions: RegionRegistry,
    within: RegionCode,
    as_of: dt.date,
    pillar: Pillar = Pillar.PSM,
) -> tuple[Region, ...]:
    """Return the villages inside a region that have no PSM on a day, in order of their codes.

    >>> from psm_core import RegionCode, load_regions, recaps
    >>> angsana, as_of = RegionCode("63.10.09"), dt.date(2025, 10, 10)
    >>> empty = recaps.villages_without_worker(
    ...     [], regions=load_regions(), within=angsana, as_of=as_of
    ... )
    >>> empty[0].full_name
    'Desa Bunati'
    """
    then = require_date(as_of)
    held = (role for worker in workers for role in worker.assignments_on(then))
    served = {regions.current(role.serves) for role in held if role.pillar is pillar}
    return tuple(one for one in _villages(regions[within], regions) if one.code not in served)


def _villages(region: Region, regions: RegionRegistry) -> Iterator[Region]:
    inside = (region, *regions.descendants(region.code))
    return (one for one in inside if one.level is RegionLevel.VILLAGE)
