"""Documents with a provenance: written, read and checked by each reader."""

import json

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from psm_core import FieldSource, Person, Provenance, SourcedRecord, ValidationError, Worker, wire
from psm_core.testing import provenances, records
from psm_core.wire.collecting_reader import MAX_ISSUES
from psm_core.wire.versions import NAMES
from tests.each_class import EACH_CLASS

DATA = {"name": "Contoh", "nik_absence": "belum-memiliki"}
KK = {"document": "KK"}


def codes(document, cls=Person):
    reads = (wire.from_document, wire.read_with_provenance)
    found = []
    for read in reads:
        with pytest.raises(ValidationError) as caught:
            read(document, cls)
        found.append([(issue.where, issue.code) for issue in caught.value.issues])
    for read in (wire.from_json, wire.read_with_provenance):
        with pytest.raises(ValidationError) as caught:
            read(json.dumps(document), cls)
        found.append([(issue.where, issue.code) for issue in caught.value.issues])
    assert found.count(found[0]) == len(found)
    return found[0]


def with_provenance(provenance, data=DATA):
    return {"schema": "psm.person/1", "data": data, "provenance": provenance}


@given(st.data())
@EACH_CLASS
def test_record_of_any_class_round_trips_with_its_provenance(data):
    cls = data.draw(st.sampled_from(sorted(NAMES, key=lambda one: one.__name__)))
    record = data.draw(records(cls))
    provenance = data.draw(provenances(record))
    text = wire.to_json(record, provenance=provenance)
    document = wire.to_document(record, provenance=provenance)
    assert json.loads(text) == document
    assert ("provenance" in document) is bool(provenance)
    for given_document in (text, text.encode(), document):
        again = wire.read_with_provenance(given_document, cls)
        assert (again.record, again.provenance) == (record, provenance)
    assert wire.to_json(again) == text
    assert wire.to_document(again) == document
    assert json.loads(wire.to_json(again, indent=1)) == document
    assert wire.from_json(text, cls) == wire.from_document(document, cls) == record
    jsonschema.Draft202012Validator(wire.schema(cls)).validate(document)


def test_equal_provenances_give_equal_text():
    source = FieldSource(document="KK")
    paths = [("disabilities",), (), ("name",), ("domicile",)]
    person = wire.from_builtins(DATA, Person)
    texts = {
        wire.to_json(person, provenance=Provenance(dict.fromkeys(order, source)), indent=indent)
        for order in (paths, paths[::-1])
        for indent in (None, 2)
    }
    assert len(texts) == 2
    assert list(json.loads(min(texts))["provenance"]) == ["", "/disabilities", "/domicile", "/name"]


def test_invalid_provenance_is_an_issue_for_every_reader():
    assert codes(with_provenance([])) == [("$.provenance", "type.object")]
    assert codes(with_provenance(None)) == [("$.provenance", "type.object")]
    assert codes(
        with_provenance(
            {
                "/nama": KK,
                "name": KK,
                "/disabilities/0": KK,
                "/name": {},
                "/phone": {"agent": "a b", "fax": 1},
                "/rt/-1": KK,
                "": "KK",
            }
        )
    ) == [
        ("$.provenance.?", "provenance.path_missing"),
        ("$.provenance.?", "provenance.path_missing"),
        ("$.provenance./disabilities/0", "provenance.path_missing"),
        ("$.provenance./name.agent", "provenance.source_missing"),
        ("$.provenance./phone.?", "field.unknown"),
        ("$.provenance./phone.agent", "id.format"),
        ("$.provenance.?", "provenance.path_missing"),
        ("$.provenance.", "type.object"),
    ]


def test_issues_of_an_invalid_record_and_its_provenance_are_reported_together():
    document = with_provenance({"/disabilities/0": KK, "/nama": KK}, {"nik_absence": "x"})
    found = codes(document)
    assert [where for where, _ in found] == ["$.data.nik_absence", "$.data.name", "$.provenance.?"]
    report = wire.report(
        json.dumps(with_provenance({"/nama": KK}, DATA | {"shelf": 1})), Person, keep_unknown=True
    )
    assert report.record is None
    assert [issue.code for issue in report.issues] == ["provenance.path_missing", "field.unknown"]
    report = wire.report(
        json.dumps(with_provenance({"": KK}, DATA | {"shelf": 1})), Person, keep_unknown=True
    )
    assert report.record is not None
    assert report.provenance == Provenance({(): FieldSource(document="KK")})
    unknown = report.unknown_fields
    again = wire.to_json(report.record, unknown_fields=unknown, provenance=report.provenance)
    assert json.loads(again) == with_provenance({"": KK}, DATA | {"shelf": 1})
    report = wire.report(json.dumps(with_provenance({"": KK})), Person)
    assert report.provenance == Provenance({(): FieldSource(document="KK")})


def test_issue_of_an_unknown_path_can_be_located():
    document = with_provenance({"/name": KK, "/Ibu Kandung": KK})
    with pytest.raises(ValidationError) as caught:
        wire.from_document(document, Person)
    (issue,) = caught.value.issues
    assert issue.path_in(document) == ("provenance", "/Ibu Kandung")
    assert "Ibu" not in str(issue)


def test_repeated_path_is_an_issue():
    text = json.dumps(with_provenance({"/name": KK}))
    text = text.replace('"/name":', '"/name": {"document": "KTP"}, "/name":')
    report = wire.report(text, Person)
    assert [(i.where, i.code) for i in report.issues] == [
        ("$.provenance./name", "json.duplicate_key")
    ]


def test_number_of_issues_is_limited():
    document = with_provenance({f"/{number}": KK for number in range(MAX_ISSUES + 5)})
    with pytest.raises(ValidationError) as caught:
        wire.from_document(document, Person)
    assert len(caught.value.issues) == MAX_ISSUES + 1
    assert caught.value.issues[-1].code == "document.too_many_issues"


def test_whole_document_with_provenance_in_place_of_its_data_is_one_issue():
    with pytest.raises(ValidationError, match=r"document\.unexpected"):
        wire.from_builtins(with_provenance({}), Person)


def test_writer_rejects_paths_that_the_record_does_not_have():
    person = wire.from_builtins(DATA, Person)
    wrong = Provenance({("phone", 0): FieldSource(document="KK")})
    for write in (wire.to_json, wire.to_document):
        with pytest.raises(ValidationError, match=r"\$\.phone\[0\] provenance\.path_missing"):
            write(person, provenance=wrong)
    with pytest.raises(TypeError, match="needs a document"):
        wire.to_json(person, provenance=wrong, bare=True)
    sourced = SourcedRecord(person)
    with pytest.raises(TypeError, match="needs a document"):
        wire.to_json(sourced, bare=True)
    with pytest.raises(
        TypeError, match="SourcedRecord is not a record of psm_core; give its record"
    ):
        wire.to_builtins(sourced)
    for write in (wire.to_json, wire.to_document):
        with pytest.raises(TypeError, match="leave out provenance="):
            write(sourced, provenance=Provenance())
        with pytest.raises(TypeError, match="a Provenance is needed here, not str"):
            write(person, provenance="KK")
        with pytest.raises(TypeError, match="str has no document"):
            write("Contoh")
    with pytest.raises(TypeError, match="has no document"):
        wire.read_with_provenance("{}", FieldSource)
    with pytest.raises(ValidationError, match=r"type\.text"):
        wire.read_with_provenance(5, Worker)
