"""Who is compared: this package, and other libraries with the same fields.

Each reads and writes the same documents. `check` makes sure that all give the same values.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from types import ModuleType
from typing import Any, NamedTuple

import extra_fast  # before psm_core
from samples import worker_texts

from psm_core import wire

from .attrs_classes import AttrsClasses
from .msgspec_structs import MsgspecStructs
from .pydantic_models import IdiomaticModels, LeanestModels, PydanticModels, TunedModels

OURS = "psm-core"
SAME_RULES = "pydantic, same rules"
TUNED = "pydantic, same rules, texts tuned"
IDIOMATIC = "pydantic, idiomatic"
LEANEST = "pydantic, leanest"
ATTRS = "attrs and cattrs"
MSGSPEC = "msgspec, types and lengths only"


class Contender(NamedTuple):
    """How a library reads and writes the documents of one class."""

    read_json: Callable[[str], Any]
    """Returns the record or document in a text; raises an error if it is invalid."""
    read_builtins: Callable[[Any], Any]
    """Returns the record in the data of a document."""
    write_json: Callable[[Any], str | bytes]
    """Returns the text of what `read_json` returned."""
    record_of: Callable[[Any], Any]
    """Returns the record in what `read_json` returned."""


def psm_core(cls: type) -> Contender:
    """Return this package."""
    return Contender(
        lambda text: wire.from_json(text, cls),
        lambda data: wire.from_builtins(data, cls),
        wire.to_json,
        lambda record: record,
    )


def pydantic(models: PydanticModels, cls: type) -> Contender:
    """Return pydantic models of a style."""
    return pydantic_in(models.load([cls]), cls)


def pydantic_in(module: ModuleType, cls: type) -> Contender:
    """Return the pydantic models of a module."""
    document = getattr(module, f"{cls.__name__}Document")
    return Contender(
        document.model_validate_json,
        getattr(module, cls.__name__).model_validate,
        lambda document: document.model_dump_json(exclude_defaults=True, by_alias=True),
        lambda document: document.data,
    )


def leanest(cls: type) -> Contender:
    """Return pydantic models with the fields that the documents of workers have."""
    return pydantic(LeanestModels(set(_keys(json.loads(worker_texts(1)[0])))), cls)


def attrs(cls: type) -> Contender:
    """Return attrs classes with the converter of cattrs for orjson."""
    module = AttrsClasses().load([cls])
    record, document = getattr(module, cls.__name__), getattr(module, f"{cls.__name__}Document")
    return Contender(
        lambda text: module.converter.loads(text, document),
        lambda data: module.converter.structure(data, record),
        module.converter.dumps,
        lambda document: document.data,
    )


def msgspec(cls: type) -> Contender:
    """Return structs of msgspec."""
    with extra_fast.msgspec_visible():
        from msgspec import convert
        from msgspec.json import Decoder, Encoder

        module = MsgspecStructs().load([cls])
    record, document = getattr(module, cls.__name__), getattr(module, f"{cls.__name__}Document")
    return Contender(
        Decoder(document).decode,
        lambda data: convert(data, record),
        Encoder().encode,
        lambda document: document.data,
    )


CONTENDERS: dict[str, Callable[[type], Contender]] = {
    OURS: psm_core,
    SAME_RULES: partial(pydantic, PydanticModels()),
    TUNED: partial(pydantic, TunedModels()),
    IDIOMATIC: partial(pydantic, IdiomaticModels()),
    LEANEST: leanest,
    ATTRS: attrs,
    MSGSPEC: msgspec,
}
"""Name → the function that returns the contender for a class."""


def check(name: str, contender: Contender, texts: Iterable[str], broken: Iterable[str]) -> None:
    """Check that a contender returns the same values, and rejects the same broken documents.

    Raises:
        AssertionError: it does not.

    """
    for text in texts:
        document = contender.read_json(text)
        written = contender.write_json(document)
        if _plain(json.loads(written)) != _plain(json.loads(text)):
            raise AssertionError(f"{name} writes other values")
        data = contender.read_builtins(json.loads(text)["data"])
        if data != contender.record_of(document):
            raise AssertionError(f"{name} reads builtins differently")
    for text in broken:
        if not rejects(contender, text):
            raise AssertionError(f"{name} accepts a broken document")


def rejects(contender: Contender, text: str) -> bool:
    """Return whether a contender rejects a document."""
    try:
        contender.read_json(text)
    except Exception:  # noqa: BLE001 - each library has its own errors
        return True
    return False


def _plain(data: object) -> object:
    """Return data with lists sorted, because the libraries write sets in any order."""
    if isinstance(data, dict):
        return {key: _plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return sorted(map(_plain, data), key=repr)
    return data


def _keys(data: object) -> Iterator[str]:
    """Yield the keys of an object and of all objects in it."""
    if isinstance(data, dict):
        yield from data
        for value in data.values():
            yield from _keys(value)
    elif isinstance(data, list):
        for item in data:
            yield from _keys(item)
