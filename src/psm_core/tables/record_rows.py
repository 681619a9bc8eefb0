"""Rows of a sheet that together make one record, such as the members of a family.

1. `RowGroups` collects the rows of each record: a key says to which record a row belongs.
2. Each row is read as a record with one item. A blank cell gets the value of the row above, if the
   rows of a record share it.
3. `RowMerger` makes one record of these. Each of its issues gets the cell of the row to blame.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

import attrs

from .._core.builder import INVALID
from .._core.record import evolve, record_info
from ..errors import Issue, Severity, ValidationError
from ..records.events.actors import Participant
from ..records.families import Membership
from ..terms import FamilyRelation
from ..values.kk import KK
from .cells import Cell, is_blank
from .column_bindings import ColumnBinding, cell_at, is_nothing, without_prefix
from .files.sheets import column_letters, table_error
from .header_columns import Headings
from .issue_cells import IssueLocator
from .layout import Layout, Steps, steps_of

MAX_ROWS_TOGETHER: Final = 100_000
"""The maximum number of rows in memory, to find those of one record. Of a longer file, the rows of
the first record are read when the next row comes; later rows with the same key make another
record."""


class SheetRow(NamedTuple):
    """A row of a table."""

    number: int
    """Its number in the sheet."""
    cells: Sequence[Cell]
    group: Mapping[str, Cell]
    """First word of a group row above → the cell behind it."""
    copied: frozenset[str] = frozenset()
    """The columns, by their letters, whose cell is that of a row above."""


class _Group:
    """The rows of one record."""

    def __init__(self, key: Hashable) -> None:
        self.key = key
        self.rows: list[SheetRow] = []


class RowGroups:
    """Collects the rows of each record."""

    def __init__(
        self,
        headings: Headings,
        columns: Sequence[ColumnBinding],
        words: Mapping[str, ColumnBinding],
    ) -> None:
        """Take the columns of the sheet, and first word of a group row → how it fills a field."""
        layout = headings.layout
        self._key = [
            (
                [one for one in columns if one.steps == steps_of(path)],
                {word: one for word, one in words.items() if one.steps == steps_of(path)},
            )
            for path in layout.row_key
        ]
        self._has_key = any(cells or words for cells, words in self._key)
        self._starts = [
            (one, value)
            for path, value in layout.row_starts.items()
            for one in columns
            if one.steps == steps_of(path)
        ]
        self._is_one_record = not layout.row_key
        self._shared = _shared_columns(headings)
        self._held = 0
        self._groups: dict[Hashable, _Group] = {}
        self._current: _Group | None = None
        self._last: SheetRow | None = None

    def collect(self, rows: Iterable[SheetRow]) -> Iterator[Sequence[SheetRow]]:
        """Yield the rows of each record, in the order of their first rows.

        Raises:
            TableError: ``table.record_too_long``.

        """
        for row in rows:
            group = self._group(row)
            self._current, self._last = group, row
            group.rows.append(row)
            self._held += 1
            if self._held > MAX_ROWS_TOGETHER:
                yield self._released()
        for group in self._groups.values():
            yield self._filled(group.rows)

    def _released(self) -> Sequence[SheetRow]:
        """Return the rows of the first record, and hold them no longer."""
        key, group = next(iter(self._groups.items()))
        if group is self._current:
            raise table_error("table.record_too_long", maximum=MAX_ROWS_TOGETHER)
        del self._groups[key]
        self._held -= len(group.rows)
        return self._filled(group.rows)

    def _group(self, row: SheetRow) -> _Group:
        """Return the group of a row."""
        key, is_absent = self._key_of(row)
        current = self._current
        if current is not None and (self._is_one_record or self._continues(row, key, is_absent)):
            return current
        name = (row.number,) if key is None else key
        return self._groups.setdefault(name, _Group(key))

    def _continues(self, row: SheetRow, key: Hashable, is_absent: bool) -> bool:  # noqa: FBT001 - of one caller
        """Return whether a row belongs to the record of the row above."""
        current, last = self._current, self._last
        if key is not None or current is None or last is None:
            return False
        is_below_group_row = row.group is not last.group and self._is_in_groups()
        if is_below_group_row or (is_absent and current.key is not None):
            return False
        if current.key is not None:
            return True
        begins = any(
            _value(one, cell_at(row.cells, one.at)) == value for one, value in self._starts
        )
        return not begins and (self._has_key or bool(self._starts))

    def _is_in_groups(self) -> bool:
        return any(words for _, words in self._key)

    def _key_of(self, row: SheetRow) -> tuple[Hashable, bool]:
        """Return the key of a row, None if it has none, and whether a cell says so (``-``)."""
        values: list[Hashable] = []
        is_absent = False
        for columns, words in self._key:
            cells = [(one, cell_at(row.cells, one.at)) for one in columns]
            cells += ((one, row.group.get(word)) for word, one in words.items())
            filled = [(one, cell) for one, cell in cells if not is_blank(cell)]
            given = [(one, cell) for one, cell in filled if not is_nothing(cell, one)]
            values.append(_value(*given[0]) if given else None)
            is_absent = is_absent or (bool(filled) and not given)
        is_given = any(value is not None for value in values)
        return (tuple(values), False) if is_given else (None, is_absent)

    def _filled(self, rows: Sequence[SheetRow]) -> Sequence[SheetRow]:
        """Return the rows of a record; a blank cell that they share gets the value above."""
        above: dict[int, Cell] = {}
        filled: list[SheetRow] = []
        for row in rows:
            cells: list[Cell] | None = None
            copied: set[str] = set()
            for together in self._shared:
                own = {at: cell for at in together if not is_blank(cell := cell_at(row.cells, at))}
                if own:
                    above = {at: cell for at, cell in above.items() if at not in together} | own
                    continue
                for at in together & above.keys():
                    cells = list(row.cells) if cells is None else cells
                    cells += [None] * (at + 1 - len(cells))
                    cells[at] = above[at]
                    copied.add(column_letters(at))
            filled.append(
                row if cells is None else row._replace(cells=cells, copied=frozenset(copied))
            )
        return filled


def _value(one: ColumnBinding, cell: Cell) -> Hashable:
    """Return the value of a cell to compare it, its text if it cannot be read."""
    if is_nothing(cell, one):
        return None
    value: Any = one.read(without_prefix(cell, one.column))
    return str(cell).strip() if isinstance(value, Issue) else value


def _shared_columns(headings: Headings) -> list[frozenset[int]]:
    """Return the columns whose blank cells get the value above, those of one part together."""
    layout = headings.layout
    together: dict[Steps, set[int]] = {}
    for at, column in headings.columns.items():
        paths = {steps_of(one.path) for one in column.fields() if one.path is not None}
        parts = {part for path in paths if (part := _shared_part(layout, path)) is not None}
        if parts and len(parts) == len({_shared_part(layout, path) for path in paths}):
            together.setdefault(min(parts), set()).add(at)
    return [frozenset(one) for one in together.values()]


def _shared_part(layout: Layout[Any], path: Steps) -> Steps | None:
    """Return the part of a record that rows share and that contains a path, or None."""
    if path[0] != layout.rows:
        return path
    return next((part for part in map(steps_of, layout.shared) if path[: len(part)] == part), None)


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
        self._shared = [
            one
            for one in columns
            if one.steps[0] == self._rows and _shared_part(layout, one.steps) is not None
        ]

    def merge(self, numbers: Sequence[int], records: Sequence[Any]) -> "MergedRecord":
        """Return the record of some rows, and its issues. `records` are those of the rows.

        If a row has no valid record, neither do the rows together.
        """
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
            values[name] = self._agreed(name, records, merged)
        values[self._rows] = tuple(
            _with_card(one, values["kk"]) if isinstance(one, Membership) else one for one in items
        )
        self._compare_shared(records, merged)
        if isinstance(items[0] if items else None, Membership) and not any(map(_is_head, items)):
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
