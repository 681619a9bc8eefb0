"""The values of facts above a table, and the issues of those that cannot be read."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

import attrs

from ..._core.field_paths import steps_of
from ...errors import Issue, Severity
from ...regions import SeveralRegions
from ...values.region_code import RegionCode
from ..cells.cell import Cell, without_apostrophe
from ..cells.warnings import WithWarning, as_left_out
from ..files.sheets import column_letters
from ..headings.fact_lines import FactLine, fact_lines
from ..headings.table_headings import Headings
from ..layouts.column_bindings import (
    ColumnBinding,
    bind_column,
    comparable,
    is_nothing,
    without_prefix,
)
from ..layouts.general_facts import OTHER_FACTS
from ..layouts.heading_names import alike, heading_of
from ..layouts.layout import Column, Layout
from .cell_regions import RegionReader

_Lines = Mapping[Column, FactLine]
"""Column → the line that fills it."""


class Facts(NamedTuple):
    """What the lines above a table say of all its rows."""

    values: Mapping[str, object] = {}
    """Path → value."""
    unreadable: Mapping[str, Issue] = {}
    """Path → the issue of the cell."""
    regions: Mapping[str, RegionCode] = {}
    """Path → the region around those that columns give for each row."""
    compared: Mapping[str, object] = {}
    """Path → another value of which columns give one for each row."""
    warnings: Sequence[Issue] = ()
    """Warnings about values, and about facts that were not read."""


NO_FACTS: Final = Facts()


def read_facts(headings: Headings, regions: RegionReader) -> Facts:
    """Return the facts above the headings of a sheet. `regions` finds the names of regions."""
    values: dict[str, object] = {}
    unreadable: dict[str, Issue] = {}
    lines, unread = _by_path(headings)
    notes: list[Issue] = []
    around: dict[str, RegionCode] = {}
    compared: dict[str, object] = {}
    for path, by_column in lines.items():
        found: list[Issue] = []
        value, same = _value(headings, by_column, regions, found), [*by_column.values()]
        has_columns = is_in_columns(path, headings)
        is_region = any(column.level is not None for column in by_column)
        if isinstance(value, WithWarning):
            found.append(value.warning)
            value = value.value
        if isinstance(value, Issue) and (
            has_columns or not (is_region or needs_facts(headings.layout))
        ):
            found.append(as_left_out(value))
        elif isinstance(value, Issue):
            unreadable[path] = attrs.evolve(_at_cell(value, same, headings), path=steps_of(path))
        elif has_columns and isinstance(value, RegionCode):
            around[path] = value
        elif value is not None:
            (compared if has_columns else values)[path] = value
        notes += (attrs.evolve(_at_cell(one, same, headings), path=steps_of(path)) for one in found)
    warnings = [*notes, *_unread(unread, headings)]
    return Facts(values, unreadable, around, compared, warnings)


def needs_facts(layout: Layout[Any]) -> bool:
    """Return whether the records of a layout consist of facts above the table, such as an event."""
    return any(one.required for one in layout.facts_above)


def _by_path(headings: Headings) -> tuple[Mapping[str, _Lines], list[FactLine]]:
    """Return path → the lines that fill it, and the lines that fill nothing."""
    lines: dict[str, dict[Column, FactLine]] = {}
    unread: list[FactLine] = []
    seen: dict[Column, object] = {}
    columns = (one for one in headings.layout.all_columns() if one.path is not None)
    own = {alike(heading) for column in columns for heading in column.headings}
    for line in headings.facts:
        column = line.column
        if column is None:
            unread += [line] if needs_facts(headings.layout) else []
        elif column is OTHER_FACTS:
            unread += [] if alike(line.label) in own else [line]
        elif seen.get(column, comparable(line.value)) != comparable(line.value):
            unread.append(line)
        elif column.path is not None:
            lines.setdefault(column.path, {}).setdefault(column, line)
        if column is not None:
            seen.setdefault(column, comparable(line.value))
    return lines, unread


def is_in_columns(path: str, headings: Headings) -> bool:
    """Return whether columns fill a field, a part of it, or the record around it."""
    steps = steps_of(path)
    others = (
        steps_of(one.path)
        for column in (*headings.columns.values(), headings.sheet_column)
        if column is not None
        for one in column.fields()
        if one.path is not None
    )
    return any(one[: len(steps)] == steps[: len(one)] for one in others)


def _value(headings: Headings, lines: _Lines, regions: RegionReader, notes: list[Issue]) -> object:
    """Return the value of some lines, which together give one region if they have levels.

    The address of a cell stands for the letters of a column.
    """
    bound = [
        bind_column(headings.layout, number, column)._replace(letters=_address(line))
        for number, (column, line) in enumerate(lines.items())
    ]
    cells: list[Cell] = [without_apostrophe(line.value) for line in lines.values()]
    first = bound[0]
    if first.column.level is None:
        return _value_of_cell(cells[0], first)
    bound.sort(key=lambda one: one.column.level.digits if one.column.level else 0)
    region = regions.region_of(bound, cells, notes)
    if not isinstance(region, Issue):
        return region
    return _only_possible(region, bound, cells, regions) or next(regions.with_hint([region]))


def _only_possible(
    issue: Issue, bound: Sequence[ColumnBinding], cells: Sequence[Cell], regions: RegionReader
) -> RegionCode | None:
    """Return the region of some lines if the largest is ambiguous, but not with a smaller one.

    Two districts are called *Angsana*, but only one of them has a village *Bunati*.
    """
    first, *smaller = bound
    text = str(cells[first.at])
    if issue.code != "region.ambiguous" or issue.column != first.letters:
        return None
    meant = regions.regions.resolve(text, level=first.column.level, within=regions.within)
    possible = {
        found
        for one in (meant.candidates if isinstance(meant, SeveralRegions) else ())
        if isinstance(
            found := RegionReader(regions.regions, one.code).region_of(smaller, cells, []),
            RegionCode,
        )
    }
    return possible.pop() if len(possible) == 1 else None


def _value_of_cell(cell: Cell, bound: ColumnBinding) -> object:
    """Return the value of a line, None if it has none, or why its field cannot have it."""
    if is_nothing(cell, bound):
        return None
    value = bound.read(without_prefix(cell, bound.column))
    if isinstance(value, Issue | WithWarning):
        return value
    return next(iter(bound.field_type.issues(value)), value)


def _address(line: FactLine) -> str:
    return f"{column_letters(line.at)}{line.row}"


def _at_cell(issue: Issue, lines: Sequence[FactLine], headings: Headings) -> Issue:
    """Return an issue with its cell: that of the line that it names, or of the only one."""
    line = next((one for one in lines if _address(one) == issue.column), lines[0])
    column = column_letters(line.at)
    return attrs.evolve(issue, row=line.row, column=column, sheet=headings.sheet.name)


def _unread(lines: Sequence[FactLine], headings: Headings) -> Iterator[Issue]:
    """Yield a warning that names the facts that were not read."""
    if lines:
        shown = _names(lines)
        params = {"facts": shown} if shown else {}
        issue = Issue("table.facts_unread", severity=Severity.WARNING, params=params)
        yield _at_cell(issue, lines, headings)


def _names(lines: Iterable[FactLine]) -> str:
    """Return the words before the colons, for a message."""
    names = (heading_of(line.label) for line in lines)
    return ", ".join(dict.fromkeys(name.shown for name in names if name and name.shown))


def facts_without_column(headings: Headings, given: Iterable[str]) -> Iterator[Issue]:
    """Yield a warning about facts above the headings that a column would fill, if none does.

    `given` are the paths that the caller fills. Facts that the layout knows are read.
    """
    layout = headings.layout
    if needs_facts(layout) or layout.is_export:
        return
    read = {
        (line.row, line.label_at)
        for line in headings.facts
        if line.column not in {None, OTHER_FACTS}
    }
    groups = layout.groups.values() if headings.family_group_key else ()
    fixed = {*given, *layout.constants, *groups}
    columns = [one for one in layout.all_columns() if one.path is not None]
    rows = [row for row in headings.sheet.filled_first_rows() if row[0] < headings.row]
    if not rows:
        return
    lines = [
        line
        for line in fact_lines(columns, rows)
        if line.column is not None
        and (line.row, line.label_at) not in read
        and not _is_filled(line.column, headings, fixed)
    ]
    if lines:
        first = lines[0].column
        path = first.path if first is not None and first.path is not None else ""
        params = {"facts": _names(lines), "path": path}
        issue = Issue("table.facts_without_column", severity=Severity.WARNING, params=params)
        yield _at_cell(issue, lines, headings)


def _is_filled(column: Column, headings: Headings, given: Iterable[str]) -> bool:
    """Return whether the caller or another column fills the field of a column.

    A region is filled by a column of the same or of a lower level.
    """
    steps = steps_of(column.path or "")
    if any(steps[: len(one)] == one[: len(steps)] for one in map(steps_of, given)):
        return True
    level = 0 if column.level is None else column.level.digits
    others = (*headings.columns.values(), *filter(None, [headings.sheet_column]))
    return any(
        one.path == column.path and (one.level is None or one.level.digits >= level)
        for other in others
        for one in other.fields()
    )
