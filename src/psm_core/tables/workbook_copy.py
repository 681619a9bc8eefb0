"""Copies the values of an xls or ods into a workbook that comments can be written to."""

import re
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, Final

from .cells import Cell, is_blank
from .files.extras import openpyxl
from .files.merged_cells import MergedCells
from .files.opening import open_book
from .files.sheets import Sheet, column_letters, table_error
from .writing import escape_text, without_controls

_MAX_CELLS: Final = 5_000_000
"""The most filled cells of a file; openpyxl holds them all in memory."""
_MAX_MERGED: Final = 100_000
"""The most cells that are merged in a sheet."""
_LONGEST_NAME: Final = 31
_NOT_IN_NAMES: Final = r"[\[\]:*?/\\]"
_FIRST_YEAR: Final = 1900
"""The first year of a date in a workbook."""
_LARGE: Final = 10**11
_TEXT_FORMAT, _DATE_FORMAT, _WHOLE_FORMAT = "@", "dd-mm-yyyy", "0"
_MIDNIGHT: Final = time()
_MIN_WIDTH, _MAX_WIDTH = 8, 40


def copied_workbook(path: Path) -> tuple[Any, Mapping[str, str]]:
    """Return an openpyxl workbook with the sheets of a file, and name → name in the copy.

    It has values, dates and cells merged over several rows. Formulas are their stored results.
    Hidden sheets come last. Names that an xlsx cannot have are changed.

    Raises:
        TableError: as in `read`; ``table.too_many_cells``.

    """
    copy: Any = openpyxl.Workbook()
    copy.remove(copy.active)
    names: dict[str, str] = {}
    count = 0
    with open_book(path, delimiter=None) as book:
        for sheet in (*book.sheets, *book.hidden):
            name = str(sheet.name)
            copied = copy.create_sheet(re.sub(_NOT_IN_NAMES, "_", name)[:_LONGEST_NAME])
            names[name] = copied.title
            copied.sheet_state = "visible" if sheet in book.sheets else "hidden"
            widths: dict[int, int] = {}
            for number, cells in _filled(sheet):
                count += len(cells)
                if count > _MAX_CELLS:
                    raise table_error("table.too_many_cells", maximum=_MAX_CELLS)
                for at, value in cells.items():
                    _write(copied.cell(number, at + 1), value)
                    if len(cells) > 1:  # a title is longer than its column
                        widths[at] = max(widths.get(at, _MIN_WIDTH), len(str(value)) + 2)
            for at, width in widths.items():
                copied.column_dimensions[column_letters(at)].width = min(width, _MAX_WIDTH)
            _merge(copied, sheet.merged or MergedCells())
    return copy, names


def _filled(sheet: Sheet) -> Iterator[tuple[int, dict[int, Cell]]]:
    """Yield the number of each row, and the cells that show something by their index."""
    with closing(sheet.rows()) as rows:
        for number, cells in rows:
            yield number, {at: cell for at, cell in enumerate(cells) if not is_blank(cell)}


def _write(cell: Any, value: Cell) -> None:  # noqa: ANN401 - an openpyxl cell
    """Write a value so that it is read back equal. Text stays text, also if it has digits only."""
    if isinstance(value, date) and value.year < _FIRST_YEAR:
        value = value.isoformat()[:10]
    if isinstance(value, str):
        cell.value = escape_text(without_controls(value))
        cell.data_type, cell.number_format = "s", _TEXT_FORMAT
    elif isinstance(value, int | float | date | time | timedelta):
        cell.value = value
        if isinstance(value, date) and not _has_time(value):
            cell.number_format = _DATE_FORMAT
        elif isinstance(value, int | float) and value >= _LARGE:
            cell.number_format = _WHOLE_FORMAT  # every digit is shown


def _has_time(value: date) -> bool:
    return isinstance(value, datetime) and value.time() != _MIDNIGHT


def _merge(copied: Any, merged: MergedCells) -> None:  # noqa: ANN401 - an openpyxl sheet
    """Merge the cells of each range, unless one below the first has a value to lose."""
    left = _MAX_MERGED
    filled = set(copied._cells)  # noqa: SLF001 - there is nothing public
    for top, bottom, column in merged.ranges():
        left -= bottom - top
        if left < 0:
            return
        if not any((row, column + 1) in filled for row in range(top + 1, bottom + 1)):
            letters = column_letters(column)
            copied.merge_cells(f"{letters}{top}:{letters}{bottom}")
