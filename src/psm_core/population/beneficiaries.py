"""The beneficiaries of a village, and the programmes they take part in."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from ..records.beneficiaries import Beneficiary, Classification, RegisterMatch, Verdict
from ..records.families import Family
from ..records.offices import Office, Speaker
from ..records.people import Person
from ..records.workers import Worker
from ..terms import (
    FamilyRelation,
    MatchState,
    PASCategory,
    PPKSCategory,
    Sex,
    VerificationResult,
)
from ..values.ids import BeneficiaryId
from .people import VillagePeople, Villager
from .rng import Distribution
from .sites import Site

_C = PPKSCategory
_MAX_FINDING_AGE = timedelta(days=900)
"""How old the findings may be."""
_PAS_SINCE = date(2025, 4, 1)
"""From this invented day on, findings may name a category of the list of 12 too."""
_VERIFIED_RATE, _VALIDATED_RATE, _MATCHED_RATE, _PAS_RATE, _FLOOD_RATE = 700, 750, 800, 500, 40
_RESULTS = Distribution({VerificationResult.SESUAI: 95, VerificationResult.TIDAK_SESUAI: 5})
_SOURCES = ("Asesmen lapangan", "Musyawarah desa atau kelurahan", "Usulan RT/RW")


def _always(_: Villager) -> bool:
    return True


def _is_disabled(one: Villager) -> bool:
    return bool(one.person.disabilities)


def _lives_in_family_of_two(one: Villager) -> bool:
    return len(one.family.memberships) <= 2  # noqa: PLR2004 - alone or with one other


def _is_female_head(one: Villager) -> bool:
    is_head = one.person.family_relation is FamilyRelation.KEPALA_KELUARGA
    return is_head and one.person.sex is Sex.PEREMPUAN


def _is_man(one: Villager) -> bool:
    return one.person.sex is Sex.LAKI_LAKI


class _Rule(NamedTuple):
    """The people who may have a category, and the rate of those who have it, in thousandths."""

    category: PPKSCategory
    ages: tuple[int, int]
    max_decile: int
    rate: int
    applies_to: Callable[[Villager], bool] = _always


_PEOPLE_RULES = (
    _Rule(_C.ANAK_BALITA_TELANTAR, (0, 5), 2, 15),
    _Rule(_C.ANAK_TERLANTAR, (6, 18), 2, 20),
    _Rule(_C.ANAK_JALANAN, (10, 17), 3, 3),
    _Rule(_C.ANAK_YANG_MEMERLUKAN_PERLINDUNGAN_KHUSUS, (6, 18), 10, 1),
    _Rule(_C.ANAK_DENGAN_KEDISABILITASAN, (0, 17), 10, 700, _is_disabled),
    _Rule(_C.PENYANDANG_DISABILITAS, (18, 120), 10, 600, _is_disabled),
    _Rule(_C.LANJUT_USIA_TELANTAR, (60, 120), 4, 200, _lives_in_family_of_two),
    _Rule(_C.PEREMPUAN_RAWAN_SOSIAL_EKONOMI, (18, 59), 4, 250, _is_female_head),
    _Rule(_C.PEMULUNG, (18, 65), 1, 8),
    _Rule(_C.PEKERJA_MIGRAN_BERMASALAH_SOSIAL, (21, 50), 4, 1),
    _Rule(_C.KORBAN_TINDAK_KEKERASAN, (18, 70), 10, 1),
    _Rule(_C.BEKAS_WARGA_BINAAN_LEMBAGA_PEMASYARAKATAN, (22, 60), 6, 1, _is_man),
)
_FAMILY_RULES = (
    (_C.FAKIR_MISKIN, 1, 400),
    (_C.KELUARGA_BERMASALAH_SOSIAL_PSIKOLOGIS, 10, 4),
)
"""Category, highest decile, rate in thousandths."""
_FLOOD_RULE = (_C.KORBAN_BENCANA_ALAM, 10, 250)


class GeneratedBeneficiary(NamedTuple):
    """A beneficiary, with the facts that its cases and participations need."""

    beneficiary: Beneficiary
    category: PPKSCategory
    date: date
    worker: Worker | None
    guardian: str | None
    """Who consents for a person who may be a minor on the day of the finding."""


class BeneficiaryGenerator:
    """Generates the beneficiaries of one village."""

    def __init__(self, site: Site, workers: Sequence[Worker], /) -> None:
        self._site, self._rng, self._as_of = site, site.rng, site.as_of
        self._workers = list(_serving(workers, site.as_of))
        self._count = 0

    def generate(self, village: VillagePeople) -> Iterator[GeneratedBeneficiary]:
        """Yield families, then people."""
        return self.generate_each([village])

    def generate_each(self, households: Iterable[VillagePeople]) -> Iterator[GeneratedBeneficiary]:
        """Yield the same for one part of a village after another."""
        is_flooded = self._rng.happens(_FLOOD_RATE)
        family_rules = (*_FAMILY_RULES, _FLOOD_RULE) if is_flooded else _FAMILY_RULES
        for part in households:
            yield from self._families(part.families, family_rules)
            yield from self._people(part.villagers)

    def _families(
        self, families: Iterable[Family], rules: Sequence[tuple[PPKSCategory, int, int]]
    ) -> Iterator[GeneratedBeneficiary]:
        for family in families:
            rank = family.rank
            for category, max_decile, rate in rules:
                if rank and rank.decile <= max_decile and self._rng.happens(rate):
                    since = family.memberships[0].since or self._as_of
                    yield self._beneficiary(category, since, family=family)
                    break

    def _people(self, villagers: Iterable[Villager]) -> Iterator[GeneratedBeneficiary]:
        for one in villagers:
            for rule in _PEOPLE_RULES:
                if (
                    one.decile <= rule.max_decile
                    and rule.ages[0] <= one.age <= rule.ages[1]
                    and rule.applies_to(one)
                    and self._rng.happens(rule.rate)
                ):
                    yield self._beneficiary(rule.category, one.since, member=one)
                    break

    def _beneficiary(
        self,
        category: PPKSCategory,
        since: date,
        *,
        member: Villager | None = None,
        family: Family | None = None,
    ) -> GeneratedBeneficiary:
        self._count += 1
        worker, serves_since = self._rng.choice(self._workers) if self._workers else (None, since)
        person = None if member is None else member.person
        day = self._day(category, max(since, serves_since), member)
        verification, validation = self._verdicts(day)
        beneficiary = Beneficiary(
            id=BeneficiaryId(self._site.record_id("beneficiary", self._count)),
            person=person,
            family=family,
            classifications=frozenset(self._findings(category, day, worker)),
            verification=verification,
            validation=validation,
            matches=self._matches(person, day),
        )
        guardian = None if member is None else _guardian(member, self._as_of.year - day.year)
        return GeneratedBeneficiary(beneficiary, category, day, worker, guardian)

    def _day(self, category: PPKSCategory, since: date, member: Villager | None) -> date:
        """Return the day of a finding, on which the person was old enough for the category."""
        first = max(since, self._as_of - _MAX_FINDING_AGE)
        if member is not None and category.min_age is not None:
            first = max(first, member.born + timedelta(days=category.min_age * 1461 // 4 + 1))
        return self._rng.date_between(first, self._as_of)

    def _findings(
        self, category: PPKSCategory, day: date, worker: Worker | None
    ) -> Iterator[Classification]:
        source = self._rng.choice(_SOURCES)
        categories: list[PPKSCategory | PASCategory] = [category]
        if day >= _PAS_SINCE and self._rng.happens(_PAS_RATE):
            categories.append(category.pas)
        for one in categories:
            assessor = None if worker is None else worker.id
            yield Classification(category=one, date=day, source=source, assessor=assessor)

    def _verdicts(self, finding: date) -> tuple[Verdict | None, Verdict | None]:
        """Return the verification by the village and the validation by the agency."""
        rng = self._rng
        day = finding + timedelta(days=rng.randint(5, 40))
        if day > self._as_of or not rng.happens(_VERIFIED_RATE):
            return None, None
        village = Speaker(body=self._site.government)
        verification = Verdict(date=day, by=village, result=rng.draw(_RESULTS))
        day += timedelta(days=rng.randint(5, 60))
        if day > self._as_of or not rng.happens(_VALIDATED_RATE):
            return verification, None
        agency = Speaker(
            office=Office(title="Kepala Dinas Sosial", region=self._site.place.regency)
        )
        return verification, Verdict(date=day, by=agency, result=verification.result)

    def _matches(self, person: Person | None, day: date) -> tuple[RegisterMatch, ...]:
        if person is None or person.nik is None or not self._rng.happens(_MATCHED_RATE):
            return ()
        return (RegisterMatch(state=MatchState.PADAN, against="Dukcapil", method="NIK", date=day),)


def _serving(workers: Sequence[Worker], as_of: date) -> Iterator[tuple[Worker, date]]:
    """Yield the workers who serve today, with the first day of their oldest current role."""
    for worker in workers:
        since = [role.since for role in worker.assignments_on(as_of) if role.since]
        if since:
            yield worker, min(since)


def _guardian(one: Villager, years_ago: int) -> str | None:
    """Return the head of the family of a person who may have been a child that many years ago."""
    may_be_child = one.age - years_ago <= _ADULT_AGE
    return one.family.memberships[0].person.name if may_be_child else None


_ADULT_AGE = 18
