"""Base class of `NIK` and `KK`: 16 digits that contain a region and a date."""

import re
from datetime import date
from typing import Final

from .._core.text import MASKED, compact, is_digits, same_marks, without_invisible
from .._core.text_value import TextValue
from ..errors import Issue
from .region_code import RegionCode

LENGTH = 16
WOMAN = 40
"""The number added to the day of birth of a woman."""
MONTH_TO_SERIAL = "(0[1-9]|1[0-2])[0-9]{6}"
"""Pattern of the last ten digits: month, year and serial."""
SURVEY = frozenset(f"{'9' * (LENGTH - 1)}{last}" for last in "456789")
"""What surveys write for no number. Their questionnaires give each a reason, which could not be
read."""
_CENTURIES = (1900, 2000)
_MONTH_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LEAP_DAYS = frozenset({"2902", f"{29 + WOMAN}02"})
"""29 February, of a man and of a woman."""
_EMPTY_WORDS = frozenset({"belumada", "n/a", "na", "nihil", "none", "null", "tidakada"})
_NUMERIC = r"-.+|[0-9]{5,}\.0*\.?|[0-9]{1,3}(\.[0-9]{3}){4,}"
"""A number from a numeric column: with a sign, decimals, or groups of thousands."""


def calendar_dates(day: int, month: int, year: int) -> tuple[date, ...]:
    """Return the dates that a day, a month and a two-digit year can mean, the earliest first.

    29 February exists in 2000 but not in 1900, so each century is checked separately.
    """
    found: list[date] = []
    for century in _CENTURIES:
        try:
            found.append(date(century + year, month, day))
        except ValueError:
            continue
    return tuple(found)


def _calendar_days(*, added: int) -> frozenset[str]:
    """Return the days of a leap year as ``DDMM``, with a number added to each day."""
    return frozenset(
        f"{added + day:02}{month:02}"
        for month, length in enumerate(_MONTH_LENGTHS, start=1)
        for day in range(1, length + 1)
    )


DAYS: Final = _calendar_days(added=0)
BIRTH_DAYS: Final = DAYS | _calendar_days(added=WOMAN)


def is_number_with_date(text: str, days: frozenset[str]) -> bool:
    """Return whether a text is 16 digits, the first not 0, with a date on one of these days.

    A year of two digits has 29 February in one of the centuries if it is divisible by 4: 00 is the
    leap year 2000. No placeholder has a valid date.
    """
    return (
        len(text) == LENGTH
        and text[0] != "0"
        and text.isdecimal()
        and text.isascii()
        and (day := text[6:10]) in days
        and (day not in _LEAP_DAYS or int(text[10:12]) % 4 == 0)
    )


class PersonalNumber(TextValue):
    """Base of `NIK` and `KK`. `str` and `repr` are masked; only `unmasked` has all digits."""

    __slots__ = ()

    @classmethod
    def _clean(cls, text: str) -> str:
        if is_digits(text):
            return text
        # A numeric column loses the last digit, so such text must not become a number.
        bare = "".join(same_marks(without_invisible(text)).split())
        return text if re.fullmatch(_NUMERIC, bare) else compact(text)

    @property
    def unmasked(self) -> str:
        """All 16 digits. Handle them as personal data."""
        return self._text

    @property
    def region(self) -> RegionCode:
        """The kecamatan that issued it, by its code of that day, which may be retired."""
        return RegionCode.from_digits(self._text[:6])

    @property
    def serial(self) -> int:
        """The serial number in the last four digits."""
        return int(self._text[12:])

    def __str__(self) -> str:
        """Return the masked number, without date and sex."""
        return f"{self._text[:6]}******{self._text[12:]}"

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self}>"


def number_issue(text: str, noun: str) -> Issue:
    """Return why a text is no number with a date. `noun` is the prefix of the codes."""
    if len(text) == LENGTH and text[0] != "0" and is_digits(text):
        is_repeated = text.count(text[0]) == LENGTH
        is_placeholder = is_repeated or text in SURVEY
        return Issue(f"{noun}.placeholder" if is_placeholder else f"{noun}.date")
    if text.casefold() in _EMPTY_WORDS or not text.strip("0"):
        return Issue(f"{noun}.placeholder")
    if is_digits(text) and text[0] == "0" and len(text) == LENGTH:
        return Issue(f"{noun}.placeholder")
    if not is_digits(text):
        return Issue(f"{noun}.masked" if MASKED.fullmatch(text) else f"{noun}.format")
    return Issue(f"{noun}.length", params={"length": len(text)})
