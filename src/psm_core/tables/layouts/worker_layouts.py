"""The layouts of registers of workers from other programs: PSM and TKSK."""

from typing import Any, Final

from ...records.workers import Worker
from ...terms import Pillar, RegionLevel
from .common_columns import REGION, WORKER
from .general_facts import region_facts
from .layout import BLANK, Column, Layout
from .shared_headings import ZERO_IS_BLANK, not_read, with_shared_headings

_REGENCY, _DISTRICT, _VILLAGE = RegionLevel.REGENCY, RegionLevel.DISTRICT, RegionLevel.VILLAGE
NO_TRAINING: Final = BLANK | {"0", "belum", "belum pernah", "tidak ada"}
"""What an officer writes for a worker who has attended no training."""
WORKER_WORDS: Final = ("psm", "pekerja sosial masyarakat")
"""Words by which lists of PSM are recognised."""
_DUTY_FACTS: Final = (
    *region_facts("assignments.0.serves"),
    Column("assignments.0.listed_on", ("Tanggal Daftar", "Per Tanggal", "Keadaan per Tanggal")),
)

PSM_IMPORT: Final = with_shared_headings(
    Layout(
        "psm-import",
        "Daftar PSM (17 kolom, dua baris judul)",
        Worker,
        (
            *not_read("NTR"),
            Column("person.name", ("NAMA PSM", "NAMA", "NAMA LENGKAP"), required=True),
            Column("person.nik", ("NIK", "NO. KTP"), required=True),
            Column("person.birth_place", "TEMPAT LAHIR"),
            Column("person.birth_date", ("TANGGAL LAHIR", "TGL LAHIR")),
            Column("person.sex", ("JENIS KELAMIN", "L/P", "JK")),
            Column(
                "assignments.0.serves", ("TEMPAT TUGAS / KECAMATAN", "KECAMATAN"), level=_DISTRICT
            ),
            Column(
                "assignments.0.serves",
                (
                    "TEMPAT TUGAS / KELURAHAN",
                    "KELURAHAN",
                    "DESA/KELURAHAN",
                    "DESA",
                    "KELURAHAN/DESA",
                ),
                level=_VILLAGE,
                required=True,
            ),
            Column("person.ktp_address.street", ("ALAMAT / JALAN", "JALAN", "ALAMAT")),
            Column(
                "person.ktp_address.rt", ("ALAMAT / RT", "RT"), blank=ZERO_IS_BLANK, without=("RT",)
            ),
            Column(
                "person.ktp_address.rw", ("ALAMAT / RW", "RW"), blank=ZERO_IS_BLANK, without=("RW",)
            ),
            Column(
                "trainings.0.tier",
                ("TINGKATAN DIKLAT", "TINGKAT DIKLAT", "DIKLAT"),
                blank=NO_TRAINING,
            ),
            Column("certifications.0", "STATUS SERTIFIKASI"),
            Column("certifications.0.year", "TAHUN SERTIFIKASI", blank=ZERO_IS_BLANK),
            Column(
                "person.phone", ("NO TELP/HP", "NO HP", "NO TELP", "NO. HP/WA"), blank=ZERO_IS_BLANK
            ),
            Column("person.education", ("TINGKAT PENDIDIKAN", "PENDIDIKAN")),
            Column("activity", ("KONDISI EKSISTING", "KEAKTIFAN")),
        ),
        constants={"assignments.0.pillar": Pillar.PSM, "trainings.0.name": "Diklat PSM"},
        required_values={"assignments.0.listed_on": "tanggal daftar"},
        facts_above=_DUTY_FACTS,
        words=WORKER_WORDS,
    ),
    "person.",
    WORKER,
)

TKSK_IMPORT: Final = with_shared_headings(
    Layout(
        "tksk-import",
        "Daftar TKSK (dua baris judul)",
        Worker,
        (
            Column("assignments.0.serves", ("WILAYAH", *REGION[_REGENCY]), level=_REGENCY),
            Column(
                "assignments.0.serves",
                (
                    "TEMPAT TUGAS (KECAMATAN)", "TEMPAT TUGAS", "WILAYAH TUGAS",
                    "KECAMATAN DAMPINGAN", *REGION[_DISTRICT],
                ),
                level=_DISTRICT,
                required=True,
            ),
            Column(
                "person.name", ("NAMA TKSK", "NAMA (SESUAI DENGAN KTP)", "NAMA"), required=True
            ),
            Column("person.nik", ("NIK", "NIK TKSK"), required=True, blank=ZERO_IS_BLANK),
            Column("person.birth_place", "TEMPAT LAHIR"),
            Column("person.birth_date", "TANGGAL LAHIR"),
            Column("person.sex", "JENIS KELAMIN"),
            Column("person.ktp_address.street", "ALAMAT / JALAN"),
            Column("person.ktp_address.rt", "ALAMAT / RT", blank=ZERO_IS_BLANK, without=("RT",)),
            Column("person.ktp_address.rw", "ALAMAT / RW", blank=ZERO_IS_BLANK, without=("RW",)),
            Column("person.ktp_address.region", "ALAMAT / KELURAHAN", level=_VILLAGE),
            Column("person.phone", ("TELPON", "NO HP"), blank=ZERO_IS_BLANK),
            Column("person.education", ("PENDIDIKAN TERAKHIR", "PENDIDIKAN TERKAHIR")),
        ),
        constants={"assignments.0.pillar": Pillar.TKSK},
        required_values={"assignments.0.listed_on": "tanggal daftar"},
        facts_above=_DUTY_FACTS,
        words=("tksk", "tenaga kesejahteraan sosial kecamatan"),
        needs_word=True,
    ),
    "person.",
)  # fmt: skip

REGISTERS: Final[tuple[Layout[Any], ...]] = (PSM_IMPORT, TKSK_IMPORT)
"""The layouts of this module."""
