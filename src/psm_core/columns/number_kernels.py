"""How Arrow reads columns of NIK and KK."""

from functools import partial
from typing import Any, Final

from ..values.kk import KK
from ..values.nik import NIK
from ..values.personal_number import LENGTH, SURVEY, WOMAN, PersonalNumber
from .arrow import Array, arrow, compute
from .number_texts import NumberTexts
from .parsing import CODE_TYPE, Kernel, Pair, placed, unjudged
from .separators import separated

_VALUE_TYPE: Any = arrow.binary(LENGTH)
_PLACEHOLDER, _DATE, _LENGTH, _FORMAT, _IS_NIK = (
    arrow.scalar(number, CODE_TYPE) for number in range(5)
)
_CODES: Final = ("placeholder", "date", "length", "format", "is_nik")
_FILLERS: Final = arrow.array([*(str(digit) * LENGTH for digit in range(1, 10)), *sorted(SURVEY)])
"""What is written for no number. Those with a leading zero are others."""
_WITH_LETTERS: Final = r"\A[0-9]{6}([xX]?[0-9A-WYZa-wyz]){1,20}[xX]?\z"
"""Letters among the digits. Several X together may mask a number."""
_LAST_DAY: Final = 31


def are_valid(texts: NumberTexts, number_class: type[PersonalNumber]) -> Array:
    """Return whether each text is a valid number of a class."""
    return texts.are_niks() if number_class is NIK else texts.are_kks()


def _valid(number_class: type[PersonalNumber], texts: Array) -> Pair:
    """Return the valid numbers."""
    found = NumberTexts(texts)
    _, codes = unjudged(len(texts), _VALUE_TYPE)
    return found.where(are_valid(found, number_class)), codes


def _codes_of_digits(number_class: type[PersonalNumber], texts: Array) -> Pair:
    """Return the codes of digits that are no valid number."""
    values, codes = unjudged(len(texts), _VALUE_TYPE)
    are_digits = compute.ascii_is_decimal(texts)
    are_long = compute.equal(compute.binary_length(texts), LENGTH)
    dates = _DATE if number_class is NIK else _wrong_dates(texts)
    codes = compute.if_else(are_digits, compute.if_else(are_long, dates, _LENGTH), codes)
    fillers = _FILLERS.cast(texts.type)
    are_fillers = compute.or_(
        compute.is_in(texts, value_set=fillers),
        compute.and_(compute.and_(are_digits, are_long), compute.starts_with(texts, "0")),
    )
    are_zeros = compute.equal(compute.ascii_ltrim(texts, "0"), "")
    return values, compute.if_else(compute.or_(are_zeros, are_fillers), _PLACEHOLDER, codes)


def _wrong_dates(texts: Array) -> Array:
    """Return the codes of KK whose dates are wrong."""
    days = NumberTexts(texts).days()
    are_women = compute.and_(
        compute.greater(days, arrow.scalar(WOMAN, days.type)),
        compute.less_equal(days, arrow.scalar(WOMAN + _LAST_DAY, days.type)),
    )
    return compute.if_else(are_women, _IS_NIK, _DATE)


def _separated(number_class: type[PersonalNumber], texts: Array) -> Pair:
    """Return the numbers whose digits have separators, and the codes of invalid ones."""
    found = unjudged(len(texts), _VALUE_TYPE)
    are_separated, plain = separated(texts)
    if not len(plain):
        return found
    values, _ = _valid(number_class, plain)
    _, codes = _codes_of_digits(number_class, plain)
    return placed(found, are_separated, (values, compute.if_else(values.is_valid(), None, codes)))


def _codes_of_letters(texts: Array) -> Pair:
    """Return the code of digits with letters."""
    values, codes = unjudged(len(texts), _VALUE_TYPE)
    have_letters = compute.match_substring_regex(texts, _WITH_LETTERS)
    return values, compute.if_else(have_letters, _FORMAT, codes)


def odd_numbers(number_class: type[PersonalNumber], texts: Array) -> Pair:
    """Return the integers of valid numbers with separators, and the codes of other numbers.

    The codes are those that the cells of a sheet have, too.
    """
    _, codes = _codes_of_digits(number_class, texts)
    numbers: Array = arrow.nulls(len(texts), arrow.int64())
    are_separated, plain = separated(texts)
    if len(plain):
        found = NumberTexts(plain)
        own = compute.if_else(are_valid(found, number_class), found.numbers(), None)
        numbers = compute.replace_with_mask(numbers, are_separated, own)
    rest = compute.and_(numbers.is_null(), codes.is_null())
    if rest.true_count:
        _, own = _codes_of_letters(texts.filter(rest))
        codes = compute.replace_with_mask(codes, rest, own)
    return numbers, codes


def codes_of(number_class: type[PersonalNumber]) -> tuple[str, ...]:
    """Return the codes of a class, by their numbers."""
    noun = number_class.__name__.lower()
    return tuple(f"{noun}.{code}" for code in _CODES)


def _kernel(number_class: type[PersonalNumber]) -> Kernel:
    steps = (_valid, _codes_of_digits, _separated)
    return Kernel(
        (*(partial(step, number_class) for step in steps), _codes_of_letters),
        codes_of(number_class),
        _VALUE_TYPE,
    )


NIK_KERNEL: Final = _kernel(NIK)
KK_KERNEL: Final = _kernel(KK)
