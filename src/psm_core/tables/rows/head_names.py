"""The name of the head of the family beside the name of each person: it is compared with the head.

In a list of families without a column for the relation, it shows who the head is.
"""

from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from ..._core.builder import INVALID
from ..._core.record import evolve
from ...errors import Issue, Severity
from ...matching.name_spelling import is_alike, spelling
from ...records.families import Family, Membership
from ...records.people import Person
from ...terms import FamilyRelation
from ..cells.cell import Cell, is_blank
from ..files.sheets import column_letters
from ..headings.table_headings import Headings
from ..layouts.column_bindings import cell_at
from .groups import SheetRow

_HEAD: Final = FamilyRelation.KEPALA_KELUARGA
_FEWEST_LETTERS: Final = 3
"""How many letters a short form of a name has at least."""


class _Row(NamedTuple):
    """A row with a person, and the name of the head beside it."""

    number: int
    name: str
    """The name of the person as it is compared."""
    stated: str
    """The name of the head as it is compared; empty if there is none."""
    is_head: bool


class HeadNames:
    """Compares the names of heads in the rows of a sheet."""

    def __init__(self, headings: Headings, at: int) -> None:
        """Take the number of the column with the names of heads."""
        layout = headings.layout
        self._at, self._sheet = at, headings.sheet.name
        self._heads: dict[str, _Row] = {}
        """Number of a family card → the row of the head, in a list of people."""
        relation = f"{layout.rows}.0.relation"
        self._has_relation = any(
            one.path == relation for column in headings.columns.values() for one in column.fields()
        )

    @classmethod
    def of(cls, headings: Headings) -> "HeadNames | None":
        """Return what compares the names, None if the sheet has no such column."""
        at = headings.head_names
        return None if at is None else cls(headings, at)

    def of_person(self, number: int, cells: Sequence[Cell], record: Any) -> Iterator[Issue]:  # noqa: ANN401 - a record of any class
        """Yield a warning if the name beside a person is not that of the head of the family."""
        person = record if isinstance(record, Person) else getattr(record, "person", None)
        if not isinstance(person, Person):
            return
        row = self._row(number, cells, person, person.family_relation)
        kk = None if person.kk is None else person.kk.unmasked
        head = row if row.is_head else self._heads.get(kk or "")
        if row.is_head and kk is not None:
            self._heads.setdefault(kk, row)
        if head is not None:
            yield from self._compare(row, head)

    def of_family(self, rows: Sequence[SheetRow], records: Sequence[Any]) -> Iterator[Issue]:
        """Yield a warning for each name beside a member that is not that of the head."""
        members = [
            self._row(row.number, row.cells, member.person, member.relation)
            for row, record in zip(rows, records, strict=True)
            for member in _members(record)
        ]
        head = next((one for one in members if one.is_head), None)
        if head is not None:
            for row in members:
                yield from self._compare(row, head)

    def with_head(self, rows: Sequence[SheetRow], records: Sequence[Any]) -> Sequence[Any]:
        """Return the records of the rows of a family; the member with the name of the head is it.

        They are unchanged if a column states the relations, or if no single member has the name.
        """
        if self._has_relation:
            return records
        stated = {text for row in rows if (text := self._stated(row.cells))}
        named = [
            at
            for at, record in enumerate(records)
            for member in _members(record)
            if {_compared(member.person.name)} == stated
        ]
        if len(named) != 1:
            return records
        (at,) = named
        (member,) = records[at].memberships
        head = evolve(records[at], memberships=(evolve(member, relation=_HEAD),))
        return [*records[:at], head, *records[at + 1 :]]

    def _row(
        self, number: int, cells: Sequence[Cell], person: Person, relation: FamilyRelation | None
    ) -> _Row:
        return _Row(number, _compared(person.name), self._stated(cells), relation is _HEAD)

    def _stated(self, cells: Sequence[Cell]) -> str:
        cell = cell_at(cells, self._at)
        return _compared(cell) if isinstance(cell, str) and not is_blank(cell) else ""

    def _compare(self, row: _Row, head: _Row) -> Iterator[Issue]:
        """Yield a warning about the name in a row, unless it repeats that beside the head."""
        if not row.stated or _is_same(row.stated, head.name):
            return
        if row is head or not _is_same(row.stated, head.stated):
            params = {} if row is head else {"first": head.number}
            yield Issue(
                "row.head_name_differs",
                severity=Severity.WARNING,
                params=params,
                row=row.number,
                column=column_letters(self._at),
                sheet=self._sheet,
            )


def _members(record: object) -> Sequence[Membership]:
    return record.memberships if record is not INVALID and isinstance(record, Family) else ()


def _compared(name: str) -> str:
    return spelling(name).letters


def _is_same(one: str, other: str) -> bool:
    """Return whether two names may be of one person; a short form may be a part of the other."""
    shorter, longer = sorted((one, other), key=len)
    return is_alike(one, other) or (len(shorter) >= _FEWEST_LETTERS and shorter in longer)
