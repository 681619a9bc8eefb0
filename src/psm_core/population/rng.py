"""Random numbers from a seed: the same on every version of Python."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar

T = TypeVar("T")


class Distribution(Generic[T]):
    """Values with integer weights. The probability of a value is its share of the total weight."""

    __slots__ = ("_bounds", "_values", "total")

    def __init__(self, weights: Mapping[T, int], /) -> None:
        self._values = tuple(weights)
        self._bounds = tuple(accumulate(weights.values()))
        self.total: int = self._bounds[-1]

    def value_at(self, point: int, /) -> T:
        """Return the value at a point from 0 up to, but not including, the total weight."""
        return self._values[bisect_right(self._bounds, point)]


class Rng:
    """A random number generator with a seed.

    It uses `Random.random` alone: Python guarantees the series of no other method.
    """

    __slots__ = ("_random",)

    def __init__(self, seed: int, /) -> None:
        self._random = Random(seed).random  # noqa: S311 - invented people, no secrets

    def randrange(self, stop: int, /) -> int:
        """Return a number from 0 up to, but not including, `stop`."""
        return int(self._random() * stop)

    def randint(self, minimum: int, maximum: int, /) -> int:
        """Return a number from `least` to `most`, both included."""
        return minimum + int(self._random() * (maximum - minimum + 1))

    def happens(self, per_mille: int, /) -> bool:
        """Return True with a probability in thousandths."""
        return self._random() * 1000 < per_mille

    def choice(self, items: Sequence[T], /) -> T:
        """Return one of the items; each is equally probable."""
        return items[int(self._random() * len(items))]

    def draw(self, distribution: Distribution[T], /) -> T:
        """Return a value of a distribution."""
        return distribution.value_at(int(self._random() * distribution.total))

    def date_between(self, first: date, last: date, /) -> date:
        """Return a date from `first` to `last`; `last`, if `first` is later."""
        until = last.toordinal()
        return date.fromordinal(self.randint(min(first.toordinal(), until), until))

    def sample(self, items: Sequence[T], count: int, /) -> list[T]:
        """Return `count` different items, or all of them if there are fewer."""
        remaining = list(items)
        return [
            remaining.pop(self.randrange(len(remaining))) for _ in range(min(count, len(remaining)))
        ]
