"""A number of workers, beneficiaries, families or events, without whole villages."""

from collections import Counter
from datetime import date
from itertools import islice

import pytest

from psm_core import RegionCode, Sex, checks, load_regions, population, possible_dates, wire
from psm_core.terms import Pillar
from psm_core.values.dates import age_on

TODAY = date(2025, 10, 10)
SAMPLES = [population.workers, population.beneficiaries, population.families, population.events]
UNAVOIDABLE = {"nik.region_unknown", "kk.region_unknown", "region.unknown"}


def numbers(people):
    return [person.nik.unmasked for person in people if person.nik is not None]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda one: one.__name__)
def test_records_are_valid_the_same_from_a_seed_and_begin_a_larger_sample(sample):
    found = list(sample(12, seed=7, as_of=TODAY))
    assert len({one.id for one in found}) == 12
    assert list(islice(sample(10**9, seed=7, as_of=TODAY), 12)) == found
    assert list(sample(12, seed=8, as_of=TODAY)) != found
    assert list(sample(0, seed=7, as_of=TODAY)) == []
    for one in found:
        assert wire.from_json(wire.to_json(one), type(one)) == one
        issues = checks.check(one, regions=load_regions(), as_of=TODAY)
        assert {issue.code for issue in issues} <= UNAVOIDABLE


def test_workers_resemble_those_of_whole_villages():
    """In villages of 100,000 people: 36 % of the roles are PSM, the mean age is 35."""
    workers = list(population.workers(600, seed=3, as_of=TODAY))
    found = numbers(one.person for one in workers)
    assert len(set(found)) == len(workers)
    assert {one[:2] for one in found} == {"99"}
    pillars = Counter(role.pillar for one in workers for role in one.assignments)
    assert 0.32 < pillars[Pillar.PSM] / pillars.total() < 0.42
    ages = [age_on(possible_dates(one.person.birth_date).start, TODAY) for one in workers]
    assert 33 < sum(ages) / len(ages) < 38
    women = sum(one.person.sex is Sex.PEREMPUAN for one in workers)
    assert 0.45 < women / len(workers) < 0.57
    families = Counter(one.person.kk for one in workers if one.person.kk is not None)
    assert len(families) > 500


def test_next_village_follows_when_all_families_of_one_are_used():
    found = population.families(900, seed=3, as_of=TODAY)
    villages = Counter(str(one.id).split("-")[1] for one in found)
    assert villages.keys() == {"1", "2"}


def test_region_without_villages_is_refused(monkeypatch):
    monkeypatch.setattr(population.samples, "places_of", lambda *_: iter(()))
    with pytest.raises(ValueError, match="no village"):
        population.families(1, seed=1, as_of=TODAY)


def test_ids_of_other_records_are_those_of_workers_with_equal_arguments():
    options = {"seed": 5, "as_of": TODAY}
    known = {one.id for one in population.workers(60, **options)}
    assessors = {
        finding.assessor
        for one in population.beneficiaries(8, **options)
        for finding in one.classifications
    }
    events = list(population.events(4, **options))
    participants = {one.worker for event in events for one in event.participants}
    assert assessors | participants <= known | {None}
    trainings = {
        lesson.event for one in population.workers(10, **options) for lesson in one.trainings
    }
    assert events[0].id in trainings


def test_villages_of_a_region_are_used_again_with_other_people():
    angsana = RegionCode("63.10.09")
    options = {"seed": 5, "as_of": TODAY, "within": angsana, "regions": load_regions()}
    workers = list(population.workers(150, **options))
    villages = [role.serves for one in workers for role in one.assignments]
    assert all(one.is_within(RegionCode("63.10")) for one in villages)
    assert len(set(numbers(one.person for one in workers))) == 150
    assert len({one.id for one in workers}) == 150
    coordinators = [one for one in workers if one.assignments[0].pillar is Pillar.TKSK]
    assert len(coordinators) == 1


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"number": -1}, "integer from 0"),
        ({"number": 1.5}, "integer from 0"),
        ({"seed": -1}, "seed"),
        ({"as_of": date(2009, 12, 31)}, "2010"),
        ({"regions": load_regions()}, "within"),
    ],
)
def test_invalid_arguments_raise_at_once(wrong, message):
    options = {"number": 1, "seed": 1, "as_of": TODAY} | wrong
    with pytest.raises(ValueError, match=message):
        population.workers(options.pop("number"), **options)
