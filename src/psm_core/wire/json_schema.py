"""JSON Schema, derived from the fields of the record classes."""

import json
from typing import Any, NamedTuple

from .._core.field_info import fields_of
from .._core.field_types import (
    CollectionType,
    FieldType,
    InstanceType,
    InstanceUnionType,
    IntegerType,
    OptionalType,
    TermType,
    TextType,
    field_type_of,
)
from .._core.record import Field, is_record_class, record_info
from .._messages import language_of
from ..errors import UnknownVersionError
from ..records.provenance import FieldSource
from .provenance import provenance_schema
from .published import published_files
from .value_formats import UNENFORCED, UNIONS, VALUES, members
from .versions import CURRENT, document_name, schema_id

_LINE = r"^(?=[\s\S]*\S)[^\u0000-\u0008\u000e-\u001b\u007f-\u0084\u0086-\u009f]*$"
DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schema(
    cls: type, /, *, version: int | None = None, language: str | None = None
) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of the documents of a record class.

    ``$defs`` describes the data alone, and the sources of a provenance. ``x-invariants`` lists the
    codes of issues that the schema cannot detect. ``x-sensitivity`` is the class of a field under
    UU 27/2022.

    With a `language`, ``id`` or ``en``, each field has a ``title`` and a ``description``, those of
    `psm_core.fields_of`. An older version is returned as it was published, without them.

    Raises:
        UnknownVersionError: this release does not know the version.
        TypeError: the class has no document.
        ValueError: the language is neither Indonesian nor English.

    >>> from psm_core import Person, wire
    >>> wire.schema(Person)["$defs"]["Person"]["properties"]["birth_date"]["x-sensitivity"]
    'umum'
    >>> wire.schema(Person, language="id")["$defs"]["Person"]["properties"]["kk"]["title"]
    'Nomor KK'

    """
    known = None if language is None else language_of(language)
    name = document_name(cls)
    newest = CURRENT[name]
    if version is not None and version != newest:
        return _published(name, version)
    return {
        "$schema": DRAFT,
        "$id": f"urn:psm-core:schema:{name}:{newest}",
        "title": schema_id(cls),
        "type": "object",
        "properties": {
            "schema": {"const": schema_id(cls)},
            "data": {"$ref": f"#/$defs/{cls.__name__}"},
            "provenance": provenance_schema(),
        },
        "required": ["schema", "data"],
        "additionalProperties": False,
        "$defs": {
            name: one.schema if known is None else _with_texts(one, known)
            for name, one in sorted({**definitions_of(cls), **definitions_of(FieldSource)}.items())
        },
    }


def _with_texts(one: "Definition", language: str) -> dict[str, Any]:
    """Return a definition whose properties have a title and a description."""
    properties = dict(one.schema["properties"])
    for field in fields_of(one.record_class):
        is_english = language == "en"
        texts = {
            "title": field.gloss if is_english else field.label,
            "description": field.description_en if is_english else field.description,
        }
        properties[field.name] = {**properties[field.name], **texts}
    return {**one.schema, "properties": properties}


def _published(name: str, version: int) -> dict[str, Any]:
    """Return the schema of an older version, as it was published."""
    text = published_files().get(f"schemas/{name}-{version}.json")
    if text is None:
        raise UnknownVersionError(f"psm.{name}/{version}", CURRENT[name])
    published: dict[str, Any] = json.loads(text)
    return published


class Definition(NamedTuple):
    """A record class and the schema of its data."""

    record_class: type
    schema: dict[str, Any]


_Definitions = dict[str, Definition]


def definitions_of(cls: type) -> dict[str, Definition]:
    """Return name → definition, of a record class and all record classes in it."""
    definitions: _Definitions = {}
    _define(cls, definitions)
    return definitions


def value_schema(cls: type) -> dict[str, Any]:
    """Return the JSON Schema of a value, or of a term of a vocabulary."""
    return type_schema(field_type_of(cls, max_length=0, minimum=0, maximum=0))


def type_schema(field_type: FieldType) -> dict[str, Any]:
    """Return the JSON Schema of a field without records."""
    return _type_schema(field_type, {})


def _define(cls: type, definitions: _Definitions) -> None:
    if cls.__name__ in definitions:
        return
    definitions[cls.__name__] = Definition(cls, {})  # a record class may refer to itself
    info = record_info(cls)
    definition: dict[str, Any] = {
        "description": (cls.__doc__ or "").partition("\n")[0],
        "type": "object",
        "properties": {field.name: _property(field, definitions) for field in info.fields},
        "required": [field.name for field in info.fields if field.required],
        "additionalProperties": False,
    }
    if rules := [rule.schema for rule in info.invariants if rule.schema]:
        definition["allOf"] = rules
    if codes := {rule.code for rule in info.invariants if not rule.schema}:
        definition[UNENFORCED] = sorted(codes)
    definitions[cls.__name__] = Definition(cls, definition)


def _property(field: Field, definitions: _Definitions) -> dict[str, Any]:
    return {
        **_type_schema(field.type, definitions),
        "x-sensitivity": field.sensitivity.value,
    }


def _type_schema(field_type: FieldType, definitions: _Definitions) -> dict[str, Any]:  # noqa: PLR0911 - one return for each kind of field type
    match field_type:
        case OptionalType():
            inner = _type_schema(field_type.inner, definitions)
            alternatives = inner["anyOf"] if inner.keys() == {"anyOf"} else [inner]
            return {"anyOf": [*alternatives, {"type": "null"}]}
        case CollectionType():
            is_set = field_type.container is frozenset
            unique = {"uniqueItems": True, UNENFORCED: ["item.duplicate"]} if is_set else {}
            return {"type": "array", "items": _type_schema(field_type.item, definitions), **unique}
        case TextType():
            limits = {"maxLength": field_type.max_length, "pattern": _LINE}
            form = [] if field_type.form is None else [field_type.form.code]
            return {"type": "string", **limits, UNENFORCED: [*form, "text.blank", "text.control"]}
        case IntegerType():
            limits = {"minimum": field_type.minimum, "maximum": field_type.maximum}
            # JSON Schema accepts 1.0 as an integer; a reader does not.
            return {"type": "integer", **limits, UNENFORCED: ["type.number"]}
        case TermType():
            return {"enum": list(members(field_type.vocabularies))}
        case InstanceType() if is_record_class(field_type.python_type):
            _define(field_type.python_type, definitions)
            return {"$ref": f"#/$defs/{field_type.python_type.__name__}"}
        case InstanceUnionType():
            return dict(UNIONS[field_type.types].schema)
        case _:
            return dict(VALUES[field_type.python_type].schema)
