"""Checks of a beneficiary: categories compared with age, sex and unit (person, family, group)."""

import math
from collections.abc import Iterator, Mapping
from typing import Final

from .._core.record import sort_key
from ..errors import Issue
from ..records.beneficiaries import Beneficiary, Classification
from ..records.people import Person
from ..terms import PASCategory, PMKSCategory, PPKSCategory
from .context import Check, CheckContext, person_ages, warning


def categories_fit_the_subject(who: Beneficiary, _: CheckContext) -> Iterator[Issue]:
    """Yield a warning for each category that does not apply to the unit, the age or the sex.

    Source: Permensos 8/2012, annex; for children and the elderly UU 23/2002 Pasal 1 angka 1 and
    UU 13/1998 Pasal 1 angka 2.
    """
    for number, finding in enumerate(sorted(who.classifications, key=sort_key)):
        category = finding.category
        at = ("classifications", number, "category")
        if not isinstance(category, PASCategory) and who.unit not in category.units:
            yield warning("ppks.unit", *at)
        if who.person is not None and not isinstance(category, PMKSCategory):
            yield from (issue.under(*at) for issue in _person_fits(who.person, category, finding))


def _person_fits(
    person: Person, category: PPKSCategory | PASCategory, finding: Classification
) -> Iterator[Issue]:
    sex = person.sex or (person.nik.sex if person.nik else None)
    if category.sex is not None and sex is not None and sex is not category.sex:
        yield warning("ppks.sex")
    ages = person_ages(person, finding.date)
    minimum = -math.inf if category.min_age is None else category.min_age
    maximum = math.inf if category.max_age is None else category.max_age
    if ages and not any(minimum <= one.maximum and one.minimum <= maximum for one in ages):
        bounds = {"minimum": category.min_age, "maximum": category.max_age}
        limits: dict[str, str | int] = {name: n for name, n in bounds.items() if n is not None}
        yield warning("ppks.age", **limits, article=str(category.age_source))


CHECKS: Final[Mapping[type, tuple[Check, ...]]] = {
    Beneficiary: (categories_fit_the_subject,),
}
"""Record class → its checks in this module."""
