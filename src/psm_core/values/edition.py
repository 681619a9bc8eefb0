"""`Edition`: the number of an event in a series."""

import re
from itertools import pairwise
from typing import ClassVar, final

from .._core.text import LazyPattern, is_digits, normalize_text, same_marks
from .._core.text_value import TextValue
from ..errors import Issue

__all__ = ["Edition"]

_PATTERN = LazyPattern(r"(?=[MDCLXVI])M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
_ROMAN = {
    "M": 1000, "CM": 900, "D": 500, "CD": 400, "C": 100, "XC": 90, "L": 50,
    "XL": 40, "X": 10, "IX": 9, "V": 5, "IV": 4, "I": 1,
}  # fmt: skip
_ORDINAL = r"(?:[Kk][Ee] ?-? ?)([0-9]{1,4}|[A-Za-z]+)|([0-9]{1,4}|[IVXLCDM]+|[ivx]+)"
"""After *ke*, letters of any case; alone, capitals, or small letters up to xxxix."""


@final
class Edition(TextValue):
    r"""The number of an event in a series, in Roman numerals.

    A series belongs to one level in one region. The number does not determine the year.

    Raises:
        ParseError: ``edition.format``, ``type.text``.

    >>> Edition.parse("ke-22"), Edition.parse("KE\u2013XXII"), int(Edition("XXII"))
    (Edition('XXII'), Edition('XXII'), 22)

    """

    __slots__ = ()
    pattern: ClassVar[str] = _PATTERN.pattern

    @classmethod
    def _clean(cls, text: str) -> str:
        ordinal = re.fullmatch(_ORDINAL, same_marks(normalize_text(text)).rstrip("."))
        if ordinal is None:
            return ""
        number: str = ordinal[1] or ordinal[2]
        return _to_roman(int(number)) if is_digits(number) else number.upper()

    @staticmethod
    def _issue(text: str) -> Issue | None:
        return None if _PATTERN.fullmatch(text) else Issue("edition.format")

    def __int__(self) -> int:
        """Return the number."""
        values = [_ROMAN[letter] for letter in self._text]
        return sum(
            -value if value < following else value
            for value, following in pairwise([*values, values[-1]])
        )

    def _order(self) -> int:
        return int(self)


def _to_roman(number: int) -> str:
    letters = ""
    for letter, value in _ROMAN.items():
        count, number = divmod(number, value)
        letters += letter * count
    return letters
