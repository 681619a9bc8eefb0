"""Rows between two parts of a table that state another fact, as ``Dusun : Melati`` does."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import attrs

from ...errors import Issue, Severity
from ..cells.cell import Cell
from ..files.sheets import column_letters
from ..headings.fact_lines import fact_lines
from ..headings.table_headings import Headings
from ..layouts.column_bindings import comparable

if TYPE_CHECKING:
    from ..layouts.layout import Layout


def with_fact_groups(headings: Headings) -> Headings:
    """Return the headings of a sheet whose facts above the table may change below it.

    The words of the facts are those of group rows. A region is not: see `other_regions`.
    """
    layout: Layout[Any] = headings.layout
    if layout.groups or layout.rows is not None or layout.is_export:
        return headings
    filled = {one.path for column in headings.columns.values() for one in column.fields()}
    words = {
        word: column.path
        for column in (line.column for line in headings.facts)
        if column is not None and column.path not in {None, *filled} and column.level is None
        for word in column.headings
    }
    groups = {word: path for word, path in words.items() if path is not None}
    if not groups:
        return headings
    return headings._replace(layout=attrs.evolve(layout, groups=groups), has_fact_groups=True)


def other_regions(headings: Headings, row: int, cells: Sequence[Cell]) -> Iterator[Issue]:
    """Yield a warning if a row below the headings states another region than those above."""
    stated = {
        line.column: comparable(line.value)
        for line in headings.facts
        if line.column is not None and line.column.level is not None
    }
    for line in fact_lines(tuple(stated), [(row, cells)]) if stated else ():
        column = line.column
        if column in stated and line.has_colon and comparable(line.value) != stated[column]:
            yield Issue(
                "table.region_below",
                severity=Severity.WARNING,
                params={"heading": column.headings[0]},
                row=row,
                column=column_letters(line.at),
                sheet=headings.sheet.name,
            )
