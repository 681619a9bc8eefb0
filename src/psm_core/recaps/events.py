"""Recap of an event: the size of each delegation."""

from ..records.events.event import Delegation, Event
from ..regions import RegionRegistry
from .labels import distinct_labels
from .recap import Recap

_SIZES = ("Kuota", "Terdaftar", "Hadir")


def attendance(event: Event, *, regions: RegionRegistry) -> Recap:
    """Return the quota, registered number and attendance of each delegation.

    The three numbers have no common total. A number that no source states is None, and so is each
    total over it.

    >>> from psm_core import Delegation, Event, EventId, RegionCode, load_regions, recaps
    >>> from psm_core.terms import EventKind
    >>> came = Delegation(origin=RegionCode("63.10"), quota=20, present=18)
    >>> event = Event(id=EventId("e-1"), title="Temu Karya PSM", kind=EventKind.TEMU_KARYA,
    ...               delegations=(came,))
    >>> recaps.attendance(event, regions=load_regions()).table()[1]
    ['Kabupaten Tanah Bumbu', '20', '?', '18']
    """
    rows = distinct_labels(
        {
            one: (_name(one, regions), "lembaga" if one.origin is None else str(one.origin))
            for one in event.delegations
        }
    )
    cells = {
        (row, column): count
        for one, row in rows.items()
        for column, count in zip(_SIZES, (one.quota, one.registered, one.present), strict=True)
    }
    return Recap.of(event.title, rows.values(), _SIZES, cells, has_row_totals=False)


def _name(one: Delegation, regions: RegionRegistry) -> str:
    region = None if one.origin is None else regions.get(one.origin)
    return region.full_name if region else str(one.origin or one.organisation)
