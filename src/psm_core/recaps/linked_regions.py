"""Sums over regions between tables: parts of a region, and different levels inside it."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import NamedTuple

from .linked_suppression import INCONSISTENT, Key, System
from .linked_tables import LinkedTable


class _RegionColumn(NamedTuple):
    """One column of a table whose rows are the parts of a region."""

    region: str
    column: Hashable
    parts: list[int]
    total: int
    unknown_part: int | None


def link_regions(system: System, tables: Sequence[LinkedTable]) -> None:
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


def _region_columns(system: System, table: LinkedTable) -> Iterator[_RegionColumn]:
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


def _link_columns(
    system: System, columns: Sequence[_RegionColumn], above: Sequence[LinkedTable]
) -> None:
    """Link each column of the parts of a region with the row of the region in tables above."""
    rests = [rest for one in columns if (rest := _link_column(system, one, above)) is not None]
    if rests:  # the last column is the total of the others
        *cells, total = rests
        if sum(map(system.value, cells)) == system.value(total):
            system.add(total, cells)


def _link_column(system: System, one: _RegionColumn, above: Sequence[LinkedTable]) -> int | None:
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


def link_levels(system: System, tables: Sequence[LinkedTable]) -> None:
    """Add the sums between tables of different levels in a region: kabupaten, and all kecamatan."""
    for table in tables:
        parts_of = _parts_by_whole(table)
        for other in tables if parts_of else ():
            wholes = [key for key in other.region_keys() if str(key) in parts_of]
            for column in table.columns.values() if wholes else ():
                _link_level(
                    system, table, other, column, {key: parts_of[str(key)] for key in wholes}
                )


def _parts_by_whole(table: LinkedTable) -> dict[str, list[Hashable]]:
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
    table: LinkedTable,
    other: LinkedTable,
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
