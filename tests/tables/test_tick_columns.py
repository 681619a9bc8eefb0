"""Two columns L and P with a tick in one of them, which together give the sex."""

from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest

from psm_core import Person, Sex, tables
from psm_core.tables import TableResult

NIKS = ["9901014101900001", "9901010101900002", "9901014101900003", "9901010101900004"]
L, P = Sex.LAKI_LAKI, Sex.PEREMPUAN
MERGED = [["NO", "NIK", "NAMA", "JENIS KELAMIN", None, "ALAMAT"], [None] * 3 + ["L", "P", None]]
PLAIN = [["NO", "NIK", "NAMA", "L", "P", "ALAMAT"]]

Cells = tuple[object, object]


def read(
    path: Path, headings: Sequence[Sequence[object]], ticks: Sequence[Cells]
) -> TableResult[Person]:
    """Read a sheet with these ticks, one row for each pair."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in headings:
        sheet.append(list(row))
    for number, (nik, pair) in enumerate(zip(NIKS, ticks, strict=False), start=1):
        sheet.append([number, nik, f"Contoh {'ABCD'[number - 1]}", *pair, "Jalan Contoh"])
    book.save(path / "warga.xlsx")
    return tables.read(path / "warga.xlsx", Person)


def sexes(result: TableResult[Person]) -> list[Sex | None]:
    """Return the sex of each record."""
    return [one.sex for one in result.records]


def places(result: TableResult[Person]) -> list[tuple[str, str]]:
    """Return code and cell of each issue."""
    return [(one.code, f"{one.column}{one.row}") for one in result.issues]


@pytest.mark.parametrize("headings", [MERGED, PLAIN])
def test_ticks_give_the_sex(tmp_path: Path, headings: Sequence[Sequence[object]]) -> None:
    ticks: list[Cells] = [("", "v"), ("\u221a", None), (0, 1), (" X ", "-")]
    result = read(tmp_path, headings, ticks)
    assert (sexes(result), result.issues) == ([P, L, P, L], ())
    result = read(tmp_path, headings, [(None, "P"), ("L", None), (None, "\u2713"), (True, False)])
    assert (sexes(result), result.issues) == ([P, L, P, L], ())


def test_names_of_the_sexes_in_any_order_are_answers(tmp_path: Path) -> None:
    headings = [["NO", "NIK", "NAMA", "Perempuan", "Laki-laki", "ALAMAT"]]
    result = read(tmp_path, headings, [("x", None), (None, "x"), (1, 0), (0, 1)])
    assert (sexes(result), result.issues) == ([P, L, P, L], ())


def test_no_tick_is_empty_and_two_are_a_warning(tmp_path: Path) -> None:
    result = read(tmp_path, MERGED, [(None, None), ("v", "v"), (None, "v"), ("v", None)])
    assert sexes(result) == [None, None, P, L]
    assert places(result) == [("cell.both_ticked", "D4")]
    assert "sex" in result.issues[0].describe("en")


def test_columns_without_the_sex_are_not_ticks(tmp_path: Path) -> None:
    counts = read(tmp_path, PLAIN, [(2, 3), (1, 0), (4, 1), (1, 1)])
    assert sexes(counts) == [None] * 4
    assert [code for code, _ in places(counts)] == ["table.column_unknown"] * 2
    titled = [["NO", "NIK", "NAMA", "ANGGOTA KELUARGA", None, "ALAMAT"], MERGED[1]]
    assert sexes(read(tmp_path, titled, [(1, None), (None, 1)])) == [None, None]


def test_what_is_no_tick_is_reported(tmp_path: Path) -> None:
    result = read(tmp_path, MERGED, [(None, "v"), ("2", None), (None, "janda"), ("v", None)])
    assert sexes(result) == [P, None, None, L]
    assert places(result) == [("term.unknown", "D4"), ("term.unknown", "D5")]


def test_a_row_of_column_numbers_is_no_person(tmp_path: Path) -> None:
    headings = [*MERGED, [1, 2, 3, 4, 5, 6]]
    result = read(tmp_path, headings, [(None, "v"), ("v", None)])
    assert (sexes(result), result.issues) == ([P, L], ())


def test_a_column_of_the_sex_precedes_ticks(tmp_path: Path) -> None:
    headings = [["NO", "NIK", "NAMA", "L", "P", "JENIS KELAMIN"]]
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in [*headings, [1, NIKS[0], "Contoh A", None, "v", "P"]]:
        sheet.append(row)
    book.save(tmp_path / "warga.xlsx")
    result = tables.read(tmp_path / "warga.xlsx", Person)
    assert (sexes(result), places(result)) == ([P], [("table.column_redundant", "D1")])


def test_ticks_without_a_field_are_unknown(tmp_path: Path) -> None:
    layout = tables.Layout(
        "nama", "Daftar nama", Person, (tables.Column("name", "Nama"), tables.Column("nik", "NIK"))
    )
    (tmp_path / "a.csv").write_text(f"NIK,Nama,L,P\n{NIKS[0]},Contoh,,v\n", "utf-8")
    result = tables.read(tmp_path / "a.csv", Person, layout=layout)
    assert [one.code for one in result.issues] == ["table.column_unknown"] * 2


def test_ticks_below_a_title_right_above_the_headings_are_read(tmp_path):
    path = tmp_path / "daftar.csv"
    path.write_text(
        "DATA WARGA,,,,\nNo,Nama,NIK,L,P\n1,Ani,,,v\n2,Budi,,v,\n3,Citra,,,v\n", "utf-8"
    )
    result = tables.read(path, Person)
    assert [str(one.sex.label) for one in result.records] == ["Perempuan", "Laki-laki", "Perempuan"]
    assert result.issues == ()
