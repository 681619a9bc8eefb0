"""Checks of an event: host, scope, year, days, status, delegations, turnouts and claims."""

from collections.abc import Iterator, Mapping
from typing import Final

from ..errors import Issue
from ..records.events.event import Event
from ..records.events.reports import Turnout
from ..records.events.speeches import Speech
from ..regions import RegionRegistry
from ..terms import Completeness, EventLevel, EventStatus, Extent, FigureStatus, RegionLevel
from ..values.region_code import RegionCode
from .context import Check, CheckContext, current, warning

_NOT_OVER: Final = frozenset(
    {EventStatus.DIRENCANAKAN, EventStatus.DIPASTIKAN, EventStatus.BERLANGSUNG}
)
_BEGUN: Final = frozenset({EventStatus.BERLANGSUNG, EventStatus.TERLAKSANA})


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


def scope_is_of_the_level(event: Event, _: CheckContext) -> Iterator[Issue]:
    """Yield a warning for a scope that is not a region of the level of the event."""
    level, scope = event.level, event.scope
    if level is not None and scope is not None and level.region_level is not scope.level:
        yield warning("event.level_differs", "scope")


def _delegations_fit_the_scope(
    event: Event, scope: RegionCode | None, context: CheckContext
) -> Iterator[Issue]:
    """Compare the delegations of regions with those right below the scope, or the provinces.

    Only a list that is stated to be complete says that the other regions sent none.
    """
    came: set[RegionCode] = set()
    for number, one in enumerate(event.delegations):
        origin = current(one.origin, context)
        if origin is None:
            continue
        came.add(origin)
        if scope not in {origin, origin.parent}:
            yield warning("delegation.outside", "delegations", number, "origin")
    if not came or event.delegations_completeness is not Completeness.LENGKAP:
        return
    expected = [region.code for region in context.regions.children(scope)]
    missing = [code for code in expected if code not in came]
    if missing:
        yield warning(
            "event.delegations_missing", "delegations", missing=len(missing), expected=len(expected)
        )


def turnouts_fit_the_regions(event: Event, context: CheckContext) -> Iterator[Issue]:
    """Yield a warning for a turnout that contradicts the region table or the delegations.

    The delegations are those that came, so planned and registered turnouts may differ from them.
    """
    came = {current(one.origin, context) for one in event.delegations if one.origin}
    is_complete = event.delegations_completeness is Completeness.LENGKAP
    for number, one in enumerate(event.turnouts):
        within = current(one.within, context)
        regions = _regions_below(context.regions, within, one.level)
        if not regions:
            continue
        yield from _counts_fit(number, one, len(regions))
        if came and one.status is FigureStatus.REPORTED:
            listed = len(regions & came)
            yield from _delegations_fit(number, one, listed, len(regions), is_complete=is_complete)


def _counts_fit(number: int, turnout: Turnout, expected: int) -> Iterator[Issue]:
    if turnout.expected is not None and turnout.expected != expected:
        yield warning("turnout.count_differs", "turnouts", number, "expected", expected=expected)
    present = turnout.present
    is_all = present == expected
    if present is not None and (
        present > expected
        or (turnout.extent is Extent.SELURUH and not is_all)
        or (turnout.extent is Extent.SEBAGIAN and is_all)
    ):
        yield warning("turnout.count_differs", "turnouts", number, "present", expected=expected)


def _delegations_fit(
    number: int, turnout: Turnout, listed: int, expected: int, *, is_complete: bool
) -> Iterator[Issue]:
    """Compare a turnout with the number of its regions in the list of delegations."""
    present, differs = turnout.present, "turnout.delegations_differ"
    if turnout.extent is Extent.SELURUH:
        missing = expected - listed if is_complete else 0
        if missing:
            yield warning(
                "turnout.delegation_missing", "turnouts", number, "extent", missing=missing
            )
    elif present is not None:
        if listed > present or (is_complete and listed < present):
            yield warning(differs, "turnouts", number, "present", listed=listed)
    elif turnout.extent is Extent.SEBAGIAN and listed == expected:
        yield warning(differs, "turnouts", number, "extent", listed=listed)


def _regions_below(
    regions: RegionRegistry, within: RegionCode | None, level: RegionLevel
) -> frozenset[RegionCode]:
    """Return the regions of a level within a region, or none if it is unknown or no larger."""
    if within is not None and (within not in regions or within.level.digits >= level.digits):
        return frozenset()
    found = [within]
    while found and (found[0] is None or found[0].level is not level):
        found = [region.code for one in found for region in regions.children(one)]
    return frozenset(code for code in found if code is not None)


def status_fits_the_event(event: Event, context: CheckContext) -> Iterator[Issue]:
    """Yield a warning for a status that contradicts the dates, today or the delegations."""
    day, dates = context.as_of, event.dates
    if day is not None and dates is not None:
        if event.status in _BEGUN and dates.start > day:
            yield warning("event.held_in_future", "status")
        if event.status in _NOT_OVER and dates.end < day:
            yield warning("event.status_outdated", "status")
    if event.status is EventStatus.DIBATALKAN and any(one.present for one in event.delegations):
        yield warning("event.cancelled_with_attendance", "status")


def days_are_within_the_event(event: Event, _: CheckContext) -> Iterator[Issue]:
    """Yield a warning for a main day, or a day of the programme, outside the dates of the event."""
    if event.dates is None:
        return
    if event.peak is not None and event.peak not in event.dates:
        yield warning("event.peak_outside", "peak")
    for number, item in enumerate(event.agenda):
        if item.day is not None and item.day not in event.dates:
            yield warning("event.day_outside", "agenda", number, "day")
    for number, activity in enumerate(event.activities):
        days = activity.dates
        if days is not None and not (days.start in event.dates and days.end in event.dates):
            yield warning("event.day_outside", "activities", number, "dates")


def values_have_a_source(event: Event, _: CheckContext) -> Iterator[Issue]:
    """Yield a warning for each field that sources give, but none with the value of the event."""
    for name in event.conflicts():
        if getattr(event, name) is not None and not event.sources_of(name):
            yield warning("event.value_unsupported", name)


def reader_is_named(speech: Speech, _: CheckContext) -> Iterator[Issue]:
    """Yield a warning for a speech that somebody read for the author, without saying who."""
    if speech.capacity is not None and speech.reader is None:
        yield warning("speech.capacity_without_reader", "capacity")


CHECKS: Final[Mapping[type, tuple[Check, ...]]] = {
    Event: (
        event_fits_its_scope,
        scope_is_of_the_level,
        turnouts_fit_the_regions,
        status_fits_the_event,
        days_are_within_the_event,
        values_have_a_source,
    ),
    Speech: (reader_is_named,),
}
"""Record class → its checks in this module."""
