"""Chance with a seed: the same draws on every version of Python."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar

T = TypeVar("T")


class Odds(Generic[T]):
    """Values with whole weights; a weight is a share of their sum."""

    __slots__ = ("_bounds", "_values", "total")

    def __init__(self, weights: Mapping[T, int], /) -> None:
        self._values = tuple(weights)
        self._bounds = tuple(accumulate(weights.values()))
        self.total: int = self._bounds[-1]

    def at(self, point: int, /) -> T:
        """Return the value at a point from 0 to below the sum."""
        return self._values[bisect_right(self._bounds, point)]


class Chance:
    """What is drawn from one seed.

    Everything rests on `Random.random`, the one method whose series Python promises to keep.
    """

    __slots__ = ("_draw",)

    def __init__(self, seed: int, /) -> None:
        self._draw = Random(seed).random  # noqa: S311 - invented people, and no secret

    def below(self, bound: int, /) -> int:
        """Return a number from 0 to below a bound."""
        return int(self._draw() * bound)

    def between(self, least: int, most: int, /) -> int:
        """Return a number from one to another, both included."""
        return least + int(self._draw() * (most - least + 1))

    def happens(self, per_mille: int, /) -> bool:
        """Tell whether something happens that does so many times in a thousand."""
        return self._draw() * 1000 < per_mille

    def one(self, items: Sequence[T], /) -> T:
        """Return one of some items."""
        return items[int(self._draw() * len(items))]

    def of(self, odds: Odds[T], /) -> T:
        """Return one of some values by their weights."""
        return odds.at(int(self._draw() * odds.total))

    def day(self, first: date, last: date, /) -> date:
        """Return a day from one to another; the last, when the first lies after it."""
        until = last.toordinal()
        return date.fromordinal(self.between(min(first.toordinal(), until), until))

    def some(self, items: Sequence[T], count: int, /) -> list[T]:
        """Return so many different items, or all of them when there are fewer."""
        left = list(items)
        return [left.pop(self.below(len(left))) for _ in range(min(count, len(left)))]
