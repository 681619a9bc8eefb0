"""Telephone numbers in cells, also beside words or other numbers."""

import re
from collections.abc import Iterator
from typing import Final

from ..._core.text import same_marks, without_invisible
from ..._core.text_value import parse_or_issue
from ...errors import Issue, Severity
from ...values.phone import PhoneNumber
from .absent_numbers import NO_NUMBER, has_digit, says_no_number
from .cell import LONGEST, Cell
from .text import SCIENTIFIC, number_text
from .warnings import WithWarning

_INTERNATIONAL: Final = r"628[0-9]{8,11}"
_ZERO_LOST: Final = r"8[0-9]{8,11}"
_BETWEEN: Final = r"[\s.-]"
"""What people write between the groups of a number."""
_RUN: Final = r"[+(]{0,2}[0-9](?:[ \t.()+-]{0,3}[0-9])*"
"""Digits in groups: a number, or several with nothing but blanks or a dash between them."""
_LABELS: Final = (
    r"\b(?:(?:no|nomor|nmr)\b[. ]*)?(?:hp|h\.p|wa|whats ?app?|telp?|telepon|telpon|tlp|ponsel|phone"
    r"|mobile|handphone|selular|seluler|rumah|kantor|aktif|no|nomor)\b"
)
"""Words that only say what kind of number it is."""
_NOT_ACTIVE: Final = r"\b(?:tidak|tdk|tak|non|belum|blm)\b"
_WITH_DECIMALS: Final = r"[0-9]+[.,][0-9]{1,3}"
_MAX_RUNS: Final = 10
_FLAGS: Final = re.IGNORECASE | re.ASCII


def phone_of(cell: Cell) -> PhoneNumber | WithWarning | Issue:
    """Return the telephone number of a cell, the first of several.

    A missing 0 before 8 is added with a warning: every mobile number of the country begins so.
    """
    text = number_text(cell)
    if isinstance(text, Issue):
        return text
    is_number = isinstance(cell, int | float)
    if not (text.isdigit() or is_number) and re.fullmatch(SCIENTIFIC, text, _FLAGS):
        return Issue("cell.digits_lost")
    number = parse_or_issue(PhoneNumber, text)
    # A number such as 628... never had the leading zero; another one has lost it.
    is_whole = not is_number or re.fullmatch(_INTERNATIONAL, text) is not None
    if is_whole and not isinstance(number, Issue):
        return number
    is_text = not is_number and re.fullmatch(_WITH_DECIMALS, text) is None
    found = _with_zero(text) or (_phone_in(text[:LONGEST]) if is_text else None)
    return found or _issue(text, number, is_number=is_number)


def _issue(text: str, number: PhoneNumber | Issue, *, is_number: bool) -> Issue:
    """Return why a cell has no number."""
    if is_number:
        return Issue("phone.numeric_cell")
    if says_no_number(text) or not has_digit(text):
        return Issue(NO_NUMBER, severity=Severity.WARNING)
    if isinstance(number, Issue) and number.code not in {"phone.format", "phone.masked"}:
        return number
    return Issue("phone.unreadable")


def _with_zero(text: str) -> WithWarning | None:
    """Return a mobile number whose leading 0 is missing."""
    digits = re.sub(_BETWEEN, "", text)
    if re.fullmatch(_ZERO_LOST, digits, re.ASCII) is None:
        return None
    number = parse_or_issue(PhoneNumber, f"0{digits}")
    return WithWarning(number, Issue("phone.zero_lost", severity=Severity.WARNING))


def _phone_in(text: str) -> PhoneNumber | WithWarning | None:
    """Return the first number in a text, with a warning about what else it says, or None."""
    plain = same_marks(without_invisible(text))
    runs = re.findall(_RUN, plain)[:_MAX_RUNS]
    found = [one for run in runs for one in _numbers(run)]
    first = next((one for one in found if one is not None), None)
    if first is None:
        return None
    if any(one != first for one in found):
        return WithWarning(first, Issue("phone.several", severity=Severity.WARNING))
    words = re.sub(_RUN, " ", plain).casefold()
    rest = words if re.search(_NOT_ACTIVE, words) else re.sub(_LABELS, " ", words)
    if any(map(str.isalpha, rest)):
        return WithWarning(first, Issue("phone.words_unread", severity=Severity.WARNING))
    return first


def _numbers(run: str) -> Iterator[PhoneNumber | None]:
    """Yield the numbers in some digits; None for digits that are none."""
    whole = _number(run)
    signs = re.finditer(r"[ \t-]+", run) if whole is None else ()
    pairs = ((_number(run[: sign.start()]), _number(run[sign.end() :])) for sign in signs)
    yield from next((pair for pair in pairs if None not in pair), (whole,))


def _number(digits: str) -> PhoneNumber | None:
    """Return a number as people write it, with its leading 0 or its country code."""
    plain = digits.strip(" \t.-")
    if re.fullmatch(_ZERO_LOST, re.sub(_BETWEEN, "", plain), re.ASCII):
        plain = f"0{plain}"
    number = parse_or_issue(PhoneNumber, plain)
    return None if isinstance(number, Issue) else number
