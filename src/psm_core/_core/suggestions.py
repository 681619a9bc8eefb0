"""Suggestions for a misspelt word."""

from collections.abc import Iterable


def most_similar(text: str, words: Iterable[str], *, cutoff: float) -> str | None:
    """Return the word most similar to a text, or None if none has a similarity of the cutoff.

    The similarity is that of difflib, from 0 to 1.

    >>> most_similar("nmae", ["nik", "name", "birth_date"], cutoff=0.7)
    'name'
    """
    from difflib import get_close_matches  # noqa: PLC0415 - importing us stays quick

    # Most words are too long or too short, which takes difflib longer to find.
    length = len(text)
    possible = [
        word for word in words if 2.0 * min(length, len(word)) >= cutoff * (length + len(word))
    ]
    near = get_close_matches(text, possible, n=1, cutoff=cutoff)
    return near[0] if near else None
