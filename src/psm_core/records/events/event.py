"""Events: gatherings, trainings and days of service, as papers and reports tell of them.

A fact that no source tells is None or absent, never computed or invented. Conflicting figures
and dates are kept side by side, each with its source.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import cast

from ..._core.invariants import Invariant, Path, at_least_one, exactly_one, invariant, repeated
from ..._core.record import NONE, PLANNED, SPESIFIK, UMUM, field, record_class
from ...terms import EventKind, EventLevel, ParticipantKind
from ...values.dates import DateRange
from ...values.edition import Edition
from ...values.extensions import NO_EXTENSIONS, Extensions
from ...values.ids import EventId, WorkerId
from ...values.region_code import RegionCode
from .facts import DateClaim, Figure, Outcome, Source
from .proceedings import (
    Activity,
    AgendaItem,
    Ceremony,
    Commemoration,
    Committee,
    Competition,
    Speech,
)

__all__ = ["Delegation", "Event", "Participant"]


@record_class
class Participant:
    """One who took part, by name or by the key of their record.

    Raises:
        ValidationError: ``participant.unidentified`` when neither is told; and the faults of each
            field.

    >>> from psm_core import Participant, WorkerId
    >>> from psm_core.terms import ParticipantKind
    >>> Participant(kind=ParticipantKind.PENINJAU, worker=WorkerId("psm-1"))
    Participant(kind=<ParticipantKind.PENINJAU: 'peninjau'>, worker=***)

    """

    kind: ParticipantKind = field(NONE)
    """Full participant, observer, guest …"""
    worker: WorkerId | None = field(UMUM, default=None)
    """The key of the worker's record."""
    name: str | None = field(UMUM, default=None)
    """The name, for one without a record."""
    origin: RegionCode | None = field(NONE, default=None)
    """The region they came from."""

    _is_somebody = at_least_one("participant.unidentified", "worker", "name", at="worker")


@record_class
class Delegation:
    """Kontingen: those who came from one region or one organisation.

    Sizes are None as long as no source tells them.

    Raises:
        ValidationError: ``delegation.origin`` unless exactly one of `origin` and `organisation` is
            told; and the faults of each field.

    >>> from psm_core import Delegation, RegionCode, ValidationError
    >>> print(Delegation(origin=RegionCode("63.10"), quota=20).present)
    None
    >>> try:
    ...     Delegation(quota=20)
    ... except ValidationError as error:
    ...     print(error.issues[0].where, error.issues[0].code)
    $.origin delegation.origin

    """

    origin: RegionCode | None = field(NONE, default=None)
    """The region that sent it."""
    organisation: str | None = field(NONE, default=None)
    """The organisation that sent it, when it was not a region."""
    quota: int | None = field(NONE, default=None)
    """How many it might send."""
    registered: int | None = field(NONE, default=None)
    """How many were registered."""
    present: int | None = field(NONE, default=None)
    """How many came."""
    officials: int | None = field(NONE, default=None)
    """How many of those who came were companions (official, pendamping)."""
    head: str | None = field(UMUM, default=None)
    """Who led it (ketua kontingen)."""
    members: frozenset[WorkerId] = field(UMUM, default=frozenset())
    """The workers who came, as far as they have records."""
    source: str | None = field(NONE, default=None, longest=40)
    """The `key` of the source."""

    _comes_from_one_place = exactly_one("delegation.origin", "origin", "organisation", at="origin")


def _sourced(at: str) -> Invariant:
    """Return the rule that the facts in a field name a source of the event."""

    def holds(facts: object, sources: tuple[Source, ...]) -> Iterator[Path]:
        return _unsourced(facts, frozenset(source.key for source in sources))

    return Invariant("event.source_unknown", at, (at, "sources"), holds, {})


def _unsourced(fact: object, known: frozenset[str]) -> Iterator[Path]:
    """Yield where a fact, or one inside it, names a key that no source has."""
    if isinstance(fact, str):
        if fact not in known:
            yield ()
    elif type(fact) is tuple:
        for number, one in enumerate(cast("tuple[object, ...]", fact)):
            for path in _unsourced(one, known):
                yield (number, *path)
    elif fact is not None:
        for name in ("source", "figures"):
            for path in _unsourced(getattr(fact, name, None), known):
                yield (name, *path)


@record_class
class Event:
    """A gathering with its place in a series, its people and its sources.

    Raises:
        ValidationError: ``delegation.duplicate``, ``event.level_differs``,
            ``event.peak_outside``, ``event.source_duplicate``, ``event.source_unknown``,
            ``participant.duplicate``, and the faults of each field.

    >>> from psm_core import Delegation, Event, EventId, RegionCode
    >>> from psm_core.terms import EventKind
    >>> came = tuple(Delegation(origin=RegionCode(code)) for code in ("63.01", "63.10"))
    >>> event = Event(id=EventId("e-1"), title="Temu Karya PSM", kind=EventKind.TEMU_KARYA,
    ...               delegations=came)
    >>> event.missing_delegations([RegionCode("63.10"), RegionCode("63.71")])
    (RegionCode('63.71'),)
    >>> print(event.headcount())
    None

    """

    id: EventId = field(NONE)
    """The key of this record in the register that holds it."""
    title: str = field(NONE, longest=300)
    """The name as printed."""
    other_titles: tuple[str, ...] = field(NONE, default=(), longest=300)
    """Shorter or other names that the sources use."""
    kind: EventKind = field(NONE)
    """What it is first of all."""
    other_kinds: frozenset[EventKind] = field(NONE, default=frozenset())
    """What it is besides, such as a *temu karya* joined with a *bakti sosial*."""
    series: str | None = field(NONE, default=None)
    """The series that its number counts (the same gathering of the same organisation)."""
    edition: Edition | None = field(NONE, default=None)
    """Its number in the series."""
    year: int | None = field(NONE, default=None, least=1900, most=2999, timing=PLANNED)
    """The year in its name, which does not follow from the number."""
    level: EventLevel | None = field(NONE, default=None)
    """From how wide an area people come."""
    scope: RegionCode | None = field(NONE, default=None)
    """The region of that level; None for a national event."""
    theme: str | None = field(NONE, default=None, longest=300)
    """The theme or motto, as printed."""
    host: RegionCode | None = field(NONE, default=None)
    """Tuan rumah, the region that receives the guests."""
    organisers: tuple[str, ...] = field(NONE, default=())
    """Penyelenggara, the bodies that hold it."""
    supporters: tuple[str, ...] = field(NONE, default=())
    """Pendukung and pembina, the bodies that stand beside them."""
    committees: tuple[Committee, ...] = field(NONE, default=())
    """Panitia, one or (steering and organising) several."""
    venue: RegionCode | None = field(NONE, default=None)
    """The smallest region of the place that is known."""
    place: str | None = field(NONE, default=None)
    """The place by its name."""
    dates: DateRange | None = field(NONE, default=None, timing=PLANNED)
    """First and last day."""
    dates_source: str | None = field(NONE, default=None, longest=40)
    """The `key` of the source of these dates."""
    other_dates: tuple[DateClaim, ...] = field(NONE, default=())
    """Dates that other sources give."""
    peak: dt.date | None = field(NONE, default=None, timing=PLANNED)
    """The main day, when there is one."""
    commemorates: Commemoration | None = field(NONE, default=None)
    """What it remembers, when it is a commemoration."""
    delegations: tuple[Delegation, ...] = field(NONE, default=())
    """Those who came, by region or organisation."""
    participants: tuple[Participant, ...] = field(NONE, default=())
    """Those who came, one by one, as far as they are listed."""
    agenda: tuple[AgendaItem, ...] = field(NONE, default=())
    """The running order."""
    opening: Ceremony | None = field(NONE, default=None)
    """How it was opened, when that is told."""
    closing: Ceremony | None = field(NONE, default=None)
    """How it was closed, when that is told."""
    activities: tuple[Activity, ...] = field(NONE, default=())
    """What was done."""
    competitions: tuple[Competition, ...] = field(NONE, default=())
    """What was contested."""
    speeches: tuple[Speech, ...] = field(NONE, default=())
    """What was said, in order."""
    figures: tuple[Figure, ...] = field(NONE, default=())
    """What was counted, by each source."""
    outcomes: tuple[Outcome, ...] = field(NONE, default=())
    """What came of it."""
    sources: tuple[Source, ...] = field(NONE, default=())
    """Where all this is told."""
    extensions: Extensions = field(SPESIFIK, default=NO_EXTENSIONS)
    """Facts of an application's own, by namespace."""

    @invariant("delegation.duplicate", at="delegations")
    @staticmethod
    def _each_delegation_once(delegations: tuple[Delegation, ...]) -> Iterator[Path]:
        return repeated((one.origin or one.organisation for one in delegations), "origin")

    @invariant("participant.duplicate", at="participants")
    @staticmethod
    def _each_participant_once(participants: tuple[Participant, ...]) -> Iterator[Path]:
        return repeated(participants)

    @invariant("event.level_differs", at="scope")
    @staticmethod
    def _scope_is_of_the_level(level: EventLevel | None, scope: RegionCode | None) -> bool:
        return level is None or scope is None or level.region_level is scope.level

    @invariant("event.peak_outside", at="peak")
    @staticmethod
    def _peak_lies_within(peak: dt.date | None, dates: DateRange | None) -> bool:
        return peak is None or dates is None or peak in dates

    @invariant("event.source_duplicate", at="sources")
    @staticmethod
    def _each_source_once(sources: tuple[Source, ...]) -> Iterator[Path]:
        return repeated((one.key for one in sources), "key")

    _dates_name_a_source = _sourced("dates_source")
    _other_dates_name_a_source = _sourced("other_dates")
    _delegations_name_a_source = _sourced("delegations")
    _opening_name_a_source = _sourced("opening")
    _closing_name_a_source = _sourced("closing")
    _activities_name_a_source = _sourced("activities")
    _competitions_name_a_source = _sourced("competitions")
    _speeches_name_a_source = _sourced("speeches")
    _figures_name_a_source = _sourced("figures")
    _outcomes_name_a_source = _sourced("outcomes")

    def headcount(self) -> int | None:
        """Return how many came, or None unless every delegation has told its size.

        A reported total is a figure with a source; it is never used here.
        """
        sizes = [one.present for one in self.delegations]
        known = [size for size in sizes if size is not None]
        return sum(known) if sizes and len(known) == len(sizes) else None

    def missing_delegations(self, expected: Iterable[RegionCode]) -> tuple[RegionCode, ...]:
        """Return the expected regions that sent nobody, in the order given."""
        came = {one.origin for one in self.delegations}
        return tuple(code for code in expected if code not in came)
