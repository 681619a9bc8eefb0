"""Compare data/regions with packages of other authors, and print every difference.

Nothing of those packages is shipped, because their rows have a share-alike licence. A code on one
side only is an error. A name with another spelling is printed for review.
"""

import csv
import io
import re
import sys

from _generated import LEVELS, rows
from _pins import archive, parsed, pins, text


def listed(pin: dict[str, str]) -> dict[str, str]:
    """Return code → name of all regions in a package of CSV tables."""
    found: dict[str, str] = {}
    with archive(pin) as packed:
        for level in LEVELS:
            table = csv.DictReader(io.StringIO(text(packed, f"data/{level}.csv")))
            found |= {row["code"]: row["name"] for row in table}
    return found


def regencies(pin: dict[str, str]) -> dict[str, str]:
    """Return the statistics office's code → name of the regencies in a package."""
    with archive(pin) as packed:
        return {str(row["id"]): row["nama"] for row in parsed(packed, "data/kabupaten.json")}


def letters(name: str) -> str:
    """Return the letters and digits of a name."""
    return re.sub(r"[^a-z0-9]", "", name.casefold())


def compared(ours: dict[str, str], theirs: dict[str, str]) -> int:
    """Print what differs between two lists; return how many codes only one of them has."""
    alone = sorted(ours.keys() ^ theirs.keys())
    for code in alone:
        print(f"  {code} only in {'data/regions' if code in ours else 'the package'}")
    differing = [code for code in ours if code in theirs and ours[code] != theirs[code]]
    for code in differing:
        kind = "marks" if letters(ours[code]) == letters(theirs[code]) else "letters"
        print(f"  {code}: {ours[code]} | {theirs[code]} ({kind})")
    print(f"  {len(ours)} codes, {len(alone)} on one side only, {len(differing)} names differ")
    return len(alone)


def main() -> None:
    """Compare codes and names, then the statistics office's codes of regencies."""
    whole, statistics = pins("compared")
    ours = {code: name for level in LEVELS for code, name in rows(f"current/{level}.tsv")}
    print(f"{whole['package']} {whole['version']}: codes and names")
    alone = compared(ours, listed(whole))
    print(f"{statistics['package']} {statistics['version']}: the statistics office's regencies")
    paired = {bps: ours[code] for code, bps in rows("bps.tsv") if "." in code}
    alone += compared(paired, regencies(statistics))
    if alone:
        sys.exit(f"{alone} codes are on one side only")


if __name__ == "__main__":
    main()
