"""Values of Python as cells: of a form, of a mapping, of a data frame."""

import json
from collections.abc import Collection, Iterator, Mapping
from datetime import date, time, timedelta
from decimal import Decimal
from enum import Enum
from typing import Any, Final, TypeGuard, cast

from .._core.field_paths import field_type_at, steps_of
from .._core.field_types import CollectionType, FieldType, unwrap_optional
from .._paths import Steps
from ..terms import Term
from ..values.extensions import Extensions
from ..values.plain import to_plain
from .cells.cell import EMPTY, Cell, Unread, is_blank
from .flat import ITEM_SEPARATOR, YES, is_in_one_cell

_NO: Final = "tidak"
_PLAIN: Final = str | int | date | time | timedelta | Unread | None
_WITHOUT_UNIT: Final = frozenset({"datetime64", "timedelta64"})
"""Types of numpy whose nanoseconds would become an integer."""
_ABSENT: Final = frozenset({"NAType", "NaTType"})
"""Types of the absent values of pandas."""


def plain_value(value: object) -> Any:  # noqa: ANN401 - a cell, a mapping or a collection
    """Return a value of Python, numpy, pandas or polars as a cell, or a mapping or collection.

    NaN, NaT and NA are None. A number of numpy, a `Decimal` and a member of an `Enum` are their
    values, and bytes the text that they encode.
    """
    if isinstance(value, float):
        return None if value != value else float(value)  # noqa: PLR0124 - NaN
    if type(value).__name__ in _ABSENT:
        return None
    if isinstance(value, Enum):
        return plain_value(to_plain(value) if isinstance(value, Term) else value.value)
    return value if isinstance(value, _PLAIN) or is_nested(value) else _converted(value)


def is_nested(value: object) -> TypeGuard[Mapping[object, object] | Collection[object]]:
    """Return whether a value is a mapping or a collection."""
    return isinstance(value, Mapping | list | tuple | set | frozenset)


def _converted(value: Any) -> Any:  # noqa: ANN401 - of any type
    """Return a `Decimal`, a value of numpy or a value of psm-core as Python has it."""
    name = type(value).__name__
    if isinstance(value, Decimal):
        is_whole = value.is_finite() and value == value.to_integral_value()
        return None if value.is_nan() else int(value) if is_whole else float(value)
    if isinstance(value, bytes):
        return value.decode(errors="replace")
    if name in _WITHOUT_UNIT:
        return value.astype(f"{name}[us]").tolist()
    if hasattr(value, "tolist"):  # a scalar or an array of numpy
        return plain_value(value.tolist())
    return str(to_plain(value))


def cell_of(value: object) -> Cell:
    """Return a single value as a cell; True and False as *ya* and *tidak*."""
    plain = plain_value(value)
    if isinstance(plain, bool):
        return YES if plain else _NO
    return cast("Cell", plain)


def value_cells(record_class: type, value: object, steps: Steps) -> Iterator[tuple[Steps, Cell]]:
    """Yield path and value of each filled field that a value has, also of nested ones."""
    plain = plain_value(value)
    if isinstance(plain, Mapping):
        entries = cast("Mapping[object, object]", plain)
        field_type = field_type_or_none(record_class, steps)
        if field_type is not None and field_type.python_type is Extensions:
            yield steps, json.dumps(entries)
        elif entries:
            for name, one in entries.items():
                yield from value_cells(record_class, one, (*steps, *steps_of(str(name))))
        else:
            yield steps, YES
    elif is_nested(plain):
        items = plain
        field_type = field_type_or_none(record_class, steps)
        if not items:
            yield steps, EMPTY
        elif isinstance(field_type, CollectionType) and is_in_one_cell(field_type):
            yield steps, joined(items)
        else:
            for number, one in enumerate(items):
                yield from value_cells(record_class, one, (*steps, number))
    elif not is_blank(cell := cell_of(plain)):
        yield steps, cell


def joined(items: Collection[object]) -> str:
    """Return several values in one cell."""
    return ITEM_SEPARATOR.join(str(cell_of(one)) for one in items)


def field_type_or_none(record_class: type, steps: Steps) -> FieldType | None:
    """Return the type of the field at a path, or None if there is no such field."""
    try:
        return unwrap_optional(field_type_at(record_class, steps))
    except ValueError:
        return None
