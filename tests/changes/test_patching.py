"""Changes lead from one record to the other, as values, as JSON Patch and as JSON Merge Patch."""

import json
import math

import jsonpatch
import pytest
from hypothesis import given
from hypothesis import strategies as st

from psm_core import (
    Address,
    Extensions,
    NIKAbsence,
    Person,
    Quarter,
    ValidationError,
    WelfareRank,
    evolve,
    wire,
)
from psm_core.changes import diff, json_patch, patch, to_json_patch
from psm_core.terms import WelfareScheme
from psm_core.testing import edited_pairs
from tests.each_class import EACH_CLASS
from tests.project.records import RECORDS


@pytest.mark.parametrize("cls", RECORDS, ids=lambda cls: cls.__name__)
@given(data=st.data())
@EACH_CLASS
def test_changes_lead_from_one_record_to_the_other(cls, data):
    before, after = data.draw(edited_pairs(cls))
    changes = diff(before, after)
    assert patch(before, changes) == after
    operations = to_json_patch(changes)
    assert patch(before, json.loads(json.dumps(operations))) == after
    patched = jsonpatch.apply_patch(wire.to_builtins(before), operations)
    assert wire.from_builtins(patched, cls) == after
    assert (changes == ()) is (before == after)


HOME = Address(rt="001", rw="002", street="Jalan Contoh")
"""The document has the keys street, rt and rw."""


SOMEBODY = Person(name="Contoh", nik_absence=NIKAbsence.BELUM_MEMILIKI)


def issues_of(patch_, record=HOME):
    with pytest.raises(ValidationError) as caught:
        patch(record, patch_)
    return [(issue.code, issue.path) for issue in caught.value.issues]


@pytest.mark.parametrize(
    ("document", "merge_patch", "expected"),
    [
        ({"a": "b"}, {"a": "c"}, {"a": "c"}),
        ({"a": "b"}, {"b": "c"}, {"a": "b", "b": "c"}),
        ({"a": "b"}, {"a": None}, {}),
        ({"a": "b", "b": "c"}, {"a": None}, {"b": "c"}),
        ({"a": ["b"]}, {"a": "c"}, {"a": "c"}),
        ({"a": "c"}, {"a": ["b"]}, {"a": ["b"]}),
        ({"a": {"b": "c"}}, {"a": {"b": "d", "c": None}}, {"a": {"b": "d"}}),
        ({"a": [{"b": "c"}]}, {"a": [1]}, {"a": [1]}),
        ({"e": None}, {"a": 1}, {"e": None, "a": 1}),
        ({}, {"a": {"bb": {"ccc": None}}}, {"a": {"bb": {}}}),
    ],
)
def test_merge_patch_follows_the_examples_of_its_standard(document, merge_patch, expected):
    name = "id.go.contoh"
    record = evolve(SOMEBODY, extensions=Extensions.of({name: document}))
    result = patch(record, {"extensions": {name: merge_patch}})
    assert result.extensions[name] == expected


def test_operations_follow_their_standard():
    name = "id.go.contoh"
    data = {"list": [1, 2], "a/b": 1, "c~d": {"x": [True, 1.5, None]}}
    record = evolve(SOMEBODY, extensions=Extensions.of({name: data}))
    at = f"/extensions/{name}"
    operations = [
        {"op": "test", "path": f"{at}/a~1b", "value": 1.0},
        {"op": "test", "path": f"{at}/c~0d", "value": {"x": [True, 1.5, None]}},
        {"op": "add", "path": f"{at}/list/1", "value": 9},
        {"op": "add", "path": f"{at}/list/-", "value": {"y": []}},
        {"op": "replace", "path": f"{at}/list/0", "value": 0},
        {"op": "replace", "path": f"{at}/a~1b", "value": 2},
        {"op": "copy", "from": f"{at}/list", "path": f"{at}/copy"},
        {"op": "remove", "path": f"{at}/copy/2"},
        {"op": "move", "from": f"{at}/c~0d", "path": f"{at}/moved"},
        {"op": "move", "from": f"{at}/moved", "path": f"{at}/moved"},
        {"op": "add", "path": f"{at}/list/3/y/0", "value": "z"},
    ]
    kept = json.dumps(operations)
    result = patch(record, operations)
    assert result.extensions[name] == {
        "list": [0, 9, 2, {"y": ["z"]}],
        "a/b": 2,
        "copy": [0, 9, {"y": []}],
        "moved": {"x": [True, 1.5, None]},
    }
    assert json.dumps(operations) == kept
    independent = jsonpatch.apply_patch(wire.to_builtins(record), operations)
    assert wire.to_builtins(result) == independent


@pytest.mark.parametrize(
    ("operation", "code"),
    [
        ("remove", "patch.operation"),
        ({"path": "/rt"}, "patch.operation"),
        ({"op": "set", "path": "/rt"}, "patch.operation"),
        ({"op": [], "path": "/rt"}, "patch.operation"),
        ({"op": "remove"}, "patch.operation"),
        ({"op": "remove", "path": "rt"}, "patch.operation"),
        ({"op": "remove", "path": "/~2"}, "patch.operation"),
        ({"op": "remove", "path": 3}, "patch.operation"),
        ({"op": "add", "path": "/rt"}, "patch.operation"),
        ({"op": "replace", "path": "/rt"}, "patch.operation"),
        ({"op": "test", "path": "/rt"}, "patch.operation"),
        ({"op": "copy", "path": "/rt"}, "patch.operation"),
        ({"op": "move", "from": "", "path": "/rt"}, "patch.operation"),
        ({"op": "remove", "path": "/hamlet"}, "patch.path_missing"),
        ({"op": "replace", "path": "/hamlet", "value": "x"}, "patch.path_missing"),
        ({"op": "add", "path": "/rt/0", "value": "x"}, "patch.path_missing"),
        ({"op": "remove", "path": "/rt/0"}, "patch.path_missing"),
        ({"op": "test", "path": "/rt", "value": "003"}, "patch.test_failed"),
        ({"op": "test", "path": "", "value": {"rt": "001"}}, "patch.test_failed"),
        ({"op": "test", "path": "", "value": []}, "patch.test_failed"),
    ],
)
def test_wrong_operation_is_named_by_its_number(operation, code):
    good = {"op": "test", "path": "/rt", "value": "001"}
    assert issues_of([good, operation]) == [(code, (1,))]


@pytest.mark.parametrize("index", ["01", "3", "-1", "x", "-"])
def test_position_that_a_list_does_not_have_is_refused(index):
    record = evolve(SOMEBODY, extensions=Extensions.of({"id.contoh": [1, 2]}))
    path = f"/extensions/id.contoh/{index}"
    found = issues_of([{"op": "remove", "path": path}], record)
    if index != "-":
        assert issues_of([{"op": "add", "path": path, "value": 1}], record) == found
    assert found == [("patch.path_missing", (0,))]


def test_true_is_not_one_in_a_test():
    record = evolve(SOMEBODY, extensions=Extensions.of({"id.contoh": [1, [2]]}))
    for value in ([True, [2]], [1, [2, 3]], [1]):
        test = {"op": "test", "path": "/extensions/id.contoh", "value": value}
        assert issues_of([test], record) == [("patch.test_failed", (0,))]


def test_changed_record_is_validated_as_a_whole():
    found = issues_of({"rt": 5, "rw": "x" * 300, "unknown": 1})
    assert sorted(found) == [
        ("field.unknown", ("?",)),
        ("text.too_long", ("rw",)),
        ("type.text", ("rt",)),
    ]
    assert issues_of([{"op": "remove", "path": ""}]) == [("type.object", ())]
    assert issues_of([{"op": "replace", "path": "", "value": {"rt": 1}}]) == [
        ("type.text", ("rt",))
    ]


def test_patch_that_doubles_the_data_again_and_again_is_refused(monkeypatch):
    monkeypatch.setattr(json_patch, "_MOST_VALUES", 1 << 14)  # 1,000,000 take seconds
    doubling = [{"op": "copy", "from": "", "path": f"/copy{number}"} for number in range(60)]
    assert issues_of(doubling) == [("patch.too_large", (12,))]
    deep: object = "x"
    for _ in range(200):
        deep = {"a": deep}
    assert issues_of([{"op": "add", "path": "/rt", "value": deep}]) == [("patch.too_large", (0,))]
    assert issues_of(deep) == [("patch.too_large", ())]


def test_patches_that_only_together_are_too_deep_are_refused():
    deep: object = {}
    for _ in range(90):
        deep = {"a": deep}
    additions = [{"op": "add", "path": "/x" + "/a" * (90 * at), "value": deep} for at in range(9)]
    for _ in range(800):
        deep = {"a": deep}
    test = {"op": "test", "path": "/x", "value": deep}
    assert issues_of([*additions, test]) == [("patch.too_large", (9,))]


NUMBER = "9901014108900001"
STEPS = st.sampled_from(
    [
        "",
        "-",
        "0",
        "00",
        "-1",
        "9" * 30,
        "~0",
        "~1",
        "~2",
        "\ud800",
        "٣",
        "extensions",
        "id.contoh",
        "x",
        NUMBER,
    ]
)
LEAVES = st.sampled_from(
    [None, True, -1, math.nan, 10**400, "", NUMBER, "\ud800", b"x", {1: 2}, object(), {NUMBER}]
)
VALUES = st.recursive(
    LEAVES, lambda part: st.lists(part, max_size=2) | st.dictionaries(STEPS, part, max_size=2)
)
POINTERS = LEAVES | st.lists(STEPS, max_size=3).map(lambda steps: "".join(f"/{s}" for s in steps))
NAMES = st.sampled_from(["add", "remove", "replace", "move", "copy", "test", NUMBER])
OPERATIONS = st.fixed_dictionaries(
    {"op": NAMES | LEAVES}, optional={"path": POINTERS, "from": POINTERS, "value": VALUES}
)


@given(st.lists(OPERATIONS, max_size=4) | VALUES)
def test_malicious_patches_are_refused_without_their_values(patch_):
    record = evolve(SOMEBODY, extensions=Extensions.of({"id.contoh": [1, {"x": []}]}))
    try:
        assert type(patch(record, patch_)) is Person
    except ValidationError as error:
        said = [str(error), *(f"{one.where}{one.describe('id')}" for one in error.issues)]
        assert not any("9901" in text for text in said)


def test_thousands_of_operations_are_made():
    record = evolve(SOMEBODY, extensions=Extensions.of({"id.contoh": []}))
    at = "/extensions/id.contoh/-"
    added = [{"op": "add", "path": at, "value": number % 10} for number in range(5000)]
    assert len(patch(record, added).extensions["id.contoh"]) == 5000
    assert issues_of(
        [*added, {"op": "move", "from": "/extensions", "path": f"{at}/x"}], record
    ) == [("patch.operation", (5000,))]


@pytest.mark.parametrize("body", [None, 5, True, 1.5])
def test_patch_that_is_neither_list_nor_object_is_refused(body):
    assert issues_of(body) == [("patch.operation", ())]


def test_changes_and_operations_are_made_in_their_order():
    steps = [*diff(HOME, evolve(HOME, rt="009")), {"op": "copy", "from": "/rt", "path": "/rw"}]
    changed = patch(HOME, steps)
    assert (changed.rt, changed.rw) == ("009", "009")


def test_only_changes_are_written_as_operations():
    with pytest.raises(TypeError, match="a Change is needed here, not int"):
        to_json_patch([*diff(HOME, evolve(HOME, rt="009")), 5])  # type: ignore[list-item]


def test_empty_patches_change_nothing():
    assert patch(HOME, []) == patch(HOME, {}) == patch(HOME, ()) == HOME
    assert diff(HOME, HOME) == ()


def test_changed_value_that_documents_leave_out_is_added():
    ranked = WelfareRank(decile=1, period=Quarter("2025-Q4"))
    other = evolve(ranked, scheme=WelfareScheme.DTKS)
    assert to_json_patch(diff(ranked, other)) == [{"op": "add", "path": "/scheme", "value": "dtks"}]
    assert to_json_patch(diff(other, ranked)) == [{"op": "remove", "path": "/scheme"}]
