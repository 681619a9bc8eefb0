"""A program that reads an xls or ods file in a separate process.

A damaged file can crash the library for these formats, or make it use too much memory or time. Then
only this process ends. `reader_process` starts it; the two communicate in this order:

1. Standard input: one pickle with the path, the number of the sheet ("" to list the sheets), the
   limit of processor seconds, `sys.path`, and whether the main thread starts the process.
2. Standard output: `READY`.
3. Standard output, as pickles: the name and visibility of each sheet; or the merged ranges, hidden
   rows and hidden columns of one sheet, then its rows, in several lists.
4. Standard output, as a pickle: the result, `DONE`, `DAMAGED`, `PASSWORD` or `MISSING` (the library
   is not installed).

The program imports no other module of the package, and it ends together with the process that
started it.
"""

import os
import pickle
import re
import struct
import sys
import zipfile
from array import array
from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from itertools import islice
from typing import Any
from xml.parsers import expat

READY = b"psm-core reads now\n"
DONE, DAMAGED, PASSWORD, MISSING = "done", "damaged", "password", "missing"
_MEMORY, _ROWS_AT_ONCE, _MAX_EXACT = 1 << 30, 500, 10**15
_MAX_RANGES = 1_000_000
"""The most merged ranges, and the most hidden ones, that are read of a sheet."""
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
_CELLS = {_TABLE + "table-cell", _TABLE + "covered-table-cell"}
_BOUND_SHEET, _ROW, _COLUMNS, _END = 0x85, 0x208, 0x7D, 0x0A
"""Records of an xls: a sheet, a row, some columns, the end of a part."""
_BEGINS = {0x809, 0x409, 0x209, 0x09}
_ROW_LENGTH, _ROW_HIDDEN, _COLUMNS_LENGTH, _COLUMN_HIDDEN = 14, 0x20, 10, 1
_MAYBE_HIDDEN_ROW = re.compile(rb"\x08\x02\x10\0.{12}[ -?`-\x7f\xa0-\xbf\xe0-\xff]", re.DOTALL)
"""A record of a row with the flag that it is hidden; other bytes may look like one."""
_SPECIAL_SECTOR, _SMALL_STREAM, _SMALL_SECTOR = 0xFFFFFFFA, 4096, 64
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

    The end of the parent closes standard input. On Linux, this sends the signal SIGIO, even while
    the library runs; elsewhere, a thread waits for it. Linux can also send a signal when the thread
    that started this process ends. It is used only if that is the main thread, because another
    thread may end while the parent still reads.
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
    """Write a pickle to standard output."""
    pickle.dump(value, sys.stdout.buffer)


def _value(cell: object) -> object:
    """Return None for a blank cell, and an integer for a float without decimals."""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < _MAX_EXACT:
        return int(cell)
    return None if cell == "" else cell


def _strip_end(line: list[object]) -> list[object]:
    """Remove the blank cells at the end of a row.

    The library makes all rows as long as the longest one, so a single cell far to the right would
    add thousands of blank cells to each.
    """
    while line and line[-1] is None:
        line.pop()
    return line


def _parts(path: str, number: int, ranges: "list[Any] | None") -> list[object]:
    """Return the ranges of a sheet merged over several rows, its hidden rows and hidden columns.

    A merged range is (first row, last row, first column), a hidden one (first, last); rows count
    from 1, columns from 0. The library gives no ranges of an ods and no hidden parts of an xls.
    They are read from its XML, or from its records.
    """
    if ranges is not None:
        numbered = [(top + 1, bottom + 1, left) for (top, left), (bottom, _) in ranges]
        merged = [one for one in numbered if one[0] < one[1]][:_MAX_RANGES]
        with suppress(Exception):  # the library has read the file, so its cells are known
            return [merged, *_hidden_in_xls(path, number)]
        return [merged, [], []]
    with suppress(zipfile.BadZipFile), zipfile.ZipFile(path) as archive:
        return _OdsRanges(number).read(archive)
    return [[], [], []]


def _hidden_in_xls(path: str, number: int) -> list[list[tuple[int, int]]]:
    """Return the hidden rows and columns of a sheet of an xls."""
    with open(path, "rb") as file:  # noqa: PTH123 - few imports here
        stream = workbook_stream(file.read())
    rows: list[tuple[int, int]] = []
    columns: list[tuple[int, int]] = []
    starts = (at for kind, at, _ in records(stream, 0) if kind == _BOUND_SHEET)
    (start,) = struct.unpack_from("<I", stream, next(islice(starts, number, None)))
    has_hidden_rows = _MAYBE_HIDDEN_ROW.search(stream, start) is not None
    for kind, at, length in records(stream, start):
        if kind == _ROW and not has_hidden_rows:
            break  # the columns come before the rows
        if kind == _ROW and length >= _ROW_LENGTH:
            row, *_, flags = struct.unpack_from("<7H", stream, at)
            if flags & _ROW_HIDDEN and len(rows) < _MAX_RANGES:
                rows.append((row + 1, row + 1))
        elif kind == _COLUMNS and length >= _COLUMNS_LENGTH:
            first, last, _, _, flags = struct.unpack_from("<5H", stream, at)
            if flags & _COLUMN_HIDDEN and len(columns) < _MAX_RANGES:
                columns.append((first, last))
    return [rows, columns]


def records(stream: bytes, at: int) -> Iterator[tuple[int, int, int]]:
    """Yield type, position and length of each record of a part of a workbook.

    Those of a chart inside a sheet are left out.
    """
    depth = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        if depth == 1:
            yield kind, at + 4, length
        depth += (kind in _BEGINS) - (kind == _END)
        if depth <= 0:
            return
        at += 4 + length


def workbook_stream(data: bytes) -> bytes:
    """Return the part of an xls that has the workbook; empty if there is none."""
    size = 1 << struct.unpack_from("<H", data, 30)[0]
    tables = list(struct.unpack_from("<109I", data, 76))
    after, count = struct.unpack_from("<2I", data, 68)
    for _ in range(min(count, len(data) // size)):
        more = struct.unpack_from(f"<{size // 4}I", data, (after + 1) * size)
        tables += more[:-1]
        after = more[-1]
    used = (one for one in tables if one < _SPECIAL_SECTOR)
    following = b"".join(data[(one + 1) * size : (one + 2) * size] for one in used)
    sectors = data[size:]
    entries = _chain(sectors, size, following, struct.unpack_from("<I", data, 48)[0])
    (root,) = struct.unpack_from("<I", entries, 116)
    for at in range(0, len(entries), 128):
        (length,) = struct.unpack_from("<H", entries, at + 64)
        name = entries[at : at + max(length - 2, 0)].decode("utf-16-le", "replace")
        sector, stream_size = struct.unpack_from("<2I", entries, at + 116)
        if name in {"Workbook", "Book"} and stream_size >= _SMALL_STREAM:
            return _chain(sectors, size, following, sector)[:stream_size]
        if name in {"Workbook", "Book"}:  # small streams share one, in sectors of their own
            small = _chain(sectors, size, following, struct.unpack_from("<I", data, 60)[0])
            shared = _chain(sectors, size, following, root)
            return _chain(shared, _SMALL_SECTOR, small, sector)[:stream_size]
    return b""


def _chain(sectors: bytes, size: int, following: bytes, sector: int) -> bytes:
    """Return the sectors of a stream; a table says which sector follows each."""
    numbers = array("I", following)
    if sys.byteorder == "big":  # pragma: no cover - no such machine runs the tests
        numbers.byteswap()
    parts: list[bytes] = []
    while sector < _SPECIAL_SECTOR and len(parts) <= len(numbers):
        parts.append(sectors[sector * size : (sector + 1) * size])
        sector = numbers[sector]
    return b"".join(parts)


class _OdsRanges:
    """Finds the merged ranges, hidden rows and hidden columns of one sheet in the XML of an ods."""

    def __init__(self, number: int) -> None:
        self._sheets_after = -1 - number
        """The number of the sheet being read, minus `number`: 0 inside the wanted sheet."""
        self._row, self._column, self._repeats = 1, 0, 1
        self._declared_column = 0
        self._ranges: list[tuple[int, int, int]] = []
        self._hidden_rows: list[tuple[int, int]] = []
        self._hidden_columns: list[tuple[int, int]] = []

    def read(self, archive: zipfile.ZipFile) -> list[object]:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        with archive.open("content.xml") as file:
            while chunk := file.read(1 << 16):
                parser.Parse(chunk)
        return [self._ranges, self._hidden_rows, self._hidden_columns]

    def _start(self, name: str, attributes: "dict[str, str]") -> None:
        if name == _TABLE + "table":
            self._sheets_after += 1
        elif self._sheets_after != 0 or not name.startswith(_TABLE):
            return
        elif name == _TABLE + "table-column":
            repeats = _repetitions(attributes, "number-columns-repeated")
            self._hide(self._hidden_columns, self._declared_column, repeats, attributes)
            self._declared_column += repeats
        elif name == _TABLE + "table-row":
            self._column, self._repeats = 0, _repetitions(attributes, "number-rows-repeated")
            self._hide(self._hidden_rows, self._row, self._repeats, attributes)
        elif name in _CELLS:
            rows = _repetitions(attributes, "number-rows-spanned")
            if rows > 1 and len(self._ranges) < _MAX_RANGES:
                self._ranges.append((self._row, self._row + rows - 1, self._column))
            self._column += _repetitions(attributes, "number-columns-repeated")

    def _hide(
        self,
        hidden: "list[tuple[int, int]]",
        first: int,
        count: int,
        attributes: "dict[str, str]",
    ) -> None:
        is_hidden = attributes.get(_TABLE + "visibility", "visible") != "visible"
        if is_hidden and len(hidden) < _MAX_RANGES:
            hidden.append((first, first + count - 1))

    def _end(self, name: str) -> None:
        if name == _TABLE + "table-row" and self._sheets_after == 0:
            self._row += self._repeats


def _repetitions(attributes: "dict[str, str]", name: str) -> int:
    text = attributes.get(_TABLE + name, "1")
    return int(text) if text.isdecimal() and len(text) < len("10000000") else 1


def _read(path: str, number: str) -> str:
    """Write the sheets of a file, or the rows of one, and return the result."""
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
        _write(_parts(path, int(number), sheet.merged_cell_ranges))
        # The library begins each row at the first column that is used.
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
