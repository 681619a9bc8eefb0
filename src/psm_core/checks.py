"""Checks: what the world says of a record that is sound in itself.

A check needs the table of regions and a day, is given both, and only warns: what looks wrong can
be true life. A NIK keeps the region, birth date and sex of the day it was issued.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple, cast

from ._model import Path, is_model, order_key, plan
from .beneficiaries import Beneficiary, Classification
from .dates import age_on
from .errors import Issue, Severity
from .events import Event
from .people import Person
from .region_code import RegionCode
from .regions import RegionRegistry, RegionState
from .terms import (
    Citizenship,
    EligibilityRequirement,
    Pillar,
    PPKSCategory,
    RegionLevel,
    SubjectUnit,
    TrainingTier,
)
from .workers import Assignment, Worker

__all__ = ["check"]


class _World(NamedTuple):
    """What a check may ask besides the record."""

    regions: RegionRegistry
    today: date


def check(record: object, /, *, regions: RegionRegistry, today: date) -> tuple[Issue, ...]:
    """Return what looks doubtful in a record and all it holds, as warnings.

    Codes: ``delegation.outside``, ``event.delegations_missing``, ``nik.birth_date_differs``,
    ``nik.region_retired``, ``nik.region_unknown``, ``nik.region_unverified``,
    ``nik.sex_differs``, ``person.birth_date_future``, ``ppks.age``, ``ppks.sex``, ``ppks.unit``,
    ``psm.…`` (the seven requirements of Permensos 10/2019), ``region.retired``,
    ``region.unknown``, ``region.unverified``.

    Raises:
        TypeError: the object is not a record of psm_core.

    >>> from datetime import date
    >>> from psm_core import Address, RegionCode, checks
    >>> from psm_core.regions import bundled
    >>> moved = Address(region=RegionCode("91.01"))       # Merauke, until 2022
    >>> for issue in checks.check(moved, regions=bundled(), today=date(2025, 10, 10)):
    ...     print(issue.where, issue.code, issue.params["successor"])
    $.region region.retired 93.01

    """
    if not is_model(type(record)):
        raise TypeError(f"{type(record).__name__} is not a record of psm_core")
    return tuple(_checked(record, _World(regions, today), ()))


def _checked(value: object, world: _World, path: Path) -> Iterator[Issue]:
    if isinstance(value, RegionCode):
        yield from _region_doubts(value, world, path, "region.")
    elif type(value) in {tuple, frozenset}:
        held = cast("Iterable[object]", value)
        items = sorted(held, key=order_key) if type(value) is frozenset else held
        for number, item in enumerate(items):
            yield from _checked(item, world, (*path, number))
    elif is_model(type(value)):
        for rule in _RULES.get(type(value), ()):
            yield from (issue.under(*path) for issue in rule(value, world))
        for field in plan(type(value)).fields:
            yield from _checked(getattr(value, field.name), world, (*path, field.name))


def _doubt(code: str, *path: str | int, **params: str | int) -> Issue:
    return Issue(code, path, Severity.WARNING, params)


def _region_doubts(code: RegionCode, world: _World, path: Path, stem: str) -> Iterator[Issue]:
    status = world.regions.status(code)
    if status.state is RegionState.RETIRED:
        yield _doubt(f"{stem}retired", *path, successor=str(status.successor))
    elif status.state is not RegionState.CURRENT:
        yield _doubt(f"{stem}{status.state.value}", *path)


def _person_agrees_with_the_nik(person: Person, world: _World) -> Iterator[Issue]:
    if person.birth_date is not None and person.birth_date > world.today:
        yield _doubt("person.birth_date_future", "birth_date")
    if person.nik is None:
        return
    if person.birth_date is not None and person.birth_date not in person.nik.birth_dates:
        yield _doubt("nik.birth_date_differs", "birth_date")
    if person.sex is not None and person.sex is not person.nik.sex:
        yield _doubt("nik.sex_differs", "sex")
    yield from _region_doubts(person.nik.region, world, ("nik",), "nik.region_")


def _psm_is_eligible(worker: Worker, _: _World) -> Iterator[Issue]:
    roles: list[tuple[Path, Assignment]] = [
        (("assignments", number), role)
        for number, role in enumerate(worker.assignments)
        if role.pillar is Pillar.PSM
    ]
    for rule in _REQUIREMENTS:
        places = roles if rule.per_assignment else roles[:1]
        for path, role in places:
            met = rule.met(worker, role)
            if met or (met is None and rule.requirement in worker.attested):
                continue
            code = rule.code if met is False else f"{rule.code}_unproven"
            at = (*path, *rule.at) if rule.per_assignment else rule.at
            yield _doubt(code, *at, article=rule.requirement.source)


class _Requirement(NamedTuple):
    """One requirement of a PSM: its code, where it shows, and whether it is met (None: unknown)."""

    requirement: EligibilityRequirement
    code: str
    at: tuple[str, ...]
    met: Callable[[Worker, Assignment], bool | None]
    per_assignment: bool = False


def _is_citizen(worker: Worker, _: Assignment) -> bool | None:
    found = worker.person.citizenship
    return None if found is None else found is not Citizenship.WNA


def _lives_where_they_serve(worker: Worker, role: Assignment) -> bool | None:
    address = worker.person.ktp_address
    home = None if address is None else address.region
    if home is None:
        return None
    if home.is_within(role.serves):
        return True
    return None if role.serves.is_within(home) else False


def _is_of_age(worker: Worker, role: Assignment) -> bool | None:
    day = role.since if role.decree is None else role.decree.date
    born = worker.person.birth_date
    if born is None and worker.person.nik is not None:
        born = worker.person.nik.birth_date(as_of=day)
    return None if born is None else age_on(born, day) >= _ADULT


def _has_basic_training(worker: Worker, _: Assignment) -> bool | None:
    return any(one.tier is TrainingTier.DASAR for one in worker.trainings) or None


def _by_statement(_: Worker, __: Assignment) -> bool | None:
    return None


_ADULT = 18
_REQUIREMENTS = (
    _Requirement(
        EligibilityRequirement.WARGA_NEGARA_INDONESIA,
        "psm.citizenship",
        ("person", "citizenship"),
        _is_citizen,
    ),
    _Requirement(
        EligibilityRequirement.RELAWAN_SOSIAL, "psm.commitment", ("attested",), _by_statement
    ),
    _Requirement(
        EligibilityRequirement.KTP_SETEMPAT,
        "psm.domicile",
        ("serves",),
        _lives_where_they_serve,
        per_assignment=True,
    ),
    _Requirement(
        EligibilityRequirement.USIA, "psm.age", ("since",), _is_of_age, per_assignment=True
    ),
    _Requirement(EligibilityRequirement.BACA_TULIS, "psm.literacy", ("attested",), _by_statement),
    _Requirement(
        EligibilityRequirement.BERKELAKUAN_BAIK, "psm.conduct", ("attested",), _by_statement
    ),
    _Requirement(
        EligibilityRequirement.BIMBINGAN_TEKNIS_DASAR,
        "psm.training",
        ("trainings",),
        _has_basic_training,
    ),
)
"""The list of Permensos 10/2019 a to g, as restated by the licensing service of Kota Pasuruan."""


def _categories_fit_the_subject(who: Beneficiary, _: _World) -> Iterator[Issue]:
    for number, finding in enumerate(sorted(who.classifications, key=order_key)):
        category = finding.category
        if not isinstance(category, PPKSCategory):
            continue
        at = ("classifications", number, "category")
        if who.unit not in category.units and not _may_stand_for(who.unit, category):
            yield _doubt("ppks.unit", *at)
        if who.person is not None:
            yield from (issue.under(*at) for issue in _person_fits(who.person, category, finding))


def _may_stand_for(unit: SubjectUnit, category: PPKSCategory) -> bool:
    """Tell whether the unit stands for another: a community is recorded as a group."""
    return unit is SubjectUnit.KELOMPOK and SubjectUnit.MASYARAKAT in category.units


def _person_fits(
    person: Person, category: PPKSCategory, finding: Classification
) -> Iterator[Issue]:
    sex = person.sex or (person.nik.sex if person.nik else None)
    if category.sex is not None and sex is not None and sex is not category.sex:
        yield _doubt("ppks.sex")
    born = person.birth_date
    if born is None and person.nik is not None:
        born = person.nik.birth_date(as_of=finding.date)
    if born is None:
        return
    age = age_on(born, finding.date)
    bounds = {"least": category.min_age, "most": category.max_age}
    least, most = bounds["least"], bounds["most"]
    if (least is not None and age < least) or (most is not None and age > most):
        told = {name: bound for name, bound in bounds.items() if bound is not None}
        yield _doubt("ppks.age", **told)


def _delegations_fit_the_level(event: Event, world: _World) -> Iterator[Issue]:
    scope = event.scope
    if scope is None or scope not in world.regions:
        return
    if scope.level is RegionLevel.VILLAGE or not event.delegations:
        return
    for number, one in enumerate(event.delegations):
        if one.origin.parent != scope:
            yield _doubt("delegation.outside", "delegations", number, "origin")
    expected = [region.code for region in world.regions.children(scope)]
    if missing := event.missing_delegations(expected):
        yield _doubt(
            "event.delegations_missing", "delegations", missing=len(missing), expected=len(expected)
        )


_RULES: Mapping[type, tuple[Callable[[Any, _World], Iterator[Issue]], ...]] = {
    Beneficiary: (_categories_fit_the_subject,),
    Event: (_delegations_fit_the_level,),
    Person: (_person_agrees_with_the_nik,),
    Worker: (_psm_is_eligible,),
}
"""Record class → its checks. What a record holds is checked by the rules of its own class."""
