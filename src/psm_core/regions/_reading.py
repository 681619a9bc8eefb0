"""How a region's name is read as people write it: kinds, abbreviations, address lines."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from .._text import seen
from ._index import fold

LONGEST = 200
_PROVINCE, _REGENCY, _DISTRICT, _VILLAGE = 2, 4, 6, 10
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
_KIND_AND_NAME = r"([a-z]+)(?:\. *| +)(?:(?:adat|administrasi|adm)\b\.? *)?(.+)"
_CUT = r"[,;\n|]+"
_NO_REGION = (
    r"(?:jl|jln|jalan|gg|gang|rt|rw|no|nomor|blok|dusun|dsn|lingkungan|lk|komplek|kompleks|perum"
    r"|perumahan|kode pos)\b.*|[0-9 /.-]*|indonesia"
)
_POSTAL_CODE = r"\s+[0-9]{5}$"


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
        found = [Reading(folded) for folded in _spellings(plain)]
        parts = re.fullmatch(_KIND_AND_NAME, plain)
        length = self._length.get(parts[1], 0) if parts else 0
        if parts and length:
            word = parts[1]
            city = word in _CITY if length == _REGENCY else None
            urban = _URBAN.get(word) if length == _VILLAGE else None
            found += [Reading(folded, length, city, urban) for folded in _spellings(parts[2])]
        return found

    def lines(self, text: str) -> Iterator[list[str]]:
        """Yield each way to cut an address into names, the smallest region first.

        What names no region (a street, RT and RW, a postal code, the country) is left out.
        """
        parts = re.split(_CUT, text)
        yield _regions(parts)
        cut = (re.split(self._before_kind, part, flags=re.IGNORECASE) for part in parts)
        yield _regions(chain.from_iterable(cut))


def _regions(parts: Iterable[str]) -> list[str]:
    stripped = (re.sub(_POSTAL_CODE, "", part.strip(" .")) for part in parts)
    return [part for part in stripped if not re.fullmatch(_NO_REGION, part, re.IGNORECASE)]


def _spellings(plain: str) -> list[str]:
    """Return a name folded: as it stands, with abbreviations written out, with Sei for Sungai."""
    words: list[str] = re.findall(r"[^\s.]+", plain)
    long = "".join(_LONG.get(word, word) for word in words)
    short = re.sub(r"\bsungai\b", "sei", plain)
    return list(dict.fromkeys(folded for folded in map(fold, (plain, long, short)) if folded))
