"""Repairs of values drawn independently, so that few draws break an invariant."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, Final

from .._core.record import evolve
from ..errors import ValidationError
from ..records.cases.case import Case
from ..records.cases.steps import Step
from ..records.consents import Consent
from ..records.events.actors import Actor
from ..records.events.reports import CLAIMED
from ..records.instruments import AnswerOption
from ..terms import (
    NIKAbsence,
    ProposalStatus,
    QuestionKind,
    StepKind,
    WelfareScheme,
)
from ..values.ids import BeneficiaryId, CaseId
from ..values.partial_date import possibly_in_order

Values = dict[str, Any]
"""Field → value of a record that is being drawn."""


def _referral(values: Values) -> None:
    values["consent"] = None


def _members(values: Values) -> None:
    """Keep one member, and one rank for each scheme and period."""
    for name in {"memberships", "residents"} & set(values):
        values[name] = values[name][:1]
    if "ranks" in values:
        values["ranks"] = tuple({(one.scheme, one.period): one for one in values["ranks"]}.values())


def _proposal_or_start(values: Values) -> None:
    if values["since"] is None and values["proposed_on"] is None:
        values["proposed_on"] = date(2025, 10, 10)


def _step(values: Values) -> None:
    """Keep the details that belong to the kind of step."""
    kind = values["kind"].name
    if (kind == "RUJUKAN") != (values["referral"] is not None):
        values["kind"], values["referral"], kind = StepKind.PENDAMPINGAN, None, ""
    if kind != "JAWABAN_RUJUKAN" or None in {values["answers"], values["answer"]}:
        values["answers"] = values["answer"] = None
        values["kind"] = StepKind.ASESMEN if kind == "JAWABAN_RUJUKAN" else values["kind"]
    if kind != "TERMINASI":
        values["reason"] = None
    if values["kind"] is not StepKind.ASESMEN:
        values["assessment"] = None
    if values["kind"] is StepKind.PEMBATALAN:
        values["corrects"] = values["corrects"] or 1


def _case(values: Values) -> None:
    """Keep the steps that form a valid case."""
    values["resumes"] = None if values["resumes"] == values["id"] else values["resumes"]
    values["consents"] = tuple({one.key: one for one in values["consents"]}.values())
    steps: list[Step] = []
    for step in values["steps"]:
        if _is_case([*steps, step], values["consents"]):
            steps.append(step)
    values["steps"] = tuple(steps)


def _is_case(steps: Iterable[Step], consents: tuple[Consent, ...]) -> bool:
    try:
        Case(id=CaseId("k"), beneficiary=BeneficiaryId("b"), steps=tuple(steps), consents=consents)
    except ValidationError:
        return False
    return True


def _consent(values: Values) -> None:
    for name in ("until", "withdrawn"):
        if values[name] is not None and values[name] < values["date"]:
            values[name] = values["date"]


def _case_file(values: Values) -> None:
    case, beneficiary = values["case"], values["beneficiary"].id
    resumes = None if case.resumes == case.id else case.resumes
    values["case"] = evolve(case, beneficiary=beneficiary, resumes=resumes)
    values["family"] = None


def _one_subject(values: Values) -> None:
    subject = next((n for n in ("person", "family", "group") if values[n] is not None), None)
    for name in ("person", "family", "group"):
        values[name] = values[name] if name == subject else None


def _person(values: Values) -> None:
    if values["nik"] is not None:
        values["nik_absence"] = None
    elif values["nik_absence"] is None:
        values["nik_absence"] = NIKAbsence.TIDAK_DIKETAHUI


def _default(name: str, value: object, *others: str) -> Callable[[Values], None]:
    """Return a repair: it sets a field if the field and the others are None."""

    def repair(values: Values) -> None:
        if all(values[one] is None for one in (name, *others)):
            values[name] = value

    return repair


def _ordered_period(values: Values, start: str = "since", end: str = "until") -> None:
    if not possibly_in_order(values[start], values[end]):
        values[start], values[end] = values[end], values[start]


def _delegation(values: Values) -> None:
    if (values["origin"] is None) == (values["organisation"] is None):
        values["organisation"] = "Karang Taruna" if values["origin"] is None else None


def _actor(values: Values) -> None:
    _default("name", "A", "office", "body")(values)
    if values["name"] is not None:
        values["key"] = "pihak"


def _turnout(values: Values) -> None:
    _ordered_numbers(values, "present", "expected")


def _ordered_numbers(values: Values, least: str, most: str) -> None:
    if values[least] is not None and values[most] is not None:
        values[least], values[most] = sorted((values[least], values[most]))


def _assignment(values: Values) -> None:
    _ordered_period(values)
    _proposal_or_start(values)


def _event(values: Values) -> None:
    """Make the theme, the actors and the sources of an event consistent."""
    if values["theme"] is None:
        values["theme_kind"] = None
    organisers = {(one.role, one.organisation or one.name): one for one in values["organisers"]}
    values["organisers"] = tuple(organisers.values())
    values["actors"] = tuple({one.key: one for one in values["actors"]}.values())
    values["sources"] = tuple({one.key: one for one in values["sources"]}.values())
    _known_sources(values)
    _known_actors(values)


def _known_sources(values: Values) -> None:
    known = {None} | {source.key for source in values["sources"]}

    def with_known_source(facts: Iterable[Any]) -> tuple[Any, ...]:
        return tuple(
            fact
            for fact in facts
            if fact.source in known
            and all(figure.source in known for figure in getattr(fact, "figures", ()))
        )

    for name in (
        "activities",
        "agenda",
        "claims",
        "committees",
        "competitions",
        "delegations",
        "figures",
        "organisers",
        "outcomes",
        "speeches",
        "turnouts",
    ):
        values[name] = with_known_source(values[name])
    for name in ("opening", "closing", "commemorates", "host_appointment"):
        if values[name] is not None:
            values[name] = next(iter(with_known_source([values[name]])), None)


def _known_actors(values: Values) -> None:
    """Add an actor for each key that a fact of the event names."""
    listed = {one.key for one in values["actors"]}
    named: set[str | None] = set()
    for one in (values["opening"], values["closing"]):
        named |= set() if one is None else {one.by, one.on_behalf_of}
    if values["host_appointment"] is not None:
        named.add(values["host_appointment"].appointed_by)
    named |= {one.stated_by for one in values["outcomes"]}
    for speech in values["speeches"]:
        named |= {speech.author, speech.reader, *(one.by for one in speech.quotations)}
    missing = sorted(one for one in named if one is not None and one not in listed)
    values["actors"] += tuple(Actor(key=key, body="A") for key in missing)


def _welfare_resource(values: Values) -> None:
    references = [n for n in ("worker", "organisation", "family") if values[n] is not None]
    for name in references[1:]:
        values[name] = None
    if references or values["name"] is not None:
        values["count"] = 1


def _ground_check_list(values: Values) -> None:
    by_id = {one.source_id or number: one for number, one in enumerate(values["rows"])}
    values["rows"] = tuple(by_id.values())


def _attendee(values: Values) -> None:
    _default("name", "A", "worker")(values)
    values["presences"] = tuple({one.session: one for one in values["presences"]}.values())


def _attendance_list(values: Values) -> None:
    values["sessions"] = tuple({one.key: one for one in values["sessions"]}.values())
    keys = {one.key for one in values["sessions"]}
    by_worker = {one.worker or number: one for number, one in enumerate(values["attendees"])}
    values["attendees"] = tuple(
        evolve(one, presences=tuple(each for each in one.presences if each.session in keys))
        for one in by_worker.values()
    )


def _proposal(values: Values) -> None:
    _default("database", WelfareScheme.DTSEN, "programme")(values)
    _default("beneficiary", BeneficiaryId("b"), "person")(values)
    values["steps"] = tuple(
        evolve(step, corrects=None) for step in values["steps"] if step.status is not None
    )


def _answer(values: Values) -> None:
    """Keep one value, and the unit of a number."""
    forms = ("yes_no", "choice", "number", "date", "text", "absence")
    given = [name for name in forms if values[name] is not None]
    for name in given[1:]:
        values[name] = None
    if not given:
        values["text"] = "A"
    if values["number"] is None:
        values["unit"] = None


def _assessment(values: Values) -> None:
    answers = {(one.question, one.choice): one for one in values["answers"]}
    values["answers"] = tuple(answers.values())


def _question(values: Values) -> None:
    """Keep the options and the unit that belong to the kind."""
    options = {one.code: one for one in values["options"]}
    values["options"] = tuple(options.values())
    if values["kind"] in {QuestionKind.PILIHAN, QuestionKind.PILIHAN_GANDA}:
        values["options"] = values["options"] or (AnswerOption(code="a", label="A"),)
    else:
        values["options"] = ()
    if values["kind"] is not QuestionKind.ANGKA:
        values["unit"] = None


def _instrument(values: Values) -> None:
    values["questions"] = tuple({one.code: one for one in values["questions"]}.values())


REPAIRS: Final[Mapping[str, Callable[[Values], object]]] = {
    "Actor": _actor,
    "Address": _default("rt", "001", "street", "hamlet", "rw", "region"),
    "Answer": _answer,
    "Assessment": _assessment,
    "Assignment": _assignment,
    "AttendanceList": _attendance_list,
    "Attendee": _attendee,
    "Beneficiary": _one_subject,
    "Board": _ordered_period,
    "Case": _case,
    "CaseFile": _case_file,
    "Certification": _ordered_period,
    "ProgrammeComponent": _ordered_period,
    "Consent": _consent,
    "DateRange": lambda values: _ordered_period(values, "start", "end"),
    "Delegation": _delegation,
    "Claim": _default("theme", "A", *CLAIMED),
    "Event": _event,
    "Family": _members,
    "OfficeHolder": _ordered_period,
    "GroundCheck": _default("source_id", "a-1", "person"),
    "GroundCheckList": _ground_check_list,
    "Household": _members,
    "Instrument": _instrument,
    "Membership": _ordered_period,
    "Organiser": _default("name", "A", "organisation"),
    "Participant": _default("name", "A", "worker"),
    "Participation": _ordered_period,
    "Person": _person,
    "Programme": _ordered_period,
    "Proposal": _proposal,
    "ProposalStep": _default("status", ProposalStatus.DIUSULKAN, "corrects"),
    "Question": _question,
    "Ranking": _default("name", "A", "origin"),
    "Referral": _referral,
    "Resident": _ordered_period,
    "Speaker": _default("name", "A", "office", "body"),
    "Step": _step,
    "WelfareResource": _welfare_resource,
    "Turnout": _turnout,
}
