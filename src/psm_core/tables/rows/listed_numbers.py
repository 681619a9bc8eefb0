"""The numbers that a table gives its own rows, in a column such as *No*."""

from collections.abc import Iterator, Mapping
from contextlib import closing
from typing import Any, Final

from ...errors import Issue
from ..cells.cell import Cell
from ..files.merged_cells import MergedCells
from ..files.opening import open_book
from ..files.sheets import Sheet, column_index
from ..headings.header_issues import ROW_NUMBER_HEADINGS
from ..layouts.heading_names import heading_of
from ..results import TableResult

_HEADER_ROWS: Final = 2
_LONGEST: Final = 20
_Columns = Mapping[int, str]
"""Index of a column with numbers of rows → the number of one row."""


class ListedNumbers:
    """The own numbers of the rows with issues; the file is read again for them."""

    def __init__(self, result: TableResult[Any]) -> None:
        """Read the numbers of a file that was read.

        Raises:
            TableError: as in `read`.

        """
        wanted: dict[str, set[int]] = {}
        for issue in result.issues:
            if issue.sheet in result.header_rows and issue.row:
                wanted.setdefault(str(issue.sheet), set()).add(issue.row)
        self._numbers: dict[tuple[str, int], _Columns] = {}
        if not wanted:
            return
        with open_book(result.source, delimiter=None) as book:
            for sheet in (*book.sheets, *book.hidden):
                if sheet.name in wanted:
                    rows, header_row = wanted[sheet.name], result.header_rows[sheet.name]
                    for row, numbers in _numbers_of(sheet, header_row, rows):
                        self._numbers[sheet.name, row] = numbers

    def of(self, issue: Issue) -> str:
        """Return the number of the row of an issue, or an empty text.

        Of several columns with numbers, the nearest one before the cell counts: with tables side
        by side, the others number other people.
        """
        numbers = self._numbers.get((issue.sheet or "", issue.row or 0), {})
        at = column_index(issue.column or "A")
        before = [number for column, number in numbers.items() if column <= at]
        return (before or [*numbers.values()][:1] or [""])[-1]


def _numbers_of(sheet: Sheet, header_row: int, wanted: set[int]) -> Iterator[tuple[int, _Columns]]:
    """Yield the wanted rows of a table with numbers, and their numbers; some may be blank."""
    columns: list[int] = []
    last = max(wanted)
    filler = None
    with closing(sheet.rows()) as rows:
        for number, cells in rows:
            if number > last or (number > header_row and not columns):
                return
            if number <= header_row:
                if number > header_row - _HEADER_ROWS:
                    columns = [at for at, one in enumerate(cells) if _is_heading(one)] or columns
                continue
            filler = filler or (sheet.merged or MergedCells()).filler(range(len(cells)))
            cells = filler.fill(number, cells)  # noqa: PLW2901 - as if it had been so
            if number in wanted:
                yield number, {at: _text(cells[at]) if at < len(cells) else "" for at in columns}


def _is_heading(cell: Cell) -> bool:
    heading = heading_of(cell)
    return heading is not None and heading.name in ROW_NUMBER_HEADINGS


def _text(cell: Cell) -> str:
    """Return the number as text; empty for what is none."""
    if isinstance(cell, str | int | float) and not isinstance(cell, bool):
        return " ".join(str(cell).split()).removesuffix(".0")[:_LONGEST]
    return ""
