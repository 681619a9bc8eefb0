"""The layout of a register of referrals (*buku rujukan*): a case with one referral in each row."""

from typing import Any, Final

from ...records.cases.case import Case
from ...terms import Sensitivity, StepKind
from .layout import BLANK, Column, Layout

_SENT: Final = "steps.0.referral"
_UNANSWERED: Final = BLANK | {"belum", "belum ada", "belum ada jawaban", "belum dijawab"}
"""What an officer writes for a referral without an answer."""

REFERRALS: Final = Layout(
    "rujukan",
    "Buku rujukan",
    Case,
    (
        Column("id", ("Kunci Kasus", "Kunci", "Id"), note="Tanda unik dalam daftar ini."),
        Column(
            "beneficiary",
            ("Kunci Penerima", "Kunci Penerima Manfaat", "Kunci Klien"),
            required=True,
            note="Bukan NIK dan bukan nama.",
        ),
        Column("steps.0.date", ("Tanggal Rujukan", "Tgl Dirujuk", "Tanggal"), required=True),
        Column("steps.0.by", ("Kunci Pekerja", "Kunci PSM")),
        Column(f"{_SENT}.sender.body", ("Perujuk", "Asal Rujukan", "Pengirim"), required=True),
        Column(
            f"{_SENT}.receiver.body",
            ("Tujuan Rujukan", "Dirujuk ke", "Penerima Rujukan", "Lembaga Tujuan"),
            required=True,
        ),
        Column(f"{_SENT}.service", ("Layanan yang Diminta", "Layanan", "Jenis Layanan")),
        Column(f"{_SENT}.need", ("Kebutuhan", "Masalah", "Keluhan")),
        Column(f"{_SENT}.letter_number", ("Nomor Surat", "No. Surat Rujukan")),
        Column(f"{_SENT}.letter_date", ("Tanggal Surat", "Tgl Surat Rujukan")),
        Column(f"{_SENT}.urgency", ("Kesegeraan", "Sifat", "Sifat Surat")),
        Column(f"{_SENT}.attachments", "Lampiran", note="Pisahkan dengan titik koma."),
        Column(f"{_SENT}.answer_due", ("Batas Waktu Jawaban", "Batas Jawaban")),
        Column(f"{_SENT}.reply_channel", ("Saluran Jawaban", "Jawaban Melalui")),
        Column(f"{_SENT}.legal_ground", ("Dasar Pemrosesan", "Dasar Hukum")),
        Column(
            "steps.1.answer",
            ("Jawaban", "Jawaban Rujukan", "Hasil Rujukan"),
            blank=_UNANSWERED,
        ),
        Column("steps.1.date", ("Tanggal Jawaban", "Tgl Dijawab")),
    ),
    constants={
        "steps.0.kind": StepKind.RUJUKAN,
        f"{_SENT}.data_class": Sensitivity.SPESIFIK,
        "steps.1.kind": StepKind.JAWABAN_RUJUKAN,
        "steps.1.answers": 1,
    },
    words=("rujukan", "dirujuk"),
    needs_word=True,
)

CASES: Final[tuple[Layout[Any], ...]] = (REFERRALS,)
"""The layouts of this module. Templates are written for each."""
