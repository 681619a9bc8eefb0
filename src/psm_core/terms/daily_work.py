"""Ground checks of a list, proposals for a programme, and presence at a session."""

from .._core.vocabulary import Scheme, Term
from .sources import PRACTICE


class GroundCheckResult(
    Term,
    scheme=Scheme("hasil-ground-check", "Hasil ground check", PRACTICE),
    aliases={
        "Ada": "DITEMUKAN",
        "Keluarga ditemukan": "DITEMUKAN",
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
        "Pindah rumah": "PINDAH",
        "Keluarga pindah": "PINDAH",
        "Pindah alamat": "PINDAH",
        "Sudah pindah": "PINDAH",
        "Tidak tinggal di ruta/pindah": "PINDAH",
        "Pindah ke luar desa": "PINDAH",
        "Pindah ke luar kabupaten": "PINDAH",
        "Pindah ke luar negeri": "PINDAH",
        "Meninggal dunia": "MENINGGAL",
        "Sudah meninggal": "MENINGGAL",
        "MD": "MENINGGAL",
        "Almarhum": "MENINGGAL",
        "Almarhumah": "MENINGGAL",
        "Data ganda": "GANDA",
        "Dobel": "GANDA",
        "Double": "GANDA",
        "Tidak bisa ditemui": "TIDAK_DAPAT_DITEMUI",
        "Tidak di tempat": "TIDAK_DAPAT_DITEMUI",
        "Rumah kosong": "TIDAK_DAPAT_DITEMUI",
        "Belum dapat ditemui": "TIDAK_DAPAT_DITEMUI",
        "Tidak dikenal": "TIDAK_DITEMUKAN",
        "Tidak ada": "TIDAK_DITEMUKAN",
        "Keluarga tidak ditemukan": "TIDAK_DITEMUKAN",
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


_PRESS = "Kepmensos 73/HUK/2024, menurut pemberitaan"


class ProposalStatus(
    Term,
    scheme=Scheme("status-usulan", "Status usulan", PRACTICE),
    sources={"LAYAK": _PRESS, "TIDAK_LAYAK": _PRESS},
    aliases={
        "Disahkan": "TERVALIDASI",
        "Layak": "LAYAK",
        "Disetujui musdes": "LAYAK",
        "Disetujui muskel": "LAYAK",
        "Tidak layak": "TIDAK_LAYAK",
        "Diajukan": "DIUSULKAN",
        "Usulan": "DIUSULKAN",
        "Usulan baru": "DIUSULKAN",
    },
):
    """The status of a proposal after a step, from practice; no act with this list could be read.

    >>> from psm_core.terms import ProposalStatus
    >>> ProposalStatus.parse("Disahkan"), ProposalStatus.DISANGGAH.gloss
    (<ProposalStatus.TERVALIDASI: 'tervalidasi'>, 'objected to')
    """

    DRAF = ("1", "Draf", "draft")
    DIUSULKAN = ("2", "Diusulkan", "proposed")
    LAYAK = ("3", "Layak menurut musyawarah", "eligible according to the village meeting")
    TIDAK_LAYAK = ("4", "Tidak layak menurut musyawarah", "not eligible according to the meeting")
    TERVERIFIKASI = ("5", "Terverifikasi", "verified")
    TERVALIDASI = ("6", "Tervalidasi", "validated")
    DITETAPKAN = ("7", "Ditetapkan", "decided")
    DITOLAK = ("8", "Ditolak", "rejected")
    DISANGGAH = ("9", "Disanggah", "objected to")


class ProposalDocument(
    Term,
    scheme=Scheme("dokumen-usulan", "Dokumen usulan", PRACTICE),
    sources={"BERITA_ACARA": _PRESS, "SPTJM": _PRESS},
    aliases={
        "BA": "BERITA_ACARA",
        "Berita acara": "BERITA_ACARA",
        "Surat pernyataan tanggung jawab mutlak (SPTJM)": "SPTJM",
        "SK": "KEPUTUSAN",
        "Surat keputusan": "KEPUTUSAN",
    },
):
    """The document of a step of a proposal. An SPTJM replaces the minutes if nobody met.

    >>> from psm_core.terms import ProposalDocument
    >>> ProposalDocument.parse("SPTJM").label, ProposalDocument.parse("BA").gloss
    ('Surat pernyataan tanggung jawab mutlak', 'minutes of the village meeting')
    """

    BERITA_ACARA = ("1", "Berita acara musyawarah", "minutes of the village meeting")
    SPTJM = ("2", "Surat pernyataan tanggung jawab mutlak", "statement of full responsibility")
    KEPUTUSAN = ("3", "Keputusan", "decree, or list annexed to it")
    LAINNYA = ("4", "Surat lain", "other letter")


class PresenceMark(
    Term,
    scheme=Scheme("tanda-hadir", "Tanda kehadiran", PRACTICE),
    aliases={
        "V": "HADIR",
        "\u2713": "HADIR",
        "\u221a": "HADIR",
        "Ya": "HADIR",
        "TTD": "TANDA_TANGAN",
        "Tanda tangan": "TANDA_TANGAN",
        "Bertanda tangan": "TANDA_TANGAN",
        "Paraf": "TANDA_TANGAN",
        "Sakit": "IZIN",
        "S": "IZIN",
        "Ijin": "IZIN",
        "Alpa": "TIDAK_HADIR",
        "Alpha": "TIDAK_HADIR",
        "Absen": "TIDAK_HADIR",
        "Tanpa keterangan": "TIDAK_HADIR",
        "Tidak": "TIDAK_HADIR",
    },
):
    """What an attendance list shows for a person at a session, from practice.

    Illness is read as excused, because the list needs no health data.

    >>> from psm_core.terms import PresenceMark
    >>> PresenceMark.parse("Alpa").label, PresenceMark.TANDA_TANGAN.is_present
    ('Tidak hadir', True)
    """

    TANDA_TANGAN = ("T", "Hadir dan bertanda tangan", "present, with a signature")
    HADIR = ("H", "Hadir", "present, no signature stated")
    IZIN = ("I", "Izin", "excused")
    TIDAK_HADIR = ("A", "Tidak hadir", "absent")

    @property
    def is_present(self) -> bool:
        """Whether the person was present."""
        return self in {PresenceMark.TANDA_TANGAN, PresenceMark.HADIR}
