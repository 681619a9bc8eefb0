"""Vocabularies: the closed lists of terms for people, regions, services and events."""

from typing import TYPE_CHECKING

from .._core.lazy import lazy_names
from .._core.sensitivity import Sensitivity
from .._core.vocabulary import CodeList, Scheme, Term
from .assignments import ActivityLevel, EligibilityRequirement, EndReason, TrainingTier
from .disability import DisabilityCode, DisabilityType
from .education import Education
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
from .people import BloodType, Citizenship, NIKAbsence, Sex
from .pillars import Pillar
from .ppks import PPKSCategory
from .psks import PSKS
from .regions import CrosswalkStatus, RegionKind, RegionLevel
from .religion import Religion
from .subjects import MatchState, SubjectUnit, VerificationResult
from .welfare_data import WelfareScheme

if TYPE_CHECKING:
    from .daily_work import GroundCheckResult, ProposalDocument, ProposalStatus
    from .duties import PSMDuty, PSMFunction
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
    from .services import (
        CareerStep,
        ClosingReason,
        ConsentPurpose,
        FundingSource,
        LegalGround,
        OrganisationKind,
        ParticipationStatus,
        ReferralAnswer,
        StepKind,
    )

__all__ = [
    "PSKS",
    "ActivityLevel",
    "BloodType",
    "Capacity",
    "CareerStep",
    "Citizenship",
    "ClosingReason",
    "CodeList",
    "CommitteePost",
    "Completeness",
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
    "PPKSCategory",
    "PSMDuty",
    "PSMFunction",
    "ParticipantKind",
    "ParticipationStatus",
    "PartnerSector",
    "Pillar",
    "Precision",
    "ProposalDocument",
    "ProposalStatus",
    "QuotationForm",
    "ReadingStatus",
    "ReferralAnswer",
    "RegionKind",
    "RegionLevel",
    "Religion",
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
]

if not TYPE_CHECKING:  # type checkers see the imports above
    __getattr__, __dir__ = lazy_names(
        __name__,
        {name: "services" for name in __all__ if name not in globals()}
        | dict.fromkeys(("GroundCheckResult", "ProposalDocument", "ProposalStatus"), "daily_work")
        | dict.fromkeys(("PSMDuty", "PSMFunction"), "duties")
        | dict.fromkeys(
            (
                *("Completeness", "EventStatus", "Extent", "OrganiserRole", "OutcomeStatus"),
                *("PartnerSector", "QuotationForm", "ThemeKind"),
            ),
            "event_facts",
        ),
    )
