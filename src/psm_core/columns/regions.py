"""Columns of region codes and names, and all regions as a table."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from .._core.arguments import require
from ..regions import OneRegion, Region, RegionRegistry, SeveralRegions, load_regions
from ..terms import CrosswalkStatus, RegionKind, RegionLevel
from ..values.region_code import RegionCode
from .arrow import Column, arrow, compute
from .parsing import ColumnParser, Parsed, ParsedColumn
from .values import region_codes

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["CurrentCodes", "crosswalk", "region_table", "resolve"]

_CACHED_NAMES: Final = 1 << 17
_LENGTHS: Final = {"province": 2, "regency": 5, "district": 8}
"""How many characters the codes of these levels have."""


class CurrentCodes(NamedTuple):
    """The codes in force for a column of region codes.

    >>> import pyarrow as pa
    >>> from psm_core import columns
    >>> current = columns.crosswalk(pa.array(["91.01", "63.10"]))
    >>> current.statuses.to_pylist(), current.codes.to_pylist()
    (['moved', 'kept'], ['region.retired', None])
    """

    values: "pa.ChunkedArray[Any]"
    """The codes in force; null where none is known."""
    codes: "pa.ChunkedArray[Any]"
    """The codes of the issues, as text; null in a row without an issue."""
    statuses: "pa.ChunkedArray[Any]"
    """The slugs of `CrosswalkStatus`; null in a row without a code."""


def crosswalk(column: Column, /, *, regions: RegionRegistry | None = None) -> CurrentCodes:
    """Return the code in force for each code of a column, as `RegionRegistry.crosswalk` does.

    Raises:
        TypeError: it is no column of texts or numbers, or another argument is of a wrong type.

    >>> import pyarrow as pa
    >>> from psm_core import columns
    >>> columns.crosswalk(pa.array(["91.01", None, "63.10"])).values.to_pylist()
    ['93.01', None, '63.10']

    """
    registry = _registry(regions)
    parsed = region_codes(column)
    distinct = parsed.values.unique().drop_null()
    entries = [*registry.crosswalk(distinct.to_pylist())]
    texts = arrow.string()
    codes = arrow.array([None if one.code is None else str(one.code) for one in entries], texts)
    issues = arrow.array([one.issue and one.issue.code for one in entries], texts)
    statuses = arrow.array([one.status.value for one in entries], texts)
    rows = compute.index_in(parsed.values, distinct)
    unreadable = compute.if_else(
        compute.is_valid(parsed.codes), CrosswalkStatus.UNREADABLE.value, None
    )
    return CurrentCodes(
        codes.take(rows),
        compute.coalesce(parsed.codes, issues.take(rows)),
        compute.coalesce(statuses.take(rows), unreadable),
    )


def resolve(
    column: Column,
    /,
    *,
    level: RegionLevel | None = None,
    within: RegionCode | None = None,
    regions: RegionRegistry | None = None,
) -> ParsedColumn:
    """Return the codes of the regions that a column of names or address lines means.

    Each different text is resolved once, as `RegionRegistry.resolve` does. A name of several
    regions is ``region.ambiguous``, a name of none ``region.not_found``.

    Raises:
        TypeError: it is no column of texts or numbers, or another argument is of a wrong type.
        UnknownRegionError: there is no region `within`.

    >>> import pyarrow as pa
    >>> from psm_core import RegionCode, columns
    >>> names = pa.array(["Kec. Angsana", "Angsanna", None])
    >>> parsed = columns.resolve(names, within=RegionCode("63.10"))
    >>> parsed.values.to_pylist(), parsed.codes.to_pylist()
    (['63.10.09', None, None], [None, 'region.not_found', None])

    """
    registry = _registry(regions)
    registry.resolve_many((), level=level, within=within)  # it checks the arguments

    @lru_cache(maxsize=_CACHED_NAMES)
    def parse(name: object) -> Parsed:
        if not isinstance(name, str):
            return Parsed(None, "type.text")
        match registry.resolve(name, level=level, within=within, suggest=False):
            case OneRegion(region):
                return Parsed(str(region.code))
            case SeveralRegions():
                return Parsed(None, "region.ambiguous")
            case _:
                return Parsed(None, "region.not_found")

    return ColumnParser("names of regions", parse).parse(column)


def region_table(regions: RegionRegistry | None = None, /) -> "pa.Table":
    """Return all regions in force as a table, to join with other data.

    It has the columns ``code``, ``name``, ``full_name``, ``level`` and ``kind`` (slugs), the codes
    of the ``province``, ``regency`` and ``district`` that a region is in or is itself, and ``bps``
    and ``iso``, the codes of the statistics office and of ISO 3166-2 where these are known.

    Raises:
        TypeError: this is no registry of regions.

    >>> from psm_core import columns
    >>> table = columns.region_table()
    >>> table.num_rows, table.column_names[:5]
    (91599, ['code', 'name', 'full_name', 'level', 'kind'])

    """
    registry = _registry(regions)
    found = registry.to_dict()
    kinds = [code.kind for code in found]
    bps, iso = registry.details.bps.by_region, registry.details.iso.by_region
    codes = _texts(map(str, found))
    table: pa.Table = arrow.table(
        {
            "code": codes,
            "name": _texts(region.name for region in found.values()),
            "full_name": _texts(_full_names(found.values(), kinds)),
            "level": _texts(code.level.value for code in found),
            "kind": _texts(kind.value for kind in kinds),
            **{level: _beginnings(codes, length) for level, length in _LENGTHS.items()},
            "bps": _texts(str(bps[code]) if code in bps else None for code in found),
            "iso": _texts(str(iso[code]) if code in iso else None for code in found),
        }
    )
    return table


def _registry(regions: RegionRegistry | None) -> RegionRegistry:
    require(RegionRegistry, regions, optional=True)
    return load_regions() if regions is None else regions


def _texts(texts: "Iterable[str | None]") -> "pa.Array[Any]":
    array: pa.Array[Any] = arrow.array(texts, arrow.string())
    return array


def _full_names(regions: Iterable[Region], kinds: Iterable[RegionKind]) -> Iterator[str]:
    """Yield the full names. Regions of one kind inside one region have the same title."""
    titles: dict[tuple[str, RegionKind], str] = {}
    for region, kind in zip(regions, kinds, strict=True):
        among = str(region.code).rpartition(".")[0], kind
        if among not in titles:
            titles[among] = region.title or kind.label
        yield f"{titles[among]} {region.name}"


def _beginnings(codes: "pa.Array[Any]", length: int) -> "pa.Array[Any]":
    """Return the first characters of each code, null for a shorter code."""
    beginnings = compute.utf8_slice_codeunits(codes, 0, length)
    complete = compute.equal(compute.utf8_length(beginnings), length)
    array: pa.Array[Any] = compute.if_else(complete, beginnings, None)
    return array
