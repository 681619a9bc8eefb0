"""JSON Schema of redacted records, derived from their fields and the policy of redaction."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, Final

from .._core.field_types import (
    CollectionType,
    FieldType,
    InstanceUnionType,
    TermType,
    TextType,
    unwrap_optional,
)
from .._core.record import Field, is_record_class, record_info
from ..privacy.redaction import Audience, Treatment, treatments
from ..terms import Sensitivity
from ..values.dates import Quarter
from ..values.ids import ID_CLASSES
from ..values.partial_date import PartialDate
from ..values.personal_number import PersonalNumber
from ..values.phone import PhoneNumber
from ..values.region_code import RegionCode
from .json_schema import DRAFT, type_schema

_TreatmentOf = Callable[[Sensitivity], Treatment]
_TEXT: Final = {"type": "string"}
_YEAR: Final = {"type": "integer", "minimum": 1, "maximum": 9999}
_YEARS: Final = {"type": "string", "pattern": "^[0-9]{4}/[0-9]{4}$"}
_MASKS: Final = {
    PersonalNumber: {"type": "string", "pattern": r"^\*{16}$"},
    PhoneNumber: {"type": "string", "pattern": r"^\+?\*+[0-9]{0,2}$"},
}
_YEARS_OF: Final = {date: (_YEAR,), Quarter: (_YEAR,), PartialDate: (_YEAR, _YEARS)}
"""What generalising leaves of a date."""


def redacted_schema(cls: type, /, *, audience: Audience) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of what `psm_core.privacy.redact` returns.

    No field is required, because redaction leaves out empty fields, and more fields of a child.

    Raises:
        TypeError: the class is not a record class of psm_core.

    >>> from psm_core import Worker, wire
    >>> from psm_core.privacy import Audience
    >>> schema = wire.redacted_schema(Worker, audience=Audience.PUBLIC)
    >>> list(schema["properties"])
    ['redacted', 'assignments', 'trainings', 'certifications']

    """
    if not is_record_class(cls):
        raise TypeError(f"{cls.__name__} is not a record of psm_core")
    inside = _record_schema(cls, treatments(cls, audience))
    properties = {"redacted": {"const": audience.value}, **inside.get("properties", {})}
    schema = _object(cls, properties) | {"required": ["redacted"]}
    return {"$schema": DRAFT, "title": f"{cls.__name__}.{audience.value}", **schema}


def _object(cls: type, properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "description": (cls.__doc__ or "").partition("\n")[0],
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }


def _record_schema(cls: type, treatment_of: _TreatmentOf) -> dict[str, Any]:
    """Return the schema of a record, or an empty one if nothing can be left of it."""
    properties: dict[str, Any] = {}
    for field in record_info(cls).fields:
        found = _field_schema(field.type, _treatments(field, treatment_of), treatment_of)
        if found:
            properties[field.name] = found
    return _object(cls, properties) if properties else {}


def _treatments(field: Field, treatment_of: _TreatmentOf) -> list[Treatment]:
    """Return the treatments of a field: of an adult and of a child."""
    classes = {field.sensitivity: None}
    if field.sensitivity is not Sensitivity.NONE:
        classes[Sensitivity.SPESIFIK] = None
    return [treatment_of(one) for one in classes]


def _field_schema(
    field_type: FieldType, allowed: list[Treatment], treatment_of: _TreatmentOf
) -> dict[str, Any]:
    """Return the schema of a field, or an empty one if it is always left out."""
    inner = unwrap_optional(field_type)
    if isinstance(inner, CollectionType):
        items = _field_schema(inner.item, allowed, treatment_of)
        return {"type": "array", "items": items, "minItems": 1} if items else {}
    if is_record_class(inner.python_type):
        is_left = any(one is not Treatment.DROP for one in allowed)
        return _record_schema(inner.python_type, treatment_of) if is_left else {}
    found: list[dict[str, Any]] = []
    for treatment in allowed:
        found += (one for one in _value_schemas(inner, treatment) if one not in found)
    return found[0] if len(found) == 1 else {"anyOf": found} if found else {}


def _value_schemas(field_type: FieldType, treatment: Treatment) -> Iterator[dict[str, Any]]:
    """Yield the schemas that a value can have after a treatment."""
    if treatment is Treatment.DROP:
        return
    if treatment is Treatment.GENERALISE:
        yield from _generalised_schemas(field_type)
        return
    value_class = field_type.python_type
    mask = next((m for base, m in _MASKS.items() if _is(value_class, base)), None)
    if treatment is Treatment.MASK and mask is not None:
        yield mask
    elif isinstance(field_type, TextType) or value_class in ID_CLASSES:
        yield _TEXT  # personal numbers inside it are replaced
    else:
        yield type_schema(field_type)


def _generalised_schemas(field_type: FieldType) -> Iterable[dict[str, Any]]:
    value_classes = (
        field_type.types if isinstance(field_type, InstanceUnionType) else (field_type.python_type,)
    )
    if isinstance(field_type, TermType) or value_classes == (RegionCode,):
        return [type_schema(field_type)]
    return [one for value_class in value_classes for one in _YEARS_OF.get(value_class, ())]


def _is(value_class: object, base: type) -> bool:
    return isinstance(value_class, type) and issubclass(value_class, base)
