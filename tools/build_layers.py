"""Draw the layers of the package from the table that a test checks; `--check` compares."""

import ast
import sys
from collections.abc import Iterator

from _generated import PACKAGE, ROOT, write_or_compare
from _svg import SMALL, WIDTH, box, lines_of, picture, text

TABLE = ROOT / "tests" / "project" / "test_layers.py"
TITLE = "The packages and modules in their layers; each imports only from those below it"
GAP, INDENT = 8, 12


def layers() -> list[str]:
    """Return the layers, the lowest first, as the test has them."""
    for node in ast.parse(TABLE.read_text("utf-8")).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "LAYERS":
            found: list[str] = ast.literal_eval(node.value)
            return found
    sys.exit("no table of layers")


def purpose(name: str) -> str:
    """Return the first line of the docstring of a package or module."""
    path = PACKAGE / name / "__init__.py"
    path = path if path.is_file() else PACKAGE / f"{name}.py"
    docstring = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
    return docstring.partition("\n")[0].replace("`", "")


def elements() -> Iterator[tuple[float, str]]:
    """Yield the boxes, the highest layer first, each with the height that is used up to it."""
    y = GAP
    for number, name in enumerate(layers()[::-1]):
        lines = lines_of(purpose(name), WIDTH - 2 * GAP - 2 * INDENT)
        height = 28 + 16 * len(lines)
        parts = [box(GAP, y, WIDTH - 2 * GAP, height, number)]
        parts.append(text(GAP + INDENT, y + 20, name, kind="code strong"))
        parts += [
            text(GAP + INDENT, y + 38 + 16 * line, words, size=SMALL, kind="soft")
            for line, words in enumerate(lines)
        ]
        y += height + GAP
        yield y, "\n".join(parts)


if __name__ == "__main__":
    drawn = list(elements())
    contents = picture(TITLE, drawn[-1][0], [part for _, part in drawn])
    write_or_compare(
        {ROOT / "docs" / "explanation" / "layers.svg": contents}, check="--check" in sys.argv
    )
