"""Workbooks as sheets of rows.

xlsx and xlsm are read row by row. The reader of xls and ods holds a whole sheet, and a file made to
harm can end the process that reads it; so that happens in a process of its own, with bounds.
"""

import os
import pickle
import re
import subprocess
import sys
import threading
import warnings
import zipfile
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from datetime import date, datetime, time, timedelta
from functools import partial
from itertools import chain, islice
from pathlib import Path
from types import NoneType
from typing import IO, Any, Final, TypeVar, cast

from ..errors import MissingExtraError
from . import _legacy
from ._cells import Cell, Unread
from ._sheets import Book, Row, Rows, Sheet, refused

T = TypeVar("T")
_ONE_AT_A_TIME: Final = threading.Lock()  # filters of warnings are of the process
_MOST: Final = 512 << 20
_MOST_SHARED: Final = 128 << 20
_MOST_TEXTS: Final = 2_000_000
_SECOND_EPOCH: Final = 1904
_SMALL, _RATIO, _PIECE = 1 << 20, 100, 1 << 20
_AT_ONCE: Final = 200
_LAST_ROW: Final = 1 << 20
_WIDEST: Final = 1 << 14
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")


@contextmanager
def open_workbook(path: Path, *, is_zip: bool) -> Generator[Book]:
    """Open a workbook: a zip is an xlsx, an xlsm or an ods, and anything else here an xls."""
    if is_zip:
        names = looked_into(path)
        if "[Content_Types].xml" in names and any(name.startswith("xl/") for name in names):
            with _open_xlsx(path) as book:
                yield book
            return
        if "mimetype" not in names or "content.xml" not in names:
            raise refused("table.kind" if names else "table.damaged")
    elif _holds(path, _ENCRYPTED):
        raise refused("table.encrypted")
    told = chain.from_iterable(_told_by_child(path, None))
    sheets = [
        Sheet(name, _rows_of_child(path, number))
        for number, (name, is_visible) in enumerate(told)
        if is_visible
    ]
    yield Book(sheets, kind="ods" if is_zip else "xls")


def looked_into(path: Path, *, most: int = _MOST) -> set[str]:
    """Return what is in a zip, before anything of it is unpacked."""
    with ExitStack() as stack:
        archive = guarded(lambda: stack.enter_context(zipfile.ZipFile(path)))
        parts = archive.infolist()
        _need_bounds(parts, most)
        for part in parts:
            if part.file_size > _SMALL and part.filename.startswith("xl/worksheets/"):
                guarded(partial(_need_few, archive, part, rb"<c[\s/>]", _WIDEST))
            elif part.file_size > _SMALL and part.filename.endswith("sharedStrings.xml"):
                guarded(partial(_need_few, archive, part, rb"<si[\s/>]", _MOST_TEXTS))
    return {part.filename for part in parts}


def _need_bounds(parts: Sequence[zipfile.ZipInfo], most: int) -> None:
    """Refuse a zip that is empty, locked, or unpacks to more than it should."""
    if not parts:
        raise refused("table.damaged")
    if any(part.flag_bits & 1 for part in parts):
        raise refused("table.encrypted")
    shared = sum(part.file_size for part in parts if part.filename.endswith("sharedStrings.xml"))
    if sum(part.file_size for part in parts) > most or shared > _MOST_SHARED:
        raise refused("table.too_big", most=most >> 20)
    if any(one.file_size > max(_SMALL, _RATIO * one.compress_size) for one in parts):
        raise refused("table.bomb", most=_RATIO)


def _need_few(archive: zipfile.ZipFile, part: zipfile.ZipInfo, tag: bytes, most: int) -> None:
    """Refuse more elements in a row, or in a part without rows, than a reader can hold."""
    count = 0
    rest = b""
    with archive.open(part) as sheet:
        while piece := sheet.read(_PIECE):
            text = rest + piece
            cut = max(text.rfind(b"<"), 0) or len(text)  # so that no tag is cut in two
            whole, rest = text[:cut], text[cut:]
            for number, row in enumerate(whole.split(b"<row")):
                count = (0 if number else count) + len(re.findall(tag, row))
                if count > most:
                    raise OverflowError


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
            Sheet(sheet.title, _rows_of_xlsx(sheet, path))
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


def guarded(act: Callable[[], T]) -> T:
    """Return what an act on a foreign file returns, or raise that the file is damaged.

    Whatever a library raises on a file made by anybody, it means this. What it raises, or warns of,
    may hold what was read, so the error is raised outside.
    """
    try:
        with _ONE_AT_A_TIME, warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return act()
    except Exception:  # noqa: BLE001, S110 - as above
        pass
    raise refused("table.damaged")


_FORMULA = Unread("cell.formula")
_ERROR = Unread("cell.error")
_PLAIN: Final = {str, int, float, bool, datetime, date, time, timedelta, NoneType}


def _rows_of_xlsx(sheet: Any, path: Path) -> Callable[[], Rows]:  # noqa: ANN401 - a sheet of the extra
    """Return what reads the rows of a sheet; where formulas stand, their last results are read."""

    def rows() -> Rows:
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
                yield number, [_value(cell) for cell in line[:_WIDEST]]
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


def _told_by_child(path: Path, number: int | None) -> Generator[Any]:
    """Yield what the reader of xls and ods tells: names of sheets, or rows of one, in pieces."""
    asked = [] if number is None else [str(number)]
    told = subprocess.Popen(  # noqa: S603 - our own file
        [sys.executable, _legacy.__file__, str(path.resolve()), *asked],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )
    word: object = []
    with told:
        try:
            while type(word) is list:
                yield word
                word = guarded(lambda: pickle.load(cast("IO[bytes]", told.stdout)))  # noqa: S301 - written by our own file
        finally:
            told.kill()
    if word == _legacy.MISSING:
        raise MissingExtraError("excel")
    if word != _legacy.DONE:
        raise refused("table.encrypted" if word == _legacy.PASSWORD else "table.damaged")


def _rows_of_child(path: Path, number: int) -> Callable[[], Rows]:
    def rows() -> Rows:
        with closing(_told_by_child(path, number)) as pieces:
            yield from enumerate(chain.from_iterable(pieces), start=1)

    return rows
