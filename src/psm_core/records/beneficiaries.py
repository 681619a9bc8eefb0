"""Beneficiaries of social services, with their classifications and verifications."""

import datetime as dt

from .._core.invariants import exactly_one
from .._core.record import NONE, PAST, SPESIFIK, UMUM, field, record_class
from ..terms import (
    MatchState,
    PASCategory,
    PMKSCategory,
    PPKSCategory,
    SubjectUnit,
    VerificationResult,
)
from ..values.extensions import NO_EXTENSIONS, Extensions
from ..values.ids import BeneficiaryId, WorkerId
from .families import Family
from .offices import Speaker
from .people import Group, Person

__all__ = ["Beneficiary", "Classification", "RegisterMatch", "Verdict"]


@record_class
class Classification:
    """A finding that a category applied on a day, according to a source.

    The category includes its list (``ppks-26:…``, ``pas-12:…``, ``pmks-22:…``), because the lists
    change, and old and new lists are in use at the same time.

    Raises:
        ValidationError: the issues of each field.

    >>> from datetime import date
    >>> from psm_core import Classification
    >>> from psm_core.terms import PPKSCategory
    >>> category = PPKSCategory.parse("lansia terlantar")
    >>> finding = Classification(category=category, date=date(2025, 10, 1), source="asesmen")
    >>> finding.category.value, finding.category.pas.value
    ('ppks-26:lanjut-usia-telantar', 'pas-12:lansia-terlantar')

    """

    category: PPKSCategory | PASCategory | PMKSCategory = field(SPESIFIK)
    """The category, from one of the lists."""
    date: dt.date = field(NONE, timing=PAST)
    """The day of the finding."""
    source: str = field(UMUM)
    """The basis, such as an assessment, a list or a decision."""
    assessor: WorkerId | None = field(UMUM, default=None)
    """The worker who made the assessment."""


@record_class
class Verdict:
    """The result of *verifikasi* (comparison of a record with reality) or *validasi* (approval).

    They are two acts, so a beneficiary has one verdict for each. UU 13/2011 gives both acts to the
    same workers and organisations of a kecamatan or village; many agencies separate them.

    Raises:
        ValidationError: the issues of each field.

    Source: Permensos 3/2025 Pasal 1; UU 13/2011 Pasal 8 ayat (7).

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
    """The person, office or body that performed it."""
    result: VerificationResult = field(NONE)
    """The result."""


@record_class
class RegisterMatch:
    """Pemadanan: the result of comparing a record with another register.

    Raises:
        ValidationError: the issues of each field.

    >>> from datetime import date
    >>> from psm_core import RegisterMatch
    >>> from psm_core.terms import MatchState
    >>> day = date(2025, 10, 1)
    >>> match = RegisterMatch(state=MatchState.PADAN, against="Dukcapil", method="NIK", date=day)
    >>> match.state.gloss, match.score
    ('found, and the data agree', None)

    """

    state: MatchState = field(NONE)
    """Whether the record matches: padan, tidak padan, or not compared yet."""
    against: str = field(NONE, max_length=100)
    """The register compared with, such as ``Dukcapil`` or ``DTSEN``."""
    method: str = field(NONE, max_length=100)
    """The method, such as NIK, name and birth date, or manual comparison."""
    score: int | None = field(NONE, default=None, maximum=100)
    """The similarity in percent, if the method returns one."""
    date: dt.date = field(NONE, timing=PAST)
    """The day."""


@record_class
class Beneficiary:
    """A person, family or group in need, with all classifications.

    Raises:
        ValidationError: ``beneficiary.subject`` unless exactly one of `person`, `family` and
            `group` is given; and the issues of each field.

    >>> from psm_core import Beneficiary, BeneficiaryId, Person
    >>> from psm_core.terms import NIKAbsence
    >>> person = Person(name="Contoh", nik_absence=NIKAbsence.BELUM_MEMILIKI)
    >>> Beneficiary(id=BeneficiaryId("b-1"), person=person).unit.label
    'Perseorangan'

    """

    id: BeneficiaryId = field(NONE)
    """The identifier of this record in its register."""
    person: Person | None = field(UMUM, default=None)
    """The person, if the beneficiary is one."""
    family: Family | None = field(UMUM, default=None)
    """The family, if the beneficiary is one."""
    group: Group | None = field(UMUM, default=None)
    """The group or community, if the beneficiary is one."""
    classifications: frozenset[Classification] = field(SPESIFIK, default=frozenset())
    """All findings, from every list. Several categories may apply."""
    verification: Verdict | None = field(UMUM, default=None)
    """The result of *verifikasi*; None if there was none."""
    validation: Verdict | None = field(UMUM, default=None)
    """The result of *validasi*; None if there was none."""
    matches: tuple[RegisterMatch, ...] = field(UMUM, default=())
    """The comparisons with other registers, oldest first."""
    extensions: Extensions = field(SPESIFIK, default=NO_EXTENSIONS)
    """Custom fields of an application, by namespace."""

    _is_one_subject = exactly_one("beneficiary.subject", "person", "family", "group", at="person")

    @property
    def unit(self) -> SubjectUnit:
        """The kind of beneficiary (person, family or group)."""
        if self.person is not None:
            return SubjectUnit.PERSEORANGAN
        return SubjectUnit.KELUARGA if self.family is not None else SubjectUnit.KELOMPOK
