"""Attendance lists (*daftar hadir*): who attended which session, and the certificates."""

import datetime as dt
from operator import attrgetter

from .._core.invariants import Verdict, at_least_one, invariant, unique
from .._core.record import NONE, PAST, PLANNED, SPESIFIK, UMUM, field, record_class
from ..terms import PresenceMark, TrainingTier
from ..values.extensions import NO_EXTENSIONS, Extensions
from ..values.ids import AttendanceListId, EventId, WorkerId

__all__ = ["AttendanceList", "Attendee", "Presence", "Session"]


@record_class
class Session:
    """A session of a training or an event, or a whole day of it.

    Raises:
        ValidationError: the issues of each field.

    >>> from datetime import date, time
    >>> from psm_core import Session
    >>> opening = Session(key="h1-1", date=date(2025, 10, 13), title="Etika relawan sosial",
    ...                   start=time(8, 0), end=time(9, 30), hours=2)
    >>> opening.hours
    2

    """

    key: str = field(NONE, max_length=40)
    """A short name by which presences refer to it, such as ``1`` or ``hari-1-sesi-2``."""
    date: dt.date = field(NONE, timing=PLANNED)
    """The day."""
    title: str | None = field(NONE, default=None)
    """The title or the subject."""
    start: dt.time | None = field(NONE, default=None)
    """The start, in local time."""
    end: dt.time | None = field(NONE, default=None)
    """The end, in local time. It may be after midnight."""
    hours: int | None = field(NONE, default=None, maximum=24)
    """*Jam pelajaran* (JP): the lesson hours that it counts."""


@record_class
class Presence:
    """What the list shows for a person at a session. No presence means that nothing is known.

    Raises:
        ValidationError: the issues of each field.

    >>> from psm_core import Presence
    >>> from psm_core.terms import PresenceMark
    >>> Presence(session="1", mark=PresenceMark.parse("TTD")).mark.is_present
    True

    """

    session: str = field(NONE, max_length=40)
    """The `key` of the session."""
    mark: PresenceMark = field(UMUM)
    """Signature, present, excused or absent."""


@record_class
class Attendee:
    """A person on an attendance list, with the presences and the certificate.

    Raises:
        ValidationError: ``attendee.unidentified`` if neither a worker nor a name is given,
            ``attendee.session_duplicate`` if two presences are of one session, and the issues of
            each field.

    >>> from psm_core import Attendee, Presence, WorkerId
    >>> from psm_core.terms import PresenceMark
    >>> one = Attendee(worker=WorkerId("psm-1"), presences=(
    ...     Presence(session="1", mark=PresenceMark.TANDA_TANGAN),
    ...     Presence(session="2", mark=PresenceMark.IZIN),
    ... ))
    >>> one.attended
    frozenset({'1'})

    """

    worker: WorkerId | None = field(UMUM, default=None)
    """The identifier of the worker's record."""
    name: str | None = field(UMUM, default=None)
    """The name, if the person has no record."""
    organisation: str | None = field(UMUM, default=None)
    """*Instansi/jabatan*: the organisation, village or post, as written."""
    presences: tuple[Presence, ...] = field(UMUM, default=())
    """The presences, one for each session at most."""
    certificate_number: str | None = field(UMUM, default=None, max_length=100)
    """The number of the certificate of attendance, as printed."""
    certificate_date: dt.date | None = field(NONE, default=None, timing=PAST)
    """The day on which the certificate was issued."""
    certificate_hours: int | None = field(NONE, default=None, maximum=1000)
    """The lesson hours (JP) that the certificate states."""

    _is_somebody = at_least_one("attendee.unidentified", "worker", "name", at="worker")

    _each_session_once = unique(
        "attendee.session_duplicate", "presences", attrgetter("session"), below="session"
    )

    @property
    def attended(self) -> frozenset[str]:
        """The keys of the sessions at which the person was present."""
        return frozenset(one.session for one in self.presences if one.mark.is_present)


@record_class
class AttendanceList:
    """Daftar hadir: the sessions of a training or an event, and the people on its lists.

    Raises:
        ValidationError: ``attendance.session_duplicate`` if two sessions have the same key,
            ``attendance.session_unknown`` if a presence names no session of the list,
            ``attendance.attendee_duplicate`` if a worker is listed twice, and the issues of each
            field.

    >>> from datetime import date
    >>> from psm_core import AttendanceList, AttendanceListId, Attendee, Presence, Session
    >>> from psm_core.terms import PresenceMark
    >>> days = (Session(key="1", date=date(2025, 10, 13), hours=8),
    ...         Session(key="2", date=date(2025, 10, 14), hours=6))
    >>> somebody = Attendee(name="Contoh",
    ...                     presences=(Presence(session="2", mark=PresenceMark.HADIR),))
    >>> attendance = AttendanceList(id=AttendanceListId("dh-1"), title="Bimtek Dasar PSM",
    ...                             sessions=days, attendees=(somebody,))
    >>> attendance.hours, attendance.hours_of(somebody)
    (14, 6)

    """

    id: AttendanceListId = field(NONE)
    """The identifier of this record in its register."""
    title: str = field(NONE, max_length=300)
    """The name of the training or event, as on the list."""
    event: EventId | None = field(NONE, default=None)
    """The event, if there is a record of it."""
    organiser: str | None = field(NONE, default=None)
    """The organiser."""
    tier: TrainingTier | None = field(NONE, default=None)
    """The level of the training, if it is one for PSM."""
    sessions: tuple[Session, ...] = field(NONE, default=())
    """The sessions, in order."""
    attendees: tuple[Attendee, ...] = field(UMUM, default=())
    """The people on the list."""
    extensions: Extensions = field(SPESIFIK, default=NO_EXTENSIONS)
    """Custom fields of an application, by namespace."""

    _each_session_once = unique(
        "attendance.session_duplicate", "sessions", attrgetter("key"), below="key"
    )
    _each_worker_once = unique(
        "attendance.attendee_duplicate", "attendees", attrgetter("worker"), below="worker"
    )

    @invariant("attendance.session_unknown", at="attendees")
    @staticmethod
    def _presences_name_sessions(
        attendees: tuple[Attendee, ...], sessions: tuple[Session, ...]
    ) -> Verdict:
        if not attendees:
            return True
        keys = {one.key for one in sessions}
        return [
            (number, "presences", place, "session")
            for number, attendee in enumerate(attendees)
            for place, presence in enumerate(attendee.presences)
            if presence.session not in keys
        ] or True

    @property
    def hours(self) -> int | None:
        """The lesson hours (JP) of all sessions; None if one does not state them."""
        return _sum(self.sessions)

    def sessions_of(self, attendee: Attendee) -> tuple[Session, ...]:
        """Return the sessions that a person attended, in order."""
        return tuple(one for one in self.sessions if one.key in attendee.attended)

    def hours_of(self, attendee: Attendee) -> int | None:
        """Return the lesson hours (JP) of the sessions that a person attended.

        None if one of these sessions states none, or if the list shows no mark of the person.
        """
        return _sum(self.sessions_of(attendee)) if attendee.presences else None

    def attendee(self, worker: WorkerId) -> Attendee | None:
        """Return the person with a worker's record, or None if the list does not have them."""
        return next((one for one in self.attendees if one.worker == worker), None)


def _sum(sessions: tuple[Session, ...]) -> int | None:
    """Return the hours of some sessions, or None if one is unknown."""
    hours = [one.hours for one in sessions]
    known = [one for one in hours if one is not None]
    return sum(known) if len(known) == len(hours) else None
