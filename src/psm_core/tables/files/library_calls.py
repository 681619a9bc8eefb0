"""Calls of other libraries on untrusted files: their errors, warnings and locks."""

import os
import threading
import warnings
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Final, TypeVar

from .sheets import table_error

T = TypeVar("T")
_MAX_WAIT: Final = 10.0
"""Seconds that a fork waits for library calls in other threads."""


class _ThreadState(threading.local):
    """The number of nested library calls in this thread, and whether it is forking."""

    calls = 0
    is_forking = False


_THREAD: Final = _ThreadState()


class _WithinCall(type):
    """Makes every warning class a subclass while this thread is in a library call, else none."""

    def __subclasscheck__(cls, other: type) -> bool:
        return _THREAD.calls > 0


class _LibraryWarning(Warning, metaclass=_WithinCall):
    """Any warning of a library call; a filter for it leaves warnings of other threads alone."""


class _Forks:
    """Makes a fork wait for library calls in other threads, and library calls wait for a fork.

    Libraries in C have locks. If a fork copies a lock that another thread holds, the new process
    waits for it forever. Library calls do not wait for one another.
    """

    def __init__(self) -> None:
        self.after_in_child()

    def enter(self) -> None:
        with self._changed:
            if not _THREAD.calls:
                self._changed.wait_for(lambda: not self._forking)
            self._inside += 1
        _THREAD.calls += 1

    def leave(self) -> None:
        _THREAD.calls -= 1
        with self._changed:
            self._inside -= 1
            self._changed.notify_all()

    def before(self) -> None:
        _THREAD.is_forking = True
        self._changed.acquire()
        self._forking += 1
        self._changed.wait_for(lambda: self._inside <= _THREAD.calls, _MAX_WAIT)

    def after_in_parent(self) -> None:
        if not _THREAD.is_forking:  # another thread has imported this module since the fork began
            return
        _THREAD.is_forking = False
        self._forking -= 1
        self._changed.notify_all()
        self._changed.release()

    def after_in_child(self) -> None:
        _THREAD.is_forking = False
        self._changed = threading.Condition()
        self._inside, self._forking = _THREAD.calls, 0


_FORKS: Final = _Forks()
if hasattr(os, "register_at_fork"):  # pragma: no branch - Windows has no forks
    os.register_at_fork(
        before=_FORKS.before,
        after_in_parent=_FORKS.after_in_parent,
        after_in_child=_FORKS.after_in_child,
    )


@contextmanager
def library_call() -> Generator[None]:
    """Suppress the warnings of a library call in this thread, and make forks wait for it.

    Warning filters belong to the process. The filter set here stays, but it matches only warnings
    of threads in a library call; therefore no lock is needed.
    """
    if not any(one[2] is _LibraryWarning for one in warnings.filters[:1]):
        warnings.simplefilter("ignore", _LibraryWarning)
    _FORKS.enter()
    try:
        yield
    finally:
        _FORKS.leave()


def call_library(function: Callable[[], T]) -> T:
    """Call a function that reads an untrusted file; raise ``table.damaged`` if it fails.

    The exception of the library may contain personal data. The error is therefore raised outside
    of its handler.
    """
    try:
        with library_call():
            return function()
    except Exception:  # noqa: BLE001, S110 - as above
        pass
    raise table_error("table.damaged")
