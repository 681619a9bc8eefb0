"""The built-in layouts, and those of our templates."""

from typing import Any, Final

from ...records.beneficiaries import Beneficiary
from ...records.people import Person
from ...records.programmes import Participation
from ...records.workers import Worker
from ...terms import RegionLevel
from .aid_layouts import AID, BENEFICIARY_WORDS
from .case_layouts import CASES
from .common_columns import (
    BENEFICIARY,
    BENEFICIARY_NAMES,
    CATEGORY,
    WORKER,
)
from .daily_layouts import DAILY
from .event_layouts import EVENT_ATTENDANCE
from .family_layouts import family_layout
from .general_facts import CATEGORY_FACTS, home_facts
from .layout import Column, Layout
from .organisation_layouts import ORGANISATION_LISTS
from .rank_layouts import CARD_RANKS, FAMILY_RANKS, member_ranks
from .resident_layouts import OPENSID, PRODESKEL, RESIDENTS, SIAK
from .shared_headings import ZERO_IS_BLANK, not_read, with_shared_headings
from .worker_layouts import NO_TRAINING, REGISTERS, WORKER_WORDS

_PROVINCE, _REGENCY = RegionLevel.PROVINCE, RegionLevel.REGENCY
_DISTRICT, _VILLAGE = RegionLevel.DISTRICT, RegionLevel.VILLAGE
_AS_TEXT: Final = "Format kolom sebagai teks, agar angka tidak hilang."


def _person(prefix: str) -> tuple[Column, ...]:
    """Return the columns of a person as our own templates have them."""

    def column(path: str, *headings: str, **more: Any) -> Column:  # noqa: ANN401 - those of Column
        return Column(f"{prefix}{path}", headings, **more)

    return (
        column("nik", "NIK", "No. KTP", required=True, note=f"16 angka. {_AS_TEXT}"),
        column("nik_absence", "Alasan tanpa NIK", note="Isi bila NIK kosong."),
        column("name", "Nama Lengkap", "Nama", required=True),
        column("kk", "Nomor KK", "No. KK", note=f"16 angka. {_AS_TEXT}"),
        column("sex", "Jenis Kelamin", "L/P", "JK"),
        column("birth_place", "Tempat Lahir"),
        column(
            "birth_date",
            "Tanggal Lahir",
            "Tgl Lahir",
            note="Hari-bulan-tahun: 31-08-1990. Bila hanya tahunnya yang diketahui: 1990.",
        ),
        column("citizenship", "Kewarganegaraan"),
        column("religion", "Agama"),
        column("marital_status", "Status Perkawinan"),
        column("education", "Pendidikan"),
        column(
            "phone",
            "No. HP",
            "No. Telepon",
            "No. WA",
            blank=ZERO_IS_BLANK,
            note=f"Diawali 0. {_AS_TEXT}",
        ),
        column("ktp_address.street", "Alamat", "Jalan"),
        column("ktp_address.hamlet", "Dusun", "Lingkungan"),
        column("ktp_address.rt", "RT", blank=ZERO_IS_BLANK, note=_AS_TEXT),
        column("ktp_address.rw", "RW", blank=ZERO_IS_BLANK, note=_AS_TEXT),
        column("ktp_address.region", "Kabupaten/Kota", "Kab/Kota", level=_REGENCY),
        column("ktp_address.region", "Kecamatan", level=_DISTRICT),
        column("ktp_address.region", "Desa/Kelurahan", "Desa", "Kelurahan", level=_VILLAGE),
    )


PEOPLE: Final = with_shared_headings(
    Layout(
        "warga",
        "Daftar warga",
        Person,
        (
            *_person(""),
            Column("life_status", "Status Hidup"),
            Column("life_status_date", "Tanggal Status Hidup", note="Hari-bulan-tahun."),
            Column("disabilities", "Jenis Disabilitas", note="Pisahkan dengan titik koma."),
        ),
        facts_above=home_facts(),
    ),
    more={
        "name": (*BENEFICIARY_NAMES, *WORKER["person.name"]),
        "nik": (*BENEFICIARY["person.nik"], *WORKER["person.nik"]),
    },
)

WORKERS: Final = with_shared_headings(
    Layout(
        "pekerja",
        "Daftar pekerja sosial masyarakat",
        Worker,
        (
            Column("id", ("Kunci", "Id"), note="Tanda unik dalam daftar ini; bukan NIK."),
            *_person("person."),
            Column("assignments.0.pillar", "Pilar"),
            Column(
                "assignments.0.serves",
                ("Kabupaten/Kota Tugas", "Tempat Tugas / Kabupaten"),
                level=_REGENCY,
            ),
            Column(
                "assignments.0.serves",
                ("Kecamatan Tugas", "Tempat Tugas / Kecamatan"),
                level=_DISTRICT,
            ),
            Column(
                "assignments.0.serves",
                ("Desa/Kelurahan Tugas", "Tempat Tugas / Desa"),
                level=_VILLAGE,
            ),
            Column("assignments.0.since", ("Mulai Tugas", "TMT")),
            Column(
                "assignments.0.listed_on", "Tanggal Daftar", note="Bila awal tugas tidak diketahui."
            ),
            Column("assignments.0.decree.number", ("Nomor SK", "No. SK")),
            Column("assignments.0.decree.date", ("Tanggal SK", "Tgl SK")),
            Column("trainings.0.name", "Nama Bimtek"),
            Column("trainings.0.tier", ("Jenjang Bimtek", "Tingkatan Diklat"), blank=NO_TRAINING),
            Column("trainings.0.date", "Tanggal Bimtek"),
            Column("certifications.0.number", "Nomor Sertifikat"),
            Column("certifications.0.year", "Tahun Sertifikasi"),
            Column("membership_number", "Nomor Anggota IPSM", note=_AS_TEXT),
            Column("activity", "Keaktifan"),
        ),
        facts_above=home_facts("person."),
        words=WORKER_WORDS,
    ),
    "person.",
    WORKER,
)

BENEFICIARIES: Final = with_shared_headings(
    Layout(
        "penerima-manfaat",
        "Daftar penerima manfaat",
        Beneficiary,
        (
            Column("id", ("Kunci", "Id"), note="Tanda unik dalam daftar ini; bukan NIK."),
            *_person("person."),
            Column("classifications.0.category", ("Kategori PPKS", "Kategori"), required=True),
            Column("classifications.0.date", ("Tanggal Asesmen", "Tanggal Pendataan")),
            Column("classifications.0.source", ("Sumber Data", "Sumber")),
        ),
        facts_above=(*home_facts("person."), *CATEGORY_FACTS),
        words=BENEFICIARY_WORDS,
    ),
    "person.",
    {**BENEFICIARY, "classifications.0.category": CATEGORY},
)

PARTICIPATIONS: Final = Layout(
    "kepesertaan",
    "Daftar kepesertaan program",
    Participation,
    (
        Column("programme", ("Program", "Kode Program"), required=True),
        Column("recipient", ("Kunci Penerima", "Penerima"), required=True),
        Column("status", "Status", required=True),
        *not_read("Tanggal Usulan"),
        Column("decided_on", ("Tanggal Keputusan", "Tanggal Penetapan", "Tanggal SK")),
        Column("since", ("Mulai Menerima", "Tanggal Terima")),
        Column("until", "Terakhir Menerima"),
        Column("amount", ("Jumlah (Rp)", "Jumlah"), note="Rupiah, angka saja."),
        Column("goods", "Barang"),
        Column("document", "Nomor Keputusan", note=_AS_TEXT),
    ),
    facts_above=(
        Column("programme", ("Program", "Kode Program", "Nama Program", "Jenis Bantuan")),
        Column("decided_on", ("Tanggal Keputusan", "Tanggal Penetapan", "Tanggal SK")),
        Column("document", ("Nomor Keputusan", "Nomor SK")),
    ),
)

OWN: Final[tuple[Layout[Any], ...]] = (
    WORKERS,
    BENEFICIARIES,
    PEOPLE,
    PARTICIPATIONS,
    *DAILY,
    *CASES,
)
"""The layouts of our own templates."""

LAYOUTS: Final[tuple[Layout[Any], ...]] = (
    *REGISTERS,
    *RESIDENTS,
    *AID,
    *ORGANISATION_LISTS,
    *OWN,
    EVENT_ATTENDANCE,
    family_layout(PEOPLE, "kartu-keluarga", "Daftar kartu keluarga: satu baris satu anggota"),
    family_layout(SIAK, "siak-keluarga", "Ekspor SIAK sebagai daftar keluarga"),
    family_layout(OPENSID, "opensid-keluarga", "Data penduduk OpenSID sebagai daftar keluarga"),
    family_layout(PRODESKEL, "prodeskel-keluarga", "Data Prodeskel sebagai daftar keluarga"),
    member_ranks(PEOPLE),
    FAMILY_RANKS,
    CARD_RANKS,
)
"""The layouts that are known. A file of another one is read by a `Layout` of your own."""
