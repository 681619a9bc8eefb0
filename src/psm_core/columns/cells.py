"""Values of Arrow as cells, which the reader of rows takes."""

from typing import Final

from ..tables.cells.cell import Cell, Unread
from ..tables.nested_cells import plain_value
from ..values.personal_number import PersonalNumber
from .arrow import NO_VALUE, Array, DataType, arrow, compute, python_value

_KNOWN_EXTENSIONS: Final = frozenset({"arrow.bool8", "arrow.uuid"})
"""Extension types whose values are other ones than those in which they are stored."""
_OUTSIDE: Final = Unread("date.invalid")
"""A date or time that Python does not have: of the year 10000, or in an unknown time zone."""
_LONG: Final = 10**15
"""Integers from here on are texts of digits: unlike those of a spreadsheet, they are exact."""


def is_nested(kind: DataType) -> bool:
    """Return whether a value of a type is no single cell: a list, a struct, an interval."""
    if arrow.types.is_dictionary(kind) or arrow.types.is_run_end_encoded(kind):
        return is_nested(kind.value_type)
    if isinstance(kind, arrow.BaseExtensionType):
        return is_nested(kind.storage_type)
    return bool(arrow.types.is_nested(kind) or arrow.types.is_interval(kind))


def is_text(kind: DataType) -> bool:
    """Return whether a type is that of texts, in one of the two layouts that kernels read."""
    return kind in {arrow.string(), arrow.large_string()}


def readable(array: Array, *, value_class: type | None = None) -> Array:
    """Return an array of a type whose values Python knows; not of a nested type.

    The integers of a column of NIK or KK are digits.
    """
    plain = stored(array)
    kind = plain.type
    if arrow.types.is_null(kind):
        plain = plain.cast(arrow.string())
    elif arrow.types.is_integer(kind):
        has_digits = value_class is not None and issubclass(value_class, PersonalNumber)
        if has_digits and (compute.min(plain).as_py() or 0) >= 0:
            plain = plain.cast(arrow.string())
    elif kind in {arrow.string(), arrow.large_string()}:
        plain = valid_text(plain)
    elif arrow.types.is_timestamp(kind) and kind.unit == "ns":  # Python has no nanoseconds
        plain = plain.cast(arrow.timestamp("us", tz=kind.tz), safe=False)
    elif arrow.types.is_duration(kind) and kind.unit == "ns":
        plain = plain.cast(arrow.duration("us"), safe=False)
    return plain


def stored(array: Array) -> Array:
    """Return an array with a value in each row, without views and types of another library.

    Raises:
        TypeError: the rows refer to values that there are not.

    """
    kind = array.type
    if arrow.types.is_dictionary(kind):
        return taken(stored(array.dictionary), array.indices)
    if arrow.types.is_run_end_encoded(kind):
        places = arrow.RunEndEncodedArray.from_arrays(
            array.run_ends, arrow.array(range(len(array.values)), arrow.int32())
        )
        rows = compute.run_end_decode(places.slice(array.offset, len(array)))
        return taken(stored(array.values), rows)
    is_extension = isinstance(kind, arrow.BaseExtensionType)
    if is_extension and kind.extension_name not in _KNOWN_EXTENSIONS:
        return stored(array.storage)
    if kind == arrow.string_view():
        return array.cast(arrow.large_string())
    if kind == arrow.binary_view():
        return array.cast(arrow.large_binary())
    return array


def taken(values: Array, rows: Array) -> Array:
    """Return the values at the places that each row has.

    Raises:
        TypeError: there is no such place.

    """
    try:
        return values.take(rows)
    except arrow.ArrowIndexError:
        reason = "it is no valid array of Arrow: its rows refer to values that there are not"
    raise TypeError(reason)


def valid_text(array: Array) -> Array:
    """Return texts as they are, or as bytes if one of them is none."""
    try:
        array.validate(full=True)
    except arrow.ArrowInvalid:
        return array.cast(arrow.large_binary())
    return array


def cell_at(array: Array, at: int) -> Cell:
    """Return a value of an array as a cell."""
    return cell_of(python_value(array[at]))


def cell_of(value: object) -> Cell:
    """Return a value of Arrow, or `NO_VALUE`, as a cell."""
    if value is None or type(value) is str:
        return value
    if value is NO_VALUE:
        return _OUTSIDE
    cell: Cell = plain_value(value)
    return str(cell) if type(cell) is int and cell >= _LONG else cell
