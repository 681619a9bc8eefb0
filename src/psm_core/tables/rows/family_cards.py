"""The number of the family card in a list of people in which not every row has it.

Offices write it only in the first row of a family, or in a group row above the family. It applies
to the members below whose relation says that they are no head. Where the family of a row is not
certain, the row has no number, and a warning.
"""

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum, auto
from typing import Final, NamedTuple

from ...errors import Issue, Severity
from ...terms import FamilyRelation
from ..cells.absent_numbers import NO_NUMBER
from ..cells.cell import Cell, is_blank
from ..headings.table_headings import Headings
from ..layouts.column_bindings import ColumnBinding, cell_at, is_nothing, value_of

_NUMBERS: Final = (("kk",), ("person", "kk"))
_RELATIONS: Final = (("family_relation",), ("person", "family_relation"))
_HEAD: Final = FamilyRelation.KEPALA_KELUARGA
_FEWEST_OTHERS: Final = 2
"""In how many other columns a row of a person has cells."""
_FEW: Final = 4
"""Of so many members, one may begin a family whose head is not listed."""


class CardPattern(Enum):
    """In which rows a list has the number of the card."""

    FIRST_ROW = auto()
    """In the first row of each family."""
    BY_FAMILY = auto()
    """In other rows of a list that may be in the order of families."""
    LOWER_ROW = auto()
    """In a row below the first member of the first family."""
    UNORDERED = auto()
    """In rows whose neighbours are of other families."""


class _Status(Enum):
    """What is known of the card of the rows that follow."""

    NONE = auto()
    KNOWN = auto()
    UNREADABLE = auto()
    UNCLEAR = auto()


class _Columns(NamedTuple):
    """What gives the number of the card and the relation of a row."""

    kk: ColumnBinding | None
    word: str | None
    """The first word of group rows with the number."""
    number: ColumnBinding
    """The column, else the group row."""
    relation: ColumnBinding


class FamilyCards:
    """Knows in which rows of a sheet the number of the card is, and warns about it once."""

    def __init__(
        self,
        headings: Headings,
        columns: Sequence[ColumnBinding],
        groups: Mapping[str, ColumnBinding],
    ) -> None:
        """Take the columns of a sheet, and first word of a group row → how it fills a field."""
        layout = headings.layout
        is_of_people = layout.rows is None and not layout.is_export
        known = (
            [one for one in columns if one.letters and not one.is_second] if is_of_people else []
        )
        kk = next((one for one in known if one.steps in _NUMBERS), None)
        words = groups.items() if is_of_people else ()
        word = next((word for word, one in words if one.steps in _NUMBERS), None)
        number = kk if word is None else groups[word]
        relation = next((one for one in known if one.steps in _RELATIONS), None)
        self._columns = (
            None if number is None or relation is None else _Columns(kk, word, number, relation)
        )
        self._pattern = CardPattern.UNORDERED
        self.issues: list[Issue] = []
        if kk is None:
            return
        code: str | None = None
        if relation is not None:
            self._pattern = pattern_of(headings, kk, relation)
            code = "table.kk_in_first_row" if self._pattern is CardPattern.FIRST_ROW else None
        elif is_in_some_rows(headings, kk):
            code = "table.kk_in_some_rows"
        if code is not None:
            self.issues.append(
                Issue(
                    code,
                    kk.steps,
                    Severity.WARNING,
                    row=headings.row,
                    column=kk.letters,
                    sheet=headings.sheet.name,
                )
            )

    def filler(self, sheet: str | None) -> "CardFiller | None":
        """Return what fills the rows of a table; None if no row says who is the head."""
        return self._columns and CardFiller(self._columns, self._pattern, sheet)


class CardFiller:
    """Fills the number of the card into the rows of a table, one after another."""

    def __init__(self, columns: _Columns, pattern: CardPattern, sheet: str | None) -> None:
        self._columns, self._pattern, self._sheet = columns, pattern, sheet
        self._status = _Status.UNCLEAR if pattern is CardPattern.LOWER_ROW else _Status.NONE
        self._cell: Cell = None
        self._first: int | None = None
        """The row of the number; None for a group row."""
        self._group: Mapping[str, Cell] | None = None
        self._is_in_group = self._has_head = self._is_reported = False
        self._issue: Issue | None = None
        self._is_filled = False

    def fill(
        self,
        number: int,
        cells: Sequence[Cell],
        group: Mapping[str, Cell],
        *,
        is_below_blank: bool,
    ) -> tuple[Sequence[Cell], Mapping[str, Cell]]:
        """Return the cells of a row, and what the group rows above it give."""
        kk, word = self._columns.kk, self._columns.word
        self._issue, self._is_filled = None, False
        if word is not None and group is not self._group:
            self._group = group
            if word in group:
                self._begin(group[word], None, None)
        own = None if kk is None else cell_at(cells, kk.at)
        if not is_blank(own):
            if own != self._cell or self._is_in_group:
                self._begin(own, number, self._relation(cells))
            elif not self._has_head:
                self._has_head = self._relation(cells) is _HEAD
            return cells, group
        relation = self._relation(cells)
        if self._is_in_group and word is not None:
            return cells, self._of_group_row(number, group, word, relation)
        is_certain = isinstance(relation, FamilyRelation) and not is_below_blank
        if relation is _HEAD:
            self._end_at_head(number)
        elif self._is_member(number, is_certain=is_certain) and kk is not None:
            return self._filled(cells, kk), group
        return cells, group

    def issues(self, known: Sequence[Issue]) -> list[Issue]:
        """Return the issues of the row that was filled last, with its own warning.

        A warning about the number of the card is at the row that has it.
        """
        if self._is_filled:
            letters = self._columns.number.letters
            return [x for x in known if x.column != letters or x.severity is Severity.ERROR]
        return [*known, *filter(None, [self._issue])]

    def _relation(self, cells: Sequence[Cell]) -> object:
        one = self._columns.relation
        return value_of(one, cell_at(cells, one.at))

    def _begin(self, cell: Cell, row: int | None, relation: object) -> None:
        """Take the number of a card for the rows that follow."""
        value = value_of(self._columns.number, cell)
        was = self._status
        self._cell, self._first, self._is_in_group = cell, row, row is None
        self._has_head, self._is_reported = relation is _HEAD, False
        if value is None or (isinstance(value, Issue) and _says_none(value)):
            is_member = isinstance(relation, FamilyRelation) and relation is not _HEAD
            is_unclear = is_member and was is not _Status.NONE
            self._status = _Status.UNCLEAR if is_unclear else _Status.NONE
        else:
            self._status = _Status.UNREADABLE if isinstance(value, Issue) else _Status.KNOWN

    def _of_group_row(
        self, number: int, group: Mapping[str, Cell], word: str, relation: object
    ) -> Mapping[str, Cell]:
        """Return what the group rows above a row give, without the number if it is not its own."""
        if relation is _HEAD and self._has_head and self._status is not _Status.NONE:
            self._status = _Status.UNCLEAR
        self._has_head = self._has_head or relation is _HEAD
        is_first_error = self._status is _Status.UNREADABLE and not self._is_reported
        if is_first_error or self._status in {_Status.NONE, _Status.KNOWN}:
            self._is_reported = True
            return group
        self._warn(number)
        return {one: cell for one, cell in group.items() if one != word}

    def _is_member(self, number: int, *, is_certain: bool) -> bool:
        """Return whether a row without a number has that of the family; warn if it may have it."""
        if self._status is _Status.NONE or self._pattern is CardPattern.UNORDERED:
            return False
        is_in_first_row = self._pattern is CardPattern.FIRST_ROW
        if self._status is _Status.KNOWN and is_in_first_row:
            if is_certain:
                return True
            self._status = _Status.UNCLEAR
        self._warn(number)
        return False

    def _end_at_head(self, number: int) -> None:
        """End the family at a head without a number."""
        is_first = self._status is not _Status.NONE and not self._has_head
        self._has_head = True
        if is_first and self._pattern is not CardPattern.UNORDERED:
            self._status = _Status.UNCLEAR
            self._warn(number)
            return
        self._status = _Status.NONE
        if self._pattern is CardPattern.FIRST_ROW:
            self._issue = self._warning("row.kk_missing", number)

    def _filled(self, cells: Sequence[Cell], kk: ColumnBinding) -> Sequence[Cell]:
        self._is_filled = True
        before = [*cells[: kk.at], *[None] * (kk.at - len(cells))]
        return [*before, self._cell, *cells[kk.at + 1 :]]

    def _warn(self, number: int) -> None:
        """Warn that a row has no number, because that of its family is not known."""
        is_unread = self._status is _Status.UNREADABLE
        self._issue = self._warning("row.kk_unread" if is_unread else "row.kk_unclear", number)

    def _warning(self, code: str, number: int) -> Issue:
        first = {} if code == "row.kk_missing" or self._first is None else {"first": self._first}
        one = self._columns.number
        column = one.letters or None
        params: dict[str, str | int] = {**first}
        return Issue(
            code, one.steps, Severity.WARNING, params, row=number, column=column, sheet=self._sheet
        )


def _says_none(issue: Issue) -> bool:
    """Return whether a cell says that there is no number, in words or with a placeholder."""
    return issue.code == NO_NUMBER or issue.code.endswith(".placeholder")


def _first_rows(headings: Headings) -> Iterator[tuple[Sequence[Cell], Sequence[Cell]]]:
    """Yield the cells of the first rows of the table, as in the sheet and with merged cells."""
    sheet, block = headings.sheet, headings.blocks[0]
    rows = sheet.first_rows()
    filler = sheet.merged and sheet.merged.filler(block.columns(headings.named))
    for number, cells in rows:
        filled = filler.fill(number, cells) if filler else cells
        if number > headings.row:
            yield block.cells(cells), block.cells(filled)


def pattern_of(headings: Headings, kk: ColumnBinding, relation: ColumnBinding) -> CardPattern:
    """Return in which rows the number is, as far as the first rows of the sheet show."""
    repeated = others = blank = heads = 0
    is_above = False
    card: Cell = None
    for cells, filled in _first_rows(headings):
        value = value_of(relation, cell_at(filled, relation.at))
        if not isinstance(value, FamilyRelation):
            continue
        is_member = value is not _HEAD
        own, whole = cell_at(cells, kk.at), cell_at(filled, kk.at)
        if is_blank(whole):
            blank += is_member
            heads += not is_member
            is_above = is_above or (is_member and card is None)
        elif not is_blank(own) and not is_nothing(own, kk):
            repeated += is_member and own == card
            others += is_member and own != card
        card = card if is_blank(whole) else whole
    if is_above and others <= blank:
        return CardPattern.LOWER_ROW
    if blank and not repeated and _FEW * others <= blank:
        return CardPattern.FIRST_ROW
    return CardPattern.BY_FAMILY if others <= blank + heads + repeated else CardPattern.UNORDERED


def is_in_some_rows(headings: Headings, kk: ColumnBinding) -> bool:
    """Return whether perhaps only the first rows of families have it, where no row is of a head."""
    cards: list[Cell] = []
    blank = 0
    for _, filled in _first_rows(headings):
        own = cell_at(filled, kk.at)
        others = sum(not is_blank(cell) for at, cell in enumerate(filled) if at != kk.at)
        if others < _FEWEST_OTHERS:
            continue
        if is_blank(own):
            blank += bool(cards)
        elif not is_nothing(own, kk):
            cards.append(own)
    return len(cards) == len(set(cards)) and 1 < len(cards) <= blank
