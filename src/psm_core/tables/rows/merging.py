"""One record made of several rows of a sheet. Each of its issues gets the cell of its row."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

import attrs

from ..._core.builder import INVALID
from ..._core.record import evolve, record_info
from ..._paths import Steps
from ...errors import Issue, Severity, ValidationError
from ...records.events.actors import Participant
from ...records.families import Membership, WelfareRank
from ...terms import FamilyRelation
from ...values.kk import KK
from ..headings.row_numbers import block_and_row
from ..layouts.column_bindings import ColumnBinding
from ..layouts.layout import Layout
from .groups import shared_part
from .issue_cells import IssueLocator
from .ranges import RowRanges

_RANKS: Final = "ranks"
_DECILE: Final[Steps] = (_RANKS, 0, "decile")


class RowMerger:
    """Makes one record of the records of its rows."""

    def __init__(
        self, layout: Layout[Any], columns: Sequence[ColumnBinding], locator: IssueLocator
    ) -> None:
        """Prepare for a sheet with some columns."""
        self._record_class: type = layout.record_class
        self._rows = str(layout.rows)
        self._locator = locator
        filled = {one.steps[0] for one in columns} - {self._rows}
        self._names = [one.name for one in record_info(self._record_class).fields]
        self._compared = [name for name in self._names if name in filled]
        self._has_relations = any(one.steps == (self._rows, 0, "relation") for one in columns)
        self._shared = [
            one
            for one in columns
            if one.steps[0] == self._rows and shared_part(layout, one.steps) is not None
        ]

    def merge(self, numbers: Sequence[int], records: Sequence[Any]) -> "MergedRecord":
        """Return the record of some rows, and its issues. `records` are those of the rows.

        If a row has no valid record, neither do the rows together. A warning then names the other
        rows, which are not in the data either.
        """
        merged = self._merged(numbers, records)
        if merged.record is INVALID:
            merged.add_incomplete(records)
        return merged

    def _merged(self, numbers: Sequence[int], records: Sequence[Any]) -> "MergedRecord":
        items: list[Any] = []
        places: list[tuple[int, int]] = []
        for number, record in enumerate(records):
            own = (None,) if record is INVALID else getattr(record, self._rows)
            items += own
            places += ((number, index) for index in range(len(own)))
        again = _repeated_participants(items)
        items = [one for at, one in enumerate(items) if at not in again]
        rows = [place[0] for place in places]
        places = [one for at, one in enumerate(places) if at not in again]
        merged = MergedRecord(numbers, places, items, self._rows, self._locator)
        for at, first in again.items():
            path = (self._rows, 0, "name")
            merged.add_differing("row.participant_repeated", path, rows[at], rows[first])
        if any(record is INVALID for record in records):
            return merged
        values: dict[str, Any] = {name: getattr(records[0], name) for name in self._names}
        for name in self._compared:
            find = self._ranks if name == _RANKS else self._agreed
            values[name] = find(name, records, merged)
        values[self._rows] = tuple(
            _with_card(one, values["kk"]) if isinstance(one, Membership) else one for one in items
        )
        self._compare_shared(records, merged)
        is_of_people = isinstance(items[0] if items else None, Membership)
        if is_of_people and self._has_relations and not any(map(_is_head, items)):
            path = (self._rows, 0, "relation")
            merged.add([Issue("table.family_without_head", path, Severity.WARNING)])
        if any(one.severity is Severity.ERROR for one in merged.issues):
            return merged
        try:
            merged.record = self._record_class(**values)
        except ValidationError as error:
            merged.add(error.issues)
        return merged

    def _agreed(self, name: str, records: Sequence[Any], merged: "MergedRecord") -> Any:  # noqa: ANN401 - a value of any field
        """Return the value of a field of the record; a different one in a later row is an error."""
        first: int | None = None
        for number, record in enumerate(records):
            value = getattr(record, name)
            if value is None or value in {(), frozenset()}:
                continue
            if first is None:
                first = number
            elif value != getattr(records[first], name):
                merged.add_differing("row.record_differs", (name,), number, first)
        return getattr(records[first or 0], name)

    def _ranks(
        self, name: str, records: Sequence[Any], merged: "MergedRecord"
    ) -> tuple[WelfareRank, ...]:
        """Return the ranks of a family. A rank that differs in a later row is a warning.

        No rank is known then for its period: nothing shows which of the two is right.
        """
        ranks: dict[object, dict[WelfareRank, int]] = {}
        for number, record in enumerate(records):
            for one in getattr(record, name):
                of_period = ranks.setdefault((one.scheme, one.period), {})
                if of_period and one not in of_period:
                    first = next(iter(of_period.values()))
                    merged.add_differing("row.rank_differs", _DECILE, number, first)
                of_period.setdefault(one, number)
        return tuple(one for found in ranks.values() if len(found) == 1 for one in found)

    def _compare_shared(self, records: Sequence[Any], merged: "MergedRecord") -> None:
        """Add a warning for each row that differs from the first one with a shared field."""
        firsts: dict[Steps, tuple[int, object]] = {}
        for number, record in enumerate(records):
            for one in self._shared:
                value = _value_at(record, one.steps)
                first, expected = firsts.setdefault(one.steps, (number, value))
                if expected is None:
                    firsts[one.steps] = (number, value)
                elif value is not None and value != expected:
                    merged.add_differing("row.shared_differs", one.steps, number, first)
                    break


def _repeated_participants(items: Sequence[Any]) -> dict[int, int]:
    """Return index → index of an equal participant before; an event has each of them once."""
    firsts: dict[Participant, int] = {}
    return {
        at: firsts[one]
        for at, one in enumerate(items)
        if isinstance(one, Participant) and firsts.setdefault(one, at) != at
    }


def _value_at(value: Any, steps: Steps) -> object:  # noqa: ANN401 - a part of a record
    for step in steps:
        if isinstance(step, int):
            value = value[step] if step < len(value) else None
        else:
            value = getattr(value, step)
        if value is None:
            return None
    return value


def _is_head(member: Membership) -> bool:
    return member.relation is FamilyRelation.KEPALA_KELUARGA


_SAME: Final[Mapping[str, Callable[[Any], object]]] = {
    "family.two_heads": _is_head,
    "family.member_duplicate": lambda member: member.person.nik,
}
"""Code of an issue of two items → what is the same in both."""


def _with_card(member: Membership, kk: KK | None) -> Membership:
    """Return a member whose person has the number of the family card and the relation too."""
    person = member.person
    return evolve(
        member,
        person=evolve(
            person,
            kk=person.kk or kk,
            family_relation=person.family_relation or member.relation,
        ),
    )


class MergedRecord:
    """The record of several rows, and issues with the cells of these rows."""

    def __init__(
        self,
        numbers: Sequence[int],
        places: Sequence[tuple[int, int]],
        items: Sequence[Any],
        rows: str,
        locator: IssueLocator,
    ) -> None:
        """Take the numbers of the rows, and for each item the index of its row and within it."""
        self._numbers, self._places, self._rows, self._locator = numbers, places, rows, locator
        self._items = items
        self.record: Any = INVALID
        self.issues: list[Issue] = []

    def add(self, issues: Iterable[Issue]) -> None:
        """Add issues of the record. An issue of an item gets the cell of the row of the item."""
        self.issues += self.located(issues)

    def located(self, issues: Iterable[Issue]) -> Iterator[Issue]:
        """Yield issues of the record with their cells."""
        for issue in issues:
            row, steps = self._row_and_steps(issue.path)
            local = attrs.evolve(issue, path=steps)
            (found,) = self._locator.at_cells(self._numbers[row], [local])
            yield attrs.evolve(found, path=issue.path, params=self._params(found, issue.path))

    def _params(self, issue: Issue, path: Steps) -> Mapping[str, str | int]:
        """Return the parameters of an issue, with the row of the earlier item that it is about."""
        same = _SAME.get(issue.code)
        if same is None:
            return issue.params
        number = int(path[1])
        value = same(self._items[number])
        first = next(at for at in range(number + 1) if same(self._items[at]) == value)
        return {**issue.params, "first": self._numbers[self._places[first][0]]}

    def row_of(self, path: Steps) -> int:
        """Return the number of the row of a path in the record."""
        return self._numbers[self._row_and_steps(path)[0]]

    def add_differing(self, code: str, steps: Steps, number: int, first: int) -> None:
        """Add the issue of a row whose value differs from that of an earlier row."""
        is_error = code == "row.record_differs"
        issue = Issue(
            code,
            steps,
            Severity.ERROR if is_error else Severity.WARNING,
            {"first": self._numbers[first]},
        )
        self.issues += self._locator.at_cells(self._numbers[number], [issue])

    def add_incomplete(self, records: Sequence[Any]) -> None:
        """Add a warning about rows without an error, if another row has one. Give all records."""
        pairs = zip(self._numbers, records, strict=True)
        numbers = {number for number, record in pairs if record is INVALID}
        numbers |= {one.row or 0 for one in self.issues if one.severity is Severity.ERROR}
        wrong = {block_and_row(number)[1] for number in numbers}
        others = [one for one in self._numbers if block_and_row(one)[1] not in wrong]
        if wrong and others:
            params = {"rows": _as_text(others), "wrong": _as_text(wrong)}
            issue = Issue("row.record_incomplete", (), Severity.WARNING, params)
            self.issues += self._locator.at_cells(others[0], [issue])

    def of_row(self, issue: Issue, row: int) -> Issue:
        """Return an issue of a row with its path in the record of all rows."""
        path = issue.path
        if len(path) < 2 or path[0] != self._rows:  # noqa: PLR2004 - a list and the number of an item
            return issue
        places = enumerate(self._places)
        number = next((at for at, place in places if place == (row, path[1])), path[1])
        return attrs.evolve(issue, path=(self._rows, number, *path[2:]))

    def _row_and_steps(self, path: Steps) -> tuple[int, Steps]:
        """Return the index of the row of a path, and the path in the record of that row."""
        if len(path) > 1 and path[0] == self._rows and isinstance(path[1], int):
            row, index = self._places[path[1]]
            return row, (self._rows, index, *path[2:])
        return 0, path


def _as_text(numbers: Iterable[int]) -> str:
    """Return numbers of rows as text such as ``5-7, 9``."""
    ranges = RowRanges()
    last = 0
    for number in sorted({block_and_row(one)[1] for one in numbers}):
        if number != last + 1:
            ranges.close()
        ranges.add(number)
        last = number
    return str(ranges)
