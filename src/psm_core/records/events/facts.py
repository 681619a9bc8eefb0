"""What a source tells of an event: figures, dates, outcomes, each with the key of the source."""

import datetime as dt

from ..._core.record import NONE, PAST, PLANNED, UMUM, field, record_class
from ...terms import PSKS, FigureStatus, Pillar, Precision, Sex
from ...values.dates import DateRange
from ...values.region_code import RegionCode

__all__ = ["DateClaim", "Figure", "Outcome", "Source"]


@record_class
class Source:
    """Where a fact is told. Other facts of the event name it by its `key`.

    Raises:
        ValidationError: the faults of each field.

    >>> from psm_core import Source
    >>> news = Source(key="berita", title="Berita tentang Temu Karya", dateline="Batulicin")
    >>> news.key, news.date
    ('berita', None)

    """

    key: str = field(NONE, longest=40)
    """A short name by which facts refer to it."""
    title: str = field(UMUM)
    """What it is called, or what it is."""
    medium: str | None = field(NONE, default=None)
    """Who published it."""
    date: dt.date | None = field(NONE, default=None, timing=PAST)
    """The day it was published."""
    author: str | None = field(UMUM, default=None)
    """Who wrote it."""
    dateline: str | None = field(NONE, default=None)
    """The place it was written from, which need not be the place of the event."""
    url: str | None = field(UMUM, default=None, longest=500)
    """Where it can be read."""


@record_class
class Figure:
    """A number that a source gives: who was counted, how firmly, at which stage.

    Planned and reported figures often differ, so all are kept.

    Raises:
        ValidationError: the faults of each field.

    >>> from psm_core import Figure
    >>> from psm_core.terms import FigureStatus, Precision
    >>> vague = Figure(100, of="peserta", status=FigureStatus.REPORTED, source="berita",
    ...                precision=Precision.AT_LEAST, wording="ratusan peserta")
    >>> vague.value, vague.precision.label
    (100, 'Sekurangnya')

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
    wording: str | None = field(UMUM, default=None)
    """The words of the source, when they are not a plain number."""
    date: dt.date | None = field(NONE, default=None, timing=PAST)
    """The day for which it was told."""
    pillar: Pillar | PSKS | None = field(NONE, default=None)
    """The one pillar or kind of PSKS counted, when it is a part of the whole."""
    sex: Sex | None = field(NONE, default=None)
    """The one sex counted, when it is a part of the whole."""
    region: RegionCode | None = field(NONE, default=None)
    """The one region counted, when it is a part of the whole."""


@record_class
class DateClaim:
    """Dates that a source gives and that differ from the ones held to be right.

    Raises:
        ValidationError: the faults of each field.

    >>> from datetime import date
    >>> from psm_core import DateClaim, DateRange
    >>> planned = DateRange(date(2025, 10, 10), date(2025, 10, 11))
    >>> claim = DateClaim(dates=planned, source="undangan")
    >>> date(2025, 10, 12) in claim.dates
    False

    """

    dates: DateRange = field(NONE, timing=PLANNED)
    """The dates it gives."""
    source: str = field(NONE, longest=40)
    """The `key` of the source."""


@record_class
class Outcome:
    """What came of an event: a resolution, an appointment, aid handed over, certificates.

    Raises:
        ValidationError: the faults of each field.

    >>> from psm_core import Outcome
    >>> Outcome(description="Bantuan diserahkan kepada 20 keluarga", source="berita").source
    'berita'

    """

    description: str = field(UMUM, longest=1000)
    """What it was."""
    source: str | None = field(NONE, default=None, longest=40)
    """The `key` of the source."""
    url: str | None = field(UMUM, default=None, longest=500)
    """Where its paper or picture can be seen."""
