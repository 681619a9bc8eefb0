"""The schema of redacted records accepts what redaction returns, and names no other field."""

from datetime import date
from functools import cache
from itertools import product

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from psm_core import NIK, Person, Worker, wire
from psm_core.privacy import Audience, redact
from psm_core.testing import records
from tests.each_class import EACH_CLASS
from tests.project.records import RECORDS

AS_OF = date(2025, 10, 10)


@cache
def validator_of(cls, audience):
    return jsonschema.Draft202012Validator(wire.redacted_schema(cls, audience=audience))


def test_every_redacted_schema_is_a_schema():
    meta = pytest.importorskip("jsonschema_rs").meta  # jsonschema takes seconds
    for cls, audience in product(RECORDS, Audience):
        meta.validate(wire.redacted_schema(cls, audience=audience))


@pytest.mark.parametrize("cls", RECORDS, ids=lambda cls: cls.__name__)
@given(data=st.data())
@EACH_CLASS
def test_redacted_record_has_the_schema_of_its_audience(cls, data):
    record = data.draw(records(cls))
    for audience in Audience:
        validator_of(cls, audience).validate(redact(record, audience=audience, as_of=AS_OF))


def test_schema_for_the_public_has_no_person():
    schema = wire.redacted_schema(Worker, audience=Audience.PUBLIC)
    assert "person" not in schema["properties"]
    assert schema["required"] == ["redacted"]
    assert schema["properties"]["redacted"] == {"const": "public"}


def test_schema_for_a_partner_has_masks_and_no_digits():
    schema = wire.redacted_schema(Person, audience=Audience.PARTNER)
    nik = schema["properties"]["nik"]
    person = Person(nik=NIK("9901014108900001"), name="Contoh")
    shown = redact(person, audience=Audience.PARTNER, as_of=AS_OF)["nik"]
    jsonschema.validate(shown, nik)
    assert not jsonschema.Draft202012Validator(nik).is_valid("9901014108900001")


def test_class_that_is_no_record_has_no_schema():
    with pytest.raises(TypeError, match="NIK is not a record"):
        wire.redacted_schema(NIK, audience=Audience.PUBLIC)
