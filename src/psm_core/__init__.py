"""Typed, validated records for Indonesia's community social workers."""

from ._model import evolve
from .beneficiaries import Beneficiary, Classification
from .dates import DateRange, age_on, parse_date
from .edition import Edition
from .errors import (
    Issue,
    ParseError,
    PsmError,
    Severity,
    UnknownRegionError,
    UnknownVersionError,
    ValidationError,
)
from .events import Delegation, Event, Participant
from .facts import DateClaim, Figure, Outcome, Source
from .ids import BeneficiaryId, EventId, WorkerId
from .kk import KK
from .nik import NIK
from .offices import Decree, Office, Speaker
from .people import Address, Family, Group, Person
from .phone import PhoneNumber
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
    "Ceremony",
    "Certification",
    "Classification",
    "Commemoration",
    "Committee",
    "CommitteeMember",
    "Competition",
    "DateClaim",
    "DateRange",
    "Decree",
    "Delegation",
    "Edition",
    "Event",
    "EventId",
    "EventKind",
    "Family",
    "Figure",
    "FigureStatus",
    "Group",
    "ISOCode",
    "Issue",
    "NIKAbsence",
    "Office",
    "Outcome",
    "PASCategory",
    "PPKSCategory",
    "ParseError",
    "Participant",
    "Person",
    "PhoneNumber",
    "Pillar",
    "PsmError",
    "Ranking",
    "Region",
    "RegionCode",
    "RegionKind",
    "RegionLevel",
    "RegionRegistry",
    "RegionState",
    "RegionStatus",
    "Sensitivity",
    "Severity",
    "Sex",
    "Source",
    "Speaker",
    "Speech",
    "Training",
    "TrainingTier",
    "UnknownRegionError",
    "UnknownVersionError",
    "ValidationError",
    "Worker",
    "WorkerId",
    "age_on",
    "bundled",
    "evolve",
    "parse_date",
]

__version__ = "0.1.0"
