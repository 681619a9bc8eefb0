"""Cases, programmes, organisations and careers of workers."""

from .._core.vocabulary import Scheme, Term
from .psks import PSKS
from .sources import PRACTICE, PSM_CORE


class StepKind(
    Term,
    scheme=Scheme(
        "langkah-kasus",
        "Langkah penanganan kasus",
        "Standar pelayanan dinas sosial dan alur pelayanan panti",
    ),
    aliases={
        "Identifikasi": "PENJANGKAUAN",
        "Pendataan": "REGISTRASI",
        "Assessment": "ASESMEN",
        "Kunjungan": "PENDAMPINGAN",
        "Kunjungan rumah": "PENDAMPINGAN",
        "Bimbingan": "PENDAMPINGAN",
        "Reintegrasi": "REUNIFIKASI",
        "Resosialisasi": "REUNIFIKASI",
        "Monitoring": "BIMBINGAN_LANJUT",
    },
):
    """The kind of a step in a case. No law prescribes an order; agencies share these stages.

    >>> from psm_core.terms import StepKind
    >>> StepKind.parse("Kunjungan rumah").label, StepKind.parse("Monitoring").gloss
    ('Pendampingan', 'after-care, follow-up')
    """

    PENJANGKAUAN = ("1", "Penjangkauan dan identifikasi", "finding the person")
    REGISTRASI = ("2", "Pendataan dan registrasi", "registration")
    PERTOLONGAN_KEDARURATAN = ("3", "Pertolongan kedaruratan", "emergency help")
    ASESMEN = ("4", "Asesmen", "assessment of problems and needs")
    RENCANA_INTERVENSI = ("5", "Rencana intervensi", "plan")
    PENDAMPINGAN = ("6", "Pendampingan", "visit, accompaniment, guidance")
    RUJUKAN = ("7", "Rujukan", "referral to another service")
    JAWABAN_RUJUKAN = ("8", "Jawaban rujukan", "answer to a referral")
    REUNIFIKASI = ("9", "Reunifikasi", "return to family or community")
    BIMBINGAN_LANJUT = ("10", "Bimbingan lanjut", "after-care, follow-up")
    TERMINASI = ("11", "Terminasi", "closing of the case")
    PEMBATALAN = ("12", "Pembatalan", "cancels a step recorded by mistake")


class ClosingReason(Term, scheme=Scheme("alasan-terminasi", "Alasan terminasi kasus", PRACTICE)):
    """The reason why a case was closed, from practice; no official list was found.

    >>> from psm_core.terms import ClosingReason
    >>> ClosingReason.parse("kembali ke keluarga").gloss
    'back with the family'
    """

    MANDIRI = ("1", "Mandiri", "self-reliant")
    KEMBALI_KE_KELUARGA = ("2", "Kembali ke keluarga", "back with the family")
    DIRUJUK = ("3", "Dirujuk", "taken over by another service")
    MENINGGAL_DUNIA = ("4", "Meninggal dunia", "died")
    PINDAH = ("5", "Pindah", "moved away")
    MENGUNDURKAN_DIRI = ("6", "Mengundurkan diri", "withdrew")
    TIDAK_DITEMUKAN = ("7", "Tidak ditemukan", "not found again")


class FundingSource(
    Term,
    scheme=Scheme("sumber-dana", "Sumber dana program", "Daftar yang beredar di OpenSID v2410"),
    aliases={"APBN": "PUSAT", "APBD Provinsi": "PROVINSI", "Hibah": "LAIN_LAIN"},
):
    """The source of the money of a programme.

    >>> from psm_core.terms import FundingSource
    >>> FundingSource.parse("APBN").gloss, FundingSource.parse("dana desa").code
    ('central government', '4')
    """

    PUSAT = ("1", "Pusat", "central government")
    PROVINSI = ("2", "Provinsi", "provincial government")
    KABUPATEN_KOTA = ("3", "Kab/Kota", "regency or city government")
    DANA_DESA = ("4", "Dana Desa", "village fund")
    LAIN_LAIN = ("5", "Lain-lain (Hibah)", "other, grants")


class ParticipationStatus(
    Term,
    scheme=Scheme("status-kepesertaan", "Status kepesertaan program", PRACTICE),
    aliases={"Aktif": "MENERIMA", "Penerima": "MENERIMA"},
):
    """The status of a participation in a programme. Before the decision it is a proposal.

    >>> from psm_core.terms import ParticipationStatus
    >>> ParticipationStatus.parse("Aktif"), ParticipationStatus.GRADUASI.gloss
    (<ParticipationStatus.MENERIMA: 'menerima'>, 'left because no longer in need')
    """

    DITETAPKAN = ("1", "Ditetapkan", "decided, nothing received yet")
    MENERIMA = ("2", "Menerima", "receiving")
    BERHENTI = ("3", "Berhenti", "stopped")
    GRADUASI = ("4", "Graduasi", "left because no longer in need")


class OrganisationKind(
    Term,
    scheme=Scheme("jenis-lembaga", "Jenis lembaga", PRACTICE),
    sources={
        "IPSM": "Permensos 10/2019 Pasal 1",
        "LKS": PSKS.LEMBAGA_KESEJAHTERAAN_SOSIAL.source,
        "KARANG_TARUNA": PSKS.KARANG_TARUNA.source,
        "LK3": PSKS.LEMBAGA_KONSULTASI_KESEJAHTERAAN_KELUARGA.source,
        "WKSBM": PSKS.WAHANA_KESEJAHTERAAN_SOSIAL_KELUARGA_BERBASIS_MASYARAKAT.source,
        "DUNIA_USAHA": PSKS.DUNIA_USAHA.source,
        "SLRT": "Permensos 15/2018",
        "PUSKESOS": "Permensos 15/2018",
    },
    aliases={
        "Ikatan Pekerja Sosial Masyarakat": "IPSM",
        "Dinsos": "DINAS_SOSIAL",
        "Dinas Sosial Kabupaten": "DINAS_SOSIAL",
        "Dinas Sosial Kabupaten/Kota": "DINAS_SOSIAL",
        "Dinas Sosial Kota": "DINAS_SOSIAL",
        "Dinas Sosial Provinsi": "DINAS_SOSIAL",
        "Kelurahan": "PEMERINTAH_DESA",
        "Kemensos": "KEMENTERIAN",
        "Kementerian Sosial": "KEMENTERIAN",
        "KT": "KARANG_TARUNA",
        "Lembaga Kesejahteraan Sosial Anak": "LKS",
        "LKSA": "LKS",
        "Organisasi Sosial": "LKS",
        "Orsos": "LKS",
        "Panti": "SENTRA",
        "Panti sosial": "SENTRA",
        "Pemerintah desa": "PEMERINTAH_DESA",
        "Pemerintah kelurahan": "PEMERINTAH_DESA",
        "Perusahaan": "DUNIA_USAHA",
        "Puskesmas": "FASILITAS_KESEHATAN",
        "RSUD": "FASILITAS_KESEHATAN",
        "Rumah sakit": "FASILITAS_KESEHATAN",
        "Rumah sakit umum daerah": "FASILITAS_KESEHATAN",
        "Sentra": "SENTRA",
        "Wahana Kesejahteraan Sosial Berbasis Masyarakat": "WKSBM",
    },
):
    """The kind of an organisation; five of these are among the 12 PSKS.

    >>> from psm_core.terms import OrganisationKind
    >>> OrganisationKind.parse("Dinsos").label, OrganisationKind.DINAS_SOSIAL.psks is None
    ('Dinas Sosial', True)
    >>> OrganisationKind.parse("KT").psks.label
    'Karang Taruna'
    """

    psks: PSKS | None
    """The term of the 12 PSKS that it is; None if it is none."""

    def __init__(self, _code: str, _label: str, _gloss: str, psks: PSKS | None = None) -> None:
        """Keep the term of the 12 PSKS."""
        self.psks = psks

    IPSM = ("1", "Ikatan Pekerja Sosial Masyarakat", "association of the PSM")
    DINAS_SOSIAL = ("2", "Dinas Sosial", "social agency of a region")
    LKS = (
        "3",
        "Lembaga Kesejahteraan Sosial",
        "social-welfare institution",
        PSKS.LEMBAGA_KESEJAHTERAAN_SOSIAL,
    )
    KARANG_TARUNA = ("4", "Karang Taruna", "youth organisation", PSKS.KARANG_TARUNA)
    LK3 = (
        "5",
        "Lembaga Konsultasi Kesejahteraan Keluarga",
        "family-welfare consultation centre",
        PSKS.LEMBAGA_KONSULTASI_KESEJAHTERAAN_KELUARGA,
    )
    WKSBM = (
        "6",
        PSKS.WAHANA_KESEJAHTERAAN_SOSIAL_KELUARGA_BERBASIS_MASYARAKAT.label,
        "community-based family-welfare network",
        PSKS.WAHANA_KESEJAHTERAAN_SOSIAL_KELUARGA_BERBASIS_MASYARAKAT,
    )
    DUNIA_USAHA = ("7", "Dunia Usaha", "business", PSKS.DUNIA_USAHA)
    SLRT = ("8", "Sistem Layanan dan Rujukan Terpadu", "integrated referral service of a regency")
    PUSKESOS = ("9", "Pusat Kesejahteraan Sosial", "welfare service centre of a village")
    PEMERINTAH_DESA = ("10", "Pemerintah desa atau kelurahan", "village administration")
    KEMENTERIAN = ("11", "Kementerian", "ministry")
    SENTRA = ("12", "Sentra atau panti", "residential institution")
    FASILITAS_KESEHATAN = ("13", "Puskesmas atau rumah sakit", "health centre or hospital")
    LAINNYA = ("14", "Lainnya", "other")


class CareerStep(Term, scheme=Scheme("riwayat-tugas", "Riwayat tugas", PSM_CORE)):
    """A step in the career of a worker.

    >>> from psm_core.terms import CareerStep
    >>> CareerStep.DITETAPKAN_KEMBALI.label, CareerStep.DITETAPKAN_KEMBALI.gloss
    ('Ditetapkan kembali', 'appointed again')
    """

    DIUSULKAN = ("1", "Diusulkan", "proposed")
    DITETAPKAN = ("2", "Ditetapkan", "appointed by decree")
    DITETAPKAN_KEMBALI = ("3", "Ditetapkan kembali", "appointed again")
    BERTUGAS = ("4", "Mulai bertugas", "began")
    BIMTEK = ("5", "Mengikuti bimbingan teknis", "completed a training")
    SERTIFIKASI = ("6", "Tersertifikasi", "certified")
    BERAKHIR = ("7", "Berakhir", "ended")
