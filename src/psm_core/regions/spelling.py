"""Spelling mistakes: how many one text is away from another, and where to look for such texts.

A mistake is a letter too many, a letter too few, a wrong letter, or two neighbours swapped (the
optimal string alignment distance).
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

_TWO_MISTAKES: Final = 9
"""A text of this length is still recognizable with two mistakes."""


def mistakes_allowed(text: str) -> int:
    """Return how many spelling mistakes a text may contain and still be recognizable."""
    return 0 if len(text) < 3 else 1 if len(text) < _TWO_MISTAKES else 2  # noqa: PLR2004


def distance(name: bytes, text: bytes, limit: int) -> int:
    """Return the number of mistakes between two texts, or `limit` + 1 when there are more.

    >>> distance(b"bumbu", b"bubmu", 1), distance(b"satui", b"sattui", 1), distance(b"a", b"xyz", 1)
    (1, 1, 2)

    """
    if name == text:
        return 0
    if limit == 0 or abs(len(name) - len(text)) > limit:
        return limit + 1
    same = 0
    for one, other in zip(name, text, strict=False):
        if one != other:
            break
        same += 1
    left, right = name[same:], text[same:]
    rests = [(left[1:], right[1:]), (left[1:], right), (left, right[1:])]
    if left[:2] == right[1::-1] and len(left) > 1:
        rests.append((left[2:], right[2:]))
    if limit == 1:
        return 1 if any(one == other for one, other in rests) else 2
    return 1 + min(distance(one, other, limit - 1) for one, other in rests)


def fragments(text: bytes, mistakes: int) -> Iterator[tuple[bytes, int]]:
    """Yield (fragment, its largest offset from the newline before a name).

    Each misspelt name between two newlines contains at least one of the fragments. The text is cut
    into one part more than there are mistakes, so one part stays intact. Only two letters swapped
    across a cut damage two parts, so the text with these letters swapped is a fragment too.
    """
    cuts = [len(text) * part // (mistakes + 1) for part in range(mistakes + 2)]
    yield b"\n" + text[: cuts[1]], 0
    for begin, stop in pairwise(cuts[1:-1]):
        yield text[begin:stop], begin + 1
    yield text[cuts[-2] :] + b"\n", cuts[-2] + 1
    for cut in cuts[1:-1]:
        swapped = text[: cut - 1] + text[cut : cut + 1] + text[cut - 1 : cut] + text[cut + 1 :]
        if mistakes == 1:
            yield b"\n" + swapped + b"\n", 0
        else:
            yield from fragments(swapped, mistakes - 1)
