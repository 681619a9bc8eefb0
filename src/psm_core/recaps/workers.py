"""Recaps of workers: their activity, and the villages that they serve."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator

from .._core.arguments import require
from .._core.text import require_date
from ..records.cases.case import Case
from ..records.workers import Worker
from ..regions import Region, RegionRegistry
from ..terms import Pillar, RegionLevel
from ..values.dates import covers
from ..values.ids import WorkerId
from ..values.region_code import RegionCode
from .labels import region_labels
from .recap import Recap

_COVERED, _UNCOVERED = "Ada", "Belum ada"


def activity(
    cases: Iterable[Case],
    worker: WorkerId,
    *,
    since: dt.date | None = None,
    until: dt.date | None = None,
) -> Recap:
    """Return the number of case steps that a worker signed, by month and kind of step.

    Corrected and cancelled steps do not count.

    >>> from datetime import date
    >>> from psm_core import BeneficiaryId, Case, CaseId, Step, WorkerId, recaps
    >>> from psm_core.terms import StepKind
    >>> step = Step(kind=StepKind.PENJANGKAUAN, date=date(2025, 10, 1), by=WorkerId("psm-1"))
    >>> case = Case(id=CaseId("k-1"), beneficiary=BeneficiaryId("b-1"), steps=(step,))
    >>> recaps.activity([case], WorkerId("psm-1")).table()
    [['', 'Penjangkauan dan identifikasi', 'Jumlah'], ['2025-10', '1', '1'], ['Jumlah', '1', '1']]
    """
    cells: Counter[tuple[str, str]] = Counter()
    columns: dict[str, str] = {}
    for case in cases:
        for step in case.current_steps:
            if step.by == worker and covers(since, until, step.date):
                columns[step.kind.code.zfill(2)] = step.kind.label
                cells[f"{step.date:%Y-%m}", step.kind.label] += 1
    rows = sorted({row for row, _ in cells})
    return Recap.of("Kegiatan per bulan", rows, [columns[code] for code in sorted(columns)], cells)


def coverage(
    workers: Iterable[Worker],
    *,
    regions: RegionRegistry,
    within: RegionCode,
    as_of: dt.date,
    pillar: Pillar = Pillar.PSM,
) -> Recap:
    """Return the number of villages with a PSM on a day, and of those without.

    The rows are the regions one level below `within`; for a kecamatan or a village, `within`
    itself. `villages_without_worker` returns the villages. A worker covers the village that an
    assignment of the pillar serves on that day. An assignment is not counted if its region has an
    old code without a known successor, or if the worker had died, moved or gone by that day.

    Raises:
        TypeError: an argument is of another type.
        UnknownRegionError: there is no region `within`.

    >>> from psm_core import RegionCode, load_regions, recaps
    >>> within, as_of = RegionCode("63.10"), dt.date(2025, 10, 10)
    >>> recap = recaps.coverage([], regions=load_regions(), within=within, as_of=as_of)
    >>> recap.count("Kecamatan Angsana", "Belum ada")
    9

    """
    _require(regions, within, pillar)
    is_one_row = within.level in {RegionLevel.DISTRICT, RegionLevel.VILLAGE}
    labels = region_labels((regions[within],) if is_one_row else regions.children(within))
    uncovered = set(
        villages_without_worker(workers, regions=regions, within=within, as_of=as_of, pillar=pillar)
    )
    cells: Counter[tuple[str, str]] = Counter()
    for code, label in labels.items():
        villages = _villages(regions[code], regions)
        cells.update((label, _UNCOVERED if one in uncovered else _COVERED) for one in villages)
    return Recap.of(
        f"Desa dan kelurahan dengan {pillar.label} di {regions[within].full_name}",
        labels.values(),
        (_COVERED, _UNCOVERED),
        cells,
        row_keys={label: str(code) for code, label in labels.items()},
        column_keys={
            _COVERED: f"{_COVERED} {pillar.value} {as_of}",
            _UNCOVERED: f"{_UNCOVERED} {pillar.value} {as_of}",
            None: "villages",
        },
        within=within,
    )


def villages_without_worker(
    workers: Iterable[Worker],
    *,
    regions: RegionRegistry,
    within: RegionCode,
    as_of: dt.date,
    pillar: Pillar = Pillar.PSM,
) -> tuple[Region, ...]:
    """Return the villages inside a region that have no PSM on a day, in order of their codes.

    Raises:
        TypeError: an argument is of another type.
        UnknownRegionError: there is no region `within`.

    >>> from psm_core import RegionCode, load_regions, recaps
    >>> angsana, as_of = RegionCode("63.10.09"), dt.date(2025, 10, 10)
    >>> empty = recaps.villages_without_worker(
    ...     [], regions=load_regions(), within=angsana, as_of=as_of
    ... )
    >>> empty[0].full_name
    'Desa Bunati'

    """
    _require(regions, within, pillar)
    day = require_date(as_of)
    present = (worker for worker in workers if worker.person.is_resident_on(day))
    roles = (role for worker in present for role in worker.assignments_on(day))
    served = {regions.current(role.serves) for role in roles if role.pillar is pillar}
    return tuple(one for one in _villages(regions[within], regions) if one.code not in served)


def _require(regions: object, within: object, pillar: object) -> None:
    require(RegionRegistry, regions)
    require(RegionCode, within)
    require(Pillar, pillar)


def _villages(region: Region, regions: RegionRegistry) -> Iterator[Region]:
    inside = (region, *regions.descendants(region.code))
    return (one for one in inside if one.level is RegionLevel.VILLAGE)
