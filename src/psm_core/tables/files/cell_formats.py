"""How the cells of an xls or ods look: colours, bold text, number formats, widths, merged cells."""

from collections.abc import Iterator
from typing import Final, NamedTuple

MAX_RANGES: Final = 1_000_000
"""The most ranges of a sheet whose format is read."""


class CellFormat(NamedTuple):
    """How a cell looks."""

    fill: str | None = None
    """Its colour as ``FFRRGGBB``."""
    text_color: str | None = None
    """The colour of its text."""
    is_bold: bool = False
    is_italic: bool = False
    number_format: str | None = None
    """The format of its number or date as in an xlsx; None for the general one."""


PLAIN: Final = CellFormat()
_BLACK: Final = "FF000000"


def text_color(color: str | None) -> str | None:
    """Return the colour of a text; None for black, which every text has."""
    return None if color == _BLACK else color


class FormattedRange(NamedTuple):
    """A range of cells with one format. Rows count from 1, columns from 0."""

    top: int
    bottom: int
    left: int
    right: int
    format: CellFormat


class SheetFormats:
    """The formats of one sheet."""

    def __init__(self) -> None:
        """Start without formats."""
        self.widths: dict[int, float] = {}
        """Index of a column → its width in characters."""
        self.merged: list[tuple[int, int, int, int]] = []
        """First row, last row, first column, last column of each merged range."""
        self._ranges: list[FormattedRange] = []

    def add(self, one: FormattedRange) -> None:
        """Add a range; one that continues the last one extends it. A plain one is left out."""
        if one.format == PLAIN:
            return
        last = self._ranges[-1] if self._ranges else None
        if last is not None and (last.top, last.bottom, last.right + 1, last.format) == (
            one.top,
            one.bottom,
            one.left,
            one.format,
        ):
            self._ranges[-1] = last._replace(right=one.right)
        elif len(self._ranges) < MAX_RANGES:
            self._ranges.append(one)

    def ranges(self) -> Iterator[FormattedRange]:
        """Yield each range that is not plain."""
        yield from self._ranges
