"""Columns of Arrow, whatever library holds them."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final, cast

from ..errors import MissingExtraError

try:
    import pyarrow as pa
    import pyarrow.compute as pc
    import pyarrow.parquet as pq
except ImportError:
    raise MissingExtraError("columns") from None

__all__ = [
    "MOST_ROWS",
    "NO_VALUE",
    "Array",
    "Batch",
    "Column",
    "Data",
    "DataType",
    "arrow",
    "chunked",
    "compute",
    "counted",
    "distinct_values",
    "parquet",
    "python_value",
    "python_values",
    "slices",
]

arrow: Any = pa
compute: Any = pc
parquet: Any = pq
"""Arrow without its types, which do not follow which function returns what."""
Array = Any
"""An array or chunked array of pyarrow."""
DataType = Any
"""A type of pyarrow."""
Column = Any
"""An array or chunked array of pyarrow, or an object that exports one, such as a polars Series."""
Batch = Any
"""A record batch of pyarrow."""
Data = Any
"""A table of Arrow: of pyarrow, or of a library that exports one, such as a frame of polars or
pandas or a relation of DuckDB; a record batch; or an iterable of these."""
NO_VALUE: Final = object()
"""Stands for a value of Arrow that Python does not have, such as a date in the year 20000."""
MOST_ROWS: Final = 1 << 17
"""The rows that are read together, so that a long column needs little memory."""


def chunked(column: Column) -> Array:
    """Return a column as a chunked array. One of Arrow is not copied.

    Raises:
        TypeError: it is no column.

    """
    if isinstance(column, arrow.ChunkedArray):
        return column
    if isinstance(column, arrow.Array):
        return arrow.chunked_array([column])
    kind = cast("type[object]", type(column))
    if hasattr(kind, "columns"):
        raise TypeError(f"{kind.__name__} is a table: choose one of its columns")
    reason = "make it an array of pyarrow"
    try:
        if hasattr(column, "__arrow_c_stream__"):
            return arrow.chunked_array(column)
        if hasattr(column, "__arrow_c_array__"):
            return chunked(arrow.array(column))
        if hasattr(column, "__array__"):
            return chunked(arrow.array(column, from_pandas=True))
    except (arrow.ArrowException, OverflowError):
        # The message of Arrow can contain a value, so it is not kept.
        reason = "its values are not all of one type of Arrow; make them all text"
    raise TypeError(f"{kind.__name__} is no column of Arrow: {reason}") from None


def python_values(array: Array) -> list[Any]:
    """Return the values of an array; `NO_VALUE` for one that Python does not have."""
    try:
        values: list[Any] = array.to_pylist()
    except (LookupError, OverflowError, ValueError, arrow.ArrowException):
        return [python_value(one) for one in array]
    return values


def distinct_values(array: Array) -> tuple[list[Any], Array]:
    """Return the different values of an array, and for each row which it has."""
    try:
        found = array.dictionary_encode()
    except arrow.ArrowNotImplementedError:
        return python_values(array), arrow.array(range(len(array)), arrow.int32())
    return python_values(found.dictionary), found.indices


def python_value(scalar: Any) -> Any:  # noqa: ANN401 - a scalar of pyarrow
    """Return a value of Arrow, or `NO_VALUE`."""
    try:
        return scalar.as_py()
    except (LookupError, OverflowError, ValueError, arrow.ArrowException):
        return NO_VALUE


def slices(column: Array) -> Iterator[Array]:
    """Yield the rows of a column in arrays of a limited length."""
    for chunk in column.chunks:
        for start in range(0, len(chunk), MOST_ROWS):
            yield chunk.slice(start, MOST_ROWS)


def counted(rows: int) -> Array:
    """Return the numbers from 0 of so many rows."""
    return _counted(max(rows, MOST_ROWS)).slice(0, rows)


@lru_cache(maxsize=1)
def _counted(rows: int) -> Array:
    return compute.cumulative_sum(arrow.repeat(arrow.scalar(1, arrow.int32()), rows), start=-1)
