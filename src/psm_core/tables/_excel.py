"""Workbooks as sheets of rows.

xlsx and xlsm are read row by row. The reader of xls and ods holds a whole sheet, and a file made to
harm can end the process that reads it; so that happens in a process of its own, with bounds.
"""

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from datetime import date, datetime, time, timedelta
from itertools import chain, islice
from pathlib import Path
from types import NoneType
from typing import Any, Final

from ._cells import Cell, Unread
from ._foreign import guarded
from ._reader_process import pieces
from ._sheets import Book, Row, Rows, Sheet, bounded, refused
from ._zips import CONTENTS, looked_into, need_readable

_SECOND_EPOCH: Final = 1904
_AT_ONCE: Final = 200
_LAST_ROW: Final = 1 << 20
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")


@contextmanager
def open_workbook(path: Path, *, is_zip: bool) -> Generator[Book]:
    """Open a workbook: a zip is an xlsx, an xlsm or an ods, and anything else here an xls."""
    if is_zip:
        names = looked_into(path)
        if CONTENTS in names and any(name.startswith("xl/") for name in names):
            with _open_xlsx(path) as book:
                yield book
            return
        if "mimetype" not in names or "content.xml" not in names:
            raise refused("table.kind" if names else "table.damaged")
    elif _holds(path, _ENCRYPTED):
        raise refused("table.encrypted")
    told = chain.from_iterable(pieces(path, None))
    sheets = [
        Sheet(name, bounded(_rows_of_child(path, number)))
        for number, (name, is_visible) in enumerate(told)
        if is_visible
    ]
    yield Book(sheets, kind="ods" if is_zip else "xls")


def _holds(path: Path, mark: bytes) -> bool:
    """Tell whether a mark stands in a file; it is looked for a piece at a time."""
    with path.open("rb") as file:
        before = b""
        while piece := file.read(1 << 20):
            if mark in before + piece:
                return True
            before = piece[-len(mark) :]
    return False


@contextmanager
def _open_xlsx(path: Path) -> Generator[Book]:
    with _workbook(path, data_only=False) as book:
        sheets = [
            Sheet(sheet.title, bounded(_rows_of_xlsx(sheet, path)))
            for sheet in book.worksheets
            if sheet.sheet_state == "visible"
        ]
        if not sheets:
            raise refused("table.damaged")
        yield Book(sheets, kind="xlsx", has_serials=book.epoch.year < _SECOND_EPOCH)


@contextmanager
def _workbook(path: Path, *, data_only: bool) -> Generator[Any]:
    """Open a workbook of the extra, with its formulas or with what they last gave."""
    from ._extras import openpyxl  # noqa: PLC0415 - the extra may be missing

    load = openpyxl.load_workbook
    with path.open("rb") as file:  # opened here, since the extra leaves it open when it fails
        book = guarded(lambda: load(file, read_only=True, data_only=data_only, keep_links=False))
        with closing(book):
            yield book


_FORMULA = Unread("cell.formula")
_ERROR = Unread("cell.error")
_PLAIN: Final = {str, int, float, bool, datetime, date, time, timedelta, NoneType}


def _rows_of_xlsx(sheet: Any, path: Path) -> Callable[[], Rows]:  # noqa: ANN401 - a sheet of the extra
    """Return what reads the rows of a sheet; where formulas stand, their last results are read."""

    def rows() -> Rows:
        need_readable(sheet._worksheet_path)  # noqa: SLF001 - it is told nowhere else
        with ExitStack() as stack:
            results: Iterator[Row] | None = None
            for number, cells in _lines(sheet):
                if _FORMULA in cells and results is None:
                    book = stack.enter_context(_workbook(path, data_only=True))
                    results = _lines(book[sheet.title])
                yield number, _with_results(cells, results, number) if results else cells

    return rows


def _lines(sheet: Any) -> Generator[tuple[int, list[Cell]]]:  # noqa: ANN401 - a sheet of the extra
    sheet.reset_dimensions()  # what a file says of its size is often wrong
    lines: Iterator[Sequence[Any]] = sheet.iter_rows()
    before = 0
    while piece := guarded(lambda: list(islice(lines, _AT_ONCE))):
        for number, line in enumerate(piece, start=before + 1):
            if number > _LAST_ROW:
                raise refused("table.damaged")
            if line:
                yield number, list(map(_value, line))
        before += len(piece)


def _value(cell: Any) -> Cell:  # noqa: ANN401 - a cell of the extra
    value = cell.value
    if cell.data_type == "e":
        return _ERROR
    return _FORMULA if cell.data_type == "f" or type(value) not in _PLAIN else value


def _with_results(cells: list[Cell], results: Iterator[Row], number: int) -> list[Cell]:
    """Return the cells with what their formulas last gave, where the file has it."""
    found = next((there for at, there in results if at >= number), ())
    return [
        found[index]
        if cell == _FORMULA and index < len(found) and found[index] is not None
        else cell
        for index, cell in enumerate(cells)
    ]


def _rows_of_child(path: Path, number: int) -> Callable[[], Rows]:
    def rows() -> Rows:
        with closing(pieces(path, number)) as found:
            yield from enumerate(chain.from_iterable(found), start=1)

    return rows
