"""A masked or generalised value cannot be computed from the rest of the view."""

import json
import re
from datetime import date
from itertools import count, cycle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psm_core import (
    KK,
    NIK,
    Address,
    Assignment,
    Consent,
    Pillar,
    RegionCode,
    Worker,
    WorkerId,
    evolve,
)
from psm_core._core.field_types import CollectionType, TextType, unwrap, unwrap_optional
from psm_core._core.record import is_record_class, record_info
from psm_core.privacy import Audience, export, redact
from psm_core.records.people import Person
from psm_core.terms import ConsentPurpose, Sensitivity, Sex
from psm_core.testing import kks, niks, phones, records
from psm_core.values.personal_number import PersonalNumber
from psm_core.values.phone import PhoneNumber
from tests.each_class import EACH_CLASS
from tests.project.records import RECORDS

TODAY = date(2025, 10, 10)
FEWEST = 10_000
"""So many numbers must fit what is shown of a NIK, a KK number or a telephone number."""
NUMBERS = (NIK, KK, PhoneNumber)


def holds(kind, wanted, seen=frozenset()):
    """Tell whether a record class holds a value of some types, at any depth."""
    kinds = {unwrap(field.type).python_type for field in record_info(kind).fields}
    inner = [one for one in kinds if is_record_class(one) and one not in seen]
    return bool(kinds & set(wanted)) or any(holds(one, wanted, seen | {kind}) for one in inner)


HOLDERS = [kind for kind in RECORDS if holds(kind, NUMBERS)]


def grown(nik):
    """Return the number of somebody born in the 1900s, so that nothing is left out for a child."""
    born = nik.birth_dates[0]
    text = nik.unmasked
    return (
        NIK(f"{text[:10]}{50 + born.year % 50:02}{text[12:]}")
        if born.day != 29
        else NIK(f"{text[:10]}80{text[12:]}")
    )


def plain_to_see(person, nik):
    """Return the person with everything of which the number is made beside it, and in texts."""
    nik = grown(nik)
    born = nik.birth_dates[0]
    region = RegionCode(f"{nik.region}.2005")
    card = KK(f"{nik.unmasked[:6]}{born:%d%m%y}{nik.unmasked[12:]}")
    return evolve(
        person,
        nik=nik,
        nik_absence=None,
        kk=card,
        birth_date=born,
        sex=Sex.PEREMPUAN if int(nik.unmasked[6:8]) > 40 else Sex.LAKI_LAKI,
        birth_place=f"lahir {born:%d-%m-%Y}, {nik.unmasked}",
        ktp_address=Address(street=f"KK {card.unmasked[:8]} {card.unmasked[8:]}", region=region),
    )


def drawn_niks(data):
    """Return numbers without end, each with its position.

    They are drawn at once, so that what is drawn does not follow from the record.
    """
    drawn = data.draw(st.lists(niks(), min_size=8, max_size=8, unique=True))
    return zip(cycle(drawn), count(1))


def worst(value, given_niks, field_type=None):
    """Return a record in which each person is plain to see, and each text holds a number."""
    inner = None if field_type is None else unwrap_optional(field_type)
    if isinstance(inner, CollectionType):
        return inner.made(worst(one, given_niks, inner.item) for one in value)
    if isinstance(inner, TextType):
        nik, position = next(given_niks)
        text = f"NIK {nik.unmasked}, {position}"  # no two texts are equal, as no two row ids are
        return text if inner.max_length >= 50 else value  # RT and RW are short
    if not is_record_class(type(value)):
        return value
    changes = {
        field.name: worst(getattr(value, field.name), given_niks, field.type)
        for field in record_info(type(value)).fields
        if getattr(value, field.name) is not None
        and (
            is_record_class(unwrap(field.type).python_type) or field.sensitivity is Sensitivity.UMUM
        )
        and type(value).__name__ not in {"Case", "CaseFile"}
    }
    changed = evolve(value, **changes)
    return plain_to_see(changed, next(given_niks)[0]) if isinstance(changed, Person) else changed


def numbers(value):
    """Yield each number of a person in a record."""
    if isinstance(value, NUMBERS):
        yield value
    elif is_record_class(type(value)):
        for field in record_info(type(value)).fields:
            yield from numbers(getattr(value, field.name))
    elif isinstance(value, tuple | frozenset):
        for one in value:
            yield from numbers(one)


def masks(view):
    """Yield each masked value of a view."""
    if isinstance(view, dict):
        for one in view.values():
            yield from masks(one)
    elif isinstance(view, list):
        for one in view:
            yield from masks(one)
    elif isinstance(view, str) and re.fullmatch(r"\+?[*0-9]*\*[*0-9]*", view) and view != "***":
        yield view


def fitting(mask, view):
    """Return how many numbers fit a mask, to whoever knows all that the view shows beside it."""
    if mask.startswith("+"):  # country, and area or operator, can be guessed from a region
        hidden = mask.count("*")
        return FEWEST if hidden == len(mask) - 1 else 10 ** max(0, hidden - 6)
    text = json.dumps(view)
    known_region = re.search(r'"[0-9]{2}\.[0-9]{2}\.[0-9]{2}', text)
    known_date = re.search(r"[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{2}-[0-9]{2}-[0-9]{4}", text)
    regions = 1 if known_region else 10 ** mask[:6].count("*")
    dates = 1 if known_date or "*" not in mask[6:12] else 2 * 36_525
    return regions * dates * 10 ** mask[12:].count("*")


@pytest.mark.parametrize("kind", HOLDERS, ids=lambda kind: kind.__name__)
@given(data=st.data())
@EACH_CLASS
def test_masked_number_cannot_be_reconstructed_from_the_view(kind, data):
    record = worst(data.draw(records(kind)), drawn_niks(data))
    for audience in Audience:
        view = redact(record, audience=audience, as_of=TODAY)
        text = re.sub("[^0-9*]", "", json.dumps(view))
        for number in numbers(record):
            whole = number.unmasked if isinstance(number, PersonalNumber) else number.unmasked[1:]
            assert whole not in text
        assert all(fitting(mask, view) >= FEWEST for mask in masks(view))


@given(niks(), kks(), phones(), st.sampled_from(list(Audience)))
@EACH_CLASS
def test_redacted_worker_shows_no_number(nik, kk, phone, audience):
    person = plain_to_see(Person(name="Contoh", nik=nik, phone=phone, kk=kk), nik)
    role = Assignment(pillar=Pillar.PSM, serves=person.ktp_address.region, since=TODAY)
    worker = Worker(id=WorkerId("psm-1"), person=person, assignments=(role,))
    view = redact(worker, audience=audience, as_of=TODAY)
    shown = list(masks(view))
    assert shown == (
        ["*" * 16, "*" * 16, "+" + "*" * 10 + phone.unmasked[-2:]]
        if audience is Audience.PARTNER
        else []
    )


@given(niks())
@EACH_CLASS
def test_generalised_value_appears_nowhere_in_full(nik):
    person = plain_to_see(Person(name="Contoh", nik=nik), nik)
    text = json.dumps(redact(person, audience=Audience.RESEARCH, as_of=TODAY))
    assert str(person.birth_date.year) in text
    assert person.birth_date.isoformat() not in text
    assert str(person.ktp_address.region.parent) not in text


@pytest.mark.parametrize("covers", [Sensitivity.NONE, Sensitivity.UMUM])
@pytest.mark.parametrize("kind", HOLDERS, ids=lambda kind: kind.__name__)
@given(data=st.data())
@EACH_CLASS
def test_export_contains_no_number_beyond_the_consent(kind, covers, data):
    record = worst(data.draw(records(kind)), drawn_niks(data))
    purpose = ConsentPurpose.BANTUAN
    consent = Consent(key="c", date=TODAY, covers=covers, purposes=frozenset({purpose}))
    view = export(record, purpose=purpose, consent=consent, as_of=TODAY)
    text = json.dumps(view)
    assert "extensions" not in text
    if covers is Sensitivity.NONE:
        assert not list(masks(view))
        for number in numbers(record):
            whole = number.unmasked if isinstance(number, PersonalNumber) else number.unmasked[1:]
            assert whole not in re.sub("[^0-9]", "", text)
