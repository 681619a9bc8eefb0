"""Checks: what is doubtful in a valid record, as warnings.

A check needs the table of regions, many need the current day too, and a check only warns: what
looks wrong can be true life. A NIK keeps the region, birth date and sex of the day it was issued.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import cast

from .._core.invariants import Path
from .._core.record import is_record_class, record_info, sort_key
from .._core.text import require_date
from ..errors import Issue
from ..records.beneficiaries import Beneficiary
from ..records.cases.case_file import CaseFile
from ..records.events.event import Event
from ..records.families import Family, Household, Membership, Resident
from ..records.people import Person
from ..records.workers import Worker
from ..regions import RegionRegistry
from ..values.region_code import RegionCode
from .context import Check, CheckContext, region_warnings
from .dates import CHECKS as OF_DAYS
from .dates import case_is_after_birth, member_is_born, nothing_after_death, nothing_before_birth
from .events import event_fits_its_scope
from .families import family_ages_are_plausible, household_ages_are_plausible
from .identity import person_agrees_with_the_numbers, person_has_a_plausible_age, person_is_of_age
from .ppks import categories_fit_the_subject
from .psm import psm_is_eligible, worker_is_no_child

__all__ = ["check"]


def check(
    record: object, /, *, regions: RegionRegistry, as_of: date | None = None
) -> tuple[Issue, ...]:
    """Return what looks doubtful in a record and all it holds, as warnings.

    Without `as_of`, whatever needs the current day is left out: the seven requirements of a PSM
    (which apply to roles held today) and each comparison with today.

    Codes: ``assignment.age``, ``date.after_death``, ``date.before_birth``, ``date.far_future``,
    ``date.far_past``, ``date.future``, ``delegation.outside``, ``event.delegations_missing``,
    ``event.host_outside``, ``event.year_differs``, ``family.age_gap``, ``kk.region_…``,
    ``kk.same_as_nik``, ``nik.birth_date_differs``, ``nik.region_…``, ``nik.repeated_digit``,
    ``nik.serial_zero``, ``nik.sex_differs``, ``person.birth_date_future``,
    ``person.birth_date_implausible``, ``person.education_age``, ``person.marriage_age``,
    ``person.occupation_age``, ``ppks.age``, ``ppks.sex``, ``ppks.unit``, ``psm.…`` (the seven
    requirements of Permensos 10/2019), ``region.…`` (each ``retired``, ``unknown`` or
    ``unverified``).

    Raises:
        TypeError: the object is not a record of psm_core, or `as_of` is no date.

    >>> from datetime import date
    >>> from psm_core import Address, RegionCode, checks
    >>> from psm_core.regions import load_regions
    >>> moved = Address(region=RegionCode("91.01"))       # Merauke, until 2022
    >>> for issue in checks.check(moved, regions=load_regions(), as_of=date(2025, 10, 10)):
    ...     print(issue.where, issue.code, issue.params["successor"])
    $.region region.retired 93.01

    """
    if not is_record_class(type(record)):
        raise TypeError(f"{type(record).__name__} is not a record of psm_core")
    if not isinstance(regions, RegionRegistry):  # pyright: ignore[reportUnnecessaryIsInstance] - not everybody checks types
        raise TypeError(f"a RegionRegistry is needed here, not {type(regions).__name__}")
    day = None if as_of is None else require_date(as_of)
    return tuple(_checked(record, CheckContext(regions, day), ()))


def _checked(value: object, context: CheckContext, path: Path) -> Iterator[Issue]:
    if isinstance(value, RegionCode):
        yield from region_warnings(value, context, path, "region.")
    elif type(value) in {tuple, frozenset}:
        held = cast("Iterable[object]", value)
        items = sorted(held, key=sort_key) if type(value) is frozenset else held
        for number, item in enumerate(items):
            yield from _checked(item, context, (*path, number))
    elif is_record_class(type(value)):
        for rule in _CHECKS.get(type(value), ()):
            yield from (issue.under(*path) for issue in rule(value, context))
        for field in record_info(type(value)).fields:
            yield from _checked(getattr(value, field.name), context, (*path, field.name))


_OF_CLASSES: Mapping[type, tuple[Check, ...]] = {
    Beneficiary: (categories_fit_the_subject, nothing_before_birth),
    CaseFile: (case_is_after_birth,),
    Event: (event_fits_its_scope,),
    Family: (family_ages_are_plausible,),
    Household: (household_ages_are_plausible,),
    Membership: (member_is_born,),
    Person: (person_agrees_with_the_numbers, person_has_a_plausible_age, person_is_of_age),
    Resident: (member_is_born,),
    Worker: (psm_is_eligible, worker_is_no_child, nothing_before_birth, nothing_after_death),
}
_CHECKS: Mapping[type, tuple[Check, ...]] = {
    kind: (*_OF_CLASSES.get(kind, ()), *OF_DAYS.get(kind, ()))
    for kind in _OF_CLASSES.keys() | OF_DAYS.keys()
}
"""Record class → its checks. What a record holds is checked by the rules of its own class."""
