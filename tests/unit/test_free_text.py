"""Personal numbers in free text are hidden, and other numbers are not."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psm_core.privacy.free_text import hide_numbers

HONEST = (
    '"GET /petugas/ HTTP/1.1" 200 4185',
    "Periode 2019-2024, 2019/2020 dan 2021\u20132025",
    "17-08-1945, 2025-10-10, 17/08/1945, 17.08.1945, 1 8 1990",
    "10 s.d. 12 Oktober 2025; 10-12 Oktober 2025, tahun 2025, 12 kegiatan",
    "12-10-2025 - 14-10-2025",
    "Rp 1.500.000.000,00; Rp1.500.000,- ; Rp. 15000000000 ; 1.500.000.000 rupiah",
    "SK 400.9.1/1234/2019; 188.44/0123/KUM/2020; Nomor 12 Tahun 2025; No. 400.10/12345",
    "033/12345/2019 dan 470/123/DS-ANG/2024",
    "63.10.09.2005 dan 63.10.09",
    "RT 003 RW 001, 72275; RT 003/001, 72275; RT.003/RW.001",
    "225 peserta dari 13 kabupaten/kota, 99,5%",
    "-3.763812, 115.648123",
    "pukul 08.00-16.00 WITA, 2025-10-10 09:00:00",
    "2019, 2020, 2021, 2022, 2023",
    "RT 01, 02, 03, 04, 05 dan RW 1, 2, 3, 4, 5, 6, 7, 8, 9",
    "berkas 20251010 dan 17081945; kode wilayah 6310092005",
    "Rp 1.500.000-2.000.000; Rp 1.500.000,- - Rp 2.000.000,-; IDR 1,500,000.00; Rp 1 500 000 000",
    "63.10.09.2005, 63.10.09.2006",
    "misalnya 63.10, 63.10.09 atau 63.10.09.2005",
    "kode desa 6310092005",
    "lat -3.456789 long 115.123456",
    "No. 12, 13, 14, 15, 16; nilai 1, 2, 3, 4, 5, 6, 7, 8, 9, 10",
    "SK No. 800/123/2019; No. 821.29/123/2019; No 08/123/2019",
    "tidak ada angka",
    "",
)
HIDDEN = (
    ("NIK 9901010108900001.", "NIK ***."),
    ("NIK:9901010108900001/2019", "NIK:***"),
    ("990101/010890/2001", "***"),
    ("9.901.010.108.900.001", "***"),
    ("63.10.09.1708.90.0001", "***"),
    ("63.10.09.1708 900001", "***"),
    (
        "\u0669\u0669\u0660\u0661\u0660\u0661\u0660\u0661\u0660\u0668\u0669\u0660\u0660\u0660\u0660\u0661",
        "***",
    ),
    ("9\u200b9010101089000\n01 x", "*** x"),
    ("HP 0812 2019 2020", "HP ***"),
    ("99O1O1O10890OOO1 itu", "*** itu"),
    ("990I0l0108900001", "***"),
    ("9\u3164901\uffa0010108900001", "***"),
    (
        "\u4e5d\u4e5d\u3007\u4e00\u3007\u4e00\u3007\u4e00\u3007\u516b\u4e5d\u3007\u3007\u3007\u3007\u4e00",
        "***",
    ),
    ("".join(f"{one}\ufe0f\u20e3" for one in "9901010108900001") + ".", "***."),
    ("tel 08, 12, 34, 5, 6, 78", "tel ***"),
    ("10102025 12102025", "***"),
    ("11, 12, 20, 21, 22, 23, 24, 25", "11, 12, 20, 21, 22, 23, 24, 25"),
    ("11, 12, 20, 21, 01, 23, 24, 25", "***"),
    ("\u200b0800 0000 123", "\u200b***"),
    ("+62 812.3456.789", "+***"),
    ("62.812.345.678", "***"),
    ("nomor 08/0;000000123 itu", "nomor *** itu"),
    ("No. 033/12345/2019, 0800 0000 123", "No. 033/12345/2019, ***"),
    ("0812/3456/2019", "***"),
    ("tel 08.12.34.56.78", "tel ***"),
    ("0800 0000 123, 17-08-1945", "***, 17-08-1945"),
    ("Rp 9901010108900001", "Rp ***"),
    ("NIP 19900801 201003 1 001", "NIP ***"),
    ("NIP. 19900801.201003.2.001", "NIP. ***"),
    ("RT 01, 0800 0000 123", "RT 01, ***"),
    ("1, 2, 3, 4, 0800 0000 123", "***"),
    ("81, 22, 33, 44", "***"),
    ("No. 62.800.0000.123; No: 08-00-00-00-12-34", "No. ***; No: ***"),
    ("No. 812-3456-789", "No. ***"),
    ("62.80, 63.10, 800 1", "***"),
    ("tgl 17-08-1945: 0511 330 1234", "tgl 17-08-1945: ***"),
)
ZEROS = [chr(c) for c in range(0x110000) if unicodedata.decimal(chr(c), None) == 0]
SEPARATOR = st.text(
    st.characters(categories=("Zs", "Pd", "Po", "Pc", "So", "Sc", "Ps", "Pe", "Cc")),
    min_size=1,
    max_size=3,
).filter(lambda text: not re.search(r"\w", unicodedata.normalize("NFKC", text).replace("_", "")))


@pytest.mark.parametrize("text", HONEST)
def test_other_numbers_are_not_hidden(text):
    assert hide_numbers(text) == text


@pytest.mark.parametrize(("text", "expected"), HIDDEN)
def test_personal_number_is_hidden_and_other_text_stays(text, expected):
    assert hide_numbers(text) == expected


def digits_of(text):
    """Return every digit of a text in ASCII, read one character at a time."""
    return "".join(
        str(unicodedata.digit(one))
        for one in unicodedata.normalize("NFKD", text)
        if unicodedata.digit(one, None) is not None
    )


@given(
    st.sampled_from(["9901010108900001", "9901014108900001", "080000000123", "628000000123"]),
    st.sampled_from(ZEROS),
    st.data(),
)
def test_number_in_any_script_with_separators_is_hidden(number, zero, data):
    # Three signs at most: what NFKC makes of one may be several.
    separator = data.draw(
        SEPARATOR.filter(lambda signs: len(unicodedata.normalize("NFKC", signs)) < 4)
    )
    digits = [chr(ord(zero) + int(digit)) for digit in number]
    parts = [digit + separator * data.draw(st.booleans()) for digit in digits]
    text = f"kata {''.join(parts)} milik warga"
    assert digits_of(hide_numbers(text)) == ""


@given(st.text(st.sampled_from("0123456789 .-/:,RpTtahun\u0663"), max_size=80))
def test_hiding_is_idempotent(text):
    once = hide_numbers(text)
    assert hide_numbers(once) == once


@given(st.text(max_size=80))
def test_remaining_text_keeps_its_order(text):
    rest = iter(text)
    assert all(one in rest for part in hide_numbers(text).split("***") for one in part)


def test_long_text_takes_linear_time():
    assert hide_numbers("1." * 20_000) == "***."
    assert hide_numbers("1e" * 20_000) == "1e" * 20_000
