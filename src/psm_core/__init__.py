"""Typed, validated records for Indonesia's community social workers."""

from typing import TYPE_CHECKING

from ._later import later
from ._model import evolve
from .beneficiaries import Beneficiary, Classification, Match, Verdict
from .dates import DateRange, Quarter, age_on, parse_date
from .edition import Edition
from .errors import (
    Issue,
    MissingExtraError,
    ParseError,
    PsmError,
    Severity,
    TableError,
    UnknownRegionError,
    UnknownVersionError,
    ValidationError,
)
from .extensions import Extensions
from .families import Family, Household, Membership, Resident, WelfareRank
from .ids import (
    BeneficiaryId,
    CaseId,
    EventId,
    FamilyId,
    HouseholdId,
    OrganisationId,
    ProgrammeId,
    WorkerId,
)
from .kk import KK
from .nik import NIK
from .offices import Decree, Office, Speaker
from .people import Address, Group, Person
from .phone import PhoneNumber
from .region_code import BPSCode, ISOCode, RegionCode
from .regions import Region, RegionRegistry, RegionState, RegionStatus, bundled
from .terms import (
    EventKind,
    FigureStatus,
    NIKAbsence,
    PASCategory,
    Pillar,
    PPKSCategory,
    RegionKind,
    RegionLevel,
    Sensitivity,
    Sex,
    TrainingTier,
)
from .workers import Assignment, Certification, Training, Worker

if TYPE_CHECKING:
    from . import careers as careers
    from . import checks as checks
    from . import population as population
    from . import privacy as privacy
    from . import recaps as recaps
    from . import tables as tables
    from . import testing as testing
    from . import wire as wire
    from .case_files import CaseFile
    from .cases import Case, Step
    from .events import Delegation, Event, Participant
    from .facts import DateClaim, Figure, Outcome, Source
    from .organisations import Board, Holder, Organisation
    from .proceedings import (
        Activity,
        AgendaItem,
        Ceremony,
        Commemoration,
        Committee,
        CommitteeMember,
        Competition,
        Ranking,
        Speech,
    )
    from .programmes import Component, Participation, Programme, known_programmes
    from .referrals import Consent, Referral

__all__ = [
    "KK",
    "NIK",
    "Activity",
    "Address",
    "AgendaItem",
    "Assignment",
    "BPSCode",
    "Beneficiary",
    "BeneficiaryId",
    "Board",
    "Case",
    "CaseFile",
    "CaseId",
    "Ceremony",
    "Certification",
    "Classification",
    "Commemoration",
    "Committee",
    "CommitteeMember",
    "Competition",
    "Component",
    "Consent",
    "DateClaim",
    "DateRange",
    "Decree",
    "Delegation",
    "Edition",
    "Event",
    "EventId",
    "EventKind",
    "Extensions",
    "Family",
    "FamilyId",
    "Figure",
    "FigureStatus",
    "Group",
    "Holder",
    "Household",
    "HouseholdId",
    "ISOCode",
    "Issue",
    "Match",
    "Membership",
    "MissingExtraError",
    "NIKAbsence",
    "Office",
    "Organisation",
    "OrganisationId",
    "Outcome",
    "PASCategory",
    "PPKSCategory",
    "ParseError",
    "Participant",
    "Participation",
    "Person",
    "PhoneNumber",
    "Pillar",
    "Programme",
    "ProgrammeId",
    "PsmError",
    "Quarter",
    "Ranking",
    "Referral",
    "Region",
    "RegionCode",
    "RegionKind",
    "RegionLevel",
    "RegionRegistry",
    "RegionState",
    "RegionStatus",
    "Resident",
    "Sensitivity",
    "Severity",
    "Sex",
    "Source",
    "Speaker",
    "Speech",
    "Step",
    "TableError",
    "Training",
    "TrainingTier",
    "UnknownRegionError",
    "UnknownVersionError",
    "ValidationError",
    "Verdict",
    "WelfareRank",
    "Worker",
    "WorkerId",
    "age_on",
    "bundled",
    "evolve",
    "known_programmes",
    "parse_date",
]

__version__ = "0.1.0"

if not TYPE_CHECKING:  # what type checkers see is imported above
    __getattr__, __dir__ = later(
        __name__,
        __all__,
        (
            "case_files",
            "cases",
            "events",
            "facts",
            "organisations",
            "proceedings",
            "programmes",
            "referrals",
        ),
        ("careers", "checks", "population", "privacy", "recaps", "tables", "testing", "wire"),
    )
