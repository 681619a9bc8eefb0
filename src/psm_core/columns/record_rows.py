"""Records from tables of Arrow, and every issue of a table that does not fit."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from itertools import chain
from typing import Any, Final, NamedTuple, TypeVar, cast

import attrs

from .._core.field_paths import field_type_at, steps_of
from .._core.field_types import CollectionType, FieldType, IntegerType, unwrap, unwrap_optional
from .._core.record import record_info
from .._paths import Steps
from ..errors import Issue, ValidationError, short_traceback
from ..tables.cells.values import reader_of
from ..tables.python_rows import is_unnamed_index
from ..tables.results import IssueCollector, RowResult
from ..tables.rows.nested import put
from ..values.extensions import Extensions
from ..wire.collecting_reader import CollectingReader, unknown_keys
from ..wire.json_text import decode
from ..wire.record_readers import read_builtins
from .arrow import Batch, Data, DataType, arrow, python_values
from .batches import batches_of
from .record_schema import field_columns, record_class_of, repeated_paths

T = TypeVar("T")
Reader = Callable[[Any], Any]
"""Returns the builtins of documents for what Arrow returns; None for an unknown value."""
_READER: Final = CollectingReader()


class _Column(NamedTuple):
    """A column of a table: where it is, which field it fills, and how it is read."""

    position: int
    steps: Steps
    read: Reader


@short_traceback
def records(
    table: Data, record_class: type[T], /, *, columns: Iterable[str] | None = None
) -> tuple[T, ...]:
    """Return the records of a table, one for each row, or raise every issue.

    The table is that of `record_table`, also after Parquet, polars, DuckDB or pandas: columns that
    are named by fields or by their paths, with canonical texts. A null is an unknown value; a field
    with a default gets it. `columns` chooses columns; without it, a column without a field is an
    issue. Use `psm_core.tables.read_rows` for a table with other headings or other spellings.

    A table is one of pyarrow, an object that exports one, such as a frame of polars or pandas, or
    an iterable of batches.

    Raises:
        ValidationError: if columns do not fit ``field.unknown``, ``field.missing`` and
            ``table.field_duplicate``; otherwise the issues of `psm_core.wire.from_builtins`, each
            with its row. The first row is row 0. At most 10,000 of each code are listed.
        TypeError: it is no table, its batches have different columns, or the class is not a record
            of psm_core.
        ValueError: as in `record_schema`.

    >>> import pyarrow as pa
    >>> from psm_core import Person, ValidationError, columns
    >>> niks = ["9901014108900001", "990101"]
    >>> table = pa.table({"nik": niks, "name": ["Contoh", "Contoh"]})
    >>> try:
    ...     columns.records(table, Person)
    ... except ValidationError as error:
    ...     [(issue.row, issue.where, issue.code) for issue in error.issues]
    [(1, '$.nik', 'nik.length')]

    """
    collector = IssueCollector()
    found: list[T] = []
    for row in record_rows(table, record_class, columns=columns):
        collector.add(row.issues)
        if row.record is not None:
            found.append(row.record)
    issues = collector.issues(0)
    if issues:
        raise ValidationError(issues)
    return tuple(found)


@short_traceback
def record_rows(
    table: Data, record_class: type[T], /, *, columns: Iterable[str] | None = None
) -> Iterator[RowResult[T]]:
    """Return an iterator over the rows of a table: the record or the issues of each.

    It reads as `records` does, but one batch after the other, and goes on after an invalid row.

    Raises:
        ValidationError: the columns do not fit, as in `records`.
        TypeError: as in `records`.
        ValueError: as in `records`.

    >>> import pyarrow as pa
    >>> from psm_core import Address, columns
    >>> rows = columns.record_rows(pa.table({"rt": ["003", "3 atau 4"]}), Address)
    >>> [(row.row, row.record is not None, len(row.issues)) for row in rows]
    [(0, True, 0), (1, False, 1)]

    """
    chosen = field_columns(record_class, columns)
    names = None if columns is None else [one.name for one in chosen]
    batches = batches_of(table)
    first = next(batches, None)
    if first is None:
        return iter(())
    found, issues = _columns(first.schema, record_class, names)
    if issues:
        raise ValidationError(issues)
    return _rows(chain([first], batches), first.schema, record_class, found)


def _rows(
    batches: Iterable[Batch],
    schema: Any,  # noqa: ANN401 - of pyarrow
    record_class: type[T],
    columns: list[_Column],
) -> Iterator[RowResult[T]]:
    number = 0
    for batch in batches:
        if batch.schema != schema:
            raise TypeError("a batch has other columns than the first one")
        values = [python_values(batch.column(one.position)) for one in columns]
        for row in zip(*values, strict=True) if values else [()] * batch.num_rows:
            data: dict[str, Any] = {}
            for column, value in zip(columns, row, strict=True):
                plain = None if value is None else column.read(value)
                if plain is not None:
                    put(data, column.steps, plain)
            yield _row(number, data, record_class)
            number += 1


def _row(number: int, data: dict[str, Any], record_class: type[T]) -> RowResult[T]:
    try:
        return RowResult(number, cast("T", read_builtins(data, record_class)), ())
    except Exception:  # noqa: BLE001, S110 - the second pass reports the cause
        pass
    issues: list[Issue] = []
    record = _READER.read(record_class, data, (), issues)
    found = (_of_number(issue, data, record_class) for issue in issues)
    numbered = tuple(attrs.evolve(one, row=number) for one in found)
    return RowResult(number, None if numbered else cast("T", record), numbered)


def _of_number(issue: Issue, data: object, record_class: type) -> Issue:
    """Return the issue that a number in place of a text has in a spreadsheet, if it has one.

    A column of floats may have lost digits of a NIK, or the last zero of ``63.10``.
    """
    if issue.code != "type.text":
        return issue
    value = issue.locate(data)
    if type(value) not in {int, float}:
        return issue
    found = reader_of(unwrap(field_type_at(record_class, issue.path)))(value)
    return found.under(*issue.path) if isinstance(found, Issue) else issue


def _columns(
    schema: Any,  # noqa: ANN401 - a schema of pyarrow
    record_class: type,
    chosen: list[str] | None,
) -> tuple[list[_Column], list[Issue]]:
    """Return the columns that fill fields, and the issues of columns that do not fit."""
    issues: list[Issue] = []
    columns: list[_Column] = []
    for position, (name, kind) in enumerate(zip(schema.names, schema.types, strict=True)):
        if is_unnamed_index(name) or (chosen is not None and name not in chosen):
            continue
        steps = steps_of(name)
        field_type = _field_type(record_class, steps, position, issues)
        if field_type is not None:
            columns.append(_Column(position, steps, _reader(kind, field_type, steps, issues)))
    required = {(one.name,) for one in record_info(record_class).fields if one.required}
    needed = required if chosen is None else required | {steps_of(name) for name in chosen}
    missing = needed - {
        one.steps[:size] for one in columns for size in range(1, len(one.steps) + 1)
    }
    issues += (Issue("field.missing", steps) for steps in sorted(missing))
    repeated = dict.fromkeys(repeated_paths(one.steps for one in columns))
    issues += (Issue("table.field_duplicate", steps_of(path)) for path in repeated)
    return columns, issues


def _field_type(
    record_class: type, steps: Steps, position: int, issues: list[Issue]
) -> FieldType | None:
    """Return the type of a field, or None and an issue if there is none in the class.

    The issue has the number of the column if its name may be personal data.
    """
    here: type | None = record_class
    for number, step in enumerate(steps):
        fields = {} if here is None else {one.name: one.type for one in record_info(here).fields}
        for _, issue in unknown_keys({step: None}, tuple(fields)):
            params = {
                **issue.params,
                **({"number": position + 1} if "number" in issue.params else {}),
            }
            issues.append(attrs.evolve(issue, path=(*steps[:number], *issue.path), params=params))
            return None
        here = record_class_of(fields[cast("str", step)])
    return field_type_at(record_class, steps)


def _reader(kind: DataType, field_type: FieldType, path: Steps, issues: list[Issue]) -> Reader:
    """Return the function that reads the values of a column, or of a part of one."""
    inner = unwrap_optional(field_type)
    if isinstance(inner, CollectionType) and _is_list(kind):
        read_item = _reader(kind.value_type, inner.item, path, issues)
        return lambda items: _items(items, read_item)
    record_class = record_class_of(inner)
    if record_class is not None and arrow.types.is_struct(kind):
        return _record_reader(kind, record_class, path, issues)
    if inner.python_type is Extensions:
        return _extensions
    if isinstance(inner, IntegerType):
        return _whole_number
    return _plain


def _record_reader(kind: DataType, record_class: type, path: Steps, issues: list[Issue]) -> Reader:
    """Return the function that reads a struct as the fields of a record."""
    readers: dict[str, Reader] = {}
    for position, field in enumerate(kind.fields):
        found: list[Issue] = []
        field_type = _field_type(record_class, (field.name,), position, found)
        issues += (issue.under(*path) for issue in found)
        if field.name in readers:
            issues.append(Issue("table.field_duplicate", (*path, field.name)))
        if field_type is not None:
            readers[field.name] = _reader(field.type, field_type, (*path, field.name), issues)

    def read(values: object) -> object:
        if not isinstance(values, Mapping):
            return values
        plain = {
            name: read_value(values[name])
            for name, read_value in readers.items()
            if values[name] is not None
        }
        return {name: value for name, value in plain.items() if value is not None}

    return read


def _is_list(kind: DataType) -> bool:
    tests = (
        *("is_list", "is_large_list", "is_fixed_size_list"),
        *("is_list_view", "is_large_list_view"),
    )
    return any(getattr(arrow.types, test)(kind) for test in tests)


def _items(items: object, read: Reader) -> object:
    if not isinstance(items, list):
        return items
    return [None if one is None else read(one) for one in cast("list[object]", items)]


def _extensions(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        return decode(value)
    except ValidationError:
        return value  # no object, which is an issue


def _whole_number(value: object) -> object:
    """Return a whole number as an int: pandas makes floats of numbers with a null between them."""
    if isinstance(value, float | Decimal) and value == value // 1:
        return int(value)
    return _plain(value)


def _plain(value: object) -> object:
    """Return a date or time as its text, None for NaN, and anything else as it is."""
    match value:
        case float() if value != value:  # noqa: PLR0124 - NaN
            return None
        case datetime():
            is_day = value.time() == time() and value.tzinfo is None
            return value.date().isoformat() if is_day else str(value)
        case date():
            return value.isoformat()
        case time():
            return str(value).removesuffix(":00")
        case _:
            return value
