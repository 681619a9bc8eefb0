"""Successors of the codes that the division of Papua retired in 2022, and names since 2015.

The regencies moved by law, which the table below cites. Their kecamatan got new numbers,
so each is matched by its name inside the new regency. Kecamatan founded after 2015 are not in the
old list; data/regions/retired-by-hand.tsv has them.
"""

import re
from collections.abc import Mapping
from difflib import SequenceMatcher

MOVED = {
    "UU 14/2022": {"91.01": "93.01", "91.16": "93.02", "91.17": "93.03", "91.18": "93.04"},
    "UU 15/2022": {
        "91.04": "94.01",
        "91.07": "94.02",
        "91.08": "94.03",
        "91.09": "94.04",
        "91.25": "94.05",
        "91.26": "94.06",
        "91.27": "94.07",
        "91.28": "94.08",
    },
    "UU 16/2022": {
        "91.02": "95.01",
        "91.12": "95.02",
        "91.13": "95.03",
        "91.14": "95.04",
        "91.21": "95.05",
        "91.22": "95.06",
        "91.23": "95.07",
        "91.24": "95.08",
    },
    "UU 29/2022": {
        "92.01": "96.01",
        "92.04": "96.02",
        "92.05": "96.03",
        "92.09": "96.04",
        "92.10": "96.05",
        "92.71": "96.71",
    },
}
"""Act → regency that it moved → the code the regency has since."""

ALIKE = 0.75
"""The least similarity of two spellings of one name."""


def fold(name: str) -> str:
    """Return the letters and digits of a name."""
    return re.sub(r"[^a-z0-9]", "", name.casefold())


def successors(
    old: Mapping[str, str], new: Mapping[str, str], by_hand: Mapping[str, tuple[str, str, str]]
) -> dict[str, tuple[str, str, str]]:
    """Return retired code → (name, successor, act), of regencies and kecamatan."""
    found: dict[str, tuple[str, str, str]] = {}
    for act, moved in MOVED.items():
        for before, after in moved.items():
            found[before] = (new[after], after, act)
            named = {code: name for code, name in old.items() if code.startswith(f"{before}.")}
            targets = {code: name for code, name in new.items() if code.startswith(f"{after}.")}
            hand = {code: row for code, row in by_hand.items() if code.startswith(f"{before}.")}
            for code, row in hand.items():
                if row[2] != act or targets.pop(row[1], None) is None:
                    raise SystemExit(f"{code}, kept by hand: not {act}, or not to {row[1]}")
                found[code] = row
            for code, successor in _paired(named, targets).items():
                found[code] = (_spelt(named[code], new[successor]), successor, act)
    return found


def _paired(old: Mapping[str, str], new: dict[str, str]) -> dict[str, str]:
    """Return old code → new code by name: equal names first, then the most alike, each once."""
    pairs: dict[str, str] = {}
    likeness = sorted(
        (
            (_likeness(name, other), code, target)
            for code, name in old.items()
            for target, other in new.items()
        ),
        key=lambda row: (-row[0], row[1], row[2]),
    )
    for ratio, code, target in likeness:
        if ratio >= ALIKE and code not in pairs and target not in pairs.values():
            pairs[code] = target
    if missing := sorted(set(old) - set(pairs)):
        raise SystemExit(f"no successor found for {', '.join(missing)}")
    return pairs


def _spelt(old: str, new: str) -> str:
    """Return an old name, which comes in capitals, as it is spelt since, or else as it was."""
    return new if fold(old) == fold(new) else _titled(old)


def _likeness(name: str, other: str) -> float:
    return SequenceMatcher(None, fold(name), fold(other), autojunk=False).ratio()


def names_before(
    regencies: Mapping[str, str],
    districts: Mapping[str, str],
    now: Mapping[str, str],
    by_hand: Mapping[str, tuple[str, str]],
) -> list[list[str]]:
    """Return rows of code, former name, kind and act for each code whose name was another.

    The kind is `renamed` where the two names are unlike, `respelt` where they are spellings of one.
    Names of regencies are cut off in the old list, so what a new one begins with is no other name.
    """
    found: dict[str, list[str]] = {}
    for code, name in districts.items():
        if code in now and fold(name) != fold(now[code]):
            found[code] = _renamed(code, _titled(name), now[code], "")
    for code, name in regencies.items():
        plain = re.sub(r"^(KAB|KOTA?)\b\.? *(ADM\. )?(KEP\. )?", "", name)
        since = re.sub(r"^\w+ (Administrasi )?", "", now.get(code, ""))
        if since and fold(plain) not in fold(since):
            act = by_hand[code][1] if code in by_hand else ""
            found[code] = _renamed(code, _titled(plain), since, act)
    if missing := sorted(set(by_hand) - set(found)):
        raise SystemExit(f"no other name before in the old list: {', '.join(missing)}")
    return [found[code] for code in sorted(found)]


def _renamed(code: str, old: str, new: str, act: str) -> list[str]:
    alike = _likeness(old, new) >= ALIKE or _initials(old, new)
    return [code, old, "respelt" if alike and not act else "renamed", act]


def _initials(old: str, new: str) -> bool:
    """Return whether the first word of the old name abbreviates those of the new one."""
    word = old.split(maxsplit=1)[0]
    return len(word) > 1 and "".join(one[0] for one in new.split()).startswith(word)


def _titled(name: str) -> str:
    """Return a name in capitals as names are written: numerals and abbreviations stay capital."""
    words = (w if re.fullmatch(r"[IVX]+|STM|KPK", w) else w.title() for w in name.split())
    return " ".join(words)
