"""`Village`, and the stream of them."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain, count, groupby, islice
from typing import NamedTuple, final

import attrs

from .._text import plain_day
from ..beneficiaries import Beneficiary
from ..cases import Case
from ..events import Event
from ..families import Family, Household
from ..organisations import Organisation
from ..people import Person
from ..programmes import Participation
from ..region_code import RegionCode
from ..regions import RegionRegistry
from ..workers import Worker
from ._cases import CaseWork
from ._chance import Chance
from ._events import Diary, Roster, bimtek, ipsm, roster
from ._needs import Surveyor, participation
from ._people import Registrar
from ._places import Office, Place, invented, real
from ._workers import Recruiter

Record = (
    Family | Household | Worker | Organisation | Beneficiary | Participation | Case | Event
)
_SIZES = (1500, 3000)
_DAYS = (date(2010, 1, 1), date(2099, 12, 31))
_SEEDS = 2**32


@final
@attrs.frozen(kw_only=True, repr=False)
class Village:
    """An invented village: everybody who lives there, and all that is recorded of them.

    Keys and numbers are unique in the whole population.
    """

    code: RegionCode
    """The village."""
    name: str
    """Its name with its kind, such as ``Desa Suka Makmur``."""
    families: tuple[Family, ...]
    """Every family; each person is of exactly one."""
    households: tuple[Household, ...]
    """Who lives together, of one family or of two."""
    workers: tuple[Worker, ...]
    """Residents who serve, or have served."""
    organisations: tuple[Organisation, ...]
    """The IPSM of the village, where there are enough PSM."""
    beneficiaries: tuple[Beneficiary, ...]
    """People and families in need."""
    participations: tuple[Participation, ...]
    """The known programmes they were proposed for."""
    cases: tuple[Case, ...]
    """What was done for them."""
    events: tuple[Event, ...]
    """What was held here; the last village of a kecamatan holds the gathering of them all."""

    @property
    def people(self) -> Iterator[Person]:
        """Everybody, family by family."""
        return (one.person for family in self.families for one in family.memberships)

    @property
    def records(self) -> "Iterator[Record]":
        """Every record, in an order in which each comes after those whose keys it bears.

        The one exception is the basic training of a worker, which names an event of the village.
        """
        return chain(
            self.families,
            self.households,
            self.workers,
            self.organisations,
            self.beneficiaries,
            self.participations,
            self.cases,
            self.events,
        )

    def __repr__(self) -> str:
        return f"<Village {self.code} {self.name}, {sum(1 for _ in self.people)} people>"


def villages(
    *,
    people: int,
    seed: int,
    today: date,
    within: RegionCode | None = None,
    regions: RegionRegistry | None = None,
) -> Iterator[Village]:
    """Return the villages of an invented population, one by one, with exactly so many people.

    Equal arguments give equal records, on every version of Python. With more people the first
    villages stay as they are, but for the last of the smaller population. Each village has 1,500
    to 3,000 people, the last one the rest; only the one at hand is kept in memory.

    Without `within` the villages lie in province 99, which does not exist. With it they are those
    of a region of the table, in order of code. The numbers of people and families begin with 99 in
    both cases: a NIK keeps the code of where it was first issued, and nobody issues 99.

    Raises:
        ValueError: `people` or `seed` is negative or too large, `today` lies outside 2010 to 2099,
            or just one of `within` and `regions` is told.
        UnknownRegionError: there is no region `within`.

    >>> from datetime import date
    >>> from psm_core import population
    >>> village = next(population.villages(people=5_000, seed=2025, today=date(2025, 10, 10)))
    >>> village.code, len(village.workers) > 0
    (RegionCode('99.01.01.2001'), True)
    >>> {person.nik.digits[:2] for person in village.people if person.nik}
    {'99'}

    """
    day = plain_day(today)
    if not _DAYS[0] <= day <= _DAYS[1]:
        raise ValueError("today lies between 2010 and 2099: a NIK has no century")
    if type(seed) is not int or not 0 <= seed < _SEEDS:
        raise ValueError(f"a seed is a whole number from 0 to {_SEEDS - 1}")
    if type(people) is not int or people < 0:
        raise ValueError("people are counted from 0")
    if (within is None) is not (regions is None):
        raise ValueError("a region `within` needs the table of `regions`, and the other way round")
    places = invented() if within is None or regions is None else real(regions, within)
    sizes = _sizes(people, seed)
    found = list(islice(places, len(sizes)))
    if len(found) < len(sizes):
        raise ValueError(
            f"{people} people need {len(sizes)} villages; there are {len(found)} to live in"
        )
    return _streamed(list(zip(found, sizes, strict=True)), seed, day)


def _sizes(people: int, seed: int) -> list[int]:
    """Return how many live in each village."""
    chance, sizes = Chance(seed), list[int]()
    while people > 0:
        sizes.append(min(people, chance.between(*_SIZES)))
        people -= sizes[-1]
    return sizes


class _Site(NamedTuple):
    """Where a village is to be, with the office of its kecamatan and who served there before."""

    place: Place
    number: int
    office: Office
    rosters: list[Roster]
    is_first: bool
    """Of its kecamatan."""
    is_last: bool


def _streamed(plan: Sequence[tuple[Place, int]], seed: int, today: date) -> Iterator[Village]:
    numbers = count(1)
    for district, (_, group) in enumerate(groupby(plan, key=_district)):
        office, rosters, here = Office(district), list[Roster](), list(group)
        for place, size in here:
            is_first, is_last = place is here[0][0], place is here[-1][0]
            site = _Site(place, next(numbers), office, rosters, is_first, is_last)
            yield _village(Chance(seed * _SEEDS + site.number), site, size, today)


def _district(spot: tuple[Place, int]) -> RegionCode:
    return spot[0].district


def _village(chance: Chance, site: _Site, size: int, today: date) -> Village:
    place, number = site.place, site.number
    homes = Registrar(chance, place, site.office, number, today).homes(size)
    training = bimtek(chance, place, number, today)
    recruiter = Recruiter(chance, place, number, training)
    workers = recruiter.workers(homes.members, of_the_district=site.is_first, today=today)
    site.rosters.append(roster(place, workers, today))
    found = list(Surveyor(chance, place, number, workers, today).found(homes))
    helped = [each for one in found for each in participation(chance, one, today)]
    diary = Diary(chance, place, number, today)
    events = list(diary.of_the_village(workers, training))
    if site.is_last:
        events.extend(diary.of_the_district(site.rosters))
    return Village(
        code=place.code,
        name=place.name,
        families=tuple(homes.families),
        households=tuple(homes.households),
        workers=tuple(workers),
        organisations=tuple(ipsm(place, number, workers, today)),
        beneficiaries=tuple(one.beneficiary for one in found),
        participations=tuple(helped),
        cases=tuple(CaseWork(chance, place, number, today).cases(found)),
        events=tuple(events),
    )
