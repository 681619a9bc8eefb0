"""What happens at an event: its committee, its running order, its words and deeds."""

import datetime as dt

from ._model import NONE, UMUM, field, model
from ._rules import any_told, needs
from .facts import Figure
from .offices import Decree, Speaker
from .region_code import RegionCode
from .terms import Capacity, CommitteePost, EventKind, SpeechKind

__all__ = [
    "Activity",
    "AgendaItem",
    "Ceremony",
    "Commemoration",
    "Committee",
    "CommitteeMember",
    "Competition",
    "Ranking",
    "Speech",
]


@model
class CommitteeMember:
    """One seat of a committee.

    Raises:
        ValidationError: the faults of each field.

    """

    post: CommitteePost = field(NONE)
    """The post held."""
    name: str | None = field(UMUM, default=None)
    """Who holds it, when that is told."""
    section: str | None = field(NONE, default=None)
    """The seksi, such as ``acara`` or ``konsumsi``."""


@model
class Committee:
    """Panitia: who prepares and runs an event.

    Raises:
        ValidationError: the faults of each field.

    """

    name: str | None = field(NONE, default=None)
    """What it is called, such as ``panitia pelaksana`` or ``steering committee``."""
    decree: Decree | None = field(NONE, default=None)
    """The decree that set it up."""
    members: tuple[CommitteeMember, ...] = field(NONE, default=())
    """Its seats, as far as they are told."""


@model
class Ceremony:
    """The opening or the closing of an event.

    Raises:
        ValidationError: the faults of each field.

    """

    by: Speaker = field(UMUM)
    """Who opened or closed it."""
    on_behalf_of: Speaker | None = field(UMUM, default=None)
    """In whose place."""
    symbol: str | None = field(NONE, default=None)
    """The sign given, such as a gong."""
    source: str | None = field(NONE, default=None, longest=40)
    """The `key` of the source."""


@model
class Commemoration:
    """The day that an event remembers, which may lie weeks away from the day it is held.

    Raises:
        ValidationError: the faults of each field.

    """

    name: str = field(NONE)
    """What is remembered, such as ``HKSN`` or ``HUT PSM``."""
    date: dt.date | None = field(NONE, default=None)
    """The day remembered, in the year of the event."""
    years: int | None = field(NONE, default=None, least=1)
    """How many years it counts (*HUT ke-49*), which is not the number of an edition."""


@model
class Speech:
    """Words said at an event. The author and the one who reads them aloud may be two people.

    Raises:
        ValidationError: ``speech.capacity_without_reader``, and the faults of each field.

    """

    kind: SpeechKind = field(NONE)
    """Sambutan, statement, closing message …"""
    author: Speaker = field(UMUM)
    """In whose name it was said."""
    reader: Speaker | None = field(UMUM, default=None)
    """Who read it or spoke in the author's place; None when the author spoke."""
    capacity: Capacity | None = field(NONE, default=None)
    """What the reader did in the author's place (read the words, or speak for them)."""
    gist: str | None = field(UMUM, default=None, longest=2000)
    """What was said, in short."""
    source: str | None = field(NONE, default=None, longest=40)
    """The `key` of the source."""

    _only_a_reader_has_a_capacity = needs("speech.capacity_without_reader", "capacity", "reader")

    @property
    def voice(self) -> Speaker:
        """Who was heard."""
        return self.reader or self.author


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
    end: dt.time | None = field(NONE, default=None)
    """Until when, local time; it may lie after midnight."""
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
    region: RegionCode | None = field(NONE, default=None)
    """The region of that place."""
    target: str | None = field(NONE, default=None)
    """For whom."""
    figures: tuple[Figure, ...] = field(NONE, default=())
    """How much of it."""
    source: str | None = field(NONE, default=None, longest=40)
    """The `key` of the source."""


@model
class Ranking:
    """A place reached in a competition.

    Raises:
        ValidationError: ``ranking.nobody`` when no one is named; and the faults of each field.

    """

    rank: int = field(NONE, least=1)
    """The place, 1 for the first."""
    origin: RegionCode | None = field(NONE, default=None)
    """The region whose delegation reached it."""
    name: str | None = field(UMUM, default=None)
    """The person or body that reached it."""
    prize: str | None = field(NONE, default=None)
    """What was given for it."""

    _is_somebody = any_told("ranking.nobody", "origin", "name", at="name")


@model
class Competition:
    """A contest held at an event.

    Raises:
        ValidationError: the faults of each field.

    """

    title: str = field(NONE)
    """What was contested."""
    rankings: tuple[Ranking, ...] = field(NONE, default=())
    """Who reached which place."""
    source: str | None = field(NONE, default=None, longest=40)
    """The `key` of the source."""
