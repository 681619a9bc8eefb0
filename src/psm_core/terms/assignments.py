"""Requirements, training, activity and end of an assignment."""

from .._core.vocabulary import CodeList, Scheme, Term
from .sources import PRACTICE

_LEGALITY = CodeList(
    Scheme(
        "legalitas-psm",
        "Legalitas PSM (4 kode)",
        "Kode yang beredar di registri data sosial provinsi",
        numbered=True,
    ),
    {"3": "KHUSUS", "4": None},
)


class TrainingTier(
    Term,
    scheme=Scheme("jenjang-bimtek", "Jenjang bimbingan teknis PSM", "Kode registri pilar sosial"),
    code_lists=(_LEGALITY,),
    aliases={
        "Belum pernah": "BELUM_PERNAH",
        "Tidak ada": "BELUM_PERNAH",
        "Bimbingan Sosial Dasar": "DASAR",
        "Bimbingan Sosial Lanjut": "LANJUTAN",
        "Bimbingan Teknis Dasar": "DASAR",
        "Bimbingan Teknis Khusus": "KHUSUS",
        "Bimbingan Teknis Lanjutan": "LANJUTAN",
        "Bimbingan Teknis Pengembangan": "PENGEMBANGAN",
        "Bimtek Dasar": "DASAR",
        "Bimtek Khusus": "KHUSUS",
        "Bimtek Lanjutan": "LANJUTAN",
        "Bimtek Pengembangan": "PENGEMBANGAN",
        "BSD": "DASAR",
        "BSL": "LANJUTAN",
        "Tingkat dasar": "DASAR",
        "Tingkat lanjutan": "LANJUTAN",
    },
):
    """The level of a training. Permensos 10/2019 requires *dasar* of a PSM.

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
    """How active a worker is, according to a register.

    >>> from psm_core.terms import ActivityLevel
    >>> ActivityLevel.parse("sangat aktif").code, ActivityLevel.parse("2").label
    ('4', 'Kurang aktif')
    """

    TIDAK_AKTIF = ("1", "Tidak aktif", "not active")
    KURANG_AKTIF = ("2", "Kurang aktif", "less active")
    AKTIF = ("3", "Aktif", "active")
    SANGAT_AKTIF = ("4", "Sangat aktif", "very active")


class EndReason(
    Term,
    scheme=Scheme("alasan-berakhir", "Alasan berakhirnya penugasan", PRACTICE),
    aliases={
        "Habis masa tugas": "MASA_TUGAS_SELESAI",
        "Masa bakti selesai": "MASA_TUGAS_SELESAI",
        "Masa tugas habis": "MASA_TUGAS_SELESAI",
        "Meninggal": "MENINGGAL_DUNIA",
        "Mundur": "MENGUNDURKAN_DIRI",
        "Nonaktif": "TIDAK_AKTIF",
        "Pergantian": "DIGANTI",
        "Pindah": "PINDAH_DOMISILI",
        "Pindah alamat": "PINDAH_DOMISILI",
        "Pindah tempat tinggal": "PINDAH_DOMISILI",
        "Purna tugas": "MASA_TUGAS_SELESAI",
        "Sakit": "SAKIT_PERMANEN",
        "Sudah tidak aktif": "TIDAK_AKTIF",
        "Tidak aktif lagi": "TIDAK_AKTIF",
        "Wafat": "MENINGGAL_DUNIA",
    },
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
    MASA_TUGAS_SELESAI = ("8", "Masa tugas selesai", "term completed")


class EligibilityRequirement(
    Term,
    scheme=Scheme(
        "syarat-psm", "Syarat menjadi PSM", "Permensos 10/2019, syarat PSM", numbered=True
    ),
    aliases={
        "Bimtek Dasar": "BIMBINGAN_TEKNIS_DASAR",
        "Dapat membaca dan menulis": "BACA_TULIS",
        "KTP setempat": "KTP_SETEMPAT",
        "Usia paling rendah 18 (delapan belas) tahun": "USIA",
        "WNI": "WARGA_NEGARA_INDONESIA",
    },
):
    """The requirements for a PSM, by the letters of the list and in its words.

    Source: Permensos 10/2019, as restated by the licensing service of Kota Pasuruan. The number of
    the article could not be read.

    >>> from psm_core.terms import EligibilityRequirement
    >>> EligibilityRequirement.USIA.label, EligibilityRequirement.USIA.source
    ('Usia paling rendah 18 tahun', 'Permensos 10/2019, syarat PSM huruf d')
    """

    WARGA_NEGARA_INDONESIA = ("a", "Warga negara Indonesia", "Indonesian citizen")
    RELAWAN_SOSIAL = (
        "b",
        "Memiliki kemampuan, kepedulian, dan komitmen sebagai relawan sosial",
        "ability, concern and commitment as a social volunteer",
    )
    KTP_SETEMPAT = (
        "c",
        (
            "Memiliki kartu tanda penduduk di wilayah desa atau kelurahan atau nama lain sesuai"
            " domisili"
        ),
        "identity card of the village, or what it is called there, according to domicile",
    )
    USIA = ("d", "Usia paling rendah 18 tahun", "at least 18 years old")
    BACA_TULIS = ("e", "Mampu membaca dan menulis", "can read and write")
    BERKELAKUAN_BAIK = ("f", "Berkelakuan baik", "of good conduct")
    BIMBINGAN_TEKNIS_DASAR = (
        "g",
        "Telah mengikuti bimbingan teknis dasar di bidang Kesejahteraan Sosial",
        "has completed the basic training in social welfare",
    )
