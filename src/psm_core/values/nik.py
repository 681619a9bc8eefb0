"""`NIK`: the identity number that every resident of Indonesia has for life."""

from datetime import date
from typing import final

from .._core.text import require_date
from ..errors import Issue
from ..terms import Sex
from .personal_number import (
    BIRTH_DAYS,
    MONTH_TO_SERIAL,
    WOMAN,
    PersonalNumber,
    calendar_dates,
    is_number_with_date,
    number_issue,
)

__all__ = ["NIK"]


@final
class NIK(PersonalNumber):
    """Nomor Induk Kependudukan, 16 digits.

    Layout: region of first registration (6), birth date ``DDMMYY`` with 40 added to the day of
    a woman (6), serial (4). There is no check digit and no century. The region is not looked up,
    because the number keeps the code of the day it was issued.

    Raises:
        ParseError: ``nik.placeholder``, ``nik.format``, ``nik.length``, ``nik.date``,
            ``nik.masked``, ``type.text``.

    Source: UU 23/2006 Pasal 13.

    >>> from datetime import date
    >>> nik = NIK.parse("9901 0141 0890-0001")    # province 99 is never issued
    >>> nik
    <NIK 990101******0001>
    >>> nik.sex.name, nik.birth_date(as_of=date(2025, 10, 10))
    ('PEREMPUAN', datetime.date(1990, 8, 1))

    """

    __slots__ = ()
    pattern = f"[1-9][0-9]{{5}}(0[1-9]|[12][0-9]|3[01]|4[1-9]|[56][0-9]|7[01]){MONTH_TO_SERIAL}"

    @staticmethod
    def _issue(text: str) -> Issue | None:
        return None if is_number_with_date(text, BIRTH_DAYS) else number_issue(text, "nik")

    @property
    def sex(self) -> Sex:
        """The sex, from the day of birth."""
        return Sex.PEREMPUAN if int(self._text[6:8]) > WOMAN else Sex.LAKI_LAKI

    @property
    def birth_dates(self) -> tuple[date, ...]:
        """The one or two possible dates of birth, the earliest first."""
        return _birth_dates(self._text)

    def birth_date(self, *, as_of: date) -> date | None:
        """Return the latest possible date that is not after `as_of`, or None if all are.

        The number has no century, so a person over a hundred appears to be a child: compare with a
        recorded birth date if there is one.
        """
        past = [day for day in self.birth_dates if day <= require_date(as_of)]
        return past[-1] if past else None


def _birth_dates(digits: str) -> tuple[date, ...]:
    day = int(digits[6:8])
    return calendar_dates(
        day - WOMAN if day > WOMAN else day, int(digits[8:10]), int(digits[10:12])
    )
