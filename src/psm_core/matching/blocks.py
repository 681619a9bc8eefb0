"""Which people of a list are compared: only those who have something in common.

Comparing everybody would take the square of the time. People with an equal key are a block. A block
that is too large is divided by a second key; where that does not help, its people are sorted by
name, and each is compared with the next ones.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import combinations, product
from math import inf
from typing import Final, NamedTuple

from .facts import CENTURY, Facts

_MOST_IN_BLOCK: Final = 40
"""Up to how many people with one key are compared with each other."""
_MOST_NAMESAKES: Final = 8
"""More people with one name are compared only if they have a year or a day of birth in common."""
_MOST_WITH_PHONE: Final = 10
_WINDOW: Final = 12
"""In a larger block, with how many of the next ones by name a person is compared."""
_FIRST: Final = 3
_REGION, _TO_MONTH, _FROM_YEAR, _SERIAL = slice(6), slice(10), slice(10, None), slice(12, None)

KeyFunction = Callable[[Facts], Hashable]


class _Key(NamedTuple):
    """What people have in common who are compared."""

    of: KeyFunction
    """Returns the key, or None if it is unknown."""
    parts: tuple[KeyFunction, ...] = ()
    """What the people of a large block have in common besides."""
    whole: int = _MOST_IN_BLOCK
    """Up to how many people of a block are all compared with each other."""
    most: float = inf
    """A larger block says nothing of people: a name of many, the telephone number of an office."""


def pairs(facts: Sequence[Facts], others: int = 0) -> Iterator[tuple[int, int]]:
    """Yield the positions of people with an equal key, some pairs several times.

    The earlier position is first. If the last `others` are another list, each pair has one of both.
    """
    start = len(facts) - others if others else 0
    everybody = range(len(facts))
    for key in _KEYS:
        for block in _blocks(everybody, facts, key.of):
            if len(block) > key.most:
                continue
            if len(block) <= key.whole:
                yield from _all_pairs(block, start)
                continue
            for part in key.parts:
                for smaller in _blocks(block, facts, part):
                    if len(smaller) <= _MOST_IN_BLOCK:
                        yield from _all_pairs(smaller, start)
                    else:
                        yield from _neighbours(smaller, facts, start)
            if not key.parts:
                yield from _neighbours(block, facts, start)


def _all_pairs(block: list[int], start: int) -> Iterator[tuple[int, int]]:
    if not start:
        return combinations(block, 2)
    earlier = [number for number in block if number < start]
    return product(earlier, block[len(earlier) :])


def _neighbours(block: list[int], facts: Sequence[Facts], start: int) -> Iterator[tuple[int, int]]:
    """Yield pairs of people whose names, and birth dates of one name, are beside each other."""
    block.sort(key=lambda number: _order(facts[number]))
    for at, number in enumerate(block):
        for other in block[at + 1 : at + _WINDOW]:
            first, second = (number, other) if number < other else (other, number)
            if first < start <= second or not start:
                yield first, second


def _order(one: Facts) -> tuple[str, tuple[int, ...], str, str]:
    return one.letters, one.born or (), one.village, one.nik


def _blocks(
    numbers: Iterable[int], facts: Sequence[Facts], key: KeyFunction
) -> Iterator[list[int]]:
    """Yield the positions of each key that several have, in ascending order."""
    hashes = [(None if (of := key(facts[number])) is None else hash(of)) for number in numbers]
    counts = Counter(hashes)
    del counts[None]
    blocks: dict[int | None, list[int]] = {of: [] for of, count in counts.items() if count > 1}
    for number, of in zip(numbers, hashes, strict=True):
        if of in blocks:
            blocks[of].append(number)
    yield from blocks.values()


def _nik(one: Facts) -> Hashable:
    return one.nik or None


def _nik_of_year_and_name(one: Facts) -> Hashable:
    """Return the NIK without day and month, and the name."""
    return (one.nik[_REGION], one.nik[_FROM_YEAR], one.letters) if one.nik else None


def _nik_of_day_and_name(one: Facts) -> Hashable:
    """Return the NIK without the year, and the name."""
    return (one.nik[_TO_MONTH], one.nik[_SERIAL], one.letters) if one.nik else None


def _card(one: Facts) -> Hashable:
    return one.kk or None


def _phone(one: Facts) -> Hashable:
    return one.phone or None


def _birth(one: Facts) -> Hashable:
    """Return the birth date, the same if day and month were exchanged."""
    if one.born is None:
        return None
    year, month, day = one.born
    return (year, month, day) if month < day else (year, day, month)


def _village(one: Facts) -> Hashable:
    return one.village or None


def _start_of_name(one: Facts) -> Hashable:
    return one.letters[:_FIRST]


def _end_of_name(one: Facts) -> Hashable:
    return one.letters[-_FIRST:]


def _name(one: Facts) -> Hashable:
    return one.letters or None


def _year(one: Facts) -> Hashable:
    if one.born is not None:
        return one.born[0]
    return one.earliest % CENTURY if one.earliest == one.latest != 0 else None


def _day(one: Facts) -> Hashable:
    return None if one.born is None else one.born[1:]


def _village_and_name(one: Facts) -> Hashable:
    return (one.village, one.letters) if one.village else None


_KEYS: Final = (
    _Key(_nik),
    _Key(_nik_of_year_and_name),
    _Key(_nik_of_day_and_name),
    _Key(_card, (_start_of_name, _birth)),
    _Key(_phone, most=_MOST_WITH_PHONE),
    _Key(_birth, (_start_of_name, _end_of_name, _village)),
    _Key(_village_and_name),
    _Key(_name, (_year, _day), whole=_MOST_NAMESAKES, most=_MOST_IN_BLOCK),
)
