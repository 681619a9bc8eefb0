"""Suggestions for a misspelt word."""

from collections.abc import Iterable
from typing import Final

SIMILAR: Final = 0.6
"""The similarity that difflib asks for by default."""


def most_similar(text: str, words: Iterable[str], *, cutoff: float) -> str | None:
    """Return the word most similar to a text, or None if none has a similarity of the cutoff.

    The similarity is that of difflib, from 0 to 1.

    >>> most_similar("nmae", ["nik", "name", "birth_date"], cutoff=0.7)
    'name'
    """
    # Most words have another length or other letters, which takes difflib longer to find.
    length = len(text)
    shortest, longest = length * cutoff / (2 - cutoff) - 1, length * (2 - cutoff) / cutoff + 1
    without_letters = dict.fromkeys(map(ord, text))
    possible: list[str] = []
    for word in words:
        if shortest < len(word) < longest:
            common = len(word) - len(word.translate(without_letters))
            if 2.0 * common >= cutoff * (length + len(word)):
                possible.append(word)
    if not possible:
        return None
    from difflib import SequenceMatcher  # noqa: PLC0415 - importing us stays quick

    matcher = SequenceMatcher(b=text)
    near: list[tuple[float, str]] = []
    for word in possible:
        matcher.set_seq1(word)
        if (similarity := matcher.ratio()) >= cutoff:
            near.append((similarity, word))
    return max(near)[1] if near else None
