"""Referrals of a beneficiary to a service."""

import datetime as dt
from typing import NamedTuple

from ..._core.record import NONE, PAST, PLANNED, SPESIFIK, UMUM, field, record_class
from ..._core.text import require_date
from ...terms import (
    LegalGround,
    ReferralAnswer,
    ReferralUrgency,
    ReplyChannel,
    Sensitivity,
)
from ..offices import Speaker

__all__ = ["Referral", "SentReferral"]


@record_class
class Referral:
    """Rujukan: a request to a service to help a beneficiary, and the data sent with it.

    The letter that goes with it has a number, a day, attachments, and a day until which an answer
    is expected. All of these are optional, because many referrals are made by telephone.

    Raises:
        ValidationError: the issues of each field. `Case` checks that it has the named consent.

    >>> from datetime import date
    >>> from psm_core import Referral, Speaker
    >>> from psm_core.terms import ReferralUrgency, Sensitivity
    >>> sender, clinic = Speaker(name="Contoh"), Speaker(body="Puskesmas Contoh")
    >>> referral = Referral(sender=sender, receiver=clinic, need="asma",
    ...                     data_class=Sensitivity.SPESIFIK, urgency=ReferralUrgency.SEGERA,
    ...                     letter_number="460/12/PSM/2025", answer_due=date(2025, 10, 22))
    >>> referral.urgency.label, referral.contained_data.label
    ('Segera', 'Data pribadi yang bersifat spesifik')

    """

    sender: Speaker = field(UMUM)
    """Who sends it."""
    receiver: Speaker = field(UMUM)
    """The puskesmas, institution or agency that is asked for help."""
    service: str | None = field(UMUM, default=None)
    """The requested service, such as ``permakanan`` or ``perekaman KTP``, without health data."""
    need: str | None = field(SPESIFIK, default=None, max_length=2000)
    """What the receiver needs to know about health, disability, money or children."""
    data_class: Sensitivity = field(NONE)
    """The highest class of personal data that it contains, as declared by the sender."""
    consent: str | None = field(SPESIFIK, default=None, max_length=40)
    """The `key` of the consent that allows it."""
    legal_ground: LegalGround | None = field(NONE, default=None)
    """The legal ground that allows it without consent."""
    letter_number: str | None = field(UMUM, default=None, max_length=100)
    """The number of the referral letter, as printed."""
    letter_date: dt.date | None = field(NONE, default=None, timing=PAST)
    """The date of the letter, if it differs from the day of the step."""
    urgency: ReferralUrgency | None = field(NONE, default=None)
    """How soon the receiver is asked to act."""
    attachments: tuple[str, ...] = field(SPESIFIK, default=(), max_length=200)
    """The titles of the enclosed documents. The documents themselves are not part of the record."""
    answer_due: dt.date | None = field(NONE, default=None, timing=PLANNED)
    """The last day on which an answer is expected."""
    reply_channel: ReplyChannel | None = field(NONE, default=None)
    """The channel by which the receiver is asked to answer."""

    @property
    def contained_data(self) -> Sensitivity:
        """The class of personal data that it contains: the declared one, or higher by its fields.

        A `need` is specific and a `service` general personal data.
        """
        contained = Sensitivity.NONE if self.service is None else Sensitivity.UMUM
        contained = contained if self.need is None else Sensitivity.SPESIFIK
        return max(contained, self.data_class, key=lambda one: one.code)


class SentReferral(NamedTuple):
    """A referral of a case with the latest answer to it."""

    step_number: int
    """The number of its step, counted from 1."""
    sent_on: dt.date
    """The day on which it was sent."""
    referral: Referral
    """The referral itself: receiver, service, data."""
    answer: ReferralAnswer | None
    """The latest answer, or None if there is none yet."""
    answered_on: dt.date | None
    """The day of that answer."""

    def is_overdue_on(self, day: dt.date) -> bool:
        """Return whether no answer has come by a day that is after the expected one."""
        due = self.referral.answer_due
        is_answered = self.answered_on is not None and self.answered_on <= day
        return due is not None and due < require_date(day) and not is_answered
