"""The fields of record classes, as adapters see them."""

from datetime import date, time
from typing import get_args, get_origin

import attrs
import pytest

from psm_core import Address, Event, Person, Sex, Worker, fields_of
from psm_core._core import field_info
from psm_core.terms import PASCategory, Sensitivity, Term
from psm_core.values.partial_date import PartialDate
from tests.project.records import RECORDS

ALL = [(cls, one) for cls in RECORDS for one in fields_of(cls)]


def field_of(cls, name):
    return next(one for one in fields_of(cls) if one.name == name)


@pytest.mark.parametrize("cls", RECORDS, ids=lambda cls: cls.__name__)
def test_fields_agree_with_the_declaration(cls):
    declared = {one.name: one for one in attrs.fields(cls)}
    assert [one.name for one in fields_of(cls)] == list(declared)
    for one in fields_of(cls):
        attribute = declared[one.name]
        assert one.label
        assert one.gloss
        assert one.description
        assert one.description_en
        assert not {"`", "*"} & {*one.description, *one.description_en}
        assert one.required is (attribute.default is attrs.NOTHING)
        assert one.optional is (type(None) in get_args(attribute.type))
        if one.collection is not None:
            kinds = [attribute.type, *get_args(attribute.type)]
            assert one.collection in {get_origin(kind) for kind in kinds}
        if one.record_class is not None:
            assert one.record_class in RECORDS
        assert all(issubclass(term, Term) for term in one.vocabularies)


def test_text_has_a_length_and_the_code_of_its_format():
    rt = field_of(Address, "rt")
    assert (rt.types, rt.optional, rt.collection, rt.minimum) == ((str,), True, None, None)
    assert rt.max_length is not None
    assert [code.startswith("address.") for code in rt.codes] == [True]


def test_date_that_may_be_known_in_part_has_two_types():
    field = field_of(Person, "birth_date")
    assert field.types == (date, PartialDate)
    assert (field.record_class, field.vocabularies) == (None, ())
    assert field.sensitivity is Sensitivity.UMUM


def test_description_is_that_of_the_documentation_in_both_languages():
    field = field_of(Person, "nik_absence")
    assert field.description_en.startswith("Why there is no NIK.")
    assert field.description.startswith("Alasan tidak ada NIK.")


def test_field_without_a_translation_has_the_english_text(monkeypatch):
    texts = {("Address", "rt"): ("The RT.", "")}
    monkeypatch.setattr(field_info, "_texts", lambda: texts)
    rt, rw = field_of(Address, "rt"), field_of(Address, "rw")
    assert (rt.description, rt.description_en) == ("The RT.", "The RT.")
    assert (rw.description, rw.description_en) == ("", "")


def test_term_has_its_vocabularies():
    assert field_of(Person, "sex").vocabularies == (Sex,)
    several = next(one for _, one in ALL if len(one.vocabularies) > 1)
    assert PASCategory in several.types


def test_number_has_bounds_and_no_length():
    numbers = [one for _, one in ALL if one.types == (int,)]
    assert numbers
    for one in numbers:
        assert one.minimum is not None
        assert one.maximum is not None
        assert one.max_length is None


def test_time_of_day_has_the_type_of_python():
    assert any(one.types == (time,) for _, one in ALL)


def test_list_of_records_has_their_class():
    field = field_of(Worker, "assignments")
    assert (field.collection, field.required, field.optional) == (tuple, False, False)
    assert [one.name for one in fields_of(field.record_class)][:1]
    assert any(one.collection is frozenset for _, one in ALL)


def test_invariant_is_at_its_field():
    assert any(one.codes for one in fields_of(Event))
    assert "person.nik_absence_missing" in field_of(Person, "nik_absence").codes


@pytest.mark.parametrize("value", [int, Sex, "Person", None])
def test_class_that_is_no_record_is_refused(value):
    with pytest.raises(TypeError, match="is not a record class of psm_core"):
        fields_of(value)


def test_rule_of_a_field_has_its_sentences_in_both_languages():
    for cls, one in ALL:
        assert [rule.code for rule in one.rules] == list(one.codes), (cls, one.name)
        for rule in one.rules:
            for text in (rule.description, rule.description_en):
                assert text.endswith("."), rule.code
                assert not {"{", "[", "]"} & set(text), rule.code
    (rule,) = field_of(Address, "rt").rules
    assert rule.code == "address.number"
    assert rule.description.startswith("RT dan RW berupa angka")
