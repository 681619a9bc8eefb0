"""Reading: straight when all is sound, and else once more with patience to find every fault."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Final, TypeGuard, TypeVar, cast

from .._core.builder import INVALID, RecordBuilder
from .._core.field_types import FieldType, InstanceType, TermType, TimeType
from .._core.invariants import Path
from .._core.record import is_record_class
from .._core.text import require_text
from ..errors import Issue, ParseError, ValidationError, short_traceback
from ..terms import Term
from ._converter import VALUES, converter, members
from .json_text import Repeating, decode, fields_of
from .versions import lifted, name_of, named

T = TypeVar("T")
_SHOWN_KEY = re.compile(r"(?!.*\d{4})[a-z_][a-z0-9_]{0,30}", re.ASCII)
_FEW = 15  # entries that a sentence can list
_NEAR = 0.7  # a slip of a letter or two, and no other word
_LONGEST_SLUG = 60
MOST_ISSUES: Final = 1000
"""How many faults of one document are told; the first are enough to mend it."""
PARTS = ("schema", "data")


@short_traceback
def from_builtins(data: object, cls: type[T], /) -> T:
    """Return the record that builtins of the newest version stand for.

    Raises:
        ValidationError: every fault at its path: those of each field, ``field.missing``,
            ``field.unknown``, ``type.object``, ``document.unexpected``, and the invariants of
            each record.
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
    if not is_record_class(cls):
        raise TypeError(f"{named(cls)} is not a record of psm_core")
    return _read(data, cls, (), [], straight=True)


@short_traceback
def from_json(text: str | bytes | bytearray, cls: type[T], /) -> T:
    """Return the record in a JSON document, of whatever version it was written in.

    Raises:
        ValidationError: ``type.text``, ``json.encoding``, ``json.syntax``, ``json.number``,
            ``json.too_deep``, ``json.duplicate_key``, ``type.object``,
            ``document.missing_part``, ``document.other_schema``, and all that
            `from_builtins` finds, with paths below ``$.data``.
        UnknownVersionError: the document is newer than this release.
        TypeError: the class has no document of its own.

    >>> from psm_core import Person, wire
    >>> text = '{"schema": "psm.person/1", "data": {"nik": "9901014108900001", "name": "Contoh"}}'
    >>> wire.from_json(text, Person)
    Person(nik=***, name=***)

    """
    issues: list[Issue] = []
    data = unpacked(text, cls, issues)
    return _read(data, cls, ("data",), issues, straight=not issues)


def unpacked(text: object, cls: type, issues: list[Issue]) -> object:
    """Return the data in a document, of the newest version; what is wrong beside it is added.

    Raises:
        ValidationError: there is no data to go on with.
        UnknownVersionError: as `from_json`.
        TypeError: as `from_json`.

    """
    name_of(cls)
    document = decode(text)
    if not isinstance(document, dict):
        raise ValidationError([Issue("type.object")])
    parts = cast("dict[object, object]", document)
    issues += key_issues(parts, PARTS)
    issues += (Issue("document.missing_part", (part,)) for part in PARTS if part not in parts)
    if "data" not in parts:
        raise ValidationError(issues)
    return lifted(parts["schema"], parts["data"], cls) if "schema" in parts else parts["data"]


def _read(data: object, cls: type[T], path: Path, issues: list[Issue], *, straight: bool) -> T:
    if straight:
        try:
            return converter().structure(data, cls)
        except Exception:  # noqa: BLE001, S110 - whatever it was, the patient way names it
            pass
    record = Patient().read(cls, data, path, issues)
    if issues:
        raise ValidationError(issues)
    return cast("T", record)


class _EnoughError(Exception):
    """As many faults are told as anybody can want."""


class _Found(list[Issue]):
    """Issues as they are found: a document of a megabyte must not give a gigabyte of them."""

    def append(self, issue: Issue, /) -> None:
        super().append(issue)
        if len(self) > MOST_ISSUES:
            raise _EnoughError

    def extend(self, issues: Iterable[Issue], /) -> None:
        for issue in issues:
            self.append(issue)


class Patient(RecordBuilder):
    """Reads builtins, and finds every fault."""

    def read(self, cls: type, data: object, path: Path, issues: list[Issue]) -> object:
        """Return the record that builtins stand for, or add what is wrong with them."""
        found = _Found()
        record: object = None
        try:
            record = self.record(cls, data, path, found)
        except _EnoughError:
            found[MOST_ISSUES:] = [Issue("document.too_many_issues", params={"most": MOST_ISSUES})]
        issues += found
        return record

    def fields_of(self, data: object) -> dict[object, object] | None:
        """Return what a mapping holds, asked once; None for anything else."""
        return fields_of(data)

    def key_issues(
        self,
        given: Mapping[object, object],
        names: Sequence[str],
        path: Path,  # noqa: ARG002 - for those who keep what stood there
    ) -> Iterator[Issue]:
        """Yield a fault for each key that is not a field, and for each that stood twice."""
        return key_issues(given, names)

    def leaf(self, field_type: FieldType, data: object) -> object:
        """Return the value of its canonical form, or the issue of the form."""
        try:
            return _parsed(field_type, data)
        except ParseError as error:
            return error.issue

    def record(self, cls: type, data: object, path: Path, issues: list[Issue]) -> object:
        """Refuse a whole document where its data should be: no record has these two fields."""
        given = fields_of(data)
        if given is not None and given.keys() == set(PARTS):
            issues.append(Issue("document.unexpected", path))
            return INVALID
        return super().record(cls, data, path, issues)


def _parsed(field_type: FieldType, data: object) -> object:
    match field_type:
        case TermType():
            return _term(field_type, data)
        case InstanceType() | TimeType():
            return VALUES[field_type.python_type].read(data)
        case _:
            return field_type.normalize(data)


def _term(field_type: TermType, data: object) -> Term:
    text = require_text(data)
    known = members(field_type.vocabularies)
    if text in known:
        return known[text]
    few = ", ".join(known) if len(known) <= _FEW else None
    near = get_close_matches(text, known, n=1) if len(text) <= _LONGEST_SLUG else []
    params: dict[str, str | int] = {"known": few} if few else {}
    if near:
        params["suggestion"] = near[0]
    raise ParseError(Issue("term.unknown", params=params))


def key_issues(given: Mapping[object, object], names: Sequence[str]) -> Iterator[Issue]:
    """Yield a fault for each key that is not a field, and for each that stood twice."""
    for _, issue in unknown_keys(given, names):
        yield issue
    yield from repeated_keys(given, names)


def unknown_keys(
    given: Mapping[object, object], names: Sequence[str]
) -> Iterator[tuple[object, Issue]]:
    """Yield each key that is not a field, with its fault.

    A key could be anything, a number or a name too. It is shown only when it is nearly the name of
    a field, and else told by its place in the object.
    """
    for number, key in enumerate(given, start=1):
        if key in names:
            continue
        near = get_close_matches(key, names, n=1, cutoff=_NEAR) if _may_be_shown(key) else []
        if near:
            yield key, Issue("field.unknown", (str(key),), params={"suggestion": near[0]})
        else:
            yield key, Issue("field.unknown", ("?",), params={"number": number})


def repeated_keys(given: Mapping[object, object], names: Sequence[str]) -> Iterator[Issue]:
    """Yield a fault for each field whose key stood twice in the text."""
    if isinstance(given, Repeating):
        for name in names:
            if name in given.repeated:
                yield Issue("json.duplicate_key", (name,))


def _may_be_shown(key: object) -> TypeGuard[str]:
    return type(key) is str and _SHOWN_KEY.fullmatch(key) is not None
