"""Tables of Arrow, whatever library holds them, as record batches of a limited length."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any

from ..tables.layouts.heading_names import heading_of
from .arrow import MOST_ROWS, Batch, Data, arrow, chunked, parquet

_NOT_ALL_OF_ONE_TYPE = "are not all of one type of Arrow; make them all text"


def batches_of(data: Data) -> Iterator[Batch]:
    """Yield the rows of a table, or of several, in record batches of a limited length.

    Raises:
        TypeError: it is no table.

    """
    found = _stream(data)
    if found is None:
        is_name = isinstance(data, str | bytes) or hasattr(data, "__fspath__")
        if is_name or hasattr(data, "keys") or not hasattr(data, "__iter__"):
            raise TypeError(f"{type(data).__name__} is no table of Arrow{_advice(data)}")
        for one in data:
            found = _stream(one)
            if found is None:
                raise TypeError(f"{type(one).__name__} is no batch of Arrow")
            yield from _slices(found)
        return
    yield from _slices(found)


def _stream(data: Any) -> Iterable[Batch] | None:  # noqa: ANN401 - of any library
    """Return the record batches of a table; None if it is none. The first may have no rows.

    Raises:
        TypeError: Arrow has no type for what it holds.

    """
    if isinstance(data, arrow.RecordBatch):
        return [data]
    if isinstance(data, parquet.ParquetFile):
        return _with_schema(data.iter_batches(MOST_ROWS), data.schema_arrow)
    reader = None
    with suppress(arrow.ArrowException, OverflowError, TypeError, ValueError):
        # The message of such an error can contain a value.
        reader = _reader(data)
    if reader is not None:
        return _with_schema(reader, reader.schema)
    if hasattr(data, "__arrow_c_stream__") or hasattr(data, "__arrow_c_array__"):
        raise TypeError(f"{type(data).__name__} is no table of Arrow: {_reason(data)}")
    return None


def _reader(data: Any) -> Any:  # noqa: ANN401 - of any library
    """Return a reader of the batches of a table; None if it is none."""
    if isinstance(data, arrow.RecordBatchReader):
        return data
    if hasattr(data, "scanner"):  # a dataset
        return data.scanner().to_reader()
    if hasattr(data, "to_reader"):  # a table, or a scanner of a dataset
        return data.to_reader()
    if hasattr(data, "__arrow_c_stream__"):
        return arrow.RecordBatchReader.from_stream(data)
    if hasattr(data, "__arrow_c_array__"):
        return arrow.Table.from_batches([arrow.record_batch(data)]).to_reader()
    return None


def _with_schema(batches: Iterable[Batch], schema: Any) -> Iterator[Batch]:  # noqa: ANN401 - of pyarrow
    """Yield the batches of a reader; one without rows if it has none, for the names of columns."""
    remaining, count = iter(batches), 0
    while True:
        batch = None
        try:
            batch = next(remaining)
        except StopIteration:
            break
        except (arrow.ArrowException, OverflowError):
            pass  # the message can contain a value
        if batch is None:
            raise TypeError(f"the values of a column {_NOT_ALL_OF_ONE_TYPE}")
        yield batch
        count += 1
    if not count:
        yield arrow.RecordBatch.from_arrays(
            [arrow.nulls(0, one.type) for one in schema], schema=schema
        )


def _slices(batches: Iterable[Batch]) -> Iterator[Batch]:
    for batch in batches:
        yield batch.slice(0, MOST_ROWS)
        for start in range(MOST_ROWS, batch.num_rows, MOST_ROWS):
            yield batch.slice(start, MOST_ROWS)


def _advice(data: object) -> str:
    """Return what to do with what is neither a table nor an iterable of batches."""
    if isinstance(data, str) or hasattr(data, "__fspath__"):
        return ": open the file first, such as with pyarrow.parquet.ParquetFile"
    if hasattr(data, "collect_schema"):
        return ": collect the lazy frame first"
    return ", and no batches of one"


def _reason(data: Any) -> str:  # noqa: ANN401 - of any library
    """Return why the rows of a frame are no table of Arrow, without a value."""
    if hasattr(data, "to_list") or isinstance(data, arrow.Array | arrow.ChunkedArray):
        return "it is a column; give the table that has it"
    names = [*getattr(data, "columns", ())]
    repeated = [name for place, name in enumerate(names) if name in names[:place]]
    if repeated:
        return f"{_shown(repeated[0])} is there twice; rename one"
    for name in names:
        try:
            chunked(data[name])
        except TypeError:
            return f"the values of {_shown(name)} {_NOT_ALL_OF_ONE_TYPE}"
    return f"the values of a column {_NOT_ALL_OF_ONE_TYPE}"


def _shown(name: object) -> str:
    """Return the name of a column for a message, without a long number."""
    heading = heading_of(str(name))
    shown = None if heading is None else heading.shown
    return "a column" if shown is None else f"the column {shown!r}"
