"""The groups of the rows of a batch, by the columns of one field."""

from collections.abc import Hashable, Iterator, Sequence
from typing import Any, Final

from .._core.field_paths import steps_of
from ..recaps.counting import Axis
from ..tables.single_rows import SingleRows
from ..values.nik import NIK
from .arrow import Array, arrow, compute, distinct_values
from .batch_check import BatchCheck, row_of
from .combinations import combined, first_rows
from .values import niks

_DECIDED_TOO: Final = {"birth_date": "nik", "nik_absence": "nik", "kk_absence": "kk"}
"""Field → the field beside it whose cells can decide its group."""
_DATE_IN_NIK: Final = (6, 12)
MOST_REMEMBERED: Final = 1 << 17
_Names = tuple[str, ...]


class GroupColumns:
    """The columns that decide the groups of a row."""

    def __init__(self, axis: Axis[Any], rows: SingleRows[Any], batch_check: BatchCheck) -> None:
        """Find the columns of the field of an axis.

        Raises:
            ValueError: nothing in the table fills the field.

        """
        self._axis, self._rows, self._batch_check = axis, rows, batch_check
        self._columns = [] if axis.field is None else sorted(set(_columns_of(axis.field, rows)))
        self.keys: list[Sequence[Hashable]] = []
        """The keys of groups, by the numbers that stand for them."""
        self._numbers: dict[Sequence[Hashable], int] = {}
        self._remembered: dict[Hashable, int] = {}

    def groups_of(self, columns: Sequence[Array | None], rows: Array, is_alone: Array) -> Array:
        """Return for each of some rows the number that stands for the keys of its groups.

        Of rows with the same cells in the columns of the field, one is read; the others are not,
        unless they are alone.
        """
        values: list[Sequence[object]] = []
        indices: list[Array] = []
        for at in self._columns:
            different, own = distinct_values(self._key_column(columns, at, rows))
            values.append([*different, None])
            indices.append(own.fill_null(len(different)))
        shapes = combined(indices, len(rows))
        firsts = first_rows(shapes.indices, is_alone, len(shapes.dictionary))
        places = arrow.array([first or 0 for first in firsts], arrow.int64())
        of_rows = rows.take(places).to_pylist()
        cells = [own.take(places).to_pylist() for own in indices]
        numbers = [
            0
            if first is None
            else self._remembered_number(
                [part[own[shape]] for part, own in zip(values, cells, strict=True)],
                columns,
                of_rows[shape],
            )
            for shape, first in enumerate(firsts)
        ]
        found = arrow.array(numbers, arrow.int32()).take(shapes.indices)
        alone = [self._number(columns, one) for one in rows.filter(is_alone).to_pylist()]
        return compute.replace_with_mask(found, is_alone, arrow.array(alone, arrow.int32()))

    def _key_column(self, columns: Sequence[Array | None], at: int, rows: Array) -> Array:
        """Return the cells of a column in some rows, of NIK numbers their dates."""
        column = columns[at]
        cells: Array = arrow.nulls(len(rows)) if column is None else column.take(rows)
        if self._batch_check.value_class(at) is not NIK:
            return cells
        dates = compute.utf8_slice_codeunits(niks(cells).values.combine_chunks(), *_DATE_IN_NIK)
        return compute.coalesce(dates, cells.cast(arrow.string()))

    def _remembered_number(
        self, cells: Sequence[object], columns: Sequence[Array | None], row: int
    ) -> int:
        key = (*cells, *map(type, cells))  # True equals 1
        if key not in self._remembered:
            if len(self._remembered) >= MOST_REMEMBERED:
                self._remembered.clear()
            self._remembered[key] = self._number(columns, row)
        return self._remembered[key]

    def _number(self, columns: Sequence[Array | None], row: int) -> int:
        """Return the number for a row, which is read.

        Raises:
            ValueError: the row is no record, because a required value is missing.

        """
        record = self._rows.read(row_of(columns, row)).record
        if record is None:
            raise ValueError("a required value is missing, so rows are no records; give `values`")
        keys = self._axis.keys_of(record)
        number = self._numbers.setdefault(keys, len(self.keys))
        if number == len(self.keys):
            self.keys.append(keys)
        return number


def _columns_of(field: str, rows: SingleRows[Any]) -> Iterator[int]:
    """Yield the numbers of the columns that decide the value of a field."""
    wanted = {names := tuple(field.split("."))}
    if names[-1] in _DECIDED_TOO:
        wanted.add((*names[:-1], _DECIDED_TOO[names[-1]]))
    fixed = [_names_of(one.steps) for one in rows.sheet.reader.constants]
    given = [one for one in fixed if any(_is_part(one, other) for other in wanted)]
    # A value of every row can be set only in rows that fill other fields of the same part.
    wanted |= {one[:-1] for one in given if one[:-1]}
    headings = rows.sheet.headings
    groups = {one.target: one.answers for one in headings.choices}
    found = [
        at
        for at, column in headings.columns.items()
        for one in column.fields()
        if one.path is not None
        if any(_is_part(_names_of(steps_of(one.path)), other) for other in wanted)
    ]
    if not found and not given:
        raise ValueError(f"no column fills {field!r}")
    for at in found:
        yield at
        yield from groups.get(at, ())


def _names_of(steps: Sequence[str | int]) -> _Names:
    """Return a path without the numbers of items."""
    return tuple(one for one in steps if isinstance(one, str))


def _is_part(one: _Names, other: _Names) -> bool:
    """Return whether one of two paths is the beginning of the other one."""
    return all(name == same for name, same in zip(one, other, strict=False))
