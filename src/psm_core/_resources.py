"""Packaged files, opened when they are first needed."""


def open_packaged(name: str) -> memoryview:
    """Return the bytes of a packaged file: mapped where it is a real file, read out of a zip."""
    import mmap  # noqa: PLC0415 - importing the package stays quick
    import pkgutil  # noqa: PLC0415 - as above
    from pathlib import Path  # noqa: PLC0415 - as above

    path = Path(__file__).with_name("_data") / name
    if path.is_file() and path.stat().st_size:
        with path.open("rb") as file:
            return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    try:
        return memoryview(pkgutil.get_data("psm_core", f"_data/{name}") or b"")
    except OSError:  # not there at all; what reads it says so in its own words
        return memoryview(b"")
