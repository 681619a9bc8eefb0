"""Starts the process that reads an xls or ods, waits for it no longer than it may take, ends it."""

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
from . import legacy
from .sheets import refused

T = TypeVar("T")
LEAST_SECONDS, MOST_SECONDS, BYTES_A_SECOND = 10, 60, 100_000
"""How long an xls or ods may keep a processor busy: a few bytes can lead its reader in a circle."""
TIMES_LONGER: Final = 2
"""How many times longer the process may take in all, on a machine that has other work."""
_PYTHON: Final = re.compile(r"\.?(python|pypy|graalpy)", re.IGNORECASE)
_SECONDS_TO_END: Final = 5


def pieces(path: Path, number: int | None) -> Generator[Any]:
    """Yield the names of the sheets of an xls or ods, or the rows of one sheet, in pieces.

    Each call has a process of its own, so that no file waits for another. It ends when no more is
    wanted, when it takes too long, and together with this process.

    Raises:
        TableError: ``table.no_reader_process``, ``table.too_slow``, ``table.encrypted``,
            ``table.damaged``.
        MissingExtraError: the extra ``excel`` is not installed.

    """
    with closing(_Reader(path, number)) as reader:
        while type(piece := reader.piece()) is list:
            yield piece
    if piece == legacy.MISSING and find_spec("python_calamine") is None:
        raise MissingExtraError("excel")
    if piece == legacy.MISSING:  # it is another Python, or one that lacks what this one has
        raise refused("table.no_reader_process")
    if piece != legacy.DONE:
        raise refused("table.encrypted" if piece == legacy.PASSWORD else "table.damaged")


def seconds(path: Path) -> int:
    """Return how many seconds of a processor a file may take, the more the larger it is."""
    return min(MOST_SECONDS, LEAST_SECONDS + path.stat().st_size // BYTES_A_SECOND)


class _Reader:
    """A process that reads one file."""

    def __init__(self, path: Path, number: int | None) -> None:
        most = seconds(path)
        self._left = float(TIMES_LONGER * most)
        self._process = _started()
        by_main_thread = threading.current_thread() is threading.main_thread()
        places = [place for place in sys.path if type(place) is str]
        sheet = "" if number is None else str(number)
        task = pickle.dumps((str(path.resolve()), sheet, most, places, by_main_thread))
        with suppress(OSError):  # it has ended already
            self._process.stdin.write(task)  # type: ignore[union-attr] # pyright: ignore[reportOptionalMemberAccess]
            self._process.stdin.flush()  # type: ignore[union-attr] # pyright: ignore[reportOptionalMemberAccess]
        if self._waited(lambda pipe: pipe.read(len(legacy.READY))) != legacy.READY:
            self.close()
            raise refused("table.no_reader_process")

    def piece(self) -> object:
        """Return the next piece or the last word, or None when the process ended without one.

        Raises:
            TableError: ``table.too_slow``.

        """
        piece = self._waited(pickle.load)
        if piece is None and (self._left <= 0 or self._was_too_busy()):
            raise refused("table.too_slow")
        return piece

    def _waited(self, read: Callable[[IO[bytes]], T]) -> T | None:
        """Return what is read from the process, which ends when it takes too long; None if none."""
        begin = time.monotonic()
        watch = threading.Timer(max(self._left, 0), self._process.kill)
        watch.daemon = True
        try:
            watch.start()
            return read(cast("IO[bytes]", self._process.stdout))
        except Exception:  # noqa: BLE001 - whatever it is, nothing of use came
            return None
        finally:
            watch.cancel()
            self._left -= time.monotonic() - begin

    def _was_too_busy(self) -> bool:
        with suppress(subprocess.TimeoutExpired):
            return self._process.wait(_SECONDS_TO_END) == -getattr(signal, "SIGXCPU", 0)
        return False

    def close(self) -> None:
        """End the process, whatever it is doing."""
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                cast("IO[bytes]", pipe).close()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(_SECONDS_TO_END)


def _started() -> "subprocess.Popen[bytes]":
    """Start a Python that runs the text of `legacy`, whatever this process is.

    An application that is frozen, or has Python inside, would start itself once more: only what
    is called like a Python is started, and it has to answer as we expect.
    """
    if getattr(sys, "frozen", False) or not _PYTHON.match(Path(sys.executable or "").name):
        raise refused("table.no_reader_process")
    try:
        return subprocess.Popen(  # noqa: S603 - our own text
            [sys.executable, "-S", "-P", *_program()],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (AttributeError, ImportError, OSError, ValueError):
        # no text of ours; no such file, no right to run it, no memory, or no processes at all
        pass
    raise refused("table.no_reader_process")


def _program() -> list[str]:
    """Return what to run: the text of `legacy`, from a zip too, or a file of bytecode."""
    loader: Any = getattr(legacy.__spec__, "loader", None)
    text = loader.get_source(legacy.__name__)
    return [legacy.__file__] if text is None else ["-c", text]


def _environment() -> dict[str, str]:
    """Return the environment without what lets a Python behave otherwise than by itself."""
    return {
        name: value
        for name, value in os.environ.items()
        if name == "PYTHONHOME" or not name.upper().startswith("PYTHON")
    }
