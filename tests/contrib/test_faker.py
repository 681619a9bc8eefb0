"""The provider of Faker: invented records from the random numbers of Faker."""

from datetime import date

import pytest
from faker import Faker

from psm_core import RegionCode, Sex, load_regions
from psm_core.contrib.faker import Provider
from psm_core.terms import RegionLevel

RECORDS = ("person", "worker", "beneficiary", "family")


def faker(seed):
    fake = Faker("id_ID")
    fake.add_provider(Provider)
    fake.seed_instance(seed)
    return fake


@pytest.mark.parametrize("method", [*RECORDS, "nik", "kk", "phone", "region_code", "region_name"])
def test_equal_seeds_give_equal_values(method):
    one, same, other = (
        [getattr(faker(seed), method)() for seed in seeds] for seeds in ((1, 2), (1, 2), (3, 4))
    )
    assert one == same
    assert one != other


def test_ids_and_numbers_differ():
    fake = faker(1)
    workers = [fake.worker() for _ in range(40)]
    assert len({one.id for one in workers}) == len({one.person.nik for one in workers}) == 40
    assert len({one.assignments[0].pillar for one in workers}) > 3
    niks = [fake.nik().unmasked for _ in range(300)]
    assert len(set(niks)) == 300
    assert {one[:2] for one in (*niks, fake.kk().unmasked)} == {"99"}
    assert fake.phone().unmasked.startswith("+628000000")


def test_nik_agrees_with_birth_date_and_sex():
    nik = faker(1).nik(born=date(1990, 8, 1), sex=Sex.PEREMPUAN)
    assert nik.unmasked[6:12] == "410890"


def test_regions_are_real_and_of_their_level():
    fake, regions = faker(1), load_regions()
    tanah_bumbu = RegionCode("63.10")
    village = fake.region_code(within=tanah_bumbu)
    assert regions[village].level is RegionLevel.VILLAGE
    assert village.is_within(tanah_bumbu)
    province = fake.region_code(level=RegionLevel.PROVINCE)
    assert regions[province].level is RegionLevel.PROVINCE
    assert fake.region_name(level=RegionLevel.REGENCY, within=tanah_bumbu) == (
        regions[tanah_bumbu].full_name
    )
    with pytest.raises(ValueError, match="no region of this level"):
        fake.region_code(level=RegionLevel.PROVINCE, within=tanah_bumbu)


def test_records_have_the_given_date():
    worker = faker(1).worker(as_of=date(2015, 1, 1))
    assert all(role.since <= date(2015, 1, 1) for role in worker.assignments)
