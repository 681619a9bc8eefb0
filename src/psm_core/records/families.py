"""Families and households, with their dated members and welfare ranks."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from operator import attrgetter
from typing import Final, Protocol

from .._core.invariants import Verdict, in_order, invariant, repeated, unique
from .._core.record import NONE, PAST, PLANNED, SPESIFIK, UMUM, field, record_class
from ..terms import FamilyRelation, HouseholdRelation, KKAbsence, LifeStatus, WelfareScheme
from ..values.dates import Period, Quarter, beside_another, covers
from ..values.extensions import NO_EXTENSIONS, Extensions
from ..values.ids import FamilyId, HouseholdId
from ..values.kk import KK
from .people import Address, Person

__all__ = ["Family", "Household", "Membership", "Resident", "WelfareRank"]

_NO_MEMBERS: Final = frozenset({LifeStatus.MATI, LifeStatus.TIDAK_VALID})
"""The statuses of persons who are no members of a family, although no end is recorded."""


class _Member(Period, Protocol):
    """A member of a family or a resident of a household."""

    @property
    def person(self) -> Person: ...


def _without_overlaps(members: Sequence[_Member]) -> Verdict:
    """Return the path of each membership that overlaps an earlier one of the same person, or True.

    Persons are compared by NIK only, because newborn twins without one can be equal in all fields.
    An entry that is marked as invalid may repeat a valid one.
    """
    niks = [
        None if one.person.life_status is LifeStatus.TIDAK_VALID else one.person.nik
        for one in members
    ]
    if repeated(niks) is True:
        return True
    by_nik: defaultdict[object, list[tuple[int, _Member]]] = defaultdict(list)
    for number, (nik, one) in enumerate(zip(niks, members, strict=True)):
        if nik is not None:
            by_nik[nik].append((number, one))
    overlapping = [number for own in by_nik.values() for number in beside_another(own)]
    return [(number,) for number in sorted(overlapping)] or True


@record_class
class Membership:
    """A person on a family card, with the relation to the head and the period.

    The relation is None if it is unknown. A list of families with their welfare rank often does not
    state it.

    Raises:
        ValidationError: ``period.ends_before_start``, and the issues of each field.

    >>> from datetime import date
    >>> from psm_core import Membership, Person
    >>> from psm_core.terms import FamilyRelation, NIKAbsence
    >>> child = Person(name="Contoh", nik_absence=NIKAbsence.BELUM_MEMILIKI)
    >>> Membership(person=child, relation=FamilyRelation.ANAK, since=date(2025, 1, 5))
    Membership(person=Person(nik_absence=***, name=***), relation=***, since=***)

    """

    person: Person = field(UMUM)
    """The person."""
    relation: FamilyRelation | None = field(UMUM, default=None)
    """SHDK (*status hubungan dalam keluarga*): the relation to the head of the family, if known."""
    since: dt.date | None = field(UMUM, default=None, timing=PAST)
    """The first day, if known."""
    until: dt.date | None = field(UMUM, default=None, timing=PLANNED)
    """The last day, or the last known day; None for a current member."""

    _ends_after_start = in_order("period.ends_before_start", "since", "until")


@record_class
class WelfareRank:
    """Peringkat kesejahteraan keluarga: the welfare decile of a family in a period.

    A family without a rank is not in decile 10; its rank is unknown. Which aid a decile may receive
    differs by programme and year, so it is not recorded here.

    Raises:
        ValidationError: ``number.bounds`` if `decile` is not between 1 and 10, and the issues of
            each field.

    Source: Permensos 3/2025 Pasal 1.

    >>> from psm_core import Quarter, WelfareRank
    >>> WelfareRank(decile=1, period=Quarter.parse("TW IV 2025")).scheme.label
    'DTSEN'
    >>> WelfareRank(decile=0, period=Quarter("2025-Q4"))
    Traceback (most recent call last):
    psm_core.errors.ValidationError: $.decile number.bounds: The number must be from 1 to 10. \
Correct the number.

    """

    decile: int = field(SPESIFIK, minimum=1, maximum=10)
    """Desil: 1 (poorest) to 10."""
    period: Quarter = field(NONE, timing=PAST)
    """The quarter for which it is valid."""
    scheme: WelfareScheme = field(NONE, default=WelfareScheme.DTSEN)
    """The database that contains the rank."""


@record_class
class Family:
    """A family (*keluarga*) on one family card, with its dated memberships and welfare ranks.

    The card number changes when a family splits, so it does not identify the family. A family may
    have no card, for example one of homeless people; `kk_absence` then says why, if that is known.
    The head may be unknown, as may the relations, or the members altogether. If members follow each
    other as head, or two are recorded as head at one time, `head_on` returns the later one;
    `psm_core.checks` warns of two.

    Raises:
        ValidationError: ``family.member_duplicate``, ``rank.duplicate``, and the issues of each
            field.

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
    """The identifier of this record, if the family has one."""
    kk: KK | None = field(UMUM, default=None)
    """The number of the family card, if there is one."""
    kk_absence: KKAbsence | None = field(UMUM, default=None)
    """Why there is no number, if that is known. A number and a reason together give a warning."""
    memberships: tuple[Membership, ...] = field(UMUM, default=())
    """The current and former members, in the order of the card."""
    ranks: tuple[WelfareRank, ...] = field(SPESIFIK, default=())
    """The welfare ranks, one for each period and scheme."""
    extensions: Extensions = field(SPESIFIK, default=NO_EXTENSIONS)
    """Custom fields of an application, by namespace."""

    @invariant("family.member_duplicate", at="memberships")
    @staticmethod
    def _each_member_once(memberships: tuple[Membership, ...]) -> Verdict:
        return len(memberships) <= 1 or _without_overlaps(memberships)

    _one_rank_a_period = unique(
        "rank.duplicate", "ranks", attrgetter("scheme", "period"), below="period"
    )

    def members_on(self, day: dt.date) -> tuple[Membership, ...]:
        """Return the memberships that are known to be valid on a day.

        A member who had died by that day, or whose entry is invalid, is left out. Whoever has
        moved stays a member until the membership ends.
        """
        return tuple(
            one
            for one in self.memberships
            if covers(one.since, one.until, day)
            and (one.person.life_status not in _NO_MEMBERS or one.person.is_resident_on(day))
        )

    def head_on(self, day: dt.date) -> Person | None:
        """Return the head of the family on a day, or None if none is known.

        On the day of a change it is the new head.
        """
        head = FamilyRelation.KEPALA_KELUARGA
        heads = [one for one in self.members_on(day) if one.relation is head]
        last = max(heads, key=lambda one: one.since or dt.date.min, default=None)
        return None if last is None else last.person

    @property
    def rank(self) -> WelfareRank | None:
        """The rank of the latest period, or None if there is none."""
        return max(self.ranks, key=lambda one: one.period, default=None)


@record_class
class Resident:
    """A person in a household, with the relation to the head and the period.

    Raises:
        ValidationError: ``period.ends_before_start``, and the issues of each field.

    >>> from psm_core import Person, Resident
    >>> from psm_core.terms import HouseholdRelation, NIKAbsence
    >>> person = Person(name="Contoh", nik_absence=NIKAbsence.TIDAK_DIKETAHUI)
    >>> Resident(person=person, relation=HouseholdRelation.LAINNYA)
    Resident(person=Person(nik_absence=***, name=***), relation=***)

    """

    person: Person = field(UMUM)
    """The person."""
    relation: HouseholdRelation = field(UMUM)
    """The relation to the head of the household, from the list of Statistics Indonesia."""
    since: dt.date | None = field(UMUM, default=None, timing=PAST)
    """The first day, if known."""
    until: dt.date | None = field(UMUM, default=None, timing=PLANNED)
    """The last day, or the last known day; None for a current resident."""

    _ends_after_start = in_order("period.ends_before_start", "since", "until")


@record_class
class Household:
    """A household (*rumah tangga*): those who live and eat together, of one family or of several.

    It needs no family card: `residents` alone describe a household of people without one. Their
    head may be unknown, and a household of several families may have several heads.

    Raises:
        ValidationError: ``family.member_duplicate``, and the issues of each field.

    >>> from psm_core import FamilyId, Household, HouseholdId
    >>> both = frozenset({FamilyId("kel-1"), FamilyId("kel-2")})
    >>> household = Household(id=HouseholdId("rumah-12"), families=both)
    >>> len(household.families), household.residents
    (2, ())

    """

    id: HouseholdId = field(NONE)
    """The identifier of this record in its register."""
    address: Address | None = field(UMUM, default=None)
    """The address."""
    families: frozenset[FamilyId] = field(NONE, default=frozenset())
    """The families that live in it, if they have records."""
    residents: tuple[Resident, ...] = field(UMUM, default=())
    """The current and former residents."""
    extensions: Extensions = field(SPESIFIK, default=NO_EXTENSIONS)
    """Custom fields of an application, by namespace."""

    @invariant("family.member_duplicate", at="residents")
    @staticmethod
    def _each_resident_once(residents: tuple[Resident, ...]) -> Verdict:
        return len(residents) <= 1 or _without_overlaps(residents)
