"""Typed, validated records for Indonesia's community social workers."""

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
from .events import (
    Activity,
    AgendaItem,
    DateClaim,
    Delegation,
    Event,
    Figure,
    Office,
    Participant,
    Source,
    Speaker,
    Speech,
)
from .ids import BeneficiaryId, EventId, WorkerId
from .kk import KK
from .nik import NIK
from .people import Address, Family, Group, Person
from .phone import PhoneNumber
from .region_code import BPSCode, RegionCode
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
from .workers import Assignment, Certification, Decree, Training, Worker

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
    "Certification",
    "Classification",
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
    "Issue",
    "NIKAbsence",
    "Office",
    "PASCategory",
    "PPKSCategory",
    "ParseError",
    "Participant",
    "Person",
    "PhoneNumber",
    "Pillar",
    "PsmError",
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
    "parse_date",
]

__version__ = "0.1.0"
