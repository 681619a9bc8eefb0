"""Reads the cells of a row into a tree of nested fields."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial

import attrs

from ..._core.field_paths import steps_of
from ..._core.field_types import CollectionType, TextType, unwrap
from ..._core.record import is_record_class
from ..._paths import Steps
from ...errors import Issue, Severity
from ...regions import RegionRegistry
from ...values.region_code import RegionCode
from ..cells.absent_numbers import NO_NUMBER, absence_of
from ..cells.cell import LONGEST, Cell, is_blank, without_apostrophe
from ..cells.values import reader_of
from ..cells.warnings import WithWarning
from ..files.sheets import column_letters
from ..headings.sheet_names import value_of_name
from ..headings.table_headings import Headings
from ..headings.tick_columns import BOTH_TICKED
from ..layouts.column_bindings import (
    ColumnBinding,
    bind_column,
    cell_at,
    is_birth,
    is_needed,
    is_nothing,
    record_class_at,
    region_columns,
    without_prefix,
)
from ..layouts.layout import Column
from .cell_comparison import contradictions, differing, differing_facts
from .cell_parts import Splitter
from .cell_regions import RegionReader
from .column_damage import Place
from .issue_cells import IssueLocator
from .lenient import is_dispensable
from .nested import Tree, at, put
from .patterns import is_like_nik
from .table_end import TableColumn

_WARNINGS = frozenset({BOTH_TICKED, NO_NUMBER})
"""Issues of cells that are warnings: the field stays empty."""
_PAIR = 2


class TreeReader:
    """Reads the rows of a sheet into trees. An unreadable cell puts its `Issue` into the tree."""

    def __init__(  # noqa: PLR0913 - all by name
        self,
        headings: Headings,
        *,
        within: RegionCode | None,
        regions: RegionRegistry,
        ages_stated_on: date | None = None,
        regions_above: Mapping[Steps, RegionCode] | None = None,
        compared: Mapping[Steps, object] | None = None,
    ) -> None:
        """Bind the columns to their fields. `RowReader` describes the arguments.

        `regions_above` and `compared` are what lines above the table state of the fields.
        """
        layout = headings.layout
        self.record_class: type = layout.record_class
        self.is_export: bool = layout.is_export
        self._width = max(headings.named, default=-1) + 1
        """The number of columns up to the last one with a heading."""
        self.gaps: Sequence[int] = [at for at in range(self._width) if at not in headings.named]
        """The columns before it without a heading."""
        self.region_reader: RegionReader = RegionReader(regions, within, regions_above)
        self.splitters: Sequence[Splitter] = [
            Splitter.of(self.record_class, index, column)
            for index, column in headings.columns.items()
            if column.parts
        ]
        """What splits the cells of columns with several values."""
        self.ages_stated_on: date | None = ages_stated_on
        self.compared: Mapping[Steps, object] = compared or {}
        """Path → a value above the table, which that of each row is compared with."""
        bind = partial(bind_column, layout, ages_stated_on=ages_stated_on)
        bound = [
            bind(index, column, code_list=headings.code_lists.get(index))
            for index, column in headings.columns.items()
            if column.path is not None
        ]
        columns = [one for one in bound if not one.column.is_age]
        self._sheet_cells = (
            [] if headings.sheet_column is None else [value_of_name(headings.sheet.name)]
        )
        columns += self._parts(columns, headings)
        columns += (one for one in bound if one.column.is_age)
        self.columns: list[ColumnBinding] = columns
        """How each column fills a field; the parts of cells are columns too."""
        read = {one.at for one in columns if one.at < self._width}
        self._read_at = sorted(read | {one.at for one in self.splitters})
        self._said_at = [index for index in self._read_at if index not in headings.signatures]
        """The columns with a value in most rows; few sign an attendance list before it begins."""
        self.locator: IssueLocator = IssueLocator(headings.sheet.name, columns)
        plain = (one for one in columns if one.column.level is None)
        self.plain_columns: list[ColumnBinding] = sorted(plain, key=lambda one: one.is_second)
        self.region_columns: list[tuple[Steps, list[ColumnBinding]]] = region_columns(columns)
        """Path → the columns that together give a region."""
        first_words = {path: word for word, path in reversed(tuple(layout.groups.items()))}
        self.groups: Mapping[str, ColumnBinding] = {
            word: bind_column(layout, -1, Column(path, word)) for path, word in first_words.items()
        }
        """First word of a group row → how its cell fills a field; one word for each field."""
        self.has_unread_word: bool = False
        """Whether the last row has a word that is in no vocabulary."""

    def tree(self, cells: Sequence[Cell], group: Mapping[str, Cell], notes: list[Issue]) -> Tree:
        """Return the values of the cells of a row as a tree."""
        self.has_unread_word = False
        tree: Tree = {}
        notes += filter(None, (self.single_cell(cells), self._without_heading(cells)))
        is_wider = self.splitters or self._sheet_cells
        cells = self._split(cells, tree, notes) if is_wider else cells
        absent: list[ColumnBinding] = []
        for one in self.plain_columns:
            if one.at < len(cells):
                self._fill(tree, one, cells[one.at], notes, absent)
        for word, cell in group.items():
            if at(tree, self.groups[word].steps) is None:
                self._fill(tree, self.groups[word], cell, notes, absent)
        for steps, columns in self.region_columns:
            region = self.region_reader.region_of(columns, cells, notes)
            if region is not None:
                put(tree, steps, region)
        notes += (issue for one in absent for issue in contradictions(tree, one, self.columns))
        if self.compared:
            notes += differing_facts(tree, self.compared, self.locator.letters)
        return tree

    def wide_cells(self, cells: Sequence[Cell]) -> Sequence[Cell] | None:
        """Return the cells of a row, one for each column, or None if there is an issue already."""
        if self.single_cell(cells) is not None or self._without_heading(cells) is not None:
            return None
        if not (self.splitters or self._sheet_cells):
            missing = self._width - len(cells)
            return cells if missing <= 0 else [*cells, *[None] * missing]
        tree: Tree = {}
        notes: list[Issue] = []
        wide = self._split(cells, tree, notes)
        return None if tree or notes else wide

    def single_cell(self, cells: Sequence[Cell]) -> Issue | None:
        """Return a warning if only one cell is filled, as in a note below the table."""
        if self.is_export or len(self._said_at) == 1:
            return None
        filled = (place for place in self._read_at if not is_blank(cell_at(cells, place)))
        first, second = next(filled, None), next(filled, None)
        if first is None or second is not None:
            return None
        if len(self._said_at) == _PAIR and is_like_nik(cell_at(cells, first)):
            return None  # a family without a rank, in a list of nothing but these two
        return Issue("row.single_cell", severity=Severity.WARNING, column=column_letters(first))

    def _without_heading(self, cells: Sequence[Cell]) -> Issue | None:
        """Return a warning for the first cell in a column without a heading, or None."""
        if len(cells) <= self._width and not self.gaps:
            return None
        places = (*self.gaps, *range(self._width, len(cells)))
        first = next((place for place in places if not is_blank(cell_at(cells, place))), None)
        if first is None:
            return None
        return Issue("cell.no_heading", severity=Severity.WARNING, column=column_letters(first))

    def _parts(
        self, columns: Iterable[ColumnBinding], headings: Headings
    ) -> Iterator[ColumnBinding]:
        """Yield a column for each part of a cell that is split, and for the name of the sheet.

        `_split` appends these to the cells of a row, after the last column.
        """
        layout = headings.layout
        own = {one.steps for one in columns if one.column.level is None}
        at = self._width
        for splitter in self.splitters:
            for part in splitter.column.parts:
                one = bind_column(layout, at, part, ages_stated_on=self.ages_stated_on)
                own_letters = column_letters(splitter.at)
                yield one._replace(letters=own_letters, is_second=one.steps in own)
                own.add(one.steps)
                at += 1
        if headings.sheet_column is not None:
            yield bind_column(layout, at, headings.sheet_column)._replace(letters="")

    def _split(self, cells: Sequence[Cell], tree: Tree, notes: list[Issue]) -> Sequence[Cell]:
        """Return the cells of a row, with the parts of cells appended."""
        wide = [*cells[: self._width], *[None] * (self._width - len(cells))]
        for splitter in self.splitters:
            parts, issues = splitter.split(cell_at(cells, splitter.at))
            wide += parts
            for number, found in issues:
                steps = steps_of(splitter.column.parts[number].path or "")
                issue = attrs.evolve(found, path=steps, column=column_letters(splitter.at))
                if issue.severity is Severity.WARNING:
                    notes.append(issue)
                else:
                    put(tree, steps, attrs.evolve(issue, path=()))
        return [*wide, *self._sheet_cells]

    def with_hint(self, issues: Iterable[Issue]) -> Iterator[Issue]:
        """Yield issues; the first ambiguous region of a file names the option that helps."""
        return self.region_reader.with_hint(issues)

    def places(self) -> Iterator[Place]:
        """Yield each column with its field, to detect values that a spreadsheet changed."""
        for one in self.columns:
            if one.column.is_age or not one.letters:
                continue
            yield Place(one.at, one.letters, one.steps, unwrap(one.field_type).python_type)

    def table_columns(self) -> Iterator[TableColumn]:
        """Yield the columns of the sheet, to detect where the table ends."""
        for one in self.columns:
            if one.at < self._width and not one.column.is_age:
                yield TableColumn(
                    one.at,
                    one.field_type,
                    one.read,
                    is_needed(self.record_class, one.steps),
                    has_births=is_birth(one.column.path),
                )
        for splitter in self.splitters:
            text = TextType(LONGEST)
            has_births = any(is_birth(one.path) for one in splitter.column.parts)
            yield TableColumn(
                splitter.at, text, reader_of(text), is_required=False, has_births=has_births
            )

    def _put_absence(self, tree: Tree, steps: Steps, cell: Cell) -> None:
        """Put the reason of a missing number into the tree, if the cell gives one."""
        absence = absence_of(record_class_at(self.record_class, steps[:-1]), steps, str(cell))
        if absence is not None and at(tree, absence[0]) is None:
            put(tree, *absence)

    def _fill(
        self,
        tree: Tree,
        one: ColumnBinding,
        cell: Cell,
        notes: list[Issue],
        absent: list[ColumnBinding],
    ) -> None:
        """Put the value of a cell, or its issue, into the tree."""
        cell = without_apostrophe(cell)
        if is_nothing(cell, one):
            return
        if one.is_second and (first_value := at(tree, one.steps)) is not None:
            first = self.locator.letters.get(one.steps, "")
            notes += differing(one, cell, first_value, first, self.ages_stated_on)
            return
        value = one.read(without_prefix(cell, one.column) if one.column.without else cell)
        if type(value) is Issue:
            issue = attrs.evolve(value, column=one.letters)
            is_warning = issue.severity is Severity.WARNING or issue.code in _WARNINGS
            if is_warning or issue.code.endswith(".placeholder"):
                notes.append(attrs.evolve(issue, path=one.steps, severity=Severity.WARNING))
                self._put_absence(tree, one.steps, cell)
            elif is_record_class(one.field_type.python_type):
                notes.append(attrs.evolve(issue, path=one.steps))
            else:
                self.has_unread_word = self.has_unread_word or is_dispensable(issue, one.steps)
                put(tree, one.steps, [issue] if type(one.field_type) is CollectionType else issue)
            return
        if type(value) is WithWarning:
            warning = attrs.evolve(value.warning, path=one.steps, column=one.letters)
            notes.append(warning)
            value = value.value
        if value is False and one.is_presence:
            absent.append(one)
        elif one.is_presence:
            if at(tree, one.steps) is None:
                put(tree, one.steps, {})
        else:
            put(tree, one.steps, value)
