"""XML Spreadsheet 2003: workbooks in one XML file are read like an xlsx."""

from datetime import date, datetime, time

import openpyxl
import pytest

from psm_core import Person, TableError, tables
from psm_core.tables.cells.cell import Unread
from psm_core.tables.files import xml_files
from psm_core.tables.files.opening import open_book

NIK = "9901014108900001"
TOP = '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n'
SPACES = (
    'xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
    ' xmlns:x="urn:schemas-microsoft-com:office:excel"'
    ' xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"'
    ' xmlns:html="http://www.w3.org/TR/REC-html40"'
)


def cell(value, kind="String", more=""):
    return f'<Cell{more}><Data ss:Type="{kind}">{value}</Data></Cell>'


def row(*cells, more=""):
    return f"<Row{more}>{''.join(cells)}</Row>"


HEADS = row(cell("NIK"), cell("Nama"), cell("Tanggal Lahir"))
ANI = row(cell(NIK), cell("Ani"), cell("1990-08-01T00:00:00.000", "DateTime"))


def worksheet(name, *rows, columns="", state="SheetVisible"):
    options = f"<x:WorksheetOptions><x:Visible>{state}</x:Visible></x:WorksheetOptions>"
    return (
        f'<Worksheet ss:Name="{name}"><Table>{columns}{"".join(rows)}</Table>{options}</Worksheet>'
    )


@pytest.fixture
def workbook(tmp_path):
    """Return a function that writes a workbook of sheets under the name of an xls."""

    def write(*sheets, top=TOP, spaces=SPACES, encoding="utf-8"):
        path = tmp_path / "warga.xls"
        path.write_bytes(f"{top}<Workbook {spaces}>{''.join(sheets)}</Workbook>".encode(encoding))
        return path

    return write


def rows_of(path, number=0):
    with open_book(path, delimiter=None) as book:
        return [(number, list(cells)) for number, cells in book.sheets[number].rows()]


def refusal(path):
    with pytest.raises(TableError) as caught:
        tables.read(path, Person)
    return caught.value.code


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_workbook_in_xml_is_read(workbook, encoding):
    path = workbook(worksheet("Warga", HEADS, ANI), encoding=encoding)
    loaded = tables.read(path, Person)
    assert [(one.nik.unmasked, one.birth_date) for one in loaded.records] == [
        (NIK, date(1990, 8, 1))
    ]
    assert (loaded.file_type, loaded.sheet, loaded.issues) == ("xml", "Warga", ())


def test_prefixed_elements_and_another_encoding_are_read(tmp_path):
    space = 'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"'
    body = worksheet("Warga", HEADS, ANI.replace("Ani", "Adé")).replace("x:", "ss:")
    for name in ("Worksheet", "Table", "Row", "Cell", "Data"):
        body = body.replace(f"<{name}", f"<ss:{name}").replace(f"</{name}", f"</ss:{name}")
    text = f'<?xml version="1.0" encoding="windows-1252"?><ss:Workbook {space}>{body}</ss:Workbook>'
    path = tmp_path / "x.xml"
    path.write_bytes(text.encode("cp1252"))
    assert tables.read(path, Person).records[0].name == "Adé"


def test_cells_have_values_of_their_types(workbook):
    formatted = '<html:B xmlns:html="http://www.w3.org/TR/REC-html40">te</html:B>bal'
    comment = '<Comment><Data ss:Type="String">catatan</Data></Comment>'
    cells = (
        cell("1", "Number"), cell("1.5", "Number"), cell("9.9E+15", "Number"),
        cell("x", "Number"), cell("1", "Boolean"), cell("#N/A", "Error"),
        cell("1899-12-31T07:30:00.000", "DateTime"), cell("2025-01-02T00:00:00", "DateTime"),
        cell("kemarin", "DateTime"), cell(formatted),
        cell("a &amp; b\n c", more=' ss:Formula="=A1"'),
        "<Cell><Data>polos</Data></Cell>", "<Cell/>", f"<Cell>{comment}</Cell>",
        cell("isi").replace("</Cell>", f"{comment}</Cell>"),
    )  # fmt: skip
    ((number, values),) = rows_of(workbook(worksheet("A", row(*cells))))
    assert number == 1
    assert values == [
        1, 1.5, 9.9e15, "x", True, Unread("cell.error"), time(7, 30), datetime(2025, 1, 2),
        "kemarin", "tebal", "a & b\n c", "polos", None, None, "isi",
    ]  # fmt: skip


def test_indexes_and_merged_cells_keep_rows_and_columns(workbook):
    sheet = worksheet(
        "A",
        row(cell("a"), cell("c", more=' ss:Index="3"')),
        row(cell("b", more=' ss:MergeAcross="2"'), cell("e"), more=' ss:Index="5"'),
        row(more=' ss:Span="2"'),
        row(cell("f")),
    )
    assert rows_of(workbook(sheet)) == [
        (1, ["a", None, "c"]),
        (5, ["b", None, None, "e"]),
        (9, ["f"]),
    ]


def test_cell_merged_over_rows_applies_to_each(workbook):
    family = "9901010404160020"
    heads = row(cell("NO. KK"), cell("NIK"), cell("Nama"))
    first = row(cell(family, more=' ss:MergeDown="1"'), cell(NIK), cell("Ani"))
    second = row(cell("9901010108900002", more=' ss:Index="2"'), cell("Budi"))
    people = tables.read(workbook(worksheet("A", heads, first, second)), Person).records
    assert [one.kk.unmasked for one in people] == [family, family]


def test_hidden_parts_are_named(workbook):
    columns = '<Column/><Column ss:Hidden="1"/><Column ss:Index="5" ss:Hidden="1" ss:Span="3"/>'
    hidden = ANI.replace("<Row", '<Row ss:Hidden="1"')
    path = workbook(
        worksheet("A", HEADS, hidden, columns=columns),
        worksheet("Lama", HEADS, ANI, state="SheetHidden"),
        worksheet("Kosong"),
    )
    loaded = tables.read(path, Person)
    assert [(issue.cell, issue.code) for issue in loaded.issues] == [
        ("Lama!1", "table.hidden_sheet_unread"),
        ("A!B1", "table.hidden_columns"),
        ("A!2", "table.hidden_rows"),
    ]
    assert len(tables.read(path, Person, sheet="Lama").records) == 1


def test_copy_with_issues_is_an_xlsx(workbook, tmp_path):
    path = workbook(worksheet("Warga", HEADS, ANI.replace(NIK, "9901")))
    tables.annotate(tables.read(path, Person), tmp_path / "salinan.xlsx")
    book = openpyxl.load_workbook(tmp_path / "salinan.xlsx")
    assert book["Warga"]["A2"].comment is not None


@pytest.mark.parametrize(
    ("sheets", "code"),
    [
        (("",), "table.empty"),
        (("<Worksheet>",), "table.damaged"),
        ((worksheet("A", row(cell("a", more=' ss:Index="99999"'))),), "table.damaged"),
        ((worksheet("A", row(cell("a"), cell("b", more=' ss:Index="1"'))),), "table.damaged"),
        ((worksheet("A", row(cell("a", more=' ss:MergeAcross="-2"'))),), "table.no_header"),
        ((worksheet("A", row(cell("a"), more=' ss:Index="0"')),), "table.damaged"),
        ((worksheet("A", row(cell("a"), more=' ss:Index="x"')),), "table.damaged"),
    ],
)
def test_damaged_workbook_is_rejected(workbook, sheets, code):
    assert refusal(workbook(*sheets)) == code


def test_document_type_is_rejected(workbook):
    top = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]>'
    assert refusal(workbook(worksheet("A", HEADS), top=top)) == "table.damaged"


def test_file_above_the_limit_is_rejected(workbook, monkeypatch):
    monkeypatch.setattr(xml_files, "MAX_BYTES", 10)
    assert refusal(workbook(worksheet("A", HEADS))) == "table.too_big"
