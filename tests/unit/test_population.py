"""Invented villages: the same from the same seed, of any size, with consistent records."""

import hashlib
import importlib.util
import json
from collections import Counter
from datetime import date
from itertools import islice
from pathlib import Path

import pytest

from psm_core import (
    RegionCode,
    UnknownRegionError,
    checks,
    load_programmes,
    load_regions,
    population,
    possible_dates,
    wire,
)
from psm_core.population.names import place_name
from psm_core.population.rng import Distribution, Rng
from psm_core.population.sites import NumberIssuer
from psm_core.terms import (
    Completeness,
    Extent,
    ProposalStatus,
    Sex,
)

TODAY = date(2025, 10, 10)
UNAVOIDABLE = {"nik.region_unknown", "kk.region_unknown", "region.unknown"}
SCRIPT = Path(__file__).parents[2] / "tools" / "population_proof.py"


def proof_script():
    spec = importlib.util.spec_from_file_location("population_proof", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


Proof = proof_script().Proof


def villages(people, seed=2025, as_of=TODAY, **place):
    return population.villages(people=people, seed=seed, as_of=as_of, **place)


def texts(village):
    return [wire.to_json(record) for record in village.records]


def checked(found, as_of=TODAY):
    proof = Proof(as_of)
    for village in found:
        proof.village(texts(village))
    proof.finish()
    return proof


@pytest.fixture(scope="module")
def both():
    return list(villages(2550))


@pytest.fixture(scope="module")
def village(both):
    return both[0]


@pytest.fixture(scope="module")
def few():
    return texts(next(villages(400)))


def test_equal_seeds_give_equal_bytes():
    digest = hashlib.sha256()
    for one in villages(400):
        digest.update("\n".join(texts(one)).encode())
    assert digest.hexdigest() == "75340bb43d25f97d16a03f4745f74860f57dc8c40e0629ba8f50e2c056a9c091"


def test_different_seeds_give_different_people():
    one, other = ({p.name for v in villages(50, seed) for p in v.people} for seed in (1, 2))
    assert one != other


@pytest.mark.parametrize("people", [0, 1, 2, 10, 333])
def test_population_has_the_requested_size(people):
    assert sum(1 for village in villages(people) for _ in village.people) == people


def test_villages_are_generated_lazily_and_independently_of_later_ones(village):
    assert next(villages(30_000_000)) == village


def test_villages_have_1500_to_3000_people():
    sizes = population.village._sizes(1_000_000, 2025)
    assert sum(sizes) == 1_000_000
    assert all(1500 <= size <= 3000 for size in sizes[:-1])
    assert len(set(sizes)) > 200


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"people": -1}, "integer from 0"),
        ({"people": 1.5}, "integer from 0"),
        ({"people": 10**8}, "villages"),
        ({"seed": -1}, "seed"),
        ({"seed": 2**32}, "seed"),
        ({"seed": True}, "seed"),
        ({"as_of": date(2009, 12, 31)}, "2010"),
        ({"as_of": date(2100, 1, 1)}, "2099"),
        ({"regions": load_regions()}, "within"),
    ],
)
def test_invalid_arguments_raise_before_the_first_village(wrong, message):
    asked = {"people": 10, "seed": 1, "as_of": TODAY} | wrong
    with pytest.raises(ValueError, match=message):
        population.villages(**asked)


def test_unknown_or_too_small_region_raises_before_the_first_village():
    with pytest.raises(UnknownRegionError):
        villages(10, within=RegionCode("99"), regions=load_regions())
    with pytest.raises(ValueError, match="only 1"):
        villages(50_000, within=RegionCode("63.10.09.2005"))


def test_records_are_consistent(both):
    proof = checked(both)
    assert proof.errors == {}
    assert proof.counts["people"] > 2000
    for kind in ("family", "household", "worker", "beneficiary", "participation", "case", "event"):
        assert proof.counts[f"psm.{kind}/1"] > 0


@pytest.mark.parametrize("as_of", [date(2010, 1, 1), date(2024, 2, 29), date(2099, 12, 31)])
def test_records_are_consistent_on_any_date(as_of):
    assert checked(villages(300, as_of=as_of), as_of).errors == {}


def test_records_are_consistent_in_very_small_villages():
    for seed in range(15):
        assert checked(villages(9, seed)).errors == {}


def test_last_village_of_a_kecamatan_hosts_its_temu_karya(both):
    assert [len(one.events[-1].delegations) for one in both] == [0, 2]
    gathering = both[-1].events[-1]
    sizes = [one.present for one in gathering.delegations]
    assert sum(sizes) == gathering.figures[0].value
    assert gathering.delegations_completeness is Completeness.SEBAGIAN
    assert gathering.turnouts[0].extent is Extent.BERBAGAI
    (tksk,) = (w for v in both for w in v.workers if w.assignments[0].pillar.name == "TKSK")
    assert tksk.assignments[0].serves == gathering.scope


@pytest.mark.parametrize(
    ("people", "extent"), [(2400, Extent.SELURUH), (2338, Extent.SEBAGIAN), (400, Extent.BERBAGAI)]
)
def test_gathering_of_a_whole_kecamatan_has_a_complete_list(people, extent):
    found = villages(people, within=RegionCode("13.02.03"), regions=load_regions())
    gathering = list(found)[-1].events[-1]
    assert gathering.turnouts[0].extent is extent
    is_whole = extent is not Extent.BERBAGAI
    assert (gathering.delegations_completeness is Completeness.LENGKAP) is is_whole
    assert (gathering.headcount() == gathering.figures[0].value) is is_whole


def test_gathering_of_one_village_has_a_partial_list():
    (found,) = villages(400, within=RegionCode("63.10.09.2005"), regions=load_regions())
    gathering = found.events[-1]
    assert gathering.delegations_completeness is Completeness.SEBAGIAN
    assert gathering.turnouts[0].extent is Extent.BERBAGAI


def test_villages_of_a_real_region_have_numbers_of_province_99():
    angsana = RegionCode("63.10.09")
    (found,) = villages(400, within=angsana, regions=load_regions())
    assert found.name == load_regions()[found.code].full_name
    assert found.code.is_within(angsana)
    assert checked([found]).errors == {}
    issues = {
        issue.code
        for record in found.records
        for issue in checks.check(record, regions=load_regions(), as_of=TODAY)
    }
    assert issues == {"nik.region_unknown", "kk.region_unknown"}
    assert found.events[-1].delegations_completeness is Completeness.SEBAGIAN


def test_checks_find_only_the_unknown_province(village):
    records = [*islice(village.families, 60), *village.workers, *village.beneficiaries]
    records += [*village.cases, *village.events, *village.organisations]
    issues = [
        issue
        for record in records
        for issue in checks.check(record, regions=load_regions(), as_of=TODAY)
    ]
    assert {issue.code for issue in issues} == UNAVOIDABLE


def test_records_come_after_the_records_they_reference(village):
    seen = set()
    for record in village.records:
        data = wire.to_builtins(record)
        named = {*data.get("families", ()), data.get("recipient"), data.get("beneficiary")}
        named |= {step.get("by") for step in data.get("steps", ())}
        named |= {one.get("assessor") for one in data.get("classifications", ())}
        named |= {one.get("worker") for one in data.get("participants", ())}
        assert named - {None} <= seen
        seen.add(data.get("id"))
    programmes = {one.id for one in load_programmes()}
    assert {one.programme for one in village.proposals} <= programmes
    accepted = [one for one in village.proposals if one.status is ProposalStatus.DITETAPKAN]
    assert [one.id for one in accepted] == [one.proposal for one in village.participations]
    assert village.participations


def test_records_round_trip_through_json(village):
    for record in [*village.families[:20], *village.workers, *village.cases, *village.events]:
        assert wire.from_json(wire.to_json(record), type(record)) == record


def test_repr_of_a_village_contains_no_person(village):
    assert repr(village) == f"<Village 99.01.01.2001 {village.name}, 2337 people>"


def test_village_has_about_the_age_structure_of_the_country(village):
    ages = [
        (TODAY - possible_dates(person.birth_date).start).days / 365.25 for person in village.people
    ]
    young, old = sum(age < 15 for age in ages), sum(age >= 65 for age in ages)
    assert 0.18 < young / len(ages) < 0.29
    assert 0.03 < old / len(ages) < 0.09
    assert 3.4 < len(ages) / len(village.families) < 4.0
    heads = Counter(family.memberships[0].person.sex for family in village.families)
    assert 0.08 < heads[Sex.PEREMPUAN] / heads.total() < 0.2
    assert any(len(family.memberships) == 1 for family in village.families)
    assert any(len(household.families) == 2 for household in village.households)
    assert any(person.nik is None for person in village.people)
    assert any(person.disabilities for person in village.people)
    assert any(" " not in person.name for person in village.people)


def test_nik_and_kk_share_one_series_for_each_day():
    issuer, born = NumberIssuer(49), date(1990, 8, 1)
    assert issuer.nik(born, Sex.PEREMPUAN, is_newcomer=False).unmasked == "9902014108900001"
    assert issuer.nik(born, Sex.LAKI_LAKI, is_newcomer=False).unmasked == "9902010108900001"
    assert issuer.kk(born).unmasked == "9902010108900002"
    assert issuer.nik(born, Sex.LAKI_LAKI, is_newcomer=True).unmasked == "9902510108900001"


def test_place_names_repeat_only_after_all_are_used():
    assert len({place_name(number) for number in range(380)}) == 380


def test_rng_draws_by_weight_and_within_bounds():
    rng, odds = Rng(7), Distribution({"often": 9, "seldom": 1})
    drawn = Counter(rng.draw(odds) for _ in range(1000))
    assert 850 < drawn["often"] < 950
    assert {rng.randint(1, 3) for _ in range(50)} == {1, 2, 3}
    assert rng.date_between(date(2025, 1, 2), date(2025, 1, 1)) == date(2025, 1, 1)
    assert sorted(rng.sample("abc", 5)) == ["a", "b", "c"]


def _of(docs, schema, *fields):
    """Return the data of the first document of a schema that has some fields."""
    return next(
        one["data"]
        for one in docs
        if one["schema"] == f"psm.{schema}/1" and all(one["data"].get(name) for name in fields)
    )


def _couple(docs):
    """Return the family of a couple with children, and its people by relation."""
    for one in docs:
        people = {m["relation"]: m["person"] for m in one["data"].get("memberships", ())}
        if {"istri", "anak"} <= people.keys() and all("nik" in p for p in people.values()):
            return one["data"], people
    raise AssertionError


def _change_sex_of_wife(docs):
    _couple(docs)[1]["istri"]["sex"] = "laki-laki"


def _copy_nik_of_mother(docs):
    _, people = _couple(docs)
    people["anak"]["nik"] = people["istri"]["nik"]


def _skip_serial(docs):
    person = _couple(docs)[1]["istri"]
    person["nik"] = person["nik"][:12] + "9000"


def _make_mother_ten_at_birth(docs):
    _, people = _couple(docs)
    born = people["istri"]["birth_date"]
    people["anak"]["birth_date"] = f"{int(born[:4]) + 10}-03-01"


def _change_kk_of_child(docs):
    _couple(docs)[1]["anak"]["kk"] = "9901010101100001"


def _rename_worker(docs):
    _of(docs, "worker")["person"]["name"] = "Orang Asing"


def _start_assignment_at_birth(docs):
    worker = _of(docs, "worker")
    worker["assignments"][0]["since"] = worker["person"]["birth_date"]


def _set_unknown_assessor(docs):
    _of(docs, "beneficiary")["classifications"][0]["assessor"] = "worker-9-9"


def _set_unknown_beneficiary(docs):
    _of(docs, "case")["beneficiary"] = "beneficiary-9-9"


def _reverse_steps(docs):
    case = next(
        d["data"] for d in docs if d["schema"] == "psm.case/1" and len(d["data"]["steps"]) > 4
    )
    case["steps"].reverse()


def _set_unknown_participant(docs):
    _of(docs, "event", "participants")["participants"][0]["worker"] = "worker-9-9"


def _set_unknown_delegate(docs):
    _of(docs, "event", "delegations")["delegations"][0]["members"] = ["worker-9-9"]


def _repeat_id(docs):
    _of(docs, "household")["id"] = _of(docs, "family")["id"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (_change_sex_of_wife, "family.spouse"),
        (_copy_nik_of_mother, "number.twice"),
        (_skip_serial, "series.gap"),
        (_make_mother_ten_at_birth, "child.age"),
        (_change_kk_of_child, "person.kk"),
        (_rename_worker, "worker.no_resident"),
        (_start_assignment_at_birth, "worker.under_age"),
        (_set_unknown_assessor, "finding.assessor"),
        (_set_unknown_beneficiary, "case.nobody"),
        (_reverse_steps, "step.date"),
        (_set_unknown_participant, "participant.unidentified"),
        (_set_unknown_delegate, "delegation.nobody"),
        (_repeat_id, "key.twice"),
    ],
)
def test_proof_detects_an_inconsistency(few, change, code):
    docs = [json.loads(one) for one in few]
    change(docs)
    proof = Proof(TODAY)
    proof.village([json.dumps(one) for one in docs])
    proof.finish()
    assert code in proof.errors
