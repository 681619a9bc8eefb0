"""Which rows of a sheet belong to its table, and which stand below it or between its rows.

Below a table stand its totals, the place and date, who signs, notes, page footers, a second table.
Such a row seldom has a running number, a NIK or a telephone number, and seldom fills the columns
that the rows of the table fill. Words alone decide only where the cells leave it open.
"""

import re
from collections import deque
from collections.abc import Mapping, Sequence
from datetime import date, time
from enum import Enum, auto
from typing import Final, Literal, NamedTuple

from .._core.field_types import FieldType, TermType, unwrap
from ..errors import Issue, Severity
from ..values.personal_number import LENGTH, PersonalNumber
from ..values.phone import PhoneNumber
from .cell_values import CellReader
from .cells import Cell, Unread, is_blank, without_apostrophe
from .files.sheets import column_letters
from .layout import folded
from .row_kinds import is_numbering, told

_TOTAL: Final = r"(?:sub\s*-?\s*|grand\s+)?(?:jumlah|jml|total|rata\s*-?\s*rata|rerata)\b"
_BELOW: Final = (
    r"(?:mengetahui|menyetujui|disetujui|disahkan|mengesahkan|diperiksa|disusun|diketahui"
    r"|dibuat\s+(?:oleh|di)|yang\s+(?:membuat|mendata|melapor\w*|bertanda)|catatan\b|keterangan\b"
    r"|ket\s*[.:]|nb\b|n\.b|note\s*:|sumber(?=\s*(?:data\b|[:.]|$))|ttd\b|ttd\.|t\.t\.d|tanda\s+tangan|tertanda|tembusan"
    r"|a\.\s*n\.|an\.\s|u\.\s*b\.|plt\.|nip\b|nrp\b|dicetak|halaman|hal\.|page\b|lampiran"
    r"|rekap\w*|demikian\b|hormat(?=\s*(?:kami\b|saya\b|[,.:]|$))|dokumen\s+ini|\*)"
)
_OFFICE: Final = (
    r"(?:kepala|kasi|kabid|kadis|ketua|sekretaris|bendahara|lurah|camat|bupati|wali\s*kota|gubernur"
    r"|koordinator|pendamping|petugas|operator|pembina|penanggung|pj\b|pejabat|enumerator)\b"
)
_MONTHS: Final = (
    "jan(?:uari)?|feb(?:ruari)?|pebruari|mar(?:et)?|apr(?:il)?|mei|juni?|juli?|agu(?:stus)?|ags"
    "|sep(?:t|tember)?|okt(?:ober)?|nov(?:ember)?|nop(?:ember)?|des(?:ember)?"
)
_PLACE_AND_DATE: Final = (
    r"[^\W\d][^\d,]*,\s*(?:tgl\.?|tanggal)?[\s\d._\u2026]*"
    rf"(?:(?:{_MONTHS})\b|[-/]\d{{1,2}}[-/]|20\d\d)"
)
_UNITS: Final = r"\b(?:rp|idr|orang|org|jiwa|kk|kpm|unit|keluarga|penerima|desa|rt|rw)\b"
_RUNNING: Final = frozenset({"no", "nomor", "nourut", "nomorurut", "nr"})
_RUNNING_NUMBER: Final = r"\(?([0-9]{1,6})[a-z]?[.)]?"
_LIKE_NIK: Final = r"\W*(?:[0-9][\s.\-]*){13,17}|[0-9][.,][0-9]+e\+?[0-9]{2}"
_LEAST_NIK: Final = 10**12
_SAMPLE: Final = 200
_MOSTLY: Final = 0.8
_DENSE: Final = 4
_MOST_CELLS_OF_A_NOTE: Final = 3
_MOST_RANGES: Final = 20
_FEWEST_CELLS: Final = 2
_LONGEST: Final = 200
_MOST_NUMBER: Final = 1_000_000


class TableColumn(NamedTuple):
    """A column that is read, as this module needs it."""

    at: int
    field_type: FieldType
    read: CellReader
    is_required: bool
    """Whether no record can be made without it."""

    @property
    def is_number_of_a_person(self) -> bool:
        """Whether it holds a NIK or a KK number."""
        return issubclass(unwrap(self.field_type).python_type, PersonalNumber)

    def is_evidence(self, cell: Cell) -> bool:
        """Tell whether a cell holds what only a row of the table has here.

        Any text is a name or a street, and any small number can be the code of a term.
        """
        inner = unwrap(self.field_type)
        if isinstance(inner, TermType):
            if not isinstance(cell, str) or not any(map(str.isalpha, cell)):
                return False
        elif inner.python_type not in {date, time, PhoneNumber} and not self.is_number_of_a_person:
            return False
        return not isinstance(self.read(cell), Issue)


class _Place(Enum):
    """Where a row stands, as far as the rows before it say."""

    TABLE = auto()
    AFTER_GAP = auto()
    """Behind a blank row or a total: the table may go on."""
    BELOW = auto()
    """Behind a line that stands below a table: a signature, a note."""
    OTHER_TABLE = auto()
    """Behind the headings of another table."""


class _Line(NamedTuple):
    """A row that is looked at closely."""

    filled: Mapping[int, Cell]
    """Number of a column from 0 → its cell, where the cell is not blank."""
    read: Sequence[int]
    """Numbers of the filled columns that are read."""
    number: int | None
    """The running number."""


class _Ranges:
    """Numbers of rows as people write them, ``19-25, 40``: a bounded number of ranges."""

    def __init__(self) -> None:
        self._ranges: list[tuple[int, int]] = []
        self._is_open = self._has_more = False

    def add(self, number: int) -> None:
        """Add a row; it extends the last range unless that was closed."""
        if self._is_open:
            self._ranges[-1] = (self._ranges[-1][0], number)
        elif len(self._ranges) < _MOST_RANGES:
            self._ranges.append((number, number))
            self._is_open = True
        else:
            self._has_more = True

    def close(self) -> None:
        """End the last range, because a row of the table follows."""
        self._is_open = False

    @property
    def first(self) -> int | None:
        """The first row, when there is any."""
        return self._ranges[0][0] if self._ranges else None

    def __str__(self) -> str:
        """Return the ranges."""
        written = [str(a) if a == b else f"{a}-{b}" for a, b in self._ranges]
        return ", ".join([*written, *(["\u2026"] if self._has_more else [])])


class TableRows:
    """Decides row by row what belongs to the table, and remembers what does not."""

    def __init__(self, columns: Sequence[TableColumn], header_row: int, sheet: str | None) -> None:
        """Prepare for a table whose headings end in a row."""
        self._at = {one.at: one for one in columns}
        self._people = [one.at for one in columns if one.is_number_of_a_person]
        self._required = {one.at for one in columns if one.is_required}
        self._left = range(min(self._at, default=0))
        self._sheet = sheet
        self._headings: deque[list[Cell]] = deque(maxlen=2)
        self._place, self._last_row = _Place.TABLE, header_row
        self._may_be_numbering = True
        self._last_cells: Sequence[Cell] = ()
        self._seen = 0
        self._with_number = dict.fromkeys(self._left, 0)
        self._always: set[int] = set()
        self._unread = _Ranges()
        self._unread_column = ""

    def note_heading(self, cells: Sequence[Cell]) -> None:
        """Remember a row of the headings, which printed lists repeat on each page."""
        self._headings.append(told(cells))

    def holds(self, number: int, cells: Sequence[Cell]) -> bool:
        """Tell whether a row that is not blank belongs to the table."""
        is_next = number == self._last_row + 1
        self._last_row = number
        if self._may_be_numbering:
            self._may_be_numbering = False
            if is_numbering(told(cells)):
                return False
        if is_next and self._place is _Place.TABLE and self._is_plain(cells):
            self._last_cells = cells
            return True
        if not is_next and self._seen and self._place is _Place.TABLE:
            self._place = _Place.AFTER_GAP
        return self._decide(number, cells)

    def skip(self, number: int) -> None:
        """Take a row that was read otherwise for one of the table."""
        self._last_row = number

    def unread(self) -> Issue | None:
        """Return the warning that says which rows were not read, when there are any."""
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

    def _is_plain(self, cells: Sequence[Cell]) -> bool:
        """Tell whether a row holds 16 digits where a NIK stands, as most rows do."""
        if self._seen < _SAMPLE:
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
        if list(filled.values()) in self._headings:
            self._place, self._may_be_numbering = _Place.TABLE, True
            return False
        line = _Line(filled, [at for at in filled if at in self._at], self._running(filled))
        if not line.read and line.number is not None and len(filled) == 1:
            return False  # a number that was filled in beforehand, and no more
        if self._is_record(line) if line.read else self._is_apart(line):
            self._note(line, cells)
            return True
        self._unread_column = self._unread_column or column_letters(min(filled))
        self._unread.add(number)
        return False

    def _note(self, line: _Line, cells: Sequence[Cell]) -> None:
        """Remember what the rows of the table have in common."""
        self._place, self._last_cells = _Place.TABLE, cells
        self._unread.close()
        if self._seen < _SAMPLE:
            self._always = self._always & set(line.read) if self._seen else set(line.read)
            self._seen += 1
            for at in self._left:
                self._with_number[at] += _number(line.filled.get(at)) is not None

    def _running(self, filled: Mapping[int, Cell]) -> int | None:
        """Return the running number of a row, when it has one."""
        numbers = (_number(filled[at]) for at in self._left if at in filled)
        return next((one for one in numbers if one is not None), None)

    def _number_column(self) -> int | None:
        """Return the column of the running numbers: most rows have one in it."""
        for at in self._left:
            if self._seen and self._with_number[at] >= _MOSTLY * self._seen:
                return at
        return None

    def _is_record(self, line: _Line) -> bool:
        """Tell whether a row with cells that are read belongs to the table."""
        if any(_is_like_nik(line.filled.get(at)) for at in self._people):
            return True
        if self._seen and _is_heading(line.filled):
            self._place = _Place.OTHER_TABLE
        if self._place is _Place.OTHER_TABLE:
            return False
        if line.number is not None and self._goes_on(line, line.number):
            return True
        if self._is_total(line) or self._is_note(line):
            return self._is_apart(line)
        return self._is_sparse_record(line) if self._place is _Place.TABLE else self._fits(line)

    def _is_apart(self, line: _Line) -> Literal[False]:
        """Note that a row does not belong to the table, and how likely the table goes on below."""
        if self._place is not _Place.OTHER_TABLE and self._is_note(line):
            self._place = _Place.BELOW
        elif self._place is _Place.TABLE:
            self._place = _Place.AFTER_GAP
        return False

    def _goes_on(self, line: _Line, number: int) -> bool:
        """Tell whether a running number continues those of the table, or begins a next group."""
        if self._place is _Place.TABLE:
            return True
        last = {at: c for at in self._left if (c := _cell(self._last_cells, at)) is not None}
        before = self._running(last) or 0
        if self._place is _Place.AFTER_GAP and number > before:
            return True
        return number == before + 1 or self._fits(line)

    def _is_sparse_record(self, line: _Line) -> bool:
        """Tell whether a row right below another row of the table is one, though it tells little.

        One cell alone is a record where it names somebody and the table has no running numbers.
        """
        numbered = self._number_column()
        is_group = numbered is not None and numbered in line.filled
        if len(line.read) > 1 and not is_group:
            return True
        if numbered is None and self._names_somebody(line.read[0], line.filled[line.read[0]]):
            return True
        return self._is_apart(line)

    def _names_somebody(self, at: int, cell: Cell) -> bool:
        """Tell whether a cell alone can be meant for a record: a name, or a NIK with a mistake."""
        is_cut_number = at in self._people and re.fullmatch(r"[\d\s.-]+", str(cell)) is not None
        return not self._required or at in self._required or is_cut_number

    def _fits(self, line: _Line) -> bool:
        """Tell whether a row apart from the others has what only a row of the table has."""
        fewest = min(_FEWEST_CELLS, len(self._at))
        if len(line.read) < fewest or not self._required <= line.filled.keys():
            return False
        if self._has_evidence(line):
            return True
        looks_alike = len(line.read) >= _DENSE or self._always <= line.filled.keys()
        return looks_alike and self._place is _Place.AFTER_GAP

    def _has_evidence(self, line: _Line) -> bool:
        if len(line.read) < _FEWEST_CELLS or not self._required <= line.filled.keys():
            return False
        return any(self._at[at].is_evidence(line.filled[at]) for at in line.read)

    def _is_total(self, line: _Line) -> bool:
        """Tell whether a row is a total: the word for it, and numbers."""
        cells = list(line.filled.values())
        label = next((one for one in cells if isinstance(one, str) and _has_letters(one)), None)
        if label is None or not _begins(_TOTAL, label) or self._has_evidence(line):
            return False
        return all(
            one == label or _is_amount(one) or (isinstance(one, str) and _begins(_TOTAL, one))
            for one in cells
        )

    def _is_note(self, line: _Line) -> bool:
        """Tell whether a row is a note, a place and date, or an office that signs."""
        named = [line.filled[at] for at in self._required if at in line.filled]
        texts = [one for one in (*named, *list(line.filled.values())[:1]) if isinstance(one, str)]
        is_apart = self._place is not _Place.TABLE or len(line.read) == 1
        if is_apart and any(_begins(_OFFICE, one) for one in texts):
            return True
        if self._has_evidence(line):
            return False
        if any(_begins(_BELOW, one) for one in texts):
            return True
        return len(line.filled) <= _MOST_CELLS_OF_A_NOTE and any(
            _begins(_PLACE_AND_DATE, one) for one in line.filled.values() if isinstance(one, str)
        )


def _cell(cells: Sequence[Cell], at: int) -> Cell:
    return cells[at] if at < len(cells) else None


def _begins(pattern: str, text: str) -> bool:
    return re.match(rf"\W*{pattern}", text[:_LONGEST], re.IGNORECASE) is not None


def _has_letters(text: str) -> bool:
    return any(map(str.isalpha, text))


def _number(cell: Cell) -> int | None:
    """Return a running number, as a number or as text: 12, 12., (12), 12a."""
    if isinstance(cell, str):
        found = re.fullmatch(_RUNNING_NUMBER, cell, re.ASCII | re.IGNORECASE)
        return int(found[1]) if found else None
    if isinstance(cell, bool) or not isinstance(cell, int | float) or cell != cell // 1:
        return None
    return int(cell) if 0 <= cell < _MOST_NUMBER else None


def _is_like_nik(cell: Cell) -> bool:
    """Tell whether a cell holds a NIK or a KK number, also one that cannot be read."""
    if isinstance(cell, str):
        return re.fullmatch(_LIKE_NIK, cell[:_LONGEST], re.ASCII | re.IGNORECASE) is not None
    return isinstance(cell, int | float) and cell >= _LEAST_NIK


def _is_heading(filled: Mapping[int, Cell]) -> bool:
    """Tell whether a row has the headings of another table: words, and one for the number."""
    cells = list(filled.values())
    if len(cells) < _FEWEST_CELLS or not all(isinstance(one, str) for one in cells):
        return False
    names = [folded(one) for one in cells]
    return not _RUNNING.isdisjoint(names) and not any(re.search("[0-9]", one) for one in names)


def _is_amount(cell: Cell) -> bool:
    """Tell whether a cell of a total holds a number, with its unit or without."""
    if isinstance(cell, str):
        return not _has_letters(re.sub(_UNITS, "", cell[:_LONGEST], flags=re.IGNORECASE))
    return isinstance(cell, int | float | Unread)
