"""Text and days as people hand them over, made plain before they are read."""

import re
import unicodedata
from datetime import date, datetime
from typing import cast

from ..errors import parse_error

# Patterns are compiled when they are first used, so that importing us stays quick.
# Marks that nobody sees come along with copied text: soft hyphens, zero-width blanks, turns of the
# writing direction, hints for joining and for how a letter is drawn.
_UNSEEN = (
    "[\u00ad\u034f\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffc\U000e0000-\U000e0fff]"
)
_APOSTROPHES = "'`\u2018\u2019\u02bc"
DASHES = "\u2010-\u2015\u2212-"
_SEPARATORS = rf"[\s.{_APOSTROPHES}{DASHES}]+"
_BLANK_LETTERS = "\u115f\u1160\u2800\u3164\uffa0"


def require_text(value: object) -> str:
    """Return the value as plain text when it is text, or raise `type.text`."""
    if type(value) is str:
        return value
    if issubclass(type(value), str):  # of an enum, say: what it holds, not what it prints as
        return str.__str__(cast("str", value))
    raise parse_error("type.text")


def seen(text: str) -> str:
    """Return the text without the marks that nobody sees."""
    return re.sub(_UNSEEN, "", text)


def compact(text: str) -> str:
    """Return the text without blanks, dots, dashes and apostrophes (what separates digits)."""
    return re.sub(_SEPARATORS, "", seen(text))


def is_digits(text: str) -> bool:
    """Tell whether the text is ASCII digits only; other scripts' digits are refused."""
    return text.isascii() and text.isdecimal()


def normalize_text(text: str) -> str:
    """Return one line of text in composed form, with single blanks and no outer ones.

    Composing takes time that grows with the square of the length, so ask for the length first.
    """
    if text.isascii() and text.isprintable() and "  " not in text and text == text.strip():
        return text
    plain = text if text.isascii() else unicodedata.normalize("NFC", seen(text))
    return " ".join(plain.split())


def same_marks(text: str) -> str:
    """Return the text with one kind of dash and without apostrophes."""
    if text.isascii() and "'" not in text and "`" not in text:
        return text
    return re.sub(f"[{DASHES}]", "-", re.sub(f"[{_APOSTROPHES}]", "", text))


def is_visible(text: str) -> bool:
    """Tell whether the text shows anything: a letter, a digit, a sign."""
    return any(
        unicodedata.category(letter)[0] in "LNPS" and letter not in _BLANK_LETTERS
        for letter in text
    )


def require_date(day: date) -> date:
    """Return the day of a moment, which Python lets pass for a day, or the day itself.

    Raises:
        TypeError: it is neither.

    """
    if isinstance(day, datetime):
        return day.date()
    if type(day) is date:
        return day
    raise TypeError(f"a date is needed here, not {type(day).__name__}")


def is_hidden(letter: str) -> bool:
    """Return whether a letter shows nothing by itself: a blank, a mark, a control character."""
    return unicodedata.category(letter)[0] in "CZM" or letter in _BLANK_LETTERS
