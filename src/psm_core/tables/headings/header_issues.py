"""The issues of headings: unknown ones, and those whose cells are not read."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from ..._core.suggestions import most_similar
from ...errors import Issue, Severity, TableError
from ..files.sheets import column_letters
from ..layouts.layout import Column
from .head_name_columns import is_of_head
from .header_candidates import HeaderCandidate

ROW_NUMBER_HEADINGS: Final = frozenset({"no", "nourut", "urut", "ntr"})
"""Headings of the column with the number that a row has in its table."""
_SILENTLY_UNREAD: Final = ROW_NUMBER_HEADINGS | frozenset({"ttd", "paraf", "tandatangan"})
"""Headings of columns without facts: the number of the row, the signature."""
_MAX_NAMED: Final = 12
_SIMILAR = 0.8


def header_error(candidate: HeaderCandidate, code: str, **params: str | int) -> TableError:
    """Return the error for headings that do not fit the layout; it names the layout."""
    facts = {"layout": candidate.layout.name, **params}
    return TableError(Issue(code, params=facts, row=candidate.row, sheet=candidate.sheet.name))


def header_warning(candidate: HeaderCandidate, code: str, index: int, **params: str | int) -> Issue:
    """Return the warning about a heading, at its cell."""
    place, shown = candidate.headings[index], _shown(candidate, index)
    heading = {} if shown is None else {"heading": shown}
    return Issue(
        code,
        severity=Severity.WARNING,
        params={**heading, **params},
        row=place.row,
        column=column_letters(index),
        sheet=candidate.sheet.name,
    )


def unknown_headings(
    candidate: HeaderCandidate, found: Iterable[Column], answers: AbstractSet[int]
) -> Iterator[Issue]:
    """Yield a warning for each unknown heading, with the most similar one that is missing.

    One warning names the headings that are known, but for which the record has no field.
    """
    unknown = [
        (index, candidate.headings[index].heading)
        for index, match in candidate.found.items()
        if match is None and index not in answers
    ]
    numbers = {index for index, _ in unknown if _is_number_below(candidate, index)}
    unknown = [
        (index, heading)
        for index, heading in unknown
        if not heading.is_system and (index in numbers or heading.name not in _SILENTLY_UNREAD)
    ]
    unread = [i for i, _ in unknown if i in numbers or candidate.headings[i].is_known_unread]
    if unread:
        yield _unread(candidate, unread)
    there = set(found)
    heads = [one for one, heading in unknown if is_of_head(heading, there)]
    yield from (header_warning(candidate, "table.head_name_unread", index) for index in heads)
    unknown = [one for one in unknown if one[0] not in {*unread, *heads}]
    if not unknown:
        return
    missing = {
        spelling: column.headings[0]
        for column, spellings in candidate.known.spellings.of_columns.items()
        if column not in there and not column.parts
        for spelling in spellings
    }
    for index, heading in unknown:
        near = most_similar(heading.name, missing, cutoff=_SIMILAR)
        is_one = not heading.bare and not heading.is_of_others and "/" not in heading.text
        suggestion = {"suggestion": missing[near]} if near and is_one else {}
        yield header_warning(candidate, "table.column_unknown", index, **suggestion)


def _is_number_below(candidate: HeaderCandidate, index: int) -> bool:
    """Return whether a column is called *Nomor* below another heading, such as that of a permit.

    In the first column it is the number of the row.
    """
    first = candidate.headings[min(candidate.headings)]
    upper, heading, _ = candidate.headings[index]
    is_below = upper is not None and upper not in {first.upper, heading}
    return is_below and heading.name in ROW_NUMBER_HEADINGS


def _unread(candidate: HeaderCandidate, unread: Sequence[int]) -> Issue:
    """Return the warning about known headings that are not read, at the first of them."""
    first = unread[0]
    shown = list(dict.fromkeys(filter(None, (_shown(candidate, at) for at in unread))))
    text = ", ".join(shown[:_MAX_NAMED]) + (", \u2026" if len(shown) > _MAX_NAMED else "")
    return Issue(
        "table.columns_unread",
        severity=Severity.WARNING,
        params={"headings": text},
        row=candidate.headings[first].row,
        column=column_letters(first),
        sheet=candidate.sheet.name,
    )


def _shown(candidate: HeaderCandidate, index: int) -> str | None:
    """Return a heading for a message, with the one above it; a title of the table is none."""
    first = candidate.headings[min(candidate.headings)]
    upper, lower, _ = candidate.headings[index]
    others = {first.upper, lower, candidate.title}
    is_below = upper is not None and upper not in others and upper.shown is not None
    return f"{upper.shown} / {lower.shown}" if upper and is_below and lower.shown else lower.shown
