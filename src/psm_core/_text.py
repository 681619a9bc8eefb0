"""Text as people type it, made plain before it is read."""

import re
import unicodedata

from .errors import parse_error

_SEPARATORS = re.compile(r"[\s.\-\u2010-\u2015\u2212\u200b\ufeff'\u2019]+")


def require_text(value: object) -> str:
    """Return the value when it is text, or raise `type.text`."""
    if not isinstance(value, str):
        raise parse_error("type.text")
    return value


def compact(text: str) -> str:
    """Return the text without blanks, dots, dashes and apostrophes (what separates digits)."""
    return _SEPARATORS.sub("", text)


def is_digits(text: str) -> bool:
    """Tell whether the text is ASCII digits only; other scripts' digits are refused."""
    return text.isascii() and text.isdecimal()


def tidy(text: str) -> str:
    """Return one line of text in composed form, with single blanks and no outer ones."""
    return " ".join(unicodedata.normalize("NFC", text).split())
