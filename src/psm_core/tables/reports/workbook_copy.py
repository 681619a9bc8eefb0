"""Copies the values of an xls or ods into a workbook that comments can be written to."""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, Final

from ..cells.cell import Cell, is_blank
from ..files.cell_formats import SheetFormats
from ..files.extras import openpyxl
from ..files.hidden_parts import HiddenParts
from ..files.merged_cells import MergedCells
from ..files.opening import open_book
from ..files.sheets import Sheet, column_letters, table_error
from ..writing import escape_text, without_controls
from .copied_formats import CopiedFormats, formats_of, hide

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

    It has values, dates, merged cells and hidden parts. From an xls or ods it also has colours,
    bold and italic text, formats of numbers and widths. Formulas are their stored results. Hidden
    sheets come last. Names that an xlsx cannot have are changed.

    Raises:
        TableError: as in `read`; ``table.too_many_cells``.

    """
    copy: Any = openpyxl.Workbook()
    copy.remove(copy.active)
    names: dict[str, str] = {}
    count = 0
    with open_book(path, delimiter=None) as book:
        formats = formats_of(path, book.file_type)
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
                        widths[at] = max(widths.get(at, _MIN_WIDTH), _width(value))
            for at, width in widths.items():
                copied.column_dimensions[column_letters(at)].width = min(width, _MAX_WIDTH)
            _give_look(copied, sheet, formats.get(name))
    return copy, names


def _give_look(copied: Any, sheet: Sheet, formats: SheetFormats | None) -> None:  # noqa: ANN401 - an openpyxl sheet
    """Give a sheet with its values the formats, merged cells and hidden parts of the file."""
    if formats is None:
        merged = sheet.merged or MergedCells()
        _merge(copied, ((top, bottom, at, at) for top, bottom, at in merged.ranges()))
    else:
        look = CopiedFormats(copied, formats)
        look.apply()
        _merge(copied, look.merged())
    hide(copied, sheet.hidden or HiddenParts())


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


def _width(value: Cell) -> int:
    """Return the width that a value needs, in characters."""
    is_day = isinstance(value, date) and not _has_time(value)
    return len(_DATE_FORMAT if is_day else str(value)) + 2


def _has_time(value: date) -> bool:
    return isinstance(value, datetime) and value.time() != _MIDNIGHT


def _merge(copied: Any, ranges: Iterable[tuple[int, int, int, int]]) -> None:  # noqa: ANN401 - an openpyxl sheet
    """Merge the cells of each range, unless one beside the first has a value to lose."""
    left = _MAX_MERGED
    for top, bottom, first, last in ranges:
        left -= (bottom - top + 1) * (last - first + 1)
        if left < 0:
            return
        places = [(row, at + 1) for row in range(top, bottom + 1) for at in range(first, last + 1)]
        cells = copied._cells  # noqa: SLF001 - other ways create cells
        if all(place not in cells or cells[place].value is None for place in places[1:]):
            copied.merge_cells(
                start_row=top, end_row=bottom, start_column=first + 1, end_column=last + 1
            )
