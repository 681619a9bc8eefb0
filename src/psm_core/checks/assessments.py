"""Checks of an assessment: its answers compared with the questions of the instrument."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from ..errors import Issue
from ..records.assessments import Answer, Assessment
from ..records.instruments import Instrument, Question, load_instruments
from ..terms import QuestionKind, YesNo
from .context import Check, CheckContext, warning

_VALUE: Final[Mapping[QuestionKind, str]] = {
    QuestionKind.YA_TIDAK: "yes_no",
    QuestionKind.PILIHAN: "choice",
    QuestionKind.PILIHAN_GANDA: "choice",
    QuestionKind.ANGKA: "number",
    QuestionKind.TANGGAL: "date",
    QuestionKind.TEKS: "text",
}
"""Kind of a question → the field of its answers."""


def check_answers(assessment: Assessment, instrument: Instrument) -> tuple[Issue, ...]:
    """Return warnings about answers that do not fit the questions of an instrument.

    `checks.check` does the same for the instruments that are packaged with psm-core.

    >>> from datetime import date
    >>> from psm_core import Answer, Assessment, AssessmentId, BeneficiaryId, WorkerId, checks
    >>> from psm_core import load_instruments
    >>> first, = load_instruments()
    >>> visit = Assessment(id=AssessmentId("a-1"), beneficiary=BeneficiaryId("b-1"),
    ...                    date=date(2025, 10, 14), by=WorkerId("psm-1"), instrument=first.id,
    ...                    version="1", answers=(Answer(question="makan", choice="9"),))
    >>> warnings = checks.check_answers(visit, first)
    >>> warnings[0].where, warnings[0].code
    ('$.answers[0].choice', 'answer.option_unknown')
    >>> [one.params["question"] for one in warnings[1:]][:2]
    ['tempat-tinggal', 'dokumen']

    """
    return tuple(_warnings(assessment, instrument))


def _warnings(assessment: Assessment, instrument: Instrument) -> Iterator[Issue]:
    if (assessment.instrument, assessment.version) != (instrument.id, instrument.version):
        yield warning("assessment.other_instrument", "instrument")
        return
    earlier: defaultdict[str, list[Answer]] = defaultdict(list)
    for number, answer in enumerate(assessment.answers):
        at = ("answers", number)
        question = instrument.question(answer.question)
        if question is None:
            yield warning("answer.question_unknown", *at, "question")
            continue
        if any(_exclude(one, answer, question.kind) for one in earlier[answer.question]):
            yield warning("answer.several", *at)
        earlier[answer.question].append(answer)
        yield from (issue.under(*at) for issue in _answer_warnings(answer, question))
    for question in instrument.questions:
        if question.required is YesNo.YA and question.code not in earlier:
            yield warning("assessment.unanswered", "answers", question=question.code)


def _exclude(one: Answer, other: Answer, kind: QuestionKind) -> bool:
    """Return whether only one of two answers to a question can hold."""
    absences = {one.absence, other.absence}
    return kind is not QuestionKind.PILIHAN_GANDA or absences != {None}


def _answer_warnings(answer: Answer, question: Question) -> Iterator[Issue]:
    if answer.absence is not None:
        return
    name = _VALUE[question.kind]
    if getattr(answer, name) is None:
        yield warning("answer.other_kind", kind=question.kind.label)
    elif name == "choice" and answer.choice not in {one.code for one in question.options}:
        yield warning("answer.option_unknown", "choice")
    elif answer.unit not in {None, question.unit}:
        yield warning("answer.other_unit", "unit")


def answers_fit_the_packaged_instrument(
    assessment: Assessment, context: CheckContext
) -> Iterator[Issue]:
    """Yield the warnings about answers to an instrument that is packaged with psm-core."""
    del context
    for instrument in load_instruments():
        if (assessment.instrument, assessment.version) == (instrument.id, instrument.version):
            yield from _warnings(assessment, instrument)


def somebody_asked(assessment: Assessment, context: CheckContext) -> Iterator[Issue]:
    """Yield a warning for an assessment that does not state who asked."""
    del context
    if assessment.by is None and assessment.signed_by is None:
        yield warning("assessment.unsigned", "by")


CHECKS: Final[Mapping[type, tuple[Check, ...]]] = {
    Assessment: (somebody_asked, answers_fit_the_packaged_instrument),
}
"""Record class → its checks in this module."""
