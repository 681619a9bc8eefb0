"""Invented records and values for Faker and factory_boy.

>>> from faker import Faker
>>> from psm_core.contrib.faker import Provider
>>> fake = Faker("id_ID")
>>> fake.add_provider(Provider)
>>> fake.seed_instance(7)
>>> worker = fake.worker()
>>> worker.person.nik.unmasked[:2], worker.assignments[0].pillar.name
('99', 'PSM')
"""

from datetime import date
from typing import Final

from faker.providers import BaseProvider

from .._core.lazy import cached_property
from ..population.samples import RandomVillage
from ..records.beneficiaries import Beneficiary
from ..records.families import Family
from ..records.people import Person
from ..records.workers import Worker
from ..regions import Region, RegionRegistry, load_regions
from ..terms import RegionLevel, Sex
from ..values.kk import KK
from ..values.nik import NIK
from ..values.phone import PhoneNumber
from ..values.region_code import RegionCode

__all__ = ["Provider"]

_AS_OF: Final = date(2025, 1, 1)
_SEEDS: Final = 2**32 - 1
_PHONES: Final = 999
_MAX_AGE_DAYS: Final = 80 * 365


class Provider(BaseProvider):
    """Methods of Faker for NIK, KK, telephone numbers, regions, people, workers and families.

    They use the random numbers of Faker, so that equal seeds give equal records. NIK and KK numbers
    begin with 99, a province code that is never issued, and telephone numbers with 0800 0000.
    Regions are real. The records are those of `psm_core.population`, each from another village.
    `as_of` is their date; there is no clock in them.

    >>> from faker import Faker
    >>> from psm_core.contrib.faker import Provider
    >>> fake = Faker()
    >>> fake.add_provider(Provider)
    >>> fake.seed_instance(7)
    >>> fake.nik().unmasked[:2], fake.kk().unmasked[:2], fake.phone().unmasked[:9]
    ('99', '99', '+62800000')
    """

    def nik(self, *, born: date | None = None, sex: Sex | None = None) -> NIK:
        """Return a NIK; of a day of birth and a sex, if they are given."""
        day = self._birth_date() if born is None else born
        one = self.random_element([*Sex]) if sex is None else sex
        return self._village(_AS_OF).issuer.nik(day, one, is_newcomer=False)

    def kk(self) -> KK:
        """Return a KK number."""
        return self._village(_AS_OF).issuer.kk(self._birth_date())

    def phone(self) -> PhoneNumber:
        """Return a telephone number. There are 1,000 that belong to nobody."""
        return PhoneNumber(f"+628000000{self.random_int(0, _PHONES):03}")

    def region_code(
        self, *, level: RegionLevel = RegionLevel.VILLAGE, within: RegionCode | None = None
    ) -> RegionCode:
        """Return the code of a real region of a level, perhaps inside another one.

        Raises:
            ValueError: no region of this level is inside `within`.
            UnknownRegionError: there is no region `within`.

        """
        return self._region(level, within).code

    def region_name(
        self, *, level: RegionLevel = RegionLevel.VILLAGE, within: RegionCode | None = None
    ) -> str:
        """Return the name of a real region, such as ``Desa Angsana``, as `region_code` does."""
        return self._region(level, within).full_name

    def person(self, *, as_of: date = _AS_OF) -> Person:
        """Return a person of any age."""
        return self._village(as_of).person

    def worker(self, *, as_of: date = _AS_OF) -> Worker:
        """Return a worker of any pillar."""
        return self._village(as_of).worker

    def beneficiary(self, *, as_of: date = _AS_OF) -> Beneficiary:
        """Return a beneficiary: a person or a family in need."""
        return self._village(as_of).beneficiary

    def family(self, *, as_of: date = _AS_OF) -> Family:
        """Return a family with its members."""
        return self._village(as_of).family

    @cached_property
    def _regions(self) -> RegionRegistry:
        return load_regions()

    def _village(self, as_of: date) -> RandomVillage:
        return RandomVillage(self.random_int(0, _SEEDS), as_of)

    def _birth_date(self) -> date:
        return date.fromordinal(_AS_OF.toordinal() - self.random_int(0, _MAX_AGE_DAYS))

    def _region(self, level: RegionLevel, within: RegionCode | None) -> Region:
        regions = self._regions
        here = None if within is None else regions[within]
        while here is None or here.level is not level:
            inside = regions.children(None if here is None else here.code)
            if not inside:
                raise ValueError("no region of this level is inside the given one")
            here = inside[self.random_int(0, len(inside) - 1)]
        return here
