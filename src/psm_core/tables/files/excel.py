"""Workbooks as sheets of rows.

xlsx and xlsm are read row by row. The library for xls and ods loads a whole sheet, and a malicious
file can crash it. It therefore runs in a separate process with limits.
"""

import re
import zipfile
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from datetime import date, datetime, time, timedelta
from functools import partial
from itertools import chain, islice
from pathlib import Path
from types import NoneType
from typing import Any, Final

from ..cells import Cell, Unread, result_of
from .file_types import MARKS, reject_other_zip
from .library_calls import call_library
from .merged_cells import MergedCells
from .reader_process import read_pieces
from .sheets import Book, Row, Rows, Sheet, table_error, with_limits
from .zip_limits import CONTENTS, Contents, inspect_zip, reject_unchecked_part

_EPOCH_1904: Final = 1904
_ROWS_AT_ONCE: Final = 200
_MAX_ROWS: Final = 1 << 20
_ESCAPE: Final = re.compile("_x([0-9A-Fa-f]{4})_")
"""How OOXML escapes a character that XML does not allow, such as a carriage return."""
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")


@contextmanager
def open_workbook(path: Path, *, is_zip: bool) -> Generator[Book]:
    """Open a workbook: an xlsx, xlsm or ods if it is a zip, else an xls."""
    if is_zip:
        contents = inspect_zip(path)
        names = contents.names
        reject_other_zip(names)
        if CONTENTS in names and any(name.startswith("xl/") for name in names):
            with _open_xlsx(path, contents) as book:
                yield book
            return
        if "mimetype" not in names or "content.xml" not in names:
            raise table_error("table.not_a_table", what="ZIP")
        if not _is_ods(path):
            raise table_error("table.not_a_table", what="OpenDocument")
    elif _contains(path, _ENCRYPTED):
        raise table_error("table.encrypted")
    elif what := next((what for mark, what in MARKS.items() if _contains(path, mark)), None):
        raise table_error("table.not_a_table", what=what)
    listed = chain.from_iterable(read_pieces(path, None))
    visible: list[Sheet] = []
    hidden: list[Sheet] = []
    for number, (name, is_visible) in enumerate(listed):
        merged = MergedCells()
        sheet = Sheet(name, with_limits(_rows_of_xls_or_ods(path, number, merged)), merged)
        (visible if is_visible else hidden).append(sheet)
    yield Book(visible, hidden, file_type="ods" if is_zip else "xls")


def _is_ods(path: Path) -> bool:
    """Return whether an OpenDocument file is a spreadsheet, not a text, say."""
    with zipfile.ZipFile(path) as archive:
        return b"spreadsheet" in call_library(lambda: archive.read("mimetype"))


def _contains(path: Path, mark: bytes) -> bool:
    """Return whether a file contains some bytes."""
    with path.open("rb") as file:
        before = b""
        while chunk := file.read(1 << 20):
            if mark in before + chunk:
                return True
            before = chunk[-len(mark) :]
    return False


@contextmanager
def _open_xlsx(path: Path, contents: Contents) -> Generator[Book]:
    opened = partial(_workbook, path, is_strict=contents.is_strict)
    with opened(data_only=False) as book:
        visible: list[Sheet] = []
        hidden: list[Sheet] = []
        for sheet in book.worksheets:
            merged = contents.merged.get(_part(sheet))
            one = Sheet(sheet.title, with_limits(_xlsx_rows(sheet, opened)), merged)
            (visible if sheet.sheet_state == "visible" else hidden).append(one)
        has_serials = book.epoch.year < _EPOCH_1904
        yield Book(visible, hidden, file_type="xlsx", has_serials=has_serials)


def _part(sheet: Any) -> str:  # noqa: ANN401 - an openpyxl sheet
    """Return the name of the zip part that contains a sheet."""
    return str(sheet._worksheet_path).lstrip("/")  # noqa: SLF001 - there is nothing public


@contextmanager
def _workbook(path: Path, *, data_only: bool, is_strict: bool) -> Generator[Any]:
    """Open an openpyxl workbook, with its formulas or with their stored results."""
    from .xlsx import load  # noqa: PLC0415 - the extra may be missing

    with path.open("rb") as file:  # opened here, because openpyxl leaves it open after an error
        book = call_library(lambda: load(file, data_only=data_only, is_strict=is_strict))
        with closing(book):
            yield book


_FORMULA = Unread("cell.formula")
_ERROR = Unread("cell.error")
_VALUE_TYPES: Final = {str, int, float, bool, datetime, date, time, timedelta, NoneType}


def _xlsx_rows(sheet: Any, opened: Callable[..., Any]) -> Callable[[], Rows]:  # noqa: ANN401 - an openpyxl sheet
    """Return a function that reads the rows of a sheet, with the stored results of formulas."""

    def rows() -> Rows:
        reject_unchecked_part(_part(sheet))
        with ExitStack() as stack:
            results: Iterator[Row] | None = None
            for number, cells in _read_rows(sheet):
                if _FORMULA in cells and results is None:
                    book = stack.enter_context(opened(data_only=True))
                    results = _read_rows(book[sheet.title])
                yield number, _with_results(cells, results, number) if results else cells

    return rows


def _read_rows(sheet: Any) -> Generator[tuple[int, list[Cell]]]:  # noqa: ANN401 - an openpyxl sheet
    sheet.reset_dimensions()  # the size stated in a file is often wrong
    lines: Iterator[Sequence[Any]] = sheet.iter_rows()
    before = 0
    while chunk := call_library(lambda: list(islice(lines, _ROWS_AT_ONCE))):
        for number, line in enumerate(chunk, start=before + 1):
            if number > _MAX_ROWS:
                raise table_error("table.damaged")
            if line:
                yield number, list(map(_value, line))
        before += len(chunk)


def _value(cell: Any) -> Cell:  # noqa: ANN401 - an openpyxl cell
    value = cell.value
    kind = cell.data_type
    if kind == "e":
        return _ERROR
    if kind == "f" or type(value) not in _VALUE_TYPES:
        constant = result_of(value) if type(value) is str else _FORMULA
        return constant if isinstance(constant, str) and constant != value else _FORMULA
    return _ESCAPE.sub(_unescape, value) if kind == "s" and "_x" in value else value


def _unescape(match: re.Match[str]) -> str:
    """Return the character of an escape such as ``_x000D_``; a lone surrogate stays escaped."""
    character = chr(int(match[1], 16))
    return match[0] if "\ud800" <= character <= "\udfff" else character


def _with_results(cells: list[Cell], results: Iterator[Row], number: int) -> list[Cell]:
    """Return the cells with the stored results of formulas, where the file has them."""
    values = next((row for at, row in results if at >= number), ())
    return [
        values[index]
        if cell == _FORMULA and index < len(values) and values[index] is not None
        else cell
        for index, cell in enumerate(cells)
    ]


def _rows_of_xls_or_ods(path: Path, number: int, merged: MergedCells) -> Callable[[], Rows]:
    def rows() -> Rows:
        with closing(read_pieces(path, number)) as lines:
            merged.replace(*next(lines))
            yield from enumerate(chain.from_iterable(lines), start=1)

    return rows
