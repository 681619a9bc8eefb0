"""Several answers in one cell, as form programs and people write them, into their parts."""

import re
from collections.abc import Callable
from typing import Final

Means = Callable[[str], bool]
"""Whether a text is an entry of the vocabulary."""

_BETWEEN: Final = (
    r"\s*(?:[;,/&+|\n\r\t\u2022\u00b7]+|\s[-\u2013\u2014]+\s|\b(?:dan|serta|and)\b)\s*"
)
_MARK: Final = r"(?:^|(?<=[\s;,]))(?:[0-9]{1,2}[.)]|[a-z][.)]|[-*\u2022\u00b7])\s+(?=[^\W\d_])"
"""What counts or marks the lines of a list: ``1.``, ``b)``, a dash."""
_MAX_WORDS: Final = 40
_MAX_WORDS_OF_ONE: Final = 24
_LONGEST_CODE: Final = 2


def answers(text: str, means: Means) -> list[str] | None:
    """Return the parts of a text that are entries each, or None when it cannot be split so.

    The whole text comes first, and longer parts before shorter ones: an entry may have a comma, a
    stroke, a blank or "dan" inside.

    >>> answers("netra, rungu/wicara dan mental", {"netra", "rungu/wicara", "mental"}.__contains__)
    ['netra', 'rungu/wicara', 'mental']
    """
    if means(text):
        return [text]
    parts = parts_of(text)
    if len(parts) > 1 and all(map(means, parts)):
        found: list[str] | None = parts
    else:
        found = _fewest(_without_marks(text), means)
    return None if found is None or _mixes_codes(found) else found


def parts_of(text: str) -> list[str]:
    """Return the parts of a text between its separators, whatever they are."""
    plain = _without_marks(text)
    return [part for part in re.split(_BETWEEN, plain, flags=re.IGNORECASE) if part]


def _without_marks(text: str) -> str:
    """Return the text with single blanks, and a semicolon where a line is counted or marked."""
    plain = "\n".join(" ".join(line.split()) for line in text.splitlines())
    return re.sub(_MARK, "; ", plain, flags=re.IGNORECASE)


def _fewest(text: str, means: Means) -> list[str] | None:
    """Return the fewest entries that some text consists of, or None."""
    places = _words(text)
    if not 1 < len(places) <= _MAX_WORDS:
        return None
    count = len(places)
    best: list[list[str] | None] = [None] * count + [[]]
    for first in range(count - 1, -1, -1):
        for last in range(min(first + _MAX_WORDS_OF_ONE, count) - 1, first - 1, -1):
            behind = best[last + 1]
            here = best[first]
            if behind is None or (here is not None and len(here) <= len(behind) + 1):
                continue
            part = text[places[first][0] : places[last][1]]
            if means(part):
                best[first] = [part, *behind]
    return best[0]


def _words(text: str) -> list[tuple[int, int]]:
    """Return begin and end of each word between separators and blanks."""
    places: list[tuple[int, int]] = []
    begin = 0
    for found in re.finditer(rf"{_BETWEEN}|\s+|$", text, re.IGNORECASE):
        if found.start() > begin:
            places.append((begin, found.start()))
        begin = max(begin, found.end())
    return places


def _mixes_codes(parts: list[str]) -> bool:
    """Return whether some parts are codes of terms and others are words.

    In "1. fisik 2. mental" the numbers count the answers and are no codes.
    """
    return len({len(part.strip(" .()")) <= _LONGEST_CODE for part in parts}) > 1
