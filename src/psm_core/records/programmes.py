"""Aid programmes and their participants.

The amounts of national programmes are in the packaged data, not in the code. Who may receive aid is
not part of a programme.
"""

import datetime as dt
from functools import cache

from .._core.invariants import in_order, invariant
from .._core.record import NONE, PAST, PLANNED, SPESIFIK, UMUM, field, record_class
from .._core.resources import packaged_rows
from .._core.spelling import divisions, normalize_spelling
from .._core.text import require_text
from ..terms import EventLevel, FundingSource, ParticipationStatus, SubjectUnit
from ..values.extensions import NO_EXTENSIONS, Extensions
from ..values.ids import BeneficiaryId, ProgrammeId, ProposalId
from ..values.partial_date import PartialDate, possibly_in_order
from ..values.region_code import RegionCode

__all__ = ["Participation", "Programme", "ProgrammeComponent", "find_programme", "load_programmes"]

_LONGEST_NAME = 200


@record_class
class ProgrammeComponent:
    """A component of an aid programme, such as the amount of PKH for a pregnant woman in 2020.

    Raises:
        ValidationError: ``period.ends_before_start``, and the issues of each field.

    >>> from psm_core import load_programmes
    >>> pkh = load_programmes()[0]
    >>> pkh.components[0].group, pkh.components[0].name
    ('Kesehatan', 'Ibu hamil')

    """

    group: str = field(NONE, max_length=100)
    """The group of components, such as ``Kesehatan``."""
    name: str = field(NONE, max_length=100)
    """The name, such as ``Ibu hamil``."""
    annual_amount: int | None = field(NONE, default=None)
    """The amount a year in rupiah, if known."""
    since: dt.date | None = field(NONE, default=None)
    """The first day, if known."""
    until: dt.date | None = field(NONE, default=None)
    """The last day; None if it is still paid, or if unknown."""

    _ends_after_start = in_order("period.ends_before_start", "since", "until")


@record_class
class Programme:
    """A programme of aid (*bansos*), national or local.

    `load_programmes` returns the national ones. For a local one, create a record.

    Raises:
        ValidationError: ``period.ends_before_start``, and the issues of each field.

    >>> from psm_core import Programme, ProgrammeId, RegionCode, load_programmes
    >>> from psm_core.terms import EventLevel
    >>> local = Programme(id=ProgrammeId("contoh-1"), name="Bantuan Contoh",
    ...                   owner=EventLevel.KABUPATEN_KOTA, region=RegionCode("63.10"))
    >>> [one.name for one in (*load_programmes()[:1], local)]
    ['Program Keluarga Harapan', 'Bantuan Contoh']
    >>> load_programmes()[0].since
    PartialDate('2007')

    """

    id: ProgrammeId = field(NONE)
    """The identifier. National programmes have their short name, such as ``PKH``."""
    name: str = field(NONE)
    """The official name."""
    owner: EventLevel = field(NONE)
    """The level of the government that runs it."""
    region: RegionCode | None = field(NONE, default=None)
    """The region whose government runs it; None for a national programme."""
    unit: SubjectUnit | None = field(NONE, default=None)
    """Whether persons, families or groups receive the aid."""
    funding: FundingSource | None = field(NONE, default=None)
    """The source of the money."""
    since: dt.date | PartialDate | None = field(NONE, default=None, timing=PLANNED)
    """The first day, or the year or month, if known."""
    until: dt.date | PartialDate | None = field(NONE, default=None, timing=PLANNED)
    """The last day, or the year or month, if known."""
    components: tuple[ProgrammeComponent, ...] = field(NONE, default=())
    """What it pays for."""
    source: str | None = field(NONE, default=None, max_length=300)
    """The act or document from which this record was taken."""
    other_names: tuple[str, ...] = field(NONE, default=())
    """Other names and abbreviations, of today or of earlier years, such as ``BPNT``."""
    extensions: Extensions = field(SPESIFIK, default=NO_EXTENSIONS)
    """Custom fields of an application, by namespace."""

    _ends_after_start = invariant("period.ends_before_start", at="until")(possibly_in_order).unless(
        "since is None or until is None"
    )


@record_class
class Participation:
    """The participation of a beneficiary in a programme, with the aid that was received.

    It begins with the decision; before that there is a `Proposal`. Aid that was only promised is
    not recorded.

    Raises:
        ValidationError: ``period.ends_before_start``, and the issues of each field.

    >>> from datetime import date
    >>> from psm_core import BeneficiaryId, Participation, ProgrammeId
    >>> from psm_core.terms import ParticipationStatus
    >>> decided = Participation(programme=ProgrammeId("PKH"), recipient=BeneficiaryId("b-1"),
    ...                         status=ParticipationStatus.DITETAPKAN,
    ...                         decided_on=date(2025, 10, 1))
    >>> decided.status.gloss
    'decided, nothing received yet'

    """

    programme: ProgrammeId = field(NONE)
    """The programme."""
    recipient: BeneficiaryId = field(NONE)
    """The beneficiary."""
    status: ParticipationStatus = field(NONE)
    """The status of the participation."""
    proposal: ProposalId | None = field(NONE, default=None)
    """The proposal that was accepted."""
    decided_on: dt.date | None = field(NONE, default=None, timing=PAST)
    """The day of the decision."""
    since: dt.date | None = field(NONE, default=None, timing=PLANNED)
    """The first day for which aid was received."""
    until: dt.date | None = field(NONE, default=None, timing=PLANNED)
    """The last day for which aid was received; None if it is still received."""
    amount: int | None = field(SPESIFIK, default=None)
    """The amount received, in rupiah."""
    goods: str | None = field(UMUM, default=None)
    """The aid received in kind."""
    document: str | None = field(UMUM, default=None, max_length=100)
    """The number of the decision or list."""
    extensions: Extensions = field(SPESIFIK, default=NO_EXTENSIONS)
    """Custom fields of an application, by namespace."""

    _ends_after_start = in_order("period.ends_before_start", "since", "until")


@cache
def load_programmes() -> tuple[Programme, ...]:
    """Return the national programmes that are packaged with psm-core.

    The list is not complete. Each programme has its source in `Programme.source`.

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
            since=_day_or_part(since),
            until=_day_or_part(until),
            components=tuple(components.get(key, ())),
            source=source,
            other_names=tuple(other.strip() for other in others.split(";") if other.strip()),
        )
        for key, name, others, owner, region, unit, funding, since, until, source in packaged_rows(
            "programmes.tsv"
        )
    )


def find_programme(text: str, /) -> Programme | None:
    """Return the national programme that a text names; None if the packaged list has none.

    The text is the identifier, the name or another name, or two of them with brackets, a dash or a
    slash. A name with two meanings gives None.

    Raises:
        ParseError: ``type.text``.

    >>> from psm_core import find_programme
    >>> [find_programme(text).id for text in ("BPNT", "Program Keluarga Harapan (PKH)")]
    [ProgrammeId('SEMBAKO'), ProgrammeId('PKH')]
    >>> find_programme("Bantuan Contoh") is None
    True

    """
    written = require_text(text)[: _LONGEST_NAME + 1]
    if len(written) > _LONGEST_NAME:
        return None
    known = _programmes_by_spelling()
    whole = known.get(normalize_spelling(written))
    if whole is not None:
        return whole
    for parts in divisions(written):
        first, second = (known.get(normalize_spelling(part)) for part in parts)
        if first is not None and first is second:
            return first
    return None


@cache
def _programmes_by_spelling() -> dict[str, Programme]:
    return {
        normalize_spelling(text): one
        for one in load_programmes()
        for text in (str(one.id), one.name, *one.other_names)
    }


def _day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _day_or_part(text: str) -> dt.date | PartialDate | None:
    """Return a day; a month or a year as a `PartialDate`."""
    return PartialDate(text) if 0 < len(text) < len("2020-01-01") else _day(text)
