"""PPKS: the 26 categories of people in need of social services, of 2012."""

from typing import NamedTuple, Self

from .._core.vocabulary import Scheme, Term
from .pas import PASCategory
from .people import Sex
from .sources import CHILD_ACT
from .subjects import SubjectUnit

_P = frozenset({SubjectUnit.PERSEORANGAN})
_F = frozenset({SubjectUnit.KELUARGA})
_PF = _P | _F
_G = frozenset({SubjectUnit.KELOMPOK, SubjectUnit.MASYARAKAT})
_D = _PF | {SubjectUnit.KELOMPOK}
_ANY = _PF | _G
_C = PASCategory
_ANNEX = "Permensos 8/2012, lampiran, menurut laman dinas sosial"
"""The annex could be read only as social agencies restate it."""
_ADULT = f"{_ANNEX}; dewasa menurut {CHILD_ACT}"


class _Details(NamedTuple):
    units: frozenset[SubjectUnit]
    pas: PASCategory
    abbreviation: str | None = None
    min_age: int | None = None
    max_age: int | None = None
    sex: Sex | None = None
    age_source: str = _ANNEX


class PPKSCategory(
    Term,
    scheme=Scheme(
        "ppks-26",
        "Pemerlu Pelayanan Kesejahteraan Sosial, 26 jenis",
        "Permensos 8/2012, lampiran",
        numbered=True,
    ),
    aliases={
        "AN": "ANAK_YANG_BERHADAPAN_DENGAN_HUKUM",
        "Anak Balita Terlantar": "ANAK_BALITA_TELANTAR",
        "Anak Berhadapan Hukum": "ANAK_YANG_BERHADAPAN_DENGAN_HUKUM",
        "Anak Berhadapan dengan Hukum": "ANAK_YANG_BERHADAPAN_DENGAN_HUKUM",
        "Anak Berkonflik dengan Hukum": "ANAK_YANG_BERHADAPAN_DENGAN_HUKUM",
        "Anak Disabilitas": "ANAK_DENGAN_KEDISABILITASAN",
        "Anak Korban Kekerasan": "ANAK_KORBAN_TINDAK_KEKERASAN",
        "Anak Korban Tindak Kekerasan": "ANAK_KORBAN_TINDAK_KEKERASAN",
        "Anak Korban Tindak Kekerasan atau Diperlakukan Salah": "ANAK_KORBAN_TINDAK_KEKERASAN",
        "Anak Memerlukan Perlindungan Khusus": "ANAK_YANG_MEMERLUKAN_PERLINDUNGAN_KHUSUS",
        "Anak Nakal": "ANAK_YANG_BERHADAPAN_DENGAN_HUKUM",
        "Anak Penyandang Disabilitas": "ANAK_DENGAN_KEDISABILITASAN",
        "Anak Telantar": "ANAK_TERLANTAR",
        "Anak dengan Disabilitas": "ANAK_DENGAN_KEDISABILITASAN",
        "Anak dengan Kecacatan": "ANAK_DENGAN_KEDISABILITASAN",
        "Anak yang Berhadapan Hukum": "ANAK_YANG_BERHADAPAN_DENGAN_HUKUM",
        "Anak yang Berkonflik dengan Hukum": "ANAK_YANG_BERHADAPAN_DENGAN_HUKUM",
        "Anak yang Membutuhkan Perlindungan Khusus": "ANAK_YANG_MEMERLUKAN_PERLINDUNGAN_KHUSUS",
        "Anak yang Memerlukan Perlindungan Hukum": "ANAK_YANG_MEMERLUKAN_PERLINDUNGAN_KHUSUS",
        "Anak yang Menjadi Korban Tindak Kekerasan": "ANAK_KORBAN_TINDAK_KEKERASAN",
        "Anjal": "ANAK_JALANAN",
        "BWBLK": "BEKAS_WARGA_BINAAN_LEMBAGA_PEMASYARAKATAN",
        "Balita Telantar": "ANAK_BALITA_TELANTAR",
        "Balita Terlantar": "ANAK_BALITA_TELANTAR",
        "Bekas Narapidana": "BEKAS_WARGA_BINAAN_LEMBAGA_PEMASYARAKATAN",
        "Bekas Warga Binaan Lapas": "BEKAS_WARGA_BINAAN_LEMBAGA_PEMASYARAKATAN",
        "Bekas Warga Binaan Lembaga Kemasyarakatan": "BEKAS_WARGA_BINAAN_LEMBAGA_PEMASYARAKATAN",
        "Bekas Warga Binaan Lembaga Permasyarakatan": "BEKAS_WARGA_BINAAN_LEMBAGA_PEMASYARAKATAN",
        "Bekas Warga Binaan Pemasyarakatan": "BEKAS_WARGA_BINAAN_LEMBAGA_PEMASYARAKATAN",
        "Eks Napi": "BEKAS_WARGA_BINAAN_LEMBAGA_PEMASYARAKATAN",
        "Eks Narapidana": "BEKAS_WARGA_BINAAN_LEMBAGA_PEMASYARAKATAN",
        "Eks Warga Binaan Lembaga Pemasyarakatan": "BEKAS_WARGA_BINAAN_LEMBAGA_PEMASYARAKATAN",
        "GLDNG": "GELANDANGAN",
        "KBA": "KORBAN_BENCANA_ALAM",
        "KBS": "KORBAN_BENCANA_SOSIAL",
        "KFM": "FAKIR_MISKIN",
        "KPO": "KORBAN_TRAFFICKING",
        "Keluarga Bermasalah Sosial Psikologi": "KELUARGA_BERMASALAH_SOSIAL_PSIKOLOGIS",
        "Keluarga Fakir Miskin": "FAKIR_MISKIN",
        "Korban NAPZA": "KORBAN_PENYALAHGUNAAN_NAPZA",
        "Korban Penyalahgunaan NAPZA (Narkotika, Psikotropika, dan Zat Adiktif Lainnya)": (
            "KORBAN_PENYALAHGUNAAN_NAPZA"
        ),
        "Korban Penyalahgunaan Nafza": "KORBAN_PENYALAHGUNAAN_NAPZA",
        "Korban Penyalahgunaan Narkoba": "KORBAN_PENYALAHGUNAAN_NAPZA",
        "Korban Penyalahgunaan Narkotika, Psikotropika, dan Zat Adiktif Lainnya": (
            "KORBAN_PENYALAHGUNAAN_NAPZA"
        ),
        "Korban Penyalagunaan NAPZA": "KORBAN_PENYALAHGUNAAN_NAPZA",
        "Korban Perdagangan Manusia": "KORBAN_TRAFFICKING",
        "Korban Perdagangan Orang": "KORBAN_TRAFFICKING",
        "Korban TPPO": "KORBAN_TRAFFICKING",
        "Korban Tindak Pidana Perdagangan Orang": "KORBAN_TRAFFICKING",
        "Korban Traficking": "KORBAN_TRAFFICKING",
        "Korban Trafficking/Perdagangan Orang": "KORBAN_TRAFFICKING",
        "Korban Traffiking": "KORBAN_TRAFFICKING",
        "Lanjut Usia Terlantar": "LANJUT_USIA_TELANTAR",
        "Lansia Telantar": "LANJUT_USIA_TELANTAR",
        "Lansia Terlantar": "LANJUT_USIA_TELANTAR",
        "Mantan Napi": "BEKAS_WARGA_BINAAN_LEMBAGA_PEMASYARAKATAN",
        "Mantan Narapidana": "BEKAS_WARGA_BINAAN_LEMBAGA_PEMASYARAKATAN",
        "NAPZA": "KORBAN_PENYALAHGUNAAN_NAPZA",
        "ODHIV": "ORANG_DENGAN_HIV_AIDS",
        "Orang dengan HIV": "ORANG_DENGAN_HIV_AIDS",
        "Orang dengan HIV AIDS": "ORANG_DENGAN_HIV_AIDS",
        "Orang dengan HIV dan AIDS": "ORANG_DENGAN_HIV_AIDS",
        "PACA": "PENYANDANG_DISABILITAS",
        "PGMS": "PENGEMIS",
        "PM": "PEKERJA_MIGRAN_BERMASALAH_SOSIAL",
        "Pekerja Migran Bermasalah": "PEKERJA_MIGRAN_BERMASALAH_SOSIAL",
        "Pekerja Migran Indonesia Bermasalah": "PEKERJA_MIGRAN_BERMASALAH_SOSIAL",
        "Pekerja Migran Indonesia Bermasalah Sosial": "PEKERJA_MIGRAN_BERMASALAH_SOSIAL",
        "Penyandang Cacat": "PENYANDANG_DISABILITAS",
        "Penyandang Disabilitas Fisik": "PENYANDANG_DISABILITAS",
        "Penyandang Disabilitas Ganda": "PENYANDANG_DISABILITAS",
        "Penyandang Disabilitas Intelektual": "PENYANDANG_DISABILITAS",
        "Penyandang Disabilitas Mental": "PENYANDANG_DISABILITAS",
        "Penyandang Disabilitas Sensorik": "PENYANDANG_DISABILITAS",
        "Tunasusila": "TUNA_SUSILA",
        "WRSE": "PEREMPUAN_RAWAN_SOSIAL_EKONOMI",
        "WTS": "TUNA_SUSILA",
        "Wanita Rawan Sosial Ekonomi": "PEREMPUAN_RAWAN_SOSIAL_EKONOMI",
        "Wanita Tuna Susila": "TUNA_SUSILA",
        "Warga Komunitas Adat Terpencil": "KOMUNITAS_ADAT_TERPENCIL",
    },
    qualified=True,
):
    """The 26 categories of people in need, called PMKS until 2019, spelt as in the annex.

    The age limits are inclusive and in full years. `age_source` has the act of each. Those of the
    annex differ from the child protection law, so a check only warns about them.

    Source: Permensos 8/2012, annex; the name is that of Permensos 5/2019. `parse` also accepts the
    spellings of the older list of 22 (2007) for equivalent categories.

    >>> PPKSCategory.parse("lansia terlantar").label
    'Lanjut Usia Telantar'
    >>> PPKSCategory.LANJUT_USIA_TELANTAR.pas.label
    'Lansia terlantar'
    >>> PPKSCategory.ANAK_JALANAN.max_age, PPKSCategory.ANAK_JALANAN.age_source
    (17, 'UU 23/2002 Pasal 1 angka 1, diubah dengan UU 35/2014')

    """

    abbreviation: str | None
    """The abbreviation, if there is one."""
    units: frozenset[SubjectUnit]
    """The kinds of subject that it applies to."""
    pas: PASCategory
    """The group of the 2025 list of 12 that includes it."""
    min_age: int | None
    """The lowest age, in full years."""
    max_age: int | None
    """The highest age, in full years."""
    sex: Sex | None
    """The sex that it applies to; None for both."""
    age_source: str | None
    """The act or document with the age limits; None if there are none."""

    def __init__(self, _code: str, _label: str, _gloss: str, details: _Details) -> None:
        """Keep what the annex says of the category besides its name."""
        self.abbreviation, self.sex = details.abbreviation, details.sex
        self.units, self.pas = details.units, details.pas
        self.min_age, self.max_age = details.min_age, details.max_age
        has_limits = (self.min_age, self.max_age) != (None, None)
        self.age_source = details.age_source if has_limits else None

    ANAK_BALITA_TELANTAR = (
        "1",
        "Anak Balita Telantar",
        "neglected under-five",
        _Details(_P, _C.ANAK_ANAK_RENTAN, abbreviation="ABT", max_age=5),
    )
    # 18 is included here and in no. 7, while the child protection law ends at 17.
    ANAK_TERLANTAR = (
        "2",
        "Anak Terlantar",
        "neglected child",
        _Details(_P, _C.ANAK_ANAK_RENTAN, abbreviation="AT", min_age=6, max_age=18),
    )
    ANAK_YANG_BERHADAPAN_DENGAN_HUKUM = (
        "3",
        "Anak yang Berhadapan dengan Hukum",
        "child in conflict with the law, victim or witness",
        _Details(_P, _C.ANAK_ANAK_RENTAN, abbreviation="ABH", min_age=12, max_age=17),
    )
    ANAK_JALANAN = (
        "4",
        "Anak Jalanan",
        "street child",
        _Details(_P, _C.ANAK_ANAK_RENTAN, abbreviation="AJ", max_age=17, age_source=CHILD_ACT),
    )
    ANAK_DENGAN_KEDISABILITASAN = (
        "5",
        "Anak dengan Kedisabilitasan",
        "child with disability",
        _Details(_P, _C.ANAK_ANAK_RENTAN, abbreviation="ADK", max_age=17),
    )
    ANAK_KORBAN_TINDAK_KEKERASAN = (
        "6",
        "Anak yang Menjadi Korban Tindak Kekerasan atau Diperlakukan Salah",
        "abused child",
        _Details(_P, _C.ANAK_ANAK_RENTAN, abbreviation="AKTK", max_age=17),
    )
    ANAK_YANG_MEMERLUKAN_PERLINDUNGAN_KHUSUS = (
        "7",
        "Anak yang Memerlukan Perlindungan Khusus",
        "child needing special protection",
        _Details(_P, _C.ANAK_ANAK_RENTAN, abbreviation="AMPK", min_age=6, max_age=18),
    )
    LANJUT_USIA_TELANTAR = (
        "8",
        "Lanjut Usia Telantar",
        "neglected elderly person",
        _Details(_P, _C.LANSIA_TERLANTAR, abbreviation="LUT", min_age=60),
    )
    PENYANDANG_DISABILITAS = (
        "9",
        "Penyandang Disabilitas",
        "person with disability",
        _Details(_P, _C.PENYANDANG_DISABILITAS, abbreviation="PD"),
    )
    TUNA_SUSILA = (
        "10",
        "Tuna Susila",
        "person in prostitution",
        _Details(_P, _C.MASYARAKAT_YANG_BERMASALAH_SOSIAL, abbreviation="TS"),
    )
    GELANDANGAN = (
        "11",
        "Gelandangan",
        "homeless person",
        _Details(_P, _C.MASYARAKAT_BERPENDAPATAN_RENDAH),
    )
    PENGEMIS = ("12", "Pengemis", "beggar", _Details(_P, _C.MASYARAKAT_BERPENDAPATAN_RENDAH))
    PEMULUNG = ("13", "Pemulung", "waste picker", _Details(_P, _C.MASYARAKAT_BERPENDAPATAN_RENDAH))
    KELOMPOK_MINORITAS = (
        "14",
        "Kelompok Minoritas",
        "minority group",
        _Details(_P | _G, _C.MASYARAKAT_YANG_BERMASALAH_SOSIAL, abbreviation="KM"),
    )
    # "Over 18" means an adult, here and in no. 16. So 18 in full years is included.
    BEKAS_WARGA_BINAAN_LEMBAGA_PEMASYARAKATAN = (
        "15",
        "Bekas Warga Binaan Lembaga Pemasyarakatan",
        "former prisoner",
        _Details(_P, _C.WARGA_BINAAN, abbreviation="BWBLP", min_age=18, age_source=_ADULT),
    )
    # One copy of the annex says "18", another "over 18". A child with HIV belongs to no. 7.
    ORANG_DENGAN_HIV_AIDS = (
        "16",
        "Orang dengan HIV/AIDS",
        "person with HIV/AIDS",
        _Details(
            _P, _C.KORBAN_NAPZA_DAN_HIV_AIDS, abbreviation="ODHA", min_age=18, age_source=_ADULT
        ),
    )
    KORBAN_PENYALAHGUNAAN_NAPZA = (
        "17",
        "Korban Penyalahgunaan NAPZA",
        "victim of drug abuse",
        _Details(_P, _C.KORBAN_NAPZA_DAN_HIV_AIDS),
    )
    KORBAN_TRAFFICKING = (
        "18",
        "Korban Trafficking",
        "victim of trafficking in persons",
        _Details(_P, _C.KORBAN_KEKERASAN),
    )
    KORBAN_TINDAK_KEKERASAN = (
        "19",
        "Korban Tindak Kekerasan",
        "victim of violence",
        _Details(_ANY, _C.KORBAN_KEKERASAN, abbreviation="KTK"),
    )
    PEKERJA_MIGRAN_BERMASALAH_SOSIAL = (
        "20",
        "Pekerja Migran Bermasalah Sosial",
        "migrant worker with social problems",
        _Details(_P, _C.KORBAN_KEKERASAN, abbreviation="PMBS"),
    )
    KORBAN_BENCANA_ALAM = (
        "21",
        "Korban Bencana Alam",
        "victim of natural disaster",
        _Details(_D, _C.KORBAN_BENCANA),
    )
    KORBAN_BENCANA_SOSIAL = (
        "22",
        "Korban Bencana Sosial",
        "victim of social disaster",
        _Details(_D, _C.KORBAN_BENCANA),
    )
    PEREMPUAN_RAWAN_SOSIAL_EKONOMI = (
        "23",
        "Perempuan Rawan Sosial Ekonomi",
        "socio-economically vulnerable woman",
        _Details(
            _P, _C.PEREMPUAN_RENTAN, abbreviation="PRSE", min_age=18, max_age=59, sex=Sex.PEREMPUAN
        ),
    )
    FAKIR_MISKIN = (
        "24",
        "Fakir Miskin",
        "destitute person or family",
        _Details(_PF, _C.FAKIR_MISKIN, abbreviation="FM"),
    )
    KELUARGA_BERMASALAH_SOSIAL_PSIKOLOGIS = (
        "25",
        "Keluarga Bermasalah Sosial Psikologis",
        "family with psychosocial problems",
        _Details(_F, _C.MASYARAKAT_YANG_BERMASALAH_SOSIAL, abbreviation="KBSP"),
    )
    KOMUNITAS_ADAT_TERPENCIL = (
        "26",
        "Komunitas Adat Terpencil",
        "remote indigenous community",
        _Details(_G, _C.MASYARAKAT_DENGAN_AFIRMASI_KHUSUS, abbreviation="KAT"),
    )

    @property
    def spellings(self) -> tuple[str, ...]:
        """Slug, name, label, slug as PMKS, and the abbreviation, alone and after the label."""
        spellings = (*super().spellings, self.value.replace("ppks", "pmks"))
        short = self.abbreviation
        return spellings if short is None else (*spellings, short, f"{self.label} ({short})")

    @classmethod
    def of_pas(cls, group: PASCategory) -> tuple[Self, ...]:
        """Return the categories in a group of the 2025 list of 12."""
        return tuple(category for category in cls if category.pas is group)

    @property
    def pas_is_inferred(self) -> bool:
        """Whether `pas` is inferred: no source states which categories groups 10 to 12 include."""
        return self.pas in _INFERRED


_INFERRED = frozenset({_C.MASYARAKAT_YANG_BERMASALAH_SOSIAL, _C.PEREMPUAN_RENTAN, _C.FAKIR_MISKIN})
