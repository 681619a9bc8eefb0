"""Rows that are no records: group rows, and the row that numbers the columns."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from .cells import Cell, is_blank, without_apostrophe

_NUMBERING = re.compile(r"[(\[]?-?([0-9]{1,3})[)\]]?", re.ASCII)
_FEWEST_NUMBERS = 3


def visible_cells(cells: Sequence[Cell]) -> list[Cell]:
    """Return the cells of a row that are not blank."""
    return [without_apostrophe(cell) for cell in cells if not is_blank(cell)]


def group_value(line: Sequence[Cell], words: Iterable[str]) -> tuple[str, Cell] | None:
    """Return the word that begins a group row and the value after it, or None for other rows."""
    begin = line[0]
    for word in words if isinstance(begin, str) else ():
        spelt = r"\W*".join(map(re.escape, re.findall(r"\w+", word)))
        found = re.match(rf"{spelt}(?!\w)\W*(.*)", str(begin), re.IGNORECASE)
        if found is not None:
            behind = [cell for cell in line[1:] if cell != ":"]
            return word, found[1] or next(iter(behind), None)
    return None


def is_numbering(line: Sequence[Cell]) -> bool:
    """Return whether a row numbers the columns, as in 1 2 3, (1) (2) (3) or -1 -2 -3."""
    numbers = [_NUMBERING.fullmatch(str(cell)) for cell in line]
    if len(line) < _FEWEST_NUMBERS or None in numbers:
        return False
    found = [int(number[1]) for number in numbers if number]
    return all(after > before for before, after in pairwise(found))
