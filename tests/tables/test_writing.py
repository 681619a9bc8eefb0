"""Written records read back equal; annotated copies of files; templates."""

import csv
import os
import sys
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from attrs import evolve as evolve_issue
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from psm_core import (
    Address,
    Beneficiary,
    Certification,
    Event,
    EventId,
    Person,
    RegionCode,
    TableError,
    ValidationError,
    Worker,
    tables,
    wire,
)
from psm_core.tables import LAYOUTS, Column, Layout, annotation, templates, writing
from psm_core.tables.formulas import begins_formula
from psm_core.terms import EventKind, NIKAbsence
from psm_core.testing import records
from psm_core.wire.versions import NAMES

sys.path.append(str(Path(__file__).parents[2] / "examples"))
import psm_workbook

FILES = Path(__file__).parent / "files"
LISTED = {"assignments.0.listed_on": psm_workbook.LISTED}
FEW = settings(suppress_health_check=list(HealthCheck), max_examples=25, deadline=None)
EXAMPLE = Path(__file__).parents[2] / "examples" / "temu_karya_2025.json"


def psm(path):
    return tables.read(path, Worker, values=LISTED, within=psm_workbook.KABUPATEN)


@pytest.mark.parametrize("kind", sorted(NAMES, key=lambda kind: kind.__name__))
@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_records_of_every_class_read_back_equal(tmp_path, kind, ending):
    path = tmp_path / f"out.{ending}"

    @FEW
    @given(records(kind))
    def reads_back(record):
        tables.write([record, record], path)
        loaded = tables.read(path, kind)
        assert loaded.records_or_raise() == (record, record)

    reads_back()


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
@pytest.mark.parametrize("text", ["\u00b40", "\u20180812", "'0", "1.0", "12,0", "1e+5", "#N/A"])
def test_text_like_a_damaged_cell_reads_back_equal(tmp_path, ending, text):
    event = Event(id=EventId("e-1"), title=text, kind=EventKind.BIMTEK, year=2025)
    path = tmp_path / f"out.{ending}"
    tables.write([event, event], path)
    assert tables.read(path, Event).records == (event, event)


def test_event_of_the_example_reads_back_equal(tmp_path):
    event = wire.from_json(EXAMPLE.read_text("utf-8"), Event)
    for ending in ("csv", "xlsx"):
        tables.write([event], tmp_path / f"event.{ending}")
        assert tables.read(tmp_path / f"event.{ending}", Event).records == (event,)


SIGNS = "=+-@|\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u207c\u207a\u207b"
SIGNS += "\u208c\u208a\u208b\ufb29"
SIGNS += "\u2212\u2010\u2011\u2012\u2013\u2014\u2015\uff5c\u2795\u2796\ua78a\u02d7\u02d6\u2a75"
HIDDEN = [
    "",
    " ",
    "\t",
    "\r",
    "\n",
    "\u200b",
    "\ufeff",
    "\u00a0\u3000",
    "\u202e",
    "\x00",
    "\ufe0f",
    "\u3164",
]


@pytest.mark.parametrize("sign", list(SIGNS))
@pytest.mark.parametrize("before", HIDDEN)
def test_text_that_may_begin_a_formula_gets_an_apostrophe(before, sign):
    text = f"{before}{sign}cmd|' /C calc'!A0"
    assert begins_formula(text)
    assert writing._escape(text) == f"'{text}"


@pytest.mark.parametrize(
    "text", ["", " ", "Ani", "1-2", "a=b", "\u00b1 5", "(=1)", "\u0627", "#1", "\u200b"]
)
def test_other_text_gets_no_apostrophe(text):
    assert not begins_formula(text)
    assert writing._escape(text) == text


ODD = st.text(
    st.sampled_from(f"{SIGNS}'\u2018\u00b41aA_x005F \u200b;,\"=\n"), min_size=1, max_size=12
)
FIELDS = [
    (lambda text: Address(street=text), Address),
    (
        lambda text: Person(name="Ani", nik_absence=NIKAbsence.BELUM_MEMILIKI, birth_place=text),
        Person,
    ),
]


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
@pytest.mark.parametrize(("build", "kind"), FIELDS)
def test_text_of_formula_characters_reads_back_equal(tmp_path, ending, build, kind):
    path = tmp_path / f"out.{ending}"

    @settings(FEW, max_examples=60)
    @given(ODD)
    def reads_back(text):
        try:
            record = build(text)
        except ValidationError:
            return
        tables.write([record], path)
        assert tables.read(path, kind).records_or_raise() == (record,)

    reads_back()


@pytest.mark.parametrize(
    "text", ["_x0041_", "_x005F_x0041_", "a_x000D_", "_x", "__x0041_", "_xZZZZ_"]
)
def test_text_like_an_xlsx_escape_reads_back_equal(tmp_path, text):
    tables.write([Address(street=text)], tmp_path / "out.xlsx")
    assert tables.read(tmp_path / "out.xlsx", Address).records == (Address(street=text),)


@pytest.mark.parametrize(
    "text", ["=1+1", "+62", "-1", "@x", "'x", "''", "-", "=", "ya", "[]", "001"]
)
def test_text_like_a_formula_or_number_is_written_as_text(tmp_path, text):
    address = Address(street=text, region=RegionCode("63.10"))
    for ending in ("csv", "xlsx"):
        path = tmp_path / f"out.{ending}"
        tables.write([address], path)
        assert tables.read(path, Address).records == (address,)
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        (cell, _) = list(csv.reader(file))[1]
    assert len(cell) == 1 or not cell.startswith(("=", "+", "-", "@"))
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx")["Data"]
    assert (sheet["A2"].data_type, sheet["A2"].number_format) == ("s", "@")


def test_failed_write_leaves_no_file(tmp_path):
    path = tmp_path / "out.csv"
    with pytest.raises(TypeError, match="records of one class"):
        tables.write([Address(rt="1"), 1], path)
    with pytest.raises(TypeError, match="records of one class"):
        tables.write([1], path)
    with pytest.raises(TypeError, match="a Certification without any value has no row"):
        tables.write([Certification()], path)
    with pytest.raises(ValueError, match=r"must end with \.csv or \.xlsx"):
        tables.write([Address(rt="1")], tmp_path / "out.ods")
    with pytest.raises(FileNotFoundError):
        tables.write([Address(rt="1")], tmp_path / "none" / "out.csv")
    assert list(tmp_path.iterdir()) == []
    tables.write([], path)
    assert path.read_text("utf-8-sig") == "\n"


def test_flatten_keeps_codes_as_text_and_numbers_as_numbers():
    flat = tables.flatten([Address(rt="003"), Address(region=RegionCode("63.10"))])
    assert flat.rows == [{"rt": "003", "region": None}, {"rt": None, "region": "63.10"}]
    assert flat.dtypes == {"rt": "string", "region": "string"}
    event = wire.from_json(EXAMPLE.read_text("utf-8"), Event)
    flat = tables.flatten([event])
    assert (flat.dtypes["year"], flat.types["year"], flat.types["id"]) == ("Int64", int, str)


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
    assert book.sheetnames == ["PSM", "Temuan"]
    comments = {
        f"PSM!{c.coordinate}": c.comment.text for row in book["PSM"] for c in row if c.comment
    }
    assert comments == {issue.cell: issue.describe("id") for issue in loaded.issues}
    assert book["PSM"]["C8"].fill.fgColor.rgb == "FFFFC7CE"
    lines = list(book["Temuan"].values)
    assert lines[0] == ("Sel", "Tingkat", "Kode", "Penjelasan")
    assert lines[1] == ("PSM!C8", "kesalahan", "nik.numeric_cell", loaded.issues[0].describe("id"))
    assert book["Temuan"]["A2"].hyperlink.location == "'PSM'!C8"
    assert len(lines) == len(loaded.issues) + 1
    assert psm(copy).issues == loaded.issues
    tables.annotate(loaded, copy, language="en")
    assert openpyxl.load_workbook(copy).sheetnames[-1] == "Issues"


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
    write = annotation.write_text

    def change_and_write(*arguments, **options):
        path.write_text("NIK,Nama\n1,Ali\n", "utf-8")
        write(*arguments, **options)

    monkeypatch.setattr(annotation, "write_text", change_and_write)
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
    assert cell.comment.text.splitlines()[0] == "tanya RT"
    assert cell.fill.fgColor.rgb == "FFFFEB9C"


def test_annotate_lists_issues_without_a_cell(tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "Warga"
    for row in (("NIK", "Nama", "L/P"), (None, "Ani", "P"), ("No. KK: 1",), (None, "Budi", "L")):
        book.active.append(row)
    path = tmp_path / "x.xlsx"
    book.save(path)
    other = Layout(
        "w",
        "w",
        Person,
        (Column("nik", "NIK"), Column("name", "Nama"), Column("sex", "L/P")),
        groups={"No. KK": "kk"},
    )
    loaded = tables.read(path, Person, layout=other)
    loaded = evolve_issue(loaded, issues=loaded.errors, digest="")
    assert [(i.cell, i.code) for i in loaded.issues] == [("Warga!4", "kk.length")]
    merged = openpyxl.load_workbook(path)
    merged["Warga"].merge_cells("A4:B4")
    merged.save(path)
    elsewhere = [
        evolve_issue(loaded.issues[0], column="B"),
        evolve_issue(loaded.issues[0], sheet=None),
    ]
    tables.annotate(evolve_issue(loaded, issues=(*loaded.issues, *elsewhere)), tmp_path / "y.xlsx")
    book = openpyxl.load_workbook(tmp_path / "y.xlsx")
    assert [c.coordinate for row in book["Warga"] for c in row if c.comment] == []
    assert book["Temuan"]["A2"].hyperlink.location == "'Warga'!A4"
    assert book["Temuan"]["A4"].hyperlink is None


def test_annotate_adds_a_column_to_a_text_file(tmp_path):
    path = tmp_path / "x.csv"
    path.write_text("Daftar;;\nNIK;Nama;L/P\n;Ani;X\n12;\n+1;'Budi;L\n", "utf-8")
    loaded = tables.read(path, Person)
    about_the_heading = evolve_issue(loaded.issues[0], row=2)
    loaded = evolve_issue(loaded, issues=(about_the_heading, *loaded.issues))
    tables.annotate(loaded, tmp_path / "y.csv")
    lines = (tmp_path / "y.csv").read_text("utf-8-sig").splitlines()
    assert lines[0] == "Daftar;;"
    assert lines[1] == "NIK;Nama;L/P;Temuan"
    assert lines[2].startswith(";Ani;X;C3: Isian ini tidak ada dalam pilihan")
    assert lines[3].startswith("12;;;A4: Hanya satu sel pada baris ini terisi. Periksa")
    assert lines[4].startswith("+1;'Budi;L;")
    assert tables.read(tmp_path / "y.csv", Person).errors == tables.read(path, Person).errors


def test_annotate_rejects_another_suffix(workbook, tmp_path):
    with pytest.raises(ValueError, match=r"must end with \.xlsx"):
        tables.annotate(psm(workbook), tmp_path / "y.xlsm")
    path = tmp_path / "x.csv"
    path.write_text("NIK,Nama\n,Ani\n", "utf-8")
    with pytest.raises(ValueError, match=r"must end with \.csv"):
        tables.annotate(tables.read(path, Person), tmp_path / "y.xlsx")


def test_annotate_reports_a_file_that_openpyxl_cannot_open(workbook, tmp_path, monkeypatch):
    loaded = psm(workbook)

    def broken(*_, **__):
        raise ValueError("9901014108900001")

    monkeypatch.setattr(openpyxl, "load_workbook", broken)
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
    assert openpyxl.load_workbook(tmp_path / "y.xlsx")["Temuan"]["A2"].data_type == "s"


def test_annotate_does_not_overwrite_the_file_that_was_read(workbook, tmp_path):
    loaded = psm(workbook)
    with pytest.raises(ValueError, match="another name than"):
        tables.annotate(loaded, workbook)
    old = tables.read(FILES / "psm.xls", Worker, values=LISTED, within=psm_workbook.KABUPATEN)
    with pytest.raises(TableError) as caught:
        tables.annotate(old, tmp_path / "y.xls")
    assert caught.value.code == "table.comments_unsupported"


@pytest.mark.parametrize(
    "what",
    [*LAYOUTS, Worker, Beneficiary, Person, Event],
    ids=lambda what: getattr(what, "name", what),
)
@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_template_is_read_with_its_layout_and_has_no_rows(tmp_path, monkeypatch, what, ending):
    monkeypatch.setattr(templates, "_ROWS", 20)  # a thousand rows of every column take seconds
    path = tmp_path / f"template.{ending}"
    tables.write_template(what, path)
    kind = what if isinstance(what, type) else what.kind
    given = {}
    for layout in LAYOUTS:
        if layout is what and layout.required_values:
            given = {
                "assignments.0.listed_on": psm_workbook.LISTED,
                "classifications.0.date": date(2025, 10, 10),
                "classifications.0.source": "daftar",
                "classifications.0.category": next(iter(__import__("psm_core").PPKSCategory)),
            }
            given = {path: given[path] for path in layout.required_values}
    loaded = tables.read(path, kind, values=given)
    assert (loaded.rows_read, loaded.issues) == (0, ())


def test_template_offers_the_terms_and_formats_digits_as_text(tmp_path):
    path = tmp_path / "pekerja.xlsx"
    tables.write_template(Worker, path)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Data", "Petunjuk", "Pilihan"]
    assert book["Pilihan"].sheet_state == "hidden"
    data = book["Data"]
    heads = {cell.value: cell for cell in data[1]}
    assert "16 angka" in heads["NIK"].comment.text
    assert data.cell(2, heads["NIK"].column).number_format == "@"
    assert data.cell(2, heads["Tahun Sertifikasi"].column).number_format == "General"
    column = heads["Jenis Kelamin"].column_letter
    (rule,) = (one for one in data.data_validations.dataValidation if f"{column}2" in one.sqref)
    assert rule.formula1 == f"Pilihan!${column}$2:${column}$3"
    assert [book["Pilihan"][f"{column}{row}"].value for row in (2, 3)] == ["Laki-laki", "Perempuan"]
    explained = {row[0]: row for row in book["Petunjuk"].values}
    assert explained["Nama Lengkap"][1] == "ya"


def test_template_of_another_class_is_rejected(tmp_path):
    with pytest.raises(TypeError, match="expected a layout or a record class"):
        tables.write_template(int, tmp_path / "x.csv")
    with pytest.raises(ValueError, match=r"must end with \.csv or \.xlsx"):
        tables.write_template(Worker, tmp_path / "x.ods")
