"""Opens a file by its content, not by its name."""

import hashlib
from collections.abc import Generator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from .csv_files import open_text
from .file_types import HEADER_BYTES, is_html, is_xml_workbook, reject_other_format
from .sheets import Book, table_error
from .sources import Source, local_file

_ZIP, _OLE, _GZIP = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x1f\x8b"


@contextmanager
def open_book(path: Path, *, delimiter: str | None) -> Generator[Book]:
    """Open a file of any supported format, detected by its content; it may be compressed with gzip.

    Raises:
        TableError: ``table.directory``, ``table.empty``, ``table.not_a_table``,
            ``table.unsupported_format``, ``table.link``, ``table.encrypted``, ``table.damaged``,
            ``table.too_big``, ``table.decompression_bomb``, ``table.encoding``.
        MissingExtraError: the file is a workbook, and the extra ``excel`` is not installed.
        FileNotFoundError: there is no such file.

    """
    if path.is_dir():
        raise table_error("table.directory")
    if path.exists() and not path.is_file():
        raise table_error("table.not_a_table")
    with plain_file(path) as plain, _opened(plain, delimiter) as book:
        yield book


@contextmanager
def open_source(source: Source, *, delimiter: str | None) -> Generator[Book]:
    """Open a path, bytes or an open file like `open_book`.

    Raises:
        TableError: as in `open_book`.
        MissingExtraError: as in `open_book`.
        FileNotFoundError: as in `open_book`.
        TypeError: it is no path, no bytes and no binary file.

    """
    with local_file(source) as file, open_book(file.path, delimiter=delimiter) as book:
        yield book


@contextmanager
def plain_file(path: Path) -> Generator[Path]:
    """Yield a file, or a temporary file with its content if it is compressed with gzip.

    Raises:
        TableError: ``table.damaged``, ``table.too_big``, ``table.decompression_bomb``.

    """
    with path.open("rb") as file:
        is_plain = file.read(len(_GZIP)) != _GZIP
    if is_plain:
        yield path
        return
    from .gzip_files import unpacked  # noqa: PLC0415 - few files are compressed

    with unpacked(path) as plain:
        yield plain


def _opened(path: Path, delimiter: str | None) -> AbstractContextManager[Book]:
    with path.open("rb") as file:
        begin = file.read(HEADER_BYTES)
    if not begin.strip() and len(begin) < HEADER_BYTES:
        raise table_error("table.empty")
    if begin.startswith((_ZIP, _OLE)):
        from .excel import open_workbook  # noqa: PLC0415 - text files do not need it

        return open_workbook(path, is_zip=begin.startswith(_ZIP))
    reject_other_format(begin)
    if is_xml_workbook(begin):
        from .xml_files import open_xml  # noqa: PLC0415 - few files are of this type

        return open_xml(path)
    if is_html(begin):
        from .html_files import open_html  # noqa: PLC0415 - few files are web pages

        return open_html(path)
    return open_text(path, delimiter)


def digest(path: Path) -> str:
    """Return the SHA-256 of the content of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
