"""The example row of a template, which is a valid row of the layout."""

from collections.abc import Mapping, Sequence
from typing import Any

from ..._core.builder import INVALID
from ..._core.field_paths import steps_of
from ...errors import Issue
from ...regions import load_regions
from ..files.sheets import Rows, Sheet
from ..headings.first_rows import OpenSheet
from ..headings.table_headings import Headings
from ..layouts.layout import Column, Layout
from ..rows.reader import RowReader
from ..rows.required_values import GivenValues
from .example_values import example_values

Cells = Mapping[Column, str | int]
"""Column → its example."""


def valid_example(layout: Layout[Any], columns: Sequence[Column]) -> Cells:
    """Return the example of each column that a valid row has.

    Fields that do not go together, such as the reason for a missing NIK beside a NIK, are left
    blank. So is every field but the required ones if no row of examples would be valid.
    """
    row = _ExampleRow(layout, columns)
    wanted = example_values(layout)
    kept = dict(wanted)
    while issues := row.issues(kept):
        dropped = {column for issue in issues for column in _causes(issue, kept)}
        if not dropped:
            break
        kept = {column: value for column, value in kept.items() if column not in dropped}
    for column in columns:
        if column in wanted and column not in kept:
            more = {**kept, column: wanted[column]}
            kept = kept if row.issues(more) else more
    return kept


class _ExampleRow:
    """Reads a row of examples as a row of a file with the headings of the template."""

    def __init__(self, layout: Layout[Any], columns: Sequence[Column]) -> None:
        self._layout, self._columns = layout, columns
        sheet = OpenSheet(Sheet(None, _no_rows))
        at = {index: column for index, column in enumerate(columns) if column.path or column.parts}
        headings = Headings(layout, sheet, 1, at, frozenset(range(len(columns))), {}, (), {})
        self._reader = RowReader(
            headings,
            given=GivenValues({}, tuple(layout.required_values), is_required=False),
            key=layout.name,
            within=None,
            regions=load_regions(),
        )

    def issues(self, values: Cells) -> list[Issue]:
        """Return the issues of a row with some of the examples."""
        cells = [values.get(column) for column in self._columns]
        record, issues = self._reader.record(2, cells, {})
        return issues or ([Issue("row.single_cell")] if record is INVALID else [])


def _no_rows() -> Rows:  # pragma: no cover - a row of examples is in no sheet
    yield from ()


def _causes(issue: Issue, values: Cells) -> set[Column]:
    """Return the optional columns of the field of an issue, else those of its record."""
    optional = [
        (column, steps_of(column.path))
        for column in values
        if column.path is not None and not column.required
    ]
    for steps in (issue.path, issue.path[:-1]):
        found = {column for column, path in optional if path[: len(steps)] == steps}
        if found:
            return found
    return set()
