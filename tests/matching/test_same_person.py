"""People who are listed twice are found with the reasons, and nothing personal is printed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psm_core import KK, NIK, NIKAbsence, PartialDate, Person, PhoneNumber, RegionCode, evolve
from psm_core.matching import CandidatePair, Reason, name_key, same_person
from psm_core.matching.evidence import Evidence, score
from psm_core.matching.facts import facts_of
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
    assert (found[code] < 0) is code.endswith(("_other", "_relation", "_twins"))


def test_equal_facts_are_reasons_for_it():
    assert set(reasons(SITI, SITI)) == {
        "nik_equal", "kk_equal", "name_equal", "birth_equal", "sex_equal", "village_equal",
        "phone_equal",
    }  # fmt: skip


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
    usual = unknown(SITI, birth_date=date(1990, 1, 1))
    assert reasons(usual, usual)["birth_usual"] < reasons(SITI, SITI)["birth_equal"]


def test_birth_date_of_the_nik_counts_if_none_is_stated():
    undated = evolve(SITI, birth_date=None)
    assert "birth_equal" in reasons(undated, SITI)
    assert not {"birth_equal", "birth_years"} & set(reasons(unknown(SITI, birth_date=None), SITI))
    partial = evolve(SITI, birth_date=PartialDate("1990"))
    assert not [code for code in reasons(undated, partial) if code.startswith("birth")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (SITI, Person(nik=NIK("9901015408900002"), kk=SITI.kk, name="Rahmawati")),
        (unknown(SITI, kk=None, phone=None), Person(name=SITI.name, nik=NIK("9902017011700003"))),
        (SITI, evolve(SITI, nik=NIK("9902017011700003"), name="Rahmawati")),
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
    swapped = evolve(twin, name="Husnlu Rizki")
    assert "kk_twins" not in reasons(child, swapped)
    head = evolve(twin, family_relation=FamilyRelation.KEPALA_KELUARGA)
    assert "kk_twins" not in reasons(child, head)
    assert "kk_relation" in reasons(child, head)


def test_common_names_weigh_less():
    one = facts_of(unknown(SITI, kk=None, phone=None, birth_date=None))
    few, many = Evidence([one] * 2), Evidence([one] * 30_000)
    assert score(few.reasons(one, one)) > 0.5 > score(many.reasons(one, one))


def test_people_of_a_large_block_are_compared_with_their_neighbours_by_name():
    names = [f"{a}i{a}a {b}u{b}u Warga" for a in "bdfgjklmnp" for b in "bdfgjklmnp"]
    people = [unknown(SITI, name=name, kk=None, phone=None) for name in names]
    double = unknown(SITI, name=names[50], kk=None, phone=None)
    found = same_person([*people, double], min_score=0.9)
    assert [(one.first, one.second) for one in found] == [(50, 100)]


def test_number_of_an_office_is_no_reason_to_compare_people():
    many = [
        Person(name=f"Nama{n:03}x", nik_absence=NIKAbsence.TIDAK_DIKETAHUI, phone=SITI.phone)
        for n in range(50)
    ]
    assert same_person(many, min_score=0) == ()


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


def test_pair_is_described_in_both_languages():
    reasons = (Reason("name_equal", 14.0), Reason("kk_other", -1.0))
    pair = CandidatePair(0, 3, 0.876, reasons)
    assert pair.describe() == "88%: the same name; but different KK numbers"
    assert pair.describe("id") == "88%: nama sama; tetapi nomor KK berbeda"
    assert CandidatePair(0, 1, 1.0, reasons[:1]).describe("id") == "100%: nama sama"


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
