"""The text of a cell. Text that a spreadsheet has damaged is an issue; it is never repaired."""

import re
from typing import Final

from ...errors import Issue
from .cell import LONGEST, Cell, Unread

SCIENTIFIC: Final = r"[0-9](?:[.,][0-9]+)?e\+?[0-9]{1,2}"
"""A number of at most 15 digits in scientific notation."""
WITH_EXPONENT: Final = r"[0-9](?:[.,][0-9]+)?e\+[0-9]{1,3}"
"""The same with a plus sign, without which it could be a word."""
_EXACT: Final = 10**15  # spreadsheets keep 15 digits
_DECIMAL: Final = r"(0|[1-9][0-9]{0,14})[.,](?:00?|0{4,15})"  # three zeros would be thousands
_ERRORS: Final = (
    r"#(?:N/A|VALUE!|REF!|NAME\?|DIV/0!|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|#{2,})|Err:[0-9]{3}"
)
_OTHER_APOSTROPHES: Final = frozenset("\u2018\u2019`\u00b4")
_DIGITS: Final = frozenset("0123456789")


def text_of(cell: Cell) -> str | Issue:
    """Return the text of a cell; a whole number gives its digits."""
    if isinstance(cell, str):
        if len(cell) > LONGEST:
            return Issue("cell.too_long", params={"maximum": LONGEST})
        if (cell[:1] == "#" or cell[:4] == "Err:") and re.fullmatch(_ERRORS, cell):
            return Issue("cell.error")
        return cell
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return Issue(_code_without_text(cell))
    if not abs(cell) < _EXACT:  # NaN too
        return Issue("cell.digits_lost")
    return str(int(cell)) if cell == int(cell) else repr(cell)


def _code_without_text(cell: Cell) -> str:
    """Return the code of the issue of a cell that is neither text nor a number."""
    if isinstance(cell, Unread):
        return cell.code
    return "cell.boolean" if isinstance(cell, bool) else "cell.date"


def number_text(cell: Cell) -> str | Issue:
    """Return the text of a cell, for a text like 3.0 its whole number.

    A column of decimals makes 3.0 of 3.
    """
    text = text_of(cell)
    return text if isinstance(text, Issue) else _without_decimals(text)


def _without_decimals(text: str) -> str:
    whole = re.fullmatch(_DECIMAL, text) if text[-1:] == "0" else None
    return text if whole is None else whole[1]


def free_text(cell: Cell) -> str | Issue:
    """Return the text of a cell in which any text may be: 3.0 is the number 3, and 12.00 a text."""
    text = text_of(cell)
    if isinstance(text, Issue):
        return text
    if text[:1] in _OTHER_APOSTROPHES and text[1:2] in _DIGITS:
        return text[1:]
    if text[-2:] in {".0", ",0"}:
        return _without_decimals(text)
    if "+" in text and re.fullmatch(WITH_EXPONENT, text, re.IGNORECASE):
        return Issue("cell.digits_lost")
    return text


def verbatim_text(cell: Cell) -> str | Issue:
    """Return a text unchanged, for a file that no spreadsheet has saved."""
    return cell if isinstance(cell, str) and len(cell) <= LONGEST else text_of(cell)
