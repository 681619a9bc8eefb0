"""The workers of a village: roles, decrees and trainings of residents."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple, Protocol

from ..records.offices import Decree
from ..records.people import Person
from ..records.workers import Assignment, Certification, Training, Worker
from ..terms import ActivityLevel, EligibilityRequirement, EndReason, Pillar, TrainingTier
from ..values.date_range import DateRange
from ..values.ids import EventId, WorkerId
from ..values.region_code import RegionCode
from .occupations import JUNIOR_SECONDARY, education_step
from .rng import Distribution
from .sites import Site

MIN_AGE = 20
_MAX_CANDIDATES = 40
"""Villagers among whom workers are chosen: far more than there are roles."""
_ADULT_AGE = timedelta(days=19 * 366)
"""After these days everybody is 18, also on the day of a decree before the first day."""
_MAX_SERVICE = timedelta(days=12 * 365)
_SECOND_ROLE_RATE, _PENDING_RATE, _ENDED_RATE = 250, 80, 60
_ADVANCED_TRAINING_RATE, _CERTIFIED_RATE = 200, 60
_ATTESTED = frozenset(EligibilityRequirement) - {EligibilityRequirement.BIMBINGAN_TEKNIS_DASAR}
_LEVELS = Distribution(
    {
        ActivityLevel.SANGAT_AKTIF: 25,
        ActivityLevel.AKTIF: 50,
        ActivityLevel.KURANG_AKTIF: 15,
        None: 10,
    }
)
_REASONS = Distribution(
    {EndReason.MENGUNDURKAN_DIRI: 40, EndReason.TIDAK_AKTIF: 30, EndReason.DIGANTI: 30}
)


class _Role(NamedTuple):
    """A role: how many hold it, whether a PSM may hold it too, and the maximum age."""

    pillar: Pillar
    holders: Distribution[int]
    may_be_second: bool = False
    max_age: int = 62


_PSM = _Role(Pillar.PSM, Distribution({1: 25, 2: 35, 3: 30, 4: 10}))
_VILLAGE_ROLES = (
    _Role(Pillar.OPERATOR_SIKS_NG, Distribution({1: 1}), may_be_second=True),
    _Role(Pillar.PETUGAS_PUSKESOS, Distribution({0: 60, 1: 40}), may_be_second=True),
    _Role(Pillar.KARANG_TARUNA, Distribution({1: 60, 2: 40}), may_be_second=True),
    # Between 18 and 40 (Permensos 8/2012, annex).
    _Role(Pillar.TAGANA, Distribution({0: 60, 1: 30, 2: 10}), max_age=39),
)
_DISTRICT_ROLES = (
    _Role(Pillar.TKSK, Distribution({1: 1})),
    _Role(Pillar.PENDAMPING_SOSIAL_PKH, Distribution({2: 50, 3: 50})),
)


class BasicTraining(NamedTuple):
    """The basic training (bimbingan teknis) of a village for its PSM."""

    event: EventId
    title: str
    organiser: str
    dates: DateRange


class Candidate(Protocol):
    """A resident of whom it is decided whether he or she becomes a worker."""

    @property
    def person(self) -> Person:
        """The person."""
        ...

    @property
    def born(self) -> date:
        """The day of birth."""
        ...

    @property
    def age(self) -> int:
        """The age in years."""
        ...


class _Candidates:
    """The residents who may become workers, in the order in which they are chosen."""

    def __init__(self, candidates: Iterator[Candidate]) -> None:
        self._candidates, self._passed_over = candidates, list[Candidate]()

    def take(self, max_age: int) -> Candidate | None:
        """Return the next one who is not too old, and keep the others for another role."""
        for one in self._passed_over:
            if one.age <= max_age:
                self._passed_over.remove(one)
                return one
        for one in self._candidates:
            if one.age <= max_age:
                return one
            self._passed_over.append(one)
        return None


_Roles = list[tuple[Candidate, list[Pillar]]]


class WorkerGenerator(NamedTuple):
    """Generates the workers of one village."""

    site: Site
    training: BasicTraining

    def generate(self, villagers: Sequence[Candidate], *, with_district: bool) -> list[Worker]:
        """Return the workers, all residents; if asked, those of the kecamatan too."""
        suitable = [one for one in villagers if may_serve(one)]
        chosen = self.site.rng.sample(suitable, _MAX_CANDIDATES)
        return self.choose(iter(chosen), with_district=with_district)

    def choose(self, candidates: Iterator[Candidate], *, with_district: bool) -> list[Worker]:
        """Return the same, chosen from those who may serve."""
        roles = self._roles(_Candidates(candidates), with_district=with_district)
        return [
            self._worker(number, member, pillars)
            for number, (member, pillars) in enumerate(roles, start=1)
        ]

    def _roles(self, candidates: _Candidates, *, with_district: bool) -> _Roles:
        rng = self.site.rng
        psm: _Roles = []
        others: _Roles = []
        roles = (_PSM, *_VILLAGE_ROLES, *(_DISTRICT_ROLES if with_district else ()))
        for role in roles:
            for _ in range(rng.draw(role.holders)):
                held = psm[-1][1] if role.may_be_second and psm else [role.pillar]
                if role.pillar not in held and rng.happens(_SECOND_ROLE_RATE):
                    held.append(role.pillar)
                    continue
                if (one := candidates.take(role.max_age)) is not None:
                    (psm if role is _PSM else others).append((one, [role.pillar]))
        return psm + others

    def _worker(self, number: int, member: Candidate, pillars: list[Pillar]) -> Worker:
        rng, person = self.site.rng, member.person
        roles = tuple(self._assignment(one, member) for one in pillars)
        is_psm = Pillar.PSM in pillars
        first = roles[0]
        return Worker(
            id=WorkerId(self.site.record_id("worker", number)),
            person=person,
            assignments=roles,
            trainings=tuple(self._trainings(first)) if is_psm else (),
            certifications=tuple(self._certifications(first)) if is_psm else (),
            membership_number=self._membership(number) if is_psm else None,
            activity=None if first.until else rng.draw(_LEVELS),
            attested_requirements=_ATTESTED if is_psm else frozenset(),
        )

    def _assignment(self, pillar: Pillar, member: Candidate) -> Assignment:
        rng, last = self.site.rng, self.training.dates.start - timedelta(days=1)
        since = rng.date_between(max(member.born + _ADULT_AGE, last - _MAX_SERVICE), last)
        is_psm = pillar is Pillar.PSM
        is_pending = is_psm and rng.happens(_PENDING_RATE)
        if is_pending:
            since = max(since, last - timedelta(days=rng.randrange(120)))
        has_ended = is_psm and not is_pending and rng.happens(_ENDED_RATE)
        return Assignment(
            pillar=pillar,
            serves=self._serves(pillar),
            proposed_on=since - timedelta(days=rng.randint(31, 60)) if is_pending else None,
            since=since,
            until=rng.date_between(since + timedelta(days=30), self.site.as_of)
            if has_ended
            else None,
            end_reason=rng.draw(_REASONS) if has_ended else None,
            decree=None if is_pending else self._decree(pillar, since),
        )

    def _serves(self, pillar: Pillar) -> RegionCode:
        if pillar is Pillar.TAGANA:
            return self.site.place.regency
        is_district_role = any(pillar is role.pillar for role in _DISTRICT_ROLES)
        return self.site.place.district if is_district_role else self.site.place.code

    def _decree(self, pillar: Pillar, since: date) -> Decree:
        day = since - timedelta(days=self.site.rng.randrange(30))
        is_local = self._serves(pillar) == self.site.place.code
        return Decree(
            number=f"460/{self.site.rng.randint(1, 300):03}/{day.year}",
            date=day,
            issuer=self.site.government if is_local else self.site.agency,
        )

    def _trainings(self, role: Assignment) -> Iterator[Training]:
        training = self.training
        if role.is_held_on(training.dates.end):
            yield Training(
                name=training.title,
                tier=TrainingTier.DASAR,
                organiser=training.organiser,
                date=training.dates.end,
                event=training.event,
            )
        if role.until is None and self.site.rng.happens(_ADVANCED_TRAINING_RATE):
            yield Training(
                name="Bimbingan Teknis Lanjutan PSM",
                tier=TrainingTier.LANJUTAN,
                organiser=self.site.agency,
                date=self.site.rng.date_between(
                    training.dates.end + timedelta(days=1), self.site.as_of
                ),
            )

    def _certifications(self, role: Assignment) -> Iterator[Certification]:
        if role.until is None and self.site.rng.happens(_CERTIFIED_RATE):
            yield Certification(issuer="Lembaga sertifikasi contoh", year=self.site.as_of.year - 1)

    def _membership(self, number: int) -> str:
        return f"{self.site.place.district}-{self.site.number % 1000:03}{number}"


def may_serve(one: Candidate) -> bool:
    """Return whether a resident may become a worker."""
    return (
        one.age >= MIN_AGE
        and one.person.nik is not None
        and one.person.education is not None
        and education_step(one.person.education) >= JUNIOR_SECONDARY
    )
