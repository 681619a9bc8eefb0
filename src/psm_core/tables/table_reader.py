"""An open file: the rows of its tables one by one, as records or issues."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from types import TracebackType
from typing import TYPE_CHECKING, Generic, Self, TypeVar, final

from ..errors import Issue, TableError
from .files.sheets import Book
from .results import RowResult
from .rows.seen_rows import SeenRows
from .sheet_reader import SheetReader

if TYPE_CHECKING:
    from .._paths import Steps

T = TypeVar("T")


@final
class TableReader(Generic[T]):
    """An open file whose rows come one by one as records. Use it in a ``with`` block.

    However many rows there are, it keeps one at a time, and of each earlier row hashes of at most
    200 bytes, by which it finds repeats. It does not look for people who are probably listed twice,
    as `read` does. If several rows make one record (`Layout.rows`), it keeps up to 100,000 rows to
    find those of one record; the first of them has the record.

    >>> from psm_core import Address, tables
    >>> tables.write([Address(rt="003")], "alamat.csv")
    >>> with tables.stream("alamat.csv", Address) as rows:
    ...     print(rows.header_row, rows.layout)
    1 psm-core
    """

    def __init__(
        self, stack: ExitStack, book: Book, sheets: Sequence[SheetReader[T]], seen: SeenRows
    ) -> None:
        """Take what `stream` has opened: a file, and its sheets that have the layout.

        `seen` are the rows of files that were read before.
        """
        self._stack, self._sheets, self._seen = stack, sheets, seen
        self.book: Book = book
        """The file as it was opened."""
        self.issues: tuple[Issue, ...] = (
            *book.issues,
            *(issue for sheet in sheets for issue in sheet.issues),
        )
        """Issues of the file and its headings. After the last row of a sheet, also the rows that
        were not read as rows of the table, and signs of damage in whole columns. After the last row
        of the file, also the rows that later ones repeat."""
        self.layout: str = sheets[0].layout
        """The name of the layout that was detected."""
        self.sheet: str | None = sheets[0].sheet
        """The name of the first sheet that is read, when the file has names."""
        self.header_row: int = sheets[0].header_row
        """The last row of the headings in this sheet."""
        self.header_rows: Mapping[str | None, int] = {one.sheet: one.header_row for one in sheets}
        """Name of each sheet that is read → the last row of its headings."""
        self.columns: Mapping[str | None, Mapping[Steps, str]] = {
            one.sheet: one.columns for one in sheets if one.columns
        }
        """Name of each sheet in which a record is one row → path of a field → letters of the column
        that fills it."""

    @property
    def missing_values(self) -> tuple[str, ...]:
        """Paths of required facts that are unknown so far; without them no row is a record."""
        return tuple(dict.fromkeys(one for sheet in self._sheets for one in sheet.missing_values))

    def __iter__(self) -> Iterator[RowResult[T]]:
        """Yield the result of each row of the table, sheet after sheet.

        Raises:
            TableError: ``table.damaged`` where the file cannot be read on.

        """
        try:
            yield from self._results()
        except TableError as table_error:
            issue = table_error.issue
        else:
            return
        raise TableError(issue)  # without the frames that hold cells

    def _results(self) -> Iterator[RowResult[T]]:
        for sheet in self._sheets:
            known = len(sheet.issues)
            yield from sheet.results(self._seen)
            self.issues += sheet.issues[known:]
        self.issues += tuple(self._seen.issues_of_file())

    def close(self) -> None:
        """Close the file."""
        self._stack.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        record_class: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
