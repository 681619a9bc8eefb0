# The public names of the package; tools/build_package_stubs.py writes this file.

from .._core.sensitivity import Sensitivity
from .._core.vocabulary import CodeList, Scheme, Term
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
