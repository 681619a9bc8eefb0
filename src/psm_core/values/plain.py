"""Values as plain data: the text, number, bool or dict that stands for each in JSON and tables.

`canonical` is public: the text of a single value, unmasked.
"""

from collections.abc import Callable
from datetime import date, time
from operator import attrgetter
from typing import Any, Final

from .._core.lazy import LazyTable
from .._core.text_value import TextValue, unmasked_text
from ..terms import Term
from .extensions import Extensions


def _write_time(value: time) -> str:
    return value.isoformat("minutes")


_DATES: Final = frozenset({date, time})
"""Their subclasses, such as `datetime`, are other types."""
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


def _plain_writer(value_class: type) -> Callable[[Any], Any]:
    return next((write for base, write in _WRITERS if issubclass(value_class, base)), _unchanged)


def canonical(value: TextValue | Term | date | time, /) -> str:
    """Return the whole text of a value, a term, an id, a date or a time, as documents have it.

    It is *unmasked*: `str` masks a NIK, a KK number and a telephone number, this function does not.
    Use it to store a value or to compare it with stored texts, and handle the text as personal
    data. Calling the class with the text gives the value again.

    Raises:
        TypeError: it is none of these. `psm_core.wire.to_builtins` writes records.

    >>> from datetime import date
    >>> from psm_core import NIK, RegionCode, Sex, canonical
    >>> nik = NIK("9901014108900001")
    >>> str(nik), canonical(nik)
    ('990101******0001', '9901014108900001')
    >>> canonical(RegionCode("63.10")), canonical(Sex.PEREMPUAN), canonical(date(2025, 10, 9))
    ('63.10', 'perempuan', '2025-10-09')

    """
    if isinstance(value, TextValue):
        return unmasked_text(value)
    if isinstance(value, Term) or type(value) in _DATES:
        text: str = to_plain(value)
        return text
    name = type(value).__name__
    del value  # a traceback keeps this frame
    raise TypeError(f"canonical() takes a value, term, id, date or time, not {name}")


PLAIN_WRITERS: Final = LazyTable[type, Callable[[Any], Any]](_plain_writer)
"""Type → the function that converts its values to plain data."""


def to_plain(value: object) -> Any:  # noqa: ANN401 - any plain data
    """Return a value as plain data. Personal numbers are unmasked.

    Text, numbers and bools are returned unchanged. Records and collections are not accepted; their
    fields and items are converted one by one.
    """
    return PLAIN_WRITERS[type(value)](value)
