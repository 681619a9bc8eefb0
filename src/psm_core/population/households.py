"""How families come about: who marries whom, which children are born, who still lives at home.

Here people are a relation, a sex and a birth date; days are ordinals until they are somebody's.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ..terms import FamilyRelation, HouseholdRelation, MaritalStatus, Sex
from . import distributions as odds
from .rng import Chance

_F, _M = FamilyRelation, MaritalStatus
_MAN, _WOMAN = Sex.LAKI_LAKI, Sex.PEREMPUAN


class Draft(NamedTuple):
    """Someone who has neither name nor number yet."""

    relation: FamilyRelation
    sex: Sex
    born: date
    marital: MaritalStatus
    home: HouseholdRelation
    is_newcomer: bool = False
    """Whether they were first registered elsewhere."""


class Card(NamedTuple):
    """A family to be: the day it came about, and its members in the order of the card."""

    formed: date
    members: list[Draft]


class _Pair(NamedTuple):
    man: int
    woman: int
    married: int

    def born(self, sex: Sex) -> int:
        return self.man if sex is _MAN else self.woman


def household(chance: Chance, as_of: date) -> list[Card]:
    """Return the families of one household; the first is that of its head."""
    now = as_of.toordinal()
    band = chance.of(odds.HEAD_AGES)
    born = _born(chance, now, chance.between(band.least, band.most))
    kind = chance.of(band.kinds)
    if kind is odds.Kind.ALONE:
        return [_alone(chance, now, born)]
    cards = _with_children(chance, now, born, kind)
    head = cards[0].members[0]
    cards[0].members.extend(_others(chance, now, cards[0].members))
    if len(cards) == 1 and kind is odds.Kind.COUPLE and chance.happens(odds.WOMAN_HEADS):
        cards[0] = _headed_by_her(cards[0], head)
    return cards


def _years(count: int) -> int:
    """Return the days of some years, rounded up."""
    return count * 1461 // 4 + 1


def _born(chance: Chance, now: int, age: int) -> int:
    """Return a day of birth for somebody of an age now."""
    return now - _years(age) - chance.below(364)


def _day(ordinal: int) -> date:
    return date.fromordinal(ordinal)


def _pair(chance: Chance, now: int, born: int, sex: Sex) -> _Pair:
    """Return a couple of which one is given: both of age, married on a day since then."""
    older = chance.of(odds.YEARS_HE_IS_OLDER) * 365 + chance.below(365)
    other = born + older if sex is _MAN else born - older
    other = max(min(other, now - _years(odds.MARRIAGE_AGE + 1)), now - _years(odds.OLDEST))
    grown = max(born, other) + _years(odds.MARRIAGE_AGE)
    married = grown + chance.of(odds.YEARS_UNTIL_MARRIED) * 365 + chance.below(365)
    if married > now:
        married = chance.between(grown, now)
    return _Pair(born, other, married) if sex is _MAN else _Pair(other, born, married)


def _births(chance: Chance, pair: _Pair, until: int) -> Iterator[int]:
    """Yield the days on which a couple had a child."""
    decade = _day(pair.woman).year // 10 * 10
    wanted = chance.of(odds.CHILDREN.get(decade, odds.CHILDREN_LATELY))
    last = min(until, pair.woman + _years(odds.LAST_BIRTH))
    born = pair.married + chance.between(280, 1000)
    while wanted > 0 and born <= last:
        yield born
        wanted -= 1
        if not chance.happens(odds.TWINS):
            born += chance.between(600, 2300)


def _with_children(chance: Chance, now: int, born: int, kind: odds.Kind) -> list[Card]:
    """Return the family of a couple or of one left behind, and those of children who stayed."""
    sex = _WOMAN if kind is odds.Kind.LONE_WOMAN else _MAN
    pair = _pair(chance, now, born, sex)
    is_couple = kind is odds.Kind.COUPLE
    formed = pair.married if is_couple else chance.between(min(pair.married + 200, now), now)
    status = _M.KAWIN if is_couple else _after_loss(chance, now - born)
    card = Card(_day(formed), [_head(chance, sex, born, status)])
    if is_couple:
        home = _F.ISTRI.in_household
        card.members.append(
            Draft(_F.ISTRI, _WOMAN, _day(pair.woman), _M.KAWIN, home, _is_newcomer(chance))
        )
    cards = [card]
    for birth in _births(chance, pair, now if is_couple else formed):
        cards.extend(_grown(chance, now, birth, card))
    card.members.sort(key=_rank)
    return cards


def _rank(one: Draft) -> int:
    return int(one.relation.code)


def _grown(chance: Chance, now: int, born: int, card: Card) -> Iterator[Card]:
    """Put a child at home on the card, with the family they may have; yield a family of its own."""
    age = (now - born) * 4 // 1461
    sex = _MAN if chance.happens(odds.BOYS) else _WOMAN
    if chance.happens(odds.at_home(age, sex)):
        card.members.append(_child(sex, _day(born)))
    elif age > odds.MARRIAGE_AGE + 1 and chance.happens(odds.MARRIED_AT_HOME):
        pair = _pair(chance, now, born, sex)
        children = [_grandchild(chance, one) for one in _births(chance, pair, now)]
        if chance.happens(odds.OWN_CARD):
            yield _young_family(chance, pair, sex, children)
        else:
            married = _child(sex, _day(born), _M.KAWIN), _in_law(chance, pair, sex)
            card.members.extend([*married, *children])


def _child(sex: Sex, born: date, marital: MaritalStatus = _M.BELUM_KAWIN) -> Draft:
    return Draft(_F.ANAK, sex, born, marital, _F.ANAK.in_household)


def _in_law(chance: Chance, pair: _Pair, of: Sex) -> Draft:
    sex = _other(of)
    home, new = _F.MENANTU.in_household, _is_newcomer(chance)
    return Draft(_F.MENANTU, sex, _day(pair.born(sex)), _M.KAWIN, home, new)


def _grandchild(chance: Chance, born: int) -> Draft:
    sex = _MAN if chance.happens(odds.BOYS) else _WOMAN
    return Draft(_F.CUCU, sex, _day(born), _M.BELUM_KAWIN, _F.CUCU.in_household)


def _young_family(chance: Chance, pair: _Pair, of: Sex, children: list[Draft]) -> Card:
    """Return the family of a child who stayed, on a card of its own: he heads it."""
    homes = {of: HouseholdRelation.ANAK, _other(of): HouseholdRelation.MENANTU}
    new = {of: False, _other(of): _is_newcomer(chance)}
    he = Draft(_F.KEPALA_KELUARGA, _MAN, _day(pair.man), _M.KAWIN, homes[_MAN], new[_MAN])
    she = Draft(_F.ISTRI, _WOMAN, _day(pair.woman), _M.KAWIN, homes[_WOMAN], new[_WOMAN])
    own = [one._replace(relation=_F.ANAK) for one in children]
    return Card(_day(pair.married), [he, she, *own])


def _alone(chance: Chance, now: int, born: int) -> Card:
    """Return the family of one who lives alone."""
    age = now - born
    is_single = chance.happens(odds.NEVER_MARRIED[age > _years(odds.ELDERLY)])
    status = _M.BELUM_KAWIN if is_single else _after_loss(chance, age)
    sex = _WOMAN if chance.happens(odds.ALONE_WOMEN[age > _years(odds.ELDERLY)]) else _MAN
    formed = chance.between(min(born + _years(odds.MARRIAGE_AGE), now), now)
    return Card(_day(formed), [_head(chance, sex, born, status)])


def _after_loss(chance: Chance, age: int) -> MaritalStatus:
    return _M.CERAI_MATI if chance.happens(odds.widowed(age * 4 // 1461)) else _M.CERAI_HIDUP


def _head(chance: Chance, sex: Sex, born: int, marital: MaritalStatus) -> Draft:
    relation = _F.KEPALA_KELUARGA
    return Draft(relation, sex, _day(born), marital, relation.in_household, _is_newcomer(chance))


def _others(chance: Chance, now: int, members: list[Draft]) -> Iterator[Draft]:
    """Yield a parent, a grandchild or another relative who lives with the family."""
    head = members[0]
    born = head.born.toordinal()
    age = (now - born) * 4 // 1461
    if age < odds.PARENT_LIVES_UNTIL and chance.happens(odds.PARENT_AT_HOME):
        yield _parent(chance, members)
    is_alone = all(one.relation is not _F.MENANTU for one in members)
    if age > odds.GRANDPARENT and is_alone and chance.happens(odds.GRANDCHILD_ALONE):
        yield _grandchild(chance, _born(chance, now, chance.between(1, odds.OLDEST_GRANDCHILD)))
    if chance.happens(odds.RELATIVE_AT_HOME):
        relation, sex = _F.FAMILI_LAIN, chance.one((_MAN, _WOMAN))
        theirs = _born(chance, now, chance.between(8, 70))
        is_old = now - theirs > _years(odds.ELDERLY)
        status = _M.CERAI_MATI if is_old and chance.happens(600) else _M.BELUM_KAWIN
        home = relation.in_household
        yield Draft(relation, sex, _day(theirs), status, home, is_newcomer=True)


def _parent(chance: Chance, members: list[Draft]) -> Draft:
    """Return the parent of the head, or that of the spouse."""
    spouse = next((one for one in members if one.relation is _F.ISTRI), None)
    is_hers = spouse is not None and chance.happens(400)
    child = spouse if spouse is not None and is_hers else members[0]
    relation = _F.MERTUA if is_hers else _F.ORANGTUA
    sex = _WOMAN if chance.happens(odds.MOTHERS) else _MAN
    born = child.born.toordinal() - _years(chance.between(20, 34)) - chance.below(364)
    return Draft(relation, sex, _day(born), _M.CERAI_MATI, relation.in_household)


def _headed_by_her(card: Card, he: Draft) -> Card:
    """Return a family that the wife heads, as some cards have it."""
    she = card.members[1]
    head = she._replace(relation=he.relation, home=he.home)
    kin = {_F.ORANGTUA: _F.MERTUA, _F.MERTUA: _F.ORANGTUA}
    rest = [one._replace(relation=kin.get(one.relation, one.relation)) for one in card.members[2:]]
    return Card(card.formed, [head, he._replace(relation=_F.SUAMI, home=she.home), *rest])


def _is_newcomer(chance: Chance) -> bool:
    return chance.happens(odds.NEWCOMERS)


def _other(sex: Sex) -> Sex:
    return _WOMAN if sex is _MAN else _MAN
