"""Vocabularies: the closed lists of terms for people, regions, services and events."""

from typing import TYPE_CHECKING

from .._core.lazy import lazy_names
from .._core.sensitivity import Sensitivity
from .._core.vocabulary import CodeList, Scheme, Term

if TYPE_CHECKING:  # each vocabulary is imported on first use
    from .assessments import AnswerAbsence, QuestionKind, YesNo
    from .assignments import ActivityLevel, EligibilityRequirement, EndReason, TrainingTier
    from .consents import ConsentCondition, ConsentForm, ConsentGiver, ConsentPurpose, LegalGround
    from .daily_work import GroundCheckResult, PresenceMark, ProposalDocument, ProposalStatus
    from .disability import DisabilityCode, DisabilityType
    from .duties import PSMDuty, PSMFunction
    from .education import Education
    from .event_facts import (
        Completeness,
        EventStatus,
        Extent,
        OrganiserRole,
        OutcomeStatus,
        PartnerSector,
        QuotationForm,
        ThemeKind,
    )
    from .events import (
        Capacity,
        CommitteePost,
        EventKind,
        EventLevel,
        FigureStatus,
        OfficeQualifier,
        ParticipantKind,
        Precision,
        SpeechKind,
    )
    from .family_relations import FamilyRelation, HouseholdRelation
    from .law import ReadingStatus
    from .life_status import LifeStatus
    from .marital_status import MaritalStatus
    from .occupations import Occupation
    from .pas import PASCategory
    from .people import BloodType, Citizenship, KKAbsence, NIKAbsence, Sex
    from .pillars import Pillar
    from .pmks import PMKSCategory
    from .ppks import PPKSCategory
    from .psks import PSKS
    from .referrals import ReferralAnswer, ReferralUrgency, ReplyChannel
    from .regions import CrosswalkStatus, RegionKind, RegionLevel
    from .religion import Religion
    from .services import (
        CareerStep,
        ClosingReason,
        FundingSource,
        OrganisationKind,
        ParticipationStatus,
        StepKind,
    )
    from .subjects import MatchState, SubjectUnit, VerificationResult
    from .welfare_data import WelfareScheme

__all__ = [
    "PSKS",
    "ActivityLevel",
    "AnswerAbsence",
    "BloodType",
    "Capacity",
    "CareerStep",
    "Citizenship",
    "ClosingReason",
    "CodeList",
    "CommitteePost",
    "Completeness",
    "ConsentCondition",
    "ConsentForm",
    "ConsentGiver",
    "ConsentPurpose",
    "CrosswalkStatus",
    "DisabilityCode",
    "DisabilityType",
    "Education",
    "EligibilityRequirement",
    "EndReason",
    "EventKind",
    "EventLevel",
    "EventStatus",
    "Extent",
    "FamilyRelation",
    "FigureStatus",
    "FundingSource",
    "GroundCheckResult",
    "HouseholdRelation",
    "KKAbsence",
    "LegalGround",
    "LifeStatus",
    "MaritalStatus",
    "MatchState",
    "NIKAbsence",
    "Occupation",
    "OfficeQualifier",
    "OrganisationKind",
    "OrganiserRole",
    "OutcomeStatus",
    "PASCategory",
    "PMKSCategory",
    "PPKSCategory",
    "PSMDuty",
    "PSMFunction",
    "ParticipantKind",
    "ParticipationStatus",
    "PartnerSector",
    "Pillar",
    "Precision",
    "PresenceMark",
    "ProposalDocument",
    "ProposalStatus",
    "QuestionKind",
    "QuotationForm",
    "ReadingStatus",
    "ReferralAnswer",
    "ReferralUrgency",
    "RegionKind",
    "RegionLevel",
    "Religion",
    "ReplyChannel",
    "Scheme",
    "Sensitivity",
    "Sex",
    "SpeechKind",
    "StepKind",
    "SubjectUnit",
    "Term",
    "ThemeKind",
    "TrainingTier",
    "VerificationResult",
    "WelfareScheme",
    "YesNo",
]

_LAZY = {
    "assessments": ("AnswerAbsence", "QuestionKind", "YesNo"),
    "assignments": ("ActivityLevel", "EligibilityRequirement", "EndReason", "TrainingTier"),
    "consents": (
        "ConsentCondition",
        "ConsentForm",
        "ConsentGiver",
        "ConsentPurpose",
        "LegalGround",
    ),
    "daily_work": ("GroundCheckResult", "PresenceMark", "ProposalDocument", "ProposalStatus"),
    "disability": ("DisabilityCode", "DisabilityType"),
    "duties": ("PSMDuty", "PSMFunction"),
    "education": ("Education",),
    "event_facts": (
        "Completeness",
        "EventStatus",
        "Extent",
        "OrganiserRole",
        "OutcomeStatus",
        "PartnerSector",
        "QuotationForm",
        "ThemeKind",
    ),
    "events": (
        "Capacity",
        "CommitteePost",
        "EventKind",
        "EventLevel",
        "FigureStatus",
        "OfficeQualifier",
        "ParticipantKind",
        "Precision",
        "SpeechKind",
    ),
    "family_relations": ("FamilyRelation", "HouseholdRelation"),
    "law": ("ReadingStatus",),
    "life_status": ("LifeStatus",),
    "marital_status": ("MaritalStatus",),
    "occupations": ("Occupation",),
    "pas": ("PASCategory",),
    "people": ("BloodType", "Citizenship", "KKAbsence", "NIKAbsence", "Sex"),
    "pillars": ("Pillar",),
    "pmks": ("PMKSCategory",),
    "ppks": ("PPKSCategory",),
    "psks": ("PSKS",),
    "referrals": ("ReferralAnswer", "ReferralUrgency", "ReplyChannel"),
    "regions": ("CrosswalkStatus", "RegionKind", "RegionLevel"),
    "religion": ("Religion",),
    "services": (
        "CareerStep",
        "ClosingReason",
        "FundingSource",
        "OrganisationKind",
        "ParticipationStatus",
        "StepKind",
    ),
    "subjects": ("MatchState", "SubjectUnit", "VerificationResult"),
    "welfare_data": ("WelfareScheme",),
}
"""Module → the names imported from it on first use."""

if not TYPE_CHECKING:  # type checkers see the imports above
    __getattr__, __dir__ = lazy_names(__name__, _LAZY)
