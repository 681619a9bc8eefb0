"""Recaps of ground checks and of welfare resources by region, and of presences by session."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable

from ..records.attendance import AttendanceList
from ..records.ground_checks import GroundCheck
from ..records.welfare_resources import WelfareResource
from ..regions import RegionRegistry
from ..terms import PSKS, GroundCheckResult, PresenceMark
from ..values.dates import covers
from ..values.region_code import RegionCode
from .counts import total
from .labels import distinct_labels
from .parts import Parts
from .recap import Recap

_UNCHECKED = "Belum diperiksa"
_UNMARKED = "Belum diisi"


def ground_checks(
    rows: Iterable[GroundCheck], *, regions: RegionRegistry, within: RegionCode
) -> Recap:
    """Return the number of rows of checked lists by result and by part of a region.

    The table has a column for each result that occurs, and one for rows without a result. A row
    counts in the region of the list, also if the person has moved. Rows outside `within` are left
    out; rows whose region is unknown count in the row ``Tidak diketahui``.

    >>> from psm_core import Address, GroundCheck, NIKAbsence, Person, RegionCode
    >>> from psm_core import load_regions, recaps
    >>> angsana = Address(region=RegionCode("63.10.09.2005"))
    >>> person = Person(name="Contoh", nik_absence=NIKAbsence.TIDAK_DIKETAHUI, ktp_address=angsana)
    >>> row = GroundCheck(person=person, result=GroundCheckResult.PINDAH)
    >>> recap = recaps.ground_checks([row], regions=load_regions(), within=RegionCode("63.10.09"))
    >>> recap.count("Desa Angsana", "Pindah")
    1
    """
    parts = Parts(within, regions)
    cells: Counter[tuple[str, GroundCheckResult | None]] = Counter()
    for one in rows:
        row = parts.row_of(() if one.region is None else (one.region,))
        if row is not None:
            cells[row, one.result] += 1
    results = {result for _, result in cells}
    columns = {
        one: _UNCHECKED if one is None else one.label
        for one in (*GroundCheckResult, None)
        if one in results
    }
    counts = {(row, columns[result]): count for (row, result), count in cells.items()}
    return Recap.of(
        f"Ground check di {regions[within].full_name}",
        parts.rows(row for row, _ in cells),
        columns.values(),
        counts,
        row_keys=parts.row_keys(),
        column_keys={
            **{label: f"ground check: {label}" for label in columns.values()},
            None: "ground checks",
        },
        within=within,
    )


def welfare_resources(
    resources: Iterable[WelfareResource],
    *,
    regions: RegionRegistry,
    within: RegionCode,
    since: dt.date | None = None,
    until: dt.date | None = None,
) -> Recap:
    """Return the number of welfare resources (PSKS) by kind and by part of a region.

    `since` and `until` limit the dates of the records. Records with a name and records with a
    count are added, so pass those of one survey. A cell with a record of an unknown number is None.

    >>> from datetime import date
    >>> from psm_core import RegionCode, WelfareResource, WelfareResourceId, load_regions, recaps
    >>> tagana = WelfareResource(id=WelfareResourceId("r-1"), kind=PSKS.parse("Tagana"), count=4,
    ...                          region=RegionCode("63.10.09.2005"), date=date(2025, 10, 1),
    ...                          source="Pendataan PSKS desa")
    >>> recap = recaps.welfare_resources([tagana], regions=load_regions(),
    ...                                  within=RegionCode("63.10.09"))
    >>> recap.count("Desa Angsana", "Taruna Siaga Bencana")
    4
    """
    parts = Parts(within, regions)
    counts: defaultdict[tuple[str, PSKS], list[int | None]] = defaultdict(list)
    for one in resources:
        row = parts.row_of((one.region,))
        if row is not None and covers(since, until, one.date):
            counts[row, one.kind].append(one.total)
    cells = {cell: total(listed) for cell, listed in counts.items()}
    kinds = {kind for _, kind in cells}
    columns = {one: one.label for one in PSKS if one in kinds}
    period = f"{since or ''}..{until or ''}"
    return Recap.of(
        f"Potensi dan sumber kesejahteraan sosial di {regions[within].full_name}",
        parts.rows(row for row, _ in cells),
        columns.values(),
        {(row, columns[kind]): count for (row, kind), count in cells.items()},
        row_keys=parts.row_keys(),
        column_keys={
            **{label: f"{kind.value} {period}" for kind, label in columns.items()},
            None: f"resources {period}",
        },
        within=within,
    )


def presences(attendance: AttendanceList) -> Recap:
    """Return the number of people on an attendance list by session and mark.

    A person without a mark for a session counts as ``Belum diisi``. The totals of the columns count
    marks, not people, because each session counts the same people.

    >>> from datetime import date
    >>> from psm_core import AttendanceList, AttendanceListId, Attendee, Presence, Session, recaps
    >>> from psm_core.terms import PresenceMark
    >>> one = Attendee(name="Contoh", presences=(Presence(session="1", mark=PresenceMark.HADIR),))
    >>> listed = AttendanceList(id=AttendanceListId("dh-1"), title="Bimtek", attendees=(one,),
    ...                         sessions=(Session(key="1", date=date(2025, 10, 13)),))
    >>> recaps.presences(listed).count("2025-10-13 1", "Hadir")
    1
    """
    rows = distinct_labels(
        {one.key: (f"{one.date} {one.title or one.key}", one.key) for one in attendance.sessions}
    )
    columns = [*(mark.label for mark in PresenceMark), _UNMARKED]
    cells: Counter[tuple[str, str]] = Counter()
    for one in attendance.attendees:
        marks = {each.session: each.mark.label for each in one.presences}
        cells.update((row, marks.get(key, _UNMARKED)) for key, row in rows.items())
    return Recap.of(attendance.title, rows.values(), columns, cells)
