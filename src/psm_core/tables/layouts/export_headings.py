"""The headings of files that psm-core writes for people: labels of fields instead of paths."""

import re
from collections.abc import Iterator
from typing import Final

from ..._core.field_paths import field_type_at
from ..._core.field_types import CollectionType, FieldType, InstanceType, unwrap, unwrap_optional
from ..._core.record import is_record_class, record_info
from ..._messages.field_labels import label_of
from ..._paths import Steps
from .field_labels import names_by_label
from .layout import folded

_SEPARATOR: Final = ": "
_NUMBERED: Final = r"(.*\S)\s+([1-9][0-9]{0,3})"
_PERSON: Final = "person"


def export_mark(record_class: type) -> str:
    """Return the heading of the last column, which says that psm-core wrote the file."""
    return f"psm-core{_SEPARATOR}{record_class.__name__}"


def export_heading(record_class: type, steps: Steps, language: str) -> str:
    """Return the heading of a path: the labels of its fields, numbers counted from 1.

    The fields of the person of a record are named without the person.

    >>> from psm_core import Worker
    >>> export_heading(Worker, ("person", "birth_date"), "id")
    'Tanggal Lahir'
    >>> export_heading(Worker, ("assignments", 0, "since"), "id")
    'Penugasan 1: Mulai'
    """
    return _SEPARATOR.join(_labels(record_class, steps, language))


def _labels(record_class: type, steps: Steps, language: str) -> Iterator[str]:
    here = record_class
    for at, step in enumerate(steps):
        if isinstance(step, int):
            continue
        number = steps[at + 1] if at + 1 < len(steps) else None
        label = label_of(here, step, language)
        field_type = field_type_at(here, (step,))
        if not (step == _PERSON and _is_clear(here, field_type, steps[at + 1 :])):
            yield f"{label} {number + 1}" if isinstance(number, int) else label
        here = unwrap(field_type).python_type


def _is_clear(record_class: type, field_type: FieldType, below: Steps) -> bool:
    """Return whether a field of the person has no label of a field of the record itself."""
    if not below:
        return False
    own, name = names_by_label(record_class), str(below[0])
    person = unwrap_optional(field_type).python_type
    return not any(folded(label_of(person, name, one)) in own for one in ("en", "id"))


def steps_of_heading(record_class: type, heading: str) -> Steps | None:
    """Return the path of a heading in Indonesian or English, or None if it is not one of ours.

    >>> from psm_core import Worker
    >>> steps_of_heading(Worker, "Penugasan 2: SK: Tanggal")
    ('assignments', 1, 'decree', 'date')
    """
    steps: list[str | int] = []
    here: FieldType = InstanceType(record_class)
    for part in heading.split(_SEPARATOR.strip()):
        inner = unwrap_optional(here)
        if not is_record_class(inner.python_type) or isinstance(inner, CollectionType):
            return None
        found = _step(inner.python_type, part)
        if found is None:
            return None
        names, here = found
        steps += names
    return tuple(steps)


def _step(record_class: type, part: str) -> tuple[Steps, FieldType] | None:
    """Return the steps of one part of a heading, and the type of the field."""
    numbered = re.fullmatch(_NUMBERED, part.strip(), re.ASCII)
    text, number = (numbered[1], int(numbered[2])) if numbered else (part, 0)
    name = names_by_label(record_class).get(folded(text))
    if name is None:
        return _step_of_person(record_class, part)
    field_type = field_type_at(record_class, (name,))
    inner = unwrap_optional(field_type)
    if not number:
        return (name,), field_type
    if not isinstance(inner, CollectionType):
        return None
    return (name, number - 1), inner.item


def _step_of_person(record_class: type, part: str) -> tuple[Steps, FieldType] | None:
    """Return the steps of a part that names a field of the person of a record."""
    if not any(field.name == _PERSON for field in record_info(record_class).fields):
        return None
    person = unwrap_optional(field_type_at(record_class, (_PERSON,))).python_type
    found = _step(person, part)
    return None if found is None else ((_PERSON, *found[0]), found[1])
