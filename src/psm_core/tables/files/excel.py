"""Workbooks as sheets of rows.

xlsx and xlsm are read row by row. The reader of xls and ods holds a whole sheet, and a file made to
harm can end the process that reads it; so that happens in a process of its own, with bounds.
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
from .file_types import MARKS, need_read_zip
from .library_calls import guarded
from .merged_cells import MergedCells
from .reader_process import pieces
from .sheets import Book, Row, Rows, Sheet, bounded, refused
from .zip_limits import CONTENTS, Contents, looked_into, need_readable

_SECOND_EPOCH: Final = 1904
_AT_ONCE: Final = 200
_LAST_ROW: Final = 1 << 20
_ESCAPE: Final = re.compile("_x([0-9A-Fa-f]{4})_")
"""How OOXML writes a letter that XML has no place for, such as a carriage return."""
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")


@contextmanager
def open_workbook(path: Path, *, is_zip: bool) -> Generator[Book]:
    """Open a workbook: a zip is an xlsx, an xlsm or an ods, and anything else here an xls."""
    if is_zip:
        contents = looked_into(path)
        names = contents.names
        need_read_zip(names)
        if CONTENTS in names and any(name.startswith("xl/") for name in names):
            with _open_xlsx(path, contents) as book:
                yield book
            return
        if "mimetype" not in names or "content.xml" not in names:
            raise refused("table.not_a_table", what="ZIP")
        if not _is_ods(path):
            raise refused("table.not_a_table", what="OpenDocument")
    elif _holds(path, _ENCRYPTED):
        raise refused("table.encrypted")
    elif what := next((what for mark, what in MARKS.items() if _holds(path, mark)), None):
        raise refused("table.not_a_table", what=what)
    told = chain.from_iterable(pieces(path, None))
    visible: list[Sheet] = []
    hidden: list[Sheet] = []
    for number, (name, is_visible) in enumerate(told):
        merged = MergedCells()
        sheet = Sheet(name, bounded(_rows_of_child(path, number, merged)), merged)
        (visible if is_visible else hidden).append(sheet)
    yield Book(visible, hidden, kind="ods" if is_zip else "xls")


def _is_ods(path: Path) -> bool:
    """Tell whether a zip of the OpenDocument kind is a spreadsheet and no text, say."""
    with zipfile.ZipFile(path) as archive:
        return b"spreadsheet" in guarded(lambda: archive.read("mimetype"))


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
def _open_xlsx(path: Path, contents: Contents) -> Generator[Book]:
    opened = partial(_workbook, path, is_strict=contents.is_strict)
    with opened(data_only=False) as book:
        visible: list[Sheet] = []
        hidden: list[Sheet] = []
        for sheet in book.worksheets:
            merged = contents.merged.get(_part(sheet))
            one = Sheet(sheet.title, bounded(_rows_of_xlsx(sheet, opened)), merged)
            (visible if sheet.sheet_state == "visible" else hidden).append(one)
        has_serials = book.epoch.year < _SECOND_EPOCH
        yield Book(visible, hidden, kind="xlsx", has_serials=has_serials)


def _part(sheet: Any) -> str:  # noqa: ANN401 - a sheet of the extra
    """Return the name of the part that a sheet stands in."""
    return str(sheet._worksheet_path).lstrip("/")  # noqa: SLF001 - nothing public gives it


@contextmanager
def _workbook(path: Path, *, data_only: bool, is_strict: bool) -> Generator[Any]:
    """Open a workbook of the extra, with its formulas or with what they last gave."""
    from .xlsx import load  # noqa: PLC0415 - the extra may be missing

    with path.open("rb") as file:  # opened here, since the extra leaves it open when it fails
        book = guarded(lambda: load(file, data_only=data_only, is_strict=is_strict))
        with closing(book):
            yield book


_FORMULA = Unread("cell.formula")
_ERROR = Unread("cell.error")
_PLAIN: Final = {str, int, float, bool, datetime, date, time, timedelta, NoneType}


def _rows_of_xlsx(sheet: Any, opened: Callable[..., Any]) -> Callable[[], Rows]:  # noqa: ANN401 - a sheet of the extra
    """Return what reads the rows of a sheet; where formulas stand, their last results are read."""

    def rows() -> Rows:
        need_readable(_part(sheet))
        with ExitStack() as stack:
            results: Iterator[Row] | None = None
            for number, cells in _lines(sheet):
                if _FORMULA in cells and results is None:
                    book = stack.enter_context(opened(data_only=True))
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
    kind = cell.data_type
    if kind == "e":
        return _ERROR
    if kind == "f" or type(value) not in _PLAIN:
        constant = result_of(value) if type(value) is str else _FORMULA
        return constant if isinstance(constant, str) and constant != value else _FORMULA
    return _ESCAPE.sub(_letter, value) if kind == "s" and "_x" in value else value


def _letter(found: re.Match[str]) -> str:
    """Return the letter of an escape such as ``_x000D_``; half of a pair is no letter."""
    letter = chr(int(found[1], 16))
    return found[0] if "\ud800" <= letter <= "\udfff" else letter


def _with_results(cells: list[Cell], results: Iterator[Row], number: int) -> list[Cell]:
    """Return the cells with what their formulas last gave, where the file has it."""
    found = next((there for at, there in results if at >= number), ())
    return [
        found[index]
        if cell == _FORMULA and index < len(found) and found[index] is not None
        else cell
        for index, cell in enumerate(cells)
    ]


def _rows_of_child(path: Path, number: int, merged: MergedCells) -> Callable[[], Rows]:
    def rows() -> Rows:
        with closing(pieces(path, number)) as lines:
            merged.begin(*next(lines))
            yield from enumerate(chain.from_iterable(lines), start=1)

    return rows
