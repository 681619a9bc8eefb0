"""Issues as plain data, and where they are in the data of a caller."""

import json
from collections import defaultdict
from dataclasses import dataclass
from datetime import date

import pytest

from psm_core import CellText, Issue, Person, Severity, ValidationError, checks, load_regions, wire

NIK_TEXT = "9901014108900001"
DATA = {"nik": NIK_TEXT, "name": "Contoh"}


def issues_of(read, *arguments, **options):
    with pytest.raises(ValidationError) as caught:
        read(*arguments, **options)
    return caught.value.issues


def test_issue_as_dict_has_both_messages_and_its_cell():
    issue = Issue(
        "nik.length",
        ("people", 0, "nik"),
        Severity.WARNING,
        {"length": 8},
        row=17,
        column="C",
        sheet="Warga",
        written=CellText("99010141"),
    )
    assert issue.to_dict() == {
        "code": "nik.length",
        "path": ["people", 0, "nik"],
        "where": "$.people[0].nik",
        "severity": "warning",
        "params": {"length": 8},
        "cell": "Warga!C17",
        "sheet": "Warga",
        "row": 17,
        "column": "C",
        "messages": {"en": issue.describe("en"), "id": issue.describe("id")},
    }
    assert "99010141" not in json.dumps(issue.to_dict())


def test_issue_without_a_place_as_dict_has_none_for_it():
    data = Issue("nik.length").to_dict()
    assert (data["path"], data["where"], data["cell"]) == ([], "$", None)
    data["params"]["length"] = 8
    assert Issue("nik.length").to_dict()["params"] == {}


def test_invalid_value_is_found_in_nested_data():
    data = {"id": "k-1", "members": [DATA, {**DATA, "nik": "9901"}]}
    issue = Issue("nik.length", ("members", 1, "nik"))
    assert issue.locate(data) == "9901"
    assert issue.locate({**data, "members": tuple(data["members"])}) == "9901"
    assert issue.path_in(data) == issue.path
    assert Issue("type.object").locate(data) is data


def test_unknown_key_is_found_by_its_position():
    data = {"nik": NIK_TEXT, "Budi Contoh": 1, "name": "Contoh", 7: 2, "nmae": 3}
    found = [
        (one.path_in(data), one.locate(data)) for one in issues_of(wire.from_builtins, data, Person)
    ]
    assert found == [(("Budi Contoh",), 1), ((7,), 2), (("nmae",), 3)]  # fmt: skip


def test_unknown_key_of_a_document_is_found_as_dict_and_as_text():
    document = {
        "schema": "psm.person/1",
        "data": {**DATA, "domicile": {"region": "63.10", "Rumah Budi": "hijau"}},
        "Catatan": 1,
    }
    expected = [("Catatan",), ("data", "domicile", "Rumah Budi")]
    issues = issues_of(wire.from_document, document, Person)
    assert [one.path_in(document) for one in issues] == expected
    issues = issues_of(wire.from_json, json.dumps(document), Person)
    assert [one.path_in(document) for one in issues] == expected


def test_unknown_key_that_is_preserved_is_found():
    data = {**DATA, "domicile": {"region": "63.10", "Rumah Budi": "hijau"}}
    report = wire.report(data, Person, keep_unknown=True)
    assert [one.locate(data) for one in report.issues] == ["hijau"]
    assert report.issues[0].path_in(data) == ("domicile", report.unknown_fields[0].key)


@dataclass
class Visits:
    """A class of an application with a mapping."""

    people: dict[str, Person]


def test_item_of_a_mapping_that_cattrs_read_is_found():
    data = {"people": {"Budi": {**DATA, "nik": "9901"}}}
    with pytest.raises(Exception) as caught:  # noqa: PT011 - an exception group of cattrs
        wire.make_converter().structure(data, Visits)
    (issue,) = wire.issues_of(caught.value)
    assert issue.path == ("people", 0, 1, "nik")
    assert issue.locate(data) == "9901"
    assert issue.path_in(data) == ("people", "Budi", "nik")
    key = Issue("type.value", ("people", 0, 0))
    assert (key.locate(data), key.path_in(data)) == ("Budi", ("people", "Budi"))


def test_value_of_a_check_is_found_in_its_record():
    data = {**DATA, "birth_date": "1991-08-01"}
    person = wire.from_builtins(data, Person)
    found = checks.check(person, as_of=date(2025, 10, 10), regions=load_regions())
    (issue,) = (one for one in found if one.where == "$.birth_date")
    assert (issue.locate(person), issue.locate(data)) == (date(1991, 8, 1), "1991-08-01")


@pytest.mark.parametrize(
    ("issue", "data"),
    [
        (Issue("field.missing", ("name",)), {"nik": NIK_TEXT}),
        (Issue("field.missing", ("name",)), defaultdict(str)),
        (Issue("field.missing", ("name", "text")), wire.from_builtins(DATA, Person)),
        (Issue("field.missing", ("name",)), Issue("nik.date")),
        (Issue("field.missing", ("name",)), NIK_TEXT),
        (Issue("field.missing", (0,)), NIK_TEXT),
        (Issue("field.missing", (0,)), {"nik": NIK_TEXT}),
        (Issue("field.missing", (1, 0)), {"nik": NIK_TEXT}),
        (Issue("field.missing", (1,)), [NIK_TEXT]),
        (Issue("field.missing", (0,)), frozenset({NIK_TEXT})),
        (Issue("field.unknown", ("?",)), {"nik": NIK_TEXT}),
        (Issue("field.unknown", ("?",)), {"?": NIK_TEXT}),
        (Issue("field.unknown", ("?",), params={"number": 2}), {"nik": NIK_TEXT}),
        (Issue("field.unknown", ("?", "nik"), params={"number": 1}), {"nik": NIK_TEXT}),
    ],
)
def test_value_that_the_data_does_not_have_raises_lookup_error(issue, data):
    for find in (issue.locate, issue.path_in):
        with pytest.raises(LookupError, match=r"^the data has no value at \$") as caught:
            find(data)
        assert NIK_TEXT not in str(caught.value)
        assert caught.value.__context__ is None
    assert data != defaultdict(str, name="")
