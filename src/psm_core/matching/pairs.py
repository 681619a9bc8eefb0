"""Find the people who are probably in a list twice."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from math import inf
from typing import Final, final

import attrs

from .._frozen import FrozenType
from .._messages import language_of
from .blocks import pairs
from .evidence import Evidence
from .facts import FactsReader, RecordOfPerson
from .name_comparison import NameRelation, compare_names
from .reasons import Reason

_ALMOST_CERTAIN: Final = 0.99
"""A higher score below 1 is shown as this one."""
_MUCH_BETTER: Final = 6.0
"""How many bits more evidence a pair has, so that it rules out another one of the same person."""


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
    """The position of the other: later in the list, or in the second list if there are two."""
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
        score = self.score if self.score == 1 else min(self.score, _ALMOST_CERTAIN)
        text = f"{score:.0%}: {', '.join(for_it)}"
        but = f"; {but} " if for_it else ""
        return f"{text}{but}{', '.join(against)}" if against else text


def same_person(
    people: Iterable[RecordOfPerson],
    others: Iterable[RecordOfPerson] | None = None,
    /,
    *,
    min_score: float = 0.5,
) -> tuple[CandidatePair, ...]:
    """Return the pairs of a list who are probably the same person, the most probable first.

    With `others`, a second list such as that of last year, only people of the one are compared with
    people of the other. Pairs below 99 % are left out if one of the two has a much better pair.

    Nothing is merged: somebody decides about each pair. Only people with something in common are
    compared: a NIK, a KK number, a telephone number, a birth date, or a name with a village, year
    or day. So the time grows about as the list does.

    Raises:
        ValueError: `min_score` is not between 0 and 1.
        TypeError: a record is not of one person, such as a `Family`.

    >>> from datetime import date
    >>> from psm_core import NIK, Person
    >>> from psm_core.matching import same_person
    >>> nik = NIK("9901014108900001")
    >>> one = Person(nik=nik, name="Hj. Siti Aminah", birth_date=date(1990, 8, 1))
    >>> other = Person(nik=nik, name="Sitti Aminah", birth_date=date(1990, 1, 8))
    >>> (pair,) = same_person([one, other])
    >>> pair.first, pair.second, pair.describe()
    (0, 1, '99%: the same NIK, the same name, birth dates with day and month exchanged')
    >>> same_person([one], [other])[0].second
    0

    """
    if not 0 <= min_score <= 1:
        raise ValueError("min_score is a probability from 0 to 1")
    reader = FactsReader()
    facts = reader.read(people)
    start = 0
    if others is not None:
        start = len(facts)
        facts += reader.read(others)
        if start in {0, len(facts)}:
            return ()
    number = len(facts) - start if start else 0
    evidence = Evidence(facts, others=number, min_score=min_score)
    found: dict[tuple[int, int], CandidatePair] = {}
    for first, second in pairs(facts, number):
        one, other = facts[first], facts[second]
        relation = compare_names(one, other)
        if relation is NameRelation.OTHER and (one.nik != other.nik or not one.nik):
            continue
        if (first, second) in found:
            continue
        if pair := evidence.pair(one, other, relation):
            found[first, second] = CandidatePair(first, second - start, *pair)
    kept = _without_worse(found.values()) if start else found.values()
    return tuple(sorted(kept, key=lambda one: (-one.score, one.first, one.second)))


def _without_worse(found: Collection[CandidatePair]) -> Iterator[CandidatePair]:
    """Yield the pairs but for those of people who most probably are in a better pair."""
    weights = [sum(reason.weight for reason in pair.reasons) for pair in found]
    best: dict[tuple[str, int], float] = defaultdict(lambda: -inf)
    for pair, weight in zip(found, weights, strict=True):
        for key in (("first", pair.first), ("second", pair.second)):
            best[key] = max(best[key], weight)
    for pair, weight in zip(found, weights, strict=True):
        better = max(best["first", pair.first], best["second", pair.second])
        if pair.score >= _ALMOST_CERTAIN or weight > better - _MUCH_BETTER:
            yield pair
