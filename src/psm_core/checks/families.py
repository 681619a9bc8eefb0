"""Checks of families and households: the ages of parents and children."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from ..errors import Issue
from ..records.families import Family, Household, Membership, Resident
from ..terms import FamilyRelation, HouseholdRelation
from ..values.date_range import DateRange
from ..values.dates import overlap
from .context import Check, CheckContext, birth_ranges, warning

_F, _H = FamilyRelation, HouseholdRelation
_HEADS: Final = frozenset({_F.KEPALA_KELUARGA, _H.KEPALA_KELUARGA})
_SPOUSES: Final = frozenset({_F.SUAMI, _F.ISTRI, _H.ISTRI_SUAMI})
_YOUNGER: Final[Mapping[FamilyRelation | HouseholdRelation, int]] = {
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


def _implausible(members: Sequence[_Member], at: str, as_of: date | None) -> Iterator[Issue]:
    heads: list[_Member] = [one for one in members if one.relation in _HEADS]
    spouses: list[_Member] = [one for one in members if one.relation in _SPOUSES]
    children_of: Mapping[FamilyRelation | HouseholdRelation, list[_Member]] = {
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
    Family: (family_ages_are_plausible,),
    Household: (household_ages_are_plausible,),
}
"""Record class → its checks in this module."""
