"""Cells as valid values, in a generated function: a cell with an issue ends the function.

Most cells have the canonical text of a value, or a text that an earlier row had too. Every other
cell is read by the same functions as in `TreeReader`.
"""

from collections.abc import Callable, Iterable, Sequence, Sized
from datetime import date
from functools import partial
from typing import Final, cast

from ..._core.field_types import (
    CollectionType,
    FieldType,
    IntegerType,
    TermType,
    TextType,
    TimeType,
    unwrap,
)
from ..._core.generated_code import GeneratedCode
from ..._core.record_code import has_form_of_date, is_normalized_text
from ..._core.text_value import TextValue, value_or_issue
from ...errors import Issue
from ...values.extensions import Extensions
from ...values.ids import ProgrammeId
from ...values.kk import KK
from ...values.nik import NIK
from ...values.phone import PhoneNumber
from ...values.region_code import BPSCode, RegionCode
from ..cells.cell import Cell, without_apostrophe
from ..cells.warnings import WithWarning
from ..layouts.column_bindings import ColumnBinding, is_nothing, without_prefix
from .cell_comparison import differing
from .cell_regions import RegionReader

_MOST_TEXTS: Final = 1024
"""How many texts of a column are remembered."""
_WITHOUT_PERSONAL_DATA: Final = frozenset({BPSCode, RegionCode, ProgrammeId})
_CANONICAL: Final = frozenset({KK, NIK, PhoneNumber})
"""Values whose canonical text is read as itself in every file."""
_ReadCell = Callable[[Cell], object]


class IrregularError(Exception):
    """A row has an issue, or may have one: `RowReader` has to find it."""


def valid_value(one: ColumnBinding, cell: Cell) -> object:
    """Return the value of a cell, None if it means "no value".

    Raises:
        IrregularError: the cell has an issue or a warning.

    """
    cell = without_apostrophe(cell)
    if is_nothing(cell, one):
        return None
    value = one.read(without_prefix(cell, one.column) if one.column.without else cell)
    if type(value) is Issue or type(value) is WithWarning or value is None:
        raise IrregularError
    return value if one.is_presence else checked_value(one.field_type, value)


def checked_value(field_type: FieldType, value: object) -> object:
    """Return a value as a field of this type stores it.

    Raises:
        IrregularError: the field cannot have this value.

    """
    if isinstance(field_type, CollectionType) and isinstance(value, list | tuple | frozenset):
        items = list(cast("Iterable[object]", value))
        value = field_type.made(items)
        if len(cast("Sized", value)) < len(items):  # a set drops an equal item
            raise IrregularError
    value = field_type.normalize(value)
    if field_type.issues(value):
        raise IrregularError
    return value


class _Remembered(dict[str, object]):
    """Text of a cell → its value, of a column without personal data; of a limited number of texts.

    A text with an issue is not stored.
    """

    def __init__(self, read: _ReadCell) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, text: str) -> object:
        value = self._read(text)
        if len(self) >= _MOST_TEXTS:
            self.clear()
        self[text] = value
        return value


def add_reading(
    code: GeneratedCode, one: ColumnBinding, name: str, cell: str, *, verbatim: bool
) -> None:
    """Add the reading of a cell into a variable. `cell` is the expression for the cell.

    `verbatim` says that no spreadsheet has saved the file, so that no text was changed.
    """
    read: _ReadCell = partial(valid_value, one)
    code.line(f"_cell = {cell}")
    if _may_be_remembered(one):
        texts = code.name(_Remembered(read), "remembered")
        value = f"{texts}[_cell] if type(_cell) is str else {code.name(read, 'read')}(_cell)"
    elif isinstance(one.field_type, TextType) and not one.column.without:
        is_plain = _is_plain_text(code, one, one.field_type, verbatim=verbatim)
        value = f"_cell if {is_plain} else {code.name(read, 'read')}(_cell)"
    elif one.field_type.python_type is date and is_canonical_read(one):
        day = f"{code.name(date.fromisoformat, 'date')}(_cell)"
        value = f"{day} if {has_form_of_date('_cell')} else {code.name(read, 'read')}(_cell)"
    else:
        read = _with_canonical(one, read, verbatim=verbatim)
        value = f"{code.name(read, 'read')}(_cell)"
    code.line(f"{name} = None if _cell is None or _cell == '' else {value}")


def _may_be_remembered(one: ColumnBinding) -> bool:
    """Return whether the texts of a column may be kept: terms and codes, never personal data."""
    single = unwrap(one.field_type)
    if isinstance(single, TextType):
        return single.form is not None  # such as the number of an RT
    is_plain = isinstance(single, TermType | IntegerType | TimeType) or one.is_presence
    return is_plain or single.python_type in _WITHOUT_PERSONAL_DATA


def _is_plain_text(
    code: GeneratedCode, one: ColumnBinding, field_type: TextType, *, verbatim: bool
) -> str:
    """Return a condition: it is true only for a cell whose text is its value."""
    first = code.name(f"'{'' if verbatim else '#E'}{one.firsts}", "firsts")
    condition = f"{is_normalized_text(code, field_type, '_cell')} and _cell[0] not in {first}"
    if verbatim:
        return condition
    return f"{condition} and '+' not in _cell and _cell[-2:] not in ('.0', ',0')"


def _with_canonical(one: ColumnBinding, read: _ReadCell, *, verbatim: bool) -> _ReadCell:
    """Return a function that reads canonical text at once, and every other cell by `read`."""
    value_class = one.field_type.python_type
    is_text = issubclass(value_class, TextValue) and value_class is not Extensions
    if is_canonical_read(one) and ((is_text and verbatim) or value_class in _CANONICAL):
        return partial(_canonical_value, value_class, read)
    return read


def is_canonical_read(one: ColumnBinding) -> bool:
    """Return whether the canonical text of a value means the value in a column."""
    may_be_blank = any(map(_has_digits, one.column.blank))
    return not (one.column.without or one.column.is_age or may_be_blank)


def _has_digits(word: str) -> bool:
    """Return whether a word for "no value" could be the canonical text of a value."""
    return sum(map(str.isdigit, word)) > 1


def _canonical_value(value_class: type[TextValue], read: _ReadCell, cell: Cell) -> object:
    if type(cell) is not str or (cell[:1] == "'" and cell[:2] != "'+"):
        return read(cell)
    text = cell.removeprefix("'")  # by which exports mark a telephone number as text
    if value_class is PhoneNumber and text[:1] != "+":
        return read(cell)
    value = value_or_issue(value_class, text)
    return read(cell) if type(value) is Issue else value


def add_comparison(  # noqa: PLR0913 - all but the code by name
    code: GeneratedCode,
    one: ColumnBinding,
    name: str,
    cell: str,
    *,
    first: str,
    ages_stated_on: date | None,
) -> None:
    """Add the comparison of a cell with the value that an earlier column has put into a variable.

    `first` has the letters of that column.
    """

    def compare(cell: Cell, value: object) -> None:
        cell = without_apostrophe(cell)
        if not is_nothing(cell, one) and any(differing(one, cell, value, first, ages_stated_on)):
            raise IrregularError

    code.line(f"{code.name(compare, 'compare')}({cell}, {name})")


def add_region(
    code: GeneratedCode, columns: Sequence[ColumnBinding], name: str, regions: RegionReader
) -> None:
    """Add the reading of the region that several columns give, each for one level."""

    def region(cells: Sequence[Cell]) -> object:
        notes: list[Issue] = []
        found = regions.region_of(columns, cells, notes)
        if notes or type(found) is Issue:
            raise IrregularError
        return found

    code.line(f"_region = {code.name(region, 'region')}(_cells)")
    with code.block("if _region is not None:"):
        code.line(f"{name} = _region")
