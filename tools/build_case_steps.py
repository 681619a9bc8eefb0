"""Draw which step of a case may follow which, from the table of the class; `--check` compares."""

import sys
from collections.abc import Iterator

from _generated import ROOT, write_or_compare
from _svg import SMALL, picture, text

from psm_core.records.cases.steps import FIRST_STEPS, NEXT_STEPS
from psm_core.terms import StepKind

PICTURE = ROOT / "docs" / "reference" / "case-steps.svg"
TITLE = "Which step of a case usually follows which"
LEFT, TOP, CELL = 212, 34, 14
KINDS = [kind for kind in StepKind if kind in NEXT_STEPS]


def elements() -> Iterator[str]:
    """Yield the rows: a step, and a dot under the number of each step that may follow it."""
    yield text(4, TOP - 12, "sesudah ↓ · boleh →", size=SMALL, kind="soft")
    for number in range(len(KINDS)):
        x = LEFT + CELL * number + CELL / 2
        yield text(x, TOP - 12, str(number + 1), size=SMALL, kind="soft", end="middle")
    rows = [("(mulai)", FIRST_STEPS)]
    rows += [(f"{n} {kind.label}", NEXT_STEPS[kind]) for n, kind in enumerate(KINDS, 1)]
    for line, (label, following) in enumerate(rows):
        y = TOP + 2 * CELL * line
        yield f'<path class="line" stroke-opacity=".35" d="M4 {y} H{LEFT + CELL * len(KINDS)}"/>'
        yield text(4, y + 18, label, size=SMALL)
        for number, kind in enumerate(KINDS):
            if kind in following:
                x = LEFT + CELL * number + CELL / 2
                yield f'<circle class="c1" cx="{x:g}" cy="{y + CELL}" r="5"/>'


if __name__ == "__main__":
    height = TOP + 2 * CELL * (len(KINDS) + 1) + 6
    write_or_compare({PICTURE: picture(TITLE, height, elements())}, check="--check" in sys.argv)
