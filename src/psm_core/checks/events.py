"""Checks of an event: host, scope, year and delegations."""

from collections.abc import Iterator, Mapping
from typing import Final

from ..errors import Issue
from ..records.events.event import Event
from ..terms import EventLevel, RegionLevel
from ..values.region_code import RegionCode
from .context import Check, CheckContext, current, warning


def event_fits_its_scope(event: Event, context: CheckContext) -> Iterator[Issue]:
    """Yield a warning for each field of an event that contradicts its scope, level or dates."""
    if event.year is not None and event.dates is not None:
        first, last = event.dates.start.year, event.dates.end.year
        if not first <= event.year <= last:
            yield warning("event.year_differs", "year")
    scope = current(event.scope, context)
    host = current(event.host, context)
    if scope is None and event.level is not EventLevel.NASIONAL:
        return
    if scope is not None and host is not None and not host.is_within(scope):
        yield warning("event.host_outside", "host")
    if scope is None or (scope in context.regions and scope.level is not RegionLevel.VILLAGE):
        yield from _delegations_fit_the_scope(event, scope, context)


def _delegations_fit_the_scope(
    event: Event, scope: RegionCode | None, context: CheckContext
) -> Iterator[Issue]:
    """Hold the delegations of regions against those right below the scope, or the provinces."""
    came: set[RegionCode] = set()
    for number, one in enumerate(event.delegations):
        origin = current(one.origin, context)
        if origin is None:
            continue
        came.add(origin)
        if scope not in {origin, origin.parent}:
            yield warning("delegation.outside", "delegations", number, "origin")
    expected = [region.code for region in context.regions.children(scope)]
    missing = [code for code in expected if code not in came] if came else []
    if missing:
        yield warning(
            "event.delegations_missing", "delegations", missing=len(missing), expected=len(expected)
        )


CHECKS: Final[Mapping[type, tuple[Check, ...]]] = {
    Event: (event_fits_its_scope,),
}
"""Record class → its checks in this module."""
