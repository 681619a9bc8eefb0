"""Cells with several values in them: a birth place and a date, RT and RW, a village and a district.

A splitter takes the text of one cell and returns a text for each part, or None for a part that is
not there. It raises `ParseError` for a text that it cannot split.
"""

import re
from typing import Final

from ...errors import Issue, ParseError, Severity, parse_error
from ...values.birth_date import parse_birth_date

_SIGNS: Final = r"\s,;:/|\u2010-\u2015-"
_DATE: Final = (
    r"(?:[0-9]{1,2}\s*[-/. ]\s*(?:[0-9]{1,2}|[a-z]{3,9}\.?)\s*[-/., ]\s*[0-9]{2,4}"
    r"|[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}(?:[ t]00:00(?::00)?)?)"
)
_DATE_BEHIND: Final = rf"(.*?)[{_SIGNS}(]*(?<![0-9])(?:\b(?:tgl|tanggal)\b\.?\s*)?({_DATE})[\s.)]*"
_DATE_BEFORE: Final = rf"({_DATE})[{_SIGNS}]+(?:di\s+)?(\D*)"
_PARTIAL: Final = rf"(.*?[^0-9{_SIGNS}])[{_SIGNS}]+([0-9]{{4,8}}|[0-9]{{1,2}}[-/. ]\S.*)"
_NUMBER_AND_YEAR: Final = r"[0-9]{1,2}\s+[0-9]{4}"
_AGES: Final = frozenset({"birth_date.age_bounds", "birth_date.age_undated"})
"""Issues of texts that are an age."""
_WEEKDAY: Final = r"[\s,]*\b(?:senin|selasa|rabu|kamis|jum.?at|sabtu|minggu|ahad)$"
_NUMBER: Final = r"[0-9]{1,4}"
_FLOAT: Final = r"[1-9][0-9]{0,3}\.[0-9]{1,2}"
_LABELLED: Final = rf"(?<![a-z])(rt|rw)[\s.:]*({_NUMBER}(?![0-9])|-+|(?=[\s/]|$))"
_LONG_NUMBER: Final = r"(?<![0-9])[0-9](?:[ .'-]{0,2}[0-9]){15}(?![0-9])"
_HAMLET_RT: Final = (
    rf"(?:(?:dusun|dsn|dukuh|lingkungan)\b[\s.:]*)?([^0-9]*?)"
    rf"(?:[{_SIGNS}]*(?:\bRT\b|\bRT(?=[0-9]))[\s.:]*({_NUMBER})|[{_SIGNS}]+({_NUMBER})|)\s*"
)
_DIGITS: Final = frozenset("0123456789")
_NIK_LENGTH: Final = 16
_BETWEEN_NUMBERS: Final = (
    r"[/\\|;,&(\n]|\s-\s|\b(?:dan|atau)\b|(?<=[0-9]{16})\s+(?=[0-9])"
    r"|(?<=[0-9])\W+(?=(?:no\.?\s*)?(?:n?kk|nik)\b)"
)
LONGEST: Final = 200
"""How many characters of a cell are looked at; a longer one is not split."""

Parts = tuple[str | None, ...]


def birth(text: str) -> Parts:
    """Return place and date of a cell such as ``Batulicin, 17-08-1990``.

    >>> birth("Batulicin 1 Januari 1980"), birth("Batulicin")
    (('Batulicin', '1 Januari 1980'), ('Batulicin', None))
    """
    whole = _dated(text)
    if whole is not None:
        return whole
    partly = _partly_dated(text)
    if partly is not None:
        return partly
    head, sign, tail = _cut_last(text)
    if sign and (re.search(r"[0-9]", tail) or not re.search(r"\w", tail)):
        return _stripped(head), tail.strip() or None
    part = re.fullmatch(_PARTIAL, text)
    if part is not None:
        return part[1], part[2]
    return (None, text) if re.fullmatch(r"[0-9\W]*[0-9][0-9\W]*", text) else (text, None)


def dated_place(text: str) -> Parts:
    """Return place and date of a cell of a column for places; most have no date.

    >>> dated_place("Angsana, 18 Oktober 1965"), dated_place("SP 3")
    (('Angsana', '18 Oktober 1965'), ('SP 3', ''))
    """
    return _dated(text) or (text, "")


def _dated(text: str) -> Parts | None:
    """Return place and date when a full date ends the text, or begins it."""
    if _DIGITS.isdisjoint(text):
        return None
    found = re.fullmatch(_DATE_BEHIND, text, re.IGNORECASE | re.DOTALL)
    if found is not None:
        place = re.sub(_WEEKDAY, "", found[1], flags=re.IGNORECASE)
        if re.search(_DATE, place, re.IGNORECASE):
            raise parse_error("cell.parts")  # two dates, and it is unknown which is meant
        return _stripped(place) or ("-" if re.match(r"\W*-", text) else None), found[2]
    first = re.fullmatch(_DATE_BEFORE, text, re.IGNORECASE)
    return None if first is None else (_stripped(first[2]), first[1])


def _partly_dated(text: str) -> Parts | None:
    """Return place and date when a date known in part, or an age, ends the text."""
    if not re.search(r"[0-9]", text):
        return None
    for start in (0, *(found.end() for found in re.finditer(r"[\s,;/|]+", text))):
        tail = text[start:]
        if _is_partial(tail):
            return _stripped(text[:start]), tail
    return None


def _is_partial(text: str) -> bool:
    """Return whether a text is a birth date or an age; a number and a year can be of a place."""
    if re.match(_NUMBER_AND_YEAR, text):
        return False
    try:
        parse_birth_date(text)
    except ParseError as error:
        return error.code in _AGES
    return True


def _cut_last(text: str) -> tuple[str, str, str]:
    """Cut a text at its last comma, semicolon or stroke."""
    at = max(map(text.rfind, ",;/|"))
    return (text, "", "") if at < 0 else (text[:at], text[at], text[at + 1 :])


def _stripped(text: str) -> str | None:
    """Return a text without the signs around it, a dash that says nothing, or None."""
    plain = re.sub(rf"^[{_SIGNS}]+|[{_SIGNS}]+$", "", text)
    return plain or ("-" if "-" in text else None)


def rt_rw(text: str) -> Parts:
    """Return RT and RW of a cell such as ``001/002`` or ``RT 1 RW 2``.

    >>> rt_rw("RT.01/RW.02"), rt_rw("1-2"), rt_rw("RT 005")
    (('01', '02'), ('1', '2'), ('005', None))

    Raises:
        ParseError: ``cell.parts``.

    """
    plain = re.sub(r"^rt\W*rw\W*", "", text.casefold().strip())
    labelled = re.findall(_LABELLED, plain)
    rest = re.sub(_LABELLED, "", plain)
    found = dict(labelled)
    if found and len(found) == len(labelled):
        if re.fullmatch(r"\W*", rest):
            return _digits(found.get("rt")), _digits(found.get("rw"))
        second = re.fullmatch(rf"\W*({_NUMBER})\W*", rest)
        if second is not None and list(found) == ["rt"] and found["rt"]:
            return _digits(found["rt"]), _digits(second[1])
        raise parse_error("cell.parts")
    if re.fullmatch(_FLOAT, plain) and str(float(plain)) == plain:
        whole, _, decimals = plain.partition(".")  # a zero at the end may be lost
        if decimals != "0":
            raise parse_error("cell.parts")
        return _digits(whole), None
    pair = re.fullmatch(rf"({_NUMBER}|-+)?\s*[/\\]\s*({_NUMBER}|-+)?", plain)
    pair = pair or re.fullmatch(rf"({_NUMBER})(?:\s*[-.,|:;]\s*|\s+)({_NUMBER})", plain)
    if pair is not None:
        return _digits(pair[1]), _digits(pair[2])
    if re.fullmatch(_NUMBER, plain):
        return _digits(plain), None
    raise parse_error("cell.parts")


def _digits(text: str | None) -> str | None:
    """Return a number as it is written, ``0`` for one of zeros alone, or None."""
    if not text:
        return None
    return text if text.strip("0") else "0"


def rw_rt(text: str) -> Parts:
    """Return RW and RT of a cell in which RW is written first.

    >>> rw_rt("002/001")
    ('002', '001')
    """
    if re.search(r"rt|rw", text, re.IGNORECASE):
        return rt_rw(text)[::-1]
    return rt_rw(text)


def hamlet_rt(text: str) -> Parts:
    """Return hamlet and RT of a cell such as ``Mawar / 001`` or ``Dusun Mawar RT 01``.

    >>> hamlet_rt("Mawar/001"), hamlet_rt("Dsn. Mawar RT.01"), hamlet_rt("Mawar")
    (('Mawar', '001'), ('Mawar', '01'), ('Mawar', None))

    Raises:
        ParseError: ``cell.parts``.

    """
    found = re.fullmatch(_HAMLET_RT, text, re.IGNORECASE | re.DOTALL)
    if found is None:
        raise parse_error("cell.parts")
    return _stripped(found[1]), found[2] or found[3]


def two(text: str) -> Parts:
    """Return the two parts of a cell with a stroke, a comma or a dash between them.

    >>> two("Angsana / Angsana"), two("Angsana")
    (('Angsana', 'Angsana'), ('Angsana', None))

    Raises:
        ParseError: ``cell.parts``.

    """
    for sign in (r"[/\\|;\n]", ",", r"\s[\u2010-\u2015-]\s"):
        parts = [part.strip() for part in re.split(sign, text)]
        if len(parts) == len("ab"):
            return parts[0] or None, parts[1] or None
        if len(parts) > 1:
            raise parse_error("cell.parts")
    return text, None


def name_and_number(text: str) -> Parts:
    """Return the name and the number of 16 digits of a cell.

    >>> name_and_number("Contoh / 9901014108900001")
    ('Contoh', '9901014108900001')

    Raises:
        ParseError: ``cell.parts``.

    """
    found = re.search(_LONG_NUMBER, text)
    rest = text if found is None else f"{text[: found.start()]}\n{text[found.end() :]}"
    if re.search(r"[0-9]", rest):
        raise parse_error("cell.parts")
    name = re.sub(r"\bNIK\b", "", rest, flags=re.IGNORECASE).strip(" \t\n,;:/|()-.")
    return " ".join(name.split()) or None, found and found[0]


def nik_and_kk(text: str) -> Parts:
    """Return the NIK and the KK number of a cell with both, the NIK first unless it says so.

    >>> nik_and_kk("9901014108900001 / 9901010103150001")
    ('9901014108900001', '9901010103150001')
    >>> nik_and_kk("KK 9901010103150001")
    ('', 'KK 9901010103150001')

    Raises:
        ParseError: ``cell.number_unclear``.

    """
    return _two_numbers(text, nik_first=True)


def kk_and_nik(text: str) -> Parts:
    """Return the KK number and the NIK of a cell with both, the KK number first.

    >>> kk_and_nik("9901010103150001 / 9901014108900001")
    ('9901010103150001', '9901014108900001')

    Raises:
        ParseError: ``cell.number_unclear``.

    """
    return _two_numbers(text, nik_first=False)[::-1]


def _two_numbers(text: str, *, nik_first: bool) -> Parts:
    """Return the NIK and the KK number of a cell; a number alone is one of them."""
    split = re.split(_BETWEEN_NUMBERS, text, flags=re.IGNORECASE)
    parts = [part.strip(" \t)") for part in split]
    parts = [part for part in parts if part]
    names = [_name_of(part) for part in parts]
    if len(parts) == 1 and names[0] is not None:
        return (parts[0], "") if names[0] == "nik" else ("", parts[0])
    if len(parts) == 1 and not _DIGITS.isdisjoint(text):
        raise ParseError(Issue("cell.number_unclear", severity=Severity.WARNING))
    if len(parts) != len("ab"):
        return (text, "") if nik_first else ("", text)
    is_swapped = names in (["kk", "nik"], ["kk", None], [None, "nik"])
    is_given = any(names)
    first, second = parts
    if is_swapped or not (is_given or nik_first):
        first, second = second, first
    return first, second


def _name_of(text: str) -> str | None:
    """Return which number a text is: by its name, or by the day of birth of a woman."""
    found = re.search(r"(?<![a-z])(nik|n?kk)(?![a-z])", text.casefold())
    if found is not None:
        return "nik" if found[1] == "nik" else "kk"
    digits = re.sub(r"[^0-9]", "", text)
    return "nik" if len(digits) == _NIK_LENGTH and digits[6] in "4567" else None
