"""What the world does to values before they reach a program: texts as files hold them."""

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from hypothesis import strategies as st

from .._core.field_types import FieldType, IntegerType, TermType, unwrap
from ..tables import Column, Layout
from ..tables.layout import field_type_at, steps_of
from ..values.dates import Quarter
from ..values.kk import KK
from ..values.nik import NIK
from ..values.phone import PhoneNumber
from ..values.region_code import RegionCode
from .strategies import kks, niks, phones

Spoil = Callable[[str], str]


def dirty_niks() -> st.SearchStrategy[str]:
    """Draw NIKs as files hold them: sound ones with marks around them, and spoilt ones.

    >>> from hypothesis import find
    >>> find(dirty_niks(), lambda text: "E+15" in text)[-4:]
    'E+15'
    """
    return _spoilt(niks().map(lambda nik: nik.unmasked), _LONG_NUMBERS)


_LONG_NUMBERS: Final[list[Spoil]] = [
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


def dirty_phones() -> st.SearchStrategy[str]:
    """Draw telephone numbers as files hold them, with and without what a spreadsheet took.

    >>> from hypothesis import find
    >>> from psm_core.testing import dirty_phones
    >>> find(dirty_phones(), lambda text: "-" in text)
    '0800-0000000'
    """
    spoilt: list[Spoil] = [
        str,
        lambda number: f"0{number[3:]}",
        lambda number: f"0{number[3:6]}-{number[6:]}",
        lambda number: number[3:],
        lambda number: number[1:],
        lambda _: "tidak ada",
    ]
    return _spoilt(phones().map(lambda phone: phone.unmasked), spoilt)


def dirty_dates() -> st.SearchStrategy[str]:
    """Draw dates as files hold them: day first, month first, as a bare number, without a part.

    >>> from hypothesis import find
    >>> from psm_core.testing import dirty_dates
    >>> find(dirty_dates(), lambda text: len(text) == 4)
    '2000'
    """
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


def dirty_names() -> st.SearchStrategy[str]:
    """Draw names of invented people as files hold them: shouted, with titles, with stray blanks.

    >>> from hypothesis import find
    >>> find(dirty_names(), str.isupper)
    'CONTOH'
    """
    names = st.sampled_from(["Contoh", "Contoh Kedua", "Ni Contoh", "M. Contoh", "Contoh Ma'ruf"])
    spoilt: list[Spoil] = [
        str,
        str.upper,
        str.lower,
        str.swapcase,
        lambda name: f"  {name.replace(' ', '  ')} ",
        lambda name: f"H. {name}, S.Sos",
        lambda name: f"{name}\u200b",
        lambda name: f"Alm. {name}",
        lambda name: f"{name} / {name}",
        lambda _: "-",
    ]
    return _spoilt(names, spoilt)


def dirty_regions() -> st.SearchStrategy[str]:
    """Draw places as files hold them: codes with and without dots or zeros, old codes, names.

    >>> from hypothesis import find
    >>> find(dirty_regions(), lambda text: text.startswith("KEC"))
    'KEC. ANGSANA'
    """
    return st.sampled_from(
        [
            *("63.10.09.2005", "6310092005", "63.10.09.2005 ", "63-10-09-2005", "63.1"),
            *("91.01", "9401", "54.01", "14.01", "63.10.99.9999", "63"),
            *("KEC. ANGSANA", "Kec Angsana", "angsana", "Kabupaten Tanah Bumbu", "KAB TANAH BUMBU"),
            *("Kota Banjar Baru", "Ds. Sumber Baru", "Angsana (Kec.)", "Tanah Bumbu/Angsana", "-"),
        ]
    )


def dirty_rows(layout: Layout[Any], /) -> st.SearchStrategy[dict[str, str]]:
    """Draw rows of a file of a layout, heading → cell, in which people and programs left traces.

    Some rows are sound; in the others numbers are cut, days and months swapped, codes out of
    date, words misspelt, cells blank.

    >>> from hypothesis import find
    >>> from psm_core.tables import LAYOUTS
    >>> find(dirty_rows(LAYOUTS[-1]), lambda row: row["Barang"] == "Contoh")["Jumlah (Rp)"]
    ''
    """
    return st.fixed_dictionaries(
        {column.headings[0]: _cells(layout, column) for column in layout.columns}
    )


_BY_KIND: Final[dict[type, Callable[[], st.SearchStrategy[str]]]] = {
    NIK: dirty_niks,
    KK: lambda: _spoilt(kks().map(lambda kk: kk.unmasked), _LONG_NUMBERS),
    PhoneNumber: dirty_phones,
    RegionCode: dirty_regions,
    Quarter: lambda: st.sampled_from(["2025-Q4", "TW IV 2025", "2025", "Q5 2025"]),
    date: dirty_dates,
}


def _cells(layout: Layout[Any], column: Column) -> st.SearchStrategy[str]:
    blank = st.sampled_from(["", " ", "-"])
    if column.path is None:
        return blank
    if column.level is not None:
        return blank | dirty_regions()
    field_type = unwrap(field_type_at(layout.kind, steps_of(column.path)))
    return blank | _by_shape(field_type)


def _by_shape(field_type: FieldType) -> st.SearchStrategy[str]:
    if isinstance(field_type, TermType):
        terms = st.sampled_from([term for one in field_type.vocabularies for term in one])
        spoilt: list[Spoil] = [str, str.upper, lambda word: word[:-1], lambda word: f" {word}."]
        words = terms.flatmap(lambda term: st.sampled_from([term.label, term.value, term.code]))
        return _spoilt(words, spoilt)
    if isinstance(field_type, IntegerType):
        return st.sampled_from(["1", "1.000.000", "Rp 1.000.000,-", "1,5", "satu", "-1", "1E+15"])
    return _BY_KIND.get(field_type.python_type, dirty_names)()


def _spoilt(texts: st.SearchStrategy[str], ways: list[Spoil]) -> st.SearchStrategy[str]:
    return st.tuples(st.sampled_from(ways), texts).map(lambda drawn: drawn[0](drawn[1]))
