"""Draw the layers of the package from the table that a test checks; `--check` compares."""

import ast
import sys
from html import escape

from _generated import ROOT, write_or_compare

TABLE = ROOT / "tests" / "project" / "test_layers.py"
WIDTH, HEIGHT, GAP = 240, 30, 8


def layers() -> list[str]:
    """Return the layers, the lowest first, as the test has them."""
    for node in ast.parse(TABLE.read_text("utf-8")).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "LAYERS":
            found: list[str] = ast.literal_eval(node.value)
            return found
    sys.exit("no table of layers")


def picture() -> bytes:
    """Return the layers, the highest first: each imports only from those below it."""
    names = layers()[::-1]
    height = len(names) * (HEIGHT + GAP) + GAP
    style = (
        "rect{fill:#e8f0fa;stroke:#5b7ea8}text{font:12px monospace;text-anchor:middle;fill:#123}"
    )
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}">',
        f"<style>{style}</style>",
    ]
    for number, name in enumerate(names):
        top = GAP + number * (HEIGHT + GAP)
        lines.append(
            f'<rect x="{GAP}" y="{top}" width="{WIDTH - 2 * GAP}" height="{HEIGHT}" rx="4" />'
            f'<text x="{WIDTH / 2:.0f}" y="{top + 20}">{escape(name)}</text>'
        )
    return "\n".join([*lines, "</svg>\n"]).encode()


if __name__ == "__main__":
    write_or_compare(
        {ROOT / "docs" / "explanation" / "layers.svg": picture()}, check="--check" in sys.argv
    )
