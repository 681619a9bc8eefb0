"""Dates as papers write them."""

from datetime import date, datetime, timedelta
from itertools import product
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psm_core import DateRange, ParseError, ValidationError, age_on, parse_date
from psm_core.values.dates import Month, Quarter, beside_another, covers, overlap


@pytest.mark.parametrize(
    "text",
    [
        "2025-10-10",
        "10/10/2025",
        "10-10-2025",
        "10.10.2025",
        "10 Oktober 2025",
        "Jumat, 10 Oktober 2025",
        "10-Okt-2025",
        "10 October 2025",
        "  10\u00a0OKTOBER  2025 ",
        "Jum'at, 10 Oktober 2025",
        "Jum\u2019at 10-10-2025",
        "JUM\u02bcAT, 10/10/2025",
        "Friday, 10 October 2025",
        "Jumat, 2025-10-10",
        "2025/10/10",
        "2025-10-10 00:00:00",
        "2025-10-10T00:00",
        "10. Oktober 2025",
        "Tgl. 10 Oktober 2025",
        "10 / 10 / 2025",
        "10\u201310\u20132025",
        "10 Oktober 2025.",
        "10 Oktober, 2025",
        "10 Okt. 2025",
        "10.Okt.2025",
        "10.Oktober 2025",
        "10/ 10/ 2025",
        "10 /10 /2025",
        "10/10/2025" + " " * 90,
        "\u202a10 Oktober 2025\u202c",
    ],
)
def test_parse_date_accepts_common_formats(text):
    assert parse_date(text) == date(2025, 10, 10)


@pytest.mark.parametrize(
    ("text", "month"),
    [
        *(("Djanuari", 1), ("Djan.", 1), ("Peb.", 2), ("Pebruari", 2), ("Maart", 3), ("Mai", 5)),
        *(("Djuni", 6), ("Djuli", 7), ("Agoestoes", 8), ("Agt", 8), ("Sept.", 9), ("Okt.", 10)),
        *(("Nopember", 11), ("Nop.", 11), ("Desember", 12), ("March", 3), ("Aug", 8), ("Dec", 12)),
    ],
)
def test_parse_date_accepts_old_and_short_month_names(text, month):
    assert parse_date(f"17 {text} 1945") == date(1945, month, 17)
    assert parse_date(f"17-{text.rstrip('.')}-1945") == date(1945, month, 17)


def test_parse_date_reads_the_day_first():
    assert parse_date("10/12/2025") == date(2025, 12, 10)
    assert parse_date("9. Oktober 2025") == date(2025, 10, 9)


@pytest.mark.parametrize(
    "text",
    [
        *("1985", "Agustus 1945", "1945-08", "12/2020", "8-2020", "17/08/45", "7/8/45"),
        "17 Agustus 45",
    ],
)
def test_parse_date_rejects_incomplete_dates(text):
    with pytest.raises(ParseError) as caught:
        parse_date(text)
    assert caught.value.code == "date.ambiguous"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1990-13-01",
        "31/04/2020",
        "10/13/2024",
        "30 Februari 2020",
        "besok",
        "10 Senin 2025",
        "5 Minggu 2024",
        "4 Selasa 1950",
        "Mei, 12 10 2024",
        "5 Mei 0000",
        "10-Okt 2025",
        "10/10/2025 08:00",
        "Aminah, 12 Agustus 1990",
        "10/10/2025" + " " * 91,
        *("/10/2025", "10//2025", "/2025", "123/2025"),
        *("/10/25", "10//25", "123/10/25", "10/123/25"),
        "10 Foo 2025",
        "٠١/٠١/٢٠٢٠",
    ],
)
def test_parse_date_rejects_other_text(text):
    with pytest.raises(ParseError) as caught:
        parse_date(text)
    assert caught.value.code == "date.invalid"


MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_parse_date_accepts_every_date_in_iso_and_day_first_form(day):
    assert parse_date(day.isoformat()) == day
    assert parse_date(f"{day.day}/{day.month}/{day.year}") == day
    assert parse_date(f"{day:%d} {MONTHS[day.month - 1]} {day.year}") == day


@given(st.text())
def test_parse_date_raises_only_parse_error(text):
    try:
        parse_date(text)
    except ParseError as error:
        assert error.code.startswith("date.")


def test_date_range_counts_both_ends():
    gathering = DateRange(date(2025, 10, 10), date(2025, 10, 12))
    assert gathering.days == 3
    assert date(2025, 10, 9) not in gathering
    assert date(2025, 10, 10) in gathering
    assert date(2025, 10, 12) in gathering
    assert date(2025, 10, 13) not in gathering


def test_date_range_rejects_end_before_start():
    with pytest.raises(ValidationError) as caught:
        DateRange(date(2025, 10, 12), date(2025, 10, 10))
    assert str(caught.value) == (
        "$.end period.ends_before_start: The period ends before it starts. Check both dates."
    )


def test_age_counts_full_years():
    assert age_on(date(2000, 5, 2), date(2018, 5, 1)) == 17
    assert age_on(date(2000, 5, 2), date(2018, 5, 2)) == 18


def test_parse_date_knows_every_month_and_weekday():
    short = ["Agu", "Agust", "Agst", "Ags", "Agt", "Agus", "Aug", "August", "Agustus", "AGUSTUS"]
    assert {parse_date(f"1 {name} 1990") for name in short} == {date(1990, 8, 1)}
    months = ["Jan", "Febr", "Mrt", "Apr", "Mei", "Jun", "Jul", "Agt", "Sept", "Okt", "Nop", "Des"]
    assert [parse_date(f"1 {name} 1990").month for name in months] == list(range(1, 13))
    for day in ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu", "Ahad"]:
        assert parse_date(f"{day}, 1 Mei 1990") == date(1990, 5, 1)


def test_parse_date_requires_years_of_four_digits():
    assert parse_date("1 Januari 0001") == parse_date("1/1/0001") == date(1, 1, 1)


def test_parse_date_error_does_not_contain_the_text():
    for text in ("12 Agustos 1990", "1990-13-01", "31/04/2020"):
        with pytest.raises(ParseError) as caught:
            parse_date(text)
        error = caught.value
        while error is not None:
            assert text not in repr(error.args)
            error = error.__context__


def test_datetime_counts_as_its_date():
    moment = datetime(2025, 10, 12, 23, 59)
    assert moment in DateRange(date(2025, 10, 10), date(2025, 10, 12))
    assert age_on(date(2000, 10, 12), moment) == 25


class Held(NamedTuple):
    since: date | None
    until: date | None


DAYS = st.none() | st.integers(0, 12).map(lambda n: date(2025, 10, 1 + n))
PERIODS = st.lists(
    st.tuples(DAYS, DAYS)
    .filter(lambda days: None in days or days[0] <= days[1])
    .map(lambda days: Held(*days)),
    max_size=12,
)


def lie_beside(one, other):
    """Tell the slow way whether two periods share more than a day of handing over."""

    def follows(one, other):
        return one.since is not None and one.since == other.until

    return overlap(*one, *other) and not (follows(one, other) or follows(other, one))


@given(PERIODS)
@settings(max_examples=5 * settings().max_examples)
def test_overlaps_equal_those_of_a_pairwise_comparison(periods):
    slow = [
        number
        for number, one in enumerate(periods)
        if any(lie_beside(one, other) for other in periods[:number])
    ]
    assert list(beside_another(enumerate(periods))) == slow


@pytest.mark.parametrize(
    "text",
    [
        *("2025-Q{}", "2025-q{}", "TW {} 2025", "TW{} 2025", "Triwulan {}, tahun 2025"),
        *("tw {}/2025", "tw {}2025"),
    ],
)
def test_quarter_parses_written_numbers(text):
    for number in range(1, 5):
        assert Quarter.parse(text.format(number)) == Quarter(f"2025-Q{number}")
        assert Quarter(f"2025-Q{number}").start == date(2025, 3 * number - 2, 1)


def test_quarter_parses_roman_numerals_and_years_of_two_centuries():
    quarters = [Quarter.parse(f"TW {roman} 1990") for roman in ("I", "II", "III", "IV")]
    assert quarters == [Quarter(f"1990-Q{number}") for number in range(1, 5)]
    for year in (1900, 1999, 2000, 2099):
        assert Quarter(f"{year}-Q4").start == date(year, 10, 1)


@pytest.mark.parametrize(
    "text", ["", "2025", "2025-Q0", "2025-Q5", "1899-Q1", "2100-Q1", "TW IIII 2025", "TW V 2025"]
)
def test_quarter_rejects_other_text(text):
    with pytest.raises(ParseError) as caught:
        Quarter.parse(text)
    assert caught.value.code == "quarter.format"


@pytest.mark.parametrize(
    "text",
    [
        *("2025-10", "2025/10", "10/2025", "10-2025", "Oktober 2025", "OKT. 2025", "okt-2025"),
        *("Bulan Oktober 2025", "Oktober, 2025", "bulan Oktober tahun 2025", "October 2025"),
    ],
)
def test_month_parses_the_forms_that_people_write(text):
    assert Month.parse(text) == Month("2025-10")


@pytest.mark.parametrize(
    "text",
    [
        *("", "2025", "Oktober", "2025-00", "2025-13", "13/2025", "Contoh 2025", "1899-12"),
        *("2100-01", "2025-10-10", "10 Oktober 2025", "Oktober " * 30),
    ],
)
def test_month_rejects_other_text(text):
    with pytest.raises(ParseError) as caught:
        Month.parse(text)
    assert caught.value.code == "month.format"


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_month_of_a_day_contains_it_and_its_label_is_read_back(day):
    month = Month.of(day)
    assert day in month
    assert (month.start.day, (month.end + timedelta(days=1)).day) == (1, 1)
    assert (month.start - timedelta(days=1)) not in month
    assert (month.end + timedelta(days=1)) not in month
    assert Month.parse(month.label) == Month(str(month)) == month


WEEK = [date(2025, 1, day) for day in range(1, 6)]
OPEN_OR_NOT = [
    (since, until)
    for since, until in product([None, *WEEK[1:4]], repeat=2)
    if since is None or until is None or since <= until
]


@pytest.mark.parametrize("period", OPEN_OR_NOT)
def test_period_includes_both_ends_and_none_is_open(period):
    since, until = period
    had = [day for day in WEEK if covers(since, until, day)]
    assert had == WEEK[WEEK.index(since or WEEK[0]) : WEEK.index(until or WEEK[-1]) + 1]
    for other in OPEN_OR_NOT:
        assert overlap(*period, *other) == any(covers(*other, day) for day in had)
