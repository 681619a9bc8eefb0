"""Normalization of text and dates before parsing."""

import re
import unicodedata
from datetime import date, datetime
from typing import TYPE_CHECKING, Final, cast

from ..errors import parse_error

if TYPE_CHECKING:
    from collections.abc import Callable

# Patterns are compiled when they are first used, so that importing us stays quick.
# Invisible characters in copied text: soft hyphens, zero-width spaces, marks for the direction of
# writing, joiners and variation selectors.
_UNSEEN = (
    "[\u00ad\u034f\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffc\U000e0000-\U000e0fff]"
)
_APOSTROPHES = "'`\u2018\u2019\u02bc"
DASHES = "\u2010-\u2015\u2212-"
_SEPARATORS = rf"[\s.{_APOSTROPHES}{DASHES}]+"
_BLANK_LETTERS = "\u115f\u1160\u2800\u3164\uffa0"


class LazyPattern:
    """A pattern that is compiled when it is first used, so that importing us stays quick.

    The first call of `fullmatch` or `search` replaces both by the methods of the compiled pattern.
    """

    __slots__ = ("fullmatch", "pattern", "search")

    def __init__(self, pattern: str) -> None:
        self.pattern: Final = pattern
        self.fullmatch: Callable[[str], re.Match[str] | None] = self._first_fullmatch
        self.search: Callable[[str], re.Match[str] | None] = self._first_search

    def _first_fullmatch(self, text: str) -> re.Match[str] | None:
        self._compile()
        return self.fullmatch(text)

    def _first_search(self, text: str) -> re.Match[str] | None:
        self._compile()
        return self.search(text)

    def _compile(self) -> None:
        compiled = re.compile(self.pattern)
        self.fullmatch, self.search = compiled.fullmatch, compiled.search


_INVISIBLE = LazyPattern(_UNSEEN)
MASKED: Final = LazyPattern(r"(?=.*[0-9])[0-9]*([*xX\u2022]{3,}[0-9]+)*([*xX\u2022]{3,})?")
"""Digits of which some may be replaced, as `str` and lists of other programs have them."""


def text_or_none(value: object) -> str | None:
    """Return a value as a plain str, or None if it is not text."""
    if type(value) is str:
        return value
    if issubclass(type(value), str):  # for a str enum: its value, not its name
        return str.__str__(cast("str", value))
    return None


def require_text(value: object) -> str:
    """Return a value as a plain str, or raise `type.text` if it is not text."""
    text = text_or_none(value)
    if text is None:
        raise parse_error("type.text")
    return text


def without_invisible(text: str) -> str:
    """Return the text without invisible characters."""
    if text.isascii() or not _INVISIBLE.search(text):
        return text
    return re.sub(_UNSEEN, "", text)


def compact(text: str) -> str:
    """Return the text without blanks, dots, dashes and apostrophes, which separate digits."""
    return re.sub(_SEPARATORS, "", without_invisible(text))


def is_digits(text: str) -> bool:
    """Return whether the text consists of ASCII digits; digits of other scripts do not count."""
    return text.isascii() and text.isdecimal()


def normalize_text(text: str) -> str:
    """Return text in composed form, on one line, with single blanks and none at the ends.

    The time grows with the square of the length, so check the length first.
    """
    if text.isascii() and text.isprintable() and "  " not in text and text == text.strip():
        return text
    plain = text if text.isascii() else unicodedata.normalize("NFC", without_invisible(text))
    return " ".join(plain.split())


def same_marks(text: str) -> str:
    """Return the text with one kind of dash and without apostrophes."""
    if text.isascii() and "'" not in text and "`" not in text:
        return text
    return re.sub(f"[{DASHES}]", "-", re.sub(f"[{_APOSTROPHES}]", "", text))


def is_visible(text: str) -> bool:
    """Return whether the text has a visible character: a letter, a digit or a symbol."""
    for letter in text:  # most texts begin with one
        if unicodedata.category(letter)[0] in "LNPS" and letter not in _BLANK_LETTERS:
            return True
    return False


def require_date(day: date) -> date:
    """Return a date; of a datetime, which is a subclass, its date.

    Raises:
        TypeError: the value is not a date.

    """
    if isinstance(day, datetime):
        return day.date()
    if type(day) is date:
        return day
    raise TypeError(f"a date is needed here, not {type(day).__name__}")


def is_hidden(letter: str) -> bool:
    """Return whether a character is invisible alone: a blank, a mark, a control character."""
    return unicodedata.category(letter)[0] in "CZM" or letter in _BLANK_LETTERS
