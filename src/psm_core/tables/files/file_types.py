"""File formats that are not supported, detected by their first bytes or zip parts."""

import re
from collections.abc import Set as AbstractSet
from typing import Final

from ...errors import TableError
from .sheets import table_error

HEADER_BYTES: Final = 4096
"""Number of bytes by which a format is detected."""
_NOT_TABLES: Final = (
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
    (b"ARROW1", "Arrow"),
    (b"\0\1\0\0Standard", "Access"),
    (b"BEGIN:VCARD", "vCard"),
    (b"L\0\0\0\1\x14\2\0", "LNK"),
)
_BINARY: Final = (
    (rb".{257}ustar", "TAR"),
    (rb"BM.{4}\0{4}", "BMP"),
    (rb"RIFF.{4}WEBP", "WEBP"),
    (rb".{4}ftyp", "HEIC/MP4"),
)
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


def reject_other_format(begin: bytes) -> None:
    """Raise an error for a file of an unsupported format; web pages and workbooks in XML are none.

    Raises:
        TableError: ``table.not_a_table``, ``table.unsupported_format``, ``table.column_format``,
            ``table.link``.

    """
    if begin.startswith(b"PAR1"):
        raise table_error("table.column_format", what="Parquet")
    for mark, what in _NOT_TABLES:
        if begin.startswith(mark):
            raise table_error("table.not_a_table", what=what)
    for pattern, what in _BINARY:
        if re.match(pattern, begin, re.DOTALL):
            raise table_error("table.not_a_table", what=what)
    for pattern, what in _OTHER_TABLES:
        if re.match(pattern, begin, re.DOTALL):
            raise _unsupported(what)
    _reject_markup(_text(begin).lower())


def is_xml_workbook(begin: bytes) -> bool:
    """Return whether a file is a workbook in XML (XML Spreadsheet 2003)."""
    text = _text(begin).lower()
    return text.startswith("<") and _SPREADSHEET_ML in text


def is_html(begin: bytes) -> bool:
    """Return whether a file is a web page."""
    text = _skip_comments(_text(begin).lower())
    element = _skip_comments(text.partition("?>")[2]) if text.startswith("<?xml") else text
    return re.match(_HTML, element) is not None


def _text(begin: bytes) -> str:
    """Return the first characters of a text in any encoding."""
    text = begin.replace(b"\0", b"").decode("latin-1")
    return text.lstrip("\u00ef\u00bb\u00bf\u00ff\u00fe \r\n\t")


def _skip_comments(text: str) -> str:
    """Return a text without the comments before its first element."""
    text = text.lstrip()
    while text.startswith("<!--") and "-->" in text:
        text = text.partition("-->")[2].lstrip()
    return text


def _reject_markup(text: str) -> None:
    """Raise an error for HTML, XML, JSON, MHTML and links."""
    if re.match(_LINK, text):
        raise table_error("table.link")
    if re.match(_MHTML, text):
        raise _unsupported("MHTML")
    if text[:1] == "<":
        if _SPREADSHEET_ML in text:
            return
        text = _skip_comments(text)
        is_xml = text.startswith("<?xml")
        element = _skip_comments(text.partition("?>")[2]) if is_xml else text
        if re.match(_HTML, element):
            return
        if is_xml or re.match(_XML, element):
            raise table_error("table.not_a_table", what="XML")
    if re.match(_JSON, text):
        raise table_error("table.not_a_table", what="JSON")


def reject_other_zip(names: AbstractSet[str]) -> None:
    """Raise an error for a zip that is not an xlsx, xlsm or ods, by the names of its parts.

    Raises:
        TableError: ``table.not_a_table``, ``table.unsupported_format``.

    """
    if "xl/workbook.bin" in names:
        raise _unsupported("XLSB")
    if any(name.endswith(".iwa") or name == "index.zip" for name in map(str.lower, names)):
        raise _unsupported("Numbers")
    for folder, what in (("word/", "DOCX"), ("ppt/", "PPTX"), ("visio/", "VSDX")):
        if any(name.startswith(folder) for name in names):
            raise table_error("table.not_a_table", what=what)


_STREAMS: Final = (("WordDocument", "DOC"), ("PowerPoint Document", "PPT"), ("__nameid", "MSG"))
MARKS: Final = {name.encode("utf-16-le"): what for name, what in _STREAMS}
"""Bytes in an older Office document that is not a workbook → its format."""


def _unsupported(what: str) -> TableError:
    return table_error("table.unsupported_format", what=what)
