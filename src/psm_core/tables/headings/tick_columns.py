"""Two columns *L* and *P* with a tick in one of them, which together give the sex."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from ..._core.field_paths import steps_of
from ..cells.cell import Cell, Unread, is_blank
from ..layouts.column_bindings import cell_at
from ..layouts.layout import Column, Layout
from ..layouts.layout_headings import HeadingMatch, LayoutHeadings
from .header_candidates import HeaderCandidate, PlacedHeading

BOTH_TICKED: Final = "cell.both_ticked"
_ANSWERS: Final = {
    **dict.fromkeys(("l", "lk", "laki", "lakilaki", "pria"), "L"),
    **dict.fromkeys(("p", "pr", "perempuan", "wanita"), "P"),
}
"""Heading of a column → what a tick in it means."""
_TICKS: Final = frozenset(
    (
        *("1", "1.0", "true", "ya", "x", "xx", "v", "vv", "y", "ok", "*"),
        *("\u2713", "\u2714", "\u221a", "\u2611", "\u2612", "\u2717", "\u2718", "\u00d7", "\u25cf"),
        *("\u00fc", "\u00fb"),  # ticks in the font Wingdings
    )
)
_NOT_TICKED: Final = frozenset(
    {"", "0", "0.0", "false", "tidak", "-", "--", "\u2013", "\u2014", "."}
)
_CODES: Final = frozenset({"2", "2.0"})
"""Numbers that are codes of terms, and no ticks."""
_TIMES_CLEAR: Final = 2
"""How many times as many rows have one tick as have anything else, so that they are ticks."""


class TickColumns(NamedTuple):
    """The columns *L* and *P*, which together fill one field."""

    column: Column
    """The column of the layout."""
    target: int
    """The number of the column that gets the answer: the first one."""
    answers: Mapping[int, str]
    """Number of a column → what a tick in it means."""

    def fill(self, cells: Sequence[Cell]) -> Sequence[Cell]:
        """Return the cells of a row, with the ticked answer in the first column.

        If both are ticked, the answer is an issue; so is a number that would be a code of a term.
        Any other text stays.
        """
        ticked = [at for at in self.answers if self._is_ticked(cells, at)]
        others = [
            at for at in self.answers if at not in ticked and _word(cells, at) not in _NOT_TICKED
        ]
        answer: Cell = None
        if others:
            answer = cells[others[0]]
            if _word(cells, others[0]) in _CODES:
                answer = Unread("term.unknown")
        elif len(ticked) == 1:
            answer = self.answers[ticked[0]]
        elif ticked:
            answer = Unread(BOTH_TICKED)
        return [answer if at == self.target else cell for at, cell in enumerate(cells)]

    def _is_ticked(self, cells: Sequence[Cell], at: int) -> bool:
        word = _word(cells, at)
        return word in _TICKS or _ANSWERS.get(word.replace("-", "")) == self.answers[at]

    def are_ticks(self, rows: Sequence[Sequence[Cell]]) -> bool:
        """Return whether the cells of some rows are ticks, and not counts of men and women."""
        filled = [row for row in rows if any(not is_blank(cell_at(row, at)) for at in self.answers)]
        clear = sum(cell_at(self.fill(row), self.target) in {"L", "P"} for row in filled)
        return clear > _TIMES_CLEAR * (len(filled) - clear)


def _word(cells: Sequence[Cell], at: int) -> str:
    cell = cell_at(cells, at)
    return "" if cell is None else str(cell).strip().casefold()


def tick_matches(
    places: Mapping[int, PlacedHeading], layouts: Sequence[LayoutHeadings]
) -> Sequence[Mapping[int, HeadingMatch]]:
    """Return the matches in each layout of *L* and *P* below the heading of the sex."""
    found: list[dict[int, HeadingMatch]] = [{} for _ in layouts]
    for pair in _pairs(places):
        upper = places[pair[0]].upper
        for known, matches in zip(layouts, found, strict=True):
            match = None if upper is None else known.match(None, upper)
            if match is not None and match.column is _sex_column(known.layout):
                matches |= {at: HeadingMatch(match.column, places[at].heading.name) for at in pair}
    return found


def tick_columns(candidate: HeaderCandidate) -> list[TickColumns]:
    """Return the columns *L* and *P* of a table.

    They are below the heading of the sex; or nothing is above them, and their cells are ticks.
    """
    found: list[TickColumns] = []
    column = _sex_column(candidate.layout)
    if column is None:
        return found
    rows = [cells for number, cells in candidate.sheet.first_rows() if number > candidate.row]
    for pair in _pairs({at: candidate.headings[at] for at in candidate.found}):
        answers = {at: _ANSWERS[candidate.headings[at].heading.name] for at in pair}
        ticks = TickColumns(column, pair[0], answers)
        matches = {candidate.found[at] for at in pair}
        is_below = all(match is not None and match.column is column for match in matches)
        is_plain = matches == {None} and candidate.headings[pair[0]].upper in {
            None,
            candidate.title,
        }
        if is_below or (is_plain and ticks.are_ticks(rows)):
            found.append(ticks)
    return found


def _pairs(places: Mapping[int, PlacedHeading]) -> Iterator[tuple[int, int]]:
    """Yield the numbers of adjacent columns *L* and *P*, in any order, below the same heading."""
    for at, place in places.items():
        other = places.get(at + 1)
        answer = _ANSWERS.get(place.heading.name)
        if answer is None or other is None or other.upper is not place.upper:
            continue
        if _ANSWERS.get(other.heading.name, answer) != answer:
            yield at, at + 1


def _sex_column(layout: Layout[Any]) -> Column | None:
    """Return the first column of a layout for the sex of a person."""
    paths = ((one, one.path) for one in layout.all_columns() if one.path is not None)
    return next((one for one, path in paths if steps_of(path)[-1] == "sex"), None)
