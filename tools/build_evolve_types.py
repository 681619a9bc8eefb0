"""Write the types of `evolve`: for each record class, its fields as keyword arguments.

Type checkers read them in a stub beside the module, so a misspelt field is an error.
"""

import importlib
import pkgutil
import sys
from collections import defaultdict
from collections.abc import Iterator
from types import NoneType, UnionType
from typing import Union, get_args, get_origin

import attrs
from _generated import PACKAGE, formatted, write_or_compare

import psm_core.records
from psm_core._core.record import is_record_class

STUB = PACKAGE / "records" / "evolving.pyi"
HEAD = "# The fields of each record class; tools/build_evolve_types.py writes this file."


def record_classes() -> list[type]:
    """Return the record classes, by name."""
    modules = [
        importlib.import_module(module.name)
        for module in pkgutil.walk_packages(psm_core.records.__path__, "psm_core.records.")
    ]
    found = {one for module in modules for one in vars(module).values() if is_record_class(one)}
    return sorted(found, key=lambda one: one.__name__)


def annotation(kind: object) -> str:
    """Return a type as it is written, such as ``tuple[Decree, ...]``."""
    if kind is NoneType:
        return "None"
    if kind is Ellipsis:
        return "..."
    arguments = get_args(kind)
    if get_origin(kind) in {Union, UnionType}:
        return " | ".join(map(annotation, arguments))
    if arguments:
        return f"{annotation(get_origin(kind))}[{', '.join(map(annotation, arguments))}]"
    return str(getattr(kind, "__name__"))  # noqa: B009 - a class


def plain_types(kind: object) -> Iterator[type]:
    """Yield the classes that a type consists of."""
    if arguments := get_args(kind):
        for one in arguments:
            yield from plain_types(one)
    elif isinstance(kind, type) and kind is not NoneType:
        yield kind


def relative(module: str) -> str:
    """Return the name of a module as a module of `psm_core.records` imports it."""
    for package, dots in (("psm_core.records.", "."), ("psm_core.", "..")):
        if module.startswith(package):
            return dots + module.removeprefix(package)
    return module


def stub() -> bytes:
    classes = record_classes()
    names: defaultdict[str, set[str]] = defaultdict(set)
    types = {(cls, one.name): one.type for cls in classes for one in attrs.fields(cls)}
    for one in (*classes, *(part for kind in types.values() for part in plain_types(kind))):
        if one.__module__ != "builtins":
            names[one.__module__].add(one.__name__)
    names["typing"] |= {"TypedDict", "Unpack", "overload"}
    lines = [
        f"from {relative(module)} import {', '.join(sorted(names[module]))}"
        for module in sorted(names)
    ]
    for cls in classes:
        lines.append(f"class _{cls.__name__}Changes(TypedDict, total=False):")
        lines += [f"    {one.name}: {annotation(one.type)}" for one in attrs.fields(cls)]
    for cls in classes:
        name = cls.__name__
        changes = f"**changes: Unpack[_{name}Changes]"
        lines += ["@overload", f"def evolve(record: {name}, /, {changes}) -> {name}: ..."]
    return formatted("\n".join([HEAD, "", *lines]) + "\n", STUB)


if __name__ == "__main__":
    write_or_compare({STUB: stub()}, check="--check" in sys.argv)
