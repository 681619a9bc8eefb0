"""Signs that a spreadsheet changed a whole column, or that nobody knew what to fill in."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from ..errors import Issue, Severity
from ..values.personal_number import PersonalNumber
from ..values.phone import PhoneNumber
from .cells import Cell
from .layout import Steps

_FEW: Final = 4
"""Rows from which equal last zeros, equal days or equal telephone numbers are no chance."""
_MANY: Final = 20
"""Rows from which the same last digit other than 0 is no chance: most serial numbers end in 1."""
_MOST_MONTHS: Final = 12
_FEWEST_TEXTS: Final = 3


class Place(NamedTuple):
    """A column that fills a field."""

    at: int
    letters: str
    steps: Steps
    kind: type[Any]


class _Sign(ABC):
    """Something that is true of every value of a column so far."""

    code: str

    @abstractmethod
    def holds(self, value: Any, cell: Cell) -> bool:  # noqa: ANN401 - a value of a record
        """Take in a value, and return whether the sign can still be true of the column."""

    @abstractmethod
    def is_seen(self) -> bool:
        """Whether there were enough values to report it."""


class _LastDigit(_Sign):
    """Every number ends in the same digit: spreadsheets keep 15 digits, and 0 for the 16th."""

    code = "table.column_last_digit"

    def __init__(self) -> None:
        self._digits, self._different = set[str](), set[PersonalNumber]()

    def holds(self, value: PersonalNumber, cell: Cell) -> bool:  # noqa: ARG002 - as the base
        self._digits.add(value.unmasked[-1])
        if len(self._different) < _MANY:
            self._different.add(value)
        return len(self._digits) == 1

    def is_seen(self) -> bool:
        return len(self._different) >= (_FEW if self._digits == {"0"} else _MANY)


class _OneValue(_Sign):
    """Every row has the same value, where people have different ones."""

    code = "table.column_one_value"

    def __init__(self) -> None:
        self._values, self._count = set[object](), 0

    def holds(self, value: object, cell: Cell) -> bool:  # noqa: ARG002 - as the base
        self._values.add(value)
        self._count += 1
        return len(self._values) == 1

    def is_seen(self) -> bool:
        return self._count >= _FEW


class _FirstOfJanuary(_Sign):
    """Every person is born on 1 January, in different years: only the year was known."""

    code = "table.column_first_january"

    def __init__(self) -> None:
        self._years, self._count = set[int](), 0

    def holds(self, value: date, cell: Cell) -> bool:  # noqa: ARG002 - as the base
        self._years.add(value.year)
        self._count += 1
        return (value.month, value.day) == (1, 1)

    def is_seen(self) -> bool:
        return self._count >= _FEW and len(self._years) > 1


class _SwappedDays(_Sign):
    """The spreadsheet has read the month first, where it could.

    It made dates of what it could read so, and these have no day above 12. The others stayed text.
    """

    code = "table.column_day_month"

    def __init__(self) -> None:
        self._dates = self._low_texts = self._high_texts = 0

    def holds(self, value: date, cell: Cell) -> bool:
        is_low = value.day <= _MOST_MONTHS
        if isinstance(cell, date):
            self._dates += 1
            return is_low
        self._low_texts += is_low
        self._high_texts += not is_low
        return not self._low_texts

    def is_seen(self) -> bool:
        return self._dates >= _FEW and self._high_texts >= _FEWEST_TEXTS


class _LowDays(_Sign):
    """No person is born after the 12th of a month: the month may have been read first."""

    code = "table.column_day_month"

    def __init__(self) -> None:
        self._days, self._count = set[int](), 0

    def holds(self, value: date, cell: Cell) -> bool:  # noqa: ARG002 - as the base
        self._days.add(value.day)
        self._count += 1
        return value.day <= _MOST_MONTHS

    def is_seen(self) -> bool:
        return self._count >= _MANY and len(self._days) > _FEW


def _signs_of(place: Place) -> Iterator[_Sign]:
    if issubclass(place.kind, PersonalNumber):
        yield _LastDigit()
    elif place.kind is PhoneNumber:
        yield _OneValue()
    elif place.kind is date:
        yield _SwappedDays()
        if place.steps[-1] == "birth_date":
            yield from (_OneValue(), _FirstOfJanuary(), _LowDays())


class Signs:
    """Looks for signs in the columns of a file; a sign that one row disproves costs no more."""

    def __init__(self, places: Iterable[Place], sheet: str | None) -> None:
        """Look for what could be seen in some columns of a sheet."""
        self._sheet = sheet
        self._open = [(place, sign) for place in places for sign in _signs_of(place)]

    def add(self, record: object, cells: Sequence[Cell]) -> None:
        """Take in the record of a row, and its cells."""
        if self._open:
            self._open = [one for one in self._open if _still_holds(*one, record, cells)]

    def issues(self, row: int) -> Iterator[Issue]:
        """Yield a warning at the heading of each column that shows a sign."""
        for place, sign in self._open:
            if sign.is_seen():
                yield Issue(
                    sign.code,
                    place.steps,
                    Severity.WARNING,
                    row=row,
                    column=place.letters,
                    sheet=self._sheet,
                )


def _still_holds(place: Place, sign: _Sign, record: object, cells: Sequence[Cell]) -> bool:
    value = _value_at(record, place.steps)
    cell = cells[place.at] if place.at < len(cells) else None
    return value is None or sign.holds(value, cell)


def _value_at(record: object, steps: Steps) -> object:
    """Return what stands at a path, or None; of a set the only item."""
    here: Any = record
    for step in steps:
        if here is None:
            return None
        if isinstance(step, str):
            here = getattr(here, step)
        else:
            items: tuple[Any, ...] = tuple(here)
            is_there = step < len(items) and (isinstance(here, tuple) or len(items) == 1)
            here = items[step] if is_there else None
    return here
