"""The villages that people are put into, and the offices that number them."""

from collections.abc import Iterator
from datetime import date
from itertools import count, product
from typing import NamedTuple

from ..regions import RegionRegistry
from ..terms import RegionLevel, Sex
from ..values.kk import KK
from ..values.nik import NIK
from ..values.region_code import RegionCode
from .names import place_name
from .rng import Chance

_PROVINCE = "99"
_HALF = 49
"""Kecamatan 01 to 49 have villages; 51 to 99 are where newcomers were registered first."""
_WOMAN = 40


class Place(NamedTuple):
    """A village with what it lies in."""

    code: RegionCode
    name: str
    """With its kind, such as ``Desa Suka Makmur``."""
    district: RegionCode
    district_name: str
    regency: RegionCode
    regency_name: str


class Site(NamedTuple):
    """What the records of one village are made with."""

    place: Place
    number: int
    """Of the village in the population."""
    chance: Chance
    as_of: date

    def key(self, kind: str, number: int) -> str:
        """Return the key of a record, which no other of the population has."""
        return f"{kind}-{self.number}-{number}"

    @property
    def agency(self) -> str:
        """The social agency of the regency."""
        return f"Dinas Sosial {self.place.regency_name}"

    @property
    def government(self) -> str:
        """The village administration."""
        return f"Pemerintah {self.place.name}"


class Office:
    """What numbers the people of one kecamatan: one series a day, of NIK and KK numbers alike.

    So no sixteen digits stand for two things.
    """

    __slots__ = ("_given", "elsewhere", "home")

    def __init__(self, number: int, /) -> None:
        regency, district = divmod(number, _HALF)
        self.home: str = f"{_PROVINCE}{regency + 1:02}{district + 1:02}"
        self.elsewhere: str = f"{_PROVINCE}{regency + 1:02}{district + _HALF + 2:02}"
        self._given: dict[str, int] = {}

    def nik(self, born: date, sex: Sex, *, is_newcomer: bool) -> NIK:
        """Return the next number for one born on a day."""
        day = born.day + _WOMAN if sex is Sex.PEREMPUAN else born.day
        return NIK(self._next(self.elsewhere if is_newcomer else self.home, day, born))

    def kk(self, recorded: date) -> KK:
        """Return the next number for a family recorded on a day."""
        return KK(self._next(self.home, recorded.day, recorded))

    def _next(self, region: str, day: int, of: date) -> str:
        stem = f"{region}{day:02}{of.month:02}{of.year % 100:02}"
        serial = self._given[stem] = self._given.get(stem, 0) + 1
        return f"{stem}{serial:04}"


def invented() -> Iterator[Place]:
    """Yield villages of province 99, which does not exist."""
    districts = count()
    for regency, district in product(range(1, _HALF + 1), repeat=2):
        number = next(districts)
        above = RegionCode(f"{_PROVINCE}.{regency:02}")
        within = RegionCode(f"{above}.{district:02}")
        for village in range(1, _VILLAGES + 1):
            yield Place(
                RegionCode(f"{within}.2{village:03}"),
                f"Desa {place_name(number * _VILLAGES + village)}",
                within,
                f"Kecamatan {place_name(number * 7 + 3)}",
                above,
                f"Kabupaten {place_name(regency * 11 + 5)}",
            )


_VILLAGES = 10
"""In each invented kecamatan."""


def real(regions: RegionRegistry, within: RegionCode) -> Iterator[Place]:
    """Yield the villages of a region, in order of code."""
    for region in (regions[within], *regions.descendants(within)):
        if region.level is RegionLevel.VILLAGE:
            district, regency, _ = regions.ancestors(region.code)
            yield Place(
                region.code,
                region.full_name,
                district.code,
                district.full_name,
                regency.code,
                regency.full_name,
            )
