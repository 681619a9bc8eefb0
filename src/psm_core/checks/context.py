"""What a check is given beside the record, and what several checks ask."""

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
    """What a check may ask beside the record."""

    regions: RegionRegistry
    as_of: date | None
    """None when no day was given: what needs one is not checked."""


Check = Callable[[Any, CheckContext], Iterator[Issue]]


def warning(code: str, *path: str | int, **params: str | int) -> Issue:
    """Return a warning at a path seen from the record."""
    return Issue(code, path, Severity.WARNING, params)


def region_warnings(
    code: RegionCode, context: CheckContext, path: Path, stem: str
) -> Iterator[Issue]:
    """Yield a warning when a region code is retired, unverified or unknown."""
    issue = context.regions.status(code).issue
    if issue is not None:
        yield attrs.evolve(issue, code=stem + issue.code.removeprefix("region."), path=path)


def births(person: Person) -> tuple[date, ...]:
    """Return the birth date, or else those that the NIK can mean."""
    if person.birth_date is not None:
        return (person.birth_date,)
    return () if person.nik is None else person.nik.birth_dates


def ages_on(person: Person, day: date) -> list[int]:
    """Return each age that the person can have had on a day.

    A bare NIK leaves the century open, but nobody was found or appointed before being born.
    """
    born = births(person)
    return [age_on(one, day) for one in born if person.birth_date is not None or one <= day]


def current(code: RegionCode | None, context: CheckContext) -> RegionCode | None:
    """Return the code that a region bears now, as far as the table knows."""
    return None if code is None else context.regions.successor(code) or code
