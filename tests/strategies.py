"""Sound values and records of every kind, drawn from the shapes of the models."""

from collections.abc import Callable, Mapping
from datetime import date, time
from typing import Any

from hypothesis import reject
from hypothesis import strategies as st

from psm_core import (
    KK,
    NIK,
    BeneficiaryId,
    BPSCode,
    Case,
    CaseId,
    DateRange,
    Edition,
    EventId,
    FamilyId,
    HouseholdId,
    ISOCode,
    OrganisationId,
    PhoneNumber,
    ProgrammeId,
    Quarter,
    RegionCode,
    ValidationError,
    WorkerId,
    evolve,
)
from psm_core._model import is_model, plan
from psm_core._shape import Choice, Clock, Exact, Many, Maybe, Number, Shape, Text
from psm_core._text import tidy
from psm_core.terms import ConsentPurpose, LegalGround, Sensitivity, StepKind

_LETTERS = st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff")
IDS = st.from_regex(r"[A-Za-z][A-Za-z0-9._:-]{0,20}", fullmatch=True)


@st.composite
def niks(draw):
    born = draw(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
    day = born.day + draw(st.sampled_from([0, 40]))
    place, serial = draw(st.integers(0, 9999)), draw(st.integers(0, 9999))
    return NIK(f"99{place:04}{day:02}{born:%m%y}{serial:04}")


@st.composite
def kks(draw):
    day = draw(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
    place, serial = draw(st.integers(0, 9999)), draw(st.integers(0, 9999))
    return KK(f"99{place:04}{day:%d%m%y}{serial:04}")


VALUES: Mapping[type, st.SearchStrategy[Any]] = {
    NIK: niks(),
    KK: kks(),
    PhoneNumber: st.integers(0, 999).map(lambda n: PhoneNumber(f"+628000000{n:03}")),
    RegionCode: st.from_regex(RegionCode.pattern, fullmatch=True).map(RegionCode),
    BPSCode: st.from_regex(BPSCode.pattern, fullmatch=True).map(BPSCode),
    ISOCode: st.from_regex(ISOCode.pattern, fullmatch=True).map(ISOCode),
    WorkerId: IDS.map(WorkerId),
    BeneficiaryId: IDS.map(BeneficiaryId),
    CaseId: IDS.map(CaseId),
    EventId: IDS.map(EventId),
    FamilyId: IDS.map(FamilyId),
    HouseholdId: IDS.map(HouseholdId),
    OrganisationId: IDS.map(OrganisationId),
    ProgrammeId: IDS.map(ProgrammeId),
    Quarter: st.from_regex(Quarter.pattern, fullmatch=True).map(Quarter),
    Edition: st.integers(1, 3999).map(lambda n: Edition.parse(str(n))),
    date: st.dates(),
}


def of_shape(shape: Shape) -> st.SearchStrategy[Any]:
    match shape:
        case Maybe():
            return st.none() | of_shape(shape.inner)
        case Many():
            make = st.lists if shape.container is tuple else st.frozensets
            return make(of_shape(shape.item), max_size=3).map(shape.container)
        case Text():
            return (
                st.text(_LETTERS, min_size=1, max_size=min(shape.longest, 20))
                .map(tidy)
                .filter(bool)
            )
        case Number():
            return st.integers(shape.least, shape.most)
        case Clock():
            return st.builds(time, st.integers(0, 23), st.integers(0, 59))
        case Choice():
            return st.sampled_from([member for kind in shape.vocabularies for member in kind])
        case Exact() if is_model(shape.kind):
            return records(shape.kind)
        case Exact():
            return VALUES[shape.kind]
        case _:
            raise AssertionError(shape)


def _validated(values):
    verification, validation = values["verification"], values["validation"]
    if verification is None or (
        validation is not None
        and (
            validation.date < verification.date
            or validation.by == verification.by
            or validation.result.name != verification.result.name
        )
    ):
        values["validation"] = None


def _referral(values):
    values["consent"] = None
    values["carries"] = Sensitivity.UMUM
    if values["need"] is not None or values["ground"] is not None:
        values["carries"] = Sensitivity.SPESIFIK
        values["ground"] = values["ground"] or LegalGround.KEPENTINGAN_VITAL


def _beneficiary(values):
    _one_subject(values)
    _validated(values)


def _members(values):
    """Keep one member, and one rank for each period, so that nobody is one twice at once."""
    for name in {"memberships", "residents"} & set(values):
        values[name] = values[name][:1]
    if "ranks" in values:
        values["ranks"] = tuple({(one.scheme, one.period): one for one in values["ranks"]}.values())


def _dated(values):
    if values["since"] is None and values["proposed"] is None:
        values["proposed"] = date(2025, 10, 10)


def _detailed(values):
    """Keep the details that belong to the kind of step."""
    kind = values["kind"].name
    if (kind == "RUJUKAN") != (values["referral"] is not None):
        values["kind"], values["referral"], kind = StepKind.PENDAMPINGAN, None, ""
    if kind != "JAWABAN_RUJUKAN" or None in {values["answers"], values["answer"]}:
        values["answers"] = values["answer"] = None
        values["kind"] = StepKind.ASESMEN if kind == "JAWABAN_RUJUKAN" else values["kind"]
    if kind != "TERMINASI" or values["reason"] is None:
        values["reason"] = None
        values["kind"] = StepKind.ASESMEN if kind == "TERMINASI" else values["kind"]
    if values["kind"] is StepKind.PEMBATALAN:
        values["corrects"] = values["corrects"] or 1


def _case(values):
    """Keep the steps that make a case together."""
    values["resumes"] = None if values["resumes"] == values["id"] else values["resumes"]
    values["consents"] = tuple({one.key: one for one in values["consents"]}.values())
    kept = []
    for step in values["steps"]:
        if _is_case([*kept, step], values["consents"]):
            kept.append(step)
    values["steps"] = tuple(kept)


def _is_case(steps, consents):
    try:
        Case(id=CaseId("k"), beneficiary=BeneficiaryId("b"), steps=tuple(steps), consents=consents)
    except ValidationError:
        return False
    return True


def _consent(values):
    values["purposes"] = values["purposes"] or frozenset({ConsentPurpose.RUJUKAN})
    for name in ("until", "withdrawn"):
        if values[name] is not None and values[name] < values["date"]:
            values[name] = values["date"]


def _file(values):
    case, who = values["case"], values["beneficiary"].id
    resumes = None if case.resumes == case.id else case.resumes
    values["case"] = evolve(case, beneficiary=who, resumes=resumes)
    values["family"] = values["household"] = None


def _board(values):
    _in_order(values)
    values["holders"] = tuple(evolve(one, since=None, until=None) for one in values["holders"][:1])


def _one_subject(values):
    kept = next((n for n in ("person", "family", "group") if values[n] is not None), None)
    for name in ("person", "family", "group"):
        values[name] = values[name] if name == kept else None


def _explained(values):
    if values["nik"] is not None:
        values["nik_absence"] = None


def _in_order(values, start="since", end="until"):
    if values[start] is not None and values[end] is not None and values[end] < values[start]:
        values[start], values[end] = values[end], values[start]


def _delegation(values):
    if (values["origin"] is None) == (values["organisation"] is None):
        values["organisation"] = "Karang Taruna" if values["origin"] is None else None


def _speech(values):
    if values["reader"] is None:
        values["capacity"] = None


def _assignment(values):
    _in_order(values)
    _dated(values)
    if values["until"] is None:
        values["end_reason"] = None


def _sourced(values):
    known = {None} | {source.key for source in values["sources"]}

    def kept(facts):
        return tuple(
            fact
            for fact in facts
            if fact.source in known
            and all(figure.source in known for figure in getattr(fact, "figures", ()))
        )

    for name in (
        "activities",
        "competitions",
        "delegations",
        "figures",
        "other_dates",
        "outcomes",
        "speeches",
    ):
        values[name] = kept(values[name])
    for name in ("opening", "closing"):
        if values[name] is not None:
            values[name] = next(iter(kept([values[name]])), None)
    if values["dates_source"] not in known:
        values["dates_source"] = None


MEND: Mapping[str, Callable[[dict[str, Any]], None]] = {
    "Assignment": _assignment,
    "Beneficiary": _beneficiary,
    "Board": _board,
    "Case": _case,
    "CaseFile": _file,
    "Certification": _in_order,
    "Component": _in_order,
    "Consent": _consent,
    "DateRange": lambda values: _in_order(values, "start", "end"),
    "Delegation": _delegation,
    "Event": _sourced,
    "Family": _members,
    "Holder": _in_order,
    "Household": _members,
    "Membership": _in_order,
    "Participation": lambda values: (_in_order(values), _dated(values)),
    "Person": _explained,
    "Programme": _in_order,
    "Referral": _referral,
    "Resident": _in_order,
    "Speech": _speech,
    "Step": _detailed,
}


@st.composite
def records(draw, cls):
    """Draw a record of a class; what an invariant forbids is mended or not drawn."""
    values = {field.name: draw(of_shape(field.shape)) for field in plan(cls).fields}
    MEND.get(cls.__name__, lambda _: None)(values)
    try:
        if cls is DateRange:
            return cls(values["start"], values["end"])
        return cls(**values)
    except ValidationError:
        reject()
