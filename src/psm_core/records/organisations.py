"""Organisations: IPSM, agencies, institutions, and who held their seats from when to when."""

import datetime as dt
from collections.abc import Iterator

from .._core.invariants import Path, at_least_one, invariant
from .._core.record import NONE, PLANNED, SPESIFIK, UMUM, field, record_class
from .._core.text import normalize_text
from ..terms import EventLevel, OfficeQualifier, OrganisationKind
from ..values.dates import beside_another, covers, in_order, overlap
from ..values.extensions import NO_EXTENSIONS, Extensions
from ..values.ids import OrganisationId, WorkerId
from ..values.phone import PhoneNumber
from ..values.region_code import RegionCode
from .offices import Decree
from .people import Address

__all__ = ["Board", "OfficeHolder", "Organisation"]

_CHAIR = "ketua"


@record_class
class OfficeHolder:
    """Who holds a seat of a board, from when to when.

    Raises:
        ValidationError: ``board.holder_missing`` when neither a name nor a worker is given,
            ``period.ends_before_start``, and the faults of each field.

    >>> from datetime import date
    >>> from psm_core import OfficeHolder, WorkerId
    >>> OfficeHolder(seat="Ketua", worker=WorkerId("psm-1"), since=date(2024, 3, 1))
    OfficeHolder(seat=***, worker=***, since=datetime.date(2024, 3, 1))

    """

    seat: str = field(NONE, longest=100)
    """The seat, such as ``Ketua``, ``Sekretaris``, ``Bendahara`` or ``Ketua Bidang I``."""
    name: str | None = field(UMUM, default=None)
    """The name, for one without a record."""
    worker: WorkerId | None = field(UMUM, default=None)
    """The key of the worker's record."""
    qualifier: OfficeQualifier | None = field(NONE, default=None)
    """Plt, Pj or Plh, when it is held in place of the holder."""
    since: dt.date | None = field(NONE, default=None, timing=PLANNED)
    """The first day, when it is not that of the board."""
    until: dt.date | None = field(NONE, default=None, timing=PLANNED)
    """The last day, when it is not that of the board."""

    _is_somebody = at_least_one("board.holder_missing", "name", "worker", at="name")
    _ends_after_start = invariant("period.ends_before_start", at="until")(in_order)


@record_class
class Board:
    """Kepengurusan: those who lead an organisation for a term. The terms of IPSM are five years.

    Raises:
        ValidationError: ``board.two_holders`` when two hold the seat *Ketua* at a time, or two act
            for its holder; ``board.holder_outside_term`` when one sits on no day of the term;
            ``period.ends_before_start``; the faults of each field.

    >>> from datetime import date
    >>> from psm_core import Board, OfficeHolder
    >>> first = OfficeHolder(seat="Ketua", name="Contoh", until=date(2023, 6, 30))
    >>> second = OfficeHolder(seat="Ketua", name="Contoh Kedua", since=date(2023, 7, 1))
    >>> board = Board(since=date(2021, 1, 1), until=date(2025, 12, 31), holders=(first, second))
    >>> board.holder_on("ketua", date(2025, 10, 10)) == second
    True

    """

    since: dt.date = field(NONE, timing=PLANNED)
    """The first day of the term."""
    until: dt.date | None = field(NONE, default=None, timing=PLANNED)
    """The last day of the term."""
    decree: Decree | None = field(NONE, default=None)
    """The decree that appoints it."""
    holders: tuple[OfficeHolder, ...] = field(UMUM, default=())
    """Who sits on it, in the order of the decree."""

    _ends_after_start = invariant("period.ends_before_start", at="until")(in_order)

    @invariant("board.two_holders", at="holders")
    @staticmethod
    def _one_chair_at_a_time(holders: tuple[OfficeHolder, ...]) -> Iterator[Path]:
        chairs = [
            (number, one) for number, one in enumerate(holders) if one.seat.casefold() == _CHAIR
        ]
        for acts in (False, True):
            alike = (each for each in chairs if (each[1].qualifier is not None) is acts)
            for number in beside_another(alike):
                yield (number, "seat")

    @invariant("board.holder_outside_term", at="holders")
    @staticmethod
    def _holders_sit_in_the_term(
        holders: tuple[OfficeHolder, ...], since: dt.date, until: dt.date | None
    ) -> Iterator[Path]:
        for number, one in enumerate(holders):
            if not overlap(one.since, one.until, since, until):
                yield (number, "since")

    def holder_on(self, seat: str, day: dt.date) -> OfficeHolder | None:
        """Return who holds a seat on a day of the term: the acting holder before the absent one."""
        if not covers(self.since, self.until, day):
            return None
        held = [
            one
            for one in self.holders
            if one.seat.casefold() == normalize_text(seat).casefold()
            and covers(one.since, one.until, day)
        ]
        # On a day of handing over, the new one.
        held.sort(key=lambda one: one.since or self.since, reverse=True)
        return min(held, key=lambda one: one.qualifier is None, default=None)


@record_class
class Organisation:
    """A body of the field: IPSM at one of its five levels, an agency, an institution, a business.

    Raises:
        ValidationError: the faults of each field.

    >>> from psm_core import Organisation, OrganisationId, RegionCode
    >>> from psm_core.terms import OrganisationKind
    >>> ipsm = Organisation(id=OrganisationId("ipsm-63.10"), kind=OrganisationKind.IPSM,
    ...                     name="IPSM Kabupaten Contoh", region=RegionCode("63.10"))
    >>> ipsm.level.name
    'KABUPATEN_KOTA'

    """

    id: OrganisationId = field(NONE)
    """The key of this record in the register that holds it."""
    kind: OrganisationKind = field(NONE)
    """What it is."""
    name: str = field(NONE)
    """What it is called."""
    region: RegionCode | None = field(NONE, default=None)
    """The region it is seated in; None for a national one."""
    address: Address | None = field(UMUM, default=None)
    """The address of its office or secretariat."""
    phone: PhoneNumber | None = field(UMUM, default=None)
    """A telephone number."""
    founding_decree: Decree | None = field(NONE, default=None)
    """The decree that founded or registered it, when it has one."""
    boards: tuple[Board, ...] = field(UMUM, default=())
    """Who led it, term by term."""
    extensions: Extensions = field(SPESIFIK, default=NO_EXTENSIONS)
    """Facts of an application's own, by namespace."""

    @property
    def level(self) -> EventLevel:
        """How wide an area it is for, which follows from where it is seated."""
        level = None if self.region is None else self.region.level
        return next(one for one in EventLevel if one.region_level is level)

    def board_on(self, day: dt.date) -> Board | None:
        """Return the board in office on a day, the latest if terms overlap."""
        held = [one for one in self.boards if covers(one.since, one.until, day)]
        return max(held, key=lambda one: one.since, default=None)
