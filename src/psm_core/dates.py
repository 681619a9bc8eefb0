"""Dates and periods as Indonesian papers write them. No part of a date is ever invented."""

import re
from datetime import date
from typing import final

import attrs

from ._text import require_text, tidy
from .errors import Issue, ValidationError, parse_error

__all__ = ["DateRange", "age_on", "parse_date"]

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})([-/.\s])(\d{1,2})\2(\d{4})", re.ASCII)
_IN_WORDS = re.compile(r"(?:[A-Za-z]+,? )?(\d{1,2})[ -]([A-Za-z]+)\.?[ -](\d{4})", re.ASCII)
_INCOMPLETE = re.compile(
    r"\d{4}|\d{4}-\d\d|[^\W\d]+\.? \d{4}|\d{1,2}[-/. ][^\W_]+[-/. ]\d\d", re.ASCII
)

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan januari january",
            "feb peb februari pebruari february",
            "mar maret march",
            "apr april",
            "mei may",
            "jun juni june",
            "jul juli july",
            "agu ags agt agustus aug august",
            "sep sept september",
            "okt oktober oct october",
            "nov nop november nopember",
            "des desember dec december",
        ),
        start=1,
    )
    for name in names.split()
}


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
    plain = tidy(require_text(text))
    if iso := _ISO.fullmatch(plain):
        return _date(int(iso[1]), int(iso[2]), int(iso[3]))
    if day_first := _DAY_FIRST.fullmatch(plain):
        return _date(int(day_first[4]), int(day_first[3]), int(day_first[1]))
    if (words := _IN_WORDS.fullmatch(plain)) and words[2].casefold() in _MONTHS:
        return _date(int(words[3]), _MONTHS[words[2].casefold()], int(words[1]))
    raise parse_error("date.ambiguous" if _INCOMPLETE.fullmatch(plain) else "date.invalid")


def _date(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise parse_error("date.invalid") from None


def age_on(birth_date: date, day: date) -> int:
    """Return the full years lived on a day. Who is born on 29 February is older on 1 March.

    >>> age_on(date(2004, 2, 29), date(2022, 2, 28)), age_on(date(2004, 2, 29), date(2022, 3, 1))
    (17, 18)
    """
    had_birthday = (day.month, day.day) >= (birth_date.month, birth_date.day)
    return day.year - birth_date.year - (not had_birthday)


@final
@attrs.frozen
class DateRange:
    """The days from `start` to `end`, both included.

    Raises:
        ValidationError: ``period.ends_before_start``.

    >>> DateRange(date(2025, 10, 10), date(2025, 10, 12)).days
    3

    """

    start: date
    """The first day."""
    end: date
    """The last day; the same as `start` for a single day."""

    def __attrs_post_init__(self) -> None:
        """Refuse a period that ends before it starts."""
        if self.end < self.start:
            raise ValidationError([Issue("period.ends_before_start", ("end",))])

    @property
    def days(self) -> int:
        """How many days it counts."""
        return (self.end - self.start).days + 1

    def __contains__(self, day: date) -> bool:
        """Tell whether a day lies in it."""
        return self.start <= day <= self.end
