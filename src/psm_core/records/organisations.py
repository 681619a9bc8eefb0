"""Organisations such as IPSM, agencies and institutions, with their boards."""

import datetime as dt

from .._core.invariants import at_least_one, in_order
from .._core.record import NONE, PLANNED, SPESIFIK, UMUM, field, record_class
from .._core.text import normalize_text
from ..terms import EventLevel, OfficeQualifier, OrganisationKind
from ..values.dates import covers
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
    """A person who holds a position on a board, with the period.

    Raises:
        ValidationError: ``board.holder_missing`` when neither a name nor a worker is given,
            ``period.ends_before_start``, and the issues of each field.

    >>> from datetime import date
    >>> from psm_core import OfficeHolder, WorkerId
    >>> OfficeHolder(seat="Ketua", worker=WorkerId("psm-1"), since=date(2024, 3, 1))
    OfficeHolder(seat=***, worker=***, since=datetime.date(2024, 3, 1))

    """

    seat: str = field(NONE, max_length=100)
    """The position, such as ``Ketua``, ``Sekretaris``, ``Bendahara`` or ``Ketua Bidang I``."""
    name: str | None = field(UMUM, default=None)
    """The name, if the person has no record."""
    worker: WorkerId | None = field(UMUM, default=None)
    """The identifier of the worker's record."""
    qualifier: OfficeQualifier | None = field(NONE, default=None)
    """Plt, Pj or Plh, if the person is acting."""
    since: dt.date | None = field(NONE, default=None, timing=PLANNED)
    """The first day, if it differs from that of the board."""
    until: dt.date | None = field(NONE, default=None, timing=PLANNED)
    """The last day, if it differs from that of the board."""

    _is_somebody = at_least_one("board.holder_missing", "name", "worker", at="name")
    _ends_after_start = in_order("period.ends_before_start", "since", "until")


@record_class
class Board:
    """Kepengurusan: the board of an organisation for one term. The term of IPSM is five years.

    Raises:
        ValidationError: ``period.ends_before_start``, and the issues of each field.

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
    """The decree of appointment."""
    holders: tuple[OfficeHolder, ...] = field(UMUM, default=())
    """The holders of its positions, in the order of the decree."""

    _ends_after_start = in_order("period.ends_before_start", "since", "until")

    def holder_on(self, seat: str, day: dt.date) -> OfficeHolder | None:
        """Return the holder of a position on a day. An acting holder precedes the absent one."""
        if not covers(self.since, self.until, day):
            return None
        candidates = [
            one
            for one in self.holders
            if one.seat.casefold() == normalize_text(seat).casefold()
            and covers(one.since, one.until, day)
        ]
        # On the day of a change, the new holder.
        candidates.sort(key=lambda one: one.since or self.since, reverse=True)
        return min(candidates, key=lambda one: one.qualifier is None, default=None)


@record_class
class Organisation:
    """An organisation: IPSM at one of its five levels, an agency, an institution, a company.

    Raises:
        ValidationError: the issues of each field.

    >>> from psm_core import Organisation, OrganisationId, RegionCode
    >>> from psm_core.terms import OrganisationKind
    >>> ipsm = Organisation(id=OrganisationId("ipsm-63.10"), kind=OrganisationKind.IPSM,
    ...                     name="IPSM Kabupaten Contoh", region=RegionCode("63.10"))
    >>> ipsm.level.name
    'KABUPATEN_KOTA'

    """

    id: OrganisationId = field(NONE)
    """The identifier of this record in its register."""
    kind: OrganisationKind = field(NONE)
    """The kind of organisation."""
    name: str = field(NONE)
    """The name."""
    region: RegionCode | None = field(NONE, default=None)
    """The region of its seat; None for a national organisation."""
    address: Address | None = field(UMUM, default=None)
    """The address of its office or secretariat."""
    phone: PhoneNumber | None = field(UMUM, default=None)
    """The telephone number."""
    founding_decree: Decree | None = field(NONE, default=None)
    """The decree that founded or registered it, if there is one."""
    boards: tuple[Board, ...] = field(UMUM, default=())
    """The boards, one for each term."""
    extensions: Extensions = field(SPESIFIK, default=NO_EXTENSIONS)
    """Custom fields of an application, by namespace."""

    @property
    def level(self) -> EventLevel:
        """The level of government, which follows from the region of its seat."""
        level = None if self.region is None else self.region.level
        return next(one for one in EventLevel if one.region_level is level)

    def board_on(self, day: dt.date) -> Board | None:
        """Return the board in office on a day; the latest one if terms overlap."""
        candidates = [one for one in self.boards if covers(one.since, one.until, day)]
        return max(candidates, key=lambda one: one.since, default=None)
