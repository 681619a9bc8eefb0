"""Columns with the name of the head of the family, beside the names of people or without them."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from ..._core.field_paths import steps_of
from ..layouts.common_columns import LIKELY
from ..layouts.heading_names import Heading
from ..layouts.layout import Column
from ..layouts.layout_headings import spelling_of
from .header_candidates import HeaderCandidate


def is_of_head(heading: Heading, found: Iterable[Column]) -> bool:
    """Return whether a heading is of the head of the family, beside the name of each person."""
    names = (one.path for column in found for one in column.fields() if one.path is not None)
    return heading.name in _head_names() and any(steps_of(one)[-1] == "name" for one in names)


def heads_as_people(
    candidate: HeaderCandidate, found: Iterable[Column]
) -> Iterator[tuple[int, Column]]:
    """Yield the column with the names of heads, with that of names, in a list of heads only.

    It has a person in each row, and neither their names nor their relations.
    """
    there = set(found)
    fields = {steps_of(one.path)[-1] for column in there for one in column.fields() if one.path}
    missing = (one for one in candidate.missing_columns(there) if one.path is not None)
    name = next((one for one in missing if steps_of(str(one.path))[-1] == "name"), None)
    is_of_heads = candidate.layout.rows is None and "family_relation" not in fields
    at = [at for at, place in candidate.headings.items() if place.heading.name in _head_names()]
    if name is not None and is_of_heads and "nik" in fields and len(at) == 1:
        yield at[0], name


def head_names_at(candidate: HeaderCandidate, columns: Mapping[int, Column]) -> int | None:
    """Return the number of the column with the name of the head, beside that of each person."""
    unread = (
        (at, candidate.headings[at].heading)
        for at in candidate.found
        if at not in columns or (columns[at].path is None and not columns[at].parts)
    )
    return next(
        (
            at
            for at, heading in unread
            if heading.name in _names_of_family_heads() and is_of_head(heading, columns.values())
        ),
        None,
    )


@cache
def _names_of_family_heads() -> frozenset[str]:
    """Return the headings of the head of a family; that of a household may be another person."""
    return frozenset(map(spelling_of, ("Nama Kepala Keluarga", "Kepala Keluarga", "Nama KK")))


@cache
def _head_names() -> frozenset[str]:
    return frozenset(map(spelling_of, (*LIKELY["name"], "Nama KK/KRT")))
