"""`Edition`: which occasion of a series an event was."""

import re
from typing import final

from ._text import is_digits
from ._value import TextValue
from .errors import parse_error

__all__ = ["Edition"]

_ROMAN = {
    "M": 1000, "CM": 900, "D": 500, "CD": 400, "C": 100, "XC": 90, "L": 50,
    "XL": 40, "X": 10, "IX": 9, "V": 5, "IV": 4, "I": 1,
}  # fmt: skip
_ROMAN_FORM = re.compile(
    r"M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})(?<=[MDCLXVI])", re.ASCII
)
_ORDINAL = re.compile(
    r"(?:ke\s*[-\u2010-\u2015\u2212]?\s*)?([0-9]{1,4}|[a-z]+)", re.IGNORECASE | re.ASCII
)
_LAST = 3999


@final
class Edition(TextValue):
    r"""Which occasion of a series it was, written in Roman numerals.

    The number belongs to a series at one level in one region, and it does not tell the year.

    Raises:
        ParseError: ``edition.format``, ``type.text``.

    >>> Edition.parse("ke-22"), Edition.parse("KE\u2013XXII"), int(Edition("XXII"))
    (Edition('XXII'), Edition('XXII'), 22)

    """

    __slots__ = ()

    @classmethod
    def _clean(cls, text: str) -> str:
        ordinal = _ORDINAL.fullmatch(text.strip())
        if ordinal is None:
            raise parse_error("edition.format")
        number = ordinal[1]
        return _to_roman(int(number)) if is_digits(number) else number.upper()

    @classmethod
    def _require(cls, text: str) -> None:
        if not _ROMAN_FORM.fullmatch(text):
            raise parse_error("edition.format")

    def __int__(self) -> int:
        """Return the number."""
        values = [_ROMAN[letter] for letter in self._text]
        return sum(
            -value if value < following else value
            for value, following in zip(values, [*values[1:], 0], strict=True)
        )

    def _order(self) -> int:
        return int(self)


def _to_roman(number: int) -> str:
    if not 1 <= number <= _LAST:
        raise parse_error("edition.format")
    letters = ""
    for letter, value in _ROMAN.items():
        count, number = divmod(number, value)
        letters += letter * count
    return letters
