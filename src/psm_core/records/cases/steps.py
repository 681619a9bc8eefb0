"""Steps of a case: `Step`, and the table `NEXT_STEPS` of the steps that usually follow."""

import datetime as dt
from collections.abc import Mapping
from typing import Final

from ..._core.invariants import only_when, required_iff, required_when
from ..._core.record import NONE, PAST, SPESIFIK, UMUM, field, record_class
from ..._frozen import FrozenDict
from ...terms import ClosingReason, PSMDuty, ReferralAnswer, StepKind
from ...values.ids import AssessmentId, WorkerId
from ...values.region_code import RegionCode
from ..offices import Speaker
from .referrals import Referral

__all__ = ["FIRST_STEPS", "NEXT_STEPS", "Step"]

_K = StepKind
_WORK = frozenset({_K.ASESMEN, _K.PENDAMPINGAN, _K.RUJUKAN, _K.PERTOLONGAN_KEDARURATAN})
_END = frozenset({_K.TERMINASI})
_LATE = frozenset({_K.RENCANA_INTERVENSI, _K.REUNIFIKASI, _K.BIMBINGAN_LANJUT})

FIRST_STEPS: Final = frozenset(
    {_K.PENJANGKAUAN, _K.REGISTRASI, _K.PERTOLONGAN_KEDARURATAN, _K.RUJUKAN}
)
"""The kinds of step with which a case usually begins."""

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
"""Kind of step → the kinds that usually follow it. No act prescribes an order. An answer to a
referral may follow any step, even after the case is closed, and does not affect the order."""


@record_class
class Step:
    """A dated and signed step of a case.

    A step that `corrects` another replaces it; the case keeps both. A step of the kind PEMBATALAN
    cancels the step that it corrects. To restore a step that was cancelled by mistake, add it again
    as a correction of the cancellation.

    Old records may not name who took a step or why a case was closed; `psm_core.checks` warns then.

    Raises:
        ValidationError: ``step.detail_mismatch`` if a referral or an answer is missing from its
            kind of step, or if a referral, an answer or a closing reason is given with another;
            ``step.cancelled_step_missing``, and the issues of each field.

    >>> from datetime import date
    >>> from psm_core import Step, ValidationError, WorkerId
    >>> from psm_core.terms import StepKind
    >>> try:
    ...     Step(kind=StepKind.RUJUKAN, date=date(2025, 11, 3), by=WorkerId("psm-1"))
    ... except ValidationError as error:
    ...     print(error.issues[0].where, error.issues[0].code)
    $.referral step.detail_mismatch

    """

    kind: StepKind = field(NONE)
    """What was done."""
    date: dt.date = field(NONE, timing=PAST)
    """The day on which it was done, which may be long before it is recorded."""
    by: WorkerId | None = field(UMUM, default=None)
    """The worker who did it and signs it."""
    signed_by: Speaker | None = field(UMUM, default=None)
    """Who signs it, if not a worker with a record."""
    place: RegionCode | None = field(UMUM, default=None)
    """Where it was done."""
    minutes: int | None = field(NONE, default=None, maximum=100_000)
    """The duration in minutes."""
    duty: PSMDuty | None = field(NONE, default=None)
    """The duty of a PSM that it fulfils, for reports."""
    note: str | None = field(SPESIFIK, default=None, max_length=2000)
    """Observations, findings and agreements."""
    referral: Referral | None = field(UMUM, default=None)
    """The referral; only for the kind RUJUKAN."""
    answers: int | None = field(NONE, default=None, minimum=1)
    """The step number of the answered referral; only for the kind JAWABAN_RUJUKAN."""
    answer: ReferralAnswer | None = field(NONE, default=None)
    """The answer; only for the kind JAWABAN_RUJUKAN."""
    reason: ClosingReason | None = field(SPESIFIK, default=None)
    """The reason for closing the case; only for the kind TERMINASI."""
    assessment: AssessmentId | None = field(NONE, default=None)
    """The identifier of the assessment; only for the kind ASESMEN."""
    corrects: int | None = field(NONE, default=None, minimum=1)
    """The number of the step that this one replaces or cancels, counted from 1."""

    _has_referral = required_iff("step.detail_mismatch", "kind", _K.RUJUKAN, "referral")
    _has_answered_step = required_iff("step.detail_mismatch", "kind", _K.JAWABAN_RUJUKAN, "answers")
    _has_answer = required_iff("step.detail_mismatch", "kind", _K.JAWABAN_RUJUKAN, "answer")

    _reason_only_for_closing = only_when("step.detail_mismatch", "kind", _K.TERMINASI, "reason")
    _assessment_only_for_asesmen = only_when(
        "step.detail_mismatch", "kind", _K.ASESMEN, "assessment"
    )

    _has_cancelled_step = required_when(
        "step.cancelled_step_missing", "kind", _K.PEMBATALAN, "corrects"
    )
