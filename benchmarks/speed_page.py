"""Measure everything and write the figures to the page on speed.

Each benchmark runs in a separate process. Those of documents run twice: without msgspec, and with
it (the extra `fast`). Without `--write` the figures are printed.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

from contenders import LEANEST, SAME_RULES
from extra_fast import VARIABLE
from measure import Ratio

FOLDER = Path(__file__).parent
PAGE = FOLDER.parent / "docs" / "explanation" / "speed.md"
BEGIN, END = "<!-- figures: `make bench` writes them -->\n", "<!-- end of figures -->\n"
PACKAGES = ("pydantic", "msgspec", "attrs", "cattrs", "orjson", "openpyxl", "python-calamine")

Cells = dict[str, dict[str, Any]]
"""Row → column → the numbers of a ratio, or text."""
Tables = dict[str, dict[str, Cells]]
"""Script → title → table; ``fast`` follows the script if msgspec is used."""
Lines = Iterator[str]


class Benchmark(NamedTuple):
    """A script, its options for a run that shows only that it works, and whether msgspec matters."""

    script: str
    small: str
    with_fast: bool


BENCHMARKS = (
    Benchmark("documents", "--count 20 --rounds 1", with_fast=True),
    Benchmark("classes", "--count 2 --rounds 1", with_fast=True),
    Benchmark("memory", "--count 50", with_fast=False),
    Benchmark("growth", "--count 1000 --rounds 1", with_fast=False),
    Benchmark("tables", "--count 20 30 20 --rounds 1", with_fast=False),
)


def run(benchmark: Benchmark, *, small: bool, fast: bool) -> dict[str, Cells]:
    """Return the tables of a benchmark."""
    options = benchmark.small.split() if small else []
    command = [sys.executable, str(FOLDER / f"{benchmark.script}.py"), "--json", *options]
    hidden = {} if fast else {VARIABLE: "1"}
    done = subprocess.run(  # noqa: S603 - our own scripts
        command, check=True, stdout=subprocess.PIPE, text=True, env={**os.environ, **hidden}
    )
    tables: dict[str, Cells] = json.loads(done.stdout)
    return tables


def measured(*, small: bool) -> Tables:
    """Return the tables of every benchmark."""
    return {
        benchmark.script + " fast" * fast: run(benchmark, small=small, fast=fast)
        for benchmark in BENCHMARKS
        for fast in ((False, True) if benchmark.with_fast else (False,))
    }


def machine() -> str:
    """Return the processor and the versions."""
    models = [
        line.partition(":")[2].strip()
        for line in Path("/proc/cpuinfo").read_text("utf-8").splitlines()
        if line.startswith("model name")
    ]
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return (
        f"Measured on {len(models)} cores of an {models[0]} that also did other work: "
        f"{python}, psm-core {version('psm-core')}, {packages}."
    )


def full(cell: Any) -> str:  # noqa: ANN401 - of a table
    """Return a cell: a text, or the median of a ratio and its extremes."""
    return cell if isinstance(cell, str) else str(Ratio(*cell))


def short(cell: Any) -> str:  # noqa: ANN401 - of a table
    """Return the median of a ratio."""
    return f"{Ratio(*cell).median:.2f}"


def markdown(
    corner: str, table: Cells, columns: list[str], cell: Callable[[Any], str] = full
) -> Lines:
    """Yield the lines of a table."""
    yield "| " + " | ".join([corner, *columns]) + " |"
    yield "| " + " | ".join("---" for _ in ["", *columns]) + " |"
    for name, row in table.items():
        yield ("| " + " | ".join([name, *(cell(row[one]) for one in columns)]) + " |")
    yield ""


def joined(plain: Cells, fast: Cells, columns: list[str]) -> Cells:
    """Return a table with the columns of both, those with msgspec marked."""
    return {
        name: {
            **{column: row.get(column, "–") for column in columns},
            **{f"{column}; `fast`": fast[name].get(column, "–") for column in columns},
        }
        for name, row in plain.items()
    }


def columns_of(table: Cells) -> list[str]:
    """Return the columns of a table."""
    return list(next(iter(table.values())))


def figures(tables: Tables) -> Lines:
    """Yield the lines of all figures."""
    yield from (machine(), "")
    yield from of_workers(tables)
    yield from of_classes(tables)
    yield from of_memory(tables)
    yield from of_files(tables)


def of_workers(tables: Tables) -> Lines:
    """Yield the figures of documents of workers."""
    documents, fast = tables["documents"], tables["documents fast"]
    tasks = ["read JSON", "read builtins", "write JSON"]
    peers = [SAME_RULES, LEANEST]
    yield from ("### Documents of workers, without msgspec", "")
    yield from markdown("psm-core beside", documents["task"], tasks)
    yield from ("### Documents of workers, with the extra `fast`", "")
    yield from markdown("psm-core beside", fast["task"], tasks)
    yield from ("### Invalid documents", "")
    issues = joined(documents["issue"], fast["issue"], peers)
    yield from markdown("issue", issues, columns_of(issues))
    yield from ("### Texts that psm-core would write differently", "")
    forms = joined(documents["form"], fast["form"], peers)
    yield from markdown("form", forms, columns_of(forms))
    yield from ("### What happens to the records", "", "Reading, without msgspec.", "")
    records = documents["records"]
    yield from markdown("psm-core beside", records, columns_of(records))


def of_classes(tables: Tables) -> Lines:
    """Yield the figures of every document class, and of documents of any size."""
    classes, fast = tables["classes"], tables["classes fast"]
    both = ["read JSON", "write JSON"]
    yield from ("### Every document class", "", f"Medians, beside *{SAME_RULES}*.", "")
    for title in ("class", "size"):
        documents_of = joined(classes[title], fast[title], both)
        yield from markdown(title, documents_of, columns_of(documents_of), short)


def of_memory(tables: Tables) -> Lines:
    """Yield the figures of many records."""
    yield from ("### Memory of a worker", "")
    for title, table in tables["memory"].items():
        yield from markdown(title, table, ["record", "process"])
    yield from (
        "### Growth",
        "",
        "The time a document, beside that among the fewest documents. The collector visits records that are kept.",
        "",
    )
    for title, table in tables["growth"].items():
        yield from markdown(title, table, columns_of(table))


def of_files(tables: Tables) -> Lines:
    """Yield the figures of CSV files and workbooks."""
    yield from ("### Files", "", "Rows a second beside pydantic: above 1, psm-core is faster.", "")
    files = {
        f"{file}; {peer}": row
        for file, rows in tables["tables"].items()
        for peer, row in rows.items()
    }
    yield from markdown("file and peer", files, ["speed", "memory"])


def main() -> None:
    """Measure, then print or write the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--small", action="store_true", help="measure little: does it work?")
    parser.add_argument("--write", action="store_true", help="write the page")
    parser.add_argument(
        "--results", type=Path, help="the file of an earlier run; written if absent"
    )
    given = parser.parse_args()
    if given.results and given.results.exists():
        tables = json.loads(given.results.read_text("utf-8"))
    else:
        tables = measured(small=given.small)
        if given.results:
            given.results.write_text(json.dumps(tables), "utf-8")
    text = "\n".join(figures(tables))
    if not given.write:
        print(text)
        return
    before, _, rest = PAGE.read_text("utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    PAGE.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", "utf-8")


if __name__ == "__main__":
    main()
