"""Who needs social services, found by whom, and which programmes they take part in."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from ..records.beneficiaries import Beneficiary, Classification, RegisterMatch, Verdict
from ..records.families import Family
from ..records.offices import Office, Speaker
from ..records.people import Person
from ..records.programmes import Participation
from ..records.workers import Worker
from ..terms import (
    FamilyRelation,
    MatchState,
    ParticipationStatus,
    PASCategory,
    PPKSCategory,
    Sex,
    VerificationResult,
)
from ..values.ids import BeneficiaryId, ProgrammeId
from .people import Homes, Member
from .rng import Odds
from .sites import Site

_C = PPKSCategory
_BACK = timedelta(days=900)
"""How far back findings go."""
_PAS_SINCE = date(2025, 4, 1)
"""From when findings name the list of 12 beside that of 26; the day is invented."""
_VERIFIED, _VALIDATED, _MATCHED, _BY_PAS, _HIT = 700, 750, 800, 500, 40
_RESULTS = Odds({VerificationResult.SESUAI: 95, VerificationResult.TIDAK_SESUAI: 5})
_SOURCES = ("Asesmen lapangan", "Musyawarah desa atau kelurahan", "Usulan RT/RW")


def _always(_: Member) -> bool:
    return True


def _is_disabled(one: Member) -> bool:
    return bool(one.person.disabilities)


def _lives_in_two(one: Member) -> bool:
    return len(one.family.memberships) <= 2  # noqa: PLR2004 - alone or with one other


def _heads(one: Member) -> bool:
    is_head = one.person.family_relation is FamilyRelation.KEPALA_KELUARGA
    return is_head and one.person.sex is Sex.PEREMPUAN


def _is_man(one: Member) -> bool:
    return one.person.sex is Sex.LAKI_LAKI


class _Need(NamedTuple):
    """A category, the ages and the highest decile it is found at, and how often in a thousand."""

    category: PPKSCategory
    ages: tuple[int, int]
    decile: int
    often: int
    fits: Callable[[Member], bool] = _always


_OF_PEOPLE = (
    _Need(_C.ANAK_BALITA_TELANTAR, (0, 5), 2, 15),
    _Need(_C.ANAK_TERLANTAR, (6, 18), 2, 20),
    _Need(_C.ANAK_JALANAN, (10, 17), 3, 3),
    _Need(_C.ANAK_YANG_MEMERLUKAN_PERLINDUNGAN_KHUSUS, (6, 18), 10, 1),
    _Need(_C.ANAK_DENGAN_KEDISABILITASAN, (0, 17), 10, 700, _is_disabled),
    _Need(_C.PENYANDANG_DISABILITAS, (18, 120), 10, 600, _is_disabled),
    _Need(_C.LANJUT_USIA_TELANTAR, (60, 120), 4, 200, _lives_in_two),
    _Need(_C.PEREMPUAN_RAWAN_SOSIAL_EKONOMI, (18, 59), 4, 250, _heads),
    _Need(_C.PEMULUNG, (18, 65), 1, 8),
    _Need(_C.PEKERJA_MIGRAN_BERMASALAH_SOSIAL, (21, 50), 4, 1),
    _Need(_C.KORBAN_TINDAK_KEKERASAN, (18, 70), 10, 1),
    _Need(_C.BEKAS_WARGA_BINAAN_LEMBAGA_PEMASYARAKATAN, (22, 60), 6, 1, _is_man),
)
_OF_FAMILIES = (
    (_C.FAKIR_MISKIN, 1, 400),
    (_C.KELUARGA_BERMASALAH_SOSIAL_PSIKOLOGIS, 10, 4),
)
"""Category, highest decile, how often in a thousand."""
_FLOODED = (_C.KORBAN_BENCANA_ALAM, 10, 250)

_PROGRAMMES = {
    _C.FAKIR_MISKIN: ("SEMBAKO", "BLT-DD"),
    _C.LANJUT_USIA_TELANTAR: ("ATENSI", "PBI-JKN"),
    _C.PENYANDANG_DISABILITAS: ("ATENSI", "PBI-JKN"),
    _C.ANAK_DENGAN_KEDISABILITASAN: ("ATENSI",),
    _C.ANAK_TERLANTAR: ("ATENSI",),
    _C.PEREMPUAN_RAWAN_SOSIAL_EKONOMI: ("PBI-JKN",),
}
_HELPED = 600
_STATES = Odds(
    {
        ParticipationStatus.MENERIMA: 60,
        ParticipationStatus.DIUSULKAN: 25,
        ParticipationStatus.TERVERIFIKASI: 10,
        ParticipationStatus.DITOLAK: 5,
    }
)


class Found(NamedTuple):
    """A beneficiary, with what those who help have to know."""

    beneficiary: Beneficiary
    category: PPKSCategory
    date: date
    worker: Worker | None
    guardian: str | None
    """Who agrees for them, when they are under age."""


class Surveyor:
    """Who looks through the homes of one village for those in need."""

    def __init__(self, site: Site, workers: Sequence[Worker], /) -> None:
        self._site, self._chance, self._as_of = site, site.chance, site.as_of
        self._workers = list(_serving(workers, site.as_of))
        self._count = 0

    def found(self, homes: Homes) -> Iterator[Found]:
        """Yield the families and then the people in need."""
        is_hit = self._chance.happens(_HIT)
        of_families = (*_OF_FAMILIES, _FLOODED) if is_hit else _OF_FAMILIES
        for family in homes.families:
            rank = family.rank
            for category, decile, often in of_families:
                if rank and rank.decile <= decile and self._chance.happens(often):
                    since = family.memberships[0].since or self._as_of
                    yield self._settled(category, since, family=family)
                    break
        for one in homes.members:
            for need in _OF_PEOPLE:
                if (
                    one.decile <= need.decile
                    and need.ages[0] <= one.age <= need.ages[1]
                    and need.fits(one)
                    and self._chance.happens(need.often)
                ):
                    yield self._settled(need.category, one.since, member=one)
                    break

    def _settled(
        self,
        category: PPKSCategory,
        since: date,
        *,
        member: Member | None = None,
        family: Family | None = None,
    ) -> Found:
        self._count += 1
        worker, serves_since = self._chance.one(self._workers) if self._workers else (None, since)
        person = None if member is None else member.person
        day = self._day(category, max(since, serves_since), person)
        verification, validation = self._verdicts(day)
        beneficiary = Beneficiary(
            id=BeneficiaryId(self._site.key("beneficiary", self._count)),
            person=person,
            family=family,
            classifications=frozenset(self._findings(category, day, worker)),
            verification=verification,
            validation=validation,
            matches=self._matches(person, day),
        )
        guardian = None if member is None else _guardian(member)
        return Found(beneficiary, category, day, worker, guardian)

    def _day(self, category: PPKSCategory, since: date, person: Person | None) -> date:
        """Return a day since another one on which the person was old enough."""
        first = max(since, self._as_of - _BACK)
        if person is not None and person.birth_date is not None and category.min_age is not None:
            first = max(first, person.birth_date + timedelta(days=category.min_age * 1461 // 4 + 1))
        return self._chance.day(first, self._as_of)

    def _findings(
        self, category: PPKSCategory, day: date, worker: Worker | None
    ) -> Iterator[Classification]:
        source = self._chance.one(_SOURCES)
        named: list[PPKSCategory | PASCategory] = [category]
        if day >= _PAS_SINCE and self._chance.happens(_BY_PAS):
            named.append(category.pas)
        for one in named:
            assessor = None if worker is None else worker.id
            yield Classification(category=one, date=day, source=source, assessor=assessor)

    def _verdicts(self, found: date) -> tuple[Verdict | None, Verdict | None]:
        """Return what the village found of the record, and what the agency decided on it."""
        chance = self._chance
        day = found + timedelta(days=chance.between(5, 40))
        if day > self._as_of or not chance.happens(_VERIFIED):
            return None, None
        village = Speaker(body=self._site.government)
        verification = Verdict(date=day, by=village, result=chance.of(_RESULTS))
        day += timedelta(days=chance.between(5, 60))
        if day > self._as_of or not chance.happens(_VALIDATED):
            return verification, None
        agency = Speaker(
            office=Office(title="Kepala Dinas Sosial", region=self._site.place.regency)
        )
        return verification, Verdict(date=day, by=agency, result=verification.result)

    def _matches(self, person: Person | None, day: date) -> tuple[RegisterMatch, ...]:
        if person is None or person.nik is None or not self._chance.happens(_MATCHED):
            return ()
        return (RegisterMatch(state=MatchState.PADAN, against="Dukcapil", method="NIK", date=day),)


def _serving(workers: Sequence[Worker], as_of: date) -> Iterator[tuple[Worker, date]]:
    """Yield the workers who serve today, and since when without a break."""
    for worker in workers:
        since = [role.since for role in worker.assignments_on(as_of) if role.since]
        if since:
            yield worker, min(since)


def _guardian(one: Member) -> str | None:
    return one.family.memberships[0].person.name if one.age < _OF_AGE else None


_OF_AGE = 18


def participations(site: Site, found: Found) -> Iterator[Participation]:
    """Yield the programmes that a beneficiary was proposed for, when they were."""
    chance, as_of = site.chance, site.as_of
    for programme in _PROGRAMMES.get(found.category, ()):
        proposed = found.date + timedelta(days=chance.between(10, 90))
        if proposed <= as_of and chance.happens(_HELPED):
            status = chance.of(_STATES)
            receives = status is ParticipationStatus.MENERIMA
            yield Participation(
                programme=ProgrammeId(programme),
                recipient=found.beneficiary.id,
                status=status,
                proposed_on=proposed,
                since=chance.day(proposed, as_of) if receives else None,
            )
