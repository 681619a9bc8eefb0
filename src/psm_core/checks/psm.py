"""Checks of a worker: the requirements of Permensos 10/2019."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final, NamedTuple

from ..errors import Issue
from ..records.workers import Assignment, Worker
from ..terms import Citizenship, EligibilityRequirement, Pillar, RegionLevel, TrainingTier
from .context import Check, CheckContext, current, person_ages, warning


def psm_is_eligible(worker: Worker, context: CheckContext) -> Iterator[Issue]:
    """Compare each PSM role that has not ended with the requirements of a PSM.

    Source: Permensos 10/2019, as `EligibilityRequirement` cites it.
    """
    roles: list[tuple[tuple[str | int, ...], Assignment]] = [
        (("assignments", number), role)
        for number, role in enumerate(worker.assignments)
        if role.pillar is Pillar.PSM and _has_not_ended(role, context)
    ]
    for rule in _REQUIREMENTS:
        places = roles if rule.per_assignment else roles[:1]
        for path, role in places:
            met = rule.met(worker, role, context)
            if met or (met is None and rule.requirement in worker.attested_requirements):
                continue
            code = rule.code if met is False else f"{rule.code}_unproven"
            params = {"article": rule.requirement.source}
            at = role.effective_date_path if rule.at is None else rule.at
            if rule.at is None:
                params["day"] = role.effective_date.isoformat()
            issue = warning(code, *at, **params)
            yield issue.under(*path) if rule.per_assignment else issue


def worker_is_no_child(worker: Worker, context: CheckContext) -> Iterator[Issue]:
    """Yield a warning for each role of a small child. For a current PSM, `psm.age` reports it.

    Every possible age has to be so low.
    """
    for number, role in enumerate(worker.assignments):
        ages = person_ages(worker.person, role.effective_date)
        is_small_child = bool(ages) and all(
            one.minimum >= 0 and one.maximum < _YOUNGEST for one in ages
        )
        if is_small_child and not (role.pillar is Pillar.PSM and _has_not_ended(role, context)):
            day = role.effective_date.isoformat()
            issue = warning("assignment.age", *role.effective_date_path, minimum=_YOUNGEST, day=day)
            yield issue.under("assignments", number)


def _has_not_ended(role: Assignment, context: CheckContext) -> bool:
    """Return whether a role has certainly not ended. Without a reference date: False."""
    as_of = context.as_of
    if role.until is None:
        return as_of is not None and role.end_reason is None
    return as_of is not None and role.until >= as_of


class _Requirement(NamedTuple):
    """A requirement of a PSM: its code, the path of its issue, and whether it is met.

    `met` returns None if the record does not contain the answer. `at` is None for a requirement
    that depends on the date of the role: the issue is at that date.
    """

    requirement: EligibilityRequirement
    code: str
    at: tuple[str, ...] | None
    met: Callable[[Worker, Assignment, CheckContext], bool | None]
    per_assignment: bool = False


def _is_citizen(worker: Worker, _: Assignment, __: CheckContext) -> bool | None:
    match worker.person.citizenship:
        case Citizenship.WNI:
            return True
        case Citizenship.WNA:
            return False
        case _:  # two citizenships, or unknown
            return None


def _lives_where_they_serve(worker: Worker, role: Assignment, context: CheckContext) -> bool | None:
    """Compare the address on the KTP with the village served, both with current codes.

    The answer is False if neither area is inside the other, and True if both are the same village.
    It is unknown if one area contains the other, or if a code is unknown.
    """
    address = worker.person.ktp_address
    home, seat = (
        current(address.region if address else None, context),
        current(role.serves, context),
    )
    if home is None or seat is None or not {home, seat} <= context.regions.keys():
        return None
    if not home.is_within(seat) and not seat.is_within(home):
        return False
    return True if home == seat and seat.level is RegionLevel.VILLAGE else None


def _is_of_age(worker: Worker, role: Assignment, _: CheckContext) -> bool | None:
    day = role.effective_date
    verdicts = {age >= _ADULT for one in person_ages(worker.person, day) for age in one}
    return verdicts.pop() if len(verdicts) == 1 else None


def _has_basic_training(worker: Worker, _: Assignment, __: CheckContext) -> bool | None:
    return any(one.tier is TrainingTier.DASAR for one in worker.trainings) or None


def _by_statement(_: Worker, __: Assignment, ___: CheckContext) -> bool | None:
    return None


_ADULT = 18
_YOUNGEST = 13
"""No pillar accepts younger people: Karang Taruna accepts them from 13, the others later."""
_REQUIREMENTS = (
    _Requirement(
        EligibilityRequirement.WARGA_NEGARA_INDONESIA,
        "psm.citizenship",
        ("person", "citizenship"),
        _is_citizen,
    ),
    _Requirement(
        EligibilityRequirement.RELAWAN_SOSIAL,
        "psm.commitment",
        ("attested_requirements",),
        _by_statement,
    ),
    _Requirement(
        EligibilityRequirement.KTP_SETEMPAT,
        "psm.domicile",
        ("serves",),
        _lives_where_they_serve,
        per_assignment=True,
    ),
    _Requirement(EligibilityRequirement.USIA, "psm.age", None, _is_of_age, per_assignment=True),
    _Requirement(
        EligibilityRequirement.BACA_TULIS, "psm.literacy", ("attested_requirements",), _by_statement
    ),
    _Requirement(
        EligibilityRequirement.BERKELAKUAN_BAIK,
        "psm.conduct",
        ("attested_requirements",),
        _by_statement,
    ),
    _Requirement(
        EligibilityRequirement.BIMBINGAN_TEKNIS_DASAR,
        "psm.training",
        ("trainings",),
        _has_basic_training,
    ),
)
"""The list of Permensos 10/2019 a to g, as restated by the licensing service of Kota Pasuruan."""


CHECKS: Final[Mapping[type, tuple[Check, ...]]] = {
    Worker: (psm_is_eligible, worker_is_no_child),
}
"""Record class → its checks in this module."""
