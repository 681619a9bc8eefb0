"""Reads a row of cells into a record.

1. The cells are read into a tree of nested fields. An unreadable cell puts its `Issue` there.
2. Values that no cell contains are added: constants of the layout, given values, an id.
3. A record is built from the tree. The builder reports the issues in the tree and its own.
4. Each issue gets the row and the column of its cell.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from functools import partial
from typing import Any

import attrs

from .._core.builder import INVALID
from .._core.field_types import CollectionType, TextType, unwrap
from .._core.record import record_info
from ..errors import Issue, Severity
from ..records.people import Person
from ..regions import RegionRegistry
from ..terms import NIKAbsence
from ..values.region_code import RegionCode
from .absent_numbers import NO_NUMBER, absence_of
from .cell_comparison import contradictions, differing
from .cell_dates import WithWarning
from .cell_parts import Splitter
from .cell_regions import RegionReader
from .cell_values import reader_of
from .cells import LONGEST, Cell, is_blank, without_apostrophe
from .column_bindings import (
    ColumnBinding,
    FixedValue,
    bind_column,
    cell_at,
    is_birth,
    is_needed,
    is_nothing,
    record_class_at,
    region_columns,
    steps_of_value,
    with_text,
    without_prefix,
)
from .column_damage import Place
from .files.sheets import column_letters
from .header_columns import Headings
from .issue_cells import IssueLocator
from .layout import Column, Layout, Steps, dotted, steps_of
from .lenient import Leniency, as_left_out, is_about_word
from .nested import Tree, at, put, record_of
from .required_values import GivenValues, HeadingRow, MissingValues
from .table_end import TableColumn


class RowReader:
    """Reads the rows of a sheet into records."""

    def __init__(  # noqa: PLR0913 - all by name
        self,
        headings: Headings,
        *,
        given: GivenValues,
        key: str,
        within: RegionCode | None,
        regions: RegionRegistry,
        lenient: bool = False,
        ages_stated_on: date | None = None,
    ) -> None:
        """Prepare what is the same for every row.

        `given` are the values that the caller gives for every row. `key` begins the ids of records
        without one. `within` is the region in which the names of regions are searched.
        `ages_stated_on` is the day on which the ages in the file hold.
        """
        layout = headings.layout
        self.record_class: type = layout.record_class
        self._is_export = layout.is_export
        self._width = max(headings.named, default=-1) + 1
        """The number of columns up to the last one with a heading."""
        self._gaps = [index for index in range(self._width) if index not in headings.named]
        """The columns before it without a heading."""
        self._sheet, self._key = headings.sheet.name, key
        self.regions = regions
        self._region_reader = RegionReader(regions, within)
        self._splitters = [
            Splitter.of(self.record_class, index, column)
            for index, column in headings.columns.items()
            if column.parts
        ]
        self._ages_stated_on = ages_stated_on
        bind = partial(bind_column, layout, ages_stated_on=ages_stated_on)
        bound = [
            bind(index, column, code_list=headings.code_lists.get(index))
            for index, column in headings.columns.items()
            if column.path is not None
        ]
        columns = [one for one in bound if not one.column.is_age]
        columns += self._parts(columns, layout)
        columns += (one for one in bound if one.column.is_age)
        self._columns = columns
        read = {one.at for one in columns if one.at < self._width}
        self._read_at = sorted(read | {one.at for one in self._splitters})
        self._locator = IssueLocator(self._sheet, columns)
        plain = (one for one in columns if one.column.level is None)
        self._plain = sorted(plain, key=lambda one: one.is_second)
        self._region_columns = region_columns(columns)
        self._groups = {
            word: bind_column(layout, -1, Column(path, word))
            for word, path in layout.groups.items()
        }
        records = {one.steps[:-1] for one in columns}
        self._fixed = [
            FixedValue(steps_of_value(path, columns), value, is_given=True)
            for path, value in given.values.items()
        ]
        # A constant is set in every row if its record has a required column or none at all,
        # else only in rows that fill the record.
        filled = [(steps_of(one.path), one.required) for one in layout.columns if one.path]
        for path, value in layout.constants.items():
            steps = steps_of(path)
            beside = [needed for one, needed in filled if one[: len(steps) - 1] == steps[:-1]]
            self._fixed.append(FixedValue(steps, value, is_given=any(beside) or not beside))
        self._people = {
            steps for steps in records if record_class_at(self.record_class, steps) is Person
        }
        self._id_kind = next(
            (
                f.type.python_type
                for f in record_info(self.record_class).fields
                if f.name == "id" and f.required
            ),
            None,
        )
        self.is_draft: bool = False
        """Whether the last record has a placeholder for a required value that is missing."""
        filled_steps = [one.steps for one in (*columns, *self._groups.values())]
        self._missing = MissingValues(
            layout,
            [*filled_steps, *(fixed.steps for fixed in self._fixed)],
            HeadingRow(self._sheet, headings.row),
            given,
        )
        self._leniency = Leniency(
            self.record_class,
            needed=[steps for steps, is_needed in filled if is_needed],
            people=self._people,
            presence={one.steps for one in columns if one.is_presence},
        )
        self._is_lenient = lenient
        self._has_unread_word = False
        """Whether the last row has a word that is in no vocabulary."""

    def _parts(
        self, columns: Iterable[ColumnBinding], layout: Layout[Any]
    ) -> Iterator[ColumnBinding]:
        """Yield a column for each part of a cell that is split.

        `_split` appends the parts to the cells of a row, after the last column.
        """
        own = {one.steps for one in columns if one.column.level is None}
        at = self._width
        for splitter in self._splitters:
            for part in splitter.column.parts:
                one = bind_column(layout, at, part, ages_stated_on=self._ages_stated_on)
                own_letters = column_letters(splitter.at)
                yield one._replace(letters=own_letters, is_second=one.steps in own)
                own.add(one.steps)
                at += 1

    def _split(self, cells: Sequence[Cell], tree: Tree, notes: list[Issue]) -> Sequence[Cell]:
        """Return the cells of a row, with the parts of cells appended."""
        wide = [cell_at(cells, place) for place in range(self._width)]
        for splitter in self._splitters:
            parts, issues = splitter.split(cell_at(cells, splitter.at))
            wide += parts
            for number, found in issues:
                steps = steps_of(splitter.column.parts[number].path or "")
                issue = attrs.evolve(found, path=steps, column=column_letters(splitter.at))
                if issue.severity is Severity.WARNING:
                    notes.append(issue)
                else:
                    put(tree, steps, attrs.evolve(issue, path=()))
        return wide

    def record(
        self, number: int, cells: Sequence[Cell], group: Mapping[str, Cell]
    ) -> tuple[object, list[Issue]]:
        """Return the record of a row, or `INVALID`, and its issues with their cells.

        `group` contains the cells of the group rows above, such as a row with the name of a
        hamlet: first word of the row → cell.
        """
        notes: list[Issue] = []
        self._has_unread_word = False
        tree = self._tree(cells, group, notes)
        if self._is_lenient:
            notes = [*self._leniency.unread(tree), *self._lenient_notes(tree, notes)]
        elif self._has_unread_word:
            notes += self._leniency.unread_words(tree)
        self._complete(tree, number)
        record, issues, whole = self._built(tree, notes)
        issues += notes
        if any(issue.severity is Severity.ERROR for issue in notes):
            record = INVALID
        if record is INVALID and (only_cell := next(self._one_cell(cells), None)) is not None:
            # The other issues are only consequences of the single cell.
            issues = [attrs.evolve(only_cell, severity=Severity.ERROR)]
            whole = []
        issues = self._locator.at_cells(number, issues) if issues else issues
        issues = [with_text(one, cells) if "left_out" in one.params else one for one in issues]
        return record, [*whole, *self._region_reader.with_hint(issues)]

    def _built(self, tree: Tree, notes: list[Issue]) -> tuple[object, list[Issue], list[Issue]]:
        """Return the record of a tree, its issues, and the issues about the whole file."""
        self.is_draft = self._missing.complete(tree)
        issues: list[Issue] = []
        record = record_of(self.record_class, tree, issues)
        whole: dict[Issue, Issue] = {}
        while (found := self._missing.as_file_issues(issues)) and self._missing.complete(tree):
            whole |= found
            self.is_draft = True
            issues = []
            record = record_of(self.record_class, tree, issues)
        while record is INVALID and (self._is_lenient or self._has_unread_word):
            left_out = self._without_parts(tree, notes, issues)
            if not left_out:
                break
            notes += left_out
            issues = []
            record = record_of(self.record_class, tree, issues)
        whole |= self._missing.as_file_issues(issues)
        issues = [one for one in issues if one not in whole and not self._missing.concerns(one)]
        return record, issues, [*dict.fromkeys(whole.values())]

    def _without_parts(
        self, tree: Tree, notes: Iterable[Issue], issues: Iterable[Issue]
    ) -> list[Issue]:
        """Leave out the parts that make the record invalid, and return the issues about them."""
        if self._is_lenient:
            return self._leniency.broken(tree, issues)
        words = [one for one in notes if "left_out" in one.params]
        return self._leniency.without_word(tree, words, issues)

    @property
    def unknown(self) -> tuple[str, ...]:
        """The paths of required values that are missing."""
        return tuple(map(dotted, self._missing.placeholders))

    def unknown_issues(self) -> Iterator[Issue]:
        """Yield a warning for each required value that is missing."""
        yield from map(self._missing.warning, self._missing.placeholders)

    def is_about_unknown(self, issue: Issue) -> bool:
        """Return whether an issue follows from a missing value."""
        return self._missing.concerns(issue)

    def _lenient_notes(self, tree: Tree, notes: Iterable[Issue]) -> Iterator[Issue]:
        """Yield the issues; those whose value is left out of the record become warnings."""
        for note in notes:
            if note.severity is Severity.WARNING:
                yield note
            elif note.code == "cell.contradicts":
                yield from self._leniency.contradicted(tree, note) or [note]
            else:
                yield as_left_out(note)

    def _tree(self, cells: Sequence[Cell], group: Mapping[str, Cell], notes: list[Issue]) -> Tree:
        """Return the values of the cells of a row as a tree."""
        tree: Tree = {}
        notes += self._one_cell(cells)
        notes += self._without_heading(cells)
        cells = self._split(cells, tree, notes) if self._splitters else cells
        absent: list[ColumnBinding] = []
        for one in self._plain:
            if one.at < len(cells):
                self._fill(tree, one, cells[one.at], notes, absent)
        for word, cell in group.items():
            if at(tree, self._groups[word].steps) is None:
                self._fill(tree, self._groups[word], cell, notes, absent)
        for steps, columns in self._region_columns:
            region = self._region_reader.region_of(columns, cells, notes)
            if region is not None:
                put(tree, steps, region)
        notes += (issue for one in absent for issue in contradictions(tree, one, self._columns))
        return tree

    def _one_cell(self, cells: Sequence[Cell]) -> Iterator[Issue]:
        """Yield a warning if only one cell is filled, as in a note or signature below the table."""
        if self._is_export or len(self._read_at) == 1:
            return
        filled = (place for place in self._read_at if not is_blank(cell_at(cells, place)))
        first, second = next(filled, None), next(filled, None)
        if first is not None and second is None:
            yield Issue("row.single_cell", severity=Severity.WARNING, column=column_letters(first))

    def _without_heading(self, cells: Sequence[Cell]) -> Iterator[Issue]:
        """Yield a warning for the first cell in a column without a heading."""
        if len(cells) <= self._width and not self._gaps:
            return
        places = (*self._gaps, *range(self._width, len(cells)))
        first = next((place for place in places if not is_blank(cell_at(cells, place))), None)
        if first is not None:
            yield Issue("cell.no_heading", severity=Severity.WARNING, column=column_letters(first))

    def _complete(self, tree: Tree, number: int) -> None:
        """Add constants and given values, the reason for a missing NIK, and an id."""
        for fixed in self._fixed:
            if (fixed.is_given or at(tree, fixed.steps[:-1])) and at(tree, fixed.steps) is None:
                put(tree, fixed.steps, fixed.value)
        for steps in self._people:
            person = at(tree, steps)
            if person is not None and "nik" not in person:
                person.setdefault("nik_absence", NIKAbsence.TIDAK_DIKETAHUI)
        if self._id_kind is not None and "id" not in tree:
            tree["id"] = self._id_kind(f"{self._key}-{number}")

    def at_cells(self, number: int, issues: Iterable[Issue]) -> list[Issue]:
        """Return the issues of the record of a row with their cells."""
        return self._locator.at_cells(number, issues)

    @property
    def paths(self) -> AbstractSet[Steps]:
        """The fields that columns fill."""
        return self._locator.letters.keys()

    def places(self) -> Iterator[Place]:
        """Yield each column with its field, to detect values that a spreadsheet changed."""
        for one in self._columns:
            if one.column.is_age:
                continue
            yield Place(one.at, one.letters, one.steps, unwrap(one.field_type).python_type)

    def table_columns(self) -> Iterator[TableColumn]:
        """Yield the columns of the sheet, to detect where the table ends."""
        for one in self._columns:
            if one.at < self._width and not one.column.is_age:
                yield TableColumn(
                    one.at,
                    one.field_type,
                    one.read,
                    is_needed(self.record_class, one.steps),
                    has_births=is_birth(one.column.path),
                )
        for splitter in self._splitters:
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
            first = self._locator.letters.get(one.steps, "")
            notes += differing(one, cell, first_value, first, self._ages_stated_on)
            return
        value = one.read(without_prefix(cell, one.column) if one.column.without else cell)
        if type(value) is Issue:
            issue = attrs.evolve(value, column=one.letters or None)
            is_warning = issue.severity is Severity.WARNING
            if is_warning or issue.code == NO_NUMBER or issue.code.endswith(".placeholder"):
                notes.append(attrs.evolve(issue, path=one.steps, severity=Severity.WARNING))
                self._put_absence(tree, one.steps, cell)
            elif one.is_presence:
                notes.append(attrs.evolve(issue, path=one.steps))
            else:
                self._has_unread_word = self._has_unread_word or is_about_word(issue)
                put(tree, one.steps, [issue] if type(one.field_type) is CollectionType else issue)
            return
        if type(value) is WithWarning:
            warning = attrs.evolve(value.warning, path=one.steps, column=one.letters or None)
            notes.append(warning)
            value = value.value
        if value is False and one.is_presence:
            absent.append(one)
        elif one.is_presence:
            if at(tree, one.steps) is None:
                put(tree, one.steps, {})
        else:
            put(tree, one.steps, value)
