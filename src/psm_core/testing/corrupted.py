"""Strategies for damaged texts, as real files contain them."""

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from .._core.field_paths import field_type_at, steps_of
from .._core.field_types import FieldType, InstanceUnionType, IntegerType, TermType, unwrap
from ..errors import MissingExtraError
from ..tables import Column, Layout
from ..values.dates import Quarter
from ..values.kk import KK
from ..values.nik import NIK
from ..values.phone import PhoneNumber
from ..values.region_code import RegionCode
from .strategies import kks, niks, phones

try:
    from hypothesis import strategies as st
except ImportError:
    raise MissingExtraError("testing") from None

Corruption = Callable[[str], str]
"""Changes a text as people and spreadsheets do; `str` leaves it unchanged."""


def dirty_niks() -> st.SearchStrategy[str]:
    """Draw NIKs as in real files: some valid with extra characters, some corrupted.

    >>> from hypothesis import find
    >>> find(dirty_niks(), lambda text: "E+15" in text)[-4:]
    'E+15'
    """
    return _corrupted(niks().map(lambda nik: nik.unmasked), _NUMBER_CORRUPTIONS)


_NUMBER_CORRUPTIONS: Final[list[Corruption]] = [
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
    """Draw telephone numbers as in real files; in some a spreadsheet has removed the leading zero.

    >>> from hypothesis import find
    >>> from psm_core.testing import dirty_phones
    >>> find(dirty_phones(), lambda text: "-" in text)
    '0800-0000000'
    """
    corruptions: list[Corruption] = [
        str,
        lambda number: f"0{number[3:]}",
        lambda number: f"0{number[3:6]}-{number[6:]}",
        lambda number: number[3:],
        lambda number: number[1:],
        lambda _: "tidak ada",
    ]
    return _corrupted(phones().map(lambda phone: phone.unmasked), corruptions)


def dirty_dates() -> st.SearchStrategy[str]:
    """Draw dates as in real files: day first, month first, as a serial number, or incomplete.

    >>> from hypothesis import find
    >>> from psm_core.testing import dirty_dates
    >>> find(dirty_dates(), lambda text: len(text) == 4)
    '2000'
    """
    days = st.dates(date(1930, 1, 1), date(2030, 12, 31))
    formats: list[Callable[[date], str]] = [
        lambda day: day.isoformat(),
        lambda day: f"{day:%d-%m-%Y}",
        lambda day: f"{day:%d/%m/%Y}",
        lambda day: f"{day:%m/%d/%Y}",
        lambda day: f"{day:%d-%m-%y}",
        lambda day: f"{day.year}",
        lambda day: str((day - date(1899, 12, 30)).days),
    ]
    return st.tuples(st.sampled_from(formats), days).map(lambda drawn: drawn[0](drawn[1]))


def dirty_names() -> st.SearchStrategy[str]:
    """Draw invented names as in real files: in capitals, with titles, with extra spaces.

    >>> from hypothesis import find
    >>> find(dirty_names(), str.isupper)
    'CONTOH'
    """
    names = st.sampled_from(["Contoh", "Contoh Kedua", "Ni Contoh", "M. Contoh", "Contoh Ma'ruf"])
    corruptions: list[Corruption] = [
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
    return _corrupted(names, corruptions)


def dirty_regions() -> st.SearchStrategy[str]:
    """Draw regions as in real files: codes with and without dots or zeros, old codes, names.

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
    """Draw rows of a file of a layout, as heading → cell, with realistic errors.

    Some rows are valid. In the others numbers are truncated, days and months swapped, codes
    retired, words misspelt, or cells blank.

    >>> from hypothesis import find
    >>> from psm_core.tables import LAYOUTS
    >>> (layout,) = (one for one in LAYOUTS if one.name == "kepesertaan")
    >>> find(dirty_rows(layout), lambda row: row["Barang"] == "Contoh")["Jumlah (Rp)"]
    ''
    """
    return st.fixed_dictionaries(
        {column.headings[0]: _cells(layout, column) for column in layout.columns}
    )


_STRATEGIES: Final[dict[type, Callable[[], st.SearchStrategy[str]]]] = {
    NIK: dirty_niks,
    KK: lambda: _corrupted(kks().map(lambda kk: kk.unmasked), _NUMBER_CORRUPTIONS),
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
    field_type = unwrap(field_type_at(layout.record_class, steps_of(column.path)))
    return blank | _texts_of(field_type)


_PARTIAL_DATES: Final = (
    *("1957", "08/1957", "Agustus 1957", "00-00-1957", "1957-00-00", "?-?-1957", "\u00b1 1957"),
    *(
        "01-07-1957 (perkiraan)",
        "lahir th. 1957",
        "\u00b1 60 tahun",
        "60 th",
        "60",
        "5 bulan",
        "57",
    ),
)


def _texts_of(field_type: FieldType) -> st.SearchStrategy[str]:
    if isinstance(field_type, InstanceUnionType):
        return dirty_dates() | st.sampled_from(_PARTIAL_DATES)
    if isinstance(field_type, TermType):
        terms = st.sampled_from([term for one in field_type.vocabularies for term in one])
        corruptions: list[Corruption] = [
            str,
            str.upper,
            lambda word: word[:-1],
            lambda word: f" {word}.",
        ]
        texts = terms.flatmap(lambda term: st.sampled_from([term.label, term.value, term.code]))
        return _corrupted(texts, corruptions)
    if isinstance(field_type, IntegerType):
        return st.sampled_from(["1", "1.000.000", "Rp 1.000.000,-", "1,5", "satu", "-1", "1E+15"])
    return _STRATEGIES.get(field_type.python_type, dirty_names)()


def _corrupted(
    texts: st.SearchStrategy[str], corruptions: list[Corruption]
) -> st.SearchStrategy[str]:
    return st.tuples(st.sampled_from(corruptions), texts).map(lambda drawn: drawn[0](drawn[1]))
