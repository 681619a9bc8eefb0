"""Write data/regions from the pinned packages; `--check` fails on a difference.

The first run needs the network. The hash of each package is checked. Known digitisation errors are
corrected, and each kind must occur exactly as often as expected. Nothing is written unless the
counts equal those of the act in force and each retired code has a successor. New, retired and
renamed codes are printed for the review.
"""

import re
import sys
from collections import Counter

from _generated import COUNTS, REGIONS, rows, table, write_or_compare
from _pins import archive, dotted, parsed, pins
from retired_regions import names_before, successors

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


def correct(code: str, name: str, done: Counter[str]) -> str:
    """Return the name as the decree has it, and count each kind of correction."""
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
    """Return table → code → name of the regions in force, corrected; exit when a count is wrong."""
    done: Counter[str] = Counter()
    tables: dict[str, dict[str, str]] = {}
    with archive(source) as packed:
        for level, stem in FILES.items():
            listed = parsed(packed, f"data/json/{stem}.json")
            tables[level] = {
                code: correct(code, row["name"], done)
                for row in listed
                for code in [dotted(row["code"])]
            }
            codes, count = len(tables[level]), COUNTS[level]
            if not len(listed) == codes == count:
                sys.exit(f"{level}: {len(listed)} rows, {codes} codes, want {count}")
    if dict(done) != EXPECTED:
        sys.exit(f"corrected {dict(done)}, expected {EXPECTED}")
    known = {code for named in tables.values() for code in named}
    orphans = [c for c in known if "." in c and c.rpartition(".")[0] not in known]
    if orphans:
        sys.exit(f"{len(orphans)} regions without a parent")
    print("corrected:", dict(done))
    return tables


def before(source: dict[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """Return code → name of the regencies and of the kecamatan of the old list."""
    with archive(source) as packed:
        listed = parsed(packed, "src/wilayah.json")
    return (
        {dotted(code): name for code, name in listed["kabkot"].items()},
        {dotted(code): name.partition(" -- ")[0] for code, name in listed["kecamatan"].items()},
    )


def retired(old: dict[str, str], now: dict[str, str]) -> list[list[str]]:
    """Return the rows of the table of retired regencies and kecamatan."""
    hand = {code: (name, after, act) for code, name, after, act in rows("retired-by-hand.tsv")}
    gone = {code: name for code, name in old.items() if code not in now}
    found = successors(gone, now, hand)
    if len(found) != RETIRED or not {row[1] for row in found.values()} <= set(now):
        sys.exit(f"{len(found)} retired codes, want {RETIRED}, each with a successor in force")
    return [[code, *found[code]] for code in sorted(found)]


def print_changes(tables: dict[str, dict[str, str]]) -> None:
    """Print how the new list differs from the one that is kept, when there is one."""
    for level, named in tables.items():
        kept = dict(rows(f"current/{level}.tsv")) if (REGIONS / "current").exists() else {}
        renamed = [code for code in named if code in kept and kept[code] != named[code]]
        for what, codes in (
            ("new", sorted(named.keys() - kept.keys())),
            ("gone", sorted(kept.keys() - named.keys())),
            ("renamed", renamed),
        ):
            if codes:
                print(f"{level}: {len(codes)} {what}: {', '.join(codes[:20])}")


def main() -> None:
    """Fetch, correct, compare, write_or_compare."""
    new, old = pins("source")
    tables = current(new)
    print_changes(tables)
    now = tables["provinces"] | tables["regencies"] | tables["districts"]
    regencies, districts = before(old)
    by_hand = {code: (name, act) for code, name, act in rows("renames-by-hand.tsv")}
    former = names_before(regencies, districts, now, by_hand)
    files = {
        REGIONS / "current" / f"{level}.tsv": table(
            "code name", [[code, named[code]] for code in sorted(named)]
        )
        for level, named in tables.items()
    }
    files[REGIONS / "changes.tsv"] = table("code name successor act", retired(districts, now))
    files[REGIONS / "former.tsv"] = table("code name kind act", former)
    write_or_compare(files, check="--check" in sys.argv)


if __name__ == "__main__":
    main()
