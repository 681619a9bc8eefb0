"""The columns of a table by its headings."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet

import attrs

from ..._core.field_paths import steps_of
from ...errors import Issue, Severity
from ..cells.splitters import dated_place
from ..files.sheets import column_letters
from ..layouts.layout import Column
from ..layouts.layout_headings import code_list_named, spelling_of
from .choice_columns import ChoiceColumns, choice_columns
from .head_name_columns import head_names_at, heads_as_people
from .header_candidates import HeaderCandidate
from .header_issues import header_error, header_warning, unknown_headings
from .side_by_side import blocks_of
from .signature_columns import signature_columns
from .status_columns import status_columns
from .table_headings import Headings
from .tick_columns import TickColumns, tick_columns

_PLACE, _DATE = "birth_place", "birth_date"


class _FoundColumns:
    """The columns of a layout that are found in a sheet, by number and by column."""

    def __init__(self) -> None:
        self.columns: dict[int, Column] = {}
        self.places: dict[Column, int] = {}

    def add(self, columns: Mapping[int, Column]) -> None:
        """Add columns by their number."""
        self.columns |= columns
        self.places |= {column: index for index, column in columns.items()}

    def paths(self) -> set[str | None]:
        """Return the path of each field that a column fills."""
        return {field.path for column in self.places for field in column.fields()}


def headings_of(candidate: HeaderCandidate) -> Headings:
    """Return the headings of a candidate.

    Raises:
        TableError: ``table.column_missing``, ``table.column_duplicate``, ``table.side_by_side``.

    """
    candidate, others, blocks = blocks_of(candidate)
    found, issues = _FoundColumns(), list[Issue]()
    ticks = tick_columns(candidate)
    ticked = {at for one in ticks for at in one.answers}
    _add_matches(candidate, found, ticked, issues)
    read_ticks = _add_ticks(candidate, found, ticks, issues)
    answers = choice_columns(candidate)
    choices = _add_choices(found, answers)
    statuses = status_columns(candidate, found.paths())
    found.add(statuses)
    heads = dict(heads_as_people(candidate, found.places))
    found.add(heads)
    issues += (header_warning(candidate, "table.head_name_read", index) for index in heads)
    issues += _missing(candidate, found.places)
    known = {at for numbers in (*answers.values(), statuses, ticked, heads) for at in numbers}
    issues += unknown_headings(candidate, found.places, known)
    issues += unknown_headings(others, found.places, frozenset())
    columns: Mapping[int, Column] = found.columns
    if not candidate.layout.is_export:
        columns = {index: _with_date(column) for index, column in columns.items()}
    return Headings(
        candidate.layout,
        candidate.sheet,
        candidate.row,
        columns,
        frozenset(candidate.found),
        dict(_code_lists(candidate, columns)),
        issues,
        dict(_texts(candidate)),
        choices,
        blocks,
        signatures=signature_columns(candidate),
        facts=candidate.facts,
        ticks=read_ticks,
        head_names=head_names_at(candidate, columns),
    )


def _add_matches(
    candidate: HeaderCandidate,
    found: _FoundColumns,
    ticked: AbstractSet[int],
    issues: list[Issue],
) -> None:
    """Add the columns whose headings the layout knows, one for each field."""
    for index, match in candidate.found.items():
        if match is None or index in ticked:
            continue
        column = match.column
        if column in found.places and (column.path is not None or column.parts):
            first = found.places[column]
            index = _preferred(candidate, column, first, index, issues)  # noqa: PLW2901
            del found.columns[first]
        found.add({index: column})


def _add_ticks(
    candidate: HeaderCandidate,
    found: _FoundColumns,
    ticks: Iterable[TickColumns],
    issues: list[Issue],
) -> list[TickColumns]:
    """Add and return the columns with ticks whose field no other column fills."""
    read: list[TickColumns] = []
    for one in ticks:
        if one.column not in found.places:
            read.append(one)
            continue
        first = column_letters(found.places[one.column])
        issues.append(header_warning(candidate, "table.column_redundant", one.target, first=first))
    found.add({one.target: one.column for one in read})
    return read


def _add_choices(
    found: _FoundColumns, answers: Mapping[Column, Mapping[int, str]]
) -> list[ChoiceColumns]:
    """Add and return the columns with the answers to a question that no other column has."""
    read = [(column, numbers) for column, numbers in answers.items() if column not in found.places]
    found.add({min(numbers): column for column, numbers in read})
    return [ChoiceColumns(min(numbers), numbers) for _, numbers in read]


def _missing(candidate: HeaderCandidate, found: Iterable[Column]) -> Iterator[Issue]:
    """Yield a warning for a list of people without a column for the NIK.

    Raises:
        TableError: ``table.column_missing`` for any other column that a file must have.

    """
    missing = candidate.missing_columns(found)
    if not missing:
        return
    if not candidate.is_list_without_nik(missing):
        raise header_error(candidate, "table.column_missing", heading=missing[0].headings[0])
    yield Issue(
        "table.nik_column_missing",
        severity=Severity.WARNING,
        row=candidate.row,
        sheet=candidate.sheet.name,
    )


def _code_lists(candidate: HeaderCandidate, columns: Iterable[int]) -> Iterator[tuple[int, str]]:
    """Yield the columns whose heading names a list of codes, with the list."""
    for index in columns:
        named = code_list_named(candidate.headings[index].heading.name)
        if named:
            yield index, named


def _texts(candidate: HeaderCandidate) -> Iterator[tuple[str, str | None]]:
    """Yield each folded heading, with and without the one above it, and its text."""
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
            raise header_error(candidate, "table.side_by_side", **places)
        raise header_error(
            candidate, "table.column_duplicate", **places, heading=column.headings[0]
        )
    order = [spelling_of(heading) for heading in column.headings]
    ranks = [order.index(name) if name in order else len(order) for name in names]
    read, other = (first, second) if ranks[0] <= ranks[1] else (second, first)
    issues.append(
        header_warning(candidate, "table.column_redundant", other, first=column_letters(read))
    )
    return read


def _is_repeated(candidate: HeaderCandidate, first: int, second: int) -> bool:
    """Return whether several headings are repeated at the same distance, as in a second table."""
    names = {at: place.heading.name for at, place in candidate.headings.items()}
    again = (at for at in names if names.get(at + second - first) == names[at])
    return second - first > 1 and sum(1 for _ in again) > 1


def _with_date(column: Column) -> Column:
    """Return a column for birth places as one whose cells may have a date too, others unchanged."""
    if column.path is None or steps_of(column.path)[-1] != _PLACE:
        return column
    date = Column(f"{column.path.removesuffix(_PLACE)}{_DATE}", "Tanggal Lahir")
    return attrs.evolve(column, path=None, parts=(column, date), split=dated_place)
