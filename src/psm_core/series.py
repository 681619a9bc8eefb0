"""The editions of one series of events: what changed, who hosted, and who came back.

Each function takes the events of one series, in any order. Numbers and years are not computed from
each other: a series may skip a year or a number.
"""

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Final, NamedTuple

from .careers import attendees
from .records.events.event import Event
from .terms import EventStatus, Precision
from .values.edition import Edition
from .values.ids import EventId, WorkerId
from .values.region_code import RegionCode

__all__ = ["EditionChange", "Hosting", "changes", "editions", "gaps", "hosts", "returning_workers"]

_COMPARED: Final = ("title", "theme", "level", "scope", "host", "venue", "place", "dates", "status")


class EditionChange(NamedTuple):
    """A difference between an edition and the edition before it.

    >>> from psm_core import EventId
    >>> from psm_core.series import EditionChange
    >>> EditionChange(EventId("e-2"), EventId("e-1"), "theme", "Maju", "Bersama").field
    'theme'
    """

    event: EventId
    """The edition."""
    previous: EventId
    """The edition before it."""
    field: str
    """The field of `Event` that differs, such as ``host``, or ``figures`` with what is counted and
    its status, such as ``figures: peserta, reported``."""
    before: object
    """The value of the edition before; None if it has none."""
    after: object
    """The value of the edition; None if it has none."""

    def __repr__(self) -> str:
        """Show the editions and the field only, because titles are free text."""
        return f"<EditionChange {self.previous} to {self.event}: {self.field}>"


class Hosting(NamedTuple):
    """The editions that a region hosted.

    >>> from psm_core import EventId, RegionCode
    >>> from psm_core.series import Hosting
    >>> len(Hosting(RegionCode("63.10"), (EventId("e-1"), EventId("e-3"))).events)
    2
    """

    host: RegionCode
    """The region."""
    events: tuple[EventId, ...]
    """The editions, in order."""


def editions(events: Iterable[Event], /) -> tuple[Event, ...]:
    """Return the events of a series in order, by edition, or else by year or first day.

    Raises:
        ValueError: the events belong to several series, two have the same number, or the order is
            unknown: an event has no number, and a year is missing, the same as another, or in
            another order than the numbers.

    >>> from psm_core import Edition, Event, EventId, series
    >>> from psm_core.terms import EventKind
    >>> later, first = (Event(id=EventId(f"e-{n}"), title="Temu Karya", series="Temu Karya PSM",
    ...                       kind=EventKind.TEMU_KARYA, edition=Edition.parse(n))
    ...                 for n in ("ke-23", "ke-22"))
    >>> [str(one.edition) for one in series.editions([later, first])]
    ['XXII', 'XXIII']

    """
    found = tuple(events)
    if len({(one.series, one.level, one.scope) for one in found}) > 1 or any(
        one.series is None for one in found
    ):
        raise ValueError("the events are not of one series: compare series, level and scope")
    positions = _positions(found)
    return tuple(found[at] for at in sorted(range(len(found)), key=positions.__getitem__))


def _positions(events: tuple[Event, ...]) -> list[int]:
    """Return the number of each event, or the year of each if one has no number."""
    numbers = [int(one.edition) for one in events if one.edition is not None]
    if len(set(numbers)) < len(numbers):
        raise ValueError("two events of the series have the same edition")
    if len(numbers) == len(events):
        return numbers
    years = [year for year in map(_year, events) if year is not None]
    if len(set(years)) < len(events):
        raise ValueError("the order is unknown: an event has no edition, nor a separate year")
    by_year = sorted(zip(years, events, strict=True), key=lambda one: one[0])
    by_number = [int(one.edition) for _, one in by_year if one.edition is not None]
    if by_number != sorted(by_number):
        raise ValueError("the order is unknown: the years of the editions contradict their numbers")
    return years


def _year(event: Event) -> int | None:
    if event.year is None and event.dates is not None:
        return event.dates.start.year
    return event.year


def gaps(events: Iterable[Event], /) -> tuple[Edition, ...]:
    """Return the numbers between the first and the last edition of which there is no record.

    A missing record does not mean that the edition was not held.

    Raises:
        ValueError: see `editions`.

    >>> from psm_core import Edition, Event, EventId, series
    >>> from psm_core.terms import EventKind
    >>> held = [Event(id=EventId(f"e-{n}"), title="Temu Karya", series="Temu Karya PSM",
    ...               kind=EventKind.TEMU_KARYA, edition=Edition.parse(n)) for n in ("22", "24")]
    >>> series.gaps(held)
    (Edition('XXIII'),)

    """
    known = {int(one.edition) for one in editions(events) if one.edition is not None}
    between = range(min(known, default=0), max(known, default=0))
    return tuple(Edition.parse(str(number)) for number in between if number not in known)


def changes(events: Iterable[Event], /) -> tuple[EditionChange, ...]:
    """Return what each edition changed: host, theme, dates, figures and other fields.

    The figures of two editions are compared if they count the same thing at the same status, and
    if each edition has one value for it: one exact value, or one value if none is exact.

    Raises:
        ValueError: see `editions`.

    >>> from psm_core import Edition, Event, EventId, RegionCode, series
    >>> from psm_core.terms import EventKind
    >>> held = [Event(id=EventId(f"e-{n}"), title="Temu Karya", series="Temu Karya PSM",
    ...               kind=EventKind.TEMU_KARYA, edition=Edition.parse(n), host=RegionCode(code))
    ...         for n, code in (("22", "63.10"), ("23", "63.03"))]
    >>> series.changes(held)
    (<EditionChange e-22 to e-23: host>,)

    """
    ordered = editions(events)
    found: list[EditionChange] = []
    for previous, event in pairwise(ordered):
        before, after = _facts(previous), _facts(event)
        found += [
            EditionChange(event.id, previous.id, name, before.get(name), after.get(name))
            for name in (*before, *(one for one in after if one not in before))
            if before.get(name) != after.get(name)
        ]
    return tuple(found)


def _facts(event: Event) -> dict[str, object]:
    """Return field → value of an event, with a figure as one field."""
    facts: dict[str, object] = {name: getattr(event, name) for name in _COMPARED}
    figures: dict[str, list[tuple[int, Precision]]] = {}
    for one in event.figures:
        parts = [part for part in (one.pillar, one.sex, one.region) if part is not None]
        about = ", ".join([one.of, one.status.value, *(_text(part) for part in parts)])
        figures.setdefault(f"figures: {about}", []).append((one.value, one.precision))
    for name, same in figures.items():
        exact = {value for value, precision in same if precision is Precision.EXACT}
        values = exact or {value for value, _ in same}
        if len(values) == 1:
            facts[name] = values.pop()
    return facts


def _text(part: object) -> str:
    return str(getattr(part, "value", part))


def hosts(events: Iterable[Event], /) -> tuple[Hosting, ...]:
    """Return the hosts in turn, each once, in the order in which they first hosted.

    Editions with an unknown host and cancelled ones are left out.

    Raises:
        ValueError: see `editions`.

    >>> from psm_core import Edition, Event, EventId, RegionCode, series
    >>> from psm_core.terms import EventKind
    >>> held = [Event(id=EventId(f"e-{n}"), title="Temu Karya", series="Temu Karya PSM",
    ...               kind=EventKind.TEMU_KARYA, edition=Edition.parse(n), host=RegionCode(code))
    ...         for n, code in (("22", "63.10"), ("23", "63.03"), ("24", "63.10"))]
    >>> [(str(one.host), len(one.events)) for one in series.hosts(held)]
    [('63.10', 2), ('63.03', 1)]

    """
    found: dict[RegionCode, list[EventId]] = {}
    for one in editions(events):
        if one.host is not None and one.status is not EventStatus.DIBATALKAN:
            found.setdefault(one.host, []).append(one.id)
    return tuple(Hosting(host, tuple(ids)) for host, ids in found.items())


def returning_workers(events: Iterable[Event], /) -> Mapping[WorkerId, tuple[EventId, ...]]:
    """Return the workers who came to more than one edition → those editions, in order.

    Only workers with a record count: those among the participants or the members of delegations,
    of editions that are not planned, postponed or cancelled.

    Raises:
        ValueError: see `editions`.

    >>> from psm_core import Edition, Event, EventId, Participant, WorkerId, series
    >>> from psm_core.terms import EventKind, ParticipantKind
    >>> came = Participant(kind=ParticipantKind.PESERTA, worker=WorkerId("psm-1"))
    >>> held = [Event(id=EventId(f"e-{n}"), title="Temu Karya", series="Temu Karya PSM",
    ...               kind=EventKind.TEMU_KARYA, edition=Edition.parse(n), participants=(came,))
    ...         for n in ("22", "23")]
    >>> dict(series.returning_workers(held))
    {WorkerId('psm-1'): (EventId('e-22'), EventId('e-23'))}

    """
    found: dict[WorkerId, list[EventId]] = {}
    for event in editions(events):
        for worker in sorted(attendees(event)):
            found.setdefault(worker, []).append(event.id)
    return {worker: tuple(ids) for worker, ids in found.items() if len(ids) > 1}
