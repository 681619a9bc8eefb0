"""The columns of tables of records: which there are, and their types in Arrow."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from .._core.arguments import items_of
from .._core.field_paths import dotted, field_type_at, steps_of
from .._core.field_types import (
    CollectionType,
    FieldType,
    InstanceType,
    IntegerType,
    OptionalType,
    unwrap_optional,
)
from .._core.record import is_record_class, record_info
from .._paths import Steps
from ..tables.headings.named_fields import similar_field
from ..wire.versions import require_record_class
from .arrow import DataType, arrow

if TYPE_CHECKING:
    import pyarrow as pa

_SHOWN_LENGTH: Final = 60


class FieldColumn(NamedTuple):
    """A column with a field of each record."""

    name: str
    steps: Steps
    field_type: FieldType


def record_schema(record_class: type, /, *, columns: Iterable[str] | None = None) -> "pa.Schema":
    """Return the schema of `record_table`: the name and type of each column.

    Without `columns`, each field of the class is a column. `columns` chooses fields by their paths:
    ``person`` is one column with the fields of the person inside, ``person.nik`` a column with
    the NIK alone.

    =====================================  ==============================================
    field                                  type in Arrow
    =====================================  ==============================================
    text, NIK, code, id, month, time       ``string``, the whole text of documents
    term of a vocabulary                   ``string``, its slug such as ``perempuan``
    date                                   ``date32``
    date that may be known in part         ``string`` in ISO 8601, such as ``1957``
    number                                 ``int64``
    record                                 ``struct`` of its fields
    several items                          ``list`` of their type
    extensions                             ``string``, a JSON object
    =====================================  ==============================================

    Raises:
        TypeError: the class is not a record of psm_core.
        ValueError: there is no such field; it is inside a list; or a field is chosen twice.

    >>> from psm_core import Assignment, columns
    >>> columns.record_schema(Assignment, columns=["pillar", "serves", "since"])
    pillar: string
    serves: string
    since: date32[day]

    """
    chosen = field_columns(record_class, columns)
    schema: pa.Schema = arrow.schema([(one.name, arrow_type(one.field_type)) for one in chosen])
    return schema


def field_columns(record_class: type, names: Iterable[str] | None) -> tuple[FieldColumn, ...]:
    """Return the chosen columns of a record class; without names that of each field.

    Raises:
        TypeError: as in `record_schema`.
        ValueError: as in `record_schema`.

    """
    require_record_class(record_class)
    listed = record_info(record_class).names
    if names is not None:
        listed = items_of(str, "a list of paths for columns=", names)
    chosen = tuple(FieldColumn(name, *_field(record_class, name)) for name in listed)
    for path in repeated_paths(one.steps for one in chosen):
        raise ValueError(f"the columns contain {path} twice; choose a field or its parts")
    return chosen


def _field(record_class: type, name: str) -> tuple[Steps, FieldType]:
    steps = steps_of(name)
    try:
        field_type = field_type_at(record_class, steps)
    except ValueError:
        near = similar_field(record_class, name)
        hint = f"; did you mean {near!r}?" if near else ""
        shown = name[:_SHOWN_LENGTH]
        raise ValueError(f"{record_class.__name__} has no field {shown!r}{hint}") from None
    numbers = [number for number, step in enumerate(steps) if isinstance(step, int)]
    if numbers:
        whole = dotted(steps[: numbers[0]])
        raise ValueError(f"{whole!r} is a list, which is one column; choose {whole!r}")
    return steps, field_type


def repeated_paths(paths: Iterable[Steps]) -> Iterator[str]:
    """Yield each path that is there twice, or with a part of it."""
    for one, other in pairwise(sorted(paths)):
        if other[: len(one)] == one:
            yield dotted(one)


def arrow_type(field_type: FieldType) -> DataType:
    """Return the type of a field in Arrow."""
    match field_type:
        case OptionalType(inner=inner):
            return arrow_type(inner)
        case CollectionType(item=item):
            return arrow.list_(arrow_type(item))
        case IntegerType():
            return arrow.int64()
        case InstanceType() if is_record_class(field_type.python_type):
            fields = record_info(field_type.python_type).fields
            return arrow.struct([(one.name, arrow_type(one.type)) for one in fields])
        case InstanceType() if field_type.python_type is date:
            return arrow.date32()
        case _:
            return arrow.string()


def record_class_of(field_type: FieldType) -> type | None:
    """Return the record class of a field with one record; None for other fields."""
    inner = unwrap_optional(field_type)
    is_record = isinstance(inner, InstanceType) and is_record_class(inner.python_type)
    return inner.python_type if is_record else None
