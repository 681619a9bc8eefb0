"""Files compressed with gzip: unpacked into a temporary file, up to a limit."""

import gzip
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Final

from .library_calls import call_library
from .sheets import table_error

MAX_UNPACKED: Final = 512 << 20
_SMALL, _RATIO, _CHUNK = 1 << 20, 100, 1 << 20


@contextmanager
def unpacked(path: Path) -> Generator[Path]:
    """Yield a temporary file with the unpacked content of a file.

    It is readable by its owner only, and is removed at the end.

    Raises:
        TableError: ``table.damaged``, ``table.too_big``, ``table.decompression_bomb``.

    """
    with TemporaryDirectory() as folder:
        plain = Path(folder, path.stem)
        limit = max(_SMALL, _RATIO * path.stat().st_size)
        with gzip.open(path) as source, plain.open("wb") as target:
            copy_limited(source.read, target, limit=limit)
        yield plain


def copy_limited(
    read: Callable[[int], bytes], target: IO[bytes], *, limit: int = MAX_UNPACKED
) -> None:
    """Copy what a function reads, up to a number of bytes.

    Raises:
        TableError: ``table.damaged`` if reading fails; ``table.too_big``; or
            ``table.decompression_bomb`` above the limit.

    """
    count = 0
    while chunk := call_library(lambda: read(_CHUNK)):
        count += len(chunk)
        if count > MAX_UNPACKED:
            raise table_error("table.too_big", maximum=MAX_UNPACKED >> 20)
        if count > limit:
            raise table_error("table.decompression_bomb", maximum=_RATIO)
        target.write(chunk)
