"""`CollectingReader`: reads builtins and collects every issue."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any, Final, TypeVar

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
from .._core.record import is_record_class
from .._core.suggestions import SIMILAR, most_similar
from .._core.text import require_text
from .._paths import UNKNOWN_KEY, Steps, may_be_shown
from ..errors import Issue, ParseError
from ..terms import Term
from .json_text import RepeatedKeys, fields_of
from .record_readers import FIELDS_READERS, read_builtins
from .value_formats import UNIONS, VALUES, members

T = TypeVar("T")
PARTS: Final = ("schema", "data")
"""The keys that every document has."""
OPTIONAL_PARTS: Final = ("provenance",)
"""The keys that a document may have."""
_MAX_LISTED_TERMS = 15
_SIMILAR_KEY = 0.7  # a typing error of one or two letters
_MAX_SLUG_LENGTH = 60
MAX_ISSUES: Final = 1000
"""The maximum number of issues that are reported for one document."""


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


def collected(read: Callable[[list[Issue]], T], issues: list[Issue]) -> T | None:
    """Return what a function reads that adds issues to a list; None after too many issues."""
    found = _IssueList()
    result: T | None = None
    try:
        result = read(found)
    except _TooManyIssuesError:
        found[MAX_ISSUES:] = [Issue("document.too_many_issues", params={"maximum": MAX_ISSUES})]
    issues += found
    return result


def value_reader(annotation: Any) -> Callable[[object], object]:  # noqa: ANN401 - any annotation
    """Return a function that reads one value or term from builtins. It raises ParseError."""
    field_type = field_type_of(
        annotation, max_length=0, minimum=0, maximum=0
    )  # bounds of text, numbers
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

    def read(self, cls: type, data: object, path: Steps, issues: list[Issue]) -> object:
        """Return the record that builtins describe, or add their issues."""
        return collected(lambda found: self.record(cls, data, path, found), issues)

    def fields_of(self, data: object) -> dict[object, object] | None:
        """Return the items of a mapping, or None for other data. The mapping is read only once."""
        return fields_of(data)

    def key_issues(
        self,
        given: Mapping[object, object],
        names: Sequence[str],
        path: Steps,  # noqa: ARG002 - for subclasses
    ) -> Iterator[Issue]:
        """Yield an issue for each unknown and each repeated key."""
        return key_issues(given, names)

    def values_of(
        self, cls: type, given: Mapping[object, object], path: Steps, issues: list[Issue]
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

    def value(
        self, field_type: FieldType, data: object, path: Steps, issues: list[Issue]
    ) -> object:
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
        self, cls: type, given: Mapping[object, object], path: Steps, issues: list[Issue]
    ) -> object:
        """Read a record. A whole document in place of its data is reported as a single issue."""
        if set(PARTS) <= given.keys() <= {*PARTS, *OPTIONAL_PARTS}:
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
        near = most_similar(key, names, cutoff=_SIMILAR_KEY) if may_be_shown(key) else None
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
