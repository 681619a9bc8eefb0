"""Record classes and values as types of msgspec, which takes a record class for an attrs class."""

import copy
import json

import attrs
import jsonschema
import pytest

from psm_core import NIK, Address, Person, RegionCode, evolve, wire
from psm_core.contrib.msgspec import Record, dec_hook, enc_hook, schema_hook
from psm_core.terms import Sex
from tests.project.records import RECORDS

msgspec = pytest.importorskip("msgspec")
MESSAGE = r"is read by psm_core\.wire\.from_json"
NUMBER = "9901014108900001"
PERSON = Person(nik=NIK(NUMBER), name="Contoh")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('{"rt": "003", "Rumah Budi": "hijau"}', Address),
        ('{"rt": "003"}', Address),
        ('{"region": "63.10"}', Address),
        ("{}", Address),
        ('[{"rt": "003"}]', list[Address]),
    ],
)
def test_msgspec_does_not_fill_a_record(text, kind):
    with pytest.raises(TypeError, match=MESSAGE) as caught:
        msgspec.json.decode(text, type=kind)
    assert "Budi" not in str(caught.value)
    with pytest.raises(TypeError, match=MESSAGE):
        msgspec.convert(msgspec.json.decode(text), type=kind)


@pytest.mark.parametrize("cls", RECORDS, ids=lambda cls: cls.__name__)
def test_msgspec_fills_no_record_class(cls):
    with pytest.raises(TypeError):  # of some, msgspec supports no field either
        msgspec.json.decode("{}", type=cls)


def test_record_that_refuses_msgspec_is_copied_and_changed():
    address = Address(rt="001", region=RegionCode("63.10"))
    assert attrs.evolve(address, rt="002") == evolve(address, rt="002")
    assert copy.deepcopy(address) == address


def test_document_of_a_record_is_part_of_a_struct():
    message_class = msgspec.defstruct("Message", [("number", int), ("person", msgspec.Raw)])
    text = msgspec.json.encode(message_class(7, msgspec.Raw(wire.to_json(PERSON).encode())))
    message = msgspec.json.decode(text, type=message_class)
    assert wire.from_json(bytes(message.person), Person) == PERSON


def test_msgspec_writes_no_record_by_itself():
    for data in (PERSON, [PERSON], {"person": PERSON}):
        with pytest.raises(TypeError, match="Person is unsupported"):
            msgspec.json.encode(data)
        with pytest.raises(TypeError, match="Person is unsupported"):
            msgspec.to_builtins(data)


def visit_class():
    fields = [
        *(("nik", NIK), ("sex", Sex | None, None), ("number", int, 0)),
        *(("person", Record[Person] | None, None), ("people", dict[str, Record[Person]], {})),
    ]
    return msgspec.defstruct("Visit", fields)


def test_records_and_values_are_fields_of_a_struct_with_hooks():
    cls = visit_class()
    visit = cls(NIK(NUMBER), Sex.PEREMPUAN, 7, PERSON, {"a": PERSON})
    text = msgspec.json.encode(visit, enc_hook=enc_hook)
    data = {"nik": NUMBER, "name": "Contoh"}
    written = {
        "nik": NUMBER,
        "sex": "perempuan",
        "number": 7,
        "person": data,
        "people": {"a": data},
    }
    assert json.loads(text) == written
    assert msgspec.json.decode(text, type=cls, dec_hook=dec_hook) == visit
    packed = msgspec.msgpack.encode(visit, enc_hook=enc_hook)
    assert msgspec.msgpack.decode(packed, type=cls, dec_hook=dec_hook) == visit


def test_invalid_record_in_a_struct_is_refused_with_its_issues():
    text = '{"nik": "9901014108900001", "people": {"a": {"nmae": "Budi", "nik": "1"}}}'
    with pytest.raises(msgspec.ValidationError) as caught:
        msgspec.json.decode(text, type=visit_class(), dec_hook=dec_hook)
    issues = {(one.where, one.code) for one in caught.value.__cause__.issues}
    assert issues >= {("$.nmae", "field.unknown"), ("$.nik", "nik.length")}
    assert "Budi" not in str(caught.value)


def test_schema_of_a_struct_describes_records_and_values():
    schema = msgspec.json.schema(visit_class(), schema_hook=schema_hook)
    validator = jsonschema.Draft202012Validator(schema)
    assert validator.is_valid({"nik": NUMBER, "person": {"nik": NUMBER, "name": "Contoh"}})
    assert not validator.is_valid({"nik": NUMBER, "person": {"nmae": "Contoh"}})
    assert not validator.is_valid({"nik": "1"})


def test_other_types_are_left_to_other_hooks():
    for hook, *values in ((dec_hook, object, {}), (enc_hook, object()), (schema_hook, object)):
        with pytest.raises(NotImplementedError):
            hook(*values)
    with pytest.raises(TypeError, match="is not a record class"):
        Record[int]
