"""A column *Status* that no layout claims: its cells say which field of a person it fills."""

from collections.abc import Collection, Iterator, Mapping
from typing import Final, NamedTuple

from ..._core.field_paths import field_type_at, steps_of
from ..._core.field_types import TermType, unwrap_optional
from ...errors import Issue
from ...terms import FamilyRelation, MaritalStatus, Term
from ..cells.cell import Cell, is_blank
from ..cells.term_words import term_of
from ..layouts.column_bindings import cell_at
from ..layouts.layout import Column
from .header_candidates import HeaderCandidate

_HEADING: Final = "status"
_FEWEST_OTHERS: Final = 2
"""In how many other columns a row has cells, unless it is a group row or a line below the table."""
_LONGEST_ABBREVIATION: Final = 2
_PREFIXES: Final = ("", "person.", "memberships.0.person.")
"""What may stand before a field of a person."""


class _Kind(NamedTuple):
    """A field that a column *Status* may fill."""

    name: str
    decisive: Collection[Term]
    """The terms of which the column has at least one."""
    similar: Collection[str] = ()
    """Words that are no term, but say the same kind of thing."""


_KINDS: Final = (
    _Kind("marital_status", tuple(MaritalStatus), ("cerai", "janda", "duda")),
    # The word Anak alone may also be the age group.
    _Kind(
        "family_relation",
        (FamilyRelation.KEPALA_KELUARGA, FamilyRelation.SUAMI, FamilyRelation.ISTRI),
    ),
)


def status_columns(
    candidate: HeaderCandidate, filled: Collection[str | None]
) -> Mapping[int, Column]:
    """Return number of a column *Status* → the column of the layout that its cells fill.

    A column is left out if its cells do not decide, or if its field is in `filled`.
    """
    found: dict[int, Column] = {}
    for at, match in candidate.found.items():
        if match is None and _is_plain_status(candidate, at):
            words = list(_words(candidate, at))
            column = next((c for one in _KINDS if (c := _column(candidate, one, words))), None)
            if column is not None and column.path not in {
                *filled,
                *(c.path for c in found.values()),
            }:
                found[at] = column
    return found


def _is_plain_status(candidate: HeaderCandidate, at: int) -> bool:
    """Return whether a heading is *Status*, and none above it says whose or which."""
    upper, heading, _ = candidate.headings[at]
    is_alone = upper is None or upper.name == heading.name or upper is candidate.title
    return heading.name == _HEADING and is_alone


def _words(candidate: HeaderCandidate, at: int) -> Iterator[str]:
    """Yield the words of a column in the first rows of people."""
    others = [one for one in candidate.found if one != at]
    for number, cells in candidate.sheet.first_rows():
        is_row = sum(not is_blank(cell_at(cells, one)) for one in others) >= _FEWEST_OTHERS
        cell: Cell = cell_at(cells, at)
        if number > candidate.row and is_row and isinstance(cell, str) and _has_letters(cell):
            yield cell.strip()


def _has_letters(text: str) -> bool:
    return any(sign.isalpha() for sign in text)


def _column(candidate: HeaderCandidate, kind: _Kind, words: list[str]) -> Column | None:
    """Return the column of the layout for a kind, if at least half of the words are terms of it.

    The others have to be similar to a term. Abbreviations count as similar.
    """
    paths = {f"{prefix}{kind.name}" for prefix in _PREFIXES}
    if kind.name == "family_relation":
        paths.add("memberships.0.relation")
    column = next((one for one in candidate.layout.all_columns() if one.path in paths), None)
    if column is None or column.path is None:
        return None
    record_class: type = candidate.layout.record_class
    field_type = unwrap_optional(field_type_at(record_class, steps_of(column.path)))
    vocabularies = field_type.vocabularies if isinstance(field_type, TermType) else ()
    terms: list[Term] = []
    for word in words:
        term = term_of(vocabularies, word)
        if isinstance(term, Issue):
            if "suggestion" not in term.params and word.casefold() not in kind.similar:
                return None
        elif len(word) > _LONGEST_ABBREVIATION:
            terms.append(term)
    is_clear = 2 * len(terms) >= len(words) and not set(terms).isdisjoint(kind.decisive)
    return column if is_clear else None
