"""Tables of Arrow, whatever library holds them, as record batches of a limited length."""

from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from .arrow import MOST_ROWS, Batch, Data, arrow

_NOT_ALL_OF_ONE_TYPE = "the values of a column are not all of one type; make them all text"


def batches_of(data: Data) -> Iterator[Batch]:
    """Yield the rows of a table, or of several, in record batches of a limited length.

    Raises:
        TypeError: it is no table.

    """
    with _as_type_error(data):
        found = _stream(data)
    if found is None:
        if isinstance(data, str | bytes) or hasattr(data, "keys") or not hasattr(data, "__iter__"):
            raise TypeError(f"{type(data).__name__} is no table of Arrow, and no batches of one")
        for one in data:
            with _as_type_error(one):
                found = _stream(one)
            if found is None:
                raise TypeError(f"{type(one).__name__} is no batch of Arrow")
            yield from _slices(found)
        return
    yield from _slices(found)


def _stream(data: Any) -> Iterable[Batch] | None:  # noqa: ANN401 - of any library
    """Return the record batches of a table; None if it is none. The first may have no rows."""
    if isinstance(data, arrow.Table):
        empty = data.schema.empty_table().to_batches() or [_empty(data.schema)]
        return data.to_batches() or empty
    if isinstance(data, arrow.RecordBatch):
        return [data]
    if isinstance(data, arrow.RecordBatchReader):
        return _with_schema(data)
    if hasattr(data, "__arrow_c_stream__"):
        return _with_schema(arrow.RecordBatchReader.from_stream(data))
    if hasattr(data, "__arrow_c_array__"):
        return [arrow.record_batch(data)]
    return None


def _with_schema(reader: Any) -> Iterator[Batch]:  # noqa: ANN401 - of pyarrow
    """Yield the batches of a reader; one without rows if it has none, for the names of columns."""
    batch = None
    while True:
        with _as_type_error(reader):
            try:
                batch = reader.read_next_batch()
            except StopIteration:
                break
        yield batch
    if batch is None:
        yield _empty(reader.schema)


def _empty(schema: Any) -> Batch:  # noqa: ANN401 - of pyarrow
    return arrow.RecordBatch.from_arrays(
        [arrow.nulls(0, one.type) for one in schema], schema=schema
    )


def _slices(batches: Iterable[Batch]) -> Iterator[Batch]:
    for batch in batches:
        yield batch.slice(0, MOST_ROWS)
        for start in range(MOST_ROWS, batch.num_rows, MOST_ROWS):
            yield batch.slice(start, MOST_ROWS)


@contextmanager
def _as_type_error(data: object) -> Generator[None]:
    """Replace an error of Arrow, whose message can contain a value."""
    try:
        yield
    except (arrow.ArrowException, OverflowError):
        reason = _NOT_ALL_OF_ONE_TYPE
    else:
        return
    raise TypeError(f"{type(data).__name__} is no table of Arrow: {reason}")
