"""Whole tables of Arrow checked like the rows of a sheet: which rows are valid, and why others not.

The names of the columns are the headings, and the layouts, options and codes are those of
`psm_core.tables.read_rows`.
"""

from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar, Unpack, final

from .._core.field_paths import dotted
from ..errors import Issue, Severity, short_traceback
from ..tables.read_options import RowOptions
from ..tables.single_rows import SingleRows
from .arrow import Batch, Data, arrow
from .batch_check import BatchCheck
from .batches import batches_of
from .check_results import (
    SCHEMA,
    CheckedBatch,
    CheckedTable,
    CheckSummary,
    IssueRow,
    Summing,
    table_of_rows,
)
from .damage import DamagedColumns
from .repeated_keys import KeyColumn, Keys, SeenKeys, TableKeys, rows_of_repeated

__all__ = ["CheckedBatches", "check", "check_batches"]

if TYPE_CHECKING:
    import pyarrow as pa

T = TypeVar("T")
_WARNING: Final = Severity.WARNING.value


class TableCheck(Generic[T]):
    """Checks the batches of a table, one after the other."""

    def __init__(self, data: Data, record_class: type[T], options: RowOptions[T]) -> None:
        """Take the first batch, whose names decide the layout."""
        self._batches = batches_of(data)
        self._first = next(self._batches, None)
        self.batch_check: BatchCheck | None = None
        """Checks a batch; None if there is none."""
        self.single_rows: SingleRows[T] | None = None
        """Reads a row; None if there is no batch."""
        self._names: Sequence[str] = ()
        self._file_issues: dict[Issue, None] = {}
        self._damage: DamagedColumns | None = None
        self._sums = Summing()
        if self._first is not None:
            self._names = self._first.schema.names
            self.single_rows = SingleRows(self._names, record_class, options)
            self.batch_check = BatchCheck(self.single_rows)
            self._damage = DamagedColumns(self.single_rows, self.batch_check)
            self._file_issues = dict.fromkeys(self.single_rows.sheet.issues)

    def results(self) -> Iterator[tuple[CheckedBatch, Keys]]:
        """Yield the result of each batch, and what its rows should not share with others."""
        check, damage = self.batch_check, self._damage
        if self._first is not None and check is not None and damage is not None:
            first, self._first = self._first, None
            yield self._checked(check, damage, first)
            for batch in self._batches:
                yield self._checked(check, damage, batch)

    def _checked(
        self, check: BatchCheck, damage: DamagedColumns, batch: Batch
    ) -> tuple[CheckedBatch, Keys]:
        if batch.schema.names != self._names:
            raise TypeError("a batch has other columns than the first one")
        found = check.check(batch, self._sums.rows)
        self._file_issues |= dict.fromkeys(check.file_issues)
        damage.add(batch, found.is_valid)
        result = CheckedBatch(batch, self._sums.rows, found.is_valid, found.issues)
        self._sums.add(result.is_valid, result.issues)
        return result, found.keys

    def repeats(self, keys: Keys) -> "pa.Table":
        """Return a warning for each row that repeats another valid row."""
        if len(keys) == 1:  # without an object for each row: a file may have all rows twice
            ((column, numbers),) = keys.items()
            rows = rows_of_repeated(numbers).cast(arrow.int64())
            texts = self._texts_of(column)
            others = [arrow.repeat(arrow.scalar(one, arrow.string()), len(rows)) for one in texts]
            issues: pa.Table = arrow.Table.from_arrays([rows, *others], schema=SCHEMA)
        else:
            repeats = sorted(SeenKeys().repeats("", keys), key=attrgetter("row"))
            known = {one: self._texts_of(one) for one in keys}
            issues = table_of_rows(IssueRow(one.row, *known[one.column]) for one in repeats)
        self._sums.add_issues(issues)
        return issues

    def _texts_of(self, column: KeyColumn) -> tuple[str | None, str | None, str, str]:
        """Return what an issue of some keys says besides its row."""
        rows: Any = self.single_rows
        (issue,) = rows.sheet.reader.at_cells(0, [Issue(column.code, column.path)])
        name: str | None = rows.name_of(issue)
        return name, dotted(column.path) or None, column.code, _WARNING

    @property
    def summary(self) -> CheckSummary:
        """The counts of all batches that were checked so far."""
        sums, rows = self._sums, self.single_rows
        damaged = () if self._damage is None else self._damage.issues()
        return CheckSummary(
            None if rows is None else rows.sheet.layout,
            sums.rows,
            sums.valid_rows,
            sums.counts(),
            (*self._file_issues, *damaged),
        )


@final
class CheckedBatches(Generic[T]):
    """The batches of a table, each checked when it is asked for. Iterate over it once.

    >>> import pyarrow as pa
    >>> from psm_core import Person, columns
    >>> table = pa.table({"nik": ["9901014108900001", "99010141"], "nama": ["Ani", "Budi"]})
    >>> checked = columns.check_batches(table.to_batches(max_chunksize=1), Person)
    >>> [(one.first_row, one.is_valid.to_pylist()) for one in checked]
    [(0, [True]), (1, [False])]
    >>> checked.summary.valid_rows
    1
    """

    def __init__(self, data: Data, record_class: type[T], options: RowOptions[T]) -> None:
        """Take the first batch, whose names decide the layout."""
        self._check: TableCheck[T] = TableCheck(data, record_class, options)

    def __iter__(self) -> Iterator[CheckedBatch]:
        """Yield the result of each batch, of at most 131,072 rows.

        Raises:
            TypeError: a batch has other columns than the first one, or one holds lists.

        """
        for result, _ in self._check.results():
            yield result

    @property
    def summary(self) -> CheckSummary:
        """The counts of all batches that were checked so far."""
        return self._check.summary


@short_traceback
def check_batches(
    data: Data, record_class: type[T], /, **options: Unpack[RowOptions[T]]
) -> CheckedBatches[T]:
    """Check a table batch by batch, in bounded memory, as `check` does with a whole one.

    `data` is what `check` takes, also an iterable of record batches. Repeated people are not
    looked for, because that needs the numbers of all rows.

    Raises:
        TableError: as in `check`.
        TypeError: as in `check`.
        ValueError: as in `check`.
        UnknownRegionError: as in `check`.

    >>> import pyarrow as pa
    >>> from psm_core import Person, columns
    >>> table = pa.table({"nik": ["9901014108900001", "99010141"], "nama": ["Ani", "Budi"]})
    >>> for batch in columns.check_batches(table, Person):
    ...     print(batch.first_row, batch.is_valid.to_pylist())
    0 [True, False]

    """
    return CheckedBatches(data, record_class, options)


@short_traceback
def check(
    data: Data, record_class: type[T], /, *, repeats: bool = True, **options: Unpack[RowOptions[T]]
) -> CheckedTable:
    """Check each row of a table as a record of a class.

    `data` is a table of pyarrow, or of a library that exports one: a frame of polars or pandas, a
    relation of DuckDB; a record batch or a reader of batches; or an iterable of these, with the
    same columns. The names of the columns are headings, which decide the layout, and `RowOptions`
    describes the options, as in `psm_core.tables.read_rows`. The issues have its codes. With
    ``checks=True`` and `as_of`, the plausibility checks run too.

    Each row is read by itself: nothing is filled in from the rows above it, and no row is taken for
    a total or a note. The integers and decimals of a column of NIK or KK are read as digits; its
    floats have lost some, and are ``nik.numeric_cell``. A date that Python does not have, such as
    one of the year 10000, is ``date.invalid``.

    With `repeats`, each row that has the id or the NIK of another valid row has a warning, such as
    ``table.person_duplicate``; so have rows of workers with one membership number, families with
    one KK and whatever else a sheet warns about. These warnings come last. That keeps 8 bytes of
    each row and key until the end, and 24 while the keys are sorted. Otherwise only one batch is in
    memory, besides the issues. People without a NIK whose rows are equal, people with similar
    names, and workers of two villages are not looked for.

    Raises:
        TableError: the names of the columns have no known layout.
        TypeError: this is no table, a column that is read holds lists, or the class is not a record
            class.
        ValueError: as in `psm_core.tables.read_rows`, or several rows make one record of the class.
        UnknownRegionError: the table of regions does not have the region `within`.

    >>> import pyarrow as pa
    >>> from psm_core import Person, columns
    >>> table = pa.table({"nik": ["9901014108900001", "99010141"], "nama": ["Ani", "Budi"]})
    >>> checked = columns.check(table, Person)
    >>> checked.is_valid.to_pylist()
    [True, False]
    >>> checked.issues.to_pylist()[0]
    {'row': 1, 'column': 'nik', 'path': 'nik', 'code': 'nik.length', 'severity': 'error'}

    """
    checked = TableCheck(data, record_class, options)
    is_valid: list[Any] = []
    issues: list[Any] = []
    keys = TableKeys()
    for one, own_keys in checked.results():
        is_valid.append(one.is_valid)
        issues.append(one.issues)
        if repeats:
            keys.add(own_keys, len(one.is_valid))
    if columns := keys.columns():
        issues.append(checked.repeats(columns))
    return CheckedTable(
        arrow.chunked_array(is_valid, type=arrow.bool_()),
        arrow.concat_tables(issues) if issues else SCHEMA.empty_table(),
        checked.summary,
    )
