"""Rows of a sheet that together make one record: which rows those are.

1. `RowGroups` collects the rows of each record: a key says to which record a row belongs. A blank
   cell gets the value of the row above, if the rows of a record share it.
2. Each row is read as a record with one item.
3. `row_merging.RowMerger` makes one record of these.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from ..._core.field_paths import steps_of
from ..._paths import Steps
from ...errors import Issue
from ..cells.cell import Cell, is_blank
from ..files.sheets import column_letters, table_error
from ..headings.table_headings import Headings
from ..layouts.column_bindings import ColumnBinding, cell_at, is_nothing, value_of
from ..layouts.layout import Layout
from .blank_cards import BlankCards

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
        widened: Callable[[Sequence[Cell]], Sequence[Cell] | None],
    ) -> None:
        """Take the columns of the sheet, and first word of a group row → how it fills a field.

        `widened` returns the cells of a row with the parts of cells that have several values.
        """
        layout = headings.layout
        self._key = [
            (
                [one for one in columns if one.steps == steps_of(path)],
                {word: one for word, one in words.items() if one.steps == steps_of(path)},
            )
            for path in layout.row_key
        ]
        self._has_key_column = any(cells for cells, _ in self._key)
        width = max(headings.named, default=-1) + 1
        is_part = any(one.at >= width for cells, _ in self._key for one in cells)
        self._widened = widened if is_part else None
        self._starts = [
            (one, value)
            for path, value in layout.row_starts.items()
            for one in columns
            if one.steps == steps_of(path)
        ]
        self.blank_cards: BlankCards | None = BlankCards.of(headings, columns)
        """What decides where rows without a number of the family card belong, in such a list."""
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
        begins, cards, first = self._begins(row), self.blank_cards, current.rows[0]
        has_number = current.key is not None
        if begins and not (has_number and not any(map(self._begins, current.rows))):
            if cards is not None and not is_absent:
                cards.begin_at_head(row.number, first.number, is_below_number=has_number)
            return False
        if cards is None or begins:
            is_in_group = any(word in row.group for _, words in self._key for word in words)
            return has_number or self._has_key_column or is_in_group or bool(self._starts)
        if has_number:
            return cards.is_of_family(row.cells, row.number, first.cells, first.number)
        return cards.is_of_unnumbered(row.number, is_absent=is_absent)

    def _begins(self, row: SheetRow) -> bool:
        """Return whether a row has a value with which a record begins."""
        return any(_value(one, cell_at(row.cells, one.at)) == value for one, value in self._starts)

    def _is_in_groups(self) -> bool:
        return any(words for _, words in self._key)

    def _key_of(self, row: SheetRow) -> tuple[Hashable, bool]:
        """Return the key of a row, None if it has none, and whether a cell says so (``-``)."""
        values: list[Hashable] = []
        is_absent = False
        wide = row.cells if self._widened is None else self._widened(row.cells) or row.cells
        for columns, words in self._key:
            cells = [(one, cell_at(wide, one.at)) for one in columns]
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
    value: Any = value_of(one, cell)
    return str(cell).strip() if isinstance(value, Issue) else value


def _shared_columns(headings: Headings) -> list[frozenset[int]]:
    """Return the columns whose blank cells get the value above, those of one part together."""
    layout = headings.layout
    together: dict[Steps, set[int]] = {}
    for at, column in headings.columns.items():
        paths = {steps_of(one.path) for one in column.fields() if one.path is not None}
        parts = {part for path in paths if (part := shared_part(layout, path)) is not None}
        if parts and len(parts) == len({shared_part(layout, path) for path in paths}):
            together.setdefault(min(parts), set()).add(at)
    return [frozenset(one) for one in together.values()]


def shared_part(layout: Layout[Any], path: Steps) -> Steps | None:
    """Return the part of a record that rows share and that contains a path, or None."""
    if path[0] != layout.rows:
        return path
    return next((part for part in map(steps_of, layout.shared) if path[: len(part)] == part), None)
