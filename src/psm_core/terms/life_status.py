"""Whether a registered person still lives in the village."""

import re
from typing import Final, Self

from .._core.vocabulary import Scheme, Term
from ..errors import ParseError
from .sources import DUKCAPIL

_LONGEST: Final = 200
_DETAIL: Final = (
    r"(?ai)(?P<status>[a-z/. ]*?[a-z])[\s.]*(?:"
    r"[,(\s-]+(?:pada |sejak )?(?:tgl|tanggal|th|thn|tahun)?[\s.]*[0-9./\s-]*[0-9]{4}\)?"
    r"|(?<=pindah) ke \S.*)"
)
"""A status with its date, or with the place that a person moved to."""


class LifeStatus(
    Term,
    scheme=Scheme("status-dasar", "Status dasar penduduk", DUKCAPIL, numbered=True),
    aliases={
        **dict.fromkeys(("Aktif", "Masih hidup"), "HIDUP"),
        **dict.fromkeys(
            (
                *("Meninggal dunia", "Sudah meninggal", "Telah meninggal", "Wafat", "MD"),
                *("Alm", "Almh", "Alm/Almh", "Almarhum", "Almarhumah", "Tutup usia"),
            ),
            "MATI",
        ),
        **dict.fromkeys(
            ("Pindah keluar", "Pindah domisili", "Pindah alamat", "Sudah pindah", "Telah pindah"),
            "PINDAH",
        ),
        "Orang hilang": "HILANG",
        **dict.fromkeys(("Invalid", "Data tidak valid", "Tak valid"), "TIDAK_VALID"),
    },
):
    """Status dasar: whether a registered person lives, or why the entry is not current.

    The codes are those of village software; 5, 7 and 8 are not used. `parse` also accepts a status
    with its date (``Meninggal 12-03-2023``), and *pindah ke* with a place.

    >>> from psm_core.terms import LifeStatus
    >>> LifeStatus.parse("Alm.").label, LifeStatus.parse("9").gloss
    ('Meninggal', 'the entry is invalid, such as a duplicate')
    """

    HIDUP = ("1", "Hidup", "alive, and resident")
    MATI = ("2", "Meninggal", "dead")
    PINDAH = ("3", "Pindah", "moved away for good")
    HILANG = ("4", "Hilang", "missing")
    PERGI = ("6", "Pergi", "gone, such as a temporary resident who left")
    TIDAK_VALID = ("9", "Tidak Valid", "the entry is invalid, such as a duplicate")

    @classmethod
    def parse(cls, text: str, /) -> Self:
        """Return the status that a text means.

        Raises:
            ParseError: ``term.unknown``, ``type.text``.

        """
        try:
            return super().parse(text)
        except ParseError as error:
            if error.code != "term.unknown":
                raise
            unknown = error.issue
        detailed = re.fullmatch(_DETAIL, text.strip()) if len(text) <= _LONGEST else None
        if detailed is None:
            raise ParseError(unknown)
        return super().parse(detailed["status"])
