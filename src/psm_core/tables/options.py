"""The sheet, the layout and the values that the options of a call select."""

from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any, Final, TypeVar

from ..errors import Issue, TableError
from .cell_values import reader_of
from .cells import Cell
from .files.sheets import Book, Sheet, table_error
from .first_rows import OpenSheet
from .layout import Column, Layout, field_type_at, folded, path_layout, steps_of
from .layouts import LAYOUTS
from .required_values import GivenValues

T = TypeVar("T")
_NO_TABLE: Final = frozenset({"table.empty", "table.no_header"})
_NAMED: Final = 5
MOST_SHEETS: Final = 100
"""How many sheets are looked through for a table; each of an xls or ods begins a process."""


def chosen(book: Book, name: str | None) -> Sequence[Sheet]:
    """Return the sheet that is asked for, by its name as people read it, or all of a few.

    A hidden one is read only when it is named.
    """
    if name is None:
        if len(book.sheets) > MOST_SHEETS:
            raise table_error("table.too_many_sheets", most=MOST_SHEETS)
        return book.sheets
    named = [sheet for sheet in (*book.sheets, *book.hidden) if sheet.name is not None]
    found = [sheet for sheet in named if sheet.name == name]
    found = found or [sheet for sheet in named if folded(sheet.name) == folded(name)]
    if not found:
        known = ", ".join(str(sheet.name) for sheet in named)
        raise table_error("table.no_sheet", known=known or "-")
    return found[:1]


@contextmanager
def hidden_named(book: Book, name: str | None) -> Generator[None]:
    """Name the hidden sheets when no table is found in the others.

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


def candidates(
    kind: type[T], asked: str | Layout[T] | None, sheets: Sequence[OpenSheet]
) -> Sequence[Layout[T]]:
    """Return the layouts that a file may have."""
    if isinstance(asked, Layout):
        if asked.kind is not kind:
            raise ValueError(f"the layout {asked.name!r} makes {asked.kind.__name__} records")
        return [asked]
    known = layouts_of(kind, first_cells(sheets))
    if asked is None:
        return known
    found = [one for one in known if one.name == asked]
    if not found:
        names = ", ".join(one.name for one in known) or "none; write a tables.Layout"
        raise ValueError(f"no layout {asked!r} for {kind.__name__}; there are: {names}")
    return found


def layouts_of(kind: type[T], first: Sequence[Cell]) -> Sequence[Layout[T]]:
    """Return the known layouts of a class, and that of an export when the headings are paths."""
    by_path = path_layout(kind, first)
    known = (one for one in LAYOUTS if one.kind is kind)
    return [*known, *filter(None, [by_path])]


def first_cells(sheets: Sequence[OpenSheet]) -> Sequence[Cell]:
    """Return the cells of the first row of the first sheet."""
    rows = sheets[0].first_rows() if sheets else ()
    return rows[0][1] if rows else ()


def given_values(
    layout: Layout[Any],
    values: Mapping[str, object],
    columns: Iterable[Column],
    *,
    is_required: bool,
    as_of: date | None,
) -> GivenValues:
    """Return the values for every row, and the paths of required values that are missing.

    Raises:
        TableError: ``table.value_missing`` for the first of them, if they are required.
        ValueError: a path does not exist, or a value does not fit its field.

    """
    filled = {one.path for column in columns for one in column.fields()}
    missing = [path for path in layout.required_values if path not in values and path not in filled]
    for path in missing if is_required else ():
        what = layout.required_values[path]
        raise table_error("table.value_missing", layout=layout.name, path=path, what=what)
    parsed = {path: _parse_value(layout.kind, path, value) for path, value in values.items()}
    return GivenValues(parsed, missing, is_required, as_of)


def _parse_value(kind: type, path: str, value: object) -> object:
    """Return the value for a field. Text is read like a cell."""
    field_type = field_type_at(kind, steps_of(path))
    if type(value) is str:
        value = reader_of(field_type)(value)
    issues = [value] if isinstance(value, Issue) else field_type.issues(value)
    if issues:
        raise ValueError(f"values[{path!r}]: {issues[0].code}: {issues[0].describe()}")
    return value
