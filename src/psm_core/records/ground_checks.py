"""Ground check of a list of families or persons, such as DTSEN: the result of each row."""

import datetime as dt
from operator import attrgetter

from .._core.invariants import at_least_one, unique
from .._core.record import NONE, PAST, SPESIFIK, UMUM, field, record_class
from ..terms import GroundCheckResult, SubjectUnit, WelfareScheme
from ..values.dates import Quarter
from ..values.extensions import NO_EXTENSIONS, Extensions
from ..values.ids import GroundCheckListId, WorkerId
from ..values.region_code import RegionCode
from .offices import Speaker
from .people import Person

__all__ = ["GroundCheck", "GroundCheckList"]


@record_class
class GroundCheck:
    """A row of a list, and what the ground check found.

    In 2025, staff of PKH checked the rows of DTSEN; in some villages a PSM went with them. So the
    record states who checked and who accompanied. It does not contain the answers of the survey.

    Raises:
        ValidationError: ``ground_check.unidentified`` if the row has neither a person nor an
            identifier, and the issues of each field.

    >>> from datetime import date
    >>> from psm_core import NIK, GroundCheck, Person, Speaker, WorkerId
    >>> from psm_core.terms import GroundCheckResult
    >>> row = GroundCheck(
    ...     person=Person(nik=NIK("9901014108900001"), name="Contoh"),
    ...     result=GroundCheckResult.PINDAH, date=date(2025, 3, 5),
    ...     checked_by=Speaker(body="SDM PKH"), accompanied_by=frozenset({WorkerId("psm-1")}),
    ... )
    >>> row.region is None, row.result.gloss
    (True, 'moved away')

    """

    source_id: str | None = field(UMUM, default=None, max_length=64)
    """The identifier of the row in the list, such as ID DTSEN or ID BDT."""
    person: Person | None = field(UMUM, default=None)
    """The person, or the head of the family, as in the list."""
    result: GroundCheckResult | None = field(UMUM, default=None)
    """What was found; None before the check."""
    date: dt.date | None = field(NONE, default=None, timing=PAST)
    """The day of the check."""
    worker: WorkerId | None = field(UMUM, default=None)
    """The worker who checked, if there is a record."""
    checked_by: Speaker | None = field(UMUM, default=None)
    """Who checked, if not a worker with a record."""
    accompanied_by: frozenset[WorkerId] = field(UMUM, default=frozenset())
    """The workers who accompanied the check."""
    note: str | None = field(SPESIFIK, default=None, max_length=2000)
    """*Keterangan*: a remark, such as the new address or the reason."""

    _is_identified = at_least_one(
        "ground_check.unidentified", "source_id", "person", at="source_id"
    )

    @property
    def region(self) -> RegionCode | None:
        """The region where the row places the person: of the KTP address, or else the domicile.

        A list that is checked is sorted by it, also if the person has moved.
        """
        person = self.person
        addresses = () if person is None else (person.ktp_address, person.domicile)
        codes = (None if one is None else one.region for one in addresses)
        return next((code for code in codes if code is not None), None)


@record_class
class GroundCheckList:
    """A list that is checked in the field, with the result of each row.

    Raises:
        ValidationError: ``ground_check.row_duplicate`` if two rows have the same identifier, and
            the issues of each field.

    >>> from psm_core import GroundCheck, GroundCheckList, GroundCheckListId, Quarter, RegionCode
    >>> from psm_core.terms import GroundCheckResult, WelfareScheme
    >>> rows = (GroundCheck(source_id="a1", result=GroundCheckResult.DITEMUKAN),
    ...         GroundCheck(source_id="a2"))
    >>> checked = GroundCheckList(
    ...     id=GroundCheckListId("gc-1"), title="Ground check DTSEN", scheme=WelfareScheme.DTSEN,
    ...     period=Quarter("2025-Q1"), region=RegionCode("63.10.09.2005"), size=40, rows=rows,
    ... )
    >>> len(checked.unchecked), checked.missing_rows
    (1, 38)

    """

    id: GroundCheckListId = field(NONE)
    """The identifier of this record in its register."""
    title: str = field(NONE)
    """The name of the list, as printed."""
    scheme: WelfareScheme | None = field(NONE, default=None)
    """The database from which the list was taken."""
    period: Quarter | None = field(NONE, default=None, timing=PAST)
    """The quarter of the list."""
    region: RegionCode | None = field(NONE, default=None)
    """The region of the list."""
    unit: SubjectUnit | None = field(NONE, default=None)
    """Whether a row is a person or a family."""
    size: int | None = field(NONE, default=None)
    """How many rows the list has, according to its sender."""
    source_system: str | None = field(NONE, default=None, max_length=100)
    """The application from which it was taken, such as ``SIKS-NG``."""
    rows: tuple[GroundCheck, ...] = field(UMUM, default=())
    """The rows, in the order of the list."""
    extensions: Extensions = field(SPESIFIK, default=NO_EXTENSIONS)
    """Custom fields of an application, by namespace."""

    _each_row_once = unique(
        "ground_check.row_duplicate", "rows", attrgetter("source_id"), below="source_id"
    )

    @property
    def unchecked(self) -> tuple[GroundCheck, ...]:
        """The rows without a result."""
        return tuple(one for one in self.rows if one.result is None)

    @property
    def missing_rows(self) -> int | None:
        """How many rows of the list the record lacks; None if its size is not stated."""
        return None if self.size is None else max(0, self.size - len(self.rows))
