"""Reading a file into records, and detecting its layout."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Final, TypeVar, Unpack

import attrs

from ..errors import Issue, Severity, short_traceback
from ..wire.versions import NAMES
from .files.opening import digest, open_book, open_source
from .files.sheets import Book
from .files.sources import Source, local_file, name_of
from .headings.first_rows import opened
from .headings.own_headings import layouts_with_headings
from .headings.sheet_names import SheetNames, detect_class
from .layouts.export_layout import is_marked
from .layouts.layout import Layout
from .options import first_cells, layouts_of, report_hidden_sheets, selected_sheets
from .read_options import FileOptions, ReadOptions, require_options
from .results import IssueCollector, TableResult
from .rows.seen_rows import SeenRows
from .rows.seen_workers import SeenWorkers
from .rows.similar_people import SimilarPeople
from .table_opening import open_table
from .table_reader import TableReader

T = TypeVar("T")
ROWS_BETWEEN_PROGRESS: Final = 100


@short_traceback
def stream(
    source: Source, record_class: type[T], /, **options: Unpack[ReadOptions[T]]
) -> TableReader[T]:
    """Open a file whose rows are read one by one. `ReadOptions` describes the options.

    The file is a path, bytes or an open binary file, as in `read`.

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
    require_options(options, ReadOptions)
    book = open_source(source, delimiter=options.get("delimiter"))
    return open_table(book, record_class, options, SeenRows())


@short_traceback
def detect_layout(
    source: Source,
    /,
    *,
    name: str | None = None,
    record_class: type[Any] | None = None,
    headings: Mapping[str, str | None] | None = None,
    sheet_name: str | None = None,
    **options: Unpack[FileOptions],
) -> Layout[Any]:
    """Return the built-in layout whose columns a file has, or the layout of our own export.

    `record_class` is needed where the columns fit several classes. `headings` and `sheet_name` are
    those of `read`: the layout has these headings, and a column for the names of the sheets.
    `FileOptions` describes the other options. The file and its `name` are those of `read` too.

    Raises:
        TableError: as in `read`.
        MissingExtraError: as in `read`.
        TypeError: there is no such option.

    >>> from psm_core import Person, tables
    >>> tables.write_template(Person, "warga.csv")
    >>> tables.detect_layout("warga.csv").title
    'Daftar warga'

    """
    require_options(options, FileOptions)
    sheet = options.get("sheet")
    with (
        open_source(source, delimiter=options.get("delimiter")) as book,
        opened(selected_sheets(book, sheet)) as sheets,
    ):
        first = first_cells(sheets)
        known: list[Layout[Any]] = []
        classes = tuple(NAMES) if record_class is None else (record_class,)
        marked = [each for each in classes if is_marked(each, first)]
        for each in marked or classes:
            known += layouts_of(each, first)
        with report_hidden_sheets(book, sheet):
            layouts = layouts_with_headings(known, headings or {})
            return detect_class(sheets, layouts, name_of(source, name).stem, SheetNames(sheet_name))


@short_traceback
def read(
    source: Source,
    record_class: type[T],
    /,
    *,
    name: str | None = None,
    progress: Callable[[int], object] | None = None,
    **options: Unpack[ReadOptions[T]],
) -> TableResult[T]:
    r"""Read a file into records: one for each valid row. Every issue names its cell.

    The content of the file decides its format, and its headings decide the layout. `ReadOptions`
    describes the options. `progress` is called every 100 rows with the number of rows read so far.

    The file is a path, bytes, or a binary file that is open for reading, such as an upload of
    Django or the ``file`` of an UploadFile of FastAPI. An open file is read from its beginning and
    stays open. `name` is what it is called in the result; without it, the file may
    have a name, or is called ``<upload>``.

    If fields of a row contradict each other (the NIK and the birth date, for example), the row has
    a warning. So has a person who has died, moved or gone, a word of an optional field that is in
    no vocabulary, and a row that repeats an earlier one.

    Raises:
        TableError: the file cannot be read, or it has no known layout; the code says why.
        MissingExtraError: it is a workbook and the extra ``excel`` is not installed.
        TypeError: there is no such option, the class is not a record class of psm_core, or the file
            is not open in binary mode.
        ValueError: there is no such layout or code list, a path or value in `values` is invalid,
            or one of `checks` and `as_of` is given without the other.
        UnknownRegionError: the table of regions does not have the region `within`.

    >>> from pathlib import Path
    >>> from psm_core import Person, tables
    >>> _ = Path("warga.csv").write_text("NIK,Nama\n99010141,Contoh\n", "utf-8")
    >>> for issue in tables.read("warga.csv", Person).issues:
    ...     print(issue.cell, issue.describe("id"))
    A2 NIK harus 16 angka, tertulis 8. Salin ulang dari KTP atau KK.

    """
    return read_table(source, record_class, options, SeenRows(), progress, name=name)


def read_table(  # noqa: PLR0913 - the file, and how it is read
    source: Source,
    record_class: type[T],
    options: ReadOptions[T],
    seen: SeenRows,
    progress: Callable[[int], object] | None = None,
    *,
    name: str | None = None,
) -> TableResult[T]:
    """Read a file like `read`. `seen` are the rows of files that were read before."""
    require_options(options, ReadOptions)
    with local_file(source, name) as file:
        as_read = digest(file.path) if file.path.is_file() else ""
        book = open_book(file.path, delimiter=options.get("delimiter"))
        found = read_book(book, record_class, options, seen, file.name, progress)
    return attrs.evolve(found, digest=as_read, has_path=file.is_path)


def read_book(  # noqa: PLR0913 - as `read_table`
    opened_book: AbstractContextManager[Book],
    record_class: type[T],
    options: ReadOptions[T],
    seen: SeenRows,
    source: Path,
    progress: Callable[[int], object] | None,
) -> TableResult[T]:
    """Read a book like `read`. `source` is what it is called."""
    items: list[T] = []
    numbers: list[int] = []
    of_sheets: list[str | None] = []
    count = valid = 0
    seen.people, seen.workers = SimilarPeople(), SeenWorkers()
    with open_table(opened_book, record_class, options, seen) as reading:
        found = IssueCollector()
        once = _Once(reading.header_rows)
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
                of_sheets.append(row.sheet)
        found.add(reading.issues[len(begun) :])
        return TableResult(
            tuple(items),
            tuple(numbers),
            found.issues(valid),
            count,
            reading.layout,
            reading.sheet,
            source,
            reading.book.file_type,
            reading.book.text_format,
            reading.header_row,
            found.counts,
            found.error_count,
            valid_rows=valid,
            missing_values=reading.missing_values,
            error_counts=found.error_counts,
            sheets=tuple(name for name in reading.header_rows if name is not None),
            record_sheets=tuple(of_sheets),
            header_rows={n: row for n, row in reading.header_rows.items() if n is not None},
            has_path=False,
            columns=reading.columns,
        )


class _Once:
    """Lets an issue about the whole file through once, however many rows have it."""

    def __init__(self, header_rows: Mapping[str | None, int]) -> None:
        self._rows, self._seen = header_rows, set[Issue]()

    def __call__(self, issues: Iterable[Issue]) -> Iterator[Issue]:
        """Yield the issues of a row that are new."""
        for issue in issues:
            if (issue.row or 0) <= (self._rows.get(issue.sheet) or 0):
                if issue in self._seen:
                    continue
                self._seen.add(issue)
            yield issue
