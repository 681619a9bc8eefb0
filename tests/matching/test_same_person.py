"""People who are listed twice are found with the reasons, and nothing personal is printed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psm_core import (
    KK,
    NIK,
    Assignment,
    Beneficiary,
    BeneficiaryId,
    Family,
    Membership,
    NIKAbsence,
    PartialDate,
    Person,
    PhoneNumber,
    Pillar,
    RegionCode,
    Worker,
    WorkerId,
    evolve,
)
from psm_core.matching import CandidatePair, Reason, name_key, same_person
from psm_core.matching.blocks import pairs
from psm_core.matching.evidence import Evidence
from psm_core.matching.facts import FactsReader
from psm_core.matching.name_comparison import NameRelation
from psm_core.matching.number_slips import exchanged_day_and_month, slip_places
from psm_core.matching.reasons import TEXTS
from psm_core.records.people import Address
from psm_core.terms import FamilyRelation, Sex
from psm_core.testing import records

HOME, ELSEWHERE = (Address(region=RegionCode(code)) for code in ("63.10.09.2005", "63.10.09.2006"))
SITI = Person(
    nik=NIK("9901015408900001"),
    kk=KK("9901010101100001"),
    name="Siti Aminah",
    sex=Sex.PEREMPUAN,
    birth_date=date(1990, 8, 14),
    phone=PhoneNumber.parse("0812 0000 0001"),
    domicile=HOME,
)


def unknown(person, **changes):
    """Return the person without a NIK, and other changes."""
    return evolve(person, nik=None, nik_absence=NIKAbsence.TIDAK_DIKETAHUI, **changes)


def reasons(one, other, min_score=0.0):
    found = same_person([one, other], min_score=min_score)
    return {reason.code: reason.weight for pair in found for reason in pair.reasons}


def is_same(one, other):
    return bool(same_person([one, other]))


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({}, "nik_equal"),
        ({"nik": NIK("9901015408900007")}, "nik_serial"),
        ({"nik": NIK("9901015408910001")}, "nik_digit"),
        ({"nik": NIK("9901015409800001")}, "nik_swapped"),
        ({"nik": NIK("9902015408900001")}, "nik_digit"),
        ({"nik": NIK("9908075408900001")}, "nik_region"),
        ({"nik": NIK("9908075408710008")}, "nik_other"),
        ({"kk": KK("9901010101100007")}, "kk_slip"),
        ({"kk": KK("9902020202120009")}, "kk_other"),
        ({"name": "Hj. Sitti Aminah, S.Pd."}, "name_equal"),
        ({"name": "Siti Aminnaj"}, "name_letter"),
        ({"name": "S. Aminah"}, "name_part"),
        ({"name": "Siti"}, "name_part"),
        ({"name": "Aminah Siti"}, "name_order"),
        ({"name": "Rahmawati"}, "name_other"),
        ({"birth_date": date(1990, 8, 15)}, "birth_part"),
        ({"birth_date": date(1984, 1, 20)}, "birth_other"),
        ({"birth_date": PartialDate("1990")}, "birth_years"),
        ({"birth_date": PartialDate("1980")}, "birth_other"),
        ({"sex": Sex.LAKI_LAKI}, "sex_other"),
        ({"domicile": ELSEWHERE}, "village_other"),
        ({"phone": None}, "sex_equal"),
    ],
)
def test_every_difference_is_a_reason(changes, code):
    found = reasons(SITI, evolve(SITI, **changes))
    assert code in found
    against = ("_other", "_relation", "_twins", "nik_serial", "nik_region")
    if code not in {"nik_digit", "nik_swapped"}:  # depends on the rest
        assert (found[code] < 0) is code.endswith(against)


def test_equal_facts_are_reasons_for_it():
    assert set(reasons(SITI, SITI)) == {
        "nik_equal", "kk_equal", "name_equal", "birth_equal", "sex_equal", "phone_equal",
    }  # fmt: skip
    alone = evolve(SITI, kk=None)
    assert "village_equal" in reasons(alone, alone)


@pytest.mark.parametrize(
    "other",
    [
        unknown(SITI, name="Hj. Sitti Aminah"),
        unknown(SITI, birth_date=date(1990, 3, 14), name="Siti Aminah"),
        unknown(SITI, birth_date=None),
        unknown(SITI, birth_date=PartialDate("1990"), kk=None),
        unknown(SITI, name="Siti Aminnah", kk=None, phone=None),
        evolve(SITI, nik=NIK("9901015408900010"), kk=None),
        evolve(SITI, name="Rahmawati"),
    ],
)
def test_person_with_one_slip_is_found(other):
    assert is_same(SITI, other)
    assert is_same(other, SITI)


def test_day_and_month_exchanged_are_recognised_in_nik_and_birth_date():
    one = evolve(SITI, nik=NIK("9901015208900001"), birth_date=date(1990, 8, 12))
    other = evolve(SITI, nik=NIK("9901014812900001"), birth_date=date(1990, 12, 8))
    assert {"nik_day_month", "birth_day_month"} <= set(reasons(one, other))
    assert is_same(one, other)
    men = [NIK("9901011208900001"), NIK("9901010812900001")]
    assert "nik_day_month" in reasons(evolve(SITI, nik=men[0]), evolve(SITI, nik=men[1]))


def test_first_of_january_weighs_less_than_another_birthday():
    one = unknown(SITI, kk=None)
    usual = evolve(one, birth_date=date(1990, 1, 1))
    assert reasons(usual, usual)["birth_usual"] < reasons(one, one)["birth_equal"]


def test_birth_date_of_the_nik_counts_if_none_is_stated():
    undated, dated = evolve(SITI, birth_date=None), unknown(SITI)
    assert "birth_equal" in reasons(undated, dated)
    assert "birth_equal" in reasons(undated, evolve(undated, nik=NIK("9902015408900001")))
    assert not {"birth_equal", "birth_years"} & set(reasons(dated, unknown(SITI, birth_date=None)))
    for year, code in (("1990", "birth_years"), ("1991", "birth_other")):
        partial = unknown(SITI, birth_date=PartialDate(year))
        assert code in reasons(undated, partial)
        assert code in reasons(partial, undated)


def test_birth_date_of_the_nik_is_not_weighed_twice():
    undated = evolve(SITI, birth_date=None)
    for first, second in (
        ("9901015408900001", "9901015408900001"),
        ("9901015408900001", "9901015408910001"),
        ("9901015208900001", "9901014812900001"),
    ):
        one, other = (evolve(undated, nik=NIK(number)) for number in (first, second))
        assert not [code for code in reasons(one, other) if code.startswith("birth")]
    dated, other = SITI, evolve(SITI, nik=NIK("9901015408910001"))
    both = evolve(other, birth_date=date(1991, 8, 14))
    assert reasons(dated, other)["nik_digit"] > reasons(dated, both)["nik_digit"]


def test_birth_date_weighs_little_beside_the_same_nik():
    assert reasons(SITI, SITI)["birth_equal"] < reasons(SITI, unknown(SITI))["birth_equal"]


def test_one_person_with_niks_of_two_regions_is_found_in_the_list_of_a_village():
    names = [f"{a}i{a}a {b}u{b}u" for a in "bdfgjklmnp" for b in "bdfgjklmnp"]
    village = [unknown(SITI, name=name, kk=None, phone=None, birth_date=None) for name in names]
    one = evolve(SITI, kk=None, phone=None)
    other = evolve(one, nik=NIK("9908075408900001"))
    (pair,) = same_person([one, other, *village])
    assert (pair.first, pair.second, pair.score > 0.99) == (0, 1, True)


def test_region_that_nobody_else_has_is_a_slip_in_a_long_list():
    one, slip = FactsReader().read([SITI, evolve(SITI, nik=NIK("9904015408900001"))])
    for number, is_for_it in ((10, False), (9000, True)):
        found = Evidence([one] * number + [slip]).pair(one, slip, NameRelation.EQUAL)
        assert found is not None
        assert ({reason.code: reason.weight for reason in found[1]}["nik_digit"] > 0) is is_for_it


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (SITI, Person(nik=NIK("9901015408900002"), kk=SITI.kk, name="Rahmawati")),
        (unknown(SITI, kk=None, phone=None), Person(name="Rahmawati", nik=NIK("9902017011700003"))),
        (SITI, evolve(SITI, nik=NIK("9902017011700003"), name="Rahmawati")),
        (SITI, evolve(SITI, nik=NIK("9901011408900002"), sex=Sex.LAKI_LAKI, name="Amir")),
    ],
)
def test_different_people_are_not_the_same(one, other):
    assert not is_same(one, other)


def test_children_of_one_day_with_similar_names_may_be_twins():
    child = evolve(SITI, name="Husnul Rizki", family_relation=FamilyRelation.ANAK, phone=None)
    twin = evolve(child, name="Husnun Rizki", nik=NIK("9901015408900002"))
    assert reasons(child, twin)["kk_twins"] < 0
    assert not is_same(child, twin)
    assert "kk_twins" in reasons(child, unknown(twin))
    assert "kk_twins" in reasons(child, evolve(twin, name="Husnun Rizka"))
    swapped = evolve(twin, name="Husnlu Rizki")
    assert "kk_twins" not in reasons(child, swapped)
    head = evolve(twin, family_relation=FamilyRelation.KEPALA_KELUARGA)
    assert "kk_twins" not in reasons(child, head)
    assert "kk_relation" in reasons(child, head)


def test_common_names_weigh_less_and_long_lists_need_more():
    one = unknown(SITI, kk=None, phone=None, birth_date=None)
    others = [unknown(SITI, name=f"Warga {a}i{b}u", kk=None) for a in "bdfgjk" for b in "lmnprst"]
    others = [evolve(other, phone=None, birth_date=None) for other in others * 9]
    few = same_person([one, one], min_score=0)[0]
    common = same_person([one] * 30, min_score=0)[0]
    many = same_person([one, one, *others], min_score=0)
    assert few.score > 0.5
    assert few.score > common.score
    assert next(pair for pair in many if pair.second == 1).score < few.score


def test_double_is_found_among_many_of_one_birth_date():
    names = [f"{a}i{a}a {b}u{b}u Warga" for a in "bdfgjklmnp" for b in "bdfgjklmnp"]
    people = [unknown(SITI, name=name, kk=None, phone=None) for name in names]
    double = unknown(SITI, name=names[50], kk=None, phone=None)
    found = same_person([*people, double], min_score=0.3)
    assert [(one.first, one.second) for one in found] == [(50, 100)]


@pytest.mark.parametrize(
    "changes",
    [
        {"birth_date": date(1990, 1, 1)},  # one name and birth date
        {"birth_date": None},
        {"birth_date": date(1990, 12, 31), "kk": SITI.kk},
        {"birth_date": PartialDate("1990"), "domicile": None},
    ],
)
def test_time_grows_with_the_list_if_all_are_alike(changes):
    person = unknown(SITI, **{"kk": None, "phone": None} | changes)
    numbers = [len(list(pairs(FactsReader().read([person] * n)))) for n in (100, 200)]
    assert numbers[1] < 2.2 * max(numbers[0], 1)
    assert same_person([person] * 100, min_score=0.9) == ()


def test_one_kk_number_for_everybody_is_not_a_family():
    names = [f"{a}i{a}a {b}u{b}u" for a in "bdfgjklmnp" for b in "bdfgjklmnp"]
    people = [unknown(SITI, name=name, phone=None) for name in names]
    found = same_person([*people, people[7]], min_score=0)
    codes = {reason.code: reason.weight for reason in found[0].reasons}
    assert (found[0].first, found[0].second, codes["kk_equal"]) == (7, 100, 0.0)
    assert [one for one in found if one.score > 0.5] == [found[0]]


class TestTwoLists:
    def test_only_people_of_both_lists_are_pairs(self):
        budi = Person(nik=NIK("9901014108900003"), name="Budi Raharjo")
        last_year, this_year = [budi, SITI, SITI], [unknown(SITI), budi, budi]
        found = same_person(last_year, this_year)
        assert {(one.first, one.second) for one in found} == {(1, 0), (2, 0), (0, 1), (0, 2)}

    def test_uncertain_pair_of_a_person_with_a_certain_one_is_left_out(self):
        bare = {"kk": None, "phone": None, "birth_date": None, "domicile": None}
        other = unknown(SITI, sex=Sex.LAKI_LAKI, **bare)
        assert len(same_person([SITI], [other], min_score=0.1)) == 1
        assert len(same_person([SITI], [other, SITI], min_score=0.1)) == 1
        assert len(same_person([SITI], [SITI, SITI])) == 2

    def test_empty_list_has_no_pairs(self):
        assert same_person([SITI, SITI], []) == same_person([], [SITI, SITI]) == ()
        assert same_person(iter([SITI, SITI]), iter([SITI]))[0].second == 0

    def test_namesakes_of_a_large_block_are_compared(self):
        person = unknown(SITI, kk=None, phone=None, birth_date=None)
        found = same_person([person] * 50, [person] * 50, min_score=0)
        assert found
        assert all(one.first < 50 > one.second for one in found)


class TestRecords:
    def test_records_of_one_person_are_compared(self):
        worker = Worker(id=WorkerId("psm-1"), person=SITI)
        beneficiary = Beneficiary(id=BeneficiaryId("b-1"), person=unknown(SITI))
        family = Family(memberships=(Membership(person=SITI, relation=FamilyRelation.ISTRI),))
        whole = Beneficiary(id=BeneficiaryId("b-2"), family=family)
        found = same_person([worker, beneficiary, whole, *family.memberships])
        assert {(one.first, one.second) for one in found} == {(0, 1), (0, 3), (1, 3)}

    def test_village_that_a_worker_serves_counts_without_an_address(self):
        person = unknown(SITI, domicile=None, kk=None, phone=None)
        role = Assignment(pillar=Pillar.PSM, serves=HOME.region, listed_on=date(2025, 1, 1))
        one = Worker(id=WorkerId("psm-1"), person=person, assignments=(role,))
        assert "village_equal" in reasons(one, unknown(SITI, kk=None))
        both = (role, evolve(role, serves=ELSEWHERE.region))
        assert "village_equal" not in reasons(evolve(one, assignments=both), SITI)

    def test_record_of_several_people_is_rejected(self):
        with pytest.raises(TypeError, match="a record of one person is needed, not Family"):
            same_person([Family(memberships=())])


def test_number_of_an_office_is_no_reason_to_compare_people():
    many = [
        unknown(SITI, name=f"Warga {a}i{b}u", kk=None, birth_date=None)
        for a in "bdfgjk"
        for b in "lmnprst"
    ]
    assert same_person(many, min_score=0) == ()


def test_telephone_number_weighs_less_in_a_family():
    one = unknown(SITI, kk=None)
    assert reasons(SITI, SITI)["phone_equal"] < reasons(one, one)["phone_equal"]


@pytest.mark.parametrize(
    ("one", "other", "code"),
    [
        ("Siti Nur Aminah", "S. Nur Aminah", "name_part"),
        ("Maria Astuti", "M. Astuti", "name_part"),
        ("Ani Astuti", "Puji Astuti", None),
        ("Gita Ani", "Gito", None),
        ("Gito", "Gto", "name_letter"),
        ("Ani", "???", None),
        ("Zainal Arifin", "Jainal Aripin", "name_letters"),
        ("Zainal Arifin", "Jainal Aripon", None),
        ("Ani Sari", "Adi Siri", None),
        ("Soejatno", "Suyatno", "name_equal"),
        ("Drs. H.M.Ali S. Sos.", "Mhd Ali alias Cik", "name_equal"),
        ("Ani Contoh Alm.", "Ust.Ani Contoh, S.Pd", "name_equal"),
    ],
)
def test_names_are_compared_without_titles_and_with_initials(one, other, code):
    people = [unknown(SITI, name=name) for name in (one, other)]
    if "Ali" in one:
        people = [evolve(person, sex=Sex.LAKI_LAKI) for person in people]
    found = [name for name in reasons(*people) if name.startswith("name")]
    assert found == ([] if code is None else [code])


def test_pairs_are_sorted_by_score_and_position():
    people = [SITI, unknown(SITI, birth_date=None), SITI]
    found = same_person(people)
    assert (found[0].first, found[0].second) == (0, 2)
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    assert len(found) == 3


def test_minimum_is_a_probability():
    assert same_person([], min_score=1) == ()
    for wrong in (-0.1, 1.1):
        with pytest.raises(ValueError, match="min_score is a probability from 0 to 1"):
            same_person([SITI], min_score=wrong)


@given(st.lists(records(Person), max_size=4))
def test_nothing_personal_is_printed(people):
    found = same_person([*people, *people], min_score=0)
    printed = f"{found!r}{''.join(one.describe('id') + one.describe() for one in found)}"
    for person in people:
        secrets = [person.name] if len(person.name) > 3 else []
        secrets += [one.unmasked for one in (person.nik, person.kk, person.phone) if one]
        known = " ".join(" ".join(texts) for texts in TEXTS.values())
        assert [one for one in secrets if one in printed and one not in known] == []
    assert {repr(one) for one in FactsReader().read(people)} <= {"<Facts>"}  # of variables


def test_pair_is_described_in_both_languages():
    reasons = (Reason("name_equal", 14.0), Reason("kk_other", -1.0))
    pair = CandidatePair(0, 3, 0.876, reasons)
    assert pair.describe() == "88%: the same name; but different KK numbers"
    assert pair.describe("id") == "88%: nama sama; tetapi nomor KK berbeda"
    assert CandidatePair(0, 1, 1.0, reasons[:1]).describe("id") == "100%: nama sama"
    assert CandidatePair(0, 1, 0.9999, reasons[:1]).describe() == "99%: the same name"
    assert CandidatePair(0, 1, 0.1, reasons[1:]).describe() == "10%: different KK numbers"


def test_other_order_of_a_name_is_found_without_a_nik():
    one = unknown(SITI, name="Siti Nur Aminah", kk=None, phone=None)
    assert is_same(one, evolve(one, name="Nur Aminah Siti"))
    assert is_same(one, evolve(one, name="S. Nur Aminah"))


def test_day_of_another_century_is_another_birth_date():
    old, young = (unknown(SITI, birth_date=date(year, 8, 14)) for year in (1923, 2023))
    assert "birth_part" in reasons(old, young)
    assert "birth_equal" in reasons(old, evolve(SITI, birth_date=None, nik=NIK("9901015408230001")))


DIGITS = st.text("0123456789", min_size=16, max_size=16)


@given(DIGITS, st.integers(0, 15), st.integers(0, 15), st.sampled_from("0123456789"))
def test_slips_are_one_other_digit_or_two_exchanged_ones(number, at, also, digit):
    first, second = sorted((at, also))
    changed = f"{number[:at]}{digit}{number[at + 1 :]}"
    exchanged = list(number)
    exchanged[first], exchanged[second] = number[second], number[first]
    for other, places in ((changed, (at,)), ("".join(exchanged), (first, second))):
        if other != number:
            assert slip_places(number, other) == slip_places(other, number) == places
    further = f"{number[:15]}{(int(number[15]) + 1) % 10}"
    if changed[:15] != number[:15]:
        assert slip_places(further, changed) in {None, (at, 15)}


@given(st.from_regex(r"990101[0-7][0-9](0[1-9]|1[0-2])[0-9]{6}", fullmatch=True))
def test_exchanging_day_and_month_twice_gives_the_number_again(number):
    once = exchanged_day_and_month(number)
    if once is not None and "00" not in {number[6:8], once[6:8]}:
        assert exchanged_day_and_month(once) == number


def test_name_key_is_equal_for_variants_of_a_name_and_its_own_key():
    variants = ("Muhammad Djoko", "H. Moh. Joko", "M. DJOKO, S.Pd.", "Moehammad  Djoko (alm)")
    keys = {name_key(name) for name in variants}
    assert keys == {"muhamad joko"}
    assert {name_key(key) for key in keys} == keys
    assert name_key("Ahmad Djoko") not in keys
    assert not name_key("")
