"""Programmes of aid and who takes part in them. No amount, age or rank is fixed in code."""

import datetime as dt
from functools import cache

from .._core.invariants import at_least_one, invariant
from .._core.record import NONE, PAST, PLANNED, SPESIFIK, UMUM, field, record_class
from .._core.resources import packaged_rows
from ..terms import EventLevel, FundingSource, ParticipationStatus, SubjectUnit
from ..values.dates import in_order
from ..values.extensions import NO_EXTENSIONS, Extensions
from ..values.ids import BeneficiaryId, ProgrammeId
from ..values.region_code import RegionCode

__all__ = ["Participation", "Programme", "ProgrammeComponent", "load_programmes"]


@record_class
class ProgrammeComponent:
    """One thing that a programme pays or gives for, with the time it was so.

    Raises:
        ValidationError: ``period.ends_before_start``, and the faults of each field.

    >>> from psm_core import load_programmes
    >>> pkh = load_programmes()[0]
    >>> pkh.components[0].group, pkh.components[0].name
    ('Kesehatan', 'Ibu hamil')

    """

    group: str = field(NONE, longest=100)
    """What it belongs to, such as ``Kesehatan``."""
    name: str = field(NONE, longest=100)
    """What it is, such as ``Ibu hamil``."""
    annual_amount: int | None = field(NONE, default=None)
    """What it was worth in a year, in rupiah, when that is known."""
    since: dt.date | None = field(NONE, default=None)
    """The first day it was so."""
    until: dt.date | None = field(NONE, default=None)
    """The last day it was so; None while it lasts, or when that is not known."""

    _ends_after_start = invariant("period.ends_before_start", at="until")(in_order)


@record_class
class Programme:
    """A programme of aid: an open record, since programmes are many, local and of their time.

    Raises:
        ValidationError: ``period.ends_before_start``, and the faults of each field.

    >>> from psm_core import Programme, ProgrammeId, RegionCode, load_programmes
    >>> from psm_core.terms import EventLevel
    >>> local = Programme(id=ProgrammeId("contoh-1"), name="Bantuan Contoh",
    ...                   owner=EventLevel.KABUPATEN_KOTA, region=RegionCode("63.10"))
    >>> local in load_programmes()
    False

    """

    id: ProgrammeId = field(NONE)
    """The key of this record; the known national ones have their short name (``PKH``)."""
    name: str = field(NONE)
    """The official name."""
    owner: EventLevel = field(NONE)
    """The level of government it belongs to."""
    region: RegionCode | None = field(NONE, default=None)
    """The region it belongs to; None for a national one."""
    unit: SubjectUnit | None = field(NONE, default=None)
    """Whom it is for (persons, families, groups)."""
    funding: FundingSource | None = field(NONE, default=None)
    """Whose money it is."""
    since: dt.date | None = field(NONE, default=None, timing=PLANNED)
    """The first day it was in force, when that is known."""
    until: dt.date | None = field(NONE, default=None, timing=PLANNED)
    """The last day it was in force, when that is known."""
    components: tuple[ProgrammeComponent, ...] = field(NONE, default=())
    """What it pays or gives for."""
    source: str | None = field(NONE, default=None, longest=300)
    """What this record was taken from."""
    extensions: Extensions = field(SPESIFIK, default=NO_EXTENSIONS)
    """Facts of an application's own, by namespace."""

    _ends_after_start = invariant("period.ends_before_start", at="until")(in_order)


@record_class
class Participation:
    """That a beneficiary takes part in a programme, and what it brought: received, not promised.

    Raises:
        ValidationError: ``participation.undated`` when neither the first day nor that of the
            proposal is told, ``period.ends_before_start``, and the faults of each field.

    >>> from psm_core import BeneficiaryId, Participation, ProgrammeId, ValidationError
    >>> from psm_core.terms import ParticipationStatus
    >>> whose = {"programme": ProgrammeId("PKH"), "recipient": BeneficiaryId("b-1")}
    >>> try:
    ...     Participation(**whose, status=ParticipationStatus.DIUSULKAN)
    ... except ValidationError as error:
    ...     print(error.issues[0].where, error.issues[0].code)
    $.since participation.undated

    """

    programme: ProgrammeId = field(NONE)
    """The programme."""
    recipient: BeneficiaryId = field(NONE)
    """Who takes part."""
    status: ParticipationStatus = field(NONE)
    """How far it has come."""
    proposed_on: dt.date | None = field(NONE, default=None, timing=PAST)
    """The day it was proposed."""
    since: dt.date | None = field(NONE, default=None, timing=PLANNED)
    """The first day of what was received."""
    until: dt.date | None = field(NONE, default=None, timing=PLANNED)
    """The last day of what was received; None while it lasts."""
    amount: int | None = field(SPESIFIK, default=None)
    """What was received, in rupiah."""
    goods: str | None = field(UMUM, default=None)
    """What was received in kind."""
    document: str | None = field(UMUM, default=None, longest=100)
    """The number of the decision or the list."""
    extensions: Extensions = field(SPESIFIK, default=NO_EXTENSIONS)
    """Facts of an application's own, by namespace."""

    _is_dated = at_least_one("participation.undated", "proposed_on", "since", at="since")
    _ends_after_start = invariant("period.ends_before_start", at="until")(in_order)


@cache
def load_programmes() -> tuple[Programme, ...]:
    """Return the national programmes that are known, as data with their sources.

    The list is neither closed nor law: a register adds its own.

    >>> [str(one.id) for one in load_programmes()][:3]
    ['PKH', 'SEMBAKO', 'PBI-JKN']

    """
    components: dict[str, list[ProgrammeComponent]] = {}
    for programme, group, name, annual_amount, since, until in packaged_rows("components.tsv"):
        component = ProgrammeComponent(
            group=group,
            name=name,
            annual_amount=int(annual_amount) if annual_amount else None,
            since=_day(since),
            until=_day(until),
        )
        components.setdefault(programme, []).append(component)
    return tuple(
        Programme(
            id=ProgrammeId(key),
            name=name,
            owner=EventLevel.parse(owner),
            region=RegionCode(region) if region else None,
            unit=SubjectUnit.parse(unit) if unit else None,
            funding=FundingSource.parse(funding) if funding else None,
            since=_day(since),
            until=_day(until),
            components=tuple(components.get(key, ())),
            source=source,
        )
        for key, name, owner, region, unit, funding, since, until, source in packaged_rows(
            "programmes.tsv"
        )
    )


def _day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
