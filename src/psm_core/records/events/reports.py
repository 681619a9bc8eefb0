"""What sources report about an event: figures, turnouts, and claims about its main fields."""

import datetime as dt
from typing import Final

from ..._core.invariants import at_least_one, in_order
from ..._core.record import NONE, PAST, PLANNED, UMUM, field, record_class
from ...terms import (
    PSKS,
    EventStatus,
    Extent,
    FigureStatus,
    Pillar,
    Precision,
    RegionLevel,
    Sex,
)
from ...values.date_range import DateRange
from ...values.edition import Edition
from ...values.region_code import RegionCode

__all__ = ["Claim", "Figure", "Source", "Turnout"]

CLAIMED: Final = ("title", "theme", "edition", "status", "host", "venue", "place", "dates")
"""The fields of a claim."""


@record_class
class Source:
    """A source of information about an event, such as a news article or an invitation.

    Figures, claims, speeches and other facts of the event refer to it by its `key`.

    Raises:
        ValidationError: the issues of each field.

    >>> from psm_core import Source
    >>> news = Source(key="berita", title="Berita tentang Temu Karya", dateline="Batulicin")
    >>> news.key, news.date
    ('berita', None)

    """

    key: str = field(NONE, max_length=40)
    """A short name by which other records refer to it."""
    title: str = field(UMUM)
    """The title, or a description."""
    medium: str | None = field(NONE, default=None)
    """The newspaper, website or other medium that published it."""
    date: dt.date | None = field(NONE, default=None, timing=PAST)
    """The day of publication."""
    author: str | None = field(UMUM, default=None)
    """The author."""
    dateline: str | None = field(NONE, default=None)
    """The place from which it was reported. It may differ from the place of the event."""
    url: str | None = field(UMUM, default=None, max_length=500)
    """The web address."""


@record_class
class Figure:
    """A number reported by a source, with what was counted, its status and its precision.

    Planned and reported figures often differ, so an event contains both.

    Raises:
        ValidationError: the issues of each field.

    >>> from psm_core import Figure
    >>> from psm_core.terms import FigureStatus, Precision
    >>> vague = Figure(100, of="peserta", status=FigureStatus.REPORTED, source="berita",
    ...                precision=Precision.AT_LEAST, wording="ratusan peserta")
    >>> vague.value, vague.precision.label
    (100, 'Sekurang-kurangnya')

    """

    value: int = field(NONE, kw_only=False)
    """The number."""
    of: str = field(NONE, max_length=100)
    """What was counted, such as ``peserta`` or ``penerima bantuan``."""
    status: FigureStatus = field(NONE)
    """Whether it is planned, registered or reported."""
    precision: Precision = field(NONE, default=Precision.EXACT)
    """The precision that the source states (exactly, about, at least, at most)."""
    source: str = field(NONE, max_length=40)
    """The `key` of its source."""
    wording: str | None = field(UMUM, default=None)
    """The words of the source, if it does not give a plain number, such as ``ratusan``."""
    date: dt.date | None = field(NONE, default=None, timing=PAST)
    """The day on which it was counted, or for which it was planned."""
    pillar: Pillar | PSKS | None = field(NONE, default=None)
    """The role of field workers or the kind of PSKS counted, if the figure is for only one."""
    sex: Sex | None = field(NONE, default=None)
    """The sex counted, if the figure is for only one."""
    region: RegionCode | None = field(NONE, default=None)
    """The region counted, if the figure is for only one."""


@record_class
class Turnout:
    """Which regions took part according to a source, without a list of their delegations.

    *All kabupaten and kota of Kalimantan Selatan* and *10 of 14 kabupaten and kota* are turnouts.
    Checks compare the numbers with the region table.

    Raises:
        ValidationError: ``turnout.more_than_expected`` if more regions took part than there are,
            and the issues of each field.

    >>> from psm_core import RegionCode, Turnout
    >>> from psm_core.terms import Extent, FigureStatus, RegionLevel
    >>> everyone = Turnout(level=RegionLevel.REGENCY, within=RegionCode("63"), source="berita",
    ...                    extent=Extent.SELURUH, status=FigureStatus.REPORTED)
    >>> everyone.extent.gloss, everyone.present
    ('all', None)

    """

    level: RegionLevel = field(NONE)
    """The level of the counted regions."""
    within: RegionCode | None = field(NONE, default=None)
    """The region that contains them; None for the whole country."""
    extent: Extent = field(NONE)
    """Whether the source says that all, some or several of them took part."""
    status: FigureStatus = field(NONE)
    """Whether it is planned, registered or reported."""
    present: int | None = field(NONE, default=None)
    """The number of regions that took part, if the source gives it."""
    expected: int | None = field(NONE, default=None)
    """The number of all such regions, if the source gives it."""
    wording: str | None = field(UMUM, default=None)
    """The words of the source."""
    source: str = field(NONE, max_length=40)
    """The `key` of its source."""

    _fits_the_expected = in_order("turnout.more_than_expected", "present", "expected", at="present")


@record_class
class Claim:
    """What one source says about the main fields of an event, such as title, host and dates.

    An event has the values that its author chose. Claims add which source gives each value, and
    which source gives another one.

    Raises:
        ValidationError: ``claim.empty`` if no value is given, and the issues of each field.

    >>> from psm_core import Claim, DateRange
    >>> claim = Claim(source="undangan", dates=DateRange.parse("10-11 Oktober 2025"))
    >>> claim.source, claim.dates.days, claim.theme
    ('undangan', 2, None)

    """

    source: str = field(NONE, max_length=40)
    """The `key` of its source."""
    title: str | None = field(NONE, default=None, max_length=300)
    """The title according to the source."""
    theme: str | None = field(NONE, default=None, max_length=300)
    """The theme according to the source."""
    edition: Edition | None = field(NONE, default=None)
    """The number in the series according to the source."""
    status: EventStatus | None = field(NONE, default=None)
    """The status according to the source."""
    host: RegionCode | None = field(NONE, default=None)
    """The host region according to the source."""
    venue: RegionCode | None = field(NONE, default=None)
    """The region of the venue according to the source."""
    place: str | None = field(NONE, default=None)
    """The name of the venue according to the source."""
    dates: DateRange | None = field(NONE, default=None, timing=PLANNED)
    """The dates according to the source."""

    _says_something = at_least_one("claim.empty", *CLAIMED, at="source")
