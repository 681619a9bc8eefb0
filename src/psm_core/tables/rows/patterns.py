"""Words and numbers by which a row is no record: totals, notes, signatures, other headings."""

import re
from collections.abc import Mapping
from typing import Final

from ..cells.cell import Cell, Unread
from ..layouts.layout import folded

TOTAL: Final = r"(?:sub\s*-?\s*|grand\s+)?(?:jumlah|jml|total|rata\s*-?\s*rata|rerata)\b"
NOTE: Final = (
    r"(?:mengetahui|menyetujui|disetujui|disahkan|mengesahkan|diperiksa|disusun|diketahui"
    r"|dibuat\s+(?:oleh|di)|yang\s+(?:membuat|mendata|melapor\w*|bertanda)|catatan\b|keterangan\b"
    r"|ket\s*[.:]|nb\b|n\.b|note\s*:|sumber(?=\s*(?:data\b|[:.]|$))|ttd\b|ttd\.|t\.t\.d|tanda\s+tangan|tertanda|tembusan"
    r"|a\.\s*n\.|an\.\s|u\.\s*b\.|plt\.|nip\b|nrp\b|dicetak|halaman|hal\.|page\b|lampiran"
    r"|rekap\w*|demikian\b|hormat(?=\s*(?:kami\b|saya\b|[,.:]|$))|dokumen\s+ini|\*)"
)
OFFICE: Final = (
    r"(?:kepala|kasi|kabid|kadis|ketua|sekretaris|bendahara|lurah|camat|bupati|wali\s*kota|gubernur"
    r"|koordinator|pendamping|petugas|operator|pembina|penanggung|pj\b|pejabat|enumerator)\b"
)
_MONTHS: Final = (
    "jan(?:uari)?|feb(?:ruari)?|pebruari|mar(?:et)?|apr(?:il)?|mei|juni?|juli?|agu(?:stus)?|ags"
    "|sep(?:t|tember)?|okt(?:ober)?|nov(?:ember)?|nop(?:ember)?|des(?:ember)?"
)
PLACE_AND_DATE: Final = (
    r"[^\W\d][^\d,]*,\s*(?:tgl\.?|tanggal)?[\s\d._\u2026]*"
    rf"(?:(?:{_MONTHS})\b|[-/]\d{{1,2}}[-/]|20\d\d)"
)
_UNITS: Final = r"\b(?:rp|idr|orang|org|jiwa|kk|kpm|unit|keluarga|penerima|desa|rt|rw)\b"
_NUMBER_HEADINGS: Final = frozenset({"no", "nomor", "nourut", "nomorurut", "nr"})
_RUNNING_NUMBER: Final = r"\(?([0-9]{1,6})[a-z]?[.)]?"
_LIKE_NIK: Final = r"\W*(?:[0-9][\s.\-]*){13,17}|[0-9][.,][0-9]+e\+?[0-9]{2}"
_MIN_NIK: Final = 10**12
_MIN_CELLS: Final = 2
_MAX_LENGTH: Final = 200
_MAX_NUMBER: Final = 1_000_000


def begins(pattern: str, text: str) -> bool:
    """Return whether a text begins with a pattern, after punctuation and spaces."""
    return re.match(rf"\W*{pattern}", text[:_MAX_LENGTH], re.IGNORECASE) is not None


def has_letters(text: str) -> bool:
    """Return whether a text contains a letter."""
    return any(map(str.isalpha, text))


def running_number(cell: Cell) -> int | None:
    """Return the running number in a cell, written 12, 12., (12) or 12a; None if there is none."""
    if isinstance(cell, str):
        found = re.fullmatch(_RUNNING_NUMBER, cell, re.ASCII | re.IGNORECASE)
        return int(found[1]) if found else None
    if isinstance(cell, bool) or not isinstance(cell, int | float) or cell != cell // 1:
        return None
    return int(cell) if 0 <= cell < _MAX_NUMBER else None


def is_like_nik(cell: Cell) -> bool:
    """Return whether a cell looks like a NIK or KK number, also a damaged one."""
    if isinstance(cell, str):
        return re.fullmatch(_LIKE_NIK, cell[:_MAX_LENGTH], re.ASCII | re.IGNORECASE) is not None
    return isinstance(cell, int | float) and cell >= _MIN_NIK


def is_heading(filled: Mapping[int, Cell]) -> bool:
    """Return whether a row has the headings of another table: words, one of them for the number."""
    cells = list(filled.values())
    if len(cells) < _MIN_CELLS or not all(isinstance(one, str) for one in cells):
        return False
    names = [folded(one) for one in cells]
    return not _NUMBER_HEADINGS.isdisjoint(names) and not any(
        re.search("[0-9]", one) for one in names
    )


def is_amount(cell: Cell) -> bool:
    """Return whether a cell contains an amount, with or without its unit."""
    if isinstance(cell, str):
        return not has_letters(re.sub(_UNITS, "", cell[:_MAX_LENGTH], flags=re.IGNORECASE))
    return isinstance(cell, int | float | Unread)
