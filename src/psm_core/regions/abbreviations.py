"""Abbreviated names of provinces, kabupaten and kota, such as KLU, Tapsel and OKU Timur."""

import re
from collections.abc import Iterable

from .address_parser import normalize_names

_FEWEST_WORDS = 2
_SHORTEST_BLEND = 4


def normalized_words(names: Iterable[str]) -> list[list[str]]:
    """Return the words of each name, normalized.

    >>> normalized_words(["Bandung Barat", "Siau Tagulandang-Biaro"])
    [['bandung', 'barat'], ['siau', 'tagulandang', 'biaro']]

    """
    split = [re.split(r"[\s-]+", name) for name in names]
    words = iter(normalize_names([word for words in split for word in words]))
    return [[next(words) for _ in one] for one in split]


def abbreviated(text: str, names: Iterable[list[str]]) -> list[bool]:
    """Return for each name, given as its normalized words, whether a text abbreviates it.

    The text gives the initial of each word but *dan*, or one letter or more from its beginning. The
    initial of the word for the kind may come first, as in KBB.

    >>> abbreviated("tapsel", [["tapanuli", "selatan"], ["tapanuli", "utara"]])
    [True, False]

    """
    return [
        _abbreviates(text, [word for word in name if word not in {"", "dan"}]) for name in names
    ]


def _abbreviates(text: str, words: list[str]) -> bool:
    if len(words) < _FEWEST_WORDS or len(text) >= len("".join(words)):
        return False
    initials = "".join(word[0] for word in words)
    return text in {initials, f"k{initials}"} or (
        text[:2] == words[0][:2] and len(text) >= _SHORTEST_BLEND and _is_blend(text, words)
    )


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
