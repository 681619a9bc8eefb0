# The fields of each record class; tools/build_evolve_types.py writes this file.

from datetime import date, time
from typing import TypedDict, Unpack, overload

from .._core.sensitivity import Sensitivity
from ..terms.assessments import AnswerAbsence, QuestionKind, YesNo
from ..terms.assignments import ActivityLevel, EligibilityRequirement, EndReason, TrainingTier
from ..terms.consents import (
    ConsentCondition,
    ConsentForm,
    ConsentGiver,
    ConsentPurpose,
    LegalGround,
)
from ..terms.daily_work import GroundCheckResult, PresenceMark, ProposalDocument, ProposalStatus
from ..terms.disability import DisabilityType
from ..terms.duties import PSMDuty
from ..terms.education import Education
from ..terms.event_facts import (
    Completeness,
    EventStatus,
    Extent,
    OrganiserRole,
    OutcomeStatus,
    PartnerSector,
    QuotationForm,
    ThemeKind,
)
from ..terms.events import (
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
from ..terms.family_relations import FamilyRelation, HouseholdRelation
from ..terms.life_status import LifeStatus
from ..terms.marital_status import MaritalStatus
from ..terms.occupations import Occupation
from ..terms.pas import PASCategory
from ..terms.people import BloodType, Citizenship, KKAbsence, NIKAbsence, Sex
from ..terms.pillars import Pillar
from ..terms.pmks import PMKSCategory
from ..terms.ppks import PPKSCategory
from ..terms.psks import PSKS
from ..terms.referrals import ReferralAnswer, ReferralUrgency, ReplyChannel
from ..terms.regions import RegionLevel
from ..terms.religion import Religion
from ..terms.services import (
    ClosingReason,
    FundingSource,
    OrganisationKind,
    ParticipationStatus,
    StepKind,
)
from ..terms.subjects import MatchState, SubjectUnit, VerificationResult
from ..terms.welfare_data import WelfareScheme
from ..values.date_range import DateRange
from ..values.dates import Quarter
from ..values.edition import Edition
from ..values.extensions import Extensions
from ..values.ids import (
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
from ..values.kk import KK
from ..values.nik import NIK
from ..values.partial_date import PartialDate
from ..values.phone import PhoneNumber
from ..values.region_code import RegionCode
from .assessments import Answer, Assessment
from .attendance import AttendanceList, Attendee, Presence, Session
from .beneficiaries import Beneficiary, Classification, RegisterMatch, Verdict
from .cases.case import Case
from .cases.case_file import CaseFile
from .cases.referrals import Referral
from .cases.steps import Step
from .consents import Consent
from .events.actors import (
    Actor,
    Committee,
    CommitteeMember,
    Delegation,
    HostAppointment,
    Organiser,
    Participant,
)
from .events.event import Event
from .events.programme import Activity, AgendaItem, Ceremony, Commemoration, Competition, Ranking
from .events.reports import Claim, Figure, Source, Turnout
from .events.speeches import Outcome, Quotation, RegionalVision, Speech
from .families import Family, Household, Membership, Resident, WelfareRank
from .ground_checks import GroundCheck, GroundCheckList
from .instruments import AnswerOption, Instrument, Question
from .offices import Decree, Office, Speaker
from .organisations import Board, OfficeHolder, Organisation
from .people import Address, Group, Person
from .programmes import Participation, Programme, ProgrammeComponent
from .proposals import Proposal, ProposalStep
from .provenance import FieldSource
from .welfare_resources import WelfareResource
from .workers import Assignment, Certification, Training, Worker

class _ActivityChanges(TypedDict, total=False):
    title: str
    kind: EventKind | None
    dates: DateRange | None
    start: time | None
    end: time | None
    place: str | None
    region: RegionCode | None
    target: str | None
    figures: tuple[Figure, ...]
    source: str | None

class _ActorChanges(TypedDict, total=False):
    key: str
    name: str | None
    office: Office | None
    body: str | None

class _AddressChanges(TypedDict, total=False):
    street: str | None
    hamlet: str | None
    rt: str | None
    rw: str | None
    region: RegionCode | None

class _AgendaItemChanges(TypedDict, total=False):
    title: str
    kind: EventKind | None
    day: date | None
    start: time | None
    end: time | None
    place: str | None
    in_charge: str | None
    source: str | None

class _AnswerChanges(TypedDict, total=False):
    question: str
    yes_no: YesNo | None
    choice: str | None
    number: int | None
    date: date | None
    text: str | None
    absence: AnswerAbsence | None
    unit: str | None
    note: str | None

class _AnswerOptionChanges(TypedDict, total=False):
    code: str
    label: str
    gloss: str | None

class _AssessmentChanges(TypedDict, total=False):
    id: AssessmentId
    beneficiary: BeneficiaryId
    date: date
    by: WorkerId | None
    signed_by: Speaker | None
    respondent: Speaker | None
    instrument: InstrumentId
    version: str
    answers: tuple[Answer, ...]
    extensions: Extensions

class _AssignmentChanges(TypedDict, total=False):
    pillar: Pillar
    serves: RegionCode
    proposed_on: date | None
    since: date | None
    listed_on: date | None
    until: date | None
    end_reason: EndReason | None
    decree: Decree | None
    renewals: tuple[Decree, ...]

class _AttendanceListChanges(TypedDict, total=False):
    id: AttendanceListId
    title: str
    event: EventId | None
    organiser: str | None
    tier: TrainingTier | None
    sessions: tuple[Session, ...]
    attendees: tuple[Attendee, ...]
    extensions: Extensions

class _AttendeeChanges(TypedDict, total=False):
    worker: WorkerId | None
    name: str | None
    organisation: str | None
    presences: tuple[Presence, ...]
    certificate_number: str | None
    certificate_date: date | None
    certificate_hours: int | None

class _BeneficiaryChanges(TypedDict, total=False):
    id: BeneficiaryId
    person: Person | None
    family: Family | None
    group: Group | None
    classifications: frozenset[Classification]
    verification: Verdict | None
    validation: Verdict | None
    matches: tuple[RegisterMatch, ...]
    extensions: Extensions

class _BoardChanges(TypedDict, total=False):
    since: date
    until: date | None
    decree: Decree | None
    holders: tuple[OfficeHolder, ...]

class _CaseChanges(TypedDict, total=False):
    id: CaseId
    beneficiary: BeneficiaryId
    resumes: CaseId | None
    steps: tuple[Step, ...]
    consents: tuple[Consent, ...]
    legal_ground: LegalGround | None
    extensions: Extensions

class _CaseFileChanges(TypedDict, total=False):
    case: Case
    beneficiary: Beneficiary
    family: Family | None
    household: Household | None
    extensions: Extensions

class _CeremonyChanges(TypedDict, total=False):
    by: str
    on_behalf_of: str | None
    symbol: str | None
    source: str | None

class _CertificationChanges(TypedDict, total=False):
    number: str | None
    issuer: str | None
    year: int | None
    since: date | None
    until: date | None

class _ClaimChanges(TypedDict, total=False):
    source: str
    title: str | None
    theme: str | None
    edition: Edition | None
    status: EventStatus | None
    host: RegionCode | None
    venue: RegionCode | None
    place: str | None
    dates: DateRange | None

class _ClassificationChanges(TypedDict, total=False):
    category: PPKSCategory | PASCategory | PMKSCategory
    date: date
    source: str
    assessor: WorkerId | None

class _CommemorationChanges(TypedDict, total=False):
    name: str
    date: date | None
    years: int | None
    source: str | None

class _CommitteeChanges(TypedDict, total=False):
    name: str | None
    decree: Decree | None
    source: str | None
    members: tuple[CommitteeMember, ...]

class _CommitteeMemberChanges(TypedDict, total=False):
    post: CommitteePost
    name: str | None
    section: str | None

class _CompetitionChanges(TypedDict, total=False):
    title: str
    rankings: tuple[Ranking, ...]
    source: str | None

class _ConsentChanges(TypedDict, total=False):
    key: str
    date: date
    giver: ConsentGiver | None
    giver_name: str | None
    form: ConsentForm | None
    conditions: frozenset[ConsentCondition] | None
    purposes: frozenset[ConsentPurpose]
    covers: Sensitivity
    until: date | None
    withdrawn: date | None
    evidence: str | None

class _DateRangeChanges(TypedDict, total=False):
    start: date
    end: date

class _DecreeChanges(TypedDict, total=False):
    number: str
    date: date
    issuer: str | None
    signed_by: str | None

class _DelegationChanges(TypedDict, total=False):
    origin: RegionCode | None
    organisation: str | None
    quota: int | None
    registered: int | None
    present: int | None
    officials: int | None
    head: str | None
    members: frozenset[WorkerId]
    source: str | None

class _EventChanges(TypedDict, total=False):
    id: EventId
    title: str
    other_titles: tuple[str, ...]
    kind: EventKind
    other_kinds: frozenset[EventKind]
    status: EventStatus | None
    series: str | None
    edition: Edition | None
    year: int | None
    level: EventLevel | None
    scope: RegionCode | None
    theme: str | None
    theme_kind: ThemeKind | None
    host: RegionCode | None
    host_appointment: HostAppointment | None
    organisers: tuple[Organiser, ...]
    committees: tuple[Committee, ...]
    venue: RegionCode | None
    place: str | None
    dates: DateRange | None
    peak: date | None
    commemorates: Commemoration | None
    delegations: tuple[Delegation, ...]
    delegations_completeness: Completeness | None
    turnouts: tuple[Turnout, ...]
    participants: tuple[Participant, ...]
    agenda: tuple[AgendaItem, ...]
    opening: Ceremony | None
    closing: Ceremony | None
    activities: tuple[Activity, ...]
    competitions: tuple[Competition, ...]
    speeches: tuple[Speech, ...]
    figures: tuple[Figure, ...]
    outcomes: tuple[Outcome, ...]
    actors: tuple[Actor, ...]
    claims: tuple[Claim, ...]
    sources: tuple[Source, ...]
    extensions: Extensions

class _FamilyChanges(TypedDict, total=False):
    id: FamilyId | None
    kk: KK | None
    kk_absence: KKAbsence | None
    memberships: tuple[Membership, ...]
    ranks: tuple[WelfareRank, ...]
    extensions: Extensions

class _FieldSourceChanges(TypedDict, total=False):
    agent: AgentId | None
    recorded_on: date | None
    document: str | None
    position: str | None

class _FigureChanges(TypedDict, total=False):
    value: int
    of: str
    status: FigureStatus
    precision: Precision
    source: str
    wording: str | None
    date: date | None
    pillar: Pillar | PSKS | None
    sex: Sex | None
    region: RegionCode | None

class _GroundCheckChanges(TypedDict, total=False):
    source_id: str | None
    person: Person | None
    result: GroundCheckResult | None
    date: date | None
    worker: WorkerId | None
    checked_by: Speaker | None
    accompanied_by: frozenset[WorkerId]
    note: str | None

class _GroundCheckListChanges(TypedDict, total=False):
    id: GroundCheckListId
    title: str
    scheme: WelfareScheme | None
    period: Quarter | None
    region: RegionCode | None
    unit: SubjectUnit | None
    size: int | None
    source_system: str | None
    rows: tuple[GroundCheck, ...]
    extensions: Extensions

class _GroupChanges(TypedDict, total=False):
    name: str
    size: int | None
    contact: Person | None
    region: RegionCode | None

class _HostAppointmentChanges(TypedDict, total=False):
    appointed_by: str | None
    date: date | None
    letter: Decree | None
    source: str | None

class _HouseholdChanges(TypedDict, total=False):
    id: HouseholdId
    address: Address | None
    families: frozenset[FamilyId]
    residents: tuple[Resident, ...]
    extensions: Extensions

class _InstrumentChanges(TypedDict, total=False):
    id: InstrumentId
    version: str
    title: str
    gloss: str | None
    source: str | None
    questions: tuple[Question, ...]
    extensions: Extensions

class _MembershipChanges(TypedDict, total=False):
    person: Person
    relation: FamilyRelation | None
    since: date | None
    until: date | None

class _OfficeChanges(TypedDict, total=False):
    title: str
    qualifier: OfficeQualifier | None
    region: RegionCode | None

class _OfficeHolderChanges(TypedDict, total=False):
    seat: str
    name: str | None
    worker: WorkerId | None
    qualifier: OfficeQualifier | None
    since: date | None
    until: date | None

class _OrganisationChanges(TypedDict, total=False):
    id: OrganisationId
    kind: OrganisationKind
    name: str
    region: RegionCode | None
    address: Address | None
    phone: PhoneNumber | None
    founding_decree: Decree | None
    boards: tuple[Board, ...]
    extensions: Extensions

class _OrganiserChanges(TypedDict, total=False):
    role: OrganiserRole
    organisation: OrganisationId | None
    name: str | None
    source: str | None

class _OutcomeChanges(TypedDict, total=False):
    description: str
    status: OutcomeStatus
    stated_by: str | None
    partners: frozenset[PartnerSector]
    target: str | None
    source: str | None
    url: str | None

class _ParticipantChanges(TypedDict, total=False):
    kind: ParticipantKind
    worker: WorkerId | None
    name: str | None
    origin: RegionCode | None

class _ParticipationChanges(TypedDict, total=False):
    programme: ProgrammeId
    recipient: BeneficiaryId
    status: ParticipationStatus
    proposal: ProposalId | None
    decided_on: date | None
    since: date | None
    until: date | None
    amount: int | None
    goods: str | None
    document: str | None
    extensions: Extensions

class _PersonChanges(TypedDict, total=False):
    nik: NIK | None
    nik_absence: NIKAbsence | None
    kk: KK | None
    name: str
    sex: Sex | None
    birth_place: str | None
    birth_date: date | PartialDate | None
    citizenship: Citizenship | None
    religion: Religion | None
    marital_status: MaritalStatus | None
    family_relation: FamilyRelation | None
    education: Education | None
    occupation: Occupation | None
    blood_type: BloodType | None
    disabilities: frozenset[DisabilityType] | None
    life_status: LifeStatus | None
    life_status_date: date | None
    phone: PhoneNumber | None
    ktp_address: Address | None
    domicile: Address | None
    extensions: Extensions

class _PresenceChanges(TypedDict, total=False):
    session: str
    mark: PresenceMark

class _ProgrammeChanges(TypedDict, total=False):
    id: ProgrammeId
    name: str
    owner: EventLevel
    region: RegionCode | None
    unit: SubjectUnit | None
    funding: FundingSource | None
    since: date | PartialDate | None
    until: date | PartialDate | None
    components: tuple[ProgrammeComponent, ...]
    source: str | None
    other_names: tuple[str, ...]
    extensions: Extensions

class _ProgrammeComponentChanges(TypedDict, total=False):
    group: str
    name: str
    annual_amount: int | None
    since: date | None
    until: date | None

class _ProposalChanges(TypedDict, total=False):
    id: ProposalId
    beneficiary: BeneficiaryId | None
    person: Person | None
    programme: ProgrammeId | None
    database: WelfareScheme | None
    region: RegionCode | None
    reason: str | None
    steps: tuple[ProposalStep, ...]
    extensions: Extensions

class _ProposalStepChanges(TypedDict, total=False):
    status: ProposalStatus | None
    date: date
    by: WorkerId | None
    signed_by: tuple[Speaker, ...]
    document: ProposalDocument | None
    document_number: str | None
    event: EventId | None
    note: str | None
    corrects: int | None

class _QuestionChanges(TypedDict, total=False):
    code: str
    text: str
    gloss: str | None
    kind: QuestionKind
    options: tuple[AnswerOption, ...]
    unit: str | None
    required: YesNo

class _QuotationChanges(TypedDict, total=False):
    text: str
    form: QuotationForm
    by: str | None

class _RankingChanges(TypedDict, total=False):
    rank: int
    origin: RegionCode | None
    name: str | None
    prize: str | None

class _ReferralChanges(TypedDict, total=False):
    sender: Speaker
    receiver: Speaker
    service: str | None
    need: str | None
    data_class: Sensitivity
    consent: str | None
    legal_ground: LegalGround | None
    letter_number: str | None
    letter_date: date | None
    urgency: ReferralUrgency | None
    attachments: tuple[str, ...]
    answer_due: date | None
    reply_channel: ReplyChannel | None

class _RegionalVisionChanges(TypedDict, total=False):
    text: str
    region: RegionCode | None

class _RegisterMatchChanges(TypedDict, total=False):
    state: MatchState
    against: str
    method: str
    score: int | None
    date: date

class _ResidentChanges(TypedDict, total=False):
    person: Person
    relation: HouseholdRelation
    since: date | None
    until: date | None

class _SessionChanges(TypedDict, total=False):
    key: str
    date: date
    title: str | None
    start: time | None
    end: time | None
    hours: int | None

class _SourceChanges(TypedDict, total=False):
    key: str
    title: str
    medium: str | None
    date: date | None
    author: str | None
    dateline: str | None
    url: str | None

class _SpeakerChanges(TypedDict, total=False):
    name: str | None
    office: Office | None
    body: str | None

class _SpeechChanges(TypedDict, total=False):
    kind: SpeechKind
    author: str
    reader: str | None
    capacity: Capacity | None
    gist: str | None
    quotations: tuple[Quotation, ...]
    vision: RegionalVision | None
    source: str | None

class _StepChanges(TypedDict, total=False):
    kind: StepKind
    date: date
    by: WorkerId | None
    signed_by: Speaker | None
    place: RegionCode | None
    minutes: int | None
    duty: PSMDuty | None
    note: str | None
    referral: Referral | None
    answers: int | None
    answer: ReferralAnswer | None
    reason: ClosingReason | None
    assessment: AssessmentId | None
    corrects: int | None

class _TrainingChanges(TypedDict, total=False):
    name: str
    tier: TrainingTier | None
    organiser: str | None
    date: date | None
    certificate_number: str | None
    certificate_date: date | None
    hours: int | None
    event: EventId | None

class _TurnoutChanges(TypedDict, total=False):
    level: RegionLevel
    within: RegionCode | None
    extent: Extent
    status: FigureStatus
    present: int | None
    expected: int | None
    wording: str | None
    source: str

class _VerdictChanges(TypedDict, total=False):
    date: date
    by: Speaker
    result: VerificationResult

class _WelfareRankChanges(TypedDict, total=False):
    decile: int
    period: Quarter
    scheme: WelfareScheme

class _WelfareResourceChanges(TypedDict, total=False):
    id: WelfareResourceId
    kind: PSKS
    name: str | None
    count: int | None
    region: RegionCode
    address: Address | None
    contact: str | None
    phone: PhoneNumber | None
    worker: WorkerId | None
    organisation: OrganisationId | None
    family: FamilyId | None
    activity: ActivityLevel | None
    date: date
    source: str
    recorded_by: WorkerId | None
    note: str | None
    extensions: Extensions

class _WorkerChanges(TypedDict, total=False):
    id: WorkerId
    person: Person
    assignments: tuple[Assignment, ...]
    trainings: tuple[Training, ...]
    certifications: tuple[Certification, ...]
    membership_number: str | None
    activity: ActivityLevel | None
    attested_requirements: frozenset[EligibilityRequirement]
    extensions: Extensions

@overload
def evolve(record: Activity, /, **changes: Unpack[_ActivityChanges]) -> Activity: ...
@overload
def evolve(record: Actor, /, **changes: Unpack[_ActorChanges]) -> Actor: ...
@overload
def evolve(record: Address, /, **changes: Unpack[_AddressChanges]) -> Address: ...
@overload
def evolve(record: AgendaItem, /, **changes: Unpack[_AgendaItemChanges]) -> AgendaItem: ...
@overload
def evolve(record: Answer, /, **changes: Unpack[_AnswerChanges]) -> Answer: ...
@overload
def evolve(record: AnswerOption, /, **changes: Unpack[_AnswerOptionChanges]) -> AnswerOption: ...
@overload
def evolve(record: Assessment, /, **changes: Unpack[_AssessmentChanges]) -> Assessment: ...
@overload
def evolve(record: Assignment, /, **changes: Unpack[_AssignmentChanges]) -> Assignment: ...
@overload
def evolve(
    record: AttendanceList, /, **changes: Unpack[_AttendanceListChanges]
) -> AttendanceList: ...
@overload
def evolve(record: Attendee, /, **changes: Unpack[_AttendeeChanges]) -> Attendee: ...
@overload
def evolve(record: Beneficiary, /, **changes: Unpack[_BeneficiaryChanges]) -> Beneficiary: ...
@overload
def evolve(record: Board, /, **changes: Unpack[_BoardChanges]) -> Board: ...
@overload
def evolve(record: Case, /, **changes: Unpack[_CaseChanges]) -> Case: ...
@overload
def evolve(record: CaseFile, /, **changes: Unpack[_CaseFileChanges]) -> CaseFile: ...
@overload
def evolve(record: Ceremony, /, **changes: Unpack[_CeremonyChanges]) -> Ceremony: ...
@overload
def evolve(record: Certification, /, **changes: Unpack[_CertificationChanges]) -> Certification: ...
@overload
def evolve(record: Claim, /, **changes: Unpack[_ClaimChanges]) -> Claim: ...
@overload
def evolve(
    record: Classification, /, **changes: Unpack[_ClassificationChanges]
) -> Classification: ...
@overload
def evolve(record: Commemoration, /, **changes: Unpack[_CommemorationChanges]) -> Commemoration: ...
@overload
def evolve(record: Committee, /, **changes: Unpack[_CommitteeChanges]) -> Committee: ...
@overload
def evolve(
    record: CommitteeMember, /, **changes: Unpack[_CommitteeMemberChanges]
) -> CommitteeMember: ...
@overload
def evolve(record: Competition, /, **changes: Unpack[_CompetitionChanges]) -> Competition: ...
@overload
def evolve(record: Consent, /, **changes: Unpack[_ConsentChanges]) -> Consent: ...
@overload
def evolve(record: DateRange, /, **changes: Unpack[_DateRangeChanges]) -> DateRange: ...
@overload
def evolve(record: Decree, /, **changes: Unpack[_DecreeChanges]) -> Decree: ...
@overload
def evolve(record: Delegation, /, **changes: Unpack[_DelegationChanges]) -> Delegation: ...
@overload
def evolve(record: Event, /, **changes: Unpack[_EventChanges]) -> Event: ...
@overload
def evolve(record: Family, /, **changes: Unpack[_FamilyChanges]) -> Family: ...
@overload
def evolve(record: FieldSource, /, **changes: Unpack[_FieldSourceChanges]) -> FieldSource: ...
@overload
def evolve(record: Figure, /, **changes: Unpack[_FigureChanges]) -> Figure: ...
@overload
def evolve(record: GroundCheck, /, **changes: Unpack[_GroundCheckChanges]) -> GroundCheck: ...
@overload
def evolve(
    record: GroundCheckList, /, **changes: Unpack[_GroundCheckListChanges]
) -> GroundCheckList: ...
@overload
def evolve(record: Group, /, **changes: Unpack[_GroupChanges]) -> Group: ...
@overload
def evolve(
    record: HostAppointment, /, **changes: Unpack[_HostAppointmentChanges]
) -> HostAppointment: ...
@overload
def evolve(record: Household, /, **changes: Unpack[_HouseholdChanges]) -> Household: ...
@overload
def evolve(record: Instrument, /, **changes: Unpack[_InstrumentChanges]) -> Instrument: ...
@overload
def evolve(record: Membership, /, **changes: Unpack[_MembershipChanges]) -> Membership: ...
@overload
def evolve(record: Office, /, **changes: Unpack[_OfficeChanges]) -> Office: ...
@overload
def evolve(record: OfficeHolder, /, **changes: Unpack[_OfficeHolderChanges]) -> OfficeHolder: ...
@overload
def evolve(record: Organisation, /, **changes: Unpack[_OrganisationChanges]) -> Organisation: ...
@overload
def evolve(record: Organiser, /, **changes: Unpack[_OrganiserChanges]) -> Organiser: ...
@overload
def evolve(record: Outcome, /, **changes: Unpack[_OutcomeChanges]) -> Outcome: ...
@overload
def evolve(record: Participant, /, **changes: Unpack[_ParticipantChanges]) -> Participant: ...
@overload
def evolve(record: Participation, /, **changes: Unpack[_ParticipationChanges]) -> Participation: ...
@overload
def evolve(record: Person, /, **changes: Unpack[_PersonChanges]) -> Person: ...
@overload
def evolve(record: Presence, /, **changes: Unpack[_PresenceChanges]) -> Presence: ...
@overload
def evolve(record: Programme, /, **changes: Unpack[_ProgrammeChanges]) -> Programme: ...
@overload
def evolve(
    record: ProgrammeComponent, /, **changes: Unpack[_ProgrammeComponentChanges]
) -> ProgrammeComponent: ...
@overload
def evolve(record: Proposal, /, **changes: Unpack[_ProposalChanges]) -> Proposal: ...
@overload
def evolve(record: ProposalStep, /, **changes: Unpack[_ProposalStepChanges]) -> ProposalStep: ...
@overload
def evolve(record: Question, /, **changes: Unpack[_QuestionChanges]) -> Question: ...
@overload
def evolve(record: Quotation, /, **changes: Unpack[_QuotationChanges]) -> Quotation: ...
@overload
def evolve(record: Ranking, /, **changes: Unpack[_RankingChanges]) -> Ranking: ...
@overload
def evolve(record: Referral, /, **changes: Unpack[_ReferralChanges]) -> Referral: ...
@overload
def evolve(
    record: RegionalVision, /, **changes: Unpack[_RegionalVisionChanges]
) -> RegionalVision: ...
@overload
def evolve(record: RegisterMatch, /, **changes: Unpack[_RegisterMatchChanges]) -> RegisterMatch: ...
@overload
def evolve(record: Resident, /, **changes: Unpack[_ResidentChanges]) -> Resident: ...
@overload
def evolve(record: Session, /, **changes: Unpack[_SessionChanges]) -> Session: ...
@overload
def evolve(record: Source, /, **changes: Unpack[_SourceChanges]) -> Source: ...
@overload
def evolve(record: Speaker, /, **changes: Unpack[_SpeakerChanges]) -> Speaker: ...
@overload
def evolve(record: Speech, /, **changes: Unpack[_SpeechChanges]) -> Speech: ...
@overload
def evolve(record: Step, /, **changes: Unpack[_StepChanges]) -> Step: ...
@overload
def evolve(record: Training, /, **changes: Unpack[_TrainingChanges]) -> Training: ...
@overload
def evolve(record: Turnout, /, **changes: Unpack[_TurnoutChanges]) -> Turnout: ...
@overload
def evolve(record: Verdict, /, **changes: Unpack[_VerdictChanges]) -> Verdict: ...
@overload
def evolve(record: WelfareRank, /, **changes: Unpack[_WelfareRankChanges]) -> WelfareRank: ...
@overload
def evolve(
    record: WelfareResource, /, **changes: Unpack[_WelfareResourceChanges]
) -> WelfareResource: ...
@overload
def evolve(record: Worker, /, **changes: Unpack[_WorkerChanges]) -> Worker: ...
