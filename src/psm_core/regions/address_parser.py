"""Parses region names as people write them: kinds, abbreviations, address lines.

Two names are compared by their normalized text, the letters a-z and digits: blanks, dashes,
apostrophes and capitals make no difference.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, starmap
from typing import NamedTuple

from .._core.text import without_invisible
from ..terms import RegionLevel

LONGEST = 200
_KEPT = b"\n0123456789abcdefghijklmnopqrstuvwxyz"
_LOWER = bytes(range(256)).lower()
_DROPPED = bytes(sorted(set(range(256)) - set(_KEPT) - set(_KEPT.upper())))
_PROVINCE, _REGENCY, _DISTRICT, _VILLAGE = (level.digits for level in RegionLevel)
_WORDS = {
    "provinsi propinsi prov": _PROVINCE,
    "kabupaten kab kota kotamadya kodya": _REGENCY,
    "kecamatan kec distrik": _DISTRICT,
    "desa ds kelurahan kel kampung kp pekon lembang": _VILLAGE,
}
_CITY = {"kota", "kotamadya", "kodya"}
_URBAN = {"kelurahan": True, "kel": True, "desa": False, "ds": False}
_LONG = {
    "kep": "kepulauan",
    "sei": "sungai",
    "tj": "tanjung",
    "tjg": "tanjung",
    "tlk": "teluk",
    "gn": "gunung",
    "p": "pulau",
}
_KIND_AND_NAME = re.compile(r"([a-z]+)(?:[.:] *| +)(?:(?:adat|administrasi|adm)\b\.? *)?(.+)")
_SEPARATOR = r"[,;\n|()]+"
_DASH = r"\s[-\u2013\u2014]\s"
_NOT_A_REGION = (
    r"\b(?:rt|rw)[\s.:]*[0-9]+(?:\s*/\s*(?:rw[\s.:]*)?[0-9]+)?"
    r"|\b(?:no\.? ?)?(?:hp|telp|tlp|wa)[\s.:]*\+?[0-9][0-9 -]*"
    r"|\b(?:kode ?pos[\s.:]*)?[0-9]{5}\b"
    r"|^\s*alamat\s*:|\bindonesia\s*$"
)
_STREET = (
    r"(?:jl|jln|jalan|gg|gang|no|nomor|blok|dusun|dsn|lingkungan|lk|komplek|kompleks|perum"
    r"|perumahan)\b.*"
)
_AFTER_STREET = r"\b(?:ds|desa|kel|kelurahan|kec|kecamatan|distrik|kab|kabupaten|prov|provinsi)\b.*"
_BEFORE_LARGER = r"\s+(?=(?:kec|kecamatan|distrik|kab|kabupaten|kota|prov|provinsi)\b)"
_HAMLET = {"kampung", "kp"}


def normalize_name(text: str) -> str:
    """Return the letters a-z and digits of a text in lower case, without accents.

    >>> normalize_name("Batu-Licin`"), normalize_name("Kota Baru")
    ('batulicin', 'kotabaru')

    """
    return normalize_names([text.replace("\n", "")])[0]


def normalize_names(texts: Sequence[str]) -> list[str]:
    """Return `normalize_name` of each text. No text contains a newline."""
    plain = unicodedata.normalize("NFKD", "\n".join(texts)).lower().encode("ascii", "ignore")
    return plain.translate(None, _DROPPED).decode().split("\n")


def normalize_letters(text: str) -> str:
    """Return a text without accents normalized; newlines are kept."""
    return text.encode().translate(_LOWER, _DROPPED).decode()


class Interpretation(NamedTuple):
    """One way to understand a name."""

    name: str
    """The name without a kind, normalized."""
    length: int = 0
    """How many digits the code of such a region has; 0 when no kind is given."""
    city: bool | None = None
    """Whether the given kind is kota or kabupaten: 26 pairs have the same name."""
    urban: bool | None = None
    """Whether the given kind is kelurahan or desa. People often confuse these two."""

    def allows(self, digits: str) -> bool:
        """Return whether a code has the level, and is a kota or kabupaten, as the name states."""
        return self.length in {0, len(digits)} and self.city in {None, digits[2:3] >= "7"}

    def prefers(self, digits: str) -> bool:
        """Return whether a village is a kelurahan or desa as the name states."""
        return self.urban in {None, digits[6:7] == "1"}


class AddressParser:
    """Parses names and address lines with the words for kinds of regions, local titles included."""

    def __init__(self, titles: Iterable[tuple[str, int]]) -> None:
        """Add local titles to the words of the law: (title, how many digits its regions have)."""
        self._length = {word: n for words, n in _WORDS.items() for word in words.split()}
        for title, length in titles:
            self._length.setdefault(title.lower(), length)
        words = "|".join(sorted(self._length))
        self._before_kind = rf"\s+(?=(?:{words})\b)"

    def interpretations(self, text: str, length: int = 0) -> list[Interpretation]:
        """Return each way to understand one name, the most literal first.

        `length` is how many digits the code of the region has; 0 for any level.
        """
        if len(text) > LONGEST:
            return []
        plain = " ".join((text if text.isascii() else without_invisible(text)).lower().split())
        if plain.strip(" .:") in self._length:
            return []  # a word for a kind without a name
        if not plain.isascii() and _has_other_letters(plain):
            return []
        found = [Interpretation(name, length) for name in _spellings(plain)]
        parts = _KIND_AND_NAME.fullmatch(plain)
        stated = self._length.get(parts[1], 0) if parts else 0
        if parts and stated and length in {0, stated}:
            word = parts[1]
            city = word in _CITY if stated == _REGENCY else None
            urban = _URBAN.get(word) if stated == _VILLAGE else None
            found += [Interpretation(name, stated, city, urban) for name in _spellings(parts[2])]
        return found

    def splits(self, line: str, is_region: Callable[[str], bool]) -> Iterator[list[str]]:
        """Yield each way to split an address line into names, the smallest region first.

        An address is split at commas; before words for larger kinds; before each word for a kind;
        and at dashes. Where the stated kinds go from the largest down, the names are also reversed.
        Parts that name no region are left out: streets, RT and RW, postal codes, telephone numbers,
        the country. A street word at the beginning of a region's own name stays.
        """
        plain = re.sub(_NOT_A_REGION, ",", line, flags=re.IGNORECASE | re.MULTILINE)
        at_commas = _regions(re.split(_SEPARATOR, plain), is_region)
        at_dashes = _regions(re.split(f"{_SEPARATOR}|{_DASH}", plain), is_region)
        cuts = (
            (at_commas, _BEFORE_LARGER),
            (at_commas, self._before_kind),
            (at_dashes, self._before_kind),
        )
        yielded: list[list[str]] = []
        for names in chain([at_commas], starmap(self._split, cuts)):
            if names in yielded:
                continue
            yielded.append(names)
            yield names
            lengths = [self._stated_length(name) for name in names]
            if len(lengths) > 1 and lengths[0] > 0 and lengths == sorted(set(lengths)):
                yield names[::-1]

    def states_village(self, name: str) -> bool:
        """Return whether a name begins with a word for a village."""
        return self._stated_length(name) == _VILLAGE

    def may_be_hamlet(self, name: str) -> bool:
        """Return whether a name may be that of a place inside a village."""
        first, *_ = re.findall("[a-z]+", name.lower()) or [""]
        return first in _HAMLET or first not in self._length

    def _stated_length(self, name: str) -> int:
        """Return how many digits codes of the kind have that a name begins with, or 0."""
        interpretations = self.interpretations(name)
        return interpretations[-1].length if interpretations else 0

    def _split(self, names: Iterable[str], before: str) -> list[str]:
        """Split names before words for a kind; such a word alone belongs to the next part."""
        found: list[str] = []
        kind = ""
        for name in names:
            for part in re.split(before, name, flags=re.IGNORECASE):
                is_label = part.strip(" .:").lower() in self._length
                if not is_label:
                    found.append(f"{kind} {part}".strip(" .:-"))
                kind = part if is_label else ""
        return [name for name in found if name]


def _has_other_letters(text: str) -> bool:
    """Return whether a text has letters of a script that no region name uses."""
    return any(one.isalpha() and not normalize_name(one) for one in text)


def _regions(parts: Iterable[str], is_region: Callable[[str], bool]) -> list[str]:
    """Return the parts that name a region; of a street, only the words from a kind on."""
    names = [part.strip(" .:-") for part in parts]
    patterns = (
        (name, _AFTER_STREET if _is_street(name) and not is_region(name) else ".+")
        for name in names
    )
    found = (re.search(pattern, name, re.IGNORECASE) for name, pattern in patterns)
    return [part[0] for part in found if part]


def _is_street(name: str) -> bool:
    return re.fullmatch(_STREET, name, re.IGNORECASE) is not None


def _spellings(plain: str) -> list[str]:
    """Return a name normalized: as written, without abbreviations, with Sei for Sungai."""
    spellings = [plain]
    words = plain.replace(".", " ").split()
    if not _LONG.keys().isdisjoint(words):
        spellings.append("".join(map(_LONG.get, words, words)))
    if "sungai" in plain:
        spellings.append(re.sub(r"\bsungai\b", "sei", plain))
    return list(dict.fromkeys(filter(None, normalize_names(spellings))))
