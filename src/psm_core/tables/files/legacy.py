"""Reads xls and ods in a process that is started for it: what ends it there harms nobody else.

Another Python runs this text and gets one pickle on its standard input: file, number of the sheet
or nothing, seconds of the processor, where to import from, and whether the main thread starts it.
It answers `READY`, and then pickles: the name of each sheet and whether it is visible, or the rows
of one sheet, one piece after the other, and at the end one of the words below. It imports nothing
of the package, and it ends when the process that started it ends.
"""

import os
import pickle
import sys
import zipfile
from contextlib import suppress
from importlib import import_module
from typing import Any
from xml.parsers import expat

READY = b"psm-core reads now\n"
DONE, DAMAGED, PASSWORD, MISSING = "done", "damaged", "password", "missing"
_MEMORY, _AT_ONCE, _EXACT = 1 << 30, 500, 10**15
_MOST_RANGES = 1_000_000
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
_CELLS = {_TABLE + "table-cell", _TABLE + "covered-table-cell"}
_SET_DEATH_SIGNAL = 1
"""PR_SET_PDEATHSIG of Linux."""


def _bound(seconds: int) -> None:
    """Limit memory and processor time of this process, and let it leave no image of its memory."""
    try:
        import resource  # noqa: PLC0415 - elsewhere than on POSIX there is none
    except ImportError:
        return
    for which, most, more in (
        (resource.RLIMIT_AS, _MEMORY, 0),
        (resource.RLIMIT_CPU, seconds, 1),  # a second more until it is killed without a reason
        (resource.RLIMIT_CORE, 0, 0),
    ):
        with suppress(ValueError, OSError):
            hard = resource.getrlimit(which)[1]
            top = most + more if hard == resource.RLIM_INFINITY else min(most + more, hard)
            resource.setrlimit(which, (min(most, top), top))


def _end_with_parent(  # pragma: no cover - in a process of its own, which tests run
    *, by_main_thread: bool
) -> None:
    """End this process as soon as the one that started it has ended.

    Its standard input closes then. Linux sends a signal for that, which works while the reader of
    the file runs too; elsewhere a thread waits for it. The signal of Linux for the end of a parent
    comes already when the thread ends that started this process, so it is asked for only when that
    is the main thread.
    """
    if sys.platform != "linux":
        import threading  # noqa: PLC0415 - as few imports as can be

        threading.Thread(target=_end_at_end_of_input, daemon=True).start()
        return
    import fcntl  # noqa: PLC0415 - POSIX alone has it
    import select  # noqa: PLC0415 - as above
    import signal  # noqa: PLC0415 - as above

    if by_main_thread:
        with suppress(Exception):
            import ctypes  # noqa: PLC0415 - it may be missing

            ctypes.CDLL(None).prctl(_SET_DEATH_SIGNAL, signal.SIGKILL)
    signal.signal(signal.SIGIO, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGIO})
    fcntl.fcntl(0, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(0, fcntl.F_SETFL, fcntl.fcntl(0, fcntl.F_GETFL) | os.O_ASYNC)
    if select.select([0], [], [], 0)[0]:  # it has ended before
        os._exit(1)


def _end_at_end_of_input() -> None:  # pragma: no cover - as above
    while os.read(0, 1):
        pass
    os._exit(1)


def _tell(what: object) -> None:
    pickle.dump(what, sys.stdout.buffer)


def _plain(cell: object) -> object:
    """Return nothing for a blank cell, and a whole number for one that is kept with decimals."""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < _EXACT:
        return int(cell)
    return None if cell == "" else cell


def _ended(line: list[object]) -> list[object]:
    """Return a row without the blanks at its end: one far cell makes each row as wide."""
    while line and line[-1] is None:
        line.pop()
    return line


def _merged(path: str, number: int, ranges: "list[Any] | None") -> list[object]:
    """Return the ranges of a sheet merged over rows, and how many of its rows are hidden.

    A range is its first and last row from 1 and its first column from 0. The reader of ods tells of
    none, so they are looked for in the file.
    """
    if ranges is not None:
        found = [(top + 1, bottom + 1, left) for (top, left), (bottom, _) in ranges]
        return [[one for one in found if one[0] < one[1]][:_MOST_RANGES], 0]
    with suppress(zipfile.BadZipFile), zipfile.ZipFile(path) as archive:
        return _Spans(number).of(archive)
    return [[], 0]


class _Spans:
    """What is merged over rows in one sheet of an ods, told while its XML goes by."""

    def __init__(self, number: int) -> None:
        self._sheets = -1 - number  # 0 inside the sheet that is meant
        self._row, self._column, self._repeats = 1, 0, 1
        self._ranges: list[tuple[int, int, int]] = []
        self._hidden = 0

    def of(self, archive: zipfile.ZipFile) -> list[object]:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler, parser.EndElementHandler = self._begins, self._ends
        with archive.open("content.xml") as file:
            while piece := file.read(1 << 16):
                parser.Parse(piece)
        return [self._ranges, self._hidden]

    def _begins(self, name: str, attributes: "dict[str, str]") -> None:
        if name == _TABLE + "table":
            self._sheets += 1
        elif self._sheets != 0 or not name.startswith(_TABLE):
            return
        elif name == _TABLE + "table-row":
            self._column, self._repeats = 0, _times(attributes, "number-rows-repeated")
            if attributes.get(_TABLE + "visibility", "visible") != "visible":
                self._hidden += self._repeats
        elif name in _CELLS:
            rows = _times(attributes, "number-rows-spanned")
            if rows > 1 and len(self._ranges) < _MOST_RANGES:
                self._ranges.append((self._row, self._row + rows - 1, self._column))
            self._column += _times(attributes, "number-columns-repeated")

    def _ends(self, name: str) -> None:
        if name == _TABLE + "table-row" and self._sheets == 0:
            self._row += self._repeats


def _times(attributes: "dict[str, str]", name: str) -> int:
    text = attributes.get(_TABLE + name, "1")
    return int(text) if text.isdecimal() and len(text) < len("10000000") else 1


def _read(path: str, number: str) -> str:
    try:
        from python_calamine import (  # noqa: PLC0415 - the extra may be missing
            CalamineWorkbook,
            PasswordError,
            SheetVisibleEnum,
        )
    except ImportError:
        return MISSING
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - nothing more is imported here
            book = CalamineWorkbook.from_filelike(file)  # by content, not by name
        if not number:
            _tell([(s.name, s.visible == SheetVisibleEnum.Visible) for s in book.sheets_metadata])
            return DONE
        sheet = book.get_sheet_by_index(int(number))
        _tell(_merged(path, int(number), sheet.merged_cell_ranges))
        margin = [None] * (sheet.start[1] if sheet.start else 0)
        lines: list[list[object]] = []
        for line in sheet.iter_rows():
            lines.append(_ended([*margin, *map(_plain, line)]))
            if len(lines) == _AT_ONCE:
                _tell(lines)
                lines = []
        _tell(lines)
    except PasswordError:
        return PASSWORD
    except Exception:  # noqa: BLE001 - a file made by anybody
        return DAMAGED
    return DONE


def _main() -> None:  # pragma: no cover - as above
    path, number, seconds, places, by_main_thread = pickle.load(sys.stdin.buffer)  # noqa: S301 - of our own process
    sys.path[:] = places
    _end_with_parent(by_main_thread=by_main_thread)
    _bound(seconds)
    with suppress(ImportError):
        import_module("python_calamine")  # should this end the process, it was never ready
    sys.stdout.buffer.write(READY)
    sys.stdout.flush()
    _tell(_read(path, number))


if __name__ == "__main__":
    _main()  # pragma: no cover - as above
