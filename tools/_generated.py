"""What the scripts share: where the rows of regions are, and how a generated file is settled."""

import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "psm_core"
REGIONS = ROOT / "data" / "regions"


def rows(path: str) -> list[list[str]]:
    """Return the rows of a table of regions without its heading."""
    lines = (REGIONS / path).read_text("utf-8").splitlines()[1:]
    return [line.split("\t") for line in lines]


def table(head: str, lines: list[list[str]]) -> bytes:
    """Return a table of regions as it is kept, under its heading."""
    return "".join("\t".join(line) + "\n" for line in [head.split(), *lines]).encode()


LEVELS = ("provinces", "regencies", "districts", "villages")
COUNTS = dict(zip(LEVELS, map(int, rows("acts.tsv")[-1][3:7]), strict=True))
"""Table of regions → how many rows the act in force has."""


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
