"""Dates and times of day in cells."""

import re
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from typing import Final, cast

from ...errors import Issue, ParseError, Severity
from ...values.date_range import DateRange
from ...values.dates import parse_date
from .cell import Cell
from .text import number_text, text_of
from .warnings import WithWarning

_DAY_ZERO: Final = date(1899, 12, 30)
"""The date of serial number 0 in a spreadsheet."""
_FIRST_SERIAL, _LAST_SERIAL = 61, 73_050  # 1900 to 2099
_ISO: Final = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
FIRST_YEAR, LAST_YEAR = 1850, 2199
"""Years outside of these are typing errors."""
_MIDNIGHT, _SECOND, _MINUTE = time(), timedelta(seconds=1), timedelta(minutes=1)
_WITH_TIME: Final = (
    r"(.{6,60}?)(?:t|[\s,]+)([0-9]{1,2})[:.]([0-9]{2})(?:[:.]([0-9]{2}(?:[.,][0-9]{1,9})?))?"
    r"\s?(am|pm)?\s?(?:z|[+-][0-9]{2}:?[0-9]{2}|wib|wita|wit|utc|gmt)?"
)
_MONTH_FIRST: Final = r"(0?[1-9]|1[0-2])([-/.])(1[3-9]|2[0-9]|3[01])\2[0-9]{4}"
_TIME: Final = r"([01]?[0-9]|2[0-3])[:.]([0-5][0-9])(?:[:.][0-5][0-9])?"


def date_of(cell: Cell, *, serials: bool) -> date | WithWarning | Issue:
    """Return the date of a cell. With `serials`, it may be the serial number of a spreadsheet."""
    if type(cell) is str and cell[4:5] == "-" and re.fullmatch(_ISO, cell, re.ASCII):
        with suppress(ValueError):
            return date.fromisoformat(cell)  # as programs write it, whatever the year
    found = _any_date(cell, serials=serials)
    day = found.value if isinstance(found, WithWarning) else found
    if isinstance(day, date) and not FIRST_YEAR <= day.year <= LAST_YEAR:
        return Issue("date.year")
    return found


def date_range_of(cell: Cell, *, serials: bool) -> DateRange | WithWarning | Issue:
    """Return the first and the last day of a cell: *10-12 Oktober 2025*, or a single date."""
    if isinstance(cell, str):
        try:
            return DateRange.parse(cell)
        except ParseError as error:
            return error.issue
    found = date_of(cell, serials=serials)
    day = found.value if isinstance(found, WithWarning) else found
    if not isinstance(day, date):
        return cast("Issue", day)
    days = DateRange(day, day)
    return found._replace(value=days) if isinstance(found, WithWarning) else days


def time_of(cell: Cell) -> time | Issue:
    """Return the time of day of a cell, in hours and minutes."""
    if isinstance(cell, time):
        cell = datetime.combine(_DAY_ZERO, cell) - datetime.combine(_DAY_ZERO, _MIDNIGHT)
    if isinstance(cell, timedelta):
        if not timedelta() <= cell < timedelta(days=1):
            return Issue("time.invalid")
        minutes = (cell + _SECOND / 2) // _MINUTE % (24 * 60)  # the last digits of a fraction
        return time(minutes // 60, minutes % 60)
    text = text_of(cell)
    if isinstance(text, Issue):
        return text
    found = re.fullmatch(_TIME, text)
    return Issue("time.invalid") if found is None else time(int(found[1]), int(found[2]))


def _any_date(cell: Cell, *, serials: bool) -> date | WithWarning | Issue:
    """Return the date of a cell, whatever the year."""
    if isinstance(cell, datetime):
        return _nearest_date(cell)
    if isinstance(cell, date):
        return cell
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _numeric_date(cell, serials=serials)
    text = Issue("date.invalid") if isinstance(cell, time | timedelta) else number_text(cell)
    return text if isinstance(text, Issue) else _text_date(text, serials=serials)


def _text_date(text: str, *, serials: bool) -> date | WithWarning | Issue:
    if serials and re.fullmatch(r"[0-9]{5}", text, re.ASCII):
        return _numeric_date(int(text), serials=True)
    try:
        return parse_date(text)
    except ParseError as error:
        issue = error.issue
    if (moment := _moment(text)) is not None:
        return _nearest_date(moment)
    if issue.code == "date.invalid" and re.fullmatch(_MONTH_FIRST, text, re.ASCII):
        return Issue("date.month_first")
    return issue


def _numeric_date(number: float, *, serials: bool) -> date | WithWarning | Issue:
    """Return the date of a serial number. A bare year is ambiguous."""
    if serials and _FIRST_SERIAL <= number <= _LAST_SERIAL:
        return _nearest_date(datetime.combine(_DAY_ZERO, _MIDNIGHT) + timedelta(days=number))
    is_year = FIRST_YEAR <= number <= LAST_YEAR
    return Issue("date.ambiguous" if is_year else "date.serial")


def _nearest_date(moment: datetime) -> date | WithWarning | Issue:
    """Return the date at whose midnight a moment is, or nearly is: a program may lose seconds.

    Any other time of day is an issue. A program that converts midnight to another time zone makes
    it an hour of the day before, or of the same day, and it is unknown which.
    """
    if moment.time() == _MIDNIGHT or not FIRST_YEAR <= moment.year <= LAST_YEAR:
        return moment.date()
    moment = moment.replace(tzinfo=None)
    day = (moment + timedelta(hours=12)).date()
    away = abs(moment - datetime.combine(day, _MIDNIGHT))
    if away > _MINUTE:
        return Issue("date.time_of_day")
    if away < _SECOND:  # the last digits of a fraction
        return day
    return WithWarning(day, Issue("date.time_rounded", severity=Severity.WARNING))


def _moment(text: str) -> datetime | None:
    """Return the moment of a text with a date and a time after it, or None."""
    found = re.fullmatch(_WITH_TIME, text, re.IGNORECASE | re.ASCII)
    if found is None:
        return None
    hour, minute, second = int(found[2]), int(found[3]), (found[4] or "0").replace(",", ".")
    if found[5]:
        hour = hour % 12 + 12 * (found[5].lower() == "pm")
    try:
        day = parse_date(found[1])
        moment = datetime.combine(day, time(hour, minute))
    except (ParseError, ValueError):
        return None
    return moment + timedelta(seconds=float(second))
