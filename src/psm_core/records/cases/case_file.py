"""Case files: a case and those it is about, handed over together."""

from collections.abc import Iterable

from ..._core.invariants import invariant
from ..._core.record import SPESIFIK, UMUM, field, record_class
from ...values.extensions import NO_EXTENSIONS, Extensions
from ..beneficiaries import Beneficiary
from ..families import Family, Household, Membership, Resident
from .case import Case

__all__ = ["CaseFile"]


@record_class
class CaseFile:
    """Berkas kasus: a case with its beneficiary, family and household, as it is handed over.

    Raises:
        ValidationError: ``case_file.beneficiary_differs``; ``case_file.beneficiary_not_member``
            when everybody of the family or the household is surely somebody else; the faults of
            each field.

    >>> from psm_core import Beneficiary, BeneficiaryId, Case, CaseFile, CaseId, Group
    >>> needy = Beneficiary(id=BeneficiaryId("b-1"), group=Group(name="Komunitas Contoh"))
    >>> case = Case(id=CaseId("k-1"), beneficiary=BeneficiaryId("b-1"))
    >>> handed_over = CaseFile(case=case, beneficiary=needy)
    >>> handed_over.case.beneficiary == handed_over.beneficiary.id
    True

    """

    case: Case = field(SPESIFIK)
    """What was done."""
    beneficiary: Beneficiary = field(SPESIFIK)
    """For whom."""
    family: Family | None = field(UMUM, default=None)
    """The family that the beneficiary belongs to."""
    household: Household | None = field(UMUM, default=None)
    """The household that the beneficiary lives in."""
    extensions: Extensions = field(SPESIFIK, default=NO_EXTENSIONS)
    """Facts of an application's own, by namespace."""

    @invariant("case_file.beneficiary_differs", at="case")
    @staticmethod
    def _is_about_one(case: Case, beneficiary: Beneficiary) -> bool:
        return case.beneficiary == beneficiary.id

    @invariant("case_file.beneficiary_not_member", at="family")
    @staticmethod
    def _family_is_theirs(beneficiary: Beneficiary, family: Family | None) -> bool:
        ids = {one.id for one in (beneficiary.family, family) if one is not None} - {None}
        is_one = beneficiary.family is None or len(ids) <= 1
        return is_one and _may_be_among(beneficiary, () if family is None else family.memberships)

    @invariant("case_file.beneficiary_not_member", at="household")
    @staticmethod
    def _household_is_theirs(beneficiary: Beneficiary, household: Household | None) -> bool:
        return _may_be_among(beneficiary, () if household is None else household.residents)


def _may_be_among(beneficiary: Beneficiary, people: Iterable[Membership | Resident]) -> bool:
    """Tell whether a person or a family may be among others: numbers that all differ say no."""
    family = beneficiary.family
    whom = [one.person for one in family.memberships] if family else [beneficiary.person]
    ours = {None if one is None else one.nik for one in whom}
    theirs = {one.person.nik for one in people}
    return None in ours | theirs or not ours or not theirs or not ours.isdisjoint(theirs)
