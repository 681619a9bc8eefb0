"""The columns of a table by its headings, and the issues of the headings."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from typing import Any, Final, NamedTuple

import attrs

from ..._core.suggestions import most_similar
from ...errors import Issue, Severity, TableError
from ..cells.splitters import dated_place
from ..files.sheets import column_letters
from ..layouts.common_columns import LIKELY
from ..layouts.heading_names import Heading
from ..layouts.layout import Column, Layout, steps_of
from ..layouts.layout_headings import code_list_named, spelling_of
from .choice_columns import ChoiceColumns, choice_columns
from .fact_lines import FactLine
from .first_rows import OpenSheet
from .header_candidates import HeaderCandidate
from .side_by_side import Block, blocks_of
from .signature_columns import signature_columns
from .status_columns import status_columns
from .tick_columns import TickColumns, tick_columns

ROW_NUMBER_HEADINGS: Final = frozenset({"no", "nourut", "urut", "ntr"})
"""Headings of the column with the number that a row has in its table."""
_SILENTLY_UNREAD: Final = ROW_NUMBER_HEADINGS | frozenset({"ttd", "paraf", "tandatangan"})
"""Headings of columns without facts: the number of the row, the signature."""
_NUMBER_BEFORE: Final = re.compile(r"^\s*[0-9]{1,3}(?:[.)_-]\s*|\s+)(?=[^\W\d_])")
_MAX_NAMED: Final = 12
_SIMILAR = 0.8
_PLACE, _DATE = "birth_place", "birth_date"


class Headings(NamedTuple):
    """The headings of a table."""

    layout: Layout[Any]
    sheet: OpenSheet
    row: int
    """The last row of the headings; the table begins below it."""
    columns: Mapping[int, Column]
    """Number of a column from 0 → the column of the layout."""
    named: AbstractSet[int]
    """Numbers of the columns that have a heading, known or not."""
    code_lists: Mapping[int, str]
    """Number of a column → the list of codes that its heading names."""
    issues: Sequence[Issue]
    """Warnings about the headings, such as unknown ones."""
    texts: Mapping[str, str | None]
    """Folded heading, with and without the one above it → its text for a message."""
    choices: Sequence[ChoiceColumns] = ()
    """The columns of the answers to multiple choices, for each question without a column."""
    blocks: Sequence[Block] = (Block(),)
    """The tables side by side. All columns above are those of the first one."""
    sheet_column: Column | None = None
    """The column that the name of the sheet fills in every row."""
    signatures: frozenset[int] = frozenset()
    """The columns for signatures."""
    facts: Sequence[FactLine] = ()
    """The facts in the lines above the headings."""
    family_group_key: tuple[str, ...] = ()
    """The field of the number of the family card, if a list of people has group rows with it."""
    has_fact_groups: bool = False
    """Whether the group rows of the layout are facts above the table, which need a colon."""
    ticks: Sequence[TickColumns] = ()
    """The columns *L* and *P* with ticks."""
    head_names: int | None = None
    """The number of the column with the name of the head of the family, beside that of a person."""


def value_of_name(name: str | None) -> str:
    """Return the name of a sheet without a number before it, as in ``2. Angsana``."""
    return _NUMBER_BEFORE.sub("", name or "")


def headings_of(candidate: HeaderCandidate) -> Headings:
    """Return the headings of a candidate.

    Raises:
        TableError: ``table.column_missing``, ``table.column_duplicate``, ``table.side_by_side``.

    """
    candidate, others, blocks = blocks_of(candidate)
    columns: dict[int, Column] = {}
    places: dict[Column, int] = {}
    issues: list[Issue] = []
    ticks = tick_columns(candidate)
    ticked = {at for one in ticks for at in one.answers}
    for index, match in candidate.found.items():
        if match is None or index in ticked:
            continue
        column = match.column
        if column in places and (column.path is not None or column.parts):
            index = _preferred(candidate, column, places[column], index, issues)  # noqa: PLW2901
            columns.pop(places[column])
        places[column] = index
        columns[index] = column
    read_ticks = [one for one in ticks if one.column not in places]
    places |= {one.column: one.target for one in read_ticks}
    columns |= {one.target: one.column for one in read_ticks}
    for tick in (one for one in ticks if one not in read_ticks):
        first = column_letters(places[tick.column])
        issues.append(_warning(candidate, "table.column_redundant", tick.target, {"first": first}))
    choices: list[ChoiceColumns] = []
    answers = choice_columns(candidate)
    for column, numbers in answers.items():
        if column not in places:
            choices.append(ChoiceColumns(min(numbers), numbers))
            places[column] = min(numbers)
            columns[min(numbers)] = column
    statuses = status_columns(candidate, {f.path for one in places for f in one.fields()})
    columns |= statuses
    places |= {column: index for index, column in statuses.items()}
    heads = dict(_heads_as_people(candidate, places))
    columns |= heads
    places |= {column: index for index, column in heads.items()}
    issues += (_warning(candidate, "table.head_name_read", index, {}) for index in heads)
    missing = candidate.missing_columns(places)
    if missing and not candidate.is_list_without_nik(missing):
        raise _refused(candidate, "table.column_missing", heading=missing[0].headings[0])
    if missing:
        name, row = candidate.sheet.name, candidate.row
        code = "table.nik_column_missing"
        issues.append(Issue(code, severity=Severity.WARNING, row=row, sheet=name))
    known = {at for numbers in (*answers.values(), statuses, ticked, heads) for at in numbers}
    issues += _unknown(candidate, places, known)
    issues += _unknown(others, places, frozenset())
    if not candidate.layout.is_export:
        columns = {index: _with_date(c) for index, c in columns.items()}
    named = frozenset(candidate.found)
    names = {index: candidate.headings[index].heading.name for index in columns}
    lists = {index: one for index, name in names.items() if (one := code_list_named(name))}
    return Headings(
        candidate.layout,
        candidate.sheet,
        candidate.row,
        columns,
        named,
        lists,
        issues,
        dict(_texts(candidate)),
        choices,
        blocks,
        signatures=signature_columns(candidate),
        facts=candidate.facts,
        ticks=read_ticks,
        head_names=_head_names_at(candidate, columns),
    )


def _texts(candidate: HeaderCandidate) -> Iterator[tuple[str, str | None]]:
    for place in candidate.headings.values():
        yield place.heading.key, place.heading.shown
        if place.upper is not None:
            yield place.upper.key + place.heading.key, place.heading.shown


def _preferred(
    candidate: HeaderCandidate, column: Column, first: int, second: int, issues: list[Issue]
) -> int:
    """Return which of two columns with headings of the same field is read."""
    names = [candidate.headings[first].heading.name, candidate.headings[second].heading.name]
    if names[0] == names[1]:
        places = {"first": column_letters(first), "second": column_letters(second)}
        if _is_repeated(candidate, first, second):
            raise _refused(candidate, "table.side_by_side", **places)
        raise _refused(candidate, "table.column_duplicate", **places, heading=column.headings[0])
    order = [spelling_of(heading) for heading in column.headings]
    ranks = [order.index(name) if name in order else len(order) for name in names]
    read, other = (first, second) if ranks[0] <= ranks[1] else (second, first)
    issues.append(
        _warning(candidate, "table.column_redundant", other, {"first": column_letters(read)})
    )
    return read


def _is_repeated(candidate: HeaderCandidate, first: int, second: int) -> bool:
    """Return whether several headings are repeated at the same distance, as in a second table."""
    names = {at: place.heading.name for at, place in candidate.headings.items()}
    again = (at for at in names if names.get(at + second - first) == names[at])
    return second - first > 1 and sum(1 for _ in again) > 1


def _refused(candidate: HeaderCandidate, code: str, **params: str | int) -> TableError:
    """Return the error for headings that do not fit the layout; it names the layout."""
    facts = {"layout": candidate.layout.name, **params}
    return TableError(Issue(code, params=facts, row=candidate.row, sheet=candidate.sheet.name))


def _warning(
    candidate: HeaderCandidate, code: str, index: int, params: dict[str, str | int]
) -> Issue:
    """Return the warning about a heading, at its cell."""
    place = candidate.headings[index]
    if (shown := _shown(candidate, index)) is not None:
        params = {"heading": shown, **params}
    return Issue(
        code,
        severity=Severity.WARNING,
        params=params,
        row=place.row,
        column=column_letters(index),
        sheet=candidate.sheet.name,
    )


def _unknown(
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
    heads = [one for one, heading in unknown if _is_of_head(heading, there)]
    yield from (_warning(candidate, "table.head_name_unread", index, {}) for index in heads)
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
        params: dict[str, str | int] = {"suggestion": missing[near]} if near and is_one else {}
        yield _warning(candidate, "table.column_unknown", index, params)


def _is_of_head(heading: Heading, found: Iterable[Column]) -> bool:
    """Return whether a heading is of the head of the family, beside the name of each person."""
    names = (one.path for column in found for one in column.fields() if one.path is not None)
    return heading.name in _head_names() and any(steps_of(one)[-1] == "name" for one in names)


def _heads_as_people(
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


def _head_names_at(candidate: HeaderCandidate, columns: Mapping[int, Column]) -> int | None:
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
            if heading.name in _names_of_family_heads() and _is_of_head(heading, columns.values())
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


def _with_date(column: Column) -> Column:
    """Return a column for birth places as one whose cells may have a date too, others unchanged."""
    if column.path is None or steps_of(column.path)[-1] != _PLACE:
        return column
    date = Column(f"{column.path.removesuffix(_PLACE)}{_DATE}", "Tanggal Lahir")
    return attrs.evolve(column, path=None, parts=(column, date), split=dated_place)
