"""The sheet, the layout and the values that the options of a call select."""

from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any, Final, TypeVar

import attrs

from .._core.field_paths import field_type_at, steps_of
from .._core.field_types import unwrap_optional
from ..errors import Issue, ParseError, TableError
from ..values.region_code import RegionCode
from .cells.cell import Cell
from .cells.values import reader_of
from .files.sheets import Book, Sheet, table_error
from .headings.first_rows import OpenSheet
from .layouts.built_in import LAYOUTS
from .layouts.export_layout import export_layout, is_marked
from .layouts.layout import Column, Layout, folded
from .rows.cell_regions import RegionReader
from .rows.facts_above import NO_FACTS, Facts
from .rows.required_values import GivenValues

T = TypeVar("T")
_NO_TABLE: Final = frozenset({"table.empty", "table.no_header"})
_NAMED: Final = 5
MAX_SHEETS: Final = 100
"""How many sheets are searched for a table. Each sheet of an xls or ods starts a process."""


def selected_sheets(book: Book, name: str | None) -> Sequence[Sheet]:
    """Return the sheet with a name, or all visible sheets. An equal name precedes a similar one.

    Hidden sheets are returned by name only.

    Raises:
        TableError: ``table.no_sheet`` or ``table.too_many_sheets``.

    """
    if name is None:
        if len(book.sheets) > MAX_SHEETS:
            raise table_error("table.too_many_sheets", maximum=MAX_SHEETS)
        return book.sheets
    named = [sheet for sheet in (*book.sheets, *book.hidden) if sheet.name is not None]
    found = [sheet for sheet in named if sheet.name == name]
    found = found or [sheet for sheet in named if folded(sheet.name) == folded(name)]
    if not found:
        known = ", ".join(str(sheet.name) for sheet in named)
        raise table_error("table.no_sheet", known=known or "-")
    return found[:1]


def unselected_sheets(book: Book, name: str | None) -> Sequence[Sheet]:
    """Return the hidden sheets of a book that is read without the name of a sheet."""
    return () if name is not None else book.hidden[: MAX_SHEETS - len(book.sheets)]


@contextmanager
def report_hidden_sheets(book: Book, name: str | None) -> Generator[None]:
    """Name the hidden sheets in the error if no visible sheet has a table.

    Raises:
        TableError: ``table.hidden_sheets``.

    """
    try:
        yield
    except TableError as error:
        if name is not None or not book.hidden or error.code not in _NO_TABLE:
            raise
    else:
        return
    names = ", ".join(str(sheet.name) for sheet in book.hidden[:_NAMED])
    raise table_error("table.hidden_sheets", known=names)


def candidate_layouts(
    record_class: type[T], layout: str | Layout[T] | None, sheets: Sequence[OpenSheet]
) -> Sequence[Layout[T]]:
    """Return the layouts of a class that a file may have, or the given one."""
    if isinstance(layout, Layout):
        if layout.record_class is not record_class:
            raise ValueError(
                f"the layout {layout.name!r} makes {layout.record_class.__name__} records"
            )
        return [layout]
    known = layouts_of(record_class, first_cells(sheets))
    if layout is None:
        return known
    found = [one for one in known if one.name == layout]
    if not found:
        names = ", ".join(one.name for one in known) or "none; write a tables.Layout"
        raise ValueError(f"no layout {layout!r} for {record_class.__name__}; there are: {names}")
    return found


def layouts_of(record_class: type[T], first: Sequence[Cell]) -> Sequence[Layout[T]]:
    """Return the built-in layouts of a class, and that of an export if the headings are its own.

    An export with the mark of the class has no other layout.
    """
    export = export_layout(record_class, first)
    if export is not None and is_marked(record_class, first):
        return [export]
    known = (one for one in LAYOUTS if one.record_class is record_class)
    return [*known, *filter(None, [export])]


def first_cells(sheets: Sequence[OpenSheet]) -> Sequence[Cell]:
    """Return the cells of the first row of the first sheet."""
    rows = sheets[0].first_rows() if sheets else ()
    return rows[0][1] if rows else ()


def given_values(  # noqa: PLR0913 - the last ones by name
    layout: Layout[Any],
    values: Mapping[str, object],
    columns: Iterable[Column],
    *,
    is_required: bool,
    as_of: date | None,
    regions: RegionReader,
    facts: Facts = NO_FACTS,
) -> GivenValues:
    """Return the values for every row, and the paths of required values that are missing.

    `regions` finds the region of a name.

    Raises:
        TableError: ``table.value_missing`` for the first of them, if they are required.
        ValueError: a path does not exist.
        ParseError: a value does not fit its field.

    """
    filled = {one.path for column in columns for one in column.fields()}
    values = {**facts.values, **values}
    known = {*values, *facts.unreadable, *filled, *layout.constants}
    missing = [path for path in layout.required_values if path not in known]
    for path in missing if is_required else ():
        what = layout.required_values[path]
        raise table_error("table.value_missing", layout=layout.name, path=path, what=what)
    parsed = {
        path: _parse_value(layout.record_class, path, value, regions)
        for path, value in values.items()
    }
    return GivenValues(parsed, missing, is_required, as_of)


def _parse_value(record_class: type, path: str, value: object, regions: RegionReader) -> object:
    """Return the value for a field. Text is read like a cell; a region may be given by name."""
    field_type = unwrap_optional(field_type_at(record_class, steps_of(path)))
    if type(value) is str and field_type.python_type is RegionCode and any(map(str.isalpha, value)):
        code, issue = regions.of_text(value)
        value = next(regions.with_hint([issue])) if issue is not None else code
    else:
        value = value_or_issue(record_class, path, value)
    if isinstance(value, Issue):
        raise ParseError(attrs.evolve(value, path=steps_of(path)))
    return value


def value_or_issue(record_class: type, path: str, value: object) -> object:
    """Return the value for a field, or its first issue. Text is read like a cell.

    Raises:
        ValueError: there is no such field.

    """
    field_type = field_type_at(record_class, steps_of(path))
    if type(value) is str:
        value = reader_of(field_type)(value)
    issues = [value] if isinstance(value, Issue) else field_type.issues(value)
    return issues[0] if issues else value
