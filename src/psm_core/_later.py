"""Names of a package that are imported when they are first asked for: importing us stays quick."""

import functools
import sys
from collections.abc import Callable, Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any

__all__ = ["cached_property", "later"]

if TYPE_CHECKING:
    from functools import cached_property
else:

    class cached_property(functools.cached_property):  # noqa: N801 - named as that of Python
        """The `cached_property` of Python 3.12 in 3.11 too: without a lock.

        In 3.11 all instances share a lock. A process that forks while a thread holds it would leave
        the new process with a lock that nobody releases.
        """

        def __get__(self, instance: Any, owner: type | None = None) -> Any:  # noqa: ANN401 - of any class
            if instance is None:
                return self
            return vars(instance).setdefault(self.attrname, self.func(instance))


def later(
    package: str, names: Iterable[str], rooms: Iterable[str], doors: Iterable[str] = ()
) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """Return `__getattr__` and `__dir__` of a package some of whose names lie in later rooms.

    `doors` are rooms that are names of the package themselves. A name found stays found. Type
    checkers are shown the imports themselves; help, completion and the site see every name.
    """
    held = vars(sys.modules[package])

    def found(name: str) -> object:
        if name in doors:
            return import_module(f"{package}.{name}")
        if name not in names:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        theirs = (vars(import_module(f"{package}.{room}")) for room in rooms)
        held[name] = next(those[name] for those in theirs if name in those)
        return held[name]

    def listed() -> list[str]:
        return sorted({*held, *names, *doors})

    return found, listed
