"""Checks of dates: in the future, far in the past, before birth or after death.

`timing` in the declaration of a field states whether its date may be in the future.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Final, NamedTuple, cast

from .._core.record import PAST, PLANNED, Timing, is_record_class, record_info, sort_key
from .._paths import Steps
from ..errors import Issue
from ..records.beneficiaries import Beneficiary
from ..records.cases.case_file import CaseFile
from ..records.families import Membership, Resident
from ..records.ground_checks import GroundCheck
from ..records.people import Person
from ..records.proposals import Proposal
from ..records.workers import Worker
from ..terms import EndReason, StepKind
from ..values.date_range import DateRange
from ..values.dates import Quarter
from ..values.partial_date import PartialDate
from .context import Check, CheckContext, birth_ranges, warning

_MAX_YEARS_AHEAD: Final = 5
"""Nothing in this field is planned further ahead."""
_MAX_YEARS_TO_END: Final = 10
"""Terms of office last five years, certificates three to five."""
_FIRST_YEAR: Final = 1945
"""The Republic, with its offices, decrees and programmes, was founded in 1945."""
_SINCE_BIRTH: Final = (Membership, Resident)
"""Records whose dates may be before 1945, because membership can begin at birth."""
_AFTER_DEATH: Final = frozenset({StepKind.TERMINASI, StepKind.PEMBATALAN})
"""Steps of a case that may follow the death of the beneficiary."""


class _DatedField(NamedTuple):
    """The first and last day that a field can mean, and its path."""

    path: Steps
    first: dt.date
    last: dt.date


@cache
def _field_names(record_class: type, timing: Timing) -> tuple[str, ...]:
    return tuple(field.name for field in record_info(record_class).fields if field.timing is timing)


def _dated_fields(record: object, timing: Timing) -> Iterator[_DatedField]:
    record_class: type = type(record)
    for name in _field_names(record_class, timing):
        match getattr(record, name):
            case dt.date() as day:
                yield _DatedField((name,), day, day)
            case int() as year:
                yield _DatedField((name,), dt.date(year, 1, 1), dt.date(year, 12, 31))
            case PartialDate() as part:
                yield _DatedField((name,), part.earliest, part.latest)
            case DateRange(start=start, end=end):
                yield _DatedField((name, "start"), start, start)
                yield _DatedField((name, "end"), end, end)
            case Quarter() as quarter:
                yield _DatedField((name,), quarter.start, quarter.start)
            case _:
                pass


def dates_are_plausible(record: object, context: CheckContext) -> Iterator[Issue]:
    """Yield a warning for each date in the future, too far ahead, or before 1945."""
    yield from date_warnings(record, context.as_of)


def date_warnings(record: object, as_of: dt.date | None) -> Iterator[Issue]:
    """Yield the same, compared with a day, or without it only those before 1945."""
    past = list(_dated_fields(record, PAST))
    planned = list(_dated_fields(record, PLANNED))
    if type(record) not in _SINCE_BIRTH:
        for one in (*past, *planned):
            if one.last.year < _FIRST_YEAR:
                yield warning("date.far_past", *one.path, year=_FIRST_YEAR)
    if as_of is None:
        return
    for one in past:
        if one.first > as_of:
            yield warning("date.future", *one.path)
    for one in planned:
        years = _MAX_YEARS_TO_END if one.path == ("until",) else _MAX_YEARS_AHEAD
        if one.first.year > as_of.year + years:
            yield warning("date.far_future", *one.path, years=years)


def nothing_before_birth(
    record: Worker | Beneficiary | GroundCheck | Proposal, _: CheckContext
) -> Iterator[Issue]:
    """Yield a warning for each date before the birth of the person of a record."""
    if record.person is not None:
        yield from _before_birth(record, record.person)


def membership_starts_after_birth(
    record: Membership | Resident, _: CheckContext
) -> Iterator[Issue]:
    """Yield a warning if a member belongs to a family or household before birth."""
    yield from _before_birth(record, record.person)


def case_starts_after_birth(record: CaseFile, _: CheckContext) -> Iterator[Issue]:
    """Yield a warning for each step of a case before the birth of the beneficiary."""
    if record.beneficiary.person is not None:
        yield from (i.under("case") for i in _before_birth(record.case, record.beneficiary.person))


def status_starts_after_birth(person: Person, _: CheckContext) -> Iterator[Issue]:
    """Yield a warning for a death or a move before birth."""
    born = min((one.start for one in birth_ranges(person)), default=None)
    since = person.life_status_date
    if born is not None and since is not None and since < born:
        yield warning("date.before_birth", "life_status_date")


def nothing_after_death(worker: Worker, _: CheckContext) -> Iterator[Issue]:
    """Yield a warning for each date after the death of the worker.

    The death is that of the person, or the end of a role for this reason.
    """
    deaths = [
        one.until
        for one in worker.assignments
        if one.until is not None and one.end_reason is EndReason.MENINGGAL_DUNIA
    ]
    yield from _after(worker, min([*deaths, *_death_of(worker.person)], default=None))


def no_finding_after_death(beneficiary: Beneficiary, _: CheckContext) -> Iterator[Issue]:
    """Yield a warning for each classification after the death of the beneficiary.

    A verification may follow the death, because it may be how the death was found.
    """
    for one in _after(beneficiary, min(_death_of(beneficiary.person), default=None)):
        if one.path[0] == "classifications":
            yield one


def membership_starts_before_death(
    record: Membership | Resident, _: CheckContext
) -> Iterator[Issue]:
    """Yield a warning if a member joins a family or household after death."""
    yield from _after(record, min(_death_of(record.person), default=None))


def no_service_after_death(record: CaseFile, _: CheckContext) -> Iterator[Issue]:
    """Yield a warning for each step of a case after the death of the beneficiary.

    A step that ends the case or cancels another one may follow.
    """
    for death in _death_of(record.beneficiary.person):
        for number, step in enumerate(record.case.steps):
            if step.date > death and step.kind not in _AFTER_DEATH:
                yield warning("date.after_death", "case", "steps", number, "date")


def _death_of(person: Person | None) -> tuple[dt.date, ...]:
    death = None if person is None else person.death_date
    return () if death is None else (death,)


def _after(record: object, death: dt.date | None) -> Iterator[Issue]:
    if death is None:
        return
    for one in _past_dates(record, ()):
        if one.first > death:
            yield warning("date.after_death", *one.path)


def _before_birth(record: object, person: Person) -> Iterator[Issue]:
    born = min((one.start for one in birth_ranges(person)), default=None)
    if born is not None:
        for one in _past_dates(record, ()):
            if one.last < born:
                yield warning("date.before_birth", *one.path)


def _past_dates(value: object, path: Steps) -> Iterator[_DatedField]:
    """Yield the dates on which something was done, in a record and the records inside it.

    The fields of a person are left out.
    """
    if type(value) in {tuple, frozenset}:
        items = cast("Iterable[object]", value)
        ordered = sorted(items, key=sort_key) if type(value) is frozenset else items
        for number, item in enumerate(ordered):
            yield from _past_dates(item, (*path, number))
    elif is_record_class(type(value)) and type(value) is not Person:
        for one in _dated_fields(value, PAST):
            yield one._replace(path=(*path, *one.path))
        for field in record_info(type(value)).fields:
            yield from _past_dates(getattr(value, field.name), (*path, field.name))


CHECKS: Final[Mapping[type, tuple[Check, ...]]] = {
    Beneficiary: (nothing_before_birth, no_finding_after_death),
    CaseFile: (case_starts_after_birth, no_service_after_death),
    GroundCheck: (nothing_before_birth,),
    Membership: (membership_starts_after_birth, membership_starts_before_death),
    Person: (status_starts_after_birth,),
    Proposal: (nothing_before_birth,),
    Resident: (membership_starts_after_birth, membership_starts_before_death),
    Worker: (nothing_before_birth, nothing_after_death),
}
"""Record class → its checks in this module. `dates_are_plausible` applies to every class."""
