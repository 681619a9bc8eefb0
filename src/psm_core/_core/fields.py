"""`Field`: what a record class knows of one of its fields."""

from enum import Enum
from typing import NamedTuple

import attrs

from .field_types import FieldType
from .sensitivity import Sensitivity


class Timing(Enum):
    """Which dates or years are plausible in a field, compared with today. Checks warn of others."""

    PAST = "past"
    """The past and today: something was done on this date."""
    PLANNED = "planned"
    """The past, today and the next few years: something may be planned for this date."""


class Field(NamedTuple):
    """A field of a record: its name, type, privacy class, default and timing."""

    name: str
    type: FieldType
    sensitivity: Sensitivity
    default: object
    timing: Timing | None
    """None if the field is not a date or year, or has its own checks."""

    @property
    def required(self) -> bool:
        """Whether the record cannot do without it."""
        return self.default is attrs.NOTHING
