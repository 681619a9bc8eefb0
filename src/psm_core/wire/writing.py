"""Write records: always the newest version, and equal text for equal records."""

import json
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Final

from .._core.lazy import LazyTable
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
    is not empty is beside the data; `read_with_provenance` returns both.

    Raises:
        ValidationError: as `to_builtins`; ``provenance.path_missing``.
        TypeError: the class has no document.

    >>> from psm_core import Person, wire
    >>> from psm_core.terms import NIKAbsence
    >>> wire.to_document(Person(name="Contoh", nik_absence=NIKAbsence.BELUM_MEMILIKI))
    {'schema': 'psm.person/1', 'data': {'name': 'Contoh', 'nik_absence': 'belum-memiliki'}}

    """
    document = {
        "schema": schema_id(type(record)),
        "data": to_builtins(record, unknown_fields=unknown_fields),
    }
    if provenance:
        from .provenance import written_provenance  # noqa: PLC0415 - most documents have none

        document["provenance"] = written_provenance(record, provenance)
    return document


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

    Equal records give equal text. With `bare`, the text is the data without the envelope that names
    schema and version; the record may then be of any record class.

    Raises:
        ValidationError: as `to_document`.
        TypeError: the class has no document, or with `bare` is not a record of psm_core;
            `provenance` is given with `bare`.

    >>> from psm_core import Person, wire
    >>> from psm_core.terms import NIKAbsence
    >>> wire.to_json(Person(name="Contoh", nik_absence=NIKAbsence.BELUM_MEMILIKI))
    '{"schema":"psm.person/1","data":{"name":"Contoh","nik_absence":"belum-memiliki"}}'

    """
    if bare and provenance is not None:
        raise TypeError("provenance= needs a document: leave out bare=True")
    if indent is None and not unknown_fields and not provenance and not bare:
        return DOCUMENT_WRITERS[type(record)](record)
    if bare:
        document = to_builtins(record, unknown_fields=unknown_fields)
    else:
        document = to_document(record, unknown_fields=unknown_fields, provenance=provenance)
    if indent is None:
        return _COMPACT.encode(document)
    return json.dumps(document, ensure_ascii=False, indent=indent)


def _document_writer(cls: type) -> Callable[[Any], str]:
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
