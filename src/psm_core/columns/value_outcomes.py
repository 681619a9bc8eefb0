"""What the cells of a column mean whose values a kernel reads: numbers and dates."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from .._core.field_types import CollectionType, TermType, TextType, unwrap
from ..errors import Severity
from ..regions import RegionRegistry
from ..tables.layouts.column_bindings import ColumnBinding
from ..terms import LifeStatus, PPKSCategory
from ..values.ids import ID_CLASSES
from ..values.kk import KK
from ..values.nik import NIK
from ..values.personal_number import PersonalNumber
from ..values.phone import PhoneNumber
from ..values.region_code import RegionCode
from .arrow import Array, DataType, arrow, compute
from .cell_outcomes import (
    ALONE,
    VALID,
    AgeOutcomes,
    BoundOutcomes,
    CodeOutcomes,
    ColumnOutcomes,
    IdOutcomes,
    ListOutcomes,
    Outcome,
    Outcomes,
    TextOutcomes,
    WordOutcomes,
)
from .date_kernel import dates_of
from .number_kernels import are_valid, codes_of, odd_numbers
from .number_texts import NumberTexts
from .phone_kernel import are_mobile

_BY_VALUE: Final = frozenset({LifeStatus, PPKSCategory})
"""Vocabularies of which each term can have its own warnings."""
_LONGEST: Final = 100
"""Longer texts are read by the reader of sheets, which refuses some of them."""


class NumberOutcomes(BoundOutcomes):
    """Of NIK or KK, as integers."""

    value_type: DataType = arrow.int64()

    def sure(self, array: Array) -> tuple[Array, Array]:
        """Return which cells are certainly valid, and the values of these."""
        if not self.is_plain(array):
            return super().sure(array)
        texts = NumberTexts(array)
        is_sure = are_valid(texts, self.one.field_type.python_type)
        return is_sure, compute.if_else(is_sure, texts.numbers(), None)

    def odd(self, array: Array) -> Outcomes:
        """Return the outcomes of cells that are not certainly valid."""
        if not self.is_plain(array):
            return super().odd(array)
        values, codes = odd_numbers(self.one.field_type.python_type, array)
        lengths = compute.binary_length(array)
        is_usual = compute.and_(compute.greater(lengths, 1), compute.less_equal(lengths, _LONGEST))
        values, codes = (compute.if_else(is_usual, one, None) for one in (values, codes))
        present = codes.unique().to_pylist()
        outcomes = [
            self.number_of((code, Severity.ERROR)) if place in present else None
            for place, code in enumerate(codes_of(self.one.field_type.python_type))
        ]
        numbers = arrow.array(outcomes, arrow.int32()).take(codes)
        numbers = compute.if_else(values.is_valid(), arrow.scalar(VALID, arrow.int32()), numbers)
        return self.completed(Outcomes(numbers, values), array)

    def valid(self, value: PersonalNumber) -> Outcome:
        """Return the outcome of a value without an issue."""
        return Outcome(VALID, int(value.unmasked))


class PhoneOutcomes(BoundOutcomes):
    """Of telephone numbers."""

    def sure(self, array: Array) -> tuple[Array, None]:
        """Return which cells are certainly valid, and the values of these."""
        if not self.is_plain(array):
            return super().sure(array)
        return are_mobile(array).fill_null(False), None  # noqa: FBT003 - a value


class DateOutcomes(BoundOutcomes):
    """Of dates of birth, and of other dates."""

    value_type: DataType = arrow.date32()

    def sure(self, array: Array) -> tuple[Array, Array]:
        """Return which cells are certainly valid, and the values of these."""
        kind = array.type
        if self.is_plain(array):
            return _usual(dates_of(array).days)
        if arrow.types.is_date32(kind):
            return _usual(array)
        if arrow.types.is_date64(kind):
            return self.sure(array.cast(arrow.timestamp("ms")))
        if arrow.types.is_timestamp(kind) and kind.tz is None:
            near, _ = _usual(array)
            moments = compute.if_else(near, array, None)
            days = moments.cast(arrow.date32(), safe=False)
            is_midnight = compute.equal(days.cast(kind), moments).fill_null(False)  # noqa: FBT003
            return _usual(compute.if_else(is_midnight, days, None))
        return super().sure(array)

    def odd(self, array: Array) -> Outcomes:
        """Return the outcomes of cells that are not certainly valid."""
        if not self.is_plain(array):
            return super().odd(array)
        are_wrong = dates_of(array).are_wrong
        numbers = arrow.nulls(len(array), arrow.int32())
        if are_wrong.true_count:
            code = arrow.scalar(self.number_of(("date.invalid", Severity.ERROR)), arrow.int32())
            numbers = compute.if_else(are_wrong, code, None)
        return self.completed(Outcomes(numbers, arrow.nulls(len(array), arrow.date32())), array)

    def valid(self, value: object) -> Outcome:
        """Return the outcome of a value without an issue."""
        is_usual = type(value) is date and _FIRST <= value <= _LAST
        return Outcome(VALID, value) if is_usual else Outcome(ALONE)


_FIRST, _LAST = date(1901, 1, 1), date(2099, 12, 31)
"""Dates outside are compared with others one by one: the year in a NIK has two digits."""


def _usual(days: Array) -> tuple[Array, Array]:
    """Return which days or moments are usual, and these."""
    is_sure = compute.and_(
        compute.greater_equal(days, arrow.scalar(_FIRST).cast(days.type)),
        compute.less_equal(days, arrow.scalar(_LAST).cast(days.type)),
    ).fill_null(False)  # noqa: FBT003 - a value
    return is_sure, compute.if_else(is_sure, days, None)


def outcomes_of(one: ColumnBinding, regions: RegionRegistry) -> ColumnOutcomes:
    """Return the outcomes of a column that fills a field by itself."""
    field_type = one.field_type
    single = unwrap(field_type)
    value_class = single.python_type
    found: ColumnOutcomes
    if one.column.is_age:
        found = AgeOutcomes(one)
    elif isinstance(field_type, CollectionType):
        found = ListOutcomes(one) if isinstance(single, TermType) else ColumnOutcomes(one.at)
    elif isinstance(single, TermType):
        found = WordOutcomes(one, by_value=single.vocabularies[0] in _BY_VALUE)
    elif isinstance(single, TextType):
        is_free = single.form is None and not one.column.without
        found = TextOutcomes(one) if is_free else BoundOutcomes(one, is_remembered=True)
    elif value_class is date:
        found = DateOutcomes(one)
    elif value_class is RegionCode:
        found = CodeOutcomes(one, regions)
    elif value_class in ID_CLASSES:
        found = IdOutcomes(one)
    else:
        found = _KERNELS.get(value_class, BoundOutcomes)(one)
    return found


_KERNELS: Final[Mapping[type, Callable[[ColumnBinding], ColumnOutcomes]]] = {
    NIK: NumberOutcomes,
    KK: NumberOutcomes,
    PhoneNumber: PhoneOutcomes,
}
"""Class of a value → the outcomes of its columns."""
