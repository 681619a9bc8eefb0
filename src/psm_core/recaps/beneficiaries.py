"""Recap of beneficiaries by region and category."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator

from ..records.beneficiaries import Beneficiary
from ..regions import RegionRegistry
from ..terms import FamilyRelation, PASCategory, PMKSCategory, PPKSCategory
from ..values.dates import covers
from ..values.region_code import RegionCode
from .labels import distinct_labels
from .parts import Parts
from .recap import Recap


def by_category(
    beneficiaries: Iterable[Beneficiary],
    *,
    regions: RegionRegistry,
    within: RegionCode,
    since: dt.date | None = None,
    until: dt.date | None = None,
) -> Recap:
    """Return the number of beneficiaries by category and by part of a region.

    The rows are the regions one level below `within`. A beneficiary with several categories counts
    once in each. `since` and `until` limit the dates of the classifications. A family counts where
    its head lives, or else another member. With `until`, the members are those of that day.

    People who live outside `within` are left out, and people who had died, moved or gone by the day
    `until`, or at all if there is no such day. People whose region is unknown, or known only as
    `within`, count in the row ``Tidak diketahui``.

    >>> from datetime import date
    >>> from psm_core import Beneficiary, BeneficiaryId, Classification, Group, RegionCode
    >>> from psm_core import load_regions, recaps
    >>> from psm_core.terms import PPKSCategory
    >>> found = Classification(category=PPKSCategory.parse("KAT"), date=date(2025, 10, 1),
    ...                        source="asesmen")
    >>> one = Beneficiary(id=BeneficiaryId("b-1"), classifications=frozenset({found}),
    ...                   group=Group(name="Contoh", region=RegionCode("63.10.09.2005")))
    >>> recap = recaps.by_category([one], regions=load_regions(), within=RegionCode("63.10"))
    >>> recap.count("Kecamatan Angsana", "Komunitas Adat Terpencil")
    1
    """
    parts = Parts(within, regions)
    cells: Counter[tuple[str, PPKSCategory | PASCategory | PMKSCategory]] = Counter()
    for one in beneficiaries:
        if one.person is not None and not one.person.is_resident_on(until):
            continue
        row = parts.row_of(_homes(one, until))
        categories = {
            finding.category
            for finding in one.classifications
            if row is not None and covers(since, until, finding.date)
        }
        cells.update((row or "", category) for category in categories)
    listed = sorted({category for _, category in cells}, key=lambda one: one.value)
    columns = distinct_labels({one: (one.label, one.scheme.id) for one in listed})
    counts = {(row, columns[category]): count for (row, category), count in cells.items()}
    period = f"{since or ''}..{until or ''}"
    column_keys: dict[str | None, str] = {
        label: f"{category.value} {period}" for category, label in columns.items()
    }
    return Recap.of(
        f"Penerima manfaat di {regions[within].full_name}",
        parts.rows(row for row, _ in cells),
        columns.values(),
        counts,
        row_keys=parts.row_keys(),
        column_keys={**column_keys, None: f"beneficiaries {period}"},
        within=within,
    )


def _homes(one: Beneficiary, day: dt.date | None) -> Iterator[RegionCode]:
    """Yield the regions where a beneficiary may live: a domicile before the address on the KTP.

    Of a family, the head comes first. Without a day, members whose membership lasts longest come
    before the others.
    """
    if one.group is not None and one.group.region is not None:
        yield one.group.region
    people = [one.person] if one.person is not None else []
    if one.family is not None:
        members = one.family.memberships if day is None else one.family.members_on(day)
        order = sorted(
            members, key=lambda each: each.relation is not FamilyRelation.KEPALA_KELUARGA
        )
        order.sort(key=lambda each: each.until or dt.date.max, reverse=True)
        people = [each.person for each in order]
    for person in people:
        for address in (person.domicile, person.ktp_address):
            if address is not None and address.region is not None:
                yield address.region
