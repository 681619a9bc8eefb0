"""Packaged files, opened when they are first needed."""

from typing import Any

_FOLDER = __file__.rpartition("_resources")[0] + "_data"
_loader: Any = __spec__.loader


def open_packaged(name: str) -> Any:  # noqa: ANN401 - bytes, or a map of the file that slices into bytes
    """Return the bytes of a packaged file: mapped where it is a real file, read out of a zip.

    A file that is missing is empty; whoever reads it tells that it is damaged.
    """
    import mmap  # noqa: PLC0415 - importing the package stays quick

    path = f"{_FOLDER}/{name}"
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - importing pathlib takes 4 ms, this 0.1
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError):  # in a zip; or empty, or where nothing can be mapped
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
