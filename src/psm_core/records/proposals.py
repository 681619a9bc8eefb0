"""Proposals (*usulan*) for a programme or a database: append-only lists of dated, signed steps."""

import datetime as dt
from collections.abc import Mapping
from typing import Final

from .._core.invariants import Verdict, at_least_one, invariant
from .._core.record import NONE, PAST, SPESIFIK, UMUM, evolve, field, record_class
from .._frozen import FrozenDict
from ..terms import ParticipationStatus, ProposalDocument, ProposalStatus, WelfareScheme
from ..values.extensions import NO_EXTENSIONS, Extensions
from ..values.ids import BeneficiaryId, EventId, ProgrammeId, ProposalId, WorkerId
from ..values.region_code import RegionCode
from .corrections import positions, valid_corrections
from .offices import Speaker
from .people import Person
from .programmes import Participation

__all__ = ["USUAL_NEXT_STATUSES", "Proposal", "ProposalStep"]

_S = ProposalStatus
_ENDS = frozenset({_S.DITOLAK, _S.DISANGGAH})

USUAL_NEXT_STATUSES: Final[Mapping[ProposalStatus, frozenset[ProposalStatus]]] = FrozenDict(
    {
        _S.DRAF: frozenset({_S.DRAF, _S.DIUSULKAN}),
        _S.DIUSULKAN: _ENDS | {_S.LAYAK, _S.TIDAK_LAYAK, _S.TERVERIFIKASI},
        _S.LAYAK: _ENDS | {_S.TERVERIFIKASI, _S.TERVALIDASI, _S.DITETAPKAN},
        _S.TIDAK_LAYAK: _ENDS | {_S.DIUSULKAN},
        _S.TERVERIFIKASI: _ENDS | {_S.LAYAK, _S.TIDAK_LAYAK, _S.TERVALIDASI, _S.DITETAPKAN},
        _S.TERVALIDASI: _ENDS | {_S.DITETAPKAN},
        _S.DITETAPKAN: frozenset({_S.DISANGGAH}),
        _S.DITOLAK: frozenset({_S.DIUSULKAN, _S.DISANGGAH}),
        _S.DISANGGAH: frozenset(_S) - {_S.DRAF},
    }
)
"""Status → the statuses that usually follow it.

No act that could be read prescribes an order, so checks only warn of another one.
"""


@record_class
class ProposalStep:
    """A dated and signed step of a proposal, and the status of the proposal after it.

    A step that `corrects` another replaces it; the proposal keeps both. Without a status it cancels
    the other step.

    Raises:
        ValidationError: ``proposal.step_empty`` if it has no status and corrects nothing, and the
            issues of each field.

    >>> from datetime import date
    >>> from psm_core import Office, ProposalStep, Speaker
    >>> from psm_core.terms import ProposalDocument, ProposalStatus
    >>> lurah = Speaker(name="Contoh", office=Office(title="Lurah"))
    >>> decision = ProposalStep(
    ...     status=ProposalStatus.LAYAK, date=date(2025, 10, 20),
    ...     signed_by=(lurah, Speaker(office=Office(title="Ketua LPM"))),
    ...     document=ProposalDocument.BERITA_ACARA, document_number="001/BA/2025",
    ... )
    >>> decision.status.label, len(decision.signed_by)
    ('Layak menurut musyawarah', 2)

    """

    status: ProposalStatus | None = field(NONE, default=None)
    """The status of the proposal after the step; None if it cancels another step."""
    date: dt.date = field(NONE, timing=PAST)
    """The day of the step, such as the day of the village meeting."""
    by: WorkerId | None = field(UMUM, default=None)
    """The worker who did it."""
    signed_by: tuple[Speaker, ...] = field(UMUM, default=())
    """Who signed it, apart from that worker, such as the lurah and the chair of the meeting."""
    document: ProposalDocument | None = field(NONE, default=None)
    """The kind of document: minutes of the meeting (*berita acara*), SPTJM, decree."""
    document_number: str | None = field(UMUM, default=None, max_length=100)
    """The number of the document, as printed."""
    event: EventId | None = field(NONE, default=None)
    """The meeting (*musyawarah desa*, *musyawarah kelurahan*), if there is a record of it."""
    note: str | None = field(SPESIFIK, default=None, max_length=2000)
    """Reasons and remarks, such as the ground of an objection."""
    corrects: int | None = field(NONE, default=None, minimum=1)
    """The number of the step that this one replaces or cancels, counted from 1."""

    _is_not_empty = at_least_one("proposal.step_empty", "status", "corrects", at="status")

    @property
    def is_signed(self) -> bool:
        """Whether somebody signed it."""
        return self.by is not None or bool(self.signed_by)


@record_class
class Proposal:
    """Usulan: the proposal of a beneficiary for a programme or a database, and its steps.

    A proposal without steps is a draft. When it is accepted, `participation` returns the
    participation in the programme.

    Raises:
        ValidationError: ``proposal.unidentified`` if it names neither a beneficiary nor a person,
            ``proposal.no_target`` if it names neither a programme nor a database,
            ``proposal.step_not_found`` where a step corrects a step that is not in force, and the
            issues of each field.

    >>> from datetime import date
    >>> from psm_core import BeneficiaryId, ProgrammeId, Proposal, ProposalId, ProposalStep
    >>> from psm_core.terms import ProposalStatus
    >>> proposal = Proposal(id=ProposalId("u-1"), programme=ProgrammeId("PKH"),
    ...                     beneficiary=BeneficiaryId("b-1"))
    >>> sent = ProposalStep(status=ProposalStatus.DIUSULKAN, date=date(2025, 10, 13))
    >>> later = proposal.add_step(sent)
    >>> proposal.status.label, later.status.label, later.is_later_state_of(proposal)
    ('Draf', 'Diusulkan', True)

    """

    id: ProposalId = field(NONE)
    """The identifier of this record in its register."""
    beneficiary: BeneficiaryId | None = field(NONE, default=None)
    """The person, family or group that is proposed, if there is a record."""
    person: Person | None = field(UMUM, default=None)
    """The proposed person, or the head of the proposed family, as on the list."""
    programme: ProgrammeId | None = field(NONE, default=None)
    """The programme for which the beneficiary is proposed."""
    database: WelfareScheme | None = field(NONE, default=None)
    """The database into which the beneficiary is proposed, such as DTSEN."""
    region: RegionCode | None = field(NONE, default=None)
    """The village that proposes."""
    reason: str | None = field(SPESIFIK, default=None, max_length=2000)
    """Why the beneficiary is proposed."""
    steps: tuple[ProposalStep, ...] = field(UMUM, default=())
    """The steps, in the order in which they were recorded."""
    extensions: Extensions = field(SPESIFIK, default=NO_EXTENSIONS)
    """Custom fields of an application, by namespace."""

    _is_identified = at_least_one(
        "proposal.unidentified", "beneficiary", "person", at="beneficiary"
    )
    _has_a_target = at_least_one("proposal.no_target", "programme", "database", at="programme")

    @invariant("proposal.step_not_found", at="steps")
    @staticmethod
    def _corrected_steps_are_in_force(steps: tuple[ProposalStep, ...]) -> Verdict:
        return valid_corrections(steps, lambda step: step.status is None)

    @property
    def current_steps(self) -> tuple[ProposalStep, ...]:
        """The steps in force, ordered by date, without corrected and cancelled ones."""
        return tuple(self.steps[number - 1] for number, _ in statuses_in_force(self.steps))

    @property
    def status(self) -> ProposalStatus:
        """The status after the latest step in force."""
        statuses = statuses_in_force(self.steps)
        return statuses[-1][1] if statuses else ProposalStatus.DRAF

    @property
    def meeting(self) -> ProposalStep | None:
        """The latest decision of the village meeting in force (layak, tidak layak)."""
        decisions = {ProposalStatus.LAYAK, ProposalStatus.TIDAK_LAYAK}
        found = [step for step in self.current_steps if step.status in decisions]
        return found[-1] if found else None

    def add_step(self, *steps: ProposalStep) -> "Proposal":
        """Return the proposal with further steps at the end.

        Raises:
            ValidationError: as for the whole proposal.

        """
        return evolve(self, steps=(*self.steps, *steps))

    def is_later_state_of(self, earlier: "Proposal") -> bool:
        """Return whether this is a later state of a proposal, with no step removed or edited."""
        same = ("id", "beneficiary", "person", "programme", "database", "region")
        return (
            all(getattr(self, name) == getattr(earlier, name) for name in same)
            and self.steps[: len(earlier.steps)] == earlier.steps
        )

    def participation(self) -> Participation:
        """Return the participation that begins with the decision.

        Raises:
            ValueError: the proposal has not been accepted, or it names no programme or no record of
                a beneficiary.

        >>> decided = ProposalStep(status=ProposalStatus.DITETAPKAN, date=dt.date(2025, 12, 1),
        ...                        document_number="12/HUK/2025")
        >>> accepted = Proposal(id=ProposalId("u-1"), programme=ProgrammeId("PKH"),
        ...                     beneficiary=BeneficiaryId("b-1"), steps=(decided,))
        >>> accepted.participation().decided_on
        datetime.date(2025, 12, 1)

        """
        if self.status is not ProposalStatus.DITETAPKAN:
            raise ValueError("the proposal has not been accepted (DITETAPKAN)")
        if self.programme is None or self.beneficiary is None:
            raise ValueError("the proposal names no programme or no beneficiary")
        decision = self.current_steps[-1]
        return Participation(
            programme=self.programme,
            recipient=self.beneficiary,
            status=ParticipationStatus.DITETAPKAN,
            proposal=self.id,
            decided_on=decision.date,
            document=decision.document_number,
        )


def statuses_in_force(steps: tuple[ProposalStep, ...]) -> list[tuple[int, ProposalStatus]]:
    """Return number and status of the steps in force, ordered by date and then by position."""
    place = positions(steps)
    found = [(n, status) for n in place if (status := steps[n - 1].status) is not None]
    return sorted(found, key=lambda one: (steps[one[0] - 1].date, place[one[0]]))
