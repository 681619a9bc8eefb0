"""Ground checks of a list, proposals for a programme, and presence at a session."""

from .._core.vocabulary import Scheme, Term
from .sources import PRACTICE


class GroundCheckResult(
    Term,
    scheme=Scheme("hasil-ground-check", "Hasil ground check", PRACTICE),
    aliases={
        "Ada": "DITEMUKAN",
        "Masih ada": "DITEMUKAN",
        "Tinggal di ruta": "DITEMUKAN",
        "Tinggal bersama keluarga": "DITEMUKAN",
        "Terkonfirmasi": "DITEMUKAN",
        "Ditemukan, layak": "LAYAK",
        "Ditemukan, tidak layak": "TIDAK_LAYAK",
        "Mampu": "TIDAK_LAYAK",
        "Sudah mampu": "TIDAK_LAYAK",
        "Tidak eligible": "TIDAK_LAYAK",
        "Pindah domisili": "PINDAH",
        "Pindah alamat": "PINDAH",
        "Sudah pindah": "PINDAH",
        "Tidak tinggal di ruta/pindah": "PINDAH",
        "Pindah ke luar desa": "PINDAH",
        "Pindah ke luar kabupaten": "PINDAH",
        "Pindah ke luar negeri": "PINDAH",
        "Meninggal dunia": "MENINGGAL",
        "Sudah meninggal": "MENINGGAL",
        "MD": "MENINGGAL",
        "Data ganda": "GANDA",
        "Dobel": "GANDA",
        "Double": "GANDA",
        "Tidak bisa ditemui": "TIDAK_DAPAT_DITEMUI",
        "Belum dapat ditemui": "TIDAK_DAPAT_DITEMUI",
        "Tidak dikenal": "TIDAK_DITEMUKAN",
    },
):
    """What a ground check found for a row of a list, from practice; no official list was found.

    The codes are letters, because a number means different results on the forms of different
    surveys.

    Found says nothing about eligibility; an office that decides it writes *layak* or *tidak layak*.

    >>> from psm_core.terms import GroundCheckResult
    >>> GroundCheckResult.parse("Meninggal dunia").gloss, GroundCheckResult.parse("mampu").label
    ('died', 'Tidak layak')
    """

    DITEMUKAN = ("D", "Ditemukan", "found")
    LAYAK = ("L", "Layak", "found, and eligible according to the checker")
    TIDAK_LAYAK = ("TL", "Tidak layak", "found, and not eligible according to the checker")
    PINDAH = ("P", "Pindah", "moved away")
    MENINGGAL = ("M", "Meninggal", "died")
    GANDA = ("G", "Ganda", "listed twice")
    TIDAK_DAPAT_DITEMUI = ("TT", "Tidak dapat ditemui", "known, but not at home")
    TIDAK_DITEMUKAN = ("TD", "Tidak ditemukan", "not found")
