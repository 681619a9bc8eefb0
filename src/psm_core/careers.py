"""The career of a worker in chronological order, and trainings recorded from events.

An event lists its participants. `add_attendance` adds an attended training to the worker's record,
such as the Bimtek dasar that Permensos 10/2019 requires.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Final, NamedTuple

from ._core.record import evolve
from .records.attendance import AttendanceList
from .records.events.event import Event
from .records.offices import Decree
from .records.workers import Assignment, Training, Worker
from .terms import CareerStep, EventKind, EventStatus, OrganiserRole, Pillar, TrainingTier
from .values.ids import WorkerId

__all__ = ["CareerEntry", "add_attendance", "attendees", "career"]

_NOT_HELD: Final = frozenset(EventStatus) - {EventStatus.BERLANGSUNG, EventStatus.TERLAKSANA}


class CareerEntry(NamedTuple):
    """One dated entry of a worker's career.

    >>> from datetime import date
    >>> from psm_core.careers import CareerEntry
    >>> from psm_core.terms import CareerStep, Pillar
    >>> entry = CareerEntry(date(2019, 8, 1), CareerStep.DITETAPKAN, Pillar.PSM, "001/SK/2019")
    >>> f"{entry.date:%Y} {entry.step.label} ({entry.pillar.name})"
    '2019 Ditetapkan (PSM)'
    """

    date: dt.date
    """The day; 1 January if only the year is known."""
    step: CareerStep
    """The kind of entry."""
    pillar: Pillar | None
    """The role that it concerns, if any."""
    detail: str
    """The number of the decree, the name of the training, or the reason for the end; or empty."""

    def __repr__(self) -> str:
        """Show day and kind only, because the detail is free text."""
        return f"<CareerEntry {self.date} {self.step.name}>"


def career(worker: Worker) -> tuple[CareerEntry, ...]:
    """Return the dated proposals, decrees, roles, trainings and certificates of a worker.

    The oldest entry is first. Entries without a date are left out. All roles are included.

    >>> from psm_core import NIK, Person, RegionCode
    >>> role = Assignment(pillar=Pillar.PSM, serves=RegionCode("63.10.09.2005"),
    ...                   proposed_on=dt.date(2019, 7, 1), since=dt.date(2019, 8, 1))
    >>> person = Person(nik=NIK("9901014108900001"), name="Contoh")
    >>> worker = Worker(id=WorkerId("psm-1"), person=person, assignments=(role,))
    >>> [(str(entry.date), entry.step.name) for entry in career(worker)]
    [('2019-07-01', 'DIUSULKAN'), ('2019-08-01', 'BERTUGAS')]

    """
    entries = [entry for role in worker.assignments for entry in _of_role(role)]
    entries += [
        CareerEntry(training.date, CareerStep.BIMTEK, None, training.name)
        for training in worker.trainings
        if training.date is not None
    ]
    for certificate in worker.certifications:
        day = certificate.since or (dt.date(certificate.year, 1, 1) if certificate.year else None)
        if day is not None:
            number = certificate.number or ""
            entries.append(CareerEntry(day, CareerStep.SERTIFIKASI, None, number))
    return tuple(sorted(entries, key=lambda entry: (entry.date, entry.step.code.zfill(2))))


def _of_role(role: Assignment) -> Iterator[CareerEntry]:
    def entry(day: dt.date | None, step: CareerStep, detail: str = "") -> Iterator[CareerEntry]:
        if day is not None:
            yield CareerEntry(day, step, role.pillar, detail)

    def of_decree(decree: Decree, step: CareerStep) -> Iterator[CareerEntry]:
        return entry(decree.date, step, decree.number)

    yield from entry(role.proposed_on, CareerStep.DIUSULKAN)
    if role.decree is not None:
        yield from of_decree(role.decree, CareerStep.DITETAPKAN)
    for renewal in role.renewals:
        yield from of_decree(renewal, CareerStep.DITETAPKAN_KEMBALI)
    yield from entry(role.since, CareerStep.BERTUGAS)
    reason = role.end_reason.label if role.end_reason else ""
    yield from entry(role.until, CareerStep.BERAKHIR, reason)


def attendees(event: Event) -> frozenset[WorkerId]:
    """Return the identifiers of the workers listed at an event, as participant or in a delegation.

    Nobody attended an event that is planned, confirmed, postponed or cancelled.

    >>> from psm_core import Delegation, Event, EventId, RegionCode, WorkerId, careers
    >>> from psm_core.terms import EventKind
    >>> ours = Delegation(origin=RegionCode("63.10"), members=frozenset({WorkerId("psm-1")}))
    >>> event = Event(id=EventId("e-1"), title="Temu Karya PSM", kind=EventKind.TEMU_KARYA,
    ...               delegations=(ours,))
    >>> careers.attendees(event)
    frozenset({WorkerId('psm-1')})
    """
    if event.status in _NOT_HELD:
        return frozenset()
    listed = {one.worker for one in event.participants if one.worker is not None}
    return frozenset(listed.union(*(one.members for one in event.delegations)))


def add_attendance(
    worker: Worker, attended: Event | AttendanceList, *, tier: TrainingTier | None = None
) -> Worker:
    """Return the worker with a training added, or unchanged if it is already there.

    The training is an event that lists the worker, or an attendance list. A list also gives the
    lesson hours that the worker attended, and the certificate. `tier` is the level of the training,
    which an event does not contain.

    Raises:
        ValueError: the worker is not listed at the event, or the event was not a training or has
            not been held; or the attendance list shows neither a presence nor a certificate of the
            worker.

    >>> from psm_core import NIK, Event, EventId, Participant, Person, Worker, WorkerId, careers
    >>> from psm_core.terms import EventKind, ParticipantKind, TrainingTier
    >>> person = Person(nik=NIK("9901014108900001"), name="Contoh")
    >>> worker = Worker(id=WorkerId("psm-1"), person=person)
    >>> came = Participant(kind=ParticipantKind.PESERTA, worker=worker.id)
    >>> event = Event(id=EventId("e-1"), title="Bimtek Dasar PSM", kind=EventKind.BIMTEK,
    ...               participants=(came,))
    >>> careers.add_attendance(worker, event, tier=TrainingTier.DASAR).trainings[0].event
    EventId('e-1')

    """
    if isinstance(attended, Event):
        training = _training_at_event(worker, attended, tier)
    else:
        training = _training_on_list(worker, attended, tier)
    if _identity(training) in map(_identity, worker.trainings):
        return worker
    return evolve(worker, trainings=(*worker.trainings, training))


def _identity(training: Training) -> object:
    """Return the event of a training, or else its name and day."""
    return training.event or (training.name, training.date)


def _training_at_event(worker: Worker, event: Event, tier: TrainingTier | None) -> Training:
    """Return the training of a worker who is listed at an event."""
    if event.status in _NOT_HELD:
        raise ValueError(f"the event {event.id} has not been held; correct its status if it was")
    if worker.id not in attendees(event):
        raise ValueError(f"{worker.id} is not listed at the event {event.id}")
    if _TRAININGS.isdisjoint({event.kind, *event.other_kinds}):
        raise ValueError(f"the event {event.id} was not a training (BIMTEK or PELATIHAN)")
    return Training(
        name=event.title[:_MAX_NAME_LENGTH],
        tier=tier,
        organiser=next((one.name for one in event.organisers if one.role is _ORGANISER), None),
        date=event.dates.end if event.dates else None,
        event=event.id,
    )


def _training_on_list(
    worker: Worker, attendance: AttendanceList, tier: TrainingTier | None
) -> Training:
    """Return the training of a worker on an attendance list; it ended with the last session."""
    one = attendance.attendee(worker.id)
    if one is None or not (one.attended or one.certificate_number):
        raise ValueError(f"the attendance list {attendance.id} shows no presence of {worker.id}")
    return Training(
        name=attendance.title[:_MAX_NAME_LENGTH],
        tier=tier or attendance.tier,
        organiser=attendance.organiser,
        date=max((session.date for session in attendance.sessions), default=None),
        hours=attendance.hours_of(one) if one.attended else one.certificate_hours,
        certificate_number=one.certificate_number,
        certificate_date=one.certificate_date,
        event=attendance.event,
    )


_TRAININGS = frozenset({EventKind.BIMTEK, EventKind.PELATIHAN})
_ORGANISER = OrganiserRole.PENYELENGGARA
_MAX_NAME_LENGTH = 200
