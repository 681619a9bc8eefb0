"""Recap of an event: the size of each delegation."""

from ..records.events.actors import Delegation
from ..records.events.event import Event
from ..regions import RegionRegistry
from ..terms import Completeness
from .labels import distinct_labels
from .recap import Recap

_SIZES = ("Kuota", "Terdaftar", "Hadir")
_OTHERS = "Kontingen lain"
"""The row of the delegations that a list may lack."""


def attendance(event: Event, *, regions: RegionRegistry) -> Recap:
    """Return the quota, registered number and attendance of each delegation.

    The three numbers have no common total. A number that no source states is None, and so is each
    total over it. A list that is not stated to be complete has a last row for the other
    delegations, whose numbers are unknown.

    >>> from psm_core import Delegation, Event, EventId, RegionCode, load_regions, recaps
    >>> from psm_core.terms import EventKind
    >>> came = Delegation(origin=RegionCode("63.10"), quota=20, present=18)
    >>> event = Event(id=EventId("e-1"), title="Temu Karya PSM", kind=EventKind.TEMU_KARYA,
    ...               delegations=(came,))
    >>> recaps.attendance(event, regions=load_regions()).table()[1]
    ['Kabupaten Tanah Bumbu', '20', '?', '18']
    """
    names: dict[Delegation | None, tuple[str, str]] = {
        one: (_name(one, regions), "lembaga" if one.origin is None else str(one.origin))
        for one in event.delegations
    }
    if event.delegations_completeness is not Completeness.LENGKAP:
        names[None] = (_OTHERS, "belum tercatat")
    rows = distinct_labels(names)
    cells = {
        (row, column): count
        for one, row in rows.items()
        for column, count in zip(_SIZES, _sizes(one), strict=True)
    }
    return Recap.of(event.title, rows.values(), _SIZES, cells, has_row_totals=False)


def _sizes(one: Delegation | None) -> tuple[int | None, int | None, int | None]:
    return (None, None, None) if one is None else (one.quota, one.registered, one.present)


def _name(one: Delegation, regions: RegionRegistry) -> str:
    region = None if one.origin is None else regions.get(one.origin)
    return region.full_name if region else str(one.origin or one.organisation)
