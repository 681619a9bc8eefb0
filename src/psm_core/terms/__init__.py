"""The closed vocabularies of the domain, each its own list with a scheme."""

from typing import TYPE_CHECKING

from .._core.lazy import lazy_names
from .._core.sensitivity import Sensitivity
from .._core.vocabulary import Scheme, Term
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
from .occupations import Occupation
from .pas import PASCategory
from .people import (
    BloodType,
    Citizenship,
    DisabilityCode,
    DisabilityType,
    Education,
    FamilyRelation,
    HouseholdRelation,
    MaritalStatus,
    NIKAbsence,
    Religion,
    Sex,
    WelfareScheme,
)
from .pillars import PSKS, ActivityLevel, EligibilityRequirement, EndReason, Pillar, TrainingTier
from .ppks import PPKSCategory
from .regions import CrosswalkStatus, RegionKind, RegionLevel
from .subjects import MatchState, SubjectUnit, VerificationResult

if TYPE_CHECKING:
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
    "CommitteePost",
    "ConsentPurpose",
    "CrosswalkStatus",
    "DisabilityCode",
    "DisabilityType",
    "Education",
    "EligibilityRequirement",
    "EndReason",
    "EventKind",
    "EventLevel",
    "FamilyRelation",
    "FigureStatus",
    "FundingSource",
    "HouseholdRelation",
    "LegalGround",
    "MaritalStatus",
    "MatchState",
    "NIKAbsence",
    "Occupation",
    "OfficeQualifier",
    "OrganisationKind",
    "PASCategory",
    "PPKSCategory",
    "ParticipantKind",
    "ParticipationStatus",
    "Pillar",
    "Precision",
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
    "TrainingTier",
    "VerificationResult",
    "WelfareScheme",
]

if not TYPE_CHECKING:  # type checkers see the imports above
    __getattr__, __dir__ = lazy_names(
        __name__, {name: "services" for name in __all__ if name not in globals()}
    )
