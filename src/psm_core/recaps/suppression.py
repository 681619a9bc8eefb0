"""Cell suppression of one table: which counts to suppress, so that no small one can be computed.

Counts below the threshold are suppressed (primary suppression), and as many others as necessary
(complementary suppression).

The table with its totals is a directed graph. Each row and each column is a node; each count is an
edge between the node of its row and the node of its column. If the counts on a cycle change by one
in its direction, some up and some down, every sum stays correct. So a suppressed count has a second
possible value exactly if its edge lies on a cycle of counts that are all suppressed (or unknown)
and can all change in this way.

1. All edges are checked at once, in linear time: an edge lies on such a cycle if both its ends are
   in one strongly connected component and it is not a bridge of it (Boesch and Tindell 1980).
2. For each small count that lies on none, the cheapest cycle is found, and its counts are
   suppressed too. A count costs its value, and a total costs more than all counts together.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from heapq import heappop, heappush
from itertools import count
from operator import itemgetter
from typing import Final, NamedTuple

Cell = tuple[str | None, str | None]
"""A row and a column. ``(row, None)`` is the total of a row, ``(None, column)`` of a column."""
Progress = Callable[[int, int], object]
"""Called with the number of small counts protected so far, and the number of small counts."""
_NO_BOUND: Final = 10**15


def cells_to_suppress(
    counts: Mapping[Cell, int | None], threshold: int, progress: Progress | None = None
) -> frozenset[Cell]:
    """Return the cells and totals to suppress: small counts, and others that protect them.

    A count is small if it is at least 1 and below the threshold. A count of None is unknown.

    A reader of the published table may know the threshold, and that no suppressed count is 0. At
    least two values remain possible for each small count.
    """
    return _Network(counts, threshold).suppress(progress)


class _Edge(NamedTuple):
    """An edge in the direction in which its count can change by one."""

    cost: int
    number: int
    """The position of the cell in the table; edges of equal cost are sorted by it."""
    to: int
    """The node at its end."""
    cell: Cell
    """The cell of its count."""


class _Network:
    """The counts as edges between nodes, and the cells suppressed so far."""

    def __init__(self, counts: Mapping[Cell, int | None], threshold: int) -> None:
        self._counts = counts
        self._max_small = threshold - 1
        small = [cell for cell, n in counts.items() if n is not None and 0 < n < threshold]
        self._small = sorted(small, key=lambda one: (None in one, one[0] or "", one[1] or ""))
        self._total_cost = sum(filter(None, counts.values())) + 1
        """The additional cost of a total: more than all cells together cost."""
        nodes: dict[tuple[bool, str | None], int] = {}
        self._ends = {
            cell: tuple(nodes.setdefault(node, len(nodes)) for node in _ends(cell))
            for cell in counts
        }
        self._free: list[list[_Edge]] = [[] for _ in nodes]
        """Node → the edges of suppressed and unknown counts, which cost nothing."""
        self._shown: list[list[_Edge]] = [[] for _ in nodes]
        """Node → the edges of the counts that are shown, the cheapest first."""
        self.suppressed = set(small)
        for number, (cell, n) in enumerate(counts.items()):
            free = n is None or cell in self.suppressed
            cost = 0 if free else (n or 0) + self._total_cost * (None in cell)
            self._add(self._free if free else self._shown, cell, cost, number)
        for edges in self._shown:
            edges.sort(key=lambda edge: edge[:2])

    def suppress(self, progress: Progress | None) -> frozenset[Cell]:
        """Suppress the cheapest cycle of each small count on no cycle; return all cells."""
        cyclic = _cyclic(self._free)
        unprotected = [cell for cell in self._small if cell not in cyclic]
        for number, cell in enumerate(unprotected):
            if progress is not None:
                progress(len(self._small) - len(unprotected) + number, len(self._small))
            if cell not in cyclic:
                cycle = self._cycle(cell)
                cyclic.update(cycle)
                self._suppress(cycle)
        if progress is not None:
            progress(len(self._small), len(self._small))
        return frozenset(self.suppressed)

    def _suppress(self, cells: Iterable[Cell]) -> None:
        for cell in cells:
            if cell not in self.suppressed and self._counts[cell] is not None:
                self.suppressed.add(cell)
                self._add(self._free, cell, 0, 0)

    def _add(self, edges: list[list[_Edge]], cell: Cell, cost: int, number: int) -> None:
        """Add the edges of a cell, one for each direction in which its count can change."""
        start, end = self._ends[cell]
        for by, node, to in ((+1, start, end), (-1, end, start)):
            if self._can_change(cell, by):
                edges[node].append(_Edge(cost, number, to, cell))

    def _can_change(self, cell: Cell, by: int) -> bool:
        """Return whether a reader must consider the count plus `by` possible."""
        value = self._counts[cell]
        if value is None:
            return True
        is_small = value <= self._max_small and None not in cell
        return value > 0 and 1 <= value + by <= (self._max_small if is_small else _NO_BOUND)

    def _cycle(self, cell: Cell) -> list[Cell]:
        """Return the cells of the cheapest cycle on which a count can change by one."""
        start, end = self._ends[cell]
        paths = [
            self._cheapest(node, to, cell)
            for by, node, to in ((+1, end, start), (-1, start, end))
            if self._can_change(cell, by)
        ]
        _, cells = min(paths, key=itemgetter(0))
        return [cell, *cells]

    def _cheapest(self, start: int, end: int, excluded: Cell) -> tuple[int, list[Cell]]:
        """Return the cost and the cells of the cheapest path between two nodes.

        A path always exists. A cell can change together with its totals. A total can change
        together with one of its cells; if none of them can change, it already lies on their cycles.

        This is the algorithm of Dijkstra, except that the edges of a node are sorted by cost and
        enter the queue one by one, because most of them are never needed.
        """
        done: dict[int, _Step] = {start: _Step(0, start, excluded)}
        queue: list[tuple[int, int, int, _Edge, Iterator[_Edge]]] = []
        sequence = count()
        _push(queue, sequence, 0, start, self._edges(start, excluded))
        while end not in done:
            cost, _, before, edge, others = heappop(queue)
            _push(queue, sequence, done[before].cost, before, others)
            if edge.to not in done:
                done[edge.to] = _Step(cost, before, edge.cell)
                _push(queue, sequence, cost, edge.to, self._edges(edge.to, excluded))
        return done[end].cost, list(_path(done, start, end))

    def _edges(self, node: int, excluded: Cell) -> Iterator[_Edge]:
        """Yield the edges of a node, the cheapest first, without those of the excluded cell."""
        yield from (edge for edge in self._free[node] if edge.cell != excluded)
        yield from (edge for edge in self._shown[node] if edge.cell not in self.suppressed)


class _Step(NamedTuple):
    """The cheapest step to a node: the cost so far, the node before, and the cell between."""

    cost: int
    before: int
    cell: Cell


def _push(
    queue: list[tuple[int, int, int, _Edge, Iterator[_Edge]]],
    sequence: Iterator[int],
    cost: int,
    node: int,
    edges: Iterator[_Edge],
) -> None:
    """Add the next edge of a node to the queue, with an iterator over its further edges."""
    for edge in edges:
        heappush(queue, (cost + edge.cost, next(sequence), node, edge, edges))
        break


def _path(done: Mapping[int, _Step], start: int, end: int) -> Iterator[Cell]:
    """Yield the cells on the path to a node, from its end."""
    node = end
    while node != start:
        yield done[node].cell
        node = done[node].before


def _cyclic(edges: list[list[_Edge]]) -> set[Cell]:
    """Return the cells whose edge is on a cycle. A cycle uses each cell only once."""
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
    """Return for each node the number of its strongly connected component (Tarjan 1972)."""
    at, low = [0] * len(edges), [0] * len(edges)
    component = [-1] * len(edges)
    order, stack = count(1), list[int]()
    for root in range(len(edges)):
        walk = [] if at[root] else [(root, iter(edges[root]))]
        while walk:
            node, others = walk[-1]
            if not at[node]:
                at[node] = low[node] = next(order)
                stack.append(node)
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
                    component[stack.pop()] = node
    return component


def _bridges(edges: list[list[_Edge]]) -> set[Cell]:
    """Return the cells whose edge is the only link between two parts (Tarjan 1974).

    Each edge counts in both directions.
    """
    at, low = [0] * len(edges), [0] * len(edges)
    bridges: set[Cell] = set()
    order = count(1)
    for root in range(len(edges)):
        walk: list[tuple[int, _Edge | None, Iterator[_Edge]]]
        walk = [] if at[root] else [(root, None, iter(edges[root]))]
        while walk:
            node, entry, others = walk[-1]
            if not at[node]:
                at[node] = low[node] = next(order)
            for edge in others:
                if not at[edge.to]:
                    walk.append((edge.to, edge, iter(edges[edge.to])))
                    break
                if entry is None or edge.cell != entry.cell:
                    low[node] = min(low[node], at[edge.to])
            else:
                walk.pop()
                if entry is not None:
                    above = walk[-1][0]
                    low[above] = min(low[above], low[node])
                    if low[node] == at[node]:
                        bridges.add(entry.cell)
    return bridges


def _ends(cell: Cell) -> tuple[tuple[bool, str | None], tuple[bool, str | None]]:
    """Return the start and end node of a count. Row and column totals run opposite to cells."""
    row, column = (True, cell[0]), (False, cell[1])
    return (column, row) if (cell[0] is None) != (cell[1] is None) else (row, column)
