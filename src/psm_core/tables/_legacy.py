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
from contextlib import suppress
from importlib import import_module

READY = b"psm-core reads now\n"
DONE, DAMAGED, PASSWORD, MISSING = "done", "damaged", "password", "missing"
_MEMORY, _AT_ONCE, _EXACT = 1 << 30, 500, 10**15
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
