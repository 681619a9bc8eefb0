"""Draw which step of a case may follow which, from the one table; `--check` as elsewhere."""

import sys
from collections.abc import Iterator
from html import escape

from _generated import ROOT, write_or_compare

from psm_core.records.cases.steps import FIRST_STEPS, NEXT_STEPS
from psm_core.terms import StepKind

PICTURE = ROOT / "docs" / "reference" / "case-steps.svg"
LEFT, TOP, CELL = 250, 190, 40
COLOUR = "#01707c"


def text(x: int, y: int, said: str, turn: int = 0) -> str:
    """Return one line of text, turned by some degrees."""
    turned = f' transform="rotate({turn} {x} {y})"' if turn else ""
    return f'<text x="{x}" y="{y}" font-size="14"{turned}>{escape(said)}</text>'


def picture() -> Iterator[str]:
    """Yield the lines of the picture: a row for the step before, a column for the step after."""
    kinds = [kind for kind in StepKind if kind in NEXT_STEPS]
    width, height = LEFT + CELL * len(kinds) + 80, TOP + CELL * (len(kinds) + 1) + 20
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img"'
        ' font-family="sans-serif">'
    )
    yield "<title>Which step of a case may follow which</title>"
    yield f'<rect width="{width}" height="{height}" fill="#fff"/>'
    for number, after in enumerate(kinds):
        yield text(LEFT + number * CELL + 26, TOP - 12, after.label, -45)
    rows = [("(mulai)", FIRST_STEPS), *((kind.label, NEXT_STEPS[kind]) for kind in kinds)]
    for line, (label, following) in enumerate(rows):
        y = TOP + line * CELL
        yield text(10, y + 26, label)
        for number, after in enumerate(kinds):
            x = LEFT + number * CELL
            yield (
                f'<rect x="{x}" y="{y}" width="{CELL}" height="{CELL}" fill="none" stroke="#ccc"/>'
            )
            if after in following:
                yield f'<circle cx="{x + CELL // 2}" cy="{y + CELL // 2}" r="9" fill="{COLOUR}"/>'
    yield "</svg>"


if __name__ == "__main__":
    write_or_compare({PICTURE: ("\n".join(picture()) + "\n").encode()}, check="--check" in sys.argv)
