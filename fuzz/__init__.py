"""Bytes made to harm, and what must hold whatever they are. README.md tells how to run it.

Nothing here imports the fuzzer but run.py, so that the suite can replay every seed without it.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from .files import csv, legacy, rows, workbook
from .records import builtins, documents
from .texts import regions, values

__all__ = ["TARGETS", "Target", "seeds"]


class Target(NamedTuple):
    """What takes bytes and raises when a promise is broken."""

    take: Callable[[bytes], None]
    longest: int
    """How many bytes are worth trying."""


TARGETS: Final = {
    "values": Target(values, 640),
    "regions": Target(regions, 640),
    "documents": Target(documents, 8192),
    "builtins": Target(builtins, 2048),
    "rows": Target(rows, 2048),
    "csv": Target(csv, 8192),
    "workbook": Target(workbook, 8192),
    "legacy": Target(legacy, 4096),
}
"""Name → target, the quick ones first."""


def seeds(target: str) -> Iterator[Path]:
    """Yield the committed inputs of a target, those that once broke a promise too."""
    yield from sorted((Path(__file__).parent / "corpus" / target).iterdir())
