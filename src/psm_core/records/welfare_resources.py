"""Potential and sources of social welfare (PSKS) of a village, each with its date and source."""

import datetime as dt

from .._core.invariants import at_most_one, invariant
from .._core.record import NONE, PAST, SPESIFIK, UMUM, field, record_class
from ..terms import PSKS, ActivityLevel
from ..values.extensions import NO_EXTENSIONS, Extensions
from ..values.ids import FamilyId, OrganisationId, WelfareResourceId, WorkerId
from ..values.phone import PhoneNumber
from ..values.region_code import RegionCode
from .people import Address

__all__ = ["WelfareResource"]


@record_class
class WelfareResource:
    """A potential or source of social welfare in a village: one of them, or a count of a kind.

    A list of PSKS names a worker, a family or an organisation in each row. A table of PSKS states
    how many there are of each kind. Both are records of this class. A count of 0 says that there
    are none, which is not the same as no count.

    Raises:
        ValidationError: ``resource.named_count`` if a record with a name or a reference counts
            other than one, ``resource.two_references`` if it refers to more than one record, and
            the issues of each field.

    >>> from datetime import date
    >>> from psm_core import RegionCode, WelfareResource, WelfareResourceId
    >>> from psm_core.terms import PSKS
    >>> listed = {"region": RegionCode("63.10.09.2005"), "date": date(2025, 10, 1),
    ...           "source": "Pendataan PSKS desa"}
    >>> club = WelfareResource(id=WelfareResourceId("psks-1"), kind=PSKS.parse("Karang Taruna"),
    ...                        name="Karang Taruna Contoh", **listed)
    >>> volunteers = WelfareResource(id=WelfareResourceId("psks-2"), kind=PSKS.parse("Tagana"),
    ...                              count=4, **listed)
    >>> club.total, volunteers.total
    (1, 4)

    """

    id: WelfareResourceId = field(NONE)
    """The identifier of this record in its register."""
    kind: PSKS = field(NONE)
    """The kind, from the list of 12."""
    name: str | None = field(UMUM, default=None)
    """The name of the person, family or organisation; None for a count."""
    count: int | None = field(NONE, default=None)
    """How many persons, families or organisations of the kind there are; None if unknown, or if the
    record names one of them."""
    region: RegionCode = field(NONE)
    """The village, or the smallest known region."""
    address: Address | None = field(UMUM, default=None)
    """The address."""
    contact: str | None = field(UMUM, default=None)
    """The chair (*ketua*) or another contact person."""
    phone: PhoneNumber | None = field(UMUM, default=None)
    """The telephone number of the contact person."""
    worker: WorkerId | None = field(UMUM, default=None)
    """The identifier of the worker's record, if the resource is a worker with a record."""
    organisation: OrganisationId | None = field(NONE, default=None)
    """The identifier of the organisation's record, if the resource has one."""
    family: FamilyId | None = field(UMUM, default=None)
    """The identifier of the family's record, if the resource is a family with a record."""
    activity: ActivityLevel | None = field(UMUM, default=None)
    """How active the person or organisation is, according to the source."""
    date: dt.date = field(NONE, timing=PAST)
    """The day for which the record is valid, such as the day of the survey."""
    source: str = field(UMUM)
    """The list, survey or decree from which the record was taken."""
    recorded_by: WorkerId | None = field(UMUM, default=None)
    """The worker who recorded it."""
    note: str | None = field(SPESIFIK, default=None, max_length=2000)
    """*Keterangan*: a remark."""
    extensions: Extensions = field(SPESIFIK, default=NO_EXTENSIONS)
    """Custom fields of an application, by namespace."""

    _refers_to_one_record = at_most_one(
        "resource.two_references", "worker", "organisation", "family", at="worker"
    )

    @invariant("resource.named_count", at="count")
    @staticmethod
    def _named_one_counts_once(
        count: int | None,
        name: str | None,
        worker: WorkerId | None,
        organisation: OrganisationId | None,
        family: FamilyId | None,
    ) -> bool:
        if count is None or count == 1:
            return True
        return name is None and worker is None and organisation is None and family is None

    @property
    def total(self) -> int | None:
        """The count; without one, 1 for a record that names somebody; None if that is unknown.

        A record with a contact person or a telephone number is about one person or organisation.
        """
        named = (self.name, self.worker, self.organisation, self.family, self.contact, self.phone)
        is_one = any(one is not None for one in named)
        return 1 if self.count is None and is_one else self.count
