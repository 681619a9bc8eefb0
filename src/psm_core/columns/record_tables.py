"""Tables of Arrow from records."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import islice
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

from .._core.field_types import CollectionType, FieldType, InstanceType, unwrap_optional
from .._core.record import is_record_class, record_info, sort_key
from .._core.text_value import unmasked_text
from ..values.extensions import Extensions
from ..values.plain import PLAIN_WRITERS, to_plain
from .arrow import arrow
from .record_schema import FieldColumn, field_columns, record_schema

if TYPE_CHECKING:
    import pyarrow as pa

Writer = Callable[[Any], Any]
"""Returns what Arrow takes for a value of a field, which is not None."""
_MOST_ROWS: Final = 1 << 14
"""The records that are converted together."""


def record_table(
    records: Iterable[object], record_class: type, /, *, columns: Iterable[str] | None = None
) -> "pa.Table":
    """Return records of a class as a table, one row each, with the types of `record_schema`.

    Every library that knows Arrow takes the table, and `records` returns the same records from it.
    `columns` chooses fields, such as ``["id", "person.name", "assignments"]``.

    **The table has whole NIK, KK and telephone numbers, names and health data.** Choose the columns
    that the task needs, and store the table as you would store the numbers.

    Raises:
        TypeError: one is not a record of the class, or the class is not a record of psm_core.
        ValueError: as in `record_schema`.

    >>> from psm_core import NIK, Address, Person, columns
    >>> person = Person(nik=NIK("9901014108900001"), name="Contoh", domicile=Address(rt="003"))
    >>> table = columns.record_table([person], Person, columns=["nik", "domicile.rt"])
    >>> table.to_pylist()
    [{'nik': '9901014108900001', 'domicile.rt': '003'}]

    """
    chosen = field_columns(record_class, columns)
    schema = record_schema(record_class, columns=[one.name for one in chosen])
    table: pa.Table = arrow.Table.from_batches(_batches(records, record_class, chosen), schema)
    return table


def record_batches(
    records: Iterable[object], record_class: type, /, *, columns: Iterable[str] | None = None
) -> "pa.RecordBatchReader":
    """Return records as a stream of batches, so that any number of them needs little memory.

    The batches are those of `record_table`, with whole numbers and names. The records are taken
    from the iterable while the stream is read.

    Raises:
        TypeError: the class is not a record of psm_core; while reading, one is not a record of it.
        ValueError: as in `record_schema`.

    >>> from psm_core import Address, columns
    >>> from pyarrow import parquet
    >>> batches = columns.record_batches((Address(rt="003") for _ in range(3)), Address)
    >>> with parquet.ParquetWriter("alamat.parquet", batches.schema) as file:
    ...     for batch in batches:
    ...         file.write_batch(batch)
    >>> len(columns.records(parquet.read_table("alamat.parquet"), Address))
    3

    """
    chosen = field_columns(record_class, columns)
    schema = record_schema(record_class, columns=[one.name for one in chosen])
    reader: pa.RecordBatchReader = arrow.RecordBatchReader.from_batches(
        schema, _batches(records, record_class, chosen)
    )
    return reader


def _batches(
    records: Iterable[object], record_class: type, chosen: tuple[FieldColumn, ...]
) -> Iterator[Any]:
    schema = record_schema(record_class, columns=[one.name for one in chosen])
    writers = [(_value_at(one.name), _writer(one.field_type)) for one in chosen]
    remaining = iter(records)
    while rows := list(islice(remaining, _MOST_ROWS)):
        if any(type(row) is not record_class for row in rows):
            raise TypeError(f"every record must be of the class {record_class.__name__}")
        values = (
            [None if (one := value_at(row)) is None else write(one) for row in rows]
            for value_at, write in writers
        )
        arrays = [
            arrow.array(column, kind) for column, kind in zip(values, schema.types, strict=True)
        ]
        yield arrow.record_batch(arrays, schema=schema)


def _value_at(path: str) -> Callable[[object], object]:
    """Return a function for the value at a path; None where a record on the way is unknown."""
    steps = [attrgetter(step) for step in path.split(".")]

    def value_at(record: object) -> object:
        for step in steps:
            if record is not None:
                record = step(record)
        return record

    return value_at


def _writer(field_type: FieldType) -> Writer:
    """Return the function that writes the values of a field."""
    field_type = unwrap_optional(field_type)
    kind = field_type.python_type
    if isinstance(field_type, CollectionType):
        write_item = _writer(field_type.item)
        if field_type.container is tuple:
            return lambda items: [write_item(item) for item in items]
        return lambda items: [write_item(item) for item in sorted(items, key=sort_key)]
    if is_record_class(kind):
        return _record_writer(kind)
    if kind is Extensions:
        return lambda extensions: unmasked_text(extensions) if extensions else None
    if isinstance(field_type, InstanceType):
        return _unchanged if kind is date else PLAIN_WRITERS[kind]
    return to_plain


def _record_writer(record_class: type) -> Writer:
    """Return the function that writes a record as a dict. Arrow makes nulls of what it lacks."""
    info = record_info(record_class)
    writers = [(one.name, _writer(one.type)) for one in info.fields]

    def write(record: object) -> dict[str, object]:
        values = zip(writers, info.values_of(record), strict=True)
        return {
            name: write_value(value) for (name, write_value), value in values if value is not None
        }

    return write


def _unchanged(day: date) -> date:
    return day
