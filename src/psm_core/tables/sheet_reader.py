"""One sheet with a table: its rows one by one, as records or issues."""

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from datetime import date
from typing import Generic, TypeVar, cast, final

from .._core.builder import INVALID
from .._paths import Steps
from ..checks import check
from ..errors import Issue
from .block_rows import BlockRows, block_cells
from .cells.cell import Cell
from .headings.row_numbers import block_and_row
from .headings.side_by_side import Block
from .headings.table_headings import Headings
from .results import RowResult
from .rows.blank_cards import BlankCards
from .rows.contradictions import Contradictions
from .rows.groups import SheetRow
from .rows.head_names import HeadNames
from .rows.issue_cells import IssueLocator
from .rows.reader import RowReader
from .rows.repeated_rows import RepeatedRows
from .rows.seen_rows import SeenRows
from .templates.example_rows import ExampleRows

T = TypeVar("T")


@final
class SheetReader(Generic[T]):
    """A sheet of an open file, whose rows come one by one as records."""

    def __init__(
        self,
        stack: ExitStack,
        headings: Headings,
        reader: RowReader,
        *,
        as_of: date | None = None,
    ) -> None:
        """Take what `stream` has opened. With `as_of`, the plausibility checks run."""
        self._stack, self._headings, self._reader = stack, headings, reader
        self.issues: tuple[Issue, ...] = (
            *headings.issues,
            *reader.unknown_issues(),
            *reader.family_cards.issues,
        )
        """Issues of the sheet and its headings. After the last row, also the rows that were not
        read as rows of the table, and signs of damage in whole columns."""
        self.layout: str = headings.layout.name
        """The name of the layout that was detected."""
        self.sheet: str | None = headings.sheet.name
        """The name of the sheet, when the file has names."""
        self.header_row: int = headings.row
        """The last row of the headings."""
        self._as_of = as_of
        self._examples = ExampleRows(headings.layout, headings.sheet.name)
        self._contradictions = Contradictions(reader.record_class, reader.regions)

    @property
    def missing_values(self) -> tuple[str, ...]:
        """Paths of required facts that are unknown so far; without them no row is a record."""
        return self._reader.unknown

    @property
    def columns(self) -> Mapping[Steps, str]:
        """Path → letters of the column that fills it; empty if records are not one row each."""
        if self._headings.layout.rows is not None or len(self._headings.blocks) > 1:
            return {}
        return {path: letters for path, letters in self._reader.locator.letters.items() if letters}

    @property
    def headings(self) -> Headings:
        """The headings of the table."""
        return self._headings

    @property
    def reader(self) -> RowReader:
        """The reader of the rows."""
        return self._reader

    def single_result(self, cells: Sequence[Cell]) -> RowResult[T]:
        """Return the result of a row by itself, whatever is in other rows. It has no number."""
        cells = block_cells(self._headings, self._headings.blocks[0], cells)
        for choices in self._headings.choices:
            cells = choices.fill(cells)
        result = self._result(self.header_row + 1, cells, {})
        return result._replace(record=None) if self._reader.is_draft else result

    def results(self, seen: SeenRows) -> Iterator[RowResult[T]]:
        """Yield the result of each row of the table. `seen` are the rows of earlier sheets.

        Raises:
            TableError: ``table.damaged`` where the file cannot be read on.

        """
        blocks = self._headings.blocks
        seen.begin(self.sheet, [_at_cell(self._reader.locator, block) for block in blocks])
        parts = [BlockRows(block, self._headings, self._reader, self._examples) for block in blocks]
        results = self._results(parts, seen)
        yield from results if len(blocks) == 1 else map(self._in_sheet, results)
        issues = itertools.chain(
            *(part.other_regions for part in parts),
            self._examples.issues,
            *(part.issues() for part in parts),
        )
        self.issues += tuple(dict.fromkeys(issues))

    def _in_sheet(self, result: RowResult[T]) -> RowResult[T]:
        """Return the result of a row of a block as that of a row of the sheet."""
        number, row = block_and_row(result.row)
        block, header_row = self._headings.blocks[number], self.header_row
        issues = (
            one if (one.row or 0) <= header_row else block.issue(one) for one in result.issues
        )
        return result._replace(row=row, issues=tuple(issues))

    def _results(self, parts: Sequence[BlockRows], seen: SeenRows) -> Iterator[RowResult[T]]:
        """Yield the result of each row, block by block."""
        repeats = RepeatedRows(self._reader.record_class, self._reader.paths, seen, self._as_of)
        if self._headings.layout.rows is not None:
            yield from self._results_of_several_rows(parts, repeats)
            return
        names = HeadNames.of(self._headings)
        for part in parts:
            cards = self._reader.family_cards.filler(self.sheet)
            for number, cells, group in part.read(self._stack):
                if cards is None:
                    result = self._result(number, cells, group)
                else:
                    below = part.is_below_blank
                    filled = cards.fill(number, cells, group, is_below_blank=below)
                    result = self._result(number, *filled)
                    result = result._replace(issues=_in_order(cards.issues(result.issues)))
                if result.record is not None:
                    part.damage.add(result.record, cells)
                    if names is not None:
                        differing = names.of_person(number, cells, result.record)
                        result = result._replace(issues=(*result.issues, *differing))
                    if found := repeats.find(result.record, number):
                        more = self._reader.at_cells(number, found)
                        result = result._replace(issues=(*result.issues, *more))
                yield result._replace(record=None) if self._reader.is_draft else result

    def _results_of_several_rows(
        self, parts: Sequence[BlockRows], repeats: RepeatedRows
    ) -> Iterator[RowResult[T]]:
        """Yield the result of each row. The first row of a record has the record."""
        rows = (SheetRow(*row) for part in parts for row in part.read(self._stack))
        merger = self._reader.row_merger()
        groups, names = self._reader.row_groups(), HeadNames.of(self._headings)
        cards = groups.blank_cards
        for together in groups.collect(rows):
            numbers = [row.number for row in together]
            records, issues, is_draft = self._read_together(together, parts, cards)
            if names is not None:
                for one in names.of_family(together, records):
                    issues[numbers.index(one.row or 0)].append(one)
                records = names.with_head(together, records)
            merged = merger.merge(numbers, records)
            issues = [
                [merged.of_row(one, number) for one in found] for number, found in enumerate(issues)
            ]
            if merged.record is not INVALID:
                merged.add(self._warnings(merged.record, itertools.chain(*issues)))
                merged.add(repeats.find(merged.record, numbers[0], merged.row_of))
            of_rows: dict[int | None, list[Issue]] = dict(zip(numbers, issues, strict=True))
            for one in merged.issues:
                of_rows[one.row].append(one)
            record = None if is_draft or merged.record is INVALID else cast("T", merged.record)
            for row_number in numbers:
                yield RowResult(row_number, record, _in_order(of_rows[row_number]), self.sheet)
                record = None
        if cards is not None:
            self.issues += tuple(cards.sheet_issues())

    def _read_together(
        self, rows: Sequence[SheetRow], parts: Sequence[BlockRows], cards: BlankCards | None
    ) -> tuple[Sequence[object], list[list[Issue]], bool]:
        """Return the records and issues of the rows of one record, and whether one is a draft."""
        records: list[object] = []
        issues: list[list[Issue]] = []
        is_draft = False
        for row in rows:
            record, found = self._reader.record(row.number, row.cells, row.group)
            is_draft = is_draft or self._reader.is_draft
            records.append(record)
            issues.append([one for one in found if one.column not in row.copied])
            if cards is not None and row.number in cards.of_rows:
                issues[-1].append(cards.of_rows.pop(row.number))
            if record is not INVALID:
                parts[block_and_row(row.number)[0]].damage.add(record, row.cells)
        return records, issues, is_draft

    def _result(
        self, number: int, cells: Sequence[Cell], group: Mapping[str, Cell]
    ) -> RowResult[T]:
        record, issues = self._reader.record(number, cells, group)
        if record is INVALID:
            return RowResult(number, None, _in_order(issues), self.sheet)
        if warnings := self._warnings(record, issues):
            issues += self._reader.at_cells(number, warnings)
        return RowResult(number, cast("T", record), _in_order(issues), self.sheet)

    def _warnings(self, record: object, issues: Iterable[Issue]) -> list[Issue]:
        """Return the contradictions of a record, or what the checks find beside known issues."""
        if self._as_of is None:
            warnings = self._contradictions.find(record)
        else:
            known = {(one.code, one.path) for one in issues}
            warnings = [
                one
                for one in check(record, regions=self._reader.regions, as_of=self._as_of)
                if (one.code, one.path) not in known
            ]
        return [one for one in warnings if not self._reader.is_about_unknown(one)]


def _at_cell(locator: IssueLocator, block: Block) -> Callable[[int, Issue], Issue]:
    """Return a function that adds the cell in a row of a block to an issue."""

    def at_cell(row: int, issue: Issue) -> Issue:
        (located,) = locator.at_cells(row, [issue])
        return block.issue(located)

    return at_cell


def _in_order(issues: list[Issue]) -> tuple[Issue, ...]:
    """Return the issues of a row in the order of the columns."""
    if len(issues) > 1:
        issues.sort(key=lambda one: (len(one.column or ""), one.column or ""))
    return tuple(issues)
