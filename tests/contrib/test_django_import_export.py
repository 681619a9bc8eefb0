"""Imports and exports of django-import-export: spellings of sheets, errors of rows, no numbers."""

import importlib
import re
import sys
from datetime import date, datetime
from io import BytesIO

import pytest

pytest.importorskip("import_export")

from tests.contrib.django_models import Resident, database, rolled_back  # noqa: F401 - fixtures  # isort: skip

import tablib
from django.contrib import admin
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError as DjangoError
from django.db import models
from django.test import Client, override_settings
from django.urls import path
from django.utils.translation import override
from import_export.admin import ImportExportMixin
from import_export.exceptions import ImportError as RowError
from import_export.fields import Field
from import_export.widgets import CharWidget, ManyToManyWidget

from psm_core import KK, NIK, MissingExtraError, Month, Person, PhoneNumber, RegionCode, wire
from psm_core.contrib.django.admin import PersonalDataAdmin
from psm_core.contrib.django.import_export import (
    DocumentWidget,
    PersonalDataResource,
    ValueWidget,
)
from psm_core.terms import Sex

NUMBER = "9901014108900001"
OTHER = "9901014108900002"
BROKEN = NUMBER[:-1]
CARD = "9901010108900001"
PERSON = Person(nik=NIK(NUMBER), name="Contoh")
DOCUMENT = wire.to_json(PERSON)
TYPED = {
    "NIK": "9901 0141 0890-0001",
    "Nama": "Ani Contoh",
    "KK": "'" + CARD,
    "TELEPON": "0800-0000-123",
    "Jenis Kelamin": "P",
    "Wilayah": "Kab. Banjar",
    "month": "Oktober 2025",
    "person": DOCUMENT,
}


class ResidentResource(PersonalDataResource):
    class Meta:
        model = Resident
        import_id_fields = ["nik"]
        exclude = ["id", "category", "worker"]
        widgets = {"region": {"within": RegionCode("63")}}


class ResidentAdmin(ImportExportMixin, PersonalDataAdmin):
    resource_classes = [ResidentResource]
    import_error_display = ("message", "row", "traceback")
    import_template_name = "psm_core/import.html"


site = admin.AdminSite()
site.register(Resident, ResidentAdmin)
urlpatterns = [path("admin/", site.urls)]


def dataset(*rows):
    return tablib.Dataset(*(one.values() for one in rows), headers=list(rows[0]))


def imported(*rows, **options):
    return ResidentResource().import_data(dataset(*rows), **options)


def codes(result):
    """Return row → field → codes of its errors."""
    return {
        row.number: {
            name: [one.code for one in found] for name, found in row.error.error_dict.items()
        }
        for row in result.invalid_rows
    }


def test_row_is_read_like_that_of_a_sheet():
    result = imported(TYPED)
    assert (result.totals["new"], codes(result), result.row_errors()) == (1, {}, [])
    row = Resident.objects.get()
    assert (row.nik, row.name, row.kk) == (NIK(NUMBER), "Ani Contoh", KK(CARD))
    assert (row.phone, row.sex) == (PhoneNumber("+628000000123"), Sex.PEREMPUAN)
    assert (row.region, row.month, row.person) == (
        RegionCode("63.03"),
        Month("2025-10"),
        PERSON,
    )


def test_exported_rows_are_whole_and_are_imported_equal():
    imported(TYPED)
    (before,) = Resident.objects.values()
    exported = ResidentResource().export()
    assert NUMBER in exported.csv
    again = tablib.Dataset().load(exported.csv, format="csv")
    result = ResidentResource().import_data(again)
    assert (result.totals["update"], codes(result)) == (1, {})
    assert Resident.objects.values().get() == before


def test_blank_cells_and_words_for_nothing_are_null():
    imported({**TYPED, "KK": "proses", "TELEPON": "-", "Jenis Kelamin": " ", "person": ""})
    row = Resident.objects.get()
    assert (row.kk, row.phone, row.sex, row.person) == (None, None, None, None)


def test_every_issue_of_a_row_is_at_its_field_and_has_no_number():
    broken = {
        "NIK": BROKEN,
        "Nama": "Ani",
        "KK": 9901010108900000,
        "TELEPON": [BROKEN],
        "Jenis Kelamin": BROKEN,
        "Wilayah": "Negeri Entah",
        "month": "x",
        "person": f'{{"schema": "psm.person/1", "data": {{"nik": "{BROKEN}", "name": 7}}}}',
    }
    result = imported({**TYPED, "NIK": OTHER}, broken, {**TYPED, "NIK": "", "Nama": ""})
    assert codes(result) == {
        2: {
            "nik": ["nik.length"],
            "kk": ["kk.numeric_cell"],
            "phone": ["type.text"],
            "sex": ["term.unknown"],
            "region": ["region.not_found"],
            "month": ["month.format"],
            "person": ["nik.length", "type.text"],
        },
        3: {"nik": ["null"], "name": ["blank"]},
    }
    shown = [f"{row.error_dict} {row.values}" for row in result.invalid_rows]
    assert "NIK harus 16 angka, tertulis 15." in shown[0]
    assert "$.data.nik: NIK" in shown[0]
    with override("en"):
        assert "A NIK needs 16 digits, got 15." in str(imported(broken).invalid_rows[0].error_dict)
    assert not re.search(r"\d{7}", " ".join(shown))


def test_number_of_another_row_is_an_error_of_the_row():
    class ByName(ResidentResource):
        class Meta:
            import_id_fields = ["name"]

    Resident.objects.create(nik=NIK(NUMBER), name="Budi")
    result = ByName().import_data(dataset(TYPED))
    assert codes(result) == {1: {"nik": ["unique"]}}


def test_row_that_does_not_say_whom_it_means_is_new():
    class ByCard(ResidentResource):
        class Meta:
            import_id_fields = ["kk"]

    Resident.objects.create(nik=NIK(OTHER), name="Budi")
    assert ByCard().import_data(dataset({**TYPED, "KK": ""})).totals["new"] == 1
    assert Resident.objects.get(nik=NIK(OTHER)).name == "Budi"
    without = {name: cell for name, cell in TYPED.items() if name != "NIK"}
    assert "import_id_fields" in str(imported(without).base_errors[0].error)
    assert ResidentResource().get_instance(None, {}) is None


def test_headings_are_matched_once_and_others_are_left():
    class Headings(PersonalDataResource):
        class Meta:
            model = Resident
            fields = ["nik", "name", "sex"]

    for given, expected in [
        (["N.I.K", "NAMA", "jenis_kelamin", "Catatan"], ["nik", "name", "sex", "Catatan"]),
        (["NIK", "nik"], ["NIK", "nik"]),
        (["NIK", "Nik"], ["nik", "Nik"]),
    ]:
        data = tablib.Dataset(headers=given)
        Headings().before_import(data)
        assert data.headers == expected
    data = tablib.Dataset()
    Headings().before_import(data)
    assert data.headers is None


def test_errors_of_the_program_have_no_number(monkeypatch):
    def fail(*_):
        raise KeyError(NUMBER)

    monkeypatch.setattr(ResidentResource, "do_instance_save", fail)
    result = imported(TYPED)
    ((number, (error,)),) = result.row_errors()
    assert number == 1
    assert "KeyError: '***'" in error.traceback
    assert error.row["name"] == "Ani Contoh"
    assert "Ani" not in repr(error)
    with pytest.raises(RowError) as caught:
        imported(TYPED, raise_errors=True)
    assert str(caught.value) == "1: '***'"
    assert caught.value.__context__ is None
    for text in (str(error.error), str(error.row), repr(error), error.traceback):
        assert NUMBER not in text


def test_error_of_the_whole_import_has_no_number(monkeypatch):
    def fail(*_, **__):
        raise ValueError(f"NIK {NUMBER}")

    monkeypatch.setattr(ResidentResource, "after_import", fail)
    (error,) = imported(TYPED).base_errors
    assert (str(error.error), error.row, error.number) == ("NIK ***", None, None)


def test_errors_of_other_widgets_stay_at_their_field(monkeypatch):
    def fail(*_, **__):
        raise ValueError(f"{NUMBER}?")

    monkeypatch.setattr(CharWidget, "clean", fail)
    result = imported(TYPED)
    assert codes(result) == {1: {"name": ["invalid"]}}
    assert result.invalid_rows[0].error_dict["name"] == ["***?"]


def test_relations_to_many_are_left_to_the_library():
    class WithUsers(ResidentResource):
        users = Field("users", "users", ManyToManyWidget(User))

    row = Resident()
    WithUsers().import_instance(row, {"nik": NUMBER, "users": "1,2"})
    assert row.nik == NIK(NUMBER)


def test_dates_are_read_in_the_spellings_of_sheets():
    field = models.DateField()
    widget = PersonalDataResource.widget_from_django_field(field)()
    for cell in ("1 Agustus 1990", "01-08-1990", date(1990, 8, 1), datetime(1990, 8, 1)):
        assert widget.clean(cell) == date(1990, 8, 1)
    assert (widget.render(date(1990, 8, 1)), widget.render(None)) == ("1990-08-01", "")
    assert type(PersonalDataResource.widget_from_django_field(models.CharField())) is type


def test_widgets_take_values():
    assert ValueWidget(Sex).clean(Sex.PEREMPUAN) is Sex.PEREMPUAN
    assert DocumentWidget(Person).clean(PERSON) is PERSON
    for value_class, cell, code in [
        (NIK, {"nik": BROKEN}, "type.text"),
        (RegionCode, 6310092005, "region_code.number"),
    ]:
        with pytest.raises(DjangoError) as caught:
            ValueWidget(value_class).clean(cell)
        assert caught.value.code == code


@override_settings(ROOT_URLCONF=__name__)
def test_pages_of_an_import_show_masks():
    client = Client()
    client.force_login(User.objects.create_user("admin", is_staff=True, is_superuser=True))
    Resident.objects.create(nik=NIK(NUMBER), name="Ani", kk=KK(CARD), sex=Sex.LAKI_LAKI)

    def answer(*rows):
        upload = BytesIO(dataset(*rows).csv.encode())
        upload.name = "warga.csv"
        typed = {"format": "0", "import_file": upload, "resource": "0"}
        page = client.post("/admin/django_app/resident/import/", typed)
        text = page.content.decode()
        assert page.status_code == 200
        for hidden in (NUMBER, BROKEN, CARD, "8000000123"):
            assert hidden not in text
        return text, page.context_data.get("confirm_form")

    text, form = answer(TYPED)
    assert "Perempuan" in text
    assert "Simpan baris ini" in text
    assert "diubah" in text
    assert re.sub("<[^>]*>", "", text).count("990101******0001") >= 2
    done = client.post(
        "/admin/django_app/resident/process_import/", form.initial | {"confirm": "1"}
    )
    assert done.status_code == 302
    assert Resident.objects.get().region == RegionCode("63.03")
    text, form = answer(TYPED, {**TYPED, "NIK": BROKEN, "Jenis Kelamin": "?"})
    assert form is None
    assert "Baris yang salah: 1 dari 2" in text
    rows = re.findall(r"<tr>(.*?)</tr>", text, re.DOTALL)[1:]
    cells = [found for one in rows if (found := re.findall(r"<td>(.*?)</td>", one))]
    assert [one[:2] for one in cells] == [["3", "NIK"], ["3", "Jenis kelamin"]]
    assert cells[0][2].startswith("NIK harus 16 angka, tertulis 15.")
    with override("en"):
        text, _ = answer({**TYPED, "NIK": BROKEN, "person": DOCUMENT})
        assert "Rows with errors: 1 of 1" in text
        assert "A NIK needs 16 digits, got 15." in text
        assert "Save these rows" in answer(TYPED)[0]


def test_extra_is_named_when_the_library_is_missing(monkeypatch):
    name = "psm_core.contrib.django.import_export"
    monkeypatch.setitem(sys.modules, "import_export", None)
    monkeypatch.delitem(sys.modules, name)
    with pytest.raises(MissingExtraError, match=r"pip install 'psm-core\[django-import-export\]'"):
        importlib.import_module(name)
