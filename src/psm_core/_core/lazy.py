"""What is imported or computed when it is first used, so that `import psm_core` stays fast."""

import functools
import sys
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

__all__ = ["LazyTable", "cached_property", "import_named", "lazy_names"]

K = TypeVar("K")
V = TypeVar("V")

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


class LazyTable(dict[K, V]):
    """A dict whose values are computed when they are first asked for."""

    def __init__(self, compute: Callable[[K], V]) -> None:
        super().__init__()
        self._compute = compute

    def __missing__(self, key: K) -> V:
        return self.setdefault(key, self._compute(key))


def import_named(module: str) -> Any:  # noqa: ANN401 - a module has any names
    """Import a module by its full name.

    `python -X importtime` omits what `importlib.import_module` imports.
    """
    __import__(module)
    return sys.modules[module]


def lazy_names(
    package: str, names: Mapping[str, Iterable[str]], modules: Collection[str] = ()
) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """Return `__getattr__` and `__dir__` of a package that imports some of its names on first use.

    `names` maps each module of the package to the names that are imported from it. `modules` are
    modules that are public names of the package themselves. The value of a name is stored in the
    package once it is imported. For type checkers, the package imports all names under
    `TYPE_CHECKING`.
    """
    namespace = vars(sys.modules[package])
    module_of = {name: module for module, some in names.items() for name in some}

    def getattr_(name: str) -> object:
        if name in modules:
            return import_named(f"{package}.{name}")
        if name not in module_of:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        namespace[name] = getattr(import_named(f"{package}.{module_of[name]}"), name)
        return namespace[name]

    def dir_() -> list[str]:
        return sorted({*namespace, *module_of, *modules})

    return getattr_, dir_
