"""What a file is, told by its content and not by its name."""

import hashlib
from contextlib import AbstractContextManager
from pathlib import Path

from .csv_files import open_text
from .file_types import LOOKED_AT, need_read_kind
from .sheets import Book, refused

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


def open_book(path: Path, *, delimiter: str | None) -> AbstractContextManager[Book]:
    """Open a file by what is in it.

    Raises:
        TableError: ``table.directory``, ``table.empty``, ``table.not_a_table``,
            ``table.unsupported_format``, ``table.link``, ``table.encrypted``, ``table.damaged``,
            ``table.too_big``, ``table.decompression_bomb``, ``table.encoding``.
        MissingExtraError: it is a workbook, and the extra ``excel`` is not installed.
        FileNotFoundError: it is not there.

    """
    if path.is_dir():
        raise refused("table.directory")
    if path.exists() and not path.is_file():
        raise refused("table.not_a_table")
    with path.open("rb") as file:
        begin = file.read(LOOKED_AT)
    if not begin.strip() and len(begin) < LOOKED_AT:
        raise refused("table.empty")
    if begin.startswith((_ZIP, _OLE)):
        from .excel import open_workbook  # noqa: PLC0415 - text files need none of it

        return open_workbook(path, is_zip=begin.startswith(_ZIP))
    need_read_kind(begin)
    return open_text(path, delimiter)


def digest(path: Path) -> str:
    """Return the SHA-256 of what a file contains."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
