"""Recaps: tables of counts over records, made by pure functions, with small cells held back.

A recap counts; it holds no name and no number of anybody. In a small village a count of one is a
person all the same, so `Recap.suppressed` holds back small cells, and others beside those that
would be what is left of a total. Whoever puts several totals together can still narrow down what is
held back: publish as few lines as are needed.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import final

import attrs

from ._text import plain_day
from .beneficiaries import Beneficiary
from .cases import Case
from .dates import overlap
from .events import Event
from .ids import WorkerId
from .region_code import RegionCode
from .regions import Region, RegionRegistry
from .terms import Pillar, RegionLevel
from .workers import Worker

__all__ = ["Recap", "activity", "attendance", "by_category", "coverage"]

Cell = tuple[str | None, str | None]
"""A row and a column; None stands for the total of the other."""
_HELD_BACK = "·"


@final
@attrs.frozen
class Recap:
    """A table of counts: rows by columns, with the totals that go with it.

    >>> recap = Recap("Contoh", ("Angsana", "Satui"), ("Pemulung", "Lansia"),
    ...               {("Angsana", "Pemulung"): 1, ("Angsana", "Lansia"): 9,
    ...                ("Satui", "Pemulung"): 7, ("Satui", "Lansia"): 4})
    >>> recap.count(), recap.count(row="Angsana"), recap.count("Satui", "Lansia")
    (21, 10, 4)
    >>> recap.suppressed(3).count("Angsana", "Pemulung") is None
    True

    """

    title: str
    """What is counted."""
    rows: tuple[str, ...]
    """The names of the rows, in order."""
    columns: tuple[str, ...]
    """The names of the columns, in order."""
    counts: Mapping[Cell, int] = attrs.field(hash=False, repr=False)
    """(row, column) → count; a cell that is not there is 0."""
    held_back: frozenset[Cell] = attrs.field(default=frozenset[Cell](), repr=False)
    """The cells and totals that are not to be shown."""

    def count(self, row: str | None = None, column: str | None = None) -> int | None:
        """Return a cell, or the total of a row, a column or all; None when it is held back.

        Raises:
            KeyError: there is no such row or column.

        """
        if row not in {None, *self.rows} or column not in {None, *self.columns}:
            raise KeyError((row, column))
        return None if (row, column) in self.held_back else self._sum((row, column))

    def suppressed(self, threshold: int) -> "Recap":
        """Return the recap with the counts from 1 to below a threshold held back, totals too.

        What is shown stays true, so more is held back where need be: in no row and no column is
        one number alone missing, since it would be what the others leave of the total.
        """
        lines = self._lines()
        hidden = {cell for line in lines for cell in line if 0 < self._sum(cell) < threshold}
        while (lone := self._beside(hidden, lines)) is not None:
            hidden.add(lone)
        return attrs.evolve(self, held_back=frozenset(hidden))

    def _sum(self, cell: Cell) -> int:
        row, column = cell
        return sum(
            count
            for (one, other), count in self.counts.items()
            if row in {None, one} and column in {None, other}
        )

    def _lines(self) -> list[list[Cell]]:
        """Return the cells of each row and each column, with the total that they add up to."""
        rows: list[list[Cell]] = [
            [(row, column) for column in (*self.columns, None)] for row in (*self.rows, None)
        ]
        return rows + [list(line) for line in zip(*rows, strict=True)]

    def _beside(self, hidden: set[Cell], lines: list[list[Cell]]) -> Cell | None:
        """Return what to hold back beside a number that is missing alone in its line, or None.

        A cell before a total, and a count before a zero, which tells less.
        """
        for line in lines:
            others = [cell for cell in line if cell not in hidden]
            if len(line) - len(others) == 1 and others:
                return min(others, key=lambda c: (None in c, self._sum(c) == 0, self._sum(c)))
        return None

    def table(self) -> list[list[str]]:
        """Return the table as text: a heading, a line for each row, and the totals."""
        lines = [["", *self.columns, "Jumlah"]]
        for row in (*self.rows, None):
            counts = [self.count(row, column) for column in (*self.columns, None)]
            shown = [_HELD_BACK if count is None else str(count) for count in counts]
            lines.append(["Jumlah" if row is None else row, *shown])
        return lines

    def _repr_html_(self) -> str:
        from html import escape  # noqa: PLC0415 - few programs show tables

        rows = ("".join(f"<td>{escape(cell)}</td>" for cell in line) for line in self.table())
        body = "".join(f"<tr>{row}</tr>" for row in rows)
        return f"<table><caption>{escape(self.title)}</caption>{body}</table>"


def _recap(title: str, counts: Counter[Cell], rows: Iterable[str], columns: Iterable[str]) -> Recap:
    return Recap(title, tuple(rows), tuple(columns), dict(counts))


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
    once. The period is that of the findings. Whoever lives elsewhere, or nobody knows where, is
    left out of the rows and counts under ``Tidak diketahui`` when no region is told.
    """
    names = _labels(regions.children(within) or (regions[within],))
    counts: Counter[Cell] = Counter()
    columns: dict[str, str] = {}
    for one in beneficiaries:
        row = _row_of(one, names, regions)
        found = {
            finding.category
            for finding in one.classifications
            if overlap(since, until, finding.date, finding.date)
        }
        for category in found if row is not None else ():
            columns[category.value] = category.label
            counts[row or "", category.label] += 1
    rows = list(names.values()) + ([_NOWHERE] if any(row == _NOWHERE for row, _ in counts) else [])
    labels = [columns[value] for value in sorted(columns)]
    return _recap(f"Penerima manfaat di {regions[within].full_name}", counts, rows, labels)


_NOWHERE = "Tidak diketahui"


def _labels(parts: Iterable[Region]) -> dict[RegionCode, str]:
    """Return code → full name, with the code where a name stands twice (in 16 kecamatan)."""
    parts = tuple(parts)
    often = Counter(one.full_name for one in parts)
    return {
        one.code: one.full_name if often[one.full_name] == 1 else f"{one.full_name} ({one.code})"
        for one in parts
    }


def _row_of(
    one: Beneficiary, names: Mapping[RegionCode, str], regions: RegionRegistry
) -> str | None:
    """Return the row that a beneficiary belongs in, or None for one who lives elsewhere."""
    home = _home(one)
    if home is None:
        return _NOWHERE
    now = regions.successor(home) or home
    return next((name for code, name in names.items() if now.is_within(code)), None)


def _home(one: Beneficiary) -> RegionCode | None:
    """Return where a beneficiary lives: the domicile, else the address on the card."""
    if one.group is not None:
        return one.group.region
    person = one.person
    if one.family is not None and one.family.memberships:
        person = one.family.memberships[0].person
    addresses = () if person is None else (person.domicile, person.ktp_address)
    return next((a.region for a in addresses if a is not None and a.region is not None), None)


def activity(
    cases: Iterable[Case],
    worker: WorkerId,
    *,
    since: dt.date | None = None,
    until: dt.date | None = None,
) -> Recap:
    """Return how many steps of each kind a worker signed in each month of a period.

    Steps that were corrected or annulled do not count.
    """
    counts: Counter[Cell] = Counter()
    columns: dict[str, str] = {}
    for case in cases:
        for step in case.current:
            if step.by == worker and overlap(since, until, step.date, step.date):
                columns[step.kind.code.zfill(2)] = step.kind.label
                counts[f"{step.date:%Y-%m}", step.kind.label] += 1
    rows = sorted({str(row) for row, _ in counts})
    return _recap("Kegiatan per bulan", counts, rows, [columns[code] for code in sorted(columns)])


def attendance(event: Event, *, regions: RegionRegistry) -> Recap:
    """Return how many each delegation might send, registered and brought, as far as it is told."""
    counts: Counter[Cell] = Counter()
    rows: list[str] = []
    for one in event.delegations:
        region = None if one.origin is None else regions.get(one.origin)
        row = region.full_name if region else str(one.origin or one.organisation)
        rows.append(row)
        told = {"Kuota": one.quota, "Terdaftar": one.registered, "Hadir": one.present}
        for column, count in told.items():
            counts[row, column] += count or 0
    return _recap(event.title, counts, dict.fromkeys(rows), ("Kuota", "Terdaftar", "Hadir"))


def coverage(
    workers: Iterable[Worker],
    *,
    regions: RegionRegistry,
    within: RegionCode,
    day: dt.date,
    pillar: Pillar = Pillar.PSM,
) -> Recap:
    """Return how many villages of each region right below one have a PSM on a day.

    The others are counted beside them. A worker covers the village that an assignment of the pillar
    serves on that day.
    """
    then = plain_day(day)
    served = {
        regions.successor(role.serves) or role.serves
        for worker in workers
        for role in worker.assignments_on(then)
        if role.pillar is pillar
    }
    is_village = within.level in {RegionLevel.DISTRICT, RegionLevel.VILLAGE}
    labels = _labels((regions[within],) if is_village else regions.children(within))
    counts: Counter[Cell] = Counter()
    for code, label in labels.items():
        for village in (regions[code], *regions.descendants(code)):
            if village.level is RegionLevel.VILLAGE:
                counts[label, _COVERED if village.code in served else _UNCOVERED] += 1
    title = f"Desa dan kelurahan dengan {pillar.label} di {regions[within].full_name}"
    return _recap(title, counts, labels.values(), (_COVERED, _UNCOVERED))


_COVERED, _UNCOVERED = "Ada", "Belum ada"
