"""Starts, limits and ends the process that reads an xls or ods."""

import os
import pickle
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Generator
from contextlib import closing, suppress
from importlib.util import find_spec
from pathlib import Path
from typing import IO, Any, Final, TypeVar, cast

from ...errors import MissingExtraError
from . import reader_program
from .sheets import table_error

T = TypeVar("T")
MIN_SECONDS, MAX_SECONDS, BYTES_PER_SECOND = 10, 60, 100_000
"""Processor time for an xls or ods: a few bytes can cause an endless loop in the library."""
WAIT_FACTOR: Final = 2
"""The process may take this many times longer in total, on a machine with other work."""
_PYTHON: Final = re.compile(r"\.?(python|pypy|graalpy)", re.IGNORECASE)
_SECONDS_TO_END: Final = 5


def read_pieces(path: Path, number: int | None) -> Generator[Any]:
    """Yield lists of the sheets of an xls or ods, or of the rows of one sheet.

    Each call starts a separate process, so that no file waits for another. The process ends with
    the generator, when it takes too long, and together with this process.

    Raises:
        TableError: ``table.no_reader_process``, ``table.too_slow``, ``table.encrypted``,
            ``table.damaged``.
        MissingExtraError: the extra ``excel`` is not installed.

    """
    with closing(_Reader(path, number)) as reader:
        while type(piece := reader.piece()) is list:
            yield piece
    if piece == reader_program.MISSING and find_spec("python_calamine") is None:
        raise MissingExtraError("excel")
    if piece == reader_program.MISSING:  # installed here, but not for the other Python
        raise table_error("table.no_reader_process")
    if piece != reader_program.DONE:
        raise table_error(
            "table.encrypted" if piece == reader_program.PASSWORD else "table.damaged"
        )


def seconds(path: Path) -> int:
    """Return the processor seconds that a file may take, according to its size."""
    return min(MAX_SECONDS, MIN_SECONDS + path.stat().st_size // BYTES_PER_SECOND)


class _Reader:
    """A process that reads one file."""

    def __init__(self, path: Path, number: int | None) -> None:
        limit = seconds(path)
        self._seconds_left = float(WAIT_FACTOR * limit)
        self._process = _start()
        by_main_thread = threading.current_thread() is threading.main_thread()
        import_path = [entry for entry in sys.path if type(entry) is str]
        sheet = "" if number is None else str(number)
        task = pickle.dumps((str(path.resolve()), sheet, limit, import_path, by_main_thread))
        with suppress(OSError):  # it has ended already
            self._process.stdin.write(task)  # type: ignore[union-attr] # pyright: ignore[reportOptionalMemberAccess]
            self._process.stdin.flush()  # type: ignore[union-attr] # pyright: ignore[reportOptionalMemberAccess]
        if (
            self._read_in_time(lambda pipe: pipe.read(len(reader_program.READY)))
            != reader_program.READY
        ):
            self.close()
            raise table_error("table.no_reader_process")

    def piece(self) -> object:
        """Return the next pickle (a list, at last the result), or None if the process ended before.

        Raises:
            TableError: ``table.too_slow``.

        """
        piece = self._read_in_time(pickle.load)
        if piece is None and (self._seconds_left <= 0 or self._was_too_busy()):
            raise table_error("table.too_slow")
        return piece

    def _read_in_time(self, read: Callable[[IO[bytes]], T]) -> T | None:
        """Return what the process writes, or None. Kill the process if it takes too long."""
        start = time.monotonic()
        watch = threading.Timer(max(self._seconds_left, 0), self._process.kill)
        watch.daemon = True
        try:
            watch.start()
            return read(cast("IO[bytes]", self._process.stdout))
        except Exception:  # noqa: BLE001 - whatever it is, there is no result
            return None
        finally:
            watch.cancel()
            self._seconds_left -= time.monotonic() - start

    def _was_too_busy(self) -> bool:
        with suppress(subprocess.TimeoutExpired):
            return self._process.wait(_SECONDS_TO_END) == -getattr(signal, "SIGXCPU", 0)
        return False

    def close(self) -> None:
        """Kill the process and close its pipes."""
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                cast("IO[bytes]", pipe).close()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(_SECONDS_TO_END)


def _start() -> "subprocess.Popen[bytes]":
    """Start a Python process that runs `reader_program`.

    In a frozen application or one that embeds Python, `sys.executable` would start the application
    again. Therefore only an executable named like Python is started.
    """
    if getattr(sys, "frozen", False) or not _PYTHON.match(Path(sys.executable or "").name):
        raise table_error("table.no_reader_process")
    try:
        return subprocess.Popen(  # noqa: S603 - a module of this package
            [sys.executable, "-S", "-P", *_program()],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (AttributeError, ImportError, OSError, ValueError):
        # no source; no such file, no permission, no memory, or no processes at all
        pass
    raise table_error("table.no_reader_process")


def _program() -> list[str]:
    """Return the arguments that run `reader_program`: its source text, or its bytecode file."""
    loader: Any = getattr(reader_program.__spec__, "loader", None)
    text = loader.get_source(reader_program.__name__)
    return [reader_program.__file__] if text is None else ["-c", text]


def _environment() -> dict[str, str]:
    """Return the environment without the variables that configure Python, except its home."""
    return {
        name: value
        for name, value in os.environ.items()
        if name == "PYTHONHOME" or not name.upper().startswith("PYTHON")
    }
