"""Finds the end of a table: which rows of a sheet belong to it, and which do not.

Below a table there may be totals, place and date, signatures, notes, page footers, or a second
table. Such a row rarely has a running number, a NIK or a telephone number, and rarely fills the
columns that the rows of the table fill. The words in a row count only if its cells do not decide.
"""

import re
from collections import deque
from collections.abc import Mapping, Sequence
from datetime import date, time
from enum import Enum, auto
from typing import Final, Literal, NamedTuple

from ..._core.field_types import FieldType, TermType, unwrap
from ...errors import Issue, Severity
from ...values.personal_number import LENGTH, PersonalNumber
from ...values.phone import PhoneNumber
from ..cells.cell import Cell, is_blank, without_apostrophe
from ..cells.values import CellReader
from ..files.sheets import column_letters
from ..layouts.layout import folded
from .kinds import is_numbering, visible_cells
from .patterns import (
    NOTE,
    OFFICE,
    PLACE_AND_DATE,
    TOTAL,
    begins,
    has_letters,
    is_amount,
    is_heading,
    is_like_nik,
    running_number,
)
from .ranges import RowRanges

_SAMPLE: Final = 200
_SHARE_OF_NUMBERED_ROWS: Final = 0.8
_MANY_CELLS: Final = 4
_MAX_CELLS_OF_A_NOTE: Final = 3
_MIN_CELLS: Final = 2


class TableColumn(NamedTuple):
    """A column that is read."""

    at: int
    field_type: FieldType
    read: CellReader
    is_required: bool
    """Whether a record requires it."""
    has_births: bool = False
    """Whether it contains places or dates of birth."""

    @property
    def has_personal_numbers(self) -> bool:
        """Whether it contains NIKs or KK numbers."""
        return issubclass(unwrap(self.field_type).python_type, PersonalNumber)

    def is_evidence(self, cell: Cell) -> bool:
        """Return whether a cell shows that its row belongs to the table.

        Any text may be a name or a street, and any small number may be the code of a term; these
        show nothing.
        """
        inner = unwrap(self.field_type)
        if isinstance(inner, TermType):
            if not isinstance(cell, str) or not any(map(str.isalpha, cell)):
                return False
        elif inner.python_type not in {date, time, PhoneNumber} and not self.has_personal_numbers:
            return False
        return not isinstance(self.read(cell), Issue)


class _Position(Enum):
    """The position in the sheet, according to the rows so far."""

    TABLE = auto()
    AFTER_GAP = auto()
    """After a blank row or a total: the table may continue."""
    BELOW = auto()
    """After a row that ends a table, such as a signature or a note."""
    OTHER_TABLE = auto()
    """After the headings of another table."""


class _Row(NamedTuple):
    """A row with its filled cells."""

    filled: Mapping[int, Cell]
    """Column index → cell, of the cells that are not blank."""
    read: Sequence[int]
    """Indexes of the filled columns that are read."""
    number: int | None
    """The running number."""


class TableRows:
    """Decides row by row what belongs to the table, and records the rows that do not."""

    def __init__(self, columns: Sequence[TableColumn], header_row: int, sheet: str | None) -> None:
        """Prepare for a table whose last row of headings is `header_row`."""
        self._at = {one.at: one for one in columns}
        self._people = [one.at for one in columns if one.has_personal_numbers]
        self._required = {one.at for one in columns if one.is_required}
        self._births = {one.at for one in columns if one.has_births}
        self._left_columns = range(min(self._at, default=0))
        self._sheet = sheet
        self._headings: deque[list[Cell]] = deque(maxlen=2)
        self._repeated = RowRanges()
        self._position, self._last_row = _Position.TABLE, header_row
        self._may_be_numbering = True
        self._last_cells: Sequence[Cell] = ()
        self._rows_seen = 0
        self._with_number = dict.fromkeys(self._left_columns, 0)
        self._always: set[int] = set()
        self._unread = RowRanges()
        self._unread_column = ""

    def add_heading(self, cells: Sequence[Cell]) -> None:
        """Add a row of headings: printed lists repeat them on each page."""
        self._headings.append(visible_cells(cells))

    def contains(self, number: int, cells: Sequence[Cell]) -> bool:
        """Return whether a row that is not blank belongs to the table."""
        is_next = number == self._last_row + 1
        self._last_row = number
        if self._may_be_numbering:
            self._may_be_numbering = False
            if is_numbering(visible_cells(cells)):
                return False
        if is_next and self._position is _Position.TABLE and self._is_obvious_row(cells):
            self._last_cells = cells
            return True
        if not is_next and self._rows_seen and self._position is _Position.TABLE:
            self._position = _Position.AFTER_GAP
        return self._decide(number, cells)

    def skip(self, number: int) -> None:
        """Count a row as part of the table that was read in another way."""
        self._last_row = number

    def unread_rows(self) -> Issue | None:
        """Return a warning with the rows that were not read, or None."""
        if self._unread.first is None:
            return None
        return Issue(
            "table.rows_unread",
            severity=Severity.WARNING,
            params={"rows": str(self._unread)},
            row=self._unread.first,
            column=self._unread_column,
            sheet=self._sheet,
        )

    def repeated_headings(self) -> Issue | None:
        """Return a warning with the rows that repeat the headings, or None."""
        if self._repeated.first is None:
            return None
        return Issue(
            "table.headings_repeated",
            severity=Severity.WARNING,
            params={"rows": str(self._repeated)},
            row=self._repeated.first,
            sheet=self._sheet,
        )

    def _is_repeated_heading(self, filled: Mapping[int, Cell]) -> bool:
        """Return whether a row has the words of a row of headings, in any spelling."""
        first = next(iter(filled.values()))
        if not isinstance(first, str) or first[:1].isdigit():
            return False
        word = folded(first)
        return any(
            len(one) == len(filled)
            and folded(one[0]) == word
            and list(map(folded, one)) == list(map(folded, filled.values()))
            for one in self._headings
        )

    def _is_obvious_row(self, cells: Sequence[Cell]) -> bool:
        """Return whether a row has 16 digits in a column of NIKs or KK numbers, as most rows do."""
        if self._rows_seen < _SAMPLE:
            return False
        for at in self._people:
            cell = cells[at] if at < len(cells) else None
            if isinstance(cell, str) and len(cell) == LENGTH and cell.isdigit():
                return True
        return False

    def _decide(self, number: int, cells: Sequence[Cell]) -> bool:
        filled = {
            at: without_apostrophe(cell) for at, cell in enumerate(cells) if not is_blank(cell)
        }
        if self._is_repeated_heading(filled):
            self._position, self._may_be_numbering = _Position.TABLE, True
            self._repeated.add(number)
            return False
        row = _Row(filled, [at for at in filled if at in self._at], self._running(filled))
        if not row.read and row.number is not None and len(filled) == 1:
            return False  # only a running number that was filled in beforehand
        if self._is_record(row) if row.read else self._leave_table(row):
            self._learn(row, cells)
            return True
        self._unread_column = self._unread_column or column_letters(min(filled))
        self._unread.add(number)
        return False

    def _learn(self, row: _Row, cells: Sequence[Cell]) -> None:
        """Record what the rows of the table have in common."""
        self._position, self._last_cells = _Position.TABLE, cells
        self._unread.close()
        self._repeated.close()
        if self._rows_seen < _SAMPLE:
            self._always = self._always & set(row.read) if self._rows_seen else set(row.read)
            self._rows_seen += 1
            for at in self._left_columns:
                self._with_number[at] += running_number(row.filled.get(at)) is not None

    def _running(self, filled: Mapping[int, Cell]) -> int | None:
        """Return the running number of a row, or None."""
        numbers = (running_number(filled[at]) for at in self._left_columns if at in filled)
        return next((one for one in numbers if one is not None), None)

    def _number_column(self) -> int | None:
        """Return the column that has a running number in most rows, or None."""
        for at in self._left_columns:
            if (
                self._rows_seen
                and self._with_number[at] >= _SHARE_OF_NUMBERED_ROWS * self._rows_seen
            ):
                return at
        return None

    def _is_record(self, row: _Row) -> bool:
        """Return whether a row with cells that are read belongs to the table."""
        if any(is_like_nik(row.filled.get(at)) for at in self._people):
            return True
        if self._rows_seen and is_heading(row.filled):
            self._position = _Position.OTHER_TABLE
        if self._position is _Position.OTHER_TABLE:
            return False
        if row.number is not None and self._continues(row, row.number):
            return True
        if self._is_total(row) or self._is_note(row):
            return self._leave_table(row)
        return (
            self._is_sparse_record(row)
            if self._position is _Position.TABLE
            else self._matches_table(row)
        )

    def _leave_table(self, row: _Row) -> Literal[False]:
        """Record that a row is outside the table, and whether the table may continue below."""
        if self._position is not _Position.OTHER_TABLE and self._is_note(row):
            self._position = _Position.BELOW
        elif self._position is _Position.TABLE:
            self._position = _Position.AFTER_GAP
        return False

    def _continues(self, row: _Row, number: int) -> bool:
        """Return whether a running number continues the table, or begins another group of rows."""
        if self._position is _Position.TABLE:
            return True
        last = {
            at: c for at in self._left_columns if (c := _cell(self._last_cells, at)) is not None
        }
        before = self._running(last) or 0
        if self._position is _Position.AFTER_GAP and number > before:
            return True
        return number == before + 1 or self._matches_table(row)

    def _is_sparse_record(self, row: _Row) -> bool:
        """Return whether a row directly below the table belongs to it, although it has few cells.

        A single cell is a record if it names a person and the table has no running numbers.
        """
        numbered = self._number_column()
        is_group = numbered is not None and numbered in row.filled
        if len(row.read) > 1 and not is_group:
            return True
        if numbered is None and self._names_a_person(row.read[0], row.filled[row.read[0]]):
            return True
        return self._leave_table(row)

    def _names_a_person(self, at: int, cell: Cell) -> bool:
        """Return whether a single cell may be a record: a name, or a NIK with an error."""
        is_damaged_number = at in self._people and re.fullmatch(r"[\d\s.-]+", str(cell)) is not None
        return not self._required or at in self._required or is_damaged_number

    def _matches_table(self, row: _Row) -> bool:
        """Return whether a row after a gap has the properties of a row of the table."""
        needed = min(_MIN_CELLS, len(self._at))
        if len(row.read) < needed or not self._required <= row.filled.keys():
            return False
        if self._has_evidence(row):
            return True
        fills_same_columns = len(row.read) >= _MANY_CELLS or self._always <= row.filled.keys()
        return fills_same_columns and self._position is _Position.AFTER_GAP

    def _has_evidence(self, row: _Row) -> bool:
        if len(row.read) < _MIN_CELLS or not self._required <= row.filled.keys():
            return False
        return any(self._at[at].is_evidence(row.filled[at]) for at in row.read)

    def _is_total(self, row: _Row) -> bool:
        """Return whether a row is a total: a word for it, and numbers."""
        cells = list(row.filled.values())
        label = next((one for one in cells if isinstance(one, str) and has_letters(one)), None)
        if label is None or not begins(TOTAL, label) or self._has_evidence(row):
            return False
        return all(
            one == label or is_amount(one) or (isinstance(one, str) and begins(TOTAL, one))
            for one in cells
        )

    def _is_note(self, row: _Row) -> bool:
        """Return whether a row is a note, a place and date, or the office of a signature."""
        named = [row.filled[at] for at in self._required if at in row.filled]
        texts = [one for one in (*named, *list(row.filled.values())[:1]) if isinstance(one, str)]
        is_outside = self._position is not _Position.TABLE or len(row.read) == 1
        if is_outside and any(begins(OFFICE, one) for one in texts):
            return True
        if self._has_evidence(row):
            return False
        if any(begins(NOTE, one) for one in texts):
            return True
        return len(row.filled) <= _MAX_CELLS_OF_A_NOTE and any(
            begins(PLACE_AND_DATE, one)
            for at, one in row.filled.items()
            if isinstance(one, str) and not self._is_birth(at, row)
        )

    def _is_birth(self, at: int, row: _Row) -> bool:
        """Return whether a place and date are those of the birth of the person in a row.

        Those of a signature rarely have a name beside them directly below the table.
        """
        has_person = bool(self._required) and self._required <= row.filled.keys()
        return has_person and at in self._births and self._position is _Position.TABLE


def _cell(cells: Sequence[Cell], at: int) -> Cell:
    return cells[at] if at < len(cells) else None
