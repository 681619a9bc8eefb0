"""Columns of NIK and KK as integers, whose date is looked up in a table of all days."""

from calendar import monthrange
from functools import cache
from typing import Final

from ..values.personal_number import WOMAN
from .arrow import Array, arrow, compute

_SERIAL, _DAYS = 10**4, 10**6
WOMAN_DATE_OFFSET: Final = WOMAN * 10**4
"""What the six digits of the date have more in the NIK of a woman."""
_LEAP_YEAR, _OTHER_YEAR = 2000, 2001
NO_DAY, MAN, WOMAN_DAY = range(3)


def last(numbers: Array, factor: int) -> Array:
    """Return the last digits of numbers: the remainders of a division."""
    return compute.subtract(numbers, compute.multiply(compute.divide(numbers, factor), factor))


def days_of(numbers: Array) -> Array:
    """Return the six digits of the date in each NIK or KK."""
    return last(compute.divide(numbers, _SERIAL), _DAYS)


def kinds_of_days(numbers: Array) -> Array:
    """Return what the date in each NIK or KK is: none, one of a man, or one of a woman."""
    return _days().take(days_of(numbers))


@cache
def _days() -> Array:
    """Return for each six digits whether they are day, month and year of a man or of a woman."""
    kinds = bytearray(_DAYS)
    for year in range(100):
        for month in range(1, 13):
            _, days = monthrange(_OTHER_YEAR if year % 4 else _LEAP_YEAR, month)
            for day in range(1, days + 1):
                number = day * 10**4 + month * 100 + year
                kinds[number], kinds[number + WOMAN_DATE_OFFSET] = MAN, WOMAN_DAY
    return arrow.Array.from_buffers(
        arrow.uint8(), len(kinds), [None, arrow.py_buffer(bytes(kinds))]
    )
