"""Counts of a table: their validation, and the sums that each table must satisfy."""

from collections.abc import Iterable, Iterator, Mapping
from operator import index
from typing import Any, SupportsIndex

from .._frozen import FrozenDict
from .suppression import Cell


def exact_counts(counts: Mapping[Any, Any]) -> Mapping[Any, int | None]:
    """Return a read-only copy of counts, each an exact int or None."""
    return FrozenDict({cell: _count(count) for cell, count in counts.items()})


def _count(value: SupportsIndex | None) -> int | None:
    """Return one count as an int. Other integer types, such as those of numpy, are accepted.

    Raises:
        ValueError: it is a bool, a fraction, a float, a text or negative. The message does not
            contain the value.

    """
    if value is None:
        return None
    try:
        count = -1 if isinstance(value, bool) else index(value)
    except TypeError:
        count = -1
    if count < 0:
        raise ValueError(
            "a count must be an integer from 0, or None if it is unknown; "
            f"this one is a {type(value).__name__}. Convert a float column to int first, "
            "with None for missing values"
        )
    return count


def require_distinct(rows: tuple[str, ...], columns: tuple[str, ...]) -> None:
    """Raise ValueError if two rows or two columns have the same name."""
    if len(set(rows)) < len(rows) or len(set(columns)) < len(columns):
        raise ValueError("the rows of a recap must have different names, and so must its columns")


def sums(
    rows: tuple[str, ...], columns: tuple[str, ...], *, has_row_totals: bool
) -> Iterator[list[Cell]]:
    """Yield each total followed by the cells that it sums: of the columns, then of the rows."""
    for column in (*columns, None) if has_row_totals else columns:
        yield [(None, column), *((row, column) for row in rows)]
    for row in rows if has_row_totals else ():
        yield [(row, None), *((row, column) for column in columns)]


def total(counts: Iterable[int | None]) -> int | None:
    """Return the sum of some counts, or None if one of them is unknown."""
    summed = 0
    for count in counts:
        if count is None:
            return None
        summed += count
    return summed
