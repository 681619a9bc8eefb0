"""The layouts of files of residents from other programs: OpenSID, SIAK and Prodeskel."""

from typing import Any, Final

from ...records.people import Person
from ...terms import RegionLevel
from .general_facts import home_facts
from .layout import BLANK, Column, Layout
from .shared_headings import ZERO_IS_BLANK, not_read, with_shared_headings

_DISTRICT, _VILLAGE = RegionLevel.DISTRICT, RegionLevel.VILLAGE

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
            *not_read("pendidikan_sedang_id"),
            Column("occupation", "pekerjaan_id"),
            Column("marital_status", "status_kawin"),
            Column("family_relation", "kk_level"),
            Column("citizenship", "warganegara_id"),
            *not_read("ayah_nik", "nama_ayah", "ibu_nik", "nama_ibu"),
            Column("blood_type", "golongan_darah_id"),
            *not_read(
                "akta_lahir", "dokumen_pasport", "tanggal_akhir_paspor", "dokumen_kitas",
                "akta_perkawinan", "tanggalperkawinan", "akta_perceraian", "tanggalperceraian",
            ),
            Column("disabilities", "cacat_id"),
            *not_read("cara_kb_id", "hamil", "ktp_el", "status_rekam"),
            Column("domicile.street", "alamat_sekarang"),
            Column("life_status", "status_dasar"),
            *not_read("suku", "tag_id_card", "id_asuransi", "no_asuransi", "lat", "lng"),
        ),
        facts_above=home_facts(),
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
            *not_read("NIK Ayah", "Ayah", "NIK Ibu", "Ibu"),
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
            *not_read("Deskripsi Pekerjaan"),
            Column("blood_type", "Gol. Darah", blank=BLANK),
            Column("disabilities", "Cacat"),
            *not_read(
                "Cetak KTP", "Ganti KTP", "KTP Berakhir", "Nomor Paspor",
                "Nomor Akta Lahir", "Nomor Akta Kawin", "Tanggal Kwn", "Nomor Akta Cerai",
                "Tgl Cerai",
                "Petugas Registrasi", "Tgl Ubah", "Petugas Entri", "Tgl Entri",
            ),
        ),
        facts_above=home_facts(),
        serials=True,
        code_lists=("pendidikan-kk", "shdk"),
    ),
)  # fmt: skip

PRODESKEL: Final = with_shared_headings(
    Layout(
        "prodeskel",
        "Data anggota keluarga Prodeskel (21 kolom)",
        Person,
        (
            Column("ktp_address.rt", "RT", blank=ZERO_IS_BLANK, without=("RT",)),
            Column("ktp_address.rw", "RW", blank=ZERO_IS_BLANK, without=("RW",)),
            Column("ktp_address.hamlet", "Dusun", blank=ZERO_IS_BLANK, without=("dusun", "dsn")),
            Column("ktp_address.street", "Alamat"),
            Column("kk", "Kode Keluarga", blank=ZERO_IS_BLANK),
            *not_read("Nama Kepala Keluarga", "No."),
            Column("nik", "NIK", required=True, blank=ZERO_IS_BLANK),
            Column("name", "Nama Anggota Keluarga", required=True),
            Column("sex", "Jenis Kelamin"),
            Column("family_relation", "Hubungan"),
            Column("birth_place", "Tempat Lahir"),
            Column("birth_date", "Tanggal Lahir"),
            Column("marital_status", "Status", is_evidence=False),
            Column("religion", "Agama"),
            Column("blood_type", "GDarah"),
            Column("citizenship", "Kewarganegaraan"),
            Column("education", "Pendidikan"),
            Column("occupation", "Pekerjaan"),
        ),
        facts_above=home_facts(),
        words=("prodeskel",),
    ),
)

RESIDENTS: Final[tuple[Layout[Any], ...]] = (OPENSID, SIAK, PRODESKEL)
"""The layouts of this module."""
