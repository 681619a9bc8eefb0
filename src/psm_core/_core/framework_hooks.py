"""Methods of our classes that other libraries look for.

Each calls a module of `contrib`, which imports the library. The module is named and not imported,
because a class is imported without what is built on it.
"""

from importlib import import_module
from typing import Any


def pydantic_core_schema(cls: type, _source: Any, _handler: Any) -> Any:  # noqa: ANN401 - types of pydantic
    """Return how pydantic validates and writes a class."""
    return import_module("psm_core.contrib.pydantic").core_schema_of(cls)


def pydantic_json_schema(cls: type, _core_schema: Any, handler: Any) -> Any:  # noqa: ANN401 - types of pydantic
    """Return how pydantic describes a class in a JSON Schema."""
    return import_module("psm_core.contrib.pydantic").json_schema_of(cls, handler)
