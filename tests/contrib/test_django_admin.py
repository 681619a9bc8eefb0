"""The admin of Django, logs and reports of exceptions: no NIK where it does not belong."""

import logging
import sys

import pytest

from tests.contrib.django_models import Resident, Visit, database, rolled_back  # noqa: F401 - fixtures  # isort: skip

from django.contrib import admin
from django.contrib.auth.models import Permission, User
from django.db import IntegrityError, connection, transaction
from django.db.backends.signals import connection_created
from django.http import QueryDict
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.views.debug import technical_500_response

from psm_core import KK, NIK, Person, PhoneNumber, RegionCode, wire
from psm_core.contrib.django.admin import PersonalDataAdmin
from psm_core.contrib.django.apps import hide_in_errors
from psm_core.contrib.django.debug import NumberFreeReporter
from psm_core.contrib.logging import NumberFilter
from psm_core.terms import Sex

NUMBER = "9901014108900001"
OTHER = "9901014108900002"
MASK = "990101******0001"
PERSON = Person(nik=NIK(NUMBER), name="Contoh")
LIST = "/admin/django_app/resident/"


@admin.register(Resident)
class ResidentAdmin(PersonalDataAdmin):
    list_display = ["name", "nik", "kk", "phone", "sex", "person"]
    list_filter = ["sex", "region"]
    search_fields = ["=nik", "phone", "name"]


@admin.register(Visit)
class VisitAdmin(PersonalDataAdmin):
    search_fields = ["resident__nik__exact"]


class Lines(logging.Handler):
    """Keeps the text of each record, as a handler of an application would write it."""

    def __init__(self):
        super().__init__(logging.DEBUG)
        self.lines = []
        self.addFilter(NumberFilter())

    def emit(self, record):
        self.lines.append(self.format(record))


@pytest.fixture
def logs():
    """Lines of all of Django's loggers, through the filter."""
    logger, handler = logging.getLogger("django"), Lines()
    level = logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.DEBUG)
    yield handler.lines
    logger.setLevel(level)
    logger.removeHandler(handler)


@pytest.fixture
def row():
    return Resident.objects.create(
        nik=NIK(NUMBER),
        name="Ani",
        kk=KK("9901010108900001"),
        phone=PhoneNumber("+628000000123"),
        sex=Sex.PEREMPUAN,
        region=RegionCode("63.10"),
        person=PERSON,
    )


def client_of(name, *permissions, **options):
    user = User.objects.create_user(name, is_staff=True, **options)
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def client():
    return client_of("admin", is_superuser=True)


def page(client, address, **query):
    answer = client.get(address, query)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.usefixtures("row")
def test_list_shows_masks_and_labels(client):
    text = page(client, LIST)
    assert MASK in text
    assert "Perempuan" in text
    assert "Person(nik=***, name=***)" in text
    for hidden in (NUMBER, "9901010108900001", "8000000123"):
        assert hidden not in text


@pytest.mark.usefixtures("row")
def test_filters_of_terms_and_regions_find_rows(client):
    assert "?sex__exact=perempuan" in page(client, LIST)
    assert MASK in page(client, LIST, sex__exact="perempuan")
    assert MASK not in page(client, LIST, sex__exact="laki-laki")
    assert MASK in page(client, LIST, region__within="63")
    assert client.get(LIST, {"nik__exact": "x"}).status_code == 302  # back to the whole list


@pytest.mark.usefixtures("row")
def test_search_finds_a_whole_number_and_no_part_of_one(client):
    Resident.objects.create(nik=NIK(OTHER), name="Budi")
    for typed in (NUMBER, "9901 0141 0890-0001", "0800-0000-123"):
        text = page(client, LIST, q=typed)
        assert MASK in text
        assert "Budi" not in text
    assert MASK not in page(client, LIST, q=NUMBER[:-1])
    text = page(client, LIST, q="budi")
    assert "Budi" in text
    assert MASK not in text
    assert "Budi" in page(client, LIST)


def test_search_through_a_relation_finds_a_whole_number(client, row):
    Visit.objects.create(resident=row, note="Kunjungan pertama")
    address = "/admin/django_app/visit/"
    assert "Kunjungan pertama" in page(client, address, q=NUMBER)
    assert "Kunjungan pertama" not in page(client, address, q=OTHER)
    assert "Kunjungan pertama" not in page(client, address, q="kunjungan")
    assert "Kunjungan pertama" in page(client, address)


@pytest.mark.usefixtures("row")
def test_lookups_and_relations_are_searched_by_django(client, monkeypatch):
    monkeypatch.setattr(ResidentAdmin, "search_fields", ["name__startswith", "visit__note"])
    assert MASK in page(client, LIST, q="An")


def test_form_shows_the_whole_number_to_whoever_may_change_it(client, row):
    assert f'value="{NUMBER}"' in page(client, f"{LIST}{row.pk}/change/")


def test_form_shows_masks_to_whoever_may_only_view_it(row):
    text = page(client_of("viewer", "view_resident"), f"{LIST}{row.pk}/change/")
    assert MASK in text
    assert "Perempuan" in text
    for hidden in (NUMBER, "9901010108900001", "8000000123"):
        assert hidden not in text


def test_change_is_saved_and_its_history_has_no_number(client, row):
    typed = {
        "nik": "9901 0141 0890 0002",
        "name": "Ani Dua",
        "sex": "perempuan",
        "region": "Kabupaten Banjar",
        "person": wire.to_json(PERSON),
    }
    answer = client.post(f"{LIST}{row.pk}/change/", typed, follow=True)
    assert NUMBER not in answer.content.decode()
    row.refresh_from_db()
    assert (row.nik, row.region, row.kk) == (NIK(OTHER), RegionCode("63.03"), None)
    history = page(client, f"{LIST}{row.pk}/history/")
    assert "NIK" in history
    for text in (history, page(client, f"{LIST}{row.pk}/delete/"), page(client, "/admin/")):
        assert NUMBER not in text
        assert OTHER not in text


def test_errors_of_the_form_are_at_their_fields(client, row):
    Resident.objects.create(nik=NIK(OTHER), name="Budi")
    answer = client.post(f"{LIST}{row.pk}/change/", {"nik": NUMBER[:-1], "name": "", "sex": "?"})
    text = answer.content.decode()
    assert "NIK harus 16 angka, tertulis 15." in text
    assert text.count('class="errorlist"') == 3
    answer = client.post(f"{LIST}{row.pk}/change/", {"nik": OTHER, "name": "Ani"})
    errors = answer.content.decode().split('class="errorlist"')[1:]
    assert len(errors) == 1
    assert OTHER not in errors[0].partition("</ul>")[0]


def test_display_method_returns_the_label(row):
    assert row.get_sex_display() == "Perempuan"
    assert Resident().get_sex_display() is None


# --- logs and reports


def test_log_of_statements_has_no_number(client, row, logs):
    with CaptureQueriesContext(connection):
        page(client, LIST, q=NUMBER)
        client.post(f"{LIST}{row.pk}/change/", {"nik": OTHER, "name": "Ani"})
        page(client, f"{LIST}{row.pk}/history/")
        assert client.get(f"{LIST}{NUMBER}/change/").status_code == 302
        assert client.get("/none/", {"q": NUMBER}).status_code == 404
    assert any("UPDATE" in line for line in logs)
    text = "\n".join(logs)
    for hidden in (NUMBER, OTHER, "9901010108900001", "8000000123"):
        assert hidden not in text


@pytest.mark.usefixtures("row")
def test_error_of_the_database_has_no_number():
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        Resident.objects.create(nik=NIK(NUMBER), name="Ani")
    assert NUMBER not in f"{caught.value} {caught.value!r}"
    assert caught.value.__cause__ is caught.value.__context__ is None


def test_connection_that_is_opened_again_is_watched_once():
    connection_created.send(type(connection), connection=connection)
    assert connection.execute_wrappers.count(hide_in_errors) == 1


def test_error_of_postgresql_names_the_key_without_its_number():
    def execute(*_):
        raise IntegrityError(f"DETAIL:  Key (nik)=({NUMBER}) already exists.")

    with pytest.raises(IntegrityError) as caught:
        hide_in_errors(execute, "", (), many=False, context={})
    assert str(caught.value) == "DETAIL:  Key (nik)=(***) already exists."
    assert caught.value.__context__ is None


def reports(request):
    """Return the debug page and the mail about an error whose frames have numbers."""

    def fail(number):
        typed = QueryDict(f"nik={number}")
        try:
            {}[number]
        except KeyError:
            error = ValueError(f"NIK {number} ganda")
            error.add_note(f"NIK {number}")
            raise error  # noqa: B904 - the implicit cause is reported too
        return typed

    try:
        fail(NUMBER)
    except ValueError:
        found = sys.exc_info()
    page = technical_500_response(request, *found).content.decode() if request else ""
    reporter = NumberFreeReporter(request, *found, is_email=True)
    return page, reporter.get_traceback_text(), reporter.get_traceback_html()


def test_report_of_an_exception_has_no_number_and_nothing_typed():
    request = RequestFactory().post(f"/simpan/?q={NUMBER}", {"nik": NUMBER, "name": "Ani Contoh"})
    for text in reports(request):
        assert NUMBER not in text
        assert "NIK *** ganda" in text
        assert "Ani Contoh" not in text
        assert "fail" in text
    for text in reports(None)[1:]:
        assert NUMBER not in text


def test_report_without_an_exception_is_complete():
    assert "No exception message" in NumberFreeReporter(None, None, None, None).get_traceback_text()
