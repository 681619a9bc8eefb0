"""Drafts become people, families and households, with the numbers of their office."""

from datetime import date, timedelta
from typing import NamedTuple

from ..records.families import Family, Household, Membership, Resident, WelfareRank
from ..records.people import Address, Person
from ..terms import Citizenship, DisabilityType, MaritalStatus, NIKAbsence, Religion
from ..values.dates import Quarter, age_on
from ..values.ids import FamilyId, HouseholdId
from ..values.kk import KK
from ..values.nik import NIK
from ..values.phone import PhoneNumber
from . import distributions as odds
from .households import Card, Draft, household
from .names import personal_name, place_name
from .occupations import SECONDARY, occupation, schooling
from .sites import Office, Site

_FIRST_CARDS = (date(2006, 1, 1), date(2011, 12, 31))
"""When the numbers now in use were given to families that were there already (UU 23/2006)."""
_OF_AGE_FOR_KTP = 17
_DISABILITIES = tuple(DisabilityType)
_NONE: frozenset[DisabilityType] = frozenset()
_HAMLETS = ("Dusun I", "Dusun II", "Dusun III", "Dusun IV")


class Member(NamedTuple):
    """A person of a village, with what those who look for somebody ask first."""

    person: Person
    age: int
    decile: int
    since: date
    """The first day on the card."""
    family: Family


class Homes(NamedTuple):
    """The families of a village, where they live, and everybody in them."""

    families: list[Family]
    households: list[Household]
    members: list[Member]


class Registrar:
    """Who registers the people of one village, until there are as many as there should be."""

    def __init__(self, site: Site, office: Office, /) -> None:
        self._site, self._office = site, office
        self._chance, self._as_of = site.chance, site.as_of
        self._religion = site.chance.of(odds.RELIGIONS)
        self._quarters = _quarters(site.as_of)
        self._homes = Homes([], [], [])

    def homes(self, people: int) -> Homes:
        """Return so many people in their families and households."""
        while (left := people - len(self._homes.members)) > 0:
            cards = household(self._chance, self._as_of)
            if sum(len(card.members) for card in cards) <= left:
                self._house(cards)
        return self._homes

    def _house(self, cards: list[Card]) -> None:
        chance, homes = self._chance, self._homes
        address = Address(
            hamlet=chance.one(_HAMLETS),
            rt=f"{chance.between(1, 12):03}",
            rw=f"{chance.between(1, 4):03}",
            region=self._site.place.code,
        )
        is_usual = chance.happens(odds.OF_THE_VILLAGE)
        religion = self._religion if is_usual else chance.of(odds.RELIGIONS)
        families: list[Family] = []
        residents: list[Resident] = []
        for card in cards:
            family = self._family(card, address, religion, len(homes.families) + 1)
            families.append(family)
            homes.families.append(family)
            residents.extend(
                Resident(person=one.person, relation=draft.home, since=one.since)
                for one, draft in zip(family.memberships, card.members, strict=True)
            )
        homes.households.append(
            Household(
                id=HouseholdId(self._site.key("household", len(homes.households) + 1)),
                address=address,
                families=frozenset(one.id for one in families if one.id is not None),
                residents=tuple(residents),
            )
        )

    def _family(self, card: Card, address: Address, religion: Religion, number: int) -> Family:
        recorded = self._recorded(card.formed)
        kk = None if self._chance.happens(odds.WITHOUT_CARD) else self._office.kk(recorded)
        people = [self._person(draft, kk, address, religion) for draft in card.members]
        finished = people[0].education
        is_poorer = finished is None or schooling(finished) < SECONDARY
        decile = self._chance.of(odds.POORER if is_poorer else odds.RICHER)
        family = Family(
            id=FamilyId(self._site.key("family", number)),
            kk=kk,
            memberships=tuple(
                Membership(person=person, relation=draft.relation, since=max(recorded, draft.born))
                for person, draft in zip(people, card.members, strict=True)
            ),
            ranks=tuple(WelfareRank(decile=decile, period=one) for one in self._quarters),
        )
        self._homes.members.extend(
            Member(
                one.person, age_on(draft.born, self._as_of), decile, one.since or recorded, family
            )
            for one, draft in zip(family.memberships, card.members, strict=True)
        )
        return family

    def _recorded(self, formed: date) -> date:
        """Return the day on which a family got the number it has now."""
        if formed < _FIRST_CARDS[0]:
            return self._chance.day(_FIRST_CARDS[0], min(_FIRST_CARDS[1], self._as_of))
        return min(formed + timedelta(days=self._chance.between(7, 120)), self._as_of)

    def _person(self, draft: Draft, kk: KK | None, address: Address, religion: Religion) -> Person:
        chance, age = self._chance, age_on(draft.born, self._as_of)
        absence = self._absence(age)
        has_card = age >= _OF_AGE_FOR_KTP or draft.marital is not MaritalStatus.BELUM_KAWIN
        education = chance.of(odds.SCHOOLING[age])
        return Person(
            nik=None if absence else self._nik(draft),
            nik_absence=absence,
            kk=kk,
            name=personal_name(chance, draft.sex, religion, age),
            sex=draft.sex,
            birth_place=self._birth_place(draft),
            birth_date=draft.born,
            citizenship=Citizenship.WNI,
            religion=religion,
            marital_status=draft.marital,
            family_relation=draft.relation,
            education=education,
            occupation=occupation(chance, draft.sex, age, education),
            blood_type=chance.of(odds.BLOOD_TYPES),
            disabilities=self._disabilities(age),
            phone=self._phone(age),
            ktp_address=address if has_card else None,
            domicile=None if has_card else address,
        )

    def _nik(self, draft: Draft) -> NIK:
        return self._office.nik(draft.born, draft.sex, is_newcomer=draft.is_newcomer)

    def _absence(self, age: int) -> NIKAbsence | None:
        if age == 0 and self._chance.happens(odds.NEWBORN_WITHOUT_NIK):
            return NIKAbsence.BELUM_MEMILIKI
        is_missing = self._chance.happens(odds.WITHOUT_NIK)
        return self._chance.of(odds.WHY_WITHOUT_NIK) if is_missing else None

    def _birth_place(self, draft: Draft) -> str:
        if draft.is_newcomer:
            return place_name(self._chance.below(1000))
        return self._site.place.district_name.partition(" ")[2]

    def _disabilities(self, age: int) -> frozenset[DisabilityType]:
        if not self._chance.happens(odds.by_age(odds.DISABLED, age)):
            return _NONE
        return frozenset(self._chance.some(_DISABILITIES, self._chance.of(odds.DISABILITIES)))

    def _phone(self, age: int) -> PhoneNumber | None:
        if not self._chance.happens(odds.by_age(odds.PHONES, age)):
            return None
        return PhoneNumber(f"+628000000{self._chance.below(1000):03}")


def _quarters(as_of: date) -> tuple[Quarter, Quarter]:
    """Return the two quarters before the one of a day."""
    now = as_of.year * 4 + (as_of.month - 1) // 3
    before, last = (Quarter(f"{one // 4}-Q{one % 4 + 1}") for one in (now - 2, now - 1))
    return before, last
