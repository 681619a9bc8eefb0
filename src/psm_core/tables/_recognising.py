"""Where a sheet's headings are, and which profile they belong to."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import closing
from difflib import get_close_matches
from itertools import islice, zip_longest
from typing import Any, Final, NamedTuple

from ..errors import Issue, Severity
from ._cells import is_blank
from ._profile import Column, Profile, folded
from ._sheets import Row, Sheet, letters, refused

_LOOKED_AT: Final = 40
MOST_HEADINGS: Final = 1_000_000
"""How many cells at the tops of all sheets are held against the headings that are known."""
_FEWEST, _NEEDED = 2, 2
_RUNNING: Final = frozenset({"no", "nomor", "nourut", "nomorurut"})
_NEAR = 0.75


class Headings(NamedTuple):
    """What was recognised of a sheet."""

    profile: Profile[Any]
    sheet: Sheet
    row: int
    """The last row of headings; the table begins below it."""
    columns: Mapping[int, Column]
    """Number of a column from 0 → what it is."""
    named: AbstractSet[int]
    """Numbers of the columns that have a heading, known or not."""
    issues: Sequence[Issue]
    """Headings that are not known."""


def recognise(sheets: Iterable[Sheet], profiles: Sequence[Profile[Any]]) -> Headings:
    """Find the headings of a table in some sheets, by what the profiles call their columns.

    Raises:
        TableError: ``table.no_header``, ``table.column_twice``, ``table.column_missing``,
            ``table.empty``, ``table.too_many_cells``.

    """
    return _best(_likely(sheets, profiles))


def recognise_kind(sheets: Iterable[Sheet], profiles: Sequence[Profile[Any]]) -> Headings:
    """Find the same among profiles of several kinds of records, and guess none of them.

    Raises:
        TableError: as in `recognise`; ``table.ambiguous`` when the headings fit two kinds equally
            well.

    """
    likely = _likely(sheets, profiles)
    every = [one for found in likely for one in found]
    top = max(map(_Candidate.score, every))
    tops = (one.profile for one in every if one.score() == top)
    alike = dict.fromkeys((one.name, one.kind.__name__) for one in tops)
    if len({kind for _, kind in alike}) > 1:
        raise refused("table.ambiguous", known=", ".join(f"{n} ({kind})" for n, kind in alike))
    return _best(likely)


def _likely(sheets: Iterable[Sheet], profiles: Sequence[Profile[Any]]) -> list[list["_Candidate"]]:
    """Return what may be headings, for each sheet that has any."""
    known = [_Known.of(profile) for profile in profiles]
    likely: list[list[_Candidate]] = []
    is_empty = True
    count = 0
    for sheet in sheets:
        with closing(sheet.rows()) as rows:
            first = [row for row in islice(rows, _LOOKED_AT) if not all(map(is_blank, row[1]))]
        count += sum(len(cells) for _, cells in first)
        if count > MOST_HEADINGS:
            raise refused("table.too_many_cells", most=MOST_HEADINGS)
        is_empty = is_empty and not first
        likely.append(list(filter(_Candidate.is_likely, _candidates(sheet, first, known))))
    if is_empty:
        raise refused("table.empty")
    if not any(likely):
        raise refused("table.no_header", known=", ".join(profile.name for profile in profiles))
    return list(filter(None, likely))


def _best(likely: Iterable[Sequence["_Candidate"]]) -> Headings:
    """Return the likeliest headings, each other sheet with a whole table being told of."""
    found = [max(candidates, key=_Candidate.score) for candidates in likely]
    best = max(found, key=_Candidate.score)
    return best.settled(one.sheet for one in found if one is not best and one.is_whole())


class _Known(NamedTuple):
    """A profile with its headings folded."""

    profile: Profile[Any]
    by_heading: Mapping[str, Column]
    uppers: Mapping[Column, AbstractSet[str]]
    """Column → the upper headings below which it may stand."""
    all_uppers: AbstractSet[str]

    @classmethod
    def of(cls, profile: Profile[Any]) -> "_Known":
        """Fold the headings of a profile."""
        by_heading = {folded(h): column for column in profile.columns for h in column.headings}
        uppers = {
            column: {folded(h.partition(" / ")[0]) for h in column.headings if " / " in h}
            for column in profile.columns
        }
        return cls(profile, by_heading, uppers, set().union(*uppers.values()))

    def column(self, upper: str, name: str) -> Column | None:
        """Return the column of a heading; one below another's upper heading is not meant."""
        whole = self.by_heading.get(upper + name)
        if whole is not None or not upper:
            return whole
        found = self.by_heading.get(name)
        if found is None or not upper:
            return found
        may_be_others = self.uppers[found] or upper in self.all_uppers
        return None if may_be_others and upper not in self.uppers[found] else found


class _Candidate(NamedTuple):
    """One row, or two, taken for headings of a profile."""

    profile: Profile[Any]
    sheet: Sheet
    row: int
    found: Mapping[int, Column | None]
    """Number of a column → what it is; None for one that is not known."""
    headings: Mapping[int, str]

    def score(self) -> tuple[int, int]:
        """How many columns of the profile were found, each counted once, and how few were not.

        One that a file has to have weighs more when it is missing, and a heading that is not known
        weighs against it.
        """
        found = {column for column in self.found.values() if column is not None}
        missing = [column for column in self.profile.columns if column not in found]
        needed = sum(column.required for column in missing)
        unknown = sum(column is None for column in self.found.values())
        return len(found) - _NEEDED * needed - unknown, -len(missing)

    def is_whole(self) -> bool:
        """Whether every column is there that a file has to have."""
        found = set(self.found.values())
        return all(column in found for column in self.profile.columns if column.required)

    def is_likely(self) -> bool:
        """Whether enough columns were found to take the row for headings."""
        found = sum(column is not None for column in self.found.values())
        return found >= min(_FEWEST, len(self.profile.columns))

    def settled(self, unread: Iterable[Sheet]) -> Headings:
        """Return the headings, or raise for what makes them no table of the profile."""
        columns: dict[int, Column] = {}
        places: dict[Column, int] = {}
        for index, column in self.found.items():
            if column is None:
                continue
            twin = places.setdefault(column, index)
            if twin != index and column.path is not None:
                raise refused(
                    "table.column_twice",
                    first=letters(twin),
                    second=letters(index),
                    heading=column.headings[0],
                )
            columns[index] = column
        for column in self.profile.columns:
            if column.required and column not in places:
                raise refused("table.column_missing", heading=column.headings[0])
        issues = [*self._unknown(columns), *(_unread(sheet) for sheet in unread)]
        named = frozenset(self.found)
        return Headings(self.profile, self.sheet, self.row, columns, named, issues)

    def _unknown(self, columns: Mapping[int, Column]) -> Iterator[Issue]:
        found = set(columns.values())
        free = {
            folded(heading): column.headings[0]
            for column in self.profile.columns
            if column not in found
            for heading in column.headings
        }
        for index, column in self.found.items():
            if column is None and self.headings[index] not in _RUNNING:
                near = get_close_matches(self.headings[index], free, n=1, cutoff=_NEAR)
                params: dict[str, str | int] = {"suggestion": free[near[0]]} if near else {}
                yield Issue(
                    "table.column_unknown",
                    severity=Severity.WARNING,
                    params=params,
                    row=self.row,
                    column=letters(index),
                    sheet=self.sheet.name,
                )


def _unread(sheet: Sheet) -> Issue:
    return Issue("table.sheet_unread", severity=Severity.WARNING, row=1, sheet=sheet.name)


def _candidates(
    sheet: Sheet, rows: Sequence[Row], profiles: Sequence[_Known]
) -> Iterator[_Candidate]:
    """Yield each way to read one row, or two one below the other, as headings of a profile.

    One row comes before two that tell no more.
    """
    lines = [
        (number, [None if is_blank(c) else folded(c) for c in cells]) for number, cells in rows
    ]
    for (number, names), below in zip_longest(lines, lines[1:]):
        one = _of_one(names)
        two = _of_two(names, below[1]) if below is not None and below[0] == number + 1 else None
        for known in profiles:
            yield _candidate(known, sheet, number, one)
            if two is not None:
                yield _candidate(known, sheet, number + 1, two)


def _candidate(
    known: _Known, sheet: Sheet, row: int, headings: Mapping[int, tuple[str, str]]
) -> _Candidate:
    found = {index: known.column(*names) for index, names in headings.items()}
    shown = {index: "".join(names) for index, names in headings.items()}
    return _Candidate(known.profile, sheet, row, found, shown)


_Names = Sequence[str | None]
"""The folded cells of a row; None for a blank one."""


def _of_one(names: _Names) -> dict[int, tuple[str, str]]:
    return {index: ("", name) for index, name in enumerate(names) if name}


def _of_two(upper: _Names, lower: _Names) -> dict[int, tuple[str, str]]:
    """Return the upper and the lower heading of each column; an upper one may span several."""
    found: dict[int, tuple[str, str]] = {}
    spanning = ""
    for index, (above, below) in enumerate(zip_longest(upper, lower)):
        spanning = "" if above is None and below is None else spanning
        spanning = spanning if above is None else above
        if below is not None:
            found[index] = (spanning, below)
        elif above is not None:
            found[index] = ("", spanning)
    return found
