"""Reads records from JSON documents and from builtins (dicts, lists, texts and numbers).

The quick way stops at the first issue. Then a second pass collects all of them.
"""

from contextlib import suppress
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar, cast

from ..errors import Issue, ValidationError, short_traceback
from .collecting_reader import OPTIONAL_PARTS, PARTS, CollectingReader, key_issues
from .json_text import decode, fields_of
from .record_readers import read_builtins
from .valid_documents import read_valid, read_valid_data
from .versions import document_name, migrate, migrate_data, require_record_class

if TYPE_CHECKING:
    from ..records.provenance import Provenance

T = TypeVar("T")


@short_traceback
def from_builtins(data: object, cls: type[T], /, *, version: int | None = None) -> T:
    """Return the record that builtins describe: dicts, lists, texts, numbers, True, False and None.

    They are the data of a document without its envelope, as `to_builtins` returns them. `version`
    is that of the document; the default is the newest one.

    Raises:
        ValidationError: every issue with its path: those of each field, ``field.missing``,
            ``field.unknown``, ``type.object``, ``document.unexpected``, those of the invariants
            of each record, and ``document.version_mismatch``.
        UnknownVersionError: this release does not know the version.
        TypeError: the class is not a record of psm_core; or it has no document, and so no version.

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
    require_record_class(cls)
    if version is not None:
        data = migrate_data(data, cls, version, ())
    try:
        return cast("T", read_builtins(data, cls))
    except Exception:  # noqa: BLE001, S110 - the second pass reports the cause
        pass
    return _collect(data, cls)


@short_traceback
def from_document(document: object, cls: type[T], /) -> T:
    """Return the record in a document of any published version that is a dict already.

    It reads what `to_document` returns, for example from a JSON column of a database. The issues
    are those of `from_json`.

    Raises:
        ValidationError: ``type.object``, ``document.missing_part``, ``document.other_schema``,
            and the issues of `from_builtins`, with paths below ``$.data``.
        UnknownVersionError: the document is newer than this release.
        TypeError: the class has no document.

    >>> from psm_core import Person, wire
    >>> data = {"nik": "9901014108900001", "name": "Contoh"}
    >>> wire.from_document({"schema": "psm.person/1", "data": data}, Person)
    Person(nik=***, name=***)

    """
    issues: list[Issue] = []
    return read_parts(parts_of(document, cls, issues), cls, issues)[0]


@short_traceback
def from_json(
    text: str | bytes | bytearray,
    cls: type[T],
    /,
    *,
    bare: bool = False,
    version: int | None = None,
) -> T:
    """Return the record in a JSON document of any published version.

    With `bare`, the text is the data without the envelope that names schema and version, of any
    record class. It then has the newest version, unless `version` states another one.

    Raises:
        ValidationError: ``type.text``, ``json.encoding``, ``json.syntax``, ``json.number``,
            ``json.too_deep``, ``json.too_large``, ``json.duplicate_key``, and the issues of
            `from_document`, or with `bare` those of `from_builtins`.
        UnknownVersionError: the document is newer than this release.
        TypeError: the class has no document, or with `bare` is not a record of psm_core;
            `version` is given without `bare`.

    >>> from psm_core import Person, wire
    >>> text = '{"schema": "psm.person/1", "data": {"nik": "9901014108900001", "name": "Contoh"}}'
    >>> wire.from_json(text, Person)
    Person(nik=***, name=***)
    >>> wire.from_json('{"nik": "9901014108900001", "name": "Contoh"}', Person, bare=True)
    Person(nik=***, name=***)

    """
    if bare:
        return _from_bare_json(text, cls, version)
    if version is not None:
        raise TypeError("version= needs bare=True: a document states its version itself")
    return read_text(text, cls)[0]


def read_text(text: object, cls: type[T]) -> "tuple[T, Provenance | None]":
    """Return the record in the text of a document with its provenance, or raise every issue."""
    try:
        return read_valid(text, cls), None
    except Exception:  # noqa: BLE001, S110 - it has a provenance, or the second pass reports the cause
        pass
    issues: list[Issue] = []
    return read_parts(unpack_document(text, cls, issues), cls, issues)


def _from_bare_json(text: object, cls: type[T], version: int | None) -> T:
    require_record_class(cls)
    if version is None:
        try:
            return cast("T", read_valid_data(text, cls))
        except Exception:  # noqa: BLE001, S110 - as above
            pass
    data = decode(text)
    if version is not None:
        data = migrate_data(data, cls, version, ())
    return _collect(data, cls)


NO_PROVENANCE: Final = object()
"""Stands for the provenance of a document without it."""


class Document(NamedTuple):
    """The parts of a document, without its schema."""

    data: object
    """The data, migrated to the newest version."""
    provenance: object = NO_PROVENANCE
    """Pointer → source, if the document has it."""


def unpack_document(text: object, cls: type, issues: list[Issue]) -> Document:
    """Return the parts of the text of a document, its ``data`` migrated to the newest version.

    Issues of the document itself, such as a missing ``schema``, are added to `issues`.

    Raises:
        ValidationError: there is no data that could be read further.
        UnknownVersionError: as `from_json`.
        TypeError: as `from_json`.

    """
    document_name(cls)
    return parts_of(decode(text), cls, issues)


def parts_of(document: object, cls: type, issues: list[Issue]) -> Document:
    """Return the parts of a document, as `unpack_document` does."""
    document_name(cls)
    parts = fields_of(document)
    if parts is None:
        raise ValidationError([Issue("type.object")])
    issues += key_issues(parts, (*PARTS, *OPTIONAL_PARTS))
    issues += (Issue("document.missing_part", (part,)) for part in PARTS if part not in parts)
    if "data" not in parts:
        raise ValidationError(issues)
    data = parts["data"]
    if "schema" in parts:
        data = migrate(parts["schema"], data, cls)
    return Document(data, parts["provenance"]) if "provenance" in parts else Document(data)


def read_parts(
    document: Document, cls: type[T], issues: list[Issue]
) -> "tuple[T, Provenance | None]":
    """Return the record of a document with its provenance, or raise every issue."""
    record: object = None
    if not issues:
        with suppress(Exception):  # the collecting reader reports the cause
            record = read_builtins(document.data, cls)
    if record is None:
        record = CollectingReader().read(cls, document.data, ("data",), issues)
    provenance = provenance_of(document, record, cls, issues)
    if issues:
        raise ValidationError(issues)
    return cast("T", record), provenance


def provenance_of(
    document: Document, record: object, cls: type, issues: list[Issue]
) -> "Provenance | None":
    """Return the provenance in a document, if there is one, and add its issues.

    The record is that of the document, if there are no issues yet.
    """
    if document.provenance is NO_PROVENANCE:
        return None
    from .provenance import read_provenance  # noqa: PLC0415 - most documents have none

    return read_provenance(document.provenance, None if issues else record, cls, issues)


def _collect(data: object, cls: type[T]) -> T:
    """Return the record that data alone describes, or raise every issue."""
    issues: list[Issue] = []
    record = CollectingReader().read(cls, data, (), issues)
    if issues:
        raise ValidationError(issues)
    return cast("T", record)
