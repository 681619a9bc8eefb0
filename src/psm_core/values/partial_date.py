"""`PartialDate`: a date known in part, and ages as ranges of full years."""

import re
from datetime import date, timedelta
from typing import ClassVar, Final, NamedTuple, Self, final

from .._core.text import LazyPattern, normalize_text, require_date
from .._core.text_value import TextValue
from ..errors import Issue, parse_error, short_traceback
from .date_range import DateRange
from .dates import age_on, month_length

__all__ = ["AgeRange", "PartialDate", "ages_on", "possible_dates", "possibly_in_order"]

APPROXIMATE_YEARS: Final = 5
"""By how many years an approximate date may be wrong, each way.

This is a convention of psm-core. People who do not know their age round it to a multiple of five.
"""
OLDEST: Final = 150
"""No stated age is higher."""
_DAY: Final = "[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
_DAY_LENGTH: Final = len("1957-07-01")
_NO_YEAR: Final = "0000"
_PATTERN: Final = LazyPattern(
    rf"(?:[0-9]{{4}}(?:-(?:0[1-9]|1[0-2]))?~?|{_DAY}(?:~|/{_DAY}|~/{_DAY}~))"
)
_MONTHS_A_YEAR: Final = 12


class AgeRange(NamedTuple):
    """The ages in full years that a person can have on a day, both included.

    >>> AgeRange(59, 60).is_certain, AgeRange(60, 60).is_certain
    (False, True)
    """

    minimum: int
    """The age for the latest possible birth date; negative if it is after the day."""
    maximum: int
    """The age for the earliest possible birth date."""

    @property
    def is_certain(self) -> bool:
        """Whether there is only one possible age."""
        return self.minimum == self.maximum


@final
class PartialDate(TextValue):
    """A date that is known in part or approximately, in the notation of ISO 8601.

    The text has one of these forms:

    - ``1957``, ``1957-08``: the year, or the year and the month;
    - ``1957~``, ``1957-08~``, ``1957-07-01~``: the same or a day, approximate (ISO 8601-2);
    - ``1964-10-11/1965-10-10``: an interval, both days included, as an age gives it; with ``~``
      after each day if the age is approximate.

    A date that is known in full is a `datetime.date`, so that each fact has one form. An interval
    that is a whole year or month has the shorter form.

    An approximate date may be wrong by five years each way. This is a convention of psm-core: it
    makes every value an interval of days.

    Raises:
        ParseError: ``partial_date.format``, ``partial_date.full_date``, ``partial_date.interval``,
            ``partial_date.not_shortest``, ``date.invalid``, ``type.text``.

    Source: ISO 8601-1:2019 (reduced precision), ISO 8601-2:2019 (approximate dates).

    >>> born = PartialDate("1957")
    >>> born.earliest, born.latest
    (datetime.date(1957, 1, 1), datetime.date(1957, 12, 31))
    >>> PartialDate("1957~").latest
    datetime.date(1962, 12, 31)
    >>> PartialDate.from_age(60, on=date(2025, 10, 10))
    PartialDate('1964-10-11/1965-10-10')

    """

    __slots__ = ()
    pattern: ClassVar[str] = _PATTERN.pattern

    @classmethod
    def _clean(cls, text: str) -> str:
        plain = re.sub(r"\s+", "", normalize_text(text))
        is_interval = re.fullmatch(f"{_DAY}(~?)/{_DAY}(~?)", plain)
        if is_interval is None or is_interval[1] != is_interval[2]:
            return plain
        first, _, last = plain.replace("~", "").partition("/")
        return f"{_shortest(first, last) or f'{first}{is_interval[1]}/{last}'}{is_interval[1]}"

    @staticmethod
    def _issue(text: str) -> Issue | None:
        if not _PATTERN.fullmatch(text):
            return Issue("partial_date.full_date" if _is_full(text) else "partial_date.format")
        if len(text) < _DAY_LENGTH:
            return Issue("date.invalid") if text.startswith(_NO_YEAR) else None
        first, _, last = text.replace("~", "").partition("/")
        days = [_days(one) for one in (first, last or first)]
        if None in days:
            return Issue("date.invalid")
        if last and first >= last:
            return Issue("partial_date.interval")
        return Issue("partial_date.not_shortest") if last and _shortest(first, last) else None

    @classmethod
    @short_traceback
    def from_age(
        cls, years: int, *, on: date, months: int | None = None, approximate: bool = False
    ) -> Self:
        """Return the possible birth dates of a person whose age is stated on a day.

        With `months`, the age is known in full months, as for infants: ``from_age(0, months=5)``.

        Raises:
            ParseError: ``birth_date.age_bounds``.
            TypeError: `on` is not a date.

        >>> PartialDate.from_age(0, months=5, on=date(2025, 10, 10))
        PartialDate('2025-04-11/2025-05-10')
        >>> PartialDate.from_age(60, on=date(2025, 10, 10), approximate=True)
        PartialDate('1964-10-11~/1965-10-10~')

        """
        whole = years * _MONTHS_A_YEAR + (months or 0)
        unit = _MONTHS_A_YEAR if months is None else 1
        if years < 0 or (months or 0) < 0 or whole > OLDEST * _MONTHS_A_YEAR:
            raise parse_error("birth_date.age_bounds")
        on = require_date(on)
        first, last = _months_before(on, whole + unit), _months_before(on, whole)
        if first is None or last is None:
            raise parse_error("birth_date.age_bounds")
        mark = "~" if approximate else ""
        return cls.parse(f"{first + timedelta(days=1)}{mark}/{last}{mark}")

    @property
    def is_approximate(self) -> bool:
        """Whether it is stated as approximate."""
        return self._text[-1] == "~"

    @property
    def earliest(self) -> date:
        """The earliest possible day."""
        return self.possible_dates.start

    @property
    def latest(self) -> date:
        """The latest possible day."""
        return self.possible_dates.end

    @property
    def possible_dates(self) -> DateRange:
        """The possible days. For an approximate date they include five years each way."""
        first, _, last = self._text.replace("~", "").partition("/")
        start, end = _first_and_last(first)[0], _first_and_last(last or first)[1]
        if self.is_approximate:
            start, end = _years_earlier(start), _years_later(end)
        return DateRange(start, end)


def possible_dates(birth_date: date | PartialDate) -> DateRange:
    """Return the days that a date, known in full or in part, can be.

    Raises:
        TypeError: it is no date.

    >>> possible_dates(PartialDate("1957-08")).days, possible_dates(date(1957, 8, 17)).days
    (31, 1)

    """
    if isinstance(birth_date, PartialDate):
        return birth_date.possible_dates
    day = require_date(birth_date)
    return DateRange(day, day)


def possibly_in_order(since: date | PartialDate | None, until: date | PartialDate | None) -> bool:
    """Return whether a period can end no earlier than it starts. None is an open start or end.

    >>> possibly_in_order(PartialDate("2020"), date(2020, 3, 1))
    True
    >>> possibly_in_order(PartialDate("2020"), date(2019, 12, 31))
    False

    """
    if since is None or until is None:
        return True
    first = since.earliest if isinstance(since, PartialDate) else require_date(since)
    last = until.latest if isinstance(until, PartialDate) else require_date(until)
    return first <= last


def ages_on(birth_date: date | PartialDate, day: date) -> AgeRange:
    """Return the ages in full years that a person can have on a day.

    For a date that is known in full, both ends are the result of `age_on`.

    Raises:
        TypeError: an argument is not a date.

    >>> ages_on(PartialDate("1957"), date(2025, 10, 10))
    AgeRange(minimum=67, maximum=68)

    """
    if not isinstance(birth_date, PartialDate):
        age = age_on(birth_date, day)
        return AgeRange(age, age)
    possible = birth_date.possible_dates
    return AgeRange(age_on(possible.end, day), age_on(possible.start, day))


def _is_full(text: str) -> bool:
    """Return whether a text is a full date, which a `PartialDate` is not."""
    return re.fullmatch(_DAY, text) is not None


def _first_and_last(text: str) -> tuple[date, date]:
    """Return the first and the last day of a year, a month or a day."""
    if len(text) == _DAY_LENGTH:
        day = date.fromisoformat(text)
        return day, day
    year, month = (*map(int, text.split("-")), 0)[:2]
    first, last = month or 1, month or _MONTHS_A_YEAR
    return date(year, first, 1), date(year, last, month_length(year, last))


def _days(text: str) -> tuple[date, date] | None:
    """Return the same, or None if there is no such day."""
    try:
        return _first_and_last(text)
    except ValueError:
        return None


def _shortest(first: str, last: str) -> str | None:
    """Return the shorter form of an interval that is a whole year or month."""
    if not first.endswith("-01"):
        return None
    for short in (first[:4], first[:7]):
        days = _days(short)
        if days is not None and (first, last) == tuple(map(date.isoformat, days)):
            return short
    return None


def _months_before(day: date, months: int) -> date | None:
    """Return the latest birth date of a person who is so many full months old on a day."""
    year, month = divmod(day.year * _MONTHS_A_YEAR + day.month - 1 - months, _MONTHS_A_YEAR)
    if year < 1:
        return None
    return date(year, month + 1, min(day.day, month_length(year, month + 1)))


def _years_earlier(day: date) -> date:
    year = day.year - APPROXIMATE_YEARS
    if year < 1:
        return date.min
    return date(year, day.month, min(day.day, month_length(year, day.month)))


def _years_later(day: date) -> date:
    year = day.year + APPROXIMATE_YEARS
    if year > date.max.year:
        return date.max
    is_leap_day = day.day > month_length(year, day.month)
    return date(year, 3, 1) if is_leap_day else date(year, day.month, day.day)
