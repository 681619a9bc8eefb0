"""Tables of counts with the keys by which they are linked."""

from collections.abc import Hashable, Mapping
from typing import NamedTuple

from .linked_suppression import Key
from .recap import Recap
from .suppression import Cell


class LinkedTable(NamedTuple):
    """The counts of one table, with the key of each row and column."""

    counts: Mapping[Cell, int | None]
    rows: Mapping[str | None, Hashable]
    """Row → its key; at None the key of the column totals."""
    columns: Mapping[str | None, Hashable]
    """Column → its key; at None the key of the row totals."""
    within: str | None
    """The code of the region whose parts are the rows; None if the rows are no regions."""

    def key(self, cell: Cell) -> Key:
        """Return the key of a cell: that of its row and that of its column."""
        return self.rows[cell[0]], self.columns[cell[1]]

    def row_keys(self) -> list[Hashable]:
        """Return the keys of the rows, without that of the total."""
        return [key for row, key in self.rows.items() if row is not None]

    def axes(self) -> tuple[list[Hashable], list[Hashable]]:
        """Return the keys of the rows and those of the columns, with those of the totals."""
        return [*self.rows.values()], [*self.columns.values()]

    def region_keys(self) -> list[Hashable]:
        """Return the keys of the rows that are parts of the region."""
        return [key for key in self.row_keys() if self._is_inside(key)]

    def unknown_part_key(self) -> Hashable | None:
        """Return the key of the row for people whose part of the region is unknown."""
        return next((key for key in self.row_keys() if not self._is_inside(key)), None)

    def _is_inside(self, key: Hashable) -> bool:
        return f"{key}.".startswith(f"{self.within}.")


def keyed(recap: Recap) -> LinkedTable:
    """Return a recap with its keys. A total without a key has those of its rows or columns."""
    rows: dict[str | None, Hashable] = {row: recap.row_keys.get(row, row) for row in recap.rows}
    rows[None] = recap.row_keys.get(None, frozenset(rows.values()))
    columns: dict[str | None, Hashable]
    columns = {column: recap.column_keys.get(column, column) for column in recap.columns}
    columns[None] = recap.column_keys.get(None, frozenset(columns.values()))
    return LinkedTable(recap.counts, rows, columns, recap.within and str(recap.within))
