"""Cases: what was done for a beneficiary, step by step. Nothing is edited; a correction is a step.

`NEXT_STEPS` is the one table of which step may come after which.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from ..._core.invariants import Path, at_least_one, invariant, repeated, required_iff, required_when
from ..._core.record import NONE, PAST, SPESIFIK, UMUM, evolve, field, record_class
from ..._frozen import FrozenDict
from ...terms import ClosingReason, ConsentPurpose, ReferralAnswer, Sensitivity, StepKind
from ...values.extensions import NO_EXTENSIONS, Extensions
from ...values.ids import BeneficiaryId, CaseId, WorkerId
from ...values.region_code import RegionCode
from ..offices import Speaker
from .referrals import Consent, Referral

__all__ = ["FIRST_STEPS", "NEXT_STEPS", "Case", "SentReferral", "Step"]

_K = StepKind
_WORK = frozenset({_K.ASESMEN, _K.PENDAMPINGAN, _K.RUJUKAN, _K.PERTOLONGAN_KEDARURATAN})
_END = frozenset({_K.TERMINASI})
_LATE = frozenset({_K.RENCANA_INTERVENSI, _K.REUNIFIKASI, _K.BIMBINGAN_LANJUT})

FIRST_STEPS: Final = frozenset({_K.PENJANGKAUAN, _K.REGISTRASI, _K.PERTOLONGAN_KEDARURATAN})
"""The steps a case may begin with."""

NEXT_STEPS: Final[Mapping[StepKind, frozenset[StepKind]]] = FrozenDict(
    {
        _K.PENJANGKAUAN: FIRST_STEPS | _WORK | _END,
        _K.REGISTRASI: FIRST_STEPS | _WORK | {_K.RENCANA_INTERVENSI} | _END,
        _K.PERTOLONGAN_KEDARURATAN: FIRST_STEPS | _WORK | {_K.REUNIFIKASI} | _END,
        _K.ASESMEN: _WORK | {_K.REGISTRASI, _K.RENCANA_INTERVENSI, _K.REUNIFIKASI} | _END,
        _K.RENCANA_INTERVENSI: _WORK | {_K.RENCANA_INTERVENSI, _K.REUNIFIKASI} | _END,
        _K.PENDAMPINGAN: _WORK | _LATE | {_K.REGISTRASI} | _END,
        _K.RUJUKAN: _WORK | _LATE | {_K.REGISTRASI} | _END,
        _K.REUNIFIKASI: _WORK | {_K.BIMBINGAN_LANJUT} | _END,
        _K.BIMBINGAN_LANJUT: _WORK | _LATE | _END,
        _K.TERMINASI: frozenset(),
    }
)
"""Step → the steps that may come after it. An answer to a referral may come after any, even after
the case was closed, and changes nothing of the order."""


@record_class
class Step:
    """One dated and signed step.

    A step that `corrects` another stands in its place: the list keeps both. A step of the kind
    PEMBATALAN annuls the one it corrects. What was annulled by mistake is written once more, as a
    step that corrects the annulment.

    Raises:
        ValidationError: ``step.detail_mismatch`` unless a referral, an answer, a reason is told
            just by the kind of step it belongs to; ``step.cancelled_step_missing``,
            ``step.unsigned``, and the faults of each field.

    >>> from datetime import date
    >>> from psm_core import Step, ValidationError, WorkerId
    >>> from psm_core.terms import StepKind
    >>> try:
    ...     Step(kind=StepKind.TERMINASI, date=date(2025, 11, 3), by=WorkerId("psm-1"))
    ... except ValidationError as error:
    ...     print(error.issues[0].where, error.issues[0].code)
    $.reason step.detail_mismatch

    """

    kind: StepKind = field(NONE)
    """What was done."""
    date: dt.date = field(NONE, timing=PAST)
    """The day it was done, which may be long before it is written down."""
    by: WorkerId | None = field(UMUM, default=None)
    """The worker who did and signs it."""
    signed_by: Speaker | None = field(UMUM, default=None)
    """Who signs, when that is no worker with a record."""
    place: RegionCode | None = field(UMUM, default=None)
    """Where it was done."""
    minutes: int | None = field(NONE, default=None, most=100_000)
    """How long it took."""
    note: str | None = field(SPESIFIK, default=None, longest=2000)
    """What was seen, found, agreed."""
    referral: Referral | None = field(UMUM, default=None)
    """To whom the beneficiary was referred; just for a RUJUKAN."""
    answers: int | None = field(NONE, default=None, least=1)
    """The number of the referral that is answered; just for a JAWABAN_RUJUKAN."""
    answer: ReferralAnswer | None = field(NONE, default=None)
    """What was answered; just for a JAWABAN_RUJUKAN."""
    reason: ClosingReason | None = field(SPESIFIK, default=None)
    """Why the case is closed; just for a TERMINASI."""
    corrects: int | None = field(NONE, default=None, least=1)
    """The number of the step that this one replaces, counted from 1."""

    _is_signed = at_least_one("step.unsigned", "by", "signed_by", at="by")
    _refers = required_iff("step.detail_mismatch", "kind", _K.RUJUKAN, "referral")
    _answers_a_referral = required_iff(
        "step.detail_mismatch", "kind", _K.JAWABAN_RUJUKAN, "answers"
    )
    _says_what = required_iff("step.detail_mismatch", "kind", _K.JAWABAN_RUJUKAN, "answer")
    _says_why = required_iff("step.detail_mismatch", "kind", _K.TERMINASI, "reason")

    _annuls_something = required_when(
        "step.cancelled_step_missing", "kind", _K.PEMBATALAN, "corrects"
    )


class SentReferral(NamedTuple):
    """A referral of a case with the latest answer to it."""

    step_number: int
    """The number of its step, counted from 1."""
    sent_on: dt.date
    """The day it was sent."""
    referral: Referral
    """The referral itself: receiver, service, data."""
    answer: ReferralAnswer | None
    """The latest answer, or None while there is none."""
    answered_on: dt.date | None
    """The day of that answer."""


def _standing(steps: Iterable[Step]) -> dict[int, int]:
    """Return number of a step → number of the first one it stands for, of steps not replaced.

    What names a step that is not there, or was replaced already, replaces nothing.
    """
    standing: dict[int, int] = {}
    for number, step in enumerate(steps, start=1):
        if step.corrects is None:
            standing[number] = number
        elif step.corrects in standing:
            standing[number] = standing.pop(step.corrects)
    return standing


def _in_force(steps: tuple[Step, ...]) -> list[int]:
    """Return the numbers of the steps that stand, in order of their days and then of their places.

    A correction stands at the place of what it corrects; what is annulled stands nowhere.
    """
    standing = _standing(steps)
    numbers = [n for n in standing if steps[n - 1].kind is not _K.PEMBATALAN]
    ends = _K.TERMINASI  # whatever else was done on that day was done before
    return sorted(
        numbers, key=lambda n: (steps[n - 1].date, steps[n - 1].kind is ends, standing[n])
    )


def _firsts(steps: tuple[Step, ...]) -> dict[int, int]:
    """Return number of a step → number of the one it stands for, through all corrections."""
    firsts: dict[int, int] = {}
    for number, step in enumerate(steps, start=1):
        firsts[number] = firsts.get(step.corrects or number, number)
    return firsts


def _sent(steps: tuple[Step, ...]) -> dict[int, int]:
    """Return number of the first step → number of the step, of the referrals that stand."""
    firsts = _firsts(steps)
    return {firsts[n]: n for n in sorted(_in_force(steps)) if steps[n - 1].referral is not None}


def _answers(steps: tuple[Step, ...]) -> Iterator[tuple[int, int | None]]:
    """Yield the number of each answer that stands, and that of the referral as it stands now."""
    firsts, sent = _firsts(steps), _sent(steps)
    for number in _in_force(steps):
        answered = steps[number - 1].answers
        if answered is not None:
            yield number, sent.get(firsts[answered]) if answered < number else None


@record_class
class Case:
    """What was done for a beneficiary: an append-only list of steps, and the consents behind them.

    Raises:
        ValidationError: ``case.step_order`` where a step may not follow the one before it,
            ``case.step_not_found`` where a step corrects a step that is not in force,
            ``case.consent_not_found`` where a referral names a consent that the case does not
            have, ``case.referral_not_found`` and ``case.answer_before_referral`` where an answer
            has no earlier referral, ``case.resumes_itself``, ``consent.duplicate``,
            ``referral.without_consent`` where a referral in force contains specific data, or
            names a consent, and neither a valid consent nor a legal ground allows it;
            and the issues of each field.

    >>> from psm_core.terms import StepKind
    >>> found = Step(kind=StepKind.PENJANGKAUAN, date=dt.date(2025, 10, 1), by=WorkerId("psm-1"))
    >>> case = Case(id=CaseId("k-1"), beneficiary=BeneficiaryId("b-1"), steps=(found,))
    >>> visit = Step(kind=StepKind.PENDAMPINGAN, date=dt.date(2025, 10, 3), by=WorkerId("psm-1"))
    >>> longer = case.add_step(visit)
    >>> longer.is_later_state_of(case), longer.is_open
    (True, True)

    """

    id: CaseId = field(NONE)
    """The key of this record in the register that holds it."""
    beneficiary: BeneficiaryId = field(NONE)
    """For whom."""
    resumes: CaseId | None = field(NONE, default=None)
    """The closed case that this one takes up again."""
    steps: tuple[Step, ...] = field(SPESIFIK, default=())
    """What was done, in the order it was written down."""
    consents: tuple[Consent, ...] = field(UMUM, default=())
    """What the beneficiary agreed to."""
    extensions: Extensions = field(SPESIFIK, default=NO_EXTENSIONS)
    """Facts of an application's own, by namespace."""

    @invariant("case.resumes_itself", at="resumes")
    @staticmethod
    def _resumes_another(resumes: CaseId | None, id: CaseId) -> bool:  # noqa: A002 - named as the field
        return resumes != id

    @invariant("case.step_not_found", at="steps")
    @staticmethod
    def _corrected_steps_are_in_force(steps: tuple[Step, ...]) -> Iterator[Path]:
        in_force: set[int] = set()
        for number, step in enumerate(steps, start=1):
            corrected = step.corrects or 0
            annuls = step.kind is _K.PEMBATALAN
            if step.corrects is None or (
                corrected in in_force
                and not (annuls and steps[corrected - 1].kind is _K.PEMBATALAN)
            ):
                in_force.add(number)
                in_force.discard(corrected)
            else:
                yield (number - 1, "corrects")

    @invariant("case.consent_not_found", at="steps")
    @staticmethod
    def _named_consents_are_in_the_case(
        steps: tuple[Step, ...], consents: tuple[Consent, ...]
    ) -> Iterator[Path]:
        keys = {None, *(one.key for one in consents)}
        for index, step in enumerate(steps):
            if step.referral is not None and step.referral.consent not in keys:
                yield (index, "referral", "consent")

    @invariant("case.referral_not_found", at="steps")
    @staticmethod
    def _answers_name_a_referral_that_stands(steps: tuple[Step, ...]) -> Iterator[Path]:
        return ((answer - 1, "answers") for answer, sent in _answers(steps) if sent is None)

    @invariant("case.answer_before_referral", at="steps")
    @staticmethod
    def _answers_come_after_their_referral(steps: tuple[Step, ...]) -> Iterator[Path]:
        for answer, sent in _answers(steps):
            if sent is not None and steps[answer - 1].date < steps[sent - 1].date:
                yield (answer - 1, "date")

    @invariant("case.step_order", at="steps")
    @staticmethod
    def _each_step_may_follow(steps: tuple[Step, ...]) -> Iterator[Path]:
        may_follow = FIRST_STEPS
        for number in _in_force(steps):
            kind = steps[number - 1].kind
            if kind is _K.JAWABAN_RUJUKAN:
                continue
            if kind not in may_follow:
                yield (number - 1, "kind")
            may_follow = NEXT_STEPS[kind]

    @invariant("consent.duplicate", at="consents")
    @staticmethod
    def _each_consent_once(consents: tuple[Consent, ...]) -> Iterator[Path]:
        return repeated((one.key for one in consents), "key")

    @invariant("referral.without_consent", at="steps")
    @staticmethod
    def _specific_data_go_by_leave(
        steps: tuple[Step, ...], consents: tuple[Consent, ...]
    ) -> Iterator[Path]:
        by_key: dict[str | None, Consent] = {one.key: one for one in consents}
        for number in sorted(_in_force(steps)):
            step = steps[number - 1]
            referral = step.referral
            if referral is None or referral.ground is not None:
                continue
            consent = by_key.get(referral.consent)
            needs_leave = referral.carries is Sensitivity.SPESIFIK or consent is not None
            is_agreed = consent is not None and consent.may_have_allowed(
                ConsentPurpose.RUJUKAN, referral.carries, step.date
            )
            if needs_leave and not is_agreed:
                yield (number - 1, "referral")

    @property
    def current_steps(self) -> tuple[Step, ...]:
        """The steps that stand, in order of their days, without those corrected or annulled."""
        return tuple(self.steps[number - 1] for number in _in_force(self.steps))

    @property
    def is_open(self) -> bool:
        """Whether the case has not been closed."""
        return all(step.kind is not _K.TERMINASI for step in self.current_steps)

    @property
    def next_step_kinds(self) -> frozenset[StepKind]:
        """What may be done next, beside an answer to a referral."""
        done = [step.kind for step in self.current_steps if step.kind is not _K.JAWABAN_RUJUKAN]
        return NEXT_STEPS[done[-1]] if done else FIRST_STEPS

    @property
    def referrals(self) -> tuple[SentReferral, ...]:
        """Each referral that stands, with the last answer to it."""
        last: dict[int | None, tuple[ReferralAnswer | None, dt.date | None]] = {}
        for answer, sent in _answers(self.steps):
            last[sent] = (self.steps[answer - 1].answer, self.steps[answer - 1].date)
        referred = ((number, self.steps[number - 1]) for number in _sent(self.steps).values())
        return tuple(
            SentReferral(number, step.date, step.referral, *last.get(number, (None, None)))
            for number, step in referred
            if step.referral is not None
        )

    def add_step(self, *steps: Step) -> "Case":
        """Return the case with further steps behind the others.

        Raises:
            ValidationError: as of the whole case.

        """
        return evolve(self, steps=(*self.steps, *steps))

    def is_later_state_of(self, earlier: "Case") -> bool:
        """Tell whether this is a later state of a case: nothing that it told was edited.

        Steps and consents may have come behind the others, and a consent may have been taken back.
        """
        return (
            (self.id, self.beneficiary, self.resumes)
            == (earlier.id, earlier.beneficiary, earlier.resumes)
            and self.steps[: len(earlier.steps)] == earlier.steps
            and len(earlier.consents) <= len(self.consents)
            and all(map(_is_later, self.consents, earlier.consents))
        )


def _is_later(consent: Consent, earlier: Consent) -> bool:
    """Tell whether a consent is another one as it was, or taken back since."""
    if consent.withdrawn is not None and earlier.withdrawn is None:
        consent = evolve(consent, withdrawn=None)
    return consent == earlier
