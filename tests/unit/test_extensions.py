"""Facts of an application's own, by namespace: kept as they are, shown to nobody."""

import copy
import json
import pickle
from datetime import date

import pytest
from hypothesis import given

from psm_core import (
    NIK,
    Extensions,
    Issue,
    ParseError,
    Person,
    Sensitivity,
    TableError,
    ValidationError,
    evolve,
    privacy,
    tables,
    wire,
)
from psm_core._core.text_value import unmasked_text
from psm_core.records.consents import Consent
from psm_core.terms import ConsentPurpose
from psm_core.testing import values
from psm_core.values.extensions import DEEPEST, LONGEST

DAY = date(2025, 10, 10)
NAMED = "id.go.contoh.register"
HELD = {NAMED: {"b": [1, 2.5, True, None], "a": "Siti 9901014108900001"}, "id.contoh": "x"}
PERSON = Person(nik=NIK("9901014108900001"), name="Contoh", extensions=Extensions.of(HELD))


def code(call):
    with pytest.raises(ParseError) as caught:
        call()
    assert caught.value.__context__ is None
    return caught.value.code, caught.value.issue.path


def test_extensions_are_a_mapping_of_copies():
    held = Extensions.of(HELD)
    assert dict(held) == HELD
    assert list(held) == ["id.contoh", NAMED]
    assert len(held) == 2
    assert "id.go.lain" not in held
    held[NAMED]["b"].append(1)
    assert dict(held) == HELD
    with pytest.raises(KeyError):
        held["id.go.lain"]


def test_extensions_compare_without_order():
    other = Extensions.of(dict(reversed(HELD.items())))
    assert other == Extensions.of(HELD)
    assert hash(other) == hash(Extensions.of(HELD))
    assert Extensions.of({NAMED: 1}) != Extensions.of({NAMED: 1.0})
    assert pickle.loads(pickle.dumps(other)) == other == copy.deepcopy(other)  # noqa: S301


def test_extensions_str_is_their_number():
    assert repr(Extensions.of(HELD)) == "<Extensions 2>"
    assert "Siti" not in f"{PERSON} {PERSON.extensions} {PERSON!r}"


def test_record_is_written_and_read_with_extensions():
    written = wire.to_json(PERSON)
    assert json.loads(written)["data"]["extensions"] == HELD
    assert wire.from_json(written, Person) == PERSON
    assert "extensions" not in wire.to_builtins(evolve(PERSON, extensions=Extensions("{}")))


def test_extensions_survive_an_export_to_a_file(tmp_path):
    path = tmp_path / "people.csv"
    tables.write([PERSON], path)
    assert tables.read(path, Person).records == (PERSON,)


def test_extensions_too_long_for_a_cell_are_rejected(tmp_path):
    long = evolve(PERSON, extensions=Extensions.of({NAMED: "x" * 10_000}))
    for name in ("people.csv", "people.xlsx"):
        with pytest.raises(TableError) as caught:
            tables.write([long], tmp_path / name)
        assert caught.value.code == "cell.too_long"
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("audience", privacy.Audience)
def test_redaction_removes_extensions(audience):
    assert "extensions" not in privacy.redact(PERSON, audience=audience, as_of=DAY)


def test_export_contains_extensions_with_consent():
    for covers, is_exported in ((Sensitivity.UMUM, False), (Sensitivity.SPESIFIK, True)):
        consent = Consent(
            key="c", date=DAY, covers=covers, purposes=frozenset({ConsentPurpose.BANTUAN})
        )
        data = privacy.export(PERSON, purpose=ConsentPurpose.BANTUAN, consent=consent, as_of=DAY)
        assert (data.get("extensions") == HELD) is is_exported


def nested(depth):
    value = 1
    for _ in range(depth):
        value = [value]
    return value


@pytest.mark.parametrize(
    "value",
    [
        float("nan"),
        float("inf"),
        2**53,
        -(2**53),
        "\ud800",
        "\ufffe",
        (1,),
        {1: 2},
        {"\udfff": 1},
        {"a": [object()]},
        nested(DEEPEST + 1),
    ],
)
def test_extension_value_that_json_readers_change_is_rejected(value):
    with pytest.raises(ParseError) as caught:
        Extensions.of({"id.go.siti": 1, NAMED: value})
    assert caught.value.code == "extension.value"
    assert caught.value.issue.params["number"] == 2
    assert "ke-2" in caught.value.issue.describe("id")
    assert NAMED not in repr(caught.value)


def test_extension_value_that_json_readers_preserve_is_accepted():
    for value in (2**53 - 1, 1e300, -0.0, "", nested(DEEPEST), {}):
        assert Extensions.of({NAMED: value})[NAMED] == value


@pytest.mark.parametrize(
    "name",
    ["kode", "Id.go", "id.", ".id", "id.go.9901014108900001", "id.go/kode", 5, "id.\u0661", ""],
)
def test_namespace_that_is_no_domain_is_rejected_and_not_shown(name):
    assert code(lambda: Extensions.of({name: 1})) == ("extension.namespace", ())


@pytest.mark.parametrize(
    "name",
    ["i.d", "i0.x9", "id-x.go-x", "id.go.123", f"{'a' * 63}.{'b' * 63}", f"id{'.x' * 8}"],
)
def test_namespace_may_be_any_reversed_domain(name):
    assert Extensions.of({name: 1})[name] == 1


@pytest.mark.parametrize(
    "name", [f"{'a' * 64}.b", f"a.{'b' * 64}", f"id{'.x' * 9}", "id.go.1234", "1d.go", "id..go"]
)
def test_namespace_has_bounded_length_and_no_long_number(name):
    assert code(lambda: Extensions.of({name: 1})) == ("extension.namespace", ())


def test_extensions_have_a_largest_size():
    text = "x" * LONGEST
    for create in (
        lambda: Extensions.of({NAMED: text}),
        lambda: Extensions(f'{{"{NAMED}":"{text}"}}'),
    ):
        with pytest.raises(ParseError) as caught:
            create()
        assert caught.value.issue == Issue("extension.too_large", params={"max_length": 65_536})
    with pytest.raises(ParseError) as caught:
        Extensions.of({NAMED: nested(17)})
    assert caught.value.issue == Issue("extension.value", params={"deepest": 16, "number": 1})
    assert Extensions.of({NAMED: nested(16)})


def test_extensions_size_counts_characters_and_not_escapes():
    around = len(f'{{"{NAMED}":""}}')
    longest = Extensions.of({NAMED: "\u00e9" * (LONGEST - around)})
    assert Extensions(unmasked_text(longest)) == longest


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[]", "type.object"),
        ("null", "type.object"),
        ("{", "extension.value"),
        ("[" * 100_000, "extension.value"),
        (f'{{"{NAMED}": 1, "{NAMED}": 2}}', "extension.value"),
        (f'{{"{NAMED}": {{"a": 1, "a": 2}}}}', "extension.value"),
        (5, "type.text"),
    ],
)
def test_extensions_reject_text_that_is_no_json_object(text, found):
    assert code(lambda: Extensions.parse(text))[0] == found


def test_extensions_constructor_accepts_only_canonical_text():
    assert Extensions(f'{{"{NAMED}":1}}')[NAMED] == 1
    for text in (f'{{"{NAMED}": 1}}', f'{{"{NAMED}":NaN}}'):
        assert code(lambda text=text: Extensions(text))[0] == "extension.value"
    assert code(lambda: Extensions('{"kode":1}'))[0] == "extension.namespace"
    assert code(lambda: Extensions.of([]))[0] == "type.object"


def test_issue_of_an_extension_has_its_path():
    data = {"nik": "9901014108900001", "name": "C", "extensions": {NAMED: [], "kode": 1}}
    with pytest.raises(ValidationError) as caught:
        wire.from_builtins(data, Person)
    assert [(i.where, i.code) for i in caught.value.issues] == [
        ("$.extensions", "extension.namespace")
    ]


@given(values(Extensions))
def test_extensions_round_trip(held):
    assert Extensions.of(dict(held)) == held
    assert Extensions.parse(json.dumps(dict(held), indent=1)) == held
