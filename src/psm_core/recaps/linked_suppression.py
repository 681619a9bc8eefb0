"""Cell suppression of linked tables: several tables of the same people, published together.

Counts of different tables with the same key are one variable, and each sum that a reader can form
is an equation. For each small count this module finds a move: changes by one of some suppressed
counts, after which every equation still holds and no suppressed count is below 1. A count with a
move has a second possible value, so nobody can compute it. Where the suppressed counts allow no
move, the search includes the cheapest others, which are then suppressed too.

For one table alone the moves are cycles of a network, see `_suppression`. Linked tables are no
network in general. So this is a best-first search over the equations that a move leaves open.
"""

from collections.abc import Hashable, Iterable, Iterator
from heapq import heappop, heappush
from itertools import count, product
from typing import Final, NamedTuple

from .suppression import Progress

Key = tuple[Hashable, Hashable]
"""What a cell counts, by its row and its column. Equal keys in two tables are the same people."""
_MOST_STEPS: Final = 3000
"""How many partial moves the search looks at for one count before it lets the totals follow."""
_GROWING: Final = 4
DIFFERENT: Final = (
    "the counts of these tables do not fit together, so the tables do not count the same people "
    "of the same day; suppress together only tables that do, and give other counts other keys"
)
"""What is wrong with tables that contradict each other."""


class Equation(NamedTuple):
    """One sum: the variable of the whole, and those of its parts."""

    whole: int
    parts: tuple[int, ...]


class _Move(NamedTuple):
    """Changes by one of some variables, the last one first, and the equations still open."""

    variable: int
    by: int
    before: "_Move | None"
    open: tuple[tuple[int, int], ...]
    """Each equation that does not hold yet, with the whole less its parts, the newest last."""

    def changes(self) -> Iterator[tuple[int, int]]:
        """Yield each variable that changes, and by how much."""
        move: _Move | None = self
        while move is not None:
            yield move.variable, move.by
            move = move.before


class System:
    """The counts of all tables as variables, and the sums between them."""

    def __init__(self, threshold: int) -> None:
        """Begin without a variable."""
        self._threshold = threshold
        self._numbers: dict[Key, int] = {}
        self._values: list[int] = []
        self._costs: list[int] = []
        """What it costs to suppress each; what is not published costs nothing."""
        self._least: list[int] = []
        self._equations: dict[Equation, None] = {}
        self._sums: list[Equation] = []
        self._members: list[list[tuple[int, int]]] = []
        """For each variable its equations, with +1 where it is the whole and -1 for a part."""
        self._wholes: set[int] = set()
        self.hidden: set[int] = set()

    @property
    def keys(self) -> tuple[Key, ...]:
        """The keys of all published counts."""
        return tuple(self._numbers)

    def publish(self, key: Key, value: int) -> int:
        """Return the variable of a published count.

        Raises:
            ValueError: another table has another count for the same key.

        """
        number = self._numbers.setdefault(key, len(self._values))
        if number == len(self._values):
            self._append(value, cost=value, least=1)
        if self._values[number] != value:
            raise ValueError(DIFFERENT)
        return number

    def unpublished(self, value: int) -> int:
        """Return a new variable that no table shows.

        Raises:
            ValueError: it is negative, so the parts of a count are more than the count.

        """
        if value < 0:
            raise ValueError(DIFFERENT)
        return self._append(value, cost=0, least=0)

    def rest(self, whole: int, parts: Iterable[int]) -> int:
        """Return a new variable: what a whole has besides some parts."""
        return self.unpublished(self._values[whole] - sum(self._values[one] for one in parts))

    def find(self, key: Key) -> int | None:
        """Return the variable of a published count, if there is one."""
        return self._numbers.get(key)

    def value(self, variable: int) -> int:
        """Return the count of a variable."""
        return self._values[variable]

    def add(self, whole: int, parts: Iterable[int], besides: int = 0) -> None:
        """Add a sum of parts, and of people besides them whose number does not change.

        Published zeros stay 0, so they need no place in it.

        Raises:
            ValueError: the parts do not add up to the whole.

        """
        listed = sorted(set(parts))
        if sum(self._values[part] for part in listed) + besides != self._values[whole]:
            raise ValueError(DIFFERENT)
        kept = tuple(part for part in listed if part != whole and self._may_move(part))
        if kept:
            self._equations[Equation(whole, kept)] = None

    def _append(self, value: int, *, cost: int, least: int) -> int:
        self._values.append(value)
        self._costs.append(cost)
        self._least.append(least)
        return len(self._values) - 1

    def _may_move(self, variable: int) -> bool:
        return self._values[variable] >= self._least[variable]

    def suppress(self, progress: Progress | None) -> None:
        """Fill `hidden` with the small counts, and others until each small one has a move."""
        self._sums = list(self._equations)
        self._wholes = {one.whole for one in self._sums}
        self._members = [[] for _ in self._values]
        for number, one in enumerate(self._sums):
            self._members[one.whole].append((number, +1))
            for part in one.parts:
                self._members[part].append((number, -1))
        small = [n for n, value in enumerate(self._values) if self._is_small(n) and value]
        self.hidden.update(small)
        safe: set[int] = set()
        for number, variable in enumerate(small):
            if progress is not None:
                progress(number, len(small))
            if variable not in safe:
                changed = [one for one, _ in self._move(variable)]
                safe.update(changed)
                self.hidden.update(one for one in changed if self._least[one])
        if progress is not None:
            progress(len(small), len(small))

    def _is_small(self, variable: int) -> bool:
        return self._least[variable] == 1 and self._values[variable] < self._threshold

    def _can_change(self, variable: int, by: int) -> bool:
        """Tell whether a count could be one more or less, for all that its reader knows.

        A small count stays below the threshold, unless it is a sum: where all its parts are 1, only
        more is possible.
        """
        value = self._values[variable]
        if by < 0:
            return value > self._least[variable]
        return (
            variable in self._wholes or not self._is_small(variable) or value + 1 < self._threshold
        )

    def _move(self, variable: int) -> Iterable[tuple[int, int]]:
        """Return the cheapest move found for a small count."""
        turn = count()
        ahead: list[tuple[int, int, int, _Move]] = []
        for by in (+1, -1):
            if self._can_change(variable, by):
                start = _Move(variable, by, None, self._opened((), variable, by))
                heappush(ahead, (0, 0, next(turn), start))
        seen: set[frozenset[tuple[int, int]]] = set()
        while ahead and len(seen) < _MOST_STEPS:
            estimate, moves, _, move = heappop(ahead)
            if not move.open:
                return move.changes()
            state = frozenset(move.open)
            if state in seen:
                continue
            seen.add(state)
            spent = estimate - self._expected(move)
            for cost, further in self._further(move):
                estimate = spent + cost + self._expected(further)
                heappush(ahead, (estimate, moves + 1, next(turn), further))
        return self._following(variable).items()

    def _expected(self, move: _Move) -> int:
        """Return what a move may still cost, roughly: its start does not count."""
        return self._threshold * len(move.open) if move.before else 0

    def _further(self, move: _Move) -> Iterator[tuple[int, _Move]]:
        """Yield each way to close the newest open equation by one more change, with its cost."""
        number, left = move.open[-1]
        by = -1 if left > 0 else +1
        one = self._sums[number]
        changed = {variable for variable, _ in move.changes()}
        for variable, sign in ((one.whole, by), *((part, -by) for part in one.parts)):
            if variable not in changed and self._can_change(variable, sign):
                cost = self._cost(variable, sign)
                opened = self._opened(move.open, variable, sign)
                yield cost, _Move(variable, sign, move, opened)

    def _cost(self, variable: int, by: int) -> int:
        """Return what it costs to suppress a count.

        A small sum that grows out of the small ones costs as well: a reader may guess that it is
        small.
        """
        if variable not in self.hidden:
            return self._costs[variable]
        grows = self._values[variable] + by == self._threshold
        return _GROWING * self._threshold if grows and self._least[variable] else 0

    def _opened(
        self, before: tuple[tuple[int, int], ...], variable: int, by: int
    ) -> tuple[tuple[int, int], ...]:
        """Return the equations that are open after one more change."""
        left = dict(before)
        for number, sign in self._members[variable]:
            left[number] = left.get(number, 0) + sign * by
        return tuple((number, rest) for number, rest in left.items() if rest)

    def _following(self, variable: int) -> dict[int, int]:
        """Return a move of one cell by which each sum over it follows, that changes a count.

        There always is one where no part of a whole counts twice in it: a cell that is more than 0
        can change by one way or the other, and so can each sum over it.
        """
        for cell, by in product(self._cells(variable), (+1, -1)):
            changed = self._follow(cell, by)
            open_after: tuple[tuple[int, int], ...] = ()
            for change in changed.items():
                open_after = self._opened(open_after, *change)
            can_change = all(self._can_change(*change) for change in changed.items())
            if variable in changed and can_change and not open_after:
                return changed
        raise ValueError("a part counts twice in one of the sums; give each whole its parts once")

    def _cells(self, variable: int) -> Iterator[int]:
        """Yield the cells in a count that are no sums themselves, and more than 0."""
        below = [variable]
        for one in below:
            parts = [
                part
                for number, sign in self._members[one]
                if sign > 0
                for part in self._sums[number].parts
                if self._values[part]
            ]
            if one not in self._wholes:
                yield one
            below += [part for part in parts if part not in below]

    def _follow(self, cell: int, by: int) -> dict[int, int]:
        """Return the change of a cell and of every sum over it."""
        changed = {cell: by}
        ahead = [cell]
        for one in ahead:
            wholes = [self._sums[number].whole for number, sign in self._members[one] if sign < 0]
            ahead += [whole for whole in dict.fromkeys(wholes) if whole not in changed]
            changed.update(dict.fromkeys(wholes, by))
        return changed
