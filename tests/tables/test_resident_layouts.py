"""Files of residents of other programs."""

import csv
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from psm_core import Family, Person, tables
from psm_core.terms import BloodType, Citizenship, Education, FamilyRelation, MaritalStatus, Sex

PRODESKEL = (
    "RT", "RW", "Dusun", "Alamat", "Kode Keluarga", "Nama Kepala Keluarga", "No.", "NIK",
    "Nama Anggota Keluarga", "Jenis Kelamin", "Hubungan", "Tempat Lahir", "Tanggal Lahir", "Usia",
    "Status", "Agama", "GDarah", "Kewarganegaraan", "Etnis/Suku", "Pendidikan", "Pekerjaan",
)  # fmt: skip
KK, OTHER_KK = "9901010103150001", "9901010103150002"
HEAD = {
    "RT": "001", "RW": "002", "Dusun": "DUSUN MAWAR", "Alamat": "JL. CONTOH", "Kode Keluarga": KK,
    "Nama Kepala Keluarga": "BUDI CONTOH", "No.": "1", "NIK": "9901011708800001",
    "Nama Anggota Keluarga": "BUDI CONTOH", "Jenis Kelamin": "Laki-laki",
    "Hubungan": "Kepala Keluarga", "Tempat Lahir": "BATULICIN", "Tanggal Lahir": "17-08-1980",
    "Usia": "45", "Status": "Kawin", "Agama": "Islam", "GDarah": "O",
    "Kewarganegaraan": "Warga Negara Indonesia", "Etnis/Suku": "BANJAR",
    "Pendidikan": "Tamat SLTA/sederajat", "Pekerjaan": "Petani",
}  # fmt: skip
WIFE = HEAD | {
    "No.": "2", "NIK": "9901015205850001", "Nama Anggota Keluarga": "ANI CONTOH",
    "Jenis Kelamin": "Perempuan", "Hubungan": "Istri", "Tanggal Lahir": "12-05-1985", "Usia": "40",
}  # fmt: skip
ALONE = HEAD | {
    "Kode Keluarga": OTHER_KK, "NIK": "9901014305610001", "Nama Anggota Keluarga": "CITRA UJI",
    "Nama Kepala Keluarga": "CITRA UJI",
    "Jenis Kelamin": "Perempuan", "Tanggal Lahir": "03-05-1961", "Usia": "64",
    "Status": "Cerai Mati", "GDarah": "Tidak Tahu",
}  # fmt: skip


def write(path: Path, headings: Sequence[str], *rows: dict[str, str], title: str = "") -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerows([[title]] if title else [])
        writer.writerow(headings)
        writer.writerows([row.get(name, "") for name in headings] for row in rows)
    return path


@pytest.mark.parametrize("title", ["", "DATA ANGGOTA KELUARGA DESA CONTOH"])
@pytest.mark.parametrize("headings", [PRODESKEL, PRODESKEL[::-1]], ids=["in order", "reversed"])
def test_prodeskel_list_is_read(tmp_path: Path, headings: Sequence[str], title: str) -> None:
    path = write(tmp_path / "data.csv", headings, HEAD, WIFE, ALONE, title=title)
    assert tables.detect_layout(path).name == "prodeskel"
    result = tables.read(path, Person, ages_stated_on=date(2025, 12, 31))
    assert (result.layout, result.rows_read, result.valid_rows) == ("prodeskel", 3, 3)
    assert [one.code for one in result.issues] == ["table.columns_unread"]
    assert result.issues[0].params["headings"] == "Etnis/Suku"
    first, second, third = result.records
    assert (first.nik and first.nik.unmasked, first.name) == ("9901011708800001", "BUDI CONTOH")
    assert first.kk is not None
    assert first.kk.unmasked == KK
    assert (first.sex, first.family_relation) == (Sex.LAKI_LAKI, FamilyRelation.KEPALA_KELUARGA)
    assert (first.birth_place, first.birth_date) == ("BATULICIN", date(1980, 8, 17))
    assert (first.marital_status, first.blood_type) == (MaritalStatus.KAWIN, BloodType.O)
    assert (first.citizenship, first.education) == (Citizenship.WNI, Education.SLTA)
    assert first.ktp_address is not None
    assert (first.ktp_address.hamlet, first.ktp_address.rt) == ("MAWAR", "001")
    assert second.family_relation is FamilyRelation.ISTRI
    assert third.marital_status is MaritalStatus.CERAI_MATI


def test_prodeskel_list_is_read_as_families(tmp_path: Path) -> None:
    path = write(tmp_path / "data.csv", PRODESKEL, HEAD, WIFE, ALONE)
    result = tables.read(path, Family)
    assert (result.layout, result.error_count) == ("prodeskel-keluarga", 0)
    assert [[one.person.name for one in family.memberships] for family in result.records] == [
        ["BUDI CONTOH", "ANI CONTOH"],
        ["CITRA UJI"],
    ]
    assert [family.kk and family.kk.unmasked for family in result.records] == [KK, OTHER_KK]


def test_other_list_of_residents_is_no_prodeskel_list(tmp_path: Path) -> None:
    headings = (
        "No. KK", "NIK", "Nama Anggota Keluarga", "Jenis Kelamin", "Hubungan Keluarga",
        "Tempat Lahir", "Tanggal Lahir", "Status Perkawinan", "Agama", "Pendidikan", "Pekerjaan",
        "Golongan Darah", "Kewarganegaraan", "Alamat", "RT", "RW", "Dusun",
    )  # fmt: skip
    path = write(tmp_path / "data.csv", headings, HEAD)
    assert tables.detect_layout(path).name == "warga"
    assert tables.read(path, Person).layout == "warga"
