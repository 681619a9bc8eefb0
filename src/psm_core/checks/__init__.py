"""Plausibility checks of valid records. They need region data, and many need today's date.

A check yields warnings, not errors, because unusual data can be correct. For example, a NIK keeps
the region, birth date and sex of the day on which it was issued.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import cast

from .._core.record import is_record_class, not_a_record, record_info, sort_key
from .._core.text import require_date
from .._paths import Steps
from ..errors import Issue
from ..regions import RegionRegistry
from ..values.region_code import RegionCode
from . import (
    assessments,
    cases,
    consents,
    daily_work,
    dates,
    events,
    families,
    identity,
    organisations,
    ppks,
    psm,
    verdicts,
)
from .assessments import check_answers
from .context import Check, CheckContext, region_warnings
from .provenance import check_provenance

__all__ = ["check", "check_answers", "check_provenance"]


def check(
    record: object, /, *, regions: RegionRegistry, as_of: date | None = None
) -> tuple[Issue, ...]:
    """Return warnings about implausible data of a record and of all records inside it.

    `as_of` is the day that counts as today. Without it, some checks are skipped: the seven
    requirements of a PSM, which apply to current roles, and each comparison with today.

    The codes of the warnings are listed in the reference of issue codes.

    Raises:
        TypeError: the object is not a record of psm_core, or `as_of` is not a date.

    >>> from datetime import date
    >>> from psm_core import Address, RegionCode, checks
    >>> from psm_core.regions import load_regions
    >>> moved = Address(region=RegionCode("91.01"))       # Merauke, until 2022
    >>> for issue in checks.check(moved, regions=load_regions(), as_of=date(2025, 10, 10)):
    ...     print(issue.where, issue.code, issue.params["successor"])
    $.region region.retired 93.01

    """
    if not is_record_class(type(record)):
        raise not_a_record(type(record))
    if not isinstance(regions, RegionRegistry):  # pyright: ignore[reportUnnecessaryIsInstance] - callers without a type checker
        raise TypeError(f"regions must be a RegionRegistry, not {type(regions).__name__}")
    day = None if as_of is None else require_date(as_of)
    return tuple(_checked(record, CheckContext(regions, day), ()))


def _checked(value: object, context: CheckContext, path: Steps) -> Iterator[Issue]:
    """Yield the warnings about a value and all values inside it."""
    if isinstance(value, RegionCode):
        yield from region_warnings(value, context, path, "region.")
    elif type(value) in {tuple, frozenset}:
        items = cast("Iterable[object]", value)
        ordered = sorted(items, key=sort_key) if type(value) is frozenset else items
        for number, item in enumerate(ordered):
            yield from _checked(item, context, (*path, number))
    elif is_record_class(type(value)):
        for rule in (*_CHECKS.get(type(value), ()), dates.dates_are_plausible):
            yield from (issue.under(*path) for issue in rule(value, context))
        for field in record_info(type(value)).fields:
            yield from _checked(getattr(value, field.name), context, (*path, field.name))


_MODULES = (
    assessments,
    daily_work,
    events,
    families,
    identity,
    ppks,
    verdicts,
    psm,
    organisations,
    cases,
    consents,
    dates,
)
_CHECKS: Mapping[type, tuple[Check, ...]] = {
    record_class: tuple(one for module in _MODULES for one in module.CHECKS.get(record_class, ()))
    for module in _MODULES
    for record_class in module.CHECKS
}
"""Record class → the checks of its records."""
