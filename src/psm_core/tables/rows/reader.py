"""Reads a row of cells into a record.

1. `TreeReader` reads the cells into a tree of nested fields.
2. Values that no cell contains are added: constants of the layout, given values, an id.
3. A record is built from the tree. The builder reports the issues in the tree and its own.
4. Each issue gets the row and the column of its cell.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from typing import Any, TypeVar

import attrs

from ..._core.builder import INVALID
from ..._core.field_paths import dotted, steps_of
from ..._core.record import is_record_class, record_info
from ..._paths import Steps
from ...errors import Issue, Severity
from ...records.families import Family
from ...records.people import Person
from ...regions import RegionRegistry
from ...terms import NIKAbsence
from ...values.region_code import RegionCode
from ..cells.cell import Cell
from ..cells.warnings import as_left_out
from ..headings.row_numbers import row_name
from ..headings.table_headings import Headings
from ..layouts.column_bindings import (
    ColumnBinding,
    FixedValue,
    needs_cell,
    record_class_at,
    steps_of_value,
    with_text,
)
from ..layouts.layout import Layout
from .column_damage import Place
from .facts_above import NO_FACTS, Facts
from .family_cards import FamilyCards
from .fast_rows import Constants, FastRows
from .groups import RowGroups
from .issue_cells import IssueLocator
from .lenient import Leniency, is_dispensable
from .merging import RowMerger
from .nested import Tree, at, is_tree, put, record_of
from .required_values import GivenValues, HeadingRow, MissingValues
from .table_end import TableColumn
from .tree_reader import TreeReader

V = TypeVar("V")


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
        facts: Facts = NO_FACTS,
    ) -> None:
        """Prepare what is the same for every row.

        `given` are the values that the caller gives for every row. `key` begins the ids of records
        without one. `within` is the region in which the names of regions are searched.
        `ages_stated_on` is the day on which the ages in the file hold. `facts` are those in the
        lines above the headings.
        """
        layout = headings.layout
        self._headings = headings
        self.record_class: type = layout.record_class
        self.regions = regions
        self._key = key
        self._unreadable = _not_given(facts.unreadable, given)
        self._trees = TreeReader(
            headings,
            within=within,
            regions=regions,
            ages_stated_on=ages_stated_on,
            regions_above=_not_given(facts.regions, given),
            compared=_not_given(facts.compared, given),
        )
        columns = self._trees.columns
        self._fixed = _fixed_values(layout, given, columns)
        records = {one.steps[:-1] for one in columns}
        self._people = {
            steps for steps in records if record_class_at(self.record_class, steps) is Person
        }
        self.is_draft: bool = False
        """Whether the last record has a placeholder for a required value that is missing."""
        filled_steps = [one.steps for one in (*columns, *self._trees.groups.values())]
        filled_steps += (*(fixed.steps for fixed in self._fixed), *self._unreadable)
        row = HeadingRow(headings.sheet.name, headings.row)
        self._missing = MissingValues(layout, filled_steps, row, given)
        self._leniency = Leniency(
            self.record_class,
            needed=[steps_of(one.path) for one in layout.columns if one.path and one.required],
            people=self._people,
            presence={one.steps for one in columns if one.is_presence},
        )
        self._is_lenient = lenient
        self.family_cards: FamilyCards = FamilyCards(headings, columns, self._trees.groups)
        """Which rows have the number of their family card."""
        self._id_class = _id_class(self.record_class)
        constants = Constants(self._fixed, frozenset(self._people), self._id_class, key)
        self._fast_rows = FastRows.of(self._trees, constants)

    def record(
        self, number: int, cells: Sequence[Cell], group: Mapping[str, Cell]
    ) -> tuple[object, list[Issue]]:
        """Return the record of a row, or `INVALID`, and its issues with their cells.

        `group` contains the cells of the group rows above, such as a row with the name of a
        hamlet: first word of the row → cell.
        """
        is_plain = not self._missing.placeholders and not self._unreadable
        if self._fast_rows is not None and is_plain:
            record = self._fast_rows.record(number, cells, group)
            if record is not INVALID:
                self.is_draft = False
                return record, []
        return self._record_and_issues(number, cells, group)

    def _record_and_issues(
        self, number: int, cells: Sequence[Cell], group: Mapping[str, Cell]
    ) -> tuple[object, list[Issue]]:
        """Return the same step by step, for any row."""
        notes: list[Issue] = []
        tree = self._trees.tree(cells, group, notes)
        self._put_unreadable(tree, notes)
        if self._is_lenient:
            notes = [*self._leniency.unread(tree), *self._lenient_notes(tree, notes)]
        elif self._trees.has_unread_word:
            notes += self._leniency.unread_words(tree)
        self._complete(tree, number)
        record, issues, whole = self._built(tree, notes)
        issues += notes
        if any(issue.severity is Severity.ERROR for issue in notes):
            record = INVALID
        if record is INVALID and (only_cell := self._trees.single_cell(cells)) is not None:
            # The other issues are only consequences of the single cell.
            issues = [attrs.evolve(only_cell, severity=Severity.ERROR)]
            whole = []
        issues = self._trees.locator.at_cells(number, issues) if issues else issues
        issues = [self._with_place(one, cells) for one in issues]
        return record, [*whole, *self._trees.with_hint(issues)]

    def _put_unreadable(self, tree: Tree, notes: list[Issue]) -> None:
        """Put the issues of facts above the table into the tree; those of whole records apart."""
        for steps, issue in self._unreadable.items():
            if is_record_class(record_class_at(self.record_class, steps)):
                notes.append(issue)
            else:
                put(tree, steps, attrs.evolve(issue, path=()))
                self._trees.has_unread_word = self._trees.has_unread_word or is_dispensable(
                    issue, steps
                )

    def _with_place(self, issue: Issue, cells: Sequence[Cell]) -> Issue:
        """Return an issue of a fact with the row above the table, another one with its text."""
        fact = self._unreadable.get(issue.path)
        if fact is not None:
            return attrs.evolve(issue, row=fact.row, column=fact.column)
        return with_text(issue, cells) if "left_out" in issue.params else issue

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
        while record is INVALID and (self._is_lenient or self._trees.has_unread_word):
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

    def _complete(self, tree: Tree, number: int) -> None:
        """Add constants and given values, the reason for a missing NIK, and an id.

        The period of a rank alone is left out: the family has no rank in that period.
        """
        ranks = tree.get("ranks") if self.record_class is Family else None
        if is_tree(ranks) and all(is_tree(one) and "decile" not in one for one in ranks.values()):
            del tree["ranks"]
        for fixed in self._fixed:
            if (fixed.is_given or at(tree, fixed.steps[:-1])) and at(tree, fixed.steps) is None:
                put(tree, fixed.steps, fixed.value)
        for steps in self._people:
            person = at(tree, steps)
            if person is not None and "nik" not in person:
                person.setdefault("nik_absence", NIKAbsence.TIDAK_DIKETAHUI)
        if self._id_class is not None and "id" not in tree:
            tree["id"] = self._id_class(f"{self._key}-{row_name(number)}")

    def row_groups(self) -> RowGroups:
        """Return a new object that collects the rows of each record."""
        trees = self._trees
        return RowGroups(self._headings, trees.columns, trees.groups, trees.wide_cells)

    def row_merger(self) -> RowMerger:
        """Return an object that makes one record of those of several rows."""
        columns = [*self._trees.columns, *self._trees.groups.values()]
        return RowMerger(self._headings.layout, columns, self._trees.locator)

    @property
    def trees(self) -> TreeReader:
        """What reads the cells of a row."""
        return self._trees

    @property
    def constants(self) -> Sequence[FixedValue]:
        """The values that no cell contains."""
        return self._fixed

    @property
    def locator(self) -> IssueLocator:
        """What finds the cells of issues."""
        return self._trees.locator

    def at_cells(self, number: int, issues: Iterable[Issue]) -> list[Issue]:
        """Return the issues of the record of a row with their cells."""
        return self._trees.locator.at_cells(number, issues)

    @property
    def paths(self) -> AbstractSet[Steps]:
        """The fields that columns fill."""
        return self._trees.locator.letters.keys()

    def places(self) -> Iterator[Place]:
        """Yield each column with its field, to detect values that a spreadsheet changed."""
        return self._trees.places()

    def table_columns(self) -> Iterator[TableColumn]:
        """Yield the columns of the sheet, to detect where the table ends."""
        return self._trees.table_columns()


def _not_given(of_paths: Mapping[str, V], given: GivenValues) -> dict[Steps, V]:
    """Return steps → value for the paths to which the caller gives no value."""
    return {steps_of(path): one for path, one in of_paths.items() if path not in given.values}


def _fixed_values(
    layout: Layout[Any], given: GivenValues, columns: Sequence[ColumnBinding]
) -> list[FixedValue]:
    """Return the values that the caller gives, and the other constants of the layout.

    A constant is set in every row if its record has a required column or none at all, else only in
    rows that fill the record.
    """
    fixed: list[FixedValue] = []
    for path, value in given.values.items():
        steps = steps_of_value(path, columns)
        is_given = layout.record_class is not Family or not (
            needs_cell(layout.record_class, steps, columns) or _is_alone(steps, given)
        )
        fixed.append(FixedValue(steps, value, is_given=is_given))
    filled = [(steps_of(one.path), one.required) for one in layout.columns if one.path]
    for steps, value in _not_given(layout.constants, given).items():
        beside = [needed for one, needed in filled if one[: len(steps) - 1] == steps[:-1]]
        fixed.append(FixedValue(steps, value, is_given=any(beside) or not beside))
    return fixed


def _id_class(record_class: type) -> type | None:
    """Return the class of the id that records need, or None."""
    fields = record_info(record_class).fields
    return next((one.type.python_type for one in fields if one.name == "id" and one.required), None)


def _is_alone(steps: Steps, given: GivenValues) -> bool:
    """Return whether a given value is the period of a welfare rank that is given by nothing."""
    return steps[0] == "ranks" and dotted((*steps[:-1], "decile")) not in given.values
