"""Which sheet of a file has a table, and the headings and the layout of the table."""

from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import Any, Final

from ...errors import TableError
from ..cells.cell import Cell, is_blank
from ..files.sheets import Row, table_error
from ..layouts.aid_layouts import AID_RECIPIENTS
from ..layouts.heading_names import LONGEST
from ..layouts.layout import Layout
from ..layouts.layout_headings import LayoutHeadings
from ..layouts.organisation_layouts import ORGANISATION_LISTS
from ..layouts.rank_layouts import CARD_RANKS, FAMILY_RANKS
from .first_rows import OpenSheet
from .header_candidates import HeaderCandidate, words_in
from .header_columns import headings_of
from .header_rows import candidates_of
from .table_headings import Headings

_HALF: Final = 2
_USUAL: Final = (
    *("warga", "pekerja", "penerima-manfaat", "penerima-bantuan", "kartu-keluarga"),
    "daftar-hadir",
)
"""The layouts that are needed most."""
_LESS_SPECIFIC: Final[tuple[Layout[Any], ...]] = (
    AID_RECIPIENTS,
    FAMILY_RANKS,
    CARD_RANKS,
    *ORGANISATION_LISTS,
)
_YIELDING: Final = frozenset(word for layout in _LESS_SPECIFIC for word in layout.words)
"""Words that yield to those of other layouts: *ground check penerima bantuan* is a ground check."""
MAX_HEADER_CELLS: Final = 100_000
"""How many cells in the first rows of all sheets are compared with known headings."""


def detect(
    sheets: Iterable[OpenSheet], layouts: Sequence[Layout[Any]], record_class: type[Any]
) -> list[Headings]:
    """Return the headings of each table in some sheets, by the headings that the layouts know.

    The sheet that fits a layout best decides the layout. One that needs a word is used without a
    word only if no other layout fits. Other sheets are read too if this layout
    fits them best and they have at least half of the columns.

    Raises:
        TableError: ``table.no_header``, ``table.column_duplicate``, ``table.side_by_side``,
            ``table.column_missing``, ``table.empty``, ``table.too_many_cells``.

    """
    return _tables(_named(candidates_in(sheets, layouts, record_class)))


def detect_any_class(
    sheets: Iterable[OpenSheet], layouts: Sequence[Layout[Any]], name: str = ""
) -> Headings:
    """Return those of the best table, with layouts of several record classes. No class is guessed.

    A list of people is a list of workers or beneficiaries only if something shows it: a column
    that people do not have, or a word in a heading, a title, or the name of the sheet or file.

    Raises:
        TableError: as in `detect`; ``table.ambiguous`` if the headings fit two record
            classes equally well.

    """
    return headings_of(_best(supported_candidates(sheets, layouts, name)))


def supported_candidates(
    sheets: Iterable[OpenSheet], layouts: Sequence[Layout[Any]], name: str = ""
) -> list[list[HeaderCandidate]]:
    """Return the rows that may be headings, for each sheet that has any.

    Raises:
        TableError: as in `detect_any_class`.

    """
    candidates = candidates_in(sheets, layouts, None, name)
    if len({layout.record_class for layout in layouts}) > 1:
        plain = {
            key
            for known in map(LayoutHeadings.of, layouts)
            if not known.layout.words
            for key in known.spellings.names
        }
        supported = [
            _with_facts_first([one for one in found if one.is_supported(plain)])
            for found in candidates
        ]
        plain_ones = [[one for one in found if not one.layout.needs_word] for found in candidates]
        candidates = list(filter(None, supported)) or list(filter(None, plain_ones))
        if not candidates:
            raise table_error("table.no_header", known=layout_names(layouts))
    else:
        candidates = _named(candidates)
    every = [one for found in candidates for one in found]
    top = max(map(HeaderCandidate.score, every))
    tops = (one.layout for one in every if one.score() == top)
    best = dict.fromkeys((one.name, one.record_class.__name__) for one in tops)
    if len({class_name for _, class_name in best}) > 1:
        known = ", ".join(f"{name} ({class_name})" for name, class_name in best)
        raise table_error("table.ambiguous", known=known)
    return candidates


def _named(candidates: list[list[HeaderCandidate]]) -> list[list[HeaderCandidate]]:
    """Return the candidates without layouts whose word is missing, unless none is left."""
    named = [[one for one in found if one.is_named()] for found in candidates]
    return [found for found in named if found] or candidates


def _with_facts_first(candidates: list[HeaderCandidate]) -> list[HeaderCandidate]:
    """Return the candidates without those that another layout with the same words replaces.

    A layout with facts above its headings replaces one without, if these facts are there and it
    knows all headings that the other one reads, at least as those of facts without a field. If it
    replaces the best one, no other layout is left.
    """
    whole = [one for one in candidates if one.needs_facts]
    best = _best_of(candidates) if candidates else None
    if best is not None and (replacing := [one for one in whole if one.replaces(best)]):
        return replacing
    return [one for one in candidates if not any(other.replaces(one) for other in whole)]


def candidates_in(
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
        params = {"known": layout_names(layouts)} if layouts else {}
        if record_class is not None and not layouts:
            params = {"kind": record_class.__name__}
        raise table_error("table.no_header", **params)
    return list(filter(None, candidates))


def layout_names(layouts: Iterable[Layout[Any]]) -> str:
    """Return the names of the layouts that are needed most, for a message."""
    names = [*dict.fromkeys(layout.name for layout in layouts)]
    usual = [name for name in _USUAL if name in names]
    return ", ".join(usual or names[: len(_USUAL)])


def _with_words(
    candidates: list[HeaderCandidate], rows: Sequence[Row], name: str
) -> list[HeaderCandidate]:
    """Return the candidates, each with whether a title or a name has a word of its layout."""
    words = {word for one in candidates for word in one.known.layout.words}
    if not words:
        return candidates
    with_words: list[HeaderCandidate] = []
    facts = {
        (line.row, line.at)
        for one in candidates
        for line in one.facts
        if line.column is not None and line.column.path is not None
    }
    for one in candidates:
        titles = [
            str(cell)[:LONGEST]
            for number, cells in rows
            if number < one.first_row
            for at, cell in takewhile(_has_no_colon, enumerate(cells))
            if not is_blank(cell) and (number, at) not in facts
        ]
        found = words_in(words, one.sheet.name or "", *titles) or words_in(words, name)
        own = set(one.known.layout.words)
        others = found - own - (frozenset() if own & _YIELDING else _YIELDING)
        with_words.append(one._replace(has_words=bool(found & own) and not others))
    return with_words


def _has_no_colon(placed: tuple[int, Cell]) -> bool:
    """Return whether a cell is no fact such as ``Tempat : Aula``; the cells after one are none."""
    return ":" not in str(placed[1])[:LONGEST]


def _best(candidates: Iterable[Sequence[HeaderCandidate]]) -> HeaderCandidate:
    return max((_best_of(of_sheet) for of_sheet in candidates), key=HeaderCandidate.score)


def _best_of(
    candidates: Iterable[HeaderCandidate], like: Layout[Any] | None = None
) -> HeaderCandidate:
    """Return the candidate of a sheet with the best score; of equal ones, that of a layout."""
    return max(candidates, key=lambda one: (one.score(), one.layout is like))


def _tables(candidates: Sequence[Sequence[HeaderCandidate]]) -> list[Headings]:
    """Return the headings of the best table and of those like it."""
    best = _best(candidates)
    every = [_best_of(of_sheet, best.layout) for of_sheet in candidates]
    others = [one for one in every if one.sheet is not best.sheet and one.is_whole()]
    read = {one.sheet: found for one in others for found in _headings_like(one, best)}
    read[best.sheet] = headings_of(best)
    return [read[one.sheet] for one in every if one.sheet in read]


def _headings_like(one: HeaderCandidate, best: HeaderCandidate) -> list[Headings]:
    """Return the headings of a sheet if it has a table like the best one."""
    if one.layout is not best.layout or _HALF * len(one.columns()) < len(best.columns()):
        return []
    try:
        return [headings_of(one)]
    except TableError:
        return []
