"""Consents: what UU 27/2022 demands of them gives warnings, and no record is refused."""

from datetime import date

import pytest

from psm_core import (
    Beneficiary,
    BeneficiaryId,
    Case,
    CaseFile,
    CaseId,
    Consent,
    Group,
    NIKAbsence,
    PartialDate,
    Person,
    Referral,
    Speaker,
    Step,
    WorkerId,
    checks,
    evolve,
    load_regions,
    wire,
)
from psm_core.privacy import export
from psm_core.records.consents import IN_FORCE
from psm_core.terms import (
    ConsentCondition,
    ConsentForm,
    ConsentGiver,
    ConsentPurpose,
    DisabilityType,
    LegalGround,
    ReferralAnswer,
    Sensitivity,
    StepKind,
)

F, G = ConsentForm, ConsentGiver
DAY = date(2025, 10, 1)
BEFORE_THE_ACT = date(2022, 10, 16)
BORN = {"child": date(2018, 5, 1), "adult": date(1990, 5, 1), "unknown": None}


def consent(**changes):
    valid = {
        "key": "c1",
        "date": DAY,
        "giver": G.YANG_BERSANGKUTAN,
        "form": F.TERTULIS,
        "evidence": "Formulir no. 12",
        "purposes": frozenset({ConsentPurpose.RUJUKAN}),
        "covers": Sensitivity.SPESIFIK,
    }
    return Consent(**valid | changes)


def person(age, **fields):
    absence = NIKAbsence.BELUM_MEMILIKI
    return Person(name="Contoh", nik_absence=absence, birth_date=BORN[age], **fields)


def file(who, *consents, day=DAY, ground=None):
    found = Step(kind=StepKind.PENJANGKAUAN, date=day, by=WorkerId("psm-1"))
    case = Case(
        id=CaseId("k"),
        beneficiary=BeneficiaryId("b"),
        steps=(found,),
        consents=consents,
        legal_ground=ground,
    )
    return CaseFile(case=case, beneficiary=Beneficiary(id=BeneficiaryId("b"), person=who))


def warnings_of(record):
    found = checks.check(record, regions=load_regions())
    return [(i.where, i.code) for i in found if i.code.startswith(("case.", "consent."))]


def test_written_consent_with_evidence_gives_no_warning():
    for form in (F.TERTULIS, F.ELEKTRONIK, F.TEREKAM):
        given = consent(form=form)
        assert given.has_valid_form
        assert warnings_of(given) == []
        assert wire.from_json(wire.to_json(file(person("adult"), given)), CaseFile)


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"form": F.LISAN, "evidence": None}, [("$.form", "consent.form_void")]),
        ({"form": None}, [("$.form", "consent.form_missing")]),
        ({"evidence": None}, [("$.evidence", "consent.evidence_missing")]),
        ({"purposes": frozenset()}, [("$.purposes", "consent.purpose_missing")]),
        (
            {"conditions": frozenset({ConsentCondition.BAHASA_SEDERHANA})},
            [("$.conditions", "consent.condition_missing")],
        ),
        ({"conditions": frozenset()}, [("$.conditions", "consent.condition_missing")]),
        ({"conditions": frozenset(ConsentCondition)}, []),
        (
            {"form": None, "evidence": None},
            [("$.form", "consent.form_missing"), ("$.evidence", "consent.evidence_missing")],
        ),
    ],
)
def test_consent_that_the_act_voids_gives_a_warning(changes, found):
    assert warnings_of(consent(**changes)) == found
    assert warnings_of(consent(**changes, date=BEFORE_THE_ACT)) == []
    assert [code for _, code in warnings_of(consent(**changes, date=IN_FORCE))] == [
        code for _, code in found
    ]


def test_oral_consent_is_not_valid_since_the_act():
    use = (ConsentPurpose.RUJUKAN, Sensitivity.UMUM, DAY)
    oral = consent(form=F.LISAN)
    assert not oral.has_valid_form
    assert not oral.is_valid_on(DAY)
    assert not oral.allows(*use)
    assert oral.may_have_allowed(*use)
    old = consent(form=F.LISAN, date=BEFORE_THE_ACT)
    assert old.has_valid_form
    assert old.allows(*use)
    assert consent(form=None).allows(*use)


def test_export_rejects_an_oral_consent():
    how = {"purpose": ConsentPurpose.RUJUKAN, "as_of": DAY}
    assert export(person("adult"), consent=consent(), **how)["name"] == "Contoh"
    with pytest.raises(ValueError, match="oral consent is void"):
        export(person("adult"), consent=consent(form=F.LISAN), **how)


@pytest.mark.parametrize(
    ("age", "giver", "code"),
    [
        ("child", None, "consent.giver_not_parent"),
        ("child", G.YANG_BERSANGKUTAN, "consent.giver_not_parent"),
        ("child", G.ORANG_LAIN, "consent.giver_not_parent"),
        ("child", G.ORANG_TUA, None),
        ("child", G.WALI, None),
        ("adult", None, None),
        ("adult", G.YANG_BERSANGKUTAN, None),
        ("adult", G.WALI, None),
        ("adult", G.ORANG_TUA, "consent.giver_not_guardian"),
        ("adult", G.ORANG_LAIN, "consent.giver_not_guardian"),
        ("unknown", None, None),
        ("unknown", G.ORANG_TUA, None),
        ("unknown", G.ORANG_LAIN, "consent.giver_not_guardian"),
    ],
)
def test_giver_is_compared_with_the_age_on_the_day_of_the_consent(age, giver, code):
    found = [] if code is None else [("$.case.consents[0].giver", code)]
    assert warnings_of(file(person(age), consent(giver=giver))) == found
    disabled = person(age, disabilities=frozenset({DisabilityType.MENTAL}))
    assert warnings_of(file(disabled, consent(giver=giver))) == found
    old = consent(giver=giver, date=BEFORE_THE_ACT)
    assert warnings_of(file(person(age), old)) == []


def test_child_of_that_day_counts_as_child_years_later():
    who = evolve(person("child"), birth_date=date(2007, 10, 2))
    assert warnings_of(file(who, consent())) == [
        ("$.case.consents[0].giver", "consent.giver_not_parent")
    ]
    assert warnings_of(file(who, consent(date=date(2025, 10, 2)))) == []


def test_child_may_consent_beside_a_parent_who_consents_to_as_much():
    own, parent = consent(), consent(key="c2", giver=G.ORANG_TUA)
    assert warnings_of(file(person("child"), own, parent)) == []
    wider = frozenset({ConsentPurpose.RUJUKAN, ConsentPurpose.PENELITIAN})
    for narrower in (evolve(parent, covers=Sensitivity.UMUM), parent):
        more = own if narrower is not parent else evolve(own, purposes=wider)
        assert warnings_of(file(person("child"), more, narrower)) == [
            ("$.case.consents[0].giver", "consent.giver_not_parent")
        ]


def test_child_consent_stays_reported_if_that_of_the_parent_ends_earlier():
    who, own = person("child"), consent(until=date(2026, 10, 1))
    for longer in ({"until": own.until}, {"withdrawn": own.until}, {}):
        parent = consent(key="c2", giver=G.ORANG_TUA, **longer)
        assert warnings_of(file(who, own, parent)) == []
    for shorter in ({"until": date(2026, 9, 30)}, {"withdrawn": date(2026, 1, 1)}):
        parent = consent(key="c2", giver=G.ORANG_TUA, **shorter)
        assert warnings_of(file(who, own, parent)) == [
            ("$.case.consents[0].giver", "consent.giver_not_parent")
        ]


@pytest.mark.parametrize(
    ("born", "codes"),
    [
        ("2018", ["consent.giver_not_parent"]),
        ("2007", []),
        ("2007-10", []),
        ("2007-11", ["consent.giver_not_parent"]),
        ("1990~", []),
    ],
)
def test_partly_known_birth_date_warns_only_of_a_certain_child(born, codes):
    who = evolve(person("unknown"), birth_date=PartialDate(born))
    assert [code for _, code in warnings_of(file(who, consent()))] == codes


GROUND = ("$.case.consents", "case.ground_missing")


@pytest.mark.parametrize(
    ("age", "disabilities", "found"),
    [
        ("child", None, [("$.case.consents", "case.child_consent_missing")]),
        (
            "child",
            frozenset({DisabilityType.FISIK}),
            [("$.case.consents", "case.child_consent_missing")],
        ),
        (
            "adult",
            frozenset({DisabilityType.FISIK}),
            [("$.case.consents", "case.disability_consent_missing")],
        ),
        ("adult", frozenset(), []),
        ("adult", None, []),
        ("unknown", None, []),
    ],
)
def test_case_of_a_child_or_disabled_person_without_consent_gives_a_warning(
    age, disabilities, found
):
    who = person(age, disabilities=disabilities)
    assert sorted(warnings_of(file(who))) == sorted([GROUND, *found])
    assert warnings_of(file(who, ground=LegalGround.KEPENTINGAN_UMUM)) == found
    assert warnings_of(file(who, day=BEFORE_THE_ACT)) == []


@pytest.mark.parametrize("end", ["until", "withdrawn"])
def test_consent_that_ended_before_the_first_step_is_none(end):
    given = {"date": date(2025, 9, 1), "giver": G.WALI, end: date(2025, 9, 30)}
    child = ("$.case.consents", "case.child_consent_missing")
    day = date(2025, 10, 1)
    assert warnings_of(file(person("adult"), consent(**given), day=day)) == [GROUND]
    assert sorted(warnings_of(file(person("child"), consent(**given), day=day))) == sorted(
        [GROUND, child]
    )
    still = {**given, end: day}
    assert warnings_of(file(person("child"), consent(**still), day=day)) == []


def test_referral_with_its_own_ground_and_its_answer_need_no_other_ground():
    office = Speaker(body="Contoh")
    sent = Referral(
        sender=office,
        receiver=office,
        data_class=Sensitivity.UMUM,
        legal_ground=LegalGround.KEPENTINGAN_UMUM,
    )
    steps = (
        Step(kind=StepKind.RUJUKAN, date=DAY, referral=sent, by=WorkerId("psm-1")),
        Step(kind=StepKind.JAWABAN_RUJUKAN, date=DAY, answers=1, answer=ReferralAnswer.DITERIMA),
    )
    case = Case(id=CaseId("k"), beneficiary=BeneficiaryId("b"), steps=steps)
    assert warnings_of(case) == []
    bare = evolve(steps[0], referral=evolve(sent, legal_ground=None))
    assert ("$.consents", "case.ground_missing") in warnings_of(
        evolve(case, steps=(bare, steps[1]))
    )


def test_case_of_a_group_or_without_steps_requires_no_consent():
    group = Beneficiary(id=BeneficiaryId("b"), group=Group(name="Komunitas Contoh"))
    without = evolve(file(person("child"), ground=LegalGround.KEPENTINGAN_UMUM), beneficiary=group)
    assert warnings_of(without) == []
    given = evolve(without, case=evolve(without.case, consents=(consent(giver=G.ORANG_LAIN),)))
    assert warnings_of(given) == []
    empty = file(person("child"))
    assert warnings_of(evolve(empty, case=evolve(empty.case, steps=()))) == []
