"""Families and households: who belongs to them, from when to when, and how they rank."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Protocol

from .._core.invariants import Path, invariant, repeated
from .._core.record import NONE, PAST, PLANNED, SPESIFIK, UMUM, field, record_class
from ..terms import FamilyRelation, HouseholdRelation, WelfareScheme
from ..values.dates import Period, Quarter, beside_another, covers, in_order
from ..values.extensions import NO_EXTENSIONS, Extensions
from ..values.ids import FamilyId, HouseholdId
from ..values.kk import KK
from .people import Address, Person

__all__ = ["Family", "Household", "Membership", "Resident", "WelfareRank"]


class _Belonging(Period, Protocol):
    """What memberships of families and of households have in common."""

    @property
    def person(self) -> Person: ...


def _twice_at_once(belongings: Sequence[_Belonging]) -> Iterator[Path]:
    """Yield each membership of a person who is a member at that time already.

    A person is known by the NIK alone: twins who have none yet may be alike in all that is told.
    """
    of_each: defaultdict[object, list[tuple[int, _Belonging]]] = defaultdict(list)
    for number, one in enumerate(belongings):
        if one.person.nik is not None:
            of_each[one.person.nik].append((number, one))
    twice = (number for theirs in of_each.values() for number in beside_another(theirs))
    return ((number,) for number in sorted(twice))


def _second_head(belongings: Sequence[Period], heads: Sequence[bool]) -> Iterator[Path]:
    """Yield each head beside whom there is another at that time."""
    led = ((number, one) for number, one in enumerate(belongings) if heads[number])
    return ((number, "relation") for number in beside_another(led))


@record_class
class Membership:
    """A person on a family card, as what, from when to when.

    Raises:
        ValidationError: ``period.ends_before_start``, and the faults of each field.

    >>> from datetime import date
    >>> from psm_core import Membership, Person
    >>> from psm_core.terms import FamilyRelation, NIKAbsence
    >>> child = Person(name="Contoh", nik_absence=NIKAbsence.BELUM_MEMILIKI)
    >>> Membership(person=child, relation=FamilyRelation.ANAK, since=date(2025, 1, 5))
    Membership(person=Person(nik_absence=***, name=***), relation=***, since=***)

    """

    person: Person = field(UMUM)
    """Who it is."""
    relation: FamilyRelation = field(UMUM)
    """SHDK, what the person is to the head."""
    since: dt.date | None = field(UMUM, default=None, timing=PAST)
    """The first day, when that is known."""
    until: dt.date | None = field(UMUM, default=None, timing=PLANNED)
    """The last day, or the last that is known; None while it lasts."""

    _ends_after_start = invariant("period.ends_before_start", at="until")(in_order)


@record_class
class WelfareRank:
    """Peringkat kesejahteraan keluarga: the tenth of all families that a family was ranked in.

    The rank is of the family and of a period; it is never without a date. A missing rank is not
    the tenth. What a rank entitles to differs by programme and year and is no fact of the rank.

    Raises:
        ValidationError: ``number.bounds`` unless `decile` is 1 to 10; the faults of each field.

    Source: Permensos 3/2025 Pasal 1.

    >>> from psm_core import Quarter, WelfareRank
    >>> WelfareRank(decile=1, period=Quarter.parse("TW IV 2025")).scheme.label
    'DTSEN'
    >>> WelfareRank(decile=0, period=Quarter("2025-Q4"))
    Traceback (most recent call last):
    psm_core.errors.ValidationError: $.decile number.bounds: The number must be from 1 to 10. \
Correct the number.

    """

    decile: int = field(SPESIFIK, least=1, most=10)
    """Desil, 1 (poorest) to 10."""
    period: Quarter = field(NONE, timing=PAST)
    """The quarter it holds for."""
    scheme: WelfareScheme = field(NONE, default=WelfareScheme.DTSEN)
    """The data base that ranked."""


@record_class
class Family:
    """A family (*keluarga*) by its card: who was on it, from when to when, and how it ranked.

    The card number changes when a family splits, so it is a fact of the family and not its key.
    A family without a card is a family too.

    Raises:
        ValidationError: ``family.member_duplicate``, ``family.two_heads``, ``rank.duplicate``, and
            the faults of each field.

    >>> from psm_core import Family, Membership, Person
    >>> from psm_core.terms import FamilyRelation, NIKAbsence
    >>> person = Person(name="Contoh", nik_absence=NIKAbsence.BELUM_MEMILIKI)
    >>> family = Family(
    ...     memberships=(Membership(person=person, relation=FamilyRelation.KEPALA_KELUARGA),)
    ... )
    >>> family.head_on(dt.date(2025, 10, 10)) == person
    True

    """

    id: FamilyId | None = field(NONE, default=None)
    """The key of this record, when the family has one of its own."""
    kk: KK | None = field(UMUM, default=None)
    """The number of the family card, when there is one."""
    memberships: tuple[Membership, ...] = field(UMUM, default=())
    """Who belongs or belonged to it, in the order of the card."""
    ranks: tuple[WelfareRank, ...] = field(SPESIFIK, default=())
    """How it was ranked, each with its period."""
    extensions: Extensions = field(SPESIFIK, default=NO_EXTENSIONS)
    """Facts of an application's own, by namespace."""

    @invariant("family.member_duplicate", at="memberships")
    @staticmethod
    def _each_member_once(memberships: tuple[Membership, ...]) -> Iterator[Path]:
        return _twice_at_once(memberships)

    @invariant("family.two_heads", at="memberships")
    @staticmethod
    def _one_head_at_a_time(memberships: tuple[Membership, ...]) -> Iterator[Path]:
        head = FamilyRelation.KEPALA_KELUARGA
        return _second_head(memberships, [one.relation is head for one in memberships])

    @invariant("rank.duplicate", at="ranks")
    @staticmethod
    def _one_rank_a_period(ranks: tuple[WelfareRank, ...]) -> Iterator[Path]:
        return repeated(((one.scheme, one.period) for one in ranks), "period")

    def members_on(self, day: dt.date) -> tuple[Membership, ...]:
        """Return the memberships that hold on a day, as far as is known."""
        return tuple(one for one in self.memberships if covers(one.since, one.until, day))

    def head_on(self, day: dt.date) -> Person | None:
        """Return the head of the family on a day, or None when none is known.

        On a day of handing over it is the new one.
        """
        head = FamilyRelation.KEPALA_KELUARGA
        heads = [one for one in self.members_on(day) if one.relation is head]
        last = max(heads, key=lambda one: one.since or dt.date.min, default=None)
        return None if last is None else last.person

    @property
    def rank(self) -> WelfareRank | None:
        """The rank of the latest period, or None when there is none."""
        return max(self.ranks, key=lambda one: one.period, default=None)


@record_class
class Resident:
    """A person of a household, as what, from when to when.

    Raises:
        ValidationError: ``period.ends_before_start``, and the faults of each field.

    >>> from psm_core import Person, Resident
    >>> from psm_core.terms import HouseholdRelation, NIKAbsence
    >>> person = Person(name="Contoh", nik_absence=NIKAbsence.TIDAK_DIKETAHUI)
    >>> Resident(person=person, relation=HouseholdRelation.LAINNYA)
    Resident(person=Person(nik_absence=***, name=***), relation=***)

    """

    person: Person = field(UMUM)
    """Who it is."""
    relation: HouseholdRelation = field(UMUM)
    """What the person is to the head, in the statistics office's list."""
    since: dt.date | None = field(UMUM, default=None, timing=PAST)
    """The first day, when that is known."""
    until: dt.date | None = field(UMUM, default=None, timing=PLANNED)
    """The last day, or the last that is known; None while it lasts."""

    _ends_after_start = invariant("period.ends_before_start", at="until")(in_order)


@record_class
class Household:
    """A household (*rumah tangga*): those who live and eat together, of one family or of several.

    Raises:
        ValidationError: ``family.member_duplicate``, ``family.two_heads``, and the faults of each
            field.

    >>> from psm_core import FamilyId, Household, HouseholdId
    >>> both = frozenset({FamilyId("kel-1"), FamilyId("kel-2")})
    >>> house = Household(id=HouseholdId("rumah-12"), families=both)
    >>> len(house.families), house.residents
    (2, ())

    """

    id: HouseholdId = field(NONE)
    """The key of this record in the register that holds it."""
    address: Address | None = field(UMUM, default=None)
    """Where it lives."""
    families: frozenset[FamilyId] = field(NONE, default=frozenset())
    """The families that live in it, as far as they have records."""
    residents: tuple[Resident, ...] = field(UMUM, default=())
    """Who lives or lived in it."""
    extensions: Extensions = field(SPESIFIK, default=NO_EXTENSIONS)
    """Facts of an application's own, by namespace."""

    @invariant("family.member_duplicate", at="residents")
    @staticmethod
    def _each_resident_once(residents: tuple[Resident, ...]) -> Iterator[Path]:
        return _twice_at_once(residents)

    @invariant("family.two_heads", at="residents")
    @staticmethod
    def _one_head_at_a_time(residents: tuple[Resident, ...]) -> Iterator[Path]:
        head = HouseholdRelation.KEPALA_KELUARGA
        return _second_head(residents, [one.relation is head for one in residents])
