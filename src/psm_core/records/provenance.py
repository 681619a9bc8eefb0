"""Provenance: who stated a field of a record, when, and in which document."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar, Final, Generic, TypeVar, cast, final

import attrs

from .._core.invariants import at_least_one
from .._core.record import (
    NONE,
    PAST,
    UMUM,
    field,
    is_record_class,
    not_a_record,
    record_class,
    record_info,
    sort_key,
)
from .._frozen import FrozenDict, FrozenType
from .._paths import UNKNOWN_KEY, Steps
from ..errors import Issue, ValidationError, short_traceback
from ..values.ids import AgentId

__all__ = ["FieldSource", "Provenance", "SourcedRecord"]

T = TypeVar("T")


@record_class
class FieldSource:
    """Who stated data, when it was recorded, and the document that has it.

    The terms are those of PROV of W3C and of the resource Provenance of FHIR: an agent, a day of
    recording, a document. The agent and the document are personal data, so `repr` masks them.

    Raises:
        ValidationError: ``provenance.source_missing`` if neither an agent nor a document is given,
            and the issues of each field.

    >>> from datetime import date
    >>> from psm_core import AgentId, FieldSource
    >>> visit = FieldSource(agent=AgentId("psm-0001"), recorded_on=date(2025, 10, 9))
    >>> visit
    FieldSource(agent=***, recorded_on=datetime.date(2025, 10, 9))
    >>> FieldSource(document="psm-2025.xlsx", position="PSM!C17").position
    'PSM!C17'

    """

    agent: AgentId | None = field(UMUM, default=None)
    """Who stated it: a worker, an officer, an office or a program. Never the name of a person."""
    recorded_on: dt.date | None = field(NONE, default=None, timing=PAST)
    """The day on which it was written down, if known."""
    document: str | None = field(UMUM, default=None, max_length=300)
    """The document that has it: the name of a file, or kind and number of a letter."""
    position: str | None = field(UMUM, default=None, max_length=100)
    """Where in the document, such as the cell ``PSM!C17`` or a page."""

    _is_known = at_least_one("provenance.source_missing", "agent", "document", at="agent")


def _frozen_entries(entries: object) -> Mapping[Steps, FieldSource]:
    """Return the entries of a provenance. Raise TypeError if one is no path with its source."""
    if not isinstance(entries, Mapping):
        raise TypeError("the entries of a provenance are a mapping of path -> FieldSource")
    given = cast("Mapping[object, object]", entries)
    if not all(map(_is_path, given)):
        raise TypeError("a path is a tuple of steps, such as ('assignments', 0, 'until')")
    if not all(type(one) is FieldSource for one in given.values()):
        raise TypeError("each entry of a provenance is a FieldSource")
    sources = cast("Mapping[Steps, FieldSource]", given)
    return FrozenDict({path: sources[path] for path in sorted(sources, key=_order)})


def _is_path(path: object) -> bool:
    if type(path) is not tuple:
        return False
    steps = cast("tuple[object, ...]", path)
    return all(type(one) is str or (type(one) is int and one >= 0) for one in steps)


def _order(path: Steps) -> tuple[tuple[bool, str | int], ...]:
    return tuple((isinstance(step, int), step) for step in path)


_NO_ENTRIES: Final[Mapping[Steps, FieldSource]] = FrozenDict()


@final
@attrs.frozen(repr=False)
class Provenance(metaclass=FrozenType):
    """The sources of the fields of one record, beside the record.

    An entry holds for everything below its path, unless a longer path has an entry too. The empty
    path is the whole record. `repr` shows only how many entries there are.

    Raises:
        TypeError: an entry is no path with a `FieldSource`.

    >>> from psm_core import AgentId, FieldSource, Provenance
    >>> register = FieldSource(document="psm-2025.xlsx")
    >>> visit = FieldSource(agent=AgentId("psm-0001"))
    >>> provenance = Provenance({(): register, ("person", "phone"): visit})
    >>> provenance.of(("person", "phone")) == visit, provenance.of(("person", "name")) == register
    (True, True)
    >>> provenance
    <Provenance of 2 paths>

    """

    entries: Mapping[Steps, FieldSource] = attrs.field(
        default=_NO_ENTRIES, converter=_frozen_entries
    )
    """Path → source, sorted by path."""

    def of(self, path: Sequence[str | int], /) -> FieldSource | None:
        """Return the source of a field: that of its path, or else of the nearest path above it.

        Raises:
            TypeError: the path is a text.

        >>> from psm_core import FieldSource, Provenance
        >>> Provenance({("person",): FieldSource(document="KK")}).of(("assignments", 0)) is None
        True

        """
        if isinstance(path, str):
            raise TypeError("the path is a sequence of steps, such as ('assignments', 0)")
        steps = tuple(path)
        for end in range(len(steps), -1, -1):
            if (source := self.entries.get(steps[:end])) is not None:
                return source
        return None

    def issues(self, record: object, /) -> tuple[Issue, ...]:
        """Return ``provenance.path_missing`` for each path that the record does not have.

        The path of an issue ends with the step that leads nowhere, which is ``?`` if it may be
        personal data.

        Raises:
            TypeError: the object is not a record of psm_core.

        >>> from psm_core import Address, FieldSource, Provenance
        >>> provenance = Provenance({("rt", 0): FieldSource(document="KK")})
        >>> [(issue.where, issue.code) for issue in provenance.issues(Address(rt="001"))]
        [('$.rt[0]', 'provenance.path_missing')]

        """
        if not is_record_class(type(record)):
            raise not_a_record(type(record))
        ends = (missing_step(record, path) for path in self.entries)
        return tuple(Issue("provenance.path_missing", end) for end in ends if end is not None)

    def __hash__(self) -> int:
        return hash(frozenset(self.entries.items()))

    def __bool__(self) -> bool:
        """Return whether there is an entry."""
        return bool(self.entries)

    def __repr__(self) -> str:
        entries = getattr(self, "entries", _NO_ENTRIES)  # it has none if it was not valid
        return f"<Provenance of {len(entries)} paths>"


def require_provenance(value: object) -> None:
    """Raise TypeError if a value is not a provenance."""
    if not isinstance(value, Provenance):
        raise TypeError(f"a Provenance is needed here, not {type(value).__name__}")


@final
@attrs.frozen
class SourcedRecord(Generic[T], metaclass=FrozenType):
    """A record with its provenance, as `psm_core.wire.read_with_provenance` returns them.

    Raises:
        ValidationError: ``provenance.path_missing``, the record has no field at a path.
        TypeError: the object is not a record of psm_core.

    >>> from psm_core import Address, FieldSource, Provenance, SourcedRecord
    >>> SourcedRecord(Address(rt="001"), Provenance({("rt",): FieldSource(document="KK")}))
    SourcedRecord(record=Address(rt=***), provenance=<Provenance of 1 paths>)

    """

    _advice: ClassVar = "; give its record"
    record: T
    """The record."""
    provenance: Provenance = attrs.field(
        factory=Provenance, validator=lambda _, __, value: require_provenance(value)
    )
    """The sources of its fields; empty if none is known."""

    @short_traceback
    def __attrs_post_init__(self) -> None:
        """Check that the record has each path."""
        if issues := self.provenance.issues(self.record):
            raise ValidationError(issues)


NO_PART: Final = object()
"""Stands for the part at a step that a value does not have."""


def missing_step(record: object, path: Steps) -> Steps | None:
    """Return a path up to the first step that a record does not have; None if it has all."""
    value = record
    for depth, step in enumerate(path):
        value = part_of(value, step)
        if value is NO_PART:
            return (*path[:depth], step if isinstance(step, int) else UNKNOWN_KEY)
    return None


def part_of(value: object, step: str | int) -> object:
    """Return the field of a record or the item of a list or set at a step, or `NO_PART`."""
    if isinstance(step, int):
        items = ordered_items(value)
        return items[step] if step < len(items) else NO_PART
    is_field = is_record_class(type(value)) and step in record_info(type(value)).names
    return getattr(value, step) if is_field else NO_PART


def parts_of(value: object) -> Iterator[tuple[str | int, object]]:
    """Yield step and value of the fields of a record, or of the items of a list or set."""
    if is_record_class(type(value)):
        yield from ((name, getattr(value, name)) for name in record_info(type(value)).names)
    else:
        yield from enumerate(ordered_items(value))


def ordered_items(value: object) -> Sequence[object]:
    """Return the items of a list or a set, in the order in which documents have them."""
    if isinstance(value, frozenset):
        return sorted(cast("frozenset[object]", value), key=sort_key)
    return cast("tuple[object, ...]", value) if isinstance(value, tuple) else ()


def paths_of(record: object, above: Steps = ()) -> Iterator[Steps]:
    """Yield the path of a record and of everything in it."""
    yield above
    for step, value in parts_of(record):
        yield from paths_of(value, (*above, step))
