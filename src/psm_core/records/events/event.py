"""Events: gatherings, trainings and days of service, as documents and reports describe them.

A field that no source states is None or empty. It is never computed. An event contains conflicting
figures, dates and other claims side by side, each with its source.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from operator import attrgetter

from ..._core.invariants import all_different, requires, unique
from ..._core.record import NONE, PLANNED, SPESIFIK, field, record_class
from ...terms import Completeness, EventKind, EventLevel, EventStatus, ThemeKind
from ...values.date_range import DateRange
from ...values.edition import Edition
from ...values.extensions import NO_EXTENSIONS, Extensions
from ...values.ids import EventId
from ...values.region_code import RegionCode
from .actors import Actor, Committee, Delegation, HostAppointment, Organiser, Participant
from .programme import Activity, AgendaItem, Ceremony, Commemoration, Competition
from .references import has_known_actors, has_known_sources
from .reports import CLAIMED, Claim, Figure, Source, Turnout
from .speeches import Outcome, Speech

__all__ = ["Event"]


@record_class
class Event:
    """An event, with its series, people, programme and sources.

    Raises:
        ValidationError: ``delegation.duplicate``, ``event.actor_duplicate``,
            ``event.actor_unknown``, ``event.source_duplicate``, ``event.source_unknown``,
            ``event.theme_missing``, ``organiser.duplicate``, ``participant.duplicate``, and the
            issues of each field.

    >>> from psm_core import Delegation, Event, EventId, RegionCode
    >>> from psm_core.terms import Completeness, EventKind
    >>> came = tuple(Delegation(origin=RegionCode(code)) for code in ("63.01", "63.10"))
    >>> event = Event(id=EventId("e-1"), title="Temu Karya PSM", kind=EventKind.TEMU_KARYA,
    ...               delegations=came, delegations_completeness=Completeness.LENGKAP)
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
    """Further kinds, such as a *bakti sosial* combined with a *jambore*."""
    status: EventStatus | None = field(NONE, default=None)
    """Planned, confirmed, held, postponed or cancelled; None if no source says so."""
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
    """The theme, spirit or motto, as printed."""
    theme_kind: ThemeKind | None = field(NONE, default=None)
    """What the source calls it: *tema*, *semangat* or *moto*."""
    host: RegionCode | None = field(NONE, default=None)
    """Tuan rumah: the host region."""
    host_appointment: HostAppointment | None = field(NONE, default=None)
    """Who appointed the host, when and by which letter."""
    organisers: tuple[Organiser, ...] = field(NONE, default=())
    """The organisations that organise, support or host it."""
    committees: tuple[Committee, ...] = field(NONE, default=())
    """Panitia: the committees, such as steering and organising committee."""
    venue: RegionCode | None = field(NONE, default=None)
    """The smallest known region of the venue."""
    place: str | None = field(NONE, default=None)
    """The name of the venue."""
    dates: DateRange | None = field(NONE, default=None, timing=PLANNED)
    """First and last day."""
    peak: dt.date | None = field(NONE, default=None, timing=PLANNED)
    """The main day, if there is one."""
    commemorates: Commemoration | None = field(NONE, default=None)
    """What it commemorates, if it is a commemoration."""
    delegations: tuple[Delegation, ...] = field(NONE, default=())
    """The delegations that a source lists, by region or organisation."""
    delegations_completeness: Completeness | None = field(NONE, default=None)
    """Whether the list has every delegation that came; None if unknown."""
    turnouts: tuple[Turnout, ...] = field(NONE, default=())
    """Which regions took part, according to each source: *all*, or *10 of 14*."""
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
    """The aims, hopes, promises, results and opinions."""
    actors: tuple[Actor, ...] = field(NONE, default=())
    """The people and bodies that speak, open or decide, each listed once."""
    claims: tuple[Claim, ...] = field(NONE, default=())
    """What each source says about title, theme, host, venue and dates."""
    sources: tuple[Source, ...] = field(NONE, default=())
    """The sources of this record."""
    extensions: Extensions = field(SPESIFIK, default=NO_EXTENSIONS)
    """Custom fields of an application, by namespace."""

    _each_delegation_once = unique(
        "delegation.duplicate",
        "delegations",
        lambda one: one.origin or one.organisation,
        below="origin",
    )
    _each_participant_once = all_different(
        "participant.duplicate", "participants", "worker", "name"
    )
    _each_source_once = unique("event.source_duplicate", "sources", attrgetter("key"), below="key")
    _each_actor_once = unique("event.actor_duplicate", "actors", attrgetter("key"), below="key")
    _each_organiser_once = unique(
        "organiser.duplicate", "organisers", lambda one: (one.role, one.organisation or one.name)
    )
    _only_a_theme_has_a_kind = requires("event.theme_missing", "theme_kind", "theme")

    _activities_have_sources = has_known_sources("activities")
    _agenda_has_sources = has_known_sources("agenda")
    _claims_have_sources = has_known_sources("claims")
    _closing_has_a_source = has_known_sources("closing")
    _commemoration_has_a_source = has_known_sources("commemorates")
    _committees_have_sources = has_known_sources("committees")
    _competitions_have_sources = has_known_sources("competitions")
    _delegations_have_sources = has_known_sources("delegations")
    _figures_have_sources = has_known_sources("figures")
    _host_appointment_has_a_source = has_known_sources("host_appointment")
    _opening_has_a_source = has_known_sources("opening")
    _organisers_have_sources = has_known_sources("organisers")
    _outcomes_have_sources = has_known_sources("outcomes")
    _speeches_have_sources = has_known_sources("speeches")
    _turnouts_have_sources = has_known_sources("turnouts")
    _closing_has_actors = has_known_actors("closing")
    _host_appointment_has_an_actor = has_known_actors("host_appointment")
    _opening_has_actors = has_known_actors("opening")
    _outcomes_have_actors = has_known_actors("outcomes")
    _speeches_have_actors = has_known_actors("speeches")

    def actor(self, key: str) -> Actor:
        """Return the actor with a key.

        Raises:
            KeyError: the event has no actor with this key.

        """
        for one in self.actors:
            if one.key == key:
                return one
        raise KeyError(key)

    def headcount(self) -> int | None:
        """Return the number of people present, the sum over the delegations.

        It is None if the list is not stated to be complete, or if a delegation does not state its
        size. Reported totals are figures and are not used here.
        """
        if self.delegations_completeness is not Completeness.LENGKAP:
            return None
        sizes = [one.present for one in self.delegations]
        known = [size for size in sizes if size is not None]
        return sum(known) if sizes and len(known) == len(sizes) else None

    def missing_delegations(self, expected: Iterable[RegionCode]) -> tuple[RegionCode, ...] | None:
        """Return the expected regions without a delegation, in the given order.

        It is None if the list of delegations is not stated to be complete: a region that is not in
        a partial list may have sent a delegation.
        """
        if self.delegations_completeness is not Completeness.LENGKAP:
            return None
        came = {one.origin for one in self.delegations}
        return tuple(code for code in expected if code not in came)

    def sources_of(self, name: str) -> tuple[str, ...]:
        """Return the keys of the sources that give the same value of a field as the event.

        Raises:
            ValueError: claims have no such field.

        """
        if name not in CLAIMED:
            raise ValueError(f"claims have no field {name!r}; use one of {', '.join(CLAIMED)}")
        return tuple(one.source for one in self.claims if self._agrees(one, name))

    def conflicts(self) -> Mapping[str, tuple[str, ...]]:
        """Return field → the keys of the sources that give another value than the event.

        A title is in conflict only if it is not one of the other titles either.
        """
        found: dict[str, tuple[str, ...]] = {}
        for name in CLAIMED:
            given = (one for one in self.claims if getattr(one, name) is not None)
            keys = tuple(one.source for one in given if not self._agrees(one, name))
            if keys:
                found[name] = keys
        return found

    def _agrees(self, claim: Claim, name: str) -> bool:
        value = getattr(claim, name)
        if name == "title" and value in self.other_titles:
            return True
        return value is not None and value == getattr(self, name)
