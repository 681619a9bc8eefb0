"""Suppression of linked tables: find equal counts and sums across tables, then suppress cells."""

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Final, NamedTuple

from .linked_ages import link_ages
from .linked_suppression import INCONSISTENT, Key, System
from .recap import Recap, require_threshold, without_cells
from .suppression import Cell, Progress

Parts = Mapping[str, Iterable[str]]
"""Key of a row or column → the keys of the parts that it is the sum of."""
_ROW: Final = 0
_COLUMN: Final = 1


def suppress_linked(
    tables: Iterable[Recap],
    threshold: int,
    *,
    rows: Mapping[str, Iterable[str]] | None = None,
    columns: Mapping[str, Iterable[str]] | None = None,
    progress: Progress | None = None,
) -> tuple[Recap, ...]:
    """Return linked tables with their small counts suppressed, so that all can be published.

    Linked tables count the same people: by kabupaten and by kecamatan, or with and without a
    breakdown. If each is suppressed alone, one may reveal what the other suppresses. Here counts
    from 1 to below the threshold are suppressed in every table (primary suppression), and as many
    others as necessary (complementary suppression). Whoever sees all tables, and knows that no
    suppressed count is 0, still finds at least two possible values for each small count.

    Tables are linked by keys. Rows (columns) of two tables with the same key count the same
    people. The key is the name, unless `Recap.row_keys` (`Recap.column_keys`) gives another. The
    totals of two tables with the same rows count the same people too. The tables of `by_category`
    and `coverage` use region codes as keys, so they are linked across all levels. Different groups
    of ages on one day (`age_groups`) are linked too. `rows` and `columns` state further sums, such
    as a quarter beside its months: the key of a whole, with the keys of its parts.

    `progress` is called with the number of small counts protected so far and the number of small
    counts.

    >>> kecamatan = Recap.of("Kabupaten", ("Angsana", "Satui"), ("Pemulung", "Lansia"),
    ...                      {("Angsana", "Pemulung"): 1, ("Angsana", "Lansia"): 9,
    ...                       ("Satui", "Pemulung"): 7, ("Satui", "Lansia"): 4})
    >>> desa = Recap.of("Angsana", ("Bunati", "Makmur"), ("Pemulung", "Lansia"),
    ...                 {("Bunati", "Lansia"): 3, ("Makmur", "Lansia"): 6,
    ...                  ("Makmur", "Pemulung"): 1}, row_keys={None: "Angsana"})
    >>> for table in suppress_linked([kecamatan, desa], 3):
    ...     print(table.table()[1:])
    [['Angsana', '·', '·', '10'], ['Satui', '·', '·', '11'], ['Jumlah', '8', '13', '21']]
    [['Bunati', '0', '3', '3'], ['Makmur', '·', '·', '7'], ['Jumlah', '·', '·', '10']]

    Raises:
        ValueError: the threshold is below 3; a table is already suppressed; the tables do not count
            the same people, since counts with one key differ or parts are more than their whole;
            or nothing links a table with another.

    """
    require_threshold(threshold)
    recaps = tuple(tables)
    if any(one.threshold is not None for one in recaps):
        raise ValueError("one of the tables is already suppressed; pass the original tables")
    suppressed = linked_cells_to_suppress(
        [_keyed(one) for one in recaps], threshold, rows or {}, columns or {}, progress
    )
    pairs = zip(recaps, suppressed, strict=True)
    return tuple(without_cells(one, cells, threshold) for one, cells in pairs)


class Table(NamedTuple):
    """The counts of one table, with the key of each row and column."""

    counts: Mapping[Cell, int | None]
    rows: Mapping[str | None, Hashable]
    """Row → its key; at None the key of the column totals."""
    columns: Mapping[str | None, Hashable]
    """Column → its key; at None the key of the row totals."""
    within: str | None
    """The code of the region whose parts are the rows; None if the rows are no regions."""

    def key(self, cell: Cell) -> Key:
        """Return the key of a cell: that of its row and that of its column."""
        return self.rows[cell[0]], self.columns[cell[1]]

    def row_keys(self) -> list[Hashable]:
        """Return the keys of the rows, without that of the total."""
        return [key for row, key in self.rows.items() if row is not None]

    def axes(self) -> tuple[list[Hashable], list[Hashable]]:
        """Return the keys of the rows and those of the columns, with those of the totals."""
        return [*self.rows.values()], [*self.columns.values()]

    def region_keys(self) -> list[Hashable]:
        """Return the keys of the rows that are parts of the region."""
        return [key for key in self.row_keys() if self._is_inside(key)]

    def unknown_part_key(self) -> Hashable | None:
        """Return the key of the row for people whose part of the region is unknown."""
        return next((key for key in self.row_keys() if not self._is_inside(key)), None)

    def _is_inside(self, key: Hashable) -> bool:
        return f"{key}.".startswith(f"{self.within}.")


def _keyed(recap: Recap) -> Table:
    """Return a recap with its keys. A total without a key has those of its rows or columns."""
    rows: dict[str | None, Hashable] = {row: recap.row_keys.get(row, row) for row in recap.rows}
    rows[None] = recap.row_keys.get(None, frozenset(rows.values()))
    columns: dict[str | None, Hashable]
    columns = {column: recap.column_keys.get(column, column) for column in recap.columns}
    columns[None] = recap.column_keys.get(None, frozenset(columns.values()))
    return Table(recap.counts, rows, columns, recap.within and str(recap.within))


def linked_cells_to_suppress(
    tables: Sequence[Table],
    threshold: int,
    rows: Parts,
    columns: Parts,
    progress: Progress | None = None,
) -> list[frozenset[Cell]]:
    """Return for each table the cells and totals to suppress, so that all can be published.

    Raises:
        ValueError: the tables do not count the same people, or nothing links one with another.

    """
    system = System(threshold)
    numbers = [dict(_published(system, table)) for table in tables]
    for table, numbered in zip(tables, numbers, strict=True):
        _add_totals(system, table, numbered)
    linked = {*_link_parts(system, rows, _ROW), *_link_parts(system, columns, _COLUMN)}
    linked.update(_link_transposed(system))
    linked.update(link_ages(system, [one.axes() for one in tables]))
    _link_regions(system, tables)
    _link_levels(system, tables)
    uses = Counter(chain.from_iterable(set(numbered.values()) for numbered in numbers))
    for position, (table, numbered) in enumerate(zip(tables, numbers, strict=True), start=1):
        is_linked = any(uses[one] > 1 or one in linked for one in numbered.values())
        if not is_linked and table.within is None and len(tables) > 1:
            raise ValueError(
                f"nothing links table {position} with another; give the keys of its rows and "
                "columns, or which of them are sums, or suppress it alone"
            )
    system.suppress(progress)
    return [
        frozenset(cell for cell, number in numbered.items() if number in system.hidden)
        for numbered in numbers
    ]


def _published(system: System, table: Table) -> Iterator[tuple[Cell, int]]:
    """Yield each cell whose count is known, with the variable of its count."""
    for cell, value in table.counts.items():
        if value is not None:
            yield cell, system.publish(table.key(cell), value)


def _add_totals(system: System, table: Table, numbers: Mapping[Cell, int]) -> None:
    """Add the sums of the columns and rows, if all their counts are known."""
    rows = [row for row in table.rows if row is not None]
    columns = [column for column in table.columns if column is not None]
    column_sums: Iterable[list[Cell]] = (
        [(None, column), *((row, column) for row in rows)] for column in table.columns
    )
    row_sums: Iterable[list[Cell]] = (
        [(row, None), *((row, column) for column in columns)] for row in table.rows
    )
    for cells in chain(column_sums, row_sums):
        if numbers.keys() >= set(cells):
            total, *parts = (numbers[cell] for cell in cells)
            system.add(total, parts)


def _link_parts(system: System, parts: Parts, axis: int) -> Iterator[int]:
    """Add the sums of rows or columns that the caller states, and yield their variables."""
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


def _link_transposed(system: System) -> Iterator[int]:
    """Link the counts that are in a row of one table and in a column of another.

    The key of a column that `count` returns is what is counted, and the key that a row has. Equal
    texts can be facts of different people, such as two members of a family, so that counts which
    differ are not linked.
    """
    for own, (row, column) in enumerate(system.keys):
        if not (isinstance(row, str) and isinstance(column, str)):
            continue
        for space in re.finditer(" ", column):
            counted, other_row = column[: space.start()], column[space.end() :]
            other = system.find((other_row, f"{counted} {row}"))
            if other is not None and own < other and system.value(own) == system.value(other):
                system.add(own, [other])
                yield from (own, other)


class _RegionColumn(NamedTuple):
    """One column of a table whose rows are the parts of a region."""

    region: str
    column: Hashable
    parts: list[int]
    total: int
    unknown_part: int | None


def _link_regions(system: System, tables: Sequence[Table]) -> None:
    """Add the sums over regions: the count of a region is the sum over its parts elsewhere."""
    known = {key for table in tables for key in table.row_keys()}
    distant: dict[Key, dict[int, None]] = {}
    for table in tables:
        above = [one for one in tables if one is not table and table.within in one.row_keys()]
        columns = list(_region_columns(system, table))
        if above:
            _link_columns(system, columns, above)
            continue
        for one in columns:
            if nearest := _nearest(one.region, known):
                distant.setdefault((nearest, one.column), {}).update(dict.fromkeys(one.parts))
    for key, parts in distant.items():
        whole = system.find(key)
        if whole is not None:
            system.add(whole, [*parts, system.rest(whole, parts)])


def _region_columns(system: System, table: Table) -> Iterator[_RegionColumn]:
    """Yield the columns of a table of regions, and the totals of its rows."""
    for column in table.columns.values() if table.within else ():
        total = system.find((table.rows[None], column))
        found = [system.find((key, column)) for key in table.region_keys()]
        parts = [one for one in found if one is not None]
        if table.within and total is not None and len(parts) == len(found):
            unknown_part = system.find((table.unknown_part_key(), column))
            yield _RegionColumn(table.within, column, parts, total, unknown_part)


def _nearest(code: str, known: set[Hashable]) -> str:
    """Return the code of the nearest surrounding region that is a row of a table, or ""."""
    above = code.rpartition(".")[0]
    return above if above in known or not above else _nearest(above, known)


def _link_columns(system: System, columns: Sequence[_RegionColumn], above: Sequence[Table]) -> None:
    """Link each column of the parts of a region with the row of the region in tables above."""
    rests = [rest for one in columns if (rest := _link_column(system, one, above)) is not None]
    if rests:  # the last column is the total of the others
        *cells, total = rests
        if sum(map(system.value, cells)) == system.value(total):
            system.add(total, cells)


def _link_column(system: System, one: _RegionColumn, above: Sequence[Table]) -> int | None:
    """Link one column; return the variable of people in the region whose part is unknown.

    People whose part of the larger region is unknown count in the table of each part, and once in
    the table above.
    """
    whole = system.find((one.region, one.column))
    if whole is None:
        return None
    outside = system.value(one.total) - system.value(whole)
    if outside == 0:
        system.add(whole, [one.total])
        return one.unknown_part
    found = (system.find((table.unknown_part_key(), one.column)) for table in above)
    unknown_above = next((number for number in found if number is not None), None)
    if (
        unknown_above is None
        or one.unknown_part is None
        or not 0 < outside <= system.value(unknown_above)
    ):
        raise ValueError(INCONSISTENT)
    rest = system.rest(whole, one.parts)
    system.add(whole, [*one.parts, rest])
    if system.value(unknown_above) == outside:
        system.add(one.unknown_part, [rest, unknown_above])
    else:
        system.add(one.unknown_part, [rest], besides=outside)
    return rest


def _link_levels(system: System, tables: Sequence[Table]) -> None:
    """Add the sums between tables of different levels in a region: kabupaten, and all kecamatan."""
    for table in tables:
        parts_of = _parts_by_whole(table)
        for other in tables if parts_of else ():
            wholes = [key for key in other.region_keys() if str(key) in parts_of]
            for column in table.columns.values() if wholes else ():
                _link_level(
                    system, table, other, column, {key: parts_of[str(key)] for key in wholes}
                )


def _parts_by_whole(table: Table) -> dict[str, list[Hashable]]:
    """Return code → the rows inside it, for each region between the rows and their region."""
    parts_of: dict[str, list[Hashable]] = {}
    for key in table.region_keys() if table.within else ():
        above = str(key).rpartition(".")[0]
        while above.startswith(f"{table.within}."):
            parts_of.setdefault(above, []).append(key)
            above = above.rpartition(".")[0]
    return parts_of


def _link_level(
    system: System,
    table: Table,
    other: Table,
    column: Hashable,
    parts_of: Mapping[Hashable, Sequence[Hashable]],
) -> None:
    """Link one column of a table with the larger regions that another table counts.

    People whose part of a larger region is unknown are in the row of the smaller table for them,
    together with those of whom the larger table does not know the region either.
    """
    unknown_key = table.unknown_part_key()
    unknown = None if unknown_key is None else system.find((unknown_key, column))
    rests: list[int] = []
    for key, part_keys in parts_of.items():
        whole = system.find((key, column))
        parts = [one for part in part_keys if (one := system.find((part, column))) is not None]
        if whole is None or len(parts) < len(part_keys):
            return
        rest = [] if unknown is None else [system.rest(whole, parts)]
        system.add(whole, [*parts, *rest])
        rests += rest
    if unknown is not None:
        above = system.find((other.unknown_part_key(), column))
        is_same_region = other.within == table.within
        others = (
            [system.rest(unknown, rests)]
            if not is_same_region
            else []
            if above is None
            else [above]
        )
        system.add(unknown, [*rests, *others])
