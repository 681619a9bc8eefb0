"""Reports: reading without raising, and preserving unknown fields."""

import json
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

import pytest

from psm_core import (
    Address,
    Beneficiary,
    BeneficiaryId,
    Event,
    Family,
    Person,
    Severity,
    Training,
    ValidationError,
    Worker,
    evolve,
    wire,
)
from psm_core.wire.collecting_reader import MAX_ISSUES
from psm_core.wire.json_text import MAX_LENGTH

NUMBER = "9901014108900001"
PERSON = {"nik": NUMBER, "name": "Contoh"}
GIVEN = {
    "id": "psm-1",
    "shelf": 12,
    "person": {"name": "Contoh", "nik": NUMBER, "hobby": ["Siti", NUMBER]},
    "assignments": [
        {"pillar": "psm", "serves": "63.10", "since": "2019-08-01", "note": "first"},
        {"pillar": "tksk", "serves": "63.10", "since": "2020-08-01", "note": "second"},
    ],
}
KEPT = [
    ((), "shelf", 12),
    (("person",), "hobby", ["Siti", NUMBER]),
    (("assignments", 0), "note", "first"),
    (("assignments", 1), "note", "second"),
]


def document(data, schema="psm.worker/1", **beside):
    return json.dumps({"schema": schema, "data": data, **beside})


def found(report):
    return [(issue.where, issue.code) for issue in report.issues]


def kept(report):
    return sorted(((one.path, one.key, one.value) for one in report.unknown_fields), key=str)


@pytest.mark.parametrize("data", [GIVEN, document(GIVEN), document(GIVEN).encode()])
def test_unknown_fields_are_errors_unless_preserved(data):
    strict = wire.report(data, Worker)
    assert strict.record is None
    assert {(issue.code, issue.severity) for issue in strict.issues} == {
        ("field.unknown", Severity.ERROR)
    }
    with pytest.raises(ValidationError) as caught:
        strict.record_or_raise()
    assert caught.value.issues == strict.issues
    lenient = wire.report(data, Worker, keep_unknown=True)
    assert [issue.path for issue in lenient.issues] == [issue.path for issue in strict.issues]
    assert {issue.severity for issue in lenient.issues} == {Severity.WARNING}
    assert kept(lenient) == sorted(KEPT, key=str)


def test_preserved_fields_are_written_back():
    report = wire.report(document(GIVEN), Worker, keep_unknown=True)
    written = json.loads(
        wire.to_json(report.record_or_raise(), unknown_fields=report.unknown_fields)
    )
    assert written == {"schema": "psm.worker/1", "data": GIVEN}
    again = wire.report(json.dumps(written), Worker, keep_unknown=True)
    assert (again.record, kept(again)) == (report.record, kept(report))
    assert "shelf" not in wire.to_builtins(report.record_or_raise())


def test_preserved_fields_follow_their_list_item():
    report = wire.report(GIVEN, Worker, keep_unknown=True)
    worker = report.record_or_raise()
    turned = evolve(
        worker, assignments=worker.assignments[::-1], person=evolve(worker.person, name="Lain")
    )
    written = wire.to_builtins(turned, unknown_fields=report.unknown_fields)
    assert [one["note"] for one in written["assignments"]] == ["second", "first"]
    assert written["person"]["hobby"] == ["Siti", NUMBER]
    fewer = evolve(worker, assignments=worker.assignments[1:])
    with pytest.raises(ValidationError) as caught:
        wire.to_builtins(fewer, unknown_fields=report.unknown_fields)
    assert found(caught.value) == [("$.assignments[0]", "field.orphaned")]
    assert "first" not in str(caught.value)
    changed = evolve(worker, assignments=())
    with pytest.raises(ValidationError):
        wire.to_builtins(changed, unknown_fields=report.unknown_fields)


def test_written_fields_are_copies():
    report = wire.report(GIVEN, Worker, keep_unknown=True)
    wire.to_builtins(report.record_or_raise(), unknown_fields=report.unknown_fields)["person"][
        "hobby"
    ].append(1)
    assert kept(report) == sorted(KEPT, key=str)


def test_preserved_fields_follow_items_of_sets():
    findings = [
        {"category": f"ppks-26:{name}", "date": day, "source": "asesmen", "note": name}
        for name, day in (("pemulung", "2025-10-10"), ("gelandangan", "2025-10-11"))
    ]
    fields = {
        "id": "b-1",
        "person": {"name": "Contoh", "nik_absence": "belum-memiliki"},
        "classifications": findings,
    }
    report = wire.report(fields, Beneficiary, keep_unknown=True)
    written = wire.to_builtins(report.record_or_raise(), unknown_fields=report.unknown_fields)
    assert {one["note"]: one["date"] for one in written["classifications"]} == {
        "pemulung": "2025-10-10",
        "gelandangan": "2025-10-11",
    }
    assert written["classifications"] != findings
    other = Beneficiary(id=BeneficiaryId("b"), person=report.record_or_raise().person)
    with pytest.raises(ValidationError):
        wire.to_builtins(other, unknown_fields=report.unknown_fields)


def test_field_of_a_removed_record_is_orphaned():
    fields = {"name": "C", "nik": NUMBER, "ktp_address": {"rt": "1", "block": "A"}}
    report = wire.report(fields, Person, keep_unknown=True)
    without = evolve(report.record_or_raise(), ktp_address=None)
    with pytest.raises(ValidationError) as caught:
        wire.to_builtins(without, unknown_fields=report.unknown_fields)
    assert found(caught.value) == [("$.ktp_address", "field.orphaned")]


def test_errors_remain_beside_preserved_fields():
    fields = {**GIVEN, "person": {"name": " ", "nik": NUMBER, "hobby": 1}}
    report = wire.report(document(fields), Worker, keep_unknown=True)
    assert report.record is None
    with pytest.raises(ValidationError) as caught:
        report.record_or_raise()
    assert found(caught.value) == [("$.data.person.name", "text.blank")]
    assert ("person",) in [one.path for one in report.unknown_fields]
    assert {one.owner for one in report.unknown_fields if one.path == ("person",)} == {None}


@pytest.mark.parametrize(
    ("text", "where"),
    [
        (f'{{"nik": "{NUMBER}", "name": "C", "x": {{"a": 1, "a": 2}}}}', "$.data.?"),
        (f'{{"nik": "{NUMBER}", "name": "C", "x": 1, "x": 2}}', "$.data.?"),
        (f'{{"nik": "{NUMBER}", "name": "C", "x": NaN}}', "$.data.?"),
        (f'{{"nik": "{NUMBER}", "name": "C", "x": {"[" * 40 + "]" * 40}}}', "$.data.?"),
        (f'{{"nik": "{NUMBER}", "name": "C", "x": 99999999999999999999}}', "$.data.?"),
    ],
)
def test_unwritable_values_are_not_preserved(text, where):
    whole = f'{{"schema": "psm.person/1", "data": {text}}}'
    report = wire.report(whole, Person, keep_unknown=True)
    assert (report.record, report.unknown_fields) == (None, ())
    assert found(report) == [(where, "field.unknown")]
    assert report.issues[0].severity is Severity.ERROR


def test_fields_beside_data_are_not_preserved():
    report = wire.report(document(GIVEN, meta=1), Worker, keep_unknown=True)
    assert report.record is None
    assert report.issues[0] == wire.report(document(GIVEN, meta=1), Worker).issues[0]


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        (document(GIVEN, "psm.worker/2"), ("$.schema", "document.unknown_version")),
        (document(GIVEN, "psm.person/1"), ("$.schema", "document.other_schema")),
        ("{", ("$", "json.syntax")),
        (b"\xff", ("$", "json.encoding")),
        ("x" * (MAX_LENGTH + 1), ("$", "json.too_large")),
        (b"x" * (MAX_LENGTH + 1), ("$", "json.too_large")),
        (5, ("$", "type.object")),
    ],
)
def test_report_raises_nothing_for_invalid_data(text, issue):
    for keep_unknown in (False, True):
        report = wire.report(text, Worker, keep_unknown=keep_unknown)
        assert found(report) == [issue]
        assert report.issues[0].describe("id")


def test_document_without_data_preserves_nothing():
    text = '{"schema": "psm.worker/1", "dat4": {}}'
    report = wire.report(text, Worker, keep_unknown=True)
    assert report == wire.report(text, Worker)
    assert found(report) == [("$.dat4", "field.unknown"), ("$.data", "document.missing_part")]


def test_class_without_document_raises_type_error():
    with pytest.raises(TypeError):
        wire.report("{}", date)
    with pytest.raises(TypeError):
        wire.report({}, date)


def test_repr_of_a_report_shows_no_data():
    shown = repr(wire.report(GIVEN, Worker, keep_unknown=True))
    assert "Siti" not in shown
    assert NUMBER not in shown
    assert "shelf" not in shown
    assert "UnknownField($.assignments[1].***)" in shown


@pytest.mark.parametrize(
    "fields",
    [
        {**GIVEN, "trainings": [5] * 5000},
        {**GIVEN, **{f"key{n}": n for n in range(5000)}},
        {**GIVEN, "assignments": [{"x": n} for n in range(5000)]},
    ],
)
def test_number_of_issues_is_limited(fields):
    for keep_unknown in (False, True):
        report = wire.report(fields, Worker, keep_unknown=keep_unknown)
        errors = [issue for issue in report.issues if issue.severity is Severity.ERROR]
        assert len(errors) == MAX_ISSUES + 1
        assert errors[-1].code == "document.too_many_issues"
        assert len(report.unknown_fields) <= MAX_ISSUES


def test_field_of_one_of_two_equal_items_returns_to_it():
    for agenda in (
        [{"title": "Apel", "x": 1}, {"title": "Apel"}],
        [{"title": "Apel"}, {"title": "Apel", "x": 1}],
    ):
        fields = {"id": "e", "title": "T", "kind": "rakor", "agenda": agenda}
        report = wire.report(fields, Event, keep_unknown=True)
        assert (
            wire.to_builtins(report.record, unknown_fields=report.unknown_fields)["agenda"]
            == agenda
        )
        assert repr(report.unknown_fields) in {
            "(UnknownField($.agenda[0].***),)",
            "(UnknownField($.agenda[1].***),)",
        }


def test_repeated_key_is_an_error_with_keep_unknown():
    text = '{"schema": "psm.person/1", "data": {"name": "A", "name": "B", "x": 1}}'
    report = wire.report(text, Person, keep_unknown=True)
    assert ("$.data.name", "json.duplicate_key") in [(i.where, i.code) for i in report.issues]


def member(name, kept, street="1"):
    person = {
        "name": name,
        "nik_absence": "belum-memiliki",
        "ktp_address": {"rt": street, "x": kept},
    }
    return {"relation": "anak", "person": person}


def kept_of(family, unknown):
    written = wire.to_builtins(family, unknown_fields=unknown)["memberships"]
    return {one["person"]["name"]: one["person"]["ktp_address"].get("x") for one in written}


def test_nested_field_follows_its_outermost_list_item():
    fields = {"memberships": [member("Satu", 1), member("Dua", 2)]}
    report = wire.report(fields, Family, keep_unknown=True)
    one, two = report.record_or_raise().memberships
    stranger = evolve(one, person=evolve(one.person, name="Baru"))
    for members in ((one, two), (two, one), (stranger, one, two), (two, stranger, one)):
        found = kept_of(
            evolve(report.record_or_raise(), memberships=members), report.unknown_fields
        )
        assert {name: found[name] for name in ("Satu", "Dua")} == {"Satu": 1, "Dua": 2}
        assert found.get("Baru") is None
    with pytest.raises(ValidationError) as caught:
        kept_of(evolve(report.record_or_raise(), memberships=(two,)), report.unknown_fields)
    assert found_of(caught.value) == [("$.memberships[0].person.ktp_address", "field.orphaned")]


def found_of(error):
    return [(issue.where, issue.code) for issue in error.issues]


def test_equal_items_keep_separate_fields():
    fields = {
        **GIVEN,
        "trainings": [{"name": "A", "x": 1}, {"name": "A"}, {"name": "A", "x": 3, "y": 4}],
    }
    report = wire.report(fields, Worker, keep_unknown=True)
    worker = report.record_or_raise()
    assert (
        wire.to_builtins(worker, unknown_fields=report.unknown_fields)["trainings"]
        == fields["trainings"]
    )
    longer = evolve(worker, trainings=(Training(name="B"), *worker.trainings))
    written = wire.to_builtins(longer, unknown_fields=report.unknown_fields)["trainings"]
    assert {"name": "A", "x": 1} in written
    assert {"name": "A", "x": 3, "y": 4} in written
    with pytest.raises(ValidationError):
        wire.to_builtins(
            evolve(worker, trainings=worker.trainings[:1]), unknown_fields=report.unknown_fields
        )


def test_restore_rejects_other_classes_and_existing_fields():
    report = wire.report({**PERSON, "shelf": 12, "street": "x"}, Person, keep_unknown=True)
    with pytest.raises(ValidationError) as caught:
        wire.to_builtins(Address(street="Jl. Contoh"), unknown_fields=report.unknown_fields)
    assert found_of(caught.value) == [("$", "field.orphaned")] * 2
    over = report.unknown_fields[0]._replace(key="name")
    with pytest.raises(ValidationError):
        wire.to_builtins(report.record_or_raise(), unknown_fields=[over])


def test_preserved_values_are_copies():
    fields = {**PERSON, "shelf": [1]}
    report = wire.report(fields, Person, keep_unknown=True)
    fields["shelf"].append(float("nan"))
    assert wire.to_builtins(report.record_or_raise(), unknown_fields=report.unknown_fields)[
        "shelf"
    ] == [1]


def test_repeated_extension_name_is_an_error():
    text = (
        '{"schema": "psm.person/1", "data": {"name": "C", "nik_absence": "belum-memiliki",'
        ' "extensions": {"id.go.contoh": 1, "id.go.contoh": 2}}}'
    )
    assert found(wire.report(text, Person)) == [("$.data.extensions", "json.duplicate_key")]


def test_misbehaving_mapping_is_rejected_as_extensions():
    class Sly(Mapping):
        def __getitem__(self, key):
            raise RuntimeError(NUMBER)

        def __iter__(self):
            return iter(["name"])

        def __len__(self):
            return 1

    report = wire.report({**PERSON, "extensions": Sly()}, Person)
    assert found(report) == [("$.extensions", "type.object")]
    named = MappingProxyType({"id.go.contoh": 1})
    assert wire.report({**PERSON, "extensions": named}, Person).record_or_raise().extensions


def test_shared_lists_are_read_quickly():
    shared = []
    for _ in range(14):
        shared = [shared] * 8
    kept_report = wire.report({**PERSON, "x": shared}, Person, keep_unknown=True)
    assert found(kept_report) == [("$.?", "field.unknown")]
    extended = wire.report({**PERSON, "extensions": {"id.go.contoh": shared}}, Person)
    assert found(extended) == [("$.extensions", "extension.value")]


def test_report_accepts_bytearray():
    text = bytearray(document(PERSON, "psm.person/1").encode())
    assert wire.report(text, Person).record == wire.from_json(text, Person)
    newer = wire.report(document(PERSON, "psm.person/12345"), Person)
    assert found(newer) == [("$.schema", "document.unknown_version")]
