"""Abbreviated names of provinces, kabupaten and kota, such as KLU, Tapsel and OKU Timur."""

import re
from collections.abc import Iterable

from .address_parser import normalize_names

_FEWEST_WORDS = 2
_BEGINNING = 2
_SHORTEST_BLEND = 4


def normalized_words(names: Iterable[str]) -> list[list[str]]:
    """Return the words of each name, normalized.

    >>> normalized_words(["Bandung Barat", "Siau Tagulandang-Biaro"])
    [['bandung', 'barat'], ['siau', 'tagulandang', 'biaro']]

    """
    split = [re.split(r"[\s-]+", name) for name in names]
    words = iter(normalize_names([word for words in split for word in words]))
    return [[next(words) for _ in one] for one in split]


class Abbreviations:
    """Names, each given as its normalized words, found by the texts that abbreviate them.

    Such a text has the initial of each word but *dan*, or one letter or more from its beginning.
    The initial of the word for the kind may come first, as in KBB.

    >>> names = Abbreviations([["tapanuli", "selatan"], ["tapanuli", "utara"]])
    >>> names.matches("tapsel"), names.matches("ktu")
    ([0], [1])

    """

    def __init__(self, names: Iterable[list[str]]) -> None:
        """Sort the names by their initials, and by the two letters that they begin with."""
        self._by_initials: dict[str, list[int]] = {}
        self._by_beginning: dict[str, list[tuple[int, list[str]]]] = {}
        self._lengths: list[int] = []
        for number, name in enumerate(names):
            words = [word for word in name if word not in {"", "dan"}]
            self._lengths.append(sum(map(len, words)))
            if len(words) < _FEWEST_WORDS:
                continue
            initials = "".join(word[0] for word in words)
            for text in (initials, f"k{initials}"):
                self._by_initials.setdefault(text, []).append(number)
            self._by_beginning.setdefault(words[0][:_BEGINNING], []).append((number, words))

    def matches(self, text: str) -> list[int]:
        """Return the numbers of the names that a text abbreviates, in order."""
        found = {*self._by_initials.get(text, ())}
        if len(text) >= _SHORTEST_BLEND:
            begin_alike = self._by_beginning.get(text[:_BEGINNING], ())
            found.update(number for number, words in begin_alike if _is_blend(text, words))
        return [number for number in sorted(found) if len(text) < self._lengths[number]]


def _is_blend(text: str, words: list[str]) -> bool:
    """Return whether a text consists of the beginning of each word, in order."""
    if not words:
        return not text
    first, *others = words
    return any(
        _is_blend(text[length:], others)
        for length in range(1, len(first) + 1)
        if text[:length] == first[:length]
    )
