"""Offices, decrees, and the people and bodies that speak or sign."""

import datetime as dt

from .._core.invariants import at_least_one
from .._core.record import NONE, PAST, UMUM, field, record_class
from ..terms import OfficeQualifier
from ..values.region_code import RegionCode

__all__ = ["Decree", "Office", "Speaker"]


@record_class
class Decree:
    """Surat Keputusan: the decree that appoints a worker.

    The signing office differs between regions (lurah, Kepala Dinas Sosial, Bupati), so it is
    recorded.

    Raises:
        ValidationError: the issues of each field.

    >>> from datetime import date
    >>> from psm_core import Decree
    >>> Decree(number="001/SK/2019", date=date(2019, 8, 1), signed_by="Contoh")
    Decree(number=***, date=datetime.date(2019, 8, 1), signed_by=***)

    """

    number: str = field(NONE)
    """The number of the decree, as printed."""
    date: dt.date = field(NONE, timing=PAST)
    """The day on which it was signed."""
    issuer: str | None = field(NONE, default=None)
    """The office that signed it."""
    signed_by: str | None = field(UMUM, default=None)
    """The person who signed it."""


@record_class
class Office:
    """An office, such as Bupati of a region or acting head of an agency.

    Raises:
        ValidationError: the issues of each field.

    >>> from psm_core import Office, RegionCode
    >>> from psm_core.terms import OfficeQualifier
    >>> acting = Office(title="Camat", qualifier=OfficeQualifier.PLT, region=RegionCode("63.10.09"))
    >>> acting.qualifier.gloss
    'pelaksana tugas: acting'

    """

    title: str = field(NONE)
    """The office, such as ``Bupati`` or ``Kepala Dinas Sosial``."""
    qualifier: OfficeQualifier | None = field(NONE, default=None)
    """Plt, Pj or Plh, if the person was acting."""
    region: RegionCode | None = field(NONE, default=None)
    """The region of the office."""


@record_class
class Speaker:
    """The person, office or body that speaks, writes or signs, as named by the source.

    Raises:
        ValidationError: ``speaker.unidentified`` if all fields are empty, and the issues of each
            field.

    >>> from psm_core import Office, Speaker, ValidationError
    >>> Speaker(office=Office(title="Bupati")).name is None
    True
    >>> try:
    ...     Speaker()
    ... except ValidationError as error:
    ...     print(error.issues[0].describe())
    The speaker is not identified. Enter a name, an office or an organisation.

    """

    name: str | None = field(UMUM, default=None)
    """The name, if it is stated."""
    office: Office | None = field(NONE, default=None)
    """The office of the person."""
    body: str | None = field(NONE, default=None)
    """The body, such as the committee."""

    _is_somebody = at_least_one("speaker.unidentified", "name", "office", "body", at="name")
