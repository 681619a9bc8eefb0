"""Paths, tables of regions, and how the scripts write or compare generated files."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "psm_core"
REGIONS = ROOT / "data" / "regions"
CONTRACT = ROOT / "data" / "contract"


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


def write_or_compare(files: Mapping[Path, bytes], *, check: bool) -> None:
    """Write the files that differ from their new contents; with `check`, exit and name them."""
    stale = [path for path, contents in files.items() if not _has(path, contents)]
    for path in [] if check else stale:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(files[path])
    names = ", ".join(str(path.relative_to(ROOT)) for path in stale)
    if check and stale:
        sys.exit(f"out of date: {names}")
    print(f"{len(files)} files up to date" + (f", written: {names}" if stale else ""))


def formatted(code: str, path: Path) -> bytes:
    """Return code as the linter wants it in a file."""
    for step in (("check", "--select", "I", "--fix", "--quiet"), ("format",)):
        code = subprocess.run(
            [sys.executable, "-m", "ruff", *step, "--stdin-filename", str(path), "-"],
            input=code,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
    return code.encode()


def _has(path: Path, contents: bytes) -> bool:
    return path.is_file() and path.read_bytes() == contents
