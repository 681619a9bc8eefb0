"""What sources report about an event: figures, dates and outcomes."""

import datetime as dt

from ..._core.record import NONE, PAST, PLANNED, UMUM, field, record_class
from ...terms import PSKS, FigureStatus, Pillar, Precision, Sex
from ...values.dates import DateRange
from ...values.region_code import RegionCode

__all__ = ["DateClaim", "Figure", "Outcome", "Source"]


@record_class
class Source:
    """A source of information about an event, such as a news article or an invitation.

    Figures, date claims and outcomes of the event refer to it by its `key`.

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
class DateClaim:
    """The dates of an event according to one source, where they differ from `Event.dates`.

    Raises:
        ValidationError: the issues of each field.

    >>> from datetime import date
    >>> from psm_core import DateClaim, DateRange
    >>> planned = DateRange(date(2025, 10, 10), date(2025, 10, 11))
    >>> claim = DateClaim(dates=planned, source="undangan")
    >>> claim.source, claim.dates.end
    ('undangan', datetime.date(2025, 10, 11))

    """

    dates: DateRange = field(NONE, timing=PLANNED)
    """The dates according to the source."""
    source: str = field(NONE, max_length=40)
    """The `key` of its source."""


@record_class
class Outcome:
    """A result of an event, such as a resolution, an appointment or aid that was handed over.

    Raises:
        ValidationError: the issues of each field.

    >>> from psm_core import Outcome
    >>> Outcome(description="Bantuan diserahkan kepada 20 keluarga", source="berita").source
    'berita'

    """

    description: str = field(UMUM, max_length=1000)
    """What was decided, done or handed over."""
    source: str | None = field(NONE, default=None, max_length=40)
    """The `key` of its source."""
    url: str | None = field(UMUM, default=None, max_length=500)
    """The web address of a document or picture of the result."""
