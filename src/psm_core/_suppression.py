"""Which counts of a table to hold back, so that no small one can be worked out from the others.

A table with its totals is a flow that goes round: from the sum of all to the total of each row,
through the cells to the total of each column, and back to the sum. What is held back could be
another number just where one unit more, or less, can go round through counts that are all held
back. That is asked of each small count; where there is no way round, the cheapest is held back too.
"""

from collections.abc import Iterable, Mapping
from heapq import heappop, heappush
from operator import itemgetter
from typing import Final

Cell = tuple[str | None, str | None]
"""A row and a column; None stands for the total of the other."""
_Node = tuple[str, str | None]
_NO_BOUND: Final = 10**15


def held_back(counts: Mapping[Cell, int | None], threshold: int) -> frozenset[Cell]:
    """Return the cells and totals to hold back: those from 1 to below a threshold, and others.

    Whoever sees the rest, and knows the threshold and that nothing held back is 0, is left with
    two numbers or more for each small count. What is not told (None) tells nothing.
    """
    table = _Table(counts, threshold)
    for cell in sorted(table.hidden, key=lambda one: (None in one, one[0] or "", one[1] or "")):
        table.hidden.update(table.way_round(cell))
    return frozenset(table.hidden)


class _Table:
    """The counts as ways from node to node, and those held back so far."""

    def __init__(self, counts: Mapping[Cell, int | None], threshold: int) -> None:
        self._counts = counts
        self._most_small = threshold - 1
        self._small = {c for c, n in counts.items() if n is not None and 0 < n < threshold}
        self.hidden = set(self._small)
        self._ways: dict[_Node, list[tuple[_Node, Cell, int]]] = {}
        for cell in counts:
            start, end = _ends(cell)
            self._ways.setdefault(start, []).append((end, cell, +1))
            self._ways.setdefault(end, []).append((start, cell, -1))

    def way_round(self, cell: Cell) -> Iterable[Cell]:
        """Return the counts on the cheapest way by which a count could be one more or one less."""
        start, end = _ends(cell)
        more = self._cheapest(end, start, cell) if self._can_change(cell, +1) else None
        if more is not None and more[0] == (0, 0):
            return ()
        less = self._cheapest(start, end, cell) if self._can_change(cell, -1) else None
        _, found = min((way for way in (more, less) if way is not None), key=itemgetter(0))
        return (one for one in found if self._counts[one] is not None)

    def _can_change(self, cell: Cell, by: int) -> bool:
        """Tell whether a count could be one more or one less, for all that its reader knows."""
        count = self._counts[cell]
        if count is None:
            return True
        most = self._most_small if cell in self._small and None not in cell else _NO_BOUND
        return count > 0 and 1 <= count + by <= most

    def _cheapest(
        self, start: _Node, end: _Node, but: Cell
    ) -> tuple[tuple[int, int], list[Cell]] | None:
        """Return the cost of the cheapest way between two nodes, and the counts along it.

        What is held back or not told costs nothing, a cell its count, and a total more than any
        cell.
        """
        ahead: list[tuple[tuple[int, int], int, _Node, list[Cell]]] = [((0, 0), 0, start, [])]
        done: set[_Node] = set()
        tie = 0
        while ahead:
            (totals, cells), _, node, along = heappop(ahead)
            if node == end:
                return (totals, cells), along
            if node in done:
                continue
            done.add(node)
            for further, cell, by in self._ways[node]:
                if further in done or cell == but or not self._can_change(cell, by):
                    continue
                count = 0 if cell in self.hidden else self._counts[cell] or 0
                is_total = None in cell and count > 0
                cost = (totals + is_total, cells + count * (not is_total))
                tie += 1
                heappush(ahead, (cost, tie, further, [*along, cell]))
        return None


def _ends(cell: Cell) -> tuple[_Node, _Node]:
    """Return the nodes that a count leads from and to: totals of one line lead against cells."""
    row, column = ("row", cell[0]), ("column", cell[1])
    return (column, row) if (cell[0] is None) != (cell[1] is None) else (row, column)
