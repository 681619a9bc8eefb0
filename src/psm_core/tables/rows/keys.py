"""Values that two rows should not share: ids, numbers, and names with a place or a date."""

import re
from collections.abc import Callable, Collection, Hashable, Iterator
from operator import attrgetter
from typing import Any, Final

from ..._core.record import record_info
from ..._paths import Steps
from ...records.attendance import Attendee
from ...records.beneficiaries import Beneficiary
from ...records.cases.case import Case
from ...records.cases.case_file import CaseFile
from ...records.events.actors import Participant
from ...records.events.event import Event
from ...records.families import Family, Household, Membership, Resident
from ...records.ground_checks import GroundCheck
from ...records.organisations import Organisation
from ...records.people import Address, Person
from ...records.programmes import Participation
from ...records.proposals import Proposal
from ...records.welfare_resources import WelfareResource
from ...records.workers import Worker
from ...terms import RegionLevel
from ...values.region_code import RegionCode
from ...wire.versions import NAMES

EVERY: Final = "*"
_PEOPLE: Final[dict[type, tuple[Steps, ...]]] = {
    Beneficiary: (("person",), ("family", "memberships", EVERY, "person")),
    CaseFile: (("beneficiary", "person"),),
    Family: (("memberships", EVERY, "person"),),
    GroundCheck: (("person",),),
    Household: (("residents", EVERY, "person"),),
    Membership: (("person",),),
    Person: ((),),
    Resident: (("person",),),
    Worker: (("person",),),
}
"""Record class → paths of the people of a row."""
_FAMILIES: Final[dict[type, Steps]] = {
    Beneficiary: ("family",),
    Family: (),
}
_IDS: Final[dict[type, Steps]] = {CaseFile: ("case", "id")}
"""Record class → path of its id, if that is not ``id``."""

PERSON_REPEATED: Final = "table.person_duplicate"
Key = tuple[str, Steps, Hashable]
"""A value that two rows should not share: issue code, path, value."""


class RecordKeys:
    """The values of a record that two rows should not share."""

    def __init__(self, record_class: type, columns: Collection[Steps]) -> None:
        """Prepare for records of a class; `columns` are the paths that columns fill."""
        path = id_path(record_class)
        self.id_path: Steps | None = path if path in columns else None
        """The path of the id, if a column fills it."""
        self.people: tuple[Steps, ...] = people_paths(record_class)
        """The paths of the people of a record."""
        self._has_other_keys = has_other_keys(record_class)
        is_whole = record_class in NAMES
        names = (field.name for field in record_info(record_class).fields) if is_whole else ()
        self._fields = [name for name in names if name != "id"]

    def of(self, record: Any) -> list[Key]:  # noqa: ANN401 - a record of any class
        """Return the keys of a record; its whole value, if it has no other."""
        ids = [] if self.id_path is None else parts_at(record, self.id_path, ())
        keys: list[Key] = [("table.key_duplicate", path, id_key(one)) for path, one in ids]
        for places in self.people:
            for path, person in parts_at(record, places, ()):
                if person.nik is not None:
                    keys.append((PERSON_REPEATED, (*path, "nik"), person.nik.unmasked))
        if self._has_other_keys:
            keys += other_keys(record)
        if not keys and self._fields:
            values = tuple(getattr(record, name) for name in self._fields)
            keys.append(("table.row_duplicate", (), values))
        return keys


def id_path(record_class: type) -> Steps:
    """Return the path of the id of a record of a class."""
    return _IDS.get(record_class, ("id",))


def id_key(record_id: object) -> Hashable:
    """Return the key of an id, in which upper and lower case are the same."""
    return "id " + str(record_id).casefold()


def membership_key(number: str) -> Hashable:
    """Return the key of a membership number, in which blanks and case do not count."""
    return "membership " + "".join(number.split()).casefold()


def other_keys(record: object) -> Iterator[Key]:
    """Yield the keys of a record besides its id and the NIKs of its people."""
    for record_class, keys in _KEYS.items():
        if isinstance(record, record_class):
            yield from keys(record)


def has_other_keys(record_class: type) -> bool:
    """Return whether `other_keys` may yield a key of a record of a class."""
    return record_class in _KEYS


def _of_attendee(one: Attendee) -> Iterator[Key]:
    if one.worker is not None:
        yield "table.participant_duplicate", ("worker",), ("worker", str(one.worker).casefold())
    elif one.name is not None and one.organisation is not None:
        key = ("attendee", folded_words(one.name), folded_words(one.organisation))
        yield "table.participant_duplicate", ("name",), key


def _of_case(case: Case) -> Iterator[Key]:
    if case.steps:
        step = case.steps[0]
        referral = step.referral
        receiver = None if referral is None else (referral.receiver, referral.service)
        key = ("case", str(case.beneficiary).casefold(), step.date, step.kind, receiver)
        yield "table.case_duplicate", ("beneficiary",), key


def _of_event(event: Event) -> Iterator[Key]:
    """Yield a key for each participant, which includes the event; else one for the event."""
    for number, one in enumerate(event.participants):
        key = (event.title.casefold(), event.year, event.dates, _identity(one))
        yield "table.participant_duplicate", ("participants", number), key
    if not event.participants and event.dates is not None:
        title = folded_words(event.title)
        place = event.place and folded_words(event.place)
        where = (event.venue, event.host, place)
        yield "table.event_duplicate", ("title",), ("event", title, event.dates, where)


def _of_family(record: Family | Beneficiary) -> Iterator[Key]:
    for path, family in parts_at(record, _FAMILIES[type(record)], ()):
        if family.kk is not None:
            yield "table.family_duplicate", (*path, "kk"), ("kk", family.kk.unmasked)


def _of_ground_check(row: GroundCheck) -> Iterator[Key]:
    """Yield a key of source and name: the members of a family may have its id."""
    if row.source_id is not None and row.person is not None:
        key = ("source", row.source_id.casefold(), folded_words(row.person.name))
        yield "table.key_duplicate", ("source_id",), key


def _of_organisation(one: Organisation) -> Iterator[Key]:
    if is_village(one.region):
        key = (one.kind, folded_words(one.name), one.region, _neighbourhood(one.address))
        yield "table.organisation_duplicate", ("name",), key


def _of_participant(one: Participant) -> Iterator[Key]:
    yield "table.participant_duplicate", (), _identity(one)


def _of_participation(one: Participation) -> Iterator[Key]:
    """Yield a key of recipient, programme, goods and dates."""
    goods = None if one.goods is None else one.goods.casefold()
    day = one.decided_on if one.since is None else one.since
    identity = str(one.recipient).casefold(), str(one.programme).casefold()
    key = (*identity, goods, day, one.until)
    yield "table.participation_duplicate", ("recipient",), key


def _of_proposal(one: Proposal) -> Iterator[Key]:
    """Yield a key of beneficiary, programme and day of the proposal."""
    person = one.person
    if one.beneficiary is not None:
        path: Steps = ("beneficiary",)
        who = str(one.beneficiary).casefold()
    elif person is not None and person.nik is not None:
        path, who = ("person", "nik"), person.nik.unmasked
    else:
        return
    day = one.steps[0].date if one.steps else None
    programme = one.programme and str(one.programme).casefold()
    yield "table.proposal_duplicate", path, ("proposal", who, programme, one.database, day)


def _of_resource(one: WelfareResource) -> Iterator[Key]:
    if is_village(one.region):
        name = one.name and folded_words(one.name)
        more = (one.date, one.source) if name is None else _neighbourhood(one.address)
        if name is not None or one.count is not None:
            yield "table.resource_duplicate", ("kind",), (one.kind, name, one.region, more)


def _of_worker(one: Worker) -> Iterator[Key]:
    if one.membership_number is not None:
        key = membership_key(one.membership_number)
        yield "table.membership_duplicate", ("membership_number",), key


_KEYS: Final[dict[type, Callable[[Any], Iterator[Key]]]] = {
    Attendee: _of_attendee,
    Beneficiary: _of_family,
    Case: _of_case,
    Event: _of_event,
    Family: _of_family,
    GroundCheck: _of_ground_check,
    Organisation: _of_organisation,
    Participant: _of_participant,
    Participation: _of_participation,
    Proposal: _of_proposal,
    WelfareResource: _of_resource,
    Worker: _of_worker,
}
"""Record class → the keys of a record besides its id and the NIKs of its people."""


def folded_words(text: str) -> str:
    """Return the letters and digits of a text in lower case, with single blanks.

    >>> folded_words("KT. Mekar-Jaya")
    'kt mekar jaya'
    """
    return " ".join(re.findall(r"\w+", text.casefold()))


def is_village(region: RegionCode | None) -> bool:
    """Return whether a region is known to be a village."""
    return region is not None and region.level is RegionLevel.VILLAGE


def _neighbourhood(address: Address | None) -> Hashable:
    """Return RT and RW of an address: organisations of the same name may differ in these."""
    return address and (address.rt, address.rw)


def _identity(one: Participant) -> Hashable:
    """Return the worker id of a participant, or else kind, name and origin."""
    if one.worker is not None:
        return str(one.worker).casefold()
    return (one.kind, one.name and one.name.casefold(), one.origin)


def people_paths(record_class: type) -> tuple[Steps, ...]:
    """Return the paths of the people in a record of a class; ``*`` stands for every item."""
    return _PEOPLE.get(record_class, ())


def person_getter(record_class: type) -> Callable[[Any], Person | None] | None:
    """Return a function that returns the only person of a record, if its class has one at most."""
    if record_class is Person:
        return lambda person: person
    is_direct = people_paths(record_class) == (("person",),)
    return attrgetter("person") if is_direct else None


def parts_at(part: Any, steps: Steps, path: Steps) -> list[tuple[Steps, Any]]:  # noqa: ANN401 - a part of a record
    """Return (path, part) for every part of a record at some steps; ``*`` matches every item."""
    for number, step in enumerate(steps):
        if step == EVERY:
            below = steps[number + 1 :]
            each = (parts_at(item, below, (*path, index)) for index, item in enumerate(part))
            return [found for parts in each for found in parts]
        part = getattr(part, str(step))
        path = (*path, step)
        if part is None:
            return []
    return [(path, part)]
