"""PMKS: the 22 categories of people in need of the guide of 2007."""

from .._core.vocabulary import Scheme, Term
from .ppks import PPKSCategory
from .subjects import SubjectUnit

_N = PPKSCategory
_FAMILY = frozenset({SubjectUnit.KELUARGA})


class PMKSCategory(
    Term,
    scheme=Scheme(
        "pmks-22",
        "Penyandang Masalah Kesejahteraan Sosial, 22 jenis",
        "Panduan Pendataan PMKS dan PSKS 2007",
        numbered=True,
    ),
    aliases={
        "Keluarga Berumah Tak Layak Huni": "KELUARGA_BERUMAH_TIDAK_LAYAK_HUNI",
        "Keluarga Berumah Tidak Layak Huni": "KELUARGA_BERUMAH_TIDAK_LAYAK_HUNI",
        "Keluarga Rumah Tidak Layak Huni": "KELUARGA_BERUMAH_TIDAK_LAYAK_HUNI",
        "Rumah Tidak Layak Huni": "KELUARGA_BERUMAH_TIDAK_LAYAK_HUNI",
        "Keluarga yang Tinggal di Rumah Tidak Layak Huni": "KELUARGA_BERUMAH_TIDAK_LAYAK_HUNI",
        "Rutilahu": "KELUARGA_BERUMAH_TIDAK_LAYAK_HUNI",
    },
    qualified=True,
):
    """The 22 categories of people in need before 2012, for registers of those years.

    Two of them have no equivalent among the 26 of 2012 and are still found in registers: families
    with unfit housing (RTLH) and vulnerable families (KLGRTN). The age limits of 2007 are not those
    of 2012, so no check compares an age with them.

    Source: Panduan Pendataan PMKS dan PSKS 2007, as a PSM of Sukabumi copied it.

    >>> from psm_core.terms import PMKSCategory
    >>> PMKSCategory.parse("RTLH").label, PMKSCategory.parse("RTLH").ppks
    ('Keluarga yang Tinggal di Rumah Tak Layak Huni', None)
    >>> PMKSCategory.PENYANDANG_CACAT.ppks.label
    'Penyandang Disabilitas'
    """

    abbreviation: str
    """The abbreviation."""
    ppks: PPKSCategory | None
    """The nearest of the 26 categories of 2012; None if there is none."""
    units: frozenset[SubjectUnit]
    """The kinds of subject that it applies to."""

    def __init__(
        self, _code: str, _label: str, _gloss: str, abbreviation: str, ppks: PPKSCategory | None
    ) -> None:
        """Keep the abbreviation and the category of 2012."""
        self.abbreviation, self.ppks = abbreviation, ppks
        self.units = _FAMILY if ppks is None else ppks.units

    ANAK_BALITA_TERLANTAR = (
        "1",
        "Anak Balita Terlantar",
        "neglected under-five",
        "ABT",
        _N.ANAK_BALITA_TELANTAR,
    )
    ANAK_TERLANTAR = ("2", "Anak Terlantar", "neglected child", "AT", _N.ANAK_TERLANTAR)
    ANAK_NAKAL = (
        "3",
        "Anak Nakal",
        "delinquent child",
        "AN",
        _N.ANAK_YANG_BERHADAPAN_DENGAN_HUKUM,
    )
    ANAK_JALANAN = ("4", "Anak Jalanan", "street child", "AJ", _N.ANAK_JALANAN)
    WANITA_RAWAN_SOSIAL_EKONOMI = (
        "5",
        "Wanita Rawan Sosial Ekonomi",
        "socio-economically vulnerable woman",
        "WRSE",
        _N.PEREMPUAN_RAWAN_SOSIAL_EKONOMI,
    )
    KORBAN_TINDAK_KEKERASAN = (
        "6",
        "Korban Tindak Kekerasan",
        "victim of violence",
        "KTK",
        _N.KORBAN_TINDAK_KEKERASAN,
    )
    LANJUT_USIA_TERLANTAR = (
        "7",
        "Lanjut Usia Terlantar",
        "neglected elderly person",
        "LUT",
        _N.LANJUT_USIA_TELANTAR,
    )
    PENYANDANG_CACAT = (
        "8",
        "Penyandang Cacat",
        "person with disability",
        "PACA",
        _N.PENYANDANG_DISABILITAS,
    )
    TUNA_SUSILA = ("9", "Tuna Susila", "person in prostitution", "TS", _N.TUNA_SUSILA)
    PENGEMIS = ("10", "Pengemis", "beggar", "PGMS", _N.PENGEMIS)
    GELANDANGAN = ("11", "Gelandangan", "homeless person", "GLDNG", _N.GELANDANGAN)
    BEKAS_WARGA_BINAAN_LEMBAGA_KEMASYARAKATAN = (
        "12",
        "Bekas Warga Binaan Lembaga Kemasyarakatan",
        "former prisoner",
        "BWBLK",
        _N.BEKAS_WARGA_BINAAN_LEMBAGA_PEMASYARAKATAN,
    )
    KORBAN_PENYALAHGUNAAN_NAPZA = (
        "13",
        "Korban Penyalahgunaan Napza",
        "victim of drug abuse",
        "NAPZA",
        _N.KORBAN_PENYALAHGUNAAN_NAPZA,
    )
    KELUARGA_FAKIR_MISKIN = (
        "14",
        "Keluarga Fakir Miskin",
        "destitute family",
        "KFM",
        _N.FAKIR_MISKIN,
    )
    KELUARGA_BERUMAH_TIDAK_LAYAK_HUNI = (
        "15",
        "Keluarga yang Tinggal di Rumah Tak Layak Huni",
        "family with unfit housing",
        "RTLH",
        None,
    )
    KELUARGA_BERMASALAH_SOSIAL_PSIKOLOGIS = (
        "16",
        "Keluarga Bermasalah Sosial Psikologis",
        "family with psychosocial problems",
        "KBSP",
        _N.KELUARGA_BERMASALAH_SOSIAL_PSIKOLOGIS,
    )
    KOMUNITAS_ADAT_TERPENCIL = (
        "17",
        "Komunitas Adat Terpencil",
        "remote indigenous community",
        "KAT",
        _N.KOMUNITAS_ADAT_TERPENCIL,
    )
    KORBAN_BENCANA_ALAM = (
        "18",
        "Korban Bencana Alam",
        "victim of natural disaster",
        "KBA",
        _N.KORBAN_BENCANA_ALAM,
    )
    KORBAN_BENCANA_SOSIAL = (
        "19",
        "Korban Bencana Sosial",
        "victim of social disaster",
        "KBS",
        _N.KORBAN_BENCANA_SOSIAL,
    )
    PEKERJA_MIGRAN_BERMASALAH_SOSIAL = (
        "20",
        "Pekerja Migran Bermasalah Sosial",
        "migrant worker with social problems",
        "PM",
        _N.PEKERJA_MIGRAN_BERMASALAH_SOSIAL,
    )
    ORANG_DENGAN_HIV_AIDS = (
        "21",
        "Orang dengan HIV/AIDS",
        "person with HIV/AIDS",
        "ODHA",
        _N.ORANG_DENGAN_HIV_AIDS,
    )
    KELUARGA_RENTAN = ("22", "Keluarga Rentan", "vulnerable family", "KLGRTN", None)

    @property
    def spellings(self) -> tuple[str, ...]:
        """The slug, name, label and abbreviation."""
        return *super().spellings, self.abbreviation
