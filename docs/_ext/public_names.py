"""The public names of the package: the path users import, and every other spelling of it."""

import importlib
import inspect
import sys
from functools import cache
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))

from check_examples import FACES

from psm_core.terms import Term


class PublicName(NamedTuple):
    """A name that users import."""

    module: str
    name: str
    value: object

    @property
    def path(self) -> str:
        """The module and the name, such as ``psm_core.tables.read``."""
        return f"{self.module}.{self.name}"

    @property
    def short(self) -> str:
        """The name as users write it after the import, such as ``tables.read``."""
        return self.path.removeprefix("psm_core.")


def is_vocabulary(value: object) -> bool:
    """Return whether an object is a vocabulary."""
    return inspect.isclass(value) and issubclass(value, Term) and value is not Term


@cache
def public_names() -> dict[str, PublicName]:
    """Return path → public name; an object that has several paths is listed under the shortest.

    A vocabulary is listed under ``psm_core.terms``, where all vocabularies are.
    """
    found: dict[str, PublicName] = {}
    paths: dict[int, str] = {}
    for face in FACES:
        for name in face.__all__:
            value = getattr(face, name)
            is_elsewhere = is_vocabulary(value) and face.__name__ != "psm_core.terms"
            if not is_elsewhere and id(value) not in paths:
                one = PublicName(face.__name__, name, value)
                found[one.path] = one
                paths[id(value)] = one.path
    return found


@cache
def _other_paths() -> dict[str, str]:
    """Return every spelling of a public name → its path."""
    names = public_names()
    by_value = {id(one.value): path for path, one in names.items()}
    found: dict[str, str] = {}
    for face in FACES:
        found[face.__name__] = found[face.__name__.removeprefix("psm_core.")] = face.__name__
        for name in face.__all__:
            found[f"{face.__name__}.{name}"] = by_value[id(getattr(face, name))]
    for path, one in names.items():
        found[path] = found[one.short] = path
        home = getattr(one.value, "__module__", None)
        if inspect.isclass(one.value) or inspect.isroutine(one.value):
            found[f"{home}.{one.name}"] = path
        if inspect.isclass(one.value) or one.module in {"psm_core", "psm_core.regions"}:
            found.setdefault(one.name, path)
    return found


def public_path(spelling: str) -> str | None:
    """Return the path of a public name or of an attribute of one, by any of its spellings."""
    head, tail = spelling, ""
    while head:
        if head in _other_paths():
            return _other_paths()[head] + tail
        head, dot, last = head.rpartition(".")
        tail = f"{dot}{last}{tail}"
    return None


def object_at(path: str) -> object:
    """Return the public object of a path, or the module of that name."""
    return public_names()[path].value if path in public_names() else importlib.import_module(path)


def summary(value: object) -> str:
    """Return the first line of a docstring."""
    return (inspect.getdoc(value) or "").partition("\n")[0]
