"""The program of the process that reads an xls or ods; a crash there harms no other process.

A new Python process runs this file and reads one pickle from its standard input: path, number of
the sheet or nothing, processor seconds, `sys.path`, and whether the main thread starts it. It
writes `READY`, then pickles: either the name and visibility of each sheet, or the rows of one
sheet in lists. The last pickle is one of the words below. The program imports nothing of the
package, and it ends together with the process that started it.
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
_MEMORY, _ROWS_AT_ONCE, _MAX_EXACT = 1 << 30, 500, 10**15
_MAX_RANGES = 1_000_000
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
_CELLS = {_TABLE + "table-cell", _TABLE + "covered-table-cell"}
_SET_DEATH_SIGNAL = 1
"""PR_SET_PDEATHSIG of Linux."""


def _set_limits(seconds: int) -> None:
    """Limit memory and processor time of this process; write no core dump."""
    try:
        import resource  # noqa: PLC0415 - on POSIX only
    except ImportError:
        return
    for limit, soft, extra in (
        (resource.RLIMIT_AS, _MEMORY, 0),
        (resource.RLIMIT_CPU, seconds, 1),  # SIGXCPU first, SIGKILL a second later
        (resource.RLIMIT_CORE, 0, 0),
    ):
        with suppress(ValueError, OSError):
            old = resource.getrlimit(limit)[1]
            hard = soft + extra if old == resource.RLIM_INFINITY else min(soft + extra, old)
            resource.setrlimit(limit, (min(soft, hard), hard))


def _end_with_parent(  # pragma: no cover - tests run it in another process
    *, by_main_thread: bool
) -> None:
    """End this process as soon as the process that started it has ended.

    Standard input is closed then. On Linux this sends a signal, also while the library runs;
    elsewhere a thread waits for it. Linux can also signal the death of the parent, but does so when
    the starting thread ends. Therefore this is used only if the main thread started the process.
    """
    if sys.platform != "linux":
        import threading  # noqa: PLC0415 - not needed on Linux

        threading.Thread(target=_end_at_end_of_input, daemon=True).start()
        return
    import fcntl  # noqa: PLC0415 - on POSIX only
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
    if select.select([0], [], [], 0)[0]:  # the parent has ended already
        os._exit(1)


def _end_at_end_of_input() -> None:  # pragma: no cover - as above
    while os.read(0, 1):
        pass
    os._exit(1)


def _write(value: object) -> None:
    pickle.dump(value, sys.stdout.buffer)


def _value(cell: object) -> object:
    """Return None for a blank cell, and an integer for a float without decimals."""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < _MAX_EXACT:
        return int(cell)
    return None if cell == "" else cell


def _strip_end(line: list[object]) -> list[object]:
    """Remove the blank cells at the end of a row: one cell far to the right widens every row."""
    while line and line[-1] is None:
        line.pop()
    return line


def _merged(path: str, number: int, ranges: "list[Any] | None") -> list[object]:
    """Return the ranges of a sheet merged over rows, and the number of its hidden rows.

    A range is (first row, last row, first column); rows count from 1, columns from 0. The library
    gives no ranges of an ods, so they are read from its XML.
    """
    if ranges is not None:
        numbered = [(top + 1, bottom + 1, left) for (top, left), (bottom, _) in ranges]
        return [[one for one in numbered if one[0] < one[1]][:_MAX_RANGES], 0]
    with suppress(zipfile.BadZipFile), zipfile.ZipFile(path) as archive:
        return _OdsRanges(number).read(archive)
    return [[], 0]


class _OdsRanges:
    """Finds the merged ranges and hidden rows of one sheet in the XML of an ods."""

    def __init__(self, number: int) -> None:
        self._sheets = -1 - number  # 0 inside the sheet with this number
        self._row, self._column, self._repeats = 1, 0, 1
        self._ranges: list[tuple[int, int, int]] = []
        self._hidden = 0

    def read(self, archive: zipfile.ZipFile) -> list[object]:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        with archive.open("content.xml") as file:
            while chunk := file.read(1 << 16):
                parser.Parse(chunk)
        return [self._ranges, self._hidden]

    def _start(self, name: str, attributes: "dict[str, str]") -> None:
        if name == _TABLE + "table":
            self._sheets += 1
        elif self._sheets != 0 or not name.startswith(_TABLE):
            return
        elif name == _TABLE + "table-row":
            self._column, self._repeats = 0, _repetitions(attributes, "number-rows-repeated")
            if attributes.get(_TABLE + "visibility", "visible") != "visible":
                self._hidden += self._repeats
        elif name in _CELLS:
            rows = _repetitions(attributes, "number-rows-spanned")
            if rows > 1 and len(self._ranges) < _MAX_RANGES:
                self._ranges.append((self._row, self._row + rows - 1, self._column))
            self._column += _repetitions(attributes, "number-columns-repeated")

    def _end(self, name: str) -> None:
        if name == _TABLE + "table-row" and self._sheets == 0:
            self._row += self._repeats


def _repetitions(attributes: "dict[str, str]", name: str) -> int:
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
        with open(path, "rb") as file:  # noqa: PTH123 - few imports here
            book = CalamineWorkbook.from_filelike(file)  # by content, not by name
        if not number:
            _write([(s.name, s.visible == SheetVisibleEnum.Visible) for s in book.sheets_metadata])
            return DONE
        sheet = book.get_sheet_by_index(int(number))
        _write(_merged(path, int(number), sheet.merged_cell_ranges))
        margin = [None] * (sheet.start[1] if sheet.start else 0)
        lines: list[list[object]] = []
        for line in sheet.iter_rows():
            lines.append(_strip_end([*margin, *map(_value, line)]))
            if len(lines) == _ROWS_AT_ONCE:
                _write(lines)
                lines = []
        _write(lines)
    except PasswordError:
        return PASSWORD
    except Exception:  # noqa: BLE001 - an untrusted file
        return DAMAGED
    return DONE


def _main() -> None:  # pragma: no cover - as above
    path, number, seconds, import_path, by_main_thread = pickle.load(sys.stdin.buffer)  # noqa: S301 - from the process that started this one
    sys.path[:] = import_path
    _end_with_parent(by_main_thread=by_main_thread)
    _set_limits(seconds)
    with suppress(ImportError):
        import_module("python_calamine")  # if this ends the process, `READY` is not written
    sys.stdout.buffer.write(READY)
    sys.stdout.flush()
    _write(_read(path, number))


if __name__ == "__main__":
    _main()  # pragma: no cover - as above
