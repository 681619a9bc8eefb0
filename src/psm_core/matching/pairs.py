"""Find the people who are probably in a list twice."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from itertools import combinations
from operator import ne
from typing import Final, final

import attrs

from .._frozen import FrozenType
from .._messages import language_of
from ..records.people import Person
from .evidence import Evidence, score
from .facts import Facts, facts_of
from .reasons import Reason

_MOST_IN_BLOCK: Final = 40
"""Up to how many people with one key are compared with each other."""
_WINDOW: Final = 12
"""In a larger block, with how many of the next ones by name a person is compared."""
_FIRST: Final = 3
_HALF: Final = 8


@final
@attrs.frozen
class CandidatePair(metaclass=FrozenType):
    """Two people of a list who are probably the same, with the reasons.

    It contains positions and reasons only, no value, so it may be logged.

    >>> from psm_core.matching import CandidatePair, Reason
    >>> pair = CandidatePair(0, 3, 0.88, (Reason("name_equal", 14.0), Reason("kk_other", -1.0)))
    >>> pair.describe("id")
    '88%: nama sama; tetapi nomor KK berbeda'
    """

    first: int
    """The position in the list of the one, from 0."""
    second: int
    """The position of the other, which is later."""
    score: float
    """The estimated probability from 0 to 1 that they are the same."""
    reasons: tuple[Reason, ...]
    """The reasons for and against it, the heaviest first."""

    def describe(self, language: str = "en") -> str:
        """Return score and reasons in English or Indonesian, without any value.

        Raises:
            ValueError: the language is neither English nor Indonesian.

        """
        for_it = [one.describe(language) for one in self.reasons if one.weight > 0]
        against = [one.describe(language) for one in self.reasons if one.weight < 0]
        but = {"en": "but", "id": "tetapi"}[language_of(language)]
        text = f"{self.score:.0%}: {', '.join(for_it)}"
        return f"{text}; {but} {', '.join(against)}" if against else text


def same_person(
    people: Iterable[Person], /, *, min_score: float = 0.5
) -> tuple[CandidatePair, ...]:
    """Return the pairs of a list who are probably the same person, the most probable first.

    Nothing is merged: somebody decides about each pair. Only people with something in common are
    compared: a NIK or a half of it, a KK number, a telephone number, or a birth date or place with
    a similar name. So the time grows about as the list does.

    Raises:
        ValueError: `min_score` is not between 0 and 1.

    >>> from datetime import date
    >>> from psm_core import NIK, Person
    >>> from psm_core.matching import same_person
    >>> nik = NIK("9901014108900001")
    >>> one = Person(nik=nik, name="Hj. Siti Aminah", birth_date=date(1990, 8, 1))
    >>> other = Person(nik=nik, name="Sitti Aminah", birth_date=date(1990, 1, 8))
    >>> (pair,) = same_person([one, other])
    >>> pair.first, pair.second, pair.describe()
    (0, 1, '100%: the same NIK, the same name, birth dates with day and month exchanged')

    """
    if not 0 <= min_score <= 1:
        raise ValueError("min_score is a probability from 0 to 1")
    facts = [facts_of(person) for person in people]
    evidence = Evidence(facts)
    found: dict[tuple[int, int], CandidatePair] = {}
    for key, most_different in _KEYS.items():
        for first, second in _pairs(facts, key):
            one, other = facts[first], facts[second]
            if sum(map(ne, one.nik, other.nik)) > most_different or (first, second) in found:
                continue
            reasons = evidence.reasons(one, other)
            if reasons and (probability := score(reasons)) >= min_score:
                found[first, second] = CandidatePair(first, second, probability, reasons)
    return tuple(sorted(found.values(), key=lambda one: (-one.score, one.first, one.second)))


def _pairs(facts: list[Facts], key: Callable[[Facts], Hashable]) -> Iterator[tuple[int, int]]:
    """Yield the positions of people with an equal key, the earlier one first.

    A telephone number of very many is not that of a person.
    """
    for block in _blocks(map(key, facts)):
        if len(block) <= _MOST_IN_BLOCK:
            yield from combinations(block, 2)
            continue
        if key is _phone:
            continue
        block.sort(key=lambda number: facts[number].letters)
        for at, number in enumerate(block):
            for other in block[at + 1 : at + _WINDOW]:
                yield min(number, other), max(number, other)


def _blocks(keys: Iterable[Hashable]) -> Iterator[list[int]]:
    """Yield the positions of each key that several have; None is no key."""
    hashes = [None if key is None else hash(key) for key in keys]
    counts = Counter(hashes)
    del counts[None]
    blocks: dict[int | None, list[int]] = {key: [] for key, count in counts.items() if count > 1}
    for number, key in enumerate(hashes):
        if key in blocks:
            blocks[key].append(number)
    yield from blocks.values()


def _first_half(one: Facts) -> Hashable:
    return one.nik[:_HALF] or None


def _second_half(one: Facts) -> Hashable:
    return one.nik[_HALF:] or None


def _digits(one: Facts) -> Hashable:
    """Return the digits of the NIK in order, which are the same if some changed places."""
    return "".join(sorted(one.nik)) or None


def _card_and_name(one: Facts) -> Hashable:
    return (one.kk, one.letters[:_FIRST]) if one.kk else None


def _phone(one: Facts) -> Hashable:
    return one.phone or None


def _birth_and_name(one: Facts) -> Hashable:
    """Return the birth date and the first letters, the same if day and month were exchanged."""
    if one.born is None:
        return None
    year, month, day = one.born
    return year, min(month, day), max(month, day), one.letters[:_FIRST]


def _birth_and_end_of_name(one: Facts) -> Hashable:
    return None if one.born is None else (one.born, one.letters[-_FIRST:])


def _birth_and_village(one: Facts) -> Hashable:
    return (one.born, one.village) if one.born and one.village else None


def _village_and_name(one: Facts) -> Hashable:
    return (one.village, one.letters) if one.village else None


def _year_and_name(one: Facts) -> Hashable:
    return None if one.born is None else (one.born[0], one.letters)


_KEYS: Final[Mapping[Callable[[Facts], Hashable], int]] = {
    _first_half: 2,
    _second_half: 2,
    _digits: 4,
    _card_and_name: 16,
    _phone: 16,
    _birth_and_name: 16,
    _birth_and_end_of_name: 16,
    _birth_and_village: 16,
    _village_and_name: 16,
    _year_and_name: 16,
}
"""Function that returns a key → in how many digits the NIKs of two people with an equal key may
differ, to be compared. People are compared if they have one of their keys in common."""
