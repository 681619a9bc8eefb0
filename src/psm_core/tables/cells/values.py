"""Cells as values of fields: each function returns the value or the issue of a cell."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any, Final

from ..._core.field_types import (
    CollectionType,
    FieldType,
    InstanceUnionType,
    IntegerType,
    OptionalType,
    TermType,
    TextType,
    TimeType,
)
from ..._core.spelling import normalize_spelling
from ..._core.text_value import TextValue, parse_or_issue
from ...errors import Issue, ParseError
from ...records.programmes import find_programme
from ...terms import DisabilityType, Term
from ...values.date_range import DateRange
from ...values.extensions import Extensions
from ...values.ids import ProgrammeId
from ...values.personal_number import PersonalNumber
from ...values.phone import PhoneNumber
from ...values.region_code import BPSCode, RegionCode
from .birth_dates import birth_date_of
from .cell import EMPTY, Cell, is_blank
from .dates import date_of, date_range_of, time_of
from .personal_numbers import personal_number_of
from .phones import phone_of
from .term_words import disabilities_of, term_of, terms_of
from .text import WITH_EXPONENT, free_text, number_text, text_of, verbatim_text

CellReader = Callable[[Any], object]
"""From a cell that is not blank to its value, perhaps a `WithWarning`, or to an `Issue`."""

_DECIMAL_CODE: Final = r"[0-9]{4,15}[.,]0+"
_YES: Final = frozenset(
    {"1", "ada", "adasertifikat", "benar", "sudah", "true", "v", "x", "ya", "✓"}
)
_NO: Final = frozenset({"0", "belum", "belumada", "false", "tidak", "tidakada"})


def reader_of(
    field_type: FieldType,
    *,
    serials: bool = False,
    verbatim: bool = False,
    code_lists: tuple[str, ...] = (),
    ages_stated_on: date | None = None,
) -> CellReader:
    """Return the function that reads the cells of a column.

    With `serials`, dates may be serial numbers. With `verbatim`, no spreadsheet has saved the file,
    so that no text was changed. `code_lists` are the lists whose codes the file uses, and
    `ages_stated_on` is the day on which its ages hold.
    """
    inner = partial(
        reader_of,
        serials=serials,
        verbatim=verbatim,
        code_lists=code_lists,
        ages_stated_on=ages_stated_on,
    )
    read_text = verbatim_text if verbatim else free_text
    match field_type:
        case OptionalType():
            reader: CellReader = inner(field_type.inner)
        case CollectionType(item=TermType(vocabularies=(only,))) if only is DisabilityType:
            reader = partial(_disabilities, code_lists)
        case CollectionType(item=TermType() as item):
            reader = partial(_terms, item.vocabularies)
        case CollectionType():
            reader = partial(_items, inner(field_type.item))
        case TermType():
            reader = partial(_term, field_type.vocabularies, code_lists)
        case TextType():
            reader = partial(_text, field_type, read_text)
        case IntegerType():
            reader = _integer
        case TimeType():
            reader = time_of
        case InstanceUnionType():
            reader = partial(birth_date_of, serials=serials, stated_on=ages_stated_on)
        case _:
            reader = _value_reader(field_type.python_type, read_text, serials=serials)
    return reader


_ReadText = Callable[[Cell], str | Issue]


def _value_reader(value_class: type[Any], read_text: _ReadText, *, serials: bool) -> CellReader:
    if value_class is date or value_class is DateRange:
        read_date = date_of if value_class is date else date_range_of
        return partial(read_date, serials=serials)
    if not issubclass(value_class, TextValue):
        return _is_present
    if issubclass(value_class, PersonalNumber):
        return partial(personal_number_of, value_class)
    if value_class is PhoneNumber:
        return phone_of
    if issubclass(value_class, RegionCode | BPSCode):
        return partial(_region_code, value_class)
    read_value = _programme if value_class is ProgrammeId else _text_value
    return partial(read_value, value_class, read_text)


def _is_present(cell: Cell) -> bool | Issue:
    """Return whether there is a record, such as a certificate: the cell says yes or no."""
    if isinstance(cell, bool):
        return cell
    text = number_text(cell)
    if isinstance(text, Issue):
        return text
    word = normalize_spelling(text)
    return word in _YES if word in _YES or word in _NO else Issue("cell.yes_no")


def _items(read: CellReader, cell: Cell) -> list[object] | Issue:
    """Return the items between semicolons, or the first issue; `EMPTY` is an empty list."""
    if cell == EMPTY:
        return []
    parts: Sequence[Cell] = [part.strip() for part in cell.split(";")] if type(cell) is str else []
    items = [read(part) for part in parts or [cell] if not is_blank(part)]
    return next((one for one in items if isinstance(one, Issue)), items)


def _terms(vocabularies: tuple[type[Term], ...], cell: Cell) -> list[Term] | Issue:
    """Return terms of a vocabulary, whatever people write between them."""
    if cell == EMPTY:
        return []
    text = number_text(cell)
    found = text if isinstance(text, Issue) else terms_of(vocabularies, text)
    return found if isinstance(found, Issue) else list(found)


def _disabilities(code_lists: tuple[str, ...], cell: Cell) -> list[Term] | Issue:
    """Return types of disability, from the words of the law or of the forms."""
    if cell == EMPTY:
        return []
    text = number_text(cell)
    found = text if isinstance(text, Issue) else disabilities_of(text, code_lists)
    return found if isinstance(found, Issue) else list(found)


def _term(
    vocabularies: tuple[type[Term], ...], code_lists: tuple[str, ...], cell: Cell
) -> Term | Issue:
    text = number_text(cell)
    return text if isinstance(text, Issue) else term_of(vocabularies, text, code_lists)


def _text(field_type: TextType, read_text: _ReadText, cell: Cell) -> object:
    text = read_text(cell)
    return text if isinstance(text, Issue) else field_type.normalize(text)


def _integer(cell: Cell) -> int | Issue:
    text = number_text(cell)
    if isinstance(text, Issue):
        return text
    is_whole = re.fullmatch(r"-?[0-9]{1,15}", text, re.ASCII)
    return int(text) if is_whole else Issue("type.number")


def _region_code(value_class: type[TextValue], cell: Cell) -> TextValue | Issue:
    """Return a region code. A numeric cell has lost the dots and perhaps a zero."""
    text = "" if isinstance(cell, int | float) else text_of(cell)
    if isinstance(text, Issue):
        return text
    if not text or re.fullmatch(rf"{_DECIMAL_CODE}|(?i:{WITH_EXPONENT})", text):
        return Issue("region_code.number")
    return parse_or_issue(value_class, text)


def _programme(value_class: type[TextValue], read_text: _ReadText, cell: Cell) -> TextValue | Issue:
    """Return an identifier of a programme, or that of the national programme with a name."""
    found = _text_value(value_class, read_text, cell)
    if isinstance(found, Issue) and type(cell) is str:
        programme = find_programme(cell)
        return found if programme is None else programme.id
    return found


def _text_value(
    value_class: type[TextValue], read_text: _ReadText, cell: Cell
) -> TextValue | Issue:
    text = read_text(cell)
    if isinstance(text, Issue):
        return text
    if value_class is Extensions:  # its `parse` reads JSON
        try:
            return value_class.parse(text)
        except ParseError as error:
            return error.issue
    return parse_or_issue(value_class, text)
