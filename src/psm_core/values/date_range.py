"""`DateRange`: the first and the last day of an event, also as people write them."""

import re
from datetime import date, timedelta
from typing import Final

from .._core.invariants import in_order
from .._core.record import NONE, field, record_class
from .._core.text import normalize_text, require_date, require_text, same_marks
from ..errors import ParseError, parse_error, short_traceback
from .dates import parse_date

__all__ = ["DateRange"]

_LONGEST: Final = 100
_AND: Final = frozenset({"dan", "&"})
_CODES: Final = ("period.ends_before_start", "date.ambiguous", "date.invalid")
"""The codes in the order in which one is chosen: a wrong order says more than a missing part."""
# Patterns are compiled when the first range is read, so that importing us stays quick.
_WORDS: Final = r"s\.? ?[/.]? ?d\.?|sampai(?: dengan)?|hingga|dan|to"
_SEPARATOR: Final = rf" +(?:{_WORDS})(?=[ 0-9])|(?<=[0-9])(?:s\.?[/.]?d\.?)(?=[ 0-9])| *[-/&] *"
_LABEL: Final = r"(?:hari|tanggal|tgl|senin|selasa|rabu|kamis|jum[' ]?at|sabtu|minggu|ahad)\b"
_LABELS: Final = rf"{_LABEL}(?:(?:[ ,.:/&-]+| +(?:{_WORDS}) +){_LABEL})*[ ,.:/]*"
"""Weekdays and the words *hari* and *tanggal*, as an invitation writes them before the dates."""
_DAY: Final = r"(?a)\d{1,2}"
_DAY_AND_MONTH: Final = r"(?a)\d{1,2}(?:[-/. ]\d{1,2}|\.? ?[a-z]+\.?)"


@record_class
class DateRange:
    """The days from `start` to `end`, both included.

    Raises:
        ValidationError: ``period.ends_before_start``, and the issues of each field.

    >>> from datetime import date
    >>> from psm_core import DateRange
    >>> DateRange(date(2025, 10, 10), date(2025, 10, 12)).days
    3

    """

    start: date = field(NONE, kw_only=False)
    """The first day."""
    end: date = field(NONE, kw_only=False)
    """The last day; the same as `start` for a single day."""

    _ends_after_start = in_order("period.ends_before_start", "start", "end")

    @classmethod
    @short_traceback
    def parse(cls, text: str, /) -> "DateRange":
        """Read one day, or a first and a last day as people write them.

        Between the two is a dash, *s.d.*, *s/d*, *sampai*, *sampai dengan*, *hingga* or *to*, or
        *dan* between two days in succession. The first day may omit the month and the year if
        they are those of the last day. Weekdays may come first, as in *Jumat-Minggu
        (10-12/10/2025)*; they are not compared with the dates.

        Raises:
            ParseError: ``date.ambiguous`` when a part is missing, ``date.invalid``,
                ``period.ends_before_start``, ``type.text``.

        >>> from psm_core import DateRange
        >>> DateRange.parse("10-12 Oktober 2025").days
        3
        >>> DateRange.parse("28 Juni s.d. 1 Juli 2025").start
        datetime.date(2025, 6, 28)
        >>> DateRange.parse("30 Desember - 2 Januari 2025")
        Traceback (most recent call last):
        psm_core.errors.ParseError: date.ambiguous: The day, month or century is missing or \
ambiguous. Write the full date, such as 01-08-1990 or 1990-08-01.

        """
        written = require_text(text)
        plain = _plain(written) if len(written) <= _LONGEST else ""
        day = _date(plain)
        if isinstance(day, date):
            return cls(day, day)
        codes = {day}
        for found in re.finditer(_SEPARATOR, plain):
            first, last = plain[: found.start()], plain[found.end() :]
            days = _days(first, last, is_pair=found[0].strip() in _AND)
            if not isinstance(days, str):
                return cls(*days)
            codes.add(days)
        raise parse_error(next(code for code in _CODES if code in codes))

    @property
    def days(self) -> int:
        """The number of days."""
        return (self.end - self.start).days + 1

    def __contains__(self, day: date) -> bool:
        """Return whether a day is in it."""
        return self.start <= require_date(day) <= self.end


def _plain(text: str) -> str:
    """Return a text in lower case with plain dashes, without labels before it and brackets."""
    plain = " ".join(same_marks(normalize_text(text)).casefold().split())
    dates = re.sub(f"^{_LABELS}", "", plain)
    return re.sub(r"^\((.*)\)$", r"\1", dates)


def _date(text: str) -> date | str:
    """Return the date, or the code of the issue."""
    try:
        return parse_date(text)
    except ParseError as error:
        return error.code


def _days(first: str, last: str, *, is_pair: bool) -> tuple[date, date] | str:
    """Return the first and the last day, or the code of the issue."""
    day, last_day = (re.sub(f"^{_LABELS}", "", part.strip()) for part in (first, last))
    end = _date(last_day)
    if isinstance(end, str):
        return "date.ambiguous" if re.fullmatch(_DAY_AND_MONTH, last_day) else "date.invalid"
    start = _date(day)
    if isinstance(start, date) and start > end:
        return "period.ends_before_start"
    if re.fullmatch(_DAY, day):
        start = _date(f"{end.year:04}-{end.month:02}-{int(day):02}")
    elif isinstance(start, str) and re.fullmatch(_DAY_AND_MONTH, day):
        mark = next((one for one in day if one in "-/."), " ")
        start = _date(f"{day}{mark if day[-1].isdecimal() else ' '}{end.year:04}")
    if isinstance(start, str):
        return "date.invalid"
    if start > end or (is_pair and end - start != timedelta(days=1)):
        return "date.ambiguous"
    return start, end
