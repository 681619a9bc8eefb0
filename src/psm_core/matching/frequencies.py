"""How many people of a list share a name, a birth date, a village or a number."""

from collections import Counter
from collections.abc import Iterable
from math import log2
from typing import Final

from .facts import Day, Facts

_FEWEST: Final = 100
"""A shorter list counts as one of so many people."""
_KNOWN_NAMES: Final = 20_000
"""Names are counted as if the list continued with so many people, who have usual frequencies."""
_USUAL_NAME: Final = _KNOWN_NAMES * 2.0**-14
"""How many of these have a given name of several words."""
_USUAL_SINGLE: Final = _KNOWN_NAMES * 2.0**-10
_YEARS: Final = 60
_KNOWN_YEARS: Final = 40
"""Years of birth are counted with so many people besides, who are spread over 60 years."""
_KNOWN_DAYS: Final = 100
_DAYS: Final = 365
USUAL_DAYS: Final = frozenset({(1, 1), (7, 1), (12, 31)})
"""Month and day that are written if the birth date is not known."""
_OF_USUAL_DAY: Final = 0.02
"""The share of people with such a day."""
_PAIR: Final = 2
_REGION: Final = 6


class Frequencies:
    """Counts the people of a list. A weight is the logarithm of a share: 10 for one in 1,024.

    The two people who are compared are not counted among the others who have the same.
    """

    def __init__(self, people: Iterable[Facts]) -> None:
        self._names: Counter[str] = Counter()
        self._weights: dict[tuple[str, ...], float] = {}
        """Of the words of names, as far as they were asked for."""
        self._places: Counter[str] = Counter()
        """Villages, and regions of NIKs, which have fewer digits."""
        self._cards: Counter[int] = Counter()
        self._phones: Counter[str] = Counter()
        self._years: Counter[int] = Counter()
        self._days: Counter[tuple[int, int]] = Counter()
        self._dated = number = 0
        for one in people:
            number += 1
            self._names[one.letters] += 1
            self._places[one.village] += 1
            self._places[one.nik[:_REGION]] += 1
            if one.kk:
                self._cards[int(one.kk)] += 1
            if one.phone:
                self._phones[one.phone] += 1
            if one.born is not None:
                self._dated += 1
                self._years[one.born[0]] += 1
                self._days[one.born[1:]] += 1
        self.number: int = max(number, _FEWEST)

    def name(self, one: Facts) -> float:
        """Return the weight of a name: less if it is one word, or if many have it."""
        weight = self._weights.get(one.words)
        if weight is None:
            usual = _USUAL_SINGLE if len(one.words) == 1 else _USUAL_NAME
            others = max(self._names[one.letters] - _PAIR, 0)
            weight = log2((self.number + _KNOWN_NAMES) / (others + usual))
            self._weights[one.words] = weight
        return weight

    def date(self, born: Day) -> float:
        """Return the weight of a birth date."""
        day = born[1:]
        usual = _OF_USUAL_DAY if day in USUAL_DAYS else 1 / _DAYS
        others = max(self._days[day] - _PAIR, 0) + _KNOWN_DAYS * usual
        return self.year(born[0]) + log2((self._dated + _KNOWN_DAYS) / others)

    def year(self, year: int) -> float:
        """Return the weight of a year of birth, without its century."""
        others = max(self._years[year] - _PAIR, 0) + _KNOWN_YEARS / _YEARS
        return log2((self._dated + _KNOWN_YEARS) / others)

    def village(self, code: str) -> float:
        """Return the weight of a village."""
        return log2(self.number / self._places[code])

    def region(self, nik: str) -> float:
        """Return the weight of the region of a NIK."""
        return log2(self.number / self._places[nik[:_REGION]])

    def members(self, kk: str) -> int:
        """Return how many people have a KK number."""
        return self._cards[int(kk)]

    def card(self, kk: str) -> float:
        """Return the weight of a KK number."""
        return log2(self.number / self.members(kk))

    def phone(self, phone: str) -> float:
        """Return the weight of a telephone number."""
        return log2(self.number / self._phones[phone])
