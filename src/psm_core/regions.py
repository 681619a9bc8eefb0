"""Regions: all 91,599 of the decree in force, and what became of codes that were retired."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from functools import lru_cache
from itertools import chain, islice
from typing import final

import attrs

from ._packed import PackedRegions
from ._resources import open_packaged
from ._text import tidy
from .errors import UnknownRegionError
from .region_code import RegionCode
from .terms import RegionKind, RegionLevel

__all__ = ["Region", "RegionRegistry", "RegionState", "RegionStatus", "bundled"]

_LONGEST = 100
_KIND_AND_NAME = r"([a-z]+)(?:\. *| +)(?:(?:adat|administrasi) +)?(.+)"
_DIGITS = {
    RegionLevel.PROVINCE: 2,
    RegionLevel.REGENCY: 4,
    RegionLevel.DISTRICT: 6,
    RegionLevel.VILLAGE: 10,
}
_KIND_WORDS = {kind: kind.label.lower().split()[0] for kind in RegionKind}
_SHORT = {"prov": "provinsi", "kab": "kabupaten", "kec": "kecamatan", "kel": "kelurahan"}


@final
@attrs.frozen
class Region:
    """A region: its code, its name, and its local title where it has one.

    >>> region = bundled()[RegionCode("63.10")]
    >>> region.full_name, region.kind.name, region.level.name
    ('Kabupaten Tanah Bumbu', 'KABUPATEN', 'REGENCY')

    """

    code: RegionCode
    """Its code in the home ministry's system."""
    name: str
    """Its name without its kind, such as ``Tanah Bumbu``."""
    title: str | None = None
    """What its kind is called there, such as ``Distrik``, ``Gampong``, ``Kalurahan`` …"""

    @property
    def level(self) -> RegionLevel:
        """Its depth."""
        return self.code.level

    @property
    def kind(self) -> RegionKind:
        """Its legal kind."""
        return self.code.kind

    @property
    def full_name(self) -> str:
        """Its name with its title, or else its kind, such as ``Kabupaten Tanah Bumbu``."""
        return f"{self.title or self.kind.label} {self.name}"

    def __str__(self) -> str:
        """Return the full name."""
        return self.full_name


class RegionState(Enum):
    """What the table knows of a code."""

    CURRENT = "current"
    """It is in force."""
    RETIRED = "retired"
    """It was in force and has a successor."""
    UNVERIFIED = "unverified"
    """It may have been in force before the record begins (about 2015), or be a slip."""
    UNKNOWN = "unknown"
    """The record knows no region that had it, and no place for one in a series."""


@final
@attrs.frozen
class RegionStatus:
    """What became of a code."""

    state: RegionState
    """Whether it is in force, retired, unverified or unknown."""
    successor: RegionCode | None = None
    """The code that a retired one was replaced by."""
    act: str | None = None
    """The act that replaced it."""


@final
class RegionRegistry(Mapping[RegionCode, Region]):
    """An immutable mapping from code to region, in order of code.

    Look-ups go to the packed table; nothing is loaded as a whole. Safe to share between threads
    and across a fork.

    >>> regions = bundled()
    >>> len(regions), regions.vintage
    (91599, '2025-06')
    >>> regions[RegionCode("99")]
    Traceback (most recent call last):
    psm_core.errors.UnknownRegionError: no region 99 in the vintage 2025-06

    """

    def __init__(self, table: PackedRegions, /) -> None:
        """Keep the table. Users ask `bundled` for a registry."""
        self._table = table
        self._region = lru_cache(maxsize=4096)(self._made)
        self._titles = {
            (within, kind): title or None for within, kind, title, _ in table.head["titles"]
        }
        self._with_titles = frozenset(within[:2] for within, _ in self._titles)
        titles = {title.lower() for title in self._titles.values() if title}
        self._kind_words = titles | set(_KIND_WORDS.values())

    @property
    def vintage(self) -> str:
        """Year and month of the act in force."""
        return str(self._table.head["vintage"])

    @property
    def act(self) -> str:
        """The act in force."""
        return str(self._table.head["act"])

    def __getitem__(self, code: RegionCode, /) -> Region:
        """Return the region, or raise UnknownRegionError."""
        if not isinstance(code, RegionCode):  # pyright: ignore[reportUnnecessaryIsInstance] - a mapping may be asked anything
            told = f"({type(code).__name__}, not a RegionCode)"  # it may be a NIK: never shown
            raise UnknownRegionError(told, self.vintage)
        region = self._region(code)
        if region is None:
            raise UnknownRegionError(str(code), self.vintage)
        return region

    def __iter__(self) -> Iterator[RegionCode]:
        """Yield every code in order: each region before what lies in it."""
        return map(RegionCode.from_digits, self._table.rows())

    def __len__(self) -> int:
        """Return how many regions there are."""
        return len(self._table)

    def __hash__(self) -> int:
        """Return the identity: a registry is one thing and never changes."""
        return id(self)

    def __eq__(self, other: object) -> bool:
        """Tell whether it is the same registry; comparing 91,599 rows is never meant."""
        return self is other

    def __reduce__(self) -> "tuple[Callable[[], RegionRegistry], tuple[()]]":
        """Travel by pickle as what `bundled` returns."""
        return bundled, ()

    def __repr__(self) -> str:
        return f"<RegionRegistry {self.vintage}, {len(self)} regions>"

    def ancestors(self, code: RegionCode) -> tuple[Region, ...]:
        """Return the regions that one lies in, the nearest first."""
        _require(RegionCode, code)
        return tuple(self[above] for above in code.ancestors)

    def children(self, code: RegionCode | None = None) -> tuple[Region, ...]:
        """Return the regions right below one, in order of code; without a code, the provinces.

        Raises:
            UnknownRegionError: there is no such region.

        """
        return tuple(self._each(self._table.children(self._known(code))))

    def descendants(self, code: RegionCode | None = None) -> Iterator[Region]:
        """Return all regions inside one, one by one in order of code.

        Raises:
            UnknownRegionError: there is no such region.

        """
        return self._each(self._table.below(self._known(code)))

    def status(self, code: RegionCode) -> RegionStatus:
        """Tell whether a code is in force, retired (and its successor), unverified or unknown.

        >>> regions = bundled()
        >>> regions.status(RegionCode("91.01"))
        RegionStatus(state=<RegionState.RETIRED: 'retired'>, successor=RegionCode('93.01'), \
act='UU 14/2022')
        >>> [regions.status(RegionCode(code)).state.value for code in ("63.10", "64.04", "99.01")]
        ['current', 'unverified', 'unknown']

        """
        _require(RegionCode, code)
        if code in self:
            return RegionStatus(RegionState.CURRENT)
        found = None if code.level is RegionLevel.VILLAGE else self._table.successor(code.digits)
        if found is not None:
            digits, act = found
            return RegionStatus(RegionState.RETIRED, RegionCode.from_digits(digits), act)
        return RegionStatus(
            RegionState.UNVERIFIED if self._may_have_been(code) else RegionState.UNKNOWN
        )

    def search(
        self,
        text: str,
        *,
        level: RegionLevel | None = None,
        within: RegionCode | None = None,
        limit: int = 20,
    ) -> tuple[Region, ...]:
        """Return the regions whose name contains a text, best first.

        A name that is the text comes before one that begins with it, and that before one that
        contains it; then come the larger regions, then the lower codes. A kind or local title
        may stand before the name: ``Kab. Tanah Bumbu``.

        >>> regions = bundled()
        >>> [r.full_name for r in regions.search("tanah bumbu", level=RegionLevel.REGENCY)]
        ['Kabupaten Tanah Bumbu']
        >>> regions.search("kec. angsana", within=RegionCode("63"))[0].full_name
        'Kecamatan Angsana'

        """
        _require(str, text)
        _require(RegionCode, within, optional=True)
        _require(RegionLevel, level, optional=True)
        sought = tidy(text).lower() if len(text) <= _LONGEST else ""
        found = self._named(sought, level, within)
        parts = re.fullmatch(_KIND_AND_NAME, sought)
        kind = _SHORT.get(parts[1], parts[1]) if parts else ""
        if parts and kind in self._kind_words:
            named = self._named(parts[2], level, within)
            found = chain(found, (region for region in named if _is_called(region, kind)))
        return tuple(islice(_once(found), max(limit, 0)))

    def _named(
        self, sought: str, level: RegionLevel | None, within: RegionCode | None
    ) -> Iterator[Region]:
        """Yield what has the text in its name; a text of nothing names nothing."""
        inside = "" if within is None else within.digits
        length = None if level is None else _DIGITS[level]
        return self._each(
            digits
            for digits in (self._table.named(sought) if sought else ())
            if digits.startswith(inside) and length in {None, len(digits)}
        )

    def _each(self, digits: Iterable[str]) -> Iterator[Region]:
        return (self[RegionCode.from_digits(one)] for one in digits)

    def _known(self, code: RegionCode | None) -> str:
        return "" if code is None else self[code].code.digits

    def _made(self, code: RegionCode) -> Region | None:
        name = self._table.name(code.digits)
        return None if name is None else Region(code, name, self._title(code))

    def _title(self, code: RegionCode) -> str | None:
        if str(code)[:2] not in self._with_titles:
            return None
        kind = code.kind.name
        for within in code.ancestors:  # the nearest rule holds
            if (str(within), kind) in self._titles:
                return self._titles[str(within), kind]
        return None

    def _may_have_been(self, code: RegionCode) -> bool:
        """Tell whether a number may have been given out before the record begins.

        Numbers are given in order, so a gap below the highest one of its series was one; how
        many kecamatan or villages there once were in a known region, nobody can tell.
        """
        parent = code.parent
        if parent is None or "00" in str(code).split("."):
            return False
        if code.level is not RegionLevel.REGENCY:
            return self.status(parent).state is not RegionState.UNKNOWN
        siblings = map(RegionCode.from_digits, self._table.children(parent.digits))
        return any(one.kind is code.kind and one > code for one in siblings)


def _require(kind: type, value: object, *, optional: bool = False) -> None:
    """Raise TypeError for what is not of a kind; the value itself is not told."""
    if not (isinstance(value, kind) or (optional and value is None)):
        raise TypeError(f"a {kind.__name__} is needed here, not {type(value).__name__}")


def _is_called(region: Region, word: str) -> bool:
    return word in {_KIND_WORDS[region.kind], (region.title or "").lower()}


def _once(regions: Iterable[Region]) -> Iterator[Region]:
    seen: set[RegionCode] = set()
    for region in regions:
        if region.code not in seen:
            seen.add(region.code)
            yield region


_bundled: dict[str, RegionRegistry] = {}


def bundled() -> RegionRegistry:
    """Return the regions of the decree in force, which come with the package.

    Source: Kepmendagri 300.2.2-2138/2025 as amended by 300.2.2-2430/2025; see NOTICE.
    """
    name = "regions.bin"
    if name not in _bundled:  # should two threads come at once, one registry stays for both
        _bundled.setdefault(name, RegionRegistry(PackedRegions(open_packaged(name))))
    return _bundled[name]
