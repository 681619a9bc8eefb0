"""Headings of deciles that only the cells or a quarter make clear: *Peringkat*, *Desil TW II 2025*.

*Peringkat* is the decile, or the place of a family among all families of the country.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from ...records.families import Family
from ..cells.cell import Cell
from ..layouts.column_bindings import bind_column, cell_at, value_of
from ..layouts.family_layouts import DECILE
from ..layouts.heading_names import alike
from ..layouts.layout import Column, Layout
from ..layouts.layout_headings import HeadingMatch, LayoutHeadings
from .first_rows import OpenSheet
from .header_candidates import PlacedHeading

_WORD: Final = r"(?:tw|trw|tri ?wulan|kuartal|q)[ .:-]*(?:ke[ .-]*)?(?:[1-4]|i{1,3}|iv)\b"
_YEAR: Final = r"(?:(?:tahun|thn|th)\b[ .]*)?(?:19|20)[0-9]{2}\b"
_BETWEEN: Final = r"[ ,/.()-]*"
QUARTER: Final = rf"(?ai)\b{_WORD}{_BETWEEN}{_YEAR}|\b{_YEAR}{_BETWEEN}{_WORD}(?!{_BETWEEN}{_YEAR})"
"""A quarter with its year, before or behind it."""
_RANKING: Final = alike("Peringkat")


def with_ranks(
    known: LayoutHeadings,
    matches: Mapping[int, HeadingMatch],
    places: Mapping[int, PlacedHeading],
    sheet: OpenSheet,
    row: int,
) -> Mapping[int, HeadingMatch]:
    """Return the headings that a layout knows, with those of deciles by their cells and quarters.

    `row` is the last row of the headings.
    """
    if not matches or known.layout.record_class is not Family:
        return matches
    column = next((one for one in known.layout.all_columns() if one.path == DECILE.path), None)
    if column is None:
        return matches
    found = dict(matches)
    deciles = [at for at, match in matches.items() if match.column is column]
    rankings = [at for at in deciles if places[at].heading.name == _RANKING]
    for at in rankings:
        if len(deciles) > 1 or not _are_deciles(known.layout, column, at, sheet, row):
            del found[at]
    if not any(match.column is column for match in found.values()):
        spellings = known.spellings.of_columns[column]
        dated = [at for at in places if _without_quarter(places[at]) in spellings]
        if len(dated) == 1:
            found[dated[0]] = HeadingMatch(column, _without_quarter(places[dated[0]]))
    return found


def _are_deciles(layout: Layout[Any], column: Column, at: int, sheet: OpenSheet, row: int) -> bool:
    """Return whether cells are deciles, some of them equal. Places in a list differ."""
    bound = bind_column(layout, at, column)
    values = [value_of(bound, cell) for cell in _cells(sheet, at, row)]
    given = [one for one in values if one is not None]
    return len(set(given)) < len(given) and all(
        isinstance(one, int) and not bound.field_type.issues(one) for one in given
    )


def _cells(sheet: OpenSheet, at: int, row: int) -> Iterator[Cell]:
    for number, cells in sheet.first_rows():
        if number > row:
            yield cell_at(cells, at)


def _without_quarter(place: PlacedHeading) -> str:
    """Return the spelling of a heading without a quarter; empty if it has none."""
    text = place.heading.text
    plain = re.sub(QUARTER, " ", text)
    return "" if plain == text else alike(plain)
