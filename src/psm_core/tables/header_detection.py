"""Where a sheet's headings are, and which layout they belong to."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import closing
from difflib import get_close_matches
from functools import cache
from itertools import islice, zip_longest
from typing import Any, Final, NamedTuple

import attrs

from .._core.field_types import FieldType, unwrap_optional
from ..errors import Issue, Severity, TableError
from .cells import is_blank
from .common_columns import PERSON, REGION
from .files.sheets import Row, Sheet, column_letters, table_error
from .heading_names import LONGEST, Heading, alike, heading_of, is_hint
from .layout import Column, Layout, field_type_at, folded, steps_of
from .splitters import dated_place

_LOOKED_AT: Final = 40
MOST_HEADINGS: Final = 100_000
"""How many cells at the tops of all sheets are held against the headings that are known."""
_FEWEST, _NEEDED = 2, 2
_RUNNING: Final = frozenset({"no", "nourut", "urut"})
_NEAR = 0.8
_PLACE, _DATE = "birth_place", "birth_date"


class Headings(NamedTuple):
    """What was recognised of a sheet."""

    layout: Layout[Any]
    sheet: Sheet
    row: int
    """The last row of headings; the table begins below it."""
    columns: Mapping[int, Column]
    """Number of a column from 0 → what it is."""
    named: AbstractSet[int]
    """Numbers of the columns that have a heading, known or not."""
    issues: Sequence[Issue]
    """Headings that are not known."""


def recognise(sheets: Iterable[Sheet], layouts: Sequence[Layout[Any]], kind: type[Any]) -> Headings:
    """Find the headings of a table in some sheets, by what the layouts call their columns.

    Raises:
        TableError: ``table.no_header``, ``table.column_duplicate``, ``table.side_by_side``,
            ``table.column_missing``, ``table.empty``, ``table.too_many_cells``.

    """
    return _best(_likely(sheets, layouts, kind))


def recognise_kind(
    sheets: Iterable[Sheet], layouts: Sequence[Layout[Any]], name: str = ""
) -> Headings:
    """Find the same among layouts of several kinds of records, and guess none of them.

    A list of people is a list of workers or beneficiaries only where something says so: a column
    that people do not have, or a word in a heading, a title, or the name of the sheet or file.

    Raises:
        TableError: as in `recognise`; ``table.ambiguous`` when the headings fit two kinds equally
            well.

    """
    likely = _likely(sheets, layouts, None, name)
    if len({layout.kind for layout in layouts}) > 1:
        plain = {
            key
            for known in map(_Known.of, layouts)
            if not known.layout.words
            for key in known.names
        }
        supported = [[one for one in found if one.is_supported(plain)] for found in likely]
        likely = [found for found in supported if found] or likely
    every = [one for found in likely for one in found]
    top = max(map(_Candidate.score, every))
    tops = (one.layout for one in every if one.score() == top)
    alike_ones = dict.fromkeys((one.name, one.kind.__name__) for one in tops)
    if len({kind for _, kind in alike_ones}) > 1:
        raise table_error(
            "table.ambiguous", known=", ".join(f"{n} ({kind})" for n, kind in alike_ones)
        )
    return _best(likely)


def _likely(
    sheets: Iterable[Sheet],
    layouts: Sequence[Layout[Any]],
    kind: type[Any] | None,
    name: str = "",
) -> list[list["_Candidate"]]:
    """Return what may be headings, for each sheet that has any."""
    known = [_Known.of(layout) for layout in layouts]
    likely: list[list[_Candidate]] = []
    is_empty = True
    count = 0
    for sheet in sheets:
        with closing(sheet.rows()) as rows:
            first = [row for row in islice(rows, _LOOKED_AT) if not all(map(is_blank, row[1]))]
        count += sum(not is_blank(cell) for _, cells in first for cell in cells)
        if count > MOST_HEADINGS:
            raise table_error("table.too_many_cells", most=MOST_HEADINGS)
        is_empty = is_empty and not first
        found = filter(_Candidate.is_likely, _candidates(sheet, first, known))
        likely.append(_with_words(list(found), first, name))
    if is_empty:
        raise table_error("table.empty")
    if not any(likely):
        params = {"known": ", ".join(layout.name for layout in layouts)} if layouts else {}
        if kind is not None and not layouts:
            params = {"kind": kind.__name__}
        raise table_error("table.no_header", **params)
    return list(filter(None, likely))


def _with_words(
    candidates: list["_Candidate"], rows: Sequence[Row], name: str
) -> list["_Candidate"]:
    """Return candidates with the words that a title or a name says for a layout."""
    words = {word for one in candidates for word in one.known.layout.words}
    if not words:
        return candidates
    with_words: list[_Candidate] = []
    for one in candidates:
        titles = [
            str(cell)[:LONGEST]
            for number, cells in rows
            if number < one.first_row
            for cell in cells
            if not is_blank(cell) and ":" not in str(cell)[:LONGEST]
        ]
        said = _said(words, one.sheet.name or "", *titles) or _said(words, name)
        own = set(one.known.layout.words)
        with_words.append(one._replace(has_words=bool(said & own) and not said - own))
    return with_words


def _said(words: AbstractSet[str], *texts: str) -> set[str]:
    plain = " ".join(" ".join(re.findall(r"[^\W_]+", text.casefold())) for text in texts)
    return {word for word in words if re.search(rf"\b{word}\b", plain)}


def _best(likely: Iterable[Sequence["_Candidate"]]) -> Headings:
    """Return the likeliest headings, each other sheet with a whole table being told of."""
    found = [max(candidates, key=_Candidate.score) for candidates in likely]
    best = max(found, key=_Candidate.score)
    return best.settled(one.sheet for one in found if one is not best and one.is_whole())


class _Match(NamedTuple):
    """A heading that is one of a layout."""

    column: Column
    name: str
    """The spelling by which it was found, with that of the upper heading where this counts."""


def _is_read(match: _Match) -> bool:
    """Tell whether a column fills a field, or has to be there to end the table."""
    column = match.column
    return column.path is not None or bool(column.parts) or column.required


class _Known(NamedTuple):
    """A layout with the spellings of its headings."""

    layout: Layout[Any]
    exact: Mapping[str, Column]
    names: Mapping[str, Column]
    """Spelling → column, for those that only one column has."""
    uppers: Mapping[Column, AbstractSet[str]]
    """Column → the upper headings below which it may stand."""
    all_uppers: AbstractSet[str]
    spellings: Mapping[Column, frozenset[str]]
    distinctive: frozenset[str]
    """First headings of columns that are read, and that are no usual ones of people."""

    @classmethod
    def of(cls, layout: Layout[Any]) -> "_Known":
        """Return the spellings of the headings of a layout."""
        columns = layout.all_columns()
        spellings = {column: frozenset(map(_name, column.headings)) for column in columns}
        names: dict[str, Column] = {}
        twice: set[str] = set()
        for column, spelt in spellings.items():
            twice |= spelt & names.keys()
            names |= dict.fromkeys(spelt, column)
        uppers = {
            column: {alike(h.partition(" / ")[0]) for h in column.headings if " / " in h}
            for column in columns
        }
        return cls(
            layout,
            {folded(h): column for column in columns for h in column.headings},
            {name: column for name, column in names.items() if name not in twice},
            uppers,
            set().union(*uppers.values()),
            spellings,
            frozenset(_name(c.headings[0]) for c in layout.columns if c.path) - _usual(),
        )

    def match(self, upper: Heading | None, heading: Heading) -> _Match | None:
        """Return the column of a heading; one below another's upper heading is not meant."""
        if upper is not None and upper.name != heading.name:
            whole = self._named(heading, upper.name)
            if whole is not None:
                return whole
        else:
            upper = None
        found = self._named(heading)
        if found is None or upper is None:
            return found
        own = self.uppers[found.column]
        if upper.name in own:
            return _Match(found.column, upper.name + found.name)
        may_be_others = own or upper.name in self.all_uppers or upper.is_elsewhere
        return None if may_be_others else found

    def _named(self, heading: Heading, upper: str = "") -> _Match | None:
        exact = self.exact.get(upper + heading.key)
        if exact is not None:
            return _Match(exact, upper + heading.name)
        for name, hints in ((heading.name, ()), *heading.bare):
            column = self.names.get(upper + name)
            if column is not None and self._are_hints(hints, column):
                return _Match(column, upper + name)
        return None

    def _are_hints(self, hints: Iterable[str], column: Column) -> bool:
        return all(is_hint(hint, self._shape(column), self.spellings[column]) for hint in hints)

    def _shape(self, column: Column) -> FieldType | None:
        if column.path is None:
            return None
        return unwrap_optional(field_type_at(self.layout.kind, steps_of(column.path)))


def _name(heading: str) -> str:
    """Return the spelling of a heading of a layout, which may be over two rows."""
    upper, _, lower = heading.partition(" / ")
    return alike(upper) + alike(lower)


@cache
def _usual() -> frozenset[str]:
    """Return the headings of people that speak for no layout."""
    return frozenset(
        _name(heading) for headings in (*PERSON.values(), *REGION.values()) for heading in headings
    )


class _Candidate(NamedTuple):
    """One row, or two, taken for headings of a layout."""

    known: _Known
    sheet: Sheet
    first_row: int
    row: int
    found: Mapping[int, _Match | None]
    """Number of a column → what it is; None for one that is not known."""
    headings: Mapping[int, "_Place"]
    has_words: bool = False
    """Whether a title, or the name of the sheet or file, says that it is this layout."""

    @property
    def layout(self) -> Layout[Any]:
        """The layout."""
        return self.known.layout

    def _columns(self) -> dict[Column, _Match]:
        return {match.column: match for match in self.found.values() if match is not None}

    def score(self) -> tuple[int, int, int]:
        """How many columns of the layout were found, each counted once, and how few were not.

        One that a file has to have weighs more when it is missing, and a heading that is not read
        weighs against it.
        """
        found = self._columns()
        unread = sum(match is None or not _is_read(match) for match in self.found.values())
        needed = len(self._lacking(found))
        own = sum(match.name in self.known.distinctive for match in found.values())
        missing = sum(column not in found for column in self.layout.columns)
        weight = sum(map(_is_read, found.values())) - _NEEDED * needed - unread + self.has_words
        return weight, own, -missing

    def _lacking(self, found: Iterable[Column]) -> list[Column]:
        """Return the columns that a file has to have, and that are not there, nor their paths."""
        there = set(found)
        paths = {one.path for column in there for one in column.fields()} - {None}
        return [
            column
            for column in self.layout.columns
            if column.required and column not in there and column.path not in paths
        ]

    def is_whole(self) -> bool:
        """Whether every column is there that a file has to have."""
        return not self._lacking(self._columns())

    def is_likely(self) -> bool:
        """Whether enough columns were found to take the row for headings."""
        found = sum(match is not None for match in self.found.values())
        return found >= min(_FEWEST, len(self.layout.columns))

    def is_supported(self, plain: AbstractSet[str]) -> bool:
        """Whether something says that it is more than a list of people.

        Source: a list of residents has names and numbers too, and nobody on it is a worker.
        """
        if not self.layout.words or self.has_words:
            return True
        matches = self._columns()
        has_most = 2 * len(matches) >= len(self.layout.columns)
        for index, match in self.found.items():
            if match is None or match.column.path == "id":
                continue
            heading = self.headings[index].heading
            is_read = _is_read(match)
            if _said(set(self.layout.words), heading.text) and is_read:
                return True
            is_own = match.name not in plain and not heading.is_of_others
            if is_own and (is_read or has_most):
                return True
        return False

    def settled(self, unread: Iterable[Sheet]) -> Headings:
        """Return the headings, or raise for what makes them no table of the layout."""
        columns: dict[int, Column] = {}
        places: dict[Column, int] = {}
        issues: list[Issue] = []
        for index, match in self.found.items():
            if match is None:
                continue
            column = match.column
            if column in places and (column.path is not None or column.parts):
                index = self._preferred(column, places[column], index, issues)  # noqa: PLW2901
                columns.pop(places[column])
            places[column] = index
            columns[index] = column
        lacking = self._lacking(places)
        if lacking:
            raise self._refused("table.column_missing", heading=lacking[0].headings[0])
        issues += self._unknown(places)
        issues += (_unread(sheet) for sheet in unread)
        if not self.layout.is_export:
            columns = {index: _with_date(c) for index, c in columns.items()}
        named = frozenset(self.found)
        return Headings(self.layout, self.sheet, self.row, columns, named, issues)

    def _preferred(self, column: Column, first: int, second: int, issues: list[Issue]) -> int:
        """Return which of two columns with headings of the same field is read."""
        names = [self.headings[first].heading.name, self.headings[second].heading.name]
        if names[0] == names[1]:
            places = {"first": column_letters(first), "second": column_letters(second)}
            if self._is_repeated(first, second):
                raise self._refused("table.side_by_side", **places)
            raise self._refused("table.column_duplicate", **places, heading=column.headings[0])
        order = [_name(heading) for heading in column.headings]
        ranks = [order.index(name) if name in order else len(order) for name in names]
        read, other = (first, second) if ranks[0] <= ranks[1] else (second, first)
        issues.append(self._at("table.column_redundant", other, {"first": column_letters(read)}))
        return read

    def _is_repeated(self, first: int, second: int) -> bool:
        """Tell whether more headings than one come again as far behind, as in a second table."""
        names = {at: place.heading.name for at, place in self.headings.items()}
        again = (at for at in names if names.get(at + second - first) == names[at])
        return second - first > 1 and sum(1 for _ in again) > 1

    def _refused(self, code: str, **params: str | int) -> TableError:
        """Return the error for headings that are no table of the layout, which it names."""
        facts = {"layout": self.layout.name, **params}
        return TableError(Issue(code, params=facts, row=self.row, sheet=self.sheet.name))

    def _at(self, code: str, index: int, params: dict[str, str | int]) -> Issue:
        """Return the warning about a heading, at its cell."""
        place = self.headings[index]
        if (shown := place.heading.shown) is not None:
            params = {"heading": shown, **params}
        return Issue(
            code,
            severity=Severity.WARNING,
            params=params,
            row=place.row,
            column=column_letters(index),
            sheet=self.sheet.name,
        )

    def _unknown(self, found: Iterable[Column]) -> Iterator[Issue]:
        there = set(found)
        free = {
            _name(heading): column.headings[0]
            for column in self.layout.all_columns()
            if column not in there and not column.parts
            for heading in column.headings
        }
        for index, match in self.found.items():
            heading = self.headings[index].heading
            if match is None and heading.name not in _RUNNING:
                near = get_close_matches(heading.name, free, n=1, cutoff=_NEAR)
                is_one = not heading.bare and not heading.is_of_others and "/" not in heading.text
                is_near = near and is_one
                params: dict[str, str | int] = {"suggestion": free[near[0]]} if is_near else {}
                yield self._at("table.column_unknown", index, params)


def _unread(sheet: Sheet) -> Issue:
    return Issue("table.sheet_unread", severity=Severity.WARNING, row=1, sheet=sheet.name)


def _with_date(column: Column) -> Column:
    """Return a column for birth places with what takes a date out of its cells, others as is."""
    if column.path is None or steps_of(column.path)[-1] != _PLACE:
        return column
    date = Column(f"{column.path.removesuffix(_PLACE)}{_DATE}", "Tanggal Lahir")
    return attrs.evolve(column, path=None, parts=(column, date), split=dated_place)


class _Place(NamedTuple):
    """A heading, and the row in which it is seen."""

    upper: Heading | None
    heading: Heading
    row: int


def _candidates(
    sheet: Sheet, rows: Sequence[Row], layouts: Sequence[_Known]
) -> Iterator[_Candidate]:
    """Yield each way to read one row, or two one below the other, as headings of a layout.

    One row comes before two that tell no more.
    """
    lines = [(number, [heading_of(cell) for cell in cells]) for number, cells in rows]
    above: _Names = ()
    for (number, names), below in zip_longest(lines, lines[1:]):
        one = {at: _Place(None, name, number) for at, name in enumerate(names) if name is not None}
        two = None
        if below is not None and below[0] == number + 1:
            two = _of_two(number, names, below[1])
        for known in layouts:
            if not _goes_on(known, above, names) and not (two and _spans(known, two)):
                yield _candidate(known, sheet, number, number, one)
            if two is not None:
                yield _candidate(known, sheet, number, number + 1, two)
        above = () if two is None else names


def _goes_on(known: _Known, above: "_Names", names: "_Names") -> bool:
    """Tell whether the row above has headings of columns in which this row has none of its own."""
    return any(
        upper is not None
        and (lower is None or lower.name == upper.name)
        and known.match(None, upper) is not None
        for upper, lower in zip_longest(above, names)
    )


def _spans(known: _Known, two: Mapping[int, _Place]) -> bool:
    """Tell whether the upper of two rows has a heading over several ones that are known."""
    times = Counter(
        place.upper.name
        for place in two.values()
        if place.upper is not None and known.match(None, place.heading) is not None
    )
    return any(count >= _FEWEST for count in times.values())


def _candidate(
    known: _Known, sheet: Sheet, first_row: int, row: int, places: Mapping[int, _Place]
) -> _Candidate:
    found = {index: known.match(place.upper, place.heading) for index, place in places.items()}
    return _Candidate(known, sheet, first_row, row, found, places)


_Names = Sequence[Heading | None]
"""The headings of a row; None for a blank cell."""


def _of_two(row: int, upper: _Names, lower: _Names) -> dict[int, _Place]:
    """Return the upper and the lower heading of each column; an upper one may span several."""
    found: dict[int, _Place] = {}
    spanning: Heading | None = None
    for index, (above, below) in enumerate(zip_longest(upper, lower)):
        spanning = None if above is None and below is None else spanning
        spanning = spanning if above is None else above
        if below is not None:
            found[index] = _Place(spanning, below, row + 1)
        elif above is not None:
            found[index] = _Place(None, above, row)
    return found
