"""Files of other types: the error names the type and says how to save the table."""

import gzip
import zipfile
from pathlib import Path

import pytest

from psm_core import Person, TableError, tables

FILES = Path(__file__).parent / "files"


@pytest.mark.parametrize(
    ("content", "code", "what"),
    [
        (b"PAR1", "table.column_format", "Parquet"),
        (b"%PDF-1.7\n", "table.not_a_table", "PDF"),
        (b"{\\rtf1\\ansi", "table.not_a_table", "RTF"),
        (b"BM\1\2\3\4\0\0\0\0", "table.not_a_table", "BMP"),
        (b"RIFF\1\2\3\4WEBPVP8", "table.not_a_table", "WEBP"),
        (b"\0\0\0\x18ftypheic", "table.not_a_table", "HEIC/MP4"),
        (b"warga.csv" + bytes(248) + b"ustar", "table.not_a_table", "TAR"),
        (gzip.compress(gzip.compress(b"NIK,Nama", mtime=0), mtime=0), "table.not_a_table", "GZIP"),
        (gzip.compress(b"%PDF-1.7", mtime=0), "table.not_a_table", "PDF"),
        (b'[{"NIK": "1"}]', "table.not_a_table", "JSON"),
        (b'{"items": []}', "table.not_a_table", "JSON"),
        (b"<svg></svg>", "table.not_a_table", "XML"),
        (b"<!-- " + b"<!--" * 2000, "table.not_a_table", "XML"),
        (b"<!---->" * 500 + b"<x:y>", "table.not_a_table", "XML"),
        (b'<?xml version="1.0"?><data/>', "table.not_a_table", "XML"),
        (b"\x09\0\4\0\2\0\x10\0", "table.unsupported_format", "Excel 2-4"),
        (b"\x09\x08\x08\0\0\5\5\0", "table.unsupported_format", "Excel 5"),
        (b"ID;PWXL;N;E\r\n", "table.unsupported_format", "SYLK"),
        (b"TABLE\r\n0,1\r\n", "table.unsupported_format", "DIF"),
        (b"\x03\x7c\x0b\x1b\1\0\0\0\x41\0\x10\0", "table.unsupported_format", "DBF"),
        (b"<html><body>Silakan masuk</body></html>", "table.unsupported_format", "HTML"),
        (b"From: <Saved by Excel>\nMIME-Version: 1.0\n", "table.unsupported_format", "MHTML"),
        (b'{"url": "https://docs.google.com/open?id=x"}', "table.link", None),
        (b'{"":"", "doc_id":"x","email":"x"}', "table.link", None),
        (b"[InternetShortcut]\r\nURL=x", "table.link", None),
    ],
)
def test_other_file_type_is_named_in_the_error(tmp_path, content, code, what):
    path = tmp_path / "data.xls"
    path.write_bytes(content + b"\0" * 20 if content[:2] == b"\x1f\x8b" else content + b" " * 20)
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
def test_text_that_looks_like_markup_is_read_as_a_table(tmp_path, text):
    path = tmp_path / "warga.csv"
    path.write_text(text, encoding="utf-8")
    assert tables.read(path, Person).rows_read == 1


@pytest.mark.parametrize(
    ("names", "code", "what"),
    [
        (("[Content_Types].xml", "xl/workbook.bin"), "table.unsupported_format", "XLSB"),
        (("[Content_Types].xml", "word/document.xml"), "table.not_a_table", "DOCX"),
        (("[Content_Types].xml", "ppt/presentation.xml"), "table.not_a_table", "PPTX"),
        (("Index/Document.iwa",), "table.unsupported_format", "Numbers"),
        (("warga.xlsx",), "table.not_a_table", "ZIP"),
        (("mimetype", "content.xml"), "table.not_a_table", "OpenDocument"),
    ],
)
def test_other_zip_file_type_is_named_in_the_error(tmp_path, names, code, what):
    path = tmp_path / "data.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, "application/vnd.oasis.opendocument.text")
    with pytest.raises(TableError) as caught:
        tables.read(path, Person)
    assert (caught.value.code, caught.value.issue.params.get("what")) == (code, what)


@pytest.mark.parametrize(
    ("manifest", "package", "code"),
    [
        ("<manifest:encryption-data/>", "content.xml", "table.encrypted"),
        ("<manifest/>", "encrypted-package", "table.encrypted"),
        ("<manifest/>", "content.xml", "table.empty"),
    ],
)
def test_ods_with_a_password_is_named_in_the_error(tmp_path, manifest, package, code):
    path = tmp_path / "data.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr(package, bytes(100))
    with pytest.raises(TableError) as caught:
        tables.read(path, Person)
    assert caught.value.code == code


def test_old_office_document_is_named_in_the_error(tmp_path):
    path = tmp_path / "data.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0" + bytes(200) + "WordDocument".encode("utf-16-le"))
    with pytest.raises(TableError) as caught:
        tables.read(path, Person)
    assert (caught.value.code, caught.value.issue.params) == ("table.not_a_table", {"what": "DOC"})
