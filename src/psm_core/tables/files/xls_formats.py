"""The formats of cells in the records of an xls (BIFF8, Excel 97 to 2003)."""

import struct
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from .cell_formats import PLAIN, CellFormat, FormattedRange, SheetFormats, text_color
from .extras import styles
from .reader_program import records, workbook_stream

_BIFF8: Final = 0x600
_FONT, _FORMAT, _XF, _PALETTE, _BOUND_SHEET = 0x31, 0x41E, 0xE0, 0x92, 0x85
_COLUMNS, _MERGED, _BLANKS, _NUMBERS = 0x7D, 0xE5, 0xBE, 0xBD
_CELLS: Final = frozenset({0x201, 0x203, 0xFD, 0x27E, 0x06, 0x205, 0x204, 0xD6})
"""Records of one cell, which begin with its row, its column and the number of its format."""
_ITALIC, _BOLD, _SOLID = 2, 700, 1
_FIRST_OF_PALETTE, _SYSTEM_COLOR = 8, 64
_MISSING_FONT: Final = 4
"""No font has this number."""
_WIDTH_UNIT, _MAX_COLUMNS = 256, 256


def xls_formats(path: Path) -> Mapping[str, SheetFormats]:
    """Return name of a sheet → its formats. Older versions have none."""
    stream = workbook_stream(path.read_bytes())
    _, _, version = struct.unpack_from("<3H", stream, 0)
    if version != _BIFF8:
        return {}
    book = _Book(stream)
    formats = [*book.formats()]
    return {name: _sheet_formats(stream, start, formats) for name, start in book.sheets.items()}


class _Book:
    """What the first part of a workbook says about all its sheets."""

    def __init__(self, stream: bytes) -> None:
        self.sheets: dict[str, int] = {}
        self._fonts: list[tuple[int, int, int]] = []
        self._codes: dict[int, str] = dict(styles.numbers.BUILTIN_FORMATS)
        self._palette: dict[int, str] = {
            at: f"FF{color[2:]}"
            for at, color in enumerate(styles.colors.COLOR_INDEX[:_SYSTEM_COLOR])
        }
        self._formats: list[tuple[int, int, int, int]] = []
        for kind, at, _ in records(stream, 0):
            if kind == _FONT:
                self._fonts.append(struct.unpack_from("<2xHHH", stream, at))
            elif kind == _FORMAT:
                number, length, flags = struct.unpack_from("<HHB", stream, at)
                self._codes[number] = _text(stream, at + 5, length, flags)
            elif kind == _XF:
                self._formats.append(struct.unpack_from("<HH10xIH", stream, at))
            elif kind == _PALETTE:
                (count,) = struct.unpack_from("<H", stream, at)
                for index in range(count):
                    red, green, blue = struct.unpack_from("<3B", stream, at + 2 + 4 * index)
                    color = f"FF{red:02X}{green:02X}{blue:02X}"
                    self._palette[_FIRST_OF_PALETTE + index] = color
            elif kind == _BOUND_SHEET:
                start, length, flags = struct.unpack_from("<I2xBB", stream, at)
                self.sheets[_text(stream, at + 8, length, flags)] = start

    def formats(self) -> Iterator[CellFormat]:
        """Yield each format in the order of its number."""
        for font, code, pattern, colors in self._formats:
            at = font - (font > _MISSING_FONT)
            flags, color, weight = self._fonts[at] if at < len(self._fonts) else (0, -1, 0)
            is_solid = pattern >> 26 == _SOLID
            written = self._codes.get(code, "General")
            yield CellFormat(
                self._palette.get(colors & 0x7F) if is_solid else None,
                text_color(self._palette.get(color)),
                weight >= _BOLD,
                bool(flags & _ITALIC),
                None if written.casefold() == "general" else written,
            )


def _text(stream: bytes, at: int, length: int, flags: int) -> str:
    """Return a text of two bytes a character, or of one."""
    if flags & 1:
        return stream[at : at + 2 * length].decode("utf-16-le")
    return stream[at : at + length].decode("latin-1")


def _sheet_formats(stream: bytes, start: int, formats: list[CellFormat]) -> SheetFormats:
    sheet = SheetFormats()
    for kind, at, length in records(stream, start):
        if kind == _COLUMNS:
            first, last, width = struct.unpack_from("<3H", stream, at)
            columns = range(first, min(last + 1, _MAX_COLUMNS))
            sheet.widths |= dict.fromkeys(columns, width / _WIDTH_UNIT)
        elif kind == _MERGED:
            (count,) = struct.unpack_from("<H", stream, at)
            for top, bottom, left, right in struct.iter_unpack(
                "<4H", stream[at + 2 : at + 2 + 8 * count]
            ):
                sheet.merged.append((top + 1, bottom + 1, left, right))
        else:
            for row, column, number in _cells(stream, kind, at, length):
                one = formats[number] if number < len(formats) else PLAIN
                sheet.add(FormattedRange(row + 1, row + 1, column, column, one))
    return sheet


def _cells(stream: bytes, kind: int, at: int, length: int) -> Iterator[tuple[int, int, int]]:
    """Yield row, column and number of the format of each cell of a record."""
    if kind in _CELLS:
        yield struct.unpack_from("<3H", stream, at)
    elif kind in {_BLANKS, _NUMBERS}:
        row, first = struct.unpack_from("<2H", stream, at)
        form = "<H" if kind == _BLANKS else "<H4x"
        size = struct.calcsize(form)
        count = (length - 6) // size
        numbers = struct.iter_unpack(form, stream[at + 4 : at + 4 + size * count])
        for offset, (number,) in enumerate(numbers):
            yield row, first + offset, number
