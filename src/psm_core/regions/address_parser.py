"""How a region's name is read as people write it: kinds, abbreviations, address lines."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from .._core.text import seen
from ..terms import RegionLevel
from .name_index import fold

LONGEST = 200
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
_KIND_AND_NAME = r"([a-z]+)(?:[.:] *| +)(?:(?:adat|administrasi|adm)\b\.? *)?(.+)"
_CUT = r"[,;\n|()]+"
_DASH = r"\s[-\u2013\u2014]\s"
_PASSED_OVER = (
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


class Reading(NamedTuple):
    """One way to understand a name."""

    folded: str
    """The name without a kind, folded."""
    length: int = 0
    """How many digits the code of such a region has; 0 when no kind is told."""
    city: bool | None = None
    """Whether a kota is meant (or a kabupaten), when that is told: 26 pairs share a name."""
    urban: bool | None = None
    """Whether a kelurahan is meant (or a desa), when that is told. It is often told wrongly."""

    def fits(self, digits: str) -> bool:
        """Tell whether a code can be the one that is meant."""
        return self.length in {0, len(digits)} and self.city in {None, digits[2:3] >= "7"}

    def expects(self, digits: str) -> bool:
        """Tell whether the kind of a village is the one that is told."""
        return self.urban in {None, digits[6:7] == "1"}


class Reader:
    """Reads names, knowing the local titles of the table besides the words of the law."""

    def __init__(self, titles: Iterable[tuple[str, int]]) -> None:
        """Take (title, how many digits its regions have)."""
        self._length = {word: n for words, n in _WORDS.items() for word in words.split()}
        for title, length in titles:
            self._length.setdefault(title.lower(), length)
        words = "|".join(sorted(self._length))
        self._before_kind = rf"\s+(?=(?:{words})\b)"

    def readings(self, text: str) -> list[Reading]:
        """Return each way to understand one name, the most literal first."""
        plain = " ".join(seen(text).lower().split())
        if plain.strip(" .:") in self._length or _has_other_letters(plain):
            return []  # a label without a name; or a name in letters that no region has
        found = [Reading(folded) for folded in _spellings(plain)]
        parts = re.fullmatch(_KIND_AND_NAME, plain)
        length = self._length.get(parts[1], 0) if parts else 0
        if parts and length:
            word = parts[1]
            city = word in _CITY if length == _REGENCY else None
            urban = _URBAN.get(word) if length == _VILLAGE else None
            found += [Reading(folded, length, city, urban) for folded in _spellings(parts[2])]
        return found

    def lines(self, text: str, is_region: Callable[[str], bool]) -> Iterator[list[str]]:
        """Yield each way to cut an address into names, the smallest region first.

        At commas; before words for larger kinds; before each word for a kind; at dashes; and turned
        around where the kinds that are told go from the largest down. What names no region (a
        street, RT and RW, a postal code, a telephone number, the country) is passed over; a street
        word that a region's own name begins with is not.
        """
        plain = re.sub(_PASSED_OVER, ",", text, flags=re.IGNORECASE | re.MULTILINE)
        at_commas = _regions(re.split(_CUT, plain), is_region)
        at_dashes = _regions(re.split(f"{_CUT}|{_DASH}", plain), is_region)
        for names in (
            at_commas,
            self._cut(at_commas, _BEFORE_LARGER),
            self._cut(at_commas, self._before_kind),
            self._cut(at_dashes, self._before_kind),
        ):
            yield names
            told = [self._told(name) for name in names]
            if len(told) > 1 and told[0] > 0 and told == sorted(set(told)):
                yield names[::-1]

    def tells_village(self, name: str) -> bool:
        """Tell whether a name says that it is a village's."""
        return self._told(name) == _VILLAGE

    def _told(self, name: str) -> int:
        """Return how many digits the kind has that a name tells, or 0."""
        readings = self.readings(name)
        return readings[-1].length if readings else 0

    def may_be_hamlet(self, name: str) -> bool:
        """Tell whether a name may be that of a place inside a village."""
        first, *_ = re.findall("[a-z]+", name.lower()) or [""]
        return first in _HAMLET or first not in self._length

    def _cut(self, names: Iterable[str], before: str) -> list[str]:
        """Cut names before words for a kind; a kind alone belongs to what comes behind it."""
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
    """Tell whether a text has letters that fold to nothing."""
    return not text.isascii() and any(one.isalpha() and not fold(one) for one in text)


def _regions(parts: Iterable[str], is_region: Callable[[str], bool]) -> list[str]:
    """Return what of the parts names a region; of a street only what follows a word for a kind."""
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
    """Return a name folded: as it stands, with abbreviations written out, with Sei for Sungai."""
    words: list[str] = re.findall(r"[^\s.]+", plain)
    long = "".join(_LONG.get(word, word) for word in words)
    short = re.sub(r"\bsungai\b", "sei", plain)
    return list(dict.fromkeys(folded for folded in map(fold, (plain, long, short)) if folded))
