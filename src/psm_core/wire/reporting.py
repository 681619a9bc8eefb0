"""Read data without raising for invalid data, optionally preserving unknown fields."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar, cast, final

import attrs

from .._core.builder import INVALID
from .._frozen import FrozenType
from .._paths import Steps, path_text
from ..errors import Issue, Severity, UnknownVersionError, ValidationError
from ..values.extensions import is_plain
from .collecting_reader import MAX_ISSUES, CollectingReader, repeated_keys, unknown_keys
from .json_text import RepeatedKeys
from .reading import Document, from_builtins, provenance_of, read_text, unpack_document

if TYPE_CHECKING:
    from ..records.provenance import Provenance

T = TypeVar("T")
_TEXTS = (str, bytes, bytearray)


class UnknownField(NamedTuple):
    """A field of a document that its record class does not have, with its value.

    >>> from psm_core import Person, wire
    >>> data = {"nik": "9901014108900001", "name": "Contoh", "shelf": 12}
    >>> field = wire.report(data, Person, keep_unknown=True).unknown_fields[0]
    >>> field, field.key
    (UnknownField($.***), 'shelf')
    """

    path: Steps
    """The path from the outermost record to the record that contained it."""
    key: str
    """Its name."""
    value: Any
    """Its value, as builtins."""
    owner: object
    """The record that it belongs to, or None if that is invalid. In a list: the list item."""

    def __repr__(self) -> str:
        """Show the path only: key and value may be personal data."""
        return f"UnknownField({path_text(self.path)}.***)"


@final
@attrs.frozen
class Report(Generic[T], metaclass=FrozenType):
    """The result of reading a document or builtins.

    >>> from psm_core import Person, wire
    >>> report = wire.report({"nik": "99010141", "name": "Contoh"}, Person)
    >>> report.record is None, [issue.code for issue in report.issues]
    (True, ['nik.length'])
    """

    record: T | None
    """The record, or None if there is an error."""
    issues: tuple[Issue, ...] = ()
    """The errors, and a warning for each unknown field that was preserved."""
    unknown_fields: tuple[UnknownField, ...] = ()
    """The preserved fields. Pass them to `to_json` or `to_builtins` to write them back."""
    provenance: "Provenance | None" = None
    """The provenance in the text of a document, if it has one and there are no errors. Pass it to
    `to_json` to write it back."""

    def record_or_raise(self) -> T:
        """Return the record.

        Raises:
            ValidationError: there are errors.

        """
        if self.record is None:
            raise ValidationError(i for i in self.issues if i.severity is Severity.ERROR)
        return self.record


def report(
    data: str | bytes | bytearray | Mapping[str, object],
    cls: type[T],
    /,
    *,
    keep_unknown: bool = False,
) -> Report[T]:
    """Read text like `from_json`, or builtins like `from_builtins`, and return a report.

    Invalid data does not raise; the report contains its issues. With `keep_unknown`, an unknown
    field is a warning, not an error, and is preserved so that it can be written back. Fields
    beside ``schema`` and ``data`` are not preserved.

    Raises:
        TypeError: the class is not a record of psm_core, or has no document.

    >>> from psm_core import Person, wire
    >>> data = {"nik": "9901014108900001", "name": "Contoh", "shelf": 12}
    >>> wire.report(data, Person).issues[0].code
    'field.unknown'
    >>> report = wire.report(data, Person, keep_unknown=True)
    >>> report.record, report.issues[0].severity.name
    (Person(nik=***, name=***), 'WARNING')
    >>> wire.to_builtins(report.record_or_raise(), unknown_fields=report.unknown_fields)["shelf"]
    12

    """
    issues: tuple[Issue, ...]
    try:
        if not isinstance(data, _TEXTS):
            return Report(from_builtins(data, cls))
        record, provenance = read_text(data, cls)
        return Report(record, provenance=provenance)
    except UnknownVersionError as error:
        issues = (error.issue,)
    except ValidationError as error:
        issues = error.issues
    if keep_unknown and any(issue.code == "field.unknown" for issue in issues):
        return _report_preserving(data, cls)
    return Report(None, issues)


def _report_preserving(data: object, cls: type[T]) -> Report[T]:
    issues: list[Issue] = []
    is_text = isinstance(data, _TEXTS)
    path: Steps = ("data",) if is_text else ()
    try:
        found = unpack_document(data, cls, issues) if is_text else Document(data)
    except ValidationError as error:  # without data there are no fields
        return Report(None, error.issues)
    reader = _PreservingReader(len(path))
    record = reader.read(cls, found.data, path, issues)
    provenance = provenance_of(found, record, cls, issues)
    unknown, found_issues = tuple(reader.unknown_fields), (*issues, *reader.warnings)
    if issues:
        return Report(None, found_issues, unknown)
    return Report(cast("T", record), found_issues, unknown, provenance)


class _PreservingReader(CollectingReader):
    """Reads builtins and preserves unknown fields."""

    def __init__(self, above: int) -> None:
        """Store the number of path steps above the record."""
        self._above = above
        self._pending: defaultdict[Steps, list[tuple[str, object]]] = defaultdict(list)
        self.unknown_fields: list[UnknownField] = []
        self.warnings: list[Issue] = []

    def key_issues(
        self, given: Mapping[object, object], names: Sequence[str], path: Steps
    ) -> Iterator[Issue]:
        """Preserve unknown fields; yield an issue for each that cannot be preserved."""
        for key, issue in unknown_keys(given, names):
            if len(self.warnings) >= MAX_ISSUES or not _can_be_preserved(given, key):
                yield issue
                continue
            self._pending[path].append((cast("str", key), deepcopy(given[key])))
            self.warnings.append(attrs.evolve(issue.under(*path), severity=Severity.WARNING))
        yield from repeated_keys(given, names)

    def record_of(
        self, cls: type, given: Mapping[object, object], path: Steps, issues: list[Issue]
    ) -> object:
        """Read a record and set it as the owner of its unknown fields."""
        before = len(self.unknown_fields)
        record = super().record_of(cls, given, path, issues)
        owner = None if record is INVALID else record
        below = path[self._above :]
        for key, value in self._pending.pop(path, ()):
            self.unknown_fields.append(UnknownField(below, key, value, owner))
        if below == outermost_item(below):
            self.unknown_fields[before:] = [
                one._replace(owner=owner) for one in self.unknown_fields[before:]
            ]
        return record


def outermost_item(path: Steps) -> Steps | None:
    """Return the part of a path up to the first list item, or None if it contains none."""
    numbers = (place for place, step in enumerate(path) if isinstance(step, int))
    first = next(numbers, None)
    return None if first is None else path[: first + 1]


def _can_be_preserved(given: Mapping[object, object], key: object) -> bool:
    is_repeated = isinstance(given, RepeatedKeys) and key in given.repeated
    return is_plain(key) and is_plain(given[key]) and not is_repeated
