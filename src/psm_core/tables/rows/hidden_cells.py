"""Warnings about the rows and columns of a table that are hidden, and were read as well."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from ...errors import Issue, Severity
from ..cells.cell import Cell, is_blank
from ..files.hidden_parts import HiddenParts
from ..files.sheets import column_letters
from ..layouts.layout import Column
from .ranges import RowRanges

_MAX_NAMED: Final = 12
_NO_ROWS: Final = (0, 0)


class HiddenCells:
    """Watches the rows of a table for values in hidden rows and columns."""

    def __init__(self, parts: HiddenParts, columns: Mapping[int, Column]) -> None:
        """Take the hidden parts of a sheet, and the columns of its table that are read."""
        self._columns = columns
        self._unseen = sorted(parts.columns & columns.keys())
        self._filled: set[int] = set()
        self._hidden_rows = parts.rows()
        self._first, self._last = next(self._hidden_rows, _NO_ROWS)
        self._rows = RowRanges()
        self._count = 0

    def add(self, number: int, cells: Sequence[Cell]) -> None:
        """Add a row of the table. The rows come in order."""
        if self._unseen:
            filled = {at for at in self._unseen if at < len(cells) and not is_blank(cells[at])}
            if filled:
                self._filled |= filled
                self._unseen = [at for at in self._unseen if at not in filled]
        if self._last:
            while 0 < self._last < number:
                self._first, self._last = next(self._hidden_rows, _NO_ROWS)
            if self._last and self._first <= number:
                self._rows.add(number)
                self._count += 1
            else:
                self._rows.close()

    def issues(self, header_row: int, sheet: str | None) -> Iterator[Issue]:
        """Yield one warning for the hidden columns, and one for the hidden rows."""
        at = sorted(self._filled)
        if at:
            named = [f"{column_letters(one)} ({self._columns[one].headings[0]})" for one in at]
            text = ", ".join(named[:_MAX_NAMED]) + (", \u2026" if len(named) > _MAX_NAMED else "")
            yield Issue(
                "table.hidden_columns",
                severity=Severity.WARNING,
                params={"columns": text},
                row=header_row,
                column=column_letters(at[0]),
                sheet=sheet,
            )
        if self._count:
            yield Issue(
                "table.hidden_rows",
                severity=Severity.WARNING,
                params={"count": self._count, "rows": str(self._rows)},
                row=self._rows.first,
                sheet=sheet,
            )
