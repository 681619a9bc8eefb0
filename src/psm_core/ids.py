"""Typed keys: a `WorkerId` is not an `EventId`, and neither means anything inside."""

import re
from typing import final

from ._value import TextValue
from .errors import parse_error

__all__ = ["BeneficiaryId", "EventId", "WorkerId"]

_PERSONAL_NUMBER = re.compile(
    r"(?:.*\D)?\d{16}(?:\D.*)?|\d(?:[._:-]?\d){15}|(?:62|0)8[0-9._:-]{8,14}", re.ASCII
)
"""Sixteen digits in a row, or by themselves with separators; or a mobile telephone number."""


class _Key(TextValue):
    __slots__ = ()
    pattern = r"[A-Za-z0-9][A-Za-z0-9._:-]{0,63}"

    @classmethod
    def _require(cls, text: str) -> None:
        if not re.fullmatch(cls.pattern, text):
            raise parse_error("id.format")
        if _PERSONAL_NUMBER.fullmatch(text):
            raise parse_error("id.personal_number")


@final
class WorkerId(_Key):
    """Key of a worker in the register that holds the record.

    >>> WorkerId("psm-0001")
    WorkerId('psm-0001')
    """

    __slots__ = ()


@final
class BeneficiaryId(_Key):
    """Key of a beneficiary in the register that holds the record."""

    __slots__ = ()


@final
class EventId(_Key):
    """Key of an event in the register that holds the record."""

    __slots__ = ()
