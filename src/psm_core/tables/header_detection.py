"""Which sheet of a file has a table, and the headings and the layout of the table."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from .cells import is_blank
from .files.sheets import Row, table_error
from .first_rows import OpenSheet
from .header_candidates import HeaderCandidate, candidates_of, words_in
from .header_columns import Headings, headings_of
from .heading_names import LONGEST
from .layout import Layout
from .layout_headings import LayoutHeadings

MAX_HEADER_CELLS: Final = 100_000
"""How many cells in the first rows of all sheets are compared with known headings."""


def detect(
    sheets: Iterable[OpenSheet], layouts: Sequence[Layout[Any]], record_class: type[Any]
) -> Headings:
    """Return the headings of the table in some sheets, by the headings that the layouts know.

    Raises:
        TableError: ``table.no_header``, ``table.column_duplicate``, ``table.side_by_side``,
            ``table.column_missing``, ``table.empty``, ``table.too_many_cells``.

    """
    return _best(_candidates(sheets, layouts, record_class))


def detect_any_class(
    sheets: Iterable[OpenSheet], layouts: Sequence[Layout[Any]], name: str = ""
) -> Headings:
    """Return the same, with layouts of several record classes. The class is never guessed.

    A list of people is a list of workers or beneficiaries only if something shows it: a column
    that people do not have, or a word in a heading, a title, or the name of the sheet or file.

    Raises:
        TableError: as in `detect`; ``table.ambiguous`` if the headings fit two record
            classes equally well.

    """
    return _best(supported_candidates(sheets, layouts, name))


def supported_candidates(
    sheets: Iterable[OpenSheet], layouts: Sequence[Layout[Any]], name: str = ""
) -> list[list[HeaderCandidate]]:
    """Return the rows that may be headings, for each sheet that has any.

    Raises:
        TableError: as in `detect_any_class`.

    """
    candidates = _candidates(sheets, layouts, None, name)
    if len({layout.record_class for layout in layouts}) > 1:
        plain = {
            key
            for known in map(LayoutHeadings.of, layouts)
            if not known.layout.words
            for key in known.spellings.names
        }
        supported = [[one for one in found if one.is_supported(plain)] for found in candidates]
        candidates = [found for found in supported if found] or candidates
    every = [one for found in candidates for one in found]
    top = max(map(HeaderCandidate.score, every))
    tops = (one.layout for one in every if one.score() == top)
    best = dict.fromkeys((one.name, one.record_class.__name__) for one in tops)
    if len({class_name for _, class_name in best}) > 1:
        known = ", ".join(f"{name} ({class_name})" for name, class_name in best)
        raise table_error("table.ambiguous", known=known)
    return candidates


def _candidates(
    sheets: Iterable[OpenSheet],
    layouts: Sequence[Layout[Any]],
    record_class: type[Any] | None,
    name: str = "",
) -> list[list[HeaderCandidate]]:
    """Return the rows that may be headings, for each sheet that has any."""
    known = [LayoutHeadings.of(layout) for layout in layouts]
    candidates: list[list[HeaderCandidate]] = []
    is_empty = True
    count = 0
    for sheet in sheets:
        first = sheet.filled_first_rows()
        count += sum(not is_blank(cell) for _, cells in first for cell in cells)
        if count > MAX_HEADER_CELLS:
            raise table_error("table.too_many_cells", maximum=MAX_HEADER_CELLS)
        is_empty = is_empty and not first
        found = filter(HeaderCandidate.is_likely, candidates_of(sheet, first, known))
        candidates.append(_with_words(list(found), first, name))
    if is_empty:
        raise table_error("table.empty")
    if not any(candidates):
        params = {"known": ", ".join(layout.name for layout in layouts)} if layouts else {}
        if record_class is not None and not layouts:
            params = {"kind": record_class.__name__}
        raise table_error("table.no_header", **params)
    return list(filter(None, candidates))


def _with_words(
    candidates: list[HeaderCandidate], rows: Sequence[Row], name: str
) -> list[HeaderCandidate]:
    """Return the candidates, each with whether a title or a name has a word of its layout."""
    words = {word for one in candidates for word in one.known.layout.words}
    if not words:
        return candidates
    with_words: list[HeaderCandidate] = []
    for one in candidates:
        titles = [
            str(cell)[:LONGEST]
            for number, cells in rows
            if number < one.first_row
            for cell in cells
            if not is_blank(cell) and ":" not in str(cell)[:LONGEST]
        ]
        found = words_in(words, one.sheet.name or "", *titles) or words_in(words, name)
        own = set(one.known.layout.words)
        with_words.append(one._replace(has_words=bool(found & own) and not found - own))
    return with_words


def _best(candidates: Iterable[Sequence[HeaderCandidate]]) -> Headings:
    """Return the headings with the best score; other sheets with a whole table get a warning."""
    best_of_sheets = [max(of_sheet, key=HeaderCandidate.score) for of_sheet in candidates]
    best = max(best_of_sheets, key=HeaderCandidate.score)
    others = (one.sheet for one in best_of_sheets if one is not best and one.is_whole())
    return headings_of(best, others)
