"""Records as flat rows: one row each, and a column for each path that any of them fills."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final, NamedTuple, cast

from .._core.field_types import CollectionType, FieldType, TextType, unwrap, unwrap_optional
from .._core.record import is_record_class, record_info, sort_key
from .._core.text_value import unmasked_text
from .._paths import Steps
from ..values.extensions import Extensions
from ..values.plain import to_plain
from .cells.cell import EMPTY
from .layouts.layout import Column, Layout

YES: Final = "ya"
ITEM_SEPARATOR: Final = "; "
WrittenCell = str | int | date
"""A cell as it is written; flat tables have no dates."""


class FlatTable(NamedTuple):
    """Records as rows of texts and whole numbers, with the column types for pandas and polars.

    >>> from psm_core import Address, RegionCode, tables
    >>> flat = tables.flatten([Address(rt="003", region=RegionCode("63.10"))])
    >>> flat.rows, flat.dtypes
    ([{'rt': '003', 'region': '63.10'}], {'rt': 'string', 'region': 'string'})

    With pandas ``DataFrame(flat.rows).astype(flat.dtypes)``, with polars
    ``DataFrame(flat.rows, schema=flat.types)``. The texts hold numbers and names of people.
    """

    rows: list[dict[str, str | int | None]]
    """Path → cell, for each record; every row has every path."""
    dtypes: dict[str, str]
    """Path → name of the type for pandas, ``string`` or ``Int64``."""
    types: dict[str, type[str] | type[int]]
    """Path → type for polars."""

    def __repr__(self) -> str:
        """Show how many rows and columns there are: the cells hold personal data."""
        return f"<FlatTable {len(self.rows)} rows, {len(self.dtypes)} columns>"


def flatten(records: Iterable[object], /) -> FlatTable:
    """Return records of one class as flat rows.

    Raises:
        TypeError: one is no record of psm_core, is of another class than the first, or has no
            value.

    >>> from psm_core import NIK, Address, Person, tables
    >>> person = Person(nik=NIK("9901014108900001"), name="Contoh", domicile=Address(rt="003"))
    >>> tables.flatten([person]).rows
    [{'nik': '9901014108900001', 'name': 'Contoh', 'domicile.rt': '003'}]

    """
    ordered, flat = rows_of(records, PlainCells())
    names = {one: ".".join(map(str, one)) for one in ordered}
    numbers = {
        name for one, name in names.items() if all(type(row.get(one, 0)) is int for row in flat)
    }
    return FlatTable(
        [
            {name: cast("str | int | None", row.get(one)) for one, name in names.items()}
            for row in flat
        ],
        {name: "Int64" if name in numbers else "string" for name in names.values()},
        {name: int if name in numbers else str for name in names.values()},
    )


class PlainCells:
    """Writes values into cells as in documents: slugs of terms, dates as ``1990-08-31``."""

    def cell(self, value: object, field_type: FieldType) -> WrittenCell:  # noqa: ARG002 - others need it
        """Return the cell of a value."""
        if isinstance(value, Extensions):
            return unmasked_text(value)  # as JSON, because a cell contains no dict
        return cast("str | int", to_plain(value))

    def cell_of_items(self, items: Sequence[object], field_type: CollectionType) -> WrittenCell:
        """Return the one cell of several values, in their order."""
        if not items:
            return EMPTY
        return ITEM_SEPARATOR.join(str(self.cell(item, field_type.item)) for item in items)


def rows_of(
    records: Iterable[object], write: PlainCells
) -> tuple[Sequence[Steps], Sequence[Mapping[Steps, WrittenCell]]]:
    """Return the paths that any record fills, in order, and path → cell of each record.

    Raises:
        TypeError: as in `flatten`.

    """
    rows: list[dict[Steps, WrittenCell]] = []
    record_class: type | None = None
    for record in records:
        record_class = record_class or type(record)
        if not is_record_class(record_class) or type(record) is not record_class:
            raise TypeError("records of one class of psm_core are needed")
        rows.append(dict(cells_of(record, (), write)) or _empty_cell(record_class))
    steps = {one for row in rows for one in row}
    ordered = sorted(steps, key=lambda one: _place(record_class, one)) if record_class else []
    return ordered, rows


def _empty_cell(record_class: type) -> dict[Steps, WrittenCell]:
    """Return a cell for a record without any value, so that its row is not blank."""
    lists = (
        field.name
        for field in record_info(record_class).fields
        if isinstance(field.type, CollectionType)
    )
    name = next(lists, None)
    if name is None:
        raise TypeError(f"a {record_class.__name__} without any value has no row")
    return {(name,): EMPTY}


def cells_of(
    record: object, above: Steps, write: PlainCells
) -> Iterator[tuple[Steps, WrittenCell]]:
    """Yield path and cell of every value of a record; `above` is the path of the record."""
    for field in record_info(type(record)).fields:
        value = getattr(record, field.name)
        if value is not None and (field.required or value != field.default):
            yield from _of_value(value, field.type, (*above, field.name), write)


def _of_value(
    value: Any,  # noqa: ANN401 - any value of a record
    field_type: FieldType,
    path: Steps,
    write: PlainCells,
) -> Iterator[tuple[Steps, WrittenCell]]:
    inner = unwrap_optional(field_type)
    if isinstance(inner, CollectionType):
        yield from _of_items(value, inner, path, write)
    elif is_record_class(inner.python_type):
        found = list(cells_of(value, path, write))
        yield from found or [(path, YES)]
    else:
        yield path, write.cell(value, inner)


def _of_items(
    items: Iterable[object], field_type: CollectionType, path: Steps, write: PlainCells
) -> Iterator[tuple[Steps, WrittenCell]]:
    ordered = list(items) if field_type.container is tuple else sorted(items, key=sort_key)
    if not ordered or is_in_one_cell(field_type):
        yield path, write.cell_of_items(ordered, field_type)
    else:
        for number, item in enumerate(ordered):
            yield from _of_value(item, field_type.item, (*path, number), write)


def is_in_one_cell(field_type: CollectionType) -> bool:
    """Return whether one cell has all items of a field, such as the terms of a set."""
    item = field_type.item
    return not (isinstance(item, TextType) or is_record_class(item.python_type))


def _place(record_class: type, steps: Steps) -> tuple[int, ...]:
    """Return what a path is ordered by: the place of each step among the fields of its record."""
    order: list[int] = []
    here: type = record_class
    for step in steps:
        if isinstance(step, int):
            order.append(step)
            continue
        fields = record_info(here).fields
        place = next(number for number, field in enumerate(fields) if field.name == step)
        order.append(place)
        here = unwrap(fields[place].type).python_type
    return tuple(order)


def record_layout(record_class: type[Any]) -> Layout[Any]:
    """Return the layout that has a column for each fact of a record class, lists with one item."""
    columns = tuple(Column(path, path, blank=frozenset({""})) for path in _paths(record_class))
    return Layout("psm-core", record_class.__name__, record_class, columns)


def _paths(record_class: type) -> Iterator[str]:
    for field in record_info(record_class).fields:
        inner = unwrap(field.type)
        is_listed = isinstance(field.type, CollectionType) and (
            is_record_class(inner.python_type) or isinstance(inner, TextType)
        )
        name = f"{field.name}.0" if is_listed else field.name
        if is_record_class(inner.python_type):
            yield from (f"{name}.{path}" for path in _paths(inner.python_type))
        else:
            yield name
