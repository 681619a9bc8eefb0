"""Dates known in part, ages as intervals of birth dates, and what people write of them."""

import copy
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psm_core import (
    NIK,
    AgeRange,
    Assignment,
    Beneficiary,
    BeneficiaryId,
    Classification,
    Family,
    Membership,
    NIKAbsence,
    ParseError,
    PartialDate,
    Person,
    Pillar,
    PPKSCategory,
    RegionCode,
    ValidationError,
    Worker,
    WorkerId,
    age_on,
    ages_on,
    checks,
    evolve,
    load_regions,
    parse_birth_date,
    possible_dates,
    wire,
)
from psm_core.terms import FamilyRelation, MaritalStatus
from psm_core.testing.strategies import partial_dates

DAY = date(2025, 10, 10)
AGE_60 = "1964-10-11/1965-10-10"
AGE_60_APPROXIMATE = "1964-10-11~/1965-10-10~"


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("1957", date(1957, 1, 1), date(1957, 12, 31)),
        ("1957-02", date(1957, 2, 1), date(1957, 2, 28)),
        ("1956-02", date(1956, 2, 1), date(1956, 2, 29)),
        ("1957~", date(1952, 1, 1), date(1962, 12, 31)),
        ("1957-08~", date(1952, 8, 1), date(1962, 8, 31)),
        ("1957-07-01~", date(1952, 7, 1), date(1962, 7, 1)),
        ("1956-02-29~", date(1951, 2, 28), date(1961, 3, 1)),
        (AGE_60, date(1964, 10, 11), date(1965, 10, 10)),
        (AGE_60_APPROXIMATE, date(1959, 10, 11), date(1970, 10, 10)),
        ("0003~", date.min, date(8, 12, 31)),
        ("9998~", date(9993, 1, 1), date.max),
    ],
)
def test_partial_date_is_an_interval_of_days(text, earliest, latest):
    partial = PartialDate(text)
    assert (partial.earliest, partial.latest) == (earliest, latest)
    assert partial.is_approximate is ("~" in text)
    assert str(partial) == text
    assert earliest in possible_dates(partial)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1957-08-17", "partial_date.full_date"),
        ("57", "partial_date.format"),
        ("1957-13", "partial_date.format"),
        ("1957-8", "partial_date.format"),
        ("~1957", "partial_date.format"),
        ("1964-10-11~/1965-10-10", "partial_date.format"),
        ("1957/1958", "partial_date.format"),
        ("", "partial_date.format"),
        ("\u0661\u0669\u0665\u0667", "partial_date.format"),
        ("1957-02-30~", "date.invalid"),
        ("0000", "date.invalid"),
        ("1957-02-30/1958-01-01", "date.invalid"),
        ("1965-10-10/1964-10-11", "partial_date.interval"),
        ("1965-10-10/1965-10-10", "partial_date.interval"),
        ("1957-01-01/1957-12-31", "partial_date.not_shortest"),
        ("1957-02-01~/1957-02-28~", "partial_date.not_shortest"),
        (1957, "type.text"),
    ],
)
def test_constructor_rejects_text_that_is_not_canonical(text, code):
    with pytest.raises(ParseError) as caught:
        PartialDate(text)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        (" 1957 ~ ", "1957~"),
        ("1957-01-01/1957-12-31", "1957"),
        ("1956-02-01~/1956-02-29~", "1956-02~"),
        ("1964-10-11 / 1965-10-10", AGE_60),
        (AGE_60_APPROXIMATE, AGE_60_APPROXIMATE),
    ],
)
def test_parse_returns_the_canonical_form(text, canonical):
    assert str(PartialDate.parse(text)) == canonical


def test_parse_rejects_an_interval_with_one_approximate_end():
    with pytest.raises(ParseError):
        PartialDate.parse("1964-10-11~/1965-10-10")


@given(partial_dates())
def test_partial_dates_are_values(partial):
    assert PartialDate(str(partial)) == PartialDate.parse(str(partial)) == partial
    assert copy.deepcopy(partial) == partial
    assert partial.earliest < partial.latest


@given(st.integers(0, 150), st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_age_is_exactly_the_birth_dates_with_this_age(years, day):
    partial = PartialDate.from_age(years, on=day)
    assert age_on(partial.earliest, day) == age_on(partial.latest, day) == years
    assert age_on(partial.earliest - timedelta(days=1), day) == years + 1
    assert age_on(partial.latest + timedelta(days=1), day) == years - 1
    assert ages_on(partial, day) == AgeRange(years, years)
    assert ages_on(partial, day).is_certain


@given(st.integers(0, 40), st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_following_months_of_age_are_adjacent_intervals(months, day):
    younger = PartialDate.from_age(0, months=months, on=day)
    older = PartialDate.from_age(0, months=months + 1, on=day)
    assert older.latest + timedelta(days=1) == younger.earliest
    assert ages_on(younger, day).minimum == ages_on(younger, day).maximum == months // 12


def test_age_on_31_december_is_a_year():
    assert PartialDate.from_age(60, on=date(2017, 12, 31)) == PartialDate("1957")
    approximate = PartialDate.from_age(60, on=date(2017, 12, 31), approximate=True)
    assert approximate == PartialDate("1957~")


def test_approximate_age_is_wider_by_five_years_each_way():
    partial = PartialDate.from_age(60, on=DAY, approximate=True)
    assert ages_on(partial, DAY) == AgeRange(55, 65)
    assert not ages_on(partial, DAY).is_certain


@pytest.mark.parametrize(("years", "months"), [(-1, None), (151, None), (0, -1), (150, 1)])
def test_from_age_rejects_ages_that_nobody_has(years, months):
    with pytest.raises(ParseError) as caught:
        PartialDate.from_age(years, months=months, on=DAY)
    assert caught.value.code == "birth_date.age_bounds"


def test_from_age_rejects_a_birth_before_the_calendar():
    with pytest.raises(ParseError) as caught:
        PartialDate.from_age(60, on=date(50, 1, 1))
    assert caught.value.code == "birth_date.age_bounds"


@pytest.mark.parametrize("wrong", ["2025-10-10", None, 2025])
def test_from_age_rejects_a_day_that_is_no_date(wrong):
    with pytest.raises(TypeError):
        PartialDate.from_age(60, on=wrong)


@given(partial_dates(), st.dates(date(1900, 1, 1), date(2150, 12, 31)), st.data())
def test_each_possible_date_has_an_age_of_the_range(partial, day, data):
    born = data.draw(st.dates(partial.earliest, partial.latest))
    ages = ages_on(partial, day)
    assert ages.minimum <= age_on(born, day) <= ages.maximum
    assert ages.minimum in {age_on(partial.latest, day), ages.maximum}


def test_full_date_has_one_possible_day_and_one_age():
    assert ages_on(date(1957, 8, 17), DAY) == AgeRange(68, 68)
    assert possible_dates(date(1957, 8, 17)).days == 1


READ = {
    "1957": "1957",
    "1957~": "1957~",
    AGE_60: AGE_60,
    "08/1957": "1957-08",
    "8-1957": "1957-08",
    "1957/08": "1957-08",
    "Agustus 1957": "1957-08",
    "Agt. 1957": "1957-08",
    "bulan Agustus tahun 1957": "1957-08",
    "00-00-1957": "1957",
    "00-08-1957": "1957-08",
    "00 Agustus 1957": "1957-08",
    "1957-00-00": "1957",
    "1957-08-00": "1957-08",
    "1957-08-??": "1957-08",
    "?-?-1957": "1957",
    "xx/xx/1957": "1957",
    "--/--/1957": "1957",
    "17-00-1957": "1957",
    "\u00b1 1957": "1957~",
    "+/- 1957": "1957~",
    "sekitar 1957": "1957~",
    "sktr. th 1957": "1957~",
    "kira-kira tahun 1957": "1957~",
    "kira2 1957": "1957~",
    "kurang lebih 1957": "1957~",
    "1957 (perkiraan)": "1957~",
    "(perkiraan) 1957": "1957~",
    "1957?": "1957~",
    "\u00b1 Agustus 1957": "1957-08~",
    "01-07-1957 (perkiraan)": "1957-07-01~",
    "1 Juli 1957 perkiraan": "1957-07-01~",
    "17-08-1957 ?": "1957-08-17~",
    "lahir th. 1957": "1957",
    "LAHIR TAHUN 1957": "1957",
    "60 th": AGE_60,
    "60th.": AGE_60,
    "umur 60 tahun": AGE_60,
    "Umur: 60": AGE_60,
    "berusia 60 tahun": AGE_60,
    "\u00b1 60 tahun": AGE_60_APPROXIMATE,
    "kl. 60 tahun": AGE_60_APPROXIMATE,
    "k.l. 60 th": AGE_60_APPROXIMATE,
    "usia sekitar 60 tahun": AGE_60_APPROXIMATE,
    "60 tahun (perkiraan)": AGE_60_APPROXIMATE,
    "5 bulan": "2025-04-11/2025-05-10",
    "1 tahun 3 bulan": "2024-06-11/2024-07-10",
}


@pytest.mark.parametrize("text", READ)
def test_parse_birth_date_reads_what_people_write(text):
    assert parse_birth_date(text, stated_on=DAY) == PartialDate(READ[text])


@pytest.mark.parametrize("text", ["1957-08-17", "17-08-1957", "Sabtu, 17 Agustus 1957"])
def test_parse_birth_date_returns_a_date_that_is_known_in_full(text):
    assert parse_birth_date(text) == date(1957, 8, 17)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("60 tahun", "birth_date.age_undated"),
        ("\u00b1 5 bulan", "birth_date.age_undated"),
        ("60", "birth_date.ambiguous"),
        ("th 57", "birth_date.ambiguous"),
        ("\u00b1 60", "birth_date.ambiguous"),
        ("17-08-57", "date.ambiguous"),
        ("00-00-57", "date.ambiguous"),
        ("13/1957", "date.invalid"),
        ("1957-13", "date.invalid"),
        ("31-02-1957", "date.invalid"),
        ("31-02-1957 (perkiraan)", "date.invalid"),
        ("1957-02-30~", "date.invalid"),
        ("0000", "date.invalid"),
        ("Batulicin 1957", "date.ambiguous"),
        ("tidak tahu", "date.invalid"),
        ("9" * 101, "date.invalid"),
        ("1965-10-10/1964-10-11", "partial_date.interval"),
        (1957, "type.text"),
    ],
)
def test_parse_birth_date_never_guesses(text, code):
    with pytest.raises(ParseError) as caught:
        parse_birth_date(text)
    assert caught.value.code == code


def test_parse_birth_date_rejects_an_age_that_nobody_has():
    with pytest.raises(ParseError) as caught:
        parse_birth_date("umur 200", stated_on=DAY)
    assert caught.value.code == "birth_date.age_bounds"


@given(st.text(max_size=40))
def test_parse_birth_date_reads_any_text_or_reports_a_code(text):
    try:
        found = parse_birth_date(text, stated_on=DAY)
    except ParseError as error:
        assert error.code
    else:
        assert type(found) in {date, PartialDate}


REGIONS = load_regions()
UNKNOWN = NIKAbsence.TIDAK_DIKETAHUI


def warnings_of(record):
    return {issue.code for issue in checks.check(record, regions=REGIONS, as_of=DAY)}


def person(born, **fields):
    return Person(nik_absence=UNKNOWN, name="Contoh", birth_date=PartialDate(born), **fields)


@pytest.mark.parametrize(
    ("born", "code"),
    [
        ("2025", None),
        ("2026", "person.birth_date_future"),
        ("2025-10", None),
        ("2025-11", "person.birth_date_future"),
        ("1903", "person.birth_date_implausible"),
        ("1904", None),
        ("1905", None),
        ("1898~", "person.birth_date_implausible"),
    ],
)
def test_birth_date_is_implausible_if_every_day_is(born, code):
    assert warnings_of(person(born)) == ({code} - {None})


@pytest.mark.parametrize(
    ("born", "differs"),
    [
        ("1957", False),
        ("1958", True),
        ("1962~", False),
        ("1963~", True),
        ("1957-08", False),
        ("1957-09", True),
        ("1957-08-17/1957-08-18", False),
        ("1957-08-18/1957-08-19", True),
        ("2057", False),
    ],
)
def test_nik_differs_if_no_day_of_the_interval_fits(born, differs):
    nik = NIK("9901011708570001")
    record = Person(nik=nik, name="Contoh", birth_date=PartialDate(born))
    assert ("nik.birth_date_differs" in warnings_of(record)) is differs


@pytest.mark.parametrize(
    ("born", "warns"),
    [("2013", False), ("2013-10", False), ("2013-11", True), ("2014", True), ("2012~", False)],
)
def test_marriage_age_is_compared_with_the_highest_age(born, warns):
    record = person(born, marital_status=MaritalStatus.KAWIN)
    assert ("person.marriage_age" in warnings_of(record)) is warns


@pytest.mark.parametrize(
    ("born", "code"),
    [
        ("2000", None),
        ("2001-08", "psm.age_unproven"),
        ("2001", "psm.age_unproven"),
        ("2001-09", "psm.age"),
        ("2002", "psm.age"),
        ("2002~", "psm.age_unproven"),
        ("2007~", "psm.age"),
    ],
)
def test_age_of_a_psm_is_unproven_if_some_day_is_too_late(born, code):
    since = date(2019, 8, 1)
    role = Assignment(pillar=Pillar.PSM, serves=RegionCode("63.10.09.2005"), since=since)
    worker = Worker(id=WorkerId("psm-1"), person=person(born), assignments=(role,))
    found = {one for one in warnings_of(worker) if one.startswith("psm.age")}
    assert found == ({code} - {None})


@pytest.mark.parametrize(
    ("born", "warns"),
    [("1965", False), ("1965-10", False), ("1965-11", True), ("1970~", False), ("1971~", True)],
)
def test_category_warns_if_no_age_of_the_interval_is_within_its_limits(born, warns):
    finding = Classification(category=PPKSCategory.LANJUT_USIA_TELANTAR, date=DAY, source="asesmen")
    record = Beneficiary(
        id=BeneficiaryId("b-1"), person=person(born), classifications=frozenset({finding})
    )
    assert ("ppks.age" in warnings_of(record)) is warns


@pytest.mark.parametrize(
    ("parent", "child", "warns"),
    [
        ("1980", "1989", True),
        ("1980", "1990", False),
        ("1980-06", "1990-05", True),
        ("1980-06", "1990-06", False),
        ("1980~", "1985", False),
        ("1980", "2026", False),
    ],
)
def test_parent_and_child_are_compared_at_their_greatest_distance(parent, child, warns):
    relations = (FamilyRelation.KEPALA_KELUARGA, FamilyRelation.ANAK)
    family = Family(
        memberships=tuple(
            Membership(
                person=evolve(person(born), name=f"Contoh {relation.label}"), relation=relation
            )
            for born, relation in zip((parent, child), relations, strict=True)
        )
    )
    assert ("family.age_gap" in warnings_of(family)) is warns


@pytest.mark.parametrize("wrong", ["1957", 1957, datetime(1957, 8, 17)])
def test_birth_date_is_a_date_or_a_partial_date(wrong):
    with pytest.raises(ValidationError) as caught:
        Person(nik_absence=UNKNOWN, name="Contoh", birth_date=wrong)
    (issue,) = caught.value.issues
    assert (issue.code, issue.params["expected"]) == ("type.value", "PartialDate | date")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1957-13", "date.format"),
        ("01-08-1957", "date.format"),
        ("1957-08-17T00:00", "date.format"),
        ("1957-02-30", "date.invalid"),
        ("1957-02-30~", "date.invalid"),
        ("1965-10-10/1964-10-11", "partial_date.interval"),
        ("1957-01-01/1957-12-31", "partial_date.not_shortest"),
        (1957, "type.text"),
    ],
)
def test_document_with_another_birth_date_is_rejected(text, code):
    with pytest.raises(ValidationError) as caught:
        wire.from_builtins(
            {"name": "Contoh", "nik_absence": "tidak-diketahui", "birth_date": text}, Person
        )
    assert [(issue.where, issue.code) for issue in caught.value.issues] == [("$.birth_date", code)]
