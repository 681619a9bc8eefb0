"""Signs that whole columns were changed by a spreadsheet, or filled in without knowledge."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, Final

from ..errors import Issue
from ..tables.cells.cell import Cell
from ..tables.rows.column_damage import ColumnDamage, Place
from ..tables.single_rows import SingleRows
from ..values.kk import KK
from ..values.nik import NIK
from ..values.personal_number import PersonalNumber
from ..values.phone import PhoneNumber
from .arrow import Array, Batch, Column, arrow, compute
from .batch_check import BatchCheck
from .parsing import ParsedColumn
from .values import dates, kks, niks, phones

_HEAD: Final = 64
"""How many rows are looked at first: after these, hardly a column still has a property."""
_ENOUGH: Final = 20
"""How many equal values are as good as more."""
_READERS: Final[Mapping[type, Callable[[Column], ParsedColumn]]] = {
    NIK: niks,
    KK: kks,
    PhoneNumber: phones,
    date: dates,
}


class DamagedColumns:
    """Looks for properties that all values of a column share, batch by batch."""

    def __init__(self, rows: SingleRows[Any], check: BatchCheck) -> None:
        """Prepare for the columns of a table."""
        self._check = check
        self._header_row = rows.sheet.header_row
        places = [one for one in rows.sheet.reader.places() if one.at < len(rows.names)]
        self._damage = ColumnDamage(places, None)

    def add(self, batch: Batch, is_valid: Array) -> None:
        """Add the valid rows of a batch."""
        for place in self._damage.open_places:
            column: Array = self._check.column_of(batch, place.at)
            valid = column.filter(is_valid)
            self._damage.add_values(place, _values(place, valid.slice(0, _HEAD)))
            if place in self._damage.open_places:
                self._damage.add_values(place, _values(place, valid.slice(_HEAD)))

    def issues(self) -> Iterator[Issue]:
        """Yield a warning at the heading of each damaged column."""
        return self._damage.issues(self._header_row)


def _values(place: Place, column: Array) -> Iterator[tuple[Any, Cell]]:
    """Yield the values of a column and their cells, without more of one kind than are needed."""
    is_date = place.value_class is date
    value_class: Any = place.value_class
    values: Array = _READERS[value_class](column).values.combine_chunks().drop_null()
    if issubclass(value_class, PersonalNumber):
        digits = compute.utf8_slice_codeunits(values, -1)
        for digit in digits.unique():
            alike = values.filter(compute.equal(digits, digit)).slice(0, _ENOUGH)
            yield from ((value_class(one), None) for one in alike.to_pylist())
        return
    are_dates = arrow.types.is_temporal(column.type)
    for one in values.value_counts().to_pylist():
        found, count = one["values"], min(one["counts"], _ENOUGH)
        if is_date:
            yield from [(found, found if are_dates else None)] * count
        else:
            yield from [(value_class(found), None)] * count
