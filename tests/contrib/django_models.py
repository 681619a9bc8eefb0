"""Models of the Django project of the tests, and fixtures of its database."""

# ruff: noqa: E402 - Django is set up first
import django

django.setup()

import pytest
from django.db import models, transaction
from django.test.utils import setup_databases, teardown_databases

from psm_core import Month, Person, WorkerId
from psm_core.contrib.django import (
    DocumentField,
    KKField,
    NIKField,
    PhoneField,
    RegionCodeField,
    TermField,
    ValueField,
)
from psm_core.terms import PPKSCategory, Sex

APP = "django_app"


@pytest.fixture(scope="module", autouse=True)
def database():
    """Create the tables, for the tests of a module that imports this fixture."""
    before = setup_databases(verbosity=0, interactive=False)
    yield
    teardown_databases(before, verbosity=0)


@pytest.fixture(autouse=True)
def rolled_back(database):  # noqa: ARG001 - it comes first
    """Undo what a test writes."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


class Resident(models.Model):
    nik = NIKField("NIK", unique=True)
    name = models.CharField("nama", max_length=100)
    kk = KKField("KK", null=True, blank=True)
    phone = PhoneField("telepon", null=True, blank=True)
    sex = TermField(Sex, "jenis kelamin", null=True, blank=True)
    category = TermField(PPKSCategory, null=True, blank=True)
    region = RegionCodeField("wilayah", null=True, blank=True, db_index=True)
    month = ValueField(Month, null=True, blank=True)
    worker = ValueField(WorkerId, null=True, blank=True)
    person = DocumentField(Person, null=True, blank=True)

    class Meta:
        app_label = APP

    def __str__(self):
        return f"{self.name} {self.nik}"


class Group(models.Model):
    id = ValueField(WorkerId, primary_key=True)

    class Meta:
        app_label = APP

    def __str__(self):
        return str(self.id)


class Visit(models.Model):
    resident = models.ForeignKey(Resident, models.CASCADE)
    note = models.CharField(max_length=100)
    group = models.ForeignKey(Group, models.CASCADE, null=True, blank=True)

    class Meta:
        app_label = APP

    def __str__(self):
        return self.note
