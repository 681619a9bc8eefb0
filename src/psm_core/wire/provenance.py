"""The provenance of a record in its document: an object of JSON Pointer → source."""

import re
from contextlib import suppress
from typing import Any, Final

from .._core.field_paths import field_type_at
from .._core.text import text_or_none
from .._paths import UNKNOWN_KEY, Steps, pointer_text
from ..errors import Issue, ValidationError
from ..records.provenance import (
    FieldSource,
    Provenance,
    missing_step,
    require_provenance,
)
from .collecting_reader import CollectingReader, collected, repeated_keys
from .json_text import fields_of
from .record_readers import read_builtins
from .record_writers import BUILTINS_WRITERS
from .value_formats import UNENFORCED

_POINTER: Final = r"(/([a-z][a-z0-9_]*|0|[1-9][0-9]{0,8}))*"


def provenance_schema() -> dict[str, Any]:
    """Return the JSON Schema of the provenance in a document."""
    return {
        "type": "object",
        "propertyNames": {"pattern": f"^{_POINTER}$", "not": {"pattern": "\n$"}},
        "additionalProperties": {"$ref": f"#/$defs/{FieldSource.__name__}"},
        "description": "Source of the data at each JSON Pointer, and of everything below it.",
        UNENFORCED: ["provenance.path_missing"],
    }


def written_provenance(record: object, provenance: Provenance) -> dict[str, Any]:
    """Return the provenance of a record as builtins, sorted by path.

    Raises:
        ValidationError: ``provenance.path_missing``.
        TypeError: it is not a provenance.

    """
    require_provenance(provenance)
    if issues := provenance.issues(record):
        raise ValidationError(issues)
    write = BUILTINS_WRITERS[FieldSource]
    return {pointer_text(path): write(source) for path, source in provenance.entries.items()}


def read_provenance(data: object, record: object, cls: type, issues: list[Issue]) -> Provenance:
    """Return the provenance in a document, and add its issues, with paths in the document.

    The record is None if it is invalid. Then paths are compared with its class only.
    """
    provenance = collected(lambda found: _read(data, record, cls, found), issues)
    return provenance or Provenance()


def _read(data: object, record: object, cls: type, issues: list[Issue]) -> Provenance:
    given = fields_of(data)
    if given is None:
        issues.append(Issue("type.object", ("provenance",)))
        return Provenance()
    entries: dict[Steps, FieldSource] = {}
    for number, (key, value) in enumerate(given.items(), start=1):
        path = _path_of(key, cls)
        if path is None:
            where = ("provenance", UNKNOWN_KEY)
            issues.append(Issue("provenance.path_missing", where, params={"number": number}))
            continue
        here = ("provenance", str(key))
        if record is not None and missing_step(record, path) is not None:
            issues.append(Issue("provenance.path_missing", here))
        source = _source(value, here, issues)
        if isinstance(source, FieldSource):
            entries[path] = source
    issues.extend(
        one.under("provenance") for one in repeated_keys(given, [*map(pointer_text, entries)])
    )
    return Provenance(entries)


def _source(data: object, path: Steps, issues: list[Issue]) -> object:
    with suppress(Exception):  # the collecting reader reports the cause
        return read_builtins(data, FieldSource)
    return CollectingReader().record(FieldSource, data, path, issues)


def _path_of(key: object, cls: type) -> Steps | None:
    """Return the path of a JSON Pointer, or None if the class has no field there."""
    text = text_or_none(key)
    if text is None or re.fullmatch(_POINTER, text) is None:
        return None
    path = tuple(int(step) if step.isdecimal() else step for step in text.split("/")[1:])
    try:
        field_type_at(cls, path)
    except ValueError:
        return None
    return path
