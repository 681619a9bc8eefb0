"""Case files: a case with its beneficiary, family and household."""

from ..._core.invariants import invariant
from ..._core.record import SPESIFIK, UMUM, field, record_class
from ...values.extensions import NO_EXTENSIONS, Extensions
from ..beneficiaries import Beneficiary
from ..families import Family, Household
from .case import Case

__all__ = ["CaseFile"]


@record_class
class CaseFile:
    """*Berkas kasus*: a case with its beneficiary, family and household in one document.

    Raises:
        ValidationError: ``case_file.beneficiary_differs`` if the case is about another beneficiary;
            ``case_file.family_differs`` if the IDs of two families differ; and the issues of each
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

    @invariant("case_file.family_differs", at="family")
    @staticmethod
    def _family_matches(beneficiary: Beneficiary, family: Family | None) -> bool:
        known = beneficiary.family
        if known is None or family is None or known.id is None or family.id is None:
            return True
        return known.id == family.id
