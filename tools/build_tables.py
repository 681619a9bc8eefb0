"""Pack data/regions into the package; `--check` fails on a difference. Offline, same bytes."""

import json
import struct
import sys
from collections.abc import Iterable, Mapping

from _generated import COUNTS, PACKAGE, VINTAGE, rows, settle

from psm_core import RegionCode, RegionKind, RegionLevel
from psm_core._packed import MAGIC, SECTIONS, STRIDE

ACT = "Kepmendagri 300.2.2-2138/2025, diubah dengan 300.2.2-2430/2025"


def prints_kind(code: RegionCode) -> bool:
    """Tell whether the decree prints the kind before the name."""
    return code.level is RegionLevel.REGENCY or code.kind is RegionKind.DESA_ADAT


def regions() -> dict[RegionCode, str]:
    """Return code → short name in order, or stop when a count, a parent or a kind is off."""
    named: dict[RegionCode, str] = {}
    for table, count in COUNTS.items():
        found = rows(f"{VINTAGE}/{table}.tsv")
        for code, name in found:
            region = RegionCode(code)
            label = f"{region.kind.label} " if prints_kind(region) else ""
            if not name.startswith(label):
                sys.exit(f"{code} is a {region.kind.label} by its code and not by its name")
            named[region] = name.removeprefix(label)
        if len(found) != count:
            sys.exit(f"{len(found)} {table}, want {count}")
    if len(named) != sum(COUNTS.values()):
        sys.exit("a code stands twice")
    if orphans := [code for code in named if code.parent and code.parent not in named]:
        sys.exit(f"{len(orphans)} regions without a parent")
    return dict(sorted(named.items()))


def six(code: RegionCode) -> int:
    """Return the code of levels 1 to 3 as six digits."""
    return int(code.digits.ljust(6, "0"))


def texts(names: Iterable[str]) -> tuple[bytes, list[int]]:
    """Return the names one after another, and where every 16th begins."""
    encoded = [f"{name}\n".encode() for name in names]
    if any(len(name) != len(name.decode().lower().encode()) for name in encoded):
        sys.exit("a name whose lower case is longer or shorter would be lost to search")
    offsets, at = [], 0
    for number, name in enumerate(encoded):
        if number % STRIDE == 0:
            offsets.append(at)
        at += len(name)
    return b"".join(encoded), offsets


def packed() -> bytes:
    """Return the file that `psm_core._packed` reads."""
    named = regions()
    upper = [code for code in named if code.parent is None or len(code.digits) <= 6]
    villages = [code for code in named if len(code.digits) > 6]
    counts: dict[RegionCode, int] = dict.fromkeys(upper, 0)
    for code in villages:
        counts[code.ancestors[0]] += 1
    starts = [0]
    for count in counts.values():
        starts.append(starts[-1] + count)
    changes = rows("changes.tsv")
    acts = sorted({act for *_, act in changes})
    retired = sorted(
        (six(RegionCode(c)), six(RegionCode(s)), acts.index(a)) for c, _, s, a in changes
    )
    if unknown := [s for _, _, s, _ in changes if RegionCode(s) not in named]:
        sys.exit(f"{len(unknown)} successors are not in force")
    upper_names, upper_at = texts(named[code] for code in upper)
    village_names, village_at = texts(named[code] for code in villages)
    return layout(
        {
            "upper": [six(code) for code in upper],
            "starts": starts,
            "villages": [int(code.digits[6:]) for code in villages],
            "upper_at": upper_at,
            "upper_names": upper_names,
            "village_at": village_at,
            "village_names": village_names,
            "old": [old for old, _, _ in retired],
            "new": [new for _, new, _ in retired],
            "act": [act for _, _, act in retired],
        },
        {"vintage": VINTAGE, "act": ACT, "acts": acts, "titles": rows("titles.tsv")},
    )


def layout(sections: Mapping[str, Iterable[int]], head: dict[str, object]) -> bytes:
    """Return the sections behind their head."""
    made = {
        name: struct.pack(f"<{len(numbers)}{SECTIONS[name]}", *numbers)
        for name, numbers in ((name, list(section)) for name, section in sections.items())
    }
    head["sizes"] = {name: len(section) for name, section in made.items()}
    told = json.dumps(head, ensure_ascii=True, separators=(",", ":")).encode()
    told += b" " * (-len(told) % 4)
    body = b"".join(section + b"\0" * (-len(section) % 4) for section in made.values())
    return MAGIC + len(told).to_bytes(4, "little") + told + body


if __name__ == "__main__":
    settle({PACKAGE / "_data" / "regions.bin": packed()}, check="--check" in sys.argv)
