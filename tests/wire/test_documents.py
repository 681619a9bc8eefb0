"""Documents as dicts, data without its envelope, and data of older versions."""

import json
from types import MappingProxyType

import pytest

from psm_core import Address, Person, RegionCode, UnknownVersionError, ValidationError, wire
from psm_core.wire import versions

NIK_TEXT = "9901014108900001"
DATA = {"nik": NIK_TEXT, "name": "Contoh"}
DOCUMENT = {"schema": "psm.person/1", "data": DATA}
TWICE = f'"nik": "{NIK_TEXT}", "nik": "{NIK_TEXT}"'
PERSON = wire.from_builtins(DATA, Person)


def issues_of(read, *arguments, **options):
    with pytest.raises(ValidationError) as caught:
        read(*arguments, **options)
    assert caught.value.__context__ is None
    return [(one.where, one.code) for one in caught.value.issues]


def test_document_is_the_same_as_dict_and_as_text():
    assert wire.to_document(PERSON) == DOCUMENT == json.loads(wire.to_json(PERSON))
    assert wire.from_document(DOCUMENT, Person) == PERSON
    assert wire.from_document(MappingProxyType(DOCUMENT), Person) == PERSON


@pytest.mark.parametrize(
    "document",
    [
        {},
        [],
        None,
        DATA,
        {"schema": "psm.person/1"},
        {"data": DATA},
        {**DOCUMENT, "shelf": 12},
        {**DOCUMENT, "schema": "psm.worker/1"},
        {**DOCUMENT, "schema": 1},
        {**DOCUMENT, "data": DOCUMENT},
        {**DOCUMENT, "data": {"nik": "9901", "nmae": "Contoh"}},
        {"schema": "psm.person/1", "Data": {"nik": "9901"}, "data": {"nik": "9901"}},
    ],
)
def test_invalid_document_has_the_same_issues_as_dict_and_as_text(document):
    found = issues_of(wire.from_document, document, Person)
    assert found
    assert found == issues_of(wire.from_json, json.dumps(document), Person)


def test_unknown_field_is_written_into_a_document():
    report = wire.report({**DATA, "shelf": 12}, Person, keep_unknown=True)
    document = wire.to_document(PERSON, unknown_fields=report.unknown_fields)
    assert document == {"schema": "psm.person/1", "data": {**DATA, "shelf": 12}}


def test_document_of_a_newer_version_is_refused():
    with pytest.raises(UnknownVersionError, match=r"psm\.person/2"):
        wire.from_document({**DOCUMENT, "schema": "psm.person/2"}, Person)


def test_class_without_document_is_refused():
    with pytest.raises(TypeError, match="Address has no document"):
        wire.to_document(Address(rt="001"))
    with pytest.raises(TypeError, match="Address has no document"):
        wire.from_document({}, Address)


def test_bare_text_is_the_data_alone():
    text = wire.to_json(PERSON, bare=True)
    assert text == f'{{"name":"Contoh","nik":"{NIK_TEXT}"}}'
    for given in (text, text.encode(), bytearray(text.encode()), "\ufeff" + text):
        assert wire.from_json(given, Person, bare=True) == PERSON
    assert json.loads(wire.to_json(PERSON, bare=True, indent=2)) == DATA


def test_bare_text_may_be_of_any_record_class():
    address = Address(rt="003", region=RegionCode("63.10.09.2005"))
    assert wire.from_json(wire.to_json(address, bare=True), Address, bare=True) == address
    for cls in (int, str):
        with pytest.raises(TypeError, match=f"{cls.__name__} is not a record"):
            wire.from_json("{}", cls, bare=True)
    with pytest.raises(TypeError, match="str is not a record"):
        wire.to_json("Contoh", bare=True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{", ("$", "json.syntax")),
        (b"\xff", ("$", "json.encoding")),
        (5, ("$", "type.text")),
        ("[]", ("$", "type.object")),
        (f'{{{TWICE}, "name": "Contoh"}}', ("$.nik", "json.duplicate_key")),
        ('{"nik": "9901", "name": "Contoh"}', ("$.nik", "nik.length")),
        (json.dumps(DOCUMENT), ("$", "document.unexpected")),
    ],
)  # fmt: skip
def test_invalid_bare_text_reports_its_issue(text, expected):
    assert issues_of(wire.from_json, text, Person, bare=True) == [expected]


def test_version_of_bare_data_is_checked():
    text = json.dumps(DATA)
    assert wire.from_builtins(DATA, Person, version=1) == PERSON
    assert wire.from_json(text, Person, bare=True, version=1) == PERSON
    for version in (0, 2):
        with pytest.raises(UnknownVersionError):
            wire.from_builtins(DATA, Person, version=version)
        with pytest.raises(UnknownVersionError):
            wire.from_json(text, Person, bare=True, version=version)
    with pytest.raises(TypeError, match="Address has no document"):
        wire.from_builtins({}, Address, version=1)
    with pytest.raises(TypeError, match="needs bare=True"):
        wire.from_json(json.dumps(DOCUMENT), Person, version=1)


def given_name(data):
    """Return data of a first version, which called the name `given_name`, as data of the second."""
    return {"name": data["given_name"], "nik": data["nik"]}


@pytest.fixture
def _two_versions(monkeypatch):
    monkeypatch.setattr(versions, "CURRENT", {**versions.CURRENT, "person": 2})
    monkeypatch.setattr(versions, "MIGRATIONS", {("person", 1): given_name})


@pytest.mark.usefixtures("_two_versions")
def test_data_of_an_older_version_is_migrated():
    old = {"given_name": "Contoh", "nik": NIK_TEXT}
    document = {"schema": "psm.person/1", "data": old}
    assert wire.from_document(document, Person) == PERSON
    assert wire.from_builtins(old, Person, version=1) == PERSON
    assert wire.from_json(json.dumps(old), Person, bare=True, version=1) == PERSON
    assert wire.to_document(PERSON)["schema"] == "psm.person/2"


@pytest.mark.usefixtures("_two_versions")
def test_data_that_does_not_fit_its_version_reports_its_place():
    code = "document.version_mismatch"
    document = {"schema": "psm.person/1", "data": DATA}
    assert issues_of(wire.from_document, document, Person) == [("$.data", code)]
    assert issues_of(wire.from_builtins, DATA, Person, version=1) == [("$", code)]
    twice = '{"given_name": "Contoh", "nik": "1", "nik": "2"}'
    found = issues_of(wire.from_json, twice, Person, bare=True, version=1)
    assert found == [("$.?", "json.duplicate_key")]
