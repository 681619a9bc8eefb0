"""Intervals of birth dates under every check, in redaction, and in documents and files."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psm_core import (
    NIK,
    Assignment,
    Beneficiary,
    BeneficiaryId,
    Classification,
    Family,
    Membership,
    PartialDate,
    Person,
    Pillar,
    PPKSCategory,
    RegionCode,
    Sex,
    Worker,
    WorkerId,
    age_on,
    checks,
    evolve,
    load_regions,
    possible_dates,
    privacy,
    tables,
    wire,
)
from psm_core.terms import Education, FamilyRelation, MaritalStatus, NIKAbsence, Occupation
from psm_core.testing.strategies import partial_dates

AS_OF = date(2025, 10, 10)
REGIONS = load_regions()
UNPROVEN = "_unproven"
"""The end of codes that say that a requirement is not shown to be met."""
DAYS = st.dates(date(1890, 1, 1), date(2040, 12, 31))
SPANS = st.integers(0, 8000).map(timedelta)


def interval(first, last):
    return first if first == last else PartialDate.parse(f"{first}/{last}")


@st.composite
def people(draw):
    nik = draw(st.none() | st.just(NIK("9901010108570001")))
    return Person(
        nik=nik,
        nik_absence=None if nik else NIKAbsence.TIDAK_DIKETAHUI,
        name="Contoh",
        sex=draw(st.sampled_from(Sex)),
        education=draw(st.none() | st.sampled_from(Education)),
        occupation=draw(st.none() | st.sampled_from([Occupation.GURU, Occupation.PENSIUNAN])),
        marital_status=draw(st.none() | st.sampled_from(MaritalStatus)),
        family_relation=draw(st.none() | st.sampled_from(FamilyRelation)),
    )


def relative(person, born):
    """Return another member of a family, whose birth date is known."""
    absence = NIKAbsence.TIDAK_DIKETAHUI
    return evolve(person, nik=None, nik_absence=absence, name="Contoh Kedua", birth_date=born)


def records_around(person, other):
    """Return a record of each kind whose checks use the birth date of a person."""
    since = date(2019, 8, 1)
    yield person
    for day in (since, AS_OF):
        for pillar in (Pillar.PSM, Pillar.TAGANA):
            role = Assignment(pillar=pillar, serves=RegionCode("63.10.09.2005"), since=day)
            yield Worker(id=WorkerId("psm-1"), person=person, assignments=(role,))
    for category in (
        PPKSCategory.LANJUT_USIA_TELANTAR,
        PPKSCategory.ANAK_BALITA_TELANTAR,
        PPKSCategory.ANAK_TERLANTAR,
    ):
        finding = Classification(category=category, date=since, source="asesmen")
        yield Beneficiary(
            id=BeneficiaryId("b-1"), person=person, classifications=frozenset({finding})
        )
    relations = (FamilyRelation.ANAK, FamilyRelation.ISTRI, FamilyRelation.ORANGTUA)
    head = FamilyRelation.KEPALA_KELUARGA
    for relation in relations:
        for one, two in ((person, other), (other, person)):
            yield Family(
                memberships=(
                    Membership(person=one, relation=head),
                    Membership(person=two, relation=relation, since=since),
                )
            )


def certain(record):
    """Return the warnings of a record that state a contradiction."""
    return {
        (issue.code, issue.path)
        for issue in checks.check(record, regions=REGIONS, as_of=AS_OF)
        if not issue.code.endswith(UNPROVEN)
    }


@st.composite
def nested_intervals(draw):
    """Draw an interval, perhaps of one day, and one around it."""
    first, before, after = draw(DAYS), draw(SPANS), draw(SPANS)
    last = first + draw(SPANS)
    return interval(first, last), interval(first - before, last + after)


@given(people(), people(), DAYS, nested_intervals())
def test_widening_an_interval_never_adds_a_certain_warning(person, other, near, intervals):
    other = relative(other, near)
    narrow, wide = (records_around(evolve(person, birth_date=one), other) for one in intervals)
    for one, two in zip(narrow, wide, strict=True):
        assert certain(two) <= certain(one)


@given(people(), people(), partial_dates(), DAYS, st.data())
def test_a_date_of_the_interval_has_each_certain_warning(person, other, partial, near, data):
    born = data.draw(st.dates(partial.earliest, partial.latest))
    other = relative(other, near)
    unknown = records_around(evolve(person, birth_date=partial), other)
    known = records_around(evolve(person, birth_date=born), other)
    for one, two in zip(unknown, known, strict=True):
        assert certain(one) <= certain(two)


@given(people(), partial_dates(), st.data())
def test_person_is_protected_if_a_date_of_the_interval_makes_them_a_child(person, partial, data):
    born = data.draw(st.dates(partial.earliest, partial.latest))
    if age_on(born, AS_OF) < 18:
        unknown = evolve(person, birth_date=partial)
        seen = privacy.redact(unknown, audience=privacy.Audience.PARTNER, as_of=AS_OF)
        assert seen == {"redacted": "partner"}


@pytest.mark.parametrize(
    ("born", "is_child"),
    [
        (date(2007, 10, 10), False),
        (date(2007, 10, 11), True),
        ("2006", False),
        ("2007", True),
        ("2007-09", False),
        ("2007-10", True),
        ("2001~", False),
        ("2002~", True),
        ("1900", True),
        ("1904~", False),
    ],
)
def test_person_who_may_be_a_child_is_treated_as_one(born, is_child):
    birth_date = PartialDate(born) if isinstance(born, str) else born
    person = Person(name="A", nik_absence=NIKAbsence.TIDAK_DIKETAHUI, birth_date=birth_date)
    seen = privacy.redact(person, audience=privacy.Audience.PARTNER, as_of=AS_OF)
    assert ("name" in seen) is not is_child


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("1957", 1957),
        ("1957-08", 1957),
        ("1957~", "1952/1962"),
        ("1964-10-11/1965-10-10", "1964/1965"),
    ],
)
def test_redaction_leaves_the_year_or_the_years(text, left):
    person = Person(name="A", nik_absence=NIKAbsence.TIDAK_DIKETAHUI, birth_date=PartialDate(text))
    seen = privacy.redact(person, audience=privacy.Audience.RESEARCH, as_of=AS_OF)
    assert seen["birth_date"] == left
    assert "birth_date" not in privacy.redact(person, audience=privacy.Audience.PUBLIC)


@given(partial_dates())
def test_partial_birth_date_survives_documents_and_files(tmp_path_factory, partial):
    person = Person(name="A", nik_absence=NIKAbsence.TIDAK_DIKETAHUI, birth_date=partial)
    assert wire.from_json(wire.to_json(person), Person) == person
    assert wire.from_builtins(wire.to_builtins(person), Person) == person
    for suffix in ("csv", "xlsx"):
        path = tmp_path_factory.mktemp("files") / f"warga.{suffix}"
        tables.write([person], path)
        result = tables.read(path, Person)
        assert result.records == (person,)
        assert {one.code for one in result.issues} <= {"person.birth_date_implausible"}


@given(partial_dates())
def test_possible_dates_are_in_order(partial):
    assert possible_dates(partial).start <= possible_dates(partial).end
