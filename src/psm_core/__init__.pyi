# The public names of the package; tools/build_package_stubs.py writes this file.

from . import careers as careers
from . import changes as changes
from . import checks as checks
from . import errors as errors
from . import explanations as explanations
from . import forms as forms
from . import law as law
from . import matching as matching
from . import population as population
from . import privacy as privacy
from . import recaps as recaps
from . import regions as regions
from . import series as series
from . import tables as tables
from . import terms as terms
from . import testing as testing
from . import wire as wire
from ._core.field_info import FieldInfo, FieldRule, fields_of
from ._core.nested_changes import evolve_at
from .errors import (
    CellText,
    Issue,
    MissingExtraError,
    ParseError,
    PsmError,
    Severity,
    TableError,
    UnknownRegionError,
    UnknownVersionError,
    UnknownWordError,
    ValidationError,
)
from .explanations import explain
from .records.assessments import Answer, Assessment
from .records.attendance import AttendanceList, Attendee, Presence, Session
from .records.beneficiaries import Beneficiary, Classification, RegisterMatch, Verdict
from .records.cases.case import Case
from .records.cases.case_file import CaseFile
from .records.cases.referrals import Referral
from .records.cases.steps import Step
from .records.consents import Consent
from .records.events.actors import (
    Actor,
    Committee,
    CommitteeMember,
    Delegation,
    HostAppointment,
    Organiser,
    Participant,
)
from .records.events.event import Event
from .records.events.programme import (
    Activity,
    AgendaItem,
    Ceremony,
    Commemoration,
    Competition,
    Ranking,
)
from .records.events.reports import Claim, Figure, Source, Turnout
from .records.events.speeches import Outcome, Quotation, RegionalVision, Speech
from .records.evolving import evolve
from .records.families import Family, Household, Membership, Resident, WelfareRank
from .records.ground_checks import GroundCheck, GroundCheckList
from .records.instruments import AnswerOption, Instrument, Question, load_instruments
from .records.offices import Decree, Office, Speaker
from .records.organisations import Board, OfficeHolder, Organisation
from .records.people import Address, Group, Person
from .records.programmes import (
    Participation,
    Programme,
    ProgrammeComponent,
    find_programme,
    load_programmes,
)
from .records.proposals import Proposal, ProposalStep
from .records.provenance import FieldSource, Provenance, SourcedRecord
from .records.welfare_resources import WelfareResource
from .records.workers import Assignment, Certification, Training, Worker
from .regions import CodeStatus, CodeValidity, Region, RegionRegistry, load_regions
from .terms import (
    EventKind,
    FigureStatus,
    NIKAbsence,
    PASCategory,
    Pillar,
    PMKSCategory,
    PPKSCategory,
    RegionKind,
    RegionLevel,
    Sensitivity,
    Sex,
    TrainingTier,
)
from .values.birth_date import parse_birth_date
from .values.date_range import DateRange
from .values.dates import Month, Quarter, age_on, parse_date
from .values.edition import Edition
from .values.extensions import Extensions
from .values.ids import (
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
from .values.kk import KK
from .values.nik import NIK
from .values.partial_date import AgeRange, PartialDate, ages_on, possible_dates
from .values.phone import PhoneNumber
from .values.plain import canonical
from .values.region_code import BPSCode, ISOCode, RegionCode

__all__ = [
    "KK",
    "NIK",
    "Activity",
    "Actor",
    "Address",
    "AgeRange",
    "AgendaItem",
    "AgentId",
    "Answer",
    "AnswerOption",
    "Assessment",
    "AssessmentId",
    "Assignment",
    "AttendanceList",
    "AttendanceListId",
    "Attendee",
    "BPSCode",
    "Beneficiary",
    "BeneficiaryId",
    "Board",
    "Case",
    "CaseFile",
    "CaseId",
    "CellText",
    "Ceremony",
    "Certification",
    "Claim",
    "Classification",
    "CodeStatus",
    "CodeValidity",
    "Commemoration",
    "Committee",
    "CommitteeMember",
    "Competition",
    "Consent",
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
    "FieldInfo",
    "FieldRule",
    "FieldSource",
    "Figure",
    "FigureStatus",
    "GroundCheck",
    "GroundCheckList",
    "GroundCheckListId",
    "Group",
    "HostAppointment",
    "Household",
    "HouseholdId",
    "ISOCode",
    "Instrument",
    "InstrumentId",
    "Issue",
    "Membership",
    "MissingExtraError",
    "Month",
    "NIKAbsence",
    "Office",
    "OfficeHolder",
    "Organisation",
    "OrganisationId",
    "Organiser",
    "Outcome",
    "PASCategory",
    "PMKSCategory",
    "PPKSCategory",
    "ParseError",
    "PartialDate",
    "Participant",
    "Participation",
    "Person",
    "PhoneNumber",
    "Pillar",
    "Presence",
    "Programme",
    "ProgrammeComponent",
    "ProgrammeId",
    "Proposal",
    "ProposalId",
    "ProposalStep",
    "Provenance",
    "PsmError",
    "Quarter",
    "Question",
    "Quotation",
    "Ranking",
    "Referral",
    "Region",
    "RegionCode",
    "RegionKind",
    "RegionLevel",
    "RegionRegistry",
    "RegionalVision",
    "RegisterMatch",
    "Resident",
    "Sensitivity",
    "Session",
    "Severity",
    "Sex",
    "Source",
    "SourcedRecord",
    "Speaker",
    "Speech",
    "Step",
    "TableError",
    "Training",
    "TrainingTier",
    "Turnout",
    "UnknownRegionError",
    "UnknownVersionError",
    "UnknownWordError",
    "ValidationError",
    "Verdict",
    "WelfareRank",
    "WelfareResource",
    "WelfareResourceId",
    "Worker",
    "WorkerId",
    "age_on",
    "ages_on",
    "canonical",
    "evolve",
    "evolve_at",
    "explain",
    "fields_of",
    "find_programme",
    "load_instruments",
    "load_programmes",
    "load_regions",
    "parse_birth_date",
    "parse_date",
    "possible_dates",
]
__version__: str
