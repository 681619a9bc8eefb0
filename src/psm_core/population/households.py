"""Families before they have names and numbers: marriages, births, and who lives together.

Inside this module a day is its ordinal (`date.toordinal`).
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ..terms import FamilyRelation, HouseholdRelation, MaritalStatus, Sex
from . import distributions
from .rng import Rng

_F, _M = FamilyRelation, MaritalStatus
_MAN, _WOMAN = Sex.LAKI_LAKI, Sex.PEREMPUAN


class PersonDraft(NamedTuple):
    """A person without name and numbers."""

    relation: FamilyRelation
    sex: Sex
    born: date
    marital: MaritalStatus
    household_relation: HouseholdRelation
    is_newcomer: bool = False
    """Whether the person was first registered elsewhere."""


class FamilyDraft(NamedTuple):
    """A family without name and numbers; its members are in the order of the family card."""

    formed: date
    """The day it began."""
    members: list[PersonDraft]


class _Couple(NamedTuple):
    man: int
    woman: int
    married: int

    def born(self, sex: Sex) -> int:
        return self.man if sex is _MAN else self.woman


def household(rng: Rng, as_of: date) -> list[FamilyDraft]:
    """Return the families of one household; the first is that of its head."""
    now = as_of.toordinal()
    band = rng.draw(distributions.HEAD_AGES)
    born = _born(rng, now, rng.randint(band.min_age, band.max_age))
    kind = rng.draw(band.kinds)
    if kind is distributions.FamilyKind.LIVING_ALONE:
        return [_alone(rng, now, born)]
    cards = _with_children(rng, now, born, kind)
    head = cards[0].members[0]
    cards[0].members.extend(_relatives(rng, now, cards[0].members))
    if (
        len(cards) == 1
        and kind is distributions.FamilyKind.COUPLE
        and rng.happens(distributions.FEMALE_HEAD_RATE)
    ):
        cards[0] = _with_female_head(cards[0], head)
    return cards


def _years(count: int) -> int:
    """Return the number of days in some years, rounded up."""
    return count * 1461 // 4 + 1


def _born(rng: Rng, now: int, age: int) -> int:
    """Return a birth date for an age."""
    return now - _years(age) - rng.randrange(364)


def _day(ordinal: int) -> date:
    return date.fromordinal(ordinal)


def _couple(rng: Rng, now: int, born: int, sex: Sex) -> _Couple:
    """Return a couple from the birth date and sex of one; both were old enough at the wedding."""
    older = rng.draw(distributions.HUSBAND_AGE_DIFFERENCES) * 365 + rng.randrange(365)
    other = born + older if sex is _MAN else born - older
    other = max(
        min(other, now - _years(distributions.MIN_MARRIAGE_AGE + 1)),
        now - _years(distributions.MAX_AGE),
    )
    grown = max(born, other) + _years(distributions.MIN_MARRIAGE_AGE)
    married = grown + rng.draw(distributions.YEARS_BEFORE_MARRIAGE) * 365 + rng.randrange(365)
    if married > now:
        married = rng.randint(grown, now)
    return _Couple(born, other, married) if sex is _MAN else _Couple(other, born, married)


def _births(rng: Rng, pair: _Couple, until: int) -> Iterator[int]:
    """Yield the birth dates of the children of a couple."""
    decade = _day(pair.woman).year // 10 * 10
    wanted = rng.draw(distributions.CHILD_COUNTS.get(decade, distributions.RECENT_CHILD_COUNTS))
    last = min(until, pair.woman + _years(distributions.MAX_AGE_OF_MOTHER))
    born = pair.married + rng.randint(280, 1000)
    while wanted > 0 and born <= last:
        yield born
        wanted -= 1
        if not rng.happens(distributions.TWIN_RATE):
            born += rng.randint(600, 2300)


def _with_children(
    rng: Rng, now: int, born: int, kind: distributions.FamilyKind
) -> list[FamilyDraft]:
    """Return the family of a couple or a single parent, and those of children living with them."""
    sex = _WOMAN if kind is distributions.FamilyKind.SINGLE_MOTHER else _MAN
    pair = _couple(rng, now, born, sex)
    is_couple = kind is distributions.FamilyKind.COUPLE
    formed = pair.married if is_couple else rng.randint(min(pair.married + 200, now), now)
    status = _M.KAWIN if is_couple else _status_after_marriage(rng, now - born)
    card = FamilyDraft(_day(formed), [_head(rng, sex, born, status)])
    if is_couple:
        home = _F.ISTRI.in_household
        card.members.append(
            PersonDraft(_F.ISTRI, _WOMAN, _day(pair.woman), _M.KAWIN, home, _is_newcomer(rng))
        )
    cards = [card]
    for birth in _births(rng, pair, now if is_couple else formed):
        cards.extend(_add_child(rng, now, birth, card))
    card.members.sort(key=_rank)
    return cards


def _rank(one: PersonDraft) -> int:
    return int(one.relation.code)


def _add_child(rng: Rng, now: int, born: int, card: FamilyDraft) -> Iterator[FamilyDraft]:
    """Add a child who lives at home, perhaps with spouse and children.

    Yield the family of the child if it has a separate card.
    """
    age = (now - born) * 4 // 1461
    sex = _MAN if rng.happens(distributions.MALE_BIRTH_RATE) else _WOMAN
    if rng.happens(distributions.unmarried_at_home_rate(age, sex)):
        card.members.append(_child(sex, _day(born)))
    elif age > distributions.MIN_MARRIAGE_AGE + 1 and rng.happens(
        distributions.MARRIED_CHILD_AT_HOME_RATE
    ):
        pair = _couple(rng, now, born, sex)
        children = [_grandchild(rng, one) for one in _births(rng, pair, now)]
        if rng.happens(distributions.SEPARATE_CARD_RATE):
            yield _young_family(rng, pair, sex, children)
        else:
            married = _child(sex, _day(born), _M.KAWIN), _in_law(rng, pair, sex)
            card.members.extend([*married, *children])


def _child(sex: Sex, born: date, marital: MaritalStatus = _M.BELUM_KAWIN) -> PersonDraft:
    return PersonDraft(_F.ANAK, sex, born, marital, _F.ANAK.in_household)


def _in_law(rng: Rng, pair: _Couple, of: Sex) -> PersonDraft:
    sex = _other(of)
    home, new = _F.MENANTU.in_household, _is_newcomer(rng)
    return PersonDraft(_F.MENANTU, sex, _day(pair.born(sex)), _M.KAWIN, home, new)


def _grandchild(rng: Rng, born: int) -> PersonDraft:
    sex = _MAN if rng.happens(distributions.MALE_BIRTH_RATE) else _WOMAN
    return PersonDraft(_F.CUCU, sex, _day(born), _M.BELUM_KAWIN, _F.CUCU.in_household)


def _young_family(rng: Rng, pair: _Couple, of: Sex, children: list[PersonDraft]) -> FamilyDraft:
    """Return the family of a married child with a separate card; the husband is its head."""
    relations = {of: HouseholdRelation.ANAK, _other(of): HouseholdRelation.MENANTU}
    new = {of: False, _other(of): _is_newcomer(rng)}
    husband = PersonDraft(
        _F.KEPALA_KELUARGA, _MAN, _day(pair.man), _M.KAWIN, relations[_MAN], new[_MAN]
    )
    wife = PersonDraft(_F.ISTRI, _WOMAN, _day(pair.woman), _M.KAWIN, relations[_WOMAN], new[_WOMAN])
    own = [one._replace(relation=_F.ANAK) for one in children]
    return FamilyDraft(_day(pair.married), [husband, wife, *own])


def _alone(rng: Rng, now: int, born: int) -> FamilyDraft:
    """Return the family of a person living alone."""
    age = now - born
    is_single = rng.happens(
        distributions.NEVER_MARRIED_RATES[age > _years(distributions.ELDERLY_AGE)]
    )
    status = _M.BELUM_KAWIN if is_single else _status_after_marriage(rng, age)
    sex = (
        _WOMAN
        if rng.happens(distributions.FEMALE_ALONE_RATES[age > _years(distributions.ELDERLY_AGE)])
        else _MAN
    )
    formed = rng.randint(min(born + _years(distributions.MIN_MARRIAGE_AGE), now), now)
    return FamilyDraft(_day(formed), [_head(rng, sex, born, status)])


def _status_after_marriage(rng: Rng, age: int) -> MaritalStatus:
    return (
        _M.CERAI_MATI
        if rng.happens(distributions.widowed_rate(age * 4 // 1461))
        else _M.CERAI_HIDUP
    )


def _head(rng: Rng, sex: Sex, born: int, marital: MaritalStatus) -> PersonDraft:
    relation = _F.KEPALA_KELUARGA
    return PersonDraft(relation, sex, _day(born), marital, relation.in_household, _is_newcomer(rng))


def _relatives(rng: Rng, now: int, members: list[PersonDraft]) -> Iterator[PersonDraft]:
    """Yield a parent, a grandchild or another relative living with the family."""
    head = members[0]
    born = head.born.toordinal()
    age = (now - born) * 4 // 1461
    if age < distributions.MAX_AGE_WITH_PARENT and rng.happens(distributions.PARENT_AT_HOME_RATE):
        yield _parent(rng, members)
    is_alone = all(one.relation is not _F.MENANTU for one in members)
    if (
        age > distributions.MIN_AGE_OF_GRANDPARENT
        and is_alone
        and rng.happens(distributions.GRANDCHILD_WITHOUT_PARENTS_RATE)
    ):
        yield _grandchild(rng, _born(rng, now, rng.randint(1, distributions.MAX_AGE_OF_GRANDCHILD)))
    if rng.happens(distributions.RELATIVE_AT_HOME_RATE):
        relation, sex = _F.FAMILI_LAIN, rng.choice((_MAN, _WOMAN))
        theirs = _born(rng, now, rng.randint(8, 70))
        is_old = now - theirs > _years(distributions.ELDERLY_AGE)
        status = _M.CERAI_MATI if is_old and rng.happens(600) else _M.BELUM_KAWIN
        home = relation.in_household
        yield PersonDraft(relation, sex, _day(theirs), status, home, is_newcomer=True)


def _parent(rng: Rng, members: list[PersonDraft]) -> PersonDraft:
    """Return a parent of the head or of the spouse."""
    spouse = next((one for one in members if one.relation is _F.ISTRI), None)
    is_hers = spouse is not None and rng.happens(400)
    child = spouse if spouse is not None and is_hers else members[0]
    relation = _F.MERTUA if is_hers else _F.ORANGTUA
    sex = _WOMAN if rng.happens(distributions.MOTHER_RATE) else _MAN
    born = child.born.toordinal() - _years(rng.randint(20, 34)) - rng.randrange(364)
    return PersonDraft(relation, sex, _day(born), _M.CERAI_MATI, relation.in_household)


def _with_female_head(card: FamilyDraft, husband: PersonDraft) -> FamilyDraft:
    """Return the same family with the wife as its head."""
    wife = card.members[1]
    head = wife._replace(relation=husband.relation, household_relation=husband.household_relation)
    kin = {_F.ORANGTUA: _F.MERTUA, _F.MERTUA: _F.ORANGTUA}
    rest = [one._replace(relation=kin.get(one.relation, one.relation)) for one in card.members[2:]]
    return FamilyDraft(
        card.formed,
        [
            head,
            husband._replace(relation=_F.SUAMI, household_relation=wife.household_relation),
            *rest,
        ],
    )


def _is_newcomer(rng: Rng) -> bool:
    return rng.happens(distributions.NEWCOMER_RATE)


def _other(sex: Sex) -> Sex:
    return _WOMAN if sex is _MAN else _MAN
