"""Files into records, row by row: nothing is raised for a bad row, and nothing is lost."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing
from datetime import date
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Generic, Self, TypeVar, Unpack, cast, final

import attrs

from .._core.builder import INVALID
from .._core.record import is_record_class
from ..checks import check
from ..errors import Issue, Severity, TableError, short_traceback
from ..regions import load_regions
from ..wire.versions import NAMES
from .cells import Cell, is_blank
from .column_damage import ColumnDamage
from .contradictions import Contradictions
from .files.opening import digest, open_book
from .files.sheets import Book
from .first_rows import opened
from .header_columns import Headings
from .header_detection import detect, detect_any_class
from .layout import Layout
from .options import candidates, chosen, first_cells, hidden_named, layouts_of, outside
from .read_options import FileOptions, ReadOptions, check_date, require_known
from .repeated_rows import RepeatedRows
from .results import IssueCollector, RowResult, TableResult
from .row_kinds import grouping, visible_cells
from .row_reader import RowReader
from .table_end import TableRows

T = TypeVar("T")
ROWS_BETWEEN_PROGRESS: Final = 100


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

    def __init__(
        self,
        stack: ExitStack,
        book: Book,
        headings: Headings,
        reader: RowReader,
        *,
        as_of: date | None = None,
    ) -> None:
        """Take what `stream` has opened. With `as_of`, the plausibility checks run."""
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
        self._as_of = as_of
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
        except TableError as table_error:
            issue = table_error.issue
        else:
            return
        raise TableError(issue)  # without the frames that hold cells

    def _results(self) -> Iterator[RowResult[T]]:
        repeats = RepeatedRows(self._reader.kind, self._reader.paths)
        damage = ColumnDamage(self._reader.places(), self.sheet)
        table = TableRows(list(self._reader.table_columns()), self.header_row, self.sheet)
        for number, cells, group in self._rows(table):
            result = self._result(number, cells, group)
            if result.record is not None:
                damage.add(result.record, cells)
                if found := repeats.find(result.record, number):
                    more = self._reader.at_cells(number, found)
                    result = result._replace(issues=(*result.issues, *more))
            yield result._replace(record=None) if self._reader.is_draft else result
        unread = table.unread_rows()
        self.issues += (*([] if unread is None else [unread]), *damage.issues(self.header_row))

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
                table.add_heading(cells)
                continue
            if first is None:
                continue
            if layout.end is not None and _begins(first, layout.end):
                return
            if (
                layout.groups
                and (found := grouping(visible_cells(cells), layout.groups)) is not None
            ):
                group[found[0]] = found[1]
                table.skip(number)
                continue
            holds = layout.is_export or table.contains(number, cells)
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
        if self._as_of is None:
            warnings = self._contradictions.find(record)
        else:
            known = {(one.code, one.path) for one in issues}
            warnings = [
                one
                for one in check(record, regions=self._reader.regions, as_of=self._as_of)
                if (one.code, one.path) not in known
            ]
        warnings = [one for one in warnings if not self._reader.is_about_unknown(one)]
        if warnings:
            issues += self._reader.at_cells(number, warnings)
        return RowResult(number, cast("T", record), _in_order(issues))

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
def stream(
    path: str | PathLike[str], record_class: type[T], /, **options: Unpack[ReadOptions[T]]
) -> TableReader[T]:
    """Open a file whose rows are read one by one. `ReadOptions` describes the options.

    Raises:
        TableError: as in `read`.
        MissingExtraError: as in `read`.
        TypeError: as in `read`.
        ValueError: as in `read`.
        UnknownRegionError: as in `read`.

    >>> from psm_core import Address, tables
    >>> tables.write([Address(rt="003"), Address(rt="004")], "alamat.csv")
    >>> with tables.stream("alamat.csv", Address) as rows:
    ...     print([(row.row, row.record.rt) for row in rows])
    [(2, '003'), (3, '004')]

    """
    require_known(options, ReadOptions)
    if not is_record_class(record_class):
        name = getattr(record_class, "__name__", record_class)
        raise TypeError(f"{name!s} is not a record of psm_core")
    as_of = check_date(checks=options.get("checks", False), as_of=options.get("as_of"))
    regions = options.get("regions")
    sheet_name = options.get("sheet")
    with ExitStack() as stack:
        book = stack.enter_context(open_book(Path(path), delimiter=options.get("delimiter")))
        sheets = stack.enter_context(opened(chosen(book, sheet_name)))
        with hidden_named(book, sheet_name):
            layouts = candidates(record_class, options.get("layout"), sheets)
            headings = detect(sheets, layouts, record_class)
        if not book.has_serials:
            headings = headings._replace(layout=attrs.evolve(headings.layout, serials=False))
        given = outside(
            headings.layout,
            options.get("values") or {},
            headings.columns.values(),
            is_required=options.get("require_values", True),
            as_of=as_of,
        )
        reader = RowReader(
            headings,
            given=given,
            key=options.get("id_prefix") or headings.layout.name,
            within=options.get("within"),
            regions=load_regions() if regions is None else regions,
            lenient=options.get("lenient", False),
        )
        kept = stack.pop_all()
    return TableReader(kept, book, headings, reader, as_of=as_of)


@short_traceback
def detect_layout(
    path: str | PathLike[str],
    /,
    *,
    record_class: type[Any] | None = None,
    **options: Unpack[FileOptions],
) -> Layout[Any]:
    """Return the built-in layout whose columns a file has, or the layout of our own export.

    `record_class` is needed where the columns fit several classes. `FileOptions` describes the
    other options.

    Raises:
        TableError: as in `read`.
        MissingExtraError: as in `read`.
        TypeError: there is no such option.

    >>> from psm_core import Person, tables
    >>> tables.write_template(Person, "warga.csv")
    >>> tables.detect_layout("warga.csv").title
    'Daftar warga'

    """
    require_known(options, FileOptions)
    sheet_name = options.get("sheet")
    with (
        open_book(Path(path), delimiter=options.get("delimiter")) as book,
        opened(chosen(book, sheet_name)) as sheets,
    ):
        first = first_cells(sheets)
        known: list[Layout[Any]] = []
        for each in NAMES if record_class is None else (record_class,):
            known += layouts_of(each, first)
        with hidden_named(book, sheet_name):
            return detect_any_class(sheets, known, Path(path).stem).layout


@short_traceback
def read(
    path: str | PathLike[str],
    record_class: type[T],
    /,
    *,
    progress: Callable[[int], object] | None = None,
    **options: Unpack[ReadOptions[T]],
) -> TableResult[T]:
    r"""Read a file into records: one for each valid row. Every issue names its cell.

    The content of the file decides its format, and its headings decide the layout. `ReadOptions`
    describes the options. `progress` is called every 100 rows with the number of rows read so far.

    If fields of a row contradict each other (the NIK and the birth date, for example), the row has
    a warning. So has a row that repeats an earlier one.

    Raises:
        TableError: the file cannot be read, or it has no known layout; the code says why.
        MissingExtraError: it is a workbook and the extra ``excel`` is not installed.
        TypeError: there is no such option, or the class is not a record class of psm_core.
        ValueError: there is no such layout, a path or value in `values` is invalid, or one of
            `checks` and `as_of` is given without the other.
        UnknownRegionError: the table of regions does not have the region `within`.

    >>> from pathlib import Path
    >>> from psm_core import Person, tables
    >>> _ = Path("warga.csv").write_text("NIK,Nama\n99010141,Contoh\n", "utf-8")
    >>> for issue in tables.read("warga.csv", Person).issues:
    ...     print(issue.cell, issue.describe("id"))
    A2 NIK harus 16 angka, tertulis 8. Salin ulang dari KTP atau KK.

    """
    items: list[T] = []
    numbers: list[int] = []
    count = valid = 0
    source = Path(path)
    as_read = digest(source) if source.is_file() else ""
    with stream(path, record_class, **options) as reading:
        found = IssueCollector()
        once = _Once(reading.header_row)
        begun = reading.issues
        found.add(begun)
        for row in reading:
            count += 1
            if progress is not None and count % ROWS_BETWEEN_PROGRESS == 0:
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
