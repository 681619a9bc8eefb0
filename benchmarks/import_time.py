"""How long `import psm_core` takes, beside `import attrs` and the same records in pydantic."""

import argparse
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import mkdtemp

from twin import source

ROUNDS = 25
_NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"


def seconds(code: str, folder: Path) -> float:
    """Return how long a fresh interpreter takes for the code."""
    environment = {name: value for name, value in os.environ.items() if name != _NO_BYTECODE}
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], cwd=folder, env=environment, check=True)  # noqa: S603 - our own code
    return time.perf_counter() - start


def main() -> None:
    """Compare in turns; what an empty interpreter takes is taken off."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=ROUNDS)
    turns = options.parse_args().rounds
    folder = Path(mkdtemp())
    (folder / "pydantic_twin.py").write_text(source(), "utf-8")
    codes = {
        "nothing": "pass",
        "attrs": "import attrs",
        "psm_core": "import psm_core",
        "with every record": "from psm_core import Case, Event, Organisation, Programme",
        "the same in pydantic": "import pydantic_twin",
    }
    for code in codes.values():
        seconds(code, folder)  # bytecode is written once
    rounds = [[seconds(code, folder) for code in codes.values()] for _ in range(turns)]
    medians = dict(zip(codes, map(statistics.median, zip(*rounds, strict=True)), strict=True))
    empty = medians.pop("nothing")
    for name, taken in medians.items():
        print(f"{name:<22} {1000 * (taken - empty):6.1f} ms")
    ours = medians["psm_core"] - empty
    print(f"psm_core / attrs      {ours / (medians['attrs'] - empty):6.2f}")
    print(f"psm_core / pydantic   {ours / (medians['the same in pydantic'] - empty):6.2f}")


if __name__ == "__main__":
    main()
