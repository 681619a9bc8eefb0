"""Checks of consents: what UU 27/2022 demands of them, and who may give them.

A consent given before the act came into force, on 17 October 2022, is not compared with it.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final

from ..errors import Issue
from ..records.cases.case import Case
from ..records.cases.case_file import CaseFile
from ..records.cases.steps import Step
from ..records.consents import IN_FORCE, Consent
from ..records.people import Person
from ..terms import ConsentCondition, ConsentForm, ConsentGiver, StepKind
from .context import Check, CheckContext, person_ages, warning

_ADULT: Final = 18
"""Source: UU 23/2002 as amended by UU 35/2014, Pasal 1; UU 27/2022 does not define a child."""
_FOR_CHILDREN: Final = frozenset({ConsentGiver.ORANG_TUA, ConsentGiver.WALI})


def consent_has_force(consent: Consent, _: CheckContext) -> Iterator[Issue]:
    """Yield a warning for each demand on purpose, form and evidence that a consent does not meet.

    Source: UU 27/2022 Pasal 20 ayat (2) huruf a, Pasal 22 and Pasal 24.
    """
    if consent.date < IN_FORCE:
        return
    if not consent.purposes:
        yield warning("consent.purpose_missing", "purposes")
    if consent.form is ConsentForm.LISAN:
        yield warning("consent.form_void", "form")
        return
    if consent.form is None:
        yield warning("consent.form_missing", "form")
    if consent.conditions is not None and consent.conditions != frozenset(ConsentCondition):
        yield warning("consent.condition_missing", "conditions")
    if consent.evidence is None:
        yield warning("consent.evidence_missing", "evidence")


def data_is_used_on_a_ground(case: Case, _: CheckContext) -> Iterator[Issue]:
    """Yield a warning for a case with neither a consent nor a legal ground.

    A referral that states a legal ground needs no other one, and neither does an answer. A
    consent that had ended before the data was used is none.

    Source: UU 27/2022 Pasal 20 ayat (1).
    """
    used_on = _first_day(step for step in case.current_steps if not _has_own_ground(step))
    if used_on is None or case.legal_ground is not None or _has_consent(case, used_on):
        return
    yield warning("case.ground_missing", "consents")


def giver_may_consent(file: CaseFile, _: CheckContext) -> Iterator[Issue]:
    """Yield a warning for each consent that somebody gave who may not give it.

    For a child it is a parent or guardian, for an adult the person or a guardian. The age on the
    day of the consent counts. Without a certain age, only a consent by somebody else is reported.
    A child may consent beside a parent or guardian, if their consent covers as much for as long.

    Source: UU 27/2022 Pasal 20 ayat (2) huruf a, Pasal 25 ayat (2) and Pasal 26 ayat (3).
    """
    person = file.beneficiary.person
    if person is None:
        return
    for number, consent in enumerate(file.case.consents):
        if consent.date < IN_FORCE:
            continue
        at = ("case", "consents", number, "giver")
        if _is_child(person, consent.date):
            if not any(_replaces(one, consent) for one in file.case.consents):
                yield warning("consent.giver_not_parent", *at)
        elif consent.giver is ConsentGiver.ORANG_LAIN or (
            consent.giver is ConsentGiver.ORANG_TUA and _is_adult(person, consent.date)
        ):
            yield warning("consent.giver_not_guardian", *at)


def vulnerable_people_have_a_consent(file: CaseFile, _: CheckContext) -> Iterator[Issue]:
    """Yield a warning for a case of a child or a person with a disability without any consent.

    Another legal ground does not replace it. A consent that had ended before the first step is
    none.

    Source: UU 27/2022 Pasal 25 ayat (2) and Pasal 26 ayat (3).
    """
    person, day = file.beneficiary.person, _first_day(file.case.current_steps)
    if person is None or day is None or _has_consent(file.case, day):
        return
    if _is_child(person, day):
        yield warning("case.child_consent_missing", "case", "consents")
    elif person.disabilities:
        yield warning("case.disability_consent_missing", "case", "consents")


def _replaces(other: Consent, consent: Consent) -> bool:
    """Return whether a parent or guardian consents to as much as another consent, and as long."""
    is_as_wide = other.purposes >= consent.purposes and other.covers.code >= consent.covers.code
    is_as_long = _last_day(other) >= _last_day(consent)
    return other.giver in _FOR_CHILDREN and is_as_wide and is_as_long


def _has_own_ground(step: Step) -> bool:
    """Return whether a step is a referral with a legal ground, or an answer to a referral."""
    return step.kind is StepKind.JAWABAN_RUJUKAN or (
        step.referral is not None and step.referral.legal_ground is not None
    )


def _has_consent(case: Case, day: date) -> bool:
    """Return whether a case has a consent that had not ended before a day."""
    return any(_last_day(one) >= day for one in case.consents)


def _last_day(consent: Consent) -> date:
    """Return the last day on which a consent is or was valid."""
    return min(consent.until or date.max, consent.withdrawn or date.max)


def _first_day(steps: Iterable[Step]) -> date | None:
    """Return the day of the first step since the act came into force; None if there is none."""
    return min((step.date for step in steps if step.date >= IN_FORCE), default=None)


def _is_child(person: Person, day: date) -> bool:
    """Return whether a person was certainly a child on a day."""
    ages = person_ages(person, day)
    return bool(ages) and all(age.maximum < _ADULT for age in ages)


def _is_adult(person: Person, day: date) -> bool:
    """Return whether a person was certainly an adult on a day."""
    ages = person_ages(person, day)
    return bool(ages) and all(age.minimum >= _ADULT for age in ages)


CHECKS: Final[Mapping[type, tuple[Check, ...]]] = {
    Case: (data_is_used_on_a_ground,),
    CaseFile: (giver_may_consent, vulnerable_people_have_a_consent),
    Consent: (consent_has_force,),
}
"""Record class → its checks in this module."""
