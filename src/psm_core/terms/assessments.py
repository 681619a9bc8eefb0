"""Assessments: kinds of questions, and why an answer is missing."""

from .._core.vocabulary import Scheme, Term
from .sources import PSM_CORE


class YesNo(
    Term,
    scheme=Scheme("ya-tidak", "Ya atau tidak", PSM_CORE),
    aliases={"Ada": "YA", "Benar": "YA", "Tidak ada": "TIDAK", "Bukan": "TIDAK"},
):
    """An answer of yes or no.

    >>> from psm_core.terms import YesNo
    >>> YesNo.parse("Ada"), YesNo.TIDAK.gloss
    (<YesNo.YA: 'ya'>, 'no')
    """

    YA = ("1", "Ya", "yes")
    TIDAK = ("2", "Tidak", "no")


class QuestionKind(Term, scheme=Scheme("jenis-pertanyaan", "Jenis pertanyaan", PSM_CORE)):
    """The kind of a question, which its answers have too.

    In a FHIR Questionnaire, these are the item types boolean, coding, coding with repeats, integer,
    date and text.

    >>> from psm_core.terms import QuestionKind
    >>> QuestionKind.parse("pilihan ganda").gloss
    'any number of options'
    """

    YA_TIDAK = ("1", "Ya atau tidak", "yes or no")
    PILIHAN = ("2", "Pilihan", "one of several options")
    PILIHAN_GANDA = ("3", "Pilihan ganda", "any number of options")
    ANGKA = ("4", "Angka", "a whole number")
    TANGGAL = ("5", "Tanggal", "a date")
    TEKS = ("6", "Teks", "free text")


class AnswerAbsence(Term, scheme=Scheme("tanpa-jawaban", "Alasan tanpa jawaban", PSM_CORE)):
    """Why a question has no answer. FHIR calls it the data absent reason.

    >>> from psm_core.terms import AnswerAbsence
    >>> AnswerAbsence.parse("Menolak menjawab").gloss
    'asked, but declined to answer'
    """

    TIDAK_TAHU = ("1", "Tidak tahu", "asked, but does not know")
    MENOLAK = ("2", "Menolak menjawab", "asked, but declined to answer")
    TIDAK_DITANYAKAN = ("3", "Tidak ditanyakan", "not asked")
    TIDAK_BERLAKU = ("4", "Tidak berlaku", "does not apply")
