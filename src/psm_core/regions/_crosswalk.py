"""A whole list of codes taken to the codes in force, losing no row."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from typing import final

import attrs

from ..errors import Issue, Language, ParseError, Severity
from ..region_code import RegionCode
from ._history import RegionChange
from ._status import RegionState, RegionStatus


class CrossingKind(Enum):
    """What happened to a code of the list."""

    KEPT = "kept"
    """It is in force under the name it had."""
    MOVED = "moved"
    """It is retired, and its successor is known."""
    RENAMED = "renamed"
    """It is in force, and the region has another name than about 2015."""
    UNVERIFIED = "unverified"
    """It may have been in force before the record begins, or be a slip."""
    UNKNOWN = "unknown"
    """No region is known to have had it."""
    UNREADABLE = "unreadable"
    """It is no code of the home ministry's system; the issue says why."""


_KINDS = {
    RegionState.RETIRED: CrossingKind.MOVED,
    RegionState.UNVERIFIED: CrossingKind.UNVERIFIED,
    RegionState.UNKNOWN: CrossingKind.UNKNOWN,
}


@final
@attrs.frozen
class Crossing:
    """One code of the list, and what became of it."""

    given: RegionCode | None
    """The code as it was given; None where it could not be read."""
    kind: CrossingKind
    """What happened to it."""
    code: RegionCode | None
    """The code in force today, or None where nobody knows."""
    change: RegionChange | None = None
    """The change of code or name behind it."""
    issue: Issue | None = None
    """The reason, as a warning or an error; None for a code that is kept."""

    def reason(self, language: Language = "en") -> str:
        """Return the reason as a sentence, in English or Indonesian; empty for a code kept."""
        return "" if self.issue is None else self.issue.describe(language)


@final
@attrs.frozen
class Crosswalk:
    """What became of each code of a list: one crossing for each, in the order of the list.

    >>> from psm_core import bundled
    >>> walk = bundled().crosswalk(["91.01", "63.10", "12.12", "64.04", "99.01", "6310"])
    >>> print(walk)
    6 codes: 1 kept, 1 moved, 1 renamed, 1 unverified, 1 unknown, 1 unreadable
    >>> for crossing in walk:
    ...     print(crossing.kind.value, crossing.code, crossing.reason() or "-")
    moved 93.01 This code has been replaced by 93.01 Kabupaten Merauke (UU 14/2022).
    kept 63.10 -
    renamed 12.12 This code is in force; the region was called Toba Samosir before (PP 14/2020).
    unverified None This code is not in force; it may be an old one or a slip.
    unknown None No region has this code.
    unreadable None Write the code with dots, like 63.10.09.2005; digits alone can mean two systems.

    """

    crossings: tuple[Crossing, ...]
    """One for each code, in order."""

    @property
    def summary(self) -> Mapping[CrossingKind, int]:
        """How many codes there are of each kind; each kind is there, and they add up."""
        counts = dict.fromkeys(CrossingKind, 0)
        for crossing in self.crossings:
            counts[crossing.kind] += 1
        return counts

    def of(self, *kinds: CrossingKind) -> tuple[Crossing, ...]:
        """Return the crossings of some kinds, in order."""
        return tuple(one for one in self.crossings if one.kind in kinds)

    def __len__(self) -> int:
        """Return how many codes were given."""
        return len(self.crossings)

    def __iter__(self) -> Iterator[Crossing]:
        """Yield each crossing in the order of the list."""
        return iter(self.crossings)

    def __str__(self) -> str:
        """Return the summary in one line."""
        counts = ", ".join(f"{n} {kind.value}" for kind, n in self.summary.items() if n)
        return f"{len(self)} codes" + (f": {counts}" if counts else "")


def crosswalk(
    codes: Iterable[RegionCode | str],
    status: Callable[[RegionCode], RegionStatus],
    lineage: Callable[[RegionCode], tuple[RegionChange, ...]],
) -> Crosswalk:
    """Take each code to the one in force, by what a registry tells of it."""
    return Crosswalk(tuple(_crossing(code, status, lineage) for code in codes))


def _crossing(
    told: RegionCode | str,
    status: Callable[[RegionCode], RegionStatus],
    lineage: Callable[[RegionCode], tuple[RegionChange, ...]],
) -> Crossing:
    try:
        code = told if isinstance(told, RegionCode) else RegionCode.parse(told)
    except ParseError as error:
        return Crossing(None, CrossingKind.UNREADABLE, None, issue=error.issue)
    found = status(code)
    change = next((one for one in reversed(lineage(code)) if one.code == code), None)
    if found.state is not RegionState.CURRENT:
        return Crossing(code, _KINDS[found.state], found.successor, change, found.issue)
    if change is None:
        return Crossing(code, CrossingKind.KEPT, code)
    named = {"former": change.name, "act": change.act}
    params = {name: value for name, value in named.items() if value is not None}
    issue = Issue("region.renamed", severity=Severity.WARNING, params=params)
    return Crossing(code, CrossingKind.RENAMED, code, change, issue)
