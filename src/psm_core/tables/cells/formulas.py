"""Text that a spreadsheet takes for a formula, and formulas in text files."""

import re
import unicodedata
from typing import Final

from ..._core.text import is_hidden

_LINE_BREAKS: Final = frozenset("\t\r\n")
_FORMULA_SIGNS: Final = frozenset("=+-@|\u2212\u02d6\u02d7\u2795\u2796\u2e40\ua78a\ua789")
"""Signs that begin a formula, after NFKD, and signs that look like them and have no such form."""
_FORMULA: Final = r"=\s*[\w\"'(+\-.$@{\[#]"
_CONSTANT: Final = r'=\s*(?:"((?:[^"]|"")*)"|T\(\s*"((?:[^"]|"")*)"\s*\))\s*'


def begins_formula(text: str) -> bool:
    """Return whether a spreadsheet may take a text for a formula or a command.

    Some programs turn a fullwidth sign into a plain one, and skip hidden characters before it.
    """
    first = text[:1]
    if "!" <= first <= "~" and first not in _FORMULA_SIGNS:
        return False
    if first in _LINE_BREAKS:
        return True
    shown = next((one for one in text if not is_hidden(one)), "")
    plain = unicodedata.normalize("NFKD", shown)[:1]
    return plain in _FORMULA_SIGNS or (shown != "" and unicodedata.category(shown) == "Pd")


def is_formula(text: str) -> bool:
    """Return whether a text is a formula. A sign without an operand is text."""
    return re.match(_FORMULA, text) is not None


def constant_of(formula: str) -> str | None:
    """Return the text of a constant formula, or None for any other.

    Exporters write ``="0812"`` to keep digits as text.
    """
    constant = re.fullmatch(_CONSTANT, formula, re.IGNORECASE)
    return None if constant is None else (constant[1] or constant[2] or "").replace('""', '"')
