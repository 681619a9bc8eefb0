"""Paths of fields in record classes."""

import re

from .._paths import Steps
from .field_types import CollectionType, FieldType, InstanceType, unwrap_optional
from .record import is_record_class, record_info

_NUMBER = r"0|[1-9][0-9]{0,3}"
"""The number of an item of a list. Longer digits in a heading may be personal data."""


def steps_of(path: str) -> Steps:
    """Return the steps of a dotted path: ``assignments.0.serves``."""
    steps = path.split(".")
    return tuple(int(s) if s.isdecimal() and re.fullmatch(_NUMBER, s) else s for s in steps)


def field_type_at(record_class: type, steps: Steps) -> FieldType:
    """Return the type of the field at a path of a record class.

    Raises:
        ValueError: there is no such field.

    """
    here: FieldType = InstanceType(record_class)
    for step in steps:
        inner = unwrap_optional(here)
        if isinstance(step, int) and isinstance(inner, CollectionType):
            here = inner.item
        elif isinstance(step, str) and is_record_class(inner.python_type):
            here = _field_type(inner.python_type, step, steps)
        else:
            raise ValueError(f"no field {dotted(steps)!r} in {record_class.__name__}")
    return here


def _field_type(record_class: type, name: str, steps: Steps) -> FieldType:
    found = next((one for one in record_info(record_class).fields if one.name == name), None)
    if found is None:
        raise ValueError(f"no field {dotted(steps)!r}: {record_class.__name__} has no {name!r}")
    return found.type


def dotted(steps: Steps) -> str:
    """Return a path as text: ``assignments.0.serves``."""
    return ".".join(map(str, steps))
