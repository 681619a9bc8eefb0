"""Values as plain data: the text, number, bool or dict that stands for each in JSON and tables."""

from collections.abc import Callable
from datetime import date, time
from operator import attrgetter
from typing import Any, Final

from .._core.lazy import LazyTable
from .._core.text_value import TextValue
from ..terms import Term
from .extensions import Extensions


def _write_time(value: time) -> str:
    return value.isoformat("minutes")


_WRITERS: Final[tuple[tuple[type, Callable[[Any], Any]], ...]] = (
    (Term, attrgetter("_value_")),
    (Extensions, dict),
    (TextValue, attrgetter("_text")),  # the unmasked text; faster than `unmasked_text`
    (date, date.isoformat),
    (time, _write_time),
)
"""Type → the function that returns the plain data of its values. The first match applies."""


def _unchanged(value: object) -> object:
    return value


def _plain_writer(kind: type) -> Callable[[Any], Any]:
    return next((write for base, write in _WRITERS if issubclass(kind, base)), _unchanged)


PLAIN_WRITERS: Final = LazyTable[type, Callable[[Any], Any]](_plain_writer)
"""Type → the function that converts its values to plain data."""


def to_plain(value: object) -> Any:  # noqa: ANN401 - any plain data
    """Return a value as plain data. Personal numbers are unmasked.

    Text, numbers and bools are returned unchanged. Records and collections are not accepted; their
    fields and items are converted one by one.
    """
    return PLAIN_WRITERS[type(value)](value)
