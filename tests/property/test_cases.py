"""No sequence of public operations creates a case that is invalid or does not round-trip."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from psm_core import (
    BeneficiaryId,
    Case,
    CaseId,
    Consent,
    Referral,
    Speaker,
    Step,
    ValidationError,
    WorkerId,
    checks,
    evolve,
    load_regions,
    wire,
)
from psm_core.records.cases.steps import FIRST_STEPS, NEXT_STEPS
from psm_core.terms import (
    ClosingReason,
    ConsentPurpose,
    LegalGround,
    ReferralAnswer,
    Sensitivity,
    StepKind,
)

DAYS = st.integers(0, 20).map(lambda n: date(2025, 10, 1) + timedelta(n))
NUMBERS = st.none() | st.integers(1, 8)
SOMEBODY = Speaker(body="Dinas Sosial")
REFERRALS = st.builds(
    lambda data_class, consent, legal_ground: Referral(
        sender=SOMEBODY,
        receiver=SOMEBODY,
        data_class=data_class,
        consent=consent,
        legal_ground=legal_ground,
    ),
    st.sampled_from(Sensitivity),
    st.none() | st.just("c1"),
    st.none() | st.sampled_from(LegalGround),
)


class CaseMachine(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.case = Case(id=CaseId("k"), beneficiary=BeneficiaryId("b"))
        self.before = self.case

    def grow(self, **details):
        """Take a step; a case that may not take it says so and stays as it was."""
        self.before = self.case
        try:
            self.case = self.case.add_step(Step(by=WorkerId("psm-1"), **details))
        except ValidationError as error:
            assert error.issues
            assert "9901" not in str(error)

    @rule(kind=st.sampled_from(StepKind), day=DAYS, corrects=NUMBERS)
    def step(self, kind, day, corrects):
        self.grow(kind=kind, date=day, corrects=corrects)

    @rule(day=DAYS, referral=REFERRALS, corrects=NUMBERS)
    def refer(self, day, referral, corrects):
        self.grow(kind=StepKind.RUJUKAN, date=day, referral=referral, corrects=corrects)

    @rule(day=DAYS, number=st.integers(1, 8), answer=st.sampled_from(ReferralAnswer))
    def answer(self, day, number, answer):
        self.grow(kind=StepKind.JAWABAN_RUJUKAN, date=day, answers=number, answer=answer)

    @rule(day=DAYS, reason=st.sampled_from(ClosingReason), corrects=NUMBERS)
    def close(self, day, reason, corrects):
        self.grow(kind=StepKind.TERMINASI, date=day, reason=reason, corrects=corrects)

    @rule(day=DAYS, covers=st.sampled_from(Sensitivity), key=st.sampled_from(["c1", "c2"]))
    def agree(self, day, covers, key):
        if any(one.key == key for one in self.case.consents):
            return
        purposes = frozenset({ConsentPurpose.RUJUKAN})
        given = Consent(key=key, date=day, purposes=purposes, covers=covers)
        self.change_consents((*self.case.consents, given))

    @rule(day=DAYS)
    def take_back(self, day):
        taken_back = tuple(
            evolve(one, withdrawn=max(day, one.date)) if one.withdrawn is None else one
            for one in self.case.consents
        )
        self.change_consents(taken_back)

    def change_consents(self, consents):
        self.before = self.case
        self.case = evolve(self.case, consents=consents)

    @invariant()
    def it_round_trips(self):
        assert wire.from_json(wire.to_json(self.case), Case) == self.case

    @invariant()
    def checks_follow_the_table_and_the_case_keeps_its_past(self):
        kinds = [
            one.kind for one in self.case.current_steps if one.kind is not StepKind.JAWABAN_RUJUKAN
        ]
        is_usual = all(kind in FIRST_STEPS for kind in kinds[:1]) and all(
            b in NEXT_STEPS[a] for a, b in pairwise(kinds)
        )
        found = checks.check(self.case, regions=load_regions())
        assert is_usual == all(issue.code != "case.step_order" for issue in found)
        assert self.case.is_later_state_of(self.before)
        assert len(self.case.current_steps) <= len(self.case.steps)
        assert self.case.is_open == (StepKind.TERMINASI not in kinds)

    @invariant()
    def any_step_may_be_done_next(self):
        last = max((one.date for one in self.case.current_steps), default=date(2025, 10, 1))
        others = {StepKind.RUJUKAN, StepKind.JAWABAN_RUJUKAN, StepKind.PEMBATALAN}
        for kind in set(StepKind) - others:
            assert self.case.add_step(Step(kind=kind, date=last, by=WorkerId("psm-1")))


TestCases = CaseMachine.TestCase
