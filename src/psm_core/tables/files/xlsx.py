"""The extra that reads xlsx, with texts as they are written and the strict form of the standard."""

import re
import zipfile
from typing import IO, Any, Final, Self

from .extras import SHARED_STRINGS, SHEET_MAIN_NS, ExcelReader, Text, iterparse

_STRICT: Final = re.compile(rb"http://purl\.oclc\.org/ooxml/([A-Za-z]+)/")
_PIECE: Final = 1 << 16


def load(file: IO[bytes], *, data_only: bool, is_strict: bool) -> Any:  # noqa: ANN401 - a workbook of the extra
    """Return a workbook of the extra that is read row by row."""
    reader = _Reader(file, read_only=True, data_only=data_only, keep_links=False)
    if is_strict:
        reader.archive = _StrictZip(file)
    reader.read()
    return reader.wb


class _Reader(ExcelReader):
    """The reader of the extra, but for shared texts: it would take escapes for others."""

    def read_strings(self) -> None:
        """Read each shared text as it is written, with its escapes."""
        package: Any = self.package
        part = package.find(SHARED_STRINGS)
        if part is None:
            return
        texts: list[str] = []
        with self.archive.open(part.PartName[1:]) as source:
            for _, node in iterparse(source):
                if node.tag == f"{{{SHEET_MAIN_NS}}}si":
                    text: Any = Text.from_tree(node)
                    texts.append(text.content)
                    node.clear()
        self.shared_strings = texts


class _StrictZip(zipfile.ZipFile):
    """A workbook in the strict form, whose parts name the namespaces of the usual one."""

    def open(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - as the base class has it
        """Open a part."""
        return _Usual(super().open(*args, **kwargs))


class _Usual:
    """A part with the usual namespaces, read a piece at a time, no tag being cut in two."""

    def __init__(self, part: IO[bytes]) -> None:
        self._part, self._rest, self._ready = part, b"", b""

    def read(self, size: int = -1) -> bytes:
        """Return so many bytes, or all that are left."""
        while size < 0 or len(self._ready) < size:
            piece = self._part.read(_PIECE)
            text = self._rest + piece
            cut = max(text.rfind(b"<"), 0) if piece else len(text)
            self._rest = text[cut:]
            self._ready += _STRICT.sub(_usual, text[:cut])
            if not piece:
                break
        end = len(self._ready) if size < 0 else size
        some, self._ready = self._ready[:end], self._ready[end:]
        return some

    def close(self) -> None:
        """Close the part."""
        self._part.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _usual(found: re.Match[bytes]) -> bytes:
    return b"http://schemas.openxmlformats.org/" + found[1] + b"/2006/"
