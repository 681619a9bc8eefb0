"""Forms: what people type becomes the same record as a document, and every issue has its field."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psm_core import NIK, Address, Event, Person, RegionCode, ValidationError, Worker, forms, wire
from psm_core.terms import DisabilityType, Sex
from psm_core.testing import records
from tests.each_class import EACH_CLASS
from tests.project.records import RECORDS

NUMBER = "9901014108900001"
PERSON = {"nik": NUMBER, "name": "Ani Contoh"}


@pytest.mark.parametrize("cls", RECORDS, ids=lambda cls: cls.__name__)
@given(data=st.data())
@EACH_CLASS
def test_data_of_a_document_is_read_as_the_same_record(cls, data):
    record = data.draw(records(cls))
    form = forms.read(wire.to_builtins(record), cls)
    assert form.errors == ()
    assert form.record == record


@pytest.mark.parametrize("cls", RECORDS, ids=lambda cls: cls.__name__)
@given(data=st.data())
@EACH_CLASS
def test_filled_form_is_read_as_the_same_record(cls, data):
    record = data.draw(records(cls))
    texts = forms.fill(record)
    assert all(type(text) is str for text in texts.values())
    assert forms.read(texts, cls).record == record


def test_apostrophe_before_digits_of_a_name_is_kept():
    person = Person(nik=NIK(NUMBER), name="'0")
    assert forms.read(forms.fill(person), Person).record == person


def test_typed_text_replaces_that_of_the_record():
    filled = forms.fill(Person(nik=NIK(NUMBER), name="Ani", sex=Sex.PEREMPUAN))
    assert filled == {"nik": NUMBER, "name": "Ani", "sex": "perempuan"}
    form = forms.read({**filled, "sex": "", "name": "Ani Contoh"}, Person)
    assert form.record == Person(nik=NIK(NUMBER), name="Ani Contoh")


@pytest.mark.parametrize("value", [{}, Person, NIK(NUMBER)])
def test_form_of_what_is_no_record_is_rejected(value):
    with pytest.raises(TypeError, match="is not a record of psm_core"):
        forms.fill(value)


def test_texts_are_read_as_people_type_them():
    typed = {
        "nik": "9901 0141.0890-0001",
        "name": "  Ani   Contoh ",
        "sex": "perempuan",
        "birth_date": date(1990, 8, 1),
        "phone": "0800-0000-123",
        "disabilities": ["fisik", "Sensorik"],
        "ktp_address": {"rt": 3, "rw": " ", "region": "63.10.09.2005", "street": None},
    }
    person = forms.read(typed, Person).record_or_raise()
    assert (person.nik, person.name, person.sex) == (NIK(NUMBER), "Ani Contoh", Sex.PEREMPUAN)
    assert person.disabilities == {DisabilityType.FISIK, DisabilityType.SENSORIK}
    assert person.ktp_address == Address(rt="003", region=RegionCode("63.10.09.2005"))


def test_name_of_a_region_is_looked_up_within_another():
    typed = {"rt": "1", "region": "Desa Angsana"}
    within = RegionCode("63.10")
    assert forms.read(typed, Address, within=within).record.region == RegionCode("63.10.09.2005")
    old = forms.read({"region": "91.01"}, Address)
    assert [issue.where for issue in old.issues] == ["$.region"]
    form = forms.read(typed, Address)
    assert [issue.code for issue in form.errors] == ["region.ambiguous"]


def test_every_issue_names_its_field_and_no_cell():
    typed = {"nik": "99010141", "birth_date": "32-1-1990", "sex": "x", "ktp_address.rt": "a"}
    form = forms.read(typed, Person)
    assert form.record is None
    assert form.errors_by_field().keys() == {"nik", "name", "birth_date", "sex", "ktp_address.rt"}
    assert form.errors_by_field("en")["name"] == ["This field is required. Fill it in."]
    assert {issue.cell for issue in form.issues} == {""}
    with pytest.raises(ValidationError) as caught:
        form.record_or_raise()
    assert caught.value.issues == form.issues


def test_field_that_does_not_exist_is_a_warning_without_its_name():
    form = forms.read({**PERSON, "csrf_token": NUMBER, "nmae": "x", "sex": {"a": {}}}, Person)
    assert form.record == Person(nik=NIK(NUMBER), name="Ani Contoh")
    assert [issue.code for issue in form.issues] == ["field.unknown"] * 3
    assert [dict(one.params) for one in form.issues][:2] == [{"number": 3}, {"suggestion": "name"}]
    assert NUMBER not in str(form.issues)


def test_contradiction_is_a_warning():
    form = forms.read({**PERSON, "sex": "L"}, Person)
    assert form.record is not None
    assert [issue.code for issue in form.issues] == ["nik.sex_differs"]


def test_true_and_false_are_words():
    typed = {"id": "psm-1", "person": PERSON, "certifications": [True]}
    assert len(forms.read(typed, Worker).record.certifications) == 1
    typed["certifications"] = [False]
    assert forms.read(typed, Worker).record.certifications == ()


def test_values_of_the_package_are_taken_whole():
    typed = {"nik": NIK(NUMBER), "name": "Ani", "sex": Sex.PEREMPUAN}
    assert forms.read(typed, Person).record == Person(
        nik=NIK(NUMBER), name="Ani", sex=Sex.PEREMPUAN
    )


def test_empty_form_has_the_issues_of_required_fields():
    assert forms.read({}, Person).errors_by_field().keys() == {"name", "nik_absence"}
    assert forms.read({"": "x", "a..b": "y"}, Person).record is None


def test_code_needs_the_list_that_the_form_uses():
    typed = {**PERSON, "marital_status": "3"}
    assert forms.read(typed, Person).record is None
    form = forms.read(typed, Person, code_lists=["status-perkawinan-4"])
    assert form.record.marital_status.label == "Cerai Hidup"
    with pytest.raises(ValueError, match="code list"):
        forms.read(typed, Person, code_lists=["x"])


@pytest.mark.parametrize(("data", "cls"), [({}, NIK), ({}, 3), ([], Person), ("x", Person)])
def test_wrong_arguments_are_rejected(data, cls):
    with pytest.raises(TypeError):
        forms.read(data, cls)


@pytest.mark.parametrize("year", [True, "=1+1", "#REF!"])
def test_cell_that_is_no_number_has_an_issue_of_its_field(year):
    form = forms.read({"id": "psm-1", "person": PERSON, "certifications.0.year": year}, Worker)
    assert form.errors_by_field().keys() == {"certifications.0.year"}


def test_day_that_is_no_date_has_an_issue_of_its_field():
    typed = {"id": "k-1", "title": "Rapat", "kind": "rapat-koordinasi", "dates": 1.5}
    assert "dates" in forms.read(typed, Event).errors_by_field()


def test_label_is_that_of_the_fields_on_a_path():
    assert forms.label(Worker, "person.nik_absence") == "Alasan tanpa NIK"
    assert forms.label(Worker, ("assignments", 1, "decree", "date")) == "Penugasan 2: SK: Tanggal"
    assert forms.label(Worker, "assignments.0.since", "en-GB") == "Assignments 1: Since"
    for path in ("", "?", (), "x.y", "assignments.0.x"):
        assert forms.label(Worker, path) in {"", "Penugasan 1"}
    with pytest.raises(ValueError, match="language"):
        forms.label(Worker, "id", "fr")
    for cls in (NIK, 3):
        with pytest.raises(TypeError, match="is not a record of psm_core"):
            forms.label(cls, "id")


def test_region_of_the_form_may_be_named_itself():
    form = forms.read({"region": "Kab. Tanah Bumbu"}, Address, within=RegionCode("63.10"))
    assert form.record == Address(region=RegionCode("63.10"))
