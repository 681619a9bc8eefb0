"""What is imported or computed when it is first used, so that `import psm_core` stays fast."""

import functools
import sys
from collections.abc import Callable, Iterable, Mapping
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
    package: str, names: Mapping[str, Iterable[str]]
) -> tuple[Callable[[str], object], Callable[[], list[str]], list[str]]:
    """Return `__getattr__`, `__dir__` and `__all__` of a package that imports names on first use.

    `names` maps each module, as in ``from .module import …``, to the names imported from it. Those
    of ``.`` are modules of the package: public, but not imported by ``import *``. The value of a
    name is stored in the package once it is imported. Type checkers read the names in a stub
    beside the package, which `tools/build_package_stubs.py` writes.
    """
    namespace = vars(sys.modules[package])
    module_of = {name: module for module, some in names.items() for name in some}

    def getattr_(name: str) -> object:
        if name not in module_of:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        if module_of[name] == ".":
            return import_named(f"{package}.{name}")
        module = import_named(_absolute_name(package, module_of[name]))
        namespace[name] = getattr(module, name)
        return namespace[name]

    def dir_() -> list[str]:
        return sorted({*namespace, *module_of})

    public = (name for name, module in module_of.items() if module != ".")
    return getattr_, dir_, sorted(public, key=_constants_and_classes_first)


def _constants_and_classes_first(name: str) -> tuple[bool, bool, str]:
    return not name.isupper(), not name[0].isupper(), name


def _absolute_name(package: str, module: str) -> str:
    """Return the full name of a module that is named as relative imports in a package name it."""
    name = module.lstrip(".")
    parent = package.rsplit(".", len(module) - len(name) - 1)[0]
    return f"{parent}.{name}"
