"""Lists of recipients of aid."""

from datetime import date
from pathlib import Path

import pytest

from psm_core import Beneficiary, GroundCheck, Person, Worker, tables
from psm_core.terms import GroundCheckResult, Occupation, PPKSCategory, Sex

NIK, OTHER = "9901011708800001", "9901015205850001"
KK = "9901010103150001"


def write(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def codes(result: tables.TableResult[Beneficiary]) -> list[tuple[str | None, str]]:
    return [(one.cell, one.code) for one in result.issues]


BNBA = (
    "BNBA BLT-DD TAHUN 2025",
    (
        "NO,NIK,NAMA KEPALA KELUARGA,JENIS KELAMIN,TANGGAL LAHIR,JUMLAH ANGGOTA KELUARGA,ALAMAT,"
        "RT,RW,JENIS PEKERJAAN,KODE_JP,KRITERIA BLT,KODE_KRIT,METODE PEMBAYARAN,KODE_BAYAR"
    ),
    ",".join(map(str, range(1, 16))),
    f"1,{NIK},BUDI CONTOH,LAKI-LAKI,17/08/1980,4,Contoh,1,2,Buruh Tani,P3,Miskin,K7,Tunai,B1",
    f"2,{OTHER},ANI CONTOH,Perempuan,12/05/1985,2,Contoh,1,2,Petani,P4,Lansia,K9,Tunai,B1",
    "JUMLAH,,,,,,,,,,,,,,",
)


def test_list_of_village_aid_by_name_is_read(tmp_path: Path) -> None:
    result = tables.read(write(tmp_path / "daftar.csv", *BNBA), Beneficiary)
    assert (result.layout, result.rows_read, result.valid_rows) == ("penerima-bantuan", 2, 2)
    assert codes(result) == [("F2", "table.columns_unread"), ("A6", "table.rows_unread")]
    assert str(result.issues[0].params["headings"]).split(", ") == [
        "JUMLAH ANGGOTA KELUARGA", "KODE_JP", "KRITERIA BLT", "KODE_KRIT", "METODE PEMBAYARAN",
        "KODE_BAYAR",
    ]  # fmt: skip
    person = result.records[0].person
    assert person is not None
    assert (person.name, person.sex) == ("BUDI CONTOH", Sex.LAKI_LAKI)
    assert person.occupation is Occupation.BURUH_TANI_PERKEBUNAN


@pytest.mark.parametrize(
    "title",
    [
        "DATA KPM PKH TAHAP IV",
        "DAFTAR PENERIMA BANTUAN SEMBAKO / BPNT",
        "Daftar Keluarga Penerima Manfaat (KPM) Program Sembako",
        "BANSOS 2025 DAMPINGAN PENDAMPING PKH",
    ],
)
def test_list_of_recipients_is_recognised_by_its_title(tmp_path: Path, title: str) -> None:
    path = write(
        tmp_path / "daftar.csv",
        title,
        "No,ID PKH,Nama Pengurus,NIK,No. KK,Alamat,Nominal,Komponen",
        f"1,12,ANI CONTOH,{OTHER},{KK},JL. CONTOH,750000,Anak SD",
    )
    assert tables.detect_layout(path).record_class is Beneficiary
    result = tables.read(path, Beneficiary)
    assert codes(result) == [("B2", "table.columns_unread")]
    person = result.records[0].person
    assert person is not None
    assert person.kk is not None
    assert (person.name, person.kk.unmasked) == ("ANI CONTOH", KK)


def test_recipient_and_head_of_family_in_one_list_gives_a_warning(tmp_path: Path) -> None:
    path = write(
        tmp_path / "blt.csv",
        "Nama Kepala Keluarga,NIK,Nama Penerima",
        f"BUDI CONTOH,{OTHER},ANI CONTOH",
    )
    result = tables.read(path, Beneficiary)
    assert codes(result) == [("A1", "table.column_redundant")]
    assert [one.person and one.person.name for one in result.records] == ["ANI CONTOH"]


@pytest.mark.parametrize("name", ["BPNT_2025.csv", "penerima bantuan.csv"])
def test_list_with_numbers_and_names_is_read(tmp_path: Path, name: str) -> None:
    path = write(tmp_path / name, "NIK;NAMA", f"{NIK};BUDI CONTOH", f"{OTHER};ANI CONTOH")
    assert tables.detect_layout(path).name == "penerima-bantuan"
    result = tables.read(path, Beneficiary)
    assert (result.layout, result.valid_rows, result.issues) == ("penerima-bantuan", 2, ())


def test_list_with_numbers_and_names_alone_is_one_of_people(tmp_path: Path) -> None:
    path = write(tmp_path / "daftar.csv", "NIK;NAMA", f"{NIK};BUDI CONTOH")
    assert tables.detect_layout(path).record_class is Person
    # The class says what the title does not.
    result = tables.read(path, Beneficiary)
    assert (result.layout, result.issues) == ("penerima-bantuan", ())


@pytest.mark.parametrize("title", ["DAFTAR PENDAMPING PKH", "SDM PKH KABUPATEN CONTOH"])
def test_list_of_staff_of_a_programme_is_no_list_of_recipients(tmp_path: Path, title: str) -> None:
    path = write(tmp_path / "daftar.csv", title, "NIK,NAMA,NO HP", f"{NIK},BUDI CONTOH,")
    assert tables.detect_layout(path).record_class is Person


def test_list_of_workers_stays_one_although_they_receive_aid(tmp_path: Path) -> None:
    lines = ("NIK,NAMA PSM,DESA TUGAS", f"{NIK},BUDI CONTOH,63.10.09.2005")
    path = write(tmp_path / "daftar.csv", "PSM PENERIMA BANTUAN SOSIAL", *lines)
    assert tables.detect_layout(path).record_class is Worker


def test_list_of_one_category_of_people_in_need_is_no_list_of_aid(tmp_path: Path) -> None:
    lines = ("NIK,Nama,Jenis PPKS", f"{NIK},Budi Contoh,Pemulung")
    path = write(tmp_path / "daftar.csv", "DATA PPKS PENERIMA BANTUAN", *lines)
    assert tables.detect_layout(path).name == "penerima-manfaat"


@pytest.mark.parametrize(
    ("title", "layout"),
    [
        ("HASIL GROUND CHECK PENERIMA BANTUAN SOSIAL", "ground-check"),
        ("DAFTAR USULAN PENERIMA BLT DESA", "usulan"),
        ("DATA PPKS PENERIMA BANTUAN SOSIAL", "pmks-import"),
    ],
)
def test_words_of_aid_yield_to_those_of_other_lists(
    tmp_path: Path, title: str, layout: str
) -> None:
    path = write(tmp_path / "daftar.csv", title, "NIK,Nama,Alamat", f"{NIK},BUDI CONTOH,Contoh")
    assert tables.detect_layout(path).name == layout


DTSEN = (
    "DAFTAR SASARAN GROUND CHECK DTSEN TAHUN 2025",
    (
        "No,ID Keluarga DTSEN,Nomor Kartu Keluarga,NIK Kepala Keluarga,Nama Kepala Keluarga,RT/RW,"
        "Desil,Status Keberadaan,Tanggal Kunjungan,Petugas GC,Nama Pendamping,Keterangan"
    ),
    f"1,A-12,{KK},{NIK},BUDI CONTOH,001/002,1,Ditemukan,12/03/2025,PETUGAS UJI,UJI,-",
    f"2,A-13,9901010103150002,{OTHER},ANI CONTOH,001/002,2,Pindah,12/03/2025,,UJI,ke luar desa",
    "3,A-14,9901010103150003,,CITRA UJI,001/002,2,Belum dikunjungi,,,,",
)


def test_list_of_a_ground_check_of_families_is_read(tmp_path: Path) -> None:
    path = write(tmp_path / "daftar.csv", *DTSEN)
    assert tables.detect_layout(path).name == "ground-check"
    result = tables.read(path, GroundCheck)
    assert (result.layout, result.valid_rows, result.error_count) == ("ground-check", 3, 0)
    assert [one.code for one in result.issues] == ["table.columns_unread"]
    assert result.issues[0].params["headings"] == "Desil, Nama Pendamping"
    first, second, third = result.records
    assert (first.source_id, first.result) == ("A-12", GroundCheckResult.DITEMUKAN)
    assert (first.date, first.note) == (date(2025, 3, 12), None)
    assert first.checked_by is not None
    assert first.checked_by.name == "PETUGAS UJI"
    assert first.person is not None
    assert first.person.nik is not None
    assert (first.person.name, first.person.nik.unmasked) == ("BUDI CONTOH", NIK)
    assert (second.result, second.note) == (GroundCheckResult.PINDAH, "ke luar desa")
    assert (third.result, third.date) == (None, None)


def test_list_of_people_in_need_of_a_province_is_read(tmp_path: Path) -> None:
    path = write(
        tmp_path / "unduhan.csv",
        "No,ID DTKS,Provinsi,Kabupaten/Kota,Kecamatan,Desa/Kelurahan,Alamat,Dusun,RT,RW,Nomor KK,"
        "NIK,Nama,Tanggal Lahir,Tempat Lahir,Jenis Kelamin,Nama Ibu Kandung,Hubungan Keluarga,"
        "Keterangan Padan,Bansos BPNT,Bansos PKH,Bansos BPNT PPKM,PBI JKN,Jenis PMKS,Tahun Data",
        f"1,12,KALIMANTAN SELATAN,TANAH BUMBU,ANGSANA,BUNATI,JL. UJI,MAWAR,1,2,{KK},{NIK},"
        "BUDI CONTOH,1980-08-17,BATULICIN,L,IBU UJI,Kepala Keluarga,PADAN,YA,TIDAK,TIDAK,YA,"
        "Fakir Miskin,2024",
    )
    assert tables.detect_layout(path).name == "penerima-manfaat"
    values = {"classifications.0.date": date(2024, 12, 31), "classifications.0.source": "unduhan"}
    result = tables.read(path, Beneficiary, values=values)
    assert codes(result) == [("B1", "table.columns_unread")]
    (one,) = result.records
    assert [found.category for found in one.classifications] == [PPKSCategory.FAKIR_MISKIN]
    assert one.person is not None
    assert one.person.ktp_address is not None
    assert str(one.person.ktp_address.region) == "63.10.09.2001"


def test_nik_of_the_person_who_receives_pkh_is_read(tmp_path: Path) -> None:
    path = write(tmp_path / "pkh.csv", "Nama Pengurus,NIK Pengurus", f"Ani Contoh,{NIK}")
    person = tables.read(path, Beneficiary).records[0].person
    assert person is not None
    assert person.nik is not None
    assert person.nik.unmasked == NIK


def test_category_makes_a_list_without_nik_one_of_beneficiaries() -> None:
    row = {"Nama": "Ani", "Kategori PPKS": "Pemulung", "RT": "3"}
    values = {"classifications.0.date": "2025-10-10", "classifications.0.source": "lapangan"}
    found = tables.read_rows([row], Beneficiary, values=values)
    assert (found.layout, [one.code for one in found.issues]) == (
        "penerima-manfaat",
        ["table.nik_column_missing"],
    )
    (ani,) = found.records
    assert [one.category for one in ani.classifications] == [PPKSCategory.PEMULUNG]
    without = tables.read_rows([{"Nama": "Ani", "RT": "3", "Alamat": "x"}], Beneficiary)
    assert without.layout == "penerima-bantuan"
