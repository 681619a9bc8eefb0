"""Tables side by side: several people in a row."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from psm_core import Attendee, Family, Person, RegionCode, TableError, Worker, tables
from psm_core.tables.headings.row_numbers import MAX_BLOCKS

NIK = "990101010190{:04}"
HALF = ["No", "Nama", "NIK", "No HP"]


def row(number: int | None, name: str | None = None, serial: int = 0, **more: object) -> list[Any]:
    """Return the cells of a person; only the number if there is no name."""
    if name is None:
        return [number, None, None, None]
    return [number, name, more.get("nik", NIK.format(serial or number)), more.get("phone")]


@pytest.fixture
def read(tmp_path: Path) -> Any:  # noqa: ANN401 - a function
    def read_rows(*rows: list[Any], record_class: Any = Person, **options: Any) -> Any:  # noqa: ANN401 - any
        book = Workbook()
        sheet = book.active
        assert sheet is not None
        for cells in rows:
            sheet.append(cells)
        for merged in options.pop("merged", ()):
            sheet.merge_cells(merged)
        path = tmp_path / "daftar.xlsx"
        book.save(path)
        return tables.read(path, record_class, **options)

    return read_rows


def found(result: tables.TableResult[Any]) -> list[tuple[str, str]]:
    return [(one.code, one.cell.removeprefix("Sheet!")) for one in result.issues]


def names(result: tables.TableResult[Any]) -> list[str]:
    return [one.name for one in result.records]


def test_two_people_in_a_row_are_two_records(read):
    result = read(
        [*HALF, *HALF], [*row(1, "Ani"), *row(3, "Citra")], [*row(2, "Budi"), *row(4, "Dedi")]
    )
    assert names(result) == ["Ani", "Budi", "Citra", "Dedi"]
    assert (result.rows, result.rows_read, result.valid_rows) == ((2, 3, 2, 3), 4, 4)
    assert found(result) == []


def test_spacer_column_and_merged_headings_do_not_matter(read):
    title = ["DAFTAR HADIR"]
    facts = ["Tempat : Aula", *[None] * 4, "Waktu : 08.00"]
    head = [*HALF, None, *HALF]
    rows = [[*row(1, "Ani"), None, *row(3, "Citra")], [*row(2, "Budi"), None, *row(4, "Dedi")]]
    merged = [f"{letter}3:{letter}4" for letter in "ABCDFGHI"]
    result = read(title, facts, head, [], *rows, merged=merged)
    assert names(result) == ["Ani", "Budi", "Citra", "Dedi"]
    assert (found(result), result.header_row) == ([("table.facts_unread", "A2")], 3)


def test_three_people_in_a_row_are_read(read):
    head = ["Nama", "NIK"] * 3
    result = read(head, ["Ani", NIK.format(1), "Budi", NIK.format(2), "Citra", NIK.format(3)])
    assert names(result) == ["Ani", "Budi", "Citra"]


@pytest.mark.parametrize("blank", [row(None), row(4)])
def test_odd_number_of_people_leaves_the_last_place_blank(read, blank):
    result = read([*HALF, *HALF], [*row(1, "Ani"), *row(3, "Citra")], [*row(2, "Budi"), *blank])
    assert (names(result), found(result)) == (["Ani", "Budi", "Citra"], [])


def test_blank_second_half_has_no_records(read):
    result = read([*HALF, *HALF], row(1, "Ani"), row(2, "Budi"))
    assert (names(result), found(result), result.rows_read) == (["Ani", "Budi"], [], 2)


def test_issue_names_the_cell_of_its_block(read):
    result = read(
        [*HALF, None, *HALF],
        [*row(1, "Ani", nik="9901"), None, *row(2, "Budi", nik="9902")],
        [*row(3, "Citra"), "x", *row(4, "Dedi", phone="1"), "y"],
    )
    assert found(result) == [
        ("nik.length", "C2"),
        ("cell.no_heading", "E3"),
        ("nik.length", "H2"),
        ("phone.unreadable", "I3"),
        ("cell.no_heading", "J3"),
    ]
    assert names(result) == ["Citra", "Dedi"]


def test_repeated_person_is_found_across_blocks_and_sheets(read, tmp_path):
    rows = (
        [*HALF, *HALF],
        [*row(1, "Ani", 1), *row(3, "Ani", 1)],
        [*row(2, "Budi"), *row(4, "Budi", 2)],
    )
    result = read(*rows)
    cells = ("G2", "G3", "C2", "C3")
    assert found(result) == [("table.person_duplicate", cell) for cell in cells]
    assert [dict(one.params) for one in result.issues] == [{"other": row} for row in (2, 3, 2, 3)]
    book = Workbook()
    book.create_sheet("B")
    for sheet in book:
        for cells in rows[:2]:
            sheet.append(cells)
    book.save(tmp_path / "lembar.xlsx")
    result = tables.read(tmp_path / "lembar.xlsx", Person)
    assert [(one.cell, one.params.get("sheet"), one.params["other"]) for one in result.issues] == [
        ("Sheet!G2", None, 2),
        ("B!C2", "Sheet", 2),
        ("B!G2", "Sheet", 2),
        ("Sheet!C2", None, 2),
    ]


def test_ids_differ_between_blocks(read):
    head = ["No", "Nama PSM", "NIK", "Desa Tugas"]
    rows = [[1, "Ani", NIK.format(1), "Angsana", 2, "Budi", NIK.format(2), "Angsana"]]
    result = read(
        [*head, *head], *rows, record_class=Worker, layout="pekerja", within=RegionCode("63.10.09"),
        values={"assignments.0.pillar": "PSM", "assignments.0.listed_on": "2025-01-31"},
    )  # fmt: skip
    assert [str(one.id) for one in result.records] == ["pekerja-2", "pekerja-2b"]


def test_heading_that_only_a_further_block_has_is_reported(read):
    rows = [[*row(1, "Ani"), *row(2, "Budi"), "merah"]]
    result = read([*HALF, *HALF, "Warna"], *rows)
    assert (names(result), found(result)) == (["Ani", "Budi"], [("table.column_unknown", "I1")])


def test_column_that_a_block_lacks_is_blank(read):
    result = read(
        ["Nama", "NIK", "Warna", "Nama", "NIK"],
        ["Ani", NIK.format(1), "x", "Budi", NIK.format(2), "z"],
    )
    assert names(result) == ["Ani", "Budi"]
    assert found(result) == [("table.column_unknown", "C1"), ("cell.no_heading", "F2")]


def test_merged_cells_apply_in_every_block(read):
    head = ["Nama", "NIK", "Desa"]
    rows = [["Ani", NIK.format(1), "Angsana", "Citra", NIK.format(3), "Bunati"],
            ["Budi", NIK.format(2), None, "Dedi", NIK.format(4), None]]  # fmt: skip
    result = read([*head, *head], *rows, merged=["C2:C3", "F2:F3"], within=RegionCode("63.10.09"))
    villages = [str(one.ktp_address.region) for one in result.records]
    assert villages[0] == villages[1] != villages[2] == villages[3]


def test_rows_below_are_reported_at_the_block_that_has_them(read):
    rows = [
        [*row(1, "Ani"), *row(2, "Budi")],
        [],
        [],
        [None] * 5 + ["Mengetahui,"],
        [None] * 5 + ["Camat"],
    ]
    result = read([*HALF, *HALF], *rows)
    assert (names(result), found(result)) == (["Ani", "Budi"], [("table.rows_unread", "F5")])


def test_damaged_column_is_reported_at_the_heading_of_its_block(read):
    rows = [
        [
            *row(n, f"Ani {n}", phone=f"08000000{n:04}"),
            *row(n, f"Budi {n}", n + 50, phone="080000000000"),
        ]
        for n in range(1, 31)
    ]
    assert found(read([*HALF, *HALF], *rows)) == [("table.column_one_value", "H1")]


def test_difference_between_columns_names_the_column_of_the_block(read):
    head = ["Nama", "NIK", "RT", "RT/RW"]
    cells = ["Ani", NIK.format(1), "1", "001/002", "Budi", NIK.format(2), "1", "003/002"]
    (issue,) = read([*head, *head], cells).issues
    assert (issue.code, issue.column, issue.params["first"]) == ("cell.differs", "H", "G")


def test_csv_with_two_people_in_a_row_is_read(tmp_path):
    path = tmp_path / "hadir.csv"
    path.write_text(
        "DAFTAR HADIR\nNo,Nama,Instansi,TTD,,No,Nama,Instansi,TTD\n"
        "1,Ani Contoh,PSM,hadir,,3,Citra Contoh,TKSK,izin\n2,Budi Contoh,PSM,hadir,,,,,\n",
        "utf-8",
    )
    result = tables.read(path, Attendee)
    assert (names(result), found(result)) == (["Ani Contoh", "Budi Contoh", "Citra Contoh"], [])
    assert [len(one.attended) for one in result.records] == [1, 1, 0]
    assert tables.detect_layout(path).name == "daftar-hadir"


def test_families_side_by_side_are_read(read):
    head = ["No. KK", "Nama", "SHDK"]
    kk = ["9901010103150001", "9901010103150002"]
    rows = [[kk[0], "Ani", "Kepala Keluarga", kk[1], "Citra", "Kepala Keluarga"],
            [None, "Budi", "Anak", kk[1], "Dedi", "Kepala Keluarga"],
            [None, "Eko", "Anak", None, "Fitri", "Kepala Keluarga"]]  # fmt: skip
    result = read([*head, *head], *rows, record_class=Family, layout="kartu-keluarga")
    assert [len(one.memberships) for one in result.records] == [3, 2, 1]
    assert found(result) == [("family.two_heads", "F3"), ("row.kk_missing", "D4")]
    assert result.issues[0].params["first"] == 2


def test_second_name_of_another_person_is_no_block(read):
    result = read(["No", "Nama", "NIK", "Nama Ibu"], [1, "Ani", NIK.format(1), "Budi"])
    assert names(result) == ["Ani"]


@pytest.mark.parametrize(
    ("above", "headings", "code"),
    [
        ([], ["NO", "NIK", "NAMA", "NIK", "NAMA"], "table.side_by_side"),
        ([], ["NIK", "NAMA", "NIK"], "table.column_duplicate"),
        ([], ["NAMA", "NIK", "NAMA", "NIK", "AGAMA"], "table.side_by_side"),
        ([], ["NAMA", "NIK", "AGAMA", "NAMA", "NIK"], "table.side_by_side"),
        ([], ["NAMA", "NIK", "NAMA", "TTD"], "table.column_duplicate"),
        ([], ["NAMA", "NIK"] * (MAX_BLOCKS + 1), "table.side_by_side"),
        (["PENERIMA", None, "LAIN", None], ["NAMA", "NIK", "NAMA", "NIK"], "table.side_by_side"),
    ],
)
def test_further_columns_that_are_no_block_are_rejected(read, above, headings, code):
    with pytest.raises(TableError) as caught:
        read(above, headings, ["1"] * len(headings))
    assert caught.value.code == code


def test_hidden_column_of_a_block_is_named_once(tmp_path):
    book = Workbook()
    sheet = book.active
    for cells in ([*HALF, *HALF], [*row(1, "Ani"), *row(2, "Budi", phone="080000000001")]):
        sheet.append(cells)
    sheet.column_dimensions["H"].hidden = True
    sheet.row_dimensions[2].hidden = True
    book.save(tmp_path / "x.xlsx")
    hidden = tables.read(tmp_path / "x.xlsx", Person).issues
    assert [(one.code, one.column, one.row) for one in hidden] == [
        ("table.hidden_rows", None, 2),
        ("table.hidden_columns", "H", 1),
    ]
