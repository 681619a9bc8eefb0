"""Warnings about whole columns: changed by a spreadsheet, or filled in without knowledge."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from ..._paths import Steps
from ...errors import Issue, Severity
from ...values.partial_date import PartialDate
from ...values.personal_number import PersonalNumber
from ...values.phone import PhoneNumber
from ..cells.cell import Cell

_MIN_ROWS: Final = 4
"""Rows from which a common last zero, day or telephone number is no coincidence."""
_MIN_NUMBERS: Final = 20
"""Numbers from which another common last digit is no coincidence: many serials end in 1."""
_MONTHS: Final = 12
_MIN_TEXTS: Final = 3


class Place(NamedTuple):
    """A column that fills a field."""

    at: int
    letters: str
    steps: Steps
    value_class: type[Any]


class _Pattern(ABC):
    """A property shared by every value of a column so far."""

    code: str

    @abstractmethod
    def matches(self, value: Any, cell: Cell) -> bool:  # noqa: ANN401 - a value of a record
        """Add a value; return whether every value so far has the property."""

    @abstractmethod
    def is_significant(self) -> bool:
        """Return whether there were enough values for a warning."""


class _LastDigit(_Pattern):
    """Every number ends in the same digit: spreadsheets keep 15 digits and write 0 for the 16th."""

    code = "table.column_last_digit"

    def __init__(self) -> None:
        self._digits, self._different = set[str](), set[PersonalNumber]()

    def matches(self, value: PersonalNumber, cell: Cell) -> bool:  # noqa: ARG002 - as the base
        self._digits.add(value.unmasked[-1])
        if len(self._different) < _MIN_NUMBERS:
            self._different.add(value)
        return len(self._digits) == 1

    def is_significant(self) -> bool:
        return len(self._different) >= (_MIN_ROWS if self._digits == {"0"} else _MIN_NUMBERS)


class _OneValue(_Pattern):
    """Every row has the same value, where people have different values."""

    code = "table.column_one_value"

    def __init__(self) -> None:
        self._values, self._count = set[object](), 0

    def matches(self, value: object, cell: Cell) -> bool:  # noqa: ARG002 - as the base
        self._values.add(value)
        self._count += 1
        return len(self._values) == 1

    def is_significant(self) -> bool:
        return self._count >= _MIN_ROWS


class _FirstOfJanuary(_Pattern):
    """Every birth date is 1 January, in different years: only the year was known."""

    code = "table.column_first_january"

    def __init__(self) -> None:
        self._years, self._count = set[int](), 0

    def matches(self, value: date, cell: Cell) -> bool:  # noqa: ARG002 - as the base
        self._years.add(value.year)
        self._count += 1
        return (value.month, value.day) == (1, 1)

    def is_significant(self) -> bool:
        return self._count >= _MIN_ROWS and len(self._years) > 1


class _SwappedDays(_Pattern):
    """The spreadsheet read the month first: its dates have no day above 12.

    Texts with a higher day could not be read so and stayed text.
    """

    code = "table.column_day_month"

    def __init__(self) -> None:
        self._dates = self._low_texts = self._high_texts = 0

    def matches(self, value: date, cell: Cell) -> bool:
        is_low = value.day <= _MONTHS
        if isinstance(cell, date):
            self._dates += 1
            return is_low
        self._low_texts += is_low
        self._high_texts += not is_low
        return not self._low_texts

    def is_significant(self) -> bool:
        return self._dates >= _MIN_ROWS and self._high_texts >= _MIN_TEXTS


class _LowDays(_Pattern):
    """No birth date is after the 12th of a month: the month may have been read first."""

    code = "table.column_day_month"

    def __init__(self) -> None:
        self._days, self._count = set[int](), 0

    def matches(self, value: date, cell: Cell) -> bool:  # noqa: ARG002 - as the base
        self._days.add(value.day)
        self._count += 1
        return value.day <= _MONTHS

    def is_significant(self) -> bool:
        return self._count >= _MIN_NUMBERS and len(self._days) > _MIN_ROWS


def _patterns(place: Place) -> Iterator[_Pattern]:
    if issubclass(place.value_class, PersonalNumber):
        yield _LastDigit()
    elif place.value_class is PhoneNumber:
        yield _OneValue()
    elif place.value_class is date:
        yield _SwappedDays()
        if place.steps[-1] == "birth_date":
            yield from (_OneValue(), _FirstOfJanuary(), _LowDays())


class ColumnDamage:
    """Checks the columns of a file row by row.

    A pattern is dropped at the first row that does not match, so most rows cost nothing.
    """

    def __init__(self, places: Iterable[Place], sheet: str | None) -> None:
        """Prepare for some columns of a sheet."""
        self._sheet = sheet
        self._open = [(place, pattern) for place in places for pattern in _patterns(place)]

    def add(self, record: object, cells: Sequence[Cell]) -> None:
        """Add the record of a row and its cells."""
        if self._open:
            self._open = [one for one in self._open if _still_matches(*one, record, cells)]

    @property
    def open_places(self) -> Sequence[Place]:
        """The columns that still have a property."""
        return [*dict.fromkeys(place for place, _ in self._open)]

    def add_values(self, place: Place, values: Iterable[tuple[Any, Cell]]) -> None:
        """Add values of one column, each with its cell, as long as the column has a property."""
        own = [pattern for found, pattern in self._open if found == place]
        for value, cell in values:
            own = [pattern for pattern in own if pattern.matches(value, cell)]
            if not own:
                break
        self._open = [one for one in self._open if one[0] != place or one[1] in own]

    def issues(self, row: int) -> Iterator[Issue]:
        """Yield a warning at the heading of each damaged column."""
        for place, pattern in self._open:
            if pattern.is_significant():
                yield Issue(
                    pattern.code,
                    place.steps,
                    Severity.WARNING,
                    row=row,
                    column=place.letters,
                    sheet=self._sheet,
                )


def _still_matches(place: Place, pattern: _Pattern, record: object, cells: Sequence[Cell]) -> bool:
    value = _value_at(record, place.steps)
    cell = cells[place.at] if place.at < len(cells) else None
    is_ignored = value is None or type(value) is PartialDate  # a column of years is no damage
    return is_ignored or pattern.matches(value, cell)


def _value_at(record: object, steps: Steps) -> object:
    """Return the value at a path, or None. The index 0 of a set gives its only item."""
    value: Any = record
    for step in steps:
        if value is None:
            return None
        if isinstance(step, str):
            value = getattr(value, step)
        else:
            items: tuple[Any, ...] = tuple(value)
            is_present = step < len(items) and (isinstance(value, tuple) or len(items) == 1)
            value = items[step] if is_present else None
    return value
