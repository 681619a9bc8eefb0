"""`PhoneNumber`, masked wherever it is shown."""

import re
from typing import final

from ._text import compact
from ._value import TextValue
from .errors import parse_error

__all__ = ["PhoneNumber"]

_INDONESIA = "+62"
_WITH_COUNTRY = 10
"""Shorter digits that begin with 62 are a number of some town."""


@final
class PhoneNumber(TextValue):
    """A telephone number in international form: ``+``, country code, number.

    `parse` takes what people write: ``0812-...``, ``62 812 ...``, ``+62 (812) ...``; a leading 0
    means Indonesia.

    Raises:
        ParseError: ``phone.format``, ``phone.length``, ``type.text``.

    >>> PhoneNumber.parse("0800 0000 123")
    <PhoneNumber +62*******123>

    """

    __slots__ = ()
    pattern = r"\+(?!620|6262)[1-9][0-9]{7,14}"

    @classmethod
    def _clean(cls, text: str) -> str:
        plain = re.sub(r"\((\+?[0-9]+)\)", r"\1", compact(text))
        plain = re.sub(r"^00[178](?=62)|^00(?!8)", "+", plain)  # dialled out of the country
        if plain.startswith("0"):
            plain = _INDONESIA + plain
        elif plain.startswith("62") and len(plain) >= _WITH_COUNTRY:
            plain = f"+{plain}"
        # "0812", "+62 (0)812": the 0 is dialled inside the country only.
        return _INDONESIA + plain[4:] if plain.startswith(f"{_INDONESIA}0") else plain

    @classmethod
    def _require(cls, text: str) -> None:
        if re.fullmatch(cls.pattern, text):
            return
        if re.fullmatch(r"\+(?!620|6262)[1-9][0-9]*", text):
            raise parse_error("phone.length", length=len(text) - 1)
        raise parse_error("phone.format")

    @property
    def e164(self) -> str:
        """The number in full. The one door to it."""
        return self._text

    def __str__(self) -> str:
        """Return the masked number."""
        return f"{self._text[:3]}{'*' * (len(self._text) - 6)}{self._text[-3:]}"

    def __repr__(self) -> str:
        return f"<PhoneNumber {self}>"
