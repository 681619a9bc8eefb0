"""The layouts of lists of the daily work: PSKS, ground check, proposals, attendance."""

from collections import Counter
from collections.abc import Iterable
from typing import Any, Final

from ...records.attendance import Attendee, Session
from ...records.ground_checks import GroundCheck
from ...records.proposals import Proposal
from ...records.welfare_resources import WelfareResource
from ...terms import ProposalDocument, ProposalStatus, RegionLevel
from .common_columns import BENEFICIARY
from .general_facts import home_facts, region_facts
from .layout import BLANK, Column, Layout, folded
from .shared_headings import ZERO_IS_BLANK, with_shared_headings

_REGENCY, _DISTRICT, _VILLAGE = RegionLevel.REGENCY, RegionLevel.DISTRICT, RegionLevel.VILLAGE
_AS_TEXT: Final = "Format kolom sebagai teks, agar angka tidak hilang."
_UNCHECKED: Final = BLANK | {"belum", "belum dicek", "belum diperiksa", "belum dikunjungi"}
"""What an officer writes for a row that has not been checked."""

WELFARE_RESOURCES: Final = Layout(
    "psks",
    "Daftar potensi dan sumber kesejahteraan sosial (PSKS)",
    WelfareResource,
    (
        Column("id", ("Kunci", "Id"), note="Tanda unik dalam daftar ini; bukan NIK."),
        Column("kind", ("Jenis PSKS", "Jenis", "PSKS", "Kategori PSKS"), required=True),
        Column("name", ("Nama", "Nama PSKS", "Nama Lembaga", "Nama Lembaga/Perorangan")),
        Column(
            "count",
            ("Jumlah", "Total", "Banyaknya"),
            blank=BLANK | {"tidak ada"},
            note="Isi bila baris ini tanpa nama; 0 bila tidak ada.",
        ),
        Column("address.street", ("Alamat", "Alamat Sekretariat", "Jalan")),
        Column("address.rt", ("RT", "No. RT"), blank=ZERO_IS_BLANK, note=_AS_TEXT),
        Column("address.rw", ("RW", "No. RW"), blank=ZERO_IS_BLANK, note=_AS_TEXT),
        Column("region", ("Kabupaten/Kota", "Kabupaten", "Kota"), level=_REGENCY),
        Column("region", ("Kecamatan", "Nama Kecamatan"), level=_DISTRICT),
        Column(
            "region",
            ("Desa/Kelurahan", "Desa", "Kelurahan", "Nama Desa", "Nama Desa/Kelurahan"),
            level=_VILLAGE,
        ),
        Column("contact", ("Ketua", "Nama Ketua", "Pengurus", "Penanggung Jawab", "Narahubung")),
        Column(
            "phone",
            ("No. HP", "No. Telepon", "No. WA", "No. Telp/HP", "Kontak"),
            blank=ZERO_IS_BLANK,
            note=f"Diawali 0. {_AS_TEXT}",
        ),
        Column("activity", ("Keaktifan", "Kondisi Eksisting")),
        Column("date", ("Tanggal Pendataan", "Tanggal")),
        Column("source", ("Sumber Data", "Sumber")),
        Column("note", ("Keterangan", "Ket")),
    ),
    facts_above=(
        *region_facts("region"),
        Column("date", ("Tanggal Pendataan", "Tanggal")),
        Column("source", ("Sumber Data", "Sumber")),
    ),
    words=("psks", "potensi dan sumber kesejahteraan sosial"),
    needs_word=True,
)

GROUND_CHECK: Final = with_shared_headings(
    Layout(
        "ground-check",
        "Daftar hasil ground check",
        GroundCheck,
        (
            Column(
                "source_id",
                (
                    "ID DTSEN",
                    "ID DTKS",
                    "ID BDT",
                    "BDT",
                    "ID Prelist",
                    "ID Keluarga",
                    "ID Data",
                    "ID Keluarga DTSEN",
                    "ID DTSEN Keluarga",
                    "ID Semesta",
                    "ID Prelist Keluarga",
                ),
                note=_AS_TEXT,
            ),
            Column("person.kk", "Nomor KK", blank=ZERO_IS_BLANK, note=f"16 angka. {_AS_TEXT}"),
            Column(
                "person.nik",
                ("NIK", "NIK Kepala Keluarga", "NIK KRT"),
                blank=ZERO_IS_BLANK,
                note=f"16 angka. {_AS_TEXT}",
            ),
            Column("person.name", ("Nama", "Nama Kepala Keluarga", "Nama KRT"), required=True),
            Column("person.ktp_address.street", ("Alamat", "Jalan")),
            Column("person.ktp_address.rt", "RT", blank=ZERO_IS_BLANK, note=_AS_TEXT),
            Column("person.ktp_address.rw", "RW", blank=ZERO_IS_BLANK, note=_AS_TEXT),
            Column("person.ktp_address.region", "Kabupaten/Kota", level=_REGENCY),
            Column("person.ktp_address.region", "Kecamatan", level=_DISTRICT),
            Column("person.ktp_address.region", "Desa/Kelurahan", level=_VILLAGE),
            Column(
                "result",
                (
                    "Hasil Ground Check",
                    "Hasil",
                    "Hasil Pemeriksaan",
                    "Hasil Verifikasi",
                    "Keberadaan",
                    "Keberadaan Keluarga",
                    "Status Keberadaan",
                    "Status Keberadaan Keluarga",
                    "Status Ground Check",
                    "Hasil GC",
                    "Status GC",
                    "Hasil Kunjungan",
                    "Hasil Pengecekan",
                    "Hasil Verval",
                    "Status",
                    "Status Kelayakan",
                    "Kelayakan",
                ),
                blank=_UNCHECKED,
            ),
            Column(
                "date",
                (
                    *("Tanggal", "Tanggal Ground Check", "Tanggal Pemeriksaan", "Tanggal GC"),
                    *("Tanggal Kunjungan", "Tanggal Pengecekan", "Tanggal Verifikasi"),
                ),
            ),
            Column(
                "checked_by.name",
                (
                    *("Petugas", "Nama Petugas", "Pemeriksa", "Enumerator", "Petugas GC"),
                    *("Petugas Ground Check", "Nama Petugas Ground Check", "Nama Enumerator"),
                    *("Nama Pemeriksa", "Nama Petugas GC"),
                ),
            ),
            Column("note", ("Keterangan", "Ket", "Catatan", "Deskripsi")),
        ),
        facts_above=(
            *home_facts("person."),
            Column("date", ("Tanggal", "Tanggal Ground Check", "Tanggal Pemeriksaan")),
            Column("checked_by.name", ("Petugas", "Nama Petugas", "Pemeriksa", "Petugas GC")),
        ),
        words=("ground check", "groundcheck", "ground checking", "groundchecking", "gc dtsen"),
        needs_word=True,
    ),
    "person.",
    BENEFICIARY,
)

PROPOSALS: Final = with_shared_headings(
    Layout(
        "usulan",
        "Daftar usulan program",
        Proposal,
        (
            Column("id", ("Kunci", "Id"), note="Tanda unik dalam daftar ini; bukan NIK."),
            Column("beneficiary", ("Kunci Penerima", "Penerima", "Calon Penerima")),
            Column("person.kk", "Nomor KK", blank=ZERO_IS_BLANK, note=f"16 angka. {_AS_TEXT}"),
            Column("person.nik", "NIK", blank=ZERO_IS_BLANK, note=f"16 angka. {_AS_TEXT}"),
            Column("person.name", ("Nama", "Nama Kepala Keluarga", "Nama Calon Penerima")),
            Column("person.ktp_address.street", ("Alamat", "Jalan")),
            Column("programme", ("Program Usulan", "Program", "Kode Program", "Usulan Program")),
            Column("database", ("Basis Data", "Usulan ke")),
            Column("region", ("Kabupaten/Kota", "Kabupaten", "Kota"), level=_REGENCY),
            Column("region", "Kecamatan", level=_DISTRICT),
            Column("region", ("Desa/Kelurahan", "Desa", "Kelurahan"), level=_VILLAGE),
            Column("reason", ("Alasan Usulan", "Alasan")),
            Column("steps.0.date", ("Tanggal Usulan", "Tgl Usul")),
            Column("steps.1.status", ("Hasil Musyawarah", "Hasil Musdes", "Hasil Muskel")),
            Column("steps.1.date", ("Tanggal Musyawarah", "Tanggal Musdes", "Tanggal Muskel")),
            Column("steps.1.document_number", ("Nomor Berita Acara", "No. BA"), note=_AS_TEXT),
            Column("steps.2.status", ("Status Usulan", "Keputusan", "Status")),
            Column("steps.2.date", ("Tanggal Status", "Tanggal Keputusan", "Tanggal Penetapan")),
            Column("steps.2.document_number", ("Nomor Keputusan", "No. SK"), note=_AS_TEXT),
        ),
        constants={
            "steps.0.status": ProposalStatus.DIUSULKAN,
            "steps.1.document": ProposalDocument.BERITA_ACARA,
        },
        facts_above=(
            *region_facts("region"),
            Column("programme", ("Program Usulan", "Program", "Nama Program", "Jenis Bantuan")),
        ),
        words=("usulan", "musdes", "muskel", "musyawarah desa", "musyawarah kelurahan"),
        needs_word=True,
    ),
    "person.",
    BENEFICIARY,
)

_ATTENDEE: Final = (
    Column("name", ("Nama", "Nama Lengkap", "Nama Peserta", "Nama dan Gelar"), required=True),
    Column("worker", ("Kunci Pekerja", "Kunci"), note="Tanda unik dalam daftar PSM; bukan NIK."),
    Column(
        "organisation",
        (
            *("Instansi/Jabatan", "Jabatan/Instansi", "Instansi", "Jabatan"),
            *("Unsur", "Asal", "Utusan"),
        ),
    ),
)
_CERTIFICATE: Final = (
    Column("certificate_number", ("Nomor Sertifikat", "No. Sertifikat"), note=_AS_TEXT),
    Column("certificate_date", "Tanggal Sertifikat"),
    Column("certificate_hours", ("JP", "Jumlah JP", "Jam Pelajaran"), note="Jam pelajaran."),
)

ATTENDANCE: Final = Layout(
    "daftar-hadir",
    "Daftar hadir satu sesi",
    Attendee,
    (
        *_ATTENDEE,
        Column("presences.0.mark", ("Kehadiran", "Tanda Tangan", "TTD", "Paraf", "Hadir")),
        *_CERTIFICATE,
    ),
    constants={"presences.0.session": "1"},
    words=("daftar hadir", "kehadiran", "presensi", "absensi"),
    needs_word=True,
)


def attendance_layout(sessions: Iterable[Session]) -> Layout[Attendee]:
    r"""Return the layout of an attendance list with a column for each session.

    A column is recognised by the title of its session, by its key, or by its date
    (``13-10-2025``), if no other session has the same. Templates use the first of them.

    Raises:
        ValueError: two sessions have the same key.

    >>> from datetime import date
    >>> from pathlib import Path
    >>> from psm_core import Attendee, Session, tables
    >>> days = [Session(key="Hari 1", date=date(2025, 10, 13)),
    ...         Session(key="Hari 2", date=date(2025, 10, 14))]
    >>> text = "Nama,Hari 1,Hari 2\nAni Contoh,TTD,\nBudi Contoh,TTD,TTD\n"
    >>> _ = Path("hadir.csv").write_text(text, "utf-8")
    >>> layout = tables.attendance_layout(days)
    >>> [sorted(one.attended) for one in tables.read("hadir.csv", Attendee, layout=layout).records]
    [['Hari 1'], ['Hari 1', 'Hari 2']]

    """
    listed = tuple(sessions)
    if len({folded(one.key) for one in listed}) < len(listed):
        raise ValueError("two sessions have the same key")
    headings = [_session_headings(one) for one in listed]
    others = (*_ATTENDEE, *_CERTIFICATE)
    taken = Counter(name for each in headings for name in each)
    taken.update(folded(heading) for column in others for heading in column.headings)
    columns = (
        Column(
            f"presences.{number}.mark",
            [heading for name, heading in headings[number].items() if taken[name] == 1]
            or f"Sesi {number + 1}",
            note=f"Sesi {one.date:%d-%m-%Y}: TTD, hadir, izin, atau tidak hadir.",
        )
        for number, one in enumerate(listed)
    )
    return Layout(
        "daftar-hadir-sesi",
        "Daftar hadir menurut sesi",
        Attendee,
        (*_ATTENDEE, *columns, *_CERTIFICATE),
        constants={f"presences.{number}.session": one.key for number, one in enumerate(listed)},
    )


def _session_headings(session: Session) -> dict[str, str]:
    """Return folded heading → heading, of the column of a session."""
    names = (session.title, session.key, f"{session.date:%d-%m-%Y}")
    return {folded(name): name for name in names if name is not None}


DAILY: Final[tuple[Layout[Any], ...]] = (
    WELFARE_RESOURCES,
    GROUND_CHECK,
    PROPOSALS,
    ATTENDANCE,
)
"""The layouts of this module. Templates are written for each."""
