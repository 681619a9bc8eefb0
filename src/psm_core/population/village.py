"""`Village`, and the generator of villages."""

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
from ..records.proposals import Proposal
from ..records.workers import Worker
from ..regions import RegionRegistry, load_regions
from ..terms import RegionLevel
from ..values.region_code import RegionCode
from .beneficiaries import BeneficiaryGenerator
from .cases import cases
from .events import Roster, basic_training, district_events, organisations, roster, village_events
from .people import PeopleGenerator
from .proposals import proposals
from .rng import Rng
from .sites import NumberIssuer, Place, Site, invented_places, region_places
from .workers import WorkerGenerator

Record = (
    Family
    | Household
    | Worker
    | Organisation
    | Beneficiary
    | Proposal
    | Participation
    | Case
    | Event
)
VILLAGE_SIZES = (1500, 3000)
_DATE_LIMITS = (date(2010, 1, 1), date(2099, 12, 31))
_SEED_LIMIT = 2**32


@final
@attrs.frozen(kw_only=True, repr=False)
class Village(metaclass=FrozenType):
    """An invented village: its people and all records about them.

    Ids and numbers are unique in the whole population.

    >>> from datetime import date
    >>> from psm_core import population
    >>> village = next(population.villages(people=200, seed=7, as_of=date(2025, 10, 10)))
    >>> print(village)
    <Village 99.01.01.2001 Desa Muara Baru, 200 people>
    >>> sum(len(family.memberships) for family in village.families)
    200
    """

    code: RegionCode
    """The code of the village."""
    name: str
    """Its name with its kind, such as ``Desa Suka Makmur``."""
    families: tuple[Family, ...]
    """All families; each person belongs to exactly one."""
    households: tuple[Household, ...]
    """All households, each of one or two families."""
    workers: tuple[Worker, ...]
    """Current and former workers, all residents."""
    organisations: tuple[Organisation, ...]
    """The IPSM of the village, if there are enough PSM."""
    beneficiaries: tuple[Beneficiary, ...]
    """People and families in need."""
    proposals: tuple[Proposal, ...]
    """Proposals for the programmes of `load_programmes`."""
    participations: tuple[Participation, ...]
    """Participations that follow from the accepted proposals."""
    cases: tuple[Case, ...]
    """Cases of most beneficiaries."""
    events: tuple[Event, ...]
    """Events in the village; the last village of a kecamatan hosts the Temu Karya of all."""

    @property
    def people(self) -> Iterator[Person]:
        """All people, family by family."""
        return (one.person for family in self.families for one in family.memberships)

    @property
    def records(self) -> "Iterator[Record]":
        """All records; each comes after the records whose ids it contains.

        There is one exception: the basic training of a worker has the id of an event.
        """
        return chain(
            self.families,
            self.households,
            self.workers,
            self.organisations,
            self.beneficiaries,
            self.proposals,
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
    """Yield the villages of an invented population with exactly `people` people.

    Equal arguments give equal records, on every version of Python. A larger population begins with
    the same villages, except the last of the smaller one. Each village has 1,500 to 3,000 people,
    the last one the rest. Only one village at a time is in memory.

    Without `within` the villages lie in province 99, which does not exist. With it they are the
    villages of that region in `regions`, in order of code; the default is the table of
    `psm_core.load_regions`. In both cases NIK and KK numbers begin with 99,
    because 99 is never issued.

    Raises:
        ValueError: `people` or `seed` is negative or too large, `as_of` lies outside 2010 to 2099,
            or `regions` is given without `within`.
        UnknownRegionError: there is no region `within`.

    >>> from datetime import date
    >>> from psm_core import population
    >>> village = next(population.villages(people=5_000, seed=2025, as_of=date(2025, 10, 10)))
    >>> village.code, len(village.workers) > 0
    (RegionCode('99.01.01.2001'), True)
    >>> {person.nik.unmasked[:2] for person in village.people if person.nik}
    {'99'}

    """
    day = require_options(seed, as_of)
    if type(people) is not int or people < 0:
        raise ValueError("people must be an integer from 0")
    places = places_of(within, regions)
    sizes = _sizes(people, seed)
    chosen = list(islice(places, len(sizes)))
    if len(chosen) < len(sizes):
        raise ValueError(
            f"{people} people need {len(sizes)} villages; there are only {len(chosen)}"
        )
    following = next(places, None)
    if within is not None and within.level is RegionLevel.VILLAGE:
        following = next(iter(chosen), None)
    return _generate(list(zip(chosen, sizes, strict=True)), seed, day, following)


def require_options(seed: int, as_of: date) -> date:
    """Return the date of a population.

    Raises:
        ValueError: the seed or the date is out of range.

    """
    day = require_date(as_of)
    if not _DATE_LIMITS[0] <= day <= _DATE_LIMITS[1]:
        raise ValueError("as_of must lie between 2010 and 2099: a NIK has no century")
    if type(seed) is not int or not 0 <= seed < _SEED_LIMIT:
        raise ValueError(f"seed must be an integer from 0 to {_SEED_LIMIT - 1}")
    return day


def places_of(within: RegionCode | None, regions: RegionRegistry | None) -> Iterator[Place]:
    """Return the villages of a region, or invented ones.

    Raises:
        ValueError: a table of regions is given without a region.

    """
    if within is not None:
        return region_places(load_regions() if regions is None else regions, within)
    if regions is not None:
        raise ValueError("regions needs within, the region of the villages")
    return invented_places()


def seeded_site(place: Place, number: int, seed: int, as_of: date) -> Site:
    """Return a village of a population; its seed follows from that of the population."""
    return Site(place, number, Rng(seed * _SEED_LIMIT + number), as_of)


def _sizes(people: int, seed: int) -> list[int]:
    """Return the number of people of each village."""
    rng, sizes = Rng(seed), list[int]()
    while people > 0:
        sizes.append(min(people, rng.randint(*VILLAGE_SIZES)))
        people -= sizes[-1]
    return sizes


def _generate(
    places: Sequence[tuple[Place, int]], seed: int, as_of: date, following: Place | None
) -> Iterator[Village]:
    """Yield the villages of places that are grouped by kecamatan.

    `following` is a place of the last kecamatan if the population lacks some of its villages.
    """
    numbers = count(1)
    for district, (_, group) in enumerate(groupby(places, key=_district)):
        issuer, rosters, villages_here = NumberIssuer(district), list[Roster](), list(group)
        for place, size in villages_here:
            number = next(numbers)
            site = seeded_site(place, number, seed, as_of)
            village = _village(site, size, issuer, is_first=place is villages_here[0][0])
            rosters.append(roster(site, village.workers))
            if place is villages_here[-1][0]:
                is_whole = following is None or following.district != place.district
                gathering = tuple(district_events(site, rosters, is_whole=is_whole))
                village = attrs.evolve(village, events=village.events + gathering)
            yield village


def _district(place_and_size: tuple[Place, int]) -> RegionCode:
    return place_and_size[0].district


def _village(site: Site, size: int, issuer: NumberIssuer, *, is_first: bool) -> Village:
    people = PeopleGenerator(site, issuer).generate(size)
    training = basic_training(site)
    workers = WorkerGenerator(site, training).generate(people.villagers, with_district=is_first)
    generated = list(BeneficiaryGenerator(site, workers).generate(people))
    proposed = [each for one in generated for each in proposals(site, one)]
    return Village(
        code=site.place.code,
        name=site.place.name,
        families=tuple(people.families),
        households=tuple(people.households),
        workers=tuple(workers),
        organisations=tuple(organisations(site, workers)),
        beneficiaries=tuple(one.beneficiary for one in generated),
        proposals=tuple(one.proposal for one in proposed),
        participations=tuple(one.participation for one in proposed if one.participation),
        cases=tuple(cases(site, generated)),
        events=tuple(village_events(site, workers, training)),
    )
