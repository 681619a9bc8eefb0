"""Columns with 0 and 1 for each answer of a multiple choice, in exports of form programs."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from ..._core.field_paths import field_type_at, steps_of
from ..._core.field_types import CollectionType, TermType, unwrap_optional
from ...errors import Issue
from ..cells.cell import Cell
from ..cells.term_words import term_of
from ..layouts.heading_names import GroupedHeading
from ..layouts.layout import Column
from ..layouts.layout_headings import LayoutHeadings
from .header_candidates import HeaderCandidate

_CHOSEN: Final = frozenset({"1", "1.0", "true", "ya", "yes", "y"})
_NOT_CHOSEN: Final = frozenset({"", "0", "0.0", "false", "tidak", "no", "n", "-"})


class ChoiceColumns(NamedTuple):
    """The columns of the answers to one question, which together fill one field."""

    target: int
    """The number of the column that gets all answers: the first one."""
    answers: Mapping[int, str]
    """Number of a column → its answer."""

    def fill(self, cells: Sequence[Cell]) -> Sequence[Cell]:
        """Return the cells of a row, with the chosen answers in the first column.

        A cell that says neither is kept, so that it is reported.
        """
        chosen: list[str] = []
        for at, answer in self.answers.items():
            cell = cells[at] if at < len(cells) else None
            word = "" if cell is None else str(cell).strip().casefold()
            if word in _CHOSEN:
                chosen.append(answer)
            elif word not in _NOT_CHOSEN:
                chosen.append(str(cell))
        filled = list(cells)
        filled[self.target : self.target + 1] = ["; ".join(chosen) or None]
        return filled


def choice_columns(candidate: HeaderCandidate) -> Mapping[Column, Mapping[int, str]]:
    """Return column of the layout → number of each column with one of its answers, and the answer.

    The heading of such a column is the question and the answer: ``disabilitas/fisik``.
    """
    found: dict[Column, dict[int, str]] = {}
    for at, match in candidate.found.items():
        if match is not None:
            continue
        for one in candidate.headings[at].heading.inner:
            column = _asked_by(candidate.known, one)
            if column is not None:
                found.setdefault(column, {})[at] = _answer(one)
                break
    return found


def _answer(one: GroupedHeading) -> str:
    return one.heading.text.replace("_", " ")


def _asked_by(known: LayoutHeadings, one: GroupedHeading) -> Column | None:
    """Return the column of the question, if it takes several terms and the answer is one."""
    match = None if one.group.is_elsewhere else known.match(None, one.group)
    if match is None or match.column.path is None:
        return None
    steps = steps_of(match.column.path)
    field_type = unwrap_optional(field_type_at(known.layout.record_class, steps))
    if not isinstance(field_type, CollectionType) or not isinstance(field_type.item, TermType):
        return None
    is_term = not isinstance(term_of(field_type.item.vocabularies, _answer(one)), Issue)
    return match.column if is_term else None
