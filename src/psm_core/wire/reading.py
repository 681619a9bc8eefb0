"""Reads records from JSON documents and from builtins (dicts, lists, texts and numbers).

The quick way stops at the first issue. Then a second pass collects all of them.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any, Final, TypeGuard, TypeVar, cast

from .._core.builder import INVALID, RecordBuilder
from .._core.field_types import (
    FieldType,
    InstanceType,
    InstanceUnionType,
    OptionalType,
    TermType,
    TimeType,
    field_type_of,
    unwrap_optional,
)
from .._core.invariants import Path
from .._core.record import is_record_class
from .._core.suggestions import SIMILAR, most_similar
from .._core.text import require_text
from .._paths import UNKNOWN_KEY
from ..errors import Issue, ParseError, ValidationError, short_traceback
from ..terms import Term
from .json_text import RepeatedKeys, decode, fields_of
from .record_readers import FIELDS_READERS, read_builtins
from .valid_documents import read_valid, read_valid_data
from .value_formats import UNIONS, VALUES, members
from .versions import document_name, migrate, migrate_data, require_record_class

T = TypeVar("T")
PARTS = ("schema", "data")
"""The keys of a document."""
_PARTS = frozenset(PARTS)
_SHOWN_KEY = re.compile(r"(?!.*\d{4})[a-z_][a-z0-9_]{0,30}", re.ASCII)
_MAX_LISTED_TERMS = 15
_SIMILAR_KEY = 0.7  # a typing error of one or two letters
_MAX_SLUG_LENGTH = 60
MAX_ISSUES: Final = 1000
"""The maximum number of issues that are reported for one document."""


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
    return _collect(data, cls, (), [])


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
    data = _data_of(document, cls, issues)
    if not issues:
        try:
            return cast("T", read_builtins(data, cls))
        except Exception:  # noqa: BLE001, S110 - as above
            pass
    return _collect(data, cls, ("data",), issues)


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
    try:
        return read_valid(text, cls)
    except Exception:  # noqa: BLE001, S110 - the second pass reports the cause
        pass
    issues: list[Issue] = []
    data = unpack_document(text, cls, issues)
    return _collect(data, cls, ("data",), issues)


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
    return _collect(data, cls, (), [])


def unpack_document(text: object, cls: type, issues: list[Issue]) -> object:
    """Return the ``data`` of the text of a document, migrated to the newest version.

    Issues of the document itself, such as a missing ``schema``, are added to `issues`.

    Raises:
        ValidationError: there is no data that could be read further.
        UnknownVersionError: as `from_json`.
        TypeError: as `from_json`.

    """
    document_name(cls)
    return _data_of(decode(text), cls, issues)


def _data_of(document: object, cls: type, issues: list[Issue]) -> object:
    """Return the ``data`` of a document, as `unpack_document` does."""
    document_name(cls)
    parts = fields_of(document)
    if parts is None:
        raise ValidationError([Issue("type.object")])
    issues += key_issues(parts, PARTS)
    issues += (Issue("document.missing_part", (part,)) for part in PARTS if part not in parts)
    if "data" not in parts:
        raise ValidationError(issues)
    return migrate(parts["schema"], parts["data"], cls) if "schema" in parts else parts["data"]


def _collect(data: object, cls: type[T], path: Path, issues: list[Issue]) -> T:
    """Return the record, or raise every issue."""
    record = CollectingReader().read(cls, data, path, issues)
    if issues:
        raise ValidationError(issues)
    return cast("T", record)


class _TooManyIssuesError(Exception):
    """The maximum number of issues was reached."""


class _IssueList(list[Issue]):
    """A list of limited length, so that a small document cannot produce gigabytes of issues."""

    def append(self, issue: Issue, /) -> None:
        super().append(issue)
        if len(self) > MAX_ISSUES:
            raise _TooManyIssuesError

    def extend(self, issues: Iterable[Issue], /) -> None:
        for issue in issues:
            self.append(issue)


def value_reader(kind: Any) -> Callable[[object], object]:  # noqa: ANN401 - any annotation
    """Return a function that reads one value or term from builtins. It raises ParseError."""
    field_type = field_type_of(kind, max_length=0, minimum=0, maximum=0)  # bounds of text, numbers
    inner, is_optional = unwrap_optional(field_type), isinstance(field_type, OptionalType)
    reader = CollectingReader()

    def read(data: object) -> object:
        if data is None and is_optional:
            return None
        value = reader.leaf(inner, data)
        if isinstance(value, Issue):
            raise ParseError(value)
        return value

    return read


class CollectingReader(RecordBuilder):
    """Reads builtins and collects every issue."""

    def read(self, cls: type, data: object, path: Path, issues: list[Issue]) -> object:
        """Return the record that builtins describe, or add their issues."""
        found = _IssueList()
        record: object = None
        try:
            record = self.record(cls, data, path, found)
        except _TooManyIssuesError:
            found[MAX_ISSUES:] = [Issue("document.too_many_issues", params={"maximum": MAX_ISSUES})]
        issues += found
        return record

    def fields_of(self, data: object) -> dict[object, object] | None:
        """Return the items of a mapping, or None for other data. The mapping is read only once."""
        return fields_of(data)

    def key_issues(
        self,
        given: Mapping[object, object],
        names: Sequence[str],
        path: Path,  # noqa: ARG002 - for subclasses
    ) -> Iterator[Issue]:
        """Yield an issue for each unknown and each repeated key."""
        return key_issues(given, names)

    def values_of(
        self, cls: type, given: Mapping[object, object], path: Path, issues: list[Issue]
    ) -> dict[str, object]:
        """Read the fields as in a valid record; look for issues only where that fails."""
        values, failed = FIELDS_READERS[cls](given)
        for field, issue in failed:
            here = (*path, field.name)
            if field.name not in given:
                issues.append(Issue("field.missing", here))
                continue
            if issue is not None:
                issues.append(issue.under(*here))
                continue
            value = super().value(unwrap_optional(field.type), given[field.name], here, issues)
            if value is not INVALID:
                values[field.name] = value
        return values

    def value(self, field_type: FieldType, data: object, path: Path, issues: list[Issue]) -> object:
        """Read a record in a list in the same way."""
        if is_record_class(field_type.python_type) and isinstance(field_type, InstanceType):
            with suppress(Exception):  # the reason is found below
                return read_builtins(data, field_type.python_type)
        return super().value(field_type, data, path, issues)

    def leaf(self, field_type: FieldType, data: object) -> object:
        """Return the value of a field that is no record or list, or the issue that prevents it."""
        try:
            return _parse_leaf(field_type, data)
        except ParseError as error:
            return error.issue

    def record_of(
        self, cls: type, given: Mapping[object, object], path: Path, issues: list[Issue]
    ) -> object:
        """Read a record. A whole document in place of its data is reported as a single issue."""
        if given.keys() == _PARTS:  # pyright: ignore[reportUnnecessaryComparison] - keys equal sets
            issues.append(Issue("document.unexpected", path))
            return INVALID
        return super().record_of(cls, given, path, issues)


def _parse_leaf(field_type: FieldType, data: object) -> object:
    match field_type:
        case TermType():
            return _parse_term(field_type, data)
        case InstanceType() | TimeType():
            return VALUES[field_type.python_type].read(data)
        case InstanceUnionType():
            return UNIONS[field_type.types].read(data)
        case _:
            return field_type.normalize(data)


def _parse_term(field_type: TermType, data: object) -> Term:
    text = require_text(data)
    known = members(field_type.vocabularies)
    if text in known:
        return known[text]
    listed = ", ".join(known) if len(known) <= _MAX_LISTED_TERMS else None
    is_short = len(text) <= _MAX_SLUG_LENGTH
    near = most_similar(text, known, cutoff=SIMILAR) if is_short else None
    params: dict[str, str | int] = {"known": listed} if listed else {}
    if near:
        params["suggestion"] = near
    raise ParseError(Issue("term.unknown", params=params))


def key_issues(given: Mapping[object, object], names: Sequence[str]) -> Iterator[Issue]:
    """Yield an issue for each unknown and each repeated key."""
    for _, issue in unknown_keys(given, names):
        yield issue
    yield from repeated_keys(given, names)


def unknown_keys(
    given: Mapping[object, object], names: Sequence[str]
) -> Iterator[tuple[object, Issue]]:
    """Yield each key that is not a field name, with its issue.

    A key may be personal data, so the issue contains it only if it is similar to a field name.
    Otherwise the issue contains its position in the object.
    """
    if given.keys() <= set(names):
        return
    for number, key in enumerate(given, start=1):
        if key in names:
            continue
        near = most_similar(key, names, cutoff=_SIMILAR_KEY) if _may_be_shown(key) else None
        if near:
            yield key, Issue("field.unknown", (str(key),), params={"suggestion": near})
        else:
            yield key, Issue("field.unknown", (UNKNOWN_KEY,), params={"number": number})


def repeated_keys(given: Mapping[object, object], names: Sequence[str]) -> Iterator[Issue]:
    """Yield an issue for each field whose key the text repeats."""
    if isinstance(given, RepeatedKeys):
        for name in names:
            if name in given.repeated:
                yield Issue("json.duplicate_key", (name,))


def _may_be_shown(key: object) -> TypeGuard[str]:
    return type(key) is str and _SHOWN_KEY.fullmatch(key) is not None
