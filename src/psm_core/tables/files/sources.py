"""Files to read and to write: paths, bytes, and open binary files such as uploads."""

import re
from collections.abc import Generator
from contextlib import contextmanager, suppress
from inspect import iscoroutinefunction
from os import PathLike
from pathlib import Path
from tempfile import SpooledTemporaryFile, TemporaryDirectory
from typing import IO, Any, Final, NamedTuple, Protocol, cast

from .atomic_write import replace_file
from .gzip_files import MAX_UNPACKED
from .sheets import table_error

UPLOAD: Final = "<upload>"
"""The name of a file without a name."""
_CHUNK, _IN_MEMORY = 1 << 20, 1 << 22


class ReadableFile(Protocol):
    r"""A file that is open for reading bytes, such as an upload of Django or of FastAPI.

    >>> from io import BytesIO
    >>> from psm_core import Person, tables
    >>> upload: tables.ReadableFile = BytesIO(b"NIK,Nama\n9901014108900001,Ani\n")
    >>> len(tables.read(upload, Person).records)
    1
    """

    def read(self, size: int = ..., /) -> bytes:
        """Return at most this number of bytes; none at the end."""
        ...


class WritableFile(Protocol):
    """A file that is open for writing bytes, or a response of a web server.

    >>> from io import BytesIO
    >>> from psm_core import Address, tables
    >>> response: tables.WritableFile = BytesIO()
    >>> tables.write([Address(rt="003")], response, file_type="csv")
    """

    def write(self, data: bytes, /) -> object:
        """Write bytes."""


FILE_TYPES: Final = ("csv", "xlsx")
"""The types of files that are written."""
Source = str | PathLike[str] | bytes | ReadableFile
"""A path, the content of a file, or an open file."""
Target = str | PathLike[str] | WritableFile
"""A path or an open file."""


class LocalFile(NamedTuple):
    """A file on the disk."""

    path: Path
    """Where its content is, for as long as it is read."""
    name: Path
    """What it is called in results and errors: for a path, the same."""
    is_path: bool
    """Whether the caller has given a path, so that the file can be read again."""


@contextmanager
def local_file(source: Source, name: str | None = None) -> Generator[LocalFile]:
    """Yield a file; bytes and the content of an open file are in a temporary file.

    It is for its owner only, and is removed at the end. An open file is read from its beginning,
    if it can go back there, and stays open.

    Raises:
        TypeError: it is no path, no bytes and no file that gives bytes.
        TableError: ``table.too_big``.

    """
    if isinstance(source, str | PathLike):
        path = Path(source)
        yield LocalFile(path, path if name is None else _base_name(name), is_path=True)
        return
    known = _base_name(name or _name_of(source))
    with TemporaryDirectory() as folder:
        path = Path(folder, "file")
        with path.open("wb") as file:
            _copy(source, file)
        yield LocalFile(path, known, is_path=False)


def name_of(source: Source, name: str | None = None) -> Path:
    """Return what a file is called in results and errors."""
    if name is None and isinstance(source, str | PathLike):
        return Path(source)
    return _base_name(name or _name_of(source))


def _base_name(name: str) -> Path:
    """Return a name without folders; browsers may send those of the user."""
    return Path(re.split(r"[/\\]", name)[-1] or UPLOAD)


def _name_of(source: object) -> str:
    """Return the name that an upload or an open file has."""
    names = (getattr(source, one, None) for one in ("filename", "name"))
    return next((one for one in names if isinstance(one, str) and one), UPLOAD)


def _copy(source: object, target: IO[bytes]) -> None:
    """Copy bytes, or an open file from its beginning."""
    if isinstance(source, bytes | bytearray):
        _require_small(len(source))
        target.write(source)
        return
    read: Any = getattr(source, "read", None)
    if read is None:
        raise TypeError(f"a path, bytes or an open file is needed, not {type(source).__name__}")
    if iscoroutinefunction(read):
        raise TypeError("this file is read with await; of an UploadFile, give its file")
    with suppress(AttributeError, OSError):  # a pipe
        cast("Any", source).seek(0)
    size = 0
    while chunk := read(_CHUNK):
        if not isinstance(chunk, bytes):
            raise TypeError("the file must be open in binary mode")
        size += len(chunk)
        _require_small(size)
        target.write(chunk)


def _require_small(size: int) -> None:
    if size > MAX_UNPACKED:
        raise table_error("table.too_big", maximum=MAX_UNPACKED >> 20)


@contextmanager
def replaced_target(target: Target, *, private: bool) -> Generator[IO[bytes]]:
    """Yield a file to write to. An open file gets everything at the end, or nothing."""
    if isinstance(target, str | PathLike):
        with replace_file(Path(target), private=private) as file:
            yield file
        return
    with SpooledTemporaryFile(_IN_MEMORY) as temporary:
        yield cast("IO[bytes]", temporary)
        temporary.seek(0)
        while chunk := temporary.read(_CHUNK):
            target.write(chunk)


def suffix_of(target: Target, file_type: str | None) -> str:
    """Return the type of a file to write: `file_type`, or the suffix of the path.

    Raises:
        ValueError: it is not one of `FILE_TYPES`.

    """
    if file_type is not None:
        if file_type not in FILE_TYPES:
            raise ValueError(f"file_type={file_type!r}; choose from: {', '.join(FILE_TYPES)}")
        return file_type
    suffixes = " or ".join(f".{one}" for one in FILE_TYPES)
    if not isinstance(target, str | PathLike):
        raise ValueError(f"an open file has no suffix; give file_type={' or '.join(FILE_TYPES)}")  # noqa: TRY004 - a missing argument
    suffix = Path(target).suffix.lower().removeprefix(".")
    if suffix not in FILE_TYPES:
        raise ValueError(f"the name of the file must end with {suffixes}")
    return suffix
