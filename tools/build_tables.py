"""Pack data/ into the package; `--check` fails on a difference. Offline, same bytes."""

import struct
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from zlib import crc32

from _generated import COUNTS, PACKAGE, ROOT, rows, write_or_compare

from psm_core import RegionCode, RegionKind, RegionLevel
from psm_core.regions.packed_table import LETTERS, MAGIC, NAMES, NUMBERS, PLACES, STRIDE, TABLES


def prints_kind(code: RegionCode) -> bool:
    """Return whether the decree prints the kind before the name."""
    return code.level is RegionLevel.REGENCY or code.kind is RegionKind.DESA_ADAT


def regions() -> dict[RegionCode, str]:
    """Return code → short name in order, or exit when a count, a parent or a kind is wrong."""
    named: dict[RegionCode, str] = {}
    for table, count in COUNTS.items():
        found = rows(f"current/{table}.tsv")
        for code, name in found:
            region = RegionCode(code)
            label = f"{region.kind.label} " if prints_kind(region) else ""
            if not name.startswith(label):
                sys.exit(f"{code} is a {region.kind.label} by its code and not by its name")
            named[region] = name.removeprefix(label)
        if len(found) != count:
            sys.exit(f"{len(found)} {table}, want {count}")
    if len(named) != sum(COUNTS.values()):
        sys.exit("a code occurs twice")
    if orphans := [code for code in named if code.parent and code.parent not in named]:
        sys.exit(f"{len(orphans)} regions without a parent")
    return dict(sorted(named.items()))


def six(code: RegionCode) -> int:
    """Return the code of levels 1 to 3 as six digits."""
    return int(code.digits.ljust(6, "0"))


def differences(numbers: Sequence[int]) -> list[int]:
    """Return the first number, then the difference of each from the one before."""
    return [after - before for before, after in pairwise([0, *numbers])]


def joined(names: Sequence[str]) -> str:
    """Return the names, each ended by a newline."""
    if any(not name.replace("\u2019", "'").isascii() for name in names):
        sys.exit("a letter that the search cannot normalize")
    return "".join(f"{name}\n" for name in names)


def byte_pairs(names: str, sample: str) -> dict[str, str]:
    """Return code → pair, for byte pair encoding, in the order in which pairs are replaced.

    A code is a character below 256 that occurs in no name. Pairs are counted in a sample, which
    takes seconds instead of minutes. The first code is for the typographic apostrophe.
    """
    unused = [chr(number) for number in range(1, 256) if chr(number) not in {*names, "\n"}]
    pairs = {unused.pop(0): "\u2019"}
    sample = encoded(sample, pairs)
    for code in unused:
        counts = Counter(pairwise(sample))
        pair = max((n, *one) for one, n in counts.items() if "\n" not in one)[1:]
        pairs[code] = "".join(pair)
        sample = sample.replace(pairs[code], code)
    return pairs


def encoded(text: str, pairs: Mapping[str, str]) -> str:
    for code, pair in pairs.items():
        text = text.replace(pair, code)
    return text


def letters(pairs: Mapping[str, str]) -> bytes:
    """Return the table of codes and the letters that they stand for."""
    found: dict[str, str] = {}
    for code, pair in pairs.items():
        found[code] = "".join(found.get(one, one) for one in pair)
    return "".join(f"{ord(code)}\t{whole}\n" for code, whole in found.items()).encode()


def with_sizes(text: str) -> tuple[bytes, list[int]]:
    """Return the bytes of encoded names, and the number of bytes of each `STRIDE` names."""
    names = [name + b"\n" for name in text.encode("latin-1").split(b"\n")[:-1]]
    blocks = (names[at : at + STRIDE] for at in range(0, len(names), STRIDE))
    return b"".join(names), [sum(map(len, block)) for block in blocks]


def places(upper: list[RegionCode]) -> list[int]:
    """Return for each number 1 + the row of the province or regency with these digits, or 0."""
    found = [0] * PLACES
    for row, code in enumerate(upper):
        if len(code.digits) <= 4:
            found[int(code.digits)] = row + 1
    return found


def small(name: str, named: Mapping[RegionCode, str]) -> bytes:
    """Return a small table without its heading, or stop when it names a region not in force."""
    found = rows(f"{name}.tsv")
    regions = {"changes": 2, "acts": None, "titles": None}.get(name, 0)
    if regions is not None:
        for row in found:
            if RegionCode(row[regions]) not in named:
                sys.exit(f"{name}: {row[regions]} is not in force")
    if any(len(row) != len(found[0]) for row in found):
        sys.exit(f"{name}: a row is longer or shorter than the first")
    return "".join("\t".join(row) + "\n" for row in found).encode()


def packed(named: Mapping[RegionCode, str]) -> bytes:
    """Return the file that `psm_core.regions.packed_table` reads, of code → name in order."""
    upper = [code for code in named if len(code.digits) <= 6]
    villages = [code for code in named if len(code.digits) > 6]
    counts: dict[RegionCode, int] = dict.fromkeys(upper, 0)
    for code in villages:
        counts[code.ancestors[0]] += 1
    of_upper = joined([named[code] for code in upper])
    of_villages = joined([named[code] for code in villages])
    pairs = byte_pairs(of_upper + of_villages, sample=of_upper)
    upper_names, upper_sizes = with_sizes(encoded(of_upper, pairs))
    village_names, village_sizes = with_sizes(encoded(of_villages, pairs))
    numbers = {
        "upper": differences([six(code) for code in upper]),
        "places": places(upper),
        "counts": list(counts.values()),
        "villages": [int(code.digits[6:]) for code in villages],
        "upper_sizes": upper_sizes,
        "village_sizes": village_sizes,
    }
    sections = {
        name: struct.pack(f"<{len(numbers[name])}{code}", *numbers[name])
        for name, code in NUMBERS.items()
    }
    sections |= {LETTERS: letters(pairs)} | dict(
        zip(NAMES, (upper_names, village_names), strict=True)
    )
    return layout(sections | {name: small(name, named) for name in TABLES})


def layout(sections: Mapping[str, bytes]) -> bytes:
    """Return the sections behind their head."""
    head = "".join(f"{name} {len(section)}\n" for name, section in sections.items()).encode()
    head += b"\n" * (-len(head) % 4)
    body = b"".join(section + b"\0" * (-len(section) % 4) for section in sections.values())
    checked = len(head).to_bytes(4, "little") + head + body
    return MAGIC + crc32(checked).to_bytes(4, "little") + checked


if __name__ == "__main__":
    files = {PACKAGE / "_data" / "regions.bin": packed(regions())}
    for path in (
        *("assessments/instruments.tsv", "assessments/questions.tsv", "law/acts.tsv"),
        *("programmes/programmes.tsv", "programmes/components.tsv"),
    ):
        source = ROOT / "data" / path
        files[PACKAGE / "_data" / source.name] = source.read_bytes()
    write_or_compare(files, check="--check" in sys.argv)
