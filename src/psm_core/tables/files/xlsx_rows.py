"""Rows of an xlsx sheet as cells.

Plain cells (a number, a text, a truth value) are read here, in a fraction of the time of openpyxl.
Every other cell is read by the parser of openpyxl: dates, formulas, errors, formatted text. What a
sheet has besides rows is not parsed. `zip_limits` has rejected document types before, so that the
parser of Python meets no entities.
"""

import re
from collections.abc import Container, Generator, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from types import NoneType
from typing import Any, Final, cast
from xml.etree.ElementTree import Element, iterparse

from ..cells.cell import Cell, Unread, result_of
from .extras import SHEET_MAIN_NS, Text, WorkSheetParser
from .sheets import column_letters

_FORMULA: Final = Unread("cell.formula")
_ERROR: Final = Unread("cell.error")
_VALUE_TYPES: Final = {str, int, float, bool, datetime, date, time, timedelta, NoneType}
_ESCAPE: Final = re.compile("_x([0-9A-Fa-f]{4})_")
"""How OOXML escapes a character that XML does not allow, such as a carriage return."""
_ROW, _VALUE, _INLINE, _TEXT = (f"{{{SHEET_MAIN_NS}}}{tag}" for tag in ("row", "v", "is", "t"))
_PLAIN_TYPES: Final = frozenset({"n", "s", "str", "b"})
_USUAL_COLUMNS: Final = {column_letters(index): index for index in range(702)}
"""Letters of a column → its index, up to ZZ."""


class _UnusualError(Exception):
    """A row or a cell has to be read by openpyxl."""


def rows_of(sheet: Any) -> Generator[Sequence[Cell]]:  # noqa: ANN401 - an openpyxl sheet
    """Yield the cells of each row of a sheet that was opened to be read row by row.

    A row that the file leaves out is empty, and a row that is not after the one before is left out.
    """
    book = sheet.parent
    with sheet._get_source() as source:  # noqa: SLF001 - there is nothing public
        parser = WorkSheetParser(
            source,
            sheet._shared_strings,  # noqa: SLF001 - as above
            data_only=book.data_only,
            epoch=book.epoch,
            date_formats=book._date_formats,  # noqa: SLF001 - as above
            timedelta_formats=book._timedelta_formats,  # noqa: SLF001 - as above
        )
        before = 0
        for number, cells in _RowParser(parser).rows():
            while before + 1 < number:
                before += 1
                yield ()
            if number == before + 1:
                before = number
                yield cells


class _IsDate(dict[str, bool]):
    """Style of a cell → whether its number is a date."""

    def __init__(self, formats: Container[int]) -> None:
        super().__init__()
        self._formats = formats

    def __missing__(self, style: str) -> bool:
        is_date = self[style] = int(style) in self._formats
        return is_date


class _RowParser:
    """Reads the rows of a sheet; `_parser` is that of openpyxl."""

    def __init__(self, parser: Any) -> None:  # noqa: ANN401 - of openpyxl, without types
        self._parser, self._is_date = parser, _IsDate(parser.date_formats)

    def rows(self) -> Iterator[tuple[int, Sequence[Cell]]]:
        """Yield number and cells of each row."""
        for _, element in iterparse(self._parser.source):  # noqa: S314 - no document types
            if element.tag == _ROW:
                yield self._row(element)
                element.clear()

    def _row(self, row: Element) -> tuple[int, Sequence[Cell]]:
        before = self._parser.row_counter
        try:
            return self._plain_row(row)
        except _UnusualError:
            self._parser.row_counter = before
        number, parsed = self._parser.parse_row(row)
        return number, _in_columns(parsed)

    def _plain_row(self, row: Element) -> tuple[int, Sequence[Cell]]:
        """Return a row whose cells name their columns, in order."""
        stated = row.get("r")
        if stated is None or not (stated.isascii() and stated.isdecimal()):
            raise _UnusualError
        number = self._parser.row_counter = int(stated)
        digits = -len(stated)
        cells: list[Cell] = []
        for element in row:
            reference = element.get("r", "")
            index = _USUAL_COLUMNS.get(reference[:digits])
            if index is None or reference[digits:] != stated or index < len(cells):
                raise _UnusualError
            if index > len(cells):
                cells += [None] * (index - len(cells))
            cells.append(self._cell(element))
        return number, cells

    def _cell(self, element: Element) -> Cell:
        kind, style = element.get("t", "n"), element.get("s")
        is_date = self._is_date[style] if style else False
        if len(element) == 1:
            child = element[0]
            if child.tag == _VALUE and (text := child.text) and kind in _PLAIN_TYPES:
                if kind != "n":
                    return self._text_or_truth(kind, text)
                if not is_date:
                    is_float = "." in text or "E" in text or "e" in text
                    return float(text) if is_float else int(text)
            elif child.tag == _INLINE and kind == "inlineStr":
                return _without_escapes(text_of(child))
        elif not len(element) and kind in _PLAIN_TYPES:
            return None
        return _value(self._parser.parse_cell(element))

    def _text_or_truth(self, kind: str, text: str) -> str | bool:
        if kind == "b":
            return bool(int(text))
        return _without_escapes(text if kind == "str" else self._parser.shared_strings[int(text)])


def text_of(element: Element) -> str:
    """Return the text of an element with plain or formatted text, which keeps its escapes."""
    if len(element) == 1 and element[0].tag == _TEXT and not element.attrib:
        return element[0].text or ""
    parsed: Any = cast("Any", Text).from_tree(element)
    return str(parsed.content)


def _in_columns(parsed: Sequence[dict[str, Any]]) -> Sequence[Cell]:
    """Return the cells that openpyxl has read, as many as the column of the last one says."""
    cells: list[Cell] = [None] * (parsed[-1]["column"] if parsed else 0)
    for one in parsed:
        if 0 < one["column"] <= len(cells):
            cells[one["column"] - 1] = _value(one)
    return cells


def _value(cell: dict[str, Any]) -> Cell:
    """Return the value of a cell that openpyxl has read."""
    value: Any = cell["value"]
    kind = cell["data_type"]
    if kind == "e":
        return _ERROR
    if kind == "f" or type(value) not in _VALUE_TYPES:
        constant = result_of(value) if type(value) is str else _FORMULA
        return constant if isinstance(constant, str) and constant != value else _FORMULA
    result: Cell = value
    return _without_escapes(result) if kind == "s" and isinstance(result, str) else result


def _without_escapes(text: str) -> str:
    return _ESCAPE.sub(_unescape, text) if "_x" in text else text


def _unescape(match: re.Match[str]) -> str:
    """Return the character of an escape such as ``_x000D_``; a lone surrogate stays escaped."""
    character = chr(int(match[1], 16))
    return match[0] if "\ud800" <= character <= "\udfff" else character
