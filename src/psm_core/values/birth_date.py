"""Birth dates and stated ages as people write them. Missing parts are never guessed."""

import re
from datetime import date
from typing import Final

from .._core.text import normalize_text, require_text, same_marks
from .._core.text_value import parse_or_issue
from ..errors import Issue, ParseError, parse_error, short_traceback
from .dates import month_of, parse_date
from .partial_date import PartialDate

__all__ = ["parse_birth_date"]

_LONGEST: Final = 100
_APPROXIMATE: Final = (
    r"\u00b1|\+ ?/? ?-|~|(?<=[0-9]{4}) ?\?$"
    r"|\b(?:se?k(?:i)?ta?r|kira(?:2| ?-? ?kira)|kurang lebih|krg lbh|lebih kurang|k ?\. ?l\b|kl\b"
    r"|ca\b|circa|(?:di)?perkira(?:k)?an|perk\b|estimasi|taksiran|ditaksir)\.?"
)
"""Signs and words that mark an approximate value, wherever they are written."""
_UNKNOWN: Final = r"(?:0{1,2}|\?{1,2}|-{1,2}|x{1,2}|_{1,2}|\.{2})"
"""What stands for an unknown day or month, as in ``00-08-1957``."""
_SIGN: Final = r" ?[-/. ] ?"
_PARTS: Final = (
    r"(?a)(?P<year>[0-9]{4})(?P<month>(?!))?",
    rf"(?a){_UNKNOWN}{_SIGN}(?P<month>.+?){_SIGN}(?P<year>[0-9]{{4}})",
    rf"(?a)[0-9]{{1,2}}{_SIGN}(?P<month>{_UNKNOWN}){_SIGN}(?P<year>[0-9]{{4}})",
    rf"(?a)(?P<year>[0-9]{{4}})[-/.](?P<month>.+?)[-/.]{_UNKNOWN}",
    r"(?a)(?P<year>[0-9]{4})(?:[-/]|\.(?=[0-9]{2}$))(?P<month>[0-9]{1,2})",
    rf"(?a)(?P<month>[0-9]{{1,2}}|[a-z]+\.?){_SIGN}(?:tahun )?(?P<year>[0-9]{{4}})",
)
"""The forms of a date without a known day."""
_LABEL: Final = (
    r"^(?:(?:di)?lahir(?:kan)?|lhr|kelahiran|tgl|tanggal|bln|bulan|tahun|thn|th)\b[ .:]*"
)
_AGE_LABEL: Final = r"^(?:ber)?(?:usia|umur)\b[ .:]*"
_YEARS: Final = r"(?:tahun|thn|th|t)\b\.?"
_MONTHS: Final = r"(?:bulan|bln|bl)\b\.?"
_AGE: Final = rf"([0-9]{{1,3}}) ?{_YEARS}(?: ?([0-9]{{1,2}}) ?{_MONTHS})?|([0-9]{{1,3}}) ?{_MONTHS}"


@short_traceback
def parse_birth_date(text: str, /, *, stated_on: date | None = None) -> date | PartialDate:
    """Read a birth date that is known in full, in part or approximately, or an age.

    A full date is read as `parse_date` reads it. Zeros, question marks or dashes may stand for an
    unknown day or month. An age, in years or months, needs the day on which it was stated.

    Raises:
        ParseError: ``birth_date.age_undated`` for an age without `stated_on`,
            ``birth_date.age_bounds``, ``birth_date.ambiguous`` for a number that is neither a year
            of four digits nor an age with its unit, ``date.ambiguous`` for a date with a year of
            two digits, ``date.invalid``, ``partial_date.interval``, ``type.text``.

    >>> parse_birth_date("17 Agustus 1957"), parse_birth_date("00-08-1957")
    (datetime.date(1957, 8, 17), PartialDate('1957-08'))
    >>> parse_birth_date("01-07-1957 (perkiraan)"), parse_birth_date("lahir th. 1957")
    (PartialDate('1957-07-01~'), PartialDate('1957'))
    >>> parse_birth_date("± 60 tahun", stated_on=date(2025, 10, 10))
    PartialDate('1964-10-11~/1965-10-10~')

    """
    written = require_text(text)
    if len(written) > _LONGEST:
        raise parse_error("date.invalid")
    exact = parse_or_issue(PartialDate, written)
    if isinstance(exact, PartialDate):
        return exact
    if exact.code in {"partial_date.interval", "date.invalid"}:
        raise parse_error(exact.code)
    found = _read(written, stated_on)
    if isinstance(found, Issue):
        raise ParseError(found)
    return found


def _read(written: str, stated_on: date | None) -> date | PartialDate | Issue:
    """Return what a text means, or the issue that it has."""
    plain = " ".join(same_marks(normalize_text(written)).casefold().split())
    rest = re.sub(_APPROXIMATE, " ", plain)
    is_approximate = rest != plain
    if is_approximate:
        rest = re.sub(r"\( *\)", " ", rest)
        rest = " ".join(rest.split()).strip(" ,;:")
    rest = re.sub(r"^\((.*)\)$", r"\1", rest)
    age = _age(rest)
    if age is not None:
        return _from_age(age, stated_on, approximate=is_approximate)
    if re.fullmatch(r"(?a)[0-9]{1,3}", _without_labels(rest)):
        return Issue("birth_date.ambiguous")
    known = _known_part(rest)
    if known is None:
        bare = _without_labels(rest)
        day = _full_date(written if bare == plain else bare)
        if isinstance(day, Issue) or not is_approximate:
            return day
        known = day.isoformat()
    value = parse_or_issue(PartialDate, f"{known}~" if is_approximate else known)
    return value if isinstance(value, PartialDate) else Issue("date.invalid")


def _full_date(text: str) -> date | Issue:
    try:
        return parse_date(text)
    except ParseError as error:
        return error.issue


def _age(text: str) -> tuple[int, int | None] | None:
    """Return the years and the months of an age, or None for other text."""
    bare = re.sub(_AGE_LABEL, "", text)
    if bare != text and re.fullmatch(r"(?a)[0-9]{1,3}", bare):
        return int(bare), None
    found = re.fullmatch(_AGE, bare)
    if found is None:
        return None
    months = found[2] or found[3]
    return int(found[1] or 0), None if months is None else int(months)


def _from_age(
    age: tuple[int, int | None], stated_on: date | None, *, approximate: bool
) -> PartialDate | Issue:
    if stated_on is None:
        return Issue("birth_date.age_undated")
    years, months = age
    try:
        return PartialDate.from_age(years, months=months, on=stated_on, approximate=approximate)
    except ParseError as error:
        return error.issue


def _known_part(text: str) -> str | None:
    """Return the year or month that a text means, in ISO form; None for a full or other date."""
    plain = _without_labels(text)
    found = next(filter(None, (re.fullmatch(one, plain) for one in _PARTS)), None)
    return None if found is None else _year_and_month(found["year"], found["month"])


def _without_labels(text: str) -> str:
    """Return a text without the words before a date, such as ``lahir th.``."""
    while (shorter := re.sub(_LABEL, "", text)) != text:
        text = shorter
    return text


def _year_and_month(year: str, month: str | None) -> str | None:
    """Return a year with its month, the year alone if the month is unknown, or None."""
    if month is None or re.fullmatch(_UNKNOWN, month):
        return year
    number = int(month) if month.isdecimal() else month_of(month.rstrip("."))
    return None if number is None else f"{year}-{number:02}"
