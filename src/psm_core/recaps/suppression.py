"""Cell suppression of one table: which counts to suppress, so that no small one can be computed.

Counts below the threshold are suppressed (primary suppression), and others beside them
(complementary or secondary suppression).

A table with its totals is a network: each count is an edge between the node of its row and the node
of its column, and each sum is the balance of a node. A suppressed count has a second possible value
exactly when its edge lies on a cycle of edges whose counts can all change by one in the direction
of the cycle. All cells are checked at once, in linear time: the ends of such an edge lie in one
strongly connected component, and the edge is no bridge of it (Boesch and Tindell 1980). For each
small count that is not protected, the cheapest cycle is added.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from heapq import heappop, heappush
from itertools import count
from operator import itemgetter
from typing import Final, NamedTuple

Cell = tuple[str | None, str | None]
"""A row and a column; None stands for the total of the other."""
Progress = Callable[[int, int], object]
"""Called with how many small counts are protected, and how many there are."""
_NO_BOUND: Final = 10**15


def cells_to_suppress(
    counts: Mapping[Cell, int | None], threshold: int, progress: Progress | None = None
) -> frozenset[Cell]:
    """Return the cells and totals to suppress: those from 1 to below a threshold, and others.

    Whoever sees the rest, and knows the threshold and that nothing suppressed is 0, is left with
    two numbers or more for each small count. What is unknown (None) says nothing.
    """
    return _Table(counts, threshold).cells_to_suppress(progress)


class _Edge(NamedTuple):
    """A way to change one count by one: the node it leads to, the cell, and its cost."""

    cost: int
    number: int
    """The place of the cell in the table; with the cost it gives edges a fixed order."""
    to: int
    cell: Cell


class _Table:
    """The counts as edges from node to node, and those suppressed so far."""

    def __init__(self, counts: Mapping[Cell, int | None], threshold: int) -> None:
        self._counts = counts
        self._most_small = threshold - 1
        small = [cell for cell, n in counts.items() if n is not None and 0 < n < threshold]
        self._small = sorted(small, key=lambda one: (None in one, one[0] or "", one[1] or ""))
        self._dear = sum(filter(None, counts.values())) + 1
        """What a total costs more than any way through cells."""
        nodes: dict[tuple[bool, str | None], int] = {}
        self._ends = {
            cell: tuple(nodes.setdefault(node, len(nodes)) for node in _ends(cell))
            for cell in counts
        }
        self._free: list[list[_Edge]] = [[] for _ in nodes]
        """The edges of what is suppressed or unknown, for each node; they cost nothing."""
        self._shown: list[list[_Edge]] = [[] for _ in nodes]
        """The edges of what is shown, the cheapest first."""
        self.hidden = set(small)
        for number, (cell, n) in enumerate(counts.items()):
            free = n is None or cell in self.hidden
            cost = 0 if free else (n or 0) + self._dear * (None in cell)
            self._add(self._free if free else self._shown, cell, cost, number)
        for edges in self._shown:
            edges.sort(key=lambda edge: edge[:2])

    def cells_to_suppress(self, progress: Progress | None) -> frozenset[Cell]:
        """Suppress the counts on the cheapest cycle of each small count that has none yet."""
        cyclic = _cyclic(self._free)
        weak = [cell for cell in self._small if cell not in cyclic]
        for number, cell in enumerate(weak):
            if progress is not None:
                progress(len(self._small) - len(weak) + number, len(self._small))
            if cell not in cyclic:
                found = self._cycle(cell)
                cyclic.update(found)
                self._hide(found)
        if progress is not None:
            progress(len(self._small), len(self._small))
        return frozenset(self.hidden)

    def _hide(self, cells: Iterable[Cell]) -> None:
        for cell in cells:
            if cell not in self.hidden and self._counts[cell] is not None:
                self.hidden.add(cell)
                self._add(self._free, cell, 0, 0)

    def _add(self, edges: list[list[_Edge]], cell: Cell, cost: int, number: int) -> None:
        """Add the edges of a cell, one for each direction in which its count can change."""
        start, end = self._ends[cell]
        for by, node, to in ((+1, start, end), (-1, end, start)):
            if self._can_change(cell, by):
                edges[node].append(_Edge(cost, number, to, cell))

    def _can_change(self, cell: Cell, by: int) -> bool:
        """Tell whether a count could be one more or one less, for all that its reader knows."""
        value = self._counts[cell]
        if value is None:
            return True
        is_small = value <= self._most_small and None not in cell
        return value > 0 and 1 <= value + by <= (self._most_small if is_small else _NO_BOUND)

    def _cycle(self, cell: Cell) -> list[Cell]:
        """Return the cells of the cheapest cycle by which a count can be one more or one less."""
        start, end = self._ends[cell]
        ways = [
            self._cheapest(node, to, cell)
            for by, node, to in ((+1, end, start), (-1, start, end))
            if self._can_change(cell, by)
        ]
        _, found = min(ways, key=itemgetter(0))
        return [cell, *found]

    def _cheapest(self, start: int, end: int, but: Cell) -> tuple[int, list[Cell]]:
        """Return the cost and the cells of the cheapest way between two nodes.

        There always is one: the totals can follow a cell, and where none of its cells can change,
        a total lies on their cycles already. The edges of a node are looked at one by one, the
        cheapest first, and each only when the search has come to its cost.
        """
        done: dict[int, _Step] = {start: _Step(0, start, but)}
        ahead: list[tuple[int, int, int, _Edge, Iterator[_Edge]]] = []
        turn = count()
        _push(ahead, turn, 0, start, self._edges(start, but))
        while end not in done:
            cost, _, before, edge, others = heappop(ahead)
            _push(ahead, turn, done[before].cost, before, others)
            if edge.to not in done:
                done[edge.to] = _Step(cost, before, edge.cell)
                _push(ahead, turn, cost, edge.to, self._edges(edge.to, but))
        return done[end].cost, list(_back(done, start, end))

    def _edges(self, node: int, but: Cell) -> Iterator[_Edge]:
        """Yield the edges of a node, the cheapest first, without those of one cell."""
        yield from (edge for edge in self._free[node] if edge.cell != but)
        yield from (edge for edge in self._shown[node] if edge.cell not in self.hidden)


class _Step(NamedTuple):
    """How a search came to a node: at which cost, from which node, and through which cell."""

    cost: int
    before: int
    cell: Cell


def _push(
    ahead: list[tuple[int, int, int, _Edge, Iterator[_Edge]]],
    turn: Iterator[int],
    cost: int,
    node: int,
    edges: Iterator[_Edge],
) -> None:
    """Put the next edge of a node into the queue, with the edges that come after it."""
    for edge in edges:
        heappush(ahead, (cost + edge.cost, next(turn), node, edge, edges))
        break


def _back(done: Mapping[int, _Step], start: int, end: int) -> Iterator[Cell]:
    """Yield the cells on the way that a search found, from its end."""
    node = end
    while node != start:
        yield done[node].cell
        node = done[node].before


def _cyclic(edges: list[list[_Edge]]) -> set[Cell]:
    """Return the cells whose edge lies on a cycle, each cell used once."""
    component = _components(edges)
    around: list[list[_Edge]] = [[] for _ in edges]
    ends: dict[Cell, tuple[int, int]] = {}
    for node, listed in enumerate(edges):
        for edge in listed:
            if component[node] == component[edge.to] and edge.cell not in ends:
                ends[edge.cell] = node, edge.to
                around[node].append(edge)
                around[edge.to].append(edge._replace(to=node))
    return ends.keys() - _bridges(around)


def _components(edges: list[list[_Edge]]) -> list[int]:
    """Return a number for each node: that of its strongly connected component (Tarjan 1972)."""
    at, low = [0] * len(edges), [0] * len(edges)
    component = [-1] * len(edges)
    order, pile = count(1), list[int]()
    for root in range(len(edges)):
        walk = [] if at[root] else [(root, iter(edges[root]))]
        while walk:
            node, others = walk[-1]
            if not at[node]:
                at[node] = low[node] = next(order)
                pile.append(node)
            for edge in others:
                if not at[edge.to]:
                    walk.append((edge.to, iter(edges[edge.to])))
                    break
                if component[edge.to] < 0:
                    low[node] = min(low[node], low[edge.to])
            else:
                walk.pop()
                if walk:
                    low[walk[-1][0]] = min(low[walk[-1][0]], low[node])
                while low[node] == at[node] and component[node] < 0:
                    component[pile.pop()] = node
    return component


def _bridges(edges: list[list[_Edge]]) -> set[Cell]:
    """Return the cells whose edge is the only link between two parts (Tarjan 1974).

    The edges count in both directions.
    """
    at, low = [0] * len(edges), [0] * len(edges)
    found: set[Cell] = set()
    order = count(1)
    for root in range(len(edges)):
        walk: list[tuple[int, _Edge | None, Iterator[_Edge]]]
        walk = [] if at[root] else [(root, None, iter(edges[root]))]
        while walk:
            node, came, others = walk[-1]
            if not at[node]:
                at[node] = low[node] = next(order)
            for edge in others:
                if not at[edge.to]:
                    walk.append((edge.to, edge, iter(edges[edge.to])))
                    break
                if came is None or edge.cell != came.cell:
                    low[node] = min(low[node], at[edge.to])
            else:
                walk.pop()
                if came is not None:
                    above = walk[-1][0]
                    low[above] = min(low[above], low[node])
                    if low[node] == at[node]:
                        found.add(came.cell)
    return found


def _ends(cell: Cell) -> tuple[tuple[bool, str | None], tuple[bool, str | None]]:
    """Return the nodes that a count leads from and to: totals of one line lead against cells."""
    row, column = (True, cell[0]), (False, cell[1])
    return (column, row) if (cell[0] is None) != (cell[1] is None) else (row, column)
