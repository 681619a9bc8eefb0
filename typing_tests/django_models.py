"""Checked by mypy and pyright, never run: a model of Django with values and records."""

from typing import assert_type

from django.db import models
from rest_framework import serializers

from psm_core import KK, NIK, Month, Person, PhoneNumber, RegionCode, Worker, WorkerId
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
)
from psm_core.contrib.django.admin import PersonalDataAdmin
from psm_core.contrib.django.import_export import PersonalDataResource
from psm_core.contrib.django.rest_framework import (
    DocumentSerializerField,
    TermSerializerField,
    ValueSerializerField,
)
from psm_core.terms import Sex


class Row(models.Model):
    """A model with one field of each kind."""

    id = ValueField(WorkerId, primary_key=True)
    nik = NIKField("NIK", unique=True)
    kk = KKField()
    phone = PhoneField()
    region = RegionCodeField(db_index=True)
    sex = TermField(Sex)
    month = ValueField(Month)
    worker = DocumentField(Worker)

    def __str__(self) -> str:
        """Return the masked number."""
        return str(self.nik)


class RowAdmin(PersonalDataAdmin[Row]):
    """The rows in the admin."""


class RowResource(PersonalDataResource):
    """The rows in files."""


class RowSerializer(serializers.ModelSerializer[Row]):
    """The rows in requests."""

    nik = ValueSerializerField(NIK, masked=True)
    sex = TermSerializerField(Sex)
    worker = DocumentSerializerField(Worker)


def use(row: Row) -> None:
    """Read and set attributes."""
    assert_type(row.id, WorkerId)
    assert_type(row.nik, NIK)
    assert_type(row.kk, KK)
    assert_type(row.phone, PhoneNumber)
    assert_type(row.region, RegionCode)
    assert_type(row.sex, Sex)
    assert_type(row.month, Month)
    assert_type(row.worker, Worker)
    row.nik = NIK("9901014108900001")
    row.nik = "9901014108900001"
    row.nik = None
    found = Row.objects.filter(region__within=RegionCode("63")).get()
    assert_type(found.worker.person, Person)


assert_type(NIKField().value_class, type[NIK])
assert_type(DocumentField(Worker).value_class, type[Worker])
assert_type(ValueFormField(NIK), ValueFormField[NIK])
assert_type(TermFormField(Sex), TermFormField[Sex])
assert_type(DocumentFormField(Worker), DocumentFormField[Worker])
