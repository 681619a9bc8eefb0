"""NIK and KK numbers in cells, also behind their name or before another number."""

import re
from typing import Final, TypeVar

from ..._core.text_value import parse_or_issue
from ...errors import Issue, Severity
from ...values.kk import KK
from ...values.nik import NIK
from ...values.personal_number import PersonalNumber
from .absent_numbers import NO_NUMBER, has_digit, says_no_number
from .cell import Cell
from .text import SCIENTIFIC, text_of
from .warnings import WithWarning

N = TypeVar("N", bound=PersonalNumber)
_LONG_DECIMAL: Final = r"[0-9]{10,20}[.,]0+"
_NAMES: Final = {
    NIK: r"(?:(?:no|nomor)\b[. ]*)?(?:nik|e?-?ktp)(?:\s*/\s*(?:nik|e?-?ktp))?",
    KK: r"(?:(?:no|nomor)\b[. ]*)?(?:n?kk|kartu keluarga)",
}
"""Class → what people write before such a number."""
_ANY_NAME: Final = "|".join(_NAMES.values())
_DIGITS: Final = r"[0-9](?:[ .'-]{0,2}[0-9]){15}"
_ONE: Final = (
    rf"(?:({_ANY_NAME})\b\W*|(?:no|nomor)\b\W*)?({_DIGITS})(?:\s*\(\W*({_ANY_NAME})\W*\))?\W*"
)
"""A number, perhaps with its name before it or in brackets behind it."""
_LONGEST: Final = 100


def personal_number_of(  # noqa: PLR0911 - one return for each kind of cell
    value_class: type[N], cell: Cell
) -> N | WithWarning | Issue:
    """Return a NIK or a KK number. A numeric cell has lost the last of the 16 digits."""
    noun = value_class.__name__.lower()
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return Issue(f"{noun}.numeric_cell" if cell else f"{noun}.placeholder")
    text = text_of(cell)
    if isinstance(text, Issue):
        return text
    number = parse_or_issue(value_class, text)
    if text.isdigit() or not isinstance(number, Issue):
        return number
    if re.fullmatch(SCIENTIFIC, text, re.IGNORECASE | re.ASCII):
        return Issue(f"{noun}.scientific")
    if re.fullmatch(_LONG_DECIMAL, text, re.ASCII):
        return Issue(f"{noun}.numeric_cell")
    if says_no_number(text) or (value_class is not NIK and not has_digit(text)):
        return Issue(NO_NUMBER, severity=Severity.WARNING)
    is_text = number.code in {f"{noun}.format", f"{noun}.length"} and len(text) <= _LONGEST
    return (_number_in(value_class, text) if is_text else None) or number


def _number_in(value_class: type[N], text: str) -> N | WithWarning | Issue | None:
    """Return the number behind its name, or the one of two numbers that is meant.

    Of two numbers it is the one with its name, else the first that is valid.
    """
    name = next(name for known, name in _NAMES.items() if issubclass(value_class, known))
    found = re.fullmatch(rf"\W*{_ONE}(?:(?<=\W)\W*{_ONE})?", text, re.IGNORECASE | re.ASCII)
    if found is None:
        return None
    numbers = [(found[1] or found[3] or "", found[2])]
    numbers += [(found[4] or found[6] or "", found[5])] if found[5] else []
    own = [digits for label, digits in numbers if re.fullmatch(name, label, re.IGNORECASE)]
    meant = own or [digits for label, digits in numbers if not label]
    values = [parse_or_issue(value_class, digits) for digits in meant]
    number = next((one for one in values if not isinstance(one, Issue)), next(iter(values), None))
    if number is None or isinstance(number, Issue) or len(numbers) == 1:
        return number
    code = f"{value_class.__name__.lower()}.several"
    return WithWarning(number, Issue(code, severity=Severity.WARNING))
