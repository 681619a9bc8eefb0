"""A number of records of one kind, without the rest of their villages."""

from collections.abc import Iterator
from datetime import date
from itertools import chain, count, islice
from typing import NamedTuple

from ..records.beneficiaries import Beneficiary
from ..records.events.event import Event
from ..records.families import Family
from ..records.people import Person
from ..records.workers import Worker
from ..regions import RegionRegistry
from ..values.region_code import RegionCode
from .beneficiaries import BeneficiaryGenerator
from .events import basic_training, village_events
from .people import PeopleGenerator
from .rng import Rng
from .sites import INVENTED_DISTRICTS, VILLAGES, NumberIssuer, Site, invented_place
from .village import VILLAGE_SIZES, places_of, require_options, seeded_site
from .workers import MIN_AGE, BasicTraining, WorkerGenerator, may_serve


def workers(
    number: int,
    /,
    *,
    seed: int,
    as_of: date,
    within: RegionCode | None = None,
    regions: RegionRegistry | None = None,
) -> Iterator[Worker]:
    """Yield invented workers, without the families of their villages.

    The time grows with the number of workers, about 0.15 ms for each. A village has as many workers
    of each pillar as in `villages`, and their ages, schooling and names have the same frequencies.
    The villages, numbers and arguments are those of `villages`; `number` is positional. A larger
    number begins with the same workers. When all villages are used, they get further workers.

    NIK and KK numbers are unique within one call, not across several: use `villages` for records of
    several kinds. The basic training of a PSM has the id of an event, which `events` yields with
    equal arguments.

    Raises:
        ValueError: as in `villages`, or the region has no village.
        UnknownRegionError: there is no region `within`.

    >>> from datetime import date
    >>> from psm_core import population
    >>> workers = list(population.workers(100, seed=2025, as_of=date(2025, 10, 10)))
    >>> len(workers), workers[0].id, workers[0].assignments[0].pillar.name
    (100, WorkerId('worker-1-1'), 'PSM')

    """
    villages = _villages(number, seed, as_of, within, regions)
    return islice(chain.from_iterable(one.workers for one in villages), number)


def beneficiaries(
    number: int,
    /,
    *,
    seed: int,
    as_of: date,
    within: RegionCode | None = None,
    regions: RegionRegistry | None = None,
) -> Iterator[Beneficiary]:
    """Yield invented beneficiaries: people and families in need.

    Their categories have the same frequencies as in `villages`. Only 1 of about 30 people is a
    beneficiary, so each takes about 1.5 ms. The arguments are those of `workers`. A finding has the
    id of a worker of the village as its assessor, whom `workers` yields with equal arguments.

    Raises:
        ValueError: as in `workers`.
        UnknownRegionError: there is no region `within`.

    >>> from datetime import date
    >>> from psm_core import population
    >>> found = list(population.beneficiaries(5, seed=2025, as_of=date(2025, 10, 10)))
    >>> len(found), found[0].id
    (5, BeneficiaryId('beneficiary-1-1'))

    """
    villages = _villages(number, seed, as_of, within, regions)
    return islice(chain.from_iterable(map(_beneficiaries, villages)), number)


def families(
    number: int,
    /,
    *,
    seed: int,
    as_of: date,
    within: RegionCode | None = None,
    regions: RegionRegistry | None = None,
) -> Iterator[Family]:
    """Yield invented families with their members.

    The arguments are those of `workers`, and the frequencies those of `villages`. Each takes about
    0.2 ms.

    Raises:
        ValueError: as in `workers`.
        UnknownRegionError: there is no region `within`.

    >>> from datetime import date
    >>> from psm_core import population
    >>> family, = population.families(1, seed=2025, as_of=date(2025, 10, 10))
    >>> family.id, family.kk.unmasked[:2]
    (FamilyId('family-1-1'), '99')

    """
    villages = _villages(number, seed, as_of, within, regions)
    return islice(chain.from_iterable(map(_families, villages)), number)


def events(
    number: int,
    /,
    *,
    seed: int,
    as_of: date,
    within: RegionCode | None = None,
    regions: RegionRegistry | None = None,
) -> Iterator[Event]:
    """Yield invented events of villages: basic trainings and solidarity days (HKSN).

    The arguments are those of `workers`, which yields the participants with equal arguments.

    Raises:
        ValueError: as in `workers`.
        UnknownRegionError: there is no region `within`.

    >>> from datetime import date
    >>> from psm_core import population
    >>> found = list(population.events(4, seed=2025, as_of=date(2025, 10, 10)))
    >>> [event.kind.name for event in found][:2]
    ['BIMTEK', 'PERINGATAN']

    """
    villages = _villages(number, seed, as_of, within, regions)
    return islice(chain.from_iterable(map(_events, villages)), number)


class _Village(NamedTuple):
    """A village with its workers, before its other people are generated."""

    site: Site
    issuer: NumberIssuer
    training: BasicTraining
    workers: list[Worker]


def _villages(
    number: int,
    seed: int,
    as_of: date,
    within: RegionCode | None,
    regions: RegionRegistry | None,
) -> Iterator[_Village]:
    """Yield villages without end; after the last one, the first one again with other people."""
    day = require_options(seed, as_of)
    if type(number) is not int or number < 0:
        raise ValueError("the number of records must be an integer from 0")
    places = places_of(within, regions)
    first = next(places, None)
    if first is None:
        raise ValueError("the region has no village")

    def rounds() -> Iterator[_Village]:
        issuers: dict[RegionCode, NumberIssuer] = {}
        numbers = count(1)
        while True:
            for each in places_of(within, regions):
                is_first = each.district not in issuers
                issuer = issuers.setdefault(each.district, NumberIssuer(len(issuers)))
                site = seeded_site(each, next(numbers), seed, day)
                yield _village(site, issuer, is_first=is_first)

    return rounds()


def _village(site: Site, issuer: NumberIssuer, *, is_first: bool) -> _Village:
    """Return a village with its workers; the first one of a kecamatan has those of all."""
    training = basic_training(site)
    people = PeopleGenerator(site, issuer).individuals(MIN_AGE)
    generator = WorkerGenerator(site, training)
    chosen = generator.choose(filter(may_serve, people), with_district=is_first)
    return _Village(site, issuer, training, chosen)


class RandomVillage:
    """An invented village of which one record is generated.

    The seed decides the place, the numbers and the ids. Those of another seed are almost surely
    different.
    """

    def __init__(self, seed: int, as_of: date) -> None:
        """Choose the place."""
        day = require_options(seed, as_of)
        self._rng = Rng(seed)
        district = self._rng.randrange(INVENTED_DISTRICTS)
        place = invented_place(district, self._rng.randint(1, VILLAGES))
        self.issuer: NumberIssuer = NumberIssuer(district, last_serial=self._rng.randrange(9_000))
        """Issues the numbers of the kecamatan."""
        self.site: Site = Site(place, seed, self._rng, day)
        """The village."""

    @property
    def worker(self) -> Worker:
        """A worker of any pillar."""
        return self._rng.choice(_village(self.site, self.issuer, is_first=True).workers)

    @property
    def beneficiary(self) -> Beneficiary:
        """A person or a family in need."""
        village = _village(self.site, self.issuer, is_first=False)
        return next(_beneficiaries(village))

    @property
    def family(self) -> Family:
        """A family."""
        (household,) = islice(PeopleGenerator(self.site, self.issuer).households(1), 1)
        return household.families[0]

    @property
    def person(self) -> Person:
        """A person of any age."""
        return next(PeopleGenerator(self.site, self.issuer).individuals(0)).person


def _beneficiaries(village: _Village) -> Iterator[Beneficiary]:
    generator = BeneficiaryGenerator(village.site, village.workers)
    size = village.site.rng.randint(*VILLAGE_SIZES)
    households = PeopleGenerator(village.site, village.issuer).households(size)
    return (one.beneficiary for one in generator.generate_each(households))


def _families(village: _Village) -> Iterator[Family]:
    size = village.site.rng.randint(*VILLAGE_SIZES)
    households = PeopleGenerator(village.site, village.issuer).households(size)
    return chain.from_iterable(one.families for one in households)


def _events(village: _Village) -> Iterator[Event]:
    return village_events(village.site, village.workers, village.training)
