"""Birth dates known in part, and ages, in cells."""

import re
from datetime import date
from typing import Final

from ...errors import Issue, ParseError, Severity
from ...values.birth_date import parse_birth_date
from ...values.partial_date import PartialDate, ages_on, possible_dates
from .cell import Cell
from .dates import FIRST_YEAR, LAST_YEAR, date_of
from .text import number_text
from .warnings import WithWarning, as_left_out

_INCOMPLETE: Final = frozenset({"date.ambiguous", "date.invalid"})
"""Issues of texts that are no full date, but perhaps a date known in part."""
_UNKNOWN: Final = (
    r"[0?x_./ -]+|lupa|(?:tidak|tdk|tak|belum|blm) ?(?:tahu|diketahui|ingat|ada|jelas)(?: lagi)?"
)
"""What people and programs write for an unknown date, such as ``00-00-0000``."""
_UNCLEAR: Final = frozenset(
    {"birth_date.age_undated", "birth_date.ambiguous", "date.ambiguous", "date.serial"}
)
_SIGN: Final = r"(?: ?[-/.] ?| )"
_WRONG: Final = (
    rf"(?a)[0-9]{{1,4}}{_SIGN}(?:[0-9]{{1,2}}|[a-z]+){_SIGN}[0-9]{{2,4}}"
    r"(?:~|[t ,]+[0-9]{1,2}[:.][0-9]{2}.*)?"
)
"""A text with a day, a month and a year, which is wrong if it is no date: ``31-02-1957``."""
_DATES: Final = (date, PartialDate)
_ROUNDED_BY: Final = 1
"""Many lists take the year of birth from the present year, so ages may be one year off."""


def birth_date_of(
    cell: Cell, *, serials: bool, stated_on: date | None
) -> date | PartialDate | WithWarning | Issue:
    """Return the birth date of a cell, in full or in part.

    A number from 1850 to 2199 is a year, also where other numbers are dates of a spreadsheet. An
    age needs `stated_on`, the day on which the ages of the file hold. A date that is unclear, such
    as one with a year of two digits, is left out with a warning, and so are words such as
    ``60-an``. A wrong date, such as 31 February, is an error.
    """
    found = _birth_date_of(cell, serials=serials, stated_on=stated_on)
    if isinstance(found, Issue) and (found.code in _UNCLEAR or _is_no_date(found, cell)):
        return as_left_out(found)
    return found


def _is_no_date(issue: Issue, cell: Cell) -> bool:
    """Return whether a text was not read and does not even have the form of a date."""
    if issue.code != "date.invalid" or not isinstance(cell, str):
        return False
    return re.fullmatch(_WRONG, " ".join(cell.casefold().split())) is None


def _birth_date_of(
    cell: Cell, *, serials: bool, stated_on: date | None
) -> date | PartialDate | WithWarning | Issue:
    if isinstance(cell, int | float) and FIRST_YEAR <= cell <= LAST_YEAR and cell == int(cell):
        return PartialDate(f"{int(cell)}")
    found = date_of(cell, serials=serials)
    is_text = isinstance(cell, str) and isinstance(found, Issue) and found.code in _INCOMPLETE
    text = number_text(cell) if is_text else found
    if not isinstance(text, str):
        return found
    try:
        born = parse_birth_date(text, stated_on=stated_on)
    except ParseError as error:
        if re.fullmatch(_UNKNOWN, text.casefold()):
            return Issue("date.ambiguous")
        return found if error.code in _INCOMPLETE else error.issue
    possible = possible_dates(born)
    is_usual = FIRST_YEAR <= possible.start.year <= possible.end.year <= LAST_YEAR
    if str(born) == text and (is_usual or not text.isdecimal()):
        return born  # as programs write it, whatever the year
    return _with_warning(born) if is_usual else Issue("date.year")


def age_of(cell: Cell, *, stated_on: date | None) -> object:
    """Return the possible birth dates for the age in a cell, or an issue that is only a warning.

    A number without a unit counts years.
    """
    text = number_text(cell)
    if isinstance(text, Issue):
        return as_left_out(Issue("birth_date.age_format"))
    try:
        born = parse_birth_date(f"umur {text}", stated_on=stated_on)
    except ParseError as error:
        is_age = error.code in {"birth_date.age_bounds", "birth_date.age_undated"}
        return as_left_out(error.issue if is_age else Issue("birth_date.age_format"))
    return _with_warning(born)


def age_warning(age: object, born: object, stated_on: date | None) -> Issue | None:
    """Return the warning about an age that does not fit the birth date of its row, or None.

    A difference of one year is accepted.
    """
    if isinstance(age, WithWarning):
        age = age.value
    if isinstance(age, Issue):
        return None if age.code == "birth_date.age_undated" else age
    if stated_on is None or not (isinstance(age, _DATES) and isinstance(born, _DATES)):
        return None
    stated, computed = ages_on(age, stated_on), ages_on(born, stated_on)
    fits = (
        stated.minimum - _ROUNDED_BY <= computed.maximum
        and computed.minimum <= stated.maximum + _ROUNDED_BY
    )
    return None if fits else Issue("birth_date.age_differs", severity=Severity.WARNING)


def _with_warning(born: date | PartialDate) -> date | PartialDate | WithWarning:
    """Return a birth date; with a warning if it is approximate."""
    if isinstance(born, PartialDate) and born.is_approximate:
        return WithWarning(born, Issue("birth_date.approximate", severity=Severity.WARNING))
    return born
