"""Fields of record classes: how one is declared, and what the class then knows of it."""

from collections.abc import Iterator
from enum import Enum
from typing import Any, Final, NamedTuple, TypeVar, overload

import attrs

from .field_types import FieldType, TextFormat, field_type_of
from .sensitivity import Sensitivity

T = TypeVar("T")


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


NONE: Final = Sensitivity.NONE
UMUM: Final = Sensitivity.UMUM
SPESIFIK: Final = Sensitivity.SPESIFIK
PAST: Final = Timing.PAST
PLANNED: Final = Timing.PLANNED
_METADATA_KEY: Final = "psm"
_MOST: Final = 10**12  # far above any count of people, far below what JSON readers round


class FieldMetadata(NamedTuple):
    """Field metadata: privacy class, bounds and format."""

    sensitivity: Sensitivity
    max_length: int
    minimum: int
    maximum: int
    form: TextFormat | None
    timing: Timing | None


@overload
def field(
    sensitivity: Sensitivity,
    *,
    max_length: int = ...,
    minimum: int = ...,
    maximum: int = ...,
    timing: Timing | None = ...,
    kw_only: bool = ...,
) -> Any: ...  # noqa: ANN401 - the annotation of the field is its type
@overload
def field(
    sensitivity: Sensitivity,
    *,
    default: T,
    max_length: int = ...,
    minimum: int = ...,
    maximum: int = ...,
    form: TextFormat | None = ...,
    timing: Timing | None = ...,
    kw_only: bool = ...,
) -> T: ...
def field(  # noqa: PLR0913 - all by name
    sensitivity: Sensitivity,
    *,
    default: object = attrs.NOTHING,
    max_length: int = 200,
    minimum: int = 0,
    maximum: int = _MOST,
    form: TextFormat | None = None,
    timing: Timing | None = None,
    kw_only: bool = True,
) -> Any:
    """Declare a field: its class under the personal data law, its bounds and its format.

    `sensitivity` is `NONE` (not personal data), `UMUM` (general) or `SPESIFIK` (specific personal
    data). `max_length` limits a text in characters; `minimum` and `maximum` bound a number. Checks
    warn of a date in the future if `timing` is `PAST`, and in the far future if it is `PLANNED`.
    """
    return attrs.field(
        default=default,
        kw_only=kw_only,
        metadata={
            _METADATA_KEY: FieldMetadata(sensitivity, max_length, minimum, maximum, form, timing)
        },
    )


def fields_of_class(cls: type) -> Iterator[Field]:
    """Yield the fields of a class that attrs has created, in their order."""
    for attribute in attrs.fields(cls):
        metadata: FieldMetadata = attribute.metadata[_METADATA_KEY]
        type_ = field_type_of(
            attribute.type,
            max_length=metadata.max_length,
            minimum=metadata.minimum,
            maximum=metadata.maximum,
            form=metadata.form,
        )
        yield Field(attribute.name, type_, metadata.sensitivity, attribute.default, metadata.timing)
