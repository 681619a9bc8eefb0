"""People who have died, moved or gone: in records, checks and recaps."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psm_core import (
    NIK,
    Address,
    Assignment,
    Beneficiary,
    BeneficiaryId,
    Case,
    CaseFile,
    CaseId,
    Classification,
    Family,
    Membership,
    ParseError,
    Person,
    RegionCode,
    Resident,
    Speaker,
    Step,
    Verdict,
    Worker,
    WorkerId,
    checks,
    evolve,
    load_regions,
    privacy,
    recaps,
    wire,
)
from psm_core.terms import (
    ClosingReason,
    FamilyRelation,
    HouseholdRelation,
    LifeStatus,
    NIKAbsence,
    Pillar,
    PPKSCategory,
    StepKind,
    VerificationResult,
)
from tests.unit.issues import issues_of

REGIONS = load_regions()
ANGSANA, DISTRICT = RegionCode("63.10.09.2005"), RegionCode("63.10.09")
DEATH, BEFORE, AFTER = date(2025, 3, 1), date(2025, 2, 1), date(2025, 4, 1)
HEAD, CHILD = FamilyRelation.KEPALA_KELUARGA, FamilyRelation.ANAK
PSM = WorkerId("psm-1")


def person(status=None, day=None, name="Contoh", **more):
    return Person(
        name=name,
        nik_absence=None if "nik" in more else NIKAbsence.TIDAK_DIKETAHUI,
        life_status=status,
        life_status_date=day,
        ktp_address=Address(region=ANGSANA),
        **more,
    )


DEAD = person(LifeStatus.MATI, DEATH)


def warnings_of(record):
    return [(one.where, one.code) for one in checks.check(record, regions=REGIONS)]


def test_date_without_a_status_gives_a_warning():
    assert warnings_of(person(None, DEATH)) == [
        ("$.life_status_date", "person.life_status_missing")
    ]
    assert person(LifeStatus.HIDUP, DEATH).death_date is None
    assert DEAD.death_date == DEATH


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (LifeStatus.HIDUP, None),
        (LifeStatus.MATI, "person.deceased"),
        (LifeStatus.PINDAH, "person.moved"),
        (LifeStatus.HILANG, "person.missing"),
        (LifeStatus.PERGI, "person.gone"),
        (LifeStatus.TIDAK_VALID, "person.entry_invalid"),
    ],
)
def test_every_status_but_hidup_is_a_warning(status, code):
    expected = [] if code is None else [("$.life_status", code)]
    assert warnings_of(person(status)) == expected


def test_future_status_is_a_warning():
    found = checks.check(person(LifeStatus.HIDUP, AFTER), regions=REGIONS, as_of=BEFORE)
    assert [(one.where, one.code) for one in found] == [("$.life_status_date", "date.future")]


def test_death_before_birth_is_a_warning():
    found = person(LifeStatus.MATI, DEATH, birth_date=AFTER)
    assert ("$.life_status_date", "date.before_birth") in warnings_of(found)
    later = person(LifeStatus.MATI, DEATH, birth_date=BEFORE)
    assert warnings_of(later) == [("$.life_status", "person.deceased")]


@given(
    status=st.none() | st.sampled_from(LifeStatus),
    day=st.none() | st.dates(),
    on=st.dates(),
    later=st.dates(),
)
def test_nobody_returns_after_a_status(status, day, on, later):
    one = person(status, day if status else None)
    first, second = sorted((on, later))
    if one.is_resident_on(second):
        assert one.is_resident_on(first)
    if one.is_resident_on(None):
        assert one.is_resident_on(first)
    assert one.is_resident_on(None) is (status in {None, LifeStatus.HIDUP})


def test_dead_member_is_no_member_after_the_death():
    family = Family(
        memberships=(
            Membership(person=DEAD, relation=HEAD),
            Membership(person=person(LifeStatus.PINDAH), relation=CHILD),
            Membership(person=person(LifeStatus.TIDAK_VALID), relation=CHILD),
        )
    )
    assert [one.person for one in family.members_on(BEFORE)] == [
        DEAD,
        family.memberships[1].person,
    ]
    assert [one.person for one in family.members_on(AFTER)] == [family.memberships[1].person]
    assert (family.head_on(BEFORE), family.head_on(AFTER)) == (DEAD, None)


def test_dead_head_may_have_a_successor():
    heads = (Membership(person=DEAD, relation=HEAD), Membership(person=person(), relation=HEAD))
    family = Family(memberships=heads)
    assert family.head_on(AFTER) == heads[1].person
    two_heads = ("$.memberships[1].relation", "family.two_heads")
    assert two_heads not in warnings_of(family)
    alive = Membership(person=person(LifeStatus.HIDUP), relation=HEAD)
    assert two_heads in warnings_of(Family(memberships=(heads[1], alive)))


def test_invalid_entry_may_repeat_a_member():
    nik = NIK("9901014108900001")
    invalid = Membership(person=person(LifeStatus.TIDAK_VALID, nik=nik), relation=CHILD)
    valid = Membership(person=person(nik=nik), relation=CHILD)
    assert Family(memberships=(invalid, valid)).members_on(AFTER) == (valid,)
    assert issues_of(lambda: Family(memberships=(valid, valid))) == [
        ("$.memberships[1]", "family.member_duplicate")
    ]


def test_date_after_the_death_of_a_worker_is_a_warning():
    role = Assignment(pillar=Pillar.PSM, serves=ANGSANA, since=AFTER)
    worker = Worker(id=PSM, person=DEAD, assignments=(role,))
    assert ("$.assignments[0].since", "date.after_death") in warnings_of(worker)
    earlier = evolve(worker, assignments=(evolve(role, since=BEFORE),))
    assert "date.after_death" not in {code for _, code in warnings_of(earlier)}


def test_classification_after_death_is_a_warning_but_no_verification():
    finding = Classification(category=PPKSCategory.PEMULUNG, date=AFTER, source="desa")
    verdict = Verdict(
        date=AFTER, by=Speaker(name="Petugas"), result=VerificationResult.TIDAK_SESUAI
    )
    one = Beneficiary(
        id=BeneficiaryId("b-1"),
        person=DEAD,
        classifications=frozenset({finding}),
        verification=verdict,
    )
    assert [path for path, code in warnings_of(one) if code == "date.after_death"] == [
        "$.classifications[0].date"
    ]
    earlier = evolve(one, classifications=frozenset({evolve(finding, date=BEFORE)}))
    assert "date.after_death" not in {code for _, code in warnings_of(earlier)}


def test_step_after_death_is_a_warning_unless_it_ends_the_case():
    def step(kind, day, **more):
        return Step(kind=kind, date=day, by=PSM, **more)

    steps = (
        step(StepKind.PENJANGKAUAN, BEFORE),
        step(StepKind.PENDAMPINGAN, AFTER),
        step(StepKind.TERMINASI, AFTER, reason=ClosingReason.MENINGGAL_DUNIA),
    )
    case = Case(id=CaseId("k-1"), beneficiary=BeneficiaryId("b-1"), steps=steps)
    file = CaseFile(case=case, beneficiary=Beneficiary(id=BeneficiaryId("b-1"), person=DEAD))
    found = [path for path, code in warnings_of(file) if code == "date.after_death"]
    assert found == ["$.case.steps[1].date"]


@pytest.mark.parametrize(
    "record",
    [
        Membership(person=DEAD, relation=CHILD, since=AFTER),
        Resident(person=DEAD, relation=HouseholdRelation.ANAK, since=AFTER),
    ],
)
def test_membership_after_death_is_a_warning(record):
    assert ("$.since", "date.after_death") in warnings_of(record)


@pytest.mark.parametrize(
    ("status", "day", "count"),
    [
        (None, None, 1),
        (LifeStatus.HIDUP, DEATH, 1),
        (LifeStatus.MATI, DEATH, 0),
        (LifeStatus.PINDAH, None, 0),
        (LifeStatus.TIDAK_VALID, None, 0),
        (LifeStatus.MATI, date(2026, 1, 1), 1),
    ],
)
def test_recaps_leave_out_who_had_died_or_moved(status, day, count):
    who = person(status, day)
    finding = Classification(category=PPKSCategory.PEMULUNG, date=BEFORE, source="desa")
    one = Beneficiary(id=BeneficiaryId("b-1"), person=who, classifications=frozenset({finding}))
    recap = recaps.by_category([one], regions=REGIONS, within=DISTRICT, until=AFTER)
    assert recap.count() == count
    role = Assignment(pillar=Pillar.PSM, serves=ANGSANA, since=date(2019, 8, 1))
    worker = Worker(id=PSM, person=who, assignments=(role,))
    empty = recaps.villages_without_worker([worker], regions=REGIONS, within=ANGSANA, as_of=AFTER)
    assert len(empty) == 1 - count


def test_status_is_written_read_and_redacted():
    data = wire.to_builtins(DEAD)
    assert (data["life_status"], data["life_status_date"]) == ("mati", "2025-03-01")
    assert wire.from_builtins(data, Person) == DEAD
    adult = evolve(DEAD, birth_date=date(1960, 1, 1))
    audience = privacy.Audience
    shown = privacy.redact(adult, audience=audience.RESEARCH, as_of=AFTER)
    assert (shown["life_status"], shown["life_status_date"]) == ("mati", 2025)
    assert privacy.redact(adult, audience=audience.PUBLIC) == {"redacted": "public"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Meninggal 12-03-2023", LifeStatus.MATI),
        ("meninggal tgl 1/2/2020", LifeStatus.MATI),
        ("Alm. (2023)", LifeStatus.MATI),
        ("Pindah sejak th 2020", LifeStatus.PINDAH),
        ("pindah ke Banjar", LifeStatus.PINDAH),
    ],
)
def test_status_with_its_date_or_place_is_read(text, status):
    assert LifeStatus.parse(text) is status


@pytest.mark.parametrize(
    "text", ["2023", "Hidup 2", "entah 2020", "Pindah Datang", "pindah ke", "a" * 201]
)
def test_other_words_beside_a_status_are_unknown(text):
    with pytest.raises(ParseError) as caught:
        LifeStatus.parse(text)
    assert caught.value.code == "term.unknown"


def test_life_status_is_a_text():
    with pytest.raises(ParseError) as caught:
        LifeStatus.parse(2)
    assert caught.value.code == "type.text"


@pytest.mark.parametrize("name", ["Ani (Alm)", "Almh. Ani", "ANI, ALM.", "Ani (almarhumah)"])
def test_mark_of_the_dead_in_a_name_without_life_status_is_a_warning(name):
    assert warnings_of(person(None, name=name)) == [("$.name", "person.name_deceased")]
    assert warnings_of(person(LifeStatus.HIDUP, name=name)) == []


@pytest.mark.parametrize("name", ["Salma", "Alma Contoh", "Ani binti Budi (Alm)", "Halmahera"])
def test_other_names_give_no_warning(name):
    assert warnings_of(person(None, name=name)) == []
