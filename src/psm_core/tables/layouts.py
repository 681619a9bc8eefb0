"""The built-in layouts, and those of our templates."""

from typing import Any, Final

from ..records.beneficiaries import Beneficiary
from ..records.people import Person
from ..records.programmes import Participation
from ..records.workers import Worker
from ..terms import Pillar, RegionLevel
from .case_layouts import CASES
from .common_columns import (
    BENEFICIARY,
    BENEFICIARY_NAMES,
    CATEGORY,
    WORKER,
)
from .daily_layouts import DAILY
from .family_layouts import family_layout
from .layout import BLANK, Column, Layout
from .shared_headings import ZERO_IS_BLANK, with_shared_headings

_PROVINCE, _REGENCY = RegionLevel.PROVINCE, RegionLevel.REGENCY
_DISTRICT, _VILLAGE = RegionLevel.DISTRICT, RegionLevel.VILLAGE
_NO_TRAINING: Final = BLANK | {"0", "belum", "belum pernah", "tidak ada"}
_UNKNOWN: Final = BLANK | {"tidak tahu", "tdk th", "tidak diketahui"}
_AS_TEXT: Final = "Format kolom sebagai teks, agar angka tidak hilang."


_WORKER_WORDS: Final = ("psm", "pekerja sosial masyarakat")
_BENEFICIARY_WORDS: Final = ("ppks", "pmks")


def _not_read(*headings: str) -> tuple[Column, ...]:
    return tuple(Column(None, heading) for heading in headings)


PSM_IMPORT: Final = with_shared_headings(
    Layout(
        "psm-import",
        "Daftar PSM (17 kolom, dua baris judul)",
        Worker,
        (
            *_not_read("NTR"),
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
                blank=_NO_TRAINING,
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
        words=_WORKER_WORDS,
    ),
    "person.",
    WORKER,
)

OPENSID: Final = with_shared_headings(
    Layout(
        "opensid-penduduk",
        "Data penduduk OpenSID (43 kolom)",
        Person,
        (
            Column("ktp_address.street", "alamat"),
            Column("ktp_address.hamlet", "dusun", blank=ZERO_IS_BLANK, without=("dusun", "dsn")),
            Column("ktp_address.rw", "rw", blank=ZERO_IS_BLANK),
            Column("ktp_address.rt", "rt", blank=ZERO_IS_BLANK),
            Column("name", "nama", required=True),
            Column("kk", "no_kk", blank=ZERO_IS_BLANK),
            Column("nik", "nik", required=True, blank=ZERO_IS_BLANK),
            Column("sex", "sex"),
            Column("birth_place", "tempatlahir"),
            Column("birth_date", "tanggallahir"),
            Column("religion", "agama_id"),
            Column("education", "pendidikan_kk_id"),
            *_not_read("pendidikan_sedang_id"),
            Column("occupation", "pekerjaan_id"),
            Column("marital_status", "status_kawin"),
            Column("family_relation", "kk_level"),
            Column("citizenship", "warganegara_id"),
            *_not_read("ayah_nik", "nama_ayah", "ibu_nik", "nama_ibu"),
            Column("blood_type", "golongan_darah_id"),
            *_not_read(
                "akta_lahir", "dokumen_pasport", "tanggal_akhir_paspor", "dokumen_kitas",
                "akta_perkawinan", "tanggalperkawinan", "akta_perceraian", "tanggalperceraian",
            ),
            Column("disabilities", "cacat_id"),
            *_not_read("cara_kb_id", "hamil", "ktp_el", "status_rekam"),
            Column("domicile.street", "alamat_sekarang"),
            Column("life_status", "status_dasar"),
            *_not_read("suku", "tag_id_card", "id_asuransi", "no_asuransi", "lat", "lng"),
        ),
        code_lists=(
            "disabilitas-kk", "pekerjaan-89", "pendidikan-kk", "shdk", "status-perkawinan-4",
        ),
    ),
)  # fmt: skip

SIAK: Final = with_shared_headings(
    Layout(
        "siak",
        "Ekspor SIAK (37 kolom)",
        Person,
        (
            Column("kk", "Nomor KK", blank=ZERO_IS_BLANK),
            Column("nik", "NIK", required=True, blank=ZERO_IS_BLANK),
            Column("name", "Nama Penduduk", required=True),
            Column("life_status", "Status", is_evidence=False),
            Column("birth_place", "Tempat Lahir"),
            Column("birth_date", "Tanggal Lahir"),
            Column("sex", "Kelamin"),
            *_not_read("NIK Ayah", "Ayah", "NIK Ibu", "Ibu"),
            Column("marital_status", "Status Kawin"),
            Column("family_relation", "SHDK"),
            Column("religion", "Agama"),
            Column("ktp_address.region", "Kecamatan", level=_DISTRICT),
            Column("ktp_address.region", "Desa/Kel", level=_VILLAGE),
            Column("ktp_address.street", "Alamat"),
            Column("ktp_address.rw", "RW", blank=ZERO_IS_BLANK),
            Column("ktp_address.rt", "RT", blank=ZERO_IS_BLANK),
            Column("education", "Pendidikan"),
            Column("occupation", "Pekerjaan"),
            *_not_read("Deskripsi Pekerjaan"),
            Column("blood_type", "Gol. Darah", blank=BLANK),
            Column("disabilities", "Cacat"),
            *_not_read(
                "Cetak KTP", "Ganti KTP", "KTP Berakhir", "Nomor Paspor",
                "Nomor Akta Lahir", "Nomor Akta Kawin", "Tanggal Kwn", "Nomor Akta Cerai",
                "Tgl Cerai",
                "Petugas Registrasi", "Tgl Ubah", "Petugas Entri", "Tgl Entri",
            ),
        ),
        serials=True,
        code_lists=("pendidikan-kk", "shdk"),
    ),
)  # fmt: skip

PMKS_IMPORT: Final = with_shared_headings(
    Layout(
        "pmks-import",
        "Impor PMKS (satu berkas untuk satu jenis dan tahun)",
        Beneficiary,
        (
            *_not_read("id_dtks"),
            Column("person.ktp_address.region", "provinsi", level=_PROVINCE),
            Column("person.ktp_address.region", "kabupatenkota", level=_REGENCY),
            Column("person.ktp_address.region", "kecamatan", level=_DISTRICT),
            Column(
                "person.ktp_address.region", ("desakeluarahan", "desakelurahan"), level=_VILLAGE
            ),
            Column("person.ktp_address.street", "alamat"),
            Column(
                "person.ktp_address.hamlet", "dusun", blank=ZERO_IS_BLANK, without=("dusun", "dsn")
            ),
            Column("person.ktp_address.rt", "rt", blank=ZERO_IS_BLANK),
            Column("person.ktp_address.rw", "rw", blank=ZERO_IS_BLANK),
            Column("person.kk", "nomor_kk", blank=ZERO_IS_BLANK),
            Column("person.nik", "nomor_nik", required=True, blank=ZERO_IS_BLANK),
            Column("person.name", "nama", required=True),
            Column("person.birth_date", "tanggal_lahir"),
            Column("person.birth_place", "tempat_lahir"),
            Column("person.sex", "jenis_kelamin"),
            *_not_read("nama_ibu_kandung"),
            Column("person.family_relation", "hubungan_keluarga"),
        ),
        required_values={
            "classifications.0.category": "kategori semua baris",
            "classifications.0.date": "tanggal penetapan",
            "classifications.0.source": "sumber data",
        },
        words=_BENEFICIARY_WORDS,
    ),
    "person.",
    BENEFICIARY,
)

RECIPIENTS: Final = with_shared_headings(
    Layout(
        "peserta-bantuan",
        "Peserta program bantuan (lembar Peserta, berakhir dengan ###)",
        Beneficiary,
        (
            Column(None, "Peserta", required=True),
            *_not_read("No. Peserta"),
            Column("person.nik", "NIK", required=True, blank=ZERO_IS_BLANK),
            Column("person.name", "Nama", required=True),
            Column("person.birth_place", "Tempat Lahir"),
            Column("person.birth_date", "Tanggal Lahir"),
            Column("person.ktp_address.street", "Alamat"),
        ),
        end="###",
    ),
    "person.",
    BENEFICIARY,
)


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
        column("phone", "No. HP", "No. Telepon", "No. WA", note=f"Diawali 0. {_AS_TEXT}"),
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
            Column("trainings.0.tier", ("Jenjang Bimtek", "Tingkatan Diklat"), blank=_NO_TRAINING),
            Column("trainings.0.date", "Tanggal Bimtek"),
            Column("certifications.0.number", "Nomor Sertifikat"),
            Column("certifications.0.year", "Tahun Sertifikasi"),
            Column("membership_number", "Nomor Anggota IPSM", note=_AS_TEXT),
            Column("activity", "Keaktifan"),
        ),
        words=_WORKER_WORDS,
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
        words=_BENEFICIARY_WORDS,
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
        *_not_read("Tanggal Usulan"),
        Column("decided_on", ("Tanggal Keputusan", "Tanggal Penetapan", "Tanggal SK")),
        Column("since", ("Mulai Menerima", "Tanggal Terima")),
        Column("until", "Terakhir Menerima"),
        Column("amount", ("Jumlah (Rp)", "Jumlah"), note="Rupiah, angka saja."),
        Column("goods", "Barang"),
        Column("document", "Nomor Keputusan", note=_AS_TEXT),
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
    PSM_IMPORT,
    OPENSID,
    SIAK,
    PMKS_IMPORT,
    RECIPIENTS,
    *OWN,
    family_layout(PEOPLE, "kartu-keluarga", "Daftar kartu keluarga: satu baris satu anggota"),
    family_layout(SIAK, "siak-keluarga", "Ekspor SIAK sebagai daftar keluarga"),
    family_layout(OPENSID, "opensid-keluarga", "Data penduduk OpenSID sebagai daftar keluarga"),
)
"""The layouts that are known. A file of another one is read by a `Layout` of your own."""
