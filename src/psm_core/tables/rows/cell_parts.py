"""Cells with several values: one cell for each part, and what is missing."""

from typing import NamedTuple

from ..._core.field_paths import field_type_at, steps_of
from ..._core.field_types import TextType, unwrap_optional
from ...errors import Issue, ParseError, Severity
from ..cells.cell import Cell, is_blank, without_apostrophe
from ..cells.splitters import LONGEST
from ..layouts.layout import Column


class Splitter(NamedTuple):
    """Splits the cells of one column."""

    at: int
    """The number of the column, from 0."""
    column: Column
    whole: int
    """The number of the part that a cell belongs to which is no text, such as a date."""

    @classmethod
    def of(cls, record_class: type, at: int, column: Column) -> "Splitter":
        """Return what splits the cells of a column of a record class."""
        shapes = [
            unwrap_optional(field_type_at(record_class, steps_of(one.path or "")))
            for one in column.parts
        ]
        plain = (n for n, field_type in enumerate(shapes) if not isinstance(field_type, TextType))
        return cls(at, column, next(plain, 0))

    def split(self, cell: Cell) -> tuple[list[Cell], list[tuple[int, Issue]]]:
        """Return a cell for each part, and issues with the number of the part they are about."""
        parts = self.column.parts
        cell = without_apostrophe(cell)
        cells: list[Cell] = [None] * len(parts)
        if is_blank(cell):
            return cells, []
        is_short = isinstance(cell, str) and len(cell) <= LONGEST
        if self.column.split is None or not isinstance(cell, str) or not is_short:
            cells[self.whole] = cell
        else:
            try:
                cells = list(self.column.split(cell))
            except ParseError as error:
                names = ", ".join(part.headings[0] for part in parts)
                return [None] * len(parts), [(0, _named(error.issue, names))]
        if None not in cells or not any(
            _says(one, part) for one, part in zip(cells, parts, strict=True)
        ):
            return cells, []
        return cells, [
            (number, Issue("cell.part_missing", (), Severity.WARNING, {"part": part.headings[0]}))
            for number, (one, part) in enumerate(zip(cells, parts, strict=True))
            if one is None
        ]


def _named(issue: Issue, parts: str) -> Issue:
    return Issue(issue.code, severity=issue.severity, params={"parts": parts, **issue.params})


def _says(cell: Cell, column: Column) -> bool:
    return cell is not None and str(cell).strip().casefold() not in column.blank
