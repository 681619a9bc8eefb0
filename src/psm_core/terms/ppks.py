"""Who needs social services, in the list of 26 of 2012."""

from typing import Self

from .._core.vocabulary import Scheme, Term
from .pas import PASCategory
from .people import Sex
from .subjects import SubjectUnit

_P = frozenset({SubjectUnit.PERSEORANGAN})
_F = frozenset({SubjectUnit.KELUARGA})
_PF = _P | _F
_G = frozenset({SubjectUnit.KELOMPOK, SubjectUnit.MASYARAKAT})
_D = _PF | {SubjectUnit.KELOMPOK}
_ANY = _PF | _G
_C = PASCategory
_NO_AGE = (None, None)


class PPKSCategory(
    Term,
    scheme=Scheme(
        "ppks-26",
        "Pemerlu Pelayanan Kesejahteraan Sosial, 26 jenis",
        "Permensos 8/2012, lampiran; nama PPKS menurut Permensos 5/2019",
    ),
    aliases={
        "Anak Balita Terlantar": "ANAK_BALITA_TELANTAR",
        "Anak Telantar": "ANAK_TERLANTAR",
        "Anak Berhadapan dengan Hukum": "ANAK_YANG_BERHADAPAN_DENGAN_HUKUM",
        "Anak Nakal": "ANAK_YANG_BERHADAPAN_DENGAN_HUKUM",
        "Anjal": "ANAK_JALANAN",
        "Anak dengan Disabilitas": "ANAK_DENGAN_KEDISABILITASAN",
        "Anak dengan Kecacatan": "ANAK_DENGAN_KEDISABILITASAN",
        "Anak Korban Tindak Kekerasan": "ANAK_KORBAN_TINDAK_KEKERASAN",
        "Anak yang Memerlukan Perlindungan Hukum": "ANAK_YANG_MEMERLUKAN_PERLINDUNGAN_KHUSUS",
        "Lanjut Usia Terlantar": "LANJUT_USIA_TELANTAR",
        "Lansia Terlantar": "LANJUT_USIA_TELANTAR",
        "Lansia Telantar": "LANJUT_USIA_TELANTAR",
        "Penyandang Cacat": "PENYANDANG_DISABILITAS",
        "PACA": "PENYANDANG_DISABILITAS",
        "Tunasusila": "TUNA_SUSILA",
        "GLDNG": "GELANDANGAN",
        "PGMS": "PENGEMIS",
        "Bekas Warga Binaan Lembaga Kemasyarakatan": "BEKAS_WARGA_BINAAN_LEMBAGA_PEMASYARAKATAN",
        "BWBLK": "BEKAS_WARGA_BINAAN_LEMBAGA_PEMASYARAKATAN",
        "Orang dengan HIV": "ORANG_DENGAN_HIV_AIDS",
        "Korban NAPZA": "KORBAN_PENYALAHGUNAAN_NAPZA",
        "NAPZA": "KORBAN_PENYALAHGUNAAN_NAPZA",
        "Pekerja Migran Bermasalah": "PEKERJA_MIGRAN_BERMASALAH_SOSIAL",
        "PM": "PEKERJA_MIGRAN_BERMASALAH_SOSIAL",
        "KBA": "KORBAN_BENCANA_ALAM",
        "KBS": "KORBAN_BENCANA_SOSIAL",
        "Wanita Rawan Sosial Ekonomi": "PEREMPUAN_RAWAN_SOSIAL_EKONOMI",
        "WRSE": "PEREMPUAN_RAWAN_SOSIAL_EKONOMI",
        "Keluarga Fakir Miskin": "FAKIR_MISKIN",
        "KFM": "FAKIR_MISKIN",
        "Keluarga bermasalah sosial psikologi": "KELUARGA_BERMASALAH_SOSIAL_PSIKOLOGIS",
        "AN": "ANAK_YANG_BERHADAPAN_DENGAN_HUKUM",
    },
    qualified=True,
):
    """The 26 categories of those in need, called PMKS until 2019. Spelling as in the annex.

    The bounds of age are full years, both included, as the annex has them. They differ from the
    child protection law, so they are only ever a reason to look again.

    Source: Permensos 8/2012, annex; the name is that of Permensos 5/2019. The spellings of the
    older list of 22 (2007) are read where there is an equivalent.

    >>> PPKSCategory.parse("lansia terlantar").label
    'Lanjut Usia Telantar'
    >>> PPKSCategory.LANJUT_USIA_TELANTAR.pas.label
    'Lansia terlantar'

    """

    abbreviation: str | None
    """The letters it goes by, when it has any."""
    units: frozenset[SubjectUnit]
    """Whom it can be said of."""
    pas: PASCategory
    """The group of the list of 12 that it went into."""
    min_age: int | None
    """The lowest age, in full years."""
    max_age: int | None
    """The highest age, in full years."""
    sex: Sex | None
    """The sex it is meant for, when it is meant for one."""
    is_specific: bool
    """Whether the mere label is specific personal data (a child, health, crime, finance)."""

    def __init__(  # noqa: PLR0913 - one for each column of the table
        self,
        _code: str,
        _label: str,
        _gloss: str,
        abbreviation: str | None,
        units: frozenset[SubjectUnit],
        pas: PASCategory,
        ages: tuple[int | None, int | None],
        specific: bool,  # noqa: FBT001 - a column of the table
        sex: Sex | None = None,
    ) -> None:
        """Keep what the annex says of the category beside its name."""
        self.abbreviation, self.sex = abbreviation, sex
        self.units, self.pas, self.is_specific = units, pas, specific
        self.min_age, self.max_age = ages

    ANAK_BALITA_TELANTAR = (
        "1",
        "Anak Balita Telantar",
        "neglected under-five",
        "ABT",
        _P,
        _C.ANAK_ANAK_RENTAN,
        (None, 5),
        True,
    )
    # 18 is included here and in no. 7, while the child protection law ends at 17.
    ANAK_TERLANTAR = (
        "2",
        "Anak Terlantar",
        "neglected child",
        "AT",
        _P,
        _C.ANAK_ANAK_RENTAN,
        (6, 18),
        True,
    )
    ANAK_YANG_BERHADAPAN_DENGAN_HUKUM = (
        "3",
        "Anak yang Berhadapan dengan Hukum",
        "child in conflict with the law, victim or witness",
        "ABH",
        _P,
        _C.ANAK_ANAK_RENTAN,
        (12, 17),
        True,
    )
    ANAK_JALANAN = (
        "4",
        "Anak Jalanan",
        "street child",
        "AJ",
        _P,
        _C.ANAK_ANAK_RENTAN,
        _NO_AGE,
        True,
    )
    ANAK_DENGAN_KEDISABILITASAN = (
        "5",
        "Anak dengan Kedisabilitasan",
        "child with disability",
        "ADK",
        _P,
        _C.ANAK_ANAK_RENTAN,
        (None, 17),
        True,
    )
    ANAK_KORBAN_TINDAK_KEKERASAN = (
        "6",
        "Anak yang Menjadi Korban Tindak Kekerasan atau Diperlakukan Salah",
        "abused child",
        "AKTK",
        _P,
        _C.ANAK_ANAK_RENTAN,
        (None, 17),
        True,
    )
    ANAK_YANG_MEMERLUKAN_PERLINDUNGAN_KHUSUS = (
        "7",
        "Anak yang Memerlukan Perlindungan Khusus",
        "child needing special protection",
        "AMPK",
        _P,
        _C.ANAK_ANAK_RENTAN,
        (6, 18),
        True,
    )
    LANJUT_USIA_TELANTAR = (
        "8",
        "Lanjut Usia Telantar",
        "neglected elderly person",
        "LUT",
        _P,
        _C.LANSIA_TERLANTAR,
        (60, None),
        False,
    )
    PENYANDANG_DISABILITAS = (
        "9",
        "Penyandang Disabilitas",
        "person with disability",
        "PD",
        _P,
        _C.PENYANDANG_DISABILITAS,
        _NO_AGE,
        True,
    )
    TUNA_SUSILA = (
        "10",
        "Tuna Susila",
        "person in prostitution",
        "TS",
        _P,
        _C.MASYARAKAT_YANG_BERMASALAH_SOSIAL,
        _NO_AGE,
        True,
    )
    GELANDANGAN = (
        "11",
        "Gelandangan",
        "homeless person",
        None,
        _P,
        _C.MASYARAKAT_BERPENDAPATAN_RENDAH,
        _NO_AGE,
        False,
    )
    PENGEMIS = (
        "12",
        "Pengemis",
        "beggar",
        None,
        _P,
        _C.MASYARAKAT_BERPENDAPATAN_RENDAH,
        _NO_AGE,
        False,
    )
    PEMULUNG = (
        "13",
        "Pemulung",
        "waste picker",
        None,
        _P,
        _C.MASYARAKAT_BERPENDAPATAN_RENDAH,
        _NO_AGE,
        False,
    )
    KELOMPOK_MINORITAS = (
        "14",
        "Kelompok Minoritas",
        "minority group",
        "KM",
        _P | _G,
        _C.MASYARAKAT_YANG_BERMASALAH_SOSIAL,
        _NO_AGE,
        True,
    )
    # "Over 18": from 19 in full years.
    BEKAS_WARGA_BINAAN_LEMBAGA_PEMASYARAKATAN = (
        "15",
        "Bekas Warga Binaan Lembaga Pemasyarakatan",
        "former prisoner",
        "BWBLP",
        _P,
        _C.WARGA_BINAAN,
        (19, None),
        True,
    )
    # The transcription of the annex that could be read breaks off at the age: none is kept.
    ORANG_DENGAN_HIV_AIDS = (
        "16",
        "Orang dengan HIV/AIDS",
        "person with HIV/AIDS",
        "ODHA",
        _P,
        _C.KORBAN_NAPZA_DAN_HIV_AIDS,
        _NO_AGE,
        True,
    )
    KORBAN_PENYALAHGUNAAN_NAPZA = (
        "17",
        "Korban Penyalahgunaan NAPZA",
        "victim of drug abuse",
        None,
        _P,
        _C.KORBAN_NAPZA_DAN_HIV_AIDS,
        _NO_AGE,
        True,
    )
    KORBAN_TRAFFICKING = (
        "18",
        "Korban Trafficking",
        "victim of trafficking in persons",
        None,
        _P,
        _C.KORBAN_KEKERASAN,
        _NO_AGE,
        True,
    )
    KORBAN_TINDAK_KEKERASAN = (
        "19",
        "Korban Tindak Kekerasan",
        "victim of violence",
        "KTK",
        _ANY,
        _C.KORBAN_KEKERASAN,
        _NO_AGE,
        True,
    )
    PEKERJA_MIGRAN_BERMASALAH_SOSIAL = (
        "20",
        "Pekerja Migran Bermasalah Sosial",
        "migrant worker with social problems",
        "PMBS",
        _P,
        _C.KORBAN_KEKERASAN,
        _NO_AGE,
        False,
    )
    KORBAN_BENCANA_ALAM = (
        "21",
        "Korban Bencana Alam",
        "victim of natural disaster",
        None,
        _D,
        _C.KORBAN_BENCANA,
        _NO_AGE,
        False,
    )
    KORBAN_BENCANA_SOSIAL = (
        "22",
        "Korban Bencana Sosial",
        "victim of social disaster",
        None,
        _D,
        _C.KORBAN_BENCANA,
        _NO_AGE,
        False,
    )
    PEREMPUAN_RAWAN_SOSIAL_EKONOMI = (
        "23",
        "Perempuan Rawan Sosial Ekonomi",
        "socio-economically vulnerable woman",
        "PRSE",
        _P,
        _C.PEREMPUAN_RENTAN,
        (18, 59),
        False,
        Sex.PEREMPUAN,
    )
    FAKIR_MISKIN = (
        "24",
        "Fakir Miskin",
        "destitute person or family",
        "FM",
        _PF,
        _C.FAKIR_MISKIN,
        _NO_AGE,
        True,
    )
    KELUARGA_BERMASALAH_SOSIAL_PSIKOLOGIS = (
        "25",
        "Keluarga Bermasalah Sosial Psikologis",
        "family with psychosocial problems",
        "KBSP",
        _F,
        _C.MASYARAKAT_YANG_BERMASALAH_SOSIAL,
        _NO_AGE,
        False,
    )
    KOMUNITAS_ADAT_TERPENCIL = (
        "26",
        "Komunitas Adat Terpencil",
        "remote indigenous community",
        "KAT",
        _G,
        _C.MASYARAKAT_DENGAN_AFIRMASI_KHUSUS,
        _NO_AGE,
        False,
    )

    @property
    def spellings(self) -> tuple[str, ...]:
        """What it is called, also as PMKS, and by its letters, alone and behind the label."""
        own = (*super().spellings, self.value.replace("ppks", "pmks"))
        letters = self.abbreviation
        return own if letters is None else (*own, letters, f"{self.label} ({letters})")

    @classmethod
    def of_pas(cls, group: PASCategory) -> tuple[Self, ...]:
        """Return the categories that went into a group of the list of 12."""
        return tuple(category for category in cls if category.pas is group)

    @property
    def pas_is_inferred(self) -> bool:
        """Whether `pas` is our reading, since no source states it for groups 10 to 12."""
        return self.pas in _INFERRED


_INFERRED = frozenset({_C.MASYARAKAT_YANG_BERMASALAH_SOSIAL, _C.PEREMPUAN_RENTAN, _C.FAKIR_MISKIN})
