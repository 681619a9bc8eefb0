"""The check of record batches: each row whose cells mean something new is read as by itself."""

from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from .._core.field_paths import dotted, field_type_at, steps_of
from .._core.field_types import unwrap
from ..errors import Issue, Severity
from ..tables.cells.cell import Cell
from ..tables.python_rows import is_unnamed_index
from ..tables.rows.keys import RecordKeys
from ..tables.single_rows import SingleRows
from .arrow import Array, Batch, arrow, compute
from .cells import cell_at, is_nested, readable
from .check_results import IssueRow, table_of_rows
from .repeated_keys import KeyColumn, Keys, keys_of_rows, number_of
from .row_shapes import BatchShapes, RowShapes

_MOST_KEYS: Final = 10_000


class Checked(NamedTuple):
    """Which rows are valid, and their issues."""

    is_valid: Array
    issues: Any
    keys: Keys
    """The keys of the valid rows."""


class _Row(NamedTuple):
    """What a row gives."""

    is_valid: bool
    issues: Sequence[tuple[str | None, str | None, str, str]]
    """Column, path, code and severity of each issue."""
    keys: Sequence[tuple[KeyColumn, int]]
    """What it should not share with another row."""


class BatchCheck:
    """Checks record batches with the same columns."""

    def __init__(self, rows: SingleRows[Any]) -> None:
        """Prepare for the columns of a table."""
        self._rows = rows
        headings = rows.sheet.headings
        record_class = headings.layout.record_class
        self._classes: dict[int, type | None] = dict.fromkeys(headings.columns)
        for at, column in headings.columns.items():
            if column.path is not None and not column.is_age:
                field_type = unwrap(field_type_at(record_class, steps_of(column.path)))
                self._classes[at] = field_type.python_type
        self.file_issues: list[Issue] = []
        """What the rows of the last batch say about the whole file."""
        self._known: dict[tuple[int, ...], _Row] = {}
        self._shapes = RowShapes.of(rows)
        self._keys = RecordKeys(record_class, rows.sheet.reader.paths)

    def check(self, batch: Batch, first_row: int) -> Checked:
        """Return which rows of a batch are valid, and their issues."""
        self.file_issues = []
        columns = self.columns_of(batch)
        are_valid = bytearray(b"\1" * batch.num_rows)
        found: list[IssueRow] = []
        shapes = None
        if self._shapes is not None and batch.num_rows:
            shapes = self._shapes.of_batch(columns, batch.num_rows)
        own_keys: list[Sequence[tuple[KeyColumn, int]]] = []
        for number, row in self._irregular(columns, shapes, batch.num_rows):
            are_valid[number] = row.is_valid
            found += (IssueRow(first_row + number, *one) for one in row.issues)
            own_keys.append(row.keys)
        buffer = arrow.py_buffer(bytes(are_valid))
        bits = arrow.Array.from_buffers(arrow.uint8(), len(are_valid), [None, buffer])
        is_valid = bits.cast(arrow.bool_())
        keys = keys_of_rows(own_keys) if shapes is None else shapes.row_keys
        valid_keys = {
            column: compute.if_else(is_valid, numbers, None) for column, numbers in keys.items()
        }
        return Checked(is_valid, table_of_rows(found), valid_keys)

    def _irregular(
        self, columns: Sequence[Array | None], shapes: BatchShapes | None, count: int
    ) -> Iterator[tuple[int, _Row]]:
        """Yield the number of each row with an issue, and what it gives; else of every row."""

        def read(number: int) -> _Row:
            return self._read(row_of(columns, number))

        if shapes is None:
            yield from ((number, read(number)) for number in range(count))
            return
        if len(self._known) > _MOST_KEYS:
            self._known.clear()
        of_shapes: list[_Row | None] = []
        for key, number in zip(shapes.keys, shapes.first_rows, strict=True):
            if key not in self._known and number is not None:
                self._known[key] = read(number)._replace(keys=())
            of_shapes.append(self._known.get(key))
        is_plain = [one is not None and one.is_valid and not one.issues for one in of_shapes]
        is_irregular = compute.or_(
            shapes.are_alone, compute.invert(arrow.array(is_plain).take(shapes.indices))
        )
        numbers = compute.indices_nonzero(is_irregular)
        kept: list[tuple[int, int, bool]] = [
            *zip(
                numbers.to_pylist(),
                shapes.indices.take(numbers).to_pylist(),
                shapes.are_alone.take(numbers).to_pylist(),
                strict=True,
            )
        ]
        for number, shape, is_alone in kept:
            row = None if is_alone else of_shapes[shape]
            yield number, read(number) if row is None else row

    def issues_at(self, batch: Batch, rows: Sequence[int]) -> Iterator[Sequence[Issue]]:
        """Yield the issues of some rows of a batch, with their columns and parameters."""
        columns = self.columns_of(batch)
        for number in rows:
            yield self._own(self._rows.read(row_of(columns, number)).issues)

    def _read(self, cells: Sequence[Cell]) -> _Row:
        """Return what a row gives."""
        record, issues = self._rows.read(cells)
        keys = [] if record is None or self._shapes is not None else self._keys.of(record)
        return _Row(
            all(one.severity is not Severity.ERROR for one in issues),
            [
                (
                    self._rows.name_of(one),
                    dotted(one.path) or None,
                    one.code,
                    one.severity.value,
                )
                for one in self._own(issues)
            ],
            [*map(number_of, keys)],
        )

    def _own(self, issues: Sequence[Issue]) -> list[Issue]:
        """Return the issues of a row, without those about the whole file, which are kept apart."""
        header_row = self._rows.sheet.header_row
        self.file_issues += (one for one in issues if (one.row or 0) <= header_row)
        return [one for one in issues if (one.row or 0) > header_row]

    def columns_of(self, batch: Batch) -> list[Array | None]:
        """Return the columns of a batch as `row_of` takes them.

        Raises:
            TypeError: a column that is read holds lists.

        """
        return [self.column_of(batch, at) for at in range(batch.num_columns)]

    def column_of(self, batch: Batch, at: int) -> Array | None:
        """Return a column whose values Python knows.

        None for an index without a name, and for a column with lists that is not read.
        """
        if is_unnamed_index(batch.schema.names[at]):
            return None
        kind = batch.schema.field(at).type
        if is_nested(kind):
            if at in self._classes:
                name = batch.schema.names[at]
                raise TypeError(f"the column {name!r} holds {kind}; give it one value in each row")
            return None
        return readable(batch.column(at), value_class=self.value_class(at))

    def value_class(self, at: int) -> type | None:
        """Return the class of the values of a column, None if it is not read."""
        return self._classes.get(at)


def row_of(columns: Sequence[Array | None], number: int) -> list[Cell]:
    """Return the cells of a row."""
    return [None if one is None else cell_at(one, number) for one in columns]
