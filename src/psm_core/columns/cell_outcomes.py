"""What the cells of a column mean for their rows, as small numbers.

Rows whose cells have the same outcomes have the same issues, unless their values contradict each
other. A kernel of Arrow finds the cells that are certainly valid; the reader of sheets reads each
different one of the others.
"""

from collections.abc import Callable, Hashable, Mapping
from datetime import date
from typing import Any, Final, NamedTuple

from .._core.field_types import CollectionType, TermType, TextType, unwrap
from ..checks.identity import is_marked_as_dead
from ..errors import Issue
from ..records.people import Person
from ..regions import RegionRegistry
from ..tables.cells.cell import Cell, is_blank, without_apostrophe
from ..tables.cells.warnings import WithWarning
from ..tables.layouts.column_bindings import ColumnBinding, without_prefix
from ..tables.rows.cell_parts import Splitter
from ..tables.rows.fast_cells import IrregularError, valid_value
from ..tables.rows.keys import id_key
from ..terms import LifeStatus, NIKAbsence, PPKSCategory
from ..values.ids import ID_CLASSES
from ..values.kk import KK
from ..values.nik import NIK
from ..values.personal_number import PersonalNumber
from ..values.phone import PhoneNumber
from ..values.region_code import RegionCode
from .arrow import Array, DataType, arrow, compute, distinct_values
from .cells import cell_of
from .date_kernel import day_first, year_first
from .number_kernels import are_valid
from .number_texts import NumberTexts
from .phone_kernel import are_mobile

BLANK, VALID, ALONE, FIRST_KEY = range(4)
"""Outcomes of every column: no cell; a value without an issue; a row that is read by itself."""
_NOTHING: Final = "nothing"
_PLAIN_TEXT: Final = r"\A[A-Za-z][A-Za-z.,'/()-]*( [A-Za-z0-9.,'/()-]+)*\z"
_PLAIN_PLACE: Final = r"\A[A-Za-z][A-Za-z.'()-]*( [A-Za-z.'()-]+)*\z"
MOST_REMEMBERED: Final = 4096
_BY_VALUE: Final = frozenset({LifeStatus, PPKSCategory})
"""Vocabularies of which each term can have its own warnings."""


class Outcomes(NamedTuple):
    """The outcome of each cell of a column."""

    numbers: Array
    values: Array | None = None
    """The values that are compared with those of other columns, if there are any."""


class Outcome(NamedTuple):
    """The outcome of a cell, and its value."""

    number: int
    value: Any = None


class ColumnOutcomes:
    """The outcomes of the cells of one column."""

    value_type: DataType = None
    """The type of the values that are compared with others; None if there are none."""
    is_remembered: bool = False
    """Whether the outcomes are kept for the next batch: of words and codes, not of people."""

    def __init__(self, at: int) -> None:
        """Take the number of the column."""
        self.at = at
        self._numbers: dict[Hashable, int] = {}
        self._remembered: dict[tuple[type, Cell], Outcome] = {}

    def of(self, array: Array) -> Outcomes:
        """Return the outcome of each cell of a column."""
        is_sure, values = self.sure(array)
        rest = compute.and_not(array.is_valid(), is_sure)
        numbers = is_sure.cast(arrow.int32())
        if not rest.true_count:
            return Outcomes(numbers, values)
        cells, indices = distinct(array.filter(rest))
        found = [self._outcome(one) for one in cells]
        own = arrow.array([one.number for one in found], arrow.int32()).take(indices)
        numbers = compute.replace_with_mask(numbers, rest, own)
        if values is not None:
            own = arrow.array([one.value for one in found], self.value_type).take(indices)
            values = compute.replace_with_mask(values, rest, own)
        return Outcomes(numbers, values)

    def sure(self, array: Array) -> tuple[Array, Array | None]:
        """Return which cells are certainly valid, and the values of these."""
        is_sure = arrow.repeat(arrow.scalar(False), len(array))  # noqa: FBT003 - a value
        is_of_values = self.value_type is not None
        return is_sure, arrow.nulls(len(array), self.value_type) if is_of_values else None

    def _outcome(self, cell: Cell) -> Outcome:
        if is_blank(cell):
            return Outcome(BLANK)
        if not self.is_remembered:
            return self.outcome(cell)
        key = (type(cell), cell)  # True equals 1
        if key not in self._remembered:
            if len(self._remembered) >= MOST_REMEMBERED:
                self._remembered.clear()
            self._remembered[key] = self.outcome(cell)
        return self._remembered[key]

    def outcome(self, cell: Cell) -> Outcome:
        """Return the outcome of a cell that is not blank."""
        del cell
        return Outcome(ALONE)

    def number_of(self, key: Hashable) -> int:
        """Return the number of an outcome."""
        return self._numbers.setdefault(key, len(self._numbers) + FIRST_KEY)


class FilledOutcomes(ColumnOutcomes):
    """Of a column without a heading: only whether a cell is filled."""

    def outcome(self, cell: Cell) -> Outcome:
        """Return the outcome of a cell that is not blank."""
        del cell
        return Outcome(VALID)


class BoundOutcomes(ColumnOutcomes):
    """Of a column that fills a field."""

    def __init__(self, one: ColumnBinding, *, is_remembered: bool = False) -> None:
        """Take how the column fills its field."""
        super().__init__(one.at)
        self.one = one
        self.is_remembered = is_remembered

    def outcome(self, cell: Cell) -> Outcome:
        """Return the outcome of a cell that is not blank."""
        try:
            value = valid_value(self.one, cell)
        except IrregularError:
            return self._irregular(without_apostrophe(cell))
        if value is None:
            return Outcome(self.number_of(_NOTHING))
        return self.valid(value)

    def _irregular(self, cell: Cell) -> Outcome:
        """Return the outcome of a cell with an issue."""
        found = self.one.read(without_prefix(cell, self.one.column))
        if isinstance(found, Issue):
            return Outcome(self.number_of((found.code, found.severity)))
        if not isinstance(found, WithWarning):
            return Outcome(ALONE)
        valid = self.valid(found.value)
        if valid.number == ALONE:
            return valid
        return valid._replace(number=self.number_of((valid.number, found.warning.code)))

    def valid(self, value: Any) -> Outcome:  # noqa: ANN401 - of the field
        """Return the outcome of a value without an issue."""
        del value
        return Outcome(VALID)


class NumberOutcomes(BoundOutcomes):
    """Of NIK or KK, as integers."""

    value_type: DataType = arrow.int64()

    def sure(self, array: Array) -> tuple[Array, Array]:
        """Return which cells are certainly valid, and the values of these."""
        if not _is_text(array.type):
            return super().sure(array)
        texts = NumberTexts(array)
        is_sure = are_valid(texts, self.one.field_type.python_type)
        return is_sure, compute.if_else(is_sure, texts.numbers(), None)

    def valid(self, value: PersonalNumber) -> Outcome:
        """Return the outcome of a value without an issue."""
        return Outcome(VALID, int(value.unmasked))


class PhoneOutcomes(BoundOutcomes):
    """Of telephone numbers."""

    def sure(self, array: Array) -> tuple[Array, None]:
        """Return which cells are certainly valid, and the values of these."""
        if not _is_text(array.type):
            return super().sure(array)
        return are_mobile(array).fill_null(False), None  # noqa: FBT003 - a value


class TextOutcomes(BoundOutcomes):
    """Of free text, such as a name."""

    def __init__(self, one: ColumnBinding, pattern: str = _PLAIN_TEXT) -> None:
        super().__init__(one)
        self._pattern = pattern
        field_type = one.field_type
        self._longest = field_type.max_length if isinstance(field_type, TextType) else 0
        self._blank = [word for word in one.column.blank if word[:1].isalpha()]
        self.is_name: bool = one.steps[-1] == "name"
        """Whether a mark in the text says that the person is dead."""

    def sure(self, array: Array) -> tuple[Array, None]:
        """Return which cells are certainly valid, and the values of these."""
        if not _is_text(array.type):
            return super().sure(array)
        is_sure = compute.and_(
            compute.match_substring_regex(array, self._pattern),
            compute.less_equal(compute.binary_length(array), self._longest),
        )
        lower = compute.ascii_lower(array)
        for word in self._blank:
            is_sure = compute.and_(is_sure, compute.not_equal(lower, word))
        if self.is_name:
            is_sure = compute.and_not(is_sure, compute.match_substring(lower, "alm"))
        return is_sure.fill_null(False), None  # noqa: FBT003 - a value

    def valid(self, value: str) -> Outcome:
        """Return the outcome of a value without an issue."""
        if self.is_name and "alm" in value.casefold():
            person = Person(name=value, nik_absence=NIKAbsence.TIDAK_DIKETAHUI)
            return Outcome(self.number_of("dead") if is_marked_as_dead(person) else VALID)
        return Outcome(VALID)


class PlaceOutcomes(TextOutcomes):
    """Of places of birth, whose cells may have a date too."""

    def __init__(self, splitter: Splitter, place: ColumnBinding) -> None:
        super().__init__(place, _PLAIN_PLACE)
        self.at: int = splitter.at
        self._splitter = splitter

    def outcome(self, cell: Cell) -> Outcome:
        """Return the outcome of a cell that is not blank."""
        (place, *others), issues = self._splitter.split(cell)
        if issues or is_blank(place) or not all(map(is_blank, others)):
            return Outcome(ALONE)
        return super().outcome(place)


class DateOutcomes(BoundOutcomes):
    """Of dates of birth, and of other dates."""

    value_type: DataType = arrow.date32()

    def sure(self, array: Array) -> tuple[Array, Array]:
        """Return which cells are certainly valid, and the values of these."""
        kind = array.type
        if _is_text(kind):
            days, _ = year_first(array)
            if days.null_count:
                days = compute.coalesce(days, day_first(array)[0])
            return _usual(days)
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


class WordOutcomes(BoundOutcomes):
    """Of words and codes that many rows share. With `by_value`, each value is an outcome."""

    value_type: DataType = arrow.int32()

    def __init__(self, one: ColumnBinding, *, by_value: bool) -> None:
        super().__init__(one, is_remembered=True)
        self._by_value = by_value
        self.values: list[Any] = []
        """The values, by the numbers that stand for them."""
        self._places: dict[Hashable, int] = {}

    def valid(self, value: Any) -> Outcome:  # noqa: ANN401 - of the field
        """Return the outcome of a value without an issue."""
        place = self._places.setdefault(value, len(self._places))
        if place == len(self.values):
            self.values.append(value)
        is_own = self._by_value and value is not LifeStatus.HIDUP
        return Outcome(self.number_of(("value", place)) if is_own else VALID, place)


def distinct(array: Array) -> tuple[list[Cell], Array]:
    """Return the different cells of an array, and for each row which it has."""
    values, indices = distinct_values(array)
    return [*map(cell_of, values)], indices


def _is_text(kind: DataType) -> bool:
    return kind in {arrow.string(), arrow.large_string()}


class CodeOutcomes(BoundOutcomes):
    """Of region codes, some of which are not in force."""

    def __init__(self, one: ColumnBinding, regions: RegionRegistry) -> None:
        """Take the table of regions."""
        super().__init__(one, is_remembered=True)
        self._regions = regions

    def valid(self, value: RegionCode) -> Outcome:
        """Return the outcome of a value without an issue."""
        issue = self._regions.status(value).issue
        return Outcome(VALID if issue is None else self.number_of(("status", issue.code)))


class IdOutcomes(BoundOutcomes):
    """Of ids, as numbers that are compared with those of other rows."""

    value_type: DataType = arrow.int64()

    def valid(self, value: object) -> Outcome:
        """Return the outcome of a value without an issue."""
        return Outcome(VALID, hash(id_key(value)))


def outcomes_of(one: ColumnBinding, regions: RegionRegistry) -> ColumnOutcomes:
    """Return the outcomes of a column that fills a field by itself."""
    field_type = one.field_type
    single = unwrap(field_type)
    value_class = single.python_type
    if one.is_second or one.is_presence or isinstance(field_type, CollectionType):
        found = ColumnOutcomes(one.at)
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
