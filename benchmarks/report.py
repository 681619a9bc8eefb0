"""How a benchmark prints its ratios: as text, or as JSON for the page of the documentation."""

import argparse
import json
from collections.abc import Mapping

from measure import Ratio

Table = Mapping[str, Mapping[str, Ratio | str]]
"""Row → column → ratio, or another figure with its unit."""


def options(description: str | None, count: int, rounds: int) -> argparse.ArgumentParser:
    """Return the options that all benchmarks have."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--count", type=int, default=count, help="how many documents are read")
    parser.add_argument("--rounds", type=int, default=rounds, help="how often each is measured")
    parser.add_argument("--json", action="store_true", help="print JSON")
    return parser


def show(tables: Mapping[str, Table], *, as_json: bool) -> None:
    """Print tables under their titles."""
    if as_json:
        print(json.dumps(tables))
        return
    for title, table in tables.items():
        columns = list(dict.fromkeys(column for row in table.values() for column in row))
        lines = [
            [title, *columns],
            *([name, *(str(row.get(one, "–")) for one in columns)] for name, row in table.items()),
        ]
        widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
        for line in lines:
            first, *rest = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
            print("  ".join([first, *rest]).rstrip())
        print()
