"""Packaged files, opened when they are first needed."""

import mmap
import pkgutil
from pathlib import Path

_FOLDER = Path(__file__).with_name("_data")


def open_packaged(name: str) -> memoryview:
    """Return the bytes of a packaged file: mapped where it is a real file, read out of a zip."""
    path = _FOLDER / name
    if path.is_file() and path.stat().st_size:
        with path.open("rb") as file:
            return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    return memoryview(pkgutil.get_data("psm_core", f"_data/{name}") or b"")
