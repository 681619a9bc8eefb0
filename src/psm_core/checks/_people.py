"""Checks of a person: the numbers against the other facts."""

from collections.abc import Iterator

from ..errors import Issue
from ..people import Person
from ._context import CheckContext, region_warnings, warning


def person_agrees_with_the_numbers(person: Person, context: CheckContext) -> Iterator[Issue]:
    born, today = person.birth_date, context.today
    if born is not None and today is not None and born > today:
        yield warning("person.birth_date_future", "birth_date")
    if person.kk is not None:
        yield from region_warnings(person.kk.region, context, ("kk",), "kk.region_")
    nik = person.nik
    if nik is None:
        return
    if person.birth_date is not None and person.birth_date not in nik.birth_dates:
        yield warning("nik.birth_date_differs", "birth_date")
    if person.sex is not None and person.sex is not nik.sex:
        yield warning("nik.sex_differs", "sex")
    if nik.serial == 0:
        yield warning("nik.serial_zero", "nik")
    if len(set(nik.digits)) == 1:
        yield warning("nik.repeated_digit", "nik")
    if person.kk is not None and person.kk.digits == nik.digits:
        yield warning("kk.same_as_nik", "kk")
    yield from region_warnings(nik.region, context, ("nik",), "nik.region_")
