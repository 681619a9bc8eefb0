"""The rows and columns of a sheet that are hidden. They are read like the others."""

from array import array
from collections.abc import Iterable, Iterator
from typing import Final, final

_ROW_BITS: Final = 21
_LAST: Final = (1 << _ROW_BITS) - 1
_MAX_COLUMNS: Final = 1 << 14
_MAX_ROWS: Final = 1 << 20


@final
class HiddenParts:
    """The hidden rows and columns of a sheet."""

    def __init__(self) -> None:
        """Start without hidden parts."""
        self._rows = array("Q")
        self.columns: set[int] = set()
        """Indexes of the hidden columns, from 0."""

    def add_rows(self, first: int, last: int) -> None:
        """Add hidden rows by their numbers, from 1. An adjacent range extends the last one."""
        if not 0 < first <= last:
            return
        last = min(last, _MAX_ROWS)
        if self._rows and (before := self._rows[-1]) & _LAST == first - 1:
            self._rows[-1] = (before >> _ROW_BITS) << _ROW_BITS | last
        elif first <= _MAX_ROWS and len(self._rows) < _MAX_ROWS:
            self._rows.append(first << _ROW_BITS | last)

    def add_columns(self, first: int, last: int) -> None:
        """Add hidden columns by their indexes, from 0."""
        self.columns.update(range(max(first, 0), min(last + 1, _MAX_COLUMNS)))

    def replace(self, rows: Iterable[tuple[int, int]], columns: Iterable[tuple[int, int]]) -> None:
        """Replace all rows and columns; each range has its first and its last one."""
        self._rows = array("Q")
        self.columns = set()
        for first, last in rows:
            self.add_rows(first, last)
        for first, last in columns:
            self.add_columns(first, last)

    def rows(self) -> Iterator[tuple[int, int]]:
        """Yield the first and the last number of each range of hidden rows, in order."""
        for packed in sorted(self._rows):
            yield packed >> _ROW_BITS, packed & _LAST
