"""Beneficiaries: those who need social services, and how they have been classified."""

import datetime as dt

from ._model import NONE, SPESIFIK, UMUM, field, model, one_told
from .ids import BeneficiaryId, WorkerId
from .people import Family, Group, Person
from .terms import PASCategory, PPKSCategory, SubjectUnit

__all__ = ["Beneficiary", "Classification"]


@model
class Classification:
    """One finding: that a category was held to fit, on a day, according to a source.

    The category names its list (``ppks-26:…``, ``pas-12:…``), since the lists change and the
    old one stays in use beside the new.

    Raises:
        ValidationError: the faults of each field.

    """

    category: PPKSCategory | PASCategory = field(SPESIFIK)
    """The category, of one list or another."""
    date: dt.date = field(NONE)
    """The day of the finding."""
    source: str = field(UMUM)
    """What it rests on, such as an assessment, a list or a decision."""
    assessor: WorkerId | None = field(NONE, default=None)
    """The worker who found it."""


@model
class Beneficiary:
    """A person, a family or a group in need, with all that it has been classified as.

    Raises:
        ValidationError: ``beneficiary.subject`` unless exactly one of `person`, `family` and
            `group` is told; and the faults of each field.

    >>> from psm_core import Beneficiary, BeneficiaryId, Person
    >>> from psm_core.terms import NIKAbsence
    >>> person = Person(name="Contoh", nik_absence=NIKAbsence.BELUM_MEMILIKI)
    >>> Beneficiary(id=BeneficiaryId("b-1"), person=person).unit.label
    'Perseorangan'

    """

    id: BeneficiaryId = field(NONE)
    """The key of this record in the register that holds it."""
    person: Person | None = field(UMUM, default=None)
    """The person, when it is one."""
    family: Family | None = field(UMUM, default=None)
    """The family, when it is one."""
    group: Group | None = field(UMUM, default=None)
    """The group or community, when it is one."""
    classifications: frozenset[Classification] = field(SPESIFIK, default=frozenset())
    """All findings, of every list; one beneficiary may fit several categories."""

    _is_one_subject = one_told("beneficiary.subject", "person", "family", "group", at="person")

    @property
    def unit(self) -> SubjectUnit:
        """Whether it is a person, a family or a group."""
        if self.person is not None:
            return SubjectUnit.PERSEORANGAN
        return SubjectUnit.KELUARGA if self.family is not None else SubjectUnit.KELOMPOK
