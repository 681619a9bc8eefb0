"""Regions: all 91,599 of the decree in force, and what became of codes that were retired."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from functools import cache, lru_cache
from typing import final

import attrs

from ._packed import Names, PackedRegions
from ._resources import open_packaged
from ._text import tidy
from .errors import UnknownRegionError
from .region_code import RegionCode
from .terms import RegionKind, RegionLevel

__all__ = ["Region", "RegionRegistry", "RegionState", "RegionStatus", "bundled"]

_LAST_KABUPATEN = 70
_VILLAGE = 10


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


class RegionState(Enum):
    """What the table knows of a code."""

    CURRENT = "current"
    """It is in force."""
    RETIRED = "retired"
    """It was in force and has a successor."""
    UNVERIFIED = "unverified"
    """It may have been in force before the record begins (about 2015), or be a slip."""
    UNKNOWN = "unknown"
    """No region can have had it."""


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
        region = self._region(code) if isinstance(code, RegionCode) else None  # pyright: ignore[reportUnnecessaryIsInstance] - a mapping may be asked anything
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
        if code in self:
            return RegionStatus(RegionState.CURRENT)
        found = None if len(code.digits) == _VILLAGE else self._table.successor(code.digits)
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
        contains it; then come the larger regions, then the lower codes.

        >>> [r.full_name for r in bundled().search("tanah bumbu", level=RegionLevel.REGENCY)]
        ['Kabupaten Tanah Bumbu']

        """
        sought = tidy(text).lower()
        found = [
            region
            for region in self._named(sought, level)
            if (level is None or region.level is level)
            and (within is None or region.code.is_within(within))
        ]
        return tuple(sorted(found, key=lambda region: _rank(region, sought))[:limit])

    def _named(self, sought: str, level: RegionLevel | None) -> Iterator[Region]:
        """Yield what contains the text, in the half of the table where the level lies."""
        if not sought:
            return
        if level is not RegionLevel.VILLAGE:
            yield from self._hits(self._table.upper_names, sought, self._table.upper_digits)
        if level in {None, RegionLevel.VILLAGE}:
            yield from self._hits(self._table.village_names, sought, self._table.village_digits)

    def _hits(self, names: Names, sought: str, digits_of: Callable[[int], str]) -> Iterator[Region]:
        return self._each(digits_of(row) for row in names.containing(sought))

    def _each(self, digits: Iterable[str]) -> Iterator[Region]:
        return (self[RegionCode.from_digits(one)] for one in digits)

    def _known(self, code: RegionCode | None) -> str:
        return "" if code is None else self[code].code.digits

    def _made(self, code: RegionCode) -> Region | None:
        name = self._table.name(code.digits)
        return None if name is None else Region(code, name, self._title(code))

    def _title(self, code: RegionCode) -> str | None:
        kind = code.kind.name
        for within in code.ancestors:
            if (str(within), kind) in self._titles:
                return self._titles[str(within), kind]
        return None

    def _may_have_been(self, code: RegionCode) -> bool:
        """Tell whether a number may have been given out before the record begins.

        Numbers are given in order, so a gap below the highest one of its series was one; how
        many kecamatan or villages there once were in a known region, nobody can tell.
        """
        parent = code.parent
        if parent is None:
            return False
        if code.level is not RegionLevel.REGENCY:
            return self.status(parent).state is not RegionState.UNKNOWN
        number = int(code.digits[2:])
        series = [int(digits[2:]) for digits in self._table.children(parent.digits)]
        is_kota = number > _LAST_KABUPATEN
        return 0 < number < max((n for n in series if (n > _LAST_KABUPATEN) == is_kota), default=0)


def _rank(region: Region, sought: str) -> tuple[int, int, RegionCode]:
    name = region.name.lower()
    closeness = 0 if name == sought else 1 if name.startswith(sought) else 2
    return closeness, len(str(region.code)), region.code


@cache
def bundled() -> RegionRegistry:
    """Return the regions of the decree in force, which come with the package.

    Source: Kepmendagri 300.2.2-2138/2025 as amended by 300.2.2-2430/2025; see NOTICE.
    """
    return RegionRegistry(PackedRegions(open_packaged("regions.bin")))
