"""Rows into records: a CSV and a workbook, beside the same file into the same records in pydantic.

Each contender reads in a separate process, so that its peak memory is its own. The peers read the
file with a reader of cells (`csv`, openpyxl or python-calamine), put each row together by its
headings and have pydantic validate it. They name no cell and detect no damage by a spreadsheet.

A ratio of speed is the rows a second of psm_core divided by those of the peer: above 1, psm_core is
faster. A ratio of memory below 1 means that psm_core takes less.
"""

import argparse
import csv
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from measure import Ratio

FEW, CSV_ROWS, SHEET_ROWS = 10_000, 100_000, 20_000
ROUNDS = 3
DISTINCT = 5_000
FIRST, FIRST_ROWS = "first", 20
"""Name and length of the file that each process reads first."""
MODELS = "models"
"""The module with the models of pydantic, which is written to the folder of the files."""

Count = Callable[[Path], int]


def write_models(folder: Path) -> None:
    """Write the models of pydantic, so that their process does without psm_core."""
    from contenders.pydantic_models import PydanticModels

    from psm_core import Worker

    (folder / f"{MODELS}.py").write_text(PydanticModels().source([Worker]), "utf-8")


def write(path: Path, rows: int) -> None:
    """Write invented workers with the reading's own headings."""
    import random

    import openpyxl
    from samples import worker

    from psm_core import evolve, tables

    chance = random.Random(1)
    distinct = min(rows, DISTINCT)
    made = [
        evolve(worker(n % 9000, chance), attested_requirements=frozenset()) for n in range(distinct)
    ]
    flat = tables.flatten(made)
    lines: list[list[Any]] = [list(flat.dtypes), *(list(row.values()) for row in flat.rows)]
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


def psm_core(_: Path) -> Count:
    """Return the function that counts the valid records of a file."""
    from psm_core import Worker, tables

    def count(path: Path) -> int:
        with tables.stream(path, Worker) as rows:
            return sum(row.record is not None for row in rows)

    return count


def pydantic(lines_of: Callable[[Path], Iterator[list[Any]]], folder: Path) -> Count:
    """Return the same by pydantic, with a reader of cells."""
    sys.path.insert(0, str(folder))
    validate = import_module(MODELS).Worker.model_validate

    def count(path: Path) -> int:
        lines = lines_of(path)
        heads = [head.split(".") for head in next(lines)]
        return sum(validate(nested(heads, line)) is not None for line in lines)

    return count


def csv_lines(path: Path) -> Iterator[list[Any]]:
    """Yield the lines of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.reader(file)


def openpyxl_lines(path: Path) -> Iterator[list[Any]]:
    """Yield the rows of a workbook, one after the other."""
    import openpyxl

    sheet: Any = openpyxl.load_workbook(path, read_only=True).active
    yield from map(list, sheet.iter_rows(values_only=True))


def calamine_lines(path: Path) -> Iterator[list[Any]]:
    """Yield the rows of a workbook by the quickest reader."""
    from python_calamine import CalamineWorkbook

    yield from CalamineWorkbook.from_path(path).get_sheet_by_index(0).iter_rows()


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


OURS = "psm_core"
READERS: dict[str, Callable[[Path], Count]] = {
    OURS: psm_core,
    "pydantic": partial(pydantic, csv_lines),
    "pydantic, openpyxl": partial(pydantic, openpyxl_lines),
    "pydantic, calamine": partial(pydantic, calamine_lines),
}
"""Contender → what prepares it; the models are in the folder of the files."""
KINDS = {
    ".csv": (OURS, "pydantic"),
    ".xlsx": (OURS, "pydantic, openpyxl", "pydantic, calamine"),
}
"""Kind of file → who reads it."""


class Run(NamedTuple):
    """What one contender takes for one file."""

    seconds: float
    """Of the processor."""
    peak: float
    """Memory in MB."""
    records: int


def measured(reader: str, path: Path) -> Run:
    """Return what a contender takes in a separate process."""
    command = [sys.executable, __file__, "--child", reader, str(path)]
    done = subprocess.run(  # noqa: S603 - our own file
        command, capture_output=True, text=True, check=True
    )
    return Run(*json.loads(done.stdout))


def child(reader: str, path: Path) -> None:
    """Read a file once and print the figures.

    A small file is read first, because modules are imported and functions compiled on first use.
    """
    count = READERS[reader](path.parent)
    count(path.with_stem(FIRST))
    begin = time.process_time()
    records = count(path)
    print(json.dumps(Run(time.process_time() - begin, peak_memory(), records)))


def peak_memory() -> float:
    """Return the peak memory of this process in MB; `resource` would include its parent."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def compared(path: Path, rows: int, rounds: int) -> list[dict[str, Run]]:
    """Return the runs of every contender, in turns."""
    turns = [{one: measured(one, path) for one in KINDS[path.suffix]} for _ in range(rounds)]
    if any(run.records != rows for turn in turns for run in turn.values()):
        raise AssertionError("a contender rejects rows")
    return turns


def ratios(turns: list[dict[str, Run]], peer: str) -> dict[str, Ratio]:
    """Return how many times as quick psm_core is, and how much memory it takes beside a peer."""
    pairs = [(turn[OURS], turn[peer]) for turn in turns]
    return {
        "speed": Ratio.of([theirs.seconds / ours.seconds for ours, theirs in pairs]),
        "memory": Ratio.of([ours.peak / theirs.peak for ours, theirs in pairs]),
    }


def line(turns: list[dict[str, Run]], name: str, rows: int) -> str:
    """Return the figures of a contender, and its ratios unless it is psm_core."""
    seconds = median(turn[name].seconds for turn in turns)
    peak = median(turn[name].peak for turn in turns)
    text = f"  {name:18} {rows / seconds:9,.0f} rows/s  {peak:6.1f} MB peak"
    if name == OURS:
        return text
    both = ratios(turns, name)
    return f"{text}  ratio {both['speed']} x speed  {both['memory']} x memory"


def main(counts: Sequence[int], rounds: int, *, as_json: bool) -> None:
    """Print rows per second, memory and their ratios."""
    few, csv_rows, sheet_rows = counts
    tables = {}
    with TemporaryDirectory() as folder:
        write_models(Path(folder))
        for suffix in KINDS:
            write(Path(folder, f"{FIRST}{suffix}"), FIRST_ROWS)
        files = {
            f"CSV, {few:,} rows": (Path(folder, "few.csv"), few),
            f"CSV, {csv_rows:,} rows": (Path(folder, "many.csv"), csv_rows),
            f"xlsx, {sheet_rows:,} rows": (Path(folder, "many.xlsx"), sheet_rows),
        }
        for name, (path, rows) in files.items():
            write(path, rows)
            turns = compared(path, rows, rounds)
            contenders = KINDS[path.suffix]
            tables[name] = {one: ratios(turns, one) for one in contenders if one != OURS}
            if not as_json:
                print("\n".join([name, *(line(turns, one, rows) for one in contenders)]))
    if as_json:
        print(json.dumps(tables))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--child", nargs=2)
    parser.add_argument("--count", type=int, nargs=3, default=(FEW, CSV_ROWS, SHEET_ROWS))
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    if asked.child:
        child(asked.child[0], Path(asked.child[1]))
    else:
        main(asked.count, asked.rounds, as_json=asked.json)
