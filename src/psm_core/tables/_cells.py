"""What a cell of a sheet stands for. What a spreadsheet has damaged is refused, never repaired."""

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from difflib import get_close_matches
from functools import cache, lru_cache, partial
from typing import Any, Final, NamedTuple

from .._personal_number import PersonalNumber
from .._shape import Choice, Clock, Many, Maybe, Number, Shape, Text
from .._value import TextValue
from ..dates import parse_date
from ..errors import Issue, ParseError, parse_error
from ..phone import PhoneNumber
from ..region_code import BPSCode, RegionCode
from ..terms import Term
from ..terms._term import fold


class Unread(NamedTuple):
    """A cell that has no value to read: an error of the spreadsheet, or a formula without one."""

    code: str


Cell = str | int | float | bool | date | time | timedelta | Unread | None
"""What a reader of files hands over for a cell; a `datetime` is a `date`."""
Reader = Callable[[Any], object]
"""From a cell that is not blank to a value; it raises `ParseError`."""

EMPTY: Final = "[]"
"""What stands for a list that was told to be empty, which is not the same as none told."""
_MARKED: Final = frozenset("0123456789=+-@'\t\r")
LONGEST: Final = 10_000
_EXACT: Final = 10**15  # spreadsheets keep 15 digits
_SCIENTIFIC = r"[0-9](?:[.,][0-9]+)?e\+?[0-9]{1,2}"
_FIRST_DAY, _FIRST_SERIAL, _LAST_SERIAL = date(1899, 12, 30), 61, 73_050  # 1900 to 2099
_ISO: Final = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_FIRST_YEAR, _LAST_YEAR = 1850, 2199
_MONTH_FIRST = r"(0?[1-9]|1[0-2])([-/.])(1[3-9]|2[0-9]|3[01])\2[0-9]{4}"
_ZERO_LOST = r"8[0-9]{8,11}"
_FEW, _NEAR = 10, 0.8
_YES = frozenset({"1", "ada", "adasertifikat", "benar", "sudah", "true", "v", "x", "ya", "✓"})
_NO = frozenset({"0", "belum", "belumada", "false", "tidak", "tidakada"})


def tidied(cell: Cell) -> Cell:
    """Return the cell with the apostrophe off by which people mark digits as text, or as it is.

    Exports of ours mark what begins like a formula in the same way. A name may begin with one.
    """
    if isinstance(cell, str):
        plain = cell.strip()
        return plain[1:] if len(plain) > 1 and plain[0] == "'" and plain[1] in _MARKED else plain
    return cell


def is_blank(cell: Cell) -> bool:
    """Tell whether a cell shows nothing."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def reader_of(shape: Shape, *, serials: bool = False) -> Reader:  # noqa: PLR0911 - one return for each kind of shape
    """Return how a cell of a column is read; `serials` says that dates may be bare numbers."""
    match shape:
        case Maybe():
            return reader_of(shape.inner, serials=serials)
        case Many():
            return partial(_several, reader_of(shape.item, serials=serials))
        case Choice():
            return partial(_term, shape.vocabularies)
        case Text():
            return partial(_text, shape)
        case Number():
            return _number
        case Clock():
            return _clock
        case _:
            return _value_reader(shape.kind, serials=serials)


def _value_reader(kind: type[Any], *, serials: bool) -> Reader:
    if kind is date:
        return partial(_date, serials=serials)
    if issubclass(kind, PersonalNumber):
        return partial(_long_number, kind, kind.__name__.lower())
    if kind is PhoneNumber:
        return _phone
    if issubclass(kind, TextValue):
        return partial(_value, kind)
    return _is_there


def _is_there(cell: Cell) -> bool:
    """Read whether there is something: a certificate, say."""
    word = fold(written(cell))
    if word in _YES or word in _NO:
        return word in _YES
    raise parse_error("cell.yes_no")


def _several(read: Reader, cell: Cell) -> list[object]:
    """Read items with semicolons between them; `EMPTY` says that there are none."""
    if cell == EMPTY:
        return []
    parts: Sequence[Cell] = [part.strip() for part in cell.split(";")] if type(cell) is str else []
    return [read(part) for part in parts or [cell] if not is_blank(part)]


def written(cell: Cell) -> str:
    """Return what was written where text is wanted: a whole number stands for its digits."""
    if isinstance(cell, str):
        if len(cell) > LONGEST:
            raise ParseError(Issue("cell.too_long", params={"most": LONGEST}))
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


def _text(shape: Text, cell: Cell) -> object:
    return shape.tidied(written(cell))


def _number(cell: Cell) -> int:
    text = written(cell)
    if re.fullmatch(r"-?[0-9]{1,15}", text, re.ASCII):
        return int(text)
    raise parse_error("type.number")


def _clock(cell: Cell) -> time:
    if isinstance(cell, time):
        return cell.replace(second=0, microsecond=0)
    found = re.fullmatch(r"([01]?[0-9]|2[0-3])[:.]([0-5][0-9])", written(cell), re.ASCII)
    if found is None:
        raise parse_error("time.invalid")
    return time(int(found[1]), int(found[2]))


def _date(cell: Cell, *, serials: bool) -> date:
    if type(cell) is str and re.fullmatch(_ISO, cell, re.ASCII):
        with suppress(ValueError):
            return date.fromisoformat(cell)  # as programs write it, whatever the year
    day = _day(cell, serials=serials)
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise parse_error("date.year")
    return day


def _day(cell: Cell, *, serials: bool) -> date:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        if serials and _FIRST_SERIAL <= cell <= _LAST_SERIAL:
            return _FIRST_DAY + timedelta(days=int(cell))
        is_year = _FIRST_YEAR <= cell <= _LAST_YEAR
        raise parse_error("date.ambiguous" if is_year else "date.serial")
    text = written(cell)
    if serials and re.fullmatch(r"[0-9]{5}", text, re.ASCII):
        return _day(int(text), serials=True)
    try:
        return parse_date(text)
    except ParseError as error:
        issue = error.issue
    if issue.code == "date.invalid" and re.fullmatch(_MONTH_FIRST, text, re.ASCII):
        issue = Issue("date.month_first")
    raise ParseError(issue)


def _long_number(kind: type[PersonalNumber], noun: str, cell: Cell) -> PersonalNumber:
    """Read a number of 16 digits: as a number it has lost the last of them."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        raise parse_error(f"{noun}.{'numeric_cell' if cell else 'placeholder'}")
    text = written(cell)
    if re.fullmatch(_SCIENTIFIC, text, re.IGNORECASE | re.ASCII):
        raise parse_error(f"{noun}.scientific")
    return kind.parse(text)


def _phone(cell: Cell) -> PhoneNumber:
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        raise parse_error("phone.numeric_cell")
    text = written(cell)
    if re.fullmatch(_ZERO_LOST, re.sub(r"[\s.-]", "", text), re.ASCII):
        raise parse_error("phone.zero_lost")
    try:
        return PhoneNumber.parse(text)
    except ParseError as error:
        issue = error.issue
    raise parse_error("phone.unreadable") if issue.code == "phone.format" else ParseError(issue)


def _value(kind: type[TextValue], cell: Cell) -> TextValue:
    if isinstance(cell, int | float) and issubclass(kind, RegionCode | BPSCode):
        raise parse_error("region_code.number")
    return kind.parse(written(cell))


def _term(vocabularies: tuple[type[Term], ...], cell: Cell) -> Term:
    return term_of(vocabularies, written(cell))


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


@cache
def _labels(vocabularies: tuple[type[Term], ...]) -> dict[str, str]:
    return {fold(term.label): term.label for one in vocabularies for term in one}
