"""Annotated copies of xls and ods, which are xlsx files with the same values."""

import sys
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from pathlib import Path

import openpyxl
import pytest
from attrs import evolve

from psm_core import TableError, Worker, tables
from psm_core.errors import Issue
from psm_core.tables.cells.cell import Unread
from psm_core.tables.files.merged_cells import MergedCells
from psm_core.tables.files.sheets import Book, Sheet
from psm_core.tables.reports import workbook_copy
from psm_core.tables.reports.annotated_workbook import mark_issues
from psm_core.tables.reports.workbook_copy import copied_workbook

sys.path.append(str(Path(__file__).parents[2] / "examples"))
import psm_workbook

FILES = Path(__file__).parent / "files"
LISTED = {"assignments.0.listed_on": psm_workbook.LISTED}


def psm(path):
    return tables.read(path, Worker, values=LISTED, within=psm_workbook.KABUPATEN)


@pytest.fixture
def copied(monkeypatch):
    """Return a function that copies a book with some sheets."""

    def make(*sheets, hidden=()):
        @contextmanager
        def open_book(path, *, delimiter):
            assert (path, delimiter) == (Path("x.ods"), None)
            yield Book(sheets, hidden, file_type="ods")

        monkeypatch.setattr(workbook_copy, "open_book", open_book)
        return copied_workbook(Path("x.ods"))

    return make


def sheet(rows, name="PSM", merged=()):
    ranges = MergedCells()
    ranges.replace(merged)

    def read():
        yield from enumerate(rows, start=1)

    return Sheet(name, read, ranges if merged else None)


@pytest.mark.parametrize("name", ["psm.xls", "psm.ods"])
def test_copy_is_read_as_the_same_records_and_issues(tmp_path, name):
    result = psm(FILES / name)
    tables.annotate(result, tmp_path / "y.xlsx")
    again = psm(tmp_path / "y.xlsx")
    assert (again.records, again.issues) == (result.records, result.issues)
    assert again.rows == result.rows
    assert openpyxl.load_workbook(tmp_path / "y.xlsx").sheetnames[-1] == "Ringkasan Temuan"


@pytest.mark.parametrize("suffix", ["xls", "ods", "xlsm", "csv"])
def test_copy_needs_the_suffix_of_an_xlsx(tmp_path, suffix):
    with pytest.raises(TableError) as caught:
        tables.annotate(psm(FILES / "psm.xls"), tmp_path / f"y.{suffix}")
    assert (caught.value.code, dict(caught.value.issue.params)) == (
        "table.copy_suffix",
        {"suffix": ".xlsx"},
    )
    assert list(tmp_path.iterdir()) == []


def test_values_stay_what_they_are(copied, tmp_path):
    values = [
        *("9901010101010001", "=1+1", "'kutip", "a_x0041_", "\x01b", 5, 9901010101010000, 1.5),
        *(True, date(1990, 8, 1), datetime(1990, 8, 1), datetime(1990, 8, 1, 7, 30)),
        *(time(7, 30), timedelta(hours=30), date(1899, 1, 2), None, " ", Unread("cell.error")),
    ]
    book, _ = copied(sheet([values]))
    book.save(tmp_path / "y.xlsx")
    row = openpyxl.load_workbook(tmp_path / "y.xlsx")["PSM"][1]
    assert [cell.value for cell in row][:3] == ["9901010101010001", "=1+1", "'kutip"]
    assert [cell.data_type for cell in row[:5]] == ["s"] * 5
    assert [cell.value for cell in row][3:9] == [
        *("a_x005F_x0041_", "b", 5, 9901010101010000),
        *(1.5, True),
    ]
    assert [cell.value for cell in row][9:] == [
        *(datetime(1990, 8, 1), datetime(1990, 8, 1), datetime(1990, 8, 1, 7, 30)),
        *(time(7, 30), timedelta(hours=30), "1899-01-02"),
    ]
    assert [row[at].number_format for at in (0, 6, 9, 10)] == ["@", "0", "dd-mm-yyyy", "dd-mm-yyyy"]
    assert row[11].number_format == "yyyy-mm-dd h:mm:ss"


def test_merged_cells_are_merged_unless_a_value_would_be_lost(copied, monkeypatch):
    rows = [("KK", "Nama"), ("1", "Ani"), (None, "Budi"), ("2", "Citra"), ("3", "Dedi")]
    book, _ = copied(sheet(rows, merged=[(2, 3, 0), (4, 5, 0)]))
    assert [str(one) for one in book["PSM"].merged_cells.ranges] == ["A2:A3"]
    monkeypatch.setattr(workbook_copy, "_MAX_MERGED", 0)
    book, _ = copied(sheet(rows, merged=[(2, 3, 0)]))
    assert book["PSM"].merged_cells.ranges == set()


def test_hidden_sheets_stay_hidden_and_names_fit_an_xlsx(copied):
    long = "Daftar Pekerja Sosial Masyarakat 2025"
    book, names = copied(
        sheet([("a",)], "RT/RW"), sheet([("b",)], long), hidden=[sheet([], "RT?RW")]
    )
    assert names == {"RT/RW": "RT_RW", "RT?RW": "RT_RW1", long: long[:31]}
    assert [one.sheet_state for one in book.worksheets] == ["visible", "visible", "hidden"]
    assert book.sheetnames == ["RT_RW", long[:31], "RT_RW1"]


def test_issues_are_marked_in_a_sheet_with_another_name(copied):

    result = psm(FILES / "psm.ods")
    book, _ = copied(sheet([("NIK", "Nama"), ("12", "Ani")], "A/B"))
    issue = Issue("nik.length", row=2, column="A", sheet="A/B")
    mark_issues(book, evolve(result, issues=(issue,)), {"A/B": "A_B"}, "id")
    assert book["A_B"]["A2"].comment.text.endswith(
        "NIK harus 16 angka. Salin ulang dari KTP atau KK."
    )
    assert book["Temuan"]["A4"].hyperlink.location == "'A_B'!A2"


def test_columns_are_as_wide_as_their_texts_but_not_as_a_title(copied):
    book, _ = copied(sheet([("Daftar pekerja sosial masyarakat",), ("NIK", "x" * 20, "y" * 99)]))
    widths = {letters: one.width for letters, one in book["PSM"].column_dimensions.items()}
    assert widths == {"A": 8, "B": 22, "C": 40}


def test_file_with_too_many_cells_is_rejected(copied, monkeypatch):
    monkeypatch.setattr(workbook_copy, "_MAX_CELLS", 3)
    with pytest.raises(TableError) as caught:
        copied(sheet([("a", "b"), ("c", None)]), sheet([("d",)], "B"))
    assert caught.value.code == "table.too_many_cells"
