"""Residents who serve: which roles, since when, with which decree and training."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from ..records.offices import Decree
from ..records.workers import Assignment, Certification, Training, Worker
from ..terms import ActivityLevel, EligibilityRequirement, EndReason, Pillar, TrainingTier
from ..values.dates import DateRange
from ..values.ids import EventId, WorkerId
from ..values.region_code import RegionCode
from .occupations import JUNIOR, schooling
from .people import Member
from .rng import Odds
from .sites import Site

_YOUNGEST = 20
_POOL = 40
"""Of whom holders are looked for; far more than there are roles."""
_OF_AGE = timedelta(days=19 * 366)
"""Days after which everybody is 18, with time for a decree before the first day."""
_LONGEST = timedelta(days=12 * 365)
_DOUBLE, _PENDING, _ENDED, _ADVANCED, _CERTIFIED = 250, 80, 60, 200, 60
"""So many in a thousand hold a second role, await their decree, have ended, …"""
_ATTESTED = frozenset(EligibilityRequirement) - {EligibilityRequirement.BIMBINGAN_TEKNIS_DASAR}
_LEVELS = Odds(
    {
        ActivityLevel.SANGAT_AKTIF: 25,
        ActivityLevel.AKTIF: 50,
        ActivityLevel.KURANG_AKTIF: 15,
        None: 10,
    }
)
_REASONS = Odds({EndReason.MENGUNDURKAN_DIRI: 40, EndReason.TIDAK_AKTIF: 30, EndReason.DIGANTI: 30})


class _Role(NamedTuple):
    """A role, how many hold it, whether a PSM may do it besides, and how old the oldest is."""

    pillar: Pillar
    holders: Odds[int]
    may_be_second: bool = False
    oldest: int = 62


_PSM = _Role(Pillar.PSM, Odds({1: 25, 2: 35, 3: 30, 4: 10}))
_OF_THE_VILLAGE = (
    _Role(Pillar.OPERATOR_SIKS_NG, Odds({1: 1}), may_be_second=True),
    _Role(Pillar.PETUGAS_PUSKESOS, Odds({0: 60, 1: 40}), may_be_second=True),
    _Role(Pillar.KARANG_TARUNA, Odds({1: 60, 2: 40}), may_be_second=True),
    # Between 18 and 40 (Permensos 8/2012, annex).
    _Role(Pillar.TAGANA, Odds({0: 60, 1: 30, 2: 10}), oldest=39),
)
_OF_THE_DISTRICT = (
    _Role(Pillar.TKSK, Odds({1: 1})),
    _Role(Pillar.PENDAMPING_SOSIAL_PKH, Odds({2: 50, 3: 50})),
)


class Bimtek(NamedTuple):
    """The basic training that the village holds for its PSM."""

    event: EventId
    title: str
    organiser: str
    dates: DateRange


_Roles = list[tuple[Member, list[Pillar]]]


class Recruiter(NamedTuple):
    """Who finds residents for the roles of one village."""

    site: Site
    bimtek: Bimtek

    def workers(self, members: Sequence[Member], *, of_the_district: bool) -> list[Worker]:
        """Return the workers, each a resident; those of the kecamatan too, when asked for."""
        roles = self._roles(members, of_the_district=of_the_district)
        return [
            self._worker(number, member, pillars)
            for number, (member, pillars) in enumerate(roles, start=1)
        ]

    def _roles(self, members: Sequence[Member], *, of_the_district: bool) -> _Roles:
        chance = self.site.chance
        pool = chance.some([one for one in members if _may_serve(one)], _POOL)
        psm: _Roles = []
        others: _Roles = []
        roles = (_PSM, *_OF_THE_VILLAGE, *(_OF_THE_DISTRICT if of_the_district else ()))
        for role in roles:
            for _ in range(chance.of(role.holders)):
                held = psm[-1][1] if role.may_be_second and psm else [role.pillar]
                if role.pillar not in held and chance.happens(_DOUBLE):
                    held.append(role.pillar)
                    continue
                fit = [one for one in pool if one.age <= role.oldest]
                for one in fit[:1]:
                    pool.remove(one)
                    (psm if role is _PSM else others).append((one, [role.pillar]))
        return psm + others

    def _worker(self, number: int, member: Member, pillars: list[Pillar]) -> Worker:
        chance, person = self.site.chance, member.person
        roles = tuple(self._assignment(one, member) for one in pillars)
        is_psm = Pillar.PSM in pillars
        first = roles[0]
        return Worker(
            id=WorkerId(self.site.key("worker", number)),
            person=person,
            assignments=roles,
            trainings=tuple(self._trainings(first)) if is_psm else (),
            certifications=tuple(self._certifications(first)) if is_psm else (),
            membership_number=self._membership(number) if is_psm else None,
            activity=None if first.until else chance.of(_LEVELS),
            attested_requirements=_ATTESTED if is_psm else frozenset(),
        )

    def _assignment(self, pillar: Pillar, member: Member) -> Assignment:
        chance, last = self.site.chance, self.bimtek.dates.start - timedelta(days=1)
        born = member.person.birth_date or last
        since = chance.day(max(born + _OF_AGE, last - _LONGEST), last)
        is_psm = pillar is Pillar.PSM
        is_pending = is_psm and chance.happens(_PENDING)
        if is_pending:
            since = max(since, last - timedelta(days=chance.below(120)))
        has_ended = is_psm and not is_pending and chance.happens(_ENDED)
        return Assignment(
            pillar=pillar,
            serves=self._serves(pillar),
            proposed_on=since - timedelta(days=chance.between(31, 60)) if is_pending else None,
            since=since,
            until=chance.day(since + timedelta(days=30), self.site.as_of) if has_ended else None,
            end_reason=chance.of(_REASONS) if has_ended else None,
            decree=None if is_pending else self._decree(pillar, since),
        )

    def _serves(self, pillar: Pillar) -> RegionCode:
        if pillar is Pillar.TAGANA:
            return self.site.place.regency
        is_wide = any(pillar is role.pillar for role in _OF_THE_DISTRICT)
        return self.site.place.district if is_wide else self.site.place.code

    def _decree(self, pillar: Pillar, since: date) -> Decree:
        day = since - timedelta(days=self.site.chance.below(30))
        is_local = self._serves(pillar) == self.site.place.code
        return Decree(
            number=f"460/{self.site.chance.between(1, 300):03}/{day.year}",
            date=day,
            issuer=self.site.government if is_local else self.site.agency,
        )

    def _trainings(self, role: Assignment) -> Iterator[Training]:
        bimtek = self.bimtek
        if role.is_held_on(bimtek.dates.end):
            yield Training(
                name=bimtek.title,
                tier=TrainingTier.DASAR,
                organiser=bimtek.organiser,
                date=bimtek.dates.end,
                event=bimtek.event,
            )
        if role.until is None and self.site.chance.happens(_ADVANCED):
            yield Training(
                name="Bimbingan Teknis Lanjutan PSM",
                tier=TrainingTier.LANJUTAN,
                organiser=self.site.agency,
                date=self.site.chance.day(bimtek.dates.end + timedelta(days=1), self.site.as_of),
            )

    def _certifications(self, role: Assignment) -> Iterator[Certification]:
        if role.until is None and self.site.chance.happens(_CERTIFIED):
            yield Certification(issuer="Lembaga sertifikasi contoh", year=self.site.as_of.year - 1)

    def _membership(self, number: int) -> str:
        return f"{self.site.place.district}-{self.site.number % 1000:03}{number}"


def _may_serve(one: Member) -> bool:
    return (
        one.age >= _YOUNGEST
        and one.person.nik is not None
        and one.person.education is not None
        and schooling(one.person.education) >= JUNIOR
    )
