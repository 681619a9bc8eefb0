"""The memory of a worker, beside other libraries: one record, and the process that keeps many.

`record` is what Python allocates for a record and all values in it. `process` is by how much the
resident memory of a separate process grows, divided by the number of records. All are kB a record.
"""

import gc
import json
import subprocess
import sys
import tracemalloc
from itertools import cycle, islice
from pathlib import Path
from statistics import median

from contenders import CONTENDERS
from report import options, show
from samples import worker_texts

from psm_core import Worker

DISTINCT = 5_000
TRACED = 2_000
"""As many records show what one takes; tracing makes reading slow."""


def measure(name: str, count: int) -> None:
    """Print kB a record for one contender, in this process, as JSON."""
    contender = CONTENDERS[name](Worker)
    texts = worker_texts(min(count, DISTINCT))
    for text in texts[:20]:
        contender.read_json(text)  # what is compiled on first use is compiled now
    gc.collect()
    before = _resident()
    kept = [contender.read_json(text) for text in islice(cycle(texts), count)]
    process = (_resident() - before) / len(kept)
    kept.clear()
    tracemalloc.start()
    kept += [contender.read_json(text) for text in texts[:TRACED]]
    record = tracemalloc.get_traced_memory()[0] / len(kept)
    tracemalloc.stop()
    print(json.dumps({"record": record / 1024, "process": process / 1024}))


def _resident() -> int:
    """Return how many bytes of the process are in memory."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.partition("VmRSS:")[2].split()[0]) * 1024


def measured(name: str, count: int) -> dict[str, float]:
    """Return kB a record of one contender, measured in a separate process."""
    command = [sys.executable, __file__, "--one", name, "--count", str(count)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - ourselves
    result: dict[str, float] = json.loads(done.stdout)
    return result


def main() -> None:
    """Print kB a record of every contender."""
    parser = options(__doc__, count=200_000, rounds=1)
    parser.add_argument("--one")
    given = parser.parse_args()
    if given.one:
        measure(given.one, given.count)
        return
    table: dict[str, dict[str, str]] = {}
    for name in CONTENDERS:
        runs = [measured(name, given.count) for _ in range(given.rounds)]
        table[name] = {
            column: f"{median(one[column] for one in runs):.1f} kB" for column in runs[0]
        }
    show({f"{given.count:,} workers": table}, as_json=given.json)


if __name__ == "__main__":
    main()
