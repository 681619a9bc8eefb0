"""Checks: what the world says of a record that is sound in itself.

A check needs the table of regions and a day, is given both, and only warns: what looks wrong can
be true life. A NIK keeps the region, birth date and sex of the day it was issued.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple, cast

import attrs

from ._model import is_model, order_key, plan
from ._rules import Path
from ._text import plain_day
from .beneficiaries import Beneficiary, Classification
from .dates import age_on
from .errors import Issue, Severity
from .events import Event
from .people import Person
from .region_code import RegionCode
from .regions import RegionRegistry
from .terms import (
    Citizenship,
    EligibilityRequirement,
    EventLevel,
    Pillar,
    PPKSCategory,
    RegionLevel,
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

    Codes: ``delegation.outside``, ``event.delegations_missing``, ``event.host_outside``,
    ``event.year_differs``, ``kk.region_…``, ``kk.same_as_nik``, ``nik.birth_date_differs``,
    ``nik.region_…``, ``nik.repeated_digit``, ``nik.serial_zero``, ``nik.sex_differs``,
    ``person.birth_date_future``, ``ppks.age``, ``ppks.sex``, ``ppks.unit``, ``psm.…`` (the seven
    requirements of Permensos 10/2019), ``region.…`` (each ``retired``, ``unknown`` or
    ``unverified``).

    Raises:
        TypeError: the object is not a record of psm_core, or `today` is no date.

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
    if not isinstance(regions, RegionRegistry):  # pyright: ignore[reportUnnecessaryIsInstance] - not everybody checks types
        raise TypeError(f"a RegionRegistry is needed here, not {type(regions).__name__}")
    return tuple(_checked(record, _World(regions, plain_day(today)), ()))


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
    issue = world.regions.status(code).issue
    if issue is not None:
        yield attrs.evolve(issue, code=stem + issue.code.removeprefix("region."), path=path)


def _person_agrees_with_the_numbers(person: Person, world: _World) -> Iterator[Issue]:
    if person.birth_date is not None and person.birth_date > world.today:
        yield _doubt("person.birth_date_future", "birth_date")
    if person.kk is not None:
        yield from _region_doubts(person.kk.region, world, ("kk",), "kk.region_")
    nik = person.nik
    if nik is None:
        return
    if person.birth_date is not None and person.birth_date not in nik.birth_dates:
        yield _doubt("nik.birth_date_differs", "birth_date")
    if person.sex is not None and person.sex is not nik.sex:
        yield _doubt("nik.sex_differs", "sex")
    if nik.serial == 0:
        yield _doubt("nik.serial_zero", "nik")
    if len(set(nik.digits)) == 1:
        yield _doubt("nik.repeated_digit", "nik")
    if person.kk is not None and person.kk.digits == nik.digits:
        yield _doubt("kk.same_as_nik", "kk")
    yield from _region_doubts(nik.region, world, ("nik",), "nik.region_")


def _ages(person: Person, day: date) -> list[int]:
    """Return each age that the person can have had on a day.

    A bare NIK leaves the century open, but nobody was found or appointed before being born.
    """
    if person.birth_date is not None:
        return [age_on(person.birth_date, day)]
    born = () if person.nik is None else person.nik.birth_dates
    return [age_on(one, day) for one in born if one <= day]


def _now(code: RegionCode | None, world: _World) -> RegionCode | None:
    """Return the code that a region bears now, as far as the table knows."""
    return None if code is None else world.regions.successor(code) or code


def _psm_is_eligible(worker: Worker, world: _World) -> Iterator[Issue]:
    """Hold each PSM role that has not ended against the list of Permensos 10/2019."""
    roles: list[tuple[Path, Assignment]] = [
        (("assignments", number), role)
        for number, role in enumerate(worker.assignments)
        if role.pillar is Pillar.PSM and (role.until is None or role.until >= world.today)
    ]
    for rule in _REQUIREMENTS:
        places = roles if rule.per_assignment else roles[:1]
        for path, role in places:
            met = rule.met(worker, role, world)
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
    met: Callable[[Worker, Assignment, _World], bool | None]
    per_assignment: bool = False


def _is_citizen(worker: Worker, _: Assignment, __: _World) -> bool | None:
    match worker.person.citizenship:
        case Citizenship.WNI:
            return True
        case Citizenship.WNA:
            return False
        case _:  # two citizenships, or not told
            return None


def _lives_where_they_serve(worker: Worker, role: Assignment, world: _World) -> bool | None:
    """Compare the address on the card with the village served, both by the codes of today.

    Two areas of which neither lies in the other settle it; so does one village. A larger area that
    holds the other, or a code that the table does not have, settles nothing.
    """
    address = worker.person.ktp_address
    home, seat = _now(address.region if address else None, world), _now(role.serves, world)
    if home is None or seat is None or not {home, seat} <= world.regions.keys():
        return None
    if not home.is_within(seat) and not seat.is_within(home):
        return False
    return True if home == seat and seat.level is RegionLevel.VILLAGE else None


def _is_of_age(worker: Worker, role: Assignment, _: _World) -> bool | None:
    day = role.counts_from
    verdicts = {age >= _ADULT for age in _ages(worker.person, day)}
    return verdicts.pop() if len(verdicts) == 1 else None


def _has_basic_training(worker: Worker, _: Assignment, __: _World) -> bool | None:
    return any(one.tier is TrainingTier.DASAR for one in worker.trainings) or None


def _by_statement(_: Worker, __: Assignment, ___: _World) -> bool | None:
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
        if who.unit not in category.units:
            yield _doubt("ppks.unit", *at)
        if who.person is not None:
            yield from (issue.under(*at) for issue in _person_fits(who.person, category, finding))


def _person_fits(
    person: Person, category: PPKSCategory, finding: Classification
) -> Iterator[Issue]:
    sex = person.sex or (person.nik.sex if person.nik else None)
    if category.sex is not None and sex is not None and sex is not category.sex:
        yield _doubt("ppks.sex")
    ages = _ages(person, finding.date)
    least = -math.inf if category.min_age is None else category.min_age
    most = math.inf if category.max_age is None else category.max_age
    if ages and not any(least <= age <= most for age in ages):
        bounds = {"least": category.min_age, "most": category.max_age}
        yield _doubt("ppks.age", **{name: n for name, n in bounds.items() if n is not None})


def _event_fits_its_scope(event: Event, world: _World) -> Iterator[Issue]:
    if event.year is not None and event.dates is not None:
        first, last = event.dates.start.year, event.dates.end.year
        if not first <= event.year <= last:
            yield _doubt("event.year_differs", "year")
    scope = _now(event.scope, world)
    host = _now(event.host, world)
    if scope is None and event.level is not EventLevel.NASIONAL:
        return
    if scope is not None and host is not None and not host.is_within(scope):
        yield _doubt("event.host_outside", "host")
    if scope is None or (scope in world.regions and scope.level is not RegionLevel.VILLAGE):
        yield from _delegations_fit_the_scope(event, scope, world)


def _delegations_fit_the_scope(
    event: Event, scope: RegionCode | None, world: _World
) -> Iterator[Issue]:
    """Hold the delegations of regions against those right below the scope, or the provinces."""
    came: set[RegionCode] = set()
    for number, one in enumerate(event.delegations):
        origin = _now(one.origin, world)
        if origin is None:
            continue
        came.add(origin)
        if scope not in {origin, origin.parent}:
            yield _doubt("delegation.outside", "delegations", number, "origin")
    expected = [region.code for region in world.regions.children(scope)]
    missing = [code for code in expected if code not in came] if came else []
    if missing:
        yield _doubt(
            "event.delegations_missing", "delegations", missing=len(missing), expected=len(expected)
        )


_RULES: Mapping[type, tuple[Callable[[Any, _World], Iterator[Issue]], ...]] = {
    Beneficiary: (_categories_fit_the_subject,),
    Event: (_event_fits_its_scope,),
    Person: (_person_agrees_with_the_numbers,),
    Worker: (_psm_is_eligible,),
}
"""Record class → its checks. What a record holds is checked by the rules of its own class."""
