"""Gives the cells of a copied sheet the look that they have in an xls or ods."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from copy import copy
from datetime import date
from pathlib import Path
from typing import Any, Final

from ..files.cell_fonts import change_font
from ..files.cell_formats import CellFormat, SheetFormats
from ..files.extras import styles
from ..files.hidden_parts import HiddenParts
from ..files.ods_formats import ods_formats
from ..files.sheets import column_letters
from ..files.xls_formats import xls_formats

_MAX_CELLS: Final = 2_000_000
"""The most cells of a sheet that get a format."""
_MAX_WIDTH: Final = 255
_MAX_BYTES: Final = 64 << 20
"""The size of the largest file whose formats are read."""


def formats_of(path: Path, file_type: str) -> Mapping[str, SheetFormats]:
    """Return name of a sheet → its formats; empty for other files, and for one that is damaged."""
    with suppress(Exception):  # an untrusted file, whose values are read in another way
        if path.stat().st_size <= _MAX_BYTES and file_type == "xls":
            return xls_formats(path)
        if path.stat().st_size <= _MAX_BYTES and file_type == "ods":
            return ods_formats(path)
    return {}


class CopiedFormats:
    """Formats the cells of one sheet."""

    def __init__(self, copied: Any, formats: SheetFormats) -> None:  # noqa: ANN401 - an openpyxl sheet
        """Take a sheet with its values."""
        self._copied, self._formats = copied, formats
        self._last_row, self._last_column = copied.max_row, copied.max_column
        self._styles: dict[tuple[CellFormat, str], Any] = {}

    def apply(self) -> None:
        """Give the cells their formats, and the columns their widths.

        Only cells within the rows and columns with values get one: whole rows may have a colour.
        """
        for column, width in self._formats.widths.items():
            if column < self._last_column and 0 < width <= _MAX_WIDTH:
                self._copied.column_dimensions[column_letters(column)].width = width
        left = _MAX_CELLS
        for place, one in self._cells():
            left -= 1
            if left < 0:
                return
            self._apply_to(self._copied.cell(*place), one)

    def merged(self) -> Iterator[tuple[int, int, int, int]]:
        """Yield each merged range: first row, last row, first column, last column."""
        for top, bottom, left, right in self._formats.merged:
            if top <= self._last_row and left < self._last_column:
                yield top, bottom, left, right

    def _cells(self) -> Iterator[tuple[tuple[int, int], CellFormat]]:
        for one in self._formats.ranges():
            for row in range(one.top, min(one.bottom, self._last_row) + 1):
                for column in range(one.left, min(one.right + 1, self._last_column)):
                    yield (row, column + 1), one.format

    def _apply_to(self, cell: Any, one: CellFormat) -> None:  # noqa: ANN401 - an openpyxl cell
        code = _number_format(cell, one.number_format)
        if (one, code) not in self._styles:
            if one.fill is not None:
                cell.fill = styles.PatternFill("solid", fgColor=one.fill)
            if one.is_bold or one.is_italic or one.text_color is not None:
                color = {} if one.text_color is None else {"color": one.text_color}
                change_font(cell, bold=one.is_bold, italic=one.is_italic, **color)
            cell.number_format = code
            self._styles[one, code] = cell._style  # noqa: SLF001 - there is nothing public
        cell._style = copy(self._styles[one, code])  # noqa: SLF001 - as openpyxl does, faster


def hide(copied: Any, parts: HiddenParts) -> None:  # noqa: ANN401 - an openpyxl sheet
    """Hide the rows and columns that the file hides."""
    for column in parts.columns:
        if column < copied.max_column:
            copied.column_dimensions[column_letters(column)].hidden = True
    last_row = copied.max_row
    for first, last in parts.rows():
        for row in range(first, min(last, last_row) + 1):
            copied.row_dimensions[row].hidden = True


def _number_format(cell: Any, code: str | None) -> str:  # noqa: ANN401 - an openpyxl cell
    """Return the number format of a cell: the given one, unless the value would be read otherwise.

    A text stays text, a number with the format of a date would become a date.
    """
    before, value = str(cell.number_format), cell.value
    if code is None or isinstance(value, str):
        return before
    is_date_format = bool(styles.numbers.is_date_format(code))
    if value is None:
        return code
    if isinstance(value, date):
        has_day = is_date_format and any(letter in code.lower() for letter in "dy")
        return code if has_day else before
    is_number = isinstance(value, int | float)
    return code if is_number and not is_date_format else before
