"""Rows into records: a CSV and a workbook, beside the same file into the same records in pydantic.

Each contender reads in a separate process, so that its peak memory is its own. The peer
reads the file with the same readers (`csv`, openpyxl row by row), puts each row together by its
headings and has pydantic validate it. It names no cell and detects no damage by a spreadsheet.
"""

import argparse
import csv
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

FEW, CSV_ROWS, SHEET_ROWS = 10_000, 100_000, 20_000
ROUNDS = 3
DISTINCT = 5_000


def write(path: Path, rows: int) -> None:
    """Write invented workers with the reading's own headings."""
    import random

    import openpyxl
    from documents import worker

    from psm_core import evolve, tables

    chance = random.Random(1)
    distinct = min(rows, DISTINCT)
    made = [
        evolve(worker(n % 9000, chance), attested_requirements=frozenset()) for n in range(distinct)
    ]
    flat = tables.flatten(made)
    lines = [list(flat.dtypes), *(list(row.values()) for row in flat.rows)]
    body = (lines[1 + n % distinct] for n in range(rows))
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([lines[0], *body])
        return
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Data")
    for line in (lines[0], *body):
        sheet.append(line)
    book.save(path)


def by_psm_core(path: Path) -> int:
    """Return the number of valid records."""
    from psm_core import Worker, tables

    with tables.stream(path, Worker) as rows:
        return sum(row.record is not None for row in rows)


def lines_of(path: Path) -> Iterator[list[Any]]:
    """Yield the lines of a file as a program without us would read them."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as file:
            yield from csv.reader(file)
        return
    import openpyxl

    for line in openpyxl.load_workbook(path, read_only=True).active.iter_rows(values_only=True):
        yield list(line)


def by_pydantic(path: Path) -> int:
    """Return the same by pydantic."""
    from twin import load

    model = load().Worker
    lines = lines_of(path)
    heads = [head.split(".") for head in next(lines)]
    return sum(model.model_validate(nested(heads, line)) is not None for line in lines)


def nested(heads: list[list[str]], line: list[Any]) -> dict[str, Any]:
    """Put a row together by its headings."""
    tree: dict[str, Any] = {}
    for steps, cell in zip(heads, line, strict=True):
        if cell in {"", None}:
            continue
        here: Any = tree
        for step, following in zip(steps, [*steps[1:], ""], strict=True):
            below: Any = [] if following.isdecimal() else {}
            if step.isdecimal():
                while len(here) <= int(step):
                    here.append(below)
                here = here[int(step)]
            elif following:
                here = here.setdefault(step, below)
            else:
                here[step] = int(cell) if step == "year" else cell
    return tree


READERS = {"psm_core": by_psm_core, "pydantic": by_pydantic}


def measured(reader: str, path: Path) -> tuple[float, float]:
    """Return seconds and peak memory in MB of a separate process."""
    command = [sys.executable, __file__, "--child", reader, str(path)]
    done = subprocess.run(  # noqa: S603 - our own file
        command, capture_output=True, text=True, check=True
    )
    seconds, peak, _ = done.stdout.split()
    return float(seconds), float(peak)


def child(reader: str, path: Path) -> None:
    """Read a file once and print the figures."""
    begin = time.perf_counter()
    count = READERS[reader](path)
    seconds = time.perf_counter() - begin
    print(seconds, peak_memory(), count)


def peak_memory() -> float:
    """Return the peak memory of this process in MB; `resource` would include its parent."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def main(few: int, csv_rows: int, sheet_rows: int, rounds: int) -> None:
    """Print rows per second, memory and their ratios."""
    with TemporaryDirectory() as folder:
        files = {
            f"CSV, {few:,} rows": (Path(folder, "few.csv"), few),
            f"CSV, {csv_rows:,} rows": (Path(folder, "many.csv"), csv_rows),
            f"xlsx, {sheet_rows:,} rows": (Path(folder, "many.xlsx"), sheet_rows),
        }
        for path, rows in files.values():
            write(path, rows)
        for name, (path, rows) in files.items():
            runs = {one: [measured(one, path) for _ in range(rounds)] for one in READERS}
            speed = {
                one: rows / statistics.median(s for s, _ in results)
                for one, results in runs.items()
            }
            peak = {
                one: statistics.median(mb for _, mb in results) for one, results in runs.items()
            }
            print(name)
            for one in READERS:
                print(f"  {one:10} {speed[one]:9,.0f} rows/s  {peak[one]:6.1f} MB peak")
            print(
                f"  ratio      {speed['psm_core'] / speed['pydantic']:9.2f} x speed "
                f"{peak['psm_core'] / peak['pydantic']:7.2f} x memory"
            )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--child", nargs=2)
    parser.add_argument("--count", type=int, nargs=3, default=(FEW, CSV_ROWS, SHEET_ROWS))
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    asked = parser.parse_args()
    if asked.child:
        child(asked.child[0], Path(asked.child[1]))
    else:
        main(*asked.count, asked.rounds)
