"""Cases: the order of steps, corrections, referrals and consent."""

from datetime import date
from itertools import product

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
    Verdict,
    WorkerId,
    checks,
    evolve,
    load_regions,
    wire,
)
from psm_core.records.cases.history import answers_in_force, has_simple_answers
from psm_core.records.cases.steps import FIRST_STEPS, NEXT_STEPS
from psm_core.terms import (
    ClosingReason,
    ConsentPurpose,
    FamilyRelation,
    HouseholdRelation,
    LegalGround,
    MatchState,
    ReferralAnswer,
    ReferralUrgency,
    ReplyChannel,
    Sensitivity,
    StepKind,
    VerificationResult,
)
from tests.unit.issues import issues_of

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


def warnings_of(record, *codes, as_of=None):
    """Return path and code of the warnings of some codes."""
    found = checks.check(record, regions=load_regions(), as_of=as_of)
    return [(issue.where, issue.code) for issue in found if issue.code in codes]


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
    at_the_end = (f"$.steps[{len(made) - 1}].kind", "case.step_order")
    is_usual = after in NEXT_STEPS[before]
    assert (at_the_end not in warnings_of(case(*made), "case.step_order")) == is_usual
    assert not is_usual or case(*made).current_steps == made


@pytest.mark.parametrize("kind", [kind for kind in NEXT_STEPS if kind not in FIRST_STEPS])
def test_other_first_steps_give_a_warning(kind):
    assert warnings_of(case(step(kind)), "case.step_order") == [
        ("$.steps[0].kind", "case.step_order")
    ]


def test_step_recorded_late_is_ordered_by_date():
    late = case(step(K.PENJANGKAUAN, 1), step(K.ASESMEN, 5)).add_step(step(K.REGISTRASI, 3))
    assert [one.kind for one in late.current_steps] == [K.PENJANGKAUAN, K.REGISTRASI, K.ASESMEN]
    assert warnings_of(late.add_step(step(K.RENCANA_INTERVENSI, 2)), "case.step_order") == [
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
    assert issues_of(lambda: Step(kind=K.JAWABAN_RUJUKAN, date=DAY, by=PSM)) == [
        ("$.answers", "step.detail_mismatch"),
        ("$.answer", "step.detail_mismatch"),
    ]
    assert issues_of(lambda: step(K.ASESMEN, reason=ClosingReason.PINDAH)) == [
        ("$.reason", "step.detail_mismatch")
    ]


def test_unsigned_step_and_closing_without_reason_give_warnings():
    codes = ("step.unsigned", "step.reason_missing")
    assert warnings_of(Step(kind=K.TERMINASI, date=DAY), *codes) == [
        ("$.by", "step.unsigned"),
        ("$.reason", "step.reason_missing"),
    ]
    assert warnings_of(Step(kind=K.ASESMEN, date=DAY, signed_by=DINAS), *codes) == []
    answer = Step(kind=K.JAWABAN_RUJUKAN, date=DAY, answers=1, answer=ReferralAnswer.DITERIMA)
    assert warnings_of(answer, *codes) == []
    assert warnings_of(step(K.TERMINASI), *codes) == []


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
        ((), {"legal_ground": LegalGround.KEPENTINGAN_VITAL}, True),
        ((consent(),), {}, False),
        ((consent(),), {"consent": "c1"}, True),
        ((consent(covers=Sensitivity.NONE),), {"consent": "c1"}, False),
        ((consent(date=day(3)),), {"consent": "c1"}, False),
        ((consent(until=day(1)),), {"consent": "c1"}, False),
        ((consent(until=day(2)),), {"consent": "c1"}, True),
        ((consent(withdrawn=day(2)),), {"consent": "c1"}, True),
        ((consent(withdrawn=day(1)),), {"consent": "c1"}, False),
        ((consent(withdrawn=day(3)),), {"consent": "c1"}, True),
        ((consent(purposes=frozenset({ConsentPurpose.PENELITIAN})),), {"consent": "c1"}, False),
    ],
)
@pytest.mark.parametrize("data", [{"data_class": Sensitivity.UMUM}, SPECIFIC])
def test_referral_without_consent_or_legal_ground_gives_a_warning(consents, fields, may, data):
    sent = step(K.RUJUKAN, 2, referral=referral(**data, **fields))
    made = case(step(K.REGISTRASI), sent, consents=consents)
    found = [] if may else [("$.steps[1].referral", "referral.without_consent")]
    assert warnings_of(made, "referral.without_consent") == found
    on_a_ground = evolve(made, legal_ground=LegalGround.KEPENTINGAN_UMUM)
    assert warnings_of(on_a_ground, "referral.without_consent") == []


def test_consent_to_general_data_does_not_allow_specific_data():
    agreed = consent(covers=Sensitivity.UMUM)
    for data, count in ((Sensitivity.UMUM, 0), (Sensitivity.SPESIFIK, 1)):
        sent = step(K.RUJUKAN, 2, referral=referral(data_class=data, consent="c1"))
        made = case(step(K.REGISTRASI), sent, consents=(agreed,))
        assert len(warnings_of(made, "referral.without_consent")) == count


def test_referral_before_the_act_or_without_personal_data_requires_no_consent():
    old = date(2019, 5, 2)
    sent = Step(kind=K.RUJUKAN, date=old, by=PSM, referral=referral(**SPECIFIC))
    assert warnings_of(case(sent), "referral.without_consent") == []
    empty = step(K.RUJUKAN, referral=referral(data_class=Sensitivity.NONE))
    assert warnings_of(case(empty), "referral.without_consent") == []


@pytest.mark.parametrize(
    ("due", "as_of", "code"),
    [
        (1, None, "referral.due_before_sent"),
        (1, 30, "referral.due_before_sent"),
        (2, None, None),
        (9, 9, None),
        (9, 10, "referral.overdue"),
        (9, None, None),
        (None, 30, None),
    ],
)
def test_answer_due_is_compared_with_the_referral_and_the_reference_date(due, as_of, code):
    sent = referral(data_class=Sensitivity.UMUM, answer_due=due and day(due))
    made = case(step(K.REGISTRASI), step(K.RUJUKAN, 2, referral=sent))
    codes = ("referral.due_before_sent", "referral.overdue")
    found = [] if code is None else [("$.steps[1].referral.answer_due", code)]
    assert warnings_of(made, *codes, as_of=as_of and day(as_of)) == found


def test_answered_referral_is_overdue_only_before_its_answer():
    sent = referral(data_class=Sensitivity.UMUM, answer_due=day(9))
    answer = step(K.JAWABAN_RUJUKAN, 12, answers=2, answer=ReferralAnswer.DITERIMA)
    (one,) = case(step(K.REGISTRASI), step(K.RUJUKAN, 2, referral=sent), answer).referrals
    assert [one.is_overdue_on(day(n)) for n in (9, 10, 11, 12, 13)] == [False, True, True] + [
        False
    ] * 2


def test_letter_of_a_referral_round_trips():
    letter = referral(
        data_class=Sensitivity.UMUM,
        letter_number="460/12/PSM/2025",
        letter_date=day(3),
        urgency=ReferralUrgency.SEGERA,
        attachments=("Salinan KTP", "Hasil asesmen"),
        answer_due=day(20),
        reply_channel=ReplyChannel.SURAT,
    )
    made = case(step(K.REGISTRASI), step(K.RUJUKAN, 2, referral=letter))
    assert wire.from_json(wire.to_json(made), Case) == made


def test_referral_rejects_missing_consent():
    sent = step(K.RUJUKAN, 2, referral=referral(data_class=Sensitivity.UMUM, consent="c2"))
    assert issues_of(lambda: case(step(K.REGISTRASI), sent, consents=(consent(),))) == [
        ("$.steps[1].referral.consent", "case.consent_not_found")
    ]


def test_named_consent_that_is_not_valid_gives_a_warning_without_legal_ground():
    def make(**more):
        fields = referral(data_class=Sensitivity.UMUM, consent="c1", **more)
        steps = (step(K.REGISTRASI), step(K.RUJUKAN, 2, referral=fields))
        return case(*steps, consents=(consent(withdrawn=day(1)),))

    assert warnings_of(make(), "referral.without_consent") == [
        ("$.steps[1].referral", "referral.without_consent")
    ]
    allowed = make(legal_ground=LegalGround.KEWAJIBAN_HUKUM)
    assert warnings_of(allowed, "referral.without_consent") == []


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


@pytest.mark.parametrize(
    ("declared", "fields", "contained"),
    [
        (Sensitivity.UMUM, {"need": "batuk lama"}, Sensitivity.SPESIFIK),
        (Sensitivity.NONE, {"service": "permakanan"}, Sensitivity.UMUM),
        (Sensitivity.UMUM, {"service": "permakanan"}, Sensitivity.UMUM),
        (Sensitivity.SPESIFIK, {"service": "permakanan"}, Sensitivity.SPESIFIK),
        (Sensitivity.NONE, {}, Sensitivity.NONE),
    ],
)
def test_referral_with_data_above_its_class_gives_a_warning(declared, fields, contained):
    made = referral(data_class=declared, **fields)
    assert made.contained_data is contained
    found = [] if contained is declared else [("$.data_class", "referral.data_class_exceeded")]
    assert warnings_of(made, "referral.data_class_exceeded") == found


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
    assert warnings_of(answered.add_step(step(K.PENJANGKAUAN, 5)), "case.step_order") == [
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


def test_consent_ends_after_its_date():
    early = date(2025, 9, 30)
    assert issues_of(lambda: consent(until=early, withdrawn=early)) == [
        ("$.until", "period.ends_before_start"),
        ("$.withdrawn", "period.ends_before_start"),
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


def test_case_file_with_an_unrelated_family_gives_a_warning():
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
    code = "case_file.beneficiary_not_member"
    assert warnings_of(CaseFile(**fields, family=family(one(2), one(3))), code) == [other]
    resident = Resident(person=one(2), relation=HouseholdRelation.LAINNYA)
    strangers = Household(id=HouseholdId("h"), residents=(resident,))
    assert warnings_of(CaseFile(**fields, household=strangers), code) == [("$.household", code)]
    for theirs in (family(), family(one(2), one(1)), family(one(2), nameless)):
        assert warnings_of(CaseFile(**fields, family=theirs), code) == []
    ours = family(one(1), id=FamilyId("f-1"))
    fields = {"case": case(), "beneficiary": Beneficiary(id=BeneficiaryId("b"), family=ours)}
    for theirs in (ours, family(), family(one(2), one(1)), family(nameless, id=FamilyId("f-1"))):
        assert warnings_of(CaseFile(**fields, family=theirs), code) == []
    for theirs in (family(one(2)), family(one(2), id=ours.id)):
        assert warnings_of(CaseFile(**fields, family=theirs), code) == [other]
    assert warnings_of(CaseFile(**fields, household=strangers), code) == [("$.household", code)]
    assert issues_of(lambda: CaseFile(**fields, family=family(one(1), id=FamilyId("f-2")))) == [
        ("$.family", "case_file.family_differs")
    ]


def test_approval_against_the_verification_gives_a_warning():
    person = Person(name="Contoh", nik_absence=NIKAbsence.BELUM_MEMILIKI)
    yes, no = VerificationResult.SESUAI, VerificationResult.TIDAK_SESUAI

    def made(verified, validated):
        return Beneficiary(
            id=BeneficiaryId("b"),
            person=person,
            verification=Verdict(date=day(2), by=PUSKESMAS, result=verified),
            validation=Verdict(date=day(3), by=DINAS, result=validated),
        )

    code = "validation.verification_failed"
    for verified, validated in ((yes, yes), (yes, no), (no, no)):
        assert warnings_of(made(verified, validated), code) == []
    assert warnings_of(made(no, yes), code) == [("$.validation", code)]


def test_validation_by_the_same_actor_or_alone_gives_a_warning():
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
    codes = ("validation.without_verification", "validation.same_actor")
    for allowed in (whole, evolve(whole, validation=None)):
        assert warnings_of(allowed, *codes) == []
    assert warnings_of(evolve(whole, validation=evolve(approved, date=day(2))), *codes) == []
    assert warnings_of(evolve(whole, verification=None), *codes) == [
        ("$.validation", "validation.without_verification")
    ]
    both = evolve(whole, validation=evolve(approved, date=day(1), by=field))
    assert warnings_of(both, *codes) == [
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
        ("$.family.ranks[0].period", "field.missing"),
        ("$.family.memberships[1]", "family.member_duplicate"),
    ]


STEPS = [
    *(step(K.RUJUKAN, number) for number in (1, 2)),
    *(
        step(K.JAWABAN_RUJUKAN, number, answers=sent, answer=ReferralAnswer.DITERIMA)
        for number in (1, 2)
        for sent in (1, 2, 4)
    ),
    *(step(K.PENDAMPINGAN, corrects=corrected) for corrected in (None, 1, 2)),
]


@pytest.mark.parametrize("length", [1, 2, 3])
def test_simple_answers_follow_a_referral_in_force(length):
    simple = 0
    for steps in product(STEPS, repeat=length):
        answers = answers_in_force(steps)
        if has_simple_answers(steps):
            simple += bool(answers)
            assert all(sent and steps[sent - 1].date <= steps[n - 1].date for n, sent in answers)
    assert simple > 0 or length == 1
