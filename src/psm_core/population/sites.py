"""The villages of a population, and the numbers of their people and families."""

from collections.abc import Iterator
from datetime import date
from itertools import product
from typing import NamedTuple

from ..regions import RegionRegistry
from ..terms import RegionLevel, Sex
from ..values.kk import KK
from ..values.nik import NIK
from ..values.personal_number import WOMAN
from ..values.region_code import RegionCode
from .names import place_name
from .rng import Rng

_PROVINCE = "99"
_DISTRICTS_WITH_VILLAGES = 49
"""Kecamatan 01 to 49 have villages. Newcomers were first registered in 51 to 99."""


class Place(NamedTuple):
    """A village with its kecamatan and regency."""

    code: RegionCode
    name: str
    """With the kind, such as ``Desa Suka Makmur``."""
    district: RegionCode
    district_name: str
    regency: RegionCode
    regency_name: str


class Site(NamedTuple):
    """A village, with the random numbers and the date that its records are generated from."""

    place: Place
    number: int
    """Position of the village in the population, from 1."""
    rng: Rng
    as_of: date

    def record_id(self, kind: str, number: int) -> str:
        """Return the id of a record, unique in the population."""
        return f"{kind}-{self.number}-{number}"

    @property
    def agency(self) -> str:
        """The social agency of the regency."""
        return f"Dinas Sosial {self.place.regency_name}"

    @property
    def government(self) -> str:
        """The village administration."""
        return f"Pemerintah {self.place.name}"


class NumberIssuer:
    """Issues the NIK and KK numbers of one kecamatan.

    Both share one series for each day, so that no NIK is equal to a KK number.
    """

    __slots__ = ("_last_serials", "_none_yet", "other_region", "region")

    def __init__(self, number: int, /, *, last_serial: int = 0) -> None:
        """Take the number of the kecamatan, from 0, and the last serial that is used each day."""
        regency, district = divmod(number, _DISTRICTS_WITH_VILLAGES)
        self.region: str = f"{_PROVINCE}{regency + 1:02}{district + 1:02}"
        self.other_region: str = (
            f"{_PROVINCE}{regency + 1:02}{district + _DISTRICTS_WITH_VILLAGES + 2:02}"
        )
        self._last_serials: dict[str, int] = {}
        self._none_yet = last_serial

    def nik(self, born: date, sex: Sex, *, is_newcomer: bool) -> NIK:
        """Return the next NIK for a person born on a day."""
        day = born.day + WOMAN if sex is Sex.PEREMPUAN else born.day
        return NIK(self._next(self.other_region if is_newcomer else self.region, day, born))

    def kk(self, recorded: date) -> KK:
        """Return the next KK number for a family recorded on a day."""
        return KK(self._next(self.region, recorded.day, recorded))

    def _next(self, region: str, day: int, of: date) -> str:
        stem = f"{region}{day:02}{of.month:02}{of.year % 100:02}"
        serial = self._last_serials[stem] = self._last_serials.get(stem, self._none_yet) + 1
        return f"{stem}{serial:04}"


def invented_places() -> Iterator[Place]:
    """Yield villages of province 99, which does not exist."""
    for number, village in product(range(INVENTED_DISTRICTS), range(1, VILLAGES + 1)):
        yield invented_place(number, village)


def invented_place(number: int, village: int) -> Place:
    """Return a village of province 99: the number of its kecamatan, from 0, and its own, from 1."""
    regency, district = divmod(number, _DISTRICTS_WITH_VILLAGES)
    regency_code = RegionCode(f"{_PROVINCE}.{regency + 1:02}")
    district_code = RegionCode(f"{regency_code}.{district + 1:02}")
    return Place(
        RegionCode(f"{district_code}.2{village:03}"),
        f"Desa {place_name(number * VILLAGES + village)}",
        district_code,
        f"Kecamatan {place_name(number * 7 + 3)}",
        regency_code,
        f"Kabupaten {place_name((regency + 1) * 11 + 5)}",
    )


INVENTED_DISTRICTS = _DISTRICTS_WITH_VILLAGES**2
VILLAGES = 10
"""Number of villages in each invented kecamatan."""


def region_places(regions: RegionRegistry, within: RegionCode) -> Iterator[Place]:
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
