"""Detection of NIK, KK and telephone numbers in free text.

Digits of any script count, with up to three other characters or spaces between two of them. Numbers
of another kind are not hidden: dates, times, years, amounts in rupiah, numbers of decrees and
letters, region codes, coordinates. Sixteen digits that can be a NIK are always hidden.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from operator import itemgetter
from typing import Final, NamedTuple

HIDDEN: Final = "***"
_MIN_DIGITS: Final = 8
"""The least number of digits of a personal number."""
_LENGTH: Final = 16
_GROUP: Final = re.compile("[0-9]+")
_RUN: Final = r"[0-9]+(?:[\W_]{1,3}[0-9]+)*"

_DAY, _MONTH = "(?:0?[1-9]|[12][0-9]|3[01])", "(?:0?[1-9]|1[0-2])"
_YEAR: Final = "(?:19|20)[0-9]{2}"
_HOUR = "(?:[01]?[0-9]|2[0-4])[.:][0-5][0-9](?:[.:][0-5][0-9])?"
_DASH = r" ?[-\u2010-\u2015/] ?"
_AMOUNT = r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,6}(?:,[0-9]{1,2})?"
_NOT_TELEPHONE = (
    r"(?!08[0-9]|0[./-]8|08(?:[./-][0-9]{2}){4}|6[./-]?2[./-]?8"
    r"|8[0-9]{2}[.-][0-9]{3,4}[.-][0-9]{3,4}(?!/))"
)
_NUMBER = rf"{_NOT_TELEPHONE}[0-9]{{1,4}}(?:[.-][0-9]{{1,3}}){{0,6}}(?:/[0-9]{{1,6}}){{1,6}}"
_GROUPED = r"[1-9][0-9]{0,2}(?:,[0-9]{3}){1,6}(?:\.[0-9]{1,2})?|[1-9][0-9]{0,2}(?: [0-9]{3}){2,4}"
_RUPIAH = rf"{_AMOUNT}(?:,-)?(?:{_DASH}{_AMOUNT})?|{_GROUPED}|[1-9][0-9]{{0,12}}"
"""An amount without dots has at most 13 digits, so it is never a NIK."""
_REST_OF_NIP = rf"[\W_]{{1,3}}{_YEAR}(?:0[1-9]|1[0-2])[\W_]{{1,3}}[12][\W_]"
"""The rest of the number of a civil servant (NIP), after the birth date."""
_IS_WHOLE = r"(?<![0-9][\W_])(?<![0-9][\W_]{2})(?<![0-9][\W_]{3})"
_ENDS = r"(?![\W_]{1,3}[0-9])"
_CODE = r"[1-9][0-9](?:\.[0-9]{2}){1,2}(?:\.[0-9]{4})?"
_WITH_SIGNS = rf"{_NOT_TELEPHONE}[0-9]{{1,4}}(?:[./-][0-9]{{1,6}}){{1,6}}"
_MONTHS = "jan|feb|peb|mar|apr|mei|jun|jul|agu|agt|sep|okt|nov|nop|des"
_VILLAGE = r"[1-9][0-9](?:\.[0-9]{2}){2}\.[12][0-9]{3}"
_CALENDAR: Final = (
    rf"{_DAY}([-/. ]){_MONTH}\1{_YEAR}",
    rf"{_YEAR}([-/.]){_MONTH}\1{_DAY}",
    rf"{_HOUR}(?:{_DASH}{_HOUR})?",
    rf"{_YEAR}(?:(?:{_DASH}|, ?| ){_YEAR})+",
    rf"{_VILLAGE}(?:, ?{_VILLAGE})+",
)
"""Dates, times, several years, and several village codes (twenty digits or more)."""
_OTHERS: Final = (
    rf"{_YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?!{_REST_OF_NIP})",
    rf"(?:0[1-9]|[12][0-9]|3[01])(?:0[1-9]|1[0-2]){_YEAR}",
    r"[1-9][0-9](?:\.[0-9]{2}){1,2}\.[12][0-9]{3}",
    rf"{_NUMBER}(?=/[A-Za-z])|{_NUMBER}(?<=/{_YEAR})",
    rf"(?!62\.8){_AMOUNT}",
    r"[0-9]{1,3}[.,][0-9]{4,}, ?-?[0-9]{1,3}[.,][0-9]{4,}",
    rf"{_IS_WHOLE}(?!62\.8){_CODE}(?:, ?{_CODE})+{_ENDS}",
)
"""Dates without separators, village codes, numbers of decrees and letters, amounts, coordinates,
lists of codes."""
_MARKED: Final = (
    ("(?:rp|idr)[ .:]{0,3}", _RUPIAH, True),
    (rf"(?:(?:{_MONTHS})[a-z]{{0,6}}|tahun|thn)[ .]{{1,2}}", _YEAR, True),
    ("(?:rt|rw)[ .:/]{0,3}", "[0-9]{1,3}(?:[ /-]{1,3}[0-9]{1,3})?", False),
    ("(?:kode|wilayah|desa|kelurahan)[ .:]{1,3}", "[1-9][0-9]{5}[123][0-9]{3}", False),
    ("(?:lat|lon|long|lng|lintang|bujur)[ .:=]{1,3}-?", "[0-9]{1,3}[.,][0-9]{4,}", False),
    ("(?:nomor|no|sk)[ .:]{1,3}", _WITH_SIGNS, False),
    ("http/", r"[123]\.[01]\" [1-5][0-9]{2} [0-9]{1,7}", True),
)
"""(word before the number, pattern of the number, whether it is as certain as a date)"""
_LIST: Final = re.compile("(?<![0-9], )(?<![0-9],)[0-9]{1,3}(?:, ?[0-9]{1,3}){2,60}(?!,? ?[0-9])")
_LETTERS_AS_DIGITS: Final = re.compile("(?<=[0-9])[OoIl]{1,4}(?=[0-9])")
"""Letters typed instead of digits, between digits."""
_DIGIT_OF: Final = str.maketrans("OoIl", "0011")
_BLANKS: Final = "\u115f\u1160\u3164\uffa0"
"""Invisible letters."""
_TELEPHONE: Final = "(?:0|62|8)[0-9]*"


class _Plain(NamedTuple):
    """A text in plain characters, with the position of each in the original text."""

    text: str
    starts: list[int]
    ends: list[int]


def hide_numbers(text: str) -> str:
    """Return the text with ``***`` in position of each number that may be a personal number.

    >>> from psm_core.privacy import hide_numbers
    >>> hide_numbers("NIK 9901 0141 0890 0001, lahir 1-8-1990, telp. 0800-0000-123")
    'NIK ***, lahir 1-8-1990, telp. ***'
    >>> hide_numbers("SK 400.9.1/1234/2019, Rp 1.500.000.000,00, periode 2019-2024")
    'SK 400.9.1/1234/2019, Rp 1.500.000.000,00, periode 2019-2024'
    """
    plain = _plain(text)
    parts: list[str] = []
    done = 0
    for run in re.finditer(_RUN, plain.text):
        for first, last in _hidden(plain.text, run.start(), run.end()):
            parts += text[done : plain.starts[first]], HIDDEN
            done = plain.ends[last - 1]
    return "".join([*parts, text[done:]]) if parts else text


def _plain(text: str) -> _Plain:
    """Return a text with ASCII digits and without invisible characters."""
    if text.isascii():
        positions = list(range(len(text) + 1))
        return _Plain(_with_digits(text), positions, positions[1:])
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for position, letter in enumerate(text):
        for one in letter if letter.isascii() else unicodedata.normalize("NFKC", letter):
            if unicodedata.category(one) in {"Cf", "Me", "Mn"} or one in _BLANKS:
                # A combining mark belongs to the character before it.
                ends[-1:] = [position + 1] if ends else []
                continue
            parts.append(_digit(one))
            starts.append(position)
            ends.append(position + 1)
    return _Plain(_with_digits("".join(parts)), starts, ends)


def _digit(letter: str) -> str:
    """Return the ASCII digit for a digit of any script, or the character unchanged."""
    number = unicodedata.numeric(letter, -1)
    return str(int(number)) if number in range(10) else letter


def _with_digits(text: str) -> str:
    return _LETTERS_AS_DIGITS.sub(lambda found: found[0].translate(_DIGIT_OF), text)


def _hidden(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans to hide in a run of digits."""
    groups = [found.span() for found in _GROUP.finditer(text, start, end)]
    kinds = _kinds(text, groups)
    hides = [False] * len(groups)
    for first, last in _equal_runs([kind is not None for kind in kinds]):
        digits = sum(groups[at][1] - groups[at][0] for at in range(first, last))
        if kinds[first] is None and digits >= _MIN_DIGITS:
            hides[first:last] = [True] * (last - first)
    for first, last in (*_niks(text, groups, kinds), *_telephones(text, groups, kinds)):
        hides[first:last] = [True] * (last - first)
    for first, last in _equal_runs(list(hides)):
        if hides[first]:
            begin = _beginning(text, groups, kinds, first, last)
            hides[begin:first] = [True] * (first - begin)
    for first, last in _equal_runs(hides):
        if hides[first]:
            yield groups[first][0], groups[last - 1][1]


def _beginning(
    text: str, groups: list[tuple[int, int]], kinds: list[bool | None], first: int, last: int
) -> int:
    """Return the start of a hidden number. Its first part may look like the number of a letter."""
    begin = first
    while begin and kinds[begin - 1] is False and not _has_blank(text, groups, begin):
        begin -= 1
    digits = "".join(text[slice(*group)] for group in groups[begin:last])
    is_telephone = len(digits) < _LENGTH and re.match("0|62", digits) is not None
    return begin if is_telephone else first


def _has_blank(text: str, groups: list[tuple[int, int]], at: int) -> bool:
    """Return whether there is a space before a group of digits."""
    return any(map(str.isspace, text[groups[at - 1][1] : groups[at][0]]))


def _equal_runs(values: list[bool]) -> Iterator[tuple[int, int]]:
    """Yield the bounds of each run of equal values in a list."""
    first = 0
    for at in range(1, len(values) + 1):
        if at == len(values) or values[at] != values[first]:
            yield first, at
            first = at


@cache
def _forms() -> tuple[tuple[re.Pattern[str], re.Pattern[str] | None, bool], ...]:
    """Return the patterns of numbers that are not personal: number, word before it, certainty."""

    def alone(form: str) -> re.Pattern[str]:
        return re.compile(rf"(?<![0-9][-./:])(?:{form})(?![-./:]?[0-9])")

    return (
        *((alone(form), None, True) for form in _CALENDAR),
        *((alone(form), None, False) for form in _OTHERS),
        *((alone(form), re.compile(rf"(?i:\b{word}$)"), kind) for word, form, kind in _MARKED),
    )


def _kinds(text: str, groups: list[tuple[int, int]]) -> list[bool | None]:
    """Return the kind of number that each group of digits belongs to.

    True: a date, time, year or amount in rupiah. False: another number that is not personal. None:
    a number that may be personal.
    """
    kinds: list[bool | None] = [None] * len(groups)
    ends = {last: at for at, (_, last) in enumerate(groups)}
    at = 0
    while at < len(groups):
        found = [(ends[end], kind) for end, kind in _ends(text, groups[at][0]) if end in ends]
        last, kind = max(found, default=(at, None), key=itemgetter(0))
        kinds[at : last + 1] = [kind] * (last + 1 - at)
        at = last + 1
    return kinds


def _ends(text: str, start: int) -> Iterator[tuple[int, bool]]:
    """Yield end and kind of each number that is not personal and starts here."""
    before = text[max(0, start - 16) : start]
    for form, word, kind in _forms():
        match = form.match(text, start)
        if match is not None and (word is None or word.search(before)):
            yield match.end(), kind
    numbers = _LIST.match(text, start)
    if numbers is not None:
        parts = [int(one) for one in numbers[0].split(",")]
        if all(one < following for one, following in pairwise(parts)):
            yield numbers.end(), False


def _niks(
    text: str, groups: list[tuple[int, int]], kinds: list[bool | None]
) -> Iterator[tuple[int, int]]:
    """Yield the groups whose digits together can be a NIK or a KK number."""
    for first in range(len(groups)):
        digits = ""
        for last in range(first, len(groups)):
            digits += text[slice(*groups[last])]
            if len(digits) >= _LENGTH:
                is_calendar = all(kinds[first : last + 1])
                if len(digits) == _LENGTH and _may_be_nik(digits) and not is_calendar:
                    yield first, last + 1
                break


def _may_be_nik(digits: str) -> bool:
    day, month = int(digits[6:8]) % 40, int(digits[8:10])
    return digits[0] != "0" and 1 <= day <= 31 and 1 <= month <= 12  # noqa: PLR2004 - a calendar


def _telephones(
    text: str, groups: list[tuple[int, int]], kinds: list[bool | None]
) -> Iterator[tuple[int, int]]:
    """Yield the groups of each telephone number, even if later groups look like years."""
    for first, (start, end) in enumerate(groups):
        if kinds[first] is not None or not re.fullmatch(_TELEPHONE, text[start:end]):
            continue
        digits, last = end - start, first + 1
        while last < len(groups) and digits < _LENGTH - 1:
            is_year = re.fullmatch(_YEAR, text[slice(*groups[last])])
            if kinds[last] is not None and not is_year:
                break
            digits += groups[last][1] - groups[last][0]
            last += 1
        if digits >= _MIN_DIGITS:
            yield first, last
