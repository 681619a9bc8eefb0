"""JSON Schema from the models: no list of fields is kept here."""

import json
from typing import Any

from .._core.field_types import Choice, Exact, Many, Maybe, Number, Shape, Text
from .._core.record import Field, is_model, plan
from .._core.resources import open_packaged
from ..errors import UnknownVersionError
from .converter import UNSAID, VALUES, members
from .versions import CURRENT, name_of, schema_of

_LINE = r"^(?=[\s\S]*\S)[^\u0000-\u0008\u000e-\u001b\u007f-\u0084\u0086-\u009f]*$"
DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schema(cls: type, /, *, version: int | None = None) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of the documents of a record class.

    The bare data is described under ``$defs``. What a schema cannot say is named in
    ``x-invariants``, as codes; the class of a field under UU 27/2022 stands in ``x-sensitivity``.

    Raises:
        UnknownVersionError: this release does not know the version.
        TypeError: the class has no document of its own.

    >>> from psm_core import Person, wire
    >>> wire.schema(Person)["$defs"]["Person"]["properties"]["birth_date"]["x-sensitivity"]
    'umum'

    """
    name = name_of(cls)
    newest = CURRENT[name]
    if version is not None and version != newest:
        return _published(name, version)
    definitions: dict[str, Any] = {}
    _define(cls, definitions)
    return {
        "$schema": DRAFT,
        "$id": f"urn:psm-core:schema:{name}:{newest}",
        "title": schema_of(cls),
        "type": "object",
        "properties": {
            "schema": {"const": schema_of(cls)},
            "data": {"$ref": f"#/$defs/{cls.__name__}"},
        },
        "required": ["schema", "data"],
        "additionalProperties": False,
        "$defs": dict(sorted(definitions.items())),
    }


def _published(name: str, version: int) -> dict[str, Any]:
    """Return the schema of an older version, as it was published."""
    text = bytes(open_packaged(f"schemas/{name}-{version}.json"))
    if not text:
        raise UnknownVersionError(f"psm.{name}/{version}", CURRENT[name])
    described: dict[str, Any] = json.loads(text)
    return described


def _define(cls: type, definitions: dict[str, Any]) -> None:
    if cls.__name__ in definitions:
        return
    definitions[cls.__name__] = {}  # holds the place while its own fields are described
    known = plan(cls)
    described: dict[str, Any] = {
        "description": (cls.__doc__ or "").partition("\n")[0],
        "type": "object",
        "properties": {field.name: _property(field, definitions) for field in known.fields},
        "required": [field.name for field in known.fields if field.required],
        "additionalProperties": False,
    }
    if said := [rule.schema for rule in known.invariants if rule.schema]:
        described["allOf"] = said
    if unsaid := {rule.code for rule in known.invariants if not rule.schema}:
        described[UNSAID] = sorted(unsaid)
    definitions[cls.__name__] = described


def _property(field: Field, definitions: dict[str, Any]) -> dict[str, Any]:
    return {
        **_of(field.shape, definitions),
        "x-sensitivity": field.sensitivity.value,
    }


def _of(shape: Shape, definitions: dict[str, Any]) -> dict[str, Any]:  # noqa: PLR0911 - a return for each shape
    match shape:
        case Maybe():
            return {"anyOf": [_of(shape.inner, definitions), {"type": "null"}]}
        case Many():
            is_set = shape.container is frozenset
            unique = {"uniqueItems": True, UNSAID: ["item.duplicate"]} if is_set else {}
            return {"type": "array", "items": _of(shape.item, definitions), **unique}
        case Text():
            limits = {"maxLength": shape.longest, "pattern": _LINE}
            form = [] if shape.form is None else [shape.form.code]
            return {"type": "string", **limits, UNSAID: [*form, "text.blank", "text.control"]}
        case Number():
            limits = {"minimum": shape.least, "maximum": shape.most}
            return {"type": "integer", **limits, UNSAID: ["type.number"]}  # 1.0 is no whole number
        case Choice():
            return {"enum": list(members(shape.vocabularies))}
        case Exact() if is_model(shape.kind):
            _define(shape.kind, definitions)
            return {"$ref": f"#/$defs/{shape.kind.__name__}"}
        case _:
            return dict(VALUES[shape.kind].schema)
