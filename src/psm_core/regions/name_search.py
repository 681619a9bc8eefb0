"""Search by name: the regions that a text may mean, and suggestions for an unknown name."""

from collections.abc import Iterator
from functools import partial
from itertools import islice

from .._core.lazy import cached_property
from .abbreviations import Abbreviations, normalized_words
from .address_parser import Interpretation
from .name_index import BEGINNING, EQUAL, INSIDE, NameIndex, NameQuery
from .packed_table import PackedRegions

_SHORT = 3
_EXAMINED = 200


class NameSearch:
    """Searches an index of names. The results are the digits of regions."""

    def __init__(self, table: PackedRegions, index: NameIndex) -> None:
        """Keep the table and the index."""
        self._table = table
        self._index = index

    def search(self, query: NameQuery) -> Iterator[str]:
        """Yield the regions that a text may mean, best first.

        Regions with a misspelt name follow only if no name contains the text.
        """
        wanted = self._index.parser.interpretations(query.text, query.length)
        yielded: set[str] = set()
        for digits in self._containing(wanted, query.within):
            if digits not in yielded:
                yielded.add(digits)
                yield digits
        if not yielded:
            yield from self._index.misspelt(query)

    def suggestions(self, query: NameQuery) -> list[str]:
        """Return what an unknown name may mean: what it abbreviates, then similar names."""
        abbreviated = self._abbreviated(query)
        texts = [one.name for one in self._index.parser.interpretations(query.text)]
        found = islice(self.search(query), _EXAMINED)
        is_similar = partial(self._is_similar, texts, misspelt=not abbreviated)
        return [*abbreviated, *filter(is_similar, found)]

    def _containing(self, wanted: list[Interpretation], places: tuple[str, ...]) -> Iterator[str]:
        """Yield the regions whose name is a text, then begins with it, then contains it."""
        searches = [(rank, one) for rank in (EQUAL, BEGINNING, INSIDE) for one in wanted]
        # Very many names contain one or two letters: these are searched last.
        searches.sort(key=lambda search: search[0] == INSIDE and len(search[1].name) < _SHORT)
        for rank, one in searches:
            for place in places:
                yield from self._index.ranked(one, place, rank)

    def _abbreviated(self, query: NameQuery) -> list[str]:
        """Return the provinces, kabupaten and kota whose name a text abbreviates."""
        found = {
            digits
            for one in self._index.parser.interpretations(query.text, query.length)
            for digits in map(self._large.__getitem__, self._abbreviations.matches(one.name))
            if one.allows(digits)
        }
        places = query.within
        return [one for one in sorted(found) if one.startswith(places) and one not in places]

    @cached_property
    def _large(self) -> list[str]:
        """The digits of each province, kabupaten and kota, in order."""
        return [digits for digits, _ in self._table.provinces_and_regencies()]

    @cached_property
    def _abbreviations(self) -> Abbreviations:
        """Their names."""
        names = [name for _, name in self._table.provinces_and_regencies()]
        return Abbreviations(normalized_words(names))

    def _is_similar(self, texts: list[str], digits: str, *, misspelt: bool) -> bool:
        """Return whether a region that was found by search is a suggestion for a normalized text.

        It is if a word of its name begins with the text. If misspelt names are suggested too, it is
        also if its name does not contain the text and the text is longer than three letters.
        """
        (words,) = normalized_words([self._table.name(digits) or ""])
        begins = ("".join(words[at:]).startswith(tuple(texts)) for at in range(len(words)))
        contains = any(one in "".join(words) for one in texts)
        is_short = max(map(len, texts), default=0) <= _SHORT
        return any(begins) or (misspelt and not contains and not is_short)
