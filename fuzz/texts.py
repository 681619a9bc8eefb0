"""Text that should be one value, and text that should name a region."""

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
from ._promises import need, need_masked, need_sound, outcome

_VALUES: Final[list[Any]] = sorted(
    {one for one in vars(psm_core).values() if isinstance(one, type) and issubclass(one, TextValue)}
    | set(ID_CLASSES),
    key=lambda kind: kind.__name__,
)
_TERMS: Final[list[Any]] = [
    one
    for name in sorted(terms.__all__)
    if isinstance(one := getattr(terms, name), type) and issubclass(one, Term) and one is not Term
]
KINDS: Final[list[Any]] = [date, *_VALUES, *_TERMS]
"""What text may be read as."""


def values(data: bytes) -> None:
    """Read text as one of the values: the first byte chooses which."""
    bytes_ = Bytes(data)
    kind = bytes_.one_of(KINDS)
    text = text_of(bytes_.rest())
    if kind is date:
        day = outcome(lambda: parse_date(text), text)
        need(day is None or parse_date(day.isoformat()) == day, "a date comes back")
        return
    doors: list[Callable[[str], object]] = [kind.parse, kind]
    if kind is RegionCode:
        doors.append(RegionCode.from_digits)
    for door in doors:
        value = outcome(lambda door=door: door(text), text)
        if isinstance(value, Term):
            need(kind.parse(value.value) is value is kind(value.value), "a slug comes back")
            need(kind.parse(value.name) is value is kind.parse(value.label), "a term comes back")
        elif value is not None:
            need_sound(value, text)


def regions(data: bytes) -> None:
    """Ask the registry with text: the first bytes choose what, where and at which level."""
    bytes_ = Bytes(data)
    ask = bytes_.one_of(_QUESTIONS)
    within = bytes_.one_of(_PLACES)
    level = bytes_.one_of((None, *RegionLevel))
    ask(text_of(bytes_.rest()), within, level)


_PLACES: Final = (
    None,
    *map(RegionCode, ("63", "63.10", "63.10.09", "63.10.09.2005", "31", "91", "96.71", "34.71")),
)


def _resolve(text: str, within: RegionCode | None, level: RegionLevel | None) -> None:
    meant = outcome(lambda: load_regions().resolve(text, level=level, within=within), text)
    if meant is None:
        return
    need_masked(meant, text)
    for region in _regions_of(meant):
        need(level is None or region.level is level, "a region is of the level asked for")
        if not isinstance(meant, NoRegion) and within is not None:
            codes = (region.code, *load_regions().predecessors(region.code))
            inside = any(code.is_within(within) for code in codes)
            need(inside, "a region lies, or lay before, in the one asked for")


def _regions_of(meant: Resolution) -> tuple[psm_core.Region, ...]:
    if isinstance(meant, OneRegion):
        return (meant.region,)
    return meant.suggestions if isinstance(meant, NoRegion) else meant.candidates


def _search(text: str, within: RegionCode | None, level: RegionLevel | None) -> None:
    found = outcome(lambda: load_regions().search(text, level=level, within=within), text) or ()
    need(len(found) <= 20, "no more regions come than were asked for")
    need(len(set(found)) == len(found), "each region comes once")
    for region in found:
        need(level is None or region.level is level, "a region is of the level asked for")


def _cross(text: str, *_: object) -> None:
    lines = text.split("\n")
    walk = outcome(lambda: load_regions().crosswalk(lines), text)
    need(walk is not None and len(walk) == len(lines), "no row is lost")
    need(sum(walk.summary.values()) == len(lines), "the kinds add up")
    shown = [walk.describe("id"), str(walk), walk._repr_html_()]
    shown += [one.reason(language) for one in walk for language in ("en", "id")]
    for one in walk:
        need(one.code is None or one.code in load_regions(), "a code that is given is in force")
        need_masked(one, text)
    need(all(isinstance(one, str) for one in shown), "each sentence can be said")


def _ask_by_code(text: str, *_: object) -> None:
    registry = load_regions()
    bps = outcome(lambda: BPSCode.parse(text), text)
    iso = outcome(lambda: ISOCode.parse(text), text)
    code = outcome(lambda: RegionCode.parse(text), text)
    if bps is not None:
        outcome(lambda: registry.by_bps(bps), text)
    if iso is not None:
        outcome(lambda: registry.by_iso(iso), text)
    if code is None:
        return
    as_of = registry.current(code)
    need(as_of is None or as_of in registry, "what a code is today is in force")
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
        outcome(lambda ask=ask: repr(ask(code)), text)


_QUESTIONS: Final = (_resolve, _search, _cross, _ask_by_code)
