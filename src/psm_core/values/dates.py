"""Dates, quarters and periods as people write them. Missing parts are never guessed."""

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, ClassVar, Final, Protocol, final

from .._core.text import LazyPattern, normalize_text, require_date, require_text, same_marks
from .._core.text_value import TextValue
from ..errors import Issue, parse_error, short_traceback

if TYPE_CHECKING:
    from dateutil.parser import parserinfo

__all__ = ["Month", "Quarter", "age_on", "parse_date"]

_QUARTER = LazyPattern("(19|20)[0-9]{2}-Q[1-4]")
_MONTH = LazyPattern("(19|20)[0-9]{2}-(0[1-9]|1[0-2])")
_LONGEST = 100
_PLAIN_SIGNS = frozenset("0123456789-/")
# Patterns are compiled when the first date is read, so that importing us stays quick.
_ISO = r"(?a)(\d{4})([-/])(\d\d)\2(\d\d)(?:[t ]00:00(?::00)?)?"
_DAY_FIRST = r"(?a)(\d{1,2})([-/. ])(\d{1,2}|[a-z]+)\2(\d{4})"
_INCOMPLETE = (
    r"(?a)\d{4}|\d{4}-\d\d|(?:\d{1,2}|[a-z]+)[-/. ]\d{4}"
    r"|\d{1,2}[-/. ](?:\d{1,2}|[a-z]+)[-/. ]\d\d"
)
_MONTHS = (
    "januari djanuari djan",
    "febr peb pebr februari pebruari febuari pebuari",
    "mrt mart maret maart",
    "",
    "mei mai",
    "juni djuni djun",
    "juli djuli djul",
    "agu agus agust ags agt agst agustus agoestoes agoest agoes augustus",
    "",
    "okt oktober",
    "nop nopember",
    "des desember",
)
"""Indonesian names of the months, with abbreviations and the spellings before 1947 and 1972."""
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_WEEKDAYS = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu ahad")


@cache
def _names() -> "parserinfo":
    """Return the English names of months and weekdays of dateutil, and the Indonesian names."""
    from dateutil.parser import parserinfo  # noqa: PLC0415 - importing us stays quick

    def joined(english: Sequence[Sequence[str]], more: Sequence[str]) -> list[tuple[str, ...]]:
        return [(*names, *other.split()) for names, other in zip(english, more, strict=True)]

    words = {
        "MONTHS": joined(parserinfo.MONTHS, _MONTHS),
        "WEEKDAYS": joined(parserinfo.WEEKDAYS, _WEEKDAYS),
    }
    indonesian: type[parserinfo] = type("Indonesian", (parserinfo,), words)
    return indonesian()


@short_traceback
def parse_date(text: str, /) -> date:
    """Read a date: ISO, day first, or with an Indonesian (or English) month name.

    Month names may be abbreviated or in an older spelling, such as ``17 Djuli 1945``.

    The name of a weekday may come first; it is not compared with the date. An ISO date may end with
    midnight, as spreadsheets write it.

    Raises:
        ParseError: ``date.ambiguous`` when a part is missing, ``date.invalid``, ``type.text``.

    >>> parse_date("Jum'at, 17 Agustus 1945"), parse_date("17/08/1945"), parse_date("1945-08-17")
    (datetime.date(1945, 8, 17), datetime.date(1945, 8, 17), datetime.date(1945, 8, 17))
    >>> parse_date("Agustus 1945")
    Traceback (most recent call last):
    psm_core.errors.ParseError: date.ambiguous: The day, month or century is missing or \
ambiguous. Write the full date, such as 01-08-1990 or 1990-08-01.

    """
    written = require_text(text)
    plain = _plain(written) if len(written) <= _LONGEST else ""
    if iso := re.fullmatch(_ISO, plain):
        return _calendar_date(int(iso[1]), int(iso[3]), int(iso[4]))
    if found := re.fullmatch(_DAY_FIRST, plain):
        month = int(found[3]) if found[3].isdecimal() else _names().month(found[3])
        return _calendar_date(int(found[4]), month or 0, int(found[1]))
    raise parse_error("date.ambiguous" if re.fullmatch(_INCOMPLETE, plain) else "date.invalid")


def month_of(name: str) -> int | None:
    """Return the number of a month from its name in lower case, or None."""
    return _names().month(name)


def _plain(text: str) -> str:
    """Return a date in lower case, with single separators and without a weekday."""
    if _PLAIN_SIGNS.issuperset(text):
        return text
    plain = same_marks(normalize_text(text)).casefold().replace(",", " ")
    plain = re.sub(r"(?<=[a-z])\.|(?<=[0-9])\. *(?=[a-z])", " ", plain).rstrip(". ")
    plain = re.sub(r"^(tgl|tanggal) ", "", plain)
    plain = re.sub(r"\s*([-/.])\s*", r"\1", " ".join(plain.split()))
    weekday, _, rest = plain.partition(" ")
    return rest if weekday.isalpha() and _names().weekday(weekday) is not None else plain


def _calendar_date(year: int, month: int, day: int) -> date:
    """Return a calendar date, or raise `date.invalid`."""
    try:
        return date(year, month, day)
    except ValueError:
        pass
    raise parse_error("date.invalid")  # outside the handler, so that no chained error has the text


_WORD_OF_QUARTER: Final = r"(?:tw|trw|tri ?wulan|kuartal|q)"
_OF_YEAR: Final = r"(?:[1-4]|i{1,3}|iv)"
_NUMBERED: Final = rf"{_WORD_OF_QUARTER}[ .:-]*(?:ke[ .-]*)?(?P<number>{_OF_YEAR})"
_YEAR: Final = r"(?:(?:tahun|thn|th)[ .]*)?(?P<year>\d{4})"
_WRITTEN_QUARTERS: Final = (
    rf"(?a){_NUMBERED}[ ,/.-]*{_YEAR}",
    rf"(?a){_YEAR}[ ,/.-]*{_NUMBERED}",
)
"""How people write a quarter: *Triwulan II tahun 2025*, *2025 TW 2*."""


@final
class Quarter(TextValue):
    """A quarter of a year (*triwulan*), the period of a welfare rank: ``2025-Q4``.

    Raises:
        ParseError: ``quarter.format``.

    >>> Quarter.parse("TW IV 2025"), Quarter("2025-Q4").start
    (Quarter('2025-Q4'), datetime.date(2025, 10, 1))

    """

    __slots__ = ()
    pattern: ClassVar[str] = _QUARTER.pattern

    @classmethod
    def _clean(cls, text: str) -> str:
        plain = normalize_text(text).casefold()
        for written in _WRITTEN_QUARTERS:
            if found := re.fullmatch(written, plain):
                number = found["number"]
                return f"{found['year']}-Q{_ROMAN.get(number, number)}"
        return plain.upper()

    @staticmethod
    def _issue(text: str) -> Issue | None:
        return None if _QUARTER.fullmatch(text) else Issue("quarter.format")

    @property
    def start(self) -> date:
        """The first day of the quarter."""
        return date(int(self._text[:4]), 3 * int(self._text[-1]) - 2, 1)


_MONTH_NAMES: Final = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
    "Oktober", "November", "Desember",
)  # fmt: skip
_DECEMBER: Final = 12


@final
class Month(TextValue):
    """A month of a year, the period of a monthly report: ``2025-10``, as in ISO 8601.

    Raises:
        ParseError: ``month.format``.

    >>> Month.parse("Bulan Oktober 2025"), Month.parse("10/2025").label
    (Month('2025-10'), 'Oktober 2025')
    >>> Month("2025-10").end, date(2025, 10, 10) in Month("2025-10")
    (datetime.date(2025, 10, 31), True)

    """

    __slots__ = ()
    pattern: ClassVar[str] = _MONTH.pattern

    @classmethod
    def of(cls, day: date) -> "Month":
        """Return the month of a day.

        Raises:
            ParseError: ``month.format``: the year is before 1900 or after 2099.

        >>> Month.of(date(2025, 10, 10))
        Month('2025-10')

        """
        return cls(f"{require_date(day):%Y-%m}")

    @classmethod
    def _clean(cls, text: str) -> str:
        plain = _plain(text).removeprefix("bulan ")
        if found := re.fullmatch(r"(?a)(\d{4})[-/. ](\d{1,2})", plain):
            return f"{found[1]}-{found[2]:0>2}"
        if found := re.fullmatch(r"(?a)(\d{1,2}|[a-z]+)[-/. ](?:tahun )?(\d{4})", plain):
            month = found[1] if found[1].isdecimal() else _names().month(found[1]) or 0
            return f"{found[2]}-{month:0>2}"
        return plain

    @staticmethod
    def _issue(text: str) -> Issue | None:
        return None if _MONTH.fullmatch(text) else Issue("month.format")

    @property
    def start(self) -> date:
        """The first day of the month."""
        return date(int(self._text[:4]), int(self._text[5:]), 1)

    @property
    def end(self) -> date:
        """The last day of the month."""
        first = self.start
        return first.replace(day=month_length(first.year, first.month))

    @property
    def label(self) -> str:
        """The name of the month with its year, in Indonesian: ``Oktober 2025``."""
        return f"{_MONTH_NAMES[self.start.month - 1]} {self._text[:4]}"

    def __contains__(self, day: date) -> bool:
        """Return whether a day is in the month."""
        return self.start <= require_date(day) <= self.end


def month_length(year: int, month: int) -> int:
    """Return the number of days; the module `calendar` would slow the import down."""
    if month == _DECEMBER:
        return 31
    return (date(year, month + 1, 1) - timedelta(days=1)).day


def day_label(day: date) -> str:
    """Return a day as an Indonesian office writes it.

    >>> day_label(date(2025, 10, 1))
    '1 Oktober 2025'
    """
    return f"{day.day} {_MONTH_NAMES[day.month - 1]} {day.year}"


def age_on(birth_date: date, day: date) -> int:
    """Return the age in full years on a day. A leap-day birthday counts on 1 March.

    >>> age_on(date(2004, 2, 29), date(2022, 2, 28)), age_on(date(2004, 2, 29), date(2022, 3, 1))
    (17, 18)
    """
    day, born = require_date(day), require_date(birth_date)
    had_birthday = (day.month, day.day) >= (born.month, born.day)
    return day.year - born.year - (not had_birthday)


def overlap(
    since: date | None, until: date | None, other_since: date | None, other_until: date | None
) -> bool:
    """Return whether two periods have a day in common. None is an open start or end."""
    starts_in_time = since is None or other_until is None or since <= other_until
    return starts_in_time and (until is None or other_since is None or other_since <= until)


def covers(since: date | None, until: date | None, day: date) -> bool:
    """Return whether a day is in a period. None is an open start or end. Times are ignored.

    Raises:
        TypeError: an argument is not a date.

    """
    that_day = require_date(day)
    first, last = (None if one is None else require_date(one) for one in (since, until))
    return (first is None or first <= that_day) and (last is None or that_day <= last)


class Period(Protocol):
    """A period with a first and a last day; None is an open start or end."""

    @property
    def since(self) -> date | None: ...
    @property
    def until(self) -> date | None: ...


def beside_another(periods: Iterable[tuple[int, Period]]) -> Iterator[int]:
    """Yield the number of each period that overlaps an earlier one of the list.

    A period may begin on the last day of another one, the day of the handover. The time is
    O(n log n) for most lists.
    """
    earlier = _Intervals()
    for number, one in periods:
        start = _OPEN_START if one.since is None else one.since.toordinal()
        end = _OPEN_END if one.until is None else one.until.toordinal()
        if earlier.overlaps(start, end):
            yield number
        earlier.add(start, end)


_OPEN_START, _OPEN_END = 0, date.max.toordinal() + 1


class _Intervals:
    """A union of periods: separate intervals, and single days. Days are ordinals."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._days: list[int] = []

    def overlaps(self, start: int, end: int) -> bool:
        """Return whether a period has more in common with these than a first or last day."""
        first = bisect_right(self._ends, start)
        day = bisect_right(self._days, start)
        return (first < len(self._starts) and self._starts[first] < end) or (
            day < len(self._days) and self._days[day] < end
        )

    def add(self, start: int, end: int) -> None:
        """Add a period to the union."""
        if start == end:
            insort(self._days, start)
            return
        first, behind = bisect_right(self._ends, start), bisect_left(self._starts, end)
        start = min([start, *self._starts[first:behind][:1]])
        end = max([end, *self._ends[first:behind][-1:]])
        self._starts[first:behind], self._ends[first:behind] = [start], [end]
