"""Reading that raises nothing for what it reads, and may keep what no field is known for."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Any, Generic, NamedTuple, TypeVar, cast, final

import attrs

from .._core.builder import INVALID
from .._core.invariants import Path
from .._frozen import FrozenType
from ..errors import Issue, Severity, UnknownVersionError, ValidationError
from ..values.extensions import is_plain
from .json_text import Repeating
from .reading import (
    MOST_ISSUES,
    Patient,
    from_builtins,
    from_json,
    repeated_keys,
    unknown_keys,
    unpacked,
)

T = TypeVar("T")
_TEXTS = (str, bytes, bytearray)


class UnknownField(NamedTuple):
    """A part of a document for which the record has no field. It may hold anything.

    >>> from psm_core import Person, wire
    >>> told = {"nik": "9901014108900001", "name": "Contoh", "shelf": 12}
    >>> kept = wire.report(told, Person, keep_unknown=True).unknown_fields[0]
    >>> kept, kept.key
    (UnknownField($.***), 'shelf')
    """

    path: Path
    """The way from the record to the one in which it stood."""
    key: str
    """The name it stood under."""
    value: Any
    """What it was, in builtins."""
    owner: object
    """The record it goes with, or None when that has a fault. In a list that is the item."""

    def __repr__(self) -> str:
        """Tell where it stood: key and value may be personal data."""
        return f"UnknownField({Issue('', self.path).where}.***)"


@final
@attrs.frozen
class Report(Generic[T], metaclass=FrozenType):
    """What came of reading a document or builtins.

    >>> from psm_core import Person, wire
    >>> report = wire.report({"nik": "99010141", "name": "Contoh"}, Person)
    >>> report.record is None, [issue.code for issue in report.issues]
    (True, ['nik.length'])
    """

    record: T | None
    """The record, or None when something forbids it."""
    issues: tuple[Issue, ...] = ()
    """What forbids it; and a warning for each part that was kept."""
    unknown_fields: tuple[UnknownField, ...] = ()
    """What was kept. Hand it to `to_json` or `to_builtins`, and it is written where it stood."""

    def record_or_raise(self) -> T:
        """Return the record.

        Raises:
            ValidationError: something forbids it; every error is told.

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
    """Read text as `from_json` does and anything else as `from_builtins`, and tell what came of it.

    Whatever is wrong with the data stands in the issues and nothing is raised for it. With
    `keep_unknown`, a part that no field is known for is a warning and no error, and is kept to
    be written back; what stands beside ``schema`` and ``data`` is not.

    Raises:
        TypeError: the class is not a record of psm_core, or has no document of its own.

    >>> from psm_core import Person, wire
    >>> told = {"nik": "9901014108900001", "name": "Contoh", "shelf": 12}
    >>> wire.report(told, Person).issues[0].code
    'field.unknown'
    >>> report = wire.report(told, Person, keep_unknown=True)
    >>> report.record, report.issues[0].severity.name
    (Person(nik=***, name=***), 'WARNING')
    >>> wire.to_builtins(report.record_or_raise(), unknown_fields=report.unknown_fields)["shelf"]
    12

    """
    issues: tuple[Issue, ...]
    try:
        return Report(
            from_json(data, cls) if isinstance(data, _TEXTS) else from_builtins(data, cls)
        )
    except UnknownVersionError as error:
        params: dict[str, str | int] = {"schema": error.schema, "newest": error.newest}
        issues = (Issue("document.unknown_version", ("schema",), params=params),)
    except ValidationError as error:
        issues = error.issues
    if keep_unknown and any(issue.code == "field.unknown" for issue in issues):
        return _kept(data, cls)
    return Report(None, issues)


def _kept(data: object, cls: type[T]) -> Report[T]:
    issues: list[Issue] = []
    is_text = isinstance(data, _TEXTS)
    path: Path = ("data",) if is_text else ()
    try:
        found = unpacked(data, cls, issues) if is_text else data
    except ValidationError as error:  # there is no data to keep anything of
        return Report(None, error.issues)
    keeper = _Keeper(len(path))
    record = keeper.read(cls, found, path, issues)
    unknown = tuple(keeper.unknown_fields)
    return Report(None if issues else cast("T", record), (*issues, *keeper.warnings), unknown)


class _Keeper(Patient):
    """Reads builtins, and keeps what no field is known for."""

    def __init__(self, above: int) -> None:
        """Take how many steps of a path stand before those of the record."""
        self._above = above
        self._held: defaultdict[Path, list[tuple[str, object]]] = defaultdict(list)
        self.unknown_fields: list[UnknownField] = []
        self.warnings: list[Issue] = []

    def key_issues(
        self, given: Mapping[object, object], names: Sequence[str], path: Path
    ) -> Iterator[Issue]:
        """Yield a fault for what cannot be kept, and hold what can."""
        for key, issue in unknown_keys(given, names):
            if len(self.warnings) >= MOST_ISSUES or not _can_be_kept(given, key):
                yield issue
                continue
            self._held[path].append((cast("str", key), deepcopy(given[key])))
            self.warnings.append(attrs.evolve(issue.under(*path), severity=Severity.WARNING))
        yield from repeated_keys(given, names)

    def record(self, cls: type, data: object, path: Path, issues: list[Issue]) -> object:
        """Read a record, and note whose the parts were that were held."""
        before = len(self.unknown_fields)
        record = super().record(cls, data, path, issues)
        owner = None if record is INVALID else record
        below = path[self._above :]
        for key, value in self._held.pop(path, ()):
            self.unknown_fields.append(UnknownField(below, key, value, owner))
        if below == outermost_item(below):
            self.unknown_fields[before:] = [
                one._replace(owner=owner) for one in self.unknown_fields[before:]
            ]
        return record


def outermost_item(path: Path) -> Path | None:
    """Return the part of a path that leads to an item of a list, or None if none is on the way."""
    numbers = (place for place, step in enumerate(path) if isinstance(step, int))
    first = next(numbers, None)
    return None if first is None else path[: first + 1]


def _can_be_kept(given: Mapping[object, object], key: object) -> bool:
    stood_twice = isinstance(given, Repeating) and key in given.repeated
    return is_plain(key) and is_plain(given[key]) and not stood_twice
