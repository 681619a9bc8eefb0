"""One sheet with a table: its rows one by one, as records or issues."""

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing
from datetime import date
from typing import Generic, TypeVar, cast, final

from .._core.builder import INVALID
from ..checks import check
from ..errors import Issue
from .cells import Cell, is_blank
from .column_damage import ColumnDamage
from .contradictions import Contradictions
from .example_rows import ExampleRows
from .header_columns import Headings
from .hidden_cells import HiddenCells
from .record_rows import SheetRow
from .repeated_rows import RepeatedRows, SeenRows
from .results import RowResult
from .row_kinds import GroupRows, visible_cells
from .row_reader import RowReader
from .table_end import TableRows

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
        self._hidden: HiddenCells | None = None
        self._examples = ExampleRows(headings.layout, headings.sheet.name)
        self._contradictions = Contradictions(reader.record_class, reader.regions)

    @property
    def missing_values(self) -> tuple[str, ...]:
        """Paths of required facts that are unknown so far; without them no row is a record."""
        return self._reader.unknown

    def results(self, seen: SeenRows) -> Iterator[RowResult[T]]:
        """Yield the result of each row of the table. `seen` are the rows of earlier sheets.

        Raises:
            TableError: ``table.damaged`` where the file cannot be read on.

        """
        seen.begin(self.sheet)
        repeats = RepeatedRows(self._reader.record_class, self._reader.paths, seen)
        damage = ColumnDamage(self._reader.places(), self.sheet)
        table = TableRows(list(self._reader.table_columns()), self.header_row, self.sheet)
        if self._headings.layout.rows is not None:
            rows = (SheetRow(*row) for row in self._rows(table))
            yield from self._results_of_several_rows(rows, repeats, damage)
        else:
            for number, cells, group in self._rows(table):
                result = self._result(number, cells, group)
                if result.record is not None:
                    damage.add(result.record, cells)
                    if found := repeats.find(result.record, number):
                        more = self._reader.at_cells(number, found)
                        result = result._replace(issues=(*result.issues, *more))
                yield result._replace(record=None) if self._reader.is_draft else result
        unread = table.unread_rows()
        hidden = self._hidden
        self.issues += (
            *self._examples.issues,
            *(() if hidden is None else hidden.issues(self.header_row, self.sheet)),
            *([] if unread is None else [unread]),
            *damage.issues(self.header_row),
        )

    def _results_of_several_rows(
        self, rows: Iterable[SheetRow], repeats: RepeatedRows, damage: ColumnDamage
    ) -> Iterator[RowResult[T]]:
        """Yield the result of each row. The first row of a record has the record."""
        merger = self._reader.row_merger()
        for together in self._reader.row_groups().collect(rows):
            numbers = [row.number for row in together]
            records: list[object] = []
            issues: list[list[Issue]] = []
            is_draft = False
            for row in together:
                record, found = self._reader.record(row.number, row.cells, row.group)
                is_draft = is_draft or self._reader.is_draft
                records.append(record)
                issues.append([one for one in found if one.column not in row.copied])
                if record is not INVALID:
                    damage.add(record, row.cells)
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

    def _rows(self, table: TableRows) -> Iterator[tuple[int, Sequence[Cell], Mapping[str, Cell]]]:
        """Yield number and cells of each row of the table, and what the rows above it group."""
        layout = self._headings.layout
        groups = GroupRows(layout.groups, layout.row_key)
        sheet, columns = self._headings.sheet, self._headings.columns
        filler = None
        rows = self._stack.enter_context(closing(sheet.rows()))
        for number, cells in rows:
            first = next((cell for cell in cells if not is_blank(cell)), None)
            if number <= self._headings.row:
                table.add_heading(cells)
                self._read_above(number, cells, groups)
                continue
            if first is None:
                continue
            if layout.end is not None and _begins(first, layout.end):
                return
            if self._examples.contains(number, cells) or (
                layout.groups and groups.read(visible_cells(cells))
            ):
                table.skip(number)
                continue
            holds = layout.is_export or table.contains(number, cells)
            if sheet.merged is not None:  # its ranges may begin in a row that is no record
                filler = filler or sheet.merged.filler(self._headings.named)
                cells = filler.fill(number, cells)  # noqa: PLW2901 - as if it had been so
            for choices in self._headings.choices:
                cells = choices.fill(cells)  # noqa: PLW2901 - as if it were one column
            if holds:
                groups.end()
                if sheet.hidden is not None:  # known only now, like the merged ranges
                    hidden = self._hidden = self._hidden or HiddenCells(sheet.hidden, columns)
                    hidden.add(number, cells)
                yield number, cells, groups.values

    def _read_above(self, number: int, cells: Sequence[Cell], groups: GroupRows) -> None:
        """Read a row above the headings, where the group row of the first record may be."""
        line = visible_cells(cells)
        if self._headings.layout.row_key and number < self._headings.row and line:
            groups.read(line, needs_colon=True)

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


def _begins(cell: Cell, end: str) -> bool:
    return isinstance(cell, str) and cell.strip().casefold().startswith(end.casefold())


def _in_order(issues: list[Issue]) -> tuple[Issue, ...]:
    """Return the issues of a row in the order of the columns."""
    if len(issues) > 1:
        issues.sort(key=lambda one: (len(one.column or ""), one.column or ""))
    return tuple(issues)
