"""Messages for assessments and instruments."""

from typing import Final

from .message import error, warning

ASSESSMENTS: Final = {
    "answer.unit_without_number": error(
        en=("The answer has a unit but no number.", "Enter the number, or leave out the unit."),
        id=("Satuan terisi, tetapi angkanya belum.", "Isi angkanya, atau kosongkan satuannya."),
    ),
    "answer.value": error(
        en=(
            "An answer has exactly one value, or the reason why there is none.",
            "Enter one of them, and leave out the others.",
        ),
        id=(
            "Setiap jawaban berisi tepat satu nilai, atau alasan tanpa jawaban.",
            "Isi salah satu, lalu kosongkan yang lain.",
        ),
    ),
    "assessment.answer_duplicate": error(
        en=("The same answer is given twice.", "Remove one of the two."),
        id=("Jawaban ini tercatat dua kali.", "Hapus salah satunya."),
    ),
    "instrument.question_duplicate": error(
        en=("Another question has this code.", "Give each question its own code."),
        id=("Kode ini sudah dipakai pertanyaan lain.", "Beri setiap pertanyaan kode sendiri."),
    ),
    "question.option_duplicate": error(
        en=("Another option has this code.", "Give each option its own code."),
        id=("Kode ini sudah dipakai pilihan lain.", "Beri setiap pilihan kode sendiri."),
    ),
    "question.options": error(
        en=(
            "A question of options needs options, and any other question has none.",
            "Correct the options or the kind.",
        ),
        id=(
            "Pertanyaan pilihan wajib memiliki pilihan; pertanyaan lain tidak boleh.",
            "Perbaiki pilihan atau jenis pertanyaannya.",
        ),
    ),
    "question.unit": error(
        en=("Only a question of a number has a unit.", "Correct the unit or the kind."),
        id=(
            "Hanya pertanyaan angka yang memiliki satuan.",
            "Perbaiki satuan atau jenis pertanyaannya.",
        ),
    ),
}
"""Code → message. They are about single records."""

ASSESSMENT_CHECKS: Final = {
    "answer.option_unknown": warning(
        en=("The question has no option with this code.", "Choose one of its options."),
        id=("Pilihan ini tidak ada pada pertanyaannya.", "Pilih salah satu pilihan yang ada."),
    ),
    "answer.other_kind": warning(
        en=(
            "The answer has another form than the question, which is: {kind}.",
            "Enter an answer of this form.",
        ),
        id=(
            "Jenis jawaban ini berbeda dari jenis pertanyaannya, yaitu {kind}.",
            "Isi jawaban yang sesuai.",
        ),
    ),
    "answer.other_unit": warning(
        en=("The question has another unit.", "Convert the number, or correct the unit."),
        id=(
            "Satuan ini berbeda dari satuan pertanyaannya.",
            "Ubah angkanya, atau perbaiki satuannya.",
        ),
    ),
    "answer.question_unknown": warning(
        en=(
            "The instrument has no question with this code.",
            "Check the code and the version of the instrument.",
        ),
        id=(
            "Pertanyaan dengan kode ini tidak ada dalam instrumen.",
            "Periksa kode dan versi instrumennya.",
        ),
    ),
    "answer.several": warning(
        en=("The question has several answers that exclude each other.", "Keep one of them."),
        id=(
            "Pertanyaan ini memiliki beberapa jawaban yang tidak dapat berlaku bersama.",
            "Pilih salah satu jawabannya.",
        ),
    ),
    "assessment.other_instrument": warning(
        en=(
            "The answers belong to another instrument or version.",
            "Compare them with their own instrument.",
        ),
        id=(
            "Jawaban ini untuk instrumen atau versi lain.",
            "Bandingkan dengan instrumennya sendiri.",
        ),
    ),
    "assessment.unanswered": warning(
        en=(
            "The required question {question} has no answer.",
            "Enter the answer, or the reason why there is none.",
        ),
        id=(
            "Pertanyaan wajib {question} belum dijawab.",
            "Isi jawabannya, atau alasan tanpa jawaban.",
        ),
    ),
    "assessment.unsigned": warning(
        en=("It is not stated who asked the questions.", "Enter the ID of the worker."),
        id=("Petugas yang bertanya belum diisi.", "Isi ID pekerjanya."),
    ),
}
"""Code → message. The records are valid; a warning asks for a look."""
