"""Malicious bytes, and the properties that hold for any bytes; see README.md.

Only run.py imports the fuzzer, so that the tests can replay every seed without it.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from .files import csv, legacy, rows, workbook
from .records import builtins, documents
from .texts import regions, values

__all__ = ["TARGETS", "Target", "seeds"]


class Target(NamedTuple):
    """A function of bytes that raises an error if a property does not hold."""

    take: Callable[[bytes], None]
    max_length: int
    """Maximum number of bytes worth trying."""


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
"""Name → target, the fast ones first."""


def seeds(target: str) -> Iterator[Path]:
    """Yield the committed inputs of a target, including those that once broke a property."""
    yield from sorted((Path(__file__).parent / "corpus" / target).iterdir())
