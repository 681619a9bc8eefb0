"""Who serves, in which role, and what is recorded of it."""

from .._core.vocabulary import Scheme, Term
from .subjects import SubjectUnit

_JAMBORE = "Usulan pilar Jambore Relawan Sosial Kalimantan Selatan 2023 (pemberitaan)"
_SLRT = "Permensos 15/2018"
_PKH = "Seleksi SDM PKH 2017 (pemberitaan)"


class PSKS(
    Term,
    scheme=Scheme(
        "psks-12", "Potensi dan Sumber Kesejahteraan Sosial, 12 jenis", "Permensos 8/2012, lampiran"
    ),
    aliases={
        "Peksos": "PEKERJA_SOSIAL_PROFESIONAL",
        "PSM": "PEKERJA_SOSIAL_MASYARAKAT",
        "Tagana": "TARUNA_SIAGA_BENCANA",
        "LKS": "LEMBAGA_KESEJAHTERAAN_SOSIAL",
        "KT": "KARANG_TARUNA",
        "LK3": "LEMBAGA_KONSULTASI_KESEJAHTERAAN_KELUARGA",
        "Keluarga Pionir": "KELUARGA_PIONER",
        "WKSBM": "WAHANA_KESEJAHTERAAN_SOSIAL_KELUARGA_BERBASIS_MASYARAKAT",
        "WPKS": "WANITA_PEMIMPIN_KESEJAHTERAAN_SOSIAL",
        "Pensos": "PENYULUH_SOSIAL",
        "TKSK": "TENAGA_KESEJAHTERAAN_SOSIAL_KECAMATAN",
        "DU": "DUNIA_USAHA",
        "Pensosmas": "PENYULUH_SOSIAL",
    },
    qualified=True,
):
    """The official list of 12 that help social welfare: people, a family and organisations.

    Source: Permensos 8/2012, annex.

    >>> from psm_core.terms import PSKS
    >>> PSKS.parse("Tagana").label, PSKS.KARANG_TARUNA.unit.gloss
    ('Taruna Siaga Bencana', 'a group')
    >>> PSKS.parse("PSM").source
    'Permensos 8/2012, lampiran, no. 2'
    """

    unit: SubjectUnit
    """What it is (a person, a family, or a group, which is an organisation)."""

    def __init__(self, _code: str, _label: str, _gloss: str, unit: SubjectUnit) -> None:
        """Keep the kind of thing it is."""
        self.unit = unit

    PEKERJA_SOSIAL_PROFESIONAL = (
        "1",
        "Pekerja Sosial Profesional",
        "licensed social worker (UU 14/2019)",
        SubjectUnit.PERSEORANGAN,
    )
    PEKERJA_SOSIAL_MASYARAKAT = (
        "2",
        "Pekerja Sosial Masyarakat",
        "community social worker, a volunteer",
        SubjectUnit.PERSEORANGAN,
    )
    TARUNA_SIAGA_BENCANA = (
        "3",
        "Taruna Siaga Bencana",
        "disaster-response volunteer",
        SubjectUnit.PERSEORANGAN,
    )
    LEMBAGA_KESEJAHTERAAN_SOSIAL = (
        "4",
        "Lembaga Kesejahteraan Sosial",
        "social-welfare institution",
        SubjectUnit.KELOMPOK,
    )
    KARANG_TARUNA = ("5", "Karang Taruna", "youth organisation of a village", SubjectUnit.KELOMPOK)
    LEMBAGA_KONSULTASI_KESEJAHTERAAN_KELUARGA = (
        "6",
        "Lembaga Konsultasi Kesejahteraan Keluarga",
        "family-welfare consultation centre",
        SubjectUnit.KELOMPOK,
    )
    KELUARGA_PIONER = ("7", "Keluarga Pioner", "pioneer family", SubjectUnit.KELUARGA)
    WAHANA_KESEJAHTERAAN_SOSIAL_KELUARGA_BERBASIS_MASYARAKAT = (
        "8",
        "Wahana Kesejahteraan Sosial Keluarga Berbasis Masyarakat",
        "community-based family-welfare network",
        SubjectUnit.KELOMPOK,
    )
    WANITA_PEMIMPIN_KESEJAHTERAAN_SOSIAL = (
        "9",
        "Wanita Pemimpin Kesejahteraan Sosial",
        "woman leader in social welfare",
        SubjectUnit.PERSEORANGAN,
    )
    PENYULUH_SOSIAL = ("10", "Penyuluh Sosial", "social extension worker", SubjectUnit.PERSEORANGAN)
    TENAGA_KESEJAHTERAAN_SOSIAL_KECAMATAN = (
        "11",
        "Tenaga Kesejahteraan Sosial Kecamatan",
        "social-welfare worker of a kecamatan",
        SubjectUnit.PERSEORANGAN,
    )
    DUNIA_USAHA = (
        "12",
        "Dunia Usaha",
        "business doing social responsibility",
        SubjectUnit.KELOMPOK,
    )


class Pillar(
    Term,
    scheme=Scheme(
        "pilar-sosial", "Pilar sosial dan petugas lapangan", "Permensos 8/2012, lampiran"
    ),
    aliases={
        "Pekerja Sosial Masyarakat": "PSM",
        "Pembimbing Sosial Masyarakat": "PSM",
        "Pensosmas": "PENYULUH_SOSIAL_MASYARAKAT",
        "Pensos": "PENYULUH_SOSIAL",
        "Pordam": "PELOPOR_PERDAMAIAN",
        "Peksos": "PEKERJA_SOSIAL",
        "Pendamping PKH": "PENDAMPING_SOSIAL_PKH",
        "Koordinator Regional PKH": "KOORDINATOR_WILAYAH_PKH",
        "Operator SIKS": "OPERATOR_SIKS_NG",
    },
):
    """The roles that people hold in the field: usage and several acts, not one closed list.

    Source: each role has its own.

    >>> Pillar.PSM.source
    'Permensos 10/2019 Pasal 1'
    >>> Pillar.TAGANA.psks.label
    'Taruna Siaga Bencana'
    """

    psks: PSKS | None
    """The entry of the official 12 that the role belongs to."""
    _act: str

    def __init__(
        self, _code: str, _label: str, _gloss: str, psks: PSKS | None, act: str = ""
    ) -> None:
        """Keep the official entry and the source of its own, when it has one."""
        self.psks, self._act = psks, act

    @property
    def source(self) -> str:
        """The act or document this role is taken from."""
        return self._act or f"{self.scheme.source}, no. {self.psks.code if self.psks else ''}"

    PSM = (
        "1",
        "Pekerja Sosial Masyarakat",
        "community social worker, a volunteer",
        PSKS.PEKERJA_SOSIAL_MASYARAKAT,
        "Permensos 10/2019 Pasal 1",
    )
    TKSK = (
        "2",
        "Tenaga Kesejahteraan Sosial Kecamatan",
        "social-welfare worker of a kecamatan",
        PSKS.TENAGA_KESEJAHTERAAN_SOSIAL_KECAMATAN,
        "Permensos 28/2018",
    )
    TAGANA = (
        "3",
        "Taruna Siaga Bencana",
        "disaster-response volunteer",
        PSKS.TARUNA_SIAGA_BENCANA,
        "Permensos 28/2012",
    )
    PEKERJA_SOSIAL = (
        "4",
        "Pekerja Sosial Profesional",
        "licensed social worker",
        PSKS.PEKERJA_SOSIAL_PROFESIONAL,
        "UU 14/2019",
    )
    WPKS = (
        "5",
        "Wanita Pemimpin Kesejahteraan Sosial",
        "woman leader in social welfare",
        PSKS.WANITA_PEMIMPIN_KESEJAHTERAAN_SOSIAL,
    )
    PENYULUH_SOSIAL = ("6", "Penyuluh Sosial", "social extension worker", PSKS.PENYULUH_SOSIAL)
    PENYULUH_SOSIAL_MASYARAKAT = (
        "7",
        "Penyuluh Sosial Masyarakat",
        "social extension worker from the community",
        PSKS.PENYULUH_SOSIAL,
    )
    KARANG_TARUNA = ("8", "Karang Taruna", "member of the youth organisation", PSKS.KARANG_TARUNA)
    PELOPOR_PERDAMAIAN = ("9", "Pelopor Perdamaian", "pioneer of peace", None, _JAMBORE)
    PENDAMPING_SOSIAL_PKH = (
        "10",
        "Pendamping Sosial PKH",
        "companion of families in PKH",
        None,
        _JAMBORE,
    )
    PENDAMPING_REHABILITASI_SOSIAL = (
        "11",
        "Pendamping Rehabilitasi Sosial",
        "companion in social rehabilitation",
        None,
        _JAMBORE,
    )
    PENDAMPING_SOSIAL_FAKIR_MISKIN = (
        "12",
        "Pendamping Sosial Fakir Miskin",
        "companion of the destitute",
        None,
        _JAMBORE,
    )
    RELAWAN_KSB = (
        "13",
        "Relawan Kampung Siaga Bencana",
        "volunteer of a prepared village",
        None,
        _JAMBORE,
    )
    FASILITATOR_SLRT = ("14", "Fasilitator SLRT", "facilitator of the referral system", None, _SLRT)
    SUPERVISOR_SLRT = ("15", "Supervisor SLRT", "supervisor of the referral system", None, _SLRT)
    MANAJER_SLRT = ("16", "Manajer SLRT", "manager of the referral system", None, _SLRT)
    PETUGAS_PUSKESOS = (
        "17",
        "Petugas Puskesos",
        "officer of a village welfare centre",
        None,
        _SLRT,
    )
    OPERATOR_SIKS_NG = (
        "18",
        "Operator SIKS-NG",
        "enters welfare data of a village",
        None,
        "Praktik desa dan kelurahan",
    )
    SDM_PKH = ("19", "SDM PKH", "works for PKH, the post is not told", None, _JAMBORE)
    KOORDINATOR_KABUPATEN_KOTA_PKH = (
        "20",
        "Koordinator Kabupaten/Kota PKH",
        "coordinator of PKH in a regency or city",
        None,
        _PKH,
    )
    KOORDINATOR_WILAYAH_PKH = (
        "21",
        "Koordinator Wilayah PKH",
        "regional coordinator of PKH",
        None,
        _PKH,
    )
    PEKERJA_SOSIAL_SUPERVISOR_PKH = (
        "22",
        "Pekerja Sosial Supervisor PKH",
        "social worker who supervises in PKH",
        None,
        _PKH,
    )
    ASISTEN_PENDAMPING_PKH = (
        "23",
        "Asisten Pendamping PKH",
        "assistant of the companions in PKH",
        None,
        _PKH,
    )
    ADMINISTRATOR_DATABASE_PKH = (
        "24",
        "Administrator Database PKH",
        "keeps the data base of PKH",
        None,
        _PKH,
    )


class TrainingTier(
    Term,
    scheme=Scheme("jenjang-bimtek", "Jenjang bimbingan teknis PSM", "Kode registri pilar sosial"),
    aliases={
        "Belum pernah": "BELUM_PERNAH",
        "Tidak ada": "BELUM_PERNAH",
        "Bimbingan Teknis Dasar": "DASAR",
        "Bimtek Dasar": "DASAR",
    },
):
    """How advanced a training is; *dasar* is what Permensos 10/2019 asks of a PSM.

    >>> from psm_core.terms import TrainingTier
    >>> TrainingTier.parse("Bimtek Dasar"), TrainingTier.parse("Belum pernah").code
    (<TrainingTier.DASAR: 'dasar'>, '0')
    """

    BELUM_PERNAH = ("0", "Belum pernah", "none so far")
    DASAR = ("1", "Dasar", "basic")
    LANJUTAN = ("2", "Lanjutan", "advanced")
    PENGEMBANGAN = ("3", "Pengembangan", "development")
    KHUSUS = ("4", "Khusus", "special")


class ActivityLevel(
    Term,
    scheme=Scheme("keaktifan", "Tingkat keaktifan", "Kode registri pilar sosial"),
    aliases={
        "Nonaktif": "TIDAK_AKTIF",
        "Non aktif": "TIDAK_AKTIF",
        "Tdk aktif": "TIDAK_AKTIF",
        "Krg aktif": "KURANG_AKTIF",
        "Masih aktif": "AKTIF",
        "Sgt aktif": "SANGAT_AKTIF",
        "Aktif sekali": "SANGAT_AKTIF",
    },
):
    """How active a register holds a worker to be.

    >>> from psm_core.terms import ActivityLevel
    >>> ActivityLevel.parse("sangat aktif").code, ActivityLevel.parse("2").label
    ('4', 'Kurang aktif')
    """

    TIDAK_AKTIF = ("1", "Tidak aktif", "not active")
    KURANG_AKTIF = ("2", "Kurang aktif", "less active")
    AKTIF = ("3", "Aktif", "active")
    SANGAT_AKTIF = ("4", "Sangat aktif", "very active")


class EndReason(
    Term, scheme=Scheme("alasan-berakhir", "Alasan berakhirnya penugasan", "Praktik lapangan")
):
    """Why an assignment ended.

    >>> from psm_core.terms import EndReason
    >>> EndReason.parse("pindah domisili").gloss
    'moved away'
    """

    MENINGGAL_DUNIA = ("1", "Meninggal dunia", "died")
    MENGUNDURKAN_DIRI = ("2", "Mengundurkan diri", "resigned")
    SAKIT_PERMANEN = ("3", "Sakit permanen", "permanent illness")
    TIDAK_AKTIF = ("4", "Tidak aktif", "inactive")
    PINDAH_DOMISILI = ("5", "Pindah domisili", "moved away")
    PELANGGARAN = ("6", "Pelanggaran", "misconduct")
    DIGANTI = ("7", "Diganti", "replaced")
    MASA_TUGAS_SELESAI = ("8", "Masa tugas selesai", "the term was over")


class EligibilityRequirement(
    Term,
    scheme=Scheme("syarat-psm", "Syarat menjadi PSM", "Permensos 10/2019, syarat PSM"),
):
    """What is asked of a PSM, by the letter of the list.

    Source: Permensos 10/2019, as restated by the licensing service of Kota Pasuruan.

    >>> from psm_core.terms import EligibilityRequirement
    >>> EligibilityRequirement.USIA.label, EligibilityRequirement.USIA.source
    ('Usia paling rendah 18 tahun', 'Permensos 10/2019, syarat PSM huruf d')
    """

    WARGA_NEGARA_INDONESIA = ("a", "Warga negara Indonesia", "Indonesian citizen")
    RELAWAN_SOSIAL = (
        "b",
        "Mempunyai kemampuan, kepedulian dan komitmen sebagai relawan sosial",
        "ability, concern and commitment of a social volunteer",
    )
    KTP_SETEMPAT = (
        "c",
        "Memiliki KTP desa atau kelurahan setempat sesuai domisili",
        "identity card of the village, according to domicile",
    )
    USIA = ("d", "Usia paling rendah 18 tahun", "at least 18 years old")
    BACA_TULIS = ("e", "Dapat membaca dan menulis", "can read and write")
    BERKELAKUAN_BAIK = ("f", "Berkelakuan baik", "of good conduct")
    BIMBINGAN_TEKNIS_DASAR = (
        "g",
        "Telah mengikuti bimbingan teknis dasar",
        "has followed the basic training",
    )
