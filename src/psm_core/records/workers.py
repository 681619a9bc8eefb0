"""Workers, with their assignments, trainings and certificates."""

import datetime as dt

from .._core.invariants import all_different, at_least_one, in_order
from .._core.nested_changes import evolve_at
from .._core.record import NONE, PAST, PLANNED, SPESIFIK, UMUM, field, record_class
from ..terms import ActivityLevel, EligibilityRequirement, EndReason, Pillar, TrainingTier
from ..values.dates import covers
from ..values.extensions import NO_EXTENSIONS, Extensions
from ..values.ids import EventId, WorkerId
from ..values.region_code import RegionCode
from .offices import Decree
from .people import Person

__all__ = ["Assignment", "Certification", "Training", "Worker"]


@record_class
class Assignment:
    """A role of a worker in a region, with its first and last day.

    A person often has several roles at once. Without a decree the appointment is pending, because
    people start work before the decree arrives. Without a first day it is a proposal, unless a
    register lists it. Many registers list who serves, but not since when.

    Raises:
        ValidationError: ``assignment.undated`` if the dates of start, proposal and register
            are all missing, ``period.ends_before_start``, and the issues of each field.

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
    """Wilayah tugas: the village or larger region served."""
    proposed_on: dt.date | None = field(NONE, default=None, timing=PAST)
    """The day of the proposal, if known."""
    since: dt.date | None = field(NONE, default=None, timing=PAST)
    """The first day; None while it is proposed."""
    listed_on: dt.date | None = field(NONE, default=None, timing=PAST)
    """A day on which a register listed it, if the first day is unknown."""
    until: dt.date | None = field(NONE, default=None, timing=PLANNED)
    """The last day; None while it lasts, or if it ended on an unknown day."""
    end_reason: EndReason | None = field(SPESIFIK, default=None)
    """Why it ended; illness and misconduct are specific personal data. It has ended if given."""
    decree: Decree | None = field(NONE, default=None)
    """The decree of the first appointment; None while it is pending."""
    renewals: tuple[Decree, ...] = field(NONE, default=())
    """The decrees that renewed the appointment."""

    _is_dated = at_least_one("assignment.undated", "proposed_on", "since", "listed_on", at="since")
    _ends_after_start = in_order("period.ends_before_start", "since", "until")

    @property
    def is_pending(self) -> bool:
        """Whether the decree of the appointment is still missing."""
        return self.decree is None

    def is_held_on(self, day: dt.date) -> bool:
        """Return whether the role is known to be held on a day.

        A role that ended on an unknown day is known to be held on its first day only.
        """
        first = self.since or self.listed_on
        last = first if self.until is None and self.end_reason is not None else self.until
        return first is not None and covers(first, last, day)

    @property
    def effective_date(self) -> dt.date:
        """The date for eligibility, of the decree, the start, the proposal or the register."""
        return self._dates()[0][1]

    @property
    def effective_date_path(self) -> tuple[str, ...]:
        """The path of the field that contains `effective_date`, such as ``("decree", "date")``."""
        return self._dates()[0][0]

    def _dates(self) -> list[tuple[tuple[str, ...], dt.date]]:
        """Return each date that can decide about eligibility, the most important one first."""
        dates = (
            (("decree", "date"), self.decree.date if self.decree else None),
            (("since",), self.since),
            (("proposed_on",), self.proposed_on),
            (("listed_on",), self.listed_on),
        )
        return [(path, day) for path, day in dates if day is not None]


@record_class
class Training:
    """A training that a worker has attended, with its certificate if there is one.

    Raises:
        ValidationError: the issues of each field.

    >>> from datetime import date
    >>> from psm_core import Training
    >>> from psm_core.terms import TrainingTier
    >>> basic = Training(name="Bimtek Dasar PSM", tier=TrainingTier.DASAR, date=date(2020, 2, 18))
    >>> basic.tier.gloss, basic.certificate_number
    ('basic', None)

    """

    name: str = field(NONE)
    """The name of the training."""
    tier: TrainingTier | None = field(NONE, default=None)
    """The level of the training. Eligibility requires the tier *dasar*."""
    organiser: str | None = field(NONE, default=None)
    """The organiser."""
    date: dt.date | None = field(NONE, default=None, timing=PAST)
    """The day on which it ended."""
    certificate_number: str | None = field(UMUM, default=None, max_length=100)
    """The number of the certificate of attendance, as printed."""
    certificate_date: dt.date | None = field(NONE, default=None, timing=PAST)
    """The day on which the certificate was issued."""
    hours: int | None = field(NONE, default=None, maximum=1000)
    """*Jam pelajaran* (JP): the lesson hours that the worker attended."""
    event: EventId | None = field(NONE, default=None)
    """The event it was part of."""


@record_class
class Certification:
    """A certificate of competence. It is independent of trainings.

    Registers often contain only the year, so each field is optional.

    Raises:
        ValidationError: ``period.ends_before_start``, and the issues of each field.

    >>> from psm_core import Certification
    >>> Certification(year=2022)
    Certification(year=2022)

    """

    number: str | None = field(UMUM, default=None, max_length=100)
    """The number of the certificate, as printed."""
    issuer: str | None = field(NONE, default=None)
    """The body that certified."""
    year: int | None = field(NONE, default=None, minimum=1900, maximum=2999, timing=PAST)
    """The year of issue, if the day is unknown."""
    since: dt.date | None = field(NONE, default=None, timing=PAST)
    """The day of issue."""
    until: dt.date | None = field(NONE, default=None, timing=PLANNED)
    """The last day of validity; None if it does not expire."""

    _ends_after_start = in_order("period.ends_before_start", "since", "until")


@record_class
class Worker:
    """A person who serves as PSM, TKSK, Tagana or similar, often in several roles at once.

    This is the volunteer or field officer, not the licensed *Pekerja Sosial* of UU 14/2019.
    `psm_core.checks` compares a PSM with the requirements of Permensos 10/2019.

    Raises:
        ValidationError: ``assignment.duplicate``, and the issues of each field.

    >>> from psm_core import NIK, Person, Worker, WorkerId
    >>> person = Person(nik=NIK("9901014108900001"), name="Contoh")
    >>> Worker(id=WorkerId("psm-0001"), person=person)
    Worker(id=WorkerId('psm-0001'), person=Person(nik=***, name=***))

    """

    id: WorkerId = field(NONE)
    """The identifier of this record in its register."""
    person: Person = field(UMUM)
    """The person."""
    assignments: tuple[Assignment, ...] = field(NONE, default=())
    """The current and past roles."""
    trainings: tuple[Training, ...] = field(NONE, default=())
    """The trainings attended."""
    certifications: tuple[Certification, ...] = field(NONE, default=())
    """The certificates of competence."""
    membership_number: str | None = field(UMUM, default=None, max_length=50)
    """The IPSM membership number, as printed. Its format differs between regions."""
    activity: ActivityLevel | None = field(UMUM, default=None)
    """The activity level according to the register."""
    attested_requirements: frozenset[EligibilityRequirement] = field(UMUM, default=frozenset())
    """Requirements confirmed by a statement or a document."""
    extensions: Extensions = field(SPESIFIK, default=NO_EXTENSIONS)
    """Custom fields of an application, by namespace."""

    _each_assignment_once = all_different("assignment.duplicate", "assignments", "pillar", "serves")

    def ended(
        self,
        assignment: Assignment,
        /,
        *,
        until: dt.date | None = None,
        reason: EndReason | None = None,
    ) -> "Worker":
        """Return a copy in which an assignment has ended, on a day, for a reason, or both.

        What is not given is kept as it is.

        Raises:
            ValidationError: the assignment is invalid with this end, such as
                ``period.ends_before_start``; the path begins at the worker.
            ValueError: the worker has no such assignment, or neither day nor reason is given.

        >>> from datetime import date
        >>> from psm_core import Assignment, NIK, Person, RegionCode, Worker, WorkerId
        >>> from psm_core.terms import EndReason, Pillar
        >>> role = Assignment(pillar=Pillar.PSM, serves=RegionCode("63.10.09.2005"),
        ...                   since=date(2019, 8, 1))
        >>> person = Person(nik=NIK("9901014108900001"), name="Contoh")
        >>> worker = Worker(id=WorkerId("psm-0001"), person=person, assignments=(role,))
        >>> later = worker.ended(role, until=date(2025, 1, 31), reason=EndReason.MENGUNDURKAN_DIRI)
        >>> later.assignments[0].until
        datetime.date(2025, 1, 31)

        """
        if assignment not in self.assignments:
            raise ValueError("the worker has no such assignment")
        if until is None and reason is None:
            raise ValueError("an end needs a day, a reason, or both")
        place = ("assignments", self.assignments.index(assignment))
        given = {"until": until, "end_reason": reason}
        return evolve_at(self, place, **{name: one for name, one in given.items() if one})

    def assignments_on(self, day: dt.date) -> tuple[Assignment, ...]:
        """Return the assignments held on a day."""
        return tuple(one for one in self.assignments if one.is_held_on(day))
