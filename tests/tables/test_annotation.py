"""Annotated copies of files: comments, colours, the list of issues, and rejected files."""

import os
import sys
import zipfile
from pathlib import Path

import openpyxl
import pytest

from psm_core import (
    Person,
    TableError,
    Worker,
    tables,
)
from psm_core.tables.files import xlsx
from psm_core.tables.reports import annotated_text

sys.path.append(str(Path(__file__).parents[2] / "examples"))
import psm_workbook

LISTED = {"assignments.0.listed_on": psm_workbook.LISTED}


def psm(path):
    return tables.read(path, Worker, values=LISTED, within=psm_workbook.KABUPATEN)


@pytest.fixture
def workbook(tmp_path):
    path = tmp_path / "psm.xlsx"
    psm_workbook.workbook(psm_workbook.ERRORS).save(path)
    return path


def test_annotate_adds_a_comment_per_issue_and_a_list_to_a_workbook(workbook, tmp_path):
    before = workbook.read_bytes()
    loaded = psm(workbook)
    copy = tmp_path / "diperiksa.xlsx"
    tables.annotate(loaded, copy)
    assert workbook.read_bytes() == before
    book = openpyxl.load_workbook(copy)
    assert book.sheetnames == ["PSM", "Temuan", "Ringkasan Temuan"]
    comments = {
        f"PSM!{c.coordinate}": c.comment.text for row in book["PSM"] for c in row if c.comment
    }
    assert comments == {
        issue.cell: f"psm-core:\n\u2022 {issue.describe('id')}" for issue in loaded.issues
    }
    assert book["PSM"]["C8"].fill.fgColor.rgb == "FFFFC7CF"
    assert psm(copy).issues == loaded.issues
    tables.annotate(loaded, copy, language="en")
    assert openpyxl.load_workbook(copy).sheetnames[1:] == ["Issues", "Issue Summary"]


def test_annotate_rejects_a_workbook_that_changed_since_it_was_read(workbook, tmp_path):
    loaded = psm(workbook)
    times = workbook.stat()
    book = openpyxl.load_workbook(workbook)
    book["PSM"].insert_rows(1)
    book.save(workbook)
    os.utime(workbook, ns=(times.st_atime_ns, times.st_mtime_ns))
    with pytest.raises(TableError, match="changed"):
        tables.annotate(loaded, tmp_path / "copy.xlsx")
    assert [one.name for one in tmp_path.iterdir()] == [workbook.name]


def test_annotate_rejects_a_text_file_that_changed_at_equal_size_and_time(tmp_path):
    path = tmp_path / "x.csv"
    path.write_text("NIK,Nama\n1,Ani\n2,Budi\n", "utf-8")
    times = path.stat()
    loaded = tables.read(path, Person)
    path.write_text("NIK,Nama\n2,Budi\n1,Ani\n", "utf-8")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    with pytest.raises(TableError) as caught:
        tables.annotate(loaded, tmp_path / "y.csv")
    assert caught.value.code == "table.changed"
    assert not (tmp_path / "y.csv").exists()
    path.unlink()
    with pytest.raises(FileNotFoundError):
        tables.annotate(loaded, tmp_path / "y.csv")
    path.mkdir()
    with pytest.raises(TableError, match="changed"):
        tables.annotate(loaded, tmp_path / "y.csv")


def test_annotate_rejects_a_file_that_changes_while_the_copy_is_written(tmp_path, monkeypatch):
    path = tmp_path / "x.csv"
    path.write_text("NIK,Nama\n1,Ani\n", "utf-8")
    loaded = tables.read(path, Person)
    write = annotated_text.write_text

    def change_and_write(*arguments, **options):
        path.write_text("NIK,Nama\n1,Ali\n", "utf-8")
        write(*arguments, **options)

    monkeypatch.setattr(annotated_text, "write_text", change_and_write)
    with pytest.raises(TableError, match="changed"):
        tables.annotate(loaded, tmp_path / "y.csv")
    assert [one.name for one in tmp_path.iterdir()] == ["x.csv"]


def test_annotate_accepts_a_file_replaced_by_an_equal_one(tmp_path):
    path = tmp_path / "x.csv"
    path.write_text("NIK,Nama\n1,Ani\n", "utf-8")
    loaded = tables.read(path, Person)
    other = tmp_path / "other.csv"
    other.write_bytes(path.read_bytes())
    other.replace(path)
    tables.annotate(loaded, tmp_path / "y.csv")
    assert (tmp_path / "y.csv").exists()
    assert loaded.digest not in repr(loaded)


def test_annotate_appends_to_an_existing_comment_and_marks_warnings_yellow(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(("NIK", "Nama", "Catatan"))
    book.active.append(("0000000000000000", "Ani"))
    book.active["A2"].comment = openpyxl.comments.Comment("tanya RT", "Budi")
    book.active.merge_cells("C1:D1")
    path = tmp_path / "x.xlsx"
    book.save(path)
    loaded = tables.read(path, Person)
    tables.annotate(loaded, tmp_path / "y.xlsx")
    cell = openpyxl.load_workbook(tmp_path / "y.xlsx").active["A2"]
    assert cell.comment.text.splitlines()[:2] == ["tanya RT", "psm-core:"]
    assert cell.comment.author == "Budi"
    assert cell.fill.fgColor.rgb == "FFFFEB9D"


def test_annotate_rejects_another_suffix(workbook, tmp_path):
    with pytest.raises(ValueError, match=r"must end with \.xlsx"):
        tables.annotate(psm(workbook), tmp_path / "y.xlsm")
    path = tmp_path / "x.csv"
    path.write_text("NIK,Nama\n,Ani\n", "utf-8")
    with pytest.raises(ValueError, match=r"must end with \.csv"):
        tables.annotate(tables.read(path, Person), tmp_path / "y.xlsx")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["psm.xlsx", "x.csv"]


def test_copy_suffix_is_the_one_that_annotate_needs(workbook, tmp_path):
    macros, text = tmp_path / "makro.bin", tmp_path / "warga.txt"
    macros.write_bytes(workbook.read_bytes())
    with zipfile.ZipFile(macros, "a") as contents:
        contents.writestr("xl/vbaProject.bin", b"")
    text.write_text("NIK,Nama\n,Ani\n", "utf-8")
    old = Path(__file__).parent / "files" / "psm.xls"
    assert [tables.copy_suffix(psm(one)) for one in (workbook, macros, old)] == [
        *(".xlsx", ".xlsm", ".xlsx")
    ]
    assert tables.copy_suffix(tables.read(text, Person)) == ".csv"


def test_annotate_reports_a_file_that_openpyxl_cannot_open(workbook, tmp_path, monkeypatch):
    loaded = psm(workbook)

    def broken(*_, **__):
        raise ValueError("9901014108900001")

    monkeypatch.setattr(xlsx, "load_to_change", broken)
    with pytest.raises(TableError) as caught:
        tables.annotate(loaded, tmp_path / "y.xlsx")
    assert (caught.value.code, caught.value.__cause__) == ("table.damaged", None)
    assert list(tmp_path.iterdir()) == [workbook]


def test_annotate_writes_a_sheet_name_like_a_formula_as_text(tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "=1+1"
    for row in (("NIK", "Nama", "L/P"), ("", "Ani", "X")):
        book.active.append(row)
    book.save(tmp_path / "x.xlsx")
    tables.annotate(tables.read(tmp_path / "x.xlsx", Person), tmp_path / "y.xlsx")
    assert openpyxl.load_workbook(tmp_path / "y.xlsx")["Temuan"]["A4"].data_type == "s"


def test_annotate_does_not_overwrite_the_file_that_was_read(workbook):
    loaded = psm(workbook)
    with pytest.raises(TableError) as caught:
        tables.annotate(loaded, workbook)
    assert caught.value.code == "table.copy_is_source"
