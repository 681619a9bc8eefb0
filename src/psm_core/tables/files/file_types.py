"""Kinds of files that are not read, recognised by how they begin or by the parts of a zip."""

import re
from collections.abc import Set as AbstractSet
from typing import Final

from ...errors import TableError
from .sheets import refused

LOOKED_AT: Final = 4096
"""How many bytes of a file are looked at."""
_NO_TABLES: Final = (
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"{\\rtf", "RTF"),
    (b"PK\x05\x06", "ZIP"),
    (b"\x1f\x8b", "GZIP"),
    (b"7z\xbc\xaf", "7Z"),
    (b"Rar!\x1a", "RAR"),
    (b"SQLite format 3", "SQLite"),
    (b"PAR1", "Parquet"),
    (b"ARROW1", "Arrow"),
    (b"\0\1\0\0Standard", "Access"),
    (b"BEGIN:VCARD", "vCard"),
    (b"L\0\0\0\1\x14\2\0", "LNK"),
)
_BINARY: Final = ((rb"BM.{4}\0{4}", "BMP"), (rb"RIFF.{4}WEBP", "WEBP"), (rb".{4}ftyp", "HEIC/MP4"))
_OTHER_TABLES: Final = (
    (rb"\x09[\0\2\4]..", "Excel 2-4"),
    (rb"\x09\x08.{4}", "Excel 5"),
    (rb"ID;P", "SYLK"),
    (rb"TABLE\r?\n0,1", "DIF"),
    (rb"[\x03\x30\x83\x8b\xf5].[\x01-\x0c][\x01-\x1f].{4}.\0", "DBF"),
)
_ELEMENTS: Final = (
    "html|head|meta|body|table|thead|tbody|tr|style|link|title|div|span|center|form|script|font|p"
    "|h[1-6]"
)
_HTML: Final = rf"<(?:!doctype\s+html|(?:{_ELEMENTS})[\s>/])"
_XML: Final = r"<(?:!doctype\s|!--|svg[\s>]|[a-z]+:[a-z])"
_SPREADSHEET_ML: Final = "urn:schemas-microsoft-com:office:spreadsheet"
_MHTML: Final = r"(?:[a-z-]+:[^\n]*\n)*mime-version:"
_LINK: Final = r'\{\s*"[^{}]*docs\.google\.com|\{\s*"[^{}]*"doc_id"|\[internetshortcut\]'
_JSON: Final = r'\s*(?:\{\s*"|\[\s*[\[{])'


def need_read_kind(begin: bytes) -> None:
    """Refuse a file that begins like no file that is read here.

    Raises:
        TableError: ``table.not_a_table``, ``table.unsupported_format``, ``table.link``.

    """
    for mark, what in _NO_TABLES:
        if begin.startswith(mark):
            raise refused("table.not_a_table", what=what)
    for pattern, what in _BINARY:
        if re.match(pattern, begin, re.DOTALL):
            raise refused("table.not_a_table", what=what)
    for pattern, what in _OTHER_TABLES:
        if re.match(pattern, begin, re.DOTALL):
            raise _other(what)
    _need_plain_text(_text(begin).lower())


def _text(begin: bytes) -> str:
    """Return the first letters of a text, whatever its encoding is."""
    text = begin.replace(b"\0", b"").decode("latin-1")
    return text.lstrip("\u00ef\u00bb\u00bf\u00ff\u00fe \r\n\t")


def _past_comments(text: str) -> str:
    """Return a text from its first element on, or from a comment without end."""
    text = text.lstrip()
    while text.startswith("<!--") and "-->" in text:
        text = text.partition("-->")[2].lstrip()
    return text


def _need_plain_text(text: str) -> None:
    if re.match(_LINK, text):
        raise refused("table.link")
    if re.match(_MHTML, text):
        raise _other("MHTML")
    if text[:1] == "<":
        if _SPREADSHEET_ML in text:
            raise _other("XML Spreadsheet 2003")
        text = _past_comments(text)
        is_xml = text.startswith("<?xml")
        element = _past_comments(text.partition("?>")[2]) if is_xml else text
        if re.match(_HTML, element):
            raise _other("HTML")
        if is_xml or re.match(_XML, element):
            raise refused("table.not_a_table", what="XML")
    if re.match(_JSON, text):
        raise refused("table.not_a_table", what="JSON")


def need_read_zip(names: AbstractSet[str]) -> None:
    """Refuse a zip that is no xlsx, xlsm or ods, by the names of its parts.

    Raises:
        TableError: ``table.not_a_table``, ``table.unsupported_format``.

    """
    if "xl/workbook.bin" in names:
        raise _other("XLSB")
    if any(name.endswith(".iwa") or name == "index.zip" for name in map(str.lower, names)):
        raise _other("Numbers")
    for folder, what in (("word/", "DOCX"), ("ppt/", "PPTX"), ("visio/", "VSDX")):
        if any(name.startswith(folder) for name in names):
            raise refused("table.not_a_table", what=what)


_STREAMS: Final = (("WordDocument", "DOC"), ("PowerPoint Document", "PPT"), ("__nameid", "MSG"))
MARKS: Final = {name.encode("utf-16-le"): what for name, what in _STREAMS}
"""What an older document of Office has in it that is no workbook → its kind."""


def _other(what: str) -> TableError:
    return refused("table.unsupported_format", what=what)
