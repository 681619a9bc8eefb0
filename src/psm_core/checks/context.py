"""The context of a check, and helpers of several checks."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, NamedTuple

import attrs

from .._core.invariants import Path
from ..errors import Issue, Severity
from ..records.people import Person
from ..regions import RegionRegistry
from ..values.dates import age_on
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
    code: RegionCode, context: CheckContext, path: Path, stem: str
) -> Iterator[Issue]:
    """Yield a warning if a region code is retired, unverified or unknown."""
    issue = context.regions.status(code).issue
    if issue is not None:
        yield attrs.evolve(issue, code=stem + issue.code.removeprefix("region."), path=path)


def birth_dates(person: Person) -> tuple[date, ...]:
    """Return the birth date, or else the birth dates that the NIK can mean."""
    if person.birth_date is not None:
        return (person.birth_date,)
    return () if person.nik is None else person.nik.birth_dates


def ages_on(person: Person, day: date) -> list[int]:
    """Return each age that the person can have had on a day.

    A NIK does not contain the century. Without a birth date, its dates after the day do not count.
    """
    born = birth_dates(person)
    return [age_on(one, day) for one in born if person.birth_date is not None or one <= day]


def current(code: RegionCode | None, context: CheckContext) -> RegionCode | None:
    """Return the current code of a region, or the code itself if no successor is known."""
    return None if code is None else context.regions.successor(code) or code
