"""What a cell of a sheet stands for. What a spreadsheet has damaged is refused, never repaired."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from difflib import get_close_matches
from functools import cache, lru_cache, partial
from typing import Any, Final, NamedTuple

from .._core.field_types import (
    CollectionType,
    FieldType,
    IntegerType,
    OptionalType,
    TermType,
    TextType,
    TimeType,
)
from .._core.text import is_hidden
from .._core.text_value import TextValue
from .._core.vocabulary import fold
from ..errors import Issue, ParseError, Severity, parse_error
from ..terms import Term
from ..values.dates import parse_date
from ..values.personal_number import PersonalNumber
from ..values.phone import PhoneNumber
from ..values.region_code import BPSCode, RegionCode
from .multiple_choice import answers, parts_of


class Unread(NamedTuple):
    """A cell that has no value to read: an error of the spreadsheet, or a formula without one."""

    code: str


class WithWarning(NamedTuple):
    """A value that was read, and what looks doubtful about its cell."""

    value: object
    warning: Issue


Cell = str | int | float | bool | date | time | timedelta | Unread | None
"""What a reader of files hands over for a cell; a `datetime` is a `date`."""
Reader = Callable[[Any], object]
"""From a cell that is not blank to a value; it raises `ParseError`."""

EMPTY: Final = "[]"
"""What stands for a list that was told to be empty, which is not the same as none told."""
_MARKED: Final = frozenset("0123456789'\t\r")
_BREAKS: Final = frozenset("\t\r\n")
_BEGINS_FORMULA: Final = frozenset("=+-@|\u2212\u02d6\u02d7\u2795\u2796\u2e40\ua78a\ua789")
"""Signs that begin a formula, after NFKD, and signs that look like them and have no such form."""
_OTHER_APOSTROPHES: Final = frozenset("\u2018\u2019`\u00b4")
_DIGITS: Final = frozenset("0123456789")
LONGEST: Final = 10_000
_EXACT: Final = 10**15  # spreadsheets keep 15 digits
_SCIENTIFIC = r"[0-9](?:[.,][0-9]+)?e\+?[0-9]{1,2}"
_ABBREVIATED = r"[0-9](?:[.,][0-9]+)?e\+[0-9]{1,3}"  # with its plus sign it is no word
_DECIMAL = r"(0|[1-9][0-9]{0,14})[.,](?:00?|0{4,15})"  # three noughts would be thousands
_DECIMAL_LONG = r"[0-9]{10,20}[.,]0+"
_DECIMAL_CODE = r"[0-9]{4,15}[.,]0+"
_INTERNATIONAL = r"628[0-9]{8,11}"
_ERRORS = (
    r"#(?:N/A|VALUE!|REF!|NAME\?|DIV/0!|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|#{2,})|Err:[0-9]{3}"
)
_FORMULA_BEGINS = r"=\s*[\w\"'(+\-.$@{\[#]"
_CONSTANT = r'=\s*(?:"((?:[^"]|"")*)"|T\(\s*"((?:[^"]|"")*)"\s*\))\s*'
_FIRST_DAY, _FIRST_SERIAL, _LAST_SERIAL = date(1899, 12, 30), 61, 73_050  # 1900 to 2099
_ISO: Final = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_FIRST_YEAR, _LAST_YEAR = 1850, 2199
_MIDNIGHT, _SECOND, _MINUTE = time(), timedelta(seconds=1), timedelta(minutes=1)
_TIME_BEHIND = (
    r"(.{6,60}?)(?:t|[\s,]+)([0-9]{1,2})[:.]([0-9]{2})(?:[:.]([0-9]{2}(?:[.,][0-9]{1,9})?))?"
    r"\s?(am|pm)?\s?(?:z|[+-][0-9]{2}:?[0-9]{2}|wib|wita|wit|utc|gmt)?"
)
_MONTH_FIRST = r"(0?[1-9]|1[0-2])([-/.])(1[3-9]|2[0-9]|3[01])\2[0-9]{4}"
_ZERO_LOST = r"8[0-9]{8,11}"
_FEW, _NEAR = 10, 0.8
_YES = frozenset({"1", "ada", "adasertifikat", "benar", "sudah", "true", "v", "x", "ya", "✓"})
_NO = frozenset({"0", "belum", "belumada", "false", "tidak", "tidakada"})


def without_apostrophe(cell: Cell) -> Cell:
    """Return a cell without the apostrophe that marks its digits as text. Outer blanks go too.

    Exports mark text that begins like a formula in the same way. The apostrophe of a name stays.
    """
    if isinstance(cell, str):
        plain = cell.strip()
        if plain[:1] != "'" or len(plain) == 1:
            return plain
        if plain[1] in _MARKED or begins_formula(plain[1:]):
            return plain[1:]
        return plain
    return cell


def begins_formula(text: str) -> bool:
    """Return whether a spreadsheet may take a text for a formula or a command.

    A fullwidth sign becomes a plain one in some programs, and what nobody sees may stand before it.
    """
    first = text[:1]
    if "!" <= first <= "~" and first not in _BEGINS_FORMULA:
        return False
    if first in _BREAKS:
        return True
    shown = next((one for one in text if not is_hidden(one)), "")
    plain = unicodedata.normalize("NFKD", shown)[:1]
    return plain in _BEGINS_FORMULA or (shown != "" and unicodedata.category(shown) == "Pd")


def result_of(formula: str) -> Cell:
    """Return what a formula in a text file gives: the text of a constant one, and no other.

    Exporters write ``="0812"`` to keep digits as text. A sign with nothing to work out is text.
    """
    constant = re.fullmatch(_CONSTANT, formula, re.IGNORECASE)
    if constant is not None:
        return (constant[1] or constant[2] or "").replace('""', '"')
    return Unread("cell.formula") if re.match(_FORMULA_BEGINS, formula) else formula


def is_blank(cell: Cell) -> bool:
    """Tell whether a cell shows nothing."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def reader_of(field_type: FieldType, *, serials: bool = False, verbatim: bool = False) -> Reader:  # noqa: PLR0911 - one return for each kind of shape
    """Return how a cell of a column is read.

    `serials` says that dates may be bare numbers, `verbatim` that texts went through no spreadsheet
    and stand for themselves.
    """
    match field_type:
        case OptionalType():
            return reader_of(field_type.inner, serials=serials, verbatim=verbatim)
        case CollectionType():
            if isinstance(field_type.item, TermType):
                return partial(_several_terms, field_type.item.vocabularies)
            return partial(_several, reader_of(field_type.item, serials=serials, verbatim=verbatim))
        case TermType():
            return partial(_term, field_type.vocabularies)
        case TextType():
            return partial(_text, field_type, _verbatim if verbatim else _plain_text)
        case IntegerType():
            return _number
        case TimeType():
            return _clock
        case _:
            return _value_reader(field_type.python_type, serials=serials, verbatim=verbatim)


def _value_reader(kind: type[Any], *, serials: bool, verbatim: bool) -> Reader:
    if kind is date:
        return partial(_date, serials=serials)
    if issubclass(kind, PersonalNumber):
        return partial(_long_number, kind, kind.__name__.lower())
    if kind is PhoneNumber:
        return _phone
    if issubclass(kind, TextValue):
        return partial(_value, kind, _verbatim if verbatim else _plain_text)
    return _is_there


def _is_there(cell: Cell) -> bool:
    """Read whether there is something: a certificate, say."""
    if isinstance(cell, bool):
        return cell
    word = fold(_digits(written(cell)))
    if word in _YES or word in _NO:
        return word in _YES
    raise parse_error("cell.yes_no")


def _several(read: Reader, cell: Cell) -> list[object]:
    """Read items with semicolons between them; `EMPTY` says that there are none."""
    if cell == EMPTY:
        return []
    parts: Sequence[Cell] = [part.strip() for part in cell.split(";")] if type(cell) is str else []
    return [read(part) for part in parts or [cell] if not is_blank(part)]


def _several_terms(vocabularies: tuple[type[Term], ...], cell: Cell) -> list[Term]:
    """Read entries of a vocabulary, with whatever people write between them."""
    return [] if cell == EMPTY else list(terms_of(vocabularies, _digits(written(cell))))


def written(cell: Cell) -> str:
    """Return what was written where text is wanted: a whole number stands for its digits."""
    if isinstance(cell, str):
        if len(cell) > LONGEST:
            raise ParseError(Issue("cell.too_long", params={"most": LONGEST}))
        if (cell[:1] == "#" or cell[:4] == "Err:") and re.fullmatch(_ERRORS, cell):
            raise parse_error("cell.error")
        return cell
    if isinstance(cell, Unread):
        raise parse_error(cell.code)
    if isinstance(cell, bool):
        raise parse_error("cell.boolean")
    if isinstance(cell, int | float):
        if not abs(cell) < _EXACT:  # nor is what is no number
            raise parse_error("cell.digits_lost")
        return str(int(cell)) if cell == int(cell) else repr(cell)
    raise parse_error("cell.date")


def _digits(text: str) -> str:
    """Return the whole number of a text like 3.0, which a column of decimals made, or the text."""
    whole = re.fullmatch(_DECIMAL, text) if text[-1:] == "0" else None
    return text if whole is None else whole[1]


def _plain_text(cell: Cell) -> str:
    """Return what was written where any text may stand: 3.0 is the number 3, and 12.00 a text."""
    text = written(cell)
    if text[:1] in _OTHER_APOSTROPHES and text[1:2] in _DIGITS:
        return text[1:]
    if text[-2:] in {".0", ",0"}:
        return _digits(text)
    if "+" in text and re.fullmatch(_ABBREVIATED, text, re.IGNORECASE):
        raise parse_error("cell.digits_lost")
    return text


def _verbatim(cell: Cell) -> str:
    """Return a text as it stands, whatever it looks like."""
    return cell if isinstance(cell, str) and len(cell) <= LONGEST else written(cell)


def _text(field_type: TextType, read: Callable[[Cell], str], cell: Cell) -> object:
    return field_type.normalize(read(cell))


def _number(cell: Cell) -> int:
    text = _digits(written(cell))
    if re.fullmatch(r"-?[0-9]{1,15}", text, re.ASCII):
        return int(text)
    raise parse_error("type.number")


def _clock(cell: Cell) -> time:
    if isinstance(cell, time):
        cell = datetime.combine(_FIRST_DAY, cell) - datetime.combine(_FIRST_DAY, _MIDNIGHT)
    if isinstance(cell, timedelta):
        if not timedelta() <= cell < timedelta(days=1):
            raise parse_error("time.invalid")
        minutes = (cell + _SECOND / 2) // _MINUTE % (24 * 60)  # the last digits of a fraction
        return time(minutes // 60, minutes % 60)
    found = re.fullmatch(r"([01]?[0-9]|2[0-3])[:.]([0-5][0-9])(?:[:.][0-5][0-9])?", written(cell))
    if found is None:
        raise parse_error("time.invalid")
    return time(int(found[1]), int(found[2]))


def _date(cell: Cell, *, serials: bool) -> date | WithWarning:
    if type(cell) is str and cell[4:5] == "-" and re.fullmatch(_ISO, cell, re.ASCII):
        with suppress(ValueError):
            return date.fromisoformat(cell)  # as programs write it, whatever the year
    found = _day(cell, serials=serials)
    day = found if isinstance(found, date) else found.value
    if not isinstance(day, date) or not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise parse_error("date.year")
    return found


def _day(cell: Cell, *, serials: bool) -> date | WithWarning:
    if isinstance(cell, datetime):
        return _nearest_day(cell)
    if isinstance(cell, date):
        return cell
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        if serials and _FIRST_SERIAL <= cell <= _LAST_SERIAL:
            return _nearest_day(datetime.combine(_FIRST_DAY, _MIDNIGHT) + timedelta(days=cell))
        is_year = _FIRST_YEAR <= cell <= _LAST_YEAR
        raise parse_error("date.ambiguous" if is_year else "date.serial")
    if isinstance(cell, time | timedelta):
        raise parse_error("date.invalid")
    text = _digits(written(cell))
    if serials and re.fullmatch(r"[0-9]{5}", text, re.ASCII):
        return _day(int(text), serials=True)
    try:
        return parse_date(text)
    except ParseError as error:
        issue = error.issue
    if (moment := _moment(text)) is not None:
        return _nearest_day(moment)
    if issue.code == "date.invalid" and re.fullmatch(_MONTH_FIRST, text, re.ASCII):
        issue = Issue("date.month_first")
    raise ParseError(issue)


def _nearest_day(moment: datetime) -> date | WithWarning:
    """Return the day whose midnight a moment is, or nearly is: a program may lose seconds.

    Any other time of day is refused. A program that moves midnight to another time zone makes it
    an hour of the day before, or of the same day, and nobody can tell which.
    """
    if moment.time() == _MIDNIGHT or not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        return moment.date()
    moment = moment.replace(tzinfo=None)
    day = (moment + timedelta(hours=12)).date()
    away = abs(moment - datetime.combine(day, _MIDNIGHT))
    if away > _MINUTE:
        raise parse_error("date.time_of_day")
    if away < _SECOND:  # the last digits of a fraction
        return day
    return WithWarning(day, Issue("date.time_rounded", severity=Severity.WARNING))


def _moment(text: str) -> datetime | None:
    """Return the moment that a text gives as a date and a time behind it, or None."""
    found = re.fullmatch(_TIME_BEHIND, text, re.IGNORECASE | re.ASCII)
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


def _long_number(kind: type[PersonalNumber], noun: str, cell: Cell) -> PersonalNumber:
    """Read a number of 16 digits: as a number it has lost the last of them."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        raise parse_error(f"{noun}.{'numeric_cell' if cell else 'placeholder'}")
    text = written(cell)
    if not text.isdigit():
        if re.fullmatch(_SCIENTIFIC, text, re.IGNORECASE | re.ASCII):
            raise parse_error(f"{noun}.scientific")
        if re.fullmatch(_DECIMAL_LONG, text, re.ASCII):
            raise parse_error(f"{noun}.numeric_cell")
    return kind.parse(text)


def _phone(cell: Cell) -> PhoneNumber:
    text = _digits(written(cell))
    if isinstance(cell, int | float):
        if re.fullmatch(_INTERNATIONAL, text):  # no leading 0 was there to be lost
            return PhoneNumber.parse(text)
        raise parse_error("phone.numeric_cell")
    if not text.isdigit() and re.fullmatch(_SCIENTIFIC, text, re.IGNORECASE | re.ASCII):
        raise parse_error("cell.digits_lost")
    if re.fullmatch(_ZERO_LOST, re.sub(r"[\s.-]", "", text), re.ASCII):
        raise parse_error("phone.zero_lost")
    try:
        return PhoneNumber.parse(text)
    except ParseError as error:
        issue = error.issue
    raise parse_error("phone.unreadable") if issue.code == "phone.format" else ParseError(issue)


def _value(kind: type[TextValue], read: Callable[[Cell], str], cell: Cell) -> TextValue:
    if issubclass(kind, RegionCode | BPSCode):
        text = "" if isinstance(cell, int | float) else written(cell)
        if not text or re.fullmatch(rf"{_DECIMAL_CODE}|(?i:{_ABBREVIATED})", text):
            raise parse_error("region_code.number")
        return kind.parse(text)
    return kind.parse(read(cell))


def _term(vocabularies: tuple[type[Term], ...], cell: Cell) -> Term:
    return term_of(vocabularies, _digits(written(cell)))


@lru_cache(maxsize=4096)
def term_of(vocabularies: tuple[type[Term], ...], text: str) -> Term:
    """Return what a word means in the first vocabulary that has it.

    Raises:
        ParseError: ``term.unknown``, with the entry that is nearest, and all when they are few.

    """
    for vocabulary in vocabularies:
        try:
            return vocabulary.parse(text)
        except ParseError:
            continue
    known = _labels(vocabularies)
    params: dict[str, str | int] = {}
    if near := get_close_matches(fold(text[:100]), known, n=1, cutoff=_NEAR):
        params["suggestion"] = known[near[0]]
    if len(known) <= _FEW:
        params["known"] = ", ".join(known.values())
    raise ParseError(Issue("term.unknown", params=params))


@lru_cache(maxsize=4096)
def terms_of(vocabularies: tuple[type[Term], ...], text: str) -> tuple[Term, ...]:
    """Return what several words mean; two words for one entry make one, the same word twice two.

    Raises:
        ParseError: ``term.unknown`` for the first part that is no entry.

    """
    parts = answers(text, partial(_is_term, vocabularies)) or parts_of(text) or [text]
    found = [term_of(vocabularies, part) for part in parts]
    words = [fold(part) for part in parts]
    is_word_twice = len(set(words)) < len(words)
    return tuple(found if is_word_twice else dict.fromkeys(found))


def _is_term(vocabularies: tuple[type[Term], ...], text: str) -> bool:
    for vocabulary in vocabularies:
        with suppress(ParseError):
            vocabulary.parse(text)
            return True
    return False


@cache
def _labels(vocabularies: tuple[type[Term], ...]) -> dict[str, str]:
    return {fold(term.label): term.label for one in vocabularies for term in one}
