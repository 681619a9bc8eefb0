"""Cells that people read: labels of terms, and dates as spreadsheets show them."""

from collections.abc import Sequence
from datetime import date
from typing import Final, cast

from .._core.field_types import CollectionType, FieldType, TermType
from ..terms import Term
from .cells.term_words import entry_of
from .cells.values import reader_of
from .flat import PlainCells, WrittenCell

DATE_FORMAT: Final = "%d-%m-%Y"
_NONE: Final = "Tidak ada"
FIRST_YEAR: Final = 1901
"""Spreadsheets count days from 1900, and not all of them in the same way."""


class ReadableCells(PlainCells):
    """Writes values as people read them, wherever they are read back equal."""

    def __init__(self, *, has_dates: bool) -> None:
        """Write dates as dates if the file has them, otherwise as ``31-08-1990``."""
        self._has_dates = has_dates

    def cell(self, value: object, field_type: FieldType) -> WrittenCell:
        """Return the cell of a value."""
        written: WrittenCell | None = None
        if isinstance(value, Term) and isinstance(field_type, TermType):
            written = entry_of(value, field_type.vocabularies)
        elif isinstance(value, date):
            is_date = self._has_dates and value.year >= FIRST_YEAR
            written = value if is_date else value.strftime(DATE_FORMAT)
        if written is not None and reader_of(field_type, verbatim=True)(written) == value:
            return written
        return super().cell(value, field_type)

    def cell_of_items(self, items: Sequence[object], field_type: CollectionType) -> WrittenCell:
        """Return the one cell of several values, in their order."""
        written = super().cell_of_items(items, field_type) if items else _NONE
        read = reader_of(field_type, verbatim=True)(written)
        if isinstance(read, list):
            again = cast("list[object]", read)
            if field_type.made(again) == field_type.made(items):
                return written
        return PlainCells().cell_of_items(items, field_type)
