"""Consent to the use of personal data."""

import datetime as dt

from .._core.invariants import Invariant, invariant
from .._core.record import NONE, PAST, SPESIFIK, field, record_class
from .._core.text import require_date
from ..terms import ConsentPurpose, Sensitivity
from ..values.dates import covers, in_order

__all__ = ["Consent"]

_ENDS_BEFORE_START = "period.ends_before_start"


@record_class
class Consent:
    """Persetujuan: permission to use personal data, for certain purposes and until a certain day.

    Raises:
        ValidationError: ``consent.purpose_missing`` if it has no purpose,
            ``period.ends_before_start`` if it expires or is withdrawn before it is given, and the
            issues of each field.

    Source: UU 27/2022 Pasal 20 to 24.

    >>> from datetime import date
    >>> from psm_core import Consent
    >>> from psm_core.terms import ConsentPurpose, Sensitivity
    >>> consent = Consent(key="c1", date=date(2025, 10, 1),
    ...                   purposes=frozenset({ConsentPurpose.RUJUKAN}),
    ...                   covers=Sensitivity.SPESIFIK)
    >>> consent.allows(ConsentPurpose.RUJUKAN, Sensitivity.UMUM, date(2025, 10, 2))
    True

    """

    key: str = field(SPESIFIK, max_length=40)
    """A short name by which the referrals of the case refer to it."""
    date: dt.date = field(NONE, timing=PAST)
    """The day on which it was given."""
    given_by: str | None = field(SPESIFIK, default=None)
    """The guardian or relative who gave it; None if it was the beneficiary."""
    purposes: frozenset[ConsentPurpose] = field(NONE)
    """The purposes for which the data may be used."""
    covers: Sensitivity = field(NONE)
    """The highest class of personal data that it covers."""
    until: dt.date | None = field(NONE, default=None)
    """The last day on which it is valid; None if it does not expire."""
    withdrawn: dt.date | None = field(NONE, default=None, timing=PAST)
    """The day on which it was withdrawn. From that day on it is not valid."""
    evidence: str | None = field(SPESIFIK, default=None)
    """The evidence of the consent, such as a form, a recording or a witness."""

    _expires_later = Invariant(_ENDS_BEFORE_START, "until", ("date", "until"), in_order, {})
    _is_withdrawn_later = Invariant(
        _ENDS_BEFORE_START, "withdrawn", ("date", "withdrawn"), in_order, {}
    )

    @invariant(
        "consent.purpose_missing",
        at="purposes",
        schema={"properties": {"purposes": {"minItems": 1}}},
    )
    @staticmethod
    def _has_a_purpose(purposes: frozenset[ConsentPurpose]) -> bool:
        return bool(purposes)

    def is_valid_on(self, day: dt.date) -> bool:
        """Return whether it is valid throughout a day."""
        return self._is_given_on(day) and (
            self.withdrawn is None or require_date(day) < self.withdrawn
        )

    def allows(self, purpose: ConsentPurpose, data: Sensitivity, day: dt.date) -> bool:
        """Return whether data of a class may be used for a purpose on a day."""
        return self.may_have_allowed(purpose, data, day) and self.is_valid_on(day)

    def may_have_allowed(self, purpose: ConsentPurpose, data: Sensitivity, day: dt.date) -> bool:
        """Return whether a use on a past day may have been allowed.

        This includes the day of the withdrawal, because the use may have been before it.
        """
        is_covered = data.code <= self.covers.code
        return purpose in self.purposes and is_covered and self._is_given_on(day)

    def _is_given_on(self, day: dt.date) -> bool:
        return covers(self.date, self.until, day) and covers(None, self.withdrawn, day)
