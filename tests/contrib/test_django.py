"""Values, terms and records in models and forms of Django: SQLite in memory, or `PSM_DATABASE`."""

import importlib
import json
import sys
from datetime import date

import pytest

from tests.contrib.django_models import Resident, database, rolled_back  # noqa: F401 - fixtures  # isort: skip

from django import forms as django_forms
from django.core import checks, serializers
from django.core.exceptions import FieldError
from django.core.exceptions import ValidationError as DjangoError
from django.db import connection, models
from django.db.migrations.writer import MigrationWriter
from django.db.models import F, Value
from django.forms import modelform_factory
from django.utils.translation import override
from hypothesis import given, settings

from psm_core import (
    KK,
    NIK,
    Extensions,
    Issue,
    MissingExtraError,
    Month,
    ParseError,
    PartialDate,
    Person,
    PhoneNumber,
    RegionCode,
    Severity,
    UnknownVersionError,
    ValidationError,
    Worker,
    WorkerId,
    evolve,
    load_regions,
    wire,
)
from psm_core.contrib._columns import LENGTHS
from psm_core.contrib.django import (
    DocumentField,
    DocumentFormField,
    KKField,
    NIKField,
    PhoneField,
    RegionCodeField,
    TermField,
    TermFormField,
    ValueField,
    ValueFormField,
    add_issues,
    read_record,
    validation_error,
)
from psm_core.terms import PPKSCategory, Sex
from psm_core.terms.vocabularies import vocabularies
from psm_core.testing import records
from psm_core.testing.strategies import VALUES
from psm_core.wire import versions
from psm_core.wire.versions import NAMES

NUMBER = "9901014108900001"
BROKEN = NUMBER[:-1]
NEWER = '{"schema": "psm.person/9", "data": {}}'
PERSON = Person(nik=NIK(NUMBER), name="Contoh")
CODES = [*load_regions().to_dict()][::40]
FIELDS = {
    NIK: NIKField,
    KK: KKField,
    PhoneNumber: PhoneField,
    RegionCode: RegionCodeField,
    **{cls: (lambda cls=cls, **options: ValueField(cls, **options)) for cls in LENGTHS},
    **{cls: (lambda cls=cls, **options: TermField(cls, **options)) for cls in vocabularies()},
    **{cls: (lambda cls=cls, **options: DocumentField(cls, **options)) for cls in NAMES},
}
Everything = type(
    "Everything",
    (models.Model,),
    {
        "__module__": __name__,
        "Meta": type("Meta", (), {"app_label": "django_app"}),
        **{cls.__name__.lower(): make(null=True) for cls, make in FIELDS.items()},
    },
)


def resident(**values):
    return Resident.objects.create(**{"nik": NIK(NUMBER), "name": "Contoh", **values})


def execute(sql, *params):
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall() if cursor.description else []


def texts(error):
    return f"{error!r} {error}"


def came_back(cls, value):
    """Yield what a column and a fixture return of a value."""
    name = cls.__name__.lower()
    row = Everything.objects.create(**{name: value})
    found = Everything.objects.get(pk=row.pk)
    yield getattr(found, name)
    (loaded,) = serializers.deserialize("jsonl", serializers.serialize("jsonl", [found]))
    yield getattr(loaded.object, name)


def check_round_trips(cls, strategy):
    @given(strategy)
    @settings(max_examples=3)
    def check(value):
        for one in came_back(cls, value):
            assert type(one) is cls
            if cls in NAMES and connection.vendor == "postgresql":  # JSONB has no negative zero
                assert wire.to_builtins(one) == wire.to_builtins(value)
            else:
                assert one == value

    check()


def test_stored_values_come_back_equal():
    for cls in VALUES.keys() & FIELDS.keys():
        check_round_trips(cls, VALUES[cls])


def test_stored_records_come_back_equal():
    for cls in NAMES:
        check_round_trips(cls, records(cls))


def test_stored_terms_come_back():
    for vocabulary in vocabularies():
        term = [*vocabulary][-1]
        assert all(one is term for one in came_back(vocabulary, term))


def test_there_is_a_field_for_each_value_that_is_one_text():
    assert set(FIELDS) == {*VALUES.keys() - {Extensions, date}, *vocabularies(), *NAMES}


def test_missing_values_are_null_and_come_back_as_none():
    row = Everything.objects.create()
    found = Everything.objects.get(pk=row.pk)
    for cls in FIELDS:
        name = cls.__name__.lower()
        assert getattr(found, name) is None
        assert Everything.objects.filter(**{name: None, f"{name}__isnull": True}).count() == 1
    (loaded,) = serializers.deserialize("xml", serializers.serialize("xml", [found]))
    assert loaded.object.nik is loaded.object.person is None


@pytest.mark.parametrize("form", ["json", "xml", "python", "jsonl"])
def test_fixture_has_whole_values_and_loads_equal(form):
    row = resident(
        phone=PhoneNumber("+628000000123"), sex=Sex.PEREMPUAN, person=PERSON, month=Month("2025-10")
    )
    text = serializers.serialize(form, [row])
    (loaded,) = serializers.deserialize(form, text)
    for field in Resident._meta.fields:
        assert getattr(loaded.object, field.attname) == getattr(row, field.attname)
    assert NUMBER in str(text)


def test_columns_are_text_and_json():
    resident(sex=Sex.PEREMPUAN, category=PPKSCategory.PEMULUNG, person=PERSON)
    ((nik, sex, category, person),) = execute(
        "SELECT nik, sex, category, CAST(person AS TEXT) FROM django_app_resident"
    )
    assert (nik, sex, category) == (NUMBER, "perempuan", "ppks-26:pemulung")
    assert json.loads(person) == wire.to_document(PERSON)
    kinds = {one.name: one.db_type(connection) for one in Resident._meta.fields}
    is_postgres = connection.vendor == "postgresql"
    assert (kinds["nik"], kinds["region"]) == ("varchar(16)", "varchar(13)")
    assert kinds["person"] == ("jsonb" if is_postgres else "text")


def test_text_becomes_a_value_when_it_is_assigned():
    row = Resident(nik=NUMBER, sex="perempuan", region="63.10")
    assert (row.nik, row.sex, row.region) == (NIK(NUMBER), Sex.PEREMPUAN, RegionCode("63.10"))
    assert NUMBER not in f"{row} {row!r}"
    row.nik = None
    assert row.nik is None
    row.nik = F("kk")
    assert isinstance(row.nik, F)


@pytest.mark.parametrize(
    ("name", "value", "kind"),
    [
        ("nik", BROKEN, ParseError),
        ("nik", "9901 0141 0890 0001", ParseError),
        ("nik", int(NUMBER), TypeError),
        ("nik", KK("9901010108900001"), TypeError),
        ("sex", "P", ParseError),
        ("person", f'{{"nik": "{NUMBER}"}}', TypeError),
        ("person", {"nik": NUMBER}, TypeError),
    ],
)
def test_other_values_are_rejected_without_showing_them(name, value, kind):
    with pytest.raises(kind) as caught:
        Resident(**{name: value})
    assert BROKEN not in texts(caught.value)
    with pytest.raises((kind, FieldError)) as caught:
        Resident.objects.filter(**{f"{name}__in": [value]}).exists()
    assert BROKEN not in texts(caught.value)


def test_rows_are_found_by_value_and_by_canonical_text():
    row = resident(phone=PhoneNumber("+628000000123"), sex=Sex.PEREMPUAN, worker=WorkerId("psm-1"))
    find = Resident.objects.filter
    for found in (
        find(nik=NIK(NUMBER)),
        find(nik=NUMBER),
        find(nik__in=[NIK(NUMBER), NIK(NUMBER[:-1] + "2")]),
        find(sex=Sex.PEREMPUAN),
        find(kk__isnull=True),
        find(nik=Value(NUMBER)),
        find(worker__icontains="SM-"),
    ):
        assert list(found) == [row]
    assert not find(nik=NIK(NUMBER[:-1] + "2")).exists()
    assert not Resident.objects.exclude(nik=NIK(NUMBER)).exists()
    Resident.objects.filter(nik=NUMBER).update(sex=Sex.LAKI_LAKI)
    assert Resident.objects.values_list("nik", "sex").get() == (NIK(NUMBER), Sex.LAKI_LAKI)
    assert Resident.objects.only("name").get().nik == NIK(NUMBER)
    row.refresh_from_db()
    assert row.sex is Sex.LAKI_LAKI


def test_lookups_that_make_no_sense_name_those_that_do():
    for name, lookup, others in [
        ("nik", "icontains", "exact, in, isnull."),
        ("nik", "gt", "exact, in, isnull."),
        ("sex", "startswith", "exact, in, isnull."),
        ("region", "startswith", "exact, gt, gte, in, isnull, lt, lte, range, within."),
        ("month", "regex", "exact, gt, gte, in, isnull, lt, lte, range."),
        ("person", "exact", "isnull, and lookups of its parts, such as data__name."),
    ]:
        with pytest.raises(FieldError) as caught:
            Resident.objects.filter(**{f"{name}__{lookup}": NUMBER})
        assert f"has no lookup '{lookup}'. It has {others}" in str(caught.value)
        assert NUMBER not in texts(caught.value)
    with pytest.raises(FieldError, match="Unsupported lookup 'other'"):
        Resident.objects.filter(nik__other=NUMBER)


def test_within_finds_the_region_and_those_inside_it_with_the_index():
    Resident.objects.bulk_create(
        [
            Resident(nik=NIK(f"{NUMBER[:12]}{number:04}"), name="Contoh", region=code)
            for number, code in enumerate([*CODES, None], start=1)
        ]
    )
    regions = Resident.objects.values_list("region", flat=True)
    for code in (*CODES[::200], RegionCode("63"), RegionCode("63.10")):
        inside = sorted(one for one in CODES if one.is_within(code))
        assert list(regions.filter(region__within=code).order_by("region")) == inside
        assert list(regions.filter(region__within=str(code)).order_by("region")) == inside
        assert regions.exclude(region__within=code).count() == len(CODES) + 1 - len(inside)
    assert list(regions.exclude(region=None).order_by("region")) == sorted(CODES)
    found = Resident.objects.filter(region__within=RegionCode("63.10.09")).order_by()
    if connection.vendor == "postgresql":
        execute("ANALYZE django_app_resident")
        execute("SET LOCAL enable_seqscan = off")
        assert "django_app_resident_region" in found.explain()
    else:
        assert "region>? AND region<?" in found.explain()
    assert Resident.objects.filter(region__range=("63", "64")).count() == len(
        [one for one in CODES if str(one).startswith("63")]
    )


@pytest.mark.parametrize("code", [6310, None, WorkerId("psm-1"), F("nik")])
def test_within_rejects_what_is_no_region_code(code):
    with pytest.raises((TypeError, ValueError), match=r"within takes a RegionCode|Cannot use None"):
        Resident.objects.filter(region__within=code).exists()


def test_parts_of_a_document_are_found_as_in_a_json_field():
    row = resident(person=PERSON)
    find = Resident.objects.filter
    assert find(person__data__name="Contoh").get() == row
    assert find(person__data__name__istartswith="con").get() == row
    assert find(person__data__nik__isnull=False).get() == row
    assert not find(person__data__name="Lain").exists()
    names = Resident.objects.values_list("person__data__name", "person__data")
    assert names.get() == ("Contoh", wire.to_builtins(PERSON))


def test_document_of_an_older_version_is_migrated(monkeypatch):
    def renamed(data):
        return {("name" if key == "full_name" else key): value for key, value in data.items()}

    monkeypatch.setattr(versions, "CURRENT", {**versions.CURRENT, "person": 2})
    monkeypatch.setattr(versions, "MIGRATIONS", {("person", 1): renamed})
    row = resident()
    document = {"schema": "psm.person/1", "data": {"nik": NUMBER, "full_name": "Contoh"}}
    execute("UPDATE django_app_resident SET person = %s", json.dumps(document))
    row.refresh_from_db()
    assert row.person == PERSON
    row.save()
    assert Resident.objects.values_list("person__schema", flat=True).get() == "psm.person/2"


def test_stored_text_that_is_invalid_is_an_error_without_the_text():
    row = resident(person=PERSON)
    document = {"schema": "psm.person/1", "data": {"nik": BROKEN, "name": 7}}
    execute("UPDATE django_app_resident SET person = %s", json.dumps(document))
    with pytest.raises(ValidationError) as caught:
        row.refresh_from_db()
    assert [one.where for one in caught.value.issues] == ["$.data.nik", "$.data.name"]
    assert BROKEN not in texts(caught.value)
    execute("UPDATE django_app_resident SET person = %s", NEWER)
    with pytest.raises(UnknownVersionError):
        row.refresh_from_db()
    execute("UPDATE django_app_resident SET nik = %s", BROKEN)
    with pytest.raises(ParseError) as caught:
        Resident.objects.only("nik").get()
    assert BROKEN not in texts(caught.value)


def test_numbers_of_extensions_are_preserved():
    for number in (1e16, 1.5e23, -1e300, 0.1 + 0.2, 5e-324, 7, 5.0):
        record = evolve(PERSON, extensions=Extensions.of({"id.go.contoh": [number]}))
        row = Everything.objects.create(person=record)
        assert Everything.objects.get(pk=row.pk).person == record


def test_migration_names_public_classes_and_makes_the_field_again():
    for cls, make in FIELDS.items():
        field = make(verbose_name="contoh", null=True)
        text, imports = MigrationWriter.serialize(field)
        assert text.startswith("psm_core.contrib.django.")
        assert "max_length" not in text
        names = {}
        exec("\n".join(imports), names)  # noqa: S102 - our own code
        again = eval(text, names)  # noqa: S307 - our own code
        assert again.deconstruct()[1:] == field.deconstruct()[1:]
        assert (again.value_class, again.max_length) == (cls, field.max_length)
        assert field.clone().value_class is cls


def test_field_of_an_application_is_named_with_its_module():
    class OwnField(NIKField):
        pass

    assert OwnField().deconstruct()[1] == f"{__name__}.{OwnField.__qualname__}"


def test_application_may_have_its_own_display_method():
    class Own(models.Model):  # noqa: DJ008 - nobody prints it
        sex = TermField(Sex)

        class Meta:
            app_label = "elsewhere"
            managed = False

        def get_sex_display(self):
            return "lain"

    assert Own(sex=Sex.PEREMPUAN).get_sex_display() == "lain"


def test_fields_reject_other_classes():
    for cls in (NIK, RegionCode, Sex, Worker, str):
        with pytest.raises(TypeError, match="ValueField is for AgentId, AssessmentId"):
            ValueField(cls)
    with pytest.raises(TypeError, match="NIK is no vocabulary"):
        TermField(NIK)
    for field in (DocumentField, DocumentFormField):
        with pytest.raises(TypeError, match="NIK has no document"):
            field(NIK)


def test_personal_number_as_a_primary_key_is_an_error_of_a_check():
    class Card(models.Model):  # noqa: DJ008 - nobody prints it
        kk = KKField(primary_key=True)

        class Meta:
            app_label = "elsewhere"
            managed = False

    (found,) = Card._meta.pk.check()
    assert (found.id, found.level) == ("psm_core.E001", checks.ERROR)
    assert not [one for one in checks.run_checks() if one.id.startswith("psm_core")]


# --- validation and forms


def test_full_clean_reports_every_field_in_the_active_language():
    with pytest.raises(DjangoError) as caught:
        Resident(name="Contoh").full_clean()
    assert set(caught.value.message_dict) == {"nik"}
    resident()
    with pytest.raises(DjangoError) as caught:
        Resident(name="Contoh", nik=NUMBER).full_clean()
    assert caught.value.error_dict["nik"][0].code == "unique"
    assert NUMBER not in texts(caught.value)
    with pytest.raises(DjangoError) as caught:
        Resident._meta.get_field("nik").clean(BROKEN, None)
    error = caught.value
    assert (error.code, error.params) == ("nik.length", {"length": 15, "where": "$"})
    with override("en-gb"):
        assert error.messages == [
            "A NIK needs 16 digits, got 15. Copy it again from the KTP or KK."
        ]
    for language in ("id", "fr"):
        with override(language):
            assert error.messages[0].startswith("NIK harus 16 angka, tertulis 15.")
    with pytest.raises(DjangoError) as caught:
        Resident._meta.get_field("nik").clean(int(NUMBER), None)
    assert caught.value.code == "type.text"
    document = {"schema": "psm.person/1", "data": {"nik": BROKEN, "name": 7}}
    with pytest.raises(DjangoError) as caught:
        Resident._meta.get_field("person").to_python(document)
    assert [one.code for one in caught.value.error_list] == ["nik.length", "type.text"]
    assert BROKEN not in texts(caught.value)


def test_message_with_a_percent_sign_is_shown_as_it_is(monkeypatch):
    monkeypatch.setattr(Issue, "describe", lambda *_: "100 % (s)")
    assert validation_error(Issue("nik.length")).messages == ["100 % (s)"]


ResidentForm = modelform_factory(Resident, fields="__all__")


def test_model_form_reads_what_people_type():
    form = ResidentForm(
        {
            "nik": " 9901 0141 0890-0001 ",
            "name": "Ani",
            "phone": "0800-0000-123",
            "sex": "P",
            "category": "Pemulung",
            "region": "Kabupaten Banjar",
            "month": "Oktober 2025",
            "worker": "psm-1",
            "person": wire.to_json(PERSON),
        }
    )
    assert form.is_valid(), form.errors
    row = form.save()
    row.refresh_from_db()
    assert (row.nik, row.phone, row.kk) == (NIK(NUMBER), PhoneNumber("+628000000123"), None)
    assert (row.sex, row.region, row.month) == (
        Sex.PEREMPUAN,
        RegionCode("63.03"),
        Month("2025-10"),
    )
    assert (row.category, row.person) == (PPKSCategory.PEMULUNG, PERSON)
    again = ResidentForm(form.data, instance=row)
    assert again.is_valid()
    assert not again.has_changed()
    changed = ResidentForm({**form.data, "nik": NUMBER[:-1] + "2", "sex": ""}, instance=row)
    assert changed.changed_data == ["nik", "sex"]
    assert changed.is_valid()
    assert changed.cleaned_data["sex"] is None


def test_model_form_shows_whole_values_to_whoever_changes_them():
    row = resident(sex=Sex.PEREMPUAN, person=PERSON)
    page = str(ResidentForm(instance=row))
    assert f'value="{NUMBER}"' in page
    assert 'autocomplete="off"' in page
    assert '<option value="perempuan" selected>Perempuan</option>' in page
    assert "psm.person/1" in page
    assert 'value="99.zz"' in str(ResidentForm({"region": "99.zz"}))


def test_model_form_has_an_error_at_each_field():
    typed = {
        "nik": BROKEN,
        "phone": "12",
        "sex": "lain",
        "region": "Negeri Entah",
        "month": "x",
        "person": f'{{"schema": "psm.person/1", "data": {{"nik": "{BROKEN}", "name": 7}}}}',
    }
    form = ResidentForm(typed)
    assert not form.is_valid()
    codes = {name: [one.code for one in found] for name, found in form.errors.as_data().items()}
    assert codes["nik"] == ["nik.length"]
    assert codes["sex"] == ["term.unknown"]
    assert codes["region"] == ["region.not_found"]
    assert codes["person"] == ["nik.length", "type.text"]
    assert set(codes) == {*typed, "name"}
    assert "$.data.nik: NIK harus 16 angka" in str(form.errors["person"])
    assert BROKEN not in str(form.errors)
    form = ResidentForm({"nik": NUMBER, "name": "Ani", "person": NEWER})
    assert form.has_error("person", "document.unknown_version")


def test_form_fields_take_values_and_nothing():
    for field, value in [
        (ValueFormField(NIK, required=False), NIK(NUMBER)),
        (TermFormField(Sex, required=False), Sex.PEREMPUAN),
        (DocumentFormField(Person, required=False), PERSON),
    ]:
        assert field.clean(value) is value
        for nothing in (None, "", "  "):
            assert field.clean(nothing) is None
        field.required = True
        with pytest.raises(DjangoError) as caught:
            field.clean(" ")
        assert caught.value.code == "required"
    assert ValueFormField(PartialDate).clean("1990") == PartialDate("1990")
    field = Resident._meta.get_field("nik").formfield(form_class=django_forms.CharField)
    assert type(field) is django_forms.CharField


class WorkerForm(django_forms.Form):
    id = django_forms.CharField()
    person__nik = django_forms.CharField(required=False)
    person__name = django_forms.CharField(required=False)
    person__sex = TermFormField(Sex, required=False)
    assignments = django_forms.CharField(required=False)
    serves = django_forms.CharField(required=False)

    def clean(self):
        names = {"assignments.0.serves": "serves", "person.nik_absence": "person__nik"}
        self.worker = read_record(self, Worker, fields=names)


def test_form_over_a_whole_record_gives_the_record():
    typed = {"person__nik": "9901 0141 0890 0001", "person__name": "Ani", "person__sex": "P"}
    form = WorkerForm({"id": "psm-1", **typed})
    assert form.is_valid(), form.errors
    person = Person(nik=NIK(NUMBER), name="Ani", sex=Sex.PEREMPUAN)
    assert form.worker == Worker(id=WorkerId("psm-1"), person=person)


def test_form_over_a_whole_record_has_each_issue_at_its_field():
    form = WorkerForm({"id": "psm-1", "person__nik": BROKEN, "serves": "x", "person__sex": "?"})
    assert not form.is_valid()
    assert form.worker is None
    codes = {name: [one.code for one in found] for name, found in form.errors.as_data().items()}
    assert codes["person__nik"] == ["nik.length"]
    assert codes["person__sex"] == ["term.unknown"]
    assert codes["person__name"] == ["field.missing"]
    assert "assignment.undated" in codes["assignments"]
    assert BROKEN not in str(form.errors)


def test_issue_without_a_field_belongs_to_the_whole_form():
    form = WorkerForm({"id": "psm-1"})
    form.errors  # noqa: B018 - it validates
    doubt = Issue("nik.date", ("id",), Severity.WARNING)
    add_issues(form, [Issue("nik.length", ("elsewhere",)), doubt])
    assert "id" not in form.errors
    assert form.has_error("__all__", "nik.length")
    with pytest.raises(ValueError, match="has no field named"):
        add_issues(form, [Issue("nik.length", ("nik",))], fields={"nik": "other"})


def test_extra_is_named_when_django_is_missing(monkeypatch):
    monkeypatch.setitem(sys.modules, "django", None)
    monkeypatch.delitem(sys.modules, "psm_core.contrib.django")
    with pytest.raises(MissingExtraError, match=r"pip install 'psm-core\[django\]'"):
        importlib.import_module("psm_core.contrib.django")
