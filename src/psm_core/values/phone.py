"""`PhoneNumber`: a telephone number, masked in `str` and `repr`."""

import re
from typing import ClassVar, final

from .._core.text import MASKED, LazyPattern, compact, is_digits, same_marks, without_invisible
from .._core.text_value import TextValue
from ..errors import Issue, parse_error

__all__ = ["PhoneNumber"]

_PATTERN = LazyPattern(r"\+(?!620|6262)[1-9][0-9]{7,14}")
_INDONESIA = "+62"
_WITH_COUNTRY = 10
"""Shorter digits that begin with 62 are a local number, without a country code."""
# A column of decimal numbers turns digits into ``628000000123.0``.
_DECIMALS = r"(.*?)[.,]([0-9]{1,2})"
_GROUPS = r"[0-9]{1,2}(\.[0-9]{1,2})+"
_ALL_DIGITS = r"\+?[0-9]{10,15}"
"""A complete telephone number. A point after it begins a decimal part."""
_ZEROS_BEHIND = r"\+?[0-9]{10,}[.,][0-9]{3,}|.*[.,]0|.*[0-9]{3,}\.00"


@final
class PhoneNumber(TextValue):
    """A telephone number in international form: ``+``, country code, number.

    `parse` accepts ``0812-...``, ``62 812 ...``, ``+62 (812) ...``; a leading 0 means Indonesia.
    It removes a decimal part of zeros, as a spreadsheet adds it, if this cannot be part of the
    number, and rejects any other decimal part.

    Raises:
        ParseError: ``phone.decimals``, ``phone.format``, ``phone.length``, ``phone.masked``,
            ``type.text``.

    >>> PhoneNumber.parse("0800 0000 123")
    <PhoneNumber +62*******123>

    """

    __slots__ = ()
    pattern: ClassVar[str] = _PATTERN.pattern

    @classmethod
    def _clean(cls, text: str) -> str:
        plain = text if is_digits(text.removeprefix("+")) else _without_separators(text)
        if plain.startswith("00"):  # the prefix of foreign calls
            plain = re.sub(r"^00[178](?=62)|^00(?!8)", "+", plain)
        if plain.startswith("0"):
            plain = _INDONESIA + plain
        elif plain.startswith("62") and len(plain) >= _WITH_COUNTRY:
            plain = f"+{plain}"
        # "0812", "+62 (0)812": the 0 is only for calls within the country.
        return _INDONESIA + plain[4:] if plain.startswith(f"{_INDONESIA}0") else plain

    @staticmethod
    def _issue(text: str) -> Issue | None:
        if _PATTERN.fullmatch(text):
            return None
        if re.fullmatch(r"\+(?!620|6262)[1-9][0-9]*", text):
            return Issue("phone.length", params={"length": len(text) - 1})
        digits = text.removeprefix("+")
        is_masked = MASKED.fullmatch(digits) is not None and not is_digits(digits)
        return Issue("phone.masked" if is_masked else "phone.format")

    @property
    def unmasked(self) -> str:
        """The whole number. Handle it as personal data."""
        return self._text

    def __str__(self) -> str:
        """Return the masked number."""
        return f"{self._text[:3]}{'*' * (len(self._text) - 6)}{self._text[-3:]}"

    def __repr__(self) -> str:
        return f"<PhoneNumber {self}>"


def _without_separators(text: str) -> str:
    """Return the digits and the plus sign of a text, or raise `phone.decimals`."""
    return re.sub(r"\((\+?[0-9]+)\)", r"\1", compact(_without_decimals(text)))


def _without_decimals(text: str) -> str:
    """Return the text without a decimal part of zeros, or raise `phone.decimals`."""
    bare = re.sub(r"[\s()-]", "", same_marks(without_invisible(text)))
    found = re.fullmatch(_DECIMALS, bare)
    is_whole = found is not None and re.fullmatch(_ALL_DIGITS, found[1]) is not None
    # A column of decimal numbers has no leading 0, so after one the meaning of the end is unclear.
    if found and is_whole and not found[2].strip("0") and found[1][0] != "0":
        return found[1]
    if found and re.fullmatch(_GROUPS, bare):
        return text
    if re.fullmatch(_ZEROS_BEHIND, bare) or is_whole:
        raise parse_error("phone.decimals")
    return text
