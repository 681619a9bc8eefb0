"""`KK`: the number of a family card."""

from datetime import date
from typing import final

from ..errors import Issue
from .personal_number import (
    DAYS,
    MONTH_TO_SERIAL,
    WOMAN,
    PersonalNumber,
    calendar_dates,
    is_number_with_date,
    number_issue,
)

__all__ = ["KK"]

_LAST_DAY = 31


@final
class KK(PersonalNumber):
    """Nomor Kartu Keluarga, 16 digits.

    Layout: region of issue (6), date of recording ``DDMMYY`` (6), serial (4). People
    often confuse it with a NIK. Its day never has 40 added, unlike that of a woman's NIK.

    Raises:
        ParseError: ``kk.placeholder``, ``kk.format``, ``kk.length``, ``kk.is_nik``, ``kk.date``,
            ``kk.masked``, ``type.text``.

    >>> KK.parse("9901010108900001")
    <KK 990101******0001>
    >>> KK.parse("9901014108900001")
    Traceback (most recent call last):
    psm_core.errors.ParseError: kk.is_nik: Digits 7 and 8 are above 40: this looks like the NIK \
of a woman, not a KK number. Enter the KK number here and the NIK in the NIK field.

    """

    __slots__ = ()
    pattern = f"[1-9][0-9]{{5}}(0[1-9]|[12][0-9]|3[01]){MONTH_TO_SERIAL}"

    @staticmethod
    def _issue(text: str) -> Issue | None:
        if is_number_with_date(text, DAYS):
            return None
        issue = number_issue(text, "kk")
        is_nik = issue.code == "kk.date" and WOMAN < int(text[6:8]) <= WOMAN + _LAST_DAY
        return Issue("kk.is_nik") if is_nik else issue

    @property
    def recorded_dates(self) -> tuple[date, ...]:
        """The one or two possible dates of recording, the earliest first."""
        return _dates(self._text)


def _dates(digits: str) -> tuple[date, ...]:
    return calendar_dates(int(digits[6:8]), int(digits[8:10]), int(digits[10:12]))
