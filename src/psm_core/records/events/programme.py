"""The programme of an event: ceremonies, agenda, activities and competitions."""

import datetime as dt

from ..._core.invariants import at_least_one
from ..._core.record import NONE, PLANNED, UMUM, field, record_class
from ...terms import EventKind
from ...values.date_range import DateRange
from ...values.region_code import RegionCode
from .reports import Figure

__all__ = [
    "Activity",
    "AgendaItem",
    "Ceremony",
    "Commemoration",
    "Competition",
    "Ranking",
]


@record_class
class Ceremony:
    """The opening or closing ceremony of an event.

    Raises:
        ValidationError: the issues of each field.

    >>> from psm_core import Ceremony
    >>> Ceremony(by="sekretaris-daerah", on_behalf_of="bupati", symbol="gong").on_behalf_of
    'bupati'

    """

    by: str = field(NONE, max_length=40)
    """The `key` of the actor who opened or closed the event."""
    on_behalf_of: str | None = field(NONE, default=None, max_length=40)
    """The `key` of the actor represented."""
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
    source: str | None = field(NONE, default=None, max_length=40)
    """The `key` of its source."""


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

    title: str = field(UMUM)
    """The title. It often names a speaker."""
    kind: EventKind | None = field(NONE, default=None)
    """The kind of event that it would be if held alone."""
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
    source: str | None = field(NONE, default=None, max_length=40)
    """The `key` of its source."""


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
    dates: DateRange | None = field(NONE, default=None, timing=PLANNED)
    """First and last day, if they are stated."""
    start: dt.time | None = field(NONE, default=None)
    """The start on each day, in local time."""
    end: dt.time | None = field(NONE, default=None)
    """The end on each day, in local time. It may be after midnight."""
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
