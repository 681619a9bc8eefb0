"""Tables of what an audience may see of records."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from .._core.arguments import require
from .._core.field_types import (
    CollectionType,
    FieldType,
    InstanceUnionType,
    TermType,
    unwrap_optional,
)
from .._core.record import is_record_class, record_info
from ..privacy.redaction import Audience, Treatment, redact, treatments
from ..terms import Sensitivity
from ..values.dates import Quarter
from ..values.partial_date import PartialDate
from ..values.region_code import RegionCode
from .arrow import DataType, arrow
from .record_schema import arrow_type, field_columns

if TYPE_CHECKING:
    import pyarrow as pa

_TreatmentOf = Callable[[Sensitivity], Treatment]


def redacted_table(
    records: Iterable[object],
    record_class: type,
    /,
    *,
    audience: Audience,
    as_of: date | None = None,
    columns: Iterable[str] | None = None,
) -> "pa.Table":
    """Return what `psm_core.privacy.redact` leaves of records as a table, one row each.

    Fields that the audience never sees are no columns. A date of which only the year is left is a
    number, or a text such as ``1964/1965`` if it may be known in part. The table cannot be read
    back as records.

    Raises:
        TypeError: one is not a record of the class, or the class is not a record of psm_core;
            or the audience is no `Audience`.
        ValueError: as in `record_schema`; the audience sees nothing of a chosen column; or `as_of`
            is missing, although the audience is not the public.

    >>> from psm_core import NIK, Person, columns
    >>> from psm_core.privacy import Audience
    >>> person = Person(nik=NIK("9901014108900001"), name="Contoh", birth_date=date(1990, 8, 1))
    >>> table = columns.redacted_table(
    ...     [person], Person, audience=Audience.RESEARCH, as_of=date(2025, 10, 10)
    ... )
    >>> "name" in table.column_names, table["birth_date"].to_pylist()
    (False, ['1990'])

    """
    require(Audience, audience)
    chosen = field_columns(record_class, columns)
    treatment_of = treatments(record_class, audience)
    schema = _struct(record_class, treatment_of)
    fields: list[tuple[str, DataType]] = []
    for one in chosen:
        kind = _type_at(schema, one.name)
        if kind is not None:
            fields.append((one.name, kind))
        elif columns is not None:
            raise ValueError(f"the audience {audience.value} sees nothing of {one.name!r}")
    rows: list[dict[str, object]] = []
    for record in records:
        if type(record) is not record_class:
            raise TypeError(f"every record must be of the class {record_class.__name__}")
        data = redact(record, audience=audience, as_of=as_of)
        rows.append({name: _value(_value_at(data, name), kind) for name, kind in fields})
    table: pa.Table = arrow.Table.from_pylist(rows, arrow.schema(fields))
    return table


def _type_at(struct: DataType | None, path: str) -> DataType | None:
    """Return the type of a field of a struct, or None if it is left out."""
    here = struct
    for step in path.split("."):
        if here is None or here.get_field_index(step) < 0:
            return None
        here = here.field(step).type
    return here


def _value_at(data: Mapping[str, Any], path: str) -> object:
    """Return the value at a path of builtins, or None."""
    here: Any = data
    for step in path.split("."):
        here = None if here is None else here.get(step)
    return here


def _struct(record_class: type, treatment_of: _TreatmentOf) -> DataType | None:
    """Return the type of what is left of a record, or None if nothing is."""
    types = {
        field.name: _redacted_type(field.type, treatment_of(field.sensitivity), treatment_of)
        for field in record_info(record_class).fields
    }
    fields = [(name, kind) for name, kind in types.items() if kind is not None]
    return arrow.struct(fields) if fields else None


def _redacted_type(
    field_type: FieldType, treatment: Treatment, treatment_of: _TreatmentOf
) -> DataType | None:
    inner = unwrap_optional(field_type)
    if treatment is Treatment.DROP:
        return None
    if isinstance(inner, CollectionType):
        item = _redacted_type(inner.item, treatment, treatment_of)
        return None if item is None else arrow.list_(item)
    if is_record_class(inner.python_type):
        return _struct(inner.python_type, treatment_of)
    return _generalised(inner) if treatment is Treatment.GENERALISE else arrow_type(inner)


def _generalised(field_type: FieldType) -> DataType | None:
    """Return the type of what generalising leaves of a value."""
    kind = field_type.python_type
    is_partial = isinstance(field_type, InstanceUnionType) or kind is PartialDate
    if isinstance(field_type, TermType) or kind is RegionCode or is_partial:
        return arrow.string()
    return arrow.int64() if kind in {date, Quarter} else None


def _value(data: Any, kind: DataType) -> object:  # noqa: ANN401 - any builtins
    """Return what Arrow takes for redacted data."""
    if data is None:
        return None
    if arrow.types.is_struct(kind):
        return {one.name: _value(data.get(one.name), one.type) for one in kind.fields}
    if arrow.types.is_list(kind):
        return [_value(one, kind.value_type) for one in data]
    if arrow.types.is_date(kind):
        return date.fromisoformat(data)
    return f"{data:04}" if arrow.types.is_string(kind) and isinstance(data, int) else data
