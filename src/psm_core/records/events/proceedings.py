"""What happens at an event: its committee, its running order, its words and deeds."""

import datetime as dt

from ..._core.invariants import at_least_one, requires
from ..._core.record import NONE, PLANNED, UMUM, field, record_class
from ...terms import Capacity, CommitteePost, EventKind, SpeechKind
from ...values.region_code import RegionCode
from ..offices import Decree, Speaker
from .facts import Figure

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


@record_class
class CommitteeMember:
    """One seat of a committee.

    Raises:
        ValidationError: the faults of each field.

    >>> from psm_core import CommitteeMember
    >>> from psm_core.terms import CommitteePost
    >>> seat = CommitteeMember(post=CommitteePost.KOORDINATOR_SEKSI, section="acara")
    >>> seat.post.gloss, seat.name
    ('head of a section', None)

    """

    post: CommitteePost = field(NONE)
    """The post held."""
    name: str | None = field(UMUM, default=None)
    """Who holds it, when that is told."""
    section: str | None = field(UMUM, default=None)
    """The seksi, such as ``acara`` or ``konsumsi``."""


@record_class
class Committee:
    """Panitia: who prepares and runs an event.

    Raises:
        ValidationError: the faults of each field.

    >>> from psm_core import Committee, CommitteeMember
    >>> from psm_core.terms import CommitteePost
    >>> chair = CommitteeMember(post=CommitteePost.parse("Ketua Pelaksana"), name="Contoh")
    >>> Committee(name="panitia pelaksana", members=(chair,)).members[0].post.label
    'Ketua'

    """

    name: str | None = field(NONE, default=None)
    """What it is called, such as ``panitia pelaksana`` or ``steering committee``."""
    decree: Decree | None = field(NONE, default=None)
    """The decree that set it up."""
    members: tuple[CommitteeMember, ...] = field(NONE, default=())
    """Its seats, as far as they are told."""


@record_class
class Ceremony:
    """The opening or the closing of an event.

    Raises:
        ValidationError: the faults of each field.

    >>> from psm_core import Ceremony, Office, Speaker
    >>> secretary = Speaker(office=Office(title="Sekretaris Daerah"))
    >>> regent = Speaker(office=Office(title="Bupati"))
    >>> Ceremony(by=secretary, on_behalf_of=regent, symbol="gong").on_behalf_of.office.title
    'Bupati'

    """

    by: Speaker = field(UMUM)
    """Who opened or closed it."""
    on_behalf_of: Speaker | None = field(UMUM, default=None)
    """In whose place."""
    symbol: str | None = field(NONE, default=None)
    """The sign given, such as a gong."""
    source: str | None = field(NONE, default=None, longest=40)
    """The `key` of the source."""


@record_class
class Commemoration:
    """The day that an event remembers, which may lie weeks away from the day it is held.

    Raises:
        ValidationError: the faults of each field.

    >>> from datetime import date
    >>> from psm_core import Commemoration
    >>> birthday = Commemoration(name="HUT PSM", date=date(2024, 7, 27), years=49)
    >>> birthday.date.year - birthday.years
    1975

    """

    name: str = field(NONE)
    """What is remembered, such as ``HKSN`` or ``HUT PSM``."""
    date: dt.date | None = field(NONE, default=None)
    """The day remembered, in the year of the event."""
    years: int | None = field(NONE, default=None, least=1)
    """How many years it counts (*HUT ke-49*), which is not the number of an edition."""


@record_class
class Speech:
    """Words said at an event. The author and the one who reads them aloud may be two people.

    Raises:
        ValidationError: ``speech.capacity_without_reader``, and the faults of each field.

    >>> from psm_core import Office, Speaker, Speech
    >>> from psm_core.terms import Capacity, SpeechKind
    >>> regent, head = Office(title="Bupati"), Office(title="Kepala Dinas Sosial")
    >>> speech = Speech(kind=SpeechKind.SAMBUTAN, author=Speaker(office=regent),
    ...                 reader=Speaker(office=head), capacity=Capacity.MEMBACAKAN)
    >>> speech.speaker.office.title
    'Kepala Dinas Sosial'

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

    _only_a_reader_has_a_capacity = requires("speech.capacity_without_reader", "capacity", "reader")

    @property
    def speaker(self) -> Speaker:
        """Who was heard."""
        return self.reader or self.author


@record_class
class AgendaItem:
    """One line of the running order; the day and the hours may be unknown.

    Raises:
        ValidationError: the faults of each field.

    >>> from datetime import time
    >>> from psm_core import AgendaItem
    >>> item = AgendaItem(title="Diskusi tematik", start=time(9, 0))
    >>> f"{item.start:%H.%M} {item.title}", item.day
    ('09.00 Diskusi tematik', None)

    """

    title: str = field(NONE)
    """What is done."""
    day: dt.date | None = field(NONE, default=None, timing=PLANNED)
    """On which day."""
    start: dt.time | None = field(NONE, default=None)
    """From when, local time."""
    end: dt.time | None = field(NONE, default=None)
    """Until when, local time; it may lie after midnight."""
    place: str | None = field(UMUM, default=None)
    """Where."""
    in_charge: str | None = field(UMUM, default=None)
    """Who looks after it."""


@record_class
class Activity:
    """Something done at the event: a discussion, a clean-up, a blood donation.

    Raises:
        ValidationError: the faults of each field.

    >>> from psm_core import Activity, Figure
    >>> from psm_core.terms import EventKind, FigureStatus
    >>> donors = Figure(100, of="pendonor", status=FigureStatus.PLANNED, source="undangan")
    >>> donation = Activity(title="Donor darah", kind=EventKind.BAKTI_SOSIAL, figures=(donors,))
    >>> donation.kind.label, donation.figures[0].status.label
    ('Bakti Sosial', 'Direncanakan')

    """

    title: str = field(UMUM)
    """What was done."""
    kind: EventKind | None = field(NONE, default=None)
    """What kind of event it would be by itself."""
    place: str | None = field(UMUM, default=None)
    """Where."""
    region: RegionCode | None = field(NONE, default=None)
    """The region of that place."""
    target: str | None = field(UMUM, default=None)
    """For whom."""
    figures: tuple[Figure, ...] = field(NONE, default=())
    """How much of it."""
    source: str | None = field(NONE, default=None, longest=40)
    """The `key` of the source."""


@record_class
class Ranking:
    """A place reached in a competition.

    Raises:
        ValidationError: ``ranking.unidentified`` when no one is named; and the faults of each
            field.

    >>> from psm_core import Ranking, RegionCode, ValidationError
    >>> Ranking(rank=1, origin=RegionCode("63.10"))
    Ranking(rank=1, origin=RegionCode('63.10'))
    >>> try:
    ...     Ranking(rank=2)
    ... except ValidationError as error:
    ...     print(error.issues[0].where, error.issues[0].code)
    $.name ranking.unidentified

    """

    rank: int = field(NONE, least=1)
    """The place, 1 for the first."""
    origin: RegionCode | None = field(NONE, default=None)
    """The region whose delegation reached it."""
    name: str | None = field(UMUM, default=None)
    """The person or body that reached it."""
    prize: str | None = field(UMUM, default=None)
    """What was given for it."""

    _is_somebody = at_least_one("ranking.unidentified", "origin", "name", at="name")


@record_class
class Competition:
    """A contest held at an event.

    Raises:
        ValidationError: the faults of each field.

    >>> from psm_core import Competition, Ranking, RegionCode
    >>> first = Ranking(rank=1, origin=RegionCode("63.10"), prize="piala")
    >>> contest = Competition(title="Cerdas cermat PSM", rankings=(first,))
    >>> [str(one.origin) for one in contest.rankings if one.rank == 1]
    ['63.10']

    """

    title: str = field(NONE)
    """What was contested."""
    rankings: tuple[Ranking, ...] = field(NONE, default=())
    """Who reached which place."""
    source: str | None = field(NONE, default=None, longest=40)
    """The `key` of the source."""
