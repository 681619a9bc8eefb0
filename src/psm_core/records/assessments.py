"""Assessments: dated sets of answers to a named, versioned instrument."""

import datetime as dt
from operator import attrgetter

from .._core.invariants import exactly_one, requires, unique
from .._core.record import NONE, PAST, SPESIFIK, UMUM, field, record_class
from ..terms import AnswerAbsence, YesNo
from ..values.extensions import NO_EXTENSIONS, Extensions
from ..values.ids import AssessmentId, BeneficiaryId, InstrumentId, WorkerId
from .offices import Speaker

__all__ = ["Answer", "Assessment"]


@record_class
class Answer:
    """An answer to a question of an instrument, or the reason why there is none.

    The value has one of five forms, as in a FHIR QuestionnaireResponse. A question with several
    chosen options has an answer for each.

    Raises:
        ValidationError: ``answer.value`` unless exactly one value, or the reason without a value,
            is given; ``answer.unit_without_number``; and the issues of each field.

    >>> from psm_core import Answer
    >>> from psm_core.terms import YesNo
    >>> Answer(question="aman", yes_no=YesNo.TIDAK)
    Answer(question=***, yes_no=***)

    """

    question: str = field(NONE, max_length=64)
    """The `code` of the question."""
    yes_no: YesNo | None = field(SPESIFIK, default=None)
    """The value, for a question of yes or no."""
    choice: str | None = field(SPESIFIK, default=None, max_length=64)
    """The `code` of the chosen option."""
    number: int | None = field(SPESIFIK, default=None, minimum=-(10**12))
    """The value, for a question of a number."""
    date: dt.date | None = field(SPESIFIK, default=None)
    """The value, for a question of a date."""
    text: str | None = field(SPESIFIK, default=None, max_length=2000)
    """The value, for a question of free text."""
    absence: AnswerAbsence | None = field(SPESIFIK, default=None)
    """Why there is no answer, for example because the person declined."""
    unit: str | None = field(NONE, default=None, max_length=40)
    """The unit of the number, such as ``orang`` or ``rupiah``."""
    note: str | None = field(SPESIFIK, default=None, max_length=2000)
    """A remark of the assessor."""

    _has_one_value = exactly_one(
        *("answer.value", "yes_no", "choice", "number", "date", "text", "absence"), at="text"
    )
    _only_a_number_has_a_unit = requires("answer.unit_without_number", "unit", "number")


@record_class
class Assessment:
    """*Asesmen*: the answers of one day about a beneficiary, to the questions of an instrument.

    `checks.check_answers` compares the answers with the questions. A `Step` of the kind ASESMEN
    refers to it by its id.

    Raises:
        ValidationError: ``assessment.answer_duplicate``, and the issues of each field.

    >>> from datetime import date
    >>> from psm_core import Answer, Assessment, AssessmentId, BeneficiaryId, InstrumentId, WorkerId
    >>> from psm_core.terms import YesNo
    >>> visit = Assessment(id=AssessmentId("a-1"), beneficiary=BeneficiaryId("b-1"),
    ...                    date=date(2025, 10, 14), by=WorkerId("psm-1"),
    ...                    instrument=InstrumentId("kunjungan-pertama"), version="1",
    ...                    answers=(Answer(question="aman", yes_no=YesNo.TIDAK),))
    >>> [one.yes_no.label for one in visit.answers_to("aman")]
    ['Tidak']

    """

    id: AssessmentId = field(NONE)
    """The identifier of this record in its register."""
    beneficiary: BeneficiaryId = field(NONE)
    """The identifier of the beneficiary."""
    date: dt.date = field(NONE, timing=PAST)
    """The day on which the questions were asked."""
    by: WorkerId | None = field(UMUM, default=None)
    """The worker who asked."""
    signed_by: Speaker | None = field(UMUM, default=None)
    """Who asked, if not a worker with a record."""
    respondent: Speaker | None = field(UMUM, default=None)
    """Who answered, if not the beneficiary."""
    instrument: InstrumentId = field(NONE)
    """The identifier of the instrument."""
    version: str = field(NONE, max_length=40)
    """The version of the instrument."""
    answers: tuple[Answer, ...] = field(SPESIFIK, default=())
    """The answers, in the order in which they were given."""
    extensions: Extensions = field(SPESIFIK, default=NO_EXTENSIONS)
    """Custom fields of an application, by namespace."""

    _each_answer_once = unique(
        "assessment.answer_duplicate", "answers", attrgetter("question", "choice")
    )

    def answers_to(self, question: str) -> tuple[Answer, ...]:
        """Return the answers to a question, identified by its code."""
        return tuple(one for one in self.answers if one.question == question)
