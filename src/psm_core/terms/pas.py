"""PAS: the 12 groups of people in need of social services, of 2025."""

from .._core.vocabulary import Scheme, Term


class PASCategory(
    Term,
    scheme=Scheme(
        "pas-12",
        "Pemerlu Atensi Sosial, 12 kelompok",
        "Kepmensos 103/HUK/2025 menurut pemberitaan",
    ),
    aliases={
        "Anak rentan": "ANAK_ANAK_RENTAN",
        "Difabel": "PENYANDANG_DISABILITAS",
        "Lansia telantar": "LANSIA_TERLANTAR",
        "Lanjut usia terlantar": "LANSIA_TERLANTAR",
        "Lanjut usia telantar": "LANSIA_TERLANTAR",
        "Masyarakat bermasalah sosial": "MASYARAKAT_YANG_BERMASALAH_SOSIAL",
    },
    qualified=True,
):
    """The 12 groups of 2025, as the ministry published them; the decree itself was unavailable.

    >>> from psm_core.terms import PASCategory, PPKSCategory
    >>> PASCategory.parse("Difabel").value
    'pas-12:penyandang-disabilitas'
    >>> [one.label for one in PPKSCategory.of_pas(PASCategory.KORBAN_BENCANA)]
    ['Korban Bencana Alam', 'Korban Bencana Sosial']
    """

    ANAK_ANAK_RENTAN = ("1", "Anak-anak rentan", "vulnerable children")
    PENYANDANG_DISABILITAS = ("2", "Penyandang disabilitas", "persons with disability")
    LANSIA_TERLANTAR = ("3", "Lansia terlantar", "neglected elderly")
    MASYARAKAT_BERPENDAPATAN_RENDAH = (
        "4",
        "Masyarakat berpendapatan rendah",
        "people with a low income",
    )
    KORBAN_BENCANA = ("5", "Korban bencana", "victims of disaster")
    MASYARAKAT_DENGAN_AFIRMASI_KHUSUS = (
        "6",
        "Masyarakat dengan afirmasi khusus",
        "people entitled to affirmative measures",
    )
    WARGA_BINAAN = ("7", "Warga binaan", "prisoners and former prisoners")
    KORBAN_KEKERASAN = ("8", "Korban kekerasan", "victims of violence")
    KORBAN_NAPZA_DAN_HIV_AIDS = (
        "9",
        "Korban NAPZA dan HIV/AIDS",
        "people affected by drug abuse or HIV/AIDS",
    )
    MASYARAKAT_YANG_BERMASALAH_SOSIAL = (
        "10",
        "Masyarakat yang bermasalah sosial",
        "people with social problems",
    )
    PEREMPUAN_RENTAN = ("11", "Perempuan rentan", "vulnerable women")
    FAKIR_MISKIN = ("12", "Fakir miskin", "destitute people")
