"""Consent to the use of personal data."""

import datetime as dt
from typing import Final

from .._core.invariants import in_order
from .._core.record import NONE, PAST, SPESIFIK, field, record_class
from .._core.text import require_date
from ..terms import ConsentCondition, ConsentForm, ConsentGiver, ConsentPurpose, Sensitivity
from ..values.dates import covers

__all__ = ["Consent"]

IN_FORCE: Final = dt.date(2022, 10, 17)
"""The day on which UU 27/2022 came into force (Pasal 76)."""


@record_class
class Consent:
    """Persetujuan: permission to use personal data, for certain purposes and until a certain day.

    The law demands a written or recorded consent that can be shown. A record of any other consent
    is accepted as a fact of the past; `psm_core.checks` warns of what makes it void.

    Raises:
        ValidationError: ``period.ends_before_start`` if it expires or is withdrawn before it is
            given, and the issues of each field.

    Source: UU 27/2022 Pasal 20 to 26.

    >>> from datetime import date
    >>> from psm_core import Consent
    >>> from psm_core.terms import ConsentForm, ConsentGiver, ConsentPurpose, Sensitivity
    >>> consent = Consent(key="c1", date=date(2025, 10, 1), form=ConsentForm.TERTULIS,
    ...                   giver=ConsentGiver.YANG_BERSANGKUTAN, evidence="Formulir no. 12",
    ...                   purposes=frozenset({ConsentPurpose.RUJUKAN}),
    ...                   covers=Sensitivity.SPESIFIK)
    >>> consent.allows(ConsentPurpose.RUJUKAN, Sensitivity.UMUM, date(2025, 10, 2))
    True

    """

    key: str = field(SPESIFIK, max_length=40)
    """A short name by which the referrals of the case refer to it."""
    date: dt.date = field(NONE, timing=PAST)
    """The day on which it was given."""
    giver: ConsentGiver | None = field(SPESIFIK, default=None)
    """Whether the beneficiary, a parent or a guardian gave it; None if it is not stated."""
    giver_name: str | None = field(SPESIFIK, default=None)
    """The name of the parent, guardian or relative who gave it."""
    form: ConsentForm | None = field(NONE, default=None)
    """Whether it was given on paper, electronically, on a recording or only orally."""
    conditions: frozenset[ConsentCondition] | None = field(NONE, default=None)
    """The conditions of Pasal 22 ayat (4) that the request met; None if that is unknown."""
    purposes: frozenset[ConsentPurpose] = field(NONE)
    """The purposes for which the data may be used. Without a purpose it allows nothing."""
    covers: Sensitivity = field(NONE)
    """The highest class of personal data that it covers."""
    until: dt.date | None = field(NONE, default=None)
    """The last day on which it is valid; None if it does not expire."""
    withdrawn: dt.date | None = field(NONE, default=None, timing=PAST)
    """The day on which it was withdrawn. From that day on it is not valid."""
    evidence: str | None = field(SPESIFIK, default=None)
    """Where the evidence can be shown, such as the number of a form or the name of a recording."""

    _expires_later = in_order("period.ends_before_start", "date", "until")
    _is_withdrawn_later = in_order("period.ends_before_start", "date", "withdrawn")

    @property
    def has_valid_form(self) -> bool:
        """Whether its form is not known to be void: an oral consent is void since 17 October 2022.

        Source: UU 27/2022 Pasal 22 ayat (1) and (5), Pasal 76.
        """
        return self.form is not ConsentForm.LISAN or self.date < IN_FORCE

    def is_valid_on(self, day: dt.date) -> bool:
        """Return whether it is valid throughout a day. An oral consent is not."""
        is_withdrawn = self.withdrawn is not None and self.withdrawn <= require_date(day)
        return self.has_valid_form and self._is_given_on(day) and not is_withdrawn

    def allows(self, purpose: ConsentPurpose, data: Sensitivity, day: dt.date) -> bool:
        """Return whether data of a class may be used for a purpose on a day."""
        return self.may_have_allowed(purpose, data, day) and self.is_valid_on(day)

    def may_have_allowed(self, purpose: ConsentPurpose, data: Sensitivity, day: dt.date) -> bool:
        """Return whether a use on a past day may have been allowed.

        This includes the day of the withdrawal, because the use may have been before it. It does
        not consider the form of the consent, of which `psm_core.checks` warns.
        """
        is_covered = data.code <= self.covers.code
        return purpose in self.purposes and is_covered and self._is_given_on(day)

    def _is_given_on(self, day: dt.date) -> bool:
        return covers(self.date, self.until, day) and covers(None, self.withdrawn, day)
