"""What the world does to values before they reach a program: texts as files hold them."""

from collections.abc import Callable
from datetime import date

from hypothesis import strategies as st

from ._strategies import niks, phones

Spoil = Callable[[str], str]


def dirty_niks() -> st.SearchStrategy[str]:
    """Draw NIKs as files hold them: sound ones with marks around them, and spoilt ones.

    >>> from hypothesis import find
    >>> find(dirty_niks(), lambda text: "E+15" in text)[-4:]
    'E+15'
    """
    spoilt: list[Spoil] = [
        str,
        lambda digits: f"'{digits}",
        lambda digits: f" {digits}\u00a0",
        lambda digits: " ".join(digits[at : at + 4] for at in range(0, 16, 4)),
        lambda digits: f"{digits[0]},{digits[1:6]}E+15",
        lambda digits: f"{digits[:15]}0",
        lambda digits: digits[:15],
        lambda digits: digits.replace("0", "O"),
        lambda _: "0" * 16,
        lambda _: "-",
    ]
    return _spoilt(niks().map(lambda nik: nik.digits), spoilt)


def dirty_phones() -> st.SearchStrategy[str]:
    """Draw telephone numbers as files hold them, with and without what a spreadsheet took."""
    spoilt: list[Spoil] = [
        str,
        lambda number: f"0{number[3:]}",
        lambda number: f"0{number[3:6]}-{number[6:]}",
        lambda number: number[3:],
        lambda number: number[1:],
        lambda _: "tidak ada",
    ]
    return _spoilt(phones().map(lambda phone: phone.e164), spoilt)


def dirty_dates() -> st.SearchStrategy[str]:
    """Draw dates as files hold them: day first, month first, as a bare number, without a part."""
    days = st.dates(date(1930, 1, 1), date(2030, 12, 31))
    written: list[Callable[[date], str]] = [
        lambda day: day.isoformat(),
        lambda day: f"{day:%d-%m-%Y}",
        lambda day: f"{day:%d/%m/%Y}",
        lambda day: f"{day:%m/%d/%Y}",
        lambda day: f"{day:%d-%m-%y}",
        lambda day: f"{day.year}",
        lambda day: str((day - date(1899, 12, 30)).days),
    ]
    return st.tuples(st.sampled_from(written), days).map(lambda drawn: drawn[0](drawn[1]))


def _spoilt(texts: st.SearchStrategy[str], ways: list[Spoil]) -> st.SearchStrategy[str]:
    return st.tuples(st.sampled_from(ways), texts).map(lambda drawn: drawn[0](drawn[1]))
