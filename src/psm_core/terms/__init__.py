"""The closed vocabularies of the domain, each its own list with a scheme."""

from typing import TYPE_CHECKING

from .._later import later
from ._events import (
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
from ._occupations import Occupation
from ._pas import PASCategory
from ._people import (
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
from ._pillars import (
    PSKS,
    ActivityLevel,
    EligibilityRequirement,
    EndReason,
    Pillar,
    TrainingTier,
)
from ._ppks import PPKSCategory
from ._privacy import Sensitivity
from ._regions import CrossingKind, RegionKind, RegionLevel
from ._subjects import MatchState, SubjectUnit, VerificationResult
from ._term import Scheme, Term

if TYPE_CHECKING:
    from ._services import (
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
    "CrossingKind",
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

if not TYPE_CHECKING:  # what type checkers see is imported above
    __getattr__, __dir__ = later(__name__, __all__, ("_services",))
