"""Checks of cases: the order of steps, missing facts of a step, and referrals."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from ..errors import Issue
from ..records.beneficiaries import Beneficiary
from ..records.cases.case import Case
from ..records.cases.case_file import CaseFile
from ..records.cases.history import steps_in_force
from ..records.cases.referrals import Referral
from ..records.cases.steps import FIRST_STEPS, NEXT_STEPS, Step
from ..records.consents import IN_FORCE, Consent
from ..records.families import Membership, Resident
from ..terms import ConsentPurpose, Sensitivity, StepKind
from .context import Check, CheckContext, warning


def steps_have_the_usual_order(case: Case, _: CheckContext) -> Iterator[Issue]:
    """Yield a warning for each step that does not usually follow the one before it."""
    may_follow = FIRST_STEPS
    for number in steps_in_force(case.steps):
        kind = case.steps[number - 1].kind
        if kind is StepKind.JAWABAN_RUJUKAN:
            continue
        if kind not in may_follow:
            yield warning("case.step_order", "steps", number - 1, "kind")
        may_follow = NEXT_STEPS[kind]


def step_is_complete(step: Step, _: CheckContext) -> Iterator[Issue]:
    """Yield a warning for a step that nobody signs, and for a closing without a reason.

    An answer comes from the receiver, whom the referral names.
    """
    is_signed = step.by is not None or step.signed_by is not None
    if not is_signed and step.kind is not StepKind.JAWABAN_RUJUKAN:
        yield warning("step.unsigned", "by")
    if step.kind is StepKind.TERMINASI and step.reason is None:
        yield warning("step.reason_missing", "reason")


def data_class_includes_the_contents(referral: Referral, _: CheckContext) -> Iterator[Issue]:
    """Yield a warning for a referral with more sensitive data than it declares.

    Source: UU 27/2022 Pasal 4.
    """
    if referral.contained_data is not referral.data_class:
        yield warning("referral.data_class_exceeded", "data_class")


def referrals_are_allowed(case: Case, _: CheckContext) -> Iterator[Issue]:
    """Yield a warning for each referral in force without a valid consent or a legal ground.

    Source: UU 27/2022 Pasal 20 ayat (1) and (2).
    """
    by_key: dict[str | None, Consent] = {one.key: one for one in case.consents}
    for sent in sorted(case.referrals, key=lambda one: one.step_number):
        referral = sent.referral
        grounds = {referral.legal_ground, case.legal_ground} - {None}
        consent = by_key.get(referral.consent)
        data = referral.contained_data
        if sent.sent_on < IN_FORCE or grounds or (data is Sensitivity.NONE and consent is None):
            continue
        purpose = ConsentPurpose.RUJUKAN
        if consent is None or not consent.may_have_allowed(purpose, data, sent.sent_on):
            yield warning("referral.without_consent", "steps", sent.step_number - 1, "referral")


def answers_arrive_in_time(case: Case, context: CheckContext) -> Iterator[Issue]:
    """Yield a warning for an answer expected before its referral, or not here when expected."""
    for sent in sorted(case.referrals, key=lambda one: one.step_number):
        due = sent.referral.answer_due
        at = ("steps", sent.step_number - 1, "referral", "answer_due")
        if due is not None and due < sent.sent_on:
            yield warning("referral.due_before_sent", *at)
        elif (
            context.as_of is not None and sent.answer is None and sent.is_overdue_on(context.as_of)
        ):
            yield warning("referral.overdue", *at)


def beneficiary_is_a_member(file: CaseFile, _: CheckContext) -> Iterator[Issue]:
    """Yield a warning if the NIKs show the beneficiary in neither the family nor the household."""
    family, household = file.family, file.household
    if family is not None and not _may_be_among(file.beneficiary, family.memberships):
        yield warning("case_file.beneficiary_not_member", "family")
    if household is not None and not _may_be_among(file.beneficiary, household.residents):
        yield warning("case_file.beneficiary_not_member", "household")


def _may_be_among(beneficiary: Beneficiary, people: Iterable[Membership | Resident]) -> bool:
    """Return False only if the NIKs show that the beneficiary is not among the people.

    A NIK that is missing on either side, or an empty side, shows nothing. A family is among the
    people if one of its members is.
    """
    family = beneficiary.family
    persons = [one.person for one in family.memberships] if family else [beneficiary.person]
    niks = {None if one is None else one.nik for one in persons}
    other_niks = {one.person.nik for one in people}
    if not niks or not other_niks or None in niks | other_niks:
        return True
    return not niks.isdisjoint(other_niks)


CHECKS: Final[Mapping[type, tuple[Check, ...]]] = {
    Case: (steps_have_the_usual_order, referrals_are_allowed, answers_arrive_in_time),
    CaseFile: (beneficiary_is_a_member,),
    Referral: (data_class_includes_the_contents,),
    Step: (step_is_complete,),
}
"""Record class → its checks in this module."""
