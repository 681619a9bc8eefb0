"""Dates as papers write them."""

from datetime import date, datetime
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psm_core import DateRange, ParseError, ValidationError, age_on, dates, parse_date


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
        "\u202a10 Oktober 2025\u202c",
    ],
)
def test_common_forms_give_the_same_day(text):
    assert parse_date(text) == date(2025, 10, 10)


def test_the_day_comes_first():
    assert parse_date("10/12/2025") == date(2025, 12, 10)


@pytest.mark.parametrize(
    "text", ["1985", "Agustus 1945", "1945-08", "12/2020", "12-2020", "17/08/45", "17 Agustus 45"]
)
def test_a_missing_part_is_not_invented(text):
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
        "10/10/2025" + " " * 200,
        "10 Foo 2025",
        "٠١/٠١/٢٠٢٠",
    ],
)
def test_what_is_no_date_is_refused(text):
    with pytest.raises(ParseError) as caught:
        parse_date(text)
    assert caught.value.code == "date.invalid"


MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_is_read_from_its_iso_and_day_first_form(day):
    assert parse_date(day.isoformat()) == day
    assert parse_date(f"{day.day}/{day.month}/{day.year}") == day
    assert parse_date(f"{day:%d} {MONTHS[day.month - 1]} {day.year}") == day


@given(st.text())
def test_any_text_is_a_date_or_one_of_our_errors(text):
    try:
        parse_date(text)
    except ParseError as error:
        assert error.code.startswith("date.")


def test_a_range_counts_both_ends():
    gathering = DateRange(date(2025, 10, 10), date(2025, 10, 12))
    assert gathering.days == 3
    assert date(2025, 10, 12) in gathering
    assert date(2025, 10, 13) not in gathering


def test_a_range_that_ends_before_it_starts_is_refused():
    with pytest.raises(ValidationError) as caught:
        DateRange(date(2025, 10, 12), date(2025, 10, 10))
    assert str(caught.value) == "$.end period.ends_before_start: The period ends before it starts."


def test_age_counts_full_years():
    assert age_on(date(2000, 5, 2), date(2018, 5, 1)) == 17
    assert age_on(date(2000, 5, 2), date(2018, 5, 2)) == 18


def test_every_name_of_a_month_and_weekday_is_known():
    short = ["Agu", "Agust", "Agst", "Ags", "Agt", "Agus", "Aug", "August", "Agustus", "AGUSTUS"]
    assert {parse_date(f"1 {name} 1990") for name in short} == {date(1990, 8, 1)}
    months = ["Jan", "Febr", "Mrt", "Apr", "Mei", "Jun", "Jul", "Agt", "Sept", "Okt", "Nop", "Des"]
    assert [parse_date(f"1 {name} 1990").month for name in months] == list(range(1, 13))
    for day in ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu", "Ahad"]:
        assert parse_date(f"{day}, 1 Mei 1990") == date(1990, 5, 1)


def test_a_year_has_four_digits_and_is_what_it_says():
    assert parse_date("1 Januari 0001") == parse_date("1/1/0001") == date(1, 1, 1)


def test_the_error_keeps_nothing_of_the_text():
    for text in ("12 Agustos 1990", "1990-13-01", "31/04/2020"):
        with pytest.raises(ParseError) as caught:
            parse_date(text)
        error = caught.value
        while error is not None:
            assert text not in repr(error.args)
            error = error.__context__


def test_a_moment_counts_as_its_day():
    moment = datetime(2025, 10, 12, 23, 59)
    assert moment in DateRange(date(2025, 10, 10), date(2025, 10, 12))
    assert age_on(date(2000, 10, 12), moment) == 25


SPANS = st.lists(
    st.tuples(*[st.none() | st.integers(1, 9).map(lambda day: date(2025, 1, day))] * 2).filter(
        lambda span: None in span or span[0] <= span[1]
    ),
    max_size=9,
)


class Span(NamedTuple):
    since: date | None
    until: date | None


def by_pairs(spans):
    """Return the same as `beside_another`, each held against each before it."""
    for number, one in enumerate(spans):
        for other in spans[:number]:
            follows = None not in (one.since, other.until) and one.since == other.until
            follows = follows or (other.since is not None and other.since == one.until)
            if not follows and dates.overlap(*one, *other):
                yield number
                break


@given(SPANS)
def test_periods_beside_others_are_found_as_by_holding_each_against_each(drawn):
    spans = [Span(*each) for each in drawn]
    assert list(dates.beside_another(enumerate(spans))) == list(by_pairs(spans))
