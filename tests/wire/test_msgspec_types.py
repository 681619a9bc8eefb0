"""Record classes and values as types of msgspec, which takes a record class for an attrs class."""

import copy

import attrs
import pytest

from psm_core import NIK, Address, Person, RegionCode, evolve, wire
from psm_core.values.plain import canonical
from tests.project.records import RECORDS

msgspec = pytest.importorskip("msgspec")
MESSAGE = r"is read by psm_core\.wire\.from_json"


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
    person = Person(nik=NIK("9901014108900001"), name="Contoh")
    text = msgspec.json.encode(message_class(7, msgspec.Raw(wire.to_json(person).encode())))
    message = msgspec.json.decode(text, type=message_class)
    assert wire.from_json(bytes(message.person), Person) == person


def test_values_are_fields_of_a_struct_with_hooks():
    visit_class = msgspec.defstruct("Visit", [("nik", NIK), ("village", RegionCode)])
    visit = visit_class(NIK("9901014108900001"), RegionCode("63.10.09.2005"))
    text = msgspec.json.encode(visit, enc_hook=canonical)
    assert text == b'{"nik":"9901014108900001","village":"63.10.09.2005"}'
    read = msgspec.json.decode(text, type=visit_class, dec_hook=lambda kind, data: kind(data))
    assert read == visit
