"""Families and households: members, periods and welfare ranks."""

from datetime import date, datetime

import pytest

from psm_core import (
    KK,
    NIK,
    Family,
    FamilyId,
    Household,
    HouseholdId,
    Membership,
    NIKAbsence,
    ParseError,
    Person,
    Quarter,
    Resident,
    WelfareRank,
    checks,
    evolve,
    load_regions,
    wire,
)
from psm_core.terms import FamilyRelation, HouseholdRelation, KKAbsence, Sex, WelfareScheme
from tests.unit.issues import issues_of

HEAD, CHILD = FamilyRelation.KEPALA_KELUARGA, FamilyRelation.ANAK
ANI = Person(name="Ani Contoh", nik=NIK("9901014201600001"))
BUDI = Person(name="Budi Contoh", nik_absence=NIKAbsence.BELUM_MEMILIKI)
NEW_YEAR = date(2025, 1, 1)


def member(person, relation, since=None, until=None):
    return Membership(person=person, relation=relation, since=since, until=until)


def test_family_has_one_head_at_a_time():
    family = Family(
        memberships=(
            member(ANI, HEAD, until=date(2024, 12, 31)),
            member(BUDI, CHILD, until=date(2024, 12, 31)),
            member(BUDI, HEAD, since=NEW_YEAR),
        )
    )
    assert family.head_on(date(2024, 6, 1)) == ANI
    assert family.head_on(date(2025, 6, 1)) == BUDI
    assert [one.person for one in family.members_on(date(2024, 6, 1))] == [ANI, BUDI]
    assert Family().head_on(NEW_YEAR) is None


def test_repeated_member_is_reported_with_its_path():
    assert issues_of(
        lambda: Family(memberships=(member(ANI, HEAD), member(BUDI, HEAD), member(ANI, CHILD)))
    ) == [("$.memberships[2]", "family.member_duplicate")]
    resident = Resident(person=ANI, relation=HouseholdRelation.KEPALA_KELUARGA)
    other = Resident(person=BUDI, relation=HouseholdRelation.KEPALA_KELUARGA)
    assert issues_of(
        lambda: Household(id=HouseholdId("h"), residents=(resident, other, resident))
    ) == [("$.residents[2]", "family.member_duplicate")]


def test_equal_niks_are_one_person_with_any_name():
    nik = NIK("9901014108900001")
    one, same = Person(nik=nik, name="Ani"), Person(nik=nik, name="ANI CONTOH")
    assert issues_of(lambda: Family(memberships=(member(one, HEAD), member(same, CHILD)))) == [
        ("$.memberships[1]", "family.member_duplicate")
    ]
    other = Person(nik=NIK("9901014108900002"), name="Ani")
    assert Family(memberships=(member(one, HEAD), member(other, CHILD)))


def test_children_with_equal_names_and_no_nik_are_accepted():
    baby = Person(name="Bayi", nik_absence=NIKAbsence.BELUM_MEMILIKI, birth_date=date(2025, 10, 1))
    assert len(Family(memberships=(member(baby, CHILD), member(baby, CHILD))).memberships) == 2


def test_new_head_counts_on_the_day_of_change():
    family = Family(
        memberships=(
            member(ANI, HEAD, until=NEW_YEAR),
            member(BUDI, HEAD, since=NEW_YEAR),
            member(ANI, CHILD, since=NEW_YEAR),
        )
    )
    assert family.head_on(NEW_YEAR) == BUDI


def test_date_arguments_accept_datetimes():
    family = Family(memberships=(member(ANI, HEAD, since=NEW_YEAR),))
    assert family.head_on(datetime(2025, 1, 1, 8)) == ANI
    with pytest.raises(TypeError, match="a date is needed here, not str"):
        family.members_on("2025-01-01")


def test_latest_rank_counts_and_periods_are_unique():
    ranks = tuple(
        WelfareRank(decile=n, period=Quarter(f"2025-Q{quarter}")) for quarter, n in ((3, 4), (4, 2))
    )
    assert Family(ranks=ranks).rank.decile == 2
    assert Family().rank is None
    assert ranks[0].scheme is WelfareScheme.DTSEN
    assert issues_of(lambda: Family(ranks=(ranks[0], ranks[0]))) == [
        ("$.ranks[1].period", "rank.duplicate")
    ]
    for decile in (0, 11):
        assert issues_of(lambda n=decile: WelfareRank(decile=n, period=Quarter("2025-Q4"))) == [
            ("$.decile", "number.bounds")
        ]


def test_family_relations_map_to_household_relations():
    found = {}
    for relation in FamilyRelation:
        found.setdefault(relation.in_household, []).append(relation.name)
    assert set(found) == set(HouseholdRelation)
    assert found[HouseholdRelation.ISTRI_SUAMI] == ["SUAMI", "ISTRI"]
    assert found[HouseholdRelation.ORANG_TUA_MERTUA] == ["ORANGTUA", "MERTUA"]
    assert found[HouseholdRelation.LAINNYA] == ["FAMILI_LAIN", "LAINNYA"]


@pytest.mark.parametrize(
    "text",
    [
        *("2025-Q4", "2025-q4", "TW IV 2025", "tw 4 2025", "Triwulan IV tahun 2025", "TW IV/2025"),
        *("Q4 2025", "TW. 4 Th. 2025", "Triwulan ke-4 2025", "2025 TW IV", "Tahun 2025 Triwulan 4"),
    ],
)
def test_quarter_parse_accepts_written_forms(text):
    assert Quarter.parse(text) == Quarter("2025-Q4")
    assert Quarter.parse(text).start == date(2025, 10, 1)


@pytest.mark.parametrize(
    "text", ["2025", "2025-Q5", "Q4", "1825-Q1", "triwulan V 2025", "2025 IV", ""]
)
def test_quarter_rejects_other_texts(text):
    with pytest.raises(ParseError) as caught:
        Quarter.parse(text)
    assert caught.value.code == "quarter.format"


def warnings_of(record):
    found = checks.check(record, regions=load_regions())
    return [(issue.where, issue.code) for issue in found if issue.code.startswith("family.")]


def test_members_without_a_relation_are_no_heads_and_give_no_warning():
    unknown = Family(memberships=(Membership(person=ANI), Membership(person=BUDI)))
    assert warnings_of(unknown) == []
    assert unknown.head_on(NEW_YEAR) is None
    assert wire.from_json(wire.to_json(unknown), Family) == unknown
    known_in_part = evolve(unknown, memberships=(member(ANI, HEAD), Membership(person=BUDI)))
    assert warnings_of(known_in_part) == []
    assert known_in_part.head_on(NEW_YEAR) == ANI


def test_two_heads_at_one_time_give_a_warning():
    both = Family(memberships=(member(ANI, HEAD), member(BUDI, HEAD)))
    assert warnings_of(both) == [("$.memberships[1].relation", "family.two_heads")]
    handed_over = (member(ANI, HEAD, until=NEW_YEAR), member(BUDI, HEAD, since=NEW_YEAR))
    assert warnings_of(Family(memberships=handed_over)) == []


@pytest.mark.parametrize(("families", "count"), [(0, 1), (1, 1), (2, 0)])
def test_household_of_two_families_may_have_two_heads(families, count):
    residents = tuple(
        Resident(person=one, relation=HouseholdRelation.KEPALA_KELUARGA) for one in (ANI, BUDI)
    )
    ids = frozenset(FamilyId(f"f-{number}") for number in range(families))
    household = Household(id=HouseholdId("h"), families=ids, residents=residents)
    found = [("$.residents[1].relation", "family.two_heads")] * count
    assert warnings_of(household) == found


def test_family_without_card_states_why():
    without = Family(kk_absence=KKAbsence.BELUM_MEMILIKI, memberships=(member(BUDI, HEAD),))
    assert warnings_of(without) == []
    assert wire.from_json(wire.to_json(without), Family) == without
    both = evolve(without, kk=KK("9901010101200001"))
    assert warnings_of(both) == [("$.kk_absence", "family.kk_absence_unneeded")]
    assert warnings_of(evolve(both, kk_absence=None)) == []


def test_household_of_people_without_card_and_known_head_is_valid():
    residents = tuple(
        Resident(person=one, relation=HouseholdRelation.LAINNYA) for one in (BUDI, BUDI)
    )
    household = Household(id=HouseholdId("h"), residents=residents)
    assert warnings_of(household) == []
    assert wire.from_json(wire.to_json(household), Household) == household


@pytest.mark.parametrize(
    ("relation", "sex", "is_warned"),
    [
        (FamilyRelation.ISTRI, Sex.LAKI_LAKI, True),
        (FamilyRelation.SUAMI, Sex.PEREMPUAN, True),
        (FamilyRelation.ISTRI, Sex.PEREMPUAN, False),
        (FamilyRelation.SUAMI, None, False),
        (FamilyRelation.ANAK, Sex.LAKI_LAKI, False),
    ],
)
def test_husband_or_wife_of_the_other_sex_gives_a_warning(relation, sex, is_warned):
    family = Family(memberships=(member(evolve(ANI, sex=sex), relation),))
    expected = [("$.memberships[0].relation", "family.relation_sex")]
    assert warnings_of(family) == (expected if is_warned else [])
