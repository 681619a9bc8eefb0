"""pydantic takes records, values and terms as types, and its errors contain every issue."""

import json
import subprocess
import sys
import traceback

import jsonschema
import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, TypeAdapter, ValidationError

from psm_core import NIK, Family, Person, RegionCode, Worker, wire
from psm_core.terms import Sex
from psm_core.testing import records
from psm_core.testing.strategies import VALUES
from psm_core.wire.json_schema import definitions_of
from tests.each_class import EACH_CLASS
from tests.project.records import RECORDS
from tests.wire.test_cattrs_hooks import VOCABULARIES

NUMBER = "9901014108900001"
PERSON = {"nik": NUMBER, "name": "Ani Contoh"}
OWN_VALUES = [kind for kind in VALUES if kind.__module__.startswith("psm_core")]
by_name = pytest.mark.parametrize("cls", RECORDS, ids=lambda cls: cls.__name__)


class Visit(BaseModel):
    person: Person
    nik: NIK | None = None
    sex: Sex | None = None
    places: list[RegionCode] = []


def errors_of(data, kind=Visit):
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(kind).validate_python(data)
    return caught.value


@by_name
@given(data=st.data())
@EACH_CLASS
def test_record_round_trips_in_both_modes(cls, data):
    record = data.draw(records(cls))
    adapter = TypeAdapter(cls)
    assert adapter.validate_python(record) is record
    assert adapter.dump_python(record) == wire.to_builtins(record)
    assert adapter.validate_python(adapter.dump_python(record)) == record
    assert adapter.validate_json(adapter.dump_json(record)) == record


@by_name
def test_schema_defines_each_record_once_and_as_documents_do(cls):
    definitions = {name: one.schema for name, one in definitions_of(cls).items()}
    for mode in ("validation", "serialization"):
        schema = TypeAdapter(cls).json_schema(mode=mode)
        jsonschema_rs.meta.validate(schema)
        found = schema.pop("$defs", {}) | {cls.__name__: schema}
        assert found == definitions


@pytest.mark.parametrize("kind", OWN_VALUES, ids=lambda kind: kind.__name__)
@given(data=st.data())
@EACH_CLASS
def test_value_round_trips_and_fits_its_schema(kind, data):
    value = data.draw(VALUES[kind])
    adapter = TypeAdapter(kind | None)
    written = adapter.dump_json(value)
    assert adapter.validate_json(written) == value
    assert adapter.validate_python(value) is value
    assert adapter.validate_python(None) is None
    jsonschema.Draft202012Validator(adapter.json_schema()).validate(json.loads(written))


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda cls: cls.__name__)
def test_term_is_its_slug(vocabulary):
    adapter = TypeAdapter(vocabulary)
    for term in vocabulary:
        assert adapter.dump_python(term) == term.value
        assert adapter.validate_python(term.value) is term
        assert adapter.validate_python(term) is term
    assert adapter.json_schema()["enum"] == [term.value for term in vocabulary]


def test_invalid_record_gives_every_issue_at_its_place():
    errors = errors_of({"person": {"nik": "99010141", "nmae": "Ani"}, "nik": "1", "sex": "x"})
    assert [(one["loc"], one["type"]) for one in errors.errors()] == [
        (("person", "nmae"), "field.unknown"),
        (("person", "nik"), "nik.length"),
        (("person", "name"), "field.missing"),
        (("nik",), "nik.length"),
        (("sex",), "term.unknown"),
    ]


def test_error_has_the_message_in_both_languages_and_the_parameters():
    (error,) = errors_of("99010141", NIK).errors()
    assert error["msg"] == "A NIK needs 16 digits, got 8. Copy it again from the KTP or KK."
    assert error["ctx"] == {
        "length": 8,
        "message_en": error["msg"],
        "message_id": "NIK harus 16 angka, tertulis 8. Salin ulang dari KTP atau KK.",
    }


def test_issue_of_two_fields_is_at_the_record():
    issues = [
        {"loc": one["loc"], "type": one["type"]}
        for one in errors_of({"name": "Ani"}, Person).errors()
    ]
    assert issues == [{"loc": ("nik_absence",), "type": "person.nik_absence_missing"}]


def test_errors_do_not_contain_the_input():
    broken = "990101410890000"
    error = errors_of({"person": {"nik": broken, "name": 7}, "nik": broken, "places": [broken]})
    texts = [str(error), repr(error), error.json(), str(error.errors())]
    texts += ["".join(traceback.format_exception(error))]
    assert not any(broken in text for text in texts)


def test_models_hold_records_and_write_them_as_data():
    visit = Visit.model_validate({"person": PERSON, "nik": NUMBER, "sex": "perempuan"})
    assert visit.nik == NIK(NUMBER)
    assert NUMBER not in repr(visit)
    assert visit.model_dump()["person"] == PERSON
    assert visit.model_dump()["nik"] == NUMBER
    assert Visit.model_validate_json(visit.model_dump_json()) == visit


def test_schema_of_a_model_defines_each_type_once():
    schema = TypeAdapter(dict[RegionCode, list[Visit | Family | Worker]]).json_schema()
    assert schema["$defs"].keys() >= {"Person", "Visit", "Family", "Worker", "NIK", "Sex"}
    assert not [name for name in schema["$defs"] if name.startswith("psm_core")]
    jsonschema.Draft202012Validator.check_schema(schema)


def test_pydantic_is_imported_only_when_it_asks():
    code = (
        "import sys, psm_core.contrib\n"
        "from psm_core import *\n"
        "Person, Worker, NIK\n"
        "sys.exit('pydantic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603 - our own code
