"""Files of other kinds: the error says what the file is and how to save it."""

import zipfile
from pathlib import Path

import pytest

from psm_core import Person, TableError, tables

FILES = Path(__file__).parent / "files"
PAGE = "<table border=1><tr><th>NIK</th><th>Nama</th></tr><tr><td>9901</td></tr></table>"
SHEET_2003 = (
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>'
)


@pytest.mark.parametrize(
    ("content", "code", "what"),
    [
        (b"%PDF-1.7\n", "table.kind", "PDF"),
        (b"{\\rtf1\\ansi", "table.kind", "RTF"),
        (b"BM\1\2\3\4\0\0\0\0", "table.kind", "BMP"),
        (b"RIFF\1\2\3\4WEBPVP8", "table.kind", "WEBP"),
        (b"\0\0\0\x18ftypheic", "table.kind", "HEIC/MP4"),
        (b"\x1f\x8b\x08\0", "table.kind", "GZIP"),
        (b'[{"NIK": "1"}]', "table.kind", "JSON"),
        (b'{"items": []}', "table.kind", "JSON"),
        (b"<svg></svg>", "table.kind", "XML"),
        (b"<!-- " + b"<!--" * 2000, "table.kind", "XML"),
        (b"<!---->" * 500 + b"<x:y>", "table.kind", "XML"),
        (b'<?xml version="1.0"?><data/>', "table.kind", "XML"),
        (b"\x09\0\4\0\2\0\x10\0", "table.other_kind", "Excel 2-4"),
        (b"\x09\x08\x08\0\0\5\5\0", "table.other_kind", "Excel 5"),
        (b"ID;PWXL;N;E\r\n", "table.other_kind", "SYLK"),
        (b"TABLE\r\n0,1\r\n", "table.other_kind", "DIF"),
        (b"\x03\x7c\x0b\x1b\1\0\0\0\x41\0\x10\0", "table.other_kind", "DBF"),
        (f"<html><body>{PAGE}</body></html>".encode(), "table.other_kind", "HTML"),
        (f"\ufeff\r\n<!-- x -->\n{PAGE}".encode(), "table.other_kind", "HTML"),
        (f"<!DOCTYPE html>{PAGE}".encode(), "table.other_kind", "HTML"),
        (f"<!DOCTYPE html>{PAGE}".encode("utf-16"), "table.other_kind", "HTML"),
        (f'<?xml version="1.0"?>\n<html>{PAGE}'.encode(), "table.other_kind", "HTML"),
        (SHEET_2003.encode(), "table.other_kind", "XML Spreadsheet 2003"),
        (b"From: <Saved by Excel>\nMIME-Version: 1.0\n", "table.other_kind", "MHTML"),
        (b'{"url": "https://docs.google.com/open?id=x"}', "table.link", None),
        (b'{"":"", "doc_id":"x","email":"x"}', "table.link", None),
        (b"[InternetShortcut]\r\nURL=x", "table.link", None),
    ],
)
def test_file_of_another_kind_is_named(tmp_path, content, code, what):
    path = tmp_path / "data.xls"
    path.write_bytes(content + b" " * 20)
    with pytest.raises(TableError) as caught:
        tables.read(path, Person)
    assert (caught.value.code, caught.value.issue.params.get("what")) == (code, what)


@pytest.mark.parametrize(
    "text",
    [
        "NIK,Nama\n9901010108900001,Ani\n",
        "Nama;NIK\n<Ani>;9901010108900001\n",
        "<NIK>,Nama\n9901010108900001,Ani\n",
        "From,NIK,Nama\nx,9901010108900001,Ani\n",
        "[NIK],Nama\n9901010108900001,Ani\n",
        " " * 5000 + "\nNIK,Nama\n9901010108900001,Ani\n",
    ],
)
def test_text_that_only_looks_like_markup_is_a_table(tmp_path, text):
    path = tmp_path / "warga.csv"
    path.write_text(text, encoding="utf-8")
    assert tables.read(path, Person).rows_read == 1


@pytest.mark.parametrize(
    ("names", "code", "what"),
    [
        (("[Content_Types].xml", "xl/workbook.bin"), "table.other_kind", "XLSB"),
        (("[Content_Types].xml", "word/document.xml"), "table.kind", "DOCX"),
        (("[Content_Types].xml", "ppt/presentation.xml"), "table.kind", "PPTX"),
        (("Index/Document.iwa",), "table.other_kind", "Numbers"),
        (("warga.xlsx",), "table.kind", "ZIP"),
        (("mimetype", "content.xml"), "table.kind", "OpenDocument"),
    ],
)
def test_zip_of_another_kind_is_named(tmp_path, names, code, what):
    path = tmp_path / "data.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, "application/vnd.oasis.opendocument.text")
    with pytest.raises(TableError) as caught:
        tables.read(path, Person)
    assert (caught.value.code, caught.value.issue.params.get("what")) == (code, what)


def test_older_document_of_office_is_named(tmp_path):
    path = tmp_path / "data.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0" + bytes(200) + "WordDocument".encode("utf-16-le"))
    with pytest.raises(TableError) as caught:
        tables.read(path, Person)
    assert (caught.value.code, caught.value.issue.params) == ("table.kind", {"what": "DOC"})
