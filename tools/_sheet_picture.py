"""The picture of a sheet: its texts, its colours, and a corner where a cell has a comment.

One comment may be shown, as a spreadsheet program shows it below the mouse.
"""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import accumulate
from typing import Any

from _svg import lines_of
from openpyxl.utils import coordinate_to_tuple, get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

_HEIGHT, _FONT, _CHARACTER = 20, 12, 6.2
_FRAME = 28
"""The width of the column of row numbers."""
_NOTE, _NOTE_LINE = 300, 16
"""The width of a comment, and the height of its lines."""
_INK, _LINE, _SHADE, _COMMENT = "#1f2328", "#d0d7de", "#eaeef2", "#cf222e"
_PAPER = "#fff8c5"


def sheet_picture(
    sheet: Worksheet, *, last: str | None = None, comment_of: str | None = None
) -> bytes:
    """Return the picture of the cells up to a last one, with the comment of a cell."""
    last_row, last_column = coordinate_to_tuple(last) if last else (sheet.max_row, sheet.max_column)
    letters = [get_column_letter(number) for number in range(1, last_column + 1)]
    widths = [sheet.column_dimensions[letter].width * _CHARACTER for letter in letters]
    lefts = list(accumulate(widths, initial=float(_FRAME)))
    width, height = lefts[-1], _HEIGHT * (last_row + 1)
    lines = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height}"'
            f' font-family="sans-serif" font-size="{_FONT}" fill="{_INK}">'
        ),
        f'<rect width="{width:g}" height="{height}" fill="white"/>',
        f'<rect width="{width:g}" height="{_HEIGHT}" fill="{_SHADE}"/>',
        f'<rect width="{_FRAME}" height="{height}" fill="{_SHADE}"/>',
    ]
    for letter, left, one in zip(letters, lefts, widths, strict=False):
        lines.append(_text(left + one / 2, 0, letter, middle=True))
    for number in range(1, last_row + 1):
        lines.append(_text(_FRAME / 2, number * _HEIGHT, str(number), middle=True))
        row = sheet[number][:last_column]
        for at, cell in enumerate(row):
            lines += _cell(cell, lefts[at], widths[at], _end(row, at, lefts))
    if comment_of is not None:
        row, column = coordinate_to_tuple(comment_of)
        lines += _comment(sheet[comment_of].comment.text, lefts[column], row * _HEIGHT)
    return ("\n".join((*lines, "</svg>")) + "\n").encode()


def _end(row: Sequence[Any], at: int, lefts: Sequence[float]) -> float:
    """Return where the text of a cell ends: before the next cell with a value."""
    filled = (n for n in range(at + 1, len(row)) if row[n].value is not None)
    return lefts[next(filled, len(row))]


def _cell(cell: Any, left: float, width: float, end: float) -> Iterator[str]:  # noqa: ANN401 - of openpyxl
    top = cell.row * _HEIGHT
    fill = f"#{cell.fill.fgColor.rgb[2:]}" if cell.fill.fill_type else "none"
    yield (
        f'<rect x="{left:g}" y="{top}" width="{width:g}" height="{_HEIGHT}" fill="{fill}"'
        f' stroke="{_LINE}"/>'
    )
    if getattr(cell, "comment", None) is not None:
        right = left + width
        yield f'<path d="M{right - 7:g} {top}h7v7z" fill="{_COMMENT}"/>'
    if cell.value is not None:
        longest = int((end - left) / _CHARACTER)
        text = str(cell.value)
        shown = text if len(text) <= longest else f"{text[: longest - 1]}…"
        yield _text(left + 3, top, shown)


def _comment(words: str, left: float, top: float) -> Iterator[str]:
    """Draw a comment right of its cell."""
    lines = [one for line in words.splitlines() for one in lines_of(line, _NOTE - 16)]
    x, height = left + 14, _NOTE_LINE * len(lines) + 10
    yield f'<path d="M{left:g} {top}L{x:g} {top + 8}" stroke="{_INK}"/>'
    yield (
        f'<rect x="{x:g}" y="{top}" width="{_NOTE}" height="{height}" fill="{_PAPER}"'
        f' stroke="{_INK}"/>'
    )
    for number, line in enumerate(lines):
        yield _text(x + 8, top + 3 + _NOTE_LINE * number, line)


def _text(x: float, top: float, words: str, *, middle: bool = False) -> str:
    anchor = ' text-anchor="middle"' if middle else ""
    return f'<text x="{x:g}" y="{top + _HEIGHT - 6:g}"{anchor}>{escape(words)}</text>'
