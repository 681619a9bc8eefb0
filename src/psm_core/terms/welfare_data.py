"""The national databases of families."""

from .._core.vocabulary import Scheme, Term
from .sources import PRACTICE

_MERGED = "Permensos 3/2025 Pasal 1"


class WelfareScheme(
    Term,
    scheme=Scheme("basis-data-sosial", "Basis data kesejahteraan sosial", PRACTICE),
    sources={
        "DTKS": "Permensos 3/2021",
        "REGSOSEK": _MERGED,
        "DTSEN": "Inpres 4/2025",
        "P3KE": _MERGED,
    },
    aliases={
        "Basis Data Terpadu": "BDT",
        "Data DTKS": "DTKS",
        "Data DTSEN": "DTSEN",
        "Data P3KE": "P3KE",
        "Data Regsosek": "REGSOSEK",
        "Data Terpadu Kesejahteraan Sosial": "DTKS",
        "Data Tunggal Sosial Ekonomi": "DTSEN",
        "Data Tunggal Sosial Ekonomi Nasional": "DTSEN",
        "Data Tunggal Sosial dan Ekonomi": "DTSEN",
        "Data Tunggal Sosial dan Ekonomi Nasional": "DTSEN",
        "Pensasaran Percepatan Penghapusan Kemiskinan Ekstrem": "P3KE",
        "Penyasaran Percepatan Penghapusan Kemiskinan Ekstrem": "P3KE",
        "Registrasi Sosial Ekonomi": "REGSOSEK",
    },
):
    """The national databases that ranked or listed families. Regsosek, DTKS and P3KE are in DTSEN.

    >>> from psm_core.terms import WelfareScheme
    >>> WelfareScheme.parse("dtks").gloss, WelfareScheme.DTSEN.gloss
    ('integrated social-welfare data, 2019 to 2025', 'single social and economic data, since 2025')
    >>> WelfareScheme.parse("Data Tunggal Sosial Ekonomi Nasional (DTSEN)")
    <WelfareScheme.DTSEN: 'dtsen'>
    """

    BDT = ("1", "BDT", "unified database, 2011 to 2019")
    DTKS = ("2", "DTKS", "integrated social-welfare data, 2019 to 2025")
    REGSOSEK = ("3", "Regsosek", "social and economic registration of 2022")
    DTSEN = ("4", "DTSEN", "single social and economic data, since 2025")
    P3KE = ("5", "P3KE", "data for the elimination of extreme poverty, until 2025")
