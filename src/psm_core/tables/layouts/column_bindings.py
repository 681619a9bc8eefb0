"""How the columns of a sheet fill the fields of a record."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache, partial
from typing import Any, Final, NamedTuple

import attrs

from ..._core.field_paths import field_type_at, steps_of
from ..._core.field_types import FieldType, unwrap_optional
from ..._core.record import is_record_class, record_info
from ..._paths import Steps
from ...errors import CellText, Issue
from ...records.people import Person
from ..cells.birth_dates import age_of
from ..cells.cell import LONGEST, Cell
from ..cells.values import CellReader, reader_of
from ..files.sheets import column_letters
from .layout import Column, Layout, is_part

_BEHIND_WORD: Final = " .:_-"
_SPACES: Final = 2  # a word for "nothing" may be written with additional blanks
_MOST_AGES: Final = 256
"""Different cells with an age that are read once: most tables have fewer."""


class ColumnBinding(NamedTuple):
    """How a column, or a group row, fills a field."""

    at: int
    letters: str
    column: Column
    steps: Steps
    field_type: FieldType
    read: CellReader
    is_presence: bool
    """Whether the cell only says that something took place (ya), without its details."""
    longest_blank: int
    """The most characters of a cell that means "no value", such as ``-`` or ``tidak ada``."""
    firsts: str
    """The first characters of such cells, in upper and lower case."""
    is_second: bool = False
    """Whether another column fills the same field, and this one is only compared with it."""


class FixedValue(NamedTuple):
    """A value of every row."""

    steps: Steps
    value: object
    is_given: bool
    """Whether it is set in every row; else only where the row has other values of its record."""


def steps_of_value(path: str, columns: Iterable[ColumnBinding]) -> Steps:
    """Return the path of a given value, unless columns fill parts of it.

    Raises:
        ValueError: columns fill parts of it, and would replace it.

    """
    steps = steps_of(path)
    if any(len(one.steps) > len(steps) == len(common_steps(one.steps, steps)) for one in columns):
        raise ValueError(f"columns fill parts of {path!r}; give the other fields one by one")
    return steps


def bind_column(
    layout: Layout[Any],
    index: int,
    column: Column,
    *,
    ages_stated_on: date | None = None,
    code_list: str | None = None,
) -> ColumnBinding:
    """Return how the column at an index fills its field.

    `code_list` is the list of codes that its heading names. Those of the layout come before it.
    """
    steps = steps_of(column.path or "")
    inner = unwrap_optional(field_type_at(layout.record_class, steps))
    name = column_letters(index) if index >= 0 else ""
    return ColumnBinding(
        index,
        name,
        column,
        steps,
        inner,
        lru_cache(_MOST_AGES, typed=True)(partial(age_of, stated_on=ages_stated_on))
        if column.is_age
        else reader_of(
            inner,
            serials=layout.serials,
            verbatim=layout.is_export,
            code_lists=(*layout.code_lists, *([] if code_list is None else [code_list])),
            ages_stated_on=ages_stated_on,
        ),
        is_part(inner.python_type),
        _SPACES * max(map(len, column.blank)),
        "".join(word[:1].lower() + word[:1].upper() for word in column.blank),
        is_second=column.is_age,
    )


def is_needed(record_class: type, steps: Steps) -> bool:
    """Return whether a row needs a field to become a record; a person needs a name."""
    is_of_person = (
        is_record_class(record_class) and record_class_at(record_class, steps[:-1]) is Person
    )
    above = [] if is_of_person else [steps[:length] for length in range(1, len(steps))]
    return all(_is_required(record_class, one) for one in (*above, steps))


def _is_required(record_class: type, steps: Steps) -> bool:
    fields = (
        record_info(record_class_at(record_class, steps[:-1])).fields
        if isinstance(steps[-1], str)
        else ()
    )
    return any(field.name == steps[-1] and field.required for field in fields)


def needs_cell(record_class: type, steps: Steps, columns: Iterable[ColumnBinding]) -> bool:
    """Return whether a given value makes no record unless a cell beside it is filled too.

    For example, the period of a welfare rank needs the decile, which a row may not have.
    """
    return any(
        one.steps[:-1] == steps[:-1] != ()
        and one.steps != steps
        and _is_required(record_class, one.steps)
        for one in columns
    )


def record_class_at(record_class: type, steps: Steps) -> type:
    """Return the record class at a path."""
    return unwrap_optional(field_type_at(record_class, steps)).python_type


def is_birth(path: str | None) -> bool:
    """Return whether a path is that of a birth date."""
    return path is not None and steps_of(path)[-1] == "birth_date"


def region_columns(columns: Iterable[ColumnBinding]) -> list[tuple[Steps, list[ColumnBinding]]]:
    """Return path → the columns that give one region: the largest level first, codes last."""
    places: dict[Steps, list[ColumnBinding]] = {}
    for one in columns:
        if one.column.level is not None:
            places.setdefault(one.steps, []).append(one)
    for parts in places.values():
        parts.sort(
            key=lambda one: (
                one.column.is_code,
                one.column.level.digits if one.column.level else 0,
            )
        )
    return list(places.items())


def cell_at(cells: Sequence[Cell], at: int) -> Cell:
    """Return the cell at an index, None if the row is shorter."""
    return cells[at] if at < len(cells) else None


def with_text(issue: Issue, cells: Sequence[Cell]) -> Issue:
    """Return an issue with the text of its cell, if it is about one."""
    cell = next((one for at, one in enumerate(cells) if column_letters(at) == issue.column), None)
    if cell is None:
        return issue
    return attrs.evolve(issue, written=CellText(str(cell)[:LONGEST]))


def is_nothing(cell: Cell, one: ColumnBinding) -> bool:
    """Return whether a cell means "no value" in its column."""
    if cell is None or cell == "":
        return True
    column = one.column
    if isinstance(cell, str):
        if len(cell) > one.longest_blank or ("!" <= cell[0] <= "~" and cell[0] not in one.firsts):
            return False
        is_dashes = "-" in column.blank and not cell.strip("-\u2013\u2014")
        return is_dashes or " ".join(cell.split()).casefold() in column.blank
    return type(cell) in {int, float} and cell == 0 and "0" in column.blank


def without_prefix(cell: Any, column: Column) -> Any:  # noqa: ANN401 - a cell of the same type
    """Return the cell without a first word that is not part of the value: ``Desil 1``, ``D-1``."""
    for word in column.without:
        if isinstance(cell, str) and cell[: len(word)].casefold() == word.casefold():
            rest = cell[len(word) :]
            plain = rest.lstrip(_BEHIND_WORD)
            if rest[:1] == " " or (plain[:1].isdecimal() and plain.isalnum()):
                return plain.strip() if plain[:1].isdecimal() else rest.strip()
    return cell


def value_of(one: ColumnBinding, cell: Cell) -> object:
    """Return the value of a cell in a column, None if it has none, or why it cannot be read."""
    return None if is_nothing(cell, one) else one.read(without_prefix(cell, one.column))


def comparable(value: object) -> object:
    """Return what two cells are compared by: RT 1 is RT 001, and case does not matter."""
    if isinstance(value, str):
        return " ".join(value.casefold().split()).lstrip("0")
    return value


def common_steps(one: Steps, other: Steps) -> Steps:
    """Return the steps that two paths share at the same position."""
    return tuple(a for a, b in zip(one, other, strict=False) if a == b)
