"""Writing: the newest version only, and the same bytes for equal records."""

import json
from typing import Any

from .._model import is_model
from ._reading import converter
from ._versions import schema_of

_COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def builtins_of(record: object) -> dict[str, Any]:
    """Return a record as builtins; what is at its default is left out."""
    if not is_model(type(record)):
        raise TypeError(f"{type(record).__name__} is not a record of psm_core")
    written: dict[str, Any] = converter().unstructure(record)
    return written


def document_of(record: object, *, indent: int | None) -> str:
    """Return a record as the text of its JSON document."""
    document = {"schema": schema_of(type(record)), "data": builtins_of(record)}
    if indent is None:
        return _COMPACT.encode(document)
    return json.dumps(document, ensure_ascii=False, indent=indent)
