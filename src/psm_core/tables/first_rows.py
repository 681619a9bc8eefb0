"""Sheets whose first rows are kept, so that finding the headings and reading read them once."""

from collections.abc import Generator, Sequence
from contextlib import closing, contextmanager
from itertools import islice
from typing import Final

from .cells import is_blank
from .files.hidden_parts import HiddenParts
from .files.merged_cells import MergedCells
from .files.sheets import Row, Rows, Sheet

FIRST_ROWS: Final = 40
"""How many rows of a sheet are searched for headings."""


class OpenSheet:
    """A sheet whose first rows have been read once they are asked for."""

    def __init__(self, sheet: Sheet, *, stays_open: bool = True) -> None:
        """Read nothing yet. With `stays_open` False, it is closed after its first rows."""
        self._sheet, self._stays_open = sheet, stays_open
        self._first: Sequence[Row] | None = None
        self._others: Rows | None = None
        self.name: str | None = sheet.name
        """The name of the sheet; None for the only one of a file without names."""

    @property
    def merged(self) -> MergedCells | None:
        """The cells that are merged over several rows; known once the first rows were read."""
        return self._sheet.merged

    @property
    def hidden(self) -> HiddenParts | None:
        """The hidden rows and columns; known once the first rows were read."""
        return self._sheet.hidden

    def first_rows(self) -> Sequence[Row]:
        """Return the first rows, which are read once."""
        if self._first is None:
            self._others = self._sheet.rows()
            self._first = list(islice(self._others, FIRST_ROWS))
            if not self._stays_open:
                self.close()
        return self._first

    def filled_first_rows(self) -> Sequence[Row]:
        """Return those of the first rows that are not blank."""
        return [row for row in self.first_rows() if not all(map(is_blank, row[1]))]

    def rows(self) -> Rows:
        """Yield every row. The sheet is read again if its first rows are closed."""
        others, self._others = self._others, None
        if others is None:
            yield from self._sheet.rows()
            return
        with closing(others):
            yield from self.first_rows()
            yield from others

    def close(self) -> None:
        """Stop reading; the first rows stay known."""
        if self._others is not None:
            self._others.close()
            self._others = None


@contextmanager
def opened(sheets: Sequence[Sheet]) -> Generator[Sequence[OpenSheet]]:
    """Open sheets. One of several is closed after its first rows: in xls, each needs a process."""
    is_only = len(sheets) == 1
    open_sheets = [OpenSheet(sheet, stays_open=is_only) for sheet in sheets]
    try:
        yield open_sheets
    finally:
        for sheet in open_sheets:
            sheet.close()
