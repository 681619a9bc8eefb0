"""Typed, validated records for Indonesia's community social workers."""

from .dates import DateRange, age_on, parse_date
from .errors import (
    Issue,
    ParseError,
    PsmError,
    Severity,
    UnknownRegionError,
    ValidationError,
)
from .ids import BeneficiaryId, EventId, WorkerId
from .kk import KK
from .nik import NIK
from .phone import PhoneNumber
from .region_code import BPSCode, RegionCode

__all__ = [
    "KK",
    "NIK",
    "BPSCode",
    "BeneficiaryId",
    "DateRange",
    "EventId",
    "Issue",
    "ParseError",
    "PhoneNumber",
    "PsmError",
    "RegionCode",
    "Severity",
    "UnknownRegionError",
    "ValidationError",
    "WorkerId",
    "age_on",
    "parse_date",
]

__version__ = "0.1.0"
