"""Checks of families and households: ages of parents and children, heads, family cards."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from ..errors import Issue
from ..records.families import Family, Household, Membership, Resident
from ..terms import FamilyRelation, HouseholdRelation, LifeStatus, Sex
from ..values.date_range import DateRange
from ..values.dates import beside_another, overlap
from .context import Check, CheckContext, birth_ranges, warning

_F, _H = FamilyRelation, HouseholdRelation
_HEADS: Final = frozenset({_F.KEPALA_KELUARGA, _H.KEPALA_KELUARGA})
_NO_HEADS: Final = frozenset({LifeStatus.MATI, LifeStatus.TIDAK_VALID})
"""The statuses of persons who are no heads any more, although no end is recorded."""
_SPOUSES: Final = frozenset({_F.SUAMI, _F.ISTRI, _H.ISTRI_SUAMI})
_Relation = FamilyRelation | HouseholdRelation | None
_SEXES: Final[Mapping[_Relation, Sex]] = {
    _F.SUAMI: Sex.LAKI_LAKI,
    _F.ISTRI: Sex.PEREMPUAN,
}
_YOUNGER: Final[Mapping[_Relation, int]] = {
    _F.ANAK: 10,
    _H.ANAK: 10,
    _F.CUCU: 20,
    _H.CUCU: 20,
}
"""Relation to the head → the least number of years by which the head is older."""
_OLDER: Final = 10
"""The least age difference between a parent and the head (ORANGTUA) or spouse (MERTUA)."""
_Member = Membership | Resident


def family_ages_are_plausible(family: Family, context: CheckContext) -> Iterator[Issue]:
    """Yield a warning for each member of a family who is too old to be a child of the parent."""
    yield from _implausible(family.memberships, "memberships", context.as_of)


def household_ages_are_plausible(household: Household, context: CheckContext) -> Iterator[Issue]:
    """Yield a warning for each resident who is too old to be a child of the parent."""
    yield from _implausible(household.residents, "residents", context.as_of)


def family_has_one_head(family: Family, _: CheckContext) -> Iterator[Issue]:
    """Yield a warning for each head of a family beside another head."""
    yield from _heads_beside_another(family.memberships, "memberships")


def household_has_one_head_a_family(household: Household, _: CheckContext) -> Iterator[Issue]:
    """Yield a warning for heads beside another, if there are more heads than families.

    The relation to the head is that of a family, so a household of two families has two heads.
    """
    heads = [one for one in household.residents if _is_head(one)]
    if len(heads) > max(1, len(household.families)):
        yield from _heads_beside_another(household.residents, "residents")


def relation_fits_sex(member: Membership, _: CheckContext) -> Iterator[Issue]:
    """Yield a warning for a husband who is recorded as a woman, or a wife recorded as a man."""
    expected, sex = _SEXES.get(member.relation), member.person.sex
    if expected is not None and sex is not None and sex is not expected:
        yield warning("family.relation_sex", "relation")


def card_is_present_or_absent(family: Family, _: CheckContext) -> Iterator[Issue]:
    """Yield a warning for a family with a card number and a reason why there is none."""
    if family.kk is not None and family.kk_absence is not None:
        yield warning("family.kk_absence_unneeded", "kk_absence")


def _is_head(member: _Member) -> bool:
    """Return whether a member is a head; one who has died may have a successor."""
    return member.relation in _HEADS and member.person.life_status not in _NO_HEADS


def _heads_beside_another(members: Sequence[_Member], at: str) -> Iterator[Issue]:
    heads = ((number, one) for number, one in enumerate(members) if _is_head(one))
    for number in beside_another(heads):
        yield warning("family.two_heads", at, number, "relation")


def _implausible(members: Sequence[_Member], at: str, as_of: date | None) -> Iterator[Issue]:
    heads: list[_Member] = [one for one in members if one.relation in _HEADS]
    spouses: list[_Member] = [one for one in members if one.relation in _SPOUSES]
    children_of: Mapping[_Relation, list[_Member]] = {
        _F.ORANGTUA: heads,
        _F.MERTUA: spouses,
    }
    for number, one in enumerate(members):
        years = _YOUNGER.get(one.relation, _OLDER)
        is_child = one.relation in _YOUNGER and not any(
            _is_parent(spouse, one, years, as_of) for spouse in spouses
        )
        parents = heads if is_child else ()
        children = children_of.get(one.relation, ())
        if any(_too_near(parent, one, years, as_of) for parent in parents) or any(
            _too_near(one, child, years, as_of) for child in children
        ):
            yield warning("family.age_gap", at, number, "person", years=years)


def _is_parent(spouse: _Member, child: _Member, years: int, as_of: date | None) -> bool:
    """Return whether a child may be the spouse's child from an earlier marriage."""
    before = [one for one in birth_ranges(spouse.person) if as_of is None or one.start <= as_of]
    after = _born(child, as_of)
    is_known = bool(before and after)
    return is_known and not _is_too_near(spouse, child, before, after, years)


def _too_near(older: _Member, younger: _Member, years: int, as_of: date | None) -> bool:
    """Return whether two members of the same time are certainly less than so many years apart."""
    return _is_too_near(older, younger, _born(older, as_of), _born(younger, as_of), years)


def _is_too_near(
    older: _Member,
    younger: _Member,
    before: Sequence[DateRange],
    after: Sequence[DateRange],
    years: int,
) -> bool:
    """Compare the earliest birth of the older member with the latest one of the younger."""
    at_one_time = overlap(older.since, older.until, younger.since, younger.until)
    return (
        bool(before and after)
        and at_one_time
        and all(
            (late.year, late.month, late.day) < (early.year + years, early.month, early.day)
            for early in (one.start for one in before)
            for late in (one.end for one in after)
        )
    )


def _born(member: _Member, as_of: date | None) -> list[DateRange]:
    """Return the possible birth dates of a member, without those that may be in the future."""
    return [one for one in birth_ranges(member.person) if as_of is None or one.end <= as_of]


CHECKS: Final[Mapping[type, tuple[Check, ...]]] = {
    Family: (family_ages_are_plausible, family_has_one_head, card_is_present_or_absent),
    Membership: (relation_fits_sex,),
    Household: (household_ages_are_plausible, household_has_one_head_a_family),
}
"""Record class → its checks in this module."""
