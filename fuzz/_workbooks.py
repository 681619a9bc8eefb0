"""Valid xlsx and ods files, any part of which can be replaced by malicious content."""

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final
from xml.sax.saxutils import quoteattr

from ._bytes import Bytes

SHEET: Final = "xl/worksheets/sheet1.xml"
BLANKS: Final = b'<table:table-row table:style-name="ro1" table:number-rows-repeated="1048565">'
"""The start of the blank rows below the table in the ods of the tests."""
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEADINGS = ("NIK", "Nama Lengkap", "Tanggal Lahir", "Jenis Kelamin", "Desa/Kelurahan", "RT")
_FILES = Path(__file__).parents[1] / "tests" / "tables" / "files"
_KINDS = ("n", "s", "str", "inlineStr", "b", "e", "d", "x")
_TEXTS = (
    "9901014108900001", "Ani", "1990-08-01", "33086", "P", "Angsana", "63.10.09.2005", "1e400",
    "-1", "nan", "0", "1", "TRUE", "#REF!", "99999999999999999999", "1990-13-45T99:00:00",
)  # fmt: skip
_PLACES = ("A1", "B2", "XFD1", "XFE1", "A1048577", "a1", "1A", "A", "1", "", "AAAAAAA1", "A0")


def _relations(*pairs: tuple[str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(pairs, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


@cache
def parts() -> Mapping[str, str]:
    """Return the parts of a valid workbook with one sheet."""
    overrides = "".join(
        f'<Override PartName="/xl/{name}.xml" ContentType="{_TYPES}.{kind}+xml"/>'
        for name, kind in (
            ("workbook", "sheet.main"),
            ("worksheets/sheet1", "worksheet"),
            ("sharedStrings", "sharedStrings"),
            ("styles", "styles"),
        )
    )
    return {
        "[Content_Types].xml": (
            f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f"{overrides}</Types>"
        ),
        "_rels/.rels": _relations(("officeDocument", "xl/workbook.xml")),
        "xl/_rels/workbook.xml.rels": _relations(
            ("worksheet", "/" + SHEET),
            ("sharedStrings", "sharedStrings.xml"),
            ("styles", "styles.xml"),
        ),
        "xl/workbook.xml": (
            f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><workbookPr/><sheets>'
            '<sheet name="Warga" sheetId="1" r:id="rId1"/></sheets></workbook>'
        ),
        "xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}"><si><t>Ani</t></si></sst>',
        "xl/styles.xml": (
            f'<styleSheet xmlns="{_MAIN}"><fonts><font/></fonts><fills>'
            "<fill><patternFill/></fill></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf/>"
            '<xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="22"/><xf numFmtId="46"/>'
            "</cellXfs></styleSheet>"
        ),
        SHEET: sheet(b"").decode(),
    }


def sheet(rows: bytes) -> bytes:
    """Return a sheet with valid headings and some rows."""
    heads = "".join(f'<c t="inlineStr"><is><t>{one}</t></is></c>' for one in _HEADINGS)
    return b'<worksheet xmlns="%s"><sheetData><row r="1">%s</row>%s</sheetData></worksheet>' % (
        _MAIN.encode(), heads.encode(), rows,
    )  # fmt: skip


def xlsx(changed: Mapping[str, bytes], *, packing: int = zipfile.ZIP_STORED) -> bytes:
    """Return a workbook with some parts changed or added."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", packing) as archive:
        for name, part in {**parts(), **changed}.items():
            archive.writestr(name, part)
    return content.getvalue()


def rows_of_cells(bytes_: Bytes) -> bytes:
    """Return rows of cells of every type, with references that may not exist."""
    return "".join(_rows(bytes_)).encode("utf-8", "replace")


def _rows(bytes_: Bytes) -> Iterator[str]:
    while bytes_:
        flags = bytes_.byte()
        number = f" r={quoteattr(str(bytes_.number()))}" if flags & 1 else ""
        cells = "".join(_cell(bytes_) for _ in range(flags % 8))
        yield f"<row{number}>{cells}</row>"


def _cell(bytes_: Bytes) -> str:
    flags, kind = bytes_.byte(), bytes_.one_of(_KINDS)
    place = f" r={quoteattr(bytes_.one_of(_PLACES))}" if flags & 1 else ""
    style = f' s="{bytes_.byte() % 6}"' if flags & 2 else ""
    text = _escaped(bytes_.text()) if flags & 4 else bytes_.one_of(_TEXTS)
    formula = "<f>A1</f>" if flags & 8 else ""
    value = f"<is><t>{text}</t></is>" if kind == "inlineStr" else f"<v>{text}</v>"
    return f'<c t="{kind}"{place}{style}>{formula}{value}</c>'


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def with_changed_bytes(whole: bytes, bytes_: Bytes) -> bytes:
    """Return a file with single bytes changed: three bytes give a position, one the new value."""
    built = bytearray(whole)
    while bytes_:
        built[int.from_bytes(bytes_.take(3), "big") % len(built)] = bytes_.byte()
    return bytes(built)


@cache
def xls() -> bytes:
    """Return the valid xls of the tests."""
    return (_FILES / "psm.xls").read_bytes()


def ods(content: Callable[[bytes], bytes]) -> bytes:
    """Return the valid ods of the tests with its content changed."""
    built = io.BytesIO()
    with zipfile.ZipFile(_FILES / "psm.ods") as valid, zipfile.ZipFile(built, "w") as archive:
        archive.writestr("mimetype", valid.read("mimetype"))
        archive.writestr("META-INF/manifest.xml", valid.read("META-INF/manifest.xml"))
        archive.writestr("content.xml", content(valid.read("content.xml")))
    return built.getvalue()
