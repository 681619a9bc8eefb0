"""Measure imports and print two tables; `--write` puts them into docs/explanation/import-time.md.

`generate.py` does not run this script, because the figures depend on the machine.
"""

import argparse
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

from _generated import ROOT

PAGE = ROOT / "docs" / "explanation" / "import-time.md"
ROUNDS = 15
NAMES = ("NIK", "Person", "Worker", "Event")
ATTRS = "attrs and what it imports"
PYTHON = "other modules of Python"
TOGETHER = "**together**"
_LINE = re.compile(r"import time: +(\d+) \| +\d+ \| *(\S+)")


def output(*arguments: str | Path) -> tuple[str, str]:
    """Return what Python prints: the output and the times of imports."""
    done = subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=True)
    return done.stdout, done.stderr


def import_table(rounds: int) -> str:
    """Return the time and the count of modules of each package; `import attrs` takes 1.

    The time of a module is the least of all rounds, because other programs only add to it.
    """
    codes = {"": "pass", "attrs": "import attrs"} | {
        name: f"from psm_core import {name}" for name in NAMES
    }
    least: dict[str, int] = {}
    modules: dict[str, set[str]] = {}
    for _ in range(rounds):
        for name, code in codes.items():
            found = _LINE.findall(output("-X", "importtime", "-c", code)[1])
            modules[name] = {module for _, module in found}
            for taken, module in found:
                least[module] = min(int(taken), least.get(module, int(taken)))

    def group_of(module: str) -> str:
        if module in modules["attrs"]:
            return ATTRS
        if not module.startswith("psm_core"):
            return PYTHON
        return f"`{'.'.join(module.split('.')[:2])}`"

    whole = sum(least[module] for module in modules["attrs"] - modules[""])
    times: Counter[tuple[str, str]] = Counter()
    counts: Counter[tuple[str, str]] = Counter()
    for name in NAMES:
        for module in modules[name] - modules[""]:
            for group in (group_of(module), TOGETHER):
                times[group, name] += least[module]
                counts[group, name] += 1
    ours = sorted({group for group, _ in times} - {ATTRS, PYTHON, TOGETHER})
    rows = [
        ("Modules", *(f"`{name}`" for name in NAMES)),
        ("---", *("---:" for _ in NAMES)),
        *(
            (
                group,
                *(f"{times[group, one] / whole:.2f} ({counts[group, one]})" for one in NAMES),
            )
            for group in (ATTRS, PYTHON, *ours, TOGETHER)
        ),
    ]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def main() -> None:
    """Print the tables, or replace those of the page."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=ROUNDS)
    options.add_argument("--write", action="store_true")
    given = options.parse_args()
    benchmark = ROOT / "benchmarks" / "import_time.py"
    parts = {
        "processor time": output(benchmark, "--rounds", str(given.rounds))[0],
        "importtime": import_table(given.rounds),
    }
    page = PAGE.read_text("utf-8")
    for name, part in parts.items():
        print(part)
        before, _, rest = page.partition(f"% {name}\n\n")
        page = f"{before}% {name}\n\n{part}\n% end{rest.partition('% end')[2]}"
    if given.write:
        PAGE.write_text(page, "utf-8")


if __name__ == "__main__":
    main()
