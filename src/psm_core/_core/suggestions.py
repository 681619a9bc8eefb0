"""Suggestions for a misspelt word."""

from collections.abc import Iterable


def most_similar(text: str, words: Iterable[str], *, cutoff: float) -> str | None:
    """Return the word most similar to a text, or None if none has a similarity of the cutoff.

    The similarity is that of difflib, from 0 to 1.

    >>> most_similar("nmae", ["nik", "name", "birth_date"], cutoff=0.7)
    'name'
    """
    # Most words have another length or other letters, which takes difflib longer to find.
    length = len(text)
    without_letters = dict.fromkeys(map(ord, text))
    possible: list[str] = []
    for word in words:
        needed = cutoff * (length + len(word))
        if 2.0 * min(length, len(word)) >= needed:
            common = len(word) - len(word.translate(without_letters))
            if 2.0 * common >= needed:
                possible.append(word)
    if not possible:
        return None
    from difflib import get_close_matches  # noqa: PLC0415 - importing us stays quick

    near = get_close_matches(text, possible, n=1, cutoff=cutoff)
    return near[0] if near else None
