"""Tables side by side: the headings of the first columns are repeated in further columns.

An attendance list often has two people in a row. The columns of each person are a block. The cells
of every block are moved to the columns of the first one, so that all rows are read in one way, and
issues get the row and the column of their cell back.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

import attrs

from ...errors import Issue
from ..cells.cell import Cell, is_blank
from ..files.sheets import column_index, column_letters
from ..layouts.heading_names import LONGEST
from ..layouts.layout import Column, folded
from ..layouts.layout_headings import is_read
from .header_candidates import HeaderCandidate
from .row_numbers import MAX_BLOCKS, block_and_row

_FEWEST: Final = 2
_Key = tuple[Column | None, str]
"""The column of the layout of a heading, or None, and the spelling of the heading."""


class Block(NamedTuple):
    """The columns of one of several tables side by side, or of the only table of a sheet."""

    number: int = 0
    """Its index from 0."""
    places: Sequence[int | None] | None = None
    """Index as in the first block → index in the sheet, None if the block lacks the column.

    None instead of the whole list for the only table of a sheet."""
    rest: int | None = None
    """The index in the sheet from which the cells follow unchanged, of the last block."""

    def cells(self, cells: Sequence[Cell]) -> Sequence[Cell]:
        """Return the cells of a row that are in this block, in the order of the first block."""
        if self.places is None:
            return cells
        count = len(cells)
        own = [None if at is None or at >= count else cells[at] for at in self.places]
        return own if self.rest is None else [*own, *cells[self.rest :]]

    def columns(self, named: Iterable[int]) -> Iterable[int]:
        """Return the indexes in the sheet of some columns of the first block."""
        if self.places is None:
            return named
        return [place for at in named if (place := self.places[at]) is not None]

    def column(self, at: int) -> int:
        """Return the index in the sheet of a column that every block has."""
        place = None if self.places is None else self.places[at]
        return at if place is None else place

    def issue(self, issue: Issue) -> Issue:
        """Return an issue with its cell in the sheet."""
        if self.places is None:
            return issue
        row = None if issue.row is None else block_and_row(issue.row)[1]
        column = issue.column and self._letters(issue.column)
        params = dict(issue.params)
        if (first := params.get("first")) is not None:  # a row, or a column by its letters
            params["first"] = (
                block_and_row(first)[1] if isinstance(first, int) else self._letters(first)
            )
        return attrs.evolve(issue, row=row, column=column, params=params)

    def _letters(self, column: str) -> str:
        """Return the letters in the sheet of a column of the first block."""
        at, places = column_index(column), self.places or ()
        if at >= len(places):
            return column_letters(at - len(places) + (self.rest or 0))
        place = places[at]
        return column if place is None else column_letters(place)


class Blocks(NamedTuple):
    """The headings of the first block, those that only further blocks have, and all blocks."""

    first: HeaderCandidate
    others: HeaderCandidate
    blocks: Sequence[Block]


def blocks_of(candidate: HeaderCandidate) -> Blocks:
    """Return the blocks of a sheet: one, unless several headings are repeated in further columns.

    Each block has every heading of the first block that is read, in the same order, and no other
    one that is read. Otherwise the further columns are another table, or further facts of the same
    row. So they are if the words above them differ, such as "Penerima" and "Ahli waris".
    """
    only = Blocks(candidate, candidate._replace(found={}), (Block(),))
    keys = {
        at: (match and match.column, candidate.headings[at].heading.name)
        for at, match in sorted(candidate.found.items())
    }
    start = next(iter(keys), 0)
    starts = [at for at, key in keys.items() if key == keys[start]]
    if not _FEWEST <= len(starts) <= MAX_BLOCKS:
        return only
    spans = [range(*span) for span in pairwise([*starts, max(keys) + 1])]
    own = [{at: keys[at] for at in span if at in keys} for span in spans]
    read = {at for at, match in candidate.found.items() if match is not None and is_read(match)}
    places = [_places(own[0], one, read) for one in own[1:]]
    if not all(places) or _have_other_titles(candidate, spans):
        return only
    known = {place for one in places for place in one.values()}
    others = [at for one in own[1:] for at in one if at not in known]
    blocks = [Block(0, spans[0])]
    for number, (span, of_block) in enumerate(zip(spans[1:], places, strict=True), start=1):
        without_heading = [at for at in span if at not in keys]
        moved = [of_block.get(at) for at in range(max(own[0]) + 1)]
        rest = span.stop if number == len(places) else None
        blocks.append(Block(number, [*moved, *without_heading], rest))
    return Blocks(_only(candidate, own[0]), _only(candidate, others), blocks)


def _places(first: Mapping[int, _Key], block: Mapping[int, _Key], read: set[int]) -> dict[int, int]:
    """Return index in the first block → index in a block; empty if it is another table."""
    places: dict[int, int] = {}
    left = list(first)
    for at, key in block.items():
        same = next((place for place in left if first[place] == key), None)
        if same is not None:
            places[same] = at
            left = left[left.index(same) + 1 :]
        elif at in read:
            return {}
    is_whole = read & first.keys() <= places.keys()
    return places if is_whole and len(places) >= _FEWEST else {}


def _have_other_titles(candidate: HeaderCandidate, spans: Sequence[range]) -> bool:
    """Return whether further columns have words above their headings that the first ones lack.

    A line such as ``Tempat : Aula`` is no title.
    """
    for number, cells in candidate.sheet.first_rows():
        if candidate.first_row - 1 <= number < candidate.row:
            first, *others = ({*_words(cells[span.start : span.stop])} for span in spans)
            if any(other - first for other in others):
                return True
    return False


def _words(cells: Sequence[Cell]) -> Iterator[str]:
    texts = (str(cell)[:LONGEST] for cell in cells if not is_blank(cell))
    return (folded(text) for text in texts if ":" not in text)


def _only(candidate: HeaderCandidate, columns: Iterable[int]) -> HeaderCandidate:
    """Return a candidate with some of its columns."""
    return candidate._replace(found={at: candidate.found[at] for at in columns})
