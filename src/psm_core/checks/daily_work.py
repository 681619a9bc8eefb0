"""Checks of ground checks."""

from collections.abc import Iterator, Mapping
from typing import Final

from ..errors import Issue
from ..records.ground_checks import GroundCheck, GroundCheckList
from ..values.region_code import RegionCode
from .context import Check, CheckContext, current, warning


def result_has_a_date(row: GroundCheck, _: CheckContext) -> Iterator[Issue]:
    """Yield a warning for a result without the day of the check."""
    if row.result is not None and row.date is None:
        yield warning("ground_check.undated", "date")


def rows_fit_the_list(checked: GroundCheckList, context: CheckContext) -> Iterator[Issue]:
    """Yield a warning for each row outside the region of the list, and for a differing size."""
    within = current(checked.region, context)
    for number, row in enumerate(checked.rows):
        region = current(row.region, context)
        if within is not None and region is not None and not _may_be_within(region, within):
            yield warning("ground_check.outside", "rows", number, "person")
    if checked.size is not None and checked.size != len(checked.rows):
        count, size = len(checked.rows), checked.size
        yield warning("ground_check.rows_missing", "size", count=count, size=size)


def _may_be_within(region: RegionCode, within: RegionCode) -> bool:
    """Return whether a region is within another one, or contains it and so may be known in part."""
    return region.is_within(within) or within.is_within(region)


CHECKS: Final[Mapping[type, tuple[Check, ...]]] = {
    GroundCheck: (result_has_a_date,),
    GroundCheckList: (rows_fit_the_list,),
}
"""Record class → its checks in this module."""
