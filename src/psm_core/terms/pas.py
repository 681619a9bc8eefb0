"""PAS: the 12 groups of people in need of social services, of 2025."""

from typing import NamedTuple

from .._core.vocabulary import Scheme, Term
from .people import Sex
from .sources import CHILD_ACT, ELDERLY_ACT


class _Details(NamedTuple):
    min_age: int | None = None
    max_age: int | None = None
    age_source: str | None = None
    sex: Sex | None = None


_NO_LIMITS = _Details()
_CHILD = _Details(max_age=17, age_source=CHILD_ACT)
_ELDERLY = _Details(min_age=60, age_source=ELDERLY_ACT)


class PASCategory(
    Term,
    scheme=Scheme(
        "pas-12",
        "Pemerlu Atensi Sosial, 12 kelompok",
        "Kepmensos 103/HUK/2025 menurut pemberitaan",
    ),
    aliases={
        "Anak rentan": "ANAK_ANAK_RENTAN",
        "Anak-anak yang rentan": "ANAK_ANAK_RENTAN",
        "Anak yang rentan": "ANAK_ANAK_RENTAN",
        "Difabel": "PENYANDANG_DISABILITAS",
        "Lansia telantar": "LANSIA_TERLANTAR",
        "Lanjut usia terlantar": "LANSIA_TERLANTAR",
        "Lanjut usia telantar": "LANSIA_TERLANTAR",
        "Masyarakat bermasalah sosial": "MASYARAKAT_YANG_BERMASALAH_SOSIAL",
    },
    qualified=True,
):
    """The 12 groups of 2025, as the ministry published them; the decree itself was unavailable.

    The age limits are those of the acts on children and on the elderly, because the decree could
    not be read. A check only warns about them.

    >>> from psm_core.terms import PASCategory, PPKSCategory
    >>> PASCategory.parse("Difabel").value
    'pas-12:penyandang-disabilitas'
    >>> [one.label for one in PPKSCategory.of_pas(PASCategory.KORBAN_BENCANA)]
    ['Korban Bencana Alam', 'Korban Bencana Sosial']
    >>> PASCategory.LANSIA_TERLANTAR.min_age, PASCategory.LANSIA_TERLANTAR.age_source
    (60, 'UU 13/1998 Pasal 1 angka 2')
    """

    min_age: int | None
    """The lowest age, in full years."""
    max_age: int | None
    """The highest age, in full years."""
    age_source: str | None
    """The act with the age limit; None if there is none."""
    sex: Sex | None
    """The sex that it applies to; None for both."""

    def __init__(
        self, _code: str, _label: str, _gloss: str, details: _Details = _NO_LIMITS
    ) -> None:
        """Keep the limits that acts set."""
        self.min_age, self.max_age = details.min_age, details.max_age
        self.age_source, self.sex = details.age_source, details.sex

    ANAK_ANAK_RENTAN = ("1", "Anak-anak rentan", "vulnerable children", _CHILD)
    PENYANDANG_DISABILITAS = ("2", "Penyandang disabilitas", "persons with disability")
    LANSIA_TERLANTAR = ("3", "Lansia terlantar", "neglected elderly", _ELDERLY)
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
    PEREMPUAN_RENTAN = ("11", "Perempuan rentan", "vulnerable women", _Details(sex=Sex.PEREMPUAN))
    FAKIR_MISKIN = ("12", "Fakir miskin", "destitute people")
