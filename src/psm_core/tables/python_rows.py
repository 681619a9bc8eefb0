"""Reading rows that are in memory: mappings, or a data frame."""

import re
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from itertools import compress
from pathlib import Path
from typing import Any, Final, NamedTuple, Protocol, TypeVar, Unpack, cast

from .._core.field_paths import dotted, steps_of
from ..errors import short_traceback
from .cells.cell import Cell
from .files.sheets import Book, Row, Sheet, with_limits
from .nested_cells import is_nested, joined, plain_value, value_cells
from .read_options import ReadOptions, RowOptions, require_options
from .reading import read_book
from .results import TableResult
from .rows.seen_rows import SeenRows

T = TypeVar("T")
ROWS: Final = "rows"
"""The file type and the name of rows that are in no file."""
_LONG, _EXACT_FLOAT = 10**15, 2**53
_NO_HEADING: Final = re.compile(r"Unnamed: [0-9]+(_level_[0-9]+)?")
"""What pandas writes for a blank heading."""
_REPEATED: Final = re.compile(r"(.+)\.[0-9]+")
"""What pandas writes for a heading that is there again."""
_UNNAMED_INDEX: Final = re.compile(r"__index_level_[0-9]+__")
"""What pandas writes for an index without a name, in Arrow and Parquet."""


class _Nested(NamedTuple):
    """A column of the values inside another one."""

    key: object
    path: str


class DataFrame(Protocol):
    """A data frame: that of pandas or polars, or a table of pyarrow.

    >>> import pandas
    >>> from psm_core import Person, tables
    >>> frame = pandas.DataFrame({"NIK": ["9901014108900001"], "Nama": ["Ani Contoh"]})
    >>> tables.read_rows(frame, Person).records[0].name
    'Ani Contoh'
    """

    @property
    def columns(self) -> Any:  # noqa: ANN401 - each library has another type
        """Its columns."""


@short_traceback
def read_rows(
    rows: Iterable[Mapping[str, object]] | DataFrame,
    record_class: type[T],
    /,
    *,
    progress: Callable[[int], object] | None = None,
    **options: Unpack[RowOptions[T]],
) -> TableResult[T]:
    """Read mappings, or the rows of a data frame, into records, as `read` does with a file.

    The keys of the mappings, or the names of the columns, are the headings. The headings decide the
    layout, and paths such as ``person.nik`` are headings too. `RowOptions` describes the options.
    Anything that ``dict`` takes is a mapping, such as a row of `csv.DictReader` or of a database. A
    data frame is that of pandas or polars, or a table of pyarrow. A named index of pandas is read
    as columns; one without a name is not read.

    Rows have numbers as in a sheet: row 1 has the headings, and the first mapping is row 2. None,
    NaN, NaT and NA are blank cells. A NIK or KK number of 16 digits is read from a whole number if
    its column shows that no digit was lost; otherwise the row has
    ``nik.numeric_cell`` or ``kk.numeric_cell``.

    Raises:
        TableError: there are no rows, or they have no known layout.
        TypeError: these are no rows, a table of pyarrow has dates or bytes that Python does not
            have, there is no such option, or the class is not a record class.
        ValueError: as in `read`.
        UnknownRegionError: as in `read`.

    >>> from psm_core import Person, tables
    >>> rows = [{"NIK": "9901014108900001", "Nama": "Ani"}, {"NIK": "99010141", "Nama": "Budi"}]
    >>> found = tables.read_rows(rows, Person)
    >>> [(issue.row, issue.code) for issue in found.issues]
    [(3, 'nik.length')]
    >>> found.records[0].name
    'Ani'

    """
    require_options(options, RowOptions)
    lines = list(_lines(rows, record_class))

    def numbered() -> Generator[Row]:
        yield from enumerate(lines, start=1)

    sheets = [Sheet(None, with_limits(numbered))] if lines else []
    book = nullcontext(Book(sheets, file_type=ROWS))
    source = Path(f"<{ROWS}>")
    known = cast("ReadOptions[T]", options)
    return read_book(book, record_class, known, SeenRows(), source, progress)


def _lines(rows: object, record_class: type) -> Iterator[Sequence[Cell]]:
    """Yield the headings, and the cells of each row."""
    tabular = _of_frame(rows)
    if tabular is not None:
        headings, values = tabular
        is_read = [not is_unnamed_index(one) for one in headings]
        mappings: Iterable[Iterable[tuple[object, object]]]
        mappings = (compress(enumerate(line), is_read) for line in values)
        names: dict[object, Cell] = dict(enumerate(names_read(headings)))
    else:
        mappings = (_items(one) for one in _rows(rows))
        names = {}
    found = [dict(_cells(record_class, line, names)) for line in mappings]
    for parent in {name.key for name in names if isinstance(name, _Nested)}:
        if all(one.get(parent) is None for one in found):
            names.pop(parent, None)
    _keep_exact_numbers(found, names)
    if names:
        yield [*names.values()]
        yield from ([one.get(name) for name in names] for one in found)


def names_read(names: Iterable[Cell]) -> list[Cell]:
    """Return the names of columns, with None for an index without a name."""
    return [None if is_unnamed_index(one) else one for one in names]


def is_unnamed_index(name: object) -> bool:
    """Return whether a column is the index of a frame of pandas that has no name."""
    return isinstance(name, str) and _UNNAMED_INDEX.fullmatch(name) is not None


def _rows(rows: object) -> Iterable[object]:
    if isinstance(rows, str | bytes) or hasattr(rows, "keys") or not isinstance(rows, Iterable):
        name = type(rows).__name__
        raise TypeError(f"an iterable of mappings or a data frame is needed, not {name}")
    return cast("Iterable[object]", rows)


def _items(row: Any) -> Iterable[tuple[object, object]]:  # noqa: ANN401 - checked here
    """Return the items of a mapping, or of anything else with `keys`, such as a database row."""
    if not hasattr(row, "keys"):
        raise TypeError(f"a row must be a mapping of headings to values, not {type(row).__name__}")
    return [(key, row[key]) for key in row.keys()]  # noqa: SIM118 - a row of sqlite3 is no mapping


def _cells(
    record_class: type, row: Iterable[tuple[object, object]], names: dict[object, Cell]
) -> Iterator[tuple[object, Cell]]:
    """Yield column and cell of each value of a row; add new columns to `names`."""
    for key, value in row:
        heading = names.get(key, None if key is None else str(key))
        plain = plain_value(value)
        if key is None or not is_nested(plain):  # values of `csv.DictReader` without a heading
            names.setdefault(key, heading)
            yield key, joined(plain) if is_nested(plain) else plain
            continue
        for steps, cell in value_cells(record_class, plain, steps_of(str(key))):
            path = dotted(steps)
            column = key if path == heading else _Nested(key, path)
            names.setdefault(column, path)
            yield column, cell


def _of_frame(rows: Any) -> tuple[Sequence[Cell], Iterable[Sequence[object]]] | None:  # noqa: ANN401 - of any type
    """Return headings and rows of a data frame; None for anything else."""
    if hasattr(rows, "itertuples"):  # pandas
        if any(name is not None for name in rows.index.names):
            rows = rows.reset_index(allow_duplicates=True)
        return _pandas_headings(rows.columns), rows.itertuples(index=False, name=None)
    if hasattr(rows, "iter_rows") and hasattr(rows, "schema"):  # polars
        return list(rows.columns), rows.iter_rows()
    if hasattr(rows, "column_names"):  # pyarrow
        columns = [_python_values(column) for column in rows.columns]
        return list(rows.column_names), zip(*columns, strict=True)
    return None


def _python_values(column: Any) -> list[object]:  # noqa: ANN401 - a column of pyarrow
    """Return the values of a column. The error for others does not keep their bytes."""
    try:
        values: list[object] = column.to_pylist()
    except (OverflowError, ValueError):  # also UnicodeDecodeError
        values = []
    if len(values) < len(column):
        raise TypeError(
            "a column has dates or bytes that Python does not have; psm_core.columns.check reads it"
        )
    return values


def _pandas_headings(columns: Iterable[object]) -> list[Cell]:
    """Return the headings as they were in the sheet that pandas has read."""
    headings: list[Cell] = []
    for one in columns:
        levels = cast("tuple[object, ...]", one) if isinstance(one, tuple) else (one,)
        words = [str(level) for level in levels if plain_value(level) is not None]
        text = " ".join(word for word in words if not _NO_HEADING.fullmatch(word))
        again = _REPEATED.fullmatch(text)
        headings.append(again[1] if again is not None and again[1] in headings else text or None)
    return headings


def _keep_exact_numbers(rows: Sequence[dict[object, Cell]], columns: Iterable[object]) -> None:
    """Make text of the whole numbers of 16 digits, in columns in which no digit was lost.

    A spreadsheet keeps 15 digits and makes the others zero. A float is even above 2**53. A column
    with any other number has passed through neither.
    """
    for column in columns:
        long = [row for row in rows if _is_long(row.get(column))]
        if any(map(_is_exact, (cast("int", row[column]) for row in long))):
            for row in long:
                row[column] = str(row[column])


def _is_long(cell: Cell) -> bool:
    return type(cell) is int and cell >= _LONG


def _is_exact(number: int) -> bool:
    return number % 10 != 0 and (number < _EXACT_FLOAT or number % 2 == 1)
