"""Workbooks as sheets of rows.

xlsx and xlsm are read row by row. The library for xls and ods loads a whole sheet, and a malicious
file can crash it. It therefore runs in a separate process with limits.
"""

import zipfile
from collections.abc import Callable, Generator, Iterator, Sequence
from collections.abc import Set as AbstractSet
from contextlib import ExitStack, closing, contextmanager
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import Any, Final

from ..cells.cell import Cell, Unread
from .file_types import MARKS, reject_other_zip
from .hidden_parts import HiddenParts
from .library_calls import call_library
from .merged_cells import MergedCells
from .reader_process import read_pieces
from .sheets import Book, Row, Rows, Sheet, table_error, with_limits
from .zip_limits import CONTENTS, Contents, inspect_zip, reject_unchecked_part

_EPOCH_1904: Final = 1904
_ROWS_AT_ONCE: Final = 200
_MAX_ROWS: Final = 1 << 20
_FORMULA: Final = Unread("cell.formula")
_MANIFEST: Final = "META-INF/manifest.xml"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")


@contextmanager
def open_workbook(path: Path, *, is_zip: bool) -> Generator[Book]:
    """Open a workbook: an xlsx, xlsm or ods if it is a zip, else an xls."""
    if is_zip:
        contents = inspect_zip(path)
        names = contents.names
        reject_other_zip(names)
        if _is_encrypted_ods(path, names):
            raise table_error("table.encrypted")
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
        merged, parts = MergedCells(), HiddenParts()
        rows = _rows_of_xls_or_ods(path, number, merged, parts)
        sheet = Sheet(name, with_limits(rows), merged, parts)
        (visible if is_visible else hidden).append(sheet)
    yield Book(visible, hidden, file_type="ods" if is_zip else "xls")


def _is_encrypted_ods(path: Path, names: AbstractSet[str]) -> bool:
    """Return whether an OpenDocument file is protected by a password."""
    if "encrypted-package" in names:
        return True
    if _MANIFEST not in names:
        return False
    with zipfile.ZipFile(path) as archive:
        return b"encryption-data" in call_library(lambda: archive.read(_MANIFEST))


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
            merged, parts = contents.sheets.get(_part(sheet), (None, None))
            one = Sheet(sheet.title, with_limits(_xlsx_rows(sheet, opened)), merged, parts)
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


def _read_rows(sheet: Any) -> Generator[tuple[int, Sequence[Cell]]]:  # noqa: ANN401 - an openpyxl sheet
    from .xlsx_rows import rows_of  # noqa: PLC0415 - the extra may be missing

    before = 0
    with closing(rows_of(sheet)) as lines:
        while chunk := call_library(lambda: list(islice(lines, _ROWS_AT_ONCE))):
            for number, line in enumerate(chunk, start=before + 1):
                if number > _MAX_ROWS:
                    raise table_error("table.damaged")
                if line:
                    yield number, line
            before += len(chunk)


def _with_results(cells: Sequence[Cell], results: Iterator[Row], number: int) -> list[Cell]:
    """Return the cells with the stored results of formulas, where the file has them."""
    values = next((row for at, row in results if at >= number), ())
    return [
        values[index]
        if cell == _FORMULA and index < len(values) and values[index] is not None
        else cell
        for index, cell in enumerate(cells)
    ]


def _rows_of_xls_or_ods(
    path: Path, number: int, merged: MergedCells, parts: HiddenParts
) -> Callable[[], Rows]:
    def rows() -> Rows:
        with closing(read_pieces(path, number)) as lines:
            ranges, hidden_rows, hidden_columns = next(lines)
            merged.replace(ranges)
            parts.replace(hidden_rows, hidden_columns)
            yield from enumerate(chain.from_iterable(lines), start=1)

    return rows
