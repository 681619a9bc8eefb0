"""Lines above a table that state a fact of the whole list, such as ``Tempat : Aula``.

The word, the colon and the value may be in one cell or in several. A cell may have several lines,
and a row several facts side by side.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import lru_cache
from typing import Final, NamedTuple

from ...errors import ParseError
from ..cells.cell import Cell, is_blank
from ..files.sheets import Row
from ..layouts.general_facts import OTHER_FACTS
from ..layouts.heading_names import LONGEST, alike
from ..layouts.layout import Column

_LINE: Final = r"([^:]{1,60}?)\s*:\s*(.*)"
_NUMBER: Final = r"\W*(?:[0-9]{1,2}|[A-Za-z])[.)]\s+"
"""The number of a line: ``1.`` or ``a)``."""
_NOT_FILLED_IN: Final = r"[\W_]*"
_MAX_WORDS: Final = 6
_PAIR: Final = 2


class FactLine(NamedTuple):
    """A fact above a table."""

    label: str
    """The words before the colon."""
    column: Column | None
    """What the fact fills; None if the layout does not know it."""
    value: Cell
    row: int
    at: int
    """The index of the column of the cell with the value."""
    label_at: int
    """The index of the column of the cell with the words."""
    has_colon: bool
    """Whether a colon is behind the words; else they are one of two cells in their row."""


class _Label(NamedTuple):
    text: str
    at: int
    has_colon: bool


def fact_lines(columns: Sequence[Column], rows: Iterable[Row]) -> list[FactLine]:
    """Return the facts in some rows. `columns` are those that a layout knows.

    Lines without a colon are titles, unless a known word and its value fill two cells.
    """
    known = _by_word(tuple(columns))
    found: list[FactLine] = []
    for number, cells in rows if columns else ():
        filled = [(at, cell) for at, cell in enumerate(cells) if not is_blank(cell)]
        if len(filled) > _PAIR and not any(
            isinstance(one, str) and ":" in one for _, one in filled
        ):
            continue
        if found and _continues(found[-1], number, filled):
            found[-1] = found[-1]._replace(value=f"{found[-1].value} {filled[0][1]}")
        else:
            found += _facts(known, number, filled)
    return [part for line in found for part in _parts(line)]


def _parts(line: FactLine) -> Iterator[FactLine]:
    """Yield a line for each part of a value such as ``01/02``, or the line itself.

    A value that cannot be split fills nothing.
    """
    column = line.column
    if column is None or not column.parts:
        yield line
        return
    cells: Sequence[Cell] = ()
    if column.split is not None and isinstance(line.value, str) and len(line.value) <= LONGEST:
        with suppress(ParseError):
            cells = column.split(line.value)
    parts = [(part, cell) for part, cell in zip(column.parts, cells, strict=False) if cell]
    for part, cell in parts:
        yield line._replace(column=part, value=cell)
    if not parts:
        yield line._replace(column=OTHER_FACTS)


@lru_cache(maxsize=64)
def _by_word(columns: tuple[Column, ...]) -> Mapping[str, Column]:
    """Return word in the one spelling → the column that has it; the first one of several."""
    words = ((alike(word), column) for column in reversed(columns) for word in column.headings)
    return dict(words)


def _continues(last: FactLine, row: int, filled: Sequence[tuple[int, Cell]]) -> bool:
    """Return whether a row only continues a long text above it, in the column of its values."""
    if len(filled) > 1 or row != last.row + 1 or last.at == last.label_at:
        return False
    at, cell = filled[0]
    return at == last.at and isinstance(cell, str) and ":" not in cell


def _facts(
    known: Mapping[str, Column], row: int, filled: Sequence[tuple[int, Cell]]
) -> Iterator[FactLine]:
    """Yield the facts of a row."""
    label: _Label | None = None
    for at, cell in filled:
        for line in cell.splitlines() if isinstance(cell, str) else [cell]:
            value: Cell
            parts = re.fullmatch(_LINE, line.strip()) if isinstance(line, str) else None
            if parts is not None and _is_label(parts[1]):
                label, value = _Label(parts[1], at, has_colon=True), _filled(parts[2])
            elif isinstance(line, str) and line.lstrip().startswith(":") and label is not None:
                label, value = label._replace(has_colon=True), _filled(line.lstrip(" :"))
            elif label is not None and (label.has_colon or _is_pair(known, filled)):
                value = line
            else:
                label, value = _Label(str(line), at, has_colon=False), None
            if value is not None:
                yield _fact(known, label, value, row, at)
                label = None


def _fact(known: Mapping[str, Column], label: _Label, value: Cell, row: int, at: int) -> FactLine:
    text = re.sub(_NUMBER, "", label.text[:LONGEST], count=1).strip()
    return FactLine(text, known.get(alike(text)), value, row, at, label.at, label.has_colon)


def _filled(text: str) -> str | None:
    """Return a value, None if it is blank or a line of dots to be filled in."""
    return None if re.fullmatch(_NOT_FILLED_IN, text) else text


def _is_label(text: str) -> bool:
    return any(map(str.isalpha, text)) and len(text.split()) <= _MAX_WORDS


def _is_pair(known: Mapping[str, Column], filled: Sequence[tuple[int, Cell]]) -> bool:
    """Return whether the only cells of a row are a known word and its value, no other word."""
    return [alike(cell) in known for _, cell in filled] == [True, False]
