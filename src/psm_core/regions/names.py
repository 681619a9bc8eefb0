"""Which region a name means: many by search, one by resolving, as a value to be looked at."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple, final

import attrs

from .._frozen import FrozenType
from ..terms import RegionLevel
from .address_parser import LONGEST, Reader, Reading
from .history import History
from .name_index import BEGUN, INSIDE, WHOLE, NameIndex, distance, fold, slips_in
from .packed_table import PackedRegions
from .region import Region, addresses

_SHORT = 3
_REGENCY = RegionLevel.REGENCY.digits
_FEW, _SYLLABLES = 2, 4
_NUMERALS = r"[0-9]+|\b[ivx]+\b"


@final
@attrs.frozen
class OneRegion(metaclass=FrozenType):
    """A name that means one region.

    >>> from psm_core import load_regions
    >>> load_regions().resolve("Kab. Tanah Bumbu").region.code
    RegionCode('63.10')
    """

    region: Region
    """The region."""


@final
@attrs.frozen
class SeveralRegions(metaclass=FrozenType):
    """A name that means several regions: say more (a level, a parent), or let a person choose.

    >>> from psm_core import load_regions
    >>> from psm_core.terms import RegionLevel
    >>> found = load_regions().resolve("Banjar", level=RegionLevel.REGENCY)
    >>> [one.full_name for one in found.candidates]
    ['Kota Banjar', 'Kabupaten Banjar']
    """

    candidates: tuple[Region, ...]
    """All of them, larger ones first, then by code."""

    def _repr_html_(self) -> str:
        return addresses(self.candidates)


@final
@attrs.frozen
class NoRegion(metaclass=FrozenType):
    """A name that means no region as it is written.

    >>> from psm_core import RegionCode, load_regions
    >>> meant = load_regions().resolve("Angsanna", within=RegionCode("63.10"))
    >>> meant.suggestions[0].full_name
    'Kecamatan Angsana'
    """

    suggestions: tuple[Region, ...] = ()
    """What may have been meant, the most alike first. A guess, so let a person look at it."""
    within: Region | None = None
    """The smallest region of an address line that was understood."""

    def _repr_html_(self) -> str:
        return addresses(self.suggestions)


Resolution = OneRegion | SeveralRegions | NoRegion
"""What comes of resolving a name: one region, several, or none."""


class Besides(NamedTuple):
    """Another name of a region, folded; its digits; and those that tell what it lies in."""

    name: str
    digits: str
    place: str


class Finder:
    """Finds the digits of regions by their names."""

    def __init__(self, table: PackedRegions, history: History, reader: Reader) -> None:
        """Index the names in force, and keep the other names of regions beside them."""
        self._table = table
        self._index = NameIndex(table)
        self.reader: Reader = reader
        aliases = ((name, code.replace(".", "")) for code, name, _ in table.table("aliases"))
        names = [Besides(fold(name), digits, digits) for name, digits in aliases]
        self._besides = [one for one in names if not self._is_taken(one)]
        former = history.other_names()
        self._former = [Besides(fold(name), digits, digits) for name, digits in former]
        self._former += [one for one in names if self._is_taken(one)]
        self._moved = [
            Besides(fold(change.name), change.successor.digits, change.code.digits)
            for change in history.retirements()
        ]

    def _is_taken(self, other: Besides) -> bool:
        """Tell whether another region of the same level has the name today, as Kota Pontianak."""
        whole, *_ = self._index.found(other.name, "", WHOLE)
        return any(len(digits) == len(other.digits) for digits in whole)

    def abbreviated(self, text: str, within: str, length: int) -> list[str]:
        """Return the provinces, kabupaten and kota whose name a text abbreviates word by word.

        Each word gives its initial or its first letters: KLU, Tapsel, OKU Timur. The word for the
        kind may give its initial too: KBB.
        """
        upper = [digits for digits in self._table.below(within) if len(digits) <= _REGENCY]
        return [
            digits
            for digits in upper
            if length in {0, len(digits)}
            for reading in self._readings(text)
            if reading.fits(digits) and _abbreviates(reading.folded, self._words(digits))
        ]

    def _words(self, digits: str) -> list[str]:
        """Return the words of a name, folded, without *dan*."""
        words = [fold(word) for word in re.split(r"[\s-]+", self._table.name(digits) or "")]
        return [word for word in words if word not in {"", "dan"}]

    def is_near(self, text: str, digits: str, *, misspelt: bool = True) -> bool:
        """Tell whether a region found by search is a suggestion for a text, perhaps misspelt.

        It is not where its name has the text begin inside a word, nor where the text has three
        letters and is in no name.
        """
        words = [fold(word) for word in re.split(r"[\s-]+", self._table.name(digits) or "")]
        folded = [reading.folded for reading in self._readings(text)]
        begun = ("".join(words[at:]).startswith(tuple(folded)) for at in range(len(words)))
        is_inside = any(one in "".join(words) for one in folded)
        is_short = max(map(len, folded), default=0) <= _SHORT
        return any(begun) or (misspelt and not is_inside and not is_short)

    def search(self, text: str, within: str, length: int) -> Iterator[str]:
        """Yield what a text may mean, best first; misspelt names only when there is nothing else.

        `length` is how many digits the codes have, or 0.
        """
        readings = self._readings(text)
        found: set[str] = set()
        for digits in self._literal(readings, within):
            if digits not in found and length in {0, len(digits)}:
                found.add(digits)
                yield digits
        if not found:
            yield from self._alike(readings, within, length)

    def _readings(self, text: str) -> list[Reading]:
        return self.reader.readings(text) if len(text) <= LONGEST else []

    def _literal(self, readings: list[Reading], within: str) -> Iterator[str]:
        """Yield the regions that bear a name, whose name begins with it, that have it in theirs."""
        short = [reading for reading in readings if len(reading.folded) < _SHORT]
        ranked = [
            self._ranked(reading, within, BEGUN if reading in short else INSIDE)
            for reading in readings
        ]
        for rank in (WHOLE, BEGUN, INSIDE):
            for lists in ranked:
                yield from lists[rank]
        for reading in short:  # a letter or two stands in very many names: only when need be
            yield from self._ranked(reading, within, INSIDE)[INSIDE]

    def _ranked(self, reading: Reading, within: str, rank: int) -> list[list[str]]:
        """Return the regions for each rank up to one, the expected kind first."""
        found = self._index.found(reading.folded, within, rank)
        for name, digits, place in (*self._besides, *self._former):
            if name.startswith(reading.folded) and place.startswith(within):
                found[WHOLE if name == reading.folded else BEGUN].append(digits)
        return [
            sorted(filter(reading.fits, listed), key=lambda d: (not reading.expects(d), len(d)))
            for listed in found
        ]

    def _alike(self, readings: list[Reading], within: str, length: int) -> list[str]:
        """Return the regions whose name a text misspells in one letter, or else in two."""
        for slips in (1, 2):
            found = {
                digits
                for reading in readings
                if slips <= slips_in(reading.folded)
                for digits in self._misspelt(reading, within, slips)
                if reading.fits(digits) and length in {0, len(digits)}
            }
            if found:
                return sorted(found, key=lambda digits: (len(digits), digits))
        return []

    def _misspelt(self, reading: Reading, within: str, slips: int) -> Iterator[str]:
        """Yield the regions with a name that is the text but for some slips at most."""
        sought = reading.folded
        yield from self._index.alike(sought, within, slips)
        text = sought.encode()
        for name, digits, place in (*self._besides, *self._former):
            may_be = abs(len(name) - len(sought)) <= slips and place.startswith(within)
            if may_be and distance(name.encode(), text, slips) <= slips:
                yield digits

    def alike(self, name: str, scopes: Iterable[str], length: int = 0) -> list[str]:
        """Return the regions inside others whose name a text misspells."""
        readings = self._readings(name)
        wide = [one for one in scopes if len(one) < RegionLevel.VILLAGE.digits]  # as in `_exact`
        return [digits for one in wide for digits in self._alike(readings, one, length)]

    def named(self, name: str, scopes: Iterable[str], length: int = 0) -> list[str]:
        """Return the regions inside others that bear a name, larger ones first, then by code.

        A name of today comes before a former one, and that before a region that lay inside one of
        the others before. Where the told kind of village is there, it is meant; else the other
        kind is, since people mix them up.
        """
        readings = self._readings(name)
        for besides in (self._besides, self._former, self._moved):
            found: set[str] = set()
            for reading in readings:
                hits = [
                    digits
                    for one in scopes
                    for digits in self._exact(reading, one, length, besides)
                    if self._has_numerals_of(name, digits)
                ]
                found.update([d for d in hits if reading.expects(d)] or hits)
            if found:
                return sorted(found, key=lambda digits: (len(digits), digits))
        return []

    def _has_numerals_of(self, text: str, digits: str) -> bool:
        """Tell whether a text counts as the name does, where either parts numbers by a stroke.

        Folded, "I/II" is "III", which is another village.
        """
        name = self._table.name(digits) or ""
        if not re.search("[/,]", name + text):
            return True
        return re.findall(_NUMERALS, name.lower()) == re.findall(_NUMERALS, text.lower())

    def _exact(
        self, reading: Reading, within: str, length: int, besides: list[Besides]
    ) -> Iterator[str]:
        if len(within) == RegionLevel.VILLAGE.digits:
            return  # nothing lies inside a village
        whole, *_ = self._index.found(reading.folded, within, WHOLE)
        whole += [
            one.digits
            for one in besides
            if one.name == reading.folded and one.place.startswith(within)
        ]
        for digits in whole:
            if reading.fits(digits) and length in {0, len(digits)} and digits != within:
                yield digits


def _abbreviates(text: str, words: list[str]) -> bool:
    """Tell whether a text is made of the first letters of two words or more."""
    if len(words) < _FEW or len(text) >= len("".join(words)):
        return False
    initials = "".join(word[0] for word in words)
    return text in {initials, f"k{initials}"} or (
        text[:2] == words[0][:2] and len(text) >= _SYLLABLES and _is_blend(text, words)
    )


def _is_blend(text: str, words: list[str]) -> bool:
    """Tell whether a text is made of the first letters of each word, at least one of each."""
    if not words:
        return not text
    first, *others = words
    return any(
        _is_blend(text[length:], others)
        for length in range(1, len(first) + 1)
        if text[:length] == first[:length]
    )
