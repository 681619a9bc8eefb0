"""Marks in an annotated workbook: where they are, and that a second check replaces them."""

import zipfile

import openpyxl
import pytest
from attrs import evolve
from openpyxl.comments import Comment
from openpyxl.styles import Border, Color, GradientFill, PatternFill, Side

from psm_core import Person, tables
from psm_core.errors import Issue, Severity
from psm_core.tables.files.own_marks import comment_text, is_own_text, own_heading, without_findings

HEADINGS = ("No", "NIK", "Nama", "L/P")
RED, YELLOW = "FFFFC7CF", "FFFFEB9D"
ERRORS = [HEADINGS, (1, "12", "Ani", "P"), (2, None, "Budi", "X")]


@pytest.fixture
def save(tmp_path):
    def make(rows, change=None):
        book = openpyxl.Workbook()
        book.active.title = "Warga"
        for row in rows:
            book.active.append(row)
        if change is not None:
            change(book.active)
        book.save(tmp_path / "x.xlsx")
        return tmp_path / "x.xlsx"

    return make


def annotated(path, result=None, language="id"):
    """Return the path of an annotated copy."""
    copy = path.with_name(f"{path.stem}1.xlsx")
    tables.annotate(
        tables.read(path, Person) if result is None else result, copy, language=language
    )
    return copy


def marks(path, sheet="Warga"):
    """Return cell → colour of the cells that have a comment."""
    cells = (cell for row in openpyxl.load_workbook(path)[sheet] for cell in row)
    return {cell.coordinate: cell.fill.fgColor.rgb for cell in cells if cell.comment}


def lines(path, name="Temuan"):
    return list(openpyxl.load_workbook(path)[name].values)


def test_findings_have_place_number_severity_code_problem_and_cure(save):
    copy = annotated(save(ERRORS))
    title, hint, headings, first, second = lines(copy)
    assert title[0] == "Temuan psm-core"
    assert "diganti pada pemeriksaan berikutnya" in hint[0]
    assert headings == ("Sel", "No. baris", "Tingkat", "Kode", "Masalah", "Cara memperbaiki")
    assert first == (
        *("Warga!B2", 1, "kesalahan", "nik.length", "NIK harus 16 angka, tertulis 2."),
        "Salin ulang dari KTP atau KK.",
    )
    assert second[:4] == ("Warga!D3", 2, "peringatan", "term.unknown")
    sheet = openpyxl.load_workbook(copy)["Temuan"]
    assert sheet["A4"].hyperlink.location == "'Warga'!B2"
    assert (sheet.auto_filter.ref, sheet.freeze_panes) == ("A3:F5", "A4")


def test_summary_counts_each_code_and_links_its_first_cell(save):
    copy = annotated(save([*ERRORS, (3, "13", "Citra", "P")]), language="en")
    _, _, headings, first, second = lines(copy, "Issue Summary")
    assert headings == ("Count", "Severity", "Code", "Problem", "What to do", "First cells")
    assert first[:3] == (2, "error", "nik.length")
    assert first[5] == "Warga!B2, Warga!B4"
    assert second[:3] == (1, "warning", "term.unknown")
    sheet = openpyxl.load_workbook(copy)["Issue Summary"]
    assert sheet["F4"].hyperlink.location == "'Warga'!B2"


def test_sheets_of_a_file_without_issues_say_so(save):
    copy = annotated(save([HEADINGS, (1, None, "Ani", "P")]))
    for sheet in (lines(copy), lines(copy, "Ringkasan Temuan")):
        assert [row[0] for row in sheet[3:]] == ["Tidak ada temuan."]


def test_names_of_the_sheets_are_new_in_the_file(save, tmp_path):
    path = save(ERRORS)
    book = openpyxl.load_workbook(path)
    book.create_sheet("temuan").append(["Rapat"])
    book.save(path)
    names = ["Warga", "temuan", "Temuan1", "Ringkasan Temuan"]
    for source, target in (("x.xlsx", "y.xlsx"), ("y.xlsx", "z.xlsx")):
        tables.annotate(tables.read(tmp_path / source, Person), tmp_path / target)
        assert openpyxl.load_workbook(tmp_path / target).sheetnames == names
    assert lines(tmp_path / "z.xlsx", "temuan") == [("Rapat",)]


def test_issues_of_a_row_and_of_a_heading_are_marked_at_their_first_cell(save):
    path = save([("Daftar",), (None, "NIK", "Nama", "L/P", "Warna Baju"), (None, None, "Ani", "P")])
    result = tables.read(path, Person)
    assert [(one.cell, one.code) for one in result.issues] == [("Warga!E2", "table.column_unknown")]
    found = [Issue("table.row_incomplete", row=row, sheet="Warga") for row in (2, 3, 9)]
    of_the_file = [Issue("x.y", severity=Severity.WARNING), Issue("x.z", sheet="Lain", row=1)]
    result = evolve(result, issues=(*result.issues, *found, *of_the_file))
    copy = annotated(path, result)
    assert marks(copy) == {"E2": YELLOW, "B2": RED, "C3": RED, "A9": RED}
    assert [line[0] for line in lines(copy)[3:]] == [
        *("Warga!E2", "Warga!2", "Warga!3", "Warga!9"),
        *(None, "Lain!1"),
    ]
    sheet = openpyxl.load_workbook(copy)["Temuan"]
    places = [cell.hyperlink and cell.hyperlink.location for cell in sheet["A"][3:]]
    assert places == ["'Warga'!E2", "'Warga'!B2", "'Warga'!C3", "'Warga'!A9", None, None]


def test_issue_inside_a_merged_range_is_marked_at_the_cell_that_shows_the_value(save):
    rows = [HEADINGS, (1, "12", "Ani", "P"), (2, None, "Budi", "L"), (3, None, "Citra", "P")]
    path = save(rows, lambda sheet: sheet.merge_cells("B2:B4"))
    result = tables.read(path, Person)
    assert [one.cell for one in result.issues][:2] == ["Warga!B2", "Warga!B3"]
    copy = annotated(path, result)
    assert marks(copy) == {"B2": RED}
    comment = openpyxl.load_workbook(copy)["Warga"]["B2"].comment
    assert comment.text.count("NIK harus 16 angka") == 1
    assert [line[:2] for line in lines(copy)[3:6]] == [
        *(("Warga!B2", 1), ("Warga!B3", 2), ("Warga!B4", 3)),
    ]


def test_comment_of_a_cell_has_at_most_12_issues(save):
    path = save(ERRORS)
    result = tables.read(path, Person)
    many = [evolve(result.issues[0], code=f"a.b{number}") for number in range(20)]
    sheet = openpyxl.load_workbook(annotated(path, evolve(result, issues=tuple(many))))["Warga"]
    assert sheet["B2"].comment.text.splitlines()[-2:] == ["\u2022 a.b11", "\u2022 \u2026"]


class TestListedNumbers:
    def test_number_is_that_of_the_merged_range_and_of_the_nearest_column(self, save):
        rows = [
            ("Data", None, None, None, None),
            ("Nomor", "NIK", "Nama", "L/P", "No. Urut"),
            ("7a", "12", "Ani", "X", 1.5),
            (None, "13", "Budi", "L", None),
            (True, "14", "Citra", "L", 2.0),
        ]
        path = save(rows, lambda sheet: sheet.merge_cells("A3:A4"))
        result = tables.read(path, Person)
        extra = evolve(result.issues[0], column="F")
        copy = annotated(path, evolve(result, issues=(*result.issues, extra)))
        numbers = {line[0]: line[1] for line in lines(copy)[3:] if line[0]}
        wanted = {"Warga!B3": "7a", "Warga!D3": "7a", "Warga!B4": "7a"}
        assert "Warga!B5" in {one.cell for one in result.issues}
        assert numbers["Warga!B5"] is None  # the 2 numbers another table
        assert numbers == numbers | wanted | {"Warga!F3": "1.5"}

    def test_number_that_is_a_formula_is_its_stored_result(self, save):
        path = save([HEADINGS, (1, "12", "Ani", "P"), ("=A2+1", "13", "Budi", "L")])
        numbers = [line[1] for line in lines(annotated(path))[3:]]
        assert numbers == [1, None]  # openpyxl stores no results

    def test_upper_of_two_rows_of_headings_has_the_number(self, save):
        rows = [("No", "NIK", "Nama", "Umur"), (None, None, None, "L", "P"), (5, "12", "Ani", 1)]
        copy = annotated(save(rows))
        assert [line[1] for line in lines(copy)[3:] if line[0] == "Warga!B3"] == [5]

    def test_table_without_numbers_has_none(self, save):
        copy = annotated(save([("NIK", "Nama"), ("12", "Ani")]))
        assert lines(copy)[3][:2] == ("Warga!A2", None)


class TestSecondCheck:
    def test_marks_and_findings_of_the_first_are_replaced(self, save):
        copy = annotated(save(ERRORS))
        book = openpyxl.load_workbook(copy)
        book["Warga"]["B2"] = None
        book["Warga"]["B3"] = "14"
        book.save(copy)
        second = annotated(copy)
        assert marks(second) == {"B3": RED, "D3": YELLOW}
        sheet = openpyxl.load_workbook(second)["Warga"]
        assert sheet["B2"].fill.fill_type is None
        assert openpyxl.load_workbook(second).sheetnames == ["Warga", "Temuan", "Ringkasan Temuan"]
        assert [line[0] for line in lines(second)[3:]] == ["Warga!B3", "Warga!D3"]
        unchanged = annotated(second)
        assert (marks(unchanged), lines(unchanged)) == (marks(second), lines(second))

    def test_comment_of_a_user_stays_also_below_the_findings(self, save):
        def comment(sheet):
            sheet["B2"].comment = Comment("tanya RT", "Budi")
            sheet["C2"].comment = Comment("nama panggilan", "Budi")

        copy = annotated(save(ERRORS, comment))
        book = openpyxl.load_workbook(copy)
        cell = book["Warga"]["B2"]
        cell.comment = Comment(f"{cell.comment.text}\nsudah ditanya", "Citra")
        cell.value = None
        book.save(copy)
        sheet = openpyxl.load_workbook(annotated(copy))["Warga"]
        assert (sheet["B2"].comment.text, sheet["B2"].comment.author) == (
            "tanya RT\nsudah ditanya",
            "Citra",
        )
        assert sheet["C2"].comment.text == "nama panggilan"
        assert sheet["B2"].fill.fill_type is None

    def test_colour_of_a_user_is_never_changed(self, save):
        def colour(sheet):
            sheet["B2"].fill = PatternFill("solid", fgColor="FF00B050")
            sheet["B2"].border = Border(left=Side("thick", "FF0000FF"))
            sheet["C2"].fill = GradientFill(stop=("FF000000", "FFFFFFFF"))
            sheet["D3"].fill = PatternFill("solid", fgColor="FFFFC7CE")

        copy = annotated(save(ERRORS, colour))
        assert marks(copy) == {"B2": "FF00B050", "D3": "FFFFC7CE"}
        book = openpyxl.load_workbook(copy)
        book["Warga"]["B2"], book["Warga"]["D3"] = None, "L"
        book.save(copy)
        sheet = openpyxl.load_workbook(annotated(copy))["Warga"]
        assert (sheet["B2"].comment, sheet["B2"].fill.fgColor.rgb) == (None, "FF00B050")
        assert (sheet["D3"].comment, sheet["D3"].fill.fgColor.rgb) == (None, "FFFFC7CE")
        assert sheet["B2"].border.left.style == "thick"
        assert sheet["C2"].fill.stop[0].color.rgb == "FF000000"

    def test_white_and_blank_cells_are_coloured(self, save):
        def colour(sheet):
            sheet["B2"].fill = PatternFill("solid", fgColor="FFFFFFFF")
            sheet["D3"].fill = PatternFill("solid", fgColor=Color(theme=0))

        assert marks(annotated(save(ERRORS, colour))) == {"B2": RED, "D3": YELLOW}

        def darken(sheet):
            sheet["B2"].fill = PatternFill("solid", fgColor=Color(theme=0, tint=-0.25))
            sheet["D3"].fill = PatternFill("lightGray")

        sheet = openpyxl.load_workbook(annotated(save(ERRORS, darken)))["Warga"]
        assert (sheet["B2"].fill.fgColor.theme, sheet["D3"].fill.fill_type) == (0, "lightGray")

    def test_reading_ignores_the_sheets_of_findings(self, save):
        path = save(ERRORS)
        before = tables.read(path, Person)
        copy = annotated(path)
        for state in ("visible", "hidden"):
            book = openpyxl.load_workbook(copy)
            for name in ("Temuan", "Ringkasan Temuan"):
                book[name].sheet_state = state
                book[name].append(("NIK", "Nama", "L/P"))
                book[name].append(("13", "Ani", "P"))
            book.move_sheet("Warga", 2)
            book.save(copy)
            result = tables.read(copy, Person)
            assert (result.issues, result.sheets) == (before.issues, ("Warga",))
            assert tables.detect_layout(copy).name == "warga"


def test_rows_of_one_record_are_marked_at_their_own_cells(save):
    from psm_core import Family

    rows = [
        ("No", "No KK", "NIK", "Nama", "Hubungan Keluarga", "L/P"),
        (1, "9901010101010000", "12", "Ani", "Kepala Keluarga", "P"),
        (2, "9901010101010000", None, "Budi", "Anak", "X"),
    ]
    path = save(rows)
    result = tables.read(path, Family)
    cells = {one.cell: one.code for one in result.issues}
    assert cells == cells | {"Warga!C2": "nik.length", "Warga!F3": "term.unknown"}
    copy = annotated(path, result)
    assert marks(copy)["C2"] == RED
    assert [line[1] for line in lines(copy)[3:] if line[0] in {"Warga!C2", "Warga!F3"}] == [1, 2]


def test_every_sheet_that_was_read_is_marked(tmp_path):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name in ("Desa A", "Desa O'B"):
        sheet = book.create_sheet(name)
        for row in ERRORS:
            sheet.append(row)
    book.save(tmp_path / "x.xlsx")
    copy = annotated(tmp_path / "x.xlsx")
    for sheet in ("Desa A", "Desa O'B"):
        assert marks(copy, sheet).items() >= {"B2": RED, "D3": YELLOW}.items()
    sheet = openpyxl.load_workbook(copy)["Temuan"]
    assert [line[0] for line in lines(copy)[3:]].count("Desa O'B!B2") == 1
    assert "'Desa O''B'!B2" in {cell.hyperlink.location for cell in sheet["A"][3:]}


def test_strict_workbook_is_copied_whole(save, tmp_path):
    usual, strict = "http://schemas.openxmlformats.org/", "http://purl.oclc.org/ooxml/"
    path = tmp_path / "strict.xlsx"
    with zipfile.ZipFile(save(ERRORS)) as before, zipfile.ZipFile(path, "w") as after:
        for name in before.namelist():
            text = before.read(name).decode()
            for kind in ("spreadsheetml", "officeDocument"):
                text = text.replace(f"{usual}{kind}/2006/", f"{strict}{kind}/")
            after.writestr(name, text)
    copy = annotated(path)
    assert lines(copy, "Warga") == [(*HEADINGS,), *ERRORS[1:]]
    assert marks(copy) == {"B2": RED, "D3": YELLOW}


def test_control_characters_of_a_heading_are_left_out(save):
    path = save([("NIK", "Nama", "Baju_x0001_Kaos"), ("12", "Ani", "M")])
    result = tables.read(path, Person)
    unknown = next(one for one in result.issues if one.code == "table.column_unknown")
    copy = annotated(path, evolve(result, issues=(evolve(unknown, params={"heading": "a\x01b"}),)))
    assert "ab" in lines(copy)[3][4]


def test_texts_of_comments_and_columns_are_recognised():
    text = comment_text("Catatan\nsaya", ["a\nb", "c"])
    assert text == "Catatan\nsaya\npsm-core:\n\u2022 a b\n\u2022 c"
    assert without_findings(f"{text}\nlagi\n\u2022 titik") == "Catatan\nsaya\nlagi\n\u2022 titik"
    assert [is_own_text(one) for one in (None, " ", "A2: salah", "12: salah", "Ani", 5)] == [
        *(True, True, True, True),
        *(False, False),
    ]


def test_title_is_recognised_only_alone_in_the_first_row():
    title = "Ringkasan temuan psm-core"
    assert own_heading([(1, [title, None, ""])]) == (1, 0, True)
    assert own_heading([(1, [title, "NIK"])]) is None
    assert own_heading([(2, [title])]) is None
    assert own_heading([(1, ["Temuan psm-core", "NIK"])]) == (1, 0, False)
