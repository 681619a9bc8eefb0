"""The layouts of lists of the daily work: PSKS of a village, ground check, proposals."""

from typing import Any, Final

from ..records.ground_checks import GroundCheck
from ..records.proposals import Proposal
from ..records.welfare_resources import WelfareResource
from ..terms import ProposalDocument, ProposalStatus, RegionLevel
from .common_columns import BENEFICIARY_NAMES
from .layout import Column, Layout
from .shared_headings import ZERO_IS_BLANK, with_shared_headings

_REGENCY, _DISTRICT, _VILLAGE = RegionLevel.REGENCY, RegionLevel.DISTRICT, RegionLevel.VILLAGE
_AS_TEXT: Final = "Format kolom sebagai teks, agar angka tidak hilang."

WELFARE_RESOURCES: Final = Layout(
    "psks",
    "Daftar potensi dan sumber kesejahteraan sosial (PSKS)",
    WelfareResource,
    (
        Column("id", ("Kunci", "Id"), note="Tanda unik dalam daftar ini; bukan NIK."),
        Column("kind", ("Jenis PSKS", "Jenis", "PSKS", "Kategori PSKS"), required=True),
        Column("name", ("Nama", "Nama PSKS", "Nama Lembaga", "Nama Lembaga/Perorangan")),
        Column("count", ("Jumlah", "Total", "Banyaknya"), note="Isi bila baris ini tanpa nama."),
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
                ("ID DTSEN", "ID DTKS", "ID BDT", "BDT", "ID Prelist", "ID Keluarga", "ID Data"),
                note=_AS_TEXT,
            ),
            Column("person.kk", "Nomor KK", blank=ZERO_IS_BLANK, note=f"16 angka. {_AS_TEXT}"),
            Column("person.nik", "NIK", blank=ZERO_IS_BLANK, note=f"16 angka. {_AS_TEXT}"),
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
                    "Status",
                ),
            ),
            Column("date", ("Tanggal", "Tanggal Ground Check", "Tanggal Pemeriksaan")),
            Column("checked_by.name", ("Petugas", "Nama Petugas", "Pemeriksa", "Enumerator")),
            Column("note", ("Keterangan", "Ket", "Catatan", "Deskripsi")),
        ),
        words=("ground check", "groundcheck"),
        needs_word=True,
    ),
    "person.",
    {"person.name": BENEFICIARY_NAMES},
)

PROPOSALS: Final = Layout(
    "usulan",
    "Daftar usulan program",
    Proposal,
    (
        Column("id", ("Kunci", "Id"), note="Tanda unik dalam daftar ini; bukan NIK."),
        Column("beneficiary", ("Kunci Penerima", "Penerima", "Calon Penerima"), required=True),
        Column("programme", ("Program Usulan", "Program", "Kode Program")),
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
    words=("usulan", "musdes", "muskel", "musyawarah desa", "musyawarah kelurahan"),
    needs_word=True,
)

DAILY: Final[tuple[Layout[Any], ...]] = (WELFARE_RESOURCES, GROUND_CHECK, PROPOSALS)
"""The layouts of this module. Templates are written for each."""
