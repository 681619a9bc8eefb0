"""Columns of NIK and KK as integers, whose date is looked up in a table of all days."""

from calendar import monthrange
from functools import cache
from typing import Final, NamedTuple

from ..values.personal_number import LENGTH
from .arrow import Array, arrow, compute

_SMALLEST: Final = 10 ** (LENGTH - 1)
"""The first digit of a region is not 0."""
_SERIAL, _DAYS = 10**4, 10**6
WOMAN: Final = 40 * 10**4
"""What the six digits of the date have more in the NIK of a woman."""
_LEAP_YEAR, _OTHER_YEAR = 2000, 2001
NO_DAY, MAN, WOMAN_DAY = range(3)


class Numbers(NamedTuple):
    """Texts as integers."""

    are_numbers: Array
    """Whether each text is 16 digits; null for a null."""
    values: Array
    """The integers; 0 where there is none."""

    def are_niks(self) -> Array:
        """Return whether each text is a valid NIK; null for a null."""
        return self._with_region(compute.greater(kinds_of_days(self.values), NO_DAY))

    def are_kks(self) -> Array:
        """Return whether each text is a valid KK; null for a null."""
        return self._with_region(compute.equal(kinds_of_days(self.values), MAN))

    def _with_region(self, has_day: Array) -> Array:
        has_region = compute.greater_equal(self.values, _SMALLEST)
        return compute.and_(self.are_numbers, compute.and_(has_region, has_day))


def last(numbers: Array, factor: int) -> Array:
    """Return the last digits of numbers: the remainders of a division."""
    return compute.subtract(numbers, compute.multiply(compute.divide(numbers, factor), factor))


def days_of(numbers: Array) -> Array:
    """Return the six digits of the date in each NIK or KK."""
    return last(compute.divide(numbers, _SERIAL), _DAYS)


def kinds_of_days(numbers: Array) -> Array:
    """Return what the date in each NIK or KK is: none, one of a man, or one of a woman."""
    return _days().take(days_of(numbers))


def numbers_of(texts: Array) -> Numbers:
    """Return the texts of 16 digits as integers."""
    is_long = compute.equal(compute.binary_length(texts), LENGTH)
    are_numbers = compute.and_(is_long, compute.ascii_is_decimal(texts))
    is_whole = are_numbers.true_count == len(texts)
    digits = texts if is_whole else compute.if_else(are_numbers.fill_null(False), texts, "0")  # noqa: FBT003
    return Numbers(are_numbers, digits.cast(arrow.int64()))


def are_niks(texts: Array) -> Array:
    """Return whether each text is a valid NIK; null for a null."""
    return numbers_of(texts).are_niks()


def are_kks(texts: Array) -> Array:
    """Return whether each text is a valid KK; null for a null."""
    return numbers_of(texts).are_kks()


@cache
def _days() -> Array:
    """Return for each six digits whether they are day, month and year of a man or of a woman."""
    kinds = bytearray(_DAYS)
    for year in range(100):
        for month in range(1, 13):
            _, days = monthrange(_OTHER_YEAR if year % 4 else _LEAP_YEAR, month)
            for day in range(1, days + 1):
                number = day * 10**4 + month * 100 + year
                kinds[number], kinds[number + WOMAN] = MAN, WOMAN_DAY
    return arrow.Array.from_buffers(
        arrow.uint8(), len(kinds), [None, arrow.py_buffer(bytes(kinds))]
    )
