"""How Arrow reads columns of dates: ``1945-08-17``, ``17-08-1945`` and ``17/08/1945``."""

from calendar import monthrange
from datetime import date
from functools import cache, partial
from typing import Final, NamedTuple

from .arrow import Array, arrow, compute, counted
from .parsing import CODE_TYPE, Kernel, Pair
from .text_pairs import PairedTexts, pair_table

_LENGTH: Final = 10
_SIGNS: Final = "-/."
_BEFORE, _BEHIND = 100, 130
"""Where the values begin of a digit with a sign before it, and of one with a sign behind it."""
_NO_PAIR: Final = 255
_NO_MONTH, _LAST_MONTH, _MONTHS = 0, 12, 16
"""A number that is no month counts as the month after the last one."""
_FIRST_YEAR, _LAST_YEAR = 1800, 2199
"""Dates of other years are rare, and parsed one by one."""
_INVALID: Final = arrow.scalar(0, CODE_TYPE)


class _Order(NamedTuple):
    """In which pairs of characters the parts of a date are."""

    century: int
    month: int
    day: int
    signs: str


_YEAR_FIRST: Final = _Order(0, 2, 4, _SIGNS[:2])
_DAY_FIRST: Final = _Order(3, 1, 0, _SIGNS)


class DateTexts(NamedTuple):
    """What texts are as dates."""

    days: Array
    """The valid dates."""
    are_dates: Array
    """Which texts have the form of a date."""
    are_wrong: Array
    """Of which the month does not have the day, which comes after its last one."""


def _read(order: _Order, texts: Array) -> DateTexts:
    """Return what texts are as dates whose parts are in an order."""
    found = PairedTexts(texts, _LENGTH).looked_up(_pairs())
    firsts = compute.multiply(counted(len(texts)), arrow.scalar(_LENGTH // 2, arrow.int32()))

    def pair(at: int) -> Array:
        values = found.take(compute.add(firsts, arrow.scalar(at, arrow.int32())))
        return values.cast(arrow.uint16())

    century, year, day = (pair(at) for at in (order.century, order.century + 1, order.day))
    signs = compute.add(compute.multiply(pair(order.month), _short(256)), pair(order.month + 1))
    month = _months(order.signs).take(signs).cast(arrow.uint16())
    years = compute.add(compute.multiply(century, _short(100)), year)
    years = compute.subtract(years, _short(_FIRST_YEAR))  # a number below 0 becomes a large one
    are_dates = compute.not_equal(month, _short(_NO_MONTH))
    limits = ((years, _LAST_YEAR - _FIRST_YEAR), (year, 99), (day, 99))
    for part, highest in limits:
        are_dates = compute.and_(are_dates, compute.less_equal(part, _short(highest)))
    places = compute.add(compute.multiply(years, _short(_MONTHS)), month)
    places = compute.if_else(are_dates, places, _short(_NO_MONTH))
    lengths, starts = (one.take(places) for one in _calendar())
    are_long = compute.greater(day, lengths)
    are_days = compute.and_not(compute.not_equal(day, _short(0)), are_long)
    are_valid = compute.and_(are_dates, are_days)
    days = compute.if_else(are_valid, compute.add(starts, day.cast(arrow.int32())), None)
    are_wrong = compute.and_(compute.and_(are_dates, are_long), compute.greater(lengths, _short(0)))
    return DateTexts(days.view(arrow.date32()), are_dates, are_wrong)


def dates_of(texts: Array) -> DateTexts:
    """Return what texts are as dates that begin with the year or with the day."""
    found = _read(_YEAR_FIRST, texts)
    if not found.days.null_count:
        return found
    other = _read(_DAY_FIRST, texts)
    return DateTexts(
        compute.coalesce(found.days, other.days),
        compute.or_(found.are_dates, other.are_dates),
        compute.or_(found.are_wrong, other.are_wrong),
    )


def _step(order: _Order, texts: Array) -> Pair:
    """Return the dates of texts, and the code of those that the calendar does not have."""
    found = _read(order, texts)
    is_invalid = compute.and_(found.are_dates, found.days.is_null())
    return found.days, compute.if_else(is_invalid, _INVALID, None)


def _short(value: int) -> Array:
    return arrow.scalar(value, arrow.uint16())


@cache
def _pairs() -> Array:
    """Return the table of two digits, and of one digit with a sign before or behind it."""
    values = {f"{number:02}": number for number in range(100)}
    for place, sign in enumerate(_SIGNS):
        for digit in range(10):
            values[f"{sign}{digit}"] = _BEFORE + 10 * place + digit
            values[f"{digit}{sign}"] = _BEHIND + 10 * place + digit
    return pair_table(values, other=_NO_PAIR)


@cache
def _months(signs: str) -> Array:
    """Return the table of the months between two equal signs."""
    months = bytearray([_NO_MONTH]) * (1 << 16)
    for place in range(len(signs)):
        for number in range(100):
            tens, units = divmod(number, 10)
            pairs = (_BEFORE + 10 * place + tens) * 256 + _BEHIND + 10 * place + units
            months[pairs] = number if 1 <= number <= _LAST_MONTH else _LAST_MONTH + 1
    return arrow.array(months, arrow.uint8())


@cache
def _calendar() -> tuple[Array, Array]:
    """Return the length of each month of each year, and the day before its first one.

    Days are counted as by Arrow.
    """
    lengths: list[int] = []
    starts: list[int] = []
    for year in range(_FIRST_YEAR, _LAST_YEAR + 1):
        for month in range(_MONTHS):
            is_month = 1 <= month <= _LAST_MONTH
            lengths.append(monthrange(year, month)[1] if is_month else 0)
            first = date(year, month, 1).toordinal() if is_month else 0
            starts.append(first - date(1970, 1, 1).toordinal() - 1)
    return arrow.array(lengths, arrow.uint16()), arrow.array(starts, arrow.int32())


DATE_KERNEL: Final = Kernel(
    (partial(_step, _YEAR_FIRST), partial(_step, _DAY_FIRST)), ("date.invalid",)
)
