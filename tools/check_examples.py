"""Check that each public name has a docstring and an example; name those that lack one.

An example counts where doctest finds it and does not skip it: in the docstring of a class or a
function, and for data, which has none that doctest reads, in that of the module it is public in.
The suite runs the examples.
"""

import ast
import importlib
import inspect
import os
import re
import sys
from collections.abc import Iterator
from doctest import SKIP, DocTestFinder, Example
from functools import cache
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

# Django REST framework reads the settings when it is imported.
sys.path.append(str(Path(__file__).parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.contrib.django_settings")

FACES = [
    importlib.import_module(name)
    for name in (
        "psm_core",
        "psm_core.careers",
        "psm_core.changes",
        "psm_core.checks",
        "psm_core.columns",
        "psm_core.contrib.click",
        "psm_core.contrib.django",
        "psm_core.contrib.django.debug",
        "psm_core.contrib.django.import_export",
        "psm_core.contrib.django.rest_framework",
        "psm_core.contrib.faker",
        "psm_core.contrib.fastapi",
        "psm_core.contrib.litestar",
        "psm_core.contrib.logging",
        "psm_core.contrib.msgspec",
        "psm_core.contrib.pydantic",
        "psm_core.contrib.sqlalchemy",
        "psm_core.contrib.typer",
        "psm_core.explanations",
        "psm_core.forms",
        "psm_core.law",
        "psm_core.matching",
        "psm_core.population",
        "psm_core.privacy",
        "psm_core.recaps",
        "psm_core.regions",
        "psm_core.series",
        "psm_core.tables",
        "psm_core.terms",
        "psm_core.testing",
        "psm_core.wire",
    )
]
"""Where the names that users may rely on are."""


class Public(NamedTuple):
    """A public name, and what it has."""

    name: str
    docstring: bool
    example: bool


def public() -> Iterator[Public]:
    """Yield each public name, once where it is public in two places."""
    met = set[int]()
    for face in FACES:
        for name in sorted(face.__all__):
            found = getattr(face, name)
            if id(found) not in met:
                met.add(id(found))
                code = inspect.isclass(found) or inspect.isroutine(inspect.unwrap(found))
                seen = _of_code(found, name) if code else _of_data(face, name)
                yield Public(f"{face.__name__}.{name}", *seen)


def _of_code(found: object, name: str) -> tuple[bool, bool]:
    home = found.__module__
    return bool(found.__doc__), bool(_examples(home).get(f"{home}.{name}"))


def _of_data(face: ModuleType, name: str) -> tuple[bool, bool]:
    shown = _examples(face.__name__).get(face.__name__, [])
    uses = any(re.search(rf"\b{name}\b", example.source) for example in shown)
    inside = [one for one in sys.modules if f"{one}.".startswith(f"{face.__name__}.")]
    return any(name in _described(one) for one in inside), uses


@cache
def _examples(module: str) -> dict[str, list[Example]]:
    """Return name → the examples that are run, for all that a module defines."""
    tests = DocTestFinder().find(importlib.import_module(module), module)
    return {
        test.name: [one for one in test.examples if not one.options.get(SKIP)] for test in tests
    }


@cache
def _described(module: str) -> set[str]:
    """Return the data of a module that has a docstring below it."""
    body = ast.parse(inspect.getsource(sys.modules[module])).body
    return {
        target.id
        for one, below in pairwise(body)
        if isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant)
        for target in getattr(one, "targets", [getattr(one, "target", None)])
        if isinstance(target, ast.Name)
    }


def lacking(names: list[Public]) -> list[str]:
    """Return what each name lacks that lacks something."""
    return [f"{one.name} has no docstring" for one in names if not one.docstring] + [
        f"{one.name} has no example that runs" for one in names if not one.example
    ]


if __name__ == "__main__":
    names = list(public())
    described, shown = sum(one.docstring for one in names), sum(one.example for one in names)
    print(f"{len(names)} public names, {described} with a docstring, {shown} with an example")
    sys.exit("\n".join(lacking(names)) or 0)
