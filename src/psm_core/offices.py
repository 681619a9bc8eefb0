"""Offices, who speaks for them, and the decrees they sign."""

import datetime as dt

from ._model import NONE, UMUM, field, model
from ._rules import any_told
from .region_code import RegionCode
from .terms import OfficeQualifier

__all__ = ["Decree", "Office", "Speaker"]


@model
class Decree:
    """Surat Keputusan: the decree that appoints a worker.

    Who signs differs from place to place (lurah, Kepala Dinas Sosial, Bupati), so the issuer is
    a fact to record and not a rule.

    Raises:
        ValidationError: the faults of each field.

    """

    number: str = field(NONE)
    """The number of the decree, as printed."""
    date: dt.date = field(NONE)
    """The day it was signed."""
    issuer: str | None = field(NONE, default=None)
    """The office that signed it."""
    signed_by: str | None = field(UMUM, default=None)
    """The person who signed it."""


@model
class Office:
    """An office as it was held: Bupati of a region, acting head of an agency.

    Raises:
        ValidationError: the faults of each field.

    """

    title: str = field(NONE)
    """The office, such as ``Bupati`` or ``Kepala Dinas Sosial``."""
    qualifier: OfficeQualifier | None = field(NONE, default=None)
    """Plt, Pj or Plh, when it was held in place of the holder."""
    region: RegionCode | None = field(NONE, default=None)
    """The region it belongs to."""


@model
class Speaker:
    """Who speaks or writes: a person, an office, a body, as far as the source names them.

    Raises:
        ValidationError: ``speaker.nobody`` when neither is told; and the faults of each field.

    """

    name: str | None = field(UMUM, default=None)
    """The name, when it is told."""
    office: Office | None = field(NONE, default=None)
    """The office in which they speak."""
    body: str | None = field(NONE, default=None)
    """The body that speaks, such as the committee."""

    _is_somebody = any_told("speaker.nobody", "name", "office", "body", at="name")
