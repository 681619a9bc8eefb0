"""Values of Arrow as cells, which the reader of rows takes."""

from ..tables.cells import Cell
from ..tables.nested_cells import plain_value
from ..values.personal_number import PersonalNumber
from .arrow import Array, arrow


def readable(array: Array, *, value_class: type | None = None) -> Array:
    """Return an array of a type whose values Python knows.

    The integers of a column of NIK or KK are digits: unlike those of a spreadsheet, they are exact.
    """
    kind = array.type
    if arrow.types.is_dictionary(kind):
        return readable(array.dictionary_decode(), value_class=value_class)
    has_digits = value_class is not None and issubclass(value_class, PersonalNumber)
    if arrow.types.is_null(kind) or (has_digits and arrow.types.is_integer(kind)):
        return array.cast(arrow.string())
    if kind == arrow.string_view():
        return array.cast(arrow.large_string())
    if arrow.types.is_timestamp(kind):  # Python has no nanoseconds
        return array.cast(arrow.timestamp("us", tz=kind.tz), safe=False)
    if arrow.types.is_duration(kind):
        return array.cast(arrow.duration("us"), safe=False)
    return array


def cell_of(value: object) -> Cell:
    """Return a value of Arrow as a cell."""
    if value is None or type(value) is str:
        return value
    if isinstance(value, bytes):
        return value.decode(errors="replace")
    cell: Cell = plain_value(value)
    return cell
