"""Instruments: named and versioned lists of questions, as data."""

from functools import cache
from operator import attrgetter

from .._core.invariants import invariant, unique
from .._core.record import NONE, SPESIFIK, field, record_class
from .._core.resources import packaged_rows
from ..terms import QuestionKind, YesNo
from ..values.extensions import NO_EXTENSIONS, Extensions
from ..values.ids import InstrumentId

__all__ = ["AnswerOption", "Instrument", "Question", "load_instruments"]

_CHOICES = (QuestionKind.PILIHAN, QuestionKind.PILIHAN_GANDA)


@record_class
class AnswerOption:
    """An option of a question, with a code that does not change.

    Raises:
        ValidationError: the issues of each field.

    >>> from psm_core import AnswerOption
    >>> AnswerOption(code="sewa", label="Sewa atau kontrak", gloss="rented").gloss
    'rented'

    """

    code: str = field(NONE, max_length=64)
    """The code that answers contain."""
    label: str = field(NONE)
    """The option in Indonesian."""
    gloss: str | None = field(NONE, default=None)
    """The option in English."""


@record_class
class Question:
    """A question of an instrument: an item of a FHIR Questionnaire.

    Raises:
        ValidationError: ``question.options`` if a question of options has none, or another has
            some; ``question.option_duplicate``; ``question.unit`` if a question of another kind
            than a number has a unit; and the issues of each field.

    >>> from psm_core import Question
    >>> from psm_core.terms import QuestionKind
    >>> Question(code="penghuni", text="Berapa penghuni rumah?", kind=QuestionKind.ANGKA,
    ...          unit="orang").unit
    'orang'

    """

    code: str = field(NONE, max_length=64)
    """The code that answers contain; FHIR calls it linkId."""
    text: str = field(NONE, max_length=500)
    """The question in Indonesian."""
    gloss: str | None = field(NONE, default=None, max_length=500)
    """The question in English."""
    kind: QuestionKind = field(NONE)
    """The kind of its answers."""
    options: tuple[AnswerOption, ...] = field(NONE, default=())
    """The options, for a question of one or several options."""
    unit: str | None = field(NONE, default=None, max_length=40)
    """The unit of its answers, for a question of a number."""
    required: YesNo = field(NONE, default=YesNo.TIDAK)
    """Whether an answer is required. A reason for a missing answer is enough."""

    @invariant("question.options", at="options")
    @staticmethod
    def _options_fit_the_kind(kind: QuestionKind, options: tuple[AnswerOption, ...]) -> bool:
        return (kind in _CHOICES) == bool(options)

    _each_option_once = unique(
        "question.option_duplicate", "options", attrgetter("code"), below="code"
    )

    @invariant("question.unit", at="unit")
    @staticmethod
    def _only_a_number_has_a_unit(kind: QuestionKind, unit: str | None) -> bool:
        return unit is None or kind is QuestionKind.ANGKA


@record_class
class Instrument:
    """A version of a list of questions: a FHIR Questionnaire.

    Answers refer to the instrument and its version, so a changed list of questions needs a new
    version.

    Raises:
        ValidationError: ``instrument.question_duplicate``, and the issues of each field.

    >>> from psm_core import Instrument, InstrumentId, Question
    >>> from psm_core.terms import QuestionKind
    >>> need = Question(code="kebutuhan", text="Apa yang dibutuhkan?", kind=QuestionKind.TEKS)
    >>> own = Instrument(id=InstrumentId("desa-contoh"), version="2025", title="Asesmen desa",
    ...                  questions=(need,))
    >>> own.question("kebutuhan").kind.label, own.question("umur")
    ('Teks', None)

    """

    id: InstrumentId = field(NONE)
    """The identifier of the instrument, the same for all its versions."""
    version: str = field(NONE, max_length=40)
    """The version."""
    title: str = field(NONE)
    """The title in Indonesian."""
    gloss: str | None = field(NONE, default=None)
    """The title in English."""
    source: str | None = field(NONE, default=None, max_length=300)
    """Who published it, or the act that prescribes it."""
    questions: tuple[Question, ...] = field(NONE, default=())
    """The questions, in order."""
    extensions: Extensions = field(SPESIFIK, default=NO_EXTENSIONS)
    """Custom fields of an application, by namespace."""

    _each_question_once = unique(
        "instrument.question_duplicate", "questions", attrgetter("code"), below="code"
    )

    def question(self, code: str) -> Question | None:
        """Return the question with a code, or None if there is none."""
        return next((one for one in self.questions if one.code == code), None)


@cache
def load_instruments() -> tuple[Instrument, ...]:
    """Return the instruments that are packaged with psm-core.

    There is one, written for this package: twelve questions for a first home visit, on basic needs,
    documents, care and safety. It is a starting point, not an official form.

    >>> from psm_core import load_instruments
    >>> first, = load_instruments()
    >>> first.title, first.version, len(first.questions)
    ('Asesmen awal pada kunjungan pertama', '1', 12)

    """
    questions: dict[tuple[str, str], list[Question]] = {}
    for id_, version, code, word, required, unit, text, gloss, options in packaged_rows(
        "questions.tsv"
    ):
        question = Question(
            code=code,
            text=text,
            gloss=gloss,
            kind=QuestionKind.parse(word),
            options=tuple(AnswerOption(**_option(one)) for one in options.split("|") if one),
            unit=unit or None,
            required=YesNo.parse(required),
        )
        questions.setdefault((id_, version), []).append(question)
    return tuple(
        Instrument(
            id=InstrumentId(id_),
            version=version,
            title=title,
            gloss=gloss,
            source=source,
            questions=tuple(questions[id_, version]),
        )
        for id_, version, title, gloss, source in packaged_rows("instruments.tsv")
    )


def _option(text: str) -> dict[str, str]:
    """Return the fields of an option in the packaged table: code, label and gloss."""
    return dict(zip(("code", "label", "gloss"), text.split("="), strict=True))
