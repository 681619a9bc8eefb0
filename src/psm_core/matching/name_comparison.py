"""How the names of two people are related."""

from enum import Enum
from typing import Final

from .facts import Facts
from .name_spelling import edit_between

_INITIAL: Final = 1
_CLEAR: Final = 5
"""How many letters a word has, so that one letter does not make another word of it."""


class NameRelation(Enum):
    """How two names are related; the value is the code of the reason."""

    EQUAL = "name_equal"
    ORDER = "name_order"
    LETTER = "name_letter"
    LETTERS = "name_letters"
    PART = "name_part"
    INITIALS = "name_initials"
    OTHER = "name_other"


def compare_names(one: Facts, other: Facts) -> NameRelation:
    """Return how two names are related."""
    letters, others = one.letters, other.letters
    if letters == others:
        return NameRelation.EQUAL if letters else NameRelation.OTHER
    if not (letters and others):
        return NameRelation.OTHER
    longer = len(letters) - len(others)
    # with one edit, at most one end differs
    if (
        -1 <= longer <= 1
        and (letters[0] == others[0] or letters[-1] == others[-1])
        and edit_between(letters, others) is not None
    ):
        return NameRelation.LETTER
    return _compare_words(one.words, other.words, is_as_long=longer == 0)


def _compare_words(
    words: tuple[str, ...], others: tuple[str, ...], *, is_as_long: bool
) -> NameRelation:
    if len(words) == len(others) > 1:
        if is_as_long and sorted(words) == sorted(others):
            return NameRelation.ORDER
        if all(map(_is_alike, words, others)):
            return NameRelation.LETTERS
    for word in words:
        if word in others:
            break
    else:  # fast: most pairs have no word in common
        return NameRelation.OTHER
    return _part(words, others) if len(words) <= len(others) else _part(others, words)


def _is_alike(word: str, other: str) -> bool:
    """Return whether two words are the same, or differ by one letter and are not short."""
    if word == other:
        return True
    longer = len(word) - len(other)
    return -1 <= longer <= 1 and len(word) >= _CLEAR and edit_between(word, other) is not None


def _part(shorter: tuple[str, ...], longer: tuple[str, ...]) -> NameRelation:
    """Return whether the words of a name, or their initials, are in another name in order."""
    found = NameRelation.PART
    left = iter(longer)
    for word in shorter:
        for one in left:
            if word == one:
                break
            if word[0] == one[0] and _INITIAL in {len(word), len(one)}:
                found = NameRelation.INITIALS
                break
        else:
            return NameRelation.OTHER
    return found
