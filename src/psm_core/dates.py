"""Dates and periods as Indonesian papers write them. No part of a date is ever invented."""

import re
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from ._model import NONE, field, invariant, model
from ._text import require_text, tidy
from .errors import parse_error

if TYPE_CHECKING:
    from dateutil.parser import parser

__all__ = ["DateRange", "age_on", "parse_date"]

_ISO = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_DAY_FIRST = re.compile(
    r"(?:[A-Za-z']+,? )?(\d{1,2})([-/. ])(\d{1,2}|[A-Za-z]+\.?)\2\d{4}", re.ASCII
)
_INCOMPLETE = re.compile(
    r"\d{4}|\d{4}-\d\d|[^\W\d]+\.? \d{4}|\d{1,2}[-/. ][^\W_]+[-/. ]\d\d", re.ASCII
)

_MONTHS = [
    ("jan", "januari", "january"),
    ("feb", "peb", "februari", "pebruari", "february"),
    ("mar", "maret", "march"),
    ("apr", "april"),
    ("mei", "may"),
    ("jun", "juni", "june"),
    ("jul", "juli", "july"),
    ("agu", "ags", "agt", "agustus", "aug", "august"),
    ("sep", "sept", "september"),
    ("okt", "oktober", "oct", "october"),
    ("nov", "nop", "november", "nopember"),
    ("des", "desember", "dec", "december"),
]
_WEEKDAYS = [
    ("senin", "sen", "monday"),
    ("selasa", "sel", "tuesday"),
    ("rabu", "rab", "wednesday"),
    ("kamis", "kam", "thursday"),
    ("jumat", "jum'at", "jum", "friday"),
    ("sabtu", "sab", "saturday"),
    ("minggu", "ahad", "min", "sunday"),
]


def parse_date(text: str, /) -> date:
    """Read a date: ISO, day first, or with an Indonesian (or English) month name.

    Raises:
        ParseError: ``date.ambiguous`` when a part is missing, ``date.invalid``, ``type.text``.

    >>> parse_date("17 Agustus 1945"), parse_date("17/08/1945"), parse_date("1945-08-17")
    (datetime.date(1945, 8, 17), datetime.date(1945, 8, 17), datetime.date(1945, 8, 17))
    >>> parse_date("Agustus 1945")
    Traceback (most recent call last):
    psm_core.errors.ParseError: date.ambiguous: The date leaves a part open (day, month or \
century); write it in full.

    """
    plain = tidy(require_text(text)).replace("\u2019", "'")
    if _ISO.fullmatch(plain):
        return _iso(plain)
    if day_first := _DAY_FIRST.fullmatch(plain):
        return _in_words(plain, day=int(day_first[1]))
    raise parse_error("date.ambiguous" if _INCOMPLETE.fullmatch(plain) else "date.invalid")


def _iso(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise parse_error("date.invalid") from None


def _in_words(text: str, *, day: int) -> date:
    """Read a date that has its three parts in the usual order, with dateutil.

    A general parser fills what it does not find (a month, in ``10 Senin 2025``) and swaps day
    and month where that helps. So it reads twice, over two defaults that differ in each part,
    and the day must be the one that stands first.
    """
    try:
        readings = {_parser().parse(text, default=default).date() for default in _DEFAULTS}
    except (ValueError, OverflowError):
        raise parse_error("date.invalid") from None
    if len(readings) > 1 or next(iter(readings)).day != day:
        raise parse_error("date.invalid")
    return readings.pop()


_DEFAULTS = (datetime(2000, 1, 1), datetime(2004, 2, 2))  # noqa: DTZ001 - dates have no time zone


@cache
def _parser() -> "parser":
    from dateutil.parser import parser, parserinfo  # noqa: PLC0415 - keeps importing us quick

    words = {"MONTHS": _MONTHS, "WEEKDAYS": _WEEKDAYS, "JUMP": [" ", ".", ",", "-", "/"]}
    nothing = {name: list[Any]() for name in ("HMS", "AMPM", "UTCZONE", "PERTAIN")}
    indonesian: type[parserinfo] = type("Indonesian", (parserinfo,), words | nothing)
    return parser(indonesian(dayfirst=True))


def age_on(birth_date: date, day: date) -> int:
    """Return the full years lived on a day. Who is born on 29 February is older on 1 March.

    >>> age_on(date(2004, 2, 29), date(2022, 2, 28)), age_on(date(2004, 2, 29), date(2022, 3, 1))
    (17, 18)
    """
    had_birthday = (day.month, day.day) >= (birth_date.month, birth_date.day)
    return day.year - birth_date.year - (not had_birthday)


def in_order(since: date | None, until: date | None) -> bool:
    """Tell whether a period that may be open does not end before it starts."""
    return since is None or until is None or since <= until


@model
class DateRange:
    """The days from `start` to `end`, both included.

    Raises:
        ValidationError: ``period.ends_before_start``, and the faults of each field.

    >>> DateRange(date(2025, 10, 10), date(2025, 10, 12)).days
    3

    """

    start: date = field(NONE, kw_only=False)
    """The first day."""
    end: date = field(NONE, kw_only=False)
    """The last day; the same as `start` for a single day."""

    @invariant("period.ends_before_start", at="end")
    @staticmethod
    def _ends_after_start(start: date, end: date) -> bool:
        return in_order(start, end)

    @property
    def days(self) -> int:
        """How many days it counts."""
        return (self.end - self.start).days + 1

    def __contains__(self, day: date) -> bool:
        """Tell whether a day lies in it."""
        return self.start <= day <= self.end
