"""Names of a package that are imported when they are first asked for: importing us stays quick."""

import sys
from collections.abc import Callable, Iterable
from importlib import import_module


def later(
    package: str, names: Iterable[str], rooms: Iterable[str]
) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """Return `__getattr__` and `__dir__` of a package some of whose names lie in later rooms.

    Type checkers are shown the imports themselves; help, completion and the site see every name.
    """

    def found(name: str) -> object:
        if name not in names:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        held = (vars(import_module(f"{package}.{room}")) for room in rooms)
        return next(those[name] for those in held if name in those)

    def listed() -> list[str]:
        return sorted({*vars(sys.modules[package]), *names})

    return found, listed
