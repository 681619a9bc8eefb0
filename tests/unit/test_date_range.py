"""Ranges of days as invitations and reports write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psm_core import DateRange, ParseError

DAYS = DateRange(date(2025, 10, 10), date(2025, 10, 12))


@pytest.mark.parametrize(
    "text",
    [
        *(f"10{dash}12 Oktober 2025" for dash in "-\u2010\u2012\u2013\u2014\u2212"),
        "10 - 12 Oktober 2025",
        "10 \u2013 12 Okt. 2025",
        "10 s.d. 12 Oktober 2025",
        "10 s.d 12 Oktober 2025",
        "10 s/d 12 Oktober 2025",
        "10s/d12 Oktober 2025",
        "10 sd 12 Oktober 2025",
        "10 sampai 12 Oktober 2025",
        "10 sampai dengan 12 Oktober 2025",
        "10 hingga 12 Oktober 2025",
        "Tanggal 10 hingga 12 Oktober 2025",
        "10 Oktober - 12 Oktober 2025",
        "10 Okt - 12 Okt 2025",
        "10 Oktober 2025 s.d. 12 Oktober 2025",
        "10/10/2025 - 12/10/2025",
        "10/10/2025-12/10/2025",
        "10/10 - 12/10/2025",
        "10-12/10/2025",
        "10-12-10-2025",
        "10-10-2025 s/d 12-10-2025",
        "10.10.2025 - 12.10.2025",
        "2025-10-10/2025-10-12",
        "2025-10-10 - 2025-10-12",
        "Jumat-Minggu, 10-12 Oktober 2025",
        "Jum'at s.d. Minggu, 10 s.d. 12 Oktober 2025",
        "Jumat, 10 Oktober - Minggu, 12 Oktober 2025",
        "Jumat 10 - Minggu 12 Oktober 2025",
        "Jumat-Minggu (10-12/10/2025)",
        "Hari/Tanggal : Jumat s.d. Minggu / 10 s.d. 12 Oktober 2025",
        "Hari Jumat tanggal 10 Oktober 2025 s.d. hari Minggu tanggal 12 Oktober 2025",
        "10 s.d.12 Oktober 2025",
        "10 to 12 October 2025",
    ],
)
def test_range_reads_what_people_write(text):
    assert DateRange.parse(text) == DAYS


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("28 Juni - 1 Juli 2025", date(2025, 6, 28), date(2025, 7, 1)),
        ("30 Desember 2024 \u2013 2 Januari 2025", date(2024, 12, 30), date(2025, 1, 2)),
        ("9 dan 10 Juli 2025", date(2025, 7, 9), date(2025, 7, 10)),
        ("9 & 10 Juli 2025", date(2025, 7, 9), date(2025, 7, 10)),
        ("18 November 2025", date(2025, 11, 18), date(2025, 11, 18)),
        ("Selasa, 18/11/2025", date(2025, 11, 18), date(2025, 11, 18)),
        ("Selasa (18/11/2025)", date(2025, 11, 18), date(2025, 11, 18)),
        ("Hari, tanggal: Selasa, 18 November 2025", date(2025, 11, 18), date(2025, 11, 18)),
    ],
)
def test_range_reads_other_months_pairs_and_single_days(text, start, end):
    assert DateRange.parse(text) == DateRange(start, end)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("30 Desember - 2 Januari 2025", "date.ambiguous"),
        ("12-10 Oktober 2025", "date.ambiguous"),
        ("10 dan 12 Oktober 2025", "date.ambiguous"),
        ("10-12 Oktober", "date.ambiguous"),
        ("Oktober 2025", "date.ambiguous"),
        ("12 Oktober 2025 - 10 Oktober 2025", "period.ends_before_start"),
        ("10-40 Oktober 2025", "date.invalid"),
        ("0-2 Oktober 2025", "date.invalid"),
        ("Senin-Selasa", "date.invalid"),
        ("besok", "date.invalid"),
        ("x" * 101, "date.invalid"),
        ("10 Oktober 2025 - 12 Oktober 2025 - 13 Oktober 2025", "date.invalid"),
    ],
)
def test_range_rejects_missing_parts_and_other_text(text, code):
    with pytest.raises(ParseError) as caught:
        DateRange.parse(text)
    assert caught.value.code == code


@given(st.dates(date(1900, 1, 1)), st.dates(date(1900, 1, 1)))
def test_range_reads_iso_days_back(one, other):
    first, last = sorted((one, other))
    assert DateRange.parse(f"{first} s.d. {last}") == DateRange(first, last)
