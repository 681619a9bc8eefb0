"""Files into records, row by row: nothing is raised for a bad row, and nothing is lost."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing
from datetime import date
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import Any, Generic, Self, TypeVar, cast, final

import attrs

from .._core.builder import INVALID
from .._core.record import is_record_class
from ..checks import check
from ..errors import Issue, Severity, TableError, short_traceback
from ..regions import RegionRegistry, load_regions
from ..values.region_code import RegionCode
from ..wire.versions import NAMES
from .cells import Cell, is_blank
from .column_damage import Signs
from .contradictions import Contradictions
from .files.opening import digest, open_book
from .files.sheets import Book
from .header_detection import Headings, recognise, recognise_kind
from .layout import Layout
from .options import candidates, chosen, first_cells, hidden_named, layouts_of, outside
from .repeated_rows import Repeats
from .results import IssueCollector, RowResult, TableResult
from .row_kinds import grouping, told
from .row_reader import RowReader
from .table_end import TableRows

T = TypeVar("T")
_NOW_AND_THEN = 100


@final
class TableReader(Generic[T]):
    """An open file whose rows come one by one as records. Use it in a ``with`` block.

    However many rows there are, it keeps one at a time, and of each earlier row a hash of at most
    100 bytes, by which it finds repeats.

    >>> from psm_core import Address, tables
    >>> tables.write([Address(rt="003")], "alamat.csv")
    >>> with tables.stream("alamat.csv", Address) as rows:
    ...     print(rows.header_row, rows.layout)
    1 psm-core
    """

    def __init__(self, stack: ExitStack, book: Book, headings: Headings, reader: RowReader) -> None:
        """Take what `stream` has opened."""
        self._stack, self._headings, self._reader = stack, headings, reader
        self.book: Book = book
        """The file as it was opened."""
        self.issues: tuple[Issue, ...] = (
            *book.issues,
            *headings.issues,
            *headings.sheet.issues(),
            *reader.unknown_issues(),
        )
        """What has to be told about the file and its headings. Once every row was read, also which
        rows were not taken for rows of the table, and what is noticeable of whole columns."""
        self.layout: str = headings.layout.name
        """The name of the layout that was detected."""
        self.sheet: str | None = headings.sheet.name
        """The name of the sheet, when the file has names."""
        self.header_row: int = headings.row
        """The last row of the headings."""
        self._checked: tuple[RegionRegistry, date] | None = None
        self._contradictions = Contradictions(reader.kind, reader.regions)

    @property
    def missing_values(self) -> tuple[str, ...]:
        """Paths of required facts that are unknown so far; without them no row is a record."""
        return self._reader.unknown

    def __iter__(self) -> Iterator[RowResult[T]]:
        """Yield what comes of each row of the table.

        Raises:
            TableError: ``table.damaged`` where the file cannot be read on.

        """
        try:
            yield from self._results()
        except TableError as refused:
            issue = refused.issue
        else:
            return
        raise TableError(issue)  # without the frames that hold cells

    def _results(self) -> Iterator[RowResult[T]]:
        repeats = Repeats(self._reader.kind, self._reader.paths)
        signs = Signs(self._reader.places(), self.sheet)
        table = TableRows(list(self._reader.table_columns()), self.header_row, self.sheet)
        for number, cells, group in self._rows(table):
            result = self._result(number, cells, group)
            if result.record is not None:
                signs.add(result.record, cells)
                if found := repeats.found(result.record, number):
                    more = self._reader.at_cells(number, found)
                    result = result._replace(issues=(*result.issues, *more))
            yield result._replace(record=None) if self._reader.is_draft else result
        unread = table.unread()
        self.issues += (*([] if unread is None else [unread]), *signs.issues(self.header_row))

    def _rows(self, table: TableRows) -> Iterator[tuple[int, Sequence[Cell], Mapping[str, Cell]]]:
        """Yield number and cells of each row of the table, and what the rows above it group."""
        layout = self._headings.layout
        group: dict[str, Cell] = {}
        sheet = self._headings.sheet
        filler = None
        rows = self._stack.enter_context(closing(sheet.rows()))
        for number, cells in rows:
            first = next((cell for cell in cells if not is_blank(cell)), None)
            if number <= self._headings.row:
                table.note_heading(cells)
                continue
            if first is None:
                continue
            if layout.end is not None and _begins(first, layout.end):
                return
            if layout.groups and (found := grouping(told(cells), layout.groups)) is not None:
                group[found[0]] = found[1]
                table.skip(number)
                continue
            holds = layout.is_export or table.holds(number, cells)
            if sheet.merged is not None:  # its ranges may begin in a row that is no record
                filler = filler or sheet.merged.filler(self._headings.named)
                cells = filler.fill(number, cells)  # noqa: PLW2901 - as if it had been so
            if holds:
                yield number, cells, group

    def _result(
        self, number: int, cells: Sequence[Cell], group: Mapping[str, Cell]
    ) -> RowResult[T]:
        record, issues = self._reader.record(number, cells, group)
        if record is INVALID:
            return RowResult(number, None, _in_order(issues))
        if self._checked is None:
            warnings = self._contradictions.found(record)
        else:
            regions, as_of = self._checked
            told = {(one.code, one.path) for one in issues}
            warnings = [
                one
                for one in check(record, regions=regions, as_of=as_of)
                if (one.code, one.path) not in told
            ]
        warnings = [one for one in warnings if not self._reader.is_about_unknown(one)]
        if warnings:
            issues += self._reader.at_cells(number, warnings)
        return RowResult(number, cast("T", record), _in_order(issues))

    def checked(self, regions: RegionRegistry, as_of: date) -> Self:
        """Let the doubts of `psm_core.checks` about each record come along as warnings."""
        self._checked = (regions, as_of)
        return self

    def close(self) -> None:
        """Close the file."""
        self._stack.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


@short_traceback
def stream(  # noqa: PLR0913 - all by name
    path: str | PathLike[str],
    kind: type[T],
    /,
    *,
    layout: str | Layout[T] | None = None,
    sheet: str | None = None,
    values: Mapping[str, object] | None = None,
    within: RegionCode | None = None,
    key: str | None = None,
    delimiter: str | None = None,
    regions: RegionRegistry | None = None,
    as_of: date | None = None,
    lenient: bool = False,
    require_values: bool = True,
) -> TableReader[T]:
    """Open a file, whose rows then come one by one; `read` has what the arguments mean.

    >>> from psm_core import Address, tables
    >>> tables.write([Address(rt="003"), Address(rt="004")], "alamat.csv")
    >>> with tables.stream("alamat.csv", Address) as rows:
    ...     print([(row.row, row.record.rt) for row in rows])
    [(2, '003'), (3, '004')]
    """
    if not is_record_class(kind):
        raise TypeError(f"{getattr(kind, '__name__', kind)!s} is not a record of psm_core")
    registry = load_regions() if regions is None else regions
    with ExitStack() as stack:
        book = stack.enter_context(open_book(Path(path), delimiter=delimiter))
        sheets = chosen(book, sheet)
        with hidden_named(book, sheet):
            headings = recognise(sheets, candidates(kind, layout, sheets), kind)
        if not book.has_serials:
            headings = headings._replace(layout=attrs.evolve(headings.layout, serials=False))
        facts = outside(
            headings.layout,
            values or {},
            headings.columns.values(),
            is_required=require_values,
            as_of=as_of,
        )
        reader = RowReader(
            headings,
            given=facts,
            key=key or headings.layout.name,
            within=within,
            regions=registry,
            lenient=lenient,
        )
        kept = stack.pop_all()
    reading: TableReader[T] = TableReader(kept, book, headings, reader)
    return reading if as_of is None else reading.checked(registry, as_of)


@short_traceback
def detect_layout(
    path: str | PathLike[str],
    /,
    *,
    kind: type[Any] | None = None,
    sheet: str | None = None,
    delimiter: str | None = None,
) -> Layout[Any]:
    """Return the known layout whose columns a file has, or that of an export of ours.

    `kind` is the class of records, where the columns alone could be of several.

    Raises:
        TableError: as in `read`.
        MissingExtraError: as in `read`.

    >>> from psm_core import Person, tables
    >>> tables.write_template(Person, "warga.csv")
    >>> tables.detect_layout("warga.csv").title
    'Daftar warga'

    """
    with open_book(Path(path), delimiter=delimiter) as book:
        sheets = chosen(book, sheet)
        first = first_cells(sheets)
        known: list[Layout[Any]] = []
        for each in NAMES if kind is None else (kind,):
            known += layouts_of(each, first)
        with hidden_named(book, sheet):
            return recognise_kind(sheets, known, Path(path).stem).layout


@short_traceback
def read(  # noqa: PLR0913 - all by name
    path: str | PathLike[str],
    kind: type[T],
    /,
    *,
    layout: str | Layout[T] | None = None,
    sheet: str | None = None,
    values: Mapping[str, object] | None = None,
    within: RegionCode | None = None,
    key: str | None = None,
    delimiter: str | None = None,
    regions: RegionRegistry | None = None,
    as_of: date | None = None,
    lenient: bool = False,
    require_values: bool = True,
    progress: Callable[[int], object] | None = None,
) -> TableResult[T]:
    r"""Read a file into records, as far as its rows are sound, with every issue at its cell.

    The content of the file decides its format, and its headings decide the layout. `layout`,
    `sheet` and `delimiter` override what is detected. `values` maps paths to values that no column
    of the sheet gives. `within` is the region in which names of regions are looked up. A record
    without an id gets one made of `key` and its row number. `progress` is called with the number
    of rows read so far.

    Facts of a row that contradict each other (the NIK and the birth date, say) come as warnings,
    and so do rows that repeat an earlier one. With `as_of`, everything that `psm_core.checks` finds
    comes as warnings, also what it compares with the table of regions.

    With `lenient`, what cannot be read of an optional field is left out with a warning, and the
    record stays. Where a part cannot do without the field (a decree without its date), the whole
    part is left out. A rule that the record breaks leaves out the field at which it is reported.
    Refused as ever is a row whose required fields cannot be read, or whose NIK or id, or what
    stands in a column that the layout requires.

    With `require_values` False a file is checked although required facts are unknown that stand
    outside the sheet. Each is a warning about the file, every other issue is reported, and a row
    that needs such a fact becomes no record. `TableResult.missing_values` names them.

    Raises:
        TableError: the file cannot be read at all, or is of no known layout; the code says why.
        MissingExtraError: it is a workbook and the extra ``excel`` is not installed.
        ValueError: there is no such layout, or a path or value in `values` is invalid.
        UnknownRegionError: the table does not know the region `within`.

    >>> from pathlib import Path
    >>> from psm_core import Person, tables
    >>> _ = Path("warga.csv").write_text("NIK,Nama\n99010141,Contoh\n", "utf-8")
    >>> for issue in tables.read("warga.csv", Person).issues:
    ...     print(issue.cell, issue.describe("id"))
    A2 NIK harus 16 angka, tertulis 8.

    """
    items: list[T] = []
    numbers: list[int] = []
    count = valid = 0
    source = Path(path)
    as_read = digest(source) if source.is_file() else ""
    reading = stream(
        path,
        kind,
        layout=layout,
        sheet=sheet,
        values=values,
        within=within,
        key=key,
        delimiter=delimiter,
        regions=regions,
        as_of=as_of,
        lenient=lenient,
        require_values=require_values,
    )
    with reading:
        found = IssueCollector()
        once = _Once(reading.header_row)
        begun = reading.issues
        found.add(begun)
        for row in reading:
            count += 1
            if progress is not None and count % _NOW_AND_THEN == 0:
                progress(count)
            found.add(once(row.issues))
            valid += all(issue.severity is not Severity.ERROR for issue in row.issues)
            if row.record is not None:
                items.append(row.record)
                numbers.append(row.row)
        found.add(reading.issues[len(begun) :])
        return TableResult(
            tuple(items),
            tuple(numbers),
            found.issues(valid),
            count,
            reading.layout,
            reading.sheet,
            source,
            reading.book.kind,
            reading.book.text_format,
            reading.header_row,
            found.counts,
            found.error_count,
            as_read,
            valid,
            reading.missing_values,
        )


class _Once:
    """Lets an issue about the whole file through once, however many rows have it."""

    def __init__(self, header_row: int) -> None:
        self._row, self._seen = header_row, set[Issue]()

    def __call__(self, issues: Iterable[Issue]) -> Iterator[Issue]:
        """Yield the issues of a row that are new."""
        for issue in issues:
            if issue.row == self._row:
                if issue in self._seen:
                    continue
                self._seen.add(issue)
            yield issue


def _begins(cell: Cell, end: str) -> bool:
    return isinstance(cell, str) and cell.strip().casefold().startswith(end.casefold())


def _in_order(issues: list[Issue]) -> tuple[Issue, ...]:
    """Return the issues of a row in the order of the columns."""
    if len(issues) > 1:
        issues.sort(key=lambda one: (len(one.column or ""), one.column or ""))
    return tuple(issues)
