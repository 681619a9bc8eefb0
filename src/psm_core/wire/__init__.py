"""The wire: records as builtins and as versioned JSON documents.

A *document* stands alone and names its schema: ``{"schema": "psm.worker/1", "data": {…}}``.
*Builtins* are the bare data, to travel inside a payload or a column of your own. The newest
version is written, every published one is read, and a reader tells all faults at once.

What is written here is not redacted: it holds the numbers and names of people.
"""

from typing import Any, TypeVar

from ._reading import read, read_document
from ._schema import document_schema
from ._writing import builtins_of, document_of

__all__ = ["from_builtins", "from_json", "schema", "to_builtins", "to_json"]

T = TypeVar("T")


def from_builtins(data: object, cls: type[T], /) -> T:
    """Return the record of a class that builtins of the newest version stand for.

    Raises:
        ValidationError: every fault at its path: those of each field, ``field.missing``,
            ``field.unknown``, ``type.object``, and the invariants of each record.
        TypeError: the class is not a record of psm_core.

    >>> from psm_core import Person, ValidationError, wire
    >>> try:
    ...     wire.from_builtins({"nik": "99010141", "nmae": "Contoh"}, Person)
    ... except ValidationError as error:
    ...     for issue in error.issues:
    ...         print(issue.where, issue.code)
    $.nmae field.unknown
    $.nik nik.length
    $.name field.missing

    """
    return read(data, cls)


def to_builtins(record: object, /) -> dict[str, Any]:
    """Return a record as dicts, lists, texts, numbers and booleans.

    Fields at their default are left out; what has no order is sorted.

    >>> from psm_core import Address, RegionCode, wire
    >>> wire.to_builtins(Address(rt="003", region=RegionCode("63.10.09.2005")))
    {'rt': '003', 'region': '63.10.09.2005'}

    """
    return builtins_of(record)


def from_json(text: str | bytes, cls: type[T], /) -> T:
    """Return the record in a JSON document, of whatever version it was written in.

    Raises:
        ValidationError: ``json.syntax``, ``json.encoding``, ``json.too_deep``,
            ``json.duplicate_key``, ``document.missing_part``, ``document.other_schema``, and all
            that `from_builtins` finds, with paths below ``$.data``.
        UnknownVersionError: the document is newer than this release.
        TypeError: the class has no document of its own.

    """
    return read_document(text, cls)


def to_json(record: object, /, *, indent: int | None = None) -> str:
    """Return a record as the text of a JSON document of the newest version.

    Equal records give equal text.

    Raises:
        TypeError: the record has no document of its own.

    >>> from psm_core import Person, wire
    >>> from psm_core.terms import NIKAbsence
    >>> wire.to_json(Person(name="Contoh", nik_absence=NIKAbsence.BELUM_MEMILIKI))
    '{"schema":"psm.person/1","data":{"name":"Contoh","nik_absence":"belum-memiliki"}}'

    """
    return document_of(record, indent=indent)


def schema(cls: type, /, *, version: int | None = None) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of the documents of a record class.

    The bare data is described under ``$defs``. What a schema cannot say is named in
    ``x-invariants``; the class of each field under UU 27/2022 stands in ``x-sensitivity``.

    Raises:
        UnknownVersionError: no such version was published.
        TypeError: the class has no document of its own.

    """
    return document_schema(cls, version=version)
