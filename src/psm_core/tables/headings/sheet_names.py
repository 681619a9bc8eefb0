"""Names of sheets that are a fact of every row, such as a village or a category."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import islice
from typing import Any, Final, NamedTuple, TypeVar

import attrs

from ..._core.field_paths import field_type_at, steps_of
from ..._core.field_types import TermType, unwrap_optional
from ...errors import Issue, Severity, TableError, ValidationError
from ...regions import OneRegion, RegionRegistry, load_regions
from ...terms import RegionLevel
from ...values.region_code import RegionCode
from ..cells.values import reader_of
from ..files.sheets import table_error
from ..layouts.heading_names import heading_of
from ..layouts.layout import Column, Layout
from ..layouts.layout_headings import LayoutHeadings
from .first_rows import OpenSheet
from .header_detection import detect, detect_any_class
from .own_headings import column_for
from .table_headings import Headings

T = TypeVar("T")
_CATEGORY: Final = ("Kategori PPKS", "Kategori", "Jenis PPKS")
_VILLAGE: Final = ("Desa/Kelurahan", "Desa", "Kelurahan")
_KNOWN: Final = (_CATEGORY, _VILLAGE)
"""Headings of the columns that the names of sheets fill by default."""
_FEWEST: Final = 2
_SHORTEST: Final = 3
"""A shorter name, such as ``1`` or ``RT``, may mean anything."""
_NUMBER_BEFORE: Final = re.compile(r"^\s*[0-9]{1,3}(?:[.)_-]\s*|\s+)(?=[^\W\d_])")


def value_of_name(name: str | None) -> str:
    """Return the name of a sheet without a number before it, as in ``2. Angsana``."""
    return _NUMBER_BEFORE.sub("", name or "")


class SheetNames(NamedTuple):
    """What the names of sheets may mean."""

    field: str | None = None
    """The field that they fill; empty if they fill none; None if it is detected."""
    within: RegionCode | None = None
    """The region in which a name is looked up."""
    regions: RegionRegistry | None = None
    filled: Collection[str] = ()
    """Paths of fields that have a value for every row."""

    def is_one(self, name: str | None, layout: Layout[Any], column: Column) -> bool:
        """Return whether a name is certainly a value of a column."""
        name = value_of_name(name)
        if len(name) < _SHORTEST or not any(map(str.isalpha, name)):
            return False
        field_type = unwrap_optional(field_type_at(layout.record_class, steps_of(str(column.path))))
        if isinstance(field_type, TermType):
            return isinstance(reader_of(field_type)(name), field_type.vocabularies)
        within = self.within or layout.within
        if within is None or column.level is not RegionLevel.VILLAGE:
            return False
        regions = load_regions() if self.regions is None else self.regions
        found = regions.resolve(name, level=column.level, within=within, suggest=False)
        return isinstance(found, OneRegion)


def detect_tables(
    sheets: Sequence[OpenSheet],
    layouts: Sequence[Layout[T]],
    record_class: type[T],
    names: SheetNames,
) -> list[Headings]:
    """Return the headings of each table like `detect`, with the column that sheet names fill.

    Raises:
        TableError: as in `detect`, and ``table.no_sheet_name``.
        ValidationError: no layout has the field that the names should fill.

    """
    chosen = _chosen(layouts, names)
    found: list[Headings] = []
    issue: Issue | None = None
    try:
        found = detect(sheets, [one.layout for one in chosen], record_class)
    except TableError as error:
        if error.code != "table.column_missing" or names.field is not None:
            raise
        issue = error.issue
    else:
        column = next((one.column for one in chosen if one.layout is found[0].layout), None)
        if column is not None:
            return [_with_column(one, column, is_guess=False) for one in found]
        if names.field is not None:
            return found
    guessed = _with_guess(found, names) or _guessed(sheets, layouts, record_class, names)
    if guessed is not None and (not found or len(guessed[0].columns) >= len(found[0].columns)):
        return guessed
    if issue is not None:
        raise TableError(issue)
    return found


def detect_class(
    sheets: Sequence[OpenSheet], layouts: Sequence[Layout[Any]], file: str, names: SheetNames
) -> Layout[Any]:
    """Return the layout like `detect_any_class`. Sheets named by a category are beneficiaries.

    Raises:
        TableError: as in `detect_any_class`.
        ValidationError: no layout has the field that the names should fill.

    """
    chosen = _chosen(layouts, names)
    issue: Issue | None = None
    found: Layout[Any] | None = None
    try:
        found = detect_any_class(sheets, [one.layout for one in chosen], file).layout
    except TableError as error:
        issue = error.issue
    if names.field is None and (guessed := _by_category(sheets, layouts, file, names)):
        return guessed
    if issue is not None:
        raise TableError(issue)
    return next(one.original for one in chosen if one.layout is found)


def _by_category(
    sheets: Sequence[OpenSheet], layouts: Sequence[Layout[Any]], file: str, names: SheetNames
) -> Layout[Any] | None:
    """Return the layout of a file whose sheets are named by categories, or None."""
    known = _relaxed(sheets, layouts, _CATEGORY, names)
    if not known:
        return None
    relaxed = [one for _, one in known]
    try:
        best = detect_any_class(sheets, relaxed, file)
        found = detect(sheets, [best.layout], best.layout.record_class)
    except TableError:
        return None
    if _with_guess(found, names) is None:
        return None
    return next(original for original, one in known if one is best.layout)


class _Chosen(NamedTuple):
    """A layout, and the column that the names of sheets fill."""

    original: Layout[Any]
    layout: Layout[Any]
    """The layout without need for the column in the sheet."""
    column: Column | None


def _chosen(layouts: Sequence[Layout[Any]], names: SheetNames) -> list[_Chosen]:
    """Return the layouts that have the field of the names, if the caller or they name one."""
    chosen: list[_Chosen] = []
    issues: list[Issue] = []
    for layout in layouts:
        field = layout.sheet_name if names.field is None else names.field
        column = column_for(layout, field) if field else None
        if isinstance(column, Issue):
            issues.append(column.under("sheet_name"))
        elif column is None:
            chosen.append(_Chosen(layout, layout, None))
        else:
            chosen.append(_Chosen(layout, _without(layout, column), column))
    if issues and not chosen:
        raise ValidationError(issues[:1])
    own = [one for one in chosen if one.column in one.original.all_columns()]
    return own or chosen


def _without(layout: Layout[T], column: Column) -> Layout[T]:
    """Return a layout in which a sheet need not have a column."""
    return attrs.evolve(
        layout,
        columns=tuple(
            attrs.evolve(one, required=False) if one.path == column.path else one
            for one in layout.columns
        ),
    )


def _relaxed(
    sheets: Sequence[OpenSheet],
    layouts: Sequence[Layout[T]],
    headings: Sequence[str],
    names: SheetNames,
) -> list[tuple[Layout[T], Layout[T]]]:
    """Return layouts with a column, each also without need for it; none if few names fit it."""
    if len(sheets) < _FEWEST:
        return []
    known = [(one, column) for one in layouts if (column := _column(one, headings)) is not None]
    fitting = (
        sheet
        for sheet in sheets
        if any(names.is_one(sheet.name, one, column) for one, column in known)
    )
    if len(list(islice(fitting, _FEWEST))) < _FEWEST:
        return []
    return [(one, _without(one, column)) for one, column in known]


def _guessed(
    sheets: Sequence[OpenSheet],
    layouts: Sequence[Layout[T]],
    record_class: type[T],
    names: SheetNames,
) -> list[Headings] | None:
    """Return the headings of each table, if the names give a column that a layout requires."""
    for headings in _KNOWN:
        known = _relaxed(sheets, layouts, headings, names)
        with suppress(TableError):
            found = detect(sheets, [one for _, one in known], record_class) if known else []
            if guessed := _with_guess(found, names):
                return guessed
    return None


def _column(layout: Layout[Any], headings: Sequence[str]) -> Column | None:
    """Return the column of a layout with the first heading that it knows."""
    known = LayoutHeadings.of(layout)
    matches = (known.match(None, one) for one in filter(None, map(heading_of, headings)))
    columns = (match.column for match in matches if match is not None)
    return next((column for column in columns if column.path is not None), None)


def _with_guess(found: Sequence[Headings], names: SheetNames) -> list[Headings] | None:
    """Return the headings with a column for the names of the sheets, or None if they are no facts.

    Nothing is guessed: there are several sheets, each name is a value of the field, and nothing
    else fills it.
    """
    if len(found) < _FEWEST:
        return None
    layout = found[0].layout
    for headings in _KNOWN:
        column = _column(layout, headings)
        others = (*layout.groups.values(), *layout.constants)
        if column is None or column.path in {*names.filled, *others}:
            continue
        is_free = not any(_fills(one, column) for one in found)
        if is_free and all(names.is_one(one.sheet.name, layout, column) for one in found):
            return [_with_column(one, column, is_guess=True) for one in found]
    return None


def _fills(headings: Headings, column: Column) -> bool:
    """Return whether a column of a sheet fills the same field; a larger region does not."""
    return any(
        one.path == column.path and not _is_larger(one, column)
        for one in _fields(headings.columns.values())
    )


def _fields(columns: Iterable[Column]) -> Iterator[Column]:
    for column in columns:
        yield from column.fields()


def _is_larger(one: Column, column: Column) -> bool:
    levels = (one.level, column.level)
    return levels[0] is not None and levels[1] is not None and levels[0].digits < levels[1].digits


def _with_column(headings: Headings, column: Column, *, is_guess: bool) -> Headings:
    """Return the headings of a sheet, whose name fills a column if the sheet has none for it."""
    if _fills(headings, column):
        return headings
    if headings.sheet.name is None:
        raise table_error("table.no_sheet_name", heading=column.headings[0])
    warning = Issue(
        "table.sheet_name_read",
        severity=Severity.WARNING,
        params={"heading": column.headings[0]},
        row=headings.row,
        sheet=headings.sheet.name,
    )
    issues = (*headings.issues, *([warning] if is_guess else []))
    return headings._replace(sheet_column=column, issues=issues)
