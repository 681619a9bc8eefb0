"""The check of one record batch by the reader of single rows."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from .._core.field_types import unwrap
from ..errors import Issue, Severity
from ..tables.cells import Cell
from ..tables.layout import dotted, field_type_at, steps_of
from ..tables.single_rows import SingleRows
from .arrow import Array, Batch, arrow
from .cells import cells_of, readable
from .check_results import IssueRow, issue_table


class Checked(NamedTuple):
    """Which rows are valid, and their issues."""

    is_valid: Array
    issues: Any


class BatchCheck:
    """Checks record batches with the same columns."""

    def __init__(self, rows: SingleRows[Any]) -> None:
        """Prepare for the columns of a table."""
        self._rows = rows
        headings = rows.sheet.headings
        record_class = headings.layout.record_class
        self._classes: dict[int, type | None] = dict.fromkeys(headings.columns)
        for at, column in headings.columns.items():
            if column.path is not None and not column.is_age:
                field_type = unwrap(field_type_at(record_class, steps_of(column.path)))
                self._classes[at] = field_type.python_type
        self.file_issues: list[Issue] = []
        """What the rows of the last batch say about the whole file."""

    def check(self, batch: Batch, first_row: int) -> Checked:
        """Return which rows of a batch are valid, and their issues."""
        self.file_issues = []
        columns = [self._cells(batch, at) for at in range(batch.num_columns)]
        is_valid: list[bool] = []
        found: list[IssueRow] = []
        for number, cells in enumerate(zip(*columns, strict=True), start=first_row):
            issues = self._of_row(self._rows.read(cells).issues)
            is_valid.append(all(one.severity is not Severity.ERROR for one in issues))
            found += (self._as_row(number, one) for one in issues)
        return Checked(arrow.array(is_valid, arrow.bool_()), issue_table(found))

    def issues_at(self, batch: Batch, rows: Sequence[int]) -> Iterator[Sequence[Issue]]:
        """Yield the issues of some rows of a batch, with their columns and parameters."""
        chosen = batch.take(arrow.array(rows, arrow.int64()))
        columns = [self._cells(chosen, at) for at in range(chosen.num_columns)]
        for cells in zip(*columns, strict=True):
            yield self._of_row(self._rows.read(cells).issues)

    def _of_row(self, issues: Iterable[Issue]) -> list[Issue]:
        """Return the issues of a row, without those about the whole file, which are kept apart."""
        header_row = self._rows.sheet.header_row
        own: list[Issue] = []
        for one in issues:
            (self.file_issues if (one.row or 0) <= header_row else own).append(one)
        return own

    def _as_row(self, number: int, issue: Issue) -> IssueRow:
        return IssueRow(
            number,
            self._rows.name_of(issue),
            dotted(issue.path) or None,
            issue.code,
            issue.severity.value,
        )

    def _cells(self, batch: Batch, at: int) -> Sequence[Cell]:
        """Return the cells of a column."""
        kind = batch.schema.field(at).type
        if arrow.types.is_nested(kind):
            if at in self._classes:
                name = batch.schema.names[at]
                raise TypeError(f"the column {name!r} holds {kind}; give it one value in each row")
            return [None] * batch.num_rows
        return cells_of(readable(batch.column(at), value_class=self._classes.get(at)))
