"""The context of a check, and helpers of several checks."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, NamedTuple

import attrs

from .._paths import Steps
from ..errors import Issue, Severity
from ..records.people import Person
from ..regions import RegionRegistry
from ..values.date_range import DateRange
from ..values.partial_date import AgeRange, ages_on, possible_dates
from ..values.region_code import RegionCode


class CheckContext(NamedTuple):
    """The data that a check uses in addition to the record."""

    regions: RegionRegistry
    as_of: date | None
    """The reference date. If it is None, checks that need one are skipped."""


Check = Callable[[Any, CheckContext], Iterator[Issue]]


def warning(code: str, *path: str | int, **params: str | int) -> Issue:
    """Return a warning, with a path relative to the checked record."""
    return Issue(code, path, Severity.WARNING, params)


def region_warnings(
    code: RegionCode, context: CheckContext, path: Steps, stem: str
) -> Iterator[Issue]:
    """Yield a warning if a region code is retired, unverified or unknown."""
    issue = context.regions.status(code).issue
    if issue is not None:
        yield attrs.evolve(issue, code=stem + issue.code.removeprefix("region."), path=path)


def birth_ranges(person: Person) -> list[DateRange]:
    """Return the possible days of the birth date, or else each birth date that the NIK can mean."""
    if person.birth_date is not None:
        return [possible_dates(person.birth_date)]
    return [] if person.nik is None else [possible_dates(one) for one in person.nik.birth_dates]


def person_ages(person: Person, day: date) -> list[AgeRange]:
    """Return the ages that the person can have had on a day.

    A NIK does not contain the century. Without a birth date, its dates after the day do not count.
    """
    if person.birth_date is not None:
        return [ages_on(person.birth_date, day)]
    dates = () if person.nik is None else person.nik.birth_dates
    return [ages_on(one, day) for one in dates if one <= day]


def current(code: RegionCode | None, context: CheckContext) -> RegionCode | None:
    """Return the current code of a region, or the code itself if no successor is known."""
    return None if code is None else context.regions.successor(code) or code
