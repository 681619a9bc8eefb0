"""The formats of cells in the XML of an ods."""

import re
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Final, NamedTuple
from xml.parsers import expat

from .cell_formats import PLAIN, CellFormat, FormattedRange, SheetFormats, text_color
from .ods_number_formats import NumberFormats
from .sheets import MAX_COLUMNS

_TABLE: Final = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
_STYLE: Final = "urn:oasis:names:tc:opendocument:xmlns:style:1.0 "
_FO: Final = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0 "
_MAX_ROWS: Final = 1 << 20
_CHUNK: Final = 1 << 16
_COLOR: Final = r"#([0-9A-Fa-f]{6})"
_LENGTH: Final = r"([0-9]{1,4}(?:\.[0-9]{1,9})?)(cm|mm|in|pt)"
_INCHES: Final[Mapping[str, float]] = {"cm": 1 / 2.54, "mm": 1 / 25.4, "in": 1, "pt": 1 / 72}
_DOTS_PER_INCH, _DOTS_OF_MARGIN, _DOTS_PER_CHARACTER = 96, 5, 7
_BOLD: Final = frozenset({"bold", "600", "700", "800", "900"})
_MAX_PARENTS: Final = 10
_MAX_STEPS: Final = 20_000_000
"""The most columns and formats of columns that are looked at; a few bytes can name all columns."""


def ods_formats(path: Path) -> Mapping[str, SheetFormats]:
    """Return name of a sheet → its formats."""
    contents = _Contents()
    with zipfile.ZipFile(path) as archive:
        for part in ("styles.xml", "content.xml"):
            if part in archive.namelist():
                with archive.open(part) as file:
                    contents.read(file)
    return contents.sheets


class _Style(NamedTuple):
    """A style as it is written, without what it has from its parent."""

    parent: str | None
    number_format: str | None
    properties: dict[str, str]


class _Contents:
    """Reads the styles of a file, and the cells that have them."""

    def __init__(self) -> None:
        self.sheets: dict[str, SheetFormats] = {}
        self._numbers = NumberFormats()
        self._styles: dict[tuple[str, str], _Style] = {}
        """Family and name of a style → the style."""
        self._style: _Style | None = None
        self._formats: dict[str, CellFormat] = {}
        self._sheet = SheetFormats()
        self._row, self._rows, self._column, self._declared = 1, 1, 0, 0
        self._of_columns: list[tuple[int, int, CellFormat]] = []
        self._of_row: str | None = None
        self._steps_left = _MAX_STEPS

    def read(self, file: IO[bytes]) -> None:
        """Read one part of the file."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartDoctypeDeclHandler = _reject_document_type
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = self._numbers.characters
        while chunk := file.read(_CHUNK):
            parser.Parse(chunk)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name.startswith(_TABLE):
            self._start_of_table(name.removeprefix(_TABLE), attributes)
        elif name == f"{_STYLE}style":
            key = attributes.get(f"{_STYLE}family", ""), attributes.get(f"{_STYLE}name", "")
            self._style = _Style(
                attributes.get(f"{_STYLE}parent-style-name"),
                attributes.get(f"{_STYLE}data-style-name"),
                {},
            )
            self._styles[key] = self._style
        elif name.startswith(_STYLE) and self._style is not None:
            self._style.properties.update(attributes)
        else:
            self._numbers.start(name, attributes)

    def _end(self, name: str) -> None:
        if name == f"{_STYLE}style":
            self._style = None
        elif name == f"{_TABLE}table-row":
            self._row += self._rows
        else:
            self._numbers.end(name)

    def _start_of_table(self, name: str, attributes: Mapping[str, str]) -> None:
        style = attributes.get(f"{_TABLE}style-name")
        default = attributes.get(f"{_TABLE}default-cell-style-name")
        if name == "table":
            self._sheet = self.sheets[attributes.get(f"{_TABLE}name", "")] = SheetFormats()
            self._row, self._declared = 1, 0
            self._of_columns = []
        elif name == "table-column":
            last = self._declared + _count(attributes, "number-columns-repeated", MAX_COLUMNS) - 1
            self._add_columns(self._declared, min(last, MAX_COLUMNS - 1), style, default)
            self._declared = last + 1
        elif name == "table-row":
            self._column, self._of_row = 0, default
            self._rows = _count(attributes, "number-rows-repeated", _MAX_ROWS)
        elif name in {"table-cell", "covered-table-cell"}:
            repeats = _count(attributes, "number-columns-repeated", MAX_COLUMNS)
            self._add_cells(style or self._of_row, self._column + repeats - 1)
            down = _count(attributes, "number-rows-spanned", _MAX_ROWS) - 1
            across = _count(attributes, "number-columns-spanned", MAX_COLUMNS) - 1
            if down or across:
                merged = (self._row, self._row + down, self._column, self._column + across)
                self._sheet.merged.append(merged)
            self._column += repeats

    def _add_columns(self, first: int, last: int, style: str | None, default: str | None) -> None:
        self._spend(last - first + 1)
        found = self._styles.get(("table-column", style or ""))
        width = found and _width(found.properties.get(f"{_STYLE}column-width", ""))
        if width:
            self._sheet.widths |= dict.fromkeys(range(first, last + 1), width)
        if (one := self._format(default)) != PLAIN:
            self._of_columns.append((first, last, one))

    def _add_cells(self, style: str | None, last: int) -> None:
        bottom = self._row + self._rows - 1
        for left, right, one in self._parts(style, last):
            self._sheet.add(FormattedRange(self._row, bottom, left, right, one))

    def _parts(self, style: str | None, last: int) -> Iterator[tuple[int, int, CellFormat]]:
        """Yield the formats of some cells; without a style, they have those of their columns."""
        if style is not None:
            yield self._column, last, self._format(style)
            return
        self._spend(len(self._of_columns))
        for left, right, one in self._of_columns:
            if left <= last and right >= self._column:
                yield max(left, self._column), min(right, last), one

    def _spend(self, steps: int) -> None:
        self._steps_left -= steps
        if self._steps_left < 0:
            raise OverflowError

    def _format(self, name: str | None) -> CellFormat:
        name = name or ""
        if name not in self._formats:
            self._formats[name] = self._combined(name)
        return self._formats[name]

    def _combined(self, name: str) -> CellFormat:
        """Return the format of a style, with what it has from its parents."""
        properties: dict[str, str] = {}
        code: str | None = None
        at: str | None = name
        for _ in range(_MAX_PARENTS):
            style = self._styles.get(("table-cell", at or ""))
            if style is None:
                break
            properties = {**style.properties, **properties}
            code = code or style.number_format
            at = style.parent
        return CellFormat(
            _color(properties.get(f"{_FO}background-color", "")),
            text_color(_color(properties.get(f"{_FO}color", ""))),
            properties.get(f"{_FO}font-weight") in _BOLD,
            properties.get(f"{_FO}font-style") in {"italic", "oblique"},
            self._numbers.codes.get(code or ""),
        )


def _reject_document_type(*_: object) -> None:
    raise OverflowError


def _count(attributes: Mapping[str, str], name: str, most: int) -> int:
    text = attributes.get(_TABLE + name, "1")
    return min(int(text), most) if re.fullmatch("[0-9]{1,7}", text) else 1


def _color(text: str) -> str | None:
    found = re.fullmatch(_COLOR, text)
    return found and f"FF{found[1].upper()}"


def _width(text: str) -> float | None:
    """Return a width in characters."""
    found = re.fullmatch(_LENGTH, text)
    if found is None:
        return None
    dots = float(found[1]) * _INCHES[found[2]] * _DOTS_PER_INCH
    return max(round((dots - _DOTS_OF_MARGIN) / _DOTS_PER_CHARACTER, 2), 0)
