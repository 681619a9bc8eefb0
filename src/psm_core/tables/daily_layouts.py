"""The layouts of lists of the daily work: PSKS of a village, ground check of a list."""

from typing import Any, Final

from ..records.ground_checks import GroundCheck
from ..records.welfare_resources import WelfareResource
from ..terms import RegionLevel
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

DAILY: Final[tuple[Layout[Any], ...]] = (WELFARE_RESOURCES, GROUND_CHECK)
"""The layouts of this module. Templates are written for each."""
