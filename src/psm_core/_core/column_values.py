"""Plain Python values of a column of Arrow, numpy, pandas or polars, without importing them."""

from collections.abc import Mapping
from typing import Any

_TO_LIST = ("to_pylist", "to_list", "tolist")
"""Methods that convert a column to a list: of Arrow, of polars and pandas, of numpy."""
_NO_COLUMN = (str, bytes, bytearray, Mapping)
_MISSING = {"NAType", "NaTType"}


def plain_values(column: Any, what: str) -> list[object]:  # noqa: ANN401 - of any library
    """Return the values of a column as plain Python values, with None for missing values.

    Raises:
        TypeError: it is one text, a mapping or a table, or contains bytes or columns.

    """
    is_one = issubclass(type(column), _NO_COLUMN) or hasattr(column, "columns")
    to_list = next((name for name in _TO_LIST if hasattr(column, name)), None)
    values = column if is_one or to_list is None else getattr(column, to_list)()
    if is_one or type(values) is str or not hasattr(values, "__iter__"):
        raise TypeError(
            f"a list of {what} is needed here, or one column of a table; put the one value into a "
            "list"
        )
    return [_plain(value, what) for value in values]


def _plain(value: Any, what: str) -> object:  # noqa: ANN401 - of any library
    """Return a plain Python value, or None for a missing one."""
    if hasattr(value, "as_py"):
        value = value.as_py()
    if isinstance(value, str):
        return str(value)
    if isinstance(value, bytes) or hasattr(value, "__iter__"):
        raise TypeError(f"each of the {what} is one text; decode bytes, and take one column")
    is_missing = type(value).__name__ in _MISSING or (isinstance(value, float) and value != value)  # noqa: PLR0124 - NaN
    return None if is_missing else value
