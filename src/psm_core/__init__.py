"""Typed, validated records for Indonesia's community social workers."""

from typing import TYPE_CHECKING

from ._core.lazy import lazy_names
from ._core.record import evolve
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
from .records.beneficiaries import Beneficiary, Classification, RegisterMatch, Verdict
from .records.families import Family, Household, Membership, Resident, WelfareRank
from .records.offices import Decree, Office, Speaker
from .records.people import Address, Group, Person
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
from .values.date_range import DateRange
from .values.dates import Month, Quarter, age_on, parse_date
from .values.edition import Edition
from .values.extensions import Extensions
from .values.ids import (
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
from .values.region_code import BPSCode, ISOCode, RegionCode

if TYPE_CHECKING:
    from . import careers as careers
    from . import checks as checks
    from . import explanations as explanations
    from . import law as law
    from . import population as population
    from . import privacy as privacy
    from . import recaps as recaps
    from . import series as series
    from . import tables as tables
    from . import testing as testing
    from . import wire as wire
    from .explanations import explain
    from .records.assessments import Answer, Assessment
    from .records.attendance import AttendanceList, Attendee, Presence, Session
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
    from .records.ground_checks import GroundCheck, GroundCheckList
    from .records.instruments import AnswerOption, Instrument, Question, load_instruments
    from .records.organisations import Board, OfficeHolder, Organisation
    from .records.programmes import (
        Participation,
        Programme,
        ProgrammeComponent,
        find_programme,
        load_programmes,
    )
    from .records.proposals import Proposal, ProposalStep
    from .records.welfare_resources import WelfareResource
    from .values.birth_date import parse_birth_date

__all__ = [
    "KK",
    "NIK",
    "Activity",
    "Actor",
    "Address",
    "AgeRange",
    "AgendaItem",
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
    "evolve",
    "explain",
    "find_programme",
    "load_instruments",
    "load_programmes",
    "load_regions",
    "parse_birth_date",
    "parse_date",
    "possible_dates",
]

__version__ = "0.1.0"

if not TYPE_CHECKING:  # type checkers see the imports above
    __getattr__, __dir__ = lazy_names(
        __name__,
        {
            "Answer": "records.assessments",
            "Assessment": "records.assessments",
            "AnswerOption": "records.instruments",
            "Instrument": "records.instruments",
            "Question": "records.instruments",
            "load_instruments": "records.instruments",
            "Activity": "records.events.programme",
            "Actor": "records.events.actors",
            "AgendaItem": "records.events.programme",
            "Ceremony": "records.events.programme",
            "Claim": "records.events.reports",
            "Commemoration": "records.events.programme",
            "Committee": "records.events.actors",
            "CommitteeMember": "records.events.actors",
            "Competition": "records.events.programme",
            "Delegation": "records.events.actors",
            "Event": "records.events.event",
            "Figure": "records.events.reports",
            "HostAppointment": "records.events.actors",
            "Organiser": "records.events.actors",
            "Outcome": "records.events.speeches",
            "Participant": "records.events.actors",
            "Quotation": "records.events.speeches",
            "Ranking": "records.events.programme",
            "RegionalVision": "records.events.speeches",
            "Source": "records.events.reports",
            "Speech": "records.events.speeches",
            "Turnout": "records.events.reports",
            "AttendanceList": "records.attendance",
            "Attendee": "records.attendance",
            "Presence": "records.attendance",
            "Session": "records.attendance",
            "Board": "records.organisations",
            "Case": "records.cases.case",
            "CaseFile": "records.cases.case_file",
            "ProgrammeComponent": "records.programmes",
            "Consent": "records.consents",
            "GroundCheck": "records.ground_checks",
            "GroundCheckList": "records.ground_checks",
            "OfficeHolder": "records.organisations",
            "Organisation": "records.organisations",
            "Participation": "records.programmes",
            "Programme": "records.programmes",
            "Proposal": "records.proposals",
            "ProposalStep": "records.proposals",
            "Referral": "records.cases.referrals",
            "Step": "records.cases.steps",
            "WelfareResource": "records.welfare_resources",
            "find_programme": "records.programmes",
            "explain": "explanations",
            "load_programmes": "records.programmes",
            "parse_birth_date": "values.birth_date",
        },
        (
            "careers",
            "checks",
            "explanations",
            "law",
            "population",
            "privacy",
            "recaps",
            "series",
            "tables",
            "testing",
            "wire",
        ),
    )
