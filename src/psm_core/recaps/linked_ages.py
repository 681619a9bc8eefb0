"""Links between tables with different groups of ages: both have the same people of an age."""

import re
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations, pairwise
from typing import Final, NamedTuple

from .linked_suppression import System

Keys = Sequence[Hashable]
"""The keys of the rows of a table, or of its columns."""
_DAY: Final = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_GROUP: Final = re.compile(
    rf"(.*?)([0-9]+)(?: sampai ([0-9]+) tahun| tahun( ke atas)?) ({_DAY})", re.DOTALL
)
_UNKNOWN: Final = re.compile(rf"(.*?)\? (?:[0-9]+ )+({_DAY})", re.DOTALL)
_NO_END: Final = 10**6
"""The end of a group without a last age."""


class _Groups(NamedTuple):
    """The groups of ages on one day in a table."""

    keys: dict[tuple[int, int], Hashable]
    """Least age and the age after the last one → key."""
    unknown: list[Hashable]
    """The key of people who are in no certain group, if the table has them."""

    def bounds(self) -> set[int]:
        """Return the ages at which groups begin or end."""
        return {age for group in self.keys for age in group}

    def between(self, least: int, end: int) -> list[Hashable]:
        """Return the keys of the groups between two ages."""
        return [key for (start, stop), key in self.keys.items() if least <= start and stop <= end]


def key_of_unknown_age(starts: Iterable[int], as_of: object) -> str:
    """Return the key of people who are in no certain one of the groups with these least ages."""
    return f"? {' '.join(map(str, starts))} {as_of}"


def link_ages(system: System, tables: Iterable[tuple[Keys, Keys]]) -> Iterator[int]:
    """Link the tables whose rows or columns are groups of ages; yield the linked variables.

    Between two ages at which groups of both tables begin, both count the same people, except those
    who are in no certain group of one of them.
    """
    for one, other in combinations(tables, 2):
        for axis in (0, 1):
            own, others = _groups_of(one[axis]), _groups_of(other[axis])
            across = [key for key in dict.fromkeys(one[1 - axis]) if key in other[1 - axis]]
            for meaning in [meaning for meaning in own if meaning in others]:
                for key in across:
                    yield from _link(system, (own[meaning], others[meaning]), key, axis)


def _groups_of(keys: Keys) -> dict[tuple[str, str], _Groups]:
    """Return (what is counted, day) → the groups of ages."""
    found: dict[tuple[str, str], _Groups] = {}
    for key in keys:
        text = str(key)
        if group := _GROUP.fullmatch(text):
            counted, least, last, is_open, day = group.groups()
            end = _NO_END if is_open else int(last or least) + 1
            groups = found.setdefault((counted, day), _Groups({}, []))
            groups.keys[int(least), end] = key
        elif unknown := _UNKNOWN.fullmatch(text):
            found.setdefault((unknown[1], unknown[2]), _Groups({}, [])).unknown.append(key)
    return found


def _link(
    system: System, pair: tuple[_Groups, _Groups], across: Hashable, axis: int
) -> Iterator[int]:
    """Link the groups of two tables in one column, or in one row."""

    def variables(keys: Iterable[Hashable]) -> list[int]:
        cells = ((across, key) if axis else (key, across) for key in keys)
        return [one for one in map(system.find, cells) if one is not None]

    bounds = sorted(pair[0].bounds() & pair[1].bounds())
    if pair[0].keys.keys() == pair[1].keys.keys() or not bounds:
        return
    uncertain: tuple[list[int], list[int]] = ([], [])
    for least, end in pairwise(bounds):
        keys = [groups.between(least, end) for groups in pair]
        parts = [variables(one) for one in keys]
        if [*map(len, parts)] != [*map(len, keys)]:  # a count is unknown
            continue
        sums = [sum(map(system.value, one)) for one in parts]
        whole = system.unpublished(max(sums))
        for own, count, groups, rests in zip(parts, sums, pair, uncertain, strict=True):
            # A group as wide as both bounds has everybody; others lack those of uncertain age.
            if groups.unknown and len(own) > 1:
                rests.append(system.unpublished(max(sums) - count))
                system.add(whole, [*own, rests[-1]])
            else:
                system.add(whole, own)
            yield from own
    for groups, rests, other in zip(pair, uncertain, reversed(pair), strict=True):
        for unknown in variables(groups.unknown) if rests else ():
            others = system.rest(unknown, rests)
            is_all = not other.unknown and system.value(others) == 0
            system.add(unknown, rests if is_all else [*rests, others])
