"""`Village`, and the stream of them."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain, count, groupby, islice
from typing import final

import attrs

from .._core.text import require_date
from .._frozen import FrozenType
from ..records.beneficiaries import Beneficiary
from ..records.cases.case import Case
from ..records.events.event import Event
from ..records.families import Family, Household
from ..records.organisations import Organisation
from ..records.people import Person
from ..records.programmes import Participation
from ..records.workers import Worker
from ..regions import RegionRegistry
from ..values.region_code import RegionCode
from .cases import cases
from .classifications import Surveyor, participations
from .events import Roster, bimtek, ipsm, of_the_district, of_the_village, roster
from .people import Registrar
from .rng import Chance
from .sites import Office, Place, Site, invented, real
from .workers import Recruiter

Record = Family | Household | Worker | Organisation | Beneficiary | Participation | Case | Event
_SIZES = (1500, 3000)
_DAYS = (date(2010, 1, 1), date(2099, 12, 31))
_SEEDS = 2**32


@final
@attrs.frozen(kw_only=True, repr=False)
class Village(metaclass=FrozenType):
    """An invented village: everybody who lives there, and all that is recorded of them.

    Keys and numbers are unique in the whole population.

    >>> from datetime import date
    >>> from psm_core import population
    >>> village = next(population.villages(people=200, seed=7, as_of=date(2025, 10, 10)))
    >>> print(village)
    <Village 99.01.01.2001 Desa Muara Baru, 200 people>
    >>> sum(len(family.memberships) for family in village.families)
    200
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
    as_of: date,
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
        ValueError: `people` or `seed` is negative or too large, `as_of` lies outside 2010 to 2099,
            or just one of `within` and `regions` is told.
        UnknownRegionError: there is no region `within`.

    >>> from datetime import date
    >>> from psm_core import population
    >>> village = next(population.villages(people=5_000, seed=2025, as_of=date(2025, 10, 10)))
    >>> village.code, len(village.workers) > 0
    (RegionCode('99.01.01.2001'), True)
    >>> {person.nik.unmasked[:2] for person in village.people if person.nik}
    {'99'}

    """
    day = require_date(as_of)
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


def _streamed(plan: Sequence[tuple[Place, int]], seed: int, as_of: date) -> Iterator[Village]:
    numbers = count(1)
    for district, (_, group) in enumerate(groupby(plan, key=_district)):
        office, rosters, here = Office(district), list[Roster](), list(group)
        for place, size in here:
            number = next(numbers)
            site = Site(place, number, Chance(seed * _SEEDS + number), as_of)
            village = _village(site, size, office, of_the_district=place is here[0][0])
            rosters.append(roster(site, village.workers))
            if place is here[-1][0]:
                gathering = tuple(of_the_district(site, rosters))
                village = attrs.evolve(village, events=village.events + gathering)
            yield village


def _district(spot: tuple[Place, int]) -> RegionCode:
    return spot[0].district


def _village(site: Site, size: int, office: Office, *, of_the_district: bool) -> Village:
    homes = Registrar(site, office).homes(size)
    training = bimtek(site)
    recruiter = Recruiter(site, training)
    workers = recruiter.workers(homes.members, of_the_district=of_the_district)
    found = list(Surveyor(site, workers).found(homes))
    return Village(
        code=site.place.code,
        name=site.place.name,
        families=tuple(homes.families),
        households=tuple(homes.households),
        workers=tuple(workers),
        organisations=tuple(ipsm(site, workers)),
        beneficiaries=tuple(one.beneficiary for one in found),
        participations=tuple(each for one in found for each in participations(site, one)),
        cases=tuple(cases(site, found)),
        events=tuple(of_the_village(site, workers, training)),
    )
