"""How the names of two people are related."""

from enum import Enum
from typing import Final

from .facts import Facts
from .name_spelling import edit_between

_INITIAL: Final = 1


class NameRelation(Enum):
    """How two names are related; the value is the code of the reason."""

    EQUAL = "name_equal"
    ORDER = "name_order"
    LETTER = "name_letter"
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
    words, other_words = one.words, other.words
    if not longer and len(words) > 1 and sorted(words) == sorted(other_words):
        return NameRelation.ORDER
    for word in words:
        if word in other_words:
            break
    else:  # fast: most pairs have no word in common
        return NameRelation.OTHER
    if len(words) > len(other_words):
        words, other_words = other_words, words
    return _part(words, other_words)


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
