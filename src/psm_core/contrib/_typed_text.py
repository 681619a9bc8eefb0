"""A value or a term that a person types, such as an argument of a command."""

from collections.abc import Callable
from typing import TypeVar, cast

from .._core.field_types import field_type_of
from .._messages import language_of
from ..errors import Issue, ParseError, parse_error, short_traceback
from ..tables.cells.cell import Cell, is_blank
from ..tables.cells.values import reader_of
from ..tables.cells.warnings import WithWarning
from ..values.region_code import RegionCode

T = TypeVar("T")
Language = str | Callable[[], str]
"""The language of messages, or a function that returns it, such as one that reads a setting."""


@short_traceback
def typed_value(value_class: type[T], text: str) -> T:
    """Return the value that a text means, with the spellings that sheets have.

    Raises:
        ParseError: the text is no such value.

    """
    if is_blank(text):
        raise parse_error("text.blank")
    if value_class is RegionCode:
        return cast("T", typed_region_code(text))
    value = cell_value(value_class, text, verbatim=True)
    if isinstance(value, Issue):
        raise ParseError(value)
    return value


def cell_value(value_class: type[T], cell: Cell, *, verbatim: bool = False) -> T | Issue:
    """Return the value of a cell without a warning about it, or its issue."""
    field_type = field_type_of(value_class, max_length=0, minimum=0, maximum=0)
    value = reader_of(field_type, verbatim=verbatim)(cell)
    return cast("T | Issue", value.value if isinstance(value, WithWarning) else value)


def typed_region_code(text: str) -> RegionCode:
    """Return the code that was typed, with or without its dots.

    Raises:
        ParseError: the text is no code, for example a name.

    """
    digits = "".join(text.split())
    return RegionCode.from_digits(digits) if digits.isdecimal() else RegionCode.parse(text)


def message_of(error: ParseError, language: Language) -> str:
    """Return the message of an error in the language of the user."""
    return error.issue.describe(language if isinstance(language, str) else language())


def known_language(language: Language) -> Language:
    """Return a language, checked as far as it is known.

    Raises:
        ValueError: the language is neither English nor Indonesian.

    """
    return language_of(language) if isinstance(language, str) else language
