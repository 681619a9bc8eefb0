"""What the cells of a column mean for their rows, as small numbers.

Rows whose cells have the same outcomes have the same issues, unless their values contradict each
other. A kernel of Arrow finds the cells that are certainly valid; the reader of sheets reads each
different one of the others.
"""

from collections.abc import Hashable
from typing import Any, Final, NamedTuple

from .._core.field_types import TextType
from ..checks.identity import is_marked_as_dead
from ..errors import Issue
from ..records.people import Person
from ..regions import RegionRegistry
from ..tables.cells.cell import Cell, is_blank, without_apostrophe
from ..tables.cells.warnings import WithWarning
from ..tables.layouts.column_bindings import ColumnBinding, without_prefix
from ..tables.rows.cell_parts import Splitter
from ..tables.rows.fast_cells import IrregularError, is_canonical_read, valid_value
from ..tables.rows.keys import id_key
from ..terms import LifeStatus, NIKAbsence
from ..values.region_code import RegionCode
from .arrow import Array, DataType, arrow, compute, distinct_values
from .cells import cell_of, is_text

BLANK, VALID, ALONE, FIRST_KEY = range(4)
"""Outcomes of every column: no cell; a value without an issue; a row that is read by itself."""
_NOTHING: Final = "nothing"
_PLAIN_TEXT: Final = r"\A[A-Za-z][A-Za-z.,'/()-]*( [A-Za-z0-9.,'/()-]+)*\z"
_PLAIN_PLACE: Final = r"\A[A-Za-z][A-Za-z.'()-]*( [A-Za-z.'()-]+)*\z"
MOST_REMEMBERED: Final = 4096


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
        own = self.odd(array.filter(rest))
        numbers = compute.replace_with_mask(numbers, rest, own.numbers)
        if values is not None:
            values = compute.replace_with_mask(values, rest, own.values)
        return Outcomes(numbers, values)

    def odd(self, array: Array) -> Outcomes:
        """Return the outcomes of cells that are not certainly valid."""
        cells, indices = distinct(array)
        found = [self._outcome(one) for one in cells]
        numbers = arrow.array([one.number for one in found], arrow.int32()).take(indices)
        if self.value_type is None:
            return Outcomes(numbers)
        values = arrow.array([one.value for one in found], self.value_type).take(indices)
        return Outcomes(numbers, values)

    def completed(self, found: Outcomes, array: Array) -> Outcomes:
        """Return outcomes, with those of the cells that have none yet."""
        rest = found.numbers.is_null()
        if not rest.true_count:
            return found
        own = ColumnOutcomes.odd(self, array.filter(rest))
        arrays = zip(found, own, strict=True)
        return Outcomes(*(compute.replace_with_mask(one, rest, other) for one, other in arrays))

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

    def is_plain(self, array: Array) -> bool:
        """Return whether cells are texts, and those that a kernel reads mean their values."""
        return is_text(array.type) and is_canonical_read(self.one)

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
        if not is_text(array.type):
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


class AgeOutcomes(BoundOutcomes):
    """Of ages. One of which the day is not known says nothing about the birth date."""

    def __init__(self, one: ColumnBinding) -> None:
        super().__init__(one, is_remembered=True)

    def valid(self, value: object) -> Outcome:
        """Return that the row is read by itself: the age is compared with the birth date."""
        del value
        return Outcome(ALONE)


class ListOutcomes(BoundOutcomes):
    """Of several words in one cell, such as kinds of disability, which no check compares."""

    def __init__(self, one: ColumnBinding) -> None:
        super().__init__(one, is_remembered=True)

    def _irregular(self, cell: Cell) -> Outcome:
        """Return that the row is read by itself: an issue has the place of its word."""
        del cell
        return Outcome(ALONE)


def distinct(array: Array) -> tuple[list[Cell], Array]:
    """Return the different cells of an array, and for each row which it has."""
    values, indices = distinct_values(array)
    return [*map(cell_of, values)], indices


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
