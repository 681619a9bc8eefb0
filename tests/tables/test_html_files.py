"""Web pages that systems export as xls: their tables are read like a sheet."""

import openpyxl
import pytest

from psm_core import Person, TableError, tables
from psm_core.tables.files import html_files, sheets
from psm_core.tables.files.opening import open_book

NIK = "9901014108900001"
TABLE = f"<table><tr><th>NIK</th><th>Nama</th></tr><tr><td>{NIK}</td><td>Ani</td></tr></table>"


@pytest.fixture
def page(tmp_path):
    """Return a function that writes a page under the name of an xls."""

    def write(text, encoding="utf-8"):
        path = tmp_path / "warga.xls"
        path.write_bytes(text.encode(encoding))
        return path

    return write


def rows(path):
    with open_book(path, delimiter=None) as book:
        return [(number, list(cells)) for number, cells in book.sheets[0].rows()]


def code(path):
    with pytest.raises(TableError) as caught:
        tables.read(path, Person)
    return caught.value.code


@pytest.mark.parametrize(
    "text",
    [
        f"<html><body>{TABLE}</body></html>",
        f"\ufeff\r\n<!-- x -->\n{TABLE}",
        f"<!DOCTYPE html>{TABLE}",
        f'<?xml version="1.0"?>\n<html>{TABLE}',
        TABLE.upper().replace("ANI", "Ani"),
        TABLE.replace("</td>", "").replace("</tr>", "").replace("</th>", ""),
        f"<html><style>td > b {{}}</style><script>if (a < b) '<tr><td>'</script>{TABLE}",
        f"<html><!--[if gte mso 9]><xml><tr></xml><![endif]--><body>{TABLE}",
        TABLE.replace("<td>", '<td class="a" style=\'mso-number-format:"\\@"\'>'),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_table_of_a_page_is_read(page, text, encoding):
    loaded = tables.read(page(text, encoding), Person)
    assert [(one.nik.unmasked, one.name) for one in loaded.records] == [(NIK, "Ani")]
    assert (loaded.issues, loaded.file_type, loaded.sheet) == ((), "html", "warga")


def test_lines_above_and_between_tables_are_rows(page):
    text = (
        "<head><title>SIKS</title></head><body>x<h3>DAFTAR <b>WAR</b>GA</h3><p>Desa: A<br>RT 1</p>"
        "<table><caption>Daftar</caption><tr><td>a<br>b &amp;&nbsp;c</td></tr><tr></tr>"
        "<tr><td></td><td>1 < 2</td></tr></table>di antara"
        "<table><tr><td>d</table>di bawah<div>akhir"
    )
    assert rows(page(text)) == [
        (1, ["x"]),
        (2, ["DAFTAR WARGA"]),
        (3, ["Desa: A"]),
        (4, ["RT 1"]),
        (5, ["Daftar"]),
        (6, ["a b & c"]),
        (8, [None, "1 < 2"]),
        (9, ["di antara"]),
        (10, ["d"]),
        (11, ["di bawah"]),
        (12, ["akhir"]),
    ]


def test_cells_over_several_columns_and_rows_keep_the_columns(page):
    text = (
        "<table><tr><th rowspan=2>NIK</th><th rowspan='2'>NAMA</th>"
        '<th colspan="2">ALAMAT</th></tr><tr><th>RT</th><th>RW</th></tr>'
        "<tr><td></td><td>Ani</td><td rowspan=2>001</td><td>002</td></tr>"
        "<tr><td></td><td>Budi</td><td>003</td></tr><tr><td rowspan=0 colspan=0>3</td></tr></table>"
    )
    path = page(text)
    assert rows(path)[:2] == [(1, ["NIK", "NAMA", "ALAMAT", None]), (2, [None, None, "RT", "RW"])]
    people = tables.read(path, Person).records
    addresses = [(one.ktp_address.rt, one.ktp_address.rw) for one in people]
    assert addresses == [("001", "002"), ("001", "003")]


def test_issue_has_its_cell_and_a_copy_is_a_workbook(page, tmp_path):
    path = page(f"<h1>Daftar</h1>{TABLE.replace(NIK, '990101')}")
    loaded = tables.read(path, Person)
    assert [issue.cell for issue in loaded.issues] == ["warga!A3"]
    tables.annotate(loaded, tmp_path / "salinan.xlsx")
    book = openpyxl.load_workbook(tmp_path / "salinan.xlsx")
    assert book["warga"]["A3"].comment is not None


def test_formula_is_read_as_in_a_text_file(page):
    loaded = tables.read(page(TABLE.replace(NIK, f'="{NIK}"')), Person)
    assert loaded.records[0].nik.unmasked == NIK


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<html><form>Silakan masuk</form></html>", "table.unsupported_format"),
        ("<html><table><tr><td>Silakan masuk</td></tr></table>", "table.no_header"),
        ("<table><tr><td colspan=9999999>a</td><td>b", "table.too_wide"),
        ("<table><tr>" + "<td rowspan=9>x</td>" * 20_000, "table.too_wide"),
        ("<html><tr><td>" + "<!--" * 300_000, "table.empty"),
        ("<html><tr><td>" + "<a \"'" * 300_000, "table.empty"),
        ("<html><tr><td>" + "<script>" * 300_000, "table.empty"),
        ("<html><tr><td>" + "<" * 300_000, "table.no_header"),
        (f"<html><tr><td>{NIK}\ud800".encode("utf-8", "surrogatepass"), "table.no_header"),
    ],
)
def test_malicious_page_or_one_without_a_list_is_rejected(tmp_path, text, expected):
    path = tmp_path / "x.xls"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    assert code(path) == expected


def test_page_above_the_limit_is_rejected(page, monkeypatch):
    monkeypatch.setattr(html_files, "MAX_BYTES", 10)
    assert code(page(TABLE)) == "table.too_big"


def test_page_with_too_many_cells_is_rejected(page, monkeypatch):
    monkeypatch.setattr(sheets, "MAX_CELLS", 100_000)
    path = page(TABLE + "<table>" + "<tr><td colspan=16384>" * 10)
    assert code(path) == "table.too_many_cells"
