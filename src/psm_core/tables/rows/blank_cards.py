"""Rows without a number of the family card, in a list of families: where they belong.

With a column for the relation (SHDK), a member belongs to the family above, and a second head
begins another one. Without such a column, a row only belongs to the family above if the list has
the number in the first row of each family.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from ..._core.field_paths import steps_of
from ..._paths import Steps
from ...errors import Issue, Severity
from ...records.families import Family
from ..cells.cell import Cell, is_blank
from ..headings.table_headings import Headings
from ..layouts.column_bindings import ColumnBinding, cell_at, value_of
from .family_cards import CardPattern, is_in_some_rows, pattern_of

_KK: Final[Steps] = ("kk",)


class BlankCards:
    """Decides whether rows without a number are of the family above, and warns about the others."""

    def __init__(
        self, headings: Headings, columns: Sequence[ColumnBinding], kk: ColumnBinding
    ) -> None:
        """Take the columns of a sheet, and that of the number."""
        layout = headings.layout
        self._headings, self._kk = headings, kk
        relation_steps = (layout.rows, 0, "relation")
        relation = next((one for one in columns if one.steps == relation_steps), None)
        self._has_relation = relation is not None
        if relation is None:
            self._is_joined = is_in_some_rows(headings, kk)
        else:
            self._is_joined = pattern_of(headings, kk, relation) is not CardPattern.UNORDERED
        self._of_family = [
            one for one in columns if one.letters and one.steps[0] not in {layout.rows, "kk"}
        ]
        """The columns with facts of the family."""
        self._code: str | None = None
        self._heads: set[int] = set()
        """Rows of heads with a warning."""
        self.of_rows: dict[int, Issue] = {}
        """Number of a row → the warning that it was not taken for one of the family above."""

    @classmethod
    def of(cls, headings: Headings, columns: Sequence[ColumnBinding]) -> "BlankCards | None":
        """Return what decides it; None for a list of something else, or without such a column."""
        layout = headings.layout
        if layout.record_class is not Family or tuple(map(steps_of, layout.row_key)) != (_KK,):
            return None
        kk = next((one for one in columns if one.steps == _KK and one.letters), None)
        return None if kk is None else cls(headings, columns, kk)

    def is_of_family(
        self, cells: Sequence[Cell], number: int, first: Sequence[Cell], row: int
    ) -> bool:
        """Return whether a row that is no head is of the family above, with its first row."""
        if self._has_relation:
            return self._is_joined
        if not self._is_joined:
            self._code = "table.kk_in_some_rows"
            return False
        if any(self._differs(one, cells, first) for one in self._of_family):
            self._warn("row.kk_unclear", number, row)
            return False
        self._code = "table.kk_in_first_row"
        return True

    def is_of_unnumbered(self, number: int, *, is_absent: bool) -> bool:
        """Return whether a row that is no head is of the family above, which has no number.

        `is_absent` is whether its cell says that there is no number.
        """
        if not self._has_relation and self._is_joined and not is_absent:
            self._warn("row.kk_unclear", number, None)
        return self._has_relation

    def begin_at_head(self, number: int, first: int, *, is_below_number: bool) -> None:
        """Warn about a head without a number, below a family that has one or had this warning.

        `first` is the first row of the family above.
        """
        if is_below_number or first in self._heads:
            self._heads.add(number)
            self._warn("row.kk_missing", number, None)

    def sheet_issues(self) -> Iterator[Issue]:
        """Yield the warning about the whole sheet, if there is one."""
        if self._code is not None:
            yield self._issue(self._code, self._headings.row, {})

    def _differs(self, one: ColumnBinding, cells: Sequence[Cell], first: Sequence[Cell]) -> bool:
        """Return whether a row has another value than the first one of the family."""
        cell = cell_at(cells, one.at)
        return not is_blank(cell) and value_of(one, cell) != value_of(one, cell_at(first, one.at))

    def _warn(self, code: str, number: int, first: int | None) -> None:
        self.of_rows[number] = self._issue(code, number, {} if first is None else {"first": first})

    def _issue(self, code: str, row: int, params: dict[str, str | int]) -> Issue:
        sheet, column = self._headings.sheet.name, self._kk.letters
        return Issue(code, _KK, Severity.WARNING, params, row=row, column=column, sheet=sheet)
