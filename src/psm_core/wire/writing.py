"""Write records: always the newest version, and equal text for equal records."""

import json
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Final, cast

from .._core.lazy import LazyTable
from .._core.record import is_record_class
from .record_writers import BUILTINS_WRITERS, JSON_WRITERS
from .reporting import UnknownField
from .unknown_fields import restore
from .versions import require_record_class, schema_id

if TYPE_CHECKING:
    from ..records.provenance import Provenance

_COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def to_builtins(
    record: object, /, *, unknown_fields: Iterable[UnknownField] = ()
) -> dict[str, Any]:
    """Return a record as dicts, lists, texts, numbers and booleans.

    Fields with their default value are left out. Sets are sorted. `unknown_fields` are those of a
    `Report`; they are written where they were read.

    Raises:
        ValidationError: ``field.orphaned`` if the record that contained an unknown field is gone.
        TypeError: the object is not a record of psm_core.

    >>> from psm_core import Address, RegionCode, wire
    >>> wire.to_builtins(Address(rt="003", region=RegionCode("63.10.09.2005")))
    {'rt': '003', 'region': '63.10.09.2005'}

    """
    require_record_class(type(record))
    written: dict[str, Any] = BUILTINS_WRITERS[type(record)](record)
    restore(unknown_fields, record, written)
    return written


def to_document(
    record: object,
    /,
    *,
    unknown_fields: Iterable[UnknownField] = (),
    provenance: "Provenance | None" = None,
) -> dict[str, Any]:
    """Return a record as a document of the newest version: its schema, and its data as builtins.

    It is the same document as the text of `to_json`. `from_document` reads it. A `provenance` that
    is not empty is beside the data. `read_with_provenance` returns both as a `SourcedRecord`, which
    may be given in place of the record.

    Raises:
        ValidationError: as `to_builtins`; ``provenance.path_missing``.
        TypeError: the class has no document, or `provenance` is given beside a `SourcedRecord`.

    >>> from psm_core import Person, wire
    >>> from psm_core.terms import NIKAbsence
    >>> wire.to_document(Person(name="Contoh", nik_absence=NIKAbsence.BELUM_MEMILIKI))
    {'schema': 'psm.person/1', 'data': {'name': 'Contoh', 'nik_absence': 'belum-memiliki'}}

    """
    if not is_record_class(type(record)):
        record, provenance = _parts_of_sourced(record, provenance)
    head = {"schema": schema_id(type(record))}
    end: dict[str, Any] = {}
    if provenance:
        from .provenance import written_provenance  # noqa: PLC0415 - most documents have none

        end = {"provenance": written_provenance(record, provenance)}
    return {**head, "data": to_builtins(record, unknown_fields=unknown_fields), **end}


def to_json(
    record: object,
    /,
    *,
    unknown_fields: Iterable[UnknownField] = (),
    provenance: "Provenance | None" = None,
    indent: int | None = None,
    bare: bool = False,
) -> str:
    """Return a record as the text of a JSON document of the newest version.

    Equal records give equal text. A `SourcedRecord` is written with its provenance. With `bare`,
    the text is the data without the envelope that names schema and version; the record may then be
    of any record class.

    Raises:
        ValidationError: as `to_document`.
        TypeError: as `to_document`; with `bare`, the object is not a record of psm_core, or there
            is a provenance.

    >>> from psm_core import Person, wire
    >>> from psm_core.terms import NIKAbsence
    >>> wire.to_json(Person(name="Contoh", nik_absence=NIKAbsence.BELUM_MEMILIKI))
    '{"schema":"psm.person/1","data":{"name":"Contoh","nik_absence":"belum-memiliki"}}'

    """
    if indent is None and not unknown_fields and provenance is None and not bare:
        return DOCUMENT_WRITERS[type(record)](record)
    if not is_record_class(type(record)):
        record, provenance = _parts_of_sourced(record, provenance)
    if bare and provenance is not None:
        raise TypeError("a provenance needs a document: leave out bare=True")
    if bare:
        document = to_builtins(record, unknown_fields=unknown_fields)
    else:
        document = to_document(record, unknown_fields=unknown_fields, provenance=provenance)
    if indent is None:
        return _COMPACT.encode(document)
    return json.dumps(document, ensure_ascii=False, indent=indent)


def _parts_of_sourced(
    record: object, provenance: "Provenance | None"
) -> tuple[object, "Provenance | None"]:
    """Return the record and the provenance of a `SourcedRecord`, or else what is given."""
    from ..records.provenance import SourcedRecord  # noqa: PLC0415 - most documents have none

    if not isinstance(record, SourcedRecord):
        return record, provenance
    if provenance is not None:
        raise TypeError("a SourcedRecord has its own provenance: leave out provenance=")
    sourced = cast("SourcedRecord[object]", record)
    return sourced.record, sourced.provenance


def _document_writer(cls: type) -> Callable[[Any], str]:
    if not is_record_class(cls):  # a SourcedRecord, or the error of its class
        return lambda record: _COMPACT.encode(to_document(record))
    try:
        from .structs import STRUCT_WRITERS  # noqa: PLC0415 - msgspec may be missing
    except ImportError:
        return _json_writer(cls)
    return STRUCT_WRITERS[cls]  # only with msgspec


def _json_writer(cls: type) -> Callable[[Any], str]:
    head = f'{{"schema":"{schema_id(cls)}","data":'
    write_data = JSON_WRITERS[cls]
    return lambda record: f"{head}{write_data(record)}}}"


DOCUMENT_WRITERS: Final = LazyTable[type, Callable[[Any], str]](_document_writer)
"""Record class → the function that writes its documents, with msgspec or json."""
