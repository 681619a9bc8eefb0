"""The programme of an event: committees, ceremonies, speeches, agenda, activities, competitions."""

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
    """A member of a committee.

    Raises:
        ValidationError: the issues of each field.

    >>> from psm_core import CommitteeMember
    >>> from psm_core.terms import CommitteePost
    >>> seat = CommitteeMember(post=CommitteePost.KOORDINATOR_SEKSI, section="acara")
    >>> seat.post.gloss, seat.name
    ('head of a section', None)

    """

    post: CommitteePost = field(NONE)
    """The post."""
    name: str | None = field(UMUM, default=None)
    """The name, if it is stated."""
    section: str | None = field(UMUM, default=None)
    """The section (seksi), such as ``acara`` or ``konsumsi``."""


@record_class
class Committee:
    """Panitia: a committee that prepares or runs an event.

    Raises:
        ValidationError: the issues of each field.

    >>> from psm_core import Committee, CommitteeMember
    >>> from psm_core.terms import CommitteePost
    >>> chair = CommitteeMember(post=CommitteePost.parse("Ketua Pelaksana"), name="Contoh")
    >>> Committee(name="panitia pelaksana", members=(chair,)).members[0].post.label
    'Ketua'

    """

    name: str | None = field(NONE, default=None)
    """The name, such as ``panitia pelaksana`` or ``steering committee``."""
    decree: Decree | None = field(NONE, default=None)
    """The decree that established it."""
    members: tuple[CommitteeMember, ...] = field(NONE, default=())
    """The known members."""


@record_class
class Ceremony:
    """The opening or closing ceremony of an event.

    Raises:
        ValidationError: the issues of each field.

    >>> from psm_core import Ceremony, Office, Speaker
    >>> secretary = Speaker(office=Office(title="Sekretaris Daerah"))
    >>> regent = Speaker(office=Office(title="Bupati"))
    >>> Ceremony(by=secretary, on_behalf_of=regent, symbol="gong").on_behalf_of.office.title
    'Bupati'

    """

    by: Speaker = field(UMUM)
    """Who opened or closed the event."""
    on_behalf_of: Speaker | None = field(UMUM, default=None)
    """The person or office represented."""
    symbol: str | None = field(NONE, default=None)
    """The symbolic object, such as a gong."""
    source: str | None = field(NONE, default=None, max_length=40)
    """The `key` of its source."""


@record_class
class Commemoration:
    """A day that an event commemorates. The event may be held weeks before or after it.

    Raises:
        ValidationError: the issues of each field.

    >>> from datetime import date
    >>> from psm_core import Commemoration
    >>> birthday = Commemoration(name="HUT PSM", date=date(2024, 7, 27), years=49)
    >>> birthday.date.year - birthday.years
    1975

    """

    name: str = field(NONE)
    """The name of the day, such as ``HKSN`` or ``HUT PSM``."""
    date: dt.date | None = field(NONE, default=None)
    """The commemorated day, in the year of the event."""
    years: int | None = field(NONE, default=None, minimum=1)
    """The number of years (*HUT ke-49*). It is not the edition of the event."""


@record_class
class Speech:
    """A speech at an event. The author and the person who reads it may differ.

    Raises:
        ValidationError: ``speech.capacity_without_reader``, and the issues of each field.

    >>> from psm_core import Office, Speaker, Speech
    >>> from psm_core.terms import Capacity, SpeechKind
    >>> regent, head = Office(title="Bupati"), Office(title="Kepala Dinas Sosial")
    >>> speech = Speech(kind=SpeechKind.SAMBUTAN, author=Speaker(office=regent),
    ...                 reader=Speaker(office=head), capacity=Capacity.MEMBACAKAN)
    >>> speech.speaker.office.title
    'Kepala Dinas Sosial'

    """

    kind: SpeechKind = field(NONE)
    """The kind: sambutan, statement, closing message …"""
    author: Speaker = field(UMUM)
    """The person or office in whose name it is given."""
    reader: Speaker | None = field(UMUM, default=None)
    """Who read it or spoke for the author; None if the author spoke."""
    capacity: Capacity | None = field(NONE, default=None)
    """Whether the reader read the author's words or spoke for the author."""
    gist: str | None = field(UMUM, default=None, max_length=2000)
    """A summary."""
    source: str | None = field(NONE, default=None, max_length=40)
    """The `key` of its source."""

    _only_a_reader_has_a_capacity = requires("speech.capacity_without_reader", "capacity", "reader")

    @property
    def speaker(self) -> Speaker:
        """The person who actually spoke, that is the reader if there is one, else the author."""
        return self.reader or self.author


@record_class
class AgendaItem:
    """An item of the agenda. Day and times may be unknown.

    Raises:
        ValidationError: the issues of each field.

    >>> from datetime import time
    >>> from psm_core import AgendaItem
    >>> item = AgendaItem(title="Diskusi tematik", start=time(9, 0))
    >>> f"{item.start:%H.%M} {item.title}", item.day
    ('09.00 Diskusi tematik', None)

    """

    title: str = field(NONE)
    """The title."""
    day: dt.date | None = field(NONE, default=None, timing=PLANNED)
    """The day."""
    start: dt.time | None = field(NONE, default=None)
    """The start, in local time."""
    end: dt.time | None = field(NONE, default=None)
    """The end, in local time. It may be after midnight."""
    place: str | None = field(UMUM, default=None)
    """The place."""
    in_charge: str | None = field(UMUM, default=None)
    """The person or section in charge."""


@record_class
class Activity:
    """An activity at an event, such as a discussion, a clean-up or a blood donation.

    Raises:
        ValidationError: the issues of each field.

    >>> from psm_core import Activity, Figure
    >>> from psm_core.terms import EventKind, FigureStatus
    >>> donors = Figure(100, of="pendonor", status=FigureStatus.PLANNED, source="undangan")
    >>> donation = Activity(title="Donor darah", kind=EventKind.BAKTI_SOSIAL, figures=(donors,))
    >>> donation.kind.label, donation.figures[0].status.label
    ('Bakti Sosial', 'Direncanakan')

    """

    title: str = field(UMUM)
    """The title."""
    kind: EventKind | None = field(NONE, default=None)
    """The kind of event that it would be if held alone."""
    place: str | None = field(UMUM, default=None)
    """The place."""
    region: RegionCode | None = field(NONE, default=None)
    """The region of that place."""
    target: str | None = field(UMUM, default=None)
    """The target group."""
    figures: tuple[Figure, ...] = field(NONE, default=())
    """Its figures, such as the number of donors."""
    source: str | None = field(NONE, default=None, max_length=40)
    """The `key` of its source."""


@record_class
class Ranking:
    """A rank in a competition.

    Raises:
        ValidationError: ``ranking.unidentified`` if neither region nor name is given, and the
            issues of each field.

    >>> from psm_core import Ranking, RegionCode, ValidationError
    >>> Ranking(rank=1, origin=RegionCode("63.10"))
    Ranking(rank=1, origin=RegionCode('63.10'))
    >>> try:
    ...     Ranking(rank=2)
    ... except ValidationError as error:
    ...     print(error.issues[0].where, error.issues[0].code)
    $.name ranking.unidentified

    """

    rank: int = field(NONE, minimum=1)
    """The rank; 1 is the first."""
    origin: RegionCode | None = field(NONE, default=None)
    """The region of the winning delegation."""
    name: str | None = field(UMUM, default=None)
    """The name of the winning person or body."""
    prize: str | None = field(UMUM, default=None)
    """The prize."""

    _is_somebody = at_least_one("ranking.unidentified", "origin", "name", at="name")


@record_class
class Competition:
    """A competition at an event.

    Raises:
        ValidationError: the issues of each field.

    >>> from psm_core import Competition, Ranking, RegionCode
    >>> first = Ranking(rank=1, origin=RegionCode("63.10"), prize="piala")
    >>> contest = Competition(title="Cerdas cermat PSM", rankings=(first,))
    >>> [str(one.origin) for one in contest.rankings if one.rank == 1]
    ['63.10']

    """

    title: str = field(NONE)
    """The title."""
    rankings: tuple[Ranking, ...] = field(NONE, default=())
    """The rankings."""
    source: str | None = field(NONE, default=None, max_length=40)
    """The `key` of its source."""
