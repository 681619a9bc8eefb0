"""The rows of a sheet that are rows of its table, with the facts that rows above them state."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, closing
from typing import TYPE_CHECKING

from ..errors import Issue
from .cells.cell import Cell, is_blank
from .files.hidden_parts import HiddenParts
from .headings.row_numbers import number_in_block
from .headings.side_by_side import Block
from .headings.signature_columns import without_places
from .headings.table_headings import Headings
from .rows.column_damage import ColumnDamage
from .rows.fact_group_rows import other_regions
from .rows.hidden_cells import HiddenCells
from .rows.kinds import GroupRows, visible_cells
from .rows.reader import RowReader
from .rows.table_end import TableRows
from .templates.example_rows import ExampleRows

if TYPE_CHECKING:
    from .files.merged_cells import Filler

NumberedRow = tuple[int, Sequence[Cell], Mapping[str, Cell]]
"""The number of a row, its cells, and the first word of each group row above it → its value."""


class BlockRows:
    """The rows of a table, which may be one of several side by side in a sheet."""

    def __init__(
        self, block: Block, headings: Headings, reader: RowReader, examples: ExampleRows
    ) -> None:
        """Take the block of the sheet, its headings, and the rows that are examples."""
        sheet = headings.sheet.name
        self.block = block
        self.damage: ColumnDamage = ColumnDamage(reader.places(), sheet)
        self.is_below_blank: bool = False
        """Whether a blank row is between the row and the one before."""
        self.other_regions: list[Issue] = []
        """Warnings about rows that begin another region than the one that the table is about."""
        self._headings, self._examples = headings, examples
        self._table = TableRows(list(reader.table_columns()), headings.row, sheet)
        self._columns = {block.column(at): column for at, column in headings.columns.items()}
        self._filler: Filler | None = None
        """Fills the merged cells of a row; known from the first row on."""
        self._hidden: HiddenCells | None = None

    def read(self, stack: ExitStack) -> Iterator[NumberedRow]:
        """Yield each row of the table. The stack closes the sheet."""
        block, table = self.block, self._table
        layout, sheet = self._headings.layout, self._headings.sheet
        header_row, hidden = self._headings.row, sheet.hidden
        key = self._headings.family_group_key
        groups = GroupRows(layout.groups, layout.row_key or key, is_of_people=bool(key))
        rows = stack.enter_context(closing(sheet.rows()))
        is_filled = sheet.merged is not None or bool(self._headings.choices)
        is_whole = block.places is None and not self._headings.signatures
        is_whole = is_whole and not self._headings.ticks
        added = number_in_block(0, block.number)
        last = 0
        for number, whole in rows:
            self.is_below_blank = self.is_below_blank or number > last + 1
            last = number
            cells = whole if is_whole else block_cells(self._headings, block, whole)
            if number <= header_row:
                table.add_heading(cells)
                self._read_above(number, whole, groups)
                continue
            first = _first_cell(whole)
            if first is None:
                self.is_below_blank = True
                continue
            if layout.end is not None and _begins(first, layout.end):
                return
            if self._examples.contains(number, whole) or (
                layout.groups
                and groups.read(
                    visible_cells(cells) or visible_cells(whole),
                    needs_colon=self._headings.has_fact_groups,
                )
            ):
                table.skip(number)
                continue
            if block.places is not None and all(map(is_blank, cells)):
                continue
            holds = layout.is_export or table.contains(number, cells)
            if is_filled:  # a merged range may begin in a row that is no record
                cells = self._filled(number, whole, cells)
            if holds:
                groups.end()
                if hidden is not None:
                    self._look_for_hidden(number, whole, hidden)
                yield number + added, cells, groups.values
                self.is_below_blank = False
            else:
                self.other_regions += other_regions(self._headings, number, whole)

    def _filled(self, number: int, whole: Sequence[Cell], cells: Sequence[Cell]) -> Sequence[Cell]:
        """Return the cells of a row, with those of merged ranges and of marked choices."""
        merged = self._headings.sheet.merged
        if merged is not None:
            if self._filler is None:
                self._filler = merged.filler(self.block.columns(self._headings.named))
            cells = block_cells(self._headings, self.block, self._filler.fill(number, whole))
        for choices in self._headings.choices:
            cells = choices.fill(cells)
        return cells

    def _read_above(self, number: int, cells: Sequence[Cell], groups: GroupRows) -> None:
        """Read a row above the headings, where the group row of the first record may be."""
        line = visible_cells(cells)
        is_keyed = self._headings.layout.row_key or self._headings.family_group_key
        if is_keyed and number < self._headings.row and line:
            groups.read(line, needs_colon=True)

    def _look_for_hidden(self, number: int, cells: Sequence[Cell], hidden: HiddenParts) -> None:
        """Add a row of the sheet, to find values in hidden rows and columns."""
        self._hidden = self._hidden or HiddenCells(hidden, self._columns)
        self._hidden.add(number, cells)

    def issues(self) -> Iterator[Issue]:
        """Yield the warnings about rows that were not read, and about hidden or damaged columns."""
        header_row = self._headings.row
        if self._hidden is not None:
            yield from self._hidden.issues(header_row, self._headings.sheet.name)
        if not self.block.number and (again := self._table.repeated_headings()) is not None:
            yield again
        if (unread := self._table.unread_rows()) is not None:
            yield self.block.issue(unread)
        yield from map(self.block.issue, self.damage.issues(header_row))


def block_cells(headings: Headings, block: Block, whole: Sequence[Cell]) -> Sequence[Cell]:
    """Return the cells of a block in a row, with ticks as words and no places to sign."""
    cells, signatures = block.cells(whole), headings.signatures
    cells = without_places(cells, signatures) if signatures else cells
    for ticks in headings.ticks:
        cells = ticks.fill(cells)
    return cells


def _first_cell(cells: Sequence[Cell]) -> Cell:
    """Return the first cell that is not blank, or None. A loop takes half the time of `next`."""
    for cell in cells:
        if not is_blank(cell):
            return cell
    return None


def _begins(cell: Cell, end: str) -> bool:
    return isinstance(cell, str) and cell.strip().casefold().startswith(end.casefold())
