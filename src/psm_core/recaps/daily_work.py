"""Recaps of ground checks and of welfare resources, by region."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable

from ..records.ground_checks import GroundCheck
from ..records.welfare_resources import WelfareResource
from ..regions import RegionRegistry
from ..terms import PSKS, GroundCheckResult
from ..values.dates import covers
from ..values.region_code import RegionCode
from .parts import Parts
from .recap import Recap

_UNCHECKED = "Belum diperiksa"


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
    count are added, so pass those of one survey.

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
    cells: Counter[tuple[str, PSKS]] = Counter()
    for one in resources:
        row = parts.row_of((one.region,))
        if row is not None and covers(since, until, one.date):
            cells[row, one.kind] += one.count
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
