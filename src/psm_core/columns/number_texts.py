"""Texts of 16 digits, read two digits at a time.

The eight bytes that a text gets from a table of pairs are viewed as one integer again.
"""

import sys
from calendar import monthrange
from functools import cache
from typing import Final

from ..values.personal_number import LENGTH, WOMAN
from .arrow import Array, arrow, compute
from .text_pairs import PairedTexts, pair_table

_PAIRS: Final = LENGTH // 2
_IS_LITTLE: Final = sys.byteorder == "little"
_DAYS_29, _DAYS_30, _DAYS_31 = range(2, 5)
_FEBRUARY, _OF_30, _OF_31 = range(1, 4)
_LENGTHS: Final = {28: _FEBRUARY, 30: _OF_30, 31: _OF_31}
_OTHER_YEAR: Final = 2001
"""A year without 29 February."""
_MONTH: Final = 8
"""The factor of the length of a month."""
_LEAP, _TENS, _DIGITS = 0x20, 0x40, 0x80
"""What two digits can mean, in one byte: as a day, the shortest month that has it (3 bits); as a
month, its length (2 bits); as a year, whether it has 29 February; whether the first one is not 0;
and that they are digits."""
_ALL_DAYS: Final = 0x07
_ALL_MONTHS: Final = 0x18


class NumberTexts(PairedTexts):
    """Texts of 16 digits. Zeros stand for a null, and for a text of another length."""

    def __init__(self, texts: Array) -> None:
        """Take one text or more. They are copied only if they have different lengths."""
        super().__init__(texts, LENGTH)

    def where(self, mask: Array) -> Array:
        """Return the texts in the rows of a mask, as values of 16 bytes, and null in others."""
        _, bits = mask.buffers()
        buffers = [bits, self.data]
        return arrow.Array.from_buffers(arrow.binary(LENGTH), self.count, buffers)

    def are_niks(self) -> Array:
        """Return whether each text is a valid NIK."""
        return self._have_dates((0, WOMAN))

    def are_kks(self) -> Array:
        """Return whether each text is a valid KK."""
        return self._have_dates((0,))

    def _have_dates(self, added: tuple[int, ...]) -> Array:
        """Return whether each text is a number with a date.

        `added` are the numbers that may be added to the day.
        """
        words = self._words(_meanings(added))
        of_date = compute.bit_wise_and(words, _word(0, 0, 0, _ALL_DAYS, _ALL_MONTHS, _LEAP))
        # The bytes of day, month and year have no bit in common: this adds them up in one byte.
        total = compute.multiply(of_date, _integer(0x010101))
        total = compute.shift_right(total, _integer(40 if _IS_LITTLE else 32))
        total = compute.bit_wise_and(total, _integer(_ALL_DAYS | _ALL_MONTHS | _LEAP))
        have_dates = _dates().take(total).cast(arrow.bool_())
        digits = _word(_DIGITS | _TENS, *[_DIGITS] * (_PAIRS - 1))
        return compute.and_(have_dates, compute.equal(compute.bit_wise_and(words, digits), digits))

    def days(self) -> Array:
        """Return the two digits of the day in each text, as numbers."""
        words = compute.shift_right(self._words(_values()), _integer(24 if _IS_LITTLE else 32))
        return compute.bit_wise_and(words, _integer(0xFF))

    def numbers(self) -> Array:
        """Return the texts as integers. Those that are not digits are other integers."""
        found = self._words(_values())
        for digits in (2, 4, 8):  # of each part; 4 bits a digit
            bits = 4 * digits
            mask = _integer(sum((1 << bits) - 1 << place for place in range(0, 64, 2 * bits)))
            low = compute.bit_wise_and(found, mask)
            high = compute.bit_wise_and(compute.shift_right(found, _integer(bits)), mask)
            first, second = (low, high) if _IS_LITTLE else (high, low)
            found = compute.add(compute.multiply(first, _integer(10**digits)), second)
        return found.view(arrow.int64())

    def _words(self, table: Array) -> Array:
        """Return the bytes that the pairs of each text have in a table, as one integer."""
        _, found = self.looked_up(table).buffers()
        return arrow.Array.from_buffers(arrow.uint64(), self.count, [None, found])


def _integer(value: int) -> Array:
    return arrow.scalar(value, arrow.uint64())


def _word(*pairs: int) -> Array:
    """Return the integer with these bytes, the other ones 0."""
    return _integer(int.from_bytes(bytes(pairs).ljust(_PAIRS, b"\0"), sys.byteorder))


@cache
def _values() -> Array:
    """Return the table of the numbers that two digits are."""
    return pair_table({f"{number:02}": number for number in range(100)})


@cache
def _meanings(added: tuple[int, ...]) -> Array:
    """Return the table of what two digits can mean, as bits."""
    bits = {
        pair: _DIGITS | _TENS * (pair >= 10) | _LEAP * (pair % 4 == 0)  # noqa: PLR2004
        for pair in range(100)
    }
    for start in added:
        for day in range(1, 32):
            bits[start + day] |= max(1, day - 27)
    for month in range(1, 13):
        _, length = monthrange(_OTHER_YEAR, month)
        bits[month] |= _LENGTHS[length] * _MONTH
    return pair_table({f"{pair:02}": value for pair, value in bits.items()})


@cache
def _dates() -> Array:
    """Return whether the bits of a day, a month and a year are those of a date."""

    def is_date(bits: int) -> bool:
        day, month, is_leap = bits & _ALL_DAYS, (bits & _ALL_MONTHS) // _MONTH, bits & _LEAP
        most = {_FEBRUARY: _DAYS_29 if is_leap else 1, _OF_30: _DAYS_30, _OF_31: _DAYS_31}
        return 0 < day <= most.get(month, 0)

    return arrow.array([is_date(bits) for bits in range(64)]).cast(arrow.uint8())
