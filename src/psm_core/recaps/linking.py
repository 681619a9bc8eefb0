"""Suppression of linked tables: find equal counts and sums across tables, then suppress cells."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Final

from .linked_ages import link_ages
from .linked_regions import link_levels, link_regions
from .linked_suppression import System
from .linked_tables import LinkedTable, keyed
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
        [keyed(one) for one in recaps], threshold, rows or {}, columns or {}, progress
    )
    pairs = zip(recaps, suppressed, strict=True)
    return tuple(without_cells(one, cells, threshold) for one, cells in pairs)


def linked_cells_to_suppress(
    tables: Sequence[LinkedTable],
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
    link_regions(system, tables)
    link_levels(system, tables)
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


def _published(system: System, table: LinkedTable) -> Iterator[tuple[Cell, int]]:
    """Yield each cell whose count is known, with the variable of its count."""
    for cell, value in table.counts.items():
        if value is not None:
            yield cell, system.publish(table.key(cell), value)


def _add_totals(system: System, table: LinkedTable, numbers: Mapping[Cell, int]) -> None:
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
