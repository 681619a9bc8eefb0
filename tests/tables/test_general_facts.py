"""Facts above the tables of lists of any kind: they fill every row."""

from datetime import date
from typing import Any

import pytest
from openpyxl import Workbook

from psm_core import (
    Attendee,
    Beneficiary,
    Family,
    Organisation,
    Participation,
    Person,
    Quarter,
    RegionCode,
    Worker,
    tables,
)
from psm_core.errors import Severity

BUNATI, ANGSANA = RegionCode("63.10.09.2001"), RegionCode("63.10.09")
PLACE = [["Kabupaten", "Tanah Bumbu"], ["Kecamatan", ":", "Angsana"], ["Desa/Kelurahan : Bunati"]]
PEOPLE = [
    ["No", "Nama", "NIK", "L/P"],
    [1, "Ani Contoh", "9901014108900001", "P"],
    [2, "Budi Contoh", "9901010108900001", "L"],
]


@pytest.fixture
def save(tmp_path):
    def save_rows(*rows: list[Any]) -> Any:  # noqa: ANN401 - a path
        book = Workbook()
        for cells in rows:
            book.active.append(cells)
        book.save(tmp_path / "daftar.xlsx")
        return tmp_path / "daftar.xlsx"

    return save_rows


def found(result):
    return [(one.code, one.cell.removeprefix("Sheet!")) for one in result.issues]


def regions(result):
    return [one.ktp_address and one.ktp_address.region for one in result.records]


def test_region_above_is_that_of_every_row(save):
    path = save(["DAFTAR WARGA"], *PLACE, ["Dusun: Dusun Mawar", "RT : 1", "RW : 02"], *PEOPLE)
    assert tables.detect_layout(path).name == "warga"
    result = tables.read(path, Person)
    address = result.records[0].ktp_address
    assert regions(result) == [BUNATI, BUNATI]
    assert (address.hamlet, address.rt, address.rw, found(result)) == ("Mawar", "001", "002", [])


def test_title_without_colon_is_no_fact(save):
    path = save(["DAFTAR WARGA DESA BUNATI"], ["KECAMATAN ANGSANA"], *PEOPLE)
    result = tables.read(path, Person)
    assert (regions(result), found(result)) == ([None, None], [])


def test_region_above_contains_those_of_the_rows(save):
    head, *rows = [[*row, cell] for row, cell in zip(PEOPLE, ["Desa", "Bunati", None], strict=True)]
    rows.append([3, "Cici Contoh", "9901010108900002", "L", "Batulicin"])
    rows.append([4, "Dedi Contoh", "9901010108900003", "L", "Entah"])
    result = tables.read(save(*PLACE[:2], head, *rows), Person)
    assert regions(result) == [BUNATI, ANGSANA, RegionCode("63.10.01.1007")]
    issues = {one.cell: (one.code, one.severity) for one in result.issues}
    assert issues == {
        "Sheet!E6": ("region.fact_differs", Severity.WARNING),
        "Sheet!E7": ("region.not_found", Severity.ERROR),
    }


def test_region_above_is_smaller_than_those_of_the_rows(save):
    cells = ["Kecamatan", "Angsana", "Batulicin"]
    rows = [[*row, cell] for row, cell in zip(PEOPLE, cells, strict=True)]
    result = tables.read(save(PLACE[2], *rows), Person, within=RegionCode("63.10"))
    assert regions(result) == [BUNATI, RegionCode("63.10.01")]
    assert found(result) == [("region.fact_differs", "E4")]


def test_region_above_that_is_not_found_is_an_error_without_columns_only(save):
    line, within = ["Desa : Entah"], RegionCode("63.10.09")
    result = tables.read(save(line, *PEOPLE), Person, within=within)
    assert (result.valid_rows, found(result)) == (0, [("region.not_found", "A1")])
    rows = [[*row, cell] for row, cell in zip(PEOPLE, ["Desa", "Bunati", "Bunati"], strict=True)]
    result = tables.read(save(line, *rows), Person, within=within)
    assert (regions(result), found(result)) == ([BUNATI, BUNATI], [("region.not_found", "A1")])
    values = {"ktp_address.region": BUNATI}
    result = tables.read(save(line, *PEOPLE), Person, within=within, values=values)
    assert (regions(result), found(result)) == ([BUNATI, BUNATI], [])


def test_ambiguous_region_above_is_found_with_a_smaller_one(save):
    result = tables.read(save(["Kecamatan : Angsana"], ["Desa : Bunati"], *PEOPLE), Person)
    assert (regions(result), found(result)) == ([BUNATI, BUNATI], [])
    for smaller in ("Angsana", "Entah"):
        path = save(["Kecamatan : Angsana"], [f"Desa : {smaller}"], *PEOPLE)
        result = tables.read(path, Person)
        assert found(result) == [("region.ambiguous", "A1")]
    (issue,) = tables.read(save(["Kecamatan : Angsana"], *PEOPLE), Person).issues
    assert issue.params["option"] == "--within"


def test_category_above_is_that_of_every_row(save):
    lines = [["DAFTAR PPKS"], ["Jenis PPKS : Anak Balita Telantar"], ["Sumber Data", "SIKS"]]
    path = save(*lines, ["Tanggal Pendataan : 12 Oktober 2025"], *PLACE, *PEOPLE)
    assert tables.detect_layout(path).record_class is Beneficiary
    for one in tables.read(path, Beneficiary).records:
        (classification,) = one.classifications
        assert (classification.category.label, classification.date, classification.source) == (
            "Anak Balita Telantar",
            date(2025, 10, 12),
            "SIKS",
        )
        assert one.person.ktp_address.region == BUNATI


def test_other_fact_above_is_compared_with_the_cells(save):
    cells = ["RT", "001", None]
    rows = [[*row, cell] for row, cell in zip(PEOPLE, cells, strict=True)]
    rows.append([3, "Cici Contoh", "9901010108900002", "L", "satu"])
    result = tables.read(save(["RT : 1"], *rows), Person)
    assert [one.ktp_address and one.ktp_address.rt for one in result.records] == ["001", None]
    assert found(result) == [("address.number", "E5"), ("cell.fact_differs", "E5")]
    result = tables.read(save(["RT : 2"], *rows[:2]), Person)
    assert (result.records[0].ktp_address.rt, found(result)) == (
        "001",
        [("cell.fact_differs", "E3")],
    )


def test_category_above_alone_shows_that_people_are_beneficiaries(save):
    path = save(["Kategori : Anak Balita Telantar"], *PEOPLE)
    assert tables.detect_layout(path).record_class is Beneficiary


def test_facts_without_a_field_are_named_in_one_warning(save):
    lines = [["DAFTAR PENERIMA BLT"], ["Program : BLT Desa"], ["Periode : Januari - Maret 2025"]]
    result = tables.read(save(*lines, ["Desa : Bunati"], ["Desa : Angsana"], *PEOPLE), Beneficiary,
                         within=ANGSANA)  # fmt: skip
    (issue,) = result.issues
    assert (issue.code, issue.cell) == ("table.facts_unread", "Sheet!A2")
    assert issue.params == {"facts": "Program, Periode, Desa"}
    lines = [["DAFTAR HADIR"], ["Hari/Tanggal : Senin, 20 Oktober 2025"], ["Tempat", "Aula"]]
    result = tables.read(save(*lines, [], ["No", "Nama", "TTD"], [1, "Ani", None]), Attendee)
    (issue,) = result.issues
    assert (issue.code, issue.params) == (
        "table.facts_unread",
        {"facts": "Hari/Tanggal, Tempat"},
    )


def test_two_headings_in_an_upper_row_are_no_facts(save):
    head = [["Lokasi", None, "Orang"], ["Desa", "Kecamatan", "Nama"]]
    result = tables.read(save(*head, ["Bunati", "Angsana", "Ani"]), Person, require_values=False)
    assert "table.facts_unread" not in [code for code, _ in found(result)]


def test_region_above_a_register_is_the_duty(save):
    path = save(["DAFTAR PSM"], *PLACE, ["Per Tanggal : 1 Oktober 2025"], *PEOPLE)
    result = tables.read(path, Worker, layout="psm-import")
    (assignment,) = result.records[0].assignments
    assert (assignment.serves, assignment.listed_on) == (BUNATI, date(2025, 10, 1))
    assert tables.detect_layout(path).name == "pekerja"


def test_programme_above_is_that_of_every_recipient(save):
    head = ["Kunci Penerima", "Status", "Mulai Menerima"]
    path = save(["Program : PKH"], head, ["a-1", "Menerima", "1-1-2025"])
    assert str(tables.read(path, Participation).records[0].programme) == "PKH"


def test_facts_above_families_fill_members_and_ranks(save):
    lines = [["DAFTAR DESIL"], *PLACE, ["Periode : Triwulan IV 2025"]]
    rows = [["No. KK", "Nama Kepala Keluarga", "Desil"], ["9901010101200001", "Ani Contoh", 2]]
    (family,) = tables.read(save(*lines, *rows), Family).records
    assert [one.period for one in family.ranks] == [Quarter("2025-Q4")]
    assert family.memberships[0].person.ktp_address.region == BUNATI
    rows = [["No. KK", "Nama", "SHDK"], ["9901010101200001", "Ani Contoh", "Kepala Keluarga"]]
    rows += [[None, "Budi Contoh", "Anak"]]
    (family,) = tables.read(save(["DATA KARTU KELUARGA"], *PLACE, *rows), Family).records
    assert [one.person.ktp_address.region for one in family.memberships] == [BUNATI, BUNATI]


def test_other_fact_that_is_unreadable_is_left_out(save):
    lines = [["Jenis PPKS : Entah"], ["Sumber Data : SIKS"], ["RT : satu", "Dusun : Mawar"]]
    result = tables.read(save(*lines, *PEOPLE), Person)
    assert [one.ktp_address.hamlet for one in result.records] == ["Mawar", "Mawar"]
    assert {one.severity for one in result.issues} == {Severity.WARNING}


def test_region_above_a_list_of_organisations_is_theirs(save):
    path = save(["DAFTAR LKS"], *PLACE, ["No", "Nama LKS", "Alamat"], [1, "LKS A", "Jl. Satu"])
    assert [one.region for one in tables.read(path, Organisation).records] == [BUNATI]


def test_guess_has_the_facts_that_the_file_states(save):
    layout = tables.guess_layout(save(*PLACE, *PEOPLE), record_class=Person).layout
    assert [one.headings[0] for one in layout.facts_above] == [
        "Desa/Kelurahan",
        "Kecamatan",
        "Kabupaten/Kota",
    ]


def test_two_facts_in_one_line_fill_both_fields(save):
    path = save(["RT/RW : 01/02"], ["Dusun/RT", ":", "Mawar / 1"], *PEOPLE)
    result = tables.read(path, Person)
    address = result.records[0].ktp_address
    assert (address.hamlet, address.rt, address.rw, found(result)) == ("Mawar", "001", "002", [])
    guess = tables.guess_layout(path, record_class=Person)
    assert [one.headings[0] for one in guess.layout.facts_above] == ["RT/RW", "Dusun/RT"]
    own = path.with_suffix(".toml")
    own.write_text(tables.layout_text(guess), "utf-8")
    again = tables.read(path, Person, layout=tables.load_layout(own))
    assert again.records == result.records


def test_line_that_cannot_be_split_is_named(save):
    for text in ("RT/RW : lihat peta", f"RT/RW : {'1' * 300}"):
        result = tables.read(save([text], *PEOPLE), Person)
        assert (result.records[0].ktp_address, found(result)) == (
            None, [("table.facts_unread", "A1")],
        )  # fmt: skip


def test_row_with_its_own_rt_is_compared_with_the_line_above(save):
    rows = [[*PEOPLE[0], "RT"], [*PEOPLE[1], "001"], [*PEOPLE[2], "004"]]
    result = tables.read(save(["RT/RW : 01/02"], *rows), Person)
    addresses = [(one.ktp_address.rt, one.ktp_address.rw) for one in result.records]
    assert addresses == [("001", "002"), ("004", "002")]
    assert found(result) == [("cell.fact_differs", "E4")]


def test_fact_between_two_parts_of_a_table_is_that_of_the_rows_below(save):
    above = ["Desa : Bunati"], ["RT/RW : 01/02"], ["Dusun : Mawar"]
    below = [
        ["Dusun : Melati"],
        ["RT/RW : 03/04"],
        PEOPLE[0],
        [1, "Citra", "9901014108900003", "P"],
    ]
    result = tables.read(save(*above, *PEOPLE, [], *below), Person)
    addresses = [one.ktp_address for one in result.records]
    assert [(one.hamlet, one.rt, one.rw) for one in addresses] == [
        ("Mawar", "001", "002"), ("Mawar", "001", "002"), ("Melati", "003", "004"),
    ]  # fmt: skip
    assert [code for code, _ in found(result)] == ["table.headings_repeated"]


def test_region_between_two_parts_of_a_table_is_named(save):
    below = [["Desa : Angsana"], ["Desa : Bunati"], [3, "Citra", "9901014108900003", "P"]]
    result = tables.read(save(*PLACE, *PEOPLE, [], *below), Person)
    assert regions(result) == [BUNATI] * 3
    assert ("table.region_below", "A8") in found(result)
    assert [one for one, _ in found(result)].count("table.region_below") == 1


def test_row_without_a_colon_does_not_change_a_fact(save):
    path = save(["Dusun : Mawar"], ["Nama", "L/P"], ["Ani", "P"], ["Dusun Melati", "L"])
    result = tables.read(path, Person, layout=tables.Layout("x", "x", Person, (
        tables.Column("name", "Nama"), tables.Column("sex", "L/P"),
    ), facts_above=(tables.Column("ktp_address.hamlet", "Dusun"),)))  # fmt: skip
    assert [one.ktp_address.hamlet for one in result.records] == ["Mawar", "Mawar"]


def test_fact_that_a_column_fills_is_no_group_row(save):
    path = save(["Dusun : Mawar"], [*PEOPLE[0], "Dusun"], [*PEOPLE[1], "Anggrek"])
    (person,) = tables.read(path, Person).records
    assert person.ktp_address.hamlet == "Anggrek"
