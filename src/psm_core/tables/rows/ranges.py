"""Numbers of rows as text for a message."""

from typing import Final

_MAX_RANGES: Final = 20


class RowRanges:
    """Row numbers as text such as ``19-25, 40``, with a limited number of ranges."""

    def __init__(self) -> None:
        self._ranges: list[tuple[int, int]] = []
        self._is_open = self._has_more = False

    def add(self, number: int) -> None:
        """Add a row to the last range, or start a new range if that is closed."""
        if self._is_open:
            self._ranges[-1] = (self._ranges[-1][0], number)
        elif len(self._ranges) < _MAX_RANGES:
            self._ranges.append((number, number))
            self._is_open = True
        else:
            self._has_more = True

    def close(self) -> None:
        """Close the last range, because a row of the table follows."""
        self._is_open = False

    @property
    def first(self) -> int | None:
        """The first row, or None."""
        return self._ranges[0][0] if self._ranges else None

    def __str__(self) -> str:
        """Return the ranges as text."""
        written = [str(a) if a == b else f"{a}-{b}" for a, b in self._ranges]
        return ", ".join([*written, *(["\u2026"] if self._has_more else [])])
