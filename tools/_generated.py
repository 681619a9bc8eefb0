"""What the scripts share: where the rows of regions are, and how a generated file is settled."""

import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "psm_core"
REGIONS = ROOT / "data" / "regions"
VINTAGE = "2025-06"
COUNTS = {"provinces": 38, "regencies": 514, "districts": 7285, "villages": 83762}
"""Table of regions → how many rows the decree has."""


def rows(path: str) -> list[list[str]]:
    """Return the rows of a table of regions without its heading."""
    lines = (REGIONS / path).read_text("utf-8").splitlines()[1:]
    return [line.split("\t") for line in lines]


def settle(files: Mapping[Path, bytes], *, check: bool) -> None:
    """Write each file, or stop and name those that differ from what they should be."""
    stale = [path for path, made in files.items() if not _is(path, made)]
    for path in [] if check else stale:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(files[path])
    names = ", ".join(str(path.relative_to(ROOT)) for path in stale)
    if check and stale:
        sys.exit(f"not as the build makes them: {names}")
    print(f"{len(files)} files as they should be" + (f", written: {names}" if stale else ""))


def _is(path: Path, made: bytes) -> bool:
    return path.is_file() and path.read_bytes() == made
