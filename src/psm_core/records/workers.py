"""Workers: people who serve, in which role, where, since when and by whose decree."""

import datetime as dt
from collections.abc import Iterator

from .._core.invariants import Path, at_least_one, invariant, repeated, requires
from .._core.record import NONE, PAST, PLANNED, SPESIFIK, UMUM, field, record_class
from ..terms import ActivityLevel, EligibilityRequirement, EndReason, Pillar, TrainingTier
from ..values.dates import covers, in_order
from ..values.extensions import NO_EXTENSIONS, Extensions
from ..values.ids import EventId, WorkerId
from ..values.region_code import RegionCode
from .offices import Decree
from .people import Person

__all__ = ["Assignment", "Certification", "Training", "Worker"]


@record_class
class Assignment:
    """A role that a person holds, where, and from when to when.

    One person often holds several at once. Without a decree the appointment is pending: people
    work before the decree arrives. Without a first day it is a proposal, unless a register lists
    it: many tell who serves, and not since when.

    Raises:
        ValidationError: ``assignment.undated`` when neither the first day, nor that of the
            proposal, nor that of a register is told, ``period.ends_before_start``,
            ``assignment.reason_without_end``, and the faults of each field.

    >>> from datetime import date
    >>> from psm_core import Assignment, RegionCode
    >>> from psm_core.terms import Pillar
    >>> role = Assignment(pillar=Pillar.PSM, serves=RegionCode("63.10.09.2005"),
    ...                   since=date(2019, 8, 1))
    >>> role.is_pending, role.is_held_on(date(2025, 10, 10))
    (True, True)

    """

    pillar: Pillar = field(NONE)
    """The role."""
    serves: RegionCode = field(NONE)
    """Wilayah tugas, the village or larger region served."""
    proposed_on: dt.date | None = field(NONE, default=None, timing=PAST)
    """The day of the proposal, when it is known."""
    since: dt.date | None = field(NONE, default=None, timing=PAST)
    """The first day; None while it is proposed."""
    listed_on: dt.date | None = field(NONE, default=None, timing=PAST)
    """A day on which a register listed it, when the first day is not known."""
    until: dt.date | None = field(NONE, default=None, timing=PLANNED)
    """The last day; None while it lasts."""
    end_reason: EndReason | None = field(SPESIFIK, default=None)
    """Why it ended; illness and misconduct are specific personal data."""
    decree: Decree | None = field(NONE, default=None)
    """The decree of the first appointment; None while it is pending."""
    renewals: tuple[Decree, ...] = field(NONE, default=())
    """The decrees that appointed again, where the role is given anew each year."""

    _is_dated = at_least_one("assignment.undated", "proposed_on", "since", "listed_on", at="since")
    _ends_after_start = invariant("period.ends_before_start", at="until")(in_order)

    _a_reason_needs_an_end = requires("assignment.reason_without_end", "end_reason", "until")

    @property
    def is_pending(self) -> bool:
        """Whether the decree has yet to come."""
        return self.decree is None

    def is_held_on(self, day: dt.date) -> bool:
        """Tell whether the role is known to be held on a day."""
        first = self.since or self.listed_on
        return first is not None and covers(first, self.until, day)

    @property
    def effective_date(self) -> dt.date:
        """The day that counts for requirements, of decree, start, proposal or list."""
        told = (
            self.decree.date if self.decree else None,
            self.since,
            self.proposed_on,
            self.listed_on,
        )
        return next(day for day in told if day is not None)


@record_class
class Training:
    """A training that a worker has followed, with its certificate when there is one.

    Raises:
        ValidationError: the faults of each field.

    >>> from datetime import date
    >>> from psm_core import Training
    >>> from psm_core.terms import TrainingTier
    >>> basic = Training(name="Bimtek Dasar PSM", tier=TrainingTier.DASAR, date=date(2020, 2, 18))
    >>> basic.tier.gloss, basic.certificate_number
    ('basic', None)

    """

    name: str = field(NONE)
    """What the training was called."""
    tier: TrainingTier | None = field(NONE, default=None)
    """How advanced it was; the tier *dasar* is what eligibility asks for."""
    organiser: str | None = field(NONE, default=None)
    """Who held it."""
    date: dt.date | None = field(NONE, default=None, timing=PAST)
    """When it was finished."""
    certificate_number: str | None = field(UMUM, default=None, longest=100)
    """Number of the certificate of attendance, as printed."""
    event: EventId | None = field(NONE, default=None)
    """The event it was part of."""


@record_class
class Certification:
    """A certificate of competence, which is a fact apart from training.

    Registers often keep no more than the year, so each part may be unknown.

    Raises:
        ValidationError: ``period.ends_before_start``, and the faults of each field.

    >>> from psm_core import Certification
    >>> Certification(year=2022)
    Certification(year=2022)

    """

    number: str | None = field(UMUM, default=None, longest=100)
    """Number of the certificate, as printed."""
    issuer: str | None = field(NONE, default=None)
    """The body that certified."""
    year: int | None = field(NONE, default=None, least=1900, most=2999, timing=PAST)
    """The year it was issued, when no more is known."""
    since: dt.date | None = field(NONE, default=None, timing=PAST)
    """The day it was issued."""
    until: dt.date | None = field(NONE, default=None, timing=PLANNED)
    """The last day it is valid, when it has one."""

    _ends_after_start = invariant("period.ends_before_start", at="until")(in_order)


@record_class
class Worker:
    """A person who serves: a PSM, a TKSK, a Tagana, often several of them at once.

    This is the volunteer or field officer, not the licensed *Pekerja Sosial* of UU 14/2019.
    Whether a PSM fulfils the list of Permensos 10/2019 is asked of `psm_core.checks`.

    Raises:
        ValidationError: ``assignment.duplicate``, and the faults of each field.

    >>> from psm_core import NIK, Person, Worker, WorkerId
    >>> person = Person(nik=NIK("9901014108900001"), name="Contoh")
    >>> Worker(id=WorkerId("psm-0001"), person=person)
    Worker(id=WorkerId('psm-0001'), person=Person(nik=***, name=***))

    """

    id: WorkerId = field(NONE)
    """The key of this record in the register that holds it."""
    person: Person = field(UMUM)
    """Who it is."""
    assignments: tuple[Assignment, ...] = field(NONE, default=())
    """The roles held, past and present."""
    trainings: tuple[Training, ...] = field(NONE, default=())
    """The trainings followed."""
    certifications: tuple[Certification, ...] = field(NONE, default=())
    """The certificates of competence."""
    membership_number: str | None = field(UMUM, default=None, longest=50)
    """Number of membership of IPSM, as printed; its form differs from place to place."""
    activity: ActivityLevel | None = field(UMUM, default=None)
    """How active the register holds the worker to be."""
    attested_requirements: frozenset[EligibilityRequirement] = field(UMUM, default=frozenset())
    """Requirements that a statement or a document has shown to be met."""
    extensions: Extensions = field(SPESIFIK, default=NO_EXTENSIONS)
    """Facts of an application's own, by namespace."""

    @invariant("assignment.duplicate", at="assignments")
    @staticmethod
    def _each_assignment_once(assignments: tuple[Assignment, ...]) -> Iterator[Path]:
        return repeated(assignments)

    def assignments_on(self, day: dt.date) -> tuple[Assignment, ...]:
        """Return the assignments held on a day."""
        return tuple(one for one in self.assignments if one.is_held_on(day))
