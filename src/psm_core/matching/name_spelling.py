"""Names of people, compared without titles and with the usual variants of spelling."""

import re
from collections.abc import Iterator
from enum import Enum, auto
from functools import lru_cache
from typing import Final, NamedTuple

_TITLES: Final = frozenset(
    {
        "almh", "alm", "almarhum", "almarhumah", "bapak", "bp", "bpk", "bu", "dr", "dra", "drg",
        "drs", "drh", "h", "haji", "hajah", "hajjah", "hi", "hj", "hjh", "ibu", "ir", "kh", "ky",
        "kyai", "mbah", "ny", "pak", "prof", "sdr", "sdri", "tn", "ust", "ustad", "ustadz",
        "ustadzah", "ustaz", "ustazah", "ustz",
    }
)  # fmt: skip
"""Words before a name that are not part of it."""
_DEGREES: Final = frozenset(
    {
        "alm", "almh", "almarhum", "almarhumah", "amapd", "amd", "amdkeb", "amdkep", "amk",
        "amkeb", "apt", "bsc", "lc", "mag", "mh", "mhum", "mkes", "mkom", "mm", "mp", "mpd",
        "mpdi", "msi", "msos", "mt", "ners", "phd", "sag", "sap", "se", "sei", "sfarm", "sh", "shi",
        "shum", "si", "sip", "skeb", "sked", "skep", "skg", "skm", "skom", "sos", "sp", "spd",
        "spdi", "spi", "spsi", "spt", "ssi", "ssos", "sst", "st", "sthi", "stp", "strkeb",
    }
)  # fmt: skip
"""Words after a name that are not part of it, without their dots."""
_ALSO_NAMED: Final = frozenset({"alias", "als", "dipanggil", "panggilan"})
"""Words before another name of the same person."""
_MUHAMMAD: Final = (
    "m", "mch", "mhd", "moch", "mochamad", "mochammad", "moh", "mohamad", "mohamed", "mohammad",
    "mohammed", "mohd", "mmd", "muchamad", "muchammad", "muh", "muhamad", "muhamed", "muhammed",
    "muhd",
)  # fmt: skip
_WORDS: Final = {
    **dict.fromkeys(_MUHAMMAD, "muhammad"),
    **dict.fromkeys(("achmad", "akhmad", "ahmat", "ach", "akh"), "ahmad"),
    **dict.fromkeys(("abd", "abdl", "abdoel", "abdu"), "abdul"),
    **dict.fromkeys(("st", "sti", "sitti"), "siti"),
    **dict.fromkeys(("noer", "noor", "nor"), "nur"),
    **dict.fromkeys(("bt", "bte", "bti"), "binti"),
}
"""Short or variant form of a word → its usual form."""
_OLD_Y: Final = re.compile(r"(?<![dtns])j(?=[aeiou])")
"""The letter y of the old spelling."""
_OLD: Final = ("oe", "dj", "tj", "sj")
"""Letters that only words in the old spelling have."""
_SOUNDS: Final = (
    ("oe", "u"), ("dj", "j"), ("tj", "c"), ("sj", "sy"), ("kh", "h"), ("chr", "kr"), ("ch", "h"),
    ("ph", "f"), ("ae", "ai"), ("v", "f"), ("y", "i"), ("q", "k"),
)  # fmt: skip
"""Spelling → the usual one, of old and Arabic spellings."""
_CLEAR: Final = 8
"""How many letters a name has at least, so that one letter does not make another name of it."""
_PAIR: Final = 2


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
    for at, word in enumerate(words):
        if at and word in _ALSO_NAMED:
            del words[at:]
            break
    while len(words) > 1 and words[0] in _TITLES:
        del words[0]
    while len(words) > 1 and (last := _words_of_degree(words)):
        del words[-last:]
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
    """Yield the words of a token: ``h.m.ali`` has three, ``s.pd`` and ``a.m.`` one."""
    parts = [part for part in re.split(r"[^\w]+|_", token) if part]
    joined = "".join(parts)
    while len(parts) > 1 and joined not in _TITLES and parts[0] in _TITLES:
        yield parts.pop(0)
        joined = "".join(parts)
    are_initials = joined in _TITLES or joined in _DEGREES or max(map(len, parts), default=0) == 1
    if are_initials and "." in token:
        yield joined
    else:
        yield from parts


def _words_of_degree(words: list[str]) -> int:
    """Return how many words at the end are a degree: one, or two as in ``s. pd``."""
    if len(words) > _PAIR and "".join(words[-_PAIR:]) in _DEGREES:
        return _PAIR
    return 1 if words[-1] in _DEGREES else 0


@lru_cache(maxsize=4096)
def _plain(word: str) -> str:
    word = _WORDS.get(word, word)
    if any(old in word for old in _OLD):
        word = _OLD_Y.sub("y", word)
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
