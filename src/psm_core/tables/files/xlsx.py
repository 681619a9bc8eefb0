"""Reads xlsx with openpyxl; keeps escapes in shared texts and supports Strict Open XML."""

import re
import zipfile
from typing import IO, Any, Final, Self
from xml.etree.ElementTree import iterparse

from .extras import SHARED_STRINGS, SHEET_MAIN_NS, ExcelReader, ReadOnlyWorksheet
from .xlsx_rows import text_of

_STRICT: Final = re.compile(rb"http://purl\.oclc\.org/ooxml/([A-Za-z]+)/")
_CHUNK: Final = 1 << 16


def load(file: IO[bytes], *, data_only: bool, is_strict: bool) -> Any:  # noqa: ANN401 - an openpyxl workbook
    """Return an openpyxl workbook that is read row by row."""
    reader = _RowReader(file, read_only=True, data_only=data_only, keep_links=False)
    return _book_of(reader, file, is_strict=is_strict)


def load_to_change(file: IO[bytes], *, keep_vba: bool, is_strict: bool) -> Any:  # noqa: ANN401 - an openpyxl workbook
    """Return an openpyxl workbook that is wholly in memory, to be changed and saved."""
    return _book_of(_Reader(file, keep_vba=keep_vba), file, is_strict=is_strict)


def _book_of(reader: "_Reader", file: IO[bytes], *, is_strict: bool) -> Any:  # noqa: ANN401 - as above
    if is_strict:
        reader.archive = _StrictZip(file)
    reader.read()
    return reader.wb


class _Reader(ExcelReader):
    """The openpyxl reader with its own shared texts: openpyxl would change their escapes."""

    def read_strings(self) -> None:
        """Read each shared text with its escapes."""
        package: Any = self.package
        part = package.find(SHARED_STRINGS)
        if part is None:
            return
        texts: list[str] = []
        with self.archive.open(part.PartName[1:]) as source:
            for _, node in iterparse(source):  # noqa: S314 - no document types
                if node.tag == f"{{{SHEET_MAIN_NS}}}si":
                    texts.append(text_of(node))
                    node.clear()
        self.shared_strings = texts


class _RowReader(_Reader):
    """A reader whose sheets are read row by row."""

    def read_worksheets(self) -> None:
        """Open each sheet. openpyxl would read those that state no size to their end."""
        book: Any = self.wb
        parser: Any = self.parser
        for sheet, relation in parser.find_sheets():
            if relation.target not in self.valid_files:
                continue
            if "chartsheet" in relation.Type:
                self.read_chartsheet(sheet, relation)
                continue
            opened = _Sheet(book, sheet.name, relation.target, self.shared_strings)
            opened.sheet_state = sheet.state
            book._sheets.append(opened)  # noqa: SLF001 - as openpyxl does


class _Sheet(ReadOnlyWorksheet):
    """A sheet whose size is not read: the size that a file states is often wrong."""

    def _get_size(self) -> None:
        """Read nothing."""


class _StrictZip(zipfile.ZipFile):
    """A workbook in Strict Open XML; its parts are read with the transitional namespaces."""

    def open(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - as its base
        """Open a part."""
        return _TransitionalPart(super().open(*args, **kwargs))


class _TransitionalPart:
    """A part with the namespaces replaced, read in chunks that end between tags."""

    def __init__(self, part: IO[bytes]) -> None:
        self._part, self._rest, self._ready = part, b"", b""

    def read(self, size: int = -1) -> bytes:
        """Return a number of bytes, or all the rest."""
        while size < 0 or len(self._ready) < size:
            chunk = self._part.read(_CHUNK)
            text = self._rest + chunk
            cut = max(text.rfind(b"<"), 0) if chunk else len(text)
            self._rest = text[cut:]
            self._ready += _STRICT.sub(_transitional_namespace, text[:cut])
            if not chunk:
                break
        end = len(self._ready) if size < 0 else size
        result, self._ready = self._ready[:end], self._ready[end:]
        return result

    def close(self) -> None:
        """Close the part."""
        self._part.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _transitional_namespace(match: re.Match[bytes]) -> bytes:
    return b"http://schemas.openxmlformats.org/" + match[1] + b"/2006/"
