"""The reasons for and against two records being of one person, in both languages."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from .._messages import language_of

TEXTS: Final[Mapping[str, tuple[str, str]]] = {
    "nik_equal": ("the same NIK", "NIK sama"),
    "nik_digit": ("NIKs that differ in one digit", "NIK beda satu angka"),
    "nik_swapped": ("NIKs with two digits exchanged", "NIK dengan dua angka tertukar"),
    "nik_day_month": ("NIKs with day and month exchanged", "NIK dengan tanggal dan bulan tertukar"),
    "nik_region": ("NIKs that differ in the region only", "NIK beda kode wilayah saja"),
    "nik_serial": ("NIKs that differ in the serial number", "NIK beda nomor urut"),
    "nik_other": ("different NIKs", "NIK berbeda"),
    "kk_equal": ("the same KK number", "nomor KK sama"),
    "kk_slip": ("KK numbers that differ by a slip", "nomor KK beda tipis"),
    "kk_other": ("different KK numbers", "nomor KK berbeda"),
    "kk_relation": ("different relations in the family", "SHDK berbeda dalam satu KK"),
    "kk_twins": ("possibly twins", "mungkin kembar"),
    "name_equal": ("the same name", "nama sama"),
    "name_order": ("the same name in another order", "nama sama dengan urutan berbeda"),
    "name_letter": ("names that differ in one letter", "nama beda satu huruf"),
    "name_letters": (
        "names that differ in a letter of each word",
        "nama beda huruf tiap kata",
    ),
    "name_part": ("one name is part of the other", "nama yang satu bagian dari yang lain"),
    "name_other": ("different names", "nama berbeda"),
    "birth_equal": ("the same birth date", "tanggal lahir sama"),
    "birth_usual": (
        "the same birth date, of those written for unknown ones",
        "tanggal lahir sama, yang lazim ditulis bila tidak diketahui",
    ),
    "birth_day_month": (
        "birth dates with day and month exchanged",
        "tanggal dan bulan lahir tertukar",
    ),
    "birth_part": ("birth dates that differ in one part", "tanggal lahir beda satu bagian"),
    "birth_years": ("birth years that can be the same", "tahun lahir cocok"),
    "birth_other": ("different birth dates", "tanggal lahir berbeda"),
    "sex_equal": ("the same sex", "jenis kelamin sama"),
    "sex_other": ("different sex", "jenis kelamin berbeda"),
    "village_equal": ("the same village", "desa/kelurahan sama"),
    "village_other": ("different villages", "desa/kelurahan berbeda"),
    "phone_equal": ("the same telephone number", "nomor HP sama"),
}
"""Code → the reason in English and in Indonesian."""


class Reason(NamedTuple):
    """A reason for or against two records being of one person.

    >>> from psm_core.matching import Reason
    >>> Reason("nik_digit", 14.0).describe("id")
    'NIK beda satu angka'
    """

    code: str
    """What is compared, and how it differs, such as ``nik_digit``."""
    weight: float
    """The weight of evidence in bits: 1 doubles the odds, -1 halves them."""

    def describe(self, language: str = "en") -> str:
        """Return the reason in English or Indonesian, without any value.

        Raises:
            ValueError: the language is neither English nor Indonesian.

        """
        english, indonesian = TEXTS[self.code]
        return english if language_of(language) == "en" else indonesian
