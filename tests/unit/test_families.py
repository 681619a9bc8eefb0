"""Families and households: who belongs to them, and how they rank."""

from datetime import date, datetime

import pytest

from psm_core import (
    NIK,
    Family,
    Household,
    HouseholdId,
    Membership,
    NIKAbsence,
    ParseError,
    Person,
    Quarter,
    Resident,
    ValidationError,
    WelfareRank,
)
from psm_core.terms import FamilyRelation, HouseholdRelation, WelfareScheme

HEAD, CHILD = FamilyRelation.KEPALA_KELUARGA, FamilyRelation.ANAK
ANI = Person(name="Ani Contoh", nik=NIK("9901014201600001"))
BUDI = Person(name="Budi Contoh", nik_absence=NIKAbsence.BELUM_MEMILIKI)
NEW_YEAR = date(2025, 1, 1)


def faults(make):
    with pytest.raises(ValidationError) as caught:
        make()
    return [(issue.where, issue.code) for issue in caught.value.issues]


def member(person, relation, since=None, until=None):
    return Membership(person=person, relation=relation, since=since, until=until)


def test_a_family_has_one_head_at_a_time_and_tells_who_it_was():
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


def test_a_second_head_and_a_member_twice_at_once_are_told_where_they_stand():
    assert faults(
        lambda: Family(memberships=(member(ANI, HEAD), member(BUDI, HEAD), member(ANI, CHILD)))
    ) == [
        ("$.memberships[2]", "family.member_duplicate"),
        ("$.memberships[1].relation", "family.two_heads"),
    ]
    resident = Resident(person=ANI, relation=HouseholdRelation.KEPALA_KELUARGA)
    other = Resident(person=BUDI, relation=HouseholdRelation.KEPALA_KELUARGA)
    assert faults(
        lambda: Household(id=HouseholdId("h"), residents=(resident, other, resident))
    ) == [
        ("$.residents[2]", "family.member_duplicate"),
        ("$.residents[1].relation", "family.two_heads"),
        ("$.residents[2].relation", "family.two_heads"),
    ]


def test_one_nik_is_one_person_however_the_name_is_written():
    nik = NIK("9901014108900001")
    one, same = Person(nik=nik, name="Ani"), Person(nik=nik, name="ANI CONTOH")
    assert faults(lambda: Family(memberships=(member(one, HEAD), member(same, CHILD)))) == [
        ("$.memberships[1]", "family.member_duplicate")
    ]
    other = Person(nik=NIK("9901014108900002"), name="Ani")
    assert Family(memberships=(member(one, HEAD), member(other, CHILD)))


def test_two_children_of_one_name_may_be_two():
    baby = Person(name="Bayi", nik_absence=NIKAbsence.BELUM_MEMILIKI, birth_date=date(2025, 10, 1))
    assert len(Family(memberships=(member(baby, CHILD), member(baby, CHILD))).memberships) == 2


def test_on_a_day_of_handing_over_the_new_head_counts():
    family = Family(
        memberships=(
            member(ANI, HEAD, until=NEW_YEAR),
            member(BUDI, HEAD, since=NEW_YEAR),
            member(ANI, CHILD, since=NEW_YEAR),
        )
    )
    assert family.head_on(NEW_YEAR) == BUDI


def test_a_day_may_be_told_by_a_moment_of_it():
    family = Family(memberships=(member(ANI, HEAD, since=NEW_YEAR),))
    assert family.head_on(datetime(2025, 1, 1, 8)) == ANI
    with pytest.raises(TypeError, match="a date is needed here, not str"):
        family.members_on("2025-01-01")


def test_the_latest_rank_counts_and_there_is_one_for_a_period():
    ranks = tuple(
        WelfareRank(decile=n, period=Quarter(f"2025-Q{quarter}")) for quarter, n in ((3, 4), (4, 2))
    )
    assert Family(ranks=ranks).rank.decile == 2
    assert Family().rank is None
    assert ranks[0].scheme is WelfareScheme.DTSEN
    assert faults(lambda: Family(ranks=(ranks[0], ranks[0]))) == [
        ("$.ranks[1].period", "rank.duplicate")
    ]
    for decile in (0, 11):
        assert faults(lambda n=decile: WelfareRank(decile=n, period=Quarter("2025-Q4"))) == [
            ("$.decile", "number.bounds")
        ]


def test_several_relations_of_the_card_go_into_one_of_the_statistics_office():
    found = {}
    for relation in FamilyRelation:
        found.setdefault(relation.in_household, []).append(relation.name)
    assert set(found) == set(HouseholdRelation)
    assert found[HouseholdRelation.ISTRI_SUAMI] == ["SUAMI", "ISTRI"]
    assert found[HouseholdRelation.ORANG_TUA_MERTUA] == ["ORANGTUA", "MERTUA"]
    assert found[HouseholdRelation.LAINNYA] == ["FAMILI_LAIN", "LAINNYA"]


@pytest.mark.parametrize(
    "text",
    ["2025-Q4", "2025-q4", "TW IV 2025", "tw 4 2025", "Triwulan IV tahun 2025", "TW IV/2025"],
)
def test_a_quarter_is_read_as_papers_write_it(text):
    assert Quarter.parse(text) == Quarter("2025-Q4")
    assert Quarter.parse(text).start == date(2025, 10, 1)


@pytest.mark.parametrize("text", ["2025", "2025-Q5", "Q4", "1825-Q1", "triwulan V 2025", ""])
def test_what_is_no_quarter_is_refused(text):
    with pytest.raises(ParseError) as caught:
        Quarter.parse(text)
    assert caught.value.code == "quarter.format"
