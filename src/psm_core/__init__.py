"""Typed, validated records for Indonesia's community social workers."""

from typing import TYPE_CHECKING

from ._core.lazy import lazy_names

if TYPE_CHECKING:  # everything is imported on first use
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
    from ._core.nested import evolve_at
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

__version__ = "0.1.0"

_LAZY = {
    "_core.field_info": ("FieldInfo", "FieldRule", "fields_of"),
    "_core.nested": ("evolve_at",),
    "errors": (
        "CellText",
        "Issue",
        "MissingExtraError",
        "ParseError",
        "PsmError",
        "Severity",
        "TableError",
        "UnknownRegionError",
        "UnknownVersionError",
        "UnknownWordError",
        "ValidationError",
    ),
    "explanations": ("explain",),
    "records.assessments": ("Answer", "Assessment"),
    "records.attendance": ("AttendanceList", "Attendee", "Presence", "Session"),
    "records.beneficiaries": ("Beneficiary", "Classification", "RegisterMatch", "Verdict"),
    "records.cases.case": ("Case",),
    "records.cases.case_file": ("CaseFile",),
    "records.cases.referrals": ("Referral",),
    "records.cases.steps": ("Step",),
    "records.consents": ("Consent",),
    "records.events.actors": (
        "Actor",
        "Committee",
        "CommitteeMember",
        "Delegation",
        "HostAppointment",
        "Organiser",
        "Participant",
    ),
    "records.events.event": ("Event",),
    "records.events.programme": (
        "Activity",
        "AgendaItem",
        "Ceremony",
        "Commemoration",
        "Competition",
        "Ranking",
    ),
    "records.events.reports": ("Claim", "Figure", "Source", "Turnout"),
    "records.events.speeches": ("Outcome", "Quotation", "RegionalVision", "Speech"),
    "records.evolving": ("evolve",),
    "records.families": ("Family", "Household", "Membership", "Resident", "WelfareRank"),
    "records.ground_checks": ("GroundCheck", "GroundCheckList"),
    "records.instruments": ("AnswerOption", "Instrument", "Question", "load_instruments"),
    "records.offices": ("Decree", "Office", "Speaker"),
    "records.organisations": ("Board", "OfficeHolder", "Organisation"),
    "records.people": ("Address", "Group", "Person"),
    "records.programmes": (
        "Participation",
        "Programme",
        "ProgrammeComponent",
        "find_programme",
        "load_programmes",
    ),
    "records.proposals": ("Proposal", "ProposalStep"),
    "records.provenance": ("FieldSource", "Provenance", "SourcedRecord"),
    "records.welfare_resources": ("WelfareResource",),
    "records.workers": ("Assignment", "Certification", "Training", "Worker"),
    "regions": ("CodeStatus", "CodeValidity", "Region", "RegionRegistry", "load_regions"),
    "terms": (
        "EventKind",
        "FigureStatus",
        "NIKAbsence",
        "PASCategory",
        "PMKSCategory",
        "PPKSCategory",
        "Pillar",
        "RegionKind",
        "RegionLevel",
        "Sensitivity",
        "Sex",
        "TrainingTier",
    ),
    "values.birth_date": ("parse_birth_date",),
    "values.date_range": ("DateRange",),
    "values.dates": ("Month", "Quarter", "age_on", "parse_date"),
    "values.edition": ("Edition",),
    "values.extensions": ("Extensions",),
    "values.ids": (
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
    ),
    "values.kk": ("KK",),
    "values.nik": ("NIK",),
    "values.partial_date": ("AgeRange", "PartialDate", "ages_on", "possible_dates"),
    "values.phone": ("PhoneNumber",),
    "values.plain": ("canonical",),
    "values.region_code": ("BPSCode", "ISOCode", "RegionCode"),
}
"""Module → the names imported from it on first use."""

_MODULES = (
    "careers",
    "changes",
    "checks",
    "errors",
    "explanations",
    "forms",
    "law",
    "matching",
    "population",
    "privacy",
    "recaps",
    "regions",
    "series",
    "tables",
    "terms",
    "testing",
    "wire",
)
"""Modules that are public names themselves."""

if not TYPE_CHECKING:  # type checkers see the imports above
    __getattr__, __dir__ = lazy_names(__name__, _LAZY, _MODULES)
