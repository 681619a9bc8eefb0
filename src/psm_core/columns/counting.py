"""Recaps of whole tables: rows with the same cells in the columns of a field are read once."""

from typing import Any, NamedTuple, TypeVar, Unpack

from ..errors import short_traceback
from ..recaps.counting import Counting
from ..recaps.field_values import require_values
from ..recaps.groups import Grouping
from ..recaps.recap import Recap
from ..tables.read_options import RowOptions
from ..tables.single_rows import SingleRows
from ..wire.versions import require_record_class
from .arrow import Data, arrow, compute
from .batch_check import BatchCheck
from .check_results import CheckedBatch, CheckSummary
from .checking import TableCheck
from .group_columns import GroupColumns

__all__ = ["CountedTable", "count"]

T = TypeVar("T")


class CountedTable(NamedTuple):
    """The recap of a table, and how many of its rows were counted.

    >>> import pyarrow as pa
    >>> from psm_core import Person, columns
    >>> table = pa.table({"nik": ["9901014108900001", "99010141"], "nama": ["Ani", "Budi"],
    ...                   "L/P": ["P", "L"]})
    >>> counted = columns.count(table, Person, title="Warga", rows="sex")
    >>> counted.recap.table()[1:], counted.summary.rows, counted.summary.valid_rows
    ([['Perempuan', '1'], ['Jumlah', '1']], 2, 1)
    """

    recap: Recap
    """The counts of the valid rows."""
    summary: CheckSummary
    """How many rows there are and how many are valid, and the issues of the others."""


@short_traceback
def count(  # noqa: PLR0913 - all by name
    data: Data,
    record_class: type[T],
    /,
    *,
    title: str,
    rows: Grouping[T] | str,
    columns: Grouping[T] | str | None = None,
    counted: str = "records",
    **options: Unpack[RowOptions[T]],
) -> CountedTable:
    """Return the number of valid rows of a table by one or two fields, as a recap.

    `data`, the class and the options are those of `check_batches`. The recap is the one that
    `psm_core.recaps.count` makes of the records of the table, so `suppress_linked` links it with
    others. A row with an error is no record and is not counted; the summary says how many there
    are.

    `rows` and `columns` are paths of fields, such as ``person.sex``, or what `value_groups`,
    `region_groups` and `age_groups` of `psm_core.recaps` return for a path. Only different cells
    in the columns of these fields are read. One batch is in memory at a time.

    Raises:
        TableError: as in `check`.
        TypeError: as in `check`; or a value cannot be counted, such as a NIK.
        ValueError: as in `check`; a grouping has a function instead of a path; there is no such
            field, or nothing in the table fills it; or rows are no records, because a required
            value is missing.
        UnknownRegionError: as in `check`.

    >>> import pyarrow as pa
    >>> from psm_core import Person, columns
    >>> table = pa.table({"nama": ["Ani", "Budi", "Cici"], "L/P": ["P", "L", "P"]})
    >>> columns.count(table, Person, title="Warga", rows="sex").recap.table()
    [['', 'Jumlah'], ['Laki-laki', '1'], ['Perempuan', '2'], ['Jumlah', '3']]

    """
    require_record_class(record_class)
    counting: Counting[T] = Counting(rows, columns)
    for axis in (counting.rows, counting.columns) if columns is not None else (counting.rows,):
        if axis.field is None:
            raise ValueError("give the path of a field, such as 'sex', instead of a function")
        require_values(record_class, axis.field)
    check = TableCheck(data, record_class, options)
    if check.single_rows is not None and check.batch_check is not None:
        counter = _BatchCounter(counting, check.single_rows, check.batch_check)
        for batch, _ in check.results():
            counter.add(batch, is_lenient=bool(options.get("lenient")))
    return CountedTable(counting.recap(title, counted), check.summary)


class _BatchCounter:
    """Adds the rows of batches to a recap."""

    def __init__(
        self, counting: Counting[Any], rows: SingleRows[Any], batch_check: BatchCheck
    ) -> None:
        self._counting, self._batch_check = counting, batch_check
        self._rows = GroupColumns(counting.rows, rows, batch_check)
        self._columns = GroupColumns(counting.columns, rows, batch_check)

    def add(self, batch: CheckedBatch, *, is_lenient: bool) -> None:
        """Add the valid rows of a batch."""
        columns = self._batch_check.columns_of(batch.batch)
        valid = compute.indices_nonzero(batch.is_valid)
        is_alone = arrow.repeat(arrow.scalar(False), len(valid))  # noqa: FBT003 - a value
        if is_lenient:  # what is left out of a row can depend on any of its cells
            with_issue = compute.subtract(batch.issues["row"].unique(), batch.first_row)
            is_alone = compute.is_in(valid.cast(arrow.int64()), with_issue)
        by_row = self._rows.groups_of(columns, valid, is_alone)
        by_column = self._columns.groups_of(columns, valid, is_alone)
        pairs = arrow.table({"row": by_row, "column": by_column})
        counts = pairs.group_by(["row", "column"], use_threads=False).aggregate([([], "count_all")])
        for row, column, number in zip(*(one.to_pylist() for one in counts.columns), strict=True):
            self._counting.add(self._rows.keys[row], self._columns.keys[column], number)
