"""Beneficiaries: those who need social services, how they have been classified and checked."""

import datetime as dt

from .._core.invariants import exactly_one, invariant
from .._core.record import NONE, PAST, SPESIFIK, UMUM, field, record_class
from ..terms import MatchState, PASCategory, PPKSCategory, SubjectUnit, VerificationResult
from ..values.extensions import NO_EXTENSIONS, Extensions
from ..values.ids import BeneficiaryId, WorkerId
from .families import Family
from .offices import Speaker
from .people import Group, Person

__all__ = ["Beneficiary", "Classification", "RegisterMatch", "Verdict"]


@record_class
class Classification:
    """One finding: that a category was held to fit, on a day, according to a source.

    The category names its list (``ppks-26:…``, ``pas-12:…``), since the lists change and the
    old one stays in use beside the new.

    Raises:
        ValidationError: the faults of each field.

    >>> from datetime import date
    >>> from psm_core import Classification
    >>> from psm_core.terms import PPKSCategory
    >>> category = PPKSCategory.parse("lansia terlantar")
    >>> finding = Classification(category=category, date=date(2025, 10, 1), source="asesmen")
    >>> finding.category.value, finding.category.pas.value
    ('ppks-26:lanjut-usia-telantar', 'pas-12:lansia-terlantar')

    """

    category: PPKSCategory | PASCategory = field(SPESIFIK)
    """The category, of one list or another."""
    date: dt.date = field(NONE, timing=PAST)
    """The day of the finding."""
    source: str = field(UMUM)
    """What it rests on, such as an assessment, a list or a decision."""
    assessor: WorkerId | None = field(UMUM, default=None)
    """The worker who found it."""


@record_class
class Verdict:
    """What came of verifikasi (a record held against the facts) or validasi (its approval).

    They are two acts by two actors, and so two verdicts of a beneficiary.

    Raises:
        ValidationError: the faults of each field.

    Source: Permensos 3/2025 Pasal 1.

    >>> from datetime import date
    >>> from psm_core import Speaker, Verdict
    >>> from psm_core.terms import VerificationResult
    >>> checked = Verdict(date=date(2025, 10, 1), by=Speaker(body="Puskesos Contoh"),
    ...                   result=VerificationResult.SESUAI)
    >>> checked.result.gloss
    'as recorded; approved'

    """

    date: dt.date = field(NONE, timing=PAST)
    """The day."""
    by: Speaker = field(UMUM)
    """Who did it."""
    result: VerificationResult = field(NONE)
    """What came of it."""


@record_class
class RegisterMatch:
    """Pemadanan: whether a record was found to agree with another register, how and when.

    Raises:
        ValidationError: the faults of each field.

    >>> from datetime import date
    >>> from psm_core import RegisterMatch
    >>> from psm_core.terms import MatchState
    >>> day = date(2025, 10, 1)
    >>> match = RegisterMatch(state=MatchState.PADAN, against="Dukcapil", method="NIK", date=day)
    >>> match.state.gloss, match.score
    ('found and agreeing', None)

    """

    state: MatchState = field(NONE)
    """Padan, not padan, or not yet compared."""
    against: str = field(NONE, longest=100)
    """The register it was held against, such as ``Dukcapil`` or ``DTSEN``."""
    method: str = field(NONE, longest=100)
    """By the NIK, by name and birth date, by hand."""
    score: int | None = field(NONE, default=None, most=100)
    """How alike in a hundred, when the method gives a score."""
    date: dt.date = field(NONE, timing=PAST)
    """The day."""


@record_class
class Beneficiary:
    """A person, a family or a group in need, with all that it has been classified as.

    Raises:
        ValidationError: ``beneficiary.subject`` unless exactly one of `person`, `family` and
            `group` is told; ``validation.without_verification`` without a verification before it,
            ``validation.same_actor`` when one and the same did both,
            ``validation.verification_failed`` when what was found not to be so was approved; and
            the faults of each field.

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
    verification: Verdict | None = field(UMUM, default=None)
    """How the record was held against the facts, when it was."""
    validation: Verdict | None = field(UMUM, default=None)
    """How it was approved, when it was."""
    matches: tuple[RegisterMatch, ...] = field(UMUM, default=())
    """How it agreed with other registers, oldest first."""
    extensions: Extensions = field(SPESIFIK, default=NO_EXTENSIONS)
    """Facts of an application's own, by namespace."""

    _is_one_subject = exactly_one("beneficiary.subject", "person", "family", "group", at="person")

    @invariant("validation.without_verification", at="validation")
    @staticmethod
    def _verified_before_validated(
        verification: Verdict | None, validation: Verdict | None
    ) -> bool:
        if validation is None:
            return True
        return verification is not None and verification.date <= validation.date

    @invariant("validation.verification_failed", at="validation")
    @staticmethod
    def _approved_as_verified(verification: Verdict | None, validation: Verdict | None) -> bool:
        sound, unsound = VerificationResult.SESUAI, VerificationResult.TIDAK_SESUAI
        is_approved = validation is not None and validation.result is sound
        return not is_approved or verification is None or verification.result is not unsound

    @invariant("validation.same_actor", at="validation")
    @staticmethod
    def _two_acts_by_two(verification: Verdict | None, validation: Verdict | None) -> bool:
        return verification is None or validation is None or verification.by != validation.by

    @property
    def unit(self) -> SubjectUnit:
        """Whether it is a person, a family or a group."""
        if self.person is not None:
            return SubjectUnit.PERSEORANGAN
        return SubjectUnit.KELUARGA if self.family is not None else SubjectUnit.KELOMPOK
