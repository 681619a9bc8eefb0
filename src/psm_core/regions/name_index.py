"""Index of region names: finds the names that are, begin with, contain or misspell a text.

The index is built in memory when it is first needed, in some milliseconds.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Final, NamedTuple

import attrs

from ..terms import RegionLevel
from .address_parser import AddressParser, Interpretation, normalize_names, normalize_table
from .history import History
from .packed_table import PackedRegions
from .spelling import distance, fragments, mistakes_allowed

_BLOCK: Final = 1024
_NEWLINE: Final = 10
EQUAL: Final = 0
BEGINNING: Final = 1
INSIDE: Final = 2
_VILLAGE: Final = RegionLevel.VILLAGE.digits
_NUMERALS: Final = r"[0-9]+|\b[ivx]+\b"


@attrs.frozen
class NameQuery:
    """A region name to look for, where to look for it, and the rest of its address."""

    text: str
    """The name as people write it, or a whole address line."""
    within: tuple[str, ...] = ("",)
    """The digits of the regions to look in; an empty text stands for the whole country."""
    length: int = 0
    """How many digits the code of the smallest region has; 0 for any level."""
    smaller: tuple[str, ...] = ()
    """The names before this one in an address, the smallest region first."""
    larger: str = ""
    """The name behind this one in an address."""

    @property
    def code_length(self) -> int:
        """How many digits the code of the region with this name has; 0 for any level."""
        return 0 if self.smaller else self.length

    def for_address(self, names: Sequence[str]) -> "NameQuery":
        """Return the query for an address: for its largest region, which comes last."""
        *smaller, text = names
        return NameQuery(text, self.within, self.length, tuple(smaller))

    def for_smaller(self, within: Iterable[str], larger: str) -> "NameQuery":
        """Return the query for the name before this one, in the regions that this one means."""
        *smaller, text = self.smaller
        return NameQuery(text, tuple(within), self.length, tuple(smaller), larger)


class NormalizedNames:
    """Normalized names in one text, each between newlines. A name is identified by its row."""

    def __init__(self, names: str) -> None:
        """Normalize the names, each ended by a newline."""
        self._text = text = b"\n" + normalize_table(names)
        blocks = (text.count(b"\n", at, at + _BLOCK) for at in range(0, len(text), _BLOCK))
        self._before = list(accumulate(blocks, initial=0))

    def equal(self, name: bytes, rows: range) -> list[int]:
        """Return those of the rows whose name is this one."""
        found: list[int] = []
        text, pattern, (start, end) = self._text, b"\n" + name + b"\n", self._span(rows)
        at = text.find(pattern, start, end)
        while at >= 0:
            found.append(self._row(at))
            at = text.find(pattern, at + 1, end)
        return found

    def containing(self, text: bytes, rows: range, rank: int) -> Iterator[tuple[int, int]]:
        """Yield (rank, row) of those of the rows whose name contains a text, up to a rank.

        The rank is `EQUAL`, `BEGINNING` or `INSIDE`. Unless `INSIDE` is asked for, only the
        beginnings of names are searched, because thousands of names contain a given letter.
        """
        names, front = self._text, int(rank < INSIDE)
        pattern, (start, end) = b"\n" * front + text, self._span(rows)
        at = names.find(pattern, start, end)
        while at >= 0:
            begin = at + front
            if names[begin - 1] != _NEWLINE:
                yield INSIDE, self._row(at)
            elif names[begin + len(text)] != _NEWLINE:
                yield BEGINNING, self._row(at)
            else:
                yield EQUAL, self._row(at)
            at = names.find(pattern, names.find(b"\n", at + 1), end)

    def misspelt(self, text: bytes, rows: range, limit: int) -> Iterator[int]:
        """Yield those of the rows whose name differs from a text by `limit` mistakes at most."""
        start, end = self._span(rows)
        names = self._text
        compared: set[int] = set()
        for fragment, offset in fragments(text, limit):
            at = names.find(fragment, start, end)
            while at >= 0:
                begin = names.rfind(b"\n", start, at + 1) if offset else at
                stop = names.find(b"\n", begin + 1, end)
                if (
                    at - begin <= offset + limit
                    and abs(stop - begin - 1 - len(text)) <= limit
                    and begin not in compared
                ):
                    compared.add(begin)
                    if distance(names[begin + 1 : stop], text, limit) <= limit:
                        yield self._row(begin)
                at = names.find(fragment, max(stop, at + 1), end)

    def _row(self, at: int) -> int:
        """Return the row of the name at a position of the text."""
        block = at // _BLOCK
        return self._before[block] + self._text.count(b"\n", block * _BLOCK, at + 1) - 1

    def _span(self, rows: range) -> tuple[int, int]:
        """Return where the text of these rows begins and ends, each with its newline."""
        return self._newline(rows.start), self._newline(rows.stop) + 1

    def _newline(self, row: int) -> int:
        """Return the position of the newline before a row."""
        block = bisect_right(self._before, row) - 1
        at = block * _BLOCK - 1
        for _ in range(row - self._before[block] + 1):
            at = self._text.find(b"\n", at + 1)
        return at


class OtherName(NamedTuple):
    """A name that a region has, or had, besides its name in force."""

    name: str
    """The name, normalized."""
    digits: str
    """The digits of the region in force."""
    place: str
    """The digits of its code; for a retired code, the former digits."""


_Table = tuple[NormalizedNames, range, Callable[[int], str]]


class NameIndex:
    """Finds the digits of regions by their names in force and their other names."""

    def __init__(self, table: PackedRegions, history: History, parser: AddressParser) -> None:
        """Normalize all names. Two threads may do so at once, with the same result."""
        self._table = table
        self.parser: AddressParser = parser
        self._upper, self._villages = map(NormalizedNames, table.texts())
        large = _normalized((name, digits, "") for digits, name in table.provinces_and_regencies())
        in_force = {(one.name, len(one.digits)) for one in large}
        rows = ((name, code.replace(".", "")) for code, name, _ in table.table("aliases"))
        aliases = _normalized((name, digits, digits) for name, digits in rows)
        # Kabupaten Pontianak was renamed, and Pontianak is the name of a kota today: an alias that
        # is a name in force counts as a former name.
        taken = [one for one in aliases if (one.name, len(one.digits)) in in_force]
        aliases = [one for one in aliases if one not in taken]
        former = _normalized((name, digits, digits) for name, digits in history.other_names())
        former += taken
        self._others = aliases + former
        self._aliases, self._former = _by_name(aliases), _by_name(former)
        self._retired = _by_name(_normalized(history.retired_names()))

    def exact(self, query: NameQuery) -> list[str]:
        """Return the regions that have a name, larger ones first, then by code.

        A name in force comes before a former name, and that before the name of a region that lay
        in the place before. The stated kind of village counts if there is such a village; else the
        other kind is accepted, because people confuse the two.
        """
        wanted = self.parser.interpretations(query.text, query.code_length)
        places = [place for place in query.within if len(place) < _VILLAGE]
        for find in (self._current, self._renamed, self._recoded):
            found: set[str] = set()
            for one in wanted:
                hits = [
                    digits
                    for place in places
                    for digits in find(one, place)
                    if digits != place
                    and one.allows(digits)
                    and self._has_numerals_of(query.text, digits)
                ]
                found.update([digits for digits in hits if one.prefers(digits)] or hits)
            if found:
                return by_level(found)
        return []

    def ranked(self, wanted: Interpretation, place: str, rank: int) -> list[list[str]]:
        """Return the regions in a place whose name contains a name, for each rank up to one.

        Regions of the stated kind come first, then larger regions, then lower codes.
        """
        found: list[list[str]] = [[], [], []]
        for names, rows, digits_of in self._tables(place, wanted.length):
            for at, row in names.containing(wanted.name.encode(), rows, rank):
                found[at].append(digits_of(row))
        for name, digits, lies_in in self._others:
            if name.startswith(wanted.name) and lies_in.startswith(place):
                found[EQUAL if name == wanted.name else BEGINNING].append(digits)
        return [
            sorted(filter(wanted.allows, hits), key=lambda one: (not wanted.prefers(one), len(one)))
            for hits in found
        ]

    def misspelt(self, query: NameQuery) -> list[str]:
        """Return the regions whose name a text misspells: by one mistake, or else by two."""
        wanted = self.parser.interpretations(query.text, query.code_length)
        return [digits for place in query.within for digits in self._misspelt(wanted, place)]

    def _misspelt(self, wanted: list[Interpretation], place: str) -> list[str]:
        for limit in (1, 2):
            found = {
                digits
                for one in wanted
                if limit <= mistakes_allowed(one.name)
                for digits in self._within_distance(one, place, limit)
                if one.allows(digits)
            }
            if found:
                return by_level(found)
        return []

    def _within_distance(self, wanted: Interpretation, place: str, limit: int) -> Iterator[str]:
        text = wanted.name.encode()
        for names, rows, digits_of in self._tables(place, wanted.length):
            yield from map(digits_of, names.misspelt(text, rows, limit))
        for name, digits, lies_in in self._others:
            if lies_in.startswith(place) and distance(name.encode(), text, limit) <= limit:
                yield digits

    def _current(self, wanted: Interpretation, place: str) -> list[str]:
        """Return the regions in a place with a name in force, or with an alias."""
        found = _lookup(self._aliases, wanted, place)
        for names, rows, digits_of in self._tables(place, wanted.length):
            found += map(digits_of, names.equal(wanted.name.encode(), rows))
        return found

    def _renamed(self, wanted: Interpretation, place: str) -> list[str]:
        """Return the regions in a place with a former name."""
        return _lookup(self._former, wanted, place)

    def _recoded(self, wanted: Interpretation, place: str) -> list[str]:
        """Return the regions with a name whose former code lay in a place."""
        return _lookup(self._retired, wanted, place)

    def _tables(self, place: str, length: int) -> list[_Table]:
        """Return names, rows of a place, and digits by row: of villages, of larger regions."""
        upper, villages = self._table.inside(place)
        tables: list[_Table] = []
        if length != _VILLAGE:
            tables.append((self._upper, upper, self._table.upper_digits))
        if length in {0, _VILLAGE}:
            tables.append((self._villages, villages, self._table.village_digits))
        return tables

    def _has_numerals_of(self, text: str, digits: str) -> bool:
        """Return whether a text has the numerals of a name, if either has a slash or a comma.

        Normalized, "I/II" is "III", which is another village.
        """
        name = self._table.name(digits) or ""
        if not re.search("[/,]", name + text):
            return True
        return re.findall(_NUMERALS, name.lower()) == re.findall(_NUMERALS, text.lower())


def by_level(digits: Iterable[str]) -> list[str]:
    """Return digits of regions sorted: larger regions first, then by code."""
    return sorted(sorted(digits), key=len)


def _normalized(rows: Iterable[tuple[str, str, str]]) -> list[OtherName]:
    """Return (name, digits, place) of each row, the name normalized."""
    listed = list(rows)
    names = normalize_names([name for name, _, _ in listed])
    return [OtherName(name, *row[1:]) for name, row in zip(names, listed, strict=False)]


def _by_name(names: Iterable[OtherName]) -> dict[str, list[OtherName]]:
    found: dict[str, list[OtherName]] = {}
    for one in names:
        found.setdefault(one.name, []).append(one)
    return found


def _lookup(names: dict[str, list[OtherName]], wanted: Interpretation, place: str) -> list[str]:
    """Return the regions in a place that have one of some other names."""
    return [one.digits for one in names.get(wanted.name, ()) if one.place.startswith(place)]
