"""Columns for signatures, whose cells may have a number or dots that say where to sign."""

import re
from collections.abc import Collection, Sequence
from typing import Final

from ..cells.cell import Cell
from .header_candidates import HeaderCandidate

_HEADINGS: Final = frozenset({"tandatangan", "ttd", "paraf", "tandatanganparaf", "ttdparaf"})
_PLACE: Final = r"[\s0-9.,:;()_\u2026-]{1,200}"


def signature_columns(candidate: HeaderCandidate) -> frozenset[int]:
    """Return the columns for signatures, with those on their right that have no heading.

    A heading is often merged over two columns, in which people sign by turns.
    """
    found: set[int] = set()
    for at in sorted(candidate.found):
        if candidate.headings[at].heading.name in _HEADINGS:
            after = next((one for one in sorted(candidate.found) if one > at), at + 2)
            found |= set(range(at, after))
    return frozenset(found)


def without_places(cells: Sequence[Cell], columns: Collection[int]) -> Sequence[Cell]:
    """Return the cells of a row; in the columns for signatures, a place to sign is blank."""
    return [None if at in columns and _is_place(cell) else cell for at, cell in enumerate(cells)]


def _is_place(cell: Cell) -> bool:
    is_number = isinstance(cell, int | float) and not isinstance(cell, bool)
    return is_number or (isinstance(cell, str) and re.fullmatch(_PLACE, cell) is not None)
