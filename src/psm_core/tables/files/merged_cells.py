"""Cells merged over several rows: the value of the first row applies to every row."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, final

from ...errors import Issue, TableError
from ..cells.cell import Cell, is_blank

MAX_FILLED_CELLS: Final = 50_000_000
"""Maximum number of cells of a sheet that get a value from a merged range."""
MAX_RANGES: Final = 1_000_000
"""Maximum number of merged ranges of a sheet, each stored in eight bytes."""
_ROWS, _COLUMNS = 21, 15  # bits of a row number and of a column index


@final
class MergedCells:
    """The ranges of a sheet that are merged over more than one row.

    Of a range over several columns only the first column counts: it has the value.
    """

    def __init__(self) -> None:
        """Start without ranges."""
        self._packed = array("Q")

    def add(self, top: int, bottom: int, column: int) -> None:
        """Add a range by its first and last row, from 1, and its first column, from 0.

        Raises:
            TableError: ``table.too_many_cells``.

        """
        if len(self._packed) >= MAX_RANGES:
            raise _too_many(MAX_RANGES)
        if 0 < top < bottom < 1 << _ROWS and 0 <= column < 1 << _COLUMNS:
            self._packed.append((((top << _ROWS) | bottom) << _COLUMNS) | column)

    def replace(self, ranges: Iterable[tuple[int, int, int]]) -> None:
        """Replace all ranges.

        Raises:
            TableError: ``table.too_many_cells``.

        """
        self._packed = array("Q")
        for one in ranges:
            self.add(*one)

    def ranges(self) -> Iterator[tuple[int, int, int]]:
        """Yield the first row, the last row and the first column of each range."""
        for packed in self._packed:
            rows, column = divmod(packed, 1 << _COLUMNS)
            yield *divmod(rows, 1 << _ROWS), column

    def filler(self, columns: Iterable[int]) -> "Filler":
        """Return an object that fills the rows of some columns."""
        return Filler(sorted(self._packed), frozenset(columns))


@final
class Filler:
    """Fills the rows of a table, in order."""

    def __init__(self, packed: Sequence[int], columns: frozenset[int]) -> None:
        """Take the ranges, sorted by their first row."""
        self._packed, self._at, self._columns = packed, 0, columns
        self._open: dict[int, tuple[int, Cell]] = {}
        self._filled = 0

    def fill(self, number: int, cells: Sequence[Cell]) -> Sequence[Cell]:
        """Return the cells of a row, with the values of ranges that start in earlier rows.

        Pass every row, also one that is not a record: only a passed row starts a range. A row
        without a filled cell in these columns is returned unchanged.

        Raises:
            TableError: ``table.too_many_cells``.

        """
        filled = self._with_open(number, cells) if self._open else cells
        while self._at < len(self._packed):
            top = self._packed[self._at] >> (_ROWS + _COLUMNS)
            if top > number:
                break
            column = self._packed[self._at] & ((1 << _COLUMNS) - 1)
            bottom = (self._packed[self._at] >> _COLUMNS) & ((1 << _ROWS) - 1)
            self._at += 1
            if top == number and column in self._columns and column < len(cells):
                self._open[column] = (bottom, cells[column])
        return filled

    def _with_open(self, number: int, cells: Sequence[Cell]) -> Sequence[Cell]:
        ended = [column for column, (bottom, _) in self._open.items() if bottom < number]
        for column in ended:
            del self._open[column]
        self._filled += len(self._open)
        if self._filled > MAX_FILLED_CELLS:
            raise _too_many(MAX_FILLED_CELLS)
        if not any(not is_blank(cells[at]) for at in self._columns if at < len(cells)):
            return cells
        filled = list(cells)
        filled += [None] * (max(self._open, default=-1) + 1 - len(filled))
        for column, (_, value) in self._open.items():
            if is_blank(filled[column]):
                filled[column] = value
        return filled


def _too_many(most: int) -> TableError:
    return TableError(Issue("table.too_many_cells", params={"maximum": most}))
