"""Warnings about the sheets of a workbook that were not read, visible or hidden."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Any, Final

from ..._core.field_paths import steps_of
from ...errors import Issue, Severity, TableError
from ..cells.cell import is_blank
from ..layouts.built_in import LAYOUTS
from ..layouts.layout import Layout, folded
from .first_rows import OpenSheet
from .header_candidates import HeaderCandidate
from .header_detection import candidates_in
from .table_headings import Headings

_HALF: Final = 2
_FEWEST_CELLS: Final = 2
_FEWEST_ROWS: Final = 2
_OF_PEOPLE: Final = frozenset({"name", "nik", "kk"})
"""The fields by which a list of people or families is recognised."""
_INSTRUCTIONS: Final = frozenset(map(folded, ("Petunjuk", "Petunjuk Pengisian", "Pilihan")))
"""Names of sheets that templates have besides the one to fill in."""


def unread_tables(
    sheets: Iterable[OpenSheet], found: Sequence[Headings], given: object
) -> Iterator[Issue]:
    """Yield a warning for each visible sheet that has a table and is not among those found.

    If the caller has given a layout of their own, every table counts; else those with a table of
    the same layout, or with people or families.
    """
    layout = found[0].layout
    is_own = isinstance(given, Layout) and not any(one is given for one in LAYOUTS)
    read = [one.sheet for one in found]
    for sheet in sheets:
        if sheet in read or folded(sheet.name or "") in _INSTRUCTIONS:
            continue
        if _has_rows(sheet) if is_own and not layout.is_export else _has_people(sheet, layout):
            yield _warning("table.sheet_unread", sheet)


def _has_rows(sheet: OpenSheet) -> bool:
    """Return whether a sheet has rows of several cells."""
    rows = (sum(not is_blank(cell) for cell in cells) for _, cells in sheet.first_rows())
    return sum(filled >= _FEWEST_CELLS for filled in rows) >= _FEWEST_ROWS


def _has_people(sheet: OpenSheet, layout: Layout[Any]) -> bool:
    """Return whether a sheet has rows below headings of a layout, or of people or families."""
    with suppress(TableError):
        for one in candidates_in([sheet], [layout, *LAYOUTS], None)[0]:
            is_table = (one.layout is layout and one.is_whole()) or any(
                field.path is not None and steps_of(field.path)[-1] in _OF_PEOPLE
                for column in one.columns()
                for field in column.fields()
            )
            if is_table and any(number > one.row for number, _ in sheet.filled_first_rows()):
                return True
    return False


def hidden_tables(hidden: Iterable[OpenSheet], headings: Headings) -> Iterator[Issue]:
    """Yield a warning for each hidden sheet with rows below headings like those that were found.

    A hidden sheet with lists for the cells of a template has no such headings.
    """
    for sheet in hidden:
        with suppress(TableError):  # a damaged sheet that is not read forbids nothing
            found = candidates_in([sheet], [headings.layout], None)[0]
            best = max(found, key=HeaderCandidate.score)
            is_like = best.is_whole() and _HALF * len(best.columns()) >= len(headings.columns)
            if is_like and any(number > best.row for number, _ in sheet.filled_first_rows()):
                yield _warning("table.hidden_sheet_unread", sheet)


def _warning(code: str, sheet: OpenSheet) -> Issue:
    return Issue(code, severity=Severity.WARNING, row=1, sheet=sheet.name)
