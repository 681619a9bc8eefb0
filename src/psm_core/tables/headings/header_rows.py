"""Each way to read one row, or two adjacent rows, of a sheet as the headings of a layout."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import zip_longest
from typing import Final, NamedTuple

from ..files.sheets import Row
from ..layouts.common_columns import PERSON
from ..layouts.general_facts import OTHER_FACTS
from ..layouts.heading_names import Heading, alike, heading_of
from ..layouts.layout import Column
from ..layouts.layout_headings import HeadingMatch, LayoutHeadings
from .fact_lines import FactLine, fact_lines
from .first_rows import OpenSheet
from .form_headings import with_groups
from .header_candidates import HeaderCandidate, PlacedHeading
from .rank_headings import with_ranks
from .tick_columns import tick_matches

_SPANNED: Final = 2
"""Above how many known headings an upper one is that spans them."""
_PART: Final = r"[^\W\d_]|^(?:19|20)[0-9]{2}$"
"""What a heading below another one has: a letter, or it is a year."""
_PLACE: Final = alike("Tempat")
_BIRTH_DATES: Final = frozenset(map(alike, PERSON["birth_date"]))
_Names = Sequence[Heading | None]
"""The headings of a row; None for a blank cell."""
_Places = Mapping[int, PlacedHeading]
"""Number of a column → its heading."""
_Matches = Mapping[int, HeadingMatch]
"""Number of a column → its heading in a layout, if the layout knows it."""


class _HeaderRow(NamedTuple):
    """A row, and what the layouts know of its headings and of those of two rows."""

    number: int
    names: _Names
    one: _Places
    two: _Places
    """The headings of this row and the next one; empty if there is no next one."""
    of_one: Sequence[_Matches]
    """What each layout knows of one row."""
    of_two: Sequence[_Matches]
    spans: Sequence[bool]
    """Whether a heading of this row is above several headings that a layout knows."""


def candidates_of(
    sheet: OpenSheet, rows: Sequence[Row], layouts: Sequence[LayoutHeadings]
) -> Iterator[HeaderCandidate]:
    """Yield each way to read one row, or two adjacent rows, as headings of a layout.

    One row comes first, so that two rows with the same score lose.
    """
    lines_of = {columns: fact_lines(columns, rows) for columns in set(map(_facts_of, layouts))}
    facts = [lines_of[_facts_of(known)] for known in layouts]
    read = _header_rows(rows, layouts)
    for above, row, below in zip([None, *read], read, [*read[1:], None], strict=False):
        for index, (known, lines) in enumerate(zip(layouts, facts, strict=True)):
            continues = above is not None and _continues(above, above.of_one[index], row.names)
            if not continues and not row.spans[index]:
                own = row.of_one[index]
                yield _candidate(known, sheet, row.number, row.number, row.one, own, lines)
            if row.two and not (below is not None and below.spans[index]):
                own = row.of_two[index]
                yield _candidate(known, sheet, row.number, row.number + 1, row.two, own, lines)


def _header_rows(rows: Sequence[Row], layouts: Sequence[LayoutHeadings]) -> list[_HeaderRow]:
    """Return the rows with what the layouts know of their headings."""
    spelled = frozenset[str]().union(*(known.spellings.texts for known in layouts))
    numbers = [number for number, _ in rows]
    named = [_with_birth_place(with_groups([*map(heading_of, cells)])) for _, cells in rows]
    ones = [_of_one(*row) for row in zip(numbers, named, strict=True)]
    of_ones = [_matches(one, layouts, spelled) for one in ones]
    nothing: list[_Matches] = [dict[int, HeadingMatch]() for _ in layouts]
    read: list[_HeaderRow] = []
    for at, (number, names) in enumerate(zip(numbers, named, strict=True)):
        two: _Places = {}
        of_two, spans = nothing, [False] * len(layouts)
        if number + 1 in numbers[at + 1 : at + 2]:
            two = _of_two(number, names, named[at + 1])
            ticks = tick_matches(two, layouts)
            of_two = [
                {**own, **ticked}
                for own, ticked in zip(_matches(two, layouts, spelled), ticks, strict=True)
            ]
            spans = [
                _spans(two, {**of_lower, **ticked})
                or (not known.layout.is_export and _is_over_parts(names, named[at + 1], own))
                for known, of_lower, ticked, own in zip(
                    layouts, of_ones[at + 1], ticks, of_ones[at], strict=True
                )
            ]
        read.append(_HeaderRow(number, names, ones[at], two, of_ones[at], of_two, spans))
    return read


def _with_birth_place(row: _Names) -> _Names:
    """Return the headings of a row; *Tempat* beside *Tanggal Lahir* is the place of birth."""
    named = list(row)
    for at, (one, *others) in enumerate(zip(row, [None, *row], [*row[1:], None], strict=False)):
        is_beside = any(other is not None and other.name in _BIRTH_DATES for other in others)
        if is_beside and one is not None and one.name == _PLACE:
            place = heading_of("Tempat Lahir")
            named[at] = place and place._replace(text=one.text)
    return named


def _matches(
    places: _Places, layouts: Sequence[LayoutHeadings], spelled: AbstractSet[str]
) -> Sequence[_Matches]:
    """Return what each layout knows of some headings; `spelled` are all spellings that one knows.

    Most cells of a sheet are no headings: a look at all spellings is cheaper than one match each.
    """
    likely = [(at, place) for at, place in places.items() if _may_be_known(place, spelled)]
    return [
        {
            at: match
            for at, place in likely
            if (match := known.match(place.upper, place.heading)) is not None
        }
        for known in layouts
    ]


def _may_be_known(place: PlacedHeading, spelled: AbstractSet[str]) -> bool:
    """Return whether `LayoutHeadings.match` may find a heading by some spellings."""
    upper, heading = place.upper, place.heading
    if upper is None and not heading.inner:
        return not spelled.isdisjoint(heading.spellings)
    pairs = [(upper, heading), *((one.group, one.heading) for one in heading.inner)]
    return any(
        spelling in spelled or (above is not None and above.name + spelling in spelled)
        for above, below in pairs
        for spelling in below.spellings
    )


def _facts_of(known: LayoutHeadings) -> tuple[Column, ...]:
    """Return the facts that a layout knows, and those of other lists."""
    return () if known.layout.is_export else (*known.layout.facts_above, OTHER_FACTS)


def _continues(above: _HeaderRow, known: _Matches, names: _Names) -> bool:
    """Return whether the row above has known headings in columns where this row has none."""
    if not above.two:
        return False
    lower = ((at, names[at] if at < len(names) else None) for at in known)
    return any(one is None or one.name == above.one[at].heading.name for at, one in lower)


def _spans(two: _Places, known: _Matches) -> bool:
    """Return whether the upper of two rows has a heading over several known headings."""
    uppers = (two[at].upper for at in known)
    times = Counter(upper.name for upper in uppers if upper is not None)
    return any(count >= _SPANNED for count in times.values())


def _is_over_parts(upper: _Names, lower: _Names, known: _Matches) -> bool:
    """Return whether a row of headings is above a row with nothing but parts of one of them.

    An example is *Jumlah Anggota* above *L* and *P*. A row of the table has cells below several
    headings that are `known`, and numbers.
    """
    filled = [at for at, one in enumerate(lower) if one is not None]
    if len(known) < _SPANNED or not filled or any(at in filled[1:] for at in known):
        return False
    above = [at for at in filled if at < len(upper) and upper[at] is not None]
    is_wider = _SPANNED * len(above) <= len(filled) and above and filled[0] == above[0]
    is_joined = all(at - 1 in filled for at in filled if at not in above)
    texts = (one.text for one in lower if one is not None)
    return bool(is_wider) and is_joined and all(re.search(_PART, text) for text in texts)


def _candidate(  # noqa: PLR0913 - of one caller
    known: LayoutHeadings,
    sheet: OpenSheet,
    first_row: int,
    row: int,
    places: _Places,
    matches: _Matches,
    lines: Sequence[FactLine],
) -> HeaderCandidate:
    labels = {(line.row, line.label_at) for line in lines if line.column is not None}
    matches = with_ranks(known, matches, places, sheet, row)
    found: dict[int, HeadingMatch | None] = dict.fromkeys(places)
    found |= {
        at: match
        for at, match in matches.items()
        if (places[at].row, at) not in labels or ":" not in places[at].heading.text
    }
    # Two words right above the headings may be headings over several columns.
    facts = [
        line
        for line in lines
        if line.row < row
        and (line.has_colon or line.column is not OTHER_FACTS or line.row < first_row - 1)
    ]
    return HeaderCandidate(known, sheet, first_row, row, found, places, facts=facts)


def _of_one(row: int, names: _Names) -> _Places:
    """Return the heading of each column of a row."""
    return {at: PlacedHeading(None, name, row) for at, name in enumerate(names) if name is not None}


def _of_two(row: int, upper: _Names, lower: _Names) -> _Places:
    """Return the upper and the lower heading of each column; an upper one may span several."""
    found: dict[int, PlacedHeading] = {}
    spanning: Heading | None = None
    for index, (above, below) in enumerate(zip_longest(upper, lower)):
        spanning = None if above is None and below is None else spanning
        spanning = spanning if above is None else above
        if below is not None:
            found[index] = PlacedHeading(spanning, below, row + 1)
        elif above is not None:
            found[index] = PlacedHeading(None, above, row)
    return found
