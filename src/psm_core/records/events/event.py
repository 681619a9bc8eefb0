"""Events: gatherings, trainings and days of service, as documents and reports describe them.

A field that no source states is None or empty. It is never computed. An event contains conflicting
figures and dates side by side, each with its source.
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
    """A participant, identified by name or by the identifier of their record.

    Raises:
        ValidationError: ``participant.unidentified`` if both are missing, and the issues of each
            field.

    >>> from psm_core import Participant, WorkerId
    >>> from psm_core.terms import ParticipantKind
    >>> Participant(kind=ParticipantKind.PENINJAU, worker=WorkerId("psm-1"))
    Participant(kind=<ParticipantKind.PENINJAU: 'peninjau'>, worker=***)

    """

    kind: ParticipantKind = field(NONE)
    """The kind of participant: full participant, observer, guest …"""
    worker: WorkerId | None = field(UMUM, default=None)
    """The identifier of the worker's record."""
    name: str | None = field(UMUM, default=None)
    """The name, if the participant has no record."""
    origin: RegionCode | None = field(NONE, default=None)
    """The region of origin."""

    _is_somebody = at_least_one("participant.unidentified", "worker", "name", at="worker")


@record_class
class Delegation:
    """Kontingen: the delegation of a region or an organisation.

    The sizes are None if no source states them.

    Raises:
        ValidationError: ``delegation.origin`` unless exactly one of `origin` and `organisation` is
            given, and the issues of each field.

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
    """The region that sent the delegation."""
    organisation: str | None = field(NONE, default=None)
    """The organisation that sent the delegation, if not a region."""
    quota: int | None = field(NONE, default=None)
    """The allowed number of members."""
    registered: int | None = field(NONE, default=None)
    """The number of registered members."""
    present: int | None = field(NONE, default=None)
    """The number of members present."""
    officials: int | None = field(NONE, default=None)
    """The number of accompanying officials (official, pendamping) among those present."""
    head: str | None = field(UMUM, default=None)
    """The head of the delegation (ketua kontingen)."""
    members: frozenset[WorkerId] = field(UMUM, default=frozenset())
    """The workers present, if they have records."""
    source: str | None = field(NONE, default=None, max_length=40)
    """The `key` of its source."""

    _comes_from_one_place = exactly_one("delegation.origin", "origin", "organisation", at="origin")


def _names_sources(at: str) -> Invariant:
    """Return the invariant that the sources named in a field are sources of the event."""

    def sources_exist(facts: object, sources: tuple[Source, ...]) -> Iterator[Path]:
        return _unknown_sources(facts, frozenset(source.key for source in sources))

    return Invariant("event.source_unknown", at, (at, "sources"), sources_exist, {})


def _unknown_sources(fact: object, known: frozenset[str]) -> Iterator[Path]:
    """Yield the path of each source key that no source of the event has."""
    if isinstance(fact, str):
        if fact not in known:
            yield ()
    elif type(fact) is tuple:
        for number, one in enumerate(cast("tuple[object, ...]", fact)):
            for path in _unknown_sources(one, known):
                yield (number, *path)
    elif fact is not None:
        for name in ("source", "figures"):
            for path in _unknown_sources(getattr(fact, name, None), known):
                yield (name, *path)


@record_class
class Event:
    """An event, with its series, people, programme and sources.

    Raises:
        ValidationError: ``delegation.duplicate``, ``event.level_differs``,
            ``event.peak_outside``, ``event.source_duplicate``, ``event.source_unknown``,
            ``participant.duplicate``, and the issues of each field.

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
    """The identifier of this record in its register."""
    title: str = field(NONE, max_length=300)
    """The title, as printed."""
    other_titles: tuple[str, ...] = field(NONE, default=(), max_length=300)
    """Shorter or other titles that the sources use."""
    kind: EventKind = field(NONE)
    """The main kind of event."""
    other_kinds: frozenset[EventKind] = field(NONE, default=frozenset())
    """Further kinds, such as a *bakti sosial* combined with a *temu karya*."""
    series: str | None = field(NONE, default=None)
    """The series in which it is numbered."""
    edition: Edition | None = field(NONE, default=None)
    """Its number in the series."""
    year: int | None = field(NONE, default=None, minimum=1900, maximum=2999, timing=PLANNED)
    """The year in its title. It does not follow from the edition."""
    level: EventLevel | None = field(NONE, default=None)
    """The level of the area from which people come."""
    scope: RegionCode | None = field(NONE, default=None)
    """The region of that level; None for a national event."""
    theme: str | None = field(NONE, default=None, max_length=300)
    """The theme or motto, as printed."""
    host: RegionCode | None = field(NONE, default=None)
    """Tuan rumah: the host region."""
    organisers: tuple[str, ...] = field(NONE, default=())
    """Penyelenggara: the organising bodies."""
    supporters: tuple[str, ...] = field(NONE, default=())
    """Pendukung and pembina: the supporting bodies."""
    committees: tuple[Committee, ...] = field(NONE, default=())
    """Panitia: the committees, such as steering and organising committee."""
    venue: RegionCode | None = field(NONE, default=None)
    """The smallest known region of the venue."""
    place: str | None = field(NONE, default=None)
    """The name of the venue."""
    dates: DateRange | None = field(NONE, default=None, timing=PLANNED)
    """First and last day."""
    dates_source: str | None = field(NONE, default=None, max_length=40)
    """The `key` of the source of these dates."""
    other_dates: tuple[DateClaim, ...] = field(NONE, default=())
    """Dates that other sources give."""
    peak: dt.date | None = field(NONE, default=None, timing=PLANNED)
    """The main day, if there is one."""
    commemorates: Commemoration | None = field(NONE, default=None)
    """What it commemorates, if it is a commemoration."""
    delegations: tuple[Delegation, ...] = field(NONE, default=())
    """The delegations, by region or organisation."""
    participants: tuple[Participant, ...] = field(NONE, default=())
    """The individual participants, if they are listed."""
    agenda: tuple[AgendaItem, ...] = field(NONE, default=())
    """The agenda, in order."""
    opening: Ceremony | None = field(NONE, default=None)
    """The opening ceremony, if it is described."""
    closing: Ceremony | None = field(NONE, default=None)
    """The closing ceremony, if it is described."""
    activities: tuple[Activity, ...] = field(NONE, default=())
    """The activities."""
    competitions: tuple[Competition, ...] = field(NONE, default=())
    """The competitions."""
    speeches: tuple[Speech, ...] = field(NONE, default=())
    """The speeches, in order."""
    figures: tuple[Figure, ...] = field(NONE, default=())
    """The figures of each source."""
    outcomes: tuple[Outcome, ...] = field(NONE, default=())
    """The results."""
    sources: tuple[Source, ...] = field(NONE, default=())
    """The sources of this record."""
    extensions: Extensions = field(SPESIFIK, default=NO_EXTENSIONS)
    """Custom fields of an application, by namespace."""

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
    def _peak_is_within(peak: dt.date | None, dates: DateRange | None) -> bool:
        return peak is None or dates is None or peak in dates

    @invariant("event.source_duplicate", at="sources")
    @staticmethod
    def _each_source_once(sources: tuple[Source, ...]) -> Iterator[Path]:
        return repeated((one.key for one in sources), "key")

    _dates_name_a_source = _names_sources("dates_source")
    _other_dates_name_a_source = _names_sources("other_dates")
    _delegations_name_a_source = _names_sources("delegations")
    _opening_name_a_source = _names_sources("opening")
    _closing_name_a_source = _names_sources("closing")
    _activities_name_a_source = _names_sources("activities")
    _competitions_name_a_source = _names_sources("competitions")
    _speeches_name_a_source = _names_sources("speeches")
    _figures_name_a_source = _names_sources("figures")
    _outcomes_name_a_source = _names_sources("outcomes")

    def headcount(self) -> int | None:
        """Return the number of people present, or None if a delegation does not state its size.

        It is the sum over the delegations. Reported totals are figures and are not used here.
        """
        sizes = [one.present for one in self.delegations]
        known = [size for size in sizes if size is not None]
        return sum(known) if sizes and len(known) == len(sizes) else None

    def missing_delegations(self, expected: Iterable[RegionCode]) -> tuple[RegionCode, ...]:
        """Return the expected regions without a delegation, in the given order."""
        came = {one.origin for one in self.delegations}
        return tuple(code for code in expected if code not in came)
