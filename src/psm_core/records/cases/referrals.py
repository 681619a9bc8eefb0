"""Referrals, and the consent that lets personal data go along."""

import datetime as dt

from ..._core.invariants import Invariant, invariant
from ..._core.record import NONE, PAST, SPESIFIK, UMUM, field, record_class
from ..._core.text import require_date
from ...terms import ConsentPurpose, LegalGround, Sensitivity
from ...values.dates import covers, in_order
from ..offices import Speaker

__all__ = ["Consent", "Referral"]

_ENDS_EARLY = "period.ends_before_start"


@record_class
class Consent:
    """That someone agreed to the use of their data: for what, how far, until when.

    Raises:
        ValidationError: ``consent.purpose_missing`` when it has none, ``period.ends_before_start``
            when it expires or is withdrawn before it is given, and the faults of each field.

    Source: UU 27/2022 Pasal 20 to 24.

    >>> from psm_core.terms import ConsentPurpose, Sensitivity
    >>> consent = Consent(key="c1", date=dt.date(2025, 10, 1),
    ...                   purposes=frozenset({ConsentPurpose.RUJUKAN}),
    ...                   covers=Sensitivity.SPESIFIK)
    >>> consent.allows(ConsentPurpose.RUJUKAN, Sensitivity.UMUM, dt.date(2025, 10, 2))
    True

    """

    key: str = field(SPESIFIK, longest=40)
    """A short name by which referrals of the case refer to it."""
    date: dt.date = field(NONE, timing=PAST)
    """The day it was given."""
    given_by: str | None = field(SPESIFIK, default=None)
    """Who gave it, when that was not the beneficiary but a guardian or a relative."""
    purposes: frozenset[ConsentPurpose] = field(NONE)
    """What the data may be used for."""
    covers: Sensitivity = field(NONE)
    """How far it goes (general data alone, or specific data too)."""
    until: dt.date | None = field(NONE, default=None)
    """The last day it holds, when it expires."""
    withdrawn: dt.date | None = field(NONE, default=None, timing=PAST)
    """The day it was taken back, from which it holds no more."""
    evidence: str | None = field(SPESIFIK, default=None)
    """Where it can be seen, such as a form or a recording."""

    _expires_later = Invariant(_ENDS_EARLY, "until", ("date", "until"), in_order, {})
    _withdrawn_later = Invariant(_ENDS_EARLY, "withdrawn", ("date", "withdrawn"), in_order, {})

    @invariant(
        "consent.purpose_missing",
        at="purposes",
        schema={"properties": {"purposes": {"minItems": 1}}},
    )
    @staticmethod
    def _is_for_something(purposes: frozenset[ConsentPurpose]) -> bool:
        return bool(purposes)

    def is_valid_on(self, day: dt.date) -> bool:
        """Tell whether it holds on a day, to its end."""
        return self._held_on(day) and (self.withdrawn is None or require_date(day) < self.withdrawn)

    def allows(self, purpose: ConsentPurpose, data: Sensitivity, day: dt.date) -> bool:
        """Tell whether data of a class may be used for a purpose on a day."""
        return self.may_have_allowed(purpose, data, day) and self.is_valid_on(day)

    def may_have_allowed(self, purpose: ConsentPurpose, data: Sensitivity, day: dt.date) -> bool:
        """Tell whether a use on a day in the past may have been allowed.

        On the day it was taken back nobody can tell which came first, the use or the withdrawal.
        """
        goes_so_far = data.code <= self.covers.code
        return purpose in self.purposes and goes_so_far and self._held_on(day)

    def _held_on(self, day: dt.date) -> bool:
        return covers(self.date, self.until, day) and covers(None, self.withdrawn, day)


@record_class
class Referral:
    """Rujukan: to whom a beneficiary was sent, with which data, by whose leave.

    Raises:
        ValidationError: ``referral.data_class_exceeded`` when it tells the receiver more than it
            says it carries; the faults of each field. Whether it may carry its data is asked by the
            case, which has the consents.

    >>> from psm_core import Referral, Speaker, ValidationError
    >>> from psm_core.terms import Sensitivity
    >>> sender, clinic = Speaker(name="Contoh"), Speaker(body="Puskesmas Contoh")
    >>> try:
    ...     Referral(sender=sender, receiver=clinic, need="darah tinggi", carries=Sensitivity.UMUM)
    ... except ValidationError as error:
    ...     print(error.issues[0].where, error.issues[0].code)
    $.carries referral.data_class_exceeded

    """

    sender: Speaker = field(UMUM)
    """Who sends."""
    receiver: Speaker = field(UMUM)
    """Who is to help, such as a puskesmas, an institution or an agency."""
    service: str | None = field(UMUM, default=None)
    """What is asked for, such as ``permakanan`` or ``perekaman KTP``, and no word of illness."""
    need: str | None = field(SPESIFIK, default=None, longest=2000)
    """What the receiver has to know of health, disability, money or children."""
    carries: Sensitivity = field(NONE)
    """The highest class of personal data that goes along."""
    consent: str | None = field(SPESIFIK, default=None, longest=40)
    """The `key` of the consent it rests on."""
    ground: LegalGround | None = field(NONE, default=None)
    """What else allows it, when nobody could be asked."""

    @invariant("referral.data_class_exceeded", at="carries")
    @staticmethod
    def _carries_what_it_tells(carries: Sensitivity, service: str | None, need: str | None) -> bool:
        told = Sensitivity.NONE if service is None else Sensitivity.UMUM
        told = told if need is None else Sensitivity.SPESIFIK
        return told.code <= carries.code
