"""XML Spreadsheet 2003 (SpreadsheetML): the workbooks of one XML file that older systems export."""

from collections.abc import Generator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import IO, Final, NamedTuple
from xml.parsers import expat

from ..cells.cell import Cell, Unread
from .hidden_parts import HiddenParts
from .library_calls import call_library
from .merged_cells import MergedCells
from .sheets import MAX_COLUMNS, Book, Row, Rows, Sheet, table_error, with_limits

MAX_BYTES: Final = 64 << 20
_CHUNK: Final = 1 << 16
_MAX_ROWS: Final = 1 << 20
_SS, _X = "urn:schemas-microsoft-com:office:spreadsheet ", "urn:schemas-microsoft-com:office:excel "
_ERROR: Final = Unread("cell.error")
_FIRST_YEAR: Final = 1900
"""A date before it is the base of a time of day."""


@contextmanager
def open_xml(path: Path) -> Generator[Book]:
    """Open a workbook in XML.

    Raises:
        TableError: ``table.too_big``; ``table.damaged``, also for a document type.

    """
    if path.stat().st_size > MAX_BYTES:
        raise table_error("table.too_big", maximum=MAX_BYTES >> 20)
    contents = _Contents()
    with path.open("rb") as file:
        while _parse_chunk(file, contents.parser):
            pass
    visible: list[Sheet] = []
    hidden: list[Sheet] = []
    for number, one in enumerate(contents.sheets):
        rows = with_limits(partial(_rows, path, number))
        sheet = Sheet(one.name, rows, one.merged, one.hidden)
        (visible if one.visibility[0] == "SheetVisible" else hidden).append(sheet)
    yield Book(visible, hidden, file_type="xml")


def _parse_chunk(file: IO[bytes], parser: expat.XMLParserType) -> bool:
    """Parse the next part of a file; return whether there may be more."""
    chunk = file.read(_CHUNK)
    call_library(lambda: parser.Parse(chunk, not chunk))
    return bool(chunk)


def _rows(path: Path, number: int) -> Rows:
    reader = _RowReader(number)
    with path.open("rb") as file:
        is_open = True
        while is_open and not reader.is_done:
            is_open = _parse_chunk(file, reader.parser)
            yield from reader.rows
            reader.rows.clear()


def _number(attributes: Mapping[str, str], name: str, default: int) -> int:
    return max(int(attributes.get(_SS + name, default)), 0)


class _SheetContents(NamedTuple):
    """What is known of a sheet before its rows are read."""

    name: str
    merged: MergedCells
    hidden: HiddenParts
    visibility: list[str]
    """One text: ``SheetVisible``, ``SheetHidden`` or ``SheetVeryHidden``."""


class _Handler:
    """Follows the elements of a file: the number of the sheet, the row and the column."""

    def __init__(self) -> None:
        self.parser: expat.XMLParserType = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartDoctypeDeclHandler = _reject_document_type
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.characters
        self.parser.buffer_text = True
        self.sheet = -1
        self.row = self.at = 0
        self._next_row = self._next_at = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the begin of an element."""
        if name == f"{_SS}Worksheet":
            self.sheet += 1
            self._next_row, self._next_at = 1, 0
        elif name == f"{_SS}Row":
            self.row = _number(attributes, "Index", self._next_row)
            if not self._next_row <= self.row <= _MAX_ROWS:
                raise OverflowError
            self._next_row = self.row + 1 + _number(attributes, "Span", 0)
            self._next_at = 0
        elif name in {f"{_SS}Cell", f"{_SS}Column"}:
            self.at = _number(attributes, "Index", self._next_at + 1) - 1
            if not self._next_at <= self.at < MAX_COLUMNS:
                raise OverflowError
            more = max(_number(attributes, "MergeAcross", 0), _number(attributes, "Span", 0))
            self._next_at = self.at + 1 + more

    def end(self, name: str) -> None:
        """Take the end of an element."""

    def characters(self, text: str) -> None:
        """Take a text."""


def _reject_document_type(*_: object) -> None:
    raise OverflowError


class _Contents(_Handler):
    """The names of the sheets, and their merged and hidden parts."""

    def __init__(self) -> None:
        super().__init__()
        self.sheets: list[_SheetContents] = []
        self._is_visibility = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        super().start(name, attributes)
        self._is_visibility = name == f"{_X}Visible" and bool(self.sheets)
        is_hidden = attributes.get(f"{_SS}Hidden") == "1"
        span = _number(attributes, "Span", 0)
        if name == f"{_SS}Worksheet":
            title = attributes.get(f"{_SS}Name", "")
            self.sheets.append(
                _SheetContents(title, MergedCells(), HiddenParts(), ["SheetVisible"])
            )
        elif name == f"{_SS}Row" and is_hidden:
            self.sheets[-1].hidden.add_rows(self.row, self.row + span)
        elif name == f"{_SS}Column" and is_hidden:
            self.sheets[-1].hidden.add_columns(self.at, self.at + span)
        elif name == f"{_SS}Cell" and (down := _number(attributes, "MergeDown", 0)):
            self.sheets[-1].merged.add(self.row, self.row + down, self.at)

    def characters(self, text: str) -> None:
        if self._is_visibility:
            self.sheets[-1].visibility[0] = text.strip()
            self._is_visibility = False


class _RowReader(_Handler):
    """The rows of one sheet."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self.rows: list[Row] = []
        self.is_done = False
        self._cells: list[Cell] = []
        self._type: str | None = None
        self._is_comment = False
        self._texts: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        super().start(name, attributes)
        if self.sheet != self._number:
            return
        if name == f"{_SS}Row":
            self._cells = []
        elif name == f"{_SS}Comment":
            self._is_comment = True
        elif name == f"{_SS}Data" and not self._is_comment:
            self._type = attributes.get(f"{_SS}Type", "String")

    def characters(self, text: str) -> None:
        if self._type is not None:
            self._texts.append(text)

    def end(self, name: str) -> None:
        if self.sheet != self._number:
            return
        if name == f"{_SS}Worksheet":
            self.is_done = True
        elif name == f"{_SS}Comment":
            self._is_comment = False
        elif name == f"{_SS}Data" and self._type is not None:
            self._cells += [None] * (self.at - len(self._cells))
            self._cells[self.at :] = [_value(self._type, "".join(self._texts))]
            self._type = None
            self._texts = []
        elif name == f"{_SS}Row" and self._cells:
            self.rows.append((self.row, self._cells))


def _value(kind: str, text: str) -> Cell:
    """Return the value of a cell of a type; its text if that is no value of this type."""
    with suppress(ValueError):
        if kind == "Number":
            return float(text) if set(text) & set(".Ee") else int(text)
        if kind == "DateTime":
            moment = datetime.fromisoformat(text).replace(tzinfo=None)
            return moment if moment.year >= _FIRST_YEAR else moment.time()
    if kind == "Boolean":
        return text.strip() == "1"
    return _ERROR if kind == "Error" else text
