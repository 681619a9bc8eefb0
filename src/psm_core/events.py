"""Events: gatherings, trainings and days of service, as papers and reports tell of them.

A fact that no source tells is None or absent, never computed or invented. Conflicting figures
and dates are kept side by side, each with its source.
"""

import datetime as dt
from collections.abc import Iterable, Iterator

from ._model import NONE, UMUM, Path, field, invariant, model, repeated
from .dates import DateRange
from .edition import Edition
from .ids import EventId, WorkerId
from .region_code import RegionCode
from .terms import (
    EventKind,
    EventLevel,
    FigureStatus,
    OfficeQualifier,
    ParticipantKind,
    Pillar,
    Precision,
    SpeechKind,
)

__all__ = [
    "Activity",
    "AgendaItem",
    "DateClaim",
    "Delegation",
    "Event",
    "Figure",
    "Office",
    "Participant",
    "Source",
    "Speaker",
    "Speech",
]


@model
class Source:
    """Where a fact is told. Other facts of the event name it by its `key`.

    Raises:
        ValidationError: the faults of each field.

    """

    key: str = field(NONE, longest=40)
    """A short name by which facts refer to it."""
    title: str = field(NONE)
    """What it is called, or what it is."""
    medium: str | None = field(NONE, default=None)
    """Who published it."""
    date: dt.date | None = field(NONE, default=None)
    """The day it was published."""
    url: str | None = field(NONE, default=None, longest=500)
    """Where it can be read."""


@model
class Figure:
    """A number that a source gives: who was counted, how firmly, at which stage.

    Planned and reported figures often differ, so all are kept.

    Raises:
        ValidationError: the faults of each field.

    """

    value: int = field(NONE, kw_only=False)
    """The number."""
    of: str = field(NONE, longest=100)
    """What was counted, such as ``peserta`` or ``penerima bantuan``."""
    status: FigureStatus = field(NONE)
    """Planned, registered or reported."""
    precision: Precision = field(NONE, default=Precision.EXACT)
    """How the source words it (exactly, about, at least, up to)."""
    source: str = field(NONE, longest=40)
    """The `key` of the source."""
    pillar: Pillar | None = field(NONE, default=None)
    """The one pillar counted, when it is a part of the whole."""
    region: RegionCode | None = field(NONE, default=None)
    """The one region counted, when it is a part of the whole."""


@model
class DateClaim:
    """Dates that a source gives and that differ from the ones held to be right.

    Raises:
        ValidationError: the faults of each field.

    """

    dates: DateRange = field(NONE)
    """The dates it gives."""
    source: str = field(NONE, longest=40)
    """The `key` of the source."""


@model
class Office:
    """An office as it was held: Bupati of a region, acting head of an agency.

    Raises:
        ValidationError: the faults of each field.

    """

    title: str = field(NONE)
    """The office, such as ``Bupati`` or ``Kepala Dinas Sosial``."""
    qualifier: OfficeQualifier | None = field(NONE, default=None)
    """Plt, Pj or Plh, when it was held in place of the holder."""
    region: RegionCode | None = field(NONE, default=None)
    """The region it belongs to."""


@model
class Speaker:
    """Who speaks or writes: a person, an office, a body, as far as the source names them.

    Raises:
        ValidationError: ``speaker.nobody`` when neither is told; and the faults of each field.

    """

    name: str | None = field(UMUM, default=None)
    """The name, when it is told."""
    office: Office | None = field(NONE, default=None)
    """The office in which they speak."""
    body: str | None = field(NONE, default=None)
    """The body that speaks, such as the committee."""

    @invariant("speaker.nobody", at="name")
    @staticmethod
    def _is_somebody(name: str | None, office: Office | None, body: str | None) -> bool:
        return any(part is not None for part in (name, office, body))


@model
class Speech:
    """Words said at an event. The author and the one who reads them aloud may be two people.

    Raises:
        ValidationError: the faults of each field.

    """

    kind: SpeechKind = field(NONE)
    """Sambutan, statement, closing message …"""
    author: Speaker = field(UMUM)
    """In whose name it was said."""
    reader: Speaker | None = field(UMUM, default=None)
    """Who read it in the author's place; None when the author spoke."""
    gist: str | None = field(NONE, default=None, longest=2000)
    """What was said, in short."""
    source: str | None = field(NONE, default=None, longest=40)
    """The `key` of the source."""

    @property
    def voice(self) -> Speaker:
        """Who was heard."""
        return self.reader or self.author


@model
class Participant:
    """One who took part, by name or by the key of their record.

    Raises:
        ValidationError: ``participant.nobody`` when neither is told; and the faults of each field.

    """

    kind: ParticipantKind = field(NONE)
    """Full participant, observer, guest …"""
    worker: WorkerId | None = field(NONE, default=None)
    """The key of the worker's record."""
    name: str | None = field(UMUM, default=None)
    """The name, for one without a record."""
    origin: RegionCode | None = field(NONE, default=None)
    """The region they came from."""

    @invariant("participant.nobody", at="worker")
    @staticmethod
    def _is_somebody(worker: WorkerId | None, name: str | None) -> bool:
        return worker is not None or name is not None


@model
class Delegation:
    """Kontingen: those who came from one region. Sizes are None as long as no source tells them.

    Raises:
        ValidationError: the faults of each field.

    """

    origin: RegionCode = field(NONE)
    """The region that sent it."""
    quota: int | None = field(NONE, default=None)
    """How many it might send."""
    registered: int | None = field(NONE, default=None)
    """How many were registered."""
    present: int | None = field(NONE, default=None)
    """How many came."""
    head: str | None = field(UMUM, default=None)
    """Who led it (ketua kontingen)."""
    members: frozenset[WorkerId] = field(NONE, default=frozenset())
    """The workers who came, as far as they have records."""


@model
class AgendaItem:
    """One line of the running order; the day and the hours may be unknown.

    Raises:
        ValidationError: the faults of each field.

    """

    title: str = field(NONE)
    """What is done."""
    day: dt.date | None = field(NONE, default=None)
    """On which day."""
    start: dt.time | None = field(NONE, default=None)
    """From when, local time."""
    place: str | None = field(NONE, default=None)
    """Where."""
    in_charge: str | None = field(UMUM, default=None)
    """Who looks after it."""


@model
class Activity:
    """Something done at the event: a discussion, a clean-up, a blood donation.

    Raises:
        ValidationError: the faults of each field.

    """

    title: str = field(NONE)
    """What was done."""
    kind: EventKind | None = field(NONE, default=None)
    """What kind of event it would be by itself."""
    place: str | None = field(NONE, default=None)
    """Where."""
    target: str | None = field(NONE, default=None)
    """For whom."""
    figures: tuple[Figure, ...] = field(NONE, default=())
    """How much of it."""


@model
class Event:
    """A gathering with its place in a series, its people and its sources.

    Raises:
        ValidationError: ``delegation.duplicate``, ``event.level_differs``,
            ``event.peak_outside``, ``event.source_duplicate``, ``event.source_unknown``,
            ``participant.duplicate``, and the faults of each field.

    """

    id: EventId = field(NONE)
    """The key of this record in the register that holds it."""
    title: str = field(NONE, longest=300)
    """The name as printed."""
    kind: EventKind = field(NONE)
    """What it is first of all."""
    also: frozenset[EventKind] = field(NONE, default=frozenset())
    """What it is besides, such as a *temu karya* joined with a *bakti sosial*."""
    series: str | None = field(NONE, default=None)
    """The series that its number counts (the same gathering of the same organisation)."""
    edition: Edition | None = field(NONE, default=None)
    """Its number in the series."""
    level: EventLevel | None = field(NONE, default=None)
    """From how wide an area people come."""
    scope: RegionCode | None = field(NONE, default=None)
    """The region of that level; None for a national event."""
    theme: str | None = field(NONE, default=None, longest=300)
    """The theme or motto, without its quotation marks."""
    host: RegionCode | None = field(NONE, default=None)
    """Tuan rumah, the region that receives the guests."""
    organisers: tuple[str, ...] = field(NONE, default=())
    """Penyelenggara, the bodies that hold it."""
    venue: RegionCode | None = field(NONE, default=None)
    """The smallest region of the place that is known."""
    place: str | None = field(NONE, default=None)
    """The place by its name."""
    dates: DateRange | None = field(NONE, default=None)
    """First and last day."""
    other_dates: tuple[DateClaim, ...] = field(NONE, default=())
    """Dates that other sources give."""
    peak: dt.date | None = field(NONE, default=None)
    """The main day, when there is one."""
    commemorates: dt.date | None = field(NONE, default=None)
    """The day remembered, which may lie weeks away from the day held."""
    delegations: tuple[Delegation, ...] = field(NONE, default=())
    """Those who came, by region."""
    participants: tuple[Participant, ...] = field(NONE, default=())
    """Those who came, one by one, as far as they are listed."""
    agenda: tuple[AgendaItem, ...] = field(NONE, default=())
    """The running order."""
    activities: tuple[Activity, ...] = field(NONE, default=())
    """What was done."""
    speeches: tuple[Speech, ...] = field(NONE, default=())
    """What was said, in order."""
    figures: tuple[Figure, ...] = field(NONE, default=())
    """What was counted, by each source."""
    outcomes: tuple[str, ...] = field(NONE, default=(), longest=1000)
    """Resolutions, appointments, aid handed over."""
    sources: tuple[Source, ...] = field(NONE, default=())
    """Where all this is told."""

    @invariant("delegation.duplicate", at="delegations")
    @staticmethod
    def _each_region_once(delegations: tuple[Delegation, ...]) -> Iterator[Path]:
        return repeated((one.origin for one in delegations), "origin")

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

    @invariant("event.source_unknown", at="figures")
    @staticmethod
    def _figures_name_a_source(
        figures: tuple[Figure, ...], sources: tuple[Source, ...]
    ) -> Iterator[Path]:
        return _unknown(figures, sources)

    @invariant("event.source_unknown", at="activities")
    @staticmethod
    def _figures_of_activities_name_a_source(
        activities: tuple[Activity, ...], sources: tuple[Source, ...]
    ) -> Iterator[Path]:
        for number, activity in enumerate(activities):
            for path in _unknown(activity.figures, sources):
                yield (number, "figures", *path)

    @invariant("event.source_unknown", at="other_dates")
    @staticmethod
    def _dates_name_a_source(
        other_dates: tuple[DateClaim, ...], sources: tuple[Source, ...]
    ) -> Iterator[Path]:
        return _unknown(other_dates, sources)

    @invariant("event.source_unknown", at="speeches")
    @staticmethod
    def _speeches_name_a_source(
        speeches: tuple[Speech, ...], sources: tuple[Source, ...]
    ) -> Iterator[Path]:
        return _unknown(speeches, sources)

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


def _unknown(
    facts: Iterable[Figure | DateClaim | Speech], sources: Iterable[Source]
) -> Iterator[Path]:
    known = {one.key for one in sources} | {None}
    return ((number, "source") for number, fact in enumerate(facts) if fact.source not in known)
