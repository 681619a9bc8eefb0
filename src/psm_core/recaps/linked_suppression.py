"""Cell suppression of linked tables: several tables of the same people, published together.

Counts of different tables with the same key are one variable, and each sum that a reader can form
is an equation. For each small count this module finds a move: changes by one of some suppressed
counts, after which every equation still holds and no suppressed count is below 1. A count with a
move has a second possible value, so nobody can compute it. If the suppressed counts allow no move,
the search includes the cheapest other counts, which are then suppressed too.

For one table the moves are cycles of a network, see `suppression`. Linked tables do not form a
network in general. So this is a best-first search over the equations that a move leaves open.
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from heapq import heappop, heappush
from itertools import count, product
from typing import Final, NamedTuple

from .suppression import Progress

Key = tuple[Hashable, Hashable]
"""Key of a row and key of a column. Cells with equal keys count the same people."""
_MAX_STEPS: Final = 3000
"""The number of partial moves that the search tries for one count. Then it changes a cell and all
the totals over it."""
_GROWTH_COST: Final = 4
"""The cost of a small total that would reach the threshold, in thresholds."""
INCONSISTENT: Final = (
    "the counts of these tables contradict each other, so the tables do not count the same people "
    "on the same day; suppress only consistent tables together, and give other counts other keys"
)


class Equation(NamedTuple):
    """One sum: the variable of the whole, and those of the parts."""

    whole: int
    parts: tuple[int, ...]


class _Move(NamedTuple):
    """A linked list of changes by one, the latest first, with the equations still open."""

    variable: int
    by: int
    before: "_Move | None"
    open: tuple[tuple[int, int], ...]
    """(equation, whole minus parts) of each equation that does not hold yet, the newest last."""

    def changes(self) -> Iterator[tuple[int, int]]:
        """Yield each variable that changes, and by how much."""
        move: _Move | None = self
        while move is not None:
            yield move.variable, move.by
            move = move.before


class System:
    """The counts of all tables as variables, and the sums between them."""

    def __init__(self, threshold: int) -> None:
        """Create a system without variables."""
        self._threshold = threshold
        self._numbers: dict[Key, int] = {}
        self._values: list[int] = []
        self._costs: list[int] = []
        """Variable → cost of suppressing it; 0 for counts that are not published."""
        self._minimum: list[int] = []
        """Variable → the least value that a reader considers possible."""
        self._equations: dict[Equation, None] = {}
        self._sums: list[Equation] = []
        self._members: list[list[tuple[int, int]]] = []
        """Variable → its equations, each with +1 if it is the whole, -1 if it is a part."""
        self._wholes: set[int] = set()
        self.hidden: set[int] = set()
        self._may_reach_threshold = False

    @property
    def keys(self) -> tuple[Key, ...]:
        """The keys of all published counts, in the order of their variables."""
        return tuple(self._numbers)

    def publish(self, key: Key, value: int) -> int:
        """Return the variable of a published count.

        Raises:
            ValueError: another table has another count for the same key.

        """
        number = self._numbers.setdefault(key, len(self._values))
        if number == len(self._values):
            self._append(value, cost=value, minimum=1)
        if self._values[number] != value:
            raise ValueError(INCONSISTENT)
        return number

    def unpublished(self, value: int) -> int:
        """Return a new variable that no table shows.

        Raises:
            ValueError: it is negative, so the parts of a count are more than the count.

        """
        if value < 0:
            raise ValueError(INCONSISTENT)
        return self._append(value, cost=0, minimum=0)

    def rest(self, whole: int, parts: Iterable[int]) -> int:
        """Return a new variable: the whole minus some of its parts."""
        return self.unpublished(self._values[whole] - sum(self._values[one] for one in parts))

    def find(self, key: Key) -> int | None:
        """Return the variable of a published count, or None."""
        return self._numbers.get(key)

    def value(self, variable: int) -> int:
        """Return the count of a variable."""
        return self._values[variable]

    def add(self, whole: int, parts: Iterable[int], besides: int = 0) -> None:
        """Add an equation: the whole is the sum of the parts and of `besides`, a fixed number.

        Published zeros stay 0, so the equation leaves them out.

        Raises:
            ValueError: the parts do not add up to the whole.

        """
        listed = sorted(set(parts))
        if sum(self._values[part] for part in listed) + besides != self._values[whole]:
            raise ValueError(INCONSISTENT)
        kept = tuple(part for part in listed if part != whole and self._may_move(part))
        if kept:
            self._equations[Equation(whole, kept)] = None

    def _append(self, value: int, *, cost: int, minimum: int) -> int:
        self._values.append(value)
        self._costs.append(cost)
        self._minimum.append(minimum)
        return len(self._values) - 1

    def _may_move(self, variable: int) -> bool:
        return self._values[variable] >= self._minimum[variable]

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
                self.hidden.update(one for one in changed if self._minimum[one])
        if progress is not None:
            progress(len(small), len(small))

    def _is_small(self, variable: int) -> bool:
        return self._minimum[variable] == 1 and self._values[variable] < self._threshold

    def _can_change(self, variable: int, by: int) -> bool:
        """Return whether a count one higher (lower) would agree with all that a reader knows.

        A small count stays below the threshold unless it is a total: if all its parts are 1, it can
        only be higher. Where no move is left otherwise, it may reach the threshold, because a
        reader does not know which of the suppressed counts are small.
        """
        value = self._values[variable]
        if by < 0:
            return value > self._minimum[variable]
        return (
            variable in self._wholes
            or not self._is_small(variable)
            or value + 1 < self._threshold
            or self._may_reach_threshold
        )

    def _move(self, variable: int) -> Iterable[tuple[int, int]]:
        """Return the cheapest move of a small count that the search finds."""
        try:
            for self._may_reach_threshold in (False, True):
                found = self._searched_move(variable) or self._change_cell_of(variable)
                if found:
                    return found
        finally:
            self._may_reach_threshold = False
        raise ValueError("a part counts twice in one of the sums; list each part of a whole once")

    def _searched_move(self, variable: int) -> Sequence[tuple[int, int]]:
        """Return the cheapest move that the search finds; nothing if it finds none."""
        sequence = count()
        queue: list[tuple[int, int, int, _Move]] = []
        for by in (+1, -1):
            if self._can_change(variable, by):
                start = _Move(variable, by, None, self._opened((), variable, by))
                heappush(queue, (0, 0, next(sequence), start))
        seen: set[frozenset[tuple[int, int]]] = set()
        while queue and len(seen) < _MAX_STEPS:
            estimate, moves, _, move = heappop(queue)
            if not move.open:
                return list(move.changes())
            state = frozenset(move.open)
            if state in seen:
                continue
            seen.add(state)
            spent = estimate - self._expected(move)
            for cost, further in self._further(move):
                estimate = spent + cost + self._expected(further)
                heappush(queue, (estimate, moves + 1, next(sequence), further))
        return ()

    def _expected(self, move: _Move) -> int:
        """Return an estimate of the remaining cost of a move; the start costs nothing."""
        return self._threshold * len(move.open) if move.before else 0

    def _further(self, move: _Move) -> Iterator[tuple[int, _Move]]:
        """Yield each further change that closes the newest open equation, with its cost."""
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
        """Return the cost of a change of a count.

        A small total that would reach the threshold has a cost too, because a reader may guess that
        it is small.
        """
        if variable not in self.hidden:
            return self._costs[variable]
        grows = self._values[variable] + by == self._threshold
        return _GROWTH_COST * self._threshold if grows and self._minimum[variable] else 0

    def _opened(
        self, before: tuple[tuple[int, int], ...], variable: int, by: int
    ) -> tuple[tuple[int, int], ...]:
        """Return the equations that are open after a further change."""
        left = dict(before)
        for number, sign in self._members[variable]:
            left[number] = left.get(number, 0) + sign * by
        return tuple((number, rest) for number, rest in left.items() if rest)

    def _change_cell_of(self, variable: int) -> Sequence[tuple[int, int]]:
        """Return a move that changes a cell of a count, and every total over that cell.

        A cell above 0 can be one higher or one lower, and so can each total over it. There is no
        such move if a part counts twice in a whole, or if a total has several breakdowns.
        """
        for cell, by in product(self._cells(variable), (+1, -1)):
            changed = self._with_totals(cell, by)
            open_after: tuple[tuple[int, int], ...] = ()
            for change in changed.items():
                open_after = self._opened(open_after, *change)
            can_change = all(self._can_change(*change) for change in changed.items())
            if variable in changed and can_change and not open_after:
                return list(changed.items())
        return ()

    def _cells(self, variable: int) -> Iterator[int]:
        """Yield the cells above 0 that a count sums and that are not sums themselves."""
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

    def _with_totals(self, cell: int, by: int) -> dict[int, int]:
        """Return the changes of a cell and of every total over it."""
        changed = {cell: by}
        queue = [cell]
        for one in queue:
            wholes = [self._sums[number].whole for number, sign in self._members[one] if sign < 0]
            queue += [whole for whole in dict.fromkeys(wholes) if whole not in changed]
            changed.update(dict.fromkeys(wholes, by))
        return changed
