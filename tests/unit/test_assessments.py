"""Assessments: answers, instruments, and the comparison of both."""

from datetime import date

import pytest
from hypothesis import given

from psm_core import (
    Answer,
    AnswerOption,
    Assessment,
    AssessmentId,
    BeneficiaryId,
    Instrument,
    InstrumentId,
    Question,
    Speaker,
    Step,
    ValidationError,
    WorkerId,
    checks,
    evolve,
    load_instruments,
    load_regions,
    wire,
)
from psm_core.privacy import Audience, redact
from psm_core.terms import AnswerAbsence, QuestionKind, StepKind, YesNo
from psm_core.testing import records

DAY = date(2025, 10, 14)
(FIRST,) = load_instruments()
YES = Answer(question="aman", yes_no=YesNo.YA)
OPTION = AnswerOption(code="a", label="A")


def assessment(*answers, **fields):
    return Assessment(
        **{
            "id": AssessmentId("a-1"),
            "beneficiary": BeneficiaryId("b-1"),
            "date": DAY,
            "by": WorkerId("psm-1"),
            "instrument": FIRST.id,
            "version": "1",
            "answers": answers,
            **fields,
        }
    )


def instrument(*questions):
    return Instrument(id=FIRST.id, version="1", title="Contoh", questions=questions)


def question(kind=QuestionKind.TEKS, **fields):
    return Question(**{"code": "a", "text": "Contoh?", "kind": kind, **fields})


def issues(make):
    with pytest.raises(ValidationError) as caught:
        make()
    return [(issue.where, issue.code) for issue in caught.value.issues]


@pytest.mark.parametrize(
    "values",
    [{}, {"yes_no": YesNo.YA, "number": 1}, {"text": "a", "absence": AnswerAbsence.MENOLAK}],
)
def test_answer_rejects_no_value_and_two_values(values):
    assert ("$.text", "answer.value") in issues(lambda: Answer(question="aman", **values))


def test_unit_without_number_is_rejected():
    found = issues(lambda: Answer(question="aman", yes_no=YesNo.YA, unit="orang"))
    assert found == [("$.unit", "answer.unit_without_number")]


def test_same_answer_twice_is_rejected_and_two_options_are_not():
    assert issues(lambda: assessment(YES, YES)) == [("$.answers[1]", "assessment.answer_duplicate")]
    both = [Answer(question="dokumen", choice=code) for code in ("kk", "akta")]
    assert assessment(*both, YES).answers_to("dokumen") == tuple(both)


@pytest.mark.parametrize(
    ("fields", "where", "code"),
    [
        ({"kind": QuestionKind.PILIHAN}, "$.options", "question.options"),
        ({"options": (OPTION,)}, "$.options", "question.options"),
        (
            {"kind": QuestionKind.PILIHAN, "options": (OPTION, OPTION)},
            "$.options[1].code",
            "question.option_duplicate",
        ),
        ({"unit": "orang"}, "$.unit", "question.unit"),
    ],
)
def test_question_rejects_what_does_not_fit_its_kind(fields, where, code):
    assert issues(lambda: question(**fields)) == [(where, code)]


def test_instrument_rejects_a_question_twice():
    found = issues(lambda: instrument(question(), question()))
    assert found == [("$.questions[1].code", "instrument.question_duplicate")]


def test_only_an_assessment_step_refers_to_an_assessment():
    visit = {"date": DAY, "by": WorkerId("psm-1"), "assessment": AssessmentId("a-1")}
    assert Step(kind=StepKind.ASESMEN, **visit).assessment == AssessmentId("a-1")
    found = issues(lambda: Step(kind=StepKind.PENDAMPINGAN, **visit))
    assert found == [("$.assessment", "step.detail_mismatch")]


def warnings(form, *answers, **fields):
    found = checks.check_answers(assessment(*answers, **fields), form)
    return [(issue.where, issue.code) for issue in found]


@pytest.mark.parametrize(
    ("fields", "value", "expected"),
    [
        ({}, {"text": "ya"}, None),
        ({}, {"absence": AnswerAbsence.TIDAK_TAHU}, None),
        ({}, {"number": 1}, ("$.answers[0]", "answer.other_kind")),
        ({"kind": QuestionKind.YA_TIDAK}, {"yes_no": YesNo.YA}, None),
        ({"kind": QuestionKind.YA_TIDAK}, {"text": "ya"}, ("$.answers[0]", "answer.other_kind")),
        ({"kind": QuestionKind.TANGGAL}, {"date": DAY}, None),
        ({"kind": QuestionKind.ANGKA, "unit": "orang"}, {"number": 3, "unit": "orang"}, None),
        ({"kind": QuestionKind.ANGKA, "unit": "orang"}, {"number": 3}, None),
        (
            {"kind": QuestionKind.ANGKA, "unit": "orang"},
            {"number": 3, "unit": "rumah"},
            ("$.answers[0].unit", "answer.other_unit"),
        ),
        ({"kind": QuestionKind.PILIHAN, "options": (OPTION,)}, {"choice": "a"}, None),
        (
            {"kind": QuestionKind.PILIHAN_GANDA, "options": (OPTION,)},
            {"choice": "b"},
            ("$.answers[0].choice", "answer.option_unknown"),
        ),
    ],
)
def test_answers_are_compared_with_kind_options_and_unit(fields, value, expected):
    found = warnings(instrument(question(**fields)), Answer(question="a", **value))
    assert found == ([] if expected is None else [expected])


def test_unknown_question_and_missing_required_answer_give_warnings():
    form = instrument(question(required=YesNo.YA), question(code="b"))
    assert warnings(form, Answer(question="c", text="A")) == [
        ("$.answers[0].question", "answer.question_unknown"),
        ("$.answers", "assessment.unanswered"),
    ]
    assert warnings(form, Answer(question="a", absence=AnswerAbsence.MENOLAK)) == []


def test_two_answers_to_a_question_of_one_option_give_a_warning():
    options = (OPTION, AnswerOption(code="b", label="B"))
    both = [Answer(question="a", choice=code) for code in ("a", "b")]
    one = instrument(question(QuestionKind.PILIHAN, options=options))
    several = instrument(question(QuestionKind.PILIHAN_GANDA, options=options))
    assert warnings(one, *both) == [("$.answers[1]", "answer.several")]
    assert warnings(several, *both) == []
    declined = Answer(question="a", absence=AnswerAbsence.MENOLAK)
    assert warnings(several, both[0], declined) == [("$.answers[1]", "answer.several")]


@pytest.mark.parametrize("fields", [{"version": "2"}, {"instrument": InstrumentId("lain")}])
def test_answers_to_another_instrument_or_version_are_not_compared(fields):
    found = warnings(FIRST, YES, **fields)
    assert found == [("$.instrument", "assessment.other_instrument")]
    checked = checks.check(assessment(YES, **fields), regions=load_regions())
    assert checked == ()


def test_check_compares_answers_with_the_packaged_instrument():
    found = checks.check(assessment(YES), regions=load_regions())
    required = [one for one in FIRST.questions if one.required is YesNo.YA]
    assert {issue.code for issue in found} == {"assessment.unanswered"}
    assert len(found) == len(required) - 1


def test_an_assessment_without_assessor_gives_a_warning():
    unsigned = assessment(version="2", by=None)
    signed = evolve(unsigned, signed_by=Speaker(body="Puskesos Contoh"))
    regions = load_regions()
    assert [one.code for one in checks.check(unsigned, regions=regions)] == ["assessment.unsigned"]
    assert checks.check(signed, regions=regions) == ()


def test_answers_are_left_out_for_the_public_and_for_partners():
    for audience in (Audience.PUBLIC, Audience.PARTNER):
        assert "answers" not in redact(assessment(YES), audience=audience, as_of=DAY)
    assert "Rahasia" not in repr(assessment(Answer(question="a", text="Rahasia")))


@given(records(Assessment))
def test_assessment_is_read_back_from_its_document(one):
    assert wire.from_json(wire.to_json(one), Assessment) == one


@given(records(Instrument))
def test_instrument_is_read_back_from_its_document(one):
    assert wire.from_json(wire.to_json(one), Instrument) == one


def test_each_question_of_the_packaged_instrument_is_in_both_languages():
    texts = [text for one in FIRST.questions for text in (one.text, one.gloss)]
    texts += [text for q in FIRST.questions for one in q.options for text in (one.label, one.gloss)]
    assert None not in texts
    assert FIRST.question("makan") is FIRST.questions[0]
