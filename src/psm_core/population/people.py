"""The people, families and households of a village, with names, numbers and addresses."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from ..records.families import Family, Household, Membership, Resident, WelfareRank
from ..records.people import Address, Person
from ..terms import Citizenship, DisabilityType, MaritalStatus, NIKAbsence, Religion
from ..values.dates import Quarter, age_on
from ..values.ids import FamilyId, HouseholdId
from ..values.kk import KK
from ..values.nik import NIK
from ..values.partial_date import PartialDate
from ..values.phone import PhoneNumber
from . import distributions
from .households import FamilyDraft, PersonDraft, household
from .names import personal_name, place_name
from .occupations import SENIOR_SECONDARY, education_step, occupation
from .sites import NumberIssuer, Site

_FIRST_KK_DATES = (date(2006, 1, 1), date(2011, 12, 31))
"""Families formed earlier got their KK number in these years (UU 23/2006)."""
_KTP_AGE = 17
_INDIVIDUAL_RATE = 300
"""How many of 1,000 people of a household are taken, so that most come alone."""
_DISABILITIES = tuple(DisabilityType)
_NONE: frozenset[DisabilityType] = frozenset()
_HAMLETS = ("Dusun I", "Dusun II", "Dusun III", "Dusun IV")


class Villager(NamedTuple):
    """A person of a village, with the facts by which workers and beneficiaries are chosen."""

    person: Person
    born: date
    """The day of birth, also if the record knows it in part."""
    age: int
    decile: int
    since: date
    """The first day on the family card."""
    family: Family


class Individual(NamedTuple):
    """A person of a village whose family was not generated."""

    person: Person
    born: date
    """The day of birth, also if the record knows it in part."""
    age: int


class VillagePeople(NamedTuple):
    """The families, households and people of a village."""

    families: list[Family]
    households: list[Household]
    villagers: list[Villager]


class PeopleGenerator:
    """Generates the people of one village."""

    def __init__(self, site: Site, issuer: NumberIssuer, /) -> None:
        self._site, self._issuer = site, issuer
        self._rng, self._as_of = site.rng, site.as_of
        self._religion = site.rng.draw(distributions.RELIGIONS)
        self._quarters = _quarters(site.as_of)
        self._village = VillagePeople([], [], [])

    def generate(self, people: int) -> VillagePeople:
        """Return a number of people in their families and households."""
        while (missing := people - len(self._village.villagers)) > 0:
            cards = household(self._rng, self._as_of)
            if sum(len(card.members) for card in cards) <= missing:
                self._add_household(cards)
        return self._village

    def households(self, people: int) -> Iterator[VillagePeople]:
        """Yield households, each by itself, until they have at least a number of people."""
        village = self._village
        while len(village.villagers) < people:
            families, villagers = len(village.families), len(village.villagers)
            self._add_household(household(self._rng, self._as_of))
            yield VillagePeople(
                village.families[families:], village.households[-1:], village.villagers[villagers:]
            )

    def individuals(self, min_age: int) -> Iterator[Individual]:
        """Yield people of an age, without end. Few of them are from one family."""
        while True:
            for card in household(self._rng, self._as_of):
                for draft in card.members:
                    age = age_on(draft.born, self._as_of)
                    if age >= min_age and self._rng.happens(_INDIVIDUAL_RATE):
                        address, religion = self._address(), self._religion_of_household()
                        kk = self._kk(self._recorded(card.formed))
                        person = self._person(draft, kk, address, religion)
                        yield Individual(person, draft.born, age)

    def _address(self) -> Address:
        rng = self._rng
        return Address(
            hamlet=rng.choice(_HAMLETS),
            rt=f"{rng.randint(1, 12):03}",
            rw=f"{rng.randint(1, 4):03}",
            region=self._site.place.code,
        )

    def _religion_of_household(self) -> Religion:
        has_majority_religion = self._rng.happens(distributions.MAJORITY_RELIGION_RATE)
        return self._religion if has_majority_religion else self._rng.draw(distributions.RELIGIONS)

    def _add_household(self, cards: list[FamilyDraft]) -> None:
        village = self._village
        address, religion = self._address(), self._religion_of_household()
        families: list[Family] = []
        residents: list[Resident] = []
        for card in cards:
            family = self._family(card, address, religion, len(village.families) + 1)
            families.append(family)
            village.families.append(family)
            residents.extend(
                Resident(person=one.person, relation=draft.household_relation, since=one.since)
                for one, draft in zip(family.memberships, card.members, strict=True)
            )
        village.households.append(
            Household(
                id=HouseholdId(self._site.record_id("household", len(village.households) + 1)),
                address=address,
                families=frozenset(one.id for one in families if one.id is not None),
                residents=tuple(residents),
            )
        )

    def _family(
        self, card: FamilyDraft, address: Address, religion: Religion, number: int
    ) -> Family:
        recorded = self._recorded(card.formed)
        kk = self._kk(recorded)
        people = [self._person(draft, kk, address, religion) for draft in card.members]
        education = people[0].education
        is_less_educated = education is None or education_step(education) < SENIOR_SECONDARY
        decile = self._rng.draw(
            distributions.LOWER_DECILES if is_less_educated else distributions.HIGHER_DECILES
        )
        family = Family(
            id=FamilyId(self._site.record_id("family", number)),
            kk=kk,
            memberships=tuple(
                Membership(person=person, relation=draft.relation, since=max(recorded, draft.born))
                for person, draft in zip(people, card.members, strict=True)
            ),
            ranks=tuple(WelfareRank(decile=decile, period=one) for one in self._quarters),
        )
        self._village.villagers.extend(
            Villager(
                one.person,
                draft.born,
                age_on(draft.born, self._as_of),
                decile,
                one.since or recorded,
                family,
            )
            for one, draft in zip(family.memberships, card.members, strict=True)
        )
        return family

    def _kk(self, recorded: date) -> KK | None:
        is_missing = self._rng.happens(distributions.MISSING_KK_RATE)
        return None if is_missing else self._issuer.kk(recorded)

    def _recorded(self, formed: date) -> date:
        """Return the day on which a family got its KK number."""
        if formed < _FIRST_KK_DATES[0]:
            return self._rng.date_between(_FIRST_KK_DATES[0], min(_FIRST_KK_DATES[1], self._as_of))
        return min(formed + timedelta(days=self._rng.randint(7, 120)), self._as_of)

    def _person(
        self, draft: PersonDraft, kk: KK | None, address: Address, religion: Religion
    ) -> Person:
        rng, age = self._rng, age_on(draft.born, self._as_of)
        absence = self._absence(age)
        has_card = age >= _KTP_AGE or draft.marital is not MaritalStatus.BELUM_KAWIN
        education = rng.draw(distributions.EDUCATION_BY_AGE[age])
        return Person(
            nik=None if absence else self._nik(draft),
            nik_absence=absence,
            kk=kk,
            name=personal_name(rng, draft.sex, religion, age),
            sex=draft.sex,
            birth_place=self._birth_place(draft),
            birth_date=self._birth_date(draft.born, age),
            citizenship=Citizenship.WNI,
            religion=religion,
            marital_status=draft.marital,
            family_relation=draft.relation,
            education=education,
            occupation=occupation(rng, draft.sex, age, education),
            blood_type=rng.draw(distributions.BLOOD_TYPES),
            disabilities=self._disabilities(age),
            phone=self._phone(age),
            ktp_address=address if has_card else None,
            domicile=None if has_card else address,
            life_status=rng.draw(distributions.LIFE_STATUSES),
        )

    def _birth_date(self, born: date, age: int) -> date | PartialDate:
        """Return the birth date as recorded; of some elderly people, only the year is known."""
        is_elderly = age >= distributions.MIN_AGE_WITHOUT_BIRTH_DATE
        if not is_elderly or not self._rng.happens(distributions.PARTIAL_BIRTH_DATE_RATE):
            return born
        is_approximate = self._rng.happens(distributions.APPROXIMATE_YEAR_RATE)
        return PartialDate(f"{born.year}{'~' if is_approximate else ''}")

    def _nik(self, draft: PersonDraft) -> NIK:
        return self._issuer.nik(draft.born, draft.sex, is_newcomer=draft.is_newcomer)

    def _absence(self, age: int) -> NIKAbsence | None:
        if age == 0 and self._rng.happens(distributions.NEWBORN_MISSING_NIK_RATE):
            return NIKAbsence.BELUM_MEMILIKI
        is_missing = self._rng.happens(distributions.MISSING_NIK_RATE)
        return self._rng.draw(distributions.NIK_ABSENCES) if is_missing else None

    def _birth_place(self, draft: PersonDraft) -> str:
        if draft.is_newcomer:
            return place_name(self._rng.randrange(1000))
        return self._site.place.district_name.partition(" ")[2]

    def _disabilities(self, age: int) -> frozenset[DisabilityType]:
        if not self._rng.happens(distributions.rate_at_age(distributions.DISABILITY_RATES, age)):
            return _NONE
        return frozenset(
            self._rng.sample(_DISABILITIES, self._rng.draw(distributions.DISABILITY_COUNTS))
        )

    def _phone(self, age: int) -> PhoneNumber | None:
        if not self._rng.happens(distributions.rate_at_age(distributions.PHONE_RATES, age)):
            return None
        return PhoneNumber(f"+628000000{self._rng.randrange(1000):03}")


def _quarters(as_of: date) -> tuple[Quarter, Quarter]:
    """Return the two quarters before that of a day."""
    now = as_of.year * 4 + (as_of.month - 1) // 3
    second_last, last = (Quarter(f"{one // 4}-Q{one % 4 + 1}") for one in (now - 2, now - 1))
    return second_last, last
