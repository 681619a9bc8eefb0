"""Check an invented nation: rows a second, memory and time, for several shares of dirty rows.

The rows are generated in batches and never stored. NIK and KK numbers begin with 99, so the table
of regions has an invented province 99 for this; villages are real ones. `make nation` runs it.

The figures of a run are those of `psm_core.columns.check_batches` with plausibility checks. Rows a
second are those of one core: rows divided by the processor time. The time in which the rows are
generated is measured apart and not counted.
"""

import argparse
import json
import resource
import sys
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import nation_rows
import pyarrow as pa

from psm_core import Beneficiary, RegionCode, RegionRegistry, columns
from psm_core.population.sites import INVENTED_DISTRICTS, invented_place
from psm_core.regions.packed_table import PackedRegions

ROOT = Path(__file__).parents[1]
SHARES = (0.0, 0.01, 0.05, 0.2)
HEADINGS = """\
| rows | dirty | valid | issues | rows/s of a core | processor | time | generating | memory |
| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"""
EVERY = 10_000_000
"""After so many rows, a line says how far it is."""


@cache
def regions() -> RegionRegistry:
    """Return all regions in force, and the invented ones of the NIK and KK numbers.

    Only codes are looked up here, so the names are cut: they are packed in a moment.
    """
    sys.path.append(str(ROOT / "tools"))
    import build_tables

    named = {code: name[:2] for code, name in build_tables.regions().items()}
    named[RegionCode("99")] = "Co"
    for number in range(INVENTED_DISTRICTS):
        place = invented_place(number, 1)
        named[place.regency] = "Co"
        named[place.district] = "Co"
    return RegionRegistry(PackedRegions(build_tables.packed(dict(sorted(named.items())))))


class Generator:
    """Yields batches, and counts the seconds that generating them takes."""

    def __init__(self, rows: int, dirt: float) -> None:
        self.seconds = self.processor_seconds = 0.0
        self._batches = nation_rows.batches(rows, dirt=dirt)

    def __iter__(self) -> Iterator[pa.RecordBatch]:
        while True:
            start, processor = time.perf_counter(), time.process_time()
            batch = next(self._batches, None)
            self.seconds += time.perf_counter() - start
            self.processor_seconds += time.process_time() - processor
            if batch is None:
                return
            yield batch


def measure(rows: int, dirt: float) -> dict[str, Any]:
    """Return the figures of one run."""
    known = regions()
    generator = Generator(rows, dirt)
    start, processor = time.perf_counter(), time.process_time()
    found = columns.check_batches(
        generator,
        Beneficiary,
        values=nation_rows.VALUES,
        regions=known,
        checks=True,
        as_of=nation_rows.AS_OF,
    )
    done = 0
    for one in found:
        before, done = done, done + one.batch.num_rows
        if before // EVERY < done // EVERY:
            passed = time.perf_counter() - start
            print(f"  {done:,} rows in {passed:,.0f} s", file=sys.stderr, flush=True)
    seconds = time.perf_counter() - start - generator.seconds
    processor_seconds = time.process_time() - processor - generator.processor_seconds
    summary = found.summary
    return {
        "rows": rows,
        "dirt": dirt,
        "valid_rows": summary.valid_rows,
        "issues": sum(one.count for one in summary.counts),
        "seconds": seconds,
        "generating_seconds": generator.seconds,
        "processor_seconds": processor_seconds,
        "rows_per_second": rows / processor_seconds,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "codes": {one.code: one.count for one in summary.counts},
    }


def shown(run: dict[str, Any]) -> str:
    """Return the figures of a run as one line of a table."""
    return (
        f"| {run['rows']:,} | {run['dirt']:.0%} | {run['valid_rows']:,} | {run['issues']:,} | "
        f"{run['rows_per_second']:,.0f} | {run['processor_seconds']:,.0f} s | "
        f"{run['seconds']:,.0f} s | {run['generating_seconds']:,.0f} s | {run['peak_mb']:,.0f} MB |"
    )


def main() -> None:
    """Print the figures of all shares."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("rows", type=int, nargs="?", default=1_000_000)
    parser.add_argument("--dirt", type=float, nargs="*", default=SHARES)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    if not given.json:
        print(HEADINGS)
    for share in given.dirt:
        run = measure(given.rows, share)
        print(json.dumps(run) if given.json else shown(run), flush=True)


if __name__ == "__main__":
    main()
