"""Rows of a workbook are the cells that openpyxl reads, whatever a program writes."""

import zipfile
from io import BytesIO

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.styles.numbers import BUILTIN_FORMATS_REVERSE

from psm_core.tables.cells.cell import Unread
from psm_core.tables.files import xlsx, xlsx_rows

DATE_STYLE = "1"
SHEET = "xl/worksheets/sheet1.xml"
NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
TEXTS = ("Contoh", "12", " tepi ", "_x000D_", "_xD800_", "&lt;i&gt;", "")
VALUES = st.one_of(
    st.sampled_from(["12", "3.0", "1e3", "45000", "45000.25", "1", "0"]).map(
        lambda text: ("n", f"<v>{text}</v>")
    ),
    st.sampled_from(["0", "1"]).map(lambda text: ("s", f"<v>{text}</v>")),
    st.sampled_from(["0", "1"]).map(lambda text: ("b", f"<v>{text}</v>")),
    st.sampled_from(TEXTS).map(lambda text: ("str", f"<v>{text}</v>")),
    st.sampled_from(TEXTS).map(lambda text: ("inlineStr", f"<is><t>{text}</t></is>")),
    st.sampled_from(
        [
            ("n", ""),
            ("b", ""),
            ("inlineStr", ""),
            ("inlineStr", "<is><r><t>dua</t></r><r><t> bagian</t></r></is>"),
            ("e", "<v>#N/A</v>"),
            ("e", ""),
            ("d", "<v>2024-02-03</v>"),
            ("n", "<f>1+1</f><v>2</v>"),
            ("str", '<f>"0812"</f><v>0812</v>'),
            ("n", "<v></v>"),
        ]
    ),
)
CELLS = st.tuples(st.integers(1, 30), st.booleans(), st.booleans(), VALUES)


@st.composite
def sheet_rows(draw) -> str:
    """Draw the XML of some rows, which may be in any order."""
    xml = ""
    number = 0
    for _ in range(draw(st.integers(1, 4))):
        number += draw(st.sampled_from([1, 1, 1, 2, 0]))
        cells = draw(st.lists(CELLS, max_size=5))
        if draw(st.booleans()):
            cells.sort(key=lambda one: one[0])
        is_numbered = draw(st.sampled_from([True, True, False]))
        xml += f'<row r="{number}">' if is_numbered else "<row>"
        for column, is_placed, has_style, (kind, inside) in cells:
            letters = openpyxl.utils.get_column_letter(column)
            place = f' r="{letters}{number}"' if is_placed else ""
            style = f' s="{DATE_STYLE}"' if has_style else ""
            xml += f'<c{place}{style} t="{kind}">{inside}</c>'
        xml += "</row>"
    return xml


def workbook(rows: str) -> BytesIO:
    """Return a workbook with the XML of these rows and a style for dates."""
    book = openpyxl.Workbook()
    book.active.append(["bersama", "dua_x0041_"])
    book.active["A1"].number_format = next(
        form for form, number in BUILTIN_FORMATS_REVERSE.items() if number == 14
    )
    plain, made = BytesIO(), BytesIO()
    book.save(plain)
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(made, "w") as target:
        for part in source.namelist():
            target.writestr(part, source.read(part) if part != SHEET else sheet_xml(rows))
    made.seek(0)
    return made


def sheet_xml(rows: str) -> str:
    return f'<worksheet xmlns="{NAMESPACE}"><sheetData>{rows}</sheetData></worksheet>'


def read(rows: str, *, data_only: bool = False) -> list[list[object]]:
    book = xlsx.load(workbook(rows), data_only=data_only, is_strict=False)
    return [list(line) for line in xlsx_rows.rows_of(book.worksheets[0])]


def as_openpyxl(rows: str, *, data_only: bool) -> list[list[object]]:
    """Return the cells that openpyxl itself gives."""
    sheet = xlsx.load(workbook(rows), data_only=data_only, is_strict=False).worksheets[0]
    sheet.reset_dimensions()
    return [
        [xlsx_rows._value({"value": cell.value, "data_type": cell.data_type}) for cell in line]
        for line in sheet.iter_rows()
    ]


@given(rows=sheet_rows(), data_only=st.booleans())
@settings(deadline=None)
def test_rows_are_those_of_openpyxl(rows, data_only):
    try:
        expected = as_openpyxl(rows, data_only=data_only)
    except Exception as error:  # noqa: BLE001 - whatever openpyxl raises
        with pytest.raises(type(error)):
            read(rows, data_only=data_only)
    else:
        found = read(rows, data_only=data_only)
        assert found == expected
        kinds = [[type(cell) for cell in line] for line in found]
        assert kinds == [[type(cell) for cell in line] for line in expected]


def test_plain_cells_have_the_types_of_their_texts():
    cells = '<c r="A1"><v>3</v></c><c r="B1"><v>3.0</v></c><c r="D1" t="b"><v>1</v></c>'
    assert read(f'<row r="1">{cells}</row>') == [[3, 3.0, None, True]]
    assert [type(one) for one in read(f'<row r="1">{cells}</row>')[0]] == [
        int, float, type(None), bool,
    ]  # fmt: skip


def test_row_that_the_file_leaves_out_is_empty():
    assert read('<row r="2"><c r="A2" t="str"><v>x</v></c></row>') == [[], ["x"]]


def test_repeated_row_is_left_out():
    row = '<row r="1"><c r="A1"><v>1</v></c></row>'
    assert read(row + row) == [[1]]


def test_columns_after_zz_are_read_by_openpyxl():
    assert read('<row r="1"><c r="AAA1"><v>1</v></c></row>')[0][-1] == 1


def test_text_without_a_value_is_an_empty_cell():
    assert read('<row r="1"><c r="A1" t="s"/><c r="B1"><v>2</v></c></row>') == [[None, 2]]
    assert read('<row><c t="s"/><c><v>2</v></c></row>') == [[None, 2]]


def test_formatted_text_is_joined():
    parts = "<is><r><t>dua </t></r><r><t>bagian</t></r></is>"
    assert read(f'<row r="1"><c r="A1" t="inlineStr">{parts}</c></row>') == [["dua bagian"]]


def test_error_and_formula_have_no_value():
    cells = '<c r="A1" t="e"><v>#N/A</v></c><c r="B1"><f>1+1</f><v>2</v></c>'
    assert read(f'<row r="1">{cells}</row>') == [[Unread("cell.error"), Unread("cell.formula")]]


def test_row_number_that_is_no_number_is_rejected_as_by_openpyxl():
    with pytest.raises(ValueError, match="x"):
        read('<row r="x"><c r="A1"><v>1</v></c></row>')


def test_wrong_print_setup_does_not_prevent_reading(tmp_path):
    path = tmp_path / "sheet.xlsx"
    book = workbook('<row r="1"><c r="A1"><v>1</v></c></row>')
    with zipfile.ZipFile(book) as source, zipfile.ZipFile(path, "w") as target:
        for part in source.namelist():
            text = source.read(part)
            if part == SHEET:
                text = text.replace(b"</worksheet>", b'<pageSetup orientation="x"/></worksheet>')
            target.writestr(part, text)
    with path.open("rb") as file:
        sheet = xlsx.load(file, data_only=False, is_strict=False).worksheets[0]
        assert list(xlsx_rows.rows_of(sheet)) == [[1]]
