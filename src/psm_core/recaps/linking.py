"""Which counts of several tables count the same people, and which are sums of others."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Final, NamedTuple

from .linked_suppression import DIFFERENT, Key, System
from .suppression import Cell, Progress

Parts = Mapping[str, Iterable[str]]
"""For the key of a row or column, the keys of the parts that it is the sum of."""
_ROW: Final = 0
_COLUMN: Final = 1


class Table(NamedTuple):
    """What linking needs of one table."""

    counts: Mapping[Cell, int | None]
    rows: Mapping[str | None, Hashable]
    """What each row counts; at None what the totals of the columns count."""
    columns: Mapping[str | None, Hashable]
    """What each column counts; at None what the totals of the rows count."""
    within: str | None
    """The code of the region whose parts the rows are, where they are regions."""

    def key(self, cell: Cell) -> Key:
        """Return what a cell counts."""
        return self.rows[cell[0]], self.columns[cell[1]]

    def row_keys(self) -> list[Hashable]:
        """Return what each row counts, without the total."""
        return [key for row, key in self.rows.items() if row is not None]

    def regions(self) -> list[Hashable]:
        """Return the keys of the rows that are parts of the region."""
        return [key for key in self.row_keys() if self._is_inside(key)]

    def elsewhere(self) -> Hashable | None:
        """Return the key of the row of those of whom nobody knows in which part they live."""
        return next((key for key in self.row_keys() if not self._is_inside(key)), None)

    def _is_inside(self, key: Hashable) -> bool:
        return f"{key}.".startswith(f"{self.within}.")


def linked_cells_to_suppress(
    tables: Sequence[Table],
    threshold: int,
    rows: Parts,
    columns: Parts,
    progress: Progress | None = None,
) -> list[frozenset[Cell]]:
    """Return for each table the cells and totals to suppress, so that all can be published.

    Raises:
        ValueError: the tables do not count the same people, or one has no link with another.

    """
    system = System(threshold)
    numbers = [dict(_published(system, table)) for table in tables]
    for table, numbered in zip(tables, numbers, strict=True):
        _add_totals(system, table, numbered)
    linked = {*_link_parts(system, rows, _ROW), *_link_parts(system, columns, _COLUMN)}
    _link_regions(system, tables)
    often = Counter(chain.from_iterable(set(numbered.values()) for numbered in numbers))
    for place, (table, numbered) in enumerate(zip(tables, numbers, strict=True), start=1):
        alone = not any(often[one] > 1 or one in linked for one in numbered.values())
        if alone and table.within is None and len(tables) > 1:
            raise ValueError(
                f"nothing links table {place} with another; give the keys of its rows and columns, "
                "or which of them are sums, or suppress it alone"
            )
    system.suppress(progress)
    return [
        frozenset(cell for cell, number in numbered.items() if number in system.hidden)
        for numbered in numbers
    ]


def _published(system: System, table: Table) -> Iterator[tuple[Cell, int]]:
    """Yield the variable of each count of a table that is known."""
    for cell, value in table.counts.items():
        if value is not None:
            yield cell, system.publish(table.key(cell), value)


def _add_totals(system: System, table: Table, numbers: Mapping[Cell, int]) -> None:
    """Add the sums of the columns and rows, as far as their counts are known."""
    rows = [row for row in table.rows if row is not None]
    columns = [column for column in table.columns if column is not None]
    down: Iterable[list[Cell]] = (
        [(None, column), *((row, column) for row in rows)] for column in table.columns
    )
    across: Iterable[list[Cell]] = (
        [(row, None), *((row, column) for column in columns)] for row in table.rows
    )
    for cells in chain(down, across):
        if numbers.keys() >= set(cells):
            total, *parts = (numbers[cell] for cell in cells)
            system.add(total, parts)


def _link_parts(system: System, parts: Parts, axis: int) -> Iterator[int]:
    """Add the sums of rows or columns that the caller names, and yield the variables in them."""
    for whole, listed in parts.items():
        names = tuple(listed)
        for key in system.keys:
            if key[axis] != whole:
                continue
            keys = [(name, key[1]) if axis == _ROW else (key[0], name) for name in names]
            found = [one for one in map(system.find, keys) if one is not None]
            total = system.find(key)
            if found and total is not None:
                rest = [system.rest(total, found)] if len(found) < len(names) else []
                system.add(total, [*found, *rest])
                yield from (total, *found)


class _Part(NamedTuple):
    """One column of a table of the parts of a region."""

    region: str
    column: Hashable
    parts: list[int]
    total: int
    elsewhere: int | None


def _link_regions(system: System, tables: Sequence[Table]) -> None:
    """Add the sums over regions: the count of a region is that of its parts, in another table."""
    known = {key for table in tables for key in table.row_keys()}
    apart: dict[Key, dict[int, None]] = {}
    for table in tables:
        above = [one for one in tables if one is not table and table.within in one.row_keys()]
        columns = list(_parts(system, table))
        if above:
            _link_columns(system, columns, above)
            continue
        for part in columns:
            if nearest := _nearest(part.region, known):
                apart.setdefault((nearest, part.column), {}).update(dict.fromkeys(part.parts))
    for key, parts in apart.items():
        whole = system.find(key)
        if whole is not None:
            system.add(whole, [*parts, system.rest(whole, parts)])


def _parts(system: System, table: Table) -> Iterator[_Part]:
    """Yield the columns of a table of regions, and the totals of its rows."""
    for column in table.columns.values() if table.within else ():
        total = system.find((table.rows[None], column))
        found = [system.find((key, column)) for key in table.regions()]
        parts = [one for one in found if one is not None]
        if table.within and total is not None and len(parts) == len(found):
            elsewhere = system.find((table.elsewhere(), column))
            yield _Part(table.within, column, parts, total, elsewhere)


def _nearest(code: str, known: set[Hashable]) -> str:
    """Return the code of the nearest region around one that is a row of some table, or ""."""
    above = code.rpartition(".")[0]
    return above if above in known or not above else _nearest(above, known)


def _link_columns(system: System, columns: Sequence[_Part], above: Sequence[Table]) -> None:
    """Link each column of the parts of a region with the row of the region in tables above."""
    rests = [rest for part in columns if (rest := _link_part(system, part, above)) is not None]
    if rests:  # the last column is the total of the others
        *cells, total = rests
        if sum(map(system.value, cells)) == system.value(total):
            system.add(total, cells)


def _link_part(system: System, part: _Part, above: Sequence[Table]) -> int | None:
    """Link one column, and return the variable of those in the region of whom no part is known.

    Where nobody knows in which part of the larger region some people live, they count in the table
    of each part, and once in the table above.
    """
    whole = system.find((part.region, part.column))
    if whole is None:
        return None
    elsewhere = system.value(part.total) - system.value(whole)
    if elsewhere == 0:
        system.add(whole, [part.total])
        return part.elsewhere
    found = (system.find((one.elsewhere(), part.column)) for one in above)
    lost = next((one for one in found if one is not None), None)
    if lost is None or part.elsewhere is None or not 0 < elsewhere <= system.value(lost):
        raise ValueError(DIFFERENT)
    rest = system.rest(whole, part.parts)
    system.add(whole, [*part.parts, rest])
    if system.value(lost) == elsewhere:
        system.add(part.elsewhere, [rest, lost])
    else:
        system.add(part.elsewhere, [rest], besides=elsewhere)
    return rest
