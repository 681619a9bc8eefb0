"""Serializers of Django REST framework with values, terms and records."""

import importlib
import json
import re
import sys

import jsonschema
import pytest

pytest.importorskip("drf_spectacular")

from tests.contrib.django_models import Group, Resident, Visit, database, rolled_back  # noqa: F401 - fixtures  # isort: skip

from django.test import modify_settings
from django.utils.translation import override
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.settings import patched_settings
from rest_framework import serializers, viewsets
from rest_framework.exceptions import ErrorDetail, NotFound
from rest_framework.renderers import JSONRenderer
from rest_framework.routers import DefaultRouter
from rest_framework.test import APIRequestFactory

from psm_core import (
    KK,
    NIK,
    MissingExtraError,
    Month,
    ParseError,
    Person,
    PhoneNumber,
    RegionCode,
    Severity,
    ValidationError,
    WorkerId,
    fields_of,
    load_regions,
    wire,
)
from psm_core.contrib.django.rest_framework import (
    FIELDS,
    DocumentSerializerField,
    Redacted,
    TermSerializerField,
    ValueSerializerField,
    answer_problem,
)
from psm_core.errors import Issue
from psm_core.privacy import Audience
from psm_core.terms import PPKSCategory, Sex

NUMBER = "9901014108900001"
OTHER = "9901014108900002"
BROKEN = NUMBER[:-1]
PERSON = Person(nik=NIK(NUMBER), name="Contoh", sex=Sex.PEREMPUAN)
PLAIN = {
    "nik": NUMBER,
    "name": "Ani",
    "kk": "9901010108900001",
    "phone": "+628000000123",
    "sex": "perempuan",
    "category": "ppks-26:pemulung",
    "region": "63.10",
    "month": "2025-10",
    "worker": "psm-1",
    "person": wire.to_builtins(PERSON),
}


class ResidentSerializer(serializers.ModelSerializer):
    class Meta:
        model = Resident
        fields = [*PLAIN]


class MaskedSerializer(ResidentSerializer):
    class Meta(ResidentSerializer.Meta):
        extra_kwargs = {
            "nik": {"masked": True},
            "person": {"redacted": Redacted(Audience.PUBLIC)},
        }


class Residents(viewsets.ModelViewSet):
    serializer_class = ResidentSerializer
    queryset = Resident.objects.order_by("pk")
    schema = AutoSchema()


class ResidentsWithProblems(Residents):
    def get_exception_handler(self):
        return answer_problem


def send(data, view=Residents, *, accept="application/json", form="json"):
    request = APIRequestFactory().post("/", data, format=form, headers={"accept": accept})
    return view.as_view({"post": "create"})(request).render()


def codes(detail):
    """Return the codes in a tree of errors."""
    if isinstance(detail, dict):
        return {key: codes(part) for key, part in detail.items()}
    if isinstance(detail, list):
        return [codes(part) for part in detail]
    assert isinstance(detail, ErrorDetail)
    return detail.code


def test_model_serializer_has_our_field_for_each_of_our_model_fields():
    fields = ResidentSerializer().fields
    kinds = {name: type(one) for name, one in fields.items()}
    assert kinds.pop("name") is serializers.CharField
    assert kinds == {
        **dict.fromkeys(("nik", "kk", "phone", "region", "month", "worker"), ValueSerializerField),
        **dict.fromkeys(("sex", "category"), TermSerializerField),
        "person": DocumentSerializerField,
    }
    assert set(FIELDS.values()) == set(kinds.values())
    assert (fields["kk"].required, fields["kk"].allow_null, fields["kk"].label) == (
        False,
        True,
        "KK",
    )


def test_without_the_application_of_the_framework_serializers_are_unchanged(monkeypatch):
    monkeypatch.setattr(serializers.ModelSerializer, "serializer_field_mapping", {})
    monkeypatch.setattr(serializers.ModelSerializer, "serializer_related_field", None)
    with modify_settings(INSTALLED_APPS={"remove": ["rest_framework", "drf_spectacular"]}):
        assert serializers.ModelSerializer.serializer_field_mapping == {}
    with modify_settings(INSTALLED_APPS={"append": "rest_framework"}):
        assert serializers.ModelSerializer.serializer_field_mapping == FIELDS
    assert serializers.ModelSerializer.serializer_related_field is None  # of the application


def test_data_of_a_request_becomes_values_and_is_answered_in_whole():
    answer = send(PLAIN)
    assert (answer.status_code, json.loads(answer.content)) == (201, PLAIN)
    row = Resident.objects.get()
    assert (row.nik, row.kk, row.phone) == (
        NIK(NUMBER),
        KK("9901010108900001"),
        PhoneNumber("+628000000123"),
    )
    assert (row.sex, row.category, row.region) == (
        Sex.PEREMPUAN,
        PPKSCategory.PEMULUNG,
        RegionCode("63.10"),
    )
    assert (row.month, row.worker, row.person) == (Month("2025-10"), WorkerId("psm-1"), PERSON)


def test_what_people_type_is_read_and_missing_values_are_null():
    typed = {"nik": "9901 0141 0890-0001", "name": "Ani", "sex": "P", "region": "Kab. Banjar"}
    answer = json.loads(send({**typed, "kk": "", "phone": None, "month": "Oktober 2025"}).content)
    assert (answer["nik"], answer["sex"], answer["region"]) == (NUMBER, "perempuan", "63.03")
    assert (answer["kk"], answer["phone"], answer["person"]) == (None, None, None)
    assert answer["month"] == "2025-10"


def test_invalid_data_has_the_code_and_message_of_each_issue_and_no_input():
    broken = {
        "nik": BROKEN,
        "kk": int(NUMBER),
        "sex": BROKEN,
        "region": "Negeri Entah",
        "person": {"nik": BROKEN, "name": 7, BROKEN: 1},
    }
    answer = send({"name": "Ani", **broken})
    assert answer.status_code == 400
    assert codes(answer.data) == {
        "nik": ["nik.length"],
        "kk": ["type.text"],
        "sex": ["term.unknown"],
        "region": ["region.not_found"],
        "person": {"nik": ["nik.length"], "name": ["type.text"], "?": ["field.unknown"]},
    }
    text = answer.content.decode()
    assert BROKEN not in text
    assert "NIK harus 16 angka, tertulis 15." in text
    with override("en"):
        assert "A NIK needs 16 digits, got 15." in send({"name": "Ani", **broken}).content.decode()
    assert codes(send({"nik": "", "name": "Ani"}).data) == {"nik": ["required"]}
    assert codes(send({"name": "Ani"}).data) == {"nik": ["required"]}


def test_errors_of_a_whole_record_are_beside_those_of_its_parts(monkeypatch):
    field = DocumentSerializerField(Person)
    with pytest.raises(serializers.ValidationError) as caught:
        field.run_validation([])
    assert codes(caught.value.detail) == ["type.object"]
    issues = [
        Issue("text.blank", ("person",)),
        Issue("nik.length", ("person", "list", 3, NUMBER), params={"length": 8}),
        Issue("nik.date", ("person",), Severity.WARNING),
    ]

    def refuse(*_):
        raise ValidationError(issues)

    monkeypatch.setattr("psm_core.contrib.django.rest_framework.from_builtins", refuse)
    with pytest.raises(serializers.ValidationError) as caught:
        field.run_validation({})
    assert codes(caught.value.detail) == {
        "person": {"non_field_errors": ["text.blank"], "list": {3: {"***": ["nik.length"]}}}
    }


def test_relation_to_a_row_with_an_id_is_the_text_of_the_id():
    class VisitSerializer(serializers.ModelSerializer):
        class Meta:
            model = Visit
            fields = ["note", "group", "resident"]

    group = Group.objects.create(id=WorkerId("psm-1"))
    resident = Resident.objects.create(nik=NIK(NUMBER), name="Ani")
    data = {"note": "x", "group": "psm-1", "resident": resident.pk}
    serializer = VisitSerializer(data=data)
    assert serializer.is_valid(), serializer.errors
    assert serializer.save().group == group
    assert json.loads(JSONRenderer().render(serializer.data)) == data
    wrong = VisitSerializer(data={**data, "group": " "})
    assert not wrong.is_valid()
    assert codes(wrong.errors) == {"group": ["incorrect_type"]}


def test_number_that_exists_already_is_an_error_without_the_number():
    assert send(PLAIN).status_code == 201
    answer = send(PLAIN)
    assert codes(answer.data) == {"nik": ["unique"]}
    assert NUMBER not in answer.content.decode()


def test_masked_and_redacted_fields_read_whole_values():
    row = Resident.objects.create(nik=NIK(OTHER), name="Budi")
    serializer = MaskedSerializer(row, {"nik": NUMBER, "person": PLAIN["person"]}, partial=True)
    assert serializer.is_valid(), serializer.errors
    assert serializer.save().nik == NIK(NUMBER)
    assert row.person == PERSON
    assert serializer.data["nik"] == "990101******0001"
    assert serializer.data["person"] == {"redacted": "public"}
    assert NUMBER not in json.dumps(serializer.data)
    again = MaskedSerializer(row, serializer.data, partial=True)
    assert not again.is_valid()


def test_fields_without_a_model_take_values_and_their_texts():
    class Search(serializers.Serializer):
        nik = ValueSerializerField(NIK, required=False)
        sex = TermSerializerField(Sex)
        person = DocumentSerializerField(Person, allow_null=True)

    search = Search(data={"sex": Sex.PEREMPUAN, "nik": NIK(NUMBER), "person": PERSON})
    assert search.is_valid()
    assert search.validated_data == {"nik": NIK(NUMBER), "sex": Sex.PEREMPUAN, "person": PERSON}
    assert search.fields["sex"].choices == {one.value: one.label for one in Sex}
    with pytest.raises(TypeError):
        DocumentSerializerField(NIK)


def test_page_of_the_interface_has_a_form_and_reads_it():
    text = send(PLAIN, accept="text/html").content.decode()
    assert '<option value="perempuan" selected >Perempuan</option>' in text
    typed = {"nik": OTHER, "name": "Budi", "person": wire.to_json(PERSON, bare=True)}
    answer = send(typed, form="multipart")
    assert answer.status_code == 201, answer.data
    assert Resident.objects.get(name="Budi").person == PERSON
    answer = send({**typed, "person": "{"}, form="multipart")
    assert codes(answer.data["person"]) == ["json.syntax"]


def test_problem_details_have_an_entry_for_each_issue():
    broken = {"nik": BROKEN, "name": "Ani", "person": {"nik": BROKEN, "name": 7}}
    answer = send(broken, ResidentsWithProblems)
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")
    assert answer["Content-Language"] == "id"
    document = json.loads(answer.content)
    assert (document["title"], document["status"]) == ("Data tidak valid", 400)
    assert [(one["pointer"], one["code"]) for one in document["errors"]] == [
        ("/nik", "nik.length"),
        ("/person/nik", "nik.length"),
        ("/person/name", "type.text"),
    ]
    assert BROKEN not in answer.content.decode()
    page = send(broken, ResidentsWithProblems, accept="text/html")
    assert (page.status_code, page["Content-Type"]) == (400, "text/html; charset=utf-8")


def test_problem_details_answer_our_errors_and_leave_others():
    def answered(error):
        answer = answer_problem(error, {})
        return answer.status_code, [one["code"] for one in answer.data.get("errors", ())]

    with pytest.raises(ParseError) as caught:
        NIK.parse(BROKEN)
    assert answered(caught.value) == (400, ["nik.length"])
    with pytest.raises(LookupError) as caught:
        load_regions()[RegionCode("99.99")]
    assert answered(caught.value) == (404, [])
    error = serializers.ValidationError({"a": [{"b": ["x"]}], "non_field_errors": [NUMBER]})
    data = answer_problem(error, {}).data
    assert [one["pointer"] for one in data["errors"]] == ["/a/0/b", ""]
    assert data["errors"][1]["detail"] == "***"
    assert answer_problem(NotFound(), {}).status_code == 404
    assert answer_problem(KeyError(), {}) is None


def test_openapi_document_has_the_schemas_of_values_and_records():
    class MaskedResidents(Residents):
        serializer_class = MaskedSerializer

    router = DefaultRouter()
    router.register("residents", Residents)
    router.register("masked", MaskedResidents, basename="masked")
    with patched_settings({"COMPONENT_SPLIT_REQUEST": True, "OAS_VERSION": "3.1.1"}):
        document = SchemaGenerator(patterns=router.urls).get_schema(public=True)
    schemas = document["components"]["schemas"]
    fields = schemas["Resident"]["properties"]
    assert re.fullmatch(fields["nik"]["pattern"], NUMBER)
    assert "perempuan" in json.dumps(schemas["SexEnum"])
    assert "#/components/schemas/Person" in json.dumps(fields["person"])
    assert schemas["Person"]["properties"].keys() == {one.name for one in fields_of(Person)}
    masked = schemas["Masked"]["properties"]
    assert masked["nik"]["type"] == "string"
    assert "pattern" not in masked["nik"]
    assert "redacted" in json.dumps(masked["person"])
    assert "pattern" in schemas["MaskedRequest"]["properties"]["nik"]
    resolved = {
        one.rpartition("/")[2] for one in re.findall(r'"\$ref": "([^"]+)"', json.dumps(document))
    }
    assert resolved <= schemas.keys()
    for schema in schemas.values():
        jsonschema.Draft202012Validator.check_schema(schema)


def test_extra_is_named_when_the_framework_is_missing(monkeypatch):
    name = "psm_core.contrib.django.rest_framework"
    monkeypatch.setitem(sys.modules, "rest_framework", None)
    monkeypatch.delitem(sys.modules, name)
    with pytest.raises(MissingExtraError, match=r"pip install 'psm-core\[djangorestframework\]'"):
        importlib.import_module(name)
