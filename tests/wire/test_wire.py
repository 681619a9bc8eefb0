"""Documents and builtins: exact paths, all issues at once, and only errors of the package."""

import json
from collections import defaultdict
from collections.abc import Mapping
from datetime import date, time
from enum import Enum
from types import MappingProxyType
from unittest.mock import Mock

import jsonschema
import pytest

from psm_core import (
    NIK,
    Address,
    AgendaItem,
    Beneficiary,
    BeneficiaryId,
    Classification,
    Delegation,
    Event,
    Issue,
    NIKAbsence,
    ParseError,
    PASCategory,
    Person,
    PPKSCategory,
    RegionCode,
    Sex,
    UnknownVersionError,
    ValidationError,
    Worker,
    WorkerId,
    load_regions,
    parse_date,
    wire,
)
from psm_core import __all__ as face
from psm_core._core.text_value import TextValue
from psm_core.values.extensions import Extensions
from psm_core.wire.json_schema import value_schema
from psm_core.wire.value_formats import VALUES
from psm_core.wire.versions import CURRENT, NAMES

NUMBER = "9901014108900001"
PERSON = {"nik": NUMBER, "name": "Contoh"}


REPEATING = (
    '{"schema": "psm.person/1", "schema": "psm.person/1", "data": {"name": "A", "name": "B",'
    f' "zz": 1, "zz": 2, "nik": "{NUMBER}"}}}}'
)


def issues_of(read, *args):
    with pytest.raises(ValidationError) as caught:
        read(*args)
    error = caught.value
    assert error.__context__ is None
    assert error.__cause__ is None
    return [(issue.where, issue.code) for issue in error.issues]


class KeyOfItsOwn(str):
    __slots__ = ()

    def __eq__(self, other):
        raise RuntimeError(NUMBER)

    __hash__ = str.__hash__


def document(data, schema="psm.worker/1"):
    return json.dumps({"schema": schema, "data": data})


def test_several_invalid_fields_are_reported_with_paths():
    data = {
        "id": "psm-0001",
        "person": {"nik": "99010141", "name": " ", "birth_date": "1990-13-01"},
        "assignments": [
            {
                "pillar": "psm",
                "serves": "63.10.09.2005",
                "since": "2019-08-01",
                "until": "2018-01-01",
            }
        ],
    }
    found = [
        ("$.person.nik", "nik.length"),
        ("$.person.name", "text.blank"),
        ("$.person.birth_date", "date.invalid"),
        ("$.assignments[0].until", "period.ends_before_start"),
    ]
    assert issues_of(wire.from_builtins, data, Worker) == found
    assert issues_of(wire.from_json, document(data), Worker) == [
        (where.replace("$", "$.data"), code) for where, code in found
    ]


def test_missing_keys_unknown_keys_and_invariants_are_reported_together():
    data = {
        "trainigs": [],
        "person": {"name": "Contoh", "sex": "perempuan", "hobby": 1},
        "assignments": [{"pillar": "psm"}, 5],
        "trainings": {},
    }
    assert issues_of(wire.from_builtins, data, Worker) == [
        ("$.trainigs", "field.unknown"),
        ("$.id", "field.missing"),
        ("$.person.?", "field.unknown"),
        ("$.person.nik_absence", "person.nik_absence_missing"),
        ("$.assignments[0].serves", "field.missing"),
        ("$.assignments[0].since", "assignment.undated"),
        ("$.assignments[1]", "type.object"),
        ("$.trainings", "type.list"),
    ]


@pytest.mark.parametrize(
    ("key", "where"),
    [
        ("nmae", "$.nmae"),
        ("birth_dat", "$.birth_dat"),
        ("hobby", "$.?"),
        (NUMBER, "$.?"),
        ("siti_aminah", "$.?"),
        ("name Siti", "$.?"),
        ("birth_place Siti Aminah", "$.?"),
        ("family_relation9901014108900001", "$.?"),
        ("marital_status_081234567890", "$.?"),
        ("birth_date\n$.x: ok", "$.?"),
        ("name\ud800", "$.?"),
        (4, "$.?"),
        ((), "$.?"),
        (None, "$.?"),
        (KeyOfItsOwn("nmae"), "$.nmae"),
    ],
)
def test_unknown_key_is_shown_only_if_similar_to_a_field(key, where):
    with pytest.raises(ValidationError) as caught:
        wire.from_builtins({**PERSON, key: 1}, Person)
    (issue,) = caught.value.issues
    assert (issue.where, issue.code) == (where, "field.unknown")
    assert str(caught.value).encode()
    if where == "$.?":
        assert issue.describe() == (
            "There is no field of this name (key number 3 of the object)."
            " Correct the name, or remove the field."
        )
    else:
        assert "did you mean" in issue.describe("en")
        assert "maksudnya" in issue.describe("id")


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("nik", 9901014108900001, "type.text"),
        ("nik", NUMBER + " ", "nik.format"),
        ("name", None, "type.text"),
        ("name", ["x"], "type.text"),
        ("sex", "P", "term.unknown"),
        ("sex", 2, "type.text"),
        ("occupation", "guru", "term.unknown"),
        ("birth_date", "1990-W01-1", "date.format"),
        ("birth_date", "19900801", "date.format"),
        ("birth_date", 19900801, "type.text"),
        ("birth_date", "1990-13-01", "date.invalid"),
        ("birth_date", "199a-13-01", "date.format"),
        ("birth_date", "1990-08-\u0660\u0661", "date.format"),
        ("birth_date", "1990-08-01T00:00:00", "date.format"),
        ("disabilities", "fisik", "type.list"),
        ("ktp_address", "Jl. Contoh", "type.object"),
        ("ktp_address", [], "type.object"),
        ("ktp_address", {}, "address.empty"),
    ],
)
def test_invalid_value_has_an_issue_code(field, value, code):
    found = issues_of(wire.from_builtins, {**PERSON, field: value}, Person)
    assert [one for _, one in found] == [code]


def test_null_in_an_optional_field_is_none():
    assert wire.from_builtins({**PERSON, "sex": None}, Person) == wire.from_builtins(PERSON, Person)


def test_issue_lists_the_terms_of_a_short_vocabulary():
    with pytest.raises(ValidationError) as caught:
        wire.from_builtins({**PERSON, "sex": "P"}, Person)
    assert caught.value.issues[0].describe("id") == (
        "Isian ini tidak ada dalam pilihan. Pilih salah satu: laki-laki, perempuan."
    )
    with pytest.raises(ValidationError) as caught:
        wire.from_builtins({**PERSON, "occupation": "x"}, Person)
    assert caught.value.issues[0].describe() == (
        "This is not one of the allowed values. Choose one of them."
    )
    with pytest.raises(ValidationError) as caught:
        wire.from_builtins({**PERSON, "occupation": "pekerjaan-99:gruu"}, Person)
    assert caught.value.issues[0].describe() == (
        "This is not one of the allowed values (did you mean pekerjaan-99:guru?)."
        " Choose one of them."
    )


def test_sets_reject_duplicates_and_are_written_sorted():
    twice = {**PERSON, "disabilities": ["mental", "fisik", "mental"]}
    assert issues_of(wire.from_builtins, twice, Person) == [("$.disabilities[2]", "item.duplicate")]
    person = wire.from_builtins({**PERSON, "disabilities": ["sensorik", "fisik"]}, Person)
    assert wire.to_builtins(person)["disabilities"] == ["fisik", "sensorik"]
    wrong = {**PERSON, "disabilities": ["x", "x"]}
    assert issues_of(wire.from_builtins, wrong, Person) == [
        ("$.disabilities[0]", "term.unknown"),
        ("$.disabilities[1]", "term.unknown"),
    ]


def test_category_slug_names_its_list():
    findings = [
        {"category": "ppks-26:pemulung", "date": "2025-10-10", "source": "asesmen"},
        {"category": "pas-12:fakir-miskin", "date": "2025-10-10", "source": "asesmen"},
    ]
    someone = Beneficiary(
        id=BeneficiaryId("b-1"),
        person=Person(name="Contoh", nik_absence=NIKAbsence.BELUM_MEMILIKI),
        classifications=frozenset(
            Classification(category=category, date=date(2025, 10, 10), source="asesmen")
            for category in (PPKSCategory.PEMULUNG, PASCategory.FAKIR_MISKIN)
        ),
    )
    written = wire.to_builtins(someone)
    assert written["classifications"] == findings[::-1]
    assert wire.from_builtins(written, Beneficiary) == someone


def test_time_is_written_in_hours_and_minutes():
    item = AgendaItem(title="Apel", start=time(8, 5))
    assert wire.to_builtins(item) == {"title": "Apel", "start": "08:05"}
    assert wire.from_builtins({"title": "Apel", "start": "08:05"}, AgendaItem) == item
    for start in ("8:05", "08:05:00", "24:00"):
        found = issues_of(wire.from_builtins, {"title": "Apel", "start": start}, AgendaItem)
        assert found == [("$.start", "time.invalid")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (None, [("$", "type.text")]),
        (5, [("$", "type.text")]),
        ("", [("$", "json.syntax")]),
        ("{} x", [("$", "json.syntax")]),
        ("[1, 2", [("$", "json.syntax")]),
        (b"\xff\xfe", [("$", "json.encoding")]),
        ("[" * 100_000, [("$", "json.too_deep")]),
        ("1" * 5000, [("$", "json.number")]),
        ("[]", [("$", "type.object")]),
        ("NaN", [("$", "type.object")]),
        ("{}", [("$.schema", "document.missing_part"), ("$.data", "document.missing_part")]),
        (
            '{"data": {"name": "C"}}',
            [
                ("$.schema", "document.missing_part"),
                ("$.data.nik_absence", "person.nik_absence_missing"),
            ],
        ),
        ('{"schema": "psm.person/1"}', [("$.data", "document.missing_part")]),
        ('{"schema": "psm.worker/1", "data": 1}', [("$.schema", "document.other_schema")]),
        ('{"schema": 1, "data": 1}', [("$.schema", "document.other_schema")]),
        ('{"schema": "psm.person/1", "data": NaN}', [("$.data", "type.object")]),
        (
            '{"schema": "psm.person/1", "data": {"name": "C", "nik_absence": NaN}, "x": 1}',
            [("$.?", "field.unknown"), ("$.data.nik_absence", "type.text")],
        ),
        (
            REPEATING,
            [
                ("$.schema", "json.duplicate_key"),
                ("$.data.?", "field.unknown"),
                ("$.data.name", "json.duplicate_key"),
            ],
        ),
    ],
)
def test_damaged_document_raises_validation_error(text, found):
    assert issues_of(wire.from_json, text, Person) == found


def test_syntax_error_has_line_and_column():
    with pytest.raises(ValidationError) as caught:
        wire.from_json('{\n"x": }', Person)
    assert caught.value.issues[0].describe() == (
        "The document is not JSON: line 2, column 6. Correct the syntax."
    )


def test_bytes_are_read_with_and_without_bom():
    person = wire.from_builtins(PERSON, Person)
    text = wire.to_json(person)
    for form in (text, text.encode(), b"\xef\xbb\xbf" + text.encode(), "\ufeff" + text):
        assert wire.from_json(form, Person) == person
    assert wire.from_json(bytearray(text.encode()), Person) == person
    assert json.loads(wire.to_json(person, indent=2)) == json.loads(text)


def test_document_of_a_subclass_of_text_is_read():
    class Text(str):
        __slots__ = ()

    person = wire.from_builtins(PERSON, Person)
    assert wire.from_json(Text(wire.to_json(person)), Person) == person


def test_newer_version_raises_with_its_name():
    with pytest.raises(UnknownVersionError) as caught:
        wire.from_json(document(PERSON, "psm.person/2"), Person)
    assert str(caught.value) == "psm.person/2 is not known; the newest version here is 1"
    with pytest.raises(UnknownVersionError):
        wire.from_json(document(PERSON, "psm.person/0"), Person)
    with pytest.raises(UnknownVersionError):
        wire.schema(Person, version=2)
    assert wire.schema(Person, version=1) == wire.schema(Person)


def test_other_classes_raise_type_error():
    with pytest.raises(TypeError, match="int is not a record"):
        wire.from_builtins({}, int)
    with pytest.raises(TypeError, match="str is not a record"):
        wire.to_builtins("x")
    for call in (
        lambda: wire.from_json("{}", AgendaItem),
        lambda: wire.schema(AgendaItem),
        lambda: wire.to_json(AgendaItem(title="Apel")),
    ):
        with pytest.raises(TypeError, match="AgendaItem has no document"):
            call()


def test_every_value_type_has_a_format():
    import psm_core

    values = {getattr(psm_core, name) for name in face}
    values = {v for v in values if isinstance(v, type) and issubclass(v, TextValue)}
    assert values <= set(VALUES)
    assert set(NAMES.values()) == set(CURRENT)


def test_schema_contains_the_constraints():
    schema = wire.schema(Worker)
    assert schema["$id"] == "urn:psm-core:schema:worker:1"
    person = schema["$defs"]["Person"]
    assert person["additionalProperties"] is False
    assert person["required"] == ["name"]
    assert person["properties"]["name"]["maxLength"] == 200
    assert person["properties"]["nik"]["anyOf"][0]["pattern"].startswith("^[1-9]")
    assert person["properties"]["blood_type"]["x-sensitivity"] == "spesifik"
    assert "x-invariants" not in person
    assert "period.ends_before_start" in schema["$defs"]["Assignment"]["x-invariants"]
    event = wire.schema(Event)["$defs"]
    assert event["Delegation"]["properties"]["present"]["anyOf"][0] == {
        "type": "integer",
        "minimum": 0,
        "maximum": 10**12,
        "x-invariants": ["type.number"],
    }
    assert event["Event"]["properties"]["other_kinds"]["uniqueItems"] is True


def test_id_rejects_a_personal_number():
    found = issues_of(wire.from_builtins, {"id": NUMBER, "person": PERSON}, Worker)
    assert found == [("$.id", "id.personal_number")]
    worker = Worker(id=WorkerId("w"), person=Person(nik=NIK(NUMBER), name="Contoh"))
    assert wire.to_builtins(worker) == {"id": "w", "person": {"nik": NUMBER, "name": "Contoh"}}


def test_foreign_mapping_is_read_once_and_may_misbehave():
    class Sly(Mapping):
        def __getitem__(self, key):
            raise KeyError(NUMBER)

        def __iter__(self):
            return iter(["name"])

        def __len__(self):
            return 1

    assert issues_of(wire.from_builtins, Sly(), Person) == [("$", "type.object")]
    asked = defaultdict(lambda: "x", nik_absence="belum-memiliki")
    assert issues_of(wire.from_builtins, asked, Person) == [("$.name", "field.missing")]
    assert list(asked) == ["nik_absence"]
    assert wire.from_builtins(MappingProxyType(PERSON), Person).name == "Contoh"


class EqualKey(str):
    """A key with the text of no field, which equals the name of one."""

    __slots__ = ("name",)

    def __eq__(self, other):
        return other == self.name

    def __hash__(self):
        return hash(self.name)


def test_key_that_only_equals_a_field_name_is_unknown():
    key = EqualKey("x")
    key.name = "name"
    data = {"nik": NUMBER, key: "Contoh"}
    found = [("?", "field.unknown"), ("name", "field.missing")]
    assert issues_of(wire.from_builtins, data, Person) == [
        (f"$.{one}", code) for one, code in found
    ]
    below = [(f"$.person.{one}", code) for one, code in found]
    assert issues_of(wire.from_builtins, {"id": "w", "person": data}, Worker) == below


def test_keys_of_a_str_subclass_in_one_field_are_no_issue_of_the_next_field():
    class Text(str):
        __slots__ = ()

    data = {**PERSON, "ktp_address": {Text("rt"): "003"}, "domicile": None, "x": 1}
    assert issues_of(wire.from_builtins, data, Person) == [("$.?", "field.unknown")]


def test_extensions_of_another_class_are_read_once():
    class Endless(dict):
        def values(self):
            while True:
                yield 1

    person = wire.from_builtins({**PERSON, "extensions": Endless({"id.go": 1})}, Person)
    assert dict(person.extensions) == {"id.go": 1}


def test_str_subclass_is_read_as_plain_text():
    class Form(str, Enum):  # noqa: UP042 - what hands its name to str()
        NIK = NUMBER

    person = wire.from_builtins({"nik": Form.NIK, "name": "Contoh"}, Person)
    assert wire.to_builtins(person)["nik"] == NUMBER
    assert str(NIK(Form.NIK)) == "990101******0001"
    pretended = Mock(spec=str)
    found = issues_of(wire.from_builtins, {"nik": pretended, "name": "Contoh"}, Person)
    assert found == [("$.nik", "type.text")]


def test_hostile_data_is_rejected_quickly():
    deep = ()
    for _ in range(100_000):
        deep = (deep,)
    assert issues_of(wire.from_builtins, {**PERSON, "sex": deep}, Person) == [
        ("$.sex", "type.text")
    ]
    marks = "a" + "\u0345" * 40_000 + "\u0316" * 40_000
    assert issues_of(wire.from_builtins, {**PERSON, "name": marks}, Person) == [
        ("$.name", "text.too_long")
    ]
    many = {"origin": "63.10", "members": [f"w{n}" for n in range(20_000)], "quota": "x"}
    assert issues_of(wire.from_builtins, many, Delegation) == [("$.quota", "type.number")]
    for parse in (NIK.parse, Sex.parse, parse_date, RegionCode.parse):
        with pytest.raises(ParseError):
            parse(marks)
    assert load_regions().search(marks) == ()


def test_schema_has_titles_and_descriptions_in_a_language():
    def without_texts(schema):
        for definition in schema["$defs"].values():
            for one in definition["properties"].values():
                one.pop("title", None)
                one.pop("description", None)
        return schema

    bare = without_texts(wire.schema(Worker))
    for language, title in (("id", "Nomor KK"), ("en", "KK")):
        schema = wire.schema(Worker, language=language)
        kk = schema["$defs"]["Person"]["properties"]["kk"]
        assert kk["title"] == title
        assert kk["description"]
        jsonschema.Draft202012Validator.check_schema(schema)
        assert without_texts(schema) == bare
    with pytest.raises(ValueError, match="language"):
        wire.schema(Worker, language="nl")


@pytest.mark.parametrize(
    "data",
    [
        {"name": "C"},
        {**PERSON, "nik_absence": "belum-memiliki"},
        {**PERSON, "name": "a\x01b"},
        {**PERSON, "name": "\t "},
        {**PERSON, "name": "x" * 201},
        {**PERSON, "ktp_address": {}},
        {**PERSON, "birth_date": "1990-8-1"},
        {**PERSON, "nik": "9901010008900001"},
        {**PERSON, "hobby": 1},
    ],
)
def test_schema_and_reader_reject_the_same_documents(data):
    validator = jsonschema.Draft202012Validator(wire.schema(Person))
    assert list(validator.iter_errors({"schema": "psm.person/1", "data": data}))
    assert issues_of(wire.from_builtins, data, Person)


@pytest.mark.parametrize(
    ("cls", "data", "is_sound"),
    [
        (Address, {}, False),
        (Address, {"rt": None}, False),
        (Address, {"rt": "1", "rw": "2"}, True),
        (Person, {"name": "C"}, False),
        (Person, {"name": "C", "nik_absence": "belum-memiliki"}, True),
        (Person, {**PERSON, "nik_absence": None}, True),
        (Person, {**PERSON, "nik_absence": "belum-memiliki"}, False),
        (Beneficiary, {"id": "b"}, False),
        (Beneficiary, {"id": "b", "person": PERSON}, True),
        (Beneficiary, {"id": "b", "person": PERSON, "family": None, "group": None}, True),
        (Beneficiary, {"id": "b", "person": PERSON, "group": {"name": "G"}}, False),
    ],
)
def test_schema_and_reader_agree_on_required_alternatives(cls, data, is_sound):
    schema = wire.schema(Beneficiary)
    about = {"$ref": f"#/$defs/{cls.__name__}", "$defs": schema["$defs"]}
    assert jsonschema.Draft202012Validator(about).is_valid(data) == is_sound
    if is_sound:
        assert wire.from_builtins(data, cls)
    else:
        assert issues_of(wire.from_builtins, data, cls)


@pytest.mark.parametrize(
    "key",
    [
        "psm-9901014108900001",
        "psm9901014108900001",
        "9901014108900001-1",
        "w:990101-410890-0001",
        "psm-9901.0141.0890.0001",
        "99.01.01.41.08.90.0001.x",
        "080000000123",
        "psm-080000000123",
        "628000000123",
        "00628000000123",
    ],
)
def test_schema_and_reader_reject_an_id_with_a_personal_number(key):
    document = {"schema": "psm.worker/1", "data": {"id": key, "person": PERSON}}
    validator = jsonschema.Draft202012Validator(wire.schema(Worker))
    assert list(validator.iter_errors(document))
    assert issues_of(wire.from_json, json.dumps(document), Worker) == [
        ("$.data.id", "id.personal_number")
    ]
    for fine in (
        "psm-0001",
        "12345678-1234-1234-1234-123456789012",
        "1234567812341234123412345678abcd",
        "20251010123456789012",
        "1700000000000000",
    ):
        document["data"]["id"] = fine
        assert not list(validator.iter_errors(document))
        assert wire.from_json(json.dumps(document), Worker)


def test_swapped_arguments_raise_without_showing_data():
    data = {"id": "psm-1", "person": PERSON}
    calls = (
        lambda: wire.from_builtins(Worker, data),
        lambda: wire.from_json(Worker, json.dumps(data)),
        lambda: wire.schema(data),
        lambda: wire.from_json("{}", [1]),
    )
    for call in calls:
        with pytest.raises(TypeError, match="the data comes first, then the class") as caught:
            call()
        assert NUMBER not in str(caught.value)
        assert "Contoh" not in str(caught.value)


def test_from_builtins_rejects_a_whole_document():
    both = json.loads(document(PERSON, "psm.person/1"))
    assert issues_of(wire.from_builtins, both, Person) == [("$", "document.unexpected")]


def test_document_of_more_than_16_mebibytes_is_rejected():
    text = json.dumps({"schema": "psm.person/1", "data": PERSON})
    blanks = " " * (2**24 - len(text))
    assert wire.from_json(text + blanks, Person)
    with pytest.raises(ValidationError) as caught:
        wire.from_json(text + blanks + " ", Person)
    assert caught.value.issues == (Issue("json.too_large", params={"max_length": 2**24}),)


def test_limit_applies_to_the_bytes_of_a_document():
    data = {"schema": "psm.person/1", "data": {**PERSON, "name": "é"}}
    text = json.dumps(data, ensure_ascii=False)
    text += " " * (2**24 - len(text))
    assert wire.from_json(text, Person)
    assert issues_of(wire.from_json, text.encode(), Person) == [("$", "json.too_large")]


def test_key_with_four_digits_is_identified_by_position():
    found = issues_of(wire.from_builtins, {**PERSON, "birth_date123": 1}, Person)
    assert found == [("$.birth_date123", "field.unknown")]
    found = issues_of(wire.from_builtins, {**PERSON, "birth_date1234": 1}, Person)
    assert found == [("$.?", "field.unknown")]


@pytest.mark.parametrize(
    ("count", "last"), [(1000, "type.text"), (1001, "document.too_many_issues")]
)
def test_issues_beyond_a_thousand_are_summarized(count, last):
    fields = {"id": "e", "title": "T", "kind": "rakor", "other_titles": [1] * count}
    for issue in wire.report(fields, Event).issues[1000:]:
        assert issue == Issue("document.too_many_issues", params={"maximum": 1000})
    found = issues_of(wire.from_builtins, fields, Event)
    assert (len(found), found[999], found[-1][1]) == (
        count,
        ("$.other_titles[999]", "type.text"),
        last,
    )


def test_time_accepts_every_minute_of_a_day():
    for hour in range(24):
        for minute in (0, 9, 59):
            fields = {"title": "Apel", "start": f"{hour:02}:{minute:02}"}
            assert wire.from_builtins(fields, AgendaItem).start == time(hour, minute)
    for text in ("24:00", "23:60", "8:00", "08:00:00", "-1:00"):
        found = issues_of(wire.from_builtins, {"title": "Apel", "start": text}, AgendaItem)
        assert found == [("$.start", "time.invalid")]


def test_document_is_not_escaped_and_may_be_indented():
    person = Person(name="Siti Nur\u2019aini \u00c7", nik_absence=NIKAbsence.BELUM_MEMILIKI)
    assert person.name in wire.to_json(person)
    assert wire.to_json(person, indent=1) == (
        '{\n "schema": "psm.person/1",\n "data": {\n'
        f'  "name": "{person.name}",\n  "nik_absence": "belum-memiliki"\n }}\n}}'
    )


@pytest.mark.parametrize("version", [2, 10, 9999])
def test_unknown_version_raises(version):
    text = json.dumps({"schema": f"psm.person/{version}", "data": PERSON})
    with pytest.raises(UnknownVersionError):
        wire.from_json(text, Person)


def test_version_with_leading_zeros_is_rejected():
    found = issues_of(wire.from_json, document(PERSON, "psm.person/01"), Person)
    assert found == [("$.schema", "document.other_schema")]


@pytest.mark.parametrize("count", [1, 2, 3])
def test_bom_is_treated_alike_in_text_and_bytes(count):
    text = "\ufeff" * count + json.dumps({"schema": "psm.person/1", "data": PERSON})
    if count == 1:
        assert wire.from_json(text, Person) == wire.from_json(text.encode(), Person)
    else:
        assert issues_of(wire.from_json, text, Person) == [("$", "json.syntax")]
        assert issues_of(wire.from_json, text.encode(), Person) == [("$", "json.syntax")]


CANONICAL = {
    "NIK": NUMBER,
    "KK": "9901010108900001",
    "PhoneNumber": "+628000000123",
    "RegionCode": "63.10",
    "BPSCode": "6310",
    "ISOCode": "ID-KS",
    "Month": "2025-10",
    "Quarter": "2025-Q4",
    "Edition": "XXII",
    "PartialDate": "1957",
    "date": "2025-10-10",
    "time": "08:05",
}


@pytest.mark.parametrize("kind", [kind for kind in VALUES if kind is not Extensions])
@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\n\n", "\u2028", "\x85"])
def test_schema_and_reader_reject_a_line_feed_after_a_value(kind, end):
    text = CANONICAL.get(kind.__name__, "contoh-1")
    schema = dict(VALUES[kind].schema)
    valid = jsonschema.Draft202012Validator(schema).is_valid
    assert valid(text)
    assert not valid(text + end)
    VALUES[kind].read(text)
    with pytest.raises(ParseError):
        VALUES[kind].read(text + end)


def test_schema_and_reader_reject_a_line_feed_after_a_namespace():
    valid = jsonschema.Draft202012Validator(dict(VALUES[Extensions].schema)).is_valid
    assert valid({"id.go.contoh": {}})
    assert not valid({"id.go.contoh\n": {}})
    assert issues_of(wire.from_builtins, {**PERSON, "extensions": {"id.go.contoh\n": {}}}, Person)


def test_schema_and_reader_agree_about_uuids():
    valid = jsonschema.Draft202012Validator(dict(VALUES[WorkerId].schema)).is_valid
    uuid = "cb48e318-dbb3-4955-a785-628106892383"
    for text in (uuid, uuid.upper(), f"urn:uuid:{uuid}", "01ARZ3NDEKTSV4RRFFQ69G5FAV", "psm-1"):
        assert valid(text)
        WorkerId(text)
    for text in (f"x-{uuid}", f"{uuid}-{NUMBER}", f"{{{uuid}}}", NUMBER, "psm-081234567890"):
        assert not valid(text)
        with pytest.raises(ParseError):
            WorkerId(text)


def test_schema_of_a_value_or_term_alone_is_that_of_its_fields():
    assert value_schema(NIK) == dict(VALUES[NIK].schema)
    assert value_schema(Sex) == {"enum": ["laki-laki", "perempuan"]}
