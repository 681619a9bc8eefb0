"""Case files: a case with its beneficiary, family and household."""

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
    """*Berkas kasus*: a case with its beneficiary, family and household in one document.

    Raises:
        ValidationError: ``case_file.beneficiary_differs`` if the case is about another beneficiary;
            ``case_file.beneficiary_not_member`` if the IDs of two families differ, or if the NIKs
            prove that the beneficiary is not in the family or household; and the issues of each
            field.

    >>> from psm_core import Beneficiary, BeneficiaryId, Case, CaseFile, CaseId, Group
    >>> group = Beneficiary(id=BeneficiaryId("b-1"), group=Group(name="Komunitas Contoh"))
    >>> case = Case(id=CaseId("k-1"), beneficiary=BeneficiaryId("b-1"))
    >>> berkas = CaseFile(case=case, beneficiary=group)
    >>> berkas.case.beneficiary == berkas.beneficiary.id
    True

    """

    case: Case = field(SPESIFIK)
    """The case."""
    beneficiary: Beneficiary = field(SPESIFIK)
    """The beneficiary of the case."""
    family: Family | None = field(UMUM, default=None)
    """The family of the beneficiary."""
    household: Household | None = field(UMUM, default=None)
    """The household of the beneficiary."""
    extensions: Extensions = field(SPESIFIK, default=NO_EXTENSIONS)
    """Custom fields of an application, by namespace."""

    @invariant("case_file.beneficiary_differs", at="case")
    @staticmethod
    def _beneficiary_matches(case: Case, beneficiary: Beneficiary) -> bool:
        return case.beneficiary == beneficiary.id

    @invariant("case_file.beneficiary_not_member", at="family")
    @staticmethod
    def _family_matches(beneficiary: Beneficiary, family: Family | None) -> bool:
        ids = {one.id for one in (beneficiary.family, family) if one is not None} - {None}
        is_same_family = beneficiary.family is None or len(ids) <= 1
        return is_same_family and _may_be_among(
            beneficiary, () if family is None else family.memberships
        )

    @invariant("case_file.beneficiary_not_member", at="household")
    @staticmethod
    def _household_matches(beneficiary: Beneficiary, household: Household | None) -> bool:
        return _may_be_among(beneficiary, () if household is None else household.residents)


def _may_be_among(beneficiary: Beneficiary, people: Iterable[Membership | Resident]) -> bool:
    """Return False only if the NIKs prove that the beneficiary is not among the people.

    A NIK that is missing on either side, or an empty side, proves nothing. A family is among the
    people if one of its members is.
    """
    family = beneficiary.family
    persons = [one.person for one in family.memberships] if family else [beneficiary.person]
    niks = {None if one is None else one.nik for one in persons}
    other_niks = {one.person.nik for one in people}
    if not niks or not other_niks or None in niks | other_niks:
        return True
    return not niks.isdisjoint(other_niks)
