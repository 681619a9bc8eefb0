"""Targets for text that is read as a value, or that names a region."""

from collections.abc import Callable
from datetime import date
from typing import Any, Final

import psm_core
from psm_core import BPSCode, ISOCode, RegionCode, RegionLevel, load_regions, parse_date, terms
from psm_core._core.text_value import TextValue
from psm_core.regions import NoRegion, OneRegion, Resolution
from psm_core.terms import Term
from psm_core.values.ids import ID_CLASSES

from ._bytes import Bytes, text_of
from ._properties import check_masked, check_value, require, result_or_none

_PUBLIC: Final[list[Any]] = [getattr(psm_core, name) for name in psm_core.__all__]
_VALUES: Final[list[Any]] = sorted(
    {one for one in _PUBLIC if isinstance(one, type) and issubclass(one, TextValue)}
    | set(ID_CLASSES),
    key=lambda kind: kind.__name__,
)
_TERMS: Final[list[Any]] = [
    one
    for name in sorted(terms.__all__)
    if isinstance(one := getattr(terms, name), type) and issubclass(one, Term) and one is not Term
]
TYPES: Final[list[Any]] = [date, *_VALUES, *_TERMS]
"""Types that text is read as."""


def values(data: bytes) -> None:
    """Read text as one of the values: the first byte chooses which."""
    bytes_ = Bytes(data)
    kind = bytes_.one_of(TYPES)
    text = text_of(bytes_.rest())
    if kind is date:
        day = result_or_none(lambda: parse_date(text), text)
        require(day is None or parse_date(day.isoformat()) == day, "a date round-trips")
        return
    readers: list[Callable[[str], object]] = [kind.parse, kind]
    if kind is RegionCode:
        readers.append(RegionCode.from_digits)
    for reader in readers:
        value = result_or_none(lambda reader=reader: reader(text), text)
        if isinstance(value, Term):
            require(kind.parse(value.value) is value is kind(value.value), "a value round-trips")
            require(
                kind.parse(value.name) is value is kind.parse(value.label),
                "name and label round-trip",
            )
        elif value is not None:
            check_value(value, text)


def regions(data: bytes) -> None:
    """Look up text in the registry: the first bytes choose the method, region and level."""
    bytes_ = Bytes(data)
    ask = bytes_.one_of(_LOOKUPS)
    within = bytes_.one_of(_PLACES)
    level = bytes_.one_of((None, *RegionLevel))
    ask(text_of(bytes_.rest()), within, level)


_PLACES: Final = (
    None,
    *map(RegionCode, ("63", "63.10", "63.10.09", "63.10.09.2005", "31", "91", "96.71", "34.71")),
)


def _resolve(text: str, within: RegionCode | None, level: RegionLevel | None) -> None:
    resolution = result_or_none(
        lambda: load_regions().resolve(text, level=level, within=within), text
    )
    if resolution is None:
        return
    check_masked(resolution, text)
    for region in _regions_of(resolution):
        require(level is None or region.level is level, "a region has the requested level")
        if not isinstance(resolution, NoRegion) and within is not None:
            codes = (region.code, *load_regions().predecessors(region.code))
            inside = any(code.is_within(within) for code in codes)
            require(inside, "a region is, or was, inside the requested one")


def _regions_of(resolution: Resolution) -> tuple[psm_core.Region, ...]:
    if isinstance(resolution, OneRegion):
        return (resolution.region,)
    return resolution.suggestions if isinstance(resolution, NoRegion) else resolution.candidates


def _search(text: str, within: RegionCode | None, level: RegionLevel | None) -> None:
    found = (
        result_or_none(lambda: load_regions().search(text, level=level, within=within), text) or ()
    )
    require(len(found) <= 20, "there are at most as many regions as requested")
    require(len(set(found)) == len(found), "each region appears once")
    for region in found:
        require(level is None or region.level is level, "a region has the requested level")


def _crosswalk(text: str, *_: object) -> None:
    lines = text.split("\n")
    crosswalk = result_or_none(lambda: load_regions().crosswalk(lines), text)
    require(crosswalk is not None and len(crosswalk) == len(lines), "no row is lost")
    require(sum(crosswalk.summary.values()) == len(lines), "the counts add up")
    shown = [crosswalk.describe("id"), str(crosswalk), crosswalk._repr_html_()]
    shown += [one.reason(language) for one in crosswalk for language in ("en", "id")]
    for one in crosswalk:
        require(one.code is None or one.code in load_regions(), "a resulting code is in force")
        check_masked(one, text)
    require(all(isinstance(one, str) for one in shown), "each explanation is a text")


def _look_up_code(text: str, *_: object) -> None:
    registry = load_regions()
    bps = result_or_none(lambda: BPSCode.parse(text), text)
    iso = result_or_none(lambda: ISOCode.parse(text), text)
    code = result_or_none(lambda: RegionCode.parse(text), text)
    if bps is not None:
        result_or_none(lambda: registry.by_bps(bps), text)
    if iso is not None:
        result_or_none(lambda: registry.by_iso(iso), text)
    if code is None:
        return
    as_of = registry.current(code)
    require(as_of is None or as_of in registry, "a current code is in force")
    for ask in (
        registry.__getitem__,
        registry.ancestors,
        registry.children,
        registry.counts,
        registry.status,
        registry.successor,
        registry.predecessors,
        registry.lineage,
    ):
        result_or_none(lambda ask=ask: repr(ask(code)), text)


_LOOKUPS: Final = (_resolve, _search, _crosswalk, _look_up_code)
