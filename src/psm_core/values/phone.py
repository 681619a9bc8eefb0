"""`PhoneNumber`, masked wherever it is shown."""

import re
from typing import final

from .._core.text import compact, same_marks, seen
from .._core.text_value import TextValue
from ..errors import Issue, parse_error

__all__ = ["PhoneNumber"]

_INDONESIA = "+62"
_WITH_COUNTRY = 10
"""Shorter digits that begin with 62 are a number of some town."""


# What a column of decimal numbers makes of digits: ``628000000123.0``.
_DECIMALS = r"(.*?)[.,]([0-9]{1,2})"
_GROUPS = r"[0-9]{1,2}(\.[0-9]{1,2})+"
_ALL_DIGITS = r"\+?[0-9]{10,15}"
"""So many digits are a whole telephone number, and a point behind them starts a decimal part."""
_ZEROS_BEHIND = r"\+?[0-9]{10,}[.,][0-9]{3,}|.*[.,]0|.*[0-9]{3,}\.00"


@final
class PhoneNumber(TextValue):
    """A telephone number in international form: ``+``, country code, number.

    `parse` takes what people write: ``0812-...``, ``62 812 ...``, ``+62 (812) ...``; a leading 0
    means Indonesia. A decimal part of zeros, as a spreadsheet adds it, is left out where no digit
    of the number can be meant; any other decimal part is refused.

    Raises:
        ParseError: ``phone.decimals``, ``phone.format``, ``phone.length``, ``type.text``.

    >>> PhoneNumber.parse("0800 0000 123")
    <PhoneNumber +62*******123>

    """

    __slots__ = ()
    pattern = r"\+(?!620|6262)[1-9][0-9]{7,14}"

    @classmethod
    def _clean(cls, text: str) -> str:
        plain = re.sub(r"\((\+?[0-9]+)\)", r"\1", compact(_without_decimals(text)))
        plain = re.sub(r"^00[178](?=62)|^00(?!8)", "+", plain)  # dialled out of the country
        if plain.startswith("0"):
            plain = _INDONESIA + plain
        elif plain.startswith("62") and len(plain) >= _WITH_COUNTRY:
            plain = f"+{plain}"
        # "0812", "+62 (0)812": the 0 is dialled inside the country only.
        return _INDONESIA + plain[4:] if plain.startswith(f"{_INDONESIA}0") else plain

    @classmethod
    def _issue(cls, text: str) -> Issue | None:
        if re.fullmatch(cls.pattern, text):
            return None
        if re.fullmatch(r"\+(?!620|6262)[1-9][0-9]*", text):
            return Issue("phone.length", params={"length": len(text) - 1})
        return Issue("phone.format")

    @property
    def unmasked(self) -> str:
        """The number in full. The one door to it."""
        return self._text

    def __str__(self) -> str:
        """Return the masked number."""
        return f"{self._text[:3]}{'*' * (len(self._text) - 6)}{self._text[-3:]}"

    def __repr__(self) -> str:
        return f"<PhoneNumber {self}>"


def _without_decimals(text: str) -> str:
    """Return the text without a decimal part of zeros, or raise `phone.decimals`."""
    bare = re.sub(r"[\s()-]", "", same_marks(seen(text)))
    found = re.fullmatch(_DECIMALS, bare)
    is_whole = found is not None and re.fullmatch(_ALL_DIGITS, found[1]) is not None
    # A column of decimal numbers has no leading 0: behind one, nobody knows what the end means.
    if found and is_whole and not found[2].strip("0") and found[1][0] != "0":
        return found[1]
    if found and re.fullmatch(_GROUPS, bare):
        return text
    if re.fullmatch(_ZEROS_BEHIND, bare) or is_whole:
        raise parse_error("phone.decimals")
    return text
