"""Vocabularies: the closed lists of terms for people, regions, services and events."""

from .._core.lazy import lazy_names

_NAMES = {
    ".._core.sensitivity": ("Sensitivity",),
    ".._core.vocabulary": ("CodeList", "Scheme", "Term"),
    ".assessments": ("AnswerAbsence", "QuestionKind", "YesNo"),
    ".assignments": ("ActivityLevel", "EligibilityRequirement", "EndReason", "TrainingTier"),
    ".consents": (
        "ConsentCondition",
        "ConsentForm",
        "ConsentGiver",
        "ConsentPurpose",
        "LegalGround",
    ),
    ".daily_work": ("GroundCheckResult", "PresenceMark", "ProposalDocument", "ProposalStatus"),
    ".disability": ("DisabilityCode", "DisabilityType"),
    ".duties": ("PSMDuty", "PSMFunction"),
    ".education": ("Education",),
    ".event_facts": (
        "Completeness",
        "EventStatus",
        "Extent",
        "OrganiserRole",
        "OutcomeStatus",
        "PartnerSector",
        "QuotationForm",
        "ThemeKind",
    ),
    ".events": (
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
    ".family_relations": ("FamilyRelation", "HouseholdRelation"),
    ".law": ("ReadingStatus",),
    ".life_status": ("LifeStatus",),
    ".marital_status": ("MaritalStatus",),
    ".occupations": ("Occupation",),
    ".pas": ("PASCategory",),
    ".people": ("BloodType", "Citizenship", "KKAbsence", "NIKAbsence", "Sex"),
    ".pillars": ("Pillar",),
    ".pmks": ("PMKSCategory",),
    ".ppks": ("PPKSCategory",),
    ".psks": ("PSKS",),
    ".referrals": ("ReferralAnswer", "ReferralUrgency", "ReplyChannel"),
    ".regions": ("CrosswalkStatus", "RegionKind", "RegionLevel"),
    ".religion": ("Religion",),
    ".services": (
        "CareerStep",
        "ClosingReason",
        "FundingSource",
        "OrganisationKind",
        "ParticipationStatus",
        "StepKind",
    ),
    ".subjects": ("MatchState", "SubjectUnit", "VerificationResult"),
    ".welfare_data": ("WelfareScheme",),
}
"""Module → the public names imported from it on first use."""

__getattr__, __dir__, __all__ = lazy_names(__name__, _NAMES)
