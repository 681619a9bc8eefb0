"""Cases: append-only lists of steps. A correction is a further step."""

from datetime import date
from operator import attrgetter

from ..._core.invariants import Verdict, invariant, unique
from ..._core.record import NONE, SPESIFIK, UMUM, evolve, field, record_class
from ...terms import LegalGround, ReferralAnswer, StepKind
from ...values.extensions import NO_EXTENSIONS, Extensions
from ...values.ids import BeneficiaryId, CaseId
from ..consents import Consent
from ..corrections import valid_corrections
from .history import answers_in_force, has_simple_answers, referrals_in_force, steps_in_force
from .referrals import SentReferral
from .steps import FIRST_STEPS, NEXT_STEPS, Step

__all__ = ["Case"]


@record_class
class Case:
    """The work for a beneficiary: an append-only list of steps, with the consents that allow them.

    No law prescribes the order of the steps. `psm_core.checks` warns of an unusual order, and of
    personal data used without consent or legal ground.

    Raises:
        ValidationError: ``case.step_not_found`` where a step corrects a step that is not in force,
            ``case.consent_not_found`` where a referral names a consent that the case does not
            have, ``case.referral_not_found`` and ``case.answer_before_referral`` where an answer
            has no earlier referral, ``case.resumes_itself``, ``consent.duplicate``, and the issues
            of each field.

    >>> from datetime import date
    >>> from psm_core import BeneficiaryId, Case, CaseId, Step, WorkerId
    >>> from psm_core.terms import StepKind
    >>> found = Step(kind=StepKind.PENJANGKAUAN, date=date(2025, 10, 1), by=WorkerId("psm-1"))
    >>> case = Case(id=CaseId("k-1"), beneficiary=BeneficiaryId("b-1"), steps=(found,))
    >>> visit = Step(kind=StepKind.PENDAMPINGAN, date=date(2025, 10, 3), by=WorkerId("psm-1"))
    >>> longer = case.add_step(visit)
    >>> longer.is_later_state_of(case), longer.is_open
    (True, True)

    """

    id: CaseId = field(NONE)
    """The identifier of this record in its register."""
    beneficiary: BeneficiaryId = field(NONE)
    """The identifier of the beneficiary."""
    resumes: CaseId | None = field(NONE, default=None)
    """The closed case that this one continues."""
    steps: tuple[Step, ...] = field(SPESIFIK, default=())
    """The steps, in the order in which they were recorded."""
    consents: tuple[Consent, ...] = field(UMUM, default=())
    """The consents of the beneficiary, or of those who may consent for them."""
    legal_ground: LegalGround | None = field(NONE, default=None)
    """The legal ground on which personal data is processed without consent, if there is one."""
    extensions: Extensions = field(SPESIFIK, default=NO_EXTENSIONS)
    """Custom fields of an application, by namespace."""

    @invariant("case.resumes_itself", at="resumes")
    @staticmethod
    def _resumes_another(resumes: CaseId | None, id: CaseId) -> bool:  # noqa: A002 - named as the field
        return resumes is None or resumes != id

    @invariant("case.step_not_found", at="steps")
    @staticmethod
    def _corrected_steps_are_in_force(steps: tuple[Step, ...]) -> Verdict:
        return valid_corrections(steps, lambda step: step.kind is StepKind.PEMBATALAN)

    @invariant("case.consent_not_found", at="steps")
    @staticmethod
    def _named_consents_are_in_the_case(
        steps: tuple[Step, ...], consents: tuple[Consent, ...]
    ) -> Verdict:
        if not steps:
            return True
        keys = {None, *[one.key for one in consents]}
        return [
            (index, "referral", "consent")
            for index, step in enumerate(steps)
            if step.referral is not None and step.referral.consent not in keys
        ] or True

    @invariant("case.referral_not_found", at="steps")
    @staticmethod
    def _answered_referrals_are_in_force(steps: tuple[Step, ...]) -> Verdict:
        return (
            has_simple_answers(steps)
            or [(answer - 1, "answers") for answer, sent in answers_in_force(steps) if sent is None]
            or True
        )

    @invariant("case.answer_before_referral", at="steps")
    @staticmethod
    def _answers_come_after_their_referral(steps: tuple[Step, ...]) -> Verdict:
        return (
            has_simple_answers(steps)
            or [
                (answer - 1, "date")
                for answer, sent in answers_in_force(steps)
                if sent is not None and steps[answer - 1].date < steps[sent - 1].date
            ]
            or True
        )

    _each_consent_once = unique("consent.duplicate", "consents", attrgetter("key"), below="key")

    @property
    def current_steps(self) -> tuple[Step, ...]:
        """The steps in force, ordered by date, without corrected and cancelled ones."""
        return tuple(self.steps[number - 1] for number in steps_in_force(self.steps))

    @property
    def is_open(self) -> bool:
        """Whether the case has not been closed."""
        return all(step.kind is not StepKind.TERMINASI for step in self.current_steps)

    @property
    def next_step_kinds(self) -> frozenset[StepKind]:
        """The kinds of step that usually come next. An answer to a referral may always come."""
        done = [
            step.kind for step in self.current_steps if step.kind is not StepKind.JAWABAN_RUJUKAN
        ]
        return NEXT_STEPS[done[-1]] if done else FIRST_STEPS

    @property
    def referrals(self) -> tuple[SentReferral, ...]:
        """Each referral in force, with the latest answer to it."""
        answers = {sent: self.steps[n - 1] for n, sent in answers_in_force(self.steps)}
        return tuple(
            SentReferral(number, step.date, step.referral, *_answer(answers.get(number)))
            for number in referrals_in_force(self.steps).values()
            if (step := self.steps[number - 1]).referral is not None
        )

    def add_step(self, *steps: Step) -> "Case":
        """Return the case with further steps at the end.

        Raises:
            ValidationError: as for the whole case.

        """
        return evolve(self, steps=(*self.steps, *steps))

    def is_later_state_of(self, earlier: "Case") -> bool:
        """Return whether this is a later state of a case, with nothing removed or edited.

        Steps and consents may have been added at the end, and consents may have been withdrawn.
        """
        return (
            (self.id, self.beneficiary, self.resumes)
            == (earlier.id, earlier.beneficiary, earlier.resumes)
            and self.steps[: len(earlier.steps)] == earlier.steps
            and len(earlier.consents) <= len(self.consents)
            and all(map(_is_later, self.consents, earlier.consents))
        )


def _answer(step: Step | None) -> tuple[ReferralAnswer | None, date | None]:
    return (None, None) if step is None else (step.answer, step.date)


def _is_later(consent: Consent, earlier: Consent) -> bool:
    """Return whether a consent equals an earlier one, apart from a later withdrawal."""
    if consent.withdrawn is not None and earlier.withdrawn is None:
        consent = evolve(consent, withdrawn=None)
    return consent == earlier
