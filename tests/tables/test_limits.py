"""Limits of reading: a file that would take hours or gigabytes is rejected with a code."""

import zipfile

import openpyxl
import pytest

from psm_core import Person, TableError, Worker, tables
from psm_core.tables import options, results
from psm_core.tables.files import (
    csv_files,
    excel,
    reader_process,
    reader_program,
    sheets,
    zip_limits,
)
from psm_core.tables.headings import header_detection
from psm_core.tables.rows import cell_regions

SHEET = "xl/worksheets/sheet1.xml"
MAIN = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


@pytest.fixture
def text(tmp_path):
    def save(*lines):
        path = tmp_path / "rows.csv"
        path.write_text("\n".join(lines), encoding="utf-8")
        return path

    return save


@pytest.fixture
def book(tmp_path):
    """Return a function that saves a workbook with one row and changes the bytes of a part."""

    def save(change=lambda part: part, name=SHEET, more=None):
        whole = openpyxl.Workbook()
        whole.active.append(("NIK", "Nama"))
        whole.active.append(("9901014108900001", "Ani"))
        path = tmp_path / "book.xlsx"
        whole.save(path)
        with zipfile.ZipFile(path) as archive:
            parts = {each: archive.read(each) for each in archive.namelist()}
        parts[name] = change(parts.get(name, b""))
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for each, part in {**parts, **(more or {})}.items():
                archive.writestr(each, part)
        return path

    return save


def error_code(path, kind=Person):
    with pytest.raises(TableError) as caught:
        tables.read(path, kind)
    return caught.value.code


def append_rows(rows):
    return lambda part: part.replace(b"</sheetData>", rows + b"</sheetData>")


def test_row_wider_than_a_sheet_is_rejected(text, book):
    assert error_code(text("NIK,Nama", "," * 16_384)) == "table.too_wide"
    assert tables.read(text("NIK,Nama", "," * 16_383), Person).rows_read == 0
    assert (
        error_code(book(append_rows(b'<row><c r="ZZZ9" t="str"><v>x</v></c></row>')))
        == "table.too_wide"
    )


def test_more_cells_than_the_limit_are_rejected(text, monkeypatch):
    path = text("NIK,Nama", *[",Ani"] * 9)
    assert len(tables.read(path, Person).records) == 9
    monkeypatch.setattr(sheets, "MAX_CELLS", 19)
    assert error_code(path) == "table.too_many_cells"


def test_wide_gaps_count_towards_the_cell_limit(book, monkeypatch):
    monkeypatch.setattr(sheets, "MAX_CELLS", 100_000)
    far = b"".join(b'<row><c r="XFD%d"/></row>' % row for row in range(3, 20))
    assert error_code(book(append_rows(far))) == "table.too_many_cells"


def test_many_sheets_need_the_sheet_option(tmp_path, monkeypatch):
    monkeypatch.setattr(options, "MAX_SHEETS", 2)
    whole = openpyxl.Workbook()
    for name in "ab":
        whole.create_sheet(name).append(("NIK", "Nama"))
    whole["b"].append(("", "Ani"))
    path = tmp_path / "book.xlsx"
    whole.save(path)
    assert error_code(path) == "table.too_many_sheets"
    assert len(tables.read(path, Person, sheet="b").records) == 1


def test_header_search_stops_at_the_cell_limit(text, monkeypatch):
    monkeypatch.setattr(header_detection, "MAX_HEADER_CELLS", 3)
    assert tables.read(text("NIK,Nama", ",Ani"), Person).rows_read == 1
    assert error_code(text("NIK,Nama", ",Ani", ",Budi")) == "table.too_many_cells"


def test_many_issues_of_a_code_are_counted_and_listed_up_to_the_limit(text, monkeypatch):
    monkeypatch.setattr(results, "MAX_ISSUES_PER_CODE", 3)
    rows = [
        f"{nik},{name} {n}" for n in range(5) for nik, name in (("0", "A"), ("1", "B"), ("", "C"))
    ]
    path = text("NIK,Nama", *rows)
    loaded = tables.read(path, Person)
    assert (loaded.rows_read, len(loaded.records), loaded.rows[-1]) == (15, 10, 16)
    assert loaded.counts == {"nik.placeholder": 5, "nik.length": 5, "row.single_cell": 5}
    assert (loaded.error_count, loaded.warning_count, len(loaded.errors)) == (5, 10, 3)
    left_out = [one for one in loaded.issues if one.code == "table.issues_omitted"]
    assert len(loaded.issues) == 3 * 3 + len(left_out)
    assert [(one.params["code"], one.params["more"]) for one in left_out] == [
        ("nik.placeholder", 2),
        ("nik.length", 2),
        ("row.single_cell", 2),
    ]
    with tables.stream(path, Person) as reading:
        assert sum(len(row.issues) for row in reading) == sum(loaded.counts.values())


def test_errors_are_listed_after_many_warnings_of_the_same_code(text, monkeypatch):
    monkeypatch.setattr(results, "MAX_ISSUES_PER_CODE", 2)
    loaded = tables.read(text("NIK,Nama,L/P", *[f",Ani {n}," for n in range(5)], "1,,"), Person)
    assert [issue.severity.value for issue in loaded.issues[:3]] == ["warning", "warning", "error"]
    assert len(loaded.errors) == loaded.error_count == 1


def test_row_over_too_many_lines_is_rejected(text, monkeypatch):
    path = text("NIK,Nama", '"', '","Ani"')
    assert tables.read(path, Person).rows_read == 1
    monkeypatch.setattr(csv_files, "_MAX_LINES_OF_A_ROW", 1)
    assert error_code(path) == "table.damaged"


def test_quotation_mark_in_the_sep_line_is_no_delimiter(text):
    loaded = tables.read(text('sep="', "NIK;Nama", ";Ani"), Person)
    assert (loaded.text_format, len(loaded.records)) == (("utf-8", ";"), 1)


def test_long_number_in_a_path_heading_is_no_list_index(text):
    head = "person.name,person.nik_absence,id,assignments.{}.serves"
    row = "Ani,belum-memiliki,w-1,63.10"
    for number in ("9901014108900001", "00", "\u0663", "-1"):
        (unknown, *_) = tables.read(text(head.format(number), row), Worker).issues
        assert (unknown.code, unknown.column) == ("table.column_unknown", "D")
        assert number not in repr(unknown)


def test_headings_of_thousands_of_list_items_are_read_quickly(text):
    head = ",".join(f"assignments.{number}.serves" for number in range(1500))
    loaded = tables.read(text(head, ",".join(["6310"] * 1500)), Worker)
    wrong = [one for one in loaded.issues if one.code == "region_code.undotted"]
    assert [one.column for one in wrong] == [
        sheets.column_letters(number) for number in range(1500)
    ]


def test_document_type_declaration_is_rejected_in_every_part(book):
    kind = b'<!DOCTYPE sst [<!ENTITY a "Ani">]>'
    assert error_code(book(lambda part: kind + part)) == "table.damaged"
    late = b"<!-- " + b"-" * 5000 + b" -->" + kind
    late = late.replace(b"--" * 2500, b"x" * 5000)
    assert error_code(book(lambda part: late + part, "docProps/app.xml")) == "table.damaged"


def test_cells_with_a_namespace_prefix_are_counted(book):
    cells = b"".join(b'<x:c t="str"><x:v>%d</x:v></x:c>' % (n * 7919) for n in range(40_000))

    def add_prefix(part):
        whole = append_rows(b"<row>" + cells.replace(b"x:", b"") + b"</row>")(part)
        return (
            whole.replace(b"</", b"<//")
            .replace(b"<", b"<x:")
            .replace(b"<x://", b"</x:")
            .replace(MAIN, MAIN.replace(b"xmlns", b"xmlns:x"))
        )

    assert error_code(book(add_prefix)) == "table.damaged"


def test_large_utf_16_sheet_is_rejected_and_a_small_one_is_read(book):
    def encode_utf_16(part):
        return part.decode().encode("utf-16")

    assert len(tables.read(book(encode_utf_16), Person).records) == 1
    rows = b"".join(b"<row><c><v>%d</v></c></row>" % (n * 7919 % 99991) for n in range(30_000))
    assert error_code(book(lambda part: encode_utf_16(append_rows(rows)(part)))) == "table.damaged"


def test_too_many_tags_in_a_part_are_rejected(book, monkeypatch):
    monkeypatch.setattr(zip_limits, "_MAX_TAGS", 100_000)
    tags = b"".join(b"<x>%d</x>" % (n * 7919 % 99991) for n in range(90_000))
    assert error_code(book(append_rows(b"<row>" + tags + b"</row>"))) == "table.damaged"
    assert (
        error_code(book(lambda part: part + b"<x>" + tags + b"</x>", "xl/other.xml"))
        == "table.damaged"
    )


def test_long_shared_formulas_are_rejected(book):
    def shared_formulas(length, count):
        first = b'<row><c r="A3"><f t="shared" si="0">1%s</f><v>1</v></c></row>' % (b"+1" * length)
        more = b'<row><c r="A%d"><f t="shared" si="0"/><v>1</v></c></row>'
        return first + b"".join(more % row for row in range(4, count + 4))

    assert tables.read(book(append_rows(shared_formulas(10, 50))), Person).rows_read > 50
    assert error_code(book(append_rows(shared_formulas(50_000, 300)))) == "table.damaged"
    plain = b'<row><c r="A3"><f>1&amp;"shared"</f><v>1</v></c></row>'
    assert tables.read(book(append_rows(plain)), Person).rows_read == 2


def test_unused_parts_are_skipped_up_to_a_size_limit(book, monkeypatch):
    long = b"<calcChain>" + b"".join(b'<c r="A%d"/>' % n for n in range(90_000)) + b"</calcChain>"
    monkeypatch.setattr(zip_limits, "_MAX_TAGS", 80_000)
    unread = {"xl/calcChain.xml": long}
    assert len(tables.read(book(more=unread), Person).records) == 1
    rels = "xl/_rels/workbook.xml.rels"
    moved = book(
        lambda part: part.replace(b"worksheets/sheet1.xml", b"calcChain.xml"), rels, unread
    )
    assert error_code(moved) == "table.damaged"
    monkeypatch.setattr(zip_limits, "_MAX_NOT_READ", 1000)
    assert error_code(book(more=unread)) == "table.too_big"


def test_unusual_zip_compression_is_rejected(book):
    path = book()
    with zipfile.ZipFile(path, "a", zipfile.ZIP_LZMA) as archive:
        archive.writestr("xl/other.xml", "<x/>")
    assert error_code(path) == "table.damaged"


def test_tags_in_pictures_are_not_counted(book, monkeypatch):
    monkeypatch.setattr(zip_limits, "_MAX_TAGS", 100_000)
    dots = b"".join(b"<%d" % (n * 7919 % 99991) for n in range(300_000))
    more = {"xl/media/image1.png": b"\x89PNG" + dots}
    assert len(tables.read(book(more=more), Person).records) == 1


def test_blank_cells_at_the_end_of_an_xls_row_are_removed():
    assert reader_program._strip_end(["Ani", None, 1, None, None]) == ["Ani", None, 1]
    assert reader_program._strip_end([None]) == []


def test_annotate_rejects_a_row_that_is_too_long_to_read(tmp_path, text):
    path = text("Peserta,NIK,Nama", "###", *[""] * 60, f'"{"x" * 200_000}"')
    from psm_core import Beneficiary

    loaded = tables.read(path, Beneficiary)
    with pytest.raises(TableError) as caught:
        tables.annotate(loaded, tmp_path / "copy.csv")
    assert caught.value.code == "table.damaged"
    assert [one.name for one in tmp_path.iterdir()] == ["rows.csv"]


def test_limits_are_documented():
    from pathlib import Path

    page = (Path(__file__).parents[2] / "docs/explanation/untrusted-input.md").read_text("utf-8")
    for maximum in (
        sheets.MAX_COLUMNS,
        sheets.MAX_CELLS,
        header_detection.MAX_HEADER_CELLS,
        options.MAX_SHEETS,
        results.MAX_ISSUES_PER_CODE,
        zip_limits._MAX_TAGS,
        zip_limits._MAX_FORMULA_LENGTH,
        zip_limits._MAX_TEXTS,
        excel._MAX_ROWS,
    ):
        assert f"{maximum:,}" in page


def test_reading_a_cyclic_ods_stops_after_the_time_limit(tmp_path, monkeypatch):
    monkeypatch.setattr(reader_process, "MIN_SECONDS", 1)
    path = tmp_path / "circle.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", '<table:table table:name="W">')
    assert error_code(path) == "table.too_slow"


def test_time_limit_grows_with_the_size_of_the_file(tmp_path):
    path = tmp_path / "rows.xls"
    for size, seconds in ((0, 10), (1_000_000, 20), (90_000_000, 60)):
        with path.open("wb") as file:
            file.truncate(size)
        assert reader_process.seconds(path) == seconds


def test_region_suggestions_stop_at_the_limit(text, monkeypatch):
    monkeypatch.setattr(cell_regions, "MAX_SUGGESTIONS", 2)
    names = ["Angsanna", "Bunatti", "Angsanna", "Purwodadii"]
    lines = [f"99010141089000{n:02},A,{name}" for n, name in enumerate(names, 1)]
    loaded = tables.read(text("NIK,Nama,Desa", *lines), Person)
    assert [one.code for one in loaded.issues] == ["region.not_found"] * 4
    assert ["candidates" in one.params for one in loaded.issues] == [True, True, True, False]
