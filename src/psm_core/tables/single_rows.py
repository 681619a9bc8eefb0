"""Rows of one table that are read one by one, in any order: rows of columns in memory."""

from collections.abc import Generator, Sequence
from contextlib import ExitStack, nullcontext
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar, cast

from ..errors import Issue, TableError
from .cells.cell import Cell
from .files.sheets import Book, Row, Sheet, column_index, column_letters, with_limits
from .python_rows import ROWS, names_read
from .read_options import ReadOptions, RowOptions, require_options
from .table_opening import open_sheets

if TYPE_CHECKING:
    from datetime import date

    from .sheet_reader import SheetReader

T = TypeVar("T")


class SingleResult(NamedTuple):
    """What a row by itself gives."""

    record: object | None
    """Its record; None if it has an error, or if a required value is missing."""
    issues: Sequence[Issue]
    """Its errors and warnings; `Issue.column` has the letters of a column."""


class SingleRows(Generic[T]):
    """Reads the rows of a table whose headings are known, each by itself."""

    def __init__(self, names: Sequence[str], record_class: type[T], options: RowOptions[T]) -> None:
        """Find the layout by the names of the columns, which are the headings.

        Raises:
            TableError: the names have no known layout.
            TypeError: there is no such option, or the class is not a record class.
            ValueError: as in `read`, and if the layout makes one record of several rows.
            UnknownRegionError: as in `read`.

        """
        require_options(options, RowOptions)

        def headings() -> Generator[Row]:
            yield 1, names_read(names)

        sheets = [Sheet(None, with_limits(headings))] if names else []
        book = nullcontext(Book(sheets, file_type=ROWS))
        known = cast("ReadOptions[T]", options)
        with ExitStack() as stack:
            _, tables = open_sheets(stack, book, record_class, known)
        self.sheet: SheetReader[T] = tables[0]
        """The reader of the table."""
        self.names: Sequence[str] = names
        self.as_of: date | None = options.get("as_of")
        """The day of the plausibility checks, if they run."""
        layout, blocks = self.sheet.headings.layout, self.sheet.headings.blocks
        if layout.rows is not None:
            raise ValueError(f"the layout {layout.name!r} makes one record of several rows")
        if len(blocks) > 1:
            places = [column_letters(block.column(0)) for block in blocks[:2]]
            params = dict(zip(("first", "second"), places, strict=True))
            raise TableError(Issue("table.side_by_side", params={"layout": layout.name, **params}))

    def read(self, cells: Sequence[Cell]) -> SingleResult:
        """Return the record and the issues of a row."""
        result = self.sheet.single_result(cells)
        return SingleResult(result.record, result.issues)

    def name_of(self, issue: Issue) -> str | None:
        """Return the name of the column that an issue of a row is about, if it is about one."""
        return None if issue.column is None else self.names[column_index(issue.column)]
