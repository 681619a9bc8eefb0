"""The example row of a template: it is no record, and says so in one of its cells."""

from collections.abc import Iterator, Sequence
from typing import Any

from ...errors import Issue, Severity
from ..cells.cell import Cell, is_blank
from ..files.sheets import column_letters
from ..layouts.layout import Layout

EXAMPLE_MARK = "CONTOH: baris ini tidak dibaca"
"""The first cell of an example row, in every template.

A row is an example only if a whole cell has this text, so that a person named Contoh is read."""


class ExampleRows:
    """Finds the example rows of a sheet, and those in which somebody wrote something else."""

    def __init__(self, layout: Layout[Any], sheet: str | None) -> None:
        """Prepare for a sheet with a layout."""
        self._layout, self._sheet = layout, sheet
        self._known: frozenset[str] | None = None
        self.issues: list[Issue] = []
        """A warning for each example row with other values than those of the template."""

    def contains(self, number: int, cells: Sequence[Cell]) -> bool:
        """Return whether a row is an example."""
        if EXAMPLE_MARK not in cells:
            return False
        if any(text not in self._texts() for text in _texts_of(cells)):
            issue = Issue(
                "row.example_changed",
                severity=Severity.WARNING,
                row=number,
                column=column_letters(cells.index(EXAMPLE_MARK)),
                sheet=self._sheet,
            )
            self.issues.append(issue)
        return True

    def _texts(self) -> frozenset[str]:
        """Return the text of each cell that the example row of a template may have."""
        from .example_values import example_values  # noqa: PLC0415 - few files have an example

        if self._known is None:
            values = map(str, example_values(self._layout).values())
            self._known = frozenset({EXAMPLE_MARK, *values})
        return self._known


def _texts_of(cells: Sequence[Cell]) -> Iterator[str]:
    """Yield the text of each filled cell; that of a whole number without decimals."""
    for cell in cells:
        if isinstance(cell, float) and cell.is_integer():
            yield str(int(cell))
        elif not is_blank(cell):
            yield str(cell).strip()
