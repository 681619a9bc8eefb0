"""Models of the Django project of the tests."""

# ruff: noqa: E402 - Django is set up first
import django

django.setup()

from django.db import models

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
