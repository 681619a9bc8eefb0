"""The look of cells of xls and ods, which their annotated copies keep."""

import struct
import zipfile
from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest

from psm_core import Person, tables
from psm_core.tables.files import cell_formats, ods_formats, xls_formats
from psm_core.tables.files.cell_formats import CellFormat, FormattedRange, SheetFormats
from psm_core.tables.files.hidden_parts import HiddenParts
from psm_core.tables.reports import copied_formats
from psm_core.tables.reports.copied_formats import CopiedFormats, formats_of

FILES = Path(__file__).parent / "files"
GREEN, RED = "FF92D050", "FFFF0000"


@pytest.mark.parametrize("name", ["warna.xls", "warna.ods"])
def test_copy_has_the_look_of_the_file_and_is_read_as_the_same(tmp_path, name):
    result = tables.read(FILES / name, Person)
    copy = tmp_path / "y.xlsx"
    tables.annotate(result, copy)
    sheet = openpyxl.load_workbook(copy)["Warga"]
    assert {str(one) for one in sheet.merged_cells.ranges} == {"A1:D1", "E3:E4"}
    assert [sheet["A1"].font.b, sheet["A3"].font.b, sheet["B3"].font.i] == [True, False, True]
    assert sheet["B3"].font.color.rgb == RED
    assert {cell.fill.fgColor.rgb for cell in sheet[5]} == {GREEN}
    assert sheet["A4"].fill.fgColor.rgb == "FFFFC7CF"
    assert [sheet.cell(3, at).number_format for at in (1, 3, 4)] == ["@", "dd/mm/yyyy", "#,##0"]
    widths = [sheet.column_dimensions[letter].width for letter in "ABC"]
    assert widths == sorted(widths, key=[24, 30, 12].index) if name.endswith("xls") else all(widths)
    assert sheet.column_dimensions["D"].hidden
    assert sheet.row_dimensions[4].hidden
    again = tables.read(copy, Person)
    assert (again.records, again.issues) == (result.records, result.issues)


NAMES = {
    "office": "office",
    "t": "table",
    "s": "style",
    "fo": "xsl-fo-compatible",
    "n": "datastyle",
}
SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in NAMES.items()
)


@pytest.fixture
def ods(tmp_path):
    """Return a function that returns the formats of the only sheet of a file."""

    def read(styles, table, *, named=""):
        path = tmp_path / "x.ods"
        with zipfile.ZipFile(path, "w") as archive:
            if named:
                archive.writestr("styles.xml", f"<office:d {SPACES}>{named}</office:d>")
            content = f'{styles}<t:table t:name="A">{table}</t:table>'
            archive.writestr("content.xml", f"<office:d {SPACES}>{content}</office:d>")
        return formats_of(path, "ods").get("A")

    return read


def style(name, properties="", *, family="table-cell", more=""):
    kind = "table-column" if family == "table-column" else "table-cell"
    inner = f"<s:{kind}-properties {properties}/>"
    return f'<s:style s:name="{name}" s:family="{family}" {more}>{inner}</s:style>'


def test_ods_cells_have_the_format_of_their_style_its_parent_their_row_or_their_column(ods):
    named = style("Kuning", 'fo:background-color="#ffff00" fo:font-weight="bold"')
    styles = style("a", 'fo:color="#FF0000"', more='s:parent-style-name="Kuning"')
    styles += style("b", 'fo:font-style="italic" fo:background-color="transparent"')
    sheet = ods(
        styles,
        '<t:table-column t:number-columns-repeated="2"/>'
        '<t:table-column t:default-cell-style-name="b" t:number-columns-repeated="2"/>'
        '<t:table-row t:number-rows-repeated="2"><t:table-cell t:style-name="a"/>'
        '<t:table-cell t:number-columns-repeated="2"/><t:table-cell t:style-name="x"/>'
        '<t:table-cell t:number-columns-repeated="x"/></t:table-row>'
        '<t:table-row t:default-cell-style-name="Kuning"><t:table-cell/></t:table-row>',
        named=named,
    )
    yellow = CellFormat(fill="FFFFFF00", is_bold=True)
    assert list(sheet.ranges()) == [
        FormattedRange(1, 2, 0, 0, yellow._replace(text_color=RED)),
        FormattedRange(1, 2, 2, 2, CellFormat(is_italic=True)),
        FormattedRange(3, 3, 0, 0, yellow),
    ]


def test_ods_style_that_is_its_own_parent_is_read(ods):
    styles = style("a", 'fo:color="#ff0000"', more='s:parent-style-name="a"')
    sheet = ods(styles, '<t:table-row><t:table-cell t:style-name="a"/></t:table-row>')
    assert list(sheet.ranges()) == [FormattedRange(1, 1, 0, 0, CellFormat(text_color=RED))]


def test_ods_widths_are_read_in_every_unit(ods):
    lengths = ("2.54cm", "25.4mm", "1in", "72pt", "3px", "0.01in")
    styles = "".join(
        style(f"c{at}", f's:column-width="{one}"', family="table-column")
        for at, one in enumerate(lengths)
    )
    columns = "".join(f'<t:table-column t:style-name="c{at}"/>' for at in range(len(lengths)))
    assert ods(styles, columns).widths == dict.fromkeys(range(4), 13.0)


def test_ods_merged_cells_are_read(ods):
    cells = '<t:table-cell t:number-columns-spanned="3" t:number-rows-spanned="2"/>'
    sheet = ods("", f"<t:table-row><t:table-cell/>{cells}</t:table-row>")
    assert sheet.merged == [(1, 2, 1, 3)]


@pytest.mark.parametrize(
    ("kind", "parts", "code"),
    [
        (
            "date",
            '<n:day n:style="long"/><n:text>/</n:text><n:month n:style="long"/>',
            "dd/mm",
        ),
        ("date", '<n:day/><n:text> </n:text><n:month n:textual="true" n:style="long"/>', "d mmmm"),
        ("date", '<n:month n:textual="true"/><n:text> thn "</n:text><n:year/>', 'mmm" thn "yy'),
        ("number", '<n:number n:decimal-places="2" n:grouping="true"/>', "#,###.00"),
        ("number", '<n:number n:decimal-places="0" n:min-integer-digits="3"/>', "000"),
        ("number", '<n:number n:min-integer-digits="1"/>', None),
        ("number", "<n:fraction/>", None),
        ("number", "", None),
        ("text", "<n:text-content/>", "@"),
        (
            "currency",
            '<n:currency-symbol>Rp</n:currency-symbol><n:number n:decimal-places="0"/>',
            '"Rp"#',
        ),
    ],
)
def test_ods_number_formats_become_those_of_an_xlsx(ods, kind, parts, code):
    styles = f'<n:{kind}-style s:name="N1">{parts}</n:{kind}-style><n:text>di luar</n:text>'
    styles += style("a", 'fo:color="#ff0000"', more='s:data-style-name="N1"')
    sheet = ods(styles, '<t:table-row><t:table-cell t:style-name="a"/></t:table-row>')
    assert [one.format.number_format for one in sheet.ranges()] == [code]


def test_formats_of_a_harmful_or_large_file_are_left_out(ods, tmp_path, monkeypatch):
    columns = '<t:table-column t:number-columns-repeated="16384"/>' * 2
    assert ods("", columns).widths == {}
    monkeypatch.setattr(ods_formats, "_MAX_STEPS", 16_000)
    assert ods("", columns) is None
    path = tmp_path / "y.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("content.xml", "<!DOCTYPE a><a/>")
    assert formats_of(path, "ods") == {}
    assert formats_of(path, "html") == {}
    monkeypatch.setattr(copied_formats, "_MAX_BYTES", 1)
    assert formats_of(FILES / "warna.ods", "ods") == {}


def test_ranges_are_read_to_a_limit(monkeypatch):
    monkeypatch.setattr(cell_formats, "MAX_RANGES", 1)
    sheet = SheetFormats()
    for row in (1, 2):
        sheet.add(FormattedRange(row, row, 0, 0, CellFormat(is_bold=True)))
    assert [one.top for one in sheet.ranges()] == [1]


def record(kind, content):
    return struct.pack("<HH", kind, len(content)) + content


def test_xls_formats_use_the_palette_and_ranges_of_several_cells(tmp_path, monkeypatch):
    font = record(0x31, struct.pack("<4H", 200, 0, 0x7FFF, 400))
    bold = record(0x31, struct.pack("<4H", 200, 0, 9, 700))
    code = '0" kg"'.encode("utf-16-le")
    formats = [(5, 0, 1 << 26, 8), (99, 200, 0, 0)]
    sheet = (
        record(0xBE, struct.pack("<6H", 2, 0, 0, 0, 7, 2))
        + record(0xBD, struct.pack("<3HI", 3, 1, 1, 0) + struct.pack("<H", 1))
        + record(0x204, struct.pack("<3H", 4, 0, 0))
        + record(0x0A, b"")
    )
    body = (
        font * 4
        + bold
        + record(0x41E, struct.pack("<HHB", 200, len(code) // 2, 1) + code)
        + b"".join(record(0xE0, struct.pack("<HH10xIH", *one)) for one in formats)
        + record(0x92, struct.pack("<H4B", 1, 0x92, 0xD0, 0x50, 0))
    )
    begin = record(0x809, struct.pack("<HH", 0x600, 5))
    bound = 8 + 4 + len("A")
    start = len(begin) + len(body) + bound + 4
    body += record(0x85, struct.pack("<I2xBB", start, 1, 0) + b"A") + record(0x0A, b"")
    stream = begin + body + begin + sheet
    monkeypatch.setattr(xls_formats, "workbook_stream", lambda _: stream)
    path = tmp_path / "x.xls"
    path.write_bytes(b"")
    green = CellFormat(fill=GREEN, text_color="FFFFFFFF", is_bold=True)
    number = CellFormat(number_format='0" kg"')
    assert list(formats_of(path, "xls")["A"].ranges()) == [
        FormattedRange(3, 3, 0, 1, green),
        FormattedRange(4, 4, 1, 1, number),
        FormattedRange(5, 5, 0, 0, green),
    ]
    monkeypatch.setattr(xls_formats, "workbook_stream", lambda _: b"\x09\x08\4\0\0\5")
    assert formats_of(path, "xls") == {}


def copied(rows, *formats, widths=(), merged=()):
    sheet = openpyxl.Workbook().active
    for row in rows:
        sheet.append(row)
    look = SheetFormats()
    look.widths = dict(enumerate(widths))
    for at, one in enumerate(formats):
        look.add(FormattedRange(1, 9, at, at, CellFormat(number_format=one, fill=GREEN)))
    look.merged = merged
    applied = CopiedFormats(sheet, look)
    applied.apply()
    assert not list(applied.merged())
    return sheet


def test_number_formats_that_would_change_a_value_are_left_out():
    values = [1, datetime(1990, 8, 1), date(1990, 8, 1), time(7), "01", None, 5]
    codes = ["dd-mm-yyyy", "hh:mm", "mmm yyyy", "hh", "0", "0", "0.0"]
    sheet = copied([values, values], *codes)
    written = [cell.number_format for cell in sheet[1]]
    assert written == [
        *("General", "yyyy-mm-dd h:mm:ss", "mmm yyyy", "h:mm:ss", "General", "0", "0.0")
    ]


def test_formats_and_widths_beyond_the_values_are_left_out(monkeypatch):
    sheet = copied([["a"]], None, None, widths=(0, 30), merged=[(2, 3, 0, 0), (1, 1, 1, 2)])
    assert (sheet.max_row, sheet.max_column) == (1, 1)
    assert not any(one.width == 30 for one in sheet.column_dimensions.values())
    parts = HiddenParts()
    parts.replace([(1, 5)], [(0, 3)])
    copied_formats.hide(sheet, parts)
    assert [at for at, one in sheet.column_dimensions.items() if one.hidden] == ["A"]
    assert [at for at, one in sheet.row_dimensions.items() if one.hidden] == [1]
    monkeypatch.setattr(copied_formats, "_MAX_CELLS", 1)
    sheet = copied([["a"], ["b"]], None)
    assert [sheet.cell(row, 1).fill.fill_type for row in (1, 2)] == ["solid", None]
