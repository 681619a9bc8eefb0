"""The cell of an issue: the column that fills the field of its path."""

from collections.abc import Iterable, Mapping, Sequence

import attrs

from ..._paths import Steps
from ...errors import Issue
from ..layouts.column_bindings import ColumnBinding


class IssueLocator:
    """Adds sheet, row and column to the issues of a record."""

    def __init__(self, sheet: str | None, columns: Sequence[ColumnBinding]) -> None:
        """Prepare for the columns of a sheet."""
        self._sheet, self._columns = sheet, columns
        self._inside: dict[Steps, str] = {}
        for one in columns:
            for length in range(len(one.steps) + 1):
                self._inside.setdefault(one.steps[:length], one.letters)
        self.letters: dict[Steps, str] = {one.steps: one.letters for one in reversed(columns)}
        """Path → letters of the column that fills it."""

    def at_cells(self, number: int, issues: Iterable[Issue]) -> list[Issue]:
        """Return the issues of the record of a row with their cells."""
        return [
            attrs.evolve(
                issue,
                row=number,
                sheet=self._sheet,
                column=self._column(issue),
                params=self._params(issue),
            )
            for issue in issues
        ]

    def _column(self, issue: Issue) -> str | None:
        """Return the column of an issue; empty letters mean that no cell has the value."""
        return (self._letters(issue.path) if issue.column is None else issue.column) or None

    def _params(self, issue: Issue) -> Mapping[str, str | int]:
        """Return the parameters of an issue; for a missing field, the heading of its column."""
        if issue.code != "field.missing" or issue.params:
            return issue.params
        inside = (one for one in self._columns if one.steps[: len(issue.path)] == issue.path)
        heading = next((one.column.headings[0] for one in inside), None)
        return issue.params if heading is None else {"what": heading}

    def _letters(self, path: Steps) -> str | None:
        """Return the column of a path, else of a field inside it, else of a record around it."""
        if path in self._inside:
            return self._inside[path]
        around = (path[:length] for length in range(len(path) - 1, 0, -1))
        return next((self.letters[steps] for steps in around if steps in self.letters), None)
