"""Headings give columns, columns give the layout, and combined cells are split."""

from datetime import date, datetime

import openpyxl
import pytest

from psm_core import (
    Beneficiary,
    PartialDate,
    Participant,
    Person,
    RegionCode,
    TableError,
    Worker,
    tables,
)
from psm_core.tables import Column, Layout
from psm_core.terms import FamilyRelation, RegionLevel, Religion, Sex

ANGSANA = RegionCode("63.10.09.2005")
TANAH_BUMBU = RegionCode("63.10")
NIK = "9901011708900001"


@pytest.fixture
def file(tmp_path):
    def save(*lines, name="rows.csv"):
        path = tmp_path / name
        path.write_text("\n".join(";".join(line) for line in lines), "utf-8")
        return path

    return save


def one(path, kind=Person, **how):
    loaded = tables.read(path, kind, within=TANAH_BUMBU, **how)
    assert loaded.issues == ()
    (item,) = loaded.records
    return item


def codes(loaded):
    return [(issue.cell, issue.code) for issue in loaded.issues]


@pytest.mark.parametrize(
    "heading",
    [
        *("NIK", "N I K", "N.I.K.", "nik *", "NIK/No. KTP", "NIK / No. KTP", "No. KTP/NIK"),
        *("Nomor KTP", "NO KTP", "Nomor Induk Kependudukan", "Nomor Induk Kependudukan (NIK)"),
        *("NIK (16 digit)", "NIK (16 angka)", "NIK 16 digit", "NIK\n(wajib diisi)", "NIK:"),
        *("No. NIK", "nomor_nik", "NIK KTP", "NIK (3)", "NIK (sesuai KTP)", "\uff2e\uff29\uff2b"),
    ],
)
def test_spellings_of_nik_are_recognised(file, heading):
    assert one(file([f'"{heading}"', "Nama", "RT"], [NIK, "A", "1"])).nik.unmasked == NIK


@pytest.mark.parametrize(
    ("heading", "cell", "path", "value"),
    [
        ("No. Kartu Keluarga", "9901010404160020", "kk.unmasked", "9901010404160020"),
        ("NKK", "9901010404160020", "kk.unmasked", "9901010404160020"),
        ("Nomor Kartu Keluarga (KK)", "9901010404160020", "kk.unmasked", "9901010404160020"),
        ("Jenis Kelamin (L/P)", "L", "sex", Sex.LAKI_LAKI),
        ("Jenis Kelamin (Laki-laki/Perempuan)", "L", "sex", Sex.LAKI_LAKI),
        ("Jenis Kelamin L/P", "L", "sex", Sex.LAKI_LAKI),
        ("Agama (Islam/Kristen/Katolik)", "Islam", "religion", Religion.ISLAM),
        ("Jns. Kelamin", "L", "sex", Sex.LAKI_LAKI),
        ("Tanggal Lahir (dd-mm-yyyy)", "17-08-1990", "birth_date", date(1990, 8, 17)),
        ("Tgl. Lahir (tgl/bln/thn)", "17-08-1990", "birth_date", date(1990, 8, 17)),
        ("Tanggal Lahir dd/mm/yyyy", "17-08-1990", "birth_date", date(1990, 8, 17)),
        ("TGL_LHR", "17-08-1990", "birth_date", date(1990, 8, 17)),
        ("Tmpt Lahir", "Angsana", "birth_place", "Angsana"),
        ("Hub. Dlm Keluarga", "Istri", "family_relation", FamilyRelation.ISTRI),
        ("SHDK", "Istri", "family_relation", FamilyRelation.ISTRI),
        ("Hubungan dengan Kepala Keluarga", "Istri", "family_relation", FamilyRelation.ISTRI),
        ("No. HP/WA (aktif)", "080000000000", "phone.unmasked", "+6280000000000"),
        ("Kel/Desa", "63.10.09.2005", "ktp_address.region", ANGSANA),
        ("Kelurahan/Desa", "63.10.09.2005", "ktp_address.region", ANGSANA),
        ("Desa / Kel.", "63.10.09.2005", "ktp_address.region", ANGSANA),
        ("Alamat Domisili", "Jl. 1", "domicile.street", "Jl. 1"),
        ("Alamat sesuai KTP", "Jl. 1", "ktp_address.street", "Jl. 1"),
    ],
)
def test_headings_of_one_layout_are_known_in_other_layouts(file, heading, cell, path, value):
    for kind, above in ((Person, ""), (Worker, "person."), (Beneficiary, "person.")):
        layout = {Person: "warga", Worker: "pekerja", Beneficiary: "pmks-import"}[kind]
        given = {
            "classifications.0.category": "fakir miskin",
            "classifications.0.date": "2025-10-10",
            "classifications.0.source": "x",
        }
        item = one(
            file(["NIK", "Nama", heading], [NIK, "A", cell]),
            kind,
            layout=layout,
            values=given if kind is Beneficiary else None,
        )
        for step in f"{above}{path}".split("."):
            item = getattr(item, step)
        assert item == value


@pytest.mark.parametrize(
    "heading",
    [
        *("Nama Ibu", "Nama Ibu Kandung", "Nama Kepala Keluarga", "Nama KK", "Nama (Ibu)"),
        *("NIK KK (kepala keluarga)", "NIK Ibu", "NIK (ibu)", "NIK (diisi NIK ibu)", "Nama Wali"),
        *("Tanggal Lahir Ayah", "No. HP Pendamping", "Alamat (kantor)", "Desa Asal", "Status"),
        *("Nama (alias)", "L/P (2)\nx", "Jenis Kelamin (bayi)", "No. HP suami"),
        *("Dusun / RW", "Alamat (Jalan/RT/RW)"),
    ],
)
def test_heading_of_another_person_is_unknown(file, heading):
    path = file(["NIK", "Nama", f'"{heading}"'], [NIK, "A", "x"])
    loaded = tables.read(path, Person)
    unread = {"Nama Ibu", "Nama Ibu Kandung", "NIK Ibu", "Nama (Ibu)", "NIK (ibu)"}
    unread |= {"Nama Wali", "Jenis Kelamin (bayi)"}
    code = "table.columns_unread" if heading in unread else "table.column_unknown"
    code = "table.head_name_unread" if heading in {"Nama Kepala Keluarga", "Nama KK"} else code
    assert codes(loaded) == [("C1", code)]
    assert "suggestion" not in loaded.issues[0].params
    alone = file(["No", f'"{heading}"', "Desa", "Nama"], ["1", "x", "63.10.09.2005", "A"])
    with pytest.raises(TableError) as caught:
        tables.read(alone, Person)
    assert caught.value.issue.params == {"layout": "warga", "heading": "NIK"}


def test_upper_heading_of_another_person_excludes_its_columns(file):
    path = file(
        ["NIK", "NAMA", "DATA IBU", "", "TEMPAT TUGAS", ""],
        ["", "", "NIK", "NAMA", "KECAMATAN", "DESA"],
        [NIK, "A", "x", "B", "Angsana", "Angsana"],
    )
    loaded = tables.read(path, Person, within=TANAH_BUMBU)
    assert [cell for cell, _ in codes(loaded)] == ["C2", "D2", "E2", "F2"]
    assert (loaded.records[0].name, loaded.records[0].ktp_address) == ("A", None)
    home = file(
        ["NIK", "NAMA", "ALAMAT", ""], ["", "", "KECAMATAN", "DESA"], [NIK, "A", "Angsana", ""]
    )
    assert one(home).ktp_address.region == RegionCode("63.10.09")


def test_lower_heading_matches_below_each_upper_heading(file):
    headings = ("TEMPAT TUGAS / KELURAHAN", "DESA")
    columns = (
        Column("ktp_address.region", headings, level=RegionLevel.VILLAGE),
        Column("name", "Nama"),
    )
    layout = Layout("x", "x", Person, columns)
    path = file(["Nama", "TEMPAT TUGAS"], ["", "DESA"], ["A", "Angsana"])
    person = one(path, layout=layout)
    assert person.ktp_address.region == ANGSANA


def test_unknown_heading_is_reported_at_its_cell(file):
    path = file(
        ["NIK", "NAMA", "BANTUAN", "TEMPAT"],
        ["", "", "", "LAHIR"],
        [NIK, "A", "x", "Angsana"],
    )
    loaded = tables.read(path, Person)
    assert codes(loaded)[0] == ("C1", "table.column_unknown")
    assert loaded.issues[0].describe() == (
        "The column BANTUAN is not known and was not read."
        " Correct the heading if the column is needed."
    )
    long = file(["NIK", "Nama", "x" * 300], [NIK, "A", "y"])
    assert len(tables.read(long, Person).issues[0].params["heading"]) == 60
    for number in (NIK, "Kode A-0001"):
        issue = tables.read(file(["NIK", "Nama", number], [NIK, "A", "y"]), Person).issues[0]
        assert not any(digit in issue.describe() for digit in "0123456789")


def test_second_column_of_a_field_is_reported(file):
    path = file(["NIK", "Nama", "No. WA", "No HP"], [NIK, "A", "x", "080000000000"])
    loaded = tables.read(path, Person)
    assert codes(loaded) == [("C1", "table.column_redundant")]
    assert loaded.issues[0].params == {"heading": "No. WA", "first": "D"}
    assert loaded.records[0].phone.unmasked == "+6280000000000"
    hint = file(["NIK", "Nama", "Nama (*)", "RT"], [NIK, "A", "B", "1"])
    with pytest.raises(TableError) as caught:
        tables.read(hint, Person)
    assert caught.value.code == "table.column_duplicate"
    other = file(["NIK (16 digit)", "Nama", "No. KTP (e-KTP)", "NIK KTP"], [NIK, "A", "", NIK])
    assert codes(tables.read(other, Person)) == [
        ("C1", "table.column_redundant"),
        ("A1", "table.column_redundant"),
    ]


@pytest.mark.parametrize(
    ("name", "lines", "layout"),
    [
        ("41_ppks_jadi_psm", [["No", "Nama", "NIK", "Desa", "Jenis PPKS"]], "penerima-manfaat"),
        ("rows", [["No", "Nama", "NIK", "Desa"]], "warga"),
        ("rows", [["NIK", "Nama", "Kecamatan", "Desa", "RT/RW", "Nama Ibu Kandung"]], "warga"),
        ("rows", [["NIK", "Nama", "Desa", "id_dtks"]], "warga"),
        ("psm_2025", [["No", "Nama", "NIK", "Desa"]], "psm-import"),
        ("ppks-dan-psm", [["No", "Nama", "NIK", "Desa"]], "warga"),
        ("rows", [["DAFTAR PSM"], ["No", "Nama", "NIK", "Desa"]], "psm-import"),
        ("psm", [["DAFTAR PPKS"], ["No", "Nama", "NIK", "Desa"]], "pmks-import"),
        ("rows", [["DAFTAR PPKS BINAAN PSM"], ["No", "Nama", "NIK", "Desa"]], "warga"),
        ("rows", [["Kegiatan : Bimtek PSM"], ["No", "Nama", "NIK", "Desa"]], "warga"),
        ("rows", [["Nama PSM", "NIK", "Desa"]], "psm-import"),
        ("rows", [["Nama", "NIK", "Desa", "KONDISI EKSISTING"]], "psm-import"),
        ("rows", [["TEMPAT TUGAS", "", "Nama", "NIK"], ["KEC", "DESA", "", ""]], "psm-import"),
        ("rows", [["Kunci", "Nama", "NIK", "Desa"]], "warga"),
        ("rows", [["Nama Lengkap", "NIK", "Pilar", "TMT"]], "pekerja"),
        ("rows", [["No. KK", "Nama", "NIK", "SHDK", "L/P", "Pekerjaan", "Status"]], "warga"),
        ("rows", [["Nomor KK", "NIK", "Nama Penduduk", "Kelamin", "SHDK"]], "siak"),
        ("rows", [["nama", "nik", "no_kk", "agama_id", "pekerjaan_id"]], "opensid-penduduk"),
        ("rows", [["NIK", "Nama", "Hasil", "Petugas", "Keterangan"]], "warga"),
        ("ground-check", [["NIK", "Nama", "Hasil", "Petugas", "Keterangan"]], "ground-check"),
        ("rows", [["HASIL GROUND CHECK DTSEN"], ["NIK", "Nama", "Status"]], "ground-check"),
        ("rows", [["NIK", "Nama", "Hasil Ground Check"]], "ground-check"),
    ],
)
def test_people_become_workers_or_beneficiaries_only_with_evidence(file, name, lines, layout):
    path = file(*lines, [""] * 2 + ["x"], name=f"{name}.csv")
    assert tables.detect_layout(path).name == layout


def test_given_record_class_needs_no_other_evidence(file):
    path = file(["NIK", "Nama", "Kecamatan", "Desa"], [NIK, "A", "Angsana", "Angsana"])
    worker = one(path, Worker, values={"assignments.0.listed_on": date(2025, 10, 10)})
    assert worker.assignments[0].serves == ANGSANA
    assert tables.detect_layout(path, record_class=Worker).name == "psm-import"


def test_sheet_name_is_evidence_of_the_layout(tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "PSM 2025"
    book.active.append(["NIK", "Nama", "Desa"])
    book.save(tmp_path / "data.xlsx")
    assert tables.detect_layout(tmp_path / "data.xlsx").name == "psm-import"


def test_file_errors_name_the_layout_and_the_correction(file):
    with pytest.raises(TableError) as caught:
        tables.detect_layout(file(["id", "person.name"], ["x", "Ani"]))
    assert "--record" in caught.value.issue.describe("id")
    with pytest.raises(TableError) as caught:
        tables.read(file(["No", "Nama", "Desa"], ["1", "A", "B"]), Worker)
    assert caught.value.issue.params == {"layout": "psm-import", "heading": "NIK"}
    assert "psm-import" in caught.value.issue.describe("id")
    assert caught.value.issue.row == 1
    with pytest.raises(TableError) as caught:
        tables.read(file(["No", "Nama"], ["1", "A"]), Participant)
    assert caught.value.issue.params == {"kind": "Participant"}
    assert "tables.Layout" in caught.value.issue.describe("id")
    with pytest.raises(ValueError, match=r"there are: none; write a tables\.Layout"):
        tables.read(file(["No", "Nama"], ["1", "A"]), Participant, layout="x")


BORN = date(1990, 8, 17)


@pytest.mark.parametrize(
    ("cell", "place", "day"),
    [
        ("Banjarmasin, 17-08-1990", "Banjarmasin", BORN),
        ("Batulicin 17 Agustus 1990", "Batulicin", BORN),
        ("Angsana/17-08-1990", "Angsana", BORN),
        ("Angsana - 17/08/1990", "Angsana", BORN),
        ("Angsana, Jum'at, 17 Agustus 1990", "Angsana", BORN),
        ("Angsana, tgl. 17.08.1990", "Angsana", BORN),
        ("Angsana (17-08-1990)", "Angsana", BORN),
        ("Angsana, 1990-08-17", "Angsana", BORN),
        ("5 Ulu, 17-08-1990", "5 Ulu", BORN),
        ("KM 12 17 Agustus 1990", "KM 12", BORN),
        ("17-08-1990, Angsana", "Angsana", BORN),
        ("Banjarmasin, -", "Banjarmasin", None),
        ("-, 17-08-1990", None, BORN),
        ("-", None, None),
        ("", None, None),
    ],
)
def test_birth_place_with_a_date_fills_two_fields(file, cell, place, day):
    for heading in (
        *("TEMPAT/TGL LAHIR", "TTL", "Tempat, Tanggal Lahir", "Tempat & Tgl Lahir"),
        *("T.T.L.", "TTL (Tempat, Tanggal Lahir)", "Tempat dan Tanggal Lahir (dd-mm-yyyy)"),
    ):
        person = one(file(["NIK", "Nama", heading], [NIK, "A", cell]))
        assert (person.birth_place, person.birth_date) == (place, day)


@pytest.mark.parametrize(
    ("cell", "codes_there", "place", "day"),
    [
        ("Banjarmasin", ["cell.part_missing"], "Banjarmasin", None),
        ("Banjarmasin, Kalsel", ["cell.part_missing"], "Banjarmasin, Kalsel", None),
        ("SP 3", ["cell.part_missing"], "SP 3", None),
        ("17-08-1990", ["cell.part_missing"], None, BORN),
        ("12", ["birth_date.ambiguous", "cell.part_missing"], None, None),
        ("Banjarmasin, 1990", [], "Banjarmasin", PartialDate("1990")),
        ("Banjarmasin 1990", [], "Banjarmasin", PartialDate("1990")),
        ("Banjarmasin, Agustus 1990", [], "Banjarmasin", PartialDate("1990-08")),
        ("Banjarmasin Agustus 1990", [], "Banjarmasin", PartialDate("1990-08")),
        ("Banjarmasin 08/1990", [], "Banjarmasin", PartialDate("1990-08")),
        (
            "Banjarmasin \u00b1 1990",
            ["birth_date.approximate"],
            "Banjarmasin",
            PartialDate("1990~"),
        ),
        ("Banjarmasin umur 60 th", ["birth_date.age_undated"], "Banjarmasin", None),
        ("SP 3 1990", [], "SP 3", PartialDate("1990")),
        ("Banjarmasin, 1990-02-30~", ["date.invalid"], None, None),
        ("Banjarmasin 31-02-1990", ["date.invalid"], None, None),
        ("Banjarmasin 17081990", ["date.invalid"], "Banjarmasin", None),
    ],
)
def test_missing_part_of_birth_place_and_date_is_reported_at_the_cell(
    file, cell, codes_there, place, day
):
    loaded = tables.read(file(["NIK", "Nama", "TTL"], [NIK, "A", cell]), Person)
    assert sorted(codes(loaded)) == sorted(("C2", code) for code in codes_there)
    found = [(item.birth_place, item.birth_date) for item in loaded.records]
    assert found == ([] if loaded.errors else [(place, day)])


def test_date_in_a_birth_place_column_is_used_or_compared(file, tmp_path):
    head = ["NIK", "Nama", "Tempat Lahir", "Tgl Lahir"]
    alone = one(file(head[:3], [NIK, "A", "Angsana, 17-08-1990"]))
    assert (alone.birth_place, alone.birth_date) == ("Angsana", BORN)
    assert one(file(head[:3], [NIK, "A", "SP 3, 2"])).birth_place == "SP 3, 2"
    both = one(file(head, [NIK, "A", "Angsana, 17-08-1990", "17-08-1990"]))
    assert (both.birth_place, both.birth_date) == ("Angsana", BORN)
    only = one(file(head, [NIK, "A", "Angsana, 17-08-1990", ""]))
    assert only.birth_date == BORN
    for cell in ("Angsana, 18-08-1990", "Angsana, 31-02-1990"):
        loaded = tables.read(file(head, [NIK, "A", cell, "17-08-1990"]), Person)
        assert codes(loaded) == [("C2", "cell.differs")]
        assert loaded.issues[0].params == {"first": "D"}
        assert (loaded.records[0].birth_place, loaded.records[0].birth_date) == ("Angsana", BORN)
    loaded = tables.read(file(head, [NIK, "A", "Angsana, 18-08-1990", "31-02-1990"]), Person)
    assert codes(loaded) == [("D2", "date.invalid")]
    assert one(file(["name", "nik", "birth_place"], ["A", NIK, "X, 1-1-1990"])).birth_date is None
    book = openpyxl.Workbook()
    book.active.append(head[:3])
    book.active.append([NIK, "A", BORN])
    book.save(tmp_path / "a.xlsx")
    loaded = tables.read(tmp_path / "a.xlsx", Person)
    assert codes(loaded) == [("Sheet!C2", "cell.part_missing")]
    assert loaded.records[0].birth_date == BORN
    book.active.delete_rows(1, 2)
    book.active.append(head)
    book.active.append([NIK, "A", datetime(1990, 8, 16, 23, 59, 59), "17-08-1990"])
    book.save(tmp_path / "a.xlsx")
    assert codes(tables.read(tmp_path / "a.xlsx", Person)) == [("Sheet!C2", "cell.part_missing")]


@pytest.mark.parametrize(
    "cell",
    [
        *("001/002", "001 / 002", "RT 001 RW 002", "RT.001/RW.002", "RT001RW002", "001-002"),
        *("RT/RW 001/002", "RT 001/002", "RW 002 RT 001", "001 002", "rt: 001, rw: 002"),
    ],
)
def test_rt_and_rw_in_one_cell_fill_two_fields(file, cell):
    for heading in ("RT/RW", "RT RW", "RT-RW", "RT dan RW"):
        home = one(file(["NIK", "Nama", heading], [NIK, "A", cell])).ktp_address
        assert (home.rt, home.rw) == ("001", "002")


def test_rt_rw_is_an_error_if_unsplittable_and_a_warning_if_one_is_missing(file):
    def read(cell, heading="RT/RW"):
        loaded = tables.read(file(["NIK", "Nama", heading], [NIK, "A", cell]), Person)
        home = loaded.records[0].ktp_address if loaded.records else "none"
        return home and home != "none" and (home.rt, home.rw), codes(loaded)

    assert read("005") == (("005", None), [("C2", "cell.part_missing")])
    assert read("RW 5") == ((None, "005"), [("C2", "cell.part_missing")])
    assert read("RT 001/RW") == (("001", None), [("C2", "cell.part_missing")])
    assert read("005/-") == (("005", None), [])
    assert read("-/-") == read("00/00") == (None, [])
    assert read("002/001", "RW/RT") == (("001", "002"), [])
    assert read("RT 1 RW 2", "RW/RT") == (("001", "002"), [])
    for wrong in ("Jl. Mawar RT 1 RW 2", "RT 1/1 RW 2", "satu", "1" * 300):
        assert read(wrong)[1][0][0] == "C2"
    loaded = tables.read(file(["NIK", "Nama", "RT/RW"], [NIK, "A", "satu"]), Person)
    assert loaded.errors[0].params == {"parts": "RT, RW"}
    same = file(["NIK", "Nama", "RT", "RT/RW"], [NIK, "A", "1", "001/002"])
    assert one(same).ktp_address.rw == "002"


def test_village_with_district_and_name_with_number_are_split(file):
    for heading, cell in (("Desa/Kec", "Angsana / Angsana"), ("Kec/Desa", "Angsana, Angsana")):
        assert one(file(["NIK", "Nama", heading], [NIK, "A", cell])).ktp_address.region == ANGSANA
    loaded = tables.read(
        file(["NIK", "Nama", "Desa/Kec"], [NIK, "A", "a/b/c"]), Person, within=TANAH_BUMBU
    )
    assert codes(loaded) == [("C2", "cell.parts")]
    loaded = tables.read(
        file(["NIK", "Nama", "Desa/Kec"], [NIK, "A", "Angsana"]),
        Person,
        within=RegionCode("63.10.09"),
    )
    assert codes(loaded) == [("C2", "cell.part_missing")]
    for cell in (f"Ani / {NIK}", f"Ani (NIK {NIK})", f"{NIK} - Ani", "Ani 9901 0117 0890 0001"):
        person = one(file(["No", "Nama/NIK", "L/P"], ["1", cell, "L"]))
        assert (person.name, person.nik.unmasked) == ("Ani", NIK)
    loaded = tables.read(file(["No", "Nama/NIK", "L/P"], ["1", "Ani", "L"]), Person)
    assert (codes(loaded), loaded.records[0].nik) == ([("B2", "cell.part_missing")], None)
    loaded = tables.read(file(["No", "Nama/NIK", "L/P"], ["1", "Ani 990101", "L"]), Person)
    assert codes(loaded)[0] == ("B2", "cell.parts")


def test_cell_of_hamlet_and_rt_with_two_numbers_is_not_split(file):
    address = one(file(["NIK", "Nama", "Dusun/RT"], [NIK, "A", "Mawar / 001"])).ktp_address
    assert (address.hamlet, address.rt) == ("Mawar", "001")
    loaded = tables.read(file(["NIK", "Nama", "Dusun/RT"], [NIK, "A", "Mawar/001/002"]), Person)
    assert codes(loaded) == [("C2", "cell.parts")]


def test_row_with_one_combined_cell_alone_is_not_read(file):
    path = file(["NIK", "Nama", "TTL"], [NIK, "A", ""], ["", "", "Angsana, 17-08-1990"])
    assert codes(tables.read(path, Person)) == [("C3", "table.rows_unread")]


def test_custom_split_function_fills_several_fields(file):
    layout = Layout(
        "x",
        "x",
        Person,
        (
            Column("nik", "NIK"),
            Column(
                None,
                "Nama, Tempat Lahir",
                parts=(Column("name", "Nama"), Column("birth_place", "Tempat Lahir")),
                split=lambda text: text.split(",", 1),
            ),
        ),
    )
    person = one(file(["NIK", "Nama, Tempat Lahir"], [NIK, "A,B"]), layout=layout)
    assert (person.name, person.birth_place) == ("A", "B")
    with pytest.raises(ValueError, match="a column with parts needs a split function"):
        Column("name", "Nama", parts=(Column("name", "Nama"),), split=str.split)
    with pytest.raises(ValueError, match="needs a split function and the path None"):
        Column(None, "Nama", parts=(Column("name", "Nama"),))


@pytest.mark.parametrize("heading", ["TTL", "Tempat Lahir"])
def test_second_birth_date_column_is_rejected(file, heading):
    path = file(["NIK", "Nama", heading], [NIK, "A", "Angsana, 17-08-1990, 18-08-1990"])
    loaded = tables.read(path, Person)
    assert codes(loaded) == [("C2", "cell.parts")]
    assert loaded.records == ()


def test_other_table_side_by_side_is_rejected_with_the_correction(file):
    with pytest.raises(TableError) as caught:
        tables.read(file(["NO", "NIK", "NAMA", "NIK", "NAMA"], ["1"] * 5), Person)
    assert caught.value.code == "table.side_by_side"
    assert "Move the rows on the right below" in caught.value.issue.describe()


def test_heading_of_another_person_has_no_suggestion(file):
    for heading in ("Tanggal Lahir Anak", "Nama Toko"):
        path = file(["NIK", "Nama", heading], [NIK, "A", "x"])
        (issue,) = tables.read(path, Person).issues
        assert (issue.code, issue.params) == ("table.column_unknown", {"heading": heading})


def test_known_headings_without_a_field_give_one_warning(file):
    head = ["No", "NIK", "Nama", "Nominal (Rp)", "No. Rekening", "Ket.", "TTD", "Warna"]
    (unread, unknown) = tables.read(file(head, ["1", NIK, "A", "5", "x"]), Person).issues
    assert (unread.code, unread.cell) == ("table.columns_unread", "D1")
    assert unread.params == {"headings": "Nominal (Rp), No. Rekening, Ket."}
    assert (unknown.code, unknown.params) == ("table.column_unknown", {"heading": "Warna"})


def test_long_list_of_headings_that_are_not_read_is_shortened(file):
    head = [f"Foto ({number})" for number in range(1, 15)]
    (unread,) = tables.read(file(["NIK", "Nama", *head], [NIK, "A"]), Person).issues
    assert unread.params["headings"].endswith("Foto (12), \u2026")


@pytest.mark.parametrize(
    ("cell", "code", "home"),
    [
        ("1.0", "cell.part_missing", ("001", None)),
        ("12.0", "cell.part_missing", ("012", None)),
        ("1.5", "cell.parts", None),
        ("1.05", "cell.parts", None),
        ("1.10", None, ("001", "010")),
        ("1.002", None, ("001", "002")),
    ],
)
def test_decimal_number_is_not_split_into_rt_and_rw(file, cell, code, home):
    loaded = tables.read(file(["NIK", "Nama", "RT/RW"], [NIK, "A", cell]), Person)
    assert codes(loaded) == ([] if code is None else [("C2", code)])
    homes = [(one.ktp_address.rt, one.ktp_address.rw) for one in loaded.records]
    assert homes == ([] if home is None else [home])


@pytest.mark.parametrize(
    ("above", "below", "heading"),
    [
        ("Jumlah Anggota,", "L,P", "Jumlah Anggota / L, Jumlah Anggota / P"),
        ("Bantuan,", "2024,2025", None),
    ],
)
def test_parts_of_an_unread_heading_are_headings(tmp_path, above, below, heading):
    path = tmp_path / "daftar.csv"
    path.write_text(f"No,Nama,NIK,{above},Alamat\n,,,{below},\n1,Ani,9901014108900001,2,3,A\n")
    result = tables.read(path, Person)
    assert [one.ktp_address.street for one in result.records] == ["A"]
    codes = ["table.columns_unread"] if heading else ["table.column_unknown"] * 2
    assert [one.code for one in result.issues] == codes
    if heading:
        assert result.issues[0].params["headings"] == heading
    else:
        assert result.issues[0].params["heading"] == "Bantuan / 2024"


def test_row_below_headings_with_a_known_cell_is_a_person(tmp_path):
    path = tmp_path / "daftar.csv"
    path.write_text("Nama,NIK,Bansos,\nAni,9901014108900001,beras,gula\n,,,x\n", "utf-8")
    result = tables.read(path, Person)
    assert [one.name for one in result.records] == ["Ani"]
