"""Cases: the order of steps, corrections, referrals and consent."""

from datetime import date

import pytest

from psm_core import (
    NIK,
    Beneficiary,
    BeneficiaryId,
    Case,
    CaseFile,
    CaseId,
    Consent,
    Family,
    FamilyId,
    Household,
    HouseholdId,
    Membership,
    NIKAbsence,
    Person,
    Referral,
    RegisterMatch,
    Resident,
    Speaker,
    Step,
    ValidationError,
    Verdict,
    WorkerId,
    evolve,
    wire,
)
from psm_core.records.cases.steps import FIRST_STEPS, NEXT_STEPS
from psm_core.terms import (
    ClosingReason,
    ConsentPurpose,
    FamilyRelation,
    HouseholdRelation,
    LegalGround,
    MatchState,
    ReferralAnswer,
    Sensitivity,
    StepKind,
    VerificationResult,
)

K = StepKind
PSM = WorkerId("psm-1")
DINAS = Speaker(body="Dinas Sosial")
PUSKESMAS = Speaker(body="Puskesmas Contoh")
DAY = date(2025, 10, 1)


def day(number):
    return date(2025, 10, number)


def step(kind, number=1, **details):
    if kind is K.TERMINASI:
        details.setdefault("reason", ClosingReason.MANDIRI)
    if kind is K.RUJUKAN:
        details.setdefault("referral", referral(data_class=Sensitivity.UMUM))
    return Step(kind=kind, date=day(number), by=PSM, **details)


def referral(**details):
    return Referral(sender=DINAS, receiver=PUSKESMAS, **details)


def case(*steps, consents=()):
    return Case(id=CaseId("k"), beneficiary=BeneficiaryId("b"), steps=steps, consents=consents)


def consent(**fields):
    purposes = frozenset({ConsentPurpose.RUJUKAN})
    valid = {"key": "c1", "date": DAY, "purposes": purposes, "covers": Sensitivity.SPESIFIK}
    return Consent(**valid | fields)


def issues_of(make):
    with pytest.raises(ValidationError) as caught:
        make()
    return [(issue.where, issue.code) for issue in caught.value.issues]


def test_next_steps_covers_every_ordered_kind():
    assert set(NEXT_STEPS) == set(StepKind) - {K.JAWABAN_RUJUKAN, K.PEMBATALAN}
    assert frozenset(NEXT_STEPS) >= FIRST_STEPS
    reached = set(FIRST_STEPS)
    for _ in StepKind:
        reached |= {kind for one in reached for kind in NEXT_STEPS[one]}
    assert reached == set(NEXT_STEPS)


WORK = {K.ASESMEN, K.PENDAMPINGAN, K.RUJUKAN, K.PERTOLONGAN_KEDARURATAN}


def what_may_precede(kind):
    return {one for one, following in NEXT_STEPS.items() if kind in following}


def test_work_and_closing_may_follow_any_step():
    for kind in {*WORK, K.TERMINASI}:
        assert what_may_precede(kind) == set(NEXT_STEPS) - {K.TERMINASI}


@pytest.mark.parametrize(
    ("kind", "made_possible_by"),
    [
        (K.PENJANGKAUAN, {K.PENJANGKAUAN, K.REGISTRASI, K.PERTOLONGAN_KEDARURATAN}),
        (K.REGISTRASI, {K.PENJANGKAUAN, K.REGISTRASI, *WORK}),
        (
            K.RENCANA_INTERVENSI,
            {K.REGISTRASI, K.RENCANA_INTERVENSI, K.BIMBINGAN_LANJUT}
            | (WORK - {K.PERTOLONGAN_KEDARURATAN}),
        ),
        (K.REUNIFIKASI, {K.RENCANA_INTERVENSI, K.BIMBINGAN_LANJUT, *WORK}),
        (
            K.BIMBINGAN_LANJUT,
            {K.PENDAMPINGAN, K.RUJUKAN, K.REUNIFIKASI, K.BIMBINGAN_LANJUT},
        ),
    ],
)
def test_other_steps_require_their_predecessors(kind, made_possible_by):
    assert what_may_precede(kind) == made_possible_by


@pytest.mark.parametrize("before", NEXT_STEPS)
@pytest.mark.parametrize("after", NEXT_STEPS)
def test_step_order_follows_the_table(before, after):
    start = () if before in FIRST_STEPS else (step(K.REGISTRASI), step(K.PENDAMPINGAN))
    made = (*start, step(before), step(after, 2))
    if after in NEXT_STEPS[before]:
        assert case(*made).current_steps == made
    else:
        assert (f"$.steps[{len(made) - 1}].kind", "case.step_order") in issues_of(
            lambda: case(*made)
        )


@pytest.mark.parametrize("kind", [kind for kind in NEXT_STEPS if kind not in FIRST_STEPS])
def test_case_rejects_other_first_steps(kind):
    assert issues_of(lambda: case(step(kind))) == [("$.steps[0].kind", "case.step_order")]


def test_step_recorded_late_is_ordered_by_date():
    late = case(step(K.PENJANGKAUAN, 1), step(K.ASESMEN, 5)).add_step(step(K.REGISTRASI, 3))
    assert [one.kind for one in late.current_steps] == [K.PENJANGKAUAN, K.REGISTRASI, K.ASESMEN]
    assert issues_of(lambda: late.add_step(step(K.RENCANA_INTERVENSI, 2))) == [
        ("$.steps[3].kind", "case.step_order"),
        ("$.steps[2].kind", "case.step_order"),
    ]


def test_correction_takes_the_position_of_the_corrected_step():
    begun = case(step(K.PENJANGKAUAN, 1), step(K.REGISTRASI, 2), step(K.TERMINASI, 3))
    assert not begun.is_open
    assert begun.next_step_kinds == frozenset()
    corrected = begun.add_step(step(K.ASESMEN, 3, corrects=3, note="bukan penutupan"))
    assert corrected.is_open
    assert len(corrected.steps) == 4
    assert [one.kind for one in corrected.current_steps] == [
        K.PENJANGKAUAN,
        K.REGISTRASI,
        K.ASESMEN,
    ]
    annulled = corrected.add_step(step(K.PEMBATALAN, 4, corrects=4))
    assert [one.kind for one in annulled.current_steps] == [K.PENJANGKAUAN, K.REGISTRASI]
    assert annulled.is_later_state_of(corrected)
    assert corrected.is_later_state_of(begun)
    assert not begun.is_later_state_of(corrected)
    assert not evolve(annulled, id=CaseId("other")).is_later_state_of(corrected)
    assert case().next_step_kinds == FIRST_STEPS


def test_correction_or_answer_without_target_is_an_issue():
    found = step(K.PENJANGKAUAN)
    answer = {"answers": 1, "answer": ReferralAnswer.DITERIMA}
    assert issues_of(
        lambda: case(
            found,
            step(K.PENJANGKAUAN, corrects=1),
            step(K.PENJANGKAUAN, corrects=1),
            step(K.PENJANGKAUAN, corrects=9),
            step(K.JAWABAN_RUJUKAN, **answer),
        )
    ) == [
        ("$.steps[2].corrects", "case.step_not_found"),
        ("$.steps[3].corrects", "case.step_not_found"),
        ("$.steps[4].answers", "case.referral_not_found"),
    ]
    assert issues_of(lambda: step(K.PEMBATALAN)) == [("$.corrects", "step.cancelled_step_missing")]


def test_detail_requires_its_kind_of_step():
    assert issues_of(lambda: Step(kind=K.RUJUKAN, date=DAY, by=PSM)) == [
        ("$.referral", "step.detail_mismatch")
    ]
    assert issues_of(lambda: Step(kind=K.TERMINASI, date=DAY, by=PSM)) == [
        ("$.reason", "step.detail_mismatch")
    ]
    assert issues_of(lambda: Step(kind=K.JAWABAN_RUJUKAN, date=DAY, by=PSM)) == [
        ("$.answers", "step.detail_mismatch"),
        ("$.answer", "step.detail_mismatch"),
    ]
    assert issues_of(lambda: step(K.ASESMEN, reason=ClosingReason.PINDAH)) == [
        ("$.reason", "step.detail_mismatch")
    ]
    assert issues_of(lambda: Step(kind=K.ASESMEN, date=DAY)) == [("$.by", "step.unsigned")]
    assert Step(kind=K.ASESMEN, date=DAY, signed_by=DINAS).by is None


def test_corrected_referral_keeps_its_latest_answer():
    sent = case(step(K.REGISTRASI, 1), step(K.RUJUKAN, 2))
    (open_one,) = sent.referrals
    assert (open_one.step_number, open_one.answer, open_one.answered_on) == (2, None, None)
    answered = sent.add_step(
        step(K.JAWABAN_RUJUKAN, 3, answers=2, answer=ReferralAnswer.DITERIMA),
        step(
            K.RUJUKAN,
            2,
            corrects=2,
            referral=referral(data_class=Sensitivity.UMUM, service="rawat"),
        ),
        step(K.JAWABAN_RUJUKAN, 5, answers=4, answer=ReferralAnswer.SELESAI),
    )
    (last,) = answered.referrals
    assert (last.step_number, last.sent_on, last.referral.service) == (4, day(2), "rawat")
    assert (last.answer, last.answered_on) == (ReferralAnswer.SELESAI, day(5))
    closed = answered.add_step(step(K.TERMINASI, 6))
    assert not closed.add_step(
        step(K.JAWABAN_RUJUKAN, 7, answers=4, answer=ReferralAnswer.DITERUSKAN)
    ).is_open


SPECIFIC = {"data_class": Sensitivity.SPESIFIK}


@pytest.mark.parametrize(
    ("consents", "fields", "may"),
    [
        ((), {}, False),
        ((), {"consent": "c1"}, False),
        ((), {"legal_ground": LegalGround.KEPENTINGAN_VITAL}, True),
        ((consent(),), {}, False),
        ((consent(),), {"consent": "c2"}, False),
        ((consent(),), {"consent": "c1"}, True),
        ((consent(covers=Sensitivity.UMUM),), {"consent": "c1"}, False),
        ((consent(date=day(3)),), {"consent": "c1"}, False),
        ((consent(until=day(1)),), {"consent": "c1"}, False),
        ((consent(until=day(2)),), {"consent": "c1"}, True),
        ((consent(withdrawn=day(2)),), {"consent": "c1"}, True),
        ((consent(withdrawn=day(1)),), {"consent": "c1"}, False),
        ((consent(withdrawn=day(3)),), {"consent": "c1"}, True),
        ((consent(purposes=frozenset({ConsentPurpose.PENELITIAN})),), {"consent": "c1"}, False),
    ],
)
def test_referral_of_specific_data_requires_consent_or_legal_ground(consents, fields, may):
    def make():
        sent = step(K.RUJUKAN, 2, referral=referral(**SPECIFIC, **fields))
        return case(step(K.REGISTRASI), sent, consents=consents)

    if may:
        assert make().referrals
    else:
        assert ("$.steps[1].referral", "referral.without_consent") in issues_of(make)


def test_referral_rejects_missing_consent():
    sent = step(K.RUJUKAN, 2, referral=referral(data_class=Sensitivity.UMUM, consent="c2"))
    assert issues_of(lambda: case(step(K.REGISTRASI), sent, consents=(consent(),))) == [
        ("$.steps[1].referral.consent", "case.consent_not_found")
    ]


def test_named_consent_must_be_valid_without_legal_ground():
    def make(**more):
        fields = referral(data_class=Sensitivity.UMUM, consent="c1", **more)
        steps = (step(K.REGISTRASI), step(K.RUJUKAN, 2, referral=fields))
        return case(*steps, consents=(consent(withdrawn=day(1)),))

    assert issues_of(make) == [("$.steps[1].referral", "referral.without_consent")]
    assert make(legal_ground=LegalGround.KEWAJIBAN_HUKUM).referrals


def test_cancelled_referral_requires_no_consent():
    fields = referral(**SPECIFIC, consent="c1")
    wrong_day = case(
        step(K.REGISTRASI), step(K.RUJUKAN, 20, referral=fields), consents=(consent(),)
    )
    corrected = wrong_day.add_step(step(K.RUJUKAN, 17, referral=fields, corrects=2))
    assert evolve(corrected, consents=(consent(withdrawn=day(18)),)).is_later_state_of(corrected)


def test_closing_comes_last_on_its_day():
    closed = case(step(K.PENJANGKAUAN, 1), step(K.TERMINASI, 3)).add_step(step(K.PENDAMPINGAN, 3))
    assert [one.kind for one in closed.current_steps] == [
        K.PENJANGKAUAN,
        K.PENDAMPINGAN,
        K.TERMINASI,
    ]
    assert not closed.is_open


def test_referral_rejects_data_above_its_class():
    assert issues_of(lambda: referral(data_class=Sensitivity.UMUM, need="batuk lama")) == [
        ("$.data_class", "referral.data_class_exceeded")
    ]
    assert issues_of(lambda: referral(data_class=Sensitivity.NONE, service="permakanan")) == [
        ("$.data_class", "referral.data_class_exceeded")
    ]
    assert referral(data_class=Sensitivity.UMUM, service="permakanan").need is None
    assert referral(data_class=Sensitivity.NONE).service is None


def test_consent_on_the_day_of_withdrawal_may_have_allowed_earlier_use():
    taken_back = consent(withdrawn=day(2))
    use = (ConsentPurpose.RUJUKAN, Sensitivity.UMUM, day(2))
    assert taken_back.may_have_allowed(*use)
    assert not taken_back.allows(*use)
    assert taken_back.is_valid_on(day(1))


def test_answer_requires_an_earlier_referral_in_force():
    sent = case(step(K.REGISTRASI, 1), step(K.RUJUKAN, 3))
    answer = {"answers": 2, "answer": ReferralAnswer.DITERIMA}
    assert issues_of(lambda: sent.add_step(step(K.JAWABAN_RUJUKAN, 2, **answer))) == [
        ("$.steps[2].date", "case.answer_before_referral")
    ]
    assert issues_of(lambda: sent.add_step(step(K.JAWABAN_RUJUKAN, 4, corrects=2, **answer))) == [
        ("$.steps[2].answers", "case.referral_not_found")
    ]
    annulled = sent.add_step(step(K.PEMBATALAN, 4, corrects=2))
    assert issues_of(lambda: annulled.add_step(step(K.JAWABAN_RUJUKAN, 5, **answer))) == [
        ("$.steps[3].answers", "case.referral_not_found")
    ]
    assert sent.add_step(step(K.JAWABAN_RUJUKAN, 3, **answer)).referrals[0].answered_on == day(3)
    answered = sent.add_step(step(K.JAWABAN_RUJUKAN, 4, **answer))
    assert issues_of(lambda: answered.add_step(step(K.PENJANGKAUAN, 5))) == [
        ("$.steps[3].kind", "case.step_order")
    ]
    assert issues_of(lambda: answered.add_step(step(K.PEMBATALAN, 5, corrects=2))) == [
        ("$.steps[2].answers", "case.referral_not_found")
    ]
    restored = annulled.add_step(step(K.RUJUKAN, 3, corrects=3))
    assert [one.step_number for one in restored.referrals] == [4]
    assert issues_of(lambda: annulled.add_step(step(K.PEMBATALAN, 5, corrects=3))) == [
        ("$.steps[3].corrects", "case.step_not_found")
    ]
    late = {**answer, "answers": 9}
    assert issues_of(lambda: sent.add_step(step(K.JAWABAN_RUJUKAN, 4, **late))) == [
        ("$.steps[2].answers", "case.referral_not_found")
    ]


def test_later_state_keeps_consents_or_withdraws_them():
    given = evolve(case(step(K.REGISTRASI)), consents=(consent(),))
    taken_back = evolve(given, consents=(consent(withdrawn=day(9)),))
    assert taken_back.is_later_state_of(given)
    assert not given.is_later_state_of(taken_back)
    assert taken_back.add_step(step(K.ASESMEN, 10)).is_later_state_of(taken_back)
    assert not evolve(given, consents=(consent(until=day(9)),)).is_later_state_of(given)
    assert not evolve(given, consents=()).is_later_state_of(given)
    assert evolve(given, consents=(consent(), consent(key="c2"))).is_later_state_of(given)
    assert not evolve(given, resumes=CaseId("k-0")).is_later_state_of(given)
    assert issues_of(lambda: evolve(given, resumes=given.id)) == [
        ("$.resumes", "case.resumes_itself")
    ]


def test_consent_requires_a_purpose_and_ends_after_its_date():
    early = date(2025, 9, 30)
    assert issues_of(lambda: consent(purposes=frozenset(), until=early, withdrawn=early)) == [
        ("$.until", "period.ends_before_start"),
        ("$.withdrawn", "period.ends_before_start"),
        ("$.purposes", "consent.purpose_missing"),
    ]
    assert issues_of(lambda: case(consents=(consent(), consent(until=day(9))))) == [
        ("$.consents[1].key", "consent.duplicate")
    ]


def test_case_file_rejects_another_beneficiary():
    person = Person(name="Contoh", nik_absence=NIKAbsence.BELUM_MEMILIKI)
    other = Beneficiary(id=BeneficiaryId("other"), person=person)
    assert issues_of(lambda: CaseFile(case=case(), beneficiary=other)) == [
        ("$.case", "case_file.beneficiary_differs")
    ]


def test_case_file_rejects_an_unrelated_family():
    def one(number):
        return Person(nik=NIK(f"990101410890000{number}"), name="Contoh")

    def family(*people, **more):
        relation = FamilyRelation.FAMILI_LAIN
        return Family(
            memberships=tuple(Membership(person=p, relation=relation) for p in people), **more
        )

    nameless = Person(name="Contoh", nik_absence=NIKAbsence.BELUM_MEMILIKI)
    fields = {"case": case(), "beneficiary": Beneficiary(id=BeneficiaryId("b"), person=one(1))}
    other = ("$.family", "case_file.beneficiary_not_member")
    assert issues_of(lambda: CaseFile(**fields, family=family(one(2), one(3)))) == [other]
    resident = Resident(person=one(2), relation=HouseholdRelation.LAINNYA)
    strangers = Household(id=HouseholdId("h"), residents=(resident,))
    assert issues_of(lambda: CaseFile(**fields, household=strangers)) == [
        ("$.household", "case_file.beneficiary_not_member")
    ]
    for theirs in (family(), family(one(2), one(1)), family(one(2), nameless)):
        assert CaseFile(**fields, family=theirs)
    ours = family(one(1), id=FamilyId("f-1"))
    fields = {"case": case(), "beneficiary": Beneficiary(id=BeneficiaryId("b"), family=ours)}
    for theirs in (ours, family(), family(one(2), one(1)), family(nameless, id=FamilyId("f-1"))):
        assert CaseFile(**fields, family=theirs)
    for theirs in (family(one(1), id=FamilyId("f-2")), family(one(2)), family(one(2), id=ours.id)):
        assert issues_of(lambda them=theirs: CaseFile(**fields, family=them)) == [other]
    assert issues_of(lambda: CaseFile(**fields, household=strangers)) == [
        ("$.household", "case_file.beneficiary_not_member")
    ]


def test_validation_rejects_a_failed_verification():
    person = Person(name="Contoh", nik_absence=NIKAbsence.BELUM_MEMILIKI)
    yes, no = VerificationResult.SESUAI, VerificationResult.TIDAK_SESUAI

    def made(verified, validated):
        return Beneficiary(
            id=BeneficiaryId("b"),
            person=person,
            verification=Verdict(date=day(2), by=PUSKESMAS, result=verified),
            validation=Verdict(date=day(3), by=DINAS, result=validated),
        )

    assert made(yes, yes)
    assert made(yes, no)
    assert made(no, no)
    assert issues_of(lambda: made(no, yes)) == [("$.validation", "validation.verification_failed")]


def test_verification_and_validation_require_different_actors():
    person = Person(name="Contoh", nik_absence=NIKAbsence.BELUM_MEMILIKI)
    field = Speaker(body="Petugas lapangan")
    seen = Verdict(date=day(2), by=field, result=VerificationResult.SESUAI)
    approved = Verdict(date=day(3), by=DINAS, result=VerificationResult.SESUAI)
    match = RegisterMatch(
        state=MatchState.PADAN, against="Dukcapil", method="NIK", score=100, date=day(4)
    )
    whole = Beneficiary(
        id=BeneficiaryId("b"),
        person=person,
        verification=seen,
        validation=approved,
        matches=(match,),
    )
    assert wire.from_json(wire.to_json(whole), Beneficiary) == whole
    assert evolve(whole, validation=evolve(approved, date=day(2)))
    assert issues_of(lambda: evolve(whole, verification=None)) == [
        ("$.validation", "validation.without_verification")
    ]
    assert issues_of(lambda: evolve(whole, validation=evolve(approved, date=day(1), by=field))) == [
        ("$.validation", "validation.without_verification"),
        ("$.validation", "validation.same_actor"),
    ]


def test_case_file_reports_all_issues_with_their_paths():
    person = {"name": "Contoh", "nik": "9901010107500001"}
    head = {"person": person, "relation": "kepala-keluarga"}
    by = {"date": "2025-10-01", "by": "psm-1"}
    dinas = {"body": "Dinas Sosial"}
    sent = {"sender": dinas, "receiver": dinas, "data_class": "spesifik"}
    fields = {
        "case": {
            "id": "k-1",
            "beneficiary": "b-1",
            "steps": [
                {"kind": "rencana-intervensi", **by},
                {"kind": "rujukan", "referral": sent, **by},
            ],
        },
        "beneficiary": {"id": "b-1", "person": person},
        "family": {
            "memberships": [
                head,
                head,
                {"person": {**person, "nik": "9901010107500002"}, "relation": "kepala-keluarga"},
            ],
            "ranks": [{"decile": 3}],
        },
    }
    assert issues_of(lambda: wire.from_builtins(fields, CaseFile)) == [
        ("$.case.steps[0].kind", "case.step_order"),
        ("$.case.steps[1].referral", "referral.without_consent"),
        ("$.family.ranks[0].period", "field.missing"),
        ("$.family.memberships[1]", "family.member_duplicate"),
        ("$.family.memberships[1].relation", "family.two_heads"),
        ("$.family.memberships[2].relation", "family.two_heads"),
    ]
