"""Text as people type it, made plain before it is read."""

import re
import unicodedata

from .errors import parse_error

_UNSEEN = re.compile(r"[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_SEPARATORS = re.compile(r"[\s.\-\u2010-\u2015\u2212'\u2019]+")


def require_text(value: object) -> str:
    """Return the value when it is text, or raise `type.text`."""
    if not isinstance(value, str):
        raise parse_error("type.text")
    return value


def compact(text: str) -> str:
    """Return the text without blanks, dots, dashes and apostrophes (what separates digits)."""
    return _SEPARATORS.sub("", _UNSEEN.sub("", text))


def is_digits(text: str) -> bool:
    """Tell whether the text is ASCII digits only; other scripts' digits are refused."""
    return text.isascii() and text.isdecimal()


def tidy(text: str) -> str:
    """Return one line of text in composed form, with single blanks and no outer ones.

    Marks that nobody sees (zero-width blanks, soft hyphens, turns of the writing direction) come
    along with copied text and are dropped.
    """
    if text.isascii() and text.isprintable() and "  " not in text and text == text.strip():
        return text
    plain = text if text.isascii() else unicodedata.normalize("NFC", _UNSEEN.sub("", text))
    return " ".join(plain.split())
