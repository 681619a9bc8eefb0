"""Work of other libraries on files made by anybody: its errors, its warnings, its locks."""

import os
import threading
import warnings
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Final, TypeVar

from .sheets import refused

T = TypeVar("T")
_LONGEST_WAIT: Final = 10.0
"""How many seconds a fork waits for such work in other threads."""


class _Here(threading.local):
    """How many such acts this thread is in."""

    acts = 0


_HERE: Final = _Here()


class _OnlyHere(type):
    """Makes every class of warnings a subclass in a thread that is in such an act, else none."""

    def __subclasscheck__(cls, other: type) -> bool:
        return _HERE.acts > 0


class _ForeignWarning(Warning, metaclass=_OnlyHere):
    """What the filter of warnings is set for: nobody else's warnings are lost, and none waits."""


class _Forks:
    """Lets a fork wait until no other thread works in a library, and such work wait for a fork.

    Libraries in C hold locks of their own. A fork would copy one that another thread holds, and the
    new process would wait for it for ever. Readers never wait for each other here.
    """

    def __init__(self) -> None:
        self.after_in_child()

    def enter(self) -> None:
        with self._changed:
            if not _HERE.acts:
                self._changed.wait_for(lambda: not self._forking)
            self._inside += 1
        _HERE.acts += 1

    def leave(self) -> None:
        _HERE.acts -= 1
        with self._changed:
            self._inside -= 1
            self._changed.notify_all()

    def before(self) -> None:
        self._changed.acquire()
        self._forking += 1
        self._changed.wait_for(lambda: self._inside <= _HERE.acts, _LONGEST_WAIT)

    def after_in_parent(self) -> None:
        self._forking -= 1
        self._changed.notify_all()
        self._changed.release()

    def after_in_child(self) -> None:
        self._changed = threading.Condition()
        self._inside, self._forking = _HERE.acts, 0


_FORKS: Final = _Forks()
if hasattr(os, "register_at_fork"):  # pragma: no branch - Windows has no forks
    os.register_at_fork(
        before=_FORKS.before,
        after_in_parent=_FORKS.after_in_parent,
        after_in_child=_FORKS.after_in_child,
    )


@contextmanager
def acting() -> Generator[None]:
    """Leave out the warnings of this thread while a library works, and let forks wait for it.

    Filters of warnings are of the process: the one that is set here stays, and holds in this thread
    alone. So no lock is held, and no reader waits for another.
    """
    if not any(one[2] is _ForeignWarning for one in warnings.filters[:1]):
        warnings.simplefilter("ignore", _ForeignWarning)
    _FORKS.enter()
    try:
        yield
    finally:
        _FORKS.leave()


def guarded(act: Callable[[], T]) -> T:
    """Return what an act on a foreign file returns, or raise that the file is damaged.

    Whatever a library raises on a file made by anybody, it means this. What it raises, or warns of,
    may hold what was read, so the error is raised outside.
    """
    try:
        with acting():
            return act()
    except Exception:  # noqa: BLE001, S110 - as above
        pass
    raise refused("table.damaged")
