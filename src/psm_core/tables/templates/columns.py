"""The columns of a template: what each is filled with, as a hint and as the entries of a list."""

from collections.abc import Iterator, Mapping
from datetime import date, time
from typing import Any, Final

from ..._core.field_paths import field_type_at, steps_of
from ..._core.field_types import FieldType, IntegerType, TermType, TextType, unwrap_optional
from ...values.date_range import DateRange
from ...values.dates import Quarter
from ...values.personal_number import PersonalNumber
from ...values.phone import PhoneNumber
from ..cells.term_words import entry_of
from ..layouts.layout import Column, Layout, is_part

MAX_CHOICES_IN_HINT: Final = 8
_LONGEST: Final = 200
_DATE: Final = "Tanggal: hari-bulan-tahun, misalnya 31-08-1990."
_MAX_BOUND: Final = 10_000
"""A larger bound of a number says nothing to people."""
_HINTS: Final[Mapping[type, str]] = {
    DateRange: "Tanggal awal dan akhir, misalnya 5-7 Maret 2024.",
    PhoneNumber: "Diawali 0.",
    Quarter: "Triwulan dan tahun, misalnya Triwulan III 2025.",
    time: "Jam dan menit, misalnya 08:00.",
}
"""Type of a value → how it is written."""
_YES_NO: Final = ("ya", "tidak")


def template_columns(layout: Layout[Any]) -> list[Column]:
    """Return the columns of a layout that its template has."""
    return [one for one in layout.columns if one.path or one.parts or one.required]


def column_type(layout: Layout[Any], column: Column) -> FieldType:
    """Return the type of the field of a column; text for a column that is not read."""
    if column.path is None:
        return TextType(_LONGEST)
    return unwrap_optional(field_type_at(layout.record_class, steps_of(column.path)))


def choices_of(field_type: FieldType) -> list[str]:
    """Return the entries of a drop-down list: labels, or values where a label is ambiguous."""
    if isinstance(field_type, TermType):
        return [
            entry_of(term, field_type.vocabularies)
            for one in field_type.vocabularies
            for term in one
        ]
    return list(_YES_NO) if is_part(field_type.python_type) else []


def hint_of(column: Column, field_type: FieldType) -> str:
    """Return how a column is filled in, in Indonesian."""
    return " ".join(_hints(column, field_type))


def _hints(column: Column, field_type: FieldType) -> Iterator[str]:
    if column.note:
        yield column.note
    elif field_type.python_type is date:
        yield _DATE
    elif isinstance(field_type, IntegerType):
        has_bounds = field_type.maximum < _MAX_BOUND
        bounds = f" dari {field_type.minimum} sampai {field_type.maximum}" if has_bounds else ""
        yield f"Bilangan bulat{bounds}."
    elif issubclass(field_type.python_type, PersonalNumber):
        yield "16 angka."
    elif field_type.python_type in _HINTS:
        yield _HINTS[field_type.python_type]
    elif column.parts:
        yield "Beberapa isian dalam satu sel; lihat contohnya."
    if column.level is not None:
        yield f"{column.level.label}: nama atau kode bertitik."
    choices = choices_of(field_type)
    if choices:
        some = ", ".join(choices[:MAX_CHOICES_IN_HINT])
        yield f"Pilihan: {some}{', …' if len(choices) > MAX_CHOICES_IN_HINT else '.'}"
