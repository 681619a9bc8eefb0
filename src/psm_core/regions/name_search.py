"""Search by name: the regions that a text may mean, and suggestions for an unknown name."""

from collections.abc import Iterator
from functools import partial
from itertools import compress, islice

from .._core.lazy import cached_property
from .abbreviations import abbreviated, normalized_words
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
        found = islice(self.search(query), _EXAMINED)
        is_similar = partial(self._is_similar, query.text, misspelt=not abbreviated)
        return [*abbreviated, *filter(is_similar, found)]

    def _containing(self, wanted: list[Interpretation], places: tuple[str, ...]) -> Iterator[str]:
        """Yield the regions whose name is a text, then begins with it, then contains it."""
        short = [one for one in wanted if len(one.name) < _SHORT]
        ranked = [
            self._index.ranked(one, place, BEGINNING if one in short else INSIDE)
            for one in wanted
            for place in places
        ]
        for rank in (EQUAL, BEGINNING, INSIDE):
            for hits in ranked:
                yield from hits[rank]
        for one in short:  # very many names contain one or two letters: searched last
            for place in places:
                yield from self._index.ranked(one, place, INSIDE)[INSIDE]

    def _abbreviated(self, query: NameQuery) -> list[str]:
        """Return the provinces, kabupaten and kota whose name a text abbreviates."""
        places = query.within
        inside = {
            digits: words
            for digits, words in self._large.items()
            if digits.startswith(places) and digits not in places
        }
        found: set[str] = set()
        for one in self._index.parser.interpretations(query.text, query.length):
            matches = compress(inside, abbreviated(one.name, inside.values()))
            found.update(filter(one.allows, matches))
        return [digits for digits in inside if digits in found]

    @cached_property
    def _large(self) -> dict[str, list[str]]:
        """Digits of each province, kabupaten and kota → the normalized words of its name."""
        regions = self._table.provinces_and_regencies()
        words = normalized_words([name for _, name in regions])
        return {digits: one for (digits, _), one in zip(regions, words, strict=True)}

    def _is_similar(self, text: str, digits: str, *, misspelt: bool) -> bool:
        """Return whether a region that was found by search is a suggestion for a text.

        It is if a word of its name begins with the text. If misspelt names are suggested too, it is
        also if its name does not contain the text and the text is longer than three letters.
        """
        (words,) = normalized_words([self._table.name(digits) or ""])
        texts = [one.name for one in self._index.parser.interpretations(text)]
        begins = ("".join(words[at:]).startswith(tuple(texts)) for at in range(len(words)))
        contains = any(one in "".join(words) for one in texts)
        is_short = max(map(len, texts), default=0) <= _SHORT
        return any(begins) or (misspelt and not contains and not is_short)
