"""The column of issues in an annotated CSV file."""

import csv

import openpyxl
import pytest
from attrs import evolve

from psm_core import Person, tables

HEADING = "Temuan psm-core"


@pytest.fixture
def annotate(tmp_path):
    """Return a function that annotates a text and returns the lines of the copy."""

    def make(text, *, result=None, delimiter=",", **how):
        path, copy = tmp_path / "x.csv", tmp_path / "y.csv"
        if text is not None:
            path.write_text(text, "utf-8")
        tables.annotate(result or tables.read(path, Person), copy, **how)
        with copy.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.reader(file, delimiter=delimiter))

    return make


def read(tmp_path, name="y.csv"):
    return tables.read(tmp_path / name, Person)


def test_rows_above_the_headings_are_unchanged(annotate, tmp_path):
    lines = annotate("Daftar;;\nNIK;Nama;L/P\n;Ani;X\n12;\n+1;'Budi;L\n", delimiter=";")
    assert lines[:2] == [["Daftar", "", ""], ["NIK", "Nama", "L/P", HEADING]]
    assert lines[2][:3] == ["", "Ani", "X"]
    assert lines[2][3].startswith("C3: Isian ini tidak ada dalam pilihan")
    assert lines[3][:3] == ["12", "", ""]
    assert lines[3][3].startswith("A4: Hanya satu sel pada baris ini terisi. Periksa")
    assert lines[4][:3] == ["+1", "'Budi", "L"]
    assert read(tmp_path).issues == read(tmp_path, "x.csv").issues


def test_text_of_a_row_with_more_cells_than_headings_is_below_its_heading(annotate, tmp_path):
    lines = annotate("NIK,Nama\n12,Ani,lama,baru\n13,Budi\n,Citra\n")
    assert lines[0] == ["NIK", "Nama", "", "", HEADING]
    assert lines[1][:4] == ["12", "Ani", "lama", "baru"]
    assert lines[1][4].startswith("A2: NIK harus 16 angka")
    assert lines[2][4].startswith("A3: NIK harus 16 angka")
    assert lines[3][4].startswith("B4: Hanya satu sel")
    assert read(tmp_path).issues == read(tmp_path, "x.csv").issues


def test_issues_of_the_headings_are_in_the_heading(annotate, tmp_path):
    lines = annotate("NIK,Nama,L/P,Baju\n,Ani,P,M\n")
    assert lines[0][4].startswith(f"{HEADING}: D1: ")
    assert [one.code for one in read(tmp_path).issues] == ["table.column_unknown"]
    english = annotate(None, language="en")
    assert english[0][4].startswith("psm-core issues: D1: ")
    assert [one.code for one in read(tmp_path).issues] == ["table.column_unknown"]


def test_issues_of_the_upper_row_of_headings_are_in_the_heading(annotate, tmp_path):
    path = tmp_path / "x.csv"
    path.write_text("Daftar warga,,\nNIK,Nama,L/P\n12,Ani,P\n", "utf-8")
    result = tables.read(path, Person)
    above = evolve(result.issues[0], row=1)
    of_the_file = evolve(result.issues[0], row=None, column=None)
    lines = annotate(None, result=evolve(result, issues=(above, of_the_file)))
    assert lines[1][3].startswith(f"{HEADING}: A1: NIK harus 16 angka")
    assert lines[1][3].count("NIK harus") == 1


def test_second_check_replaces_the_column(annotate, tmp_path):
    first = annotate("NIK,Nama,L/P\n12,Ani,P\n,Budi,X\n")
    assert first[0][3] == HEADING
    text = (tmp_path / "y.csv").read_text("utf-8-sig").replace("12,Ani", ",Ani")
    second = annotate(text)
    assert second[:2] == [["NIK", "Nama", "L/P", HEADING], ["", "Ani", "P", ""]]
    assert second[2][3].startswith("C3: Isian ini tidak ada")
    assert annotate((tmp_path / "y.csv").read_text("utf-8-sig")) == second


def test_column_of_a_first_check_stays_in_its_place(annotate):
    lines = annotate(f"NIK,{HEADING}: C1: lama,Nama\n12,A2: lama,Ani\n,,Budi\n")
    assert lines[0] == ["NIK", HEADING, "Nama"]
    assert lines[1][1].startswith("A2: NIK harus 16 angka")
    assert lines[2][1].startswith("C3: Hanya satu sel")


def test_text_of_a_user_in_the_column_is_kept(annotate):
    text = f"NIK,Nama,{HEADING}\n12,Ani,A2: lama\n13,Budi,sudah ditanya\n14,Citra\n"
    lines = annotate(text)
    assert lines[0] == ["NIK", "Nama", "", HEADING]
    assert [line[2] for line in lines[1:]] == ["", "sudah ditanya", ""]
    assert all(line[3].startswith(f"A{row}: NIK") for row, line in enumerate(lines[1:], start=2))


def test_reading_ignores_the_column_in_a_workbook_too(tmp_path):
    book = openpyxl.Workbook()
    for row in (("NIK", "Nama", HEADING), ("12", None, "A2: lama"), (None, "Budi", "")):
        book.active.append(row)
    book.save(tmp_path / "x.xlsx")
    plain = tmp_path / "x.csv"
    plain.write_text("NIK,Nama\n12,\n,Budi\n", "utf-8")
    expected = [(one.code, one.row, one.column) for one in tables.read(plain, Person).issues]
    found = tables.read(tmp_path / "x.xlsx", Person).issues
    assert [(one.code, one.row, one.column) for one in found] == expected
    assert expected
    tables.annotate(tables.read(tmp_path / "x.xlsx", Person), tmp_path / "y.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "y.xlsx").worksheets[0]
    assert [cell.value for cell in sheet["C"]] == [None, None, None]


def test_column_that_was_moved_to_the_left_is_still_recognised(annotate, tmp_path):
    lines = annotate(f"{HEADING},NIK,Nama\nA2: lama,12,Ani\n,,Budi\n")
    assert lines[0] == [HEADING, "NIK", "Nama"]
    assert lines[1][0].startswith("B2: NIK harus 16 angka")
    assert [one.cell for one in read(tmp_path).errors] == ["B2"]
