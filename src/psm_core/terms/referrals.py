"""Referrals: urgency, channel of the reply, and answer."""

from .._core.vocabulary import Scheme, Term
from .sources import PRACTICE, PSM_CORE


class ReferralUrgency(
    Term,
    scheme=Scheme("kesegeraan-rujukan", "Kesegeraan rujukan", PRACTICE),
    aliases={
        "Normal": "BIASA",
        "Rutin": "BIASA",
        "Mendesak": "SEGERA",
        "Sangat segera": "DARURAT",
        "Gawat darurat": "DARURAT",
        "Emergensi": "DARURAT",
    },
):
    """How soon the receiver of a referral is asked to act, from practice.

    Official letters of a ministry have the degrees *sangat segera*, *segera* and *biasa*
    (Permenristekdikti 20/2015 Pasal 25). No list for social referrals was found.

    >>> from psm_core.terms import ReferralUrgency
    >>> ReferralUrgency.parse("mendesak").label, ReferralUrgency.DARURAT.gloss
    ('Segera', 'emergency, at once')
    """

    BIASA = ("1", "Biasa", "in the usual time")
    SEGERA = ("2", "Segera", "soon")
    DARURAT = ("3", "Darurat", "emergency, at once")


class ReplyChannel(
    Term,
    scheme=Scheme("saluran-jawaban", "Saluran jawaban rujukan", PRACTICE),
    aliases={
        "Surat balasan": "SURAT",
        "Email": "SUREL",
        "E-mail": "SUREL",
        "Telp": "TELEPON",
        "Telpon": "TELEPON",
        "WA": "PESAN",
        "WhatsApp": "PESAN",
        "SMS": "PESAN",
        "Datang langsung": "LANGSUNG",
    },
):
    """The channel by which the receiver of a referral is asked to answer, from practice.

    >>> from psm_core.terms import ReplyChannel
    >>> ReplyChannel.parse("WhatsApp").label, ReplyChannel.parse("email").label
    ('Pesan singkat', 'Surel')
    """

    SURAT = ("1", "Surat", "letter")
    SUREL = ("2", "Surel", "e-mail")
    TELEPON = ("3", "Telepon", "telephone")
    PESAN = ("4", "Pesan singkat", "text message")
    APLIKASI = ("5", "Aplikasi", "application of the service")
    LANGSUNG = ("6", "Bertemu langsung", "in person")


class ReferralAnswer(
    Term,
    scheme=Scheme("jawaban-rujukan", "Jawaban atas rujukan", PSM_CORE),
    aliases={
        "Disetujui": "DITERIMA",
        "Tidak diterima": "DITOLAK",
        "Tidak disetujui": "DITOLAK",
        "Selesai": "SELESAI",
        "Dilayani": "SELESAI",
        "Sudah dilayani": "SELESAI",
        "Sudah selesai": "SELESAI",
    },
):
    """The answer of the receiver of a referral.

    >>> from psm_core.terms import ReferralAnswer
    >>> [one.label for one in ReferralAnswer]
    ['Diterima', 'Ditolak', 'Diteruskan', 'Selesai dilayani']
    """

    DITERIMA = ("1", "Diterima", "accepted")
    DITOLAK = ("2", "Ditolak", "refused")
    DITERUSKAN = ("3", "Diteruskan", "passed on to a third service")
    SELESAI = ("4", "Selesai dilayani", "served")
