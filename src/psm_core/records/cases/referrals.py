"""Referrals of a beneficiary to a service."""

import datetime as dt
from typing import NamedTuple

from ..._core.invariants import invariant
from ..._core.record import NONE, SPESIFIK, UMUM, field, record_class
from ...terms import LegalGround, ReferralAnswer, Sensitivity
from ..offices import Speaker

__all__ = ["Referral", "SentReferral"]


@record_class
class Referral:
    """Rujukan: a request to a service to help a beneficiary, and the data sent with it.

    Raises:
        ValidationError: ``referral.data_class_exceeded`` if it contains more sensitive data than
            it declares, and the issues of each field. `Case` checks the consent.

    >>> from psm_core import Referral, Speaker, ValidationError
    >>> from psm_core.terms import Sensitivity
    >>> sender, clinic = Speaker(name="Contoh"), Speaker(body="Puskesmas Contoh")
    >>> try:
    ...     Referral(sender=sender, receiver=clinic, need="asma", data_class=Sensitivity.UMUM)
    ... except ValidationError as error:
    ...     print(error.issues[0].where, error.issues[0].code)
    $.data_class referral.data_class_exceeded

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
    """The highest class of personal data that it contains."""
    consent: str | None = field(SPESIFIK, default=None, max_length=40)
    """The `key` of the consent that allows it."""
    legal_ground: LegalGround | None = field(NONE, default=None)
    """The legal ground that allows it without consent."""

    @invariant("referral.data_class_exceeded", at="data_class")
    @staticmethod
    def _declares_its_data_class(
        data_class: Sensitivity, service: str | None, need: str | None
    ) -> bool:
        contained = Sensitivity.NONE if service is None else Sensitivity.UMUM
        contained = contained if need is None else Sensitivity.SPESIFIK
        return contained.code <= data_class.code


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
