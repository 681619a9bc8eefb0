"""Whether a registered person still lives in the village."""

from .._core.vocabulary import Scheme, Term
from .sources import DUKCAPIL


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

    The codes are those of village software; 5, 7 and 8 are not used.

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
