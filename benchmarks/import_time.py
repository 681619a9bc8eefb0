"""What importing takes: psm_core and single records, beside attrs and the same in pydantic."""

import argparse
import os
import statistics
import sys
from pathlib import Path
from tempfile import mkdtemp

from contenders.pydantic_models import PydanticModels

from psm_core import Worker

ROUNDS = 15
_NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"
CODES = {
    "nothing": "pass",
    "attrs": "import attrs",
    "psm_core": "import psm_core",
    "NIK": "from psm_core import NIK",
    "Person": "from psm_core import Person",
    "Worker": "from psm_core import Worker",
    "Event": "from psm_core import Event",
    "Worker and its JSON": "from psm_core import Worker, wire; wire.from_json, wire.to_json",
    "every public name": "from psm_core import *",
    "Worker in pydantic": "import pydantic_twin",
}


def seconds(code: str, folder: Path) -> float:
    """Return the processor time that a new interpreter takes for the code.

    Other programs on the machine change it less than the time on a clock.
    """
    environment = {name: value for name, value in os.environ.items() if name != _NO_BYTECODE}
    environment["PYTHONPATH"] = os.fspath(folder)
    command = [sys.executable, "-c", code]
    process = os.posix_spawn(sys.executable, command, environment)
    _, status, usage = os.wait4(process, 0)
    if status:
        raise SystemExit(f"failed: {code}")
    return usage.ru_utime + usage.ru_stime


def main() -> None:
    """Compare in turns. What an interpreter takes for no code is subtracted."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=ROUNDS)
    turns = options.parse_args().rounds
    folder = Path(mkdtemp())
    (folder / "pydantic_twin.py").write_text(PydanticModels().source([Worker]), "utf-8")
    for code in CODES.values():
        seconds(code, folder)  # bytecode is written once
    rounds = [[seconds(code, folder) for code in CODES.values()] for _ in range(turns)]
    medians = dict(zip(CODES, map(statistics.median, zip(*rounds, strict=True)), strict=True))
    empty = medians.pop("nothing")
    attrs = medians["attrs"] - empty
    print("| Import | Milliseconds | `import attrs` = 1 |\n| --- | ---: | ---: |")
    for name, taken in medians.items():
        print(f"| {name} | {1000 * (taken - empty):.1f} | {(taken - empty) / attrs:.2f} |")


if __name__ == "__main__":
    main()
