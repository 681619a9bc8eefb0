"""Names of people, compared without titles and with the usual variants of spelling."""

import re
from collections.abc import Iterator
from enum import Enum, auto
from functools import lru_cache
from typing import Final, NamedTuple

_TITLES: Final = frozenset(
    {
        "almh", "alm", "almarhum", "almarhumah", "bapak", "bpk", "dr", "dra", "drg", "drs", "drh",
        "h", "haji", "hajah", "hj", "ibu", "ir", "kh", "ny", "prof", "sdr", "sdri", "tn", "ust",
        "ustad", "ustadz", "ustadzah",
    }
)  # fmt: skip
"""Words before a name that are not part of it."""
_DEGREES: Final = frozenset(
    {
        "amd", "amdkep", "mag", "mm", "mpd", "msi", "sag", "sap", "se", "sh", "shi", "si", "sip",
        "skep", "skm", "skom", "sos", "spd", "spdi", "ssi", "ssos", "sst", "st", "stp",
    }
)  # fmt: skip
"""Words after a name that are not part of it, without their dots."""
_MUHAMMAD: Final = (
    "m", "moch", "mochamad", "mochammad", "moh", "mohamad", "mohamed", "mohammad", "mohd",
    "muchamad", "muchammad", "muh", "muhamad", "muhammed", "muhd",
)  # fmt: skip
_WORDS: Final = {
    **dict.fromkeys(_MUHAMMAD, "muhammad"),
    **dict.fromkeys(("achmad", "akhmad", "ahmat"), "ahmad"),
    **dict.fromkeys(("abd", "abdoel", "abdl"), "abdul"),
    **dict.fromkeys(("st", "sti", "sitti"), "siti"),
    **dict.fromkeys(("noer", "noor", "nor"), "nur"),
    **dict.fromkeys(("bt", "bte"), "binti"),
}
"""Short or variant form of a word → its usual form."""
_SOUNDS: Final = (
    ("oe", "u"), ("dj", "j"), ("tj", "c"), ("sj", "sy"), ("kh", "h"), ("ph", "f"), ("v", "f"),
    ("y", "i"), ("q", "k"),
)  # fmt: skip
"""Spelling → the usual one, of old and Arabic spellings."""
_CLEAR: Final = 8
"""How many letters a name has at least, so that one letter does not make another name of it."""
_INITIAL: Final = 2


class Spelling(NamedTuple):
    """A name as it is compared."""

    letters: str
    """Its letters without blanks, titles and variants of spelling."""
    words: tuple[str, ...]
    """The same by words."""

    @property
    def is_single(self) -> bool:
        """Whether it is one word, which many people share."""
        return len(self.words) == 1


class Edit(Enum):
    """How two spellings differ by one letter."""

    SWAPPED = auto()
    """Two letters beside each other have changed places."""
    LETTER = auto()
    """A letter is missing, added or another one."""


@lru_cache(maxsize=4096)
def spelling(name: str) -> Spelling:
    """Return a name as it is compared.

    >>> spelling("H. Moh. Djoko, S.Pd.")
    Spelling(letters='muhamadjoko', words=('muhamad', 'joko'))
    >>> spelling("Nur Hayati").letters == spelling("Nurhayatti").letters
    True
    """
    text = name.casefold().partition(",")[0]
    if "(" in text:
        text = re.sub(r"\(.*?\)", " ", text)
    words = text.split()
    if not all(map(str.isalpha, words)):
        words = [word for token in words for word in _split(token)]
    while len(words) > 1 and words[0] in _TITLES:
        del words[0]
    while len(words) > 1 and words[-1] in _DEGREES:
        del words[-1]
    plain = tuple(map(_plain, words))
    return Spelling("".join(plain), plain)


def name_key(name: str) -> str:
    """Return a name as `same_person` compares it: its words in lower case.

    Titles and degrees are left out; short forms and old spellings are replaced by the usual ones.
    The key still is a name: handle it as personal data.

    >>> from psm_core.matching import name_key
    >>> name_key("Drs. H. Moh. Djoko Soesilo, M.Si.")
    'muhamad joko susilo'
    >>> name_key("Hj. Sitti Aminah") == name_key("Siti Aminah, S.Pd.")
    True
    """
    return " ".join(spelling(name).words)


def _split(token: str) -> Iterator[str]:
    """Yield the words of a token: ``h.ahmad`` has two, ``s.pd`` one."""
    parts = [part for part in re.split(r"[^\w]+|_", token) if part]
    if len(parts) > 1 and all(len(part) <= _INITIAL + 1 for part in parts) and "." in token:
        yield "".join(parts)
    else:
        yield from parts


@lru_cache(maxsize=4096)
def _plain(word: str) -> str:
    word = _WORDS.get(word, word)
    for variant, usual in _SOUNDS:
        word = word.replace(variant, usual)
    word = re.sub(r"(.)\1", r"\1", word)
    return word[:-1] if word.endswith("ah") else word


def shortened(letters: str) -> Iterator[str]:
    """Yield a name, and if it is long, each text that it becomes without one of its letters.

    Two names that differ by one letter have such a text in common.
    """
    yield letters
    if len(letters) >= _CLEAR:
        yield from dict.fromkeys(letters[:at] + letters[at + 1 :] for at in range(len(letters)))


def is_alike(one: str, other: str) -> bool:
    """Return whether two spellings are the same, or differ by one letter and are long.

    >>> is_alike("sulastri", "sulastrii"), is_alike("sulastri", "sutrisno"), is_alike("ani", "ina")
    (True, False, False)
    """
    if one == other:
        return True
    shorter, longer = sorted((len(one), len(other)))
    return longer >= _CLEAR and longer - shorter <= 1 and edit_between(one, other) is not None


def edit_between(one: str, other: str) -> Edit | None:
    """Return how two different spellings differ, if it is by one letter; else None.

    >>> edit_between("sulastri", "sulatsri"), edit_between("sulastri", "sulastrii")
    (<Edit.SWAPPED: 1>, <Edit.LETTER: 2>)
    """
    shorter, longer = sorted((one, other), key=len)
    start = next((at for at, letter in enumerate(shorter) if letter != longer[at]), len(shorter))
    if shorter[start:] == longer[start + 1 :] or shorter[start + 1 :] == longer[start + 1 :]:
        return Edit.LETTER
    swapped = longer[start + 1 : start + 2] + longer[start : start + 1] + longer[start + 2 :]
    return Edit.SWAPPED if shorter[start:] == swapped else None
