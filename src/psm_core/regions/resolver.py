"""What a name or an address line means: followed from its largest region down to its smallest."""

import re
from functools import partial
from itertools import chain, islice
from typing import NamedTuple

from ..terms import RegionLevel
from .address_parser import LONGEST
from .names import Finder

_SUGGESTED = 5
_LOOKED_AT = 200
_WORDS = 8
_MOST_NAMES = 12  # an address that names more is none, and each of them would be looked for
_VILLAGE = RegionLevel.VILLAGE.digits


class Meant(NamedTuple):
    """What a text means: the digits found, else guesses, and what was understood of it."""

    found: list[str]
    guesses: list[str]
    within: str = ""


class Resolver:
    """Resolves names and address lines with a finder. Nothing is corrected: a guess is a guess."""

    def __init__(self, finder: Finder) -> None:
        """Keep the finder."""
        self._finder = finder

    def resolve(self, text: str, within: str, length: int, *, suggest: bool = True) -> Meant:
        """Return what a text means. `length` is how many digits the code has, or 0.

        The text is read as one name, and then in each way that its reader cuts it.
        """
        line = re.sub(r"[ \t\u00a0]+", " ", text)
        if len(line) > LONGEST:
            return Meant([], [])
        ways: list[list[str]] = []
        for cut in chain([[line]], self._finder.reader.lines(line, self._is_region)):
            names = self._beyond(cut, within) if len(cut) <= _MOST_NAMES else []
            if names in ways:
                continue
            if found := self._followed(names, [within], length) if names else []:
                return Meant(found, [])
            ways.append(names)
        if not suggest:
            return Meant([], [])
        guesses = [self._guessed(names, within, length) for names in ways if len(names) > 1]
        best = max(guesses, key=lambda one: (bool(one.guesses), len(one.within)), default=None)
        if best is None or not (best.guesses or best.within):
            best = Meant([], self._nearest(line, within, length))
        return best._replace(guesses=list(dict.fromkeys(best.guesses))[:_SUGGESTED])

    def _nearest(self, name: str, within: str, length: int) -> list[str]:
        """Return what one name may mean: an abbreviation first, then names like it.

        A name that only has the text begin inside one of its words is no suggestion.
        """
        found = islice(self._finder.search(name, within, length), _LOOKED_AT)
        short = self._finder.abbreviated(name, within, length)
        is_near = partial(self._finder.is_near, name, misspelt=not short)
        return [*short, *filter(is_near, found)]

    def _is_region(self, name: str) -> bool:
        return bool(self._finder.named(name, [""]))

    def _beyond(self, names: list[str], within: str) -> list[str]:
        """Return the names without those at the end of the region that is told, or of one above."""
        above = {within[: level.digits] for level in RegionLevel} if within else set[str]()
        while len(names) > 1 and above.intersection(self._finder.named(names[-1], [""])):
            names = names[:-1]
        return names

    def _followed(
        self, names: list[str], scopes: list[str], length: int, larger: str = ""
    ) -> list[str]:
        """Return the regions that names lead to, the smallest name first; each word is followed.

        Where a comma is missing, the name ends with that of a larger region.
        """
        if not names:
            return scopes if length in {0, *map(len, scopes)} else []
        *smaller, name = names
        inside = self._finder.named(name, scopes, 0 if smaller else length)
        if not inside and self._is_below(name, scopes, larger):
            return self._followed(smaller, scopes, length, larger)
        if inside and (found := self._followed(smaller, inside, length, name)):
            return found
        words = name.split()
        ends: set[str] = set()
        for cut in range(1, len(words)) if len(words) <= _WORDS else ():
            head, tail = " ".join(words[:cut]), " ".join(words[cut:])
            around = [one for one in self._finder.named(tail, scopes) if len(one) < _VILLAGE]
            if around:
                ends.update(self._followed([*smaller, head], around, length, tail))
        return sorted(ends, key=lambda digits: (len(digits), digits))

    def _is_below(self, name: str, scopes: list[str], village: str) -> bool:
        """Tell whether a name is that of a hamlet, which has no code, inside these villages.

        The village must be told to be one, and no other village beside it may bear the name.
        """
        reader = self._finder.reader
        if {len(digits) for digits in scopes} != {_VILLAGE} or not reader.tells_village(village):
            return False
        beside = self._finder.named(name, [digits[:6] for digits in scopes])
        return reader.may_be_hamlet(name) and set(beside) <= set(scopes)

    def _guessed(self, names: list[str], within: str, length: int) -> Meant:
        """Return what names may mean when some are misspelt or lie elsewhere."""
        scopes, understood = [within], ""
        for name in reversed(names[1:]):
            inside = self._finder.named(name, scopes)
            if len(inside) == 1:
                understood = inside[0]
            scopes = inside or self._finder.alike(name, scopes)[:_SUGGESTED] or scopes
        smallest = names[0]
        found = self._finder.named(smallest, scopes, length)
        found = found or self._finder.alike(smallest, scopes, length)
        around = [digits[: 4 if len(digits) > 4 else 2] for digits in scopes]  # noqa: PLR2004 - regency
        return Meant([], found or self._finder.named(smallest, around, length), understood)
