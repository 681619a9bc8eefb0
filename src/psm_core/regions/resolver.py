"""Resolves a name or an address line to regions, from its largest region to its smallest."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import attrs

from ..terms import RegionLevel
from .address_parser import LONGEST, AddressParser
from .details import Details
from .name_index import NameIndex, NameQuery, by_level
from .name_search import NameSearch
from .packed_table import PackedRegions

_SUGGESTED = 5
_WORDS = 8
_MOST_NAMES = 12  # a line with more names is no address, and each of them would be looked for
_PROVINCE, _REGENCY, _DISTRICT, _VILLAGE = (level.digits for level in RegionLevel)


class Match(NamedTuple):
    """The digits of the regions that a text means."""

    regions: list[str]
    """The regions with this name, or at this address."""
    suggestions: list[str]
    """Guesses, when there are no such regions."""
    within: str = ""
    """The smallest region of the address that was recognized."""


class NameResolver:
    """Resolves names and address lines. Nothing is corrected: a guess is only a suggestion."""

    def __init__(self, table: PackedRegions, details: Details) -> None:
        """Build the index of names."""
        parser = AddressParser(details.title_lengths())
        self._index = NameIndex(table, details.history, parser)
        self._search = NameSearch(table, self._index)

    def search(self, query: NameQuery) -> Iterator[str]:
        """Yield the digits of the regions that a text may mean, best first."""
        return self._search.search(query)

    def resolve(self, query: NameQuery, *, suggest: bool = True) -> Match:
        """Return what a text means."""
        return _LineResolver(self._index, self._search).resolve(query, suggest=suggest)


class _LineResolver:
    """Resolves one name or address line. It looks for each name in each place once."""

    def __init__(self, index: NameIndex, search: NameSearch) -> None:
        self._index = index
        self._search = search
        self._found: dict[tuple[str, tuple[str, ...], int], list[str]] = {}

    def _exact(self, query: NameQuery) -> list[str]:
        key = query.text, query.within, query.code_length
        if key not in self._found:
            self._found[key] = self._index.exact(query)
        return self._found[key]

    def resolve(self, query: NameQuery, *, suggest: bool = True) -> Match:
        """Return what a text means as one name or else as an address, split in several ways."""
        line = re.sub(r"[ \t\u00a0]+", " ", query.text)
        if len(line) > LONGEST:
            return Match([], [])
        query = attrs.evolve(query, text=line)
        if found := self._follow(query):
            return Match(found, [])
        addresses = [query]
        for names in self._index.parser.splits(line, self._is_region):
            if not 0 < len(names) <= _MOST_NAMES:
                continue
            address = self._without_known(query.for_address(names))
            if address in addresses:
                continue
            if found := self._follow(address):
                return Match(found, [])
            addresses.append(address)
        if any(self._is_place(address) for address in addresses):
            return Match([*query.within], [])
        return self._suggest(query, addresses) if suggest else Match([], [])

    def _is_place(self, address: NameQuery) -> bool:
        """Return whether an address is the name of the region that is searched."""
        place, *_ = address.within
        if not place or address.smaller or address.length not in {0, len(place)}:
            return False
        larger = [level.digits for level in RegionLevel if level.digits < len(place)]
        return place in self._exact(NameQuery(address.text, (place[: max(larger, default=0)],)))

    def _is_region(self, name: str) -> bool:
        return bool(self._exact(NameQuery(name)))

    def _without_known(self, address: NameQuery) -> NameQuery:
        """Return an address without the region that is searched, and without those around it."""
        place, *_ = address.within
        around = {place[: level.digits] for level in RegionLevel}
        while place and address.smaller:
            if around.isdisjoint(self._exact(NameQuery(address.text))):
                break
            address = address.for_smaller(address.within, "")
        return address

    def _follow(self, query: NameQuery) -> list[str]:
        """Return the regions at an address: the smaller names inside those that this name means.

        Where a comma is missing, a name may end with the name of a larger region.
        """
        matches = self._exact(query)
        if not matches and self._is_hamlet(query):
            return self._follow_smaller(query, query.within, query.larger)
        if matches and (found := self._follow_smaller(query, matches, query.text)):
            return found
        words = query.text.split()
        ends: set[str] = set()
        for cut in range(1, len(words)) if len(words) <= _WORDS else ():
            head, tail = " ".join(words[:cut]), " ".join(words[cut:])
            larger = attrs.evolve(query, text=tail, smaller=(*query.smaller, head))
            around = [digits for digits in self._exact(larger) if len(digits) < _VILLAGE]
            if around:
                ends.update(self._follow(larger.for_smaller(around, tail)))
        return by_level(ends)

    def _follow_smaller(self, query: NameQuery, matches: Sequence[str], name: str) -> list[str]:
        """Return the regions that the smaller names of an address mean inside these matches."""
        if query.smaller:
            return self._follow(query.for_smaller(matches, name))
        return list(matches) if query.length in {0, *map(len, matches)} else []

    def _is_hamlet(self, query: NameQuery) -> bool:
        """Return whether a name is that of a hamlet, which has no code, inside these villages.

        The address must call them villages, and no other village nearby may have the name.
        """
        parser, villages = self._index.parser, query.within
        if {len(digits) for digits in villages} != {_VILLAGE}:
            return False
        if not (parser.states_village(query.larger) and parser.may_be_hamlet(query.text)):
            return False
        around = tuple(digits[:_DISTRICT] for digits in villages)
        return set(villages).issuperset(self._exact(NameQuery(query.text, around)))

    def _suggest(self, query: NameQuery, addresses: list[NameQuery]) -> Match:
        """Return the best suggestions for the addresses, or else for the whole line as one name."""
        guesses = [self._guess(address) for address in addresses if address.smaller]
        best = max(guesses, key=lambda one: (bool(one.suggestions), len(one.within)), default=None)
        if best is None or not (best.suggestions or best.within):
            best = Match([], self._search.suggestions(query))
        return best._replace(suggestions=list(dict.fromkeys(best.suggestions))[:_SUGGESTED])

    def _guess(self, address: NameQuery) -> Match:
        """Return what an address may mean if names are misspelt or the region lies elsewhere."""
        query, recognized = address, ""
        while query.smaller:
            matches = self._exact(query)
            if len(matches) == 1:
                recognized = matches[0]
            matches = matches or self._misspelt(query)[:_SUGGESTED]
            query = query.for_smaller(matches or query.within, query.text)
        found = self._exact(query) or self._misspelt(query)
        around = tuple(map(_region_around, query.within))
        found = found or self._exact(attrs.evolve(query, within=around))
        return Match([], found, recognized)

    def _misspelt(self, query: NameQuery) -> list[str]:
        places = tuple(digits for digits in query.within if len(digits) < _VILLAGE)
        return self._index.misspelt(attrs.evolve(query, within=places))


def _region_around(digits: str) -> str:
    """Return the kabupaten or kota around a region; for a kabupaten or kota, the province."""
    return digits[: _REGENCY if len(digits) > _REGENCY else _PROVINCE]
