"""Headings as people write them: one spelling for those that mean the same."""

import re
import unicodedata
from functools import cache, lru_cache
from typing import Final, NamedTuple

from ..._core.field_types import FieldType, TermType
from ...errors import Issue
from ..cells.cell import Cell, is_blank
from ..cells.term_words import term_of
from .heading_phrases import usual_heading
from .layout import folded

LONGEST: Final = 200
"""How many characters of a cell are looked at."""
_SHOWN: Final = 60
_DIGITS_OF_A_NUMBER: Final = 6
_SHORT: Final = {
    "nomor": "no",
    "nomer": "no",
    "nmr": "no",
    "tanggal": "tgl",
    "tempat": "tmp",
    "tmptgl": "tmptgl",
    "tmpt": "tmp",
    "tpt": "tmp",
    "lahir": "lhr",
    "kabupaten": "kab",
    "kecamatan": "kec",
    "kelurahan": "kel",
    "keluarga": "klg",
    "provinsi": "prov",
    "propinsi": "prov",
    "telephone": "telp",
    "telepon": "telp",
    "telpon": "telp",
    "tlpn": "telp",
    "tlp": "telp",
    "handphone": "hp",
    "hape": "hp",
    "whatsapp": "wa",
    "whatsap": "wa",
    "jenis": "jns",
    "kelamin": "klmin",
    "klmn": "klmin",
    "lengkap": "lgkp",
    "pendidikan": "pend",
    "pekerjaan": "pkrjn",
    "golongan": "gol",
    "hubungan": "hub",
    "alamat": "almt",
    "darah": "drh",
    "terakhir": "trkhr",
    "dalam": "dlm",
    "dengan": "dgn",
    "jumlah": "jml",
    "yang": "yg",
}
"""Words → the abbreviation that means the same in a heading."""
_WORDS: Final = "|".join(sorted(_SHORT, key=len, reverse=True))
_BRACKETS: Final = r"[(\[{]([^()\[\]{}]*)[)\]}]?"
_DAY: Final = r"(?:d{1,2}|h{2}|m{1,4}|b{2}|y{2,4}|t{2,4}|hari|tgl|tanggal|bln|bulan|thn|tahun)"
_FORMAT: Final = rf"{_DAY}(?:[-/. ]?{_DAY}){{2}}"
_LENGTH: Final = r"(?:harus |wajib )?[0-9]{1,2} ?(?:digit|angka|karakter)"
_HINT: Final = (
    rf"\W*|[0-9]{{1,3}}|{_FORMAT}|{_LENGTH}"
    r"|(?:wajib|harus|opsional|optional|(?:jika|bila|kalau|apabila) ada|isi|diisi|pilih|contoh"
    r"|mis|misal|misalnya|tulis|ditulis|format|tanpa|dengan|huruf|teks|text|angka)\b.*"
    r"|sesuai (?:e-?)?(?:ktp|kk|kartu keluarga|identitas|akta|dokumen)\b.*"
    r"|(?:yang |masih |yg )?aktif|lengkap|rp|rupiah|ya ?/ ?tidak|sudah ?/ ?belum|ada ?/ ?tidak"
)
_TAIL: Final = rf"(.*\w)[\s:;*.\u2013-]+({_FORMAT}|{_LENGTH})\W*"
_PARTED: Final = r"(.*?\w\W*?)\s*(?:\n|:)\s*(.*)"
_OTHERS: Final = (
    r"\b(?:ibu|ayah|bapak|ortu|orang ?tua|suami|isteri|istri|pasangan|wali|kepala|pendamping"
    r"|(?:ahli ?)?waris|anak|pelapor|petugas|operator|saksi|penanggung|pj|nik kk|nama kk"
    r"|enumerator|surveyor|pewawancara|pendata|verifikator)\b"
)
_ELSEWHERE: Final = rf"{_OTHERS}|tugas|\b(?:kerja|kantor|instansi|asal|tujuan|domisili|binaan)\b"


def alike(heading: object) -> str:
    r"""Return a heading in the one spelling of all that mean the same.

    >>> alike("No. Kartu Keluarga") == alike("NOMOR_KARTU\nKELUARGA")
    True
    """
    return re.sub(_WORDS, lambda word: _SHORT[word[0]], folded(heading))


class Heading(NamedTuple):
    """The heading of one column."""

    text: str
    """As it is written, in one line."""
    key: str
    """Without case, blanks and signs."""
    name: str
    """In the one spelling of all that mean the same."""
    bare: tuple[tuple[str, tuple[str, ...]], ...]
    """Each name that is left without what may be a hint, with these hints; and the usual one, if
    the heading is a phrase of a known field."""
    inner: "tuple[GroupedHeading, ...]" = ()
    """The heading below the groups of a form, in the export of a form program."""
    is_system: bool = False
    """Whether a form program fills the column itself, such as ``_uuid``."""

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every text by which a layout finds it, without the groups of a form."""
        return (self.key, self.name, *(name for name, _ in self.bare))

    @property
    def shown(self) -> str | None:
        """The text for a message; None for one with so many digits as a number of a person.

        Fewer digits are shown where they are a word, such as a year; a ``#`` stands for others.
        """
        if sum(sign.isdigit() for sign in self.text) >= _DIGITS_OF_A_NUMBER:
            return None
        words = (w if _is_plain(w) else re.sub(r"\d", "#", w) for w in self.text.split())
        text = " ".join(words)
        return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"

    @property
    def is_of_others(self) -> bool:
        """Whether it says that it is about another person: the mother, the head of the family."""
        return bool(re.search(_OTHERS, _words(self.text)))

    @property
    def is_elsewhere(self) -> bool:
        """Whether, above others, it says that they are not about the person of the row at home."""
        return bool(re.search(_ELSEWHERE, _words(self.text)))


class GroupedHeading(NamedTuple):
    """A heading, and the names of the groups above it."""

    group: Heading
    heading: Heading


def heading_with(text: str, name: str) -> Heading:
    """Return an upper heading that is compared by one part of its text."""
    return Heading(text, folded(text), alike(name), ())


def heading_of(cell: Cell) -> Heading | None:
    """Return the heading that a cell holds; None for one that shows nothing."""
    return None if is_blank(cell) else _heading(str(cell)[:LONGEST])


@lru_cache(maxsize=4096)
def _heading(written: str) -> Heading | None:
    plain = unicodedata.normalize("NFKC", written)
    key = folded(plain)
    text = " ".join(plain.split())
    if not key:
        return None
    bare, usual = _bare(plain.strip()), usual_heading(plain)
    if usual is not None:
        bare.append((alike(usual), ()))
    return Heading(text, key, alike(plain), tuple(bare))


def _bare(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return what is left of a heading without what stands in brackets, or behind it."""
    found: list[tuple[str, tuple[str, ...]]] = []
    hints = tuple(re.findall(_BRACKETS, text))
    if hints:
        found.append((re.sub(_BRACKETS, " ", text), hints))
    tail = re.fullmatch(_TAIL, text, re.IGNORECASE | re.DOTALL)
    parted = re.fullmatch(_PARTED, text, re.DOTALL)
    found += ((one[1], (one[2],)) for one in (tail, parted) if one is not None)
    return [(alike(left), hints) for left, hints in found if folded(left)]


def is_hint(hint: str, field_type: FieldType | None, names: frozenset[str]) -> bool:
    """Return whether words beside a heading only say how to fill in a column, or repeat its name.

    ``(L/P)`` or ``(dd-mm-yyyy)`` is such a hint; ``(Ibu)`` is none.
    """
    words = _words(hint)
    if re.search(_OTHERS, words):
        return False
    if alike(hint) in names or re.fullmatch(_HINT, words):
        return True
    if not isinstance(field_type, TermType):
        return False
    choices = re.split(r"[/,;|]|\batau\b|=", words)
    return all(_is_term(field_type, one.strip()) for one in choices)


@cache
def _is_term(field_type: TermType, word: str) -> bool:
    return not isinstance(term_of(field_type.vocabularies, word), Issue)


def _is_plain(word: str) -> bool:
    """Return whether a word has no digits, or is a small number such as a year."""
    return bool(re.fullmatch(r"\D*|\(?[1-9][0-9]{0,3}\)?", word))


def _words(text: str) -> str:
    return " ".join(re.sub(r"_", " ", text).casefold().split())
