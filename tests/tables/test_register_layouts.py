"""Registers of workers and of organisations, as programs and offices write them."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from psm_core import Organisation, Person, RegionCode, TableError, WelfareResource, Worker, tables
from psm_core.terms import Education, NIKAbsence, OrganisationKind, Pillar, Sex

NIK = "9901011708800001"
LISTED = {"assignments.0.listed_on": date(2025, 1, 1)}
ANGSANA, BUNATI = RegionCode("63.10.09"), RegionCode("63.10.09.2001")
Cells = Sequence[str | int | None]
TKSK: tuple[Cells, Cells] = (
    (
        *("NO URUT", "TAHUN", "STATUS", "WILAYAH", "NOMOR INDUK ANGGOTA"),
        *("TEMPAT TUGAS (KECAMATAN)", "NAMA (SESUAI DENGAN KTP)", "NAMA IBU KANDUNG", "NIK"),
        *("TEMPAT LAHIR", "TANGGAL LAHIR", "JENIS KELAMIN", "ALAMAT", None, None, None, "TELPON"),
        *("PENDIDIKAN TERKAHIR", "PENGANGKATAN TKSK PERTAMA", None, None),
        *("PENGANGKATAN TKSK TERAKHIR", None, None, "NAMA DI REKENING", "NOMOR REKENING"),
        *("NAMA BANK", "NO KARTU REGISTRASI"),
    ),
    (
        *([None] * 12),
        *("JALAN", "RT", "RW", "KELURAHAN", None, None),
        *(["TAHUN", "NOMOR SK", "PEJABAT YANG BERTANDA TANGAN"] * 2),
        *([None] * 4),
    ),
)
TKSK_ROW: Cells = (
    *(1, 2025, "diterima", "Tanah Bumbu", "12.34", "Angsana", "BUDI CONTOH", "IBU UJI", NIK),
    *("BATULICIN", "17-08-1980", "L", "JL. CONTOH", "1", "2", "Bunati", "080000000123", "S1"),
    *(2012, "1/SK", "Kepala Dinas", 2024, "2/SK", "Kepala Dinas", "BUDI", "12", "BANK", "5"),
)
PERMIT = ("Nomor", "Masa Berlaku - Mulai", "Masa Berlaku - Sampai", "Instansi Yang Menerbitkan")
LKS: tuple[Cells, Cells] = (
    (
        *("NO URUT", "TAHUN", "STATUS", "WILAYAH", "Nama Lembaga", "Nama Ketua", "Alamat LKS"),
        *([None] * 4),
        *("No Telp Yayasan", "Jenis Layanan (Anak, Napza, Lansia)", "Jenis LKS (panti, non panti)"),
        *("Jumlah Warga Binaan Sosial", "SURAT KETERANGAN DOMISILI YAYASAN", None, None, None),
        *("IZIN KEGIATAN YAYASAN", None, None, None, "Akreditasi (Belum, C, B, A)"),
    ),
    (
        *([None] * 6),
        *("Jalan", "RT", "RW", "Kelurahan", "Kecamatan", None, None, None, None),
        *(PERMIT * 2),
        None,
    ),
)
LKS_ROW: Cells = (
    *(1, 2025, "diterima", "Tanah Bumbu", "LKSA CONTOH", "BUDI", "JL. CONTOH", "1", "2", "Bunati"),
    *("Angsana", "080000000123", "Anak", "panti", 25, "1/D", 45000, 46000, "Kelurahan"),
    *("3/I", 45000, 46000, "Dinas", "B"),
)


def write(path: Path, title: str, rows: Iterable[Cells]) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


@pytest.mark.parametrize("above", [0, 3])
def test_register_of_tksk_is_read(tmp_path: Path, above: int) -> None:
    titles: list[Cells] = [[f"DATA KE-{number}"] for number in range(above)]
    path = write(tmp_path / "data.xlsx", "TKSK", [*titles, *TKSK, TKSK_ROW])
    assert tables.detect_layout(path).name == "tksk-import"
    result = tables.read(path, Worker, values=LISTED)
    assert (result.layout, result.valid_rows) == ("tksk-import", 1)
    assert [one.code for one in result.issues] == ["table.columns_unread", "table.column_unknown"]
    assert result.issues[1].params["heading"] == "STATUS"
    (worker,) = result.records
    (assignment,) = worker.assignments
    assert (assignment.pillar, assignment.serves) == (Pillar.TKSK, ANGSANA)
    assert worker.membership_number is None  # it is the number of an IPSM
    assert (worker.person.name, worker.person.sex) == ("BUDI CONTOH", Sex.LAKI_LAKI)
    assert worker.person.education is Education.DIPLOMA_IV_STRATA_I
    home = worker.person.ktp_address
    assert home is not None
    assert (home.street, home.rt, home.region) == ("JL. CONTOH", "001", BUNATI)


def test_columns_of_a_decree_are_named_with_the_heading_above(tmp_path: Path) -> None:
    path = write(tmp_path / "data.xlsx", "TKSK", [*TKSK, TKSK_ROW])
    text = tables.read(path, Worker, values=LISTED).issues[0].params["headings"]
    assert "PENGANGKATAN TKSK PERTAMA / NOMOR SK, " in str(text)


def test_short_list_of_tksk_is_read(tmp_path: Path) -> None:
    rows = (["DAFTAR TKSK KABUPATEN CONTOH"], ["NO", "NAMA", "NIK", "KECAMATAN", "NO HP"])
    row = (1, "BUDI CONTOH", NIK, "63.10.09", "080000000123")
    path = write(tmp_path / "data.xlsx", "Sheet1", [*rows, row])
    result = tables.read(path, Worker, values=LISTED)
    assert (result.layout, result.issues) == ("tksk-import", ())
    assert [one.pillar for one in result.records[0].assignments] == [Pillar.TKSK]


def test_list_of_workers_without_a_word_is_none_of_tksk(tmp_path: Path) -> None:
    rows = (["NAMA", "NIK", "KECAMATAN", "NO HP"], ["BUDI CONTOH", NIK, "63.10.09", ""])
    path = write(tmp_path / "data.xlsx", "Sheet1", rows)
    assert tables.detect_layout(path).record_class is Person
    assert tables.detect_layout(path, record_class=Worker).name == "psm-import"
    assert tables.read(path, Worker, values=LISTED).layout == "psm-import"


@pytest.mark.parametrize("heading", ["KAB/KOTA", "KABUPATEN/KOTA", "Kab./Kota Tugas"])
def test_register_of_a_province_with_regencies_only_is_read(tmp_path: Path, heading: str) -> None:
    rows = (
        ["DATA PSM PROVINSI CONTOH TAHUN 2025"],
        ["NO", "NAMA", "NIK", "JENIS KELAMIN", heading, "TAHUN PENGANGKATAN"],
        [1, "BUDI CONTOH", NIK, "L", "KAB. TANAH BUMBU", 2012],
        [2, "ANI CONTOH", "9901015205850001", "P", "Banjarbaru", 2015],
    )
    path = write(tmp_path / "data.xlsx", "Sheet1", rows)
    result = tables.read(path, Worker, values=LISTED, within=RegionCode("63"))
    assert (result.layout, result.valid_rows) == ("psm-import", 2)
    assert [one.code for one in result.issues] == ["table.columns_unread"]
    served = [str(one.assignments[0].serves) for one in result.records]
    assert served == ["63.10", "63.72"]
    assert [one.person.ktp_address for one in result.records] == [None, None]


@pytest.mark.parametrize("title", ["DATA PSM PROVINSI CONTOH", "REKAP PSM TAHUN 2025"])
def test_register_of_a_province_without_numbers_is_read(tmp_path: Path, title: str) -> None:
    rows = (
        [title],
        ["NO", "NAMA", "L/P", "KAB/KOTA", "NO. HP", "PENDIDIKAN"],
        [1, "BUDI CONTOH", "L", "Tanah Bumbu", "080000000123", "SLTA"],
        [2, "ANI CONTOH", "P", "Banjarbaru", None, "S1"],
    )
    path = write(tmp_path / "data.xlsx", "Sheet1", rows)
    assert tables.detect_layout(path).name == "psm-import"
    result = tables.read(path, Worker, values=LISTED, within=RegionCode("63"))
    assert (result.layout, result.valid_rows) == ("psm-import", 2)
    assert [one.code for one in result.issues] == ["table.nik_column_missing"]
    assert [str(one.assignments[0].serves) for one in result.records] == ["63.10", "63.72"]
    assert [one.person.nik_absence for one in result.records] == [NIKAbsence.TIDAK_DIKETAHUI] * 2


@pytest.mark.parametrize("number", [NIK, "9901 0117 0880 0001", 9901011708800001])
def test_numbers_below_an_unknown_heading_need_the_column_of_nik(
    tmp_path: Path, number: object
) -> None:
    rows = (["NAMA PSM", "N1K", "L/P", "KAB/KOTA"], ["BUDI CONTOH", number, "L", "63.10"])
    path = write(tmp_path / "data.xlsx", "Sheet1", rows)
    with pytest.raises(TableError) as caught:
        tables.read(path, Worker, values=LISTED)
    assert caught.value.code == "table.column_missing"
    assert caught.value.issue.params["heading"] == "NIK"


def test_register_of_lks_is_read(tmp_path: Path) -> None:
    path = write(tmp_path / "data.xlsx", "LKS", [*LKS, LKS_ROW])
    assert tables.detect_layout(path).name == "lks-import"
    result = tables.read(path, Organisation)
    assert (result.layout, result.valid_rows) == ("lks-import", 1)
    assert [one.code for one in result.issues] == ["table.columns_unread", "table.column_unknown"]
    unread = str(result.issues[0].params["headings"])
    assert "SURAT KETERANGAN DOMISILI YAYASAN / Nomor, " in unread
    assert "Jenis LKS (panti, non panti), " in unread
    (one,) = result.records
    assert (one.kind, one.name, one.region) == (OrganisationKind.LKS, "LKSA CONTOH", BUNATI)
    assert one.address is not None
    assert (one.address.street, one.address.rt) == ("JL. CONTOH", "001")
    assert one.phone is not None
    assert (one.founding_decree, one.boards) == (None, ())


@pytest.mark.parametrize(
    ("title", "headings", "layout", "kind"),
    [
        ("DAFTAR LKS", ["Nama LKS", "Desa", "Akreditasi"], "lks-import", "LKS"),
        ("", ["Nama LKSA", "Kelurahan", "Nama Ketua"], "lks-import", "LKS"),
        ("LKS / Panti Asuhan", ["Nama Lembaga", "Desa", "NPWP"], "lks-import", "LKS"),
        (
            "DATA KARANG TARUNA TAHUN 2025",
            ["Nama Lembaga", "Desa/Kelurahan", "Ketua"],
            "karang-taruna-import",
            "KARANG_TARUNA",
        ),
        (
            "",
            ["Nama Karang Taruna", "Desa", "Jumlah Pengurus"],
            "karang-taruna-import",
            "KARANG_TARUNA",
        ),
    ],
)
def test_short_list_of_organisations_is_read(
    tmp_path: Path, title: str, headings: list[str], layout: str, kind: str
) -> None:
    rows = [["No", *headings, "No HP"], [1, "Lembaga Contoh", "63.10.09.2001", "x", ""]]
    path = write(tmp_path / "data.xlsx", "Sheet1", [[title], *rows])
    assert tables.detect_layout(path).name == layout
    result = tables.read(path, Organisation)
    assert [one.code for one in result.issues] == ["table.columns_unread"]
    (one,) = result.records
    assert (one.kind.name, one.name, one.region) == (kind, "Lembaga Contoh", BUNATI)


def test_kind_of_other_organisations_is_in_a_column_or_given(tmp_path: Path) -> None:
    rows = [["Nama Lembaga", "Alamat Sekretariat", "Jenis Lembaga"], ["Contoh", "Jl. Uji", "IPSM"]]
    path = write(tmp_path / "data.xlsx", "Sheet1", rows)
    assert tables.detect_layout(path).name == "lembaga"
    (one,) = tables.read(path, Organisation).records
    assert one.kind is OrganisationKind.IPSM
    path = write(tmp_path / "data.xlsx", "Sheet1", [row[:2] for row in rows])
    result = tables.read(path, Organisation, require_values=False)
    assert [one.code for one in result.issues] == ["table.value_missing"]
    (one,) = tables.read(path, Organisation, values={"kind": OrganisationKind.LKS}).records
    assert one.kind is OrganisationKind.LKS


def test_deed_of_an_organisation_is_not_read(tmp_path: Path) -> None:
    rows = [["Nama LKS", "No. Akta Notaris", "Alamat"], ["Contoh", "12", "Jl. Uji"]]
    result = tables.read(write(tmp_path / "data.xlsx", "Sheet1", rows), Organisation)
    assert [(one.cell, one.code) for one in result.issues] == [
        ("Sheet1!B1", "table.columns_unread")
    ]
    assert (result.valid_rows, result.records[0].founding_decree) == (1, None)


def test_board_of_an_organisation_is_a_list_of_people(tmp_path: Path) -> None:
    rows = [["DAFTAR PENGURUS KARANG TARUNA"], ["NAMA", "NIK", "JABATAN"], ["ANI", NIK, "Ketua"]]
    path = write(tmp_path / "data.xlsx", "Sheet1", rows)
    assert tables.detect_layout(path).record_class is Person


def test_list_of_resources_of_several_kinds_stays_one(tmp_path: Path) -> None:
    rows = [
        ["DATA PSKS (LKS, KARANG TARUNA)"],
        ["Jenis PSKS", "Nama Lembaga", "Ketua"],
        ["LKS", "Contoh", "Budi"],
    ]
    path = write(tmp_path / "data.xlsx", "Sheet1", rows)
    assert tables.detect_layout(path).record_class is WelfareResource


def psm_names_and_villages(tmp_path: Path, title: str) -> Path:
    path = tmp_path / "daftar.csv"
    path.write_text(f"{title},,\nNo,Nama,Desa\n1,Ani Contoh,Bunati\n", "utf-8")
    return path


def test_two_columns_without_nik_are_enough_below_the_name_of_the_list(tmp_path: Path) -> None:
    path = psm_names_and_villages(tmp_path, "DAFTAR PSM KECAMATAN ANGSANA")
    result = tables.read(path, Worker, values=LISTED, within=ANGSANA)
    assert [one.code for one in result.issues] == ["table.nik_column_missing"]
    assert result.records[0].assignments[0].serves == BUNATI


def test_two_columns_without_nik_and_without_a_name_of_the_list_are_rejected(
    tmp_path: Path,
) -> None:
    path = psm_names_and_villages(tmp_path, "KECAMATAN ANGSANA")
    with pytest.raises(TableError, match=r"table\.column_missing"):
        tables.read(path, Worker, values=LISTED, within=ANGSANA)


def test_title_is_no_heading_above_two_rows_of_headings(tmp_path: Path) -> None:
    path = tmp_path / "ppks.csv"
    lines = (
        "DATA PPKS,,,,,,,,,,",
        "No,Nama,NIK,Jenis Kelamin,,Tempat,Tanggal Lahir,Alamat,,,Jenis PPKS",
        ",,,L,P,,,Desa,RT,RW,",
        f"1,Ani Contoh,{NIK},,v,Angsana,17-08-1980,Bunati,1,2,Lansia",
    )
    path.write_text("\n".join(lines), "utf-8")
    headings = [one.headings[0] for one in tables.guess_layout(path).layout.columns]
    assert headings[-4:] == ["Alamat / Desa", "Alamat / RT", "Alamat / RW", "Jenis PPKS"]
