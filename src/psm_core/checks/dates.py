"""Checks of days: in the future, before the birth of the person, before living memory.

The tables name the fields. What is planned may lie ahead; what was done may not.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple, cast

from .._core.invariants import Path
from .._core.record import is_record_class, record_info, sort_key
from ..errors import Issue
from ..records.beneficiaries import Beneficiary, Classification, RegisterMatch, Verdict
from ..records.cases.case import Step
from ..records.cases.case_file import CaseFile
from ..records.cases.referrals import Consent
from ..records.events.event import Event
from ..records.events.facts import DateClaim, Figure, Source
from ..records.events.proceedings import AgendaItem
from ..records.families import Membership, Resident, WelfareRank
from ..records.offices import Decree
from ..records.organisations import Board, OfficeHolder
from ..records.people import Person
from ..records.programmes import Participation, Programme
from ..records.workers import Assignment, Certification, Training, Worker
from ..terms import EndReason
from ..values.dates import DateRange, Quarter
from .context import Check, CheckContext, births, warning

DONE: Final[Mapping[type, tuple[str, ...]]] = {
    Assignment: ("proposed_on", "since", "listed_on"),
    Certification: ("since", "year"),
    Classification: ("date",),
    Consent: ("date", "withdrawn"),
    Decree: ("date",),
    Figure: ("date",),
    RegisterMatch: ("date",),
    Membership: ("since",),
    Participation: ("proposed_on",),
    Resident: ("since",),
    Source: ("date",),
    Step: ("date",),
    Training: ("date",),
    Verdict: ("date",),
    WelfareRank: ("period",),
}
"""Record class → its fields that say when something was done: never in the future."""

PLANNED: Final[Mapping[type, tuple[str, ...]]] = {
    AgendaItem: ("day",),
    Assignment: ("until",),
    Board: ("since", "until"),
    Certification: ("until",),
    DateClaim: ("dates",),
    Event: ("dates", "year", "peak"),
    OfficeHolder: ("since", "until"),
    Membership: ("until",),
    Participation: ("since", "until"),
    Programme: ("since", "until"),
    Resident: ("until",),
}
"""Record class → its fields whose day may lie ahead, but not by many years."""

_FAR: Final = 5
"""By how many years a beginning is far ahead: nothing of the field is planned for longer."""
_FAR_END: Final = 10
"""By how many years an end is: terms of office last five years, certificates three to five."""
_FIRST_YEAR: Final = 1945
"""The Republic, whose offices, decrees and programmes these are, is of 1945."""
_OF_PEOPLE: Final = (Membership, Resident)
"""A person may have belonged to a family since birth."""


class _Day(NamedTuple):
    """A day or a longer time that a field gives, and where."""

    path: Path
    first: dt.date
    last: dt.date


def _days_of(record: object, names: Iterable[str]) -> Iterator[_Day]:
    for name in names:
        match getattr(record, name):
            case dt.date() as day:
                yield _Day((name,), day, day)
            case int() as year:
                yield _Day((name,), dt.date(year, 1, 1), dt.date(year, 12, 31))
            case DateRange(start=start, end=end):
                yield _Day((name, "start"), start, start)
                yield _Day((name, "end"), end, end)
            case Quarter() as quarter:
                yield _Day((name,), quarter.start, quarter.start)
            case _:
                pass


def days_are_plausible(record: object, context: CheckContext) -> Iterator[Issue]:
    """Yield a warning for each day in the future, far ahead, or before 1945."""
    kind, as_of = type(record), context.as_of
    done = list(_days_of(record, DONE.get(kind, ())))
    planned = list(_days_of(record, PLANNED.get(kind, ())))
    if kind not in _OF_PEOPLE:
        for day in (*done, *planned):
            if day.last.year < _FIRST_YEAR:
                yield warning("date.far_past", *day.path, year=_FIRST_YEAR)
    if as_of is None:
        return
    for day in done:
        if day.first > as_of:
            yield warning("date.future", *day.path)
    for day in planned:
        years = _FAR_END if day.path == ("until",) else _FAR
        if day.first.year > as_of.year + years:
            yield warning("date.far_future", *day.path, years=years)


def nothing_before_birth(record: Worker | Beneficiary, _: CheckContext) -> Iterator[Issue]:
    """Yield a warning for each thing done before the birth of the person it is about."""
    if record.person is not None:
        yield from _before_birth(record, record.person)


def member_is_born(record: Membership | Resident, _: CheckContext) -> Iterator[Issue]:
    """Yield a warning for a member of a family before birth."""
    yield from _before_birth(record, record.person)


def case_is_after_birth(record: CaseFile, _: CheckContext) -> Iterator[Issue]:
    """Yield a warning for each step of a case before the birth of the beneficiary."""
    if record.beneficiary.person is not None:
        yield from (i.under("case") for i in _before_birth(record.case, record.beneficiary.person))


def nothing_after_death(worker: Worker, _: CheckContext) -> Iterator[Issue]:
    """Yield a warning for each thing done after a role that ended by death."""
    deaths = [
        one.until
        for one in worker.assignments
        if one.until is not None and one.end_reason is EndReason.MENINGGAL_DUNIA
    ]
    for day in _done_in(worker, ()) if deaths else ():
        if day.first > min(deaths):
            yield warning("date.after_death", *day.path)


def _before_birth(record: object, person: Person) -> Iterator[Issue]:
    born = min(births(person), default=None)
    if born is not None:
        for day in _done_in(record, ()):
            if day.last < born:
                yield warning("date.before_birth", *day.path)


def _done_in(value: object, path: Path) -> Iterator[_Day]:
    """Yield the days on which something was done, of a record and of those it holds but people."""
    if type(value) in {tuple, frozenset}:
        held = cast("Iterable[object]", value)
        items = sorted(held, key=sort_key) if type(value) is frozenset else held
        for number, item in enumerate(items):
            yield from _done_in(item, (*path, number))
    elif is_record_class(type(value)) and type(value) is not Person:
        for day in _days_of(value, DONE.get(type(value), ())):
            yield day._replace(path=(*path, *day.path))
        for field in record_info(type(value)).fields:
            yield from _done_in(getattr(value, field.name), (*path, field.name))


_OF_SUBJECTS: Final[Mapping[type, tuple[Check, ...]]] = {
    Beneficiary: (nothing_before_birth,),
    CaseFile: (case_is_after_birth,),
    Membership: (member_is_born,),
    Resident: (member_is_born,),
    Worker: (nothing_before_birth, nothing_after_death),
}
CHECKS: Final[Mapping[type, tuple[Check, ...]]] = {
    record_class: (
        *_OF_SUBJECTS.get(record_class, ()),
        *([days_are_plausible] if record_class in DONE.keys() | PLANNED.keys() else []),
    )
    for record_class in _OF_SUBJECTS.keys() | DONE.keys() | PLANNED.keys()
}
"""Record class → its checks in this module."""
