"""Packaged files, opened when they are first needed; and imports that must finish before a fork."""

import importlib
import os
from contextlib import suppress
from importlib import import_module
from typing import Any, Final

_FOLDER = __file__.rpartition("_core")[0] + "_data"
_loader: Any = __spec__.loader
_IMPORTED_LATE: Final = frozenset({"cattrs", "dateutil", "et_xmlfile", "openpyxl", "psm_core"})
_ROUNDS: Final = 20


def open_packaged(name: str) -> Any:  # noqa: ANN401 - bytes, or a map of the file that slices into bytes
    """Return the bytes of a packaged file: a memory map, or bytes if the package is in a zip.

    A missing file gives no bytes, which the reader reports as damaged.
    """
    import mmap  # noqa: PLC0415 - importing the package stays quick

    path = f"{_FOLDER}/{name}"
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - importing pathlib takes 4 ms, this 0.1
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError):  # in a zip, empty, or on a system without memory maps
        return _read(path)


def _read(path: str) -> bytes:
    try:
        return bytes(_loader.get_data(path))
    except OSError:
        return b""


def packaged_rows(name: str) -> list[list[str]]:
    """Return the rows of a packaged table without its heading."""
    lines = bytes(open_packaged(name)).decode().splitlines()[1:]
    return [line.split("\t") for line in lines]


def _finish_imports() -> None:
    """Wait until no other thread imports a module of this package or one that it imports late.

    A fork during an import leaves the new process with a lock that is never released, and the first
    import there waits forever. Other modules are the responsibility of the application.
    """
    bootstrap: Any = getattr(importlib, "_bootstrap", None)
    for _ in range(_ROUNDS):
        names = [
            name
            for name in tuple(getattr(bootstrap, "_module_locks", ()))
            if name.partition(".")[0] in _IMPORTED_LATE
        ]
        if not names:
            return
        for name in names:
            with suppress(Exception):  # the import fails, or this thread is importing it
                import_module(name)


if hasattr(os, "register_at_fork"):  # pragma: no branch - Windows has no forks
    os.register_at_fork(before=_finish_imports)
