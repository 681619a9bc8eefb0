"""Identifiers, a type for each kind of record. They have no internal structure."""

from typing import ClassVar, final

from .._core.text import LazyPattern
from .._core.text_value import TextValue
from ..errors import Issue

__all__ = [
    "AgentId",
    "AssessmentId",
    "AttendanceListId",
    "BeneficiaryId",
    "CaseId",
    "EventId",
    "FamilyId",
    "GroundCheckListId",
    "HouseholdId",
    "InstrumentId",
    "OrganisationId",
    "ProgrammeId",
    "ProposalId",
    "WelfareResourceId",
    "WorkerId",
]

_BEFORE, _AFTER = "(^|[._:-]|^[A-Za-z]+)", "($|[._:-])"
_DATE = "(0[1-9]|[12][0-9]|3[01]|4[1-9]|[56][0-9]|7[01])(0[1-9]|1[0-2])"
_PARTS = (
    f"[0-9]{{6}}{_DATE}[0-9]{{6}}",
    f"[0-9]{{6}}[._:-]{_DATE}[0-9]{{2}}[._:-][0-9]{{4}}",
    "[0-9]{4}([._:-][0-9]{4}){3}",
    "[0-9]{2}([._:-][0-9]{2}){5}[._:-][0-9]{4}",
    "(0|62|0062)8[0-9]{8,11}",
)
PERSONAL_NUMBER = f"{_BEFORE}({'|'.join(_PARTS)}){_AFTER}"
"""A NIK, a KK number or a mobile telephone number, with or without separators, as a whole part of
an id or after letters."""
NUMBER_INSIDE = f"[1-9][0-9]{{5}}{_DATE}[0-9]{{6}}"
"""A possible NIK or KK number inside a longer id. Such an id is accepted."""
UUID = "^([Uu][Rr][Nn]:[Uu][Uu][Ii][Dd]:)?[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$"
"""A UUID in its canonical form. It is accepted even if its digits look like a personal number. A
ULID needs no exception, because `PERSONAL_NUMBER` never matches one."""

_FEWEST_DIGITS = 10
"""The number of digits of the shortest personal number, ``08`` and eight more."""
_PATTERN = LazyPattern("[A-Za-z0-9][A-Za-z0-9._:-]{0,63}")
_MANY_DIGITS = LazyPattern(f"([^0-9]*+[0-9]){{{_FEWEST_DIGITS}}}.*")
_PERSONAL_NUMBER = LazyPattern(PERSONAL_NUMBER)
_UUID = LazyPattern(UUID)


class _Id(TextValue):
    __slots__ = ()
    pattern: ClassVar[str] = _PATTERN.pattern

    @classmethod
    def _clean(cls, text: str) -> str:
        plain = super()._clean(text)
        inside = plain.removeprefix("{").removesuffix("}")
        is_braced = len(inside) == len(plain) - 2 and _UUID.fullmatch(inside)
        return inside if is_braced else plain

    @staticmethod
    def _issue(text: str) -> Issue | None:
        if not _PATTERN.fullmatch(text):
            return Issue("id.format")
        if len(text) < _FEWEST_DIGITS or not _MANY_DIGITS.fullmatch(text):
            return None
        if _UUID.fullmatch(text) or not _PERSONAL_NUMBER.search(text):
            return None
        return Issue("id.personal_number")


@final
class WorkerId(_Id):
    """Identifier of a worker in the register that has the record.

    >>> WorkerId("psm-0001")
    WorkerId('psm-0001')
    """

    __slots__ = ()


@final
class BeneficiaryId(_Id):
    """Identifier of a beneficiary in the register that has the record.

    >>> from psm_core import BeneficiaryId, ParseError
    >>> try:
    ...     BeneficiaryId("9901014108900001")
    ... except ParseError as error:
    ...     print(error.code)
    id.personal_number
    """

    __slots__ = ()


@final
class EventId(_Id):
    """Identifier of an event in the register that has the record.

    >>> from psm_core import EventId, WorkerId
    >>> EventId("kalsel-22") == WorkerId("kalsel-22")
    False
    """

    __slots__ = ()


@final
class CaseId(_Id):
    """Identifier of a case in the register that has the record.

    >>> from psm_core import CaseId
    >>> CaseId.parse(" kasus-7 ")
    CaseId('kasus-7')
    """

    __slots__ = ()


@final
class FamilyId(_Id):
    """Identifier of a family in the register that has the record.

    >>> from psm_core import FamilyId
    >>> sorted({FamilyId("kel-2"), FamilyId("kel-1"), FamilyId("kel-2")})
    [FamilyId('kel-1'), FamilyId('kel-2')]
    """

    __slots__ = ()


@final
class HouseholdId(_Id):
    """Identifier of a household in the register that has the record.

    >>> from psm_core import HouseholdId
    >>> str(HouseholdId("angsana:rumah-12"))
    'angsana:rumah-12'
    """

    __slots__ = ()


@final
class OrganisationId(_Id):
    """Identifier of an organisation in the register that has the record.

    >>> from psm_core import OrganisationId, ParseError
    >>> try:
    ...     OrganisationId("ipsm 63.10")
    ... except ParseError as error:
    ...     print(error.code)
    id.format
    >>> OrganisationId("ipsm-63.10")
    OrganisationId('ipsm-63.10')
    """

    __slots__ = ()


@final
class ProgrammeId(_Id):
    """Identifier of a programme in the register that has the record.

    >>> from psm_core import ProgrammeId, load_programmes
    >>> ProgrammeId("PKH") in {one.id for one in load_programmes()}
    True
    """

    __slots__ = ()


@final
class GroundCheckListId(_Id):
    """Identifier of a ground check list in the register that has the record.

    >>> from psm_core import GroundCheckListId
    >>> GroundCheckListId("dtsen-2025-q4")
    GroundCheckListId('dtsen-2025-q4')
    """

    __slots__ = ()


@final
class WelfareResourceId(_Id):
    """Identifier of a potential or source of welfare in the register that has the record.

    >>> from psm_core import WelfareResourceId
    >>> WelfareResourceId("psks-1")
    WelfareResourceId('psks-1')
    """

    __slots__ = ()


@final
class ProposalId(_Id):
    """Identifier of a proposal in the register that has the record.

    >>> from psm_core import ProposalId
    >>> ProposalId("usul-1")
    ProposalId('usul-1')
    """

    __slots__ = ()


@final
class AttendanceListId(_Id):
    """Identifier of an attendance list in the register that has the record.

    >>> from psm_core import AttendanceListId
    >>> AttendanceListId("bimtek-2025")
    AttendanceListId('bimtek-2025')
    """

    __slots__ = ()


@final
class AssessmentId(_Id):
    """Identifier of an assessment in the register that has the record.

    >>> from psm_core import AssessmentId
    >>> AssessmentId("asesmen-1")
    AssessmentId('asesmen-1')
    """

    __slots__ = ()


@final
class InstrumentId(_Id):
    """Identifier of an instrument, the same for all its versions.

    >>> from psm_core import InstrumentId, load_instruments
    >>> InstrumentId("kunjungan-pertama") in {one.id for one in load_instruments()}
    True
    """

    __slots__ = ()


@final
class AgentId(_Id):
    """Identifier of whoever states data: a worker, an officer, an office or a program.

    It is never the name of a person. Blanks are rejected, and so are numbers of people. For a
    worker, use the text of the `WorkerId`.

    >>> from psm_core import AgentId, ParseError, WorkerId
    >>> AgentId(str(WorkerId("psm-0001"))), AgentId("dinsos-6310:operator-2")
    (AgentId('psm-0001'), AgentId('dinsos-6310:operator-2'))
    >>> try:
    ...     AgentId("Siti Contoh")
    ... except ParseError as error:
    ...     print(error.code)
    id.format
    """

    __slots__ = ()


ID_CLASSES = (
    AgentId,
    AssessmentId,
    AttendanceListId,
    BeneficiaryId,
    CaseId,
    EventId,
    FamilyId,
    GroundCheckListId,
    HouseholdId,
    InstrumentId,
    OrganisationId,
    ProgrammeId,
    ProposalId,
    WelfareResourceId,
    WorkerId,
)
"""Every type of identifier."""
