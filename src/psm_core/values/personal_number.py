"""Base class of `NIK` and `KK`: 16 digits that contain a region and a date."""

import re
from datetime import date

from .._core.text import compact, is_digits, same_marks, without_invisible
from .._core.text_value import TextValue
from ..errors import Issue
from .region_code import RegionCode

LENGTH = 16
WOMAN = 40
"""The number added to the day of birth of a woman."""
MONTH_TO_SERIAL = "(0[1-9]|1[0-2])[0-9]{6}"
"""Pattern of the last ten digits: month, year and serial."""
_ONES = "1" * LENGTH
"""The only repeated digit with a valid date, 11 November 2011."""
_SURVEY = f"{'9' * (LENGTH - 1)}[4-9]"
"""What surveys write for no number. Their questionnaires give each a reason, which could not be
read."""
_CENTURIES = (1900, 2000)
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

    @classmethod
    def _digits_issue(cls, text: str, noun: str) -> Issue | None:
        if len(text) == LENGTH and text[0] != "0" and is_digits(text):
            is_repeated = text.count(text[0]) == LENGTH and text != _ONES
            if is_repeated or re.fullmatch(_SURVEY, text):
                return Issue(f"{noun}.placeholder")
            return None
        if text.casefold() in _EMPTY_WORDS or not text.strip("0"):
            return Issue(f"{noun}.placeholder")
        if is_digits(text) and text[0] == "0" and len(text) == LENGTH:
            return Issue(f"{noun}.placeholder")
        if not is_digits(text):
            return Issue(f"{noun}.format")
        return Issue(f"{noun}.length", params={"length": len(text)})

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
