"""The picture of a monthly report, from the lines of its table."""

from collections.abc import Iterable, Iterator, Sequence

from _svg import SMALL, TEXT, WIDTH, lines_of, picture, text

Line = Sequence[str | int | None]
_ROW, _GAP, _MARGIN = 20, 16, 8
_COLUMN = 30
"""The width of a column of numbers."""
_LETTER = SMALL * 0.56
"""The width of a small letter."""
_BOLD = 0.85
"""How much of a line bold text fills."""


def report_picture(lines: Iterable[Line]) -> bytes:
    """Return the bytes of the picture."""
    elements: list[str] = []
    y = float(_MARGIN)
    for number, part in enumerate(_parts(lines)):
        draw = _heading if number == 0 else _part
        y = draw(part, elements, y) + _GAP
    return picture("Laporan bulanan", y, elements)


def _parts(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Yield the groups of lines between empty lines."""
    part: list[Line] = []
    for line in lines:
        if line:
            part.append(line)
        else:
            yield part
            part = []
    yield part


def _heading(part: list[Line], elements: list[str], y: float) -> float:
    for number, (name, *values) in enumerate(part):
        shown = str(name) if not values else f"{name}: {values[0] or ''}"
        kind = "" if number else "strong"
        for line in lines_of(shown, WIDTH - 2 * _MARGIN):
            y += _ROW
            elements.append(text(_MARGIN, y, line, size=SMALL if number else TEXT, kind=kind))
    return y


def _part(part: list[Line], elements: list[str], y: float) -> float:
    (title, *headings), *rows = part
    is_table = all(isinstance(cell, int | None) for row in rows for cell in row[1:])
    columns = [str(one) for one in headings] if is_table else []
    left = WIDTH - _MARGIN - _COLUMN * len(columns)
    height = max((len(one) * _LETTER for one in columns[1:] or ()), default=0)
    titles = lines_of(str(title), (left - _MARGIN) * _BOLD)
    y += max(height, _ROW * len(titles))
    for number, line in enumerate(titles):
        at = y - _ROW * (len(titles) - 1 - number)
        elements.append(text(_MARGIN, at, line, kind="strong", size=SMALL))
    for number, one in enumerate(columns):
        x = left + _COLUMN * (number + 0.5)
        if len(columns) == 1:
            elements.append(text(WIDTH - _MARGIN, y, one, size=SMALL, kind="soft", end="end"))
        else:
            elements.append(
                f'<g transform="translate({x + SMALL / 3:g} {y:g}) rotate(-90)">'
                f"{text(0, 0, one, size=SMALL, kind='soft')}</g>"
            )
    y += _ROW / 3
    elements.append(_rule(y))
    for row in rows:
        y = (
            _table_row(row, left, elements, y)
            if is_table and headings
            else _entry(row, elements, y)
        )
    elements.append(_rule(y + _ROW / 3))
    return y + _ROW / 3


def _rule(y: float) -> str:
    return f'<path class="line" d="M{_MARGIN} {y:g}H{WIDTH - _MARGIN}"/>'


def _table_row(row: Line, left: float, elements: list[str], y: float) -> float:
    kind = "strong" if row[0] == "Jumlah" else ""
    for line in lines_of(str(row[0]), left - _MARGIN):
        y += _ROW
        elements.append(text(_MARGIN, y, line, size=SMALL, kind=kind))
    for number, cell in enumerate(row[1:]):
        x = left + _COLUMN * (number + 1) - _MARGIN / 2
        if cell is None:
            elements.append(f'<path class="line" d="M{x - 18:g} {y:g}h18" stroke-dasharray="2 2"/>')
        else:
            elements.append(text(x, y, str(cell), size=SMALL, kind=kind, end="end"))
    return y


def _entry(row: Line, elements: list[str], y: float) -> float:
    """Draw an entry of a list: its title, and its details on the next line."""
    title, *details = row
    shown = [str(one) for one in details if one is not None]
    texts = [(str(title), "")] if title is not None else []
    texts += [(", ".join(shown), "soft")] if shown else []
    for words, kind in texts:
        for line in lines_of(words, WIDTH - 2 * _MARGIN):
            y += _ROW
            elements.append(text(_MARGIN, y, line, size=SMALL, kind=kind))
    if texts:
        return y
    y += _ROW
    elements.append(
        f'<path class="line" d="M{_MARGIN} {y:g}H{WIDTH - _MARGIN}" stroke-dasharray="2 2"/>'
    )
    return y
