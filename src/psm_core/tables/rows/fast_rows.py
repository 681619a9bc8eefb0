"""One function for each sheet, generated from its columns, that reads rows without an issue.

It creates the record of a row and checks each value once. Where a row has an issue or a
warning, or may have one, the function ends, and `RowReader` reads the row again step by step. So
only `RowReader` reports issues, and both give the same records.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple, cast

from ..._core.builder import INVALID
from ..._core.field_paths import field_type_at
from ..._core.field_types import CollectionType, FieldType, InstanceType, unwrap_optional
from ..._core.generated_code import GeneratedCode
from ..._core.record import Field, is_record_class, record_info
from ..._core.record_code import add_creation, add_invariants
from ..._paths import Steps
from ...terms import NIKAbsence
from ..cells.cell import Cell
from ..headings.row_numbers import row_name
from ..layouts.column_bindings import ColumnBinding, FixedValue
from .fast_cells import (
    IrregularError,
    add_comparison,
    add_reading,
    add_region,
    checked_value,
)
from .tree_reader import TreeReader

_MAY_BE_ADDED: Final = frozenset({"id", "nik", "nik_absence"})
"""Fields that are completed or asked for in a row without such a column."""


class UnsupportedError(Exception):
    """The columns of a sheet fill fields in a way that only `RowReader` reads."""


class Constants(NamedTuple):
    """What every row gets, besides its cells."""

    fixed: Sequence[FixedValue]
    """The values of the layout and those that the caller gives."""
    people: frozenset[Steps]
    """The paths of the persons whose NIK may be missing without a reason."""
    id_class: type | None
    """The class of the id of the record, if it needs one."""
    key: str
    """How the ids of records without one begin."""


class _Leaf:
    """A value of a record, and what fills it, in this order."""

    def __init__(self, field_type: FieldType) -> None:
        self.field_type = unwrap_optional(field_type)
        self.columns: list[ColumnBinding] = []
        self.words: list[tuple[str, ColumnBinding]] = []
        """First words of group rows, each with how the rest of the group row is read."""
        self.levels: Sequence[ColumnBinding] = ()
        """The columns that together give a region."""
        self.given: list[object] = []
        """Values that are set in every row."""
        self.constants: list[object] = []
        """Values that are set where the record has others."""


class _Part:
    """A record or a list in a row: its values and parts by field or number."""

    def __init__(self, field_type: FieldType, steps: Steps) -> None:
        self.field_type, self.steps = unwrap_optional(field_type), steps
        self.below: dict[str | int, _Leaf | _Part] = {}
        self.presence: ColumnBinding | None = None
        """The column that says whether there is such a record."""
        self.whole: _Leaf | None = None
        """The column that says that a list is empty."""


class _Parts:
    """The parts of a row, by the columns and constants that fill them."""

    def __init__(self, trees: TreeReader, constants: Constants) -> None:
        self._record_class = trees.record_class
        self.root: _Part = _Part(InstanceType(trees.record_class), ())
        for one in sorted(trees.plain_columns, key=lambda one: -len(one.steps)):
            if one.is_presence:
                self._add_presence(one)
            else:
                self._leaf(one.steps).columns.append(one)
        for word, one in trees.groups.items():
            self._leaf(one.steps).words.append((word, one))
        for steps, columns in trees.region_columns:
            self._leaf(steps).levels = columns
        self._add_constants(constants.fixed)

    def _add_presence(self, one: ColumnBinding) -> None:
        part = self._part(one.steps)
        _require(part.presence is None and not one.is_second)
        part.presence = one

    def _add_constants(self, fixed: Iterable[FixedValue]) -> None:
        """Add constants. A later one must not fill a record that an earlier one depends on."""
        dependent: list[Steps] = []
        for one in fixed:
            above = one.steps[:-1]
            value = checked_value(unwrap_optional(self._type_at(one.steps)), one.value)
            if one.is_given:
                _require(not any(one.steps[: len(steps)] == steps for steps in dependent))
                self._leaf(one.steps).given.append(value)
            elif (part := self._found(above)) is not None:
                _require(is_record_class(part.field_type.python_type))
                dependent.append(above)
                self._leaf(one.steps).constants.append(value)

    def _type_at(self, steps: Steps) -> FieldType:
        return field_type_at(self._record_class, steps)

    def _found(self, steps: Steps) -> _Part | None:
        part = self.root
        for step in steps:
            below = part.below.get(step)
            if not isinstance(below, _Part):
                return None
            part = below
        return part

    def _part(self, steps: Steps) -> _Part:
        part = self.root
        for length, step in enumerate(steps, start=1):
            here = steps[:length]
            below = part.below.setdefault(step, _Part(self._type_at(here), here))
            _require(isinstance(below, _Part))
            part = cast("_Part", below)
        return part

    def _leaf(self, steps: Steps) -> _Leaf:
        part = self._part(steps[:-1])
        below = part.below.setdefault(steps[-1], _Leaf(self._type_at(steps)))
        if isinstance(below, _Leaf):
            return below
        _require(isinstance(below.field_type, CollectionType) and below.whole is None)
        below.whole = _Leaf(below.field_type)
        return below.whole


def _require(condition: bool) -> None:  # noqa: FBT001 - the only argument
    if not condition:
        raise UnsupportedError


class _Generator:
    """Generates one function for each part of a row, and one for the row."""

    def __init__(self, trees: TreeReader, constants: Constants) -> None:
        self._trees, self._constants = trees, constants
        self._code = GeneratedCode(f"row of {trees.record_class.__name__}")
        self._count = 0

    def function(self) -> Callable[..., Any]:
        """Return a function from the cells of a row, its group and its number to its record."""
        root = _Parts(self._trees, self._constants).root
        return self._code.compiled(self._add_part(root))

    def _add_part(self, part: _Part) -> str:
        """Add the function of a part, which returns None if the row has no such part."""
        inside = {
            step: self._add_part(below)
            for step, below in part.below.items()
            if isinstance(below, _Part)
        }
        self._count += 1
        function = f"_part{self._count}"
        with self._code.block(f"def {function}(_cells, _group, _number):"):
            for step, below in part.below.items():
                if isinstance(below, _Part):
                    self._code.line(f"{_variable(step)} = {inside[step]}(_cells, _group, _number)")
                else:
                    self._add_leaf(below, _variable(step))
            if isinstance(part.field_type, CollectionType):
                self._add_list(part, part.field_type)
            else:
                self._add_record(part)
        return function

    def _add_leaf(self, leaf: _Leaf, name: str) -> None:
        """Add the reading of a value into a variable."""
        code = self._code
        if not leaf.columns:
            code.line(f"{name} = None")
        for number, one in enumerate(leaf.columns):
            cell = f"_cells[{one.at}]"
            if number == 0:
                self._add_reading(one, name, cell)
            elif one.is_second:
                with code.block(f"if {name} is not None:"):
                    self._add_comparison(one, name, cell)
                with code.block("else:"):
                    self._add_reading(one, name, cell)
            else:
                self._add_reading(one, "_other", cell)
                self._set_if(name, "_other", "_other is not None")
        for word, one in leaf.words:
            with code.block(f"if {name} is None:"):
                self._add_reading(one, name, f"_group.get({code.name(word, 'word')})")
        if leaf.levels:
            add_region(code, leaf.levels, name, self._trees.region_reader)
        for value in leaf.given:
            self._set_if(name, code.name(value, "given"), f"{name} is None")

    def _add_reading(self, one: ColumnBinding, name: str, cell: str) -> None:
        add_reading(self._code, one, name, cell, verbatim=self._trees.is_export)

    def _add_comparison(self, one: ColumnBinding, name: str, cell: str) -> None:
        first = self._trees.locator.letters.get(one.steps, "")
        stated_on = self._trees.ages_stated_on
        add_comparison(self._code, one, name, cell, first=first, ages_stated_on=stated_on)

    def _set_if(self, name: str, value: str, condition: str) -> None:
        with self._code.block(f"if {condition}:"):
            self._code.line(f"{name} = {value}")

    def _raise_if(self, condition: str) -> None:
        with self._code.block(f"if {condition}:"):
            self._code.line(f"raise {self._code.name(IrregularError, 'error')}")

    def _add_list(self, part: _Part, field_type: CollectionType) -> None:
        """Add the end of the function of a list, which returns its items."""
        code = self._code
        numbers = sorted(cast("Iterable[int]", part.below))
        items = "".join(f"{_variable(number)}, " for number in numbers)
        code.line(f"_items = [_item for _item in ({items}) if _item is not None]")
        if part.whole is not None:
            self._add_leaf(part.whole, "_whole")
            self._raise_if("_whole or (_items and _whole is not None)")
            with code.block("if not _items:"):
                code.line("return _whole")
        with code.block("if not _items:"):
            code.line("return None")
        code.line(f"_collection = {code.name(field_type.made, 'made')}(_items)")
        self._raise_if("len(_collection) < len(_items)")  # a set drops an equal item
        code.line("return _collection")

    def _add_record(self, part: _Part) -> None:
        """Add the end of the function of a record, which returns the record."""
        code, cls = self._code, part.field_type.python_type
        info = record_info(cls)
        for name in _MAY_BE_ADDED & set(info.names) - part.below.keys():
            code.line(f"{name} = None")
        code.line(f"_is_empty = {' and '.join(f'{name} is None' for name in part.below) or True}")
        if part.presence is not None:
            self._add_reading(part.presence, "_is_there", f"_cells[{part.presence.at}]")
            self._return_none_if("_is_empty and not _is_there")
            self._raise_if("_is_there is False")
        elif part.steps:
            self._return_none_if("_is_empty")
        else:
            self._raise_if("_is_empty")
        self._add_constants(part)
        for field in info.fields:
            self._add_default(field, is_filled=field.name in {*part.below, *_MAY_BE_ADDED})
        add_invariants(code, info.invariants, f"raise {code.name(IrregularError, 'error')}")
        add_creation(code, cls, info.names)

    def _return_none_if(self, condition: str) -> None:
        with self._code.block(f"if {condition}:"):
            self._code.line("return None")

    def _add_constants(self, part: _Part) -> None:
        """Add constants, the reason for a missing NIK, and the id of the record of a row."""
        code = self._code
        for name, below in part.below.items():
            if isinstance(below, _Leaf):
                for value in below.constants:
                    condition = f"not _is_empty and {name} is None"
                    self._set_if(str(name), code.name(value, "constant"), condition)
        if part.steps in self._constants.people:
            reason = code.name(NIKAbsence.TIDAK_DIKETAHUI, "reason")
            self._set_if("nik_absence", reason, "nik is None and nik_absence is None")
        if not part.steps and self._constants.id_class is not None:
            self._set_if("id", f"{code.name(self._new_id, 'new_id')}(_number)", "id is None")

    def _new_id(self, number: int) -> object:
        constants = self._constants
        return constants.id_class and constants.id_class(f"{constants.key}-{row_name(number)}")

    def _add_default(self, field: Field, *, is_filled: bool) -> None:
        """Add what happens if a field has no value: its default, or the end of the function."""
        name, default = field.name, self._code.name(field.default, "default")
        if field.required:
            self._raise_if(f"{name} is None" if is_filled else "True")
        elif not is_filled:
            self._code.line(f"{name} = {default}")
        elif field.default is not None:
            self._set_if(name, default, f"{name} is None")


def _variable(step: str | int) -> str:
    """Return the name of the variable for a field, or for an item of a list."""
    return step if isinstance(step, str) else f"_item{step}"


class FastRows:
    """Reads the rows of a sheet that have no issue."""

    def __init__(self, trees: TreeReader, row: Callable[..., Any]) -> None:
        self._trees, self._row = trees, row

    @classmethod
    def of(cls, trees: TreeReader, constants: Constants) -> "FastRows | None":
        """Return the reader of a sheet, or None if its columns fill fields in an unusual way."""
        if trees.compared:
            return None
        try:
            return cls(trees, _Generator(trees, constants).function())
        except (IrregularError, UnsupportedError):
            return None

    def record(self, number: int, cells: Sequence[Cell], group: Mapping[str, Cell]) -> object:
        """Return the record of a row, or `INVALID` if the row may have an issue."""
        wide = self._trees.wide_cells(cells)
        if wide is None:
            return INVALID
        try:
            return self._row(wide, group, number)
        except (IrregularError, ValueError):  # the second for a date that is not in the calendar
            return INVALID
