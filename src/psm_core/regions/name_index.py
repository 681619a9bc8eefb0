"""Index of region names: finds the names that are, begin with, contain or misspell a text.

The index is built in memory when it is first needed, in some milliseconds.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

import attrs

from ..terms import RegionLevel
from .address_parser import AddressParser, Interpretation, normalize_letters, normalize_names
from .history import History
from .letter_index import LetterIndex
from .packed_table import PackedRegions
from .spelling import MOST_MISTAKES, mistakes_allowed

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


class OtherName(NamedTuple):
    """A name that a region has, or had, besides its name in force."""

    name: str
    """The name, normalized."""
    digits: str
    """The digits of the region in force."""
    place: str
    """The digits of its code; for a retired code, the former digits."""


class NameIndex:
    """Finds the digits of regions by their names in force and their other names."""

    def __init__(self, table: PackedRegions, history: History, parser: AddressParser) -> None:
        """Normalize all names. Two threads may do so at once, with the same result."""
        self._table = table
        self.parser: AddressParser = parser
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
        self._first_village, self._first_other = table.inside("")[0].stop, len(table)
        others = "".join(f"{one.name}\n" for one in self._others)
        self._letters = LetterIndex(table.normalized_names(normalize_letters) + others)
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
                    for place, digits in find(one, places)
                    if digits != place
                    and one.allows(digits)
                    and self._has_numerals_of(query.text, digits)
                ]
                found.update([digits for digits in hits if one.prefers(digits)] or hits)
            if found:
                return by_level(found)
        return []

    def ranked(self, wanted: Interpretation, place: str, rank: int) -> list[str]:
        """Return the regions in a place whose name is, begins with or contains a name.

        The rank is `EQUAL`, `BEGINNING` or `INSIDE`; no region has two. Regions of the stated kind
        come first, then larger regions, then lower codes. Other names are not searched inside.
        """
        find = (self._letters.equal, self._letters.beginning, self._letters.inside)[rank]
        rows = find(wanted.name.encode())
        found = self._inside(rows, place, wanted.length)
        if rank != INSIDE:
            found += self._others_inside(rows, place)
        return sorted(
            filter(wanted.allows, found), key=lambda one: (not wanted.prefers(one), len(one))
        )

    def misspelt(self, query: NameQuery) -> list[str]:
        """Return the regions whose name a text misspells: by one mistake, or else by two."""
        wanted = [
            (one, self._letters.misspelt(one.name.encode(), mistakes_allowed(one.name)))
            for one in self.parser.interpretations(query.text, query.code_length)
        ]
        found: list[list[str]] = [[] for _ in query.within]
        for _ in range(MOST_MISTAKES):
            if all(found):
                break
            none: list[int] = []
            rows = [(one, next(similar, none)) for one, similar in wanted]
            for at, place in enumerate(query.within):
                found[at] = found[at] or self._similar(rows, place)
        return [digits for hits in found for digits in hits]

    def _similar(self, wanted: list[tuple[Interpretation, list[int]]], place: str) -> list[str]:
        """Return the regions in a place among those that each way to understand a name gives."""
        hits = {
            digits
            for one, rows in wanted
            for digits in (
                *self._inside(rows, place, one.length),
                *self._others_inside(rows, place),
            )
            if one.allows(digits)
        }
        return by_level(hits)

    def _current(self, wanted: Interpretation, places: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Yield (place, region) of each region in a place with a name in force, or an alias."""
        rows = self._letters.equal(wanted.name.encode())
        for place in places:
            for digits in self._inside(rows, place, wanted.length):
                yield place, digits
        yield from _lookup(self._aliases, wanted, places)

    def _renamed(self, wanted: Interpretation, places: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Yield (place, region) of each region in a place with a former name."""
        return _lookup(self._former, wanted, places)

    def _recoded(self, wanted: Interpretation, places: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Yield (place, region) of each region with a name whose former code lay in a place."""
        return _lookup(self._retired, wanted, places)

    def _inside(self, rows: list[int], place: str, length: int) -> list[str]:
        """Return those of the rows that are regions in a place, with codes of a length or any."""
        if not rows:
            return []
        table, first = self._table, self._first_village
        upper, villages = table.inside(place)
        found: list[str] = []
        if length != _VILLAGE:
            found += map(table.upper_digits, _between(rows, upper.start, upper.stop))
        if length in {0, _VILLAGE}:
            inside = _between(rows, first + villages.start, first + villages.stop)
            found += [table.village_digits(row - first) for row in inside]
        return found

    def _others_inside(self, rows: list[int], place: str) -> list[str]:
        """Return those of the rows that are other names of regions in a place."""
        first = self._first_other
        inside = _between(rows, first, first + len(self._others))
        others = [self._others[row - first] for row in inside]
        return [one.digits for one in others if one.place.startswith(place)]

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


def _lookup(
    names: dict[str, list[OtherName]], wanted: Interpretation, places: Iterable[str]
) -> Iterator[tuple[str, str]]:
    """Yield (place, region) of each region in a place that has one of some other names."""
    others = names.get(wanted.name, ())
    return (
        (place, one.digits) for place in places for one in others if one.place.startswith(place)
    )


def _between(rows: list[int], start: int, stop: int) -> list[int]:
    """Return those of the sorted rows that are not before a row, and before another."""
    return rows[bisect_left(rows, start) : bisect_left(rows, stop)]
