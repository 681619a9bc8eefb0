"""Draw the floors of the package from the table that a test holds it to; `--check` compares."""

import ast
import sys
from html import escape

from _generated import ROOT, settle

TABLE = ROOT / "tests" / "house" / "test_floors.py"
WIDTH, HIGH, GAP, LETTER = 760, 30, 8, 7.2


def floors() -> list[list[str]]:
    """Return the floors, the ground first, as the test has them."""
    for node in ast.parse(TABLE.read_text("utf-8")).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "FLOORS":
            found: list[list[str]] = ast.literal_eval(node.value)
            return found
    sys.exit("no table of floors")


def rooms(names: list[str], top: int) -> list[str]:
    """Return the boxes of a floor, in the middle of it."""
    sizes = [len(name) * LETTER + 22 for name in names]
    left = (WIDTH - sum(sizes) - GAP * (len(names) - 1)) / 2
    drawn: list[str] = []
    for name, size in zip(names, sizes, strict=True):
        drawn.append(
            f'<rect x="{left:.1f}" y="{top}" width="{size:.1f}" height="{HIGH}" rx="4" />'
            f'<text x="{left + size / 2:.1f}" y="{top + 20}">{escape(name)}</text>'
        )
        left += size + GAP
    return drawn


def picture() -> bytes:
    """Return the house with its roof above: a room imports from the floors below its own."""
    house = floors()[::-1]
    height = len(house) * (HIGH + GAP) + GAP
    style = (
        "rect{fill:#e8f0fa;stroke:#5b7ea8}text{font:12px monospace;text-anchor:middle;fill:#123}"
    )
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}">',
        f"<style>{style}</style>",
    ]
    for number, names in enumerate(house):
        lines += rooms(names, GAP + number * (HIGH + GAP))
    return "\n".join([*lines, "</svg>\n"]).encode()


if __name__ == "__main__":
    settle({ROOT / "docs" / "explanation" / "floors.svg": picture()}, check="--check" in sys.argv)
