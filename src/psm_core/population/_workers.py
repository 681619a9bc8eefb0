"""Residents who serve: which roles, since when, with which decree and training."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from ..dates import DateRange
from ..ids import EventId, WorkerId
from ..offices import Decree
from ..region_code import RegionCode
from ..terms import (
    ActivityLevel,
    Education,
    EligibilityRequirement,
    EndReason,
    Pillar,
    TrainingTier,
)
from ..workers import Assignment, Certification, Training, Worker
from ._chance import Chance, Odds
from ._people import Member
from ._places import Place

_AGES = (20, 62)
_TAGANA_AGES = (20, 39)
"""Tagana begin between 18 and 40 (Permensos 8/2012)."""
_UNSCHOOLED = frozenset(
    {Education.TIDAK_BELUM_SEKOLAH, Education.BELUM_TAMAT_SD, Education.TAMAT_SD}
)
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
_REASONS = Odds(
    {EndReason.MENGUNDURKAN_DIRI: 40, EndReason.TIDAK_AKTIF: 30, EndReason.DIGANTI: 30}
)


class _Role(NamedTuple):
    """A role, how many of a village hold it, and whether one of the PSM may do it besides."""

    pillar: Pillar
    holders: Odds[int]
    may_be_second: bool = True


_PSM = _Role(Pillar.PSM, Odds({1: 25, 2: 35, 3: 30, 4: 10}))
_OF_THE_VILLAGE = (
    _Role(Pillar.OPERATOR_SIKS_NG, Odds({1: 1})),
    _Role(Pillar.PETUGAS_PUSKESOS, Odds({0: 60, 1: 40})),
    _Role(Pillar.KARANG_TARUNA, Odds({1: 60, 2: 40})),
    _Role(Pillar.TAGANA, Odds({0: 60, 1: 30, 2: 10}), may_be_second=False),
)
_OF_THE_DISTRICT = (
    _Role(Pillar.TKSK, Odds({1: 1}), may_be_second=False),
    _Role(Pillar.PENDAMPING_SOSIAL_PKH, Odds({2: 50, 3: 50}), may_be_second=False),
)


class Bimtek(NamedTuple):
    """The basic training that the village holds for its PSM."""

    event: EventId
    title: str
    organiser: str
    dates: DateRange


_Roles = list[tuple[Member, list[Pillar]]]


class Recruiter:
    """Who finds residents for the roles of one village."""

    def __init__(self, chance: Chance, place: Place, number: int, bimtek: Bimtek) -> None:
        self._chance, self._place, self._number = chance, place, number
        self._bimtek = bimtek

    def workers(
        self, members: Sequence[Member], *, of_the_district: bool, today: date
    ) -> list[Worker]:
        """Return the workers, each a resident; those of the kecamatan too, when asked for."""
        roles = self._roles(members, of_the_district=of_the_district)
        return [
            self._worker(number, member, pillars, today)
            for number, (member, pillars) in enumerate(roles, start=1)
        ]

    def _roles(self, members: Sequence[Member], *, of_the_district: bool) -> _Roles:
        pool = self._chance.some([one for one in members if _may_serve(one)], _POOL)
        found: _Roles = [(one, [_PSM.pillar]) for one in _take(pool, self._count(_PSM))]
        doubles = list(found)
        for role in (*_OF_THE_VILLAGE, *(_OF_THE_DISTRICT if of_the_district else ())):
            for _ in range(self._count(role)):
                if role.may_be_second and doubles and self._chance.happens(_DOUBLE):
                    doubles.pop()[1].append(role.pillar)
                else:
                    youngest = _TAGANA_AGES[1] if role.pillar is Pillar.TAGANA else _AGES[1]
                    fit = [one for one in pool if one.age <= youngest]
                    for one in _take(fit, 1):
                        pool.remove(one)
                        found.append((one, [role.pillar]))
        return found

    def _count(self, role: _Role) -> int:
        return self._chance.of(role.holders)

    def _worker(self, number: int, member: Member, pillars: list[Pillar], today: date) -> Worker:
        chance, person = self._chance, member.person
        roles = tuple(self._assignment(one, member, today) for one in pillars)
        is_psm = Pillar.PSM in pillars
        first = roles[0]
        return Worker(
            id=WorkerId(f"worker-{self._number}-{number}"),
            person=person,
            assignments=roles,
            trainings=tuple(self._trainings(first, today)) if is_psm else (),
            certifications=tuple(self._certifications(first, today)) if is_psm else (),
            membership_number=self._membership(number) if is_psm else None,
            activity=None if first.until else chance.of(_LEVELS),
            attested=_ATTESTED if is_psm else frozenset(),
        )

    def _assignment(self, pillar: Pillar, member: Member, today: date) -> Assignment:
        chance, last = self._chance, self._bimtek.dates.start - timedelta(days=1)
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
            proposed=since - timedelta(days=chance.between(31, 60)) if is_pending else None,
            since=since,
            until=chance.day(since + timedelta(days=30), today) if has_ended else None,
            end_reason=chance.of(_REASONS) if has_ended else None,
            decree=None if is_pending else self._decree(pillar, since),
        )

    def _serves(self, pillar: Pillar) -> RegionCode:
        if pillar is Pillar.TAGANA:
            return self._place.regency
        is_wide = any(pillar is role.pillar for role in _OF_THE_DISTRICT)
        return self._place.district if is_wide else self._place.code

    def _decree(self, pillar: Pillar, since: date) -> Decree:
        day = since - timedelta(days=self._chance.below(30))
        is_local = self._serves(pillar) == self._place.code
        return Decree(
            number=f"460/{self._chance.between(1, 300):03}/{day.year}",
            date=day,
            issuer=f"Pemerintah {self._place.name}" if is_local else self._agency,
        )

    @property
    def _agency(self) -> str:
        return f"Dinas Sosial {self._place.regency_name}"

    def _trainings(self, role: Assignment, today: date) -> Iterator[Training]:
        bimtek = self._bimtek
        if role.is_held_on(bimtek.dates.end):
            yield Training(
                name=bimtek.title,
                tier=TrainingTier.DASAR,
                organiser=bimtek.organiser,
                date=bimtek.dates.end,
                event=bimtek.event,
            )
        if role.until is None and self._chance.happens(_ADVANCED):
            yield Training(
                name="Bimbingan Teknis Lanjutan PSM",
                tier=TrainingTier.LANJUTAN,
                organiser=self._agency,
                date=self._chance.day(bimtek.dates.end + timedelta(days=1), today),
            )

    def _certifications(self, role: Assignment, today: date) -> Iterator[Certification]:
        if role.until is None and self._chance.happens(_CERTIFIED):
            yield Certification(issuer="Lembaga sertifikasi contoh", year=today.year - 1)

    def _membership(self, number: int) -> str:
        return f"{self._place.district}-{self._number % 1000:03}{number}"


_POOL = 20
"""More than there are roles."""


def _may_serve(one: Member) -> bool:
    return (
        _AGES[0] <= one.age <= _AGES[1]
        and one.person.nik is not None
        and one.person.education not in _UNSCHOOLED
    )


def _take(pool: list[Member], count: int) -> list[Member]:
    """Take so many from the end of a pool, or all there are."""
    return [pool.pop() for _ in range(min(count, len(pool)))]
