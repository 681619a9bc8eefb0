"""The closed vocabularies of the domain, each its own list with a scheme."""

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
    MaritalStatus,
    NIKAbsence,
    Religion,
    Sex,
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
from ._subjects import SubjectUnit
from ._term import Scheme, Term

__all__ = [
    "PSKS",
    "ActivityLevel",
    "BloodType",
    "Capacity",
    "Citizenship",
    "CommitteePost",
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
    "MaritalStatus",
    "NIKAbsence",
    "Occupation",
    "OfficeQualifier",
    "PASCategory",
    "PPKSCategory",
    "ParticipantKind",
    "Pillar",
    "Precision",
    "RegionKind",
    "RegionLevel",
    "Religion",
    "Scheme",
    "Sensitivity",
    "Sex",
    "SpeechKind",
    "SubjectUnit",
    "Term",
    "TrainingTier",
]
