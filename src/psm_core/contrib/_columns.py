"""What columns of databases have in common, whichever library describes them."""

import sys
from collections.abc import Mapping
from typing import Any, Final, cast

from ..terms import Term
from ..values.dates import Month, Quarter
from ..values.edition import Edition
from ..values.ids import ID_CLASSES
from ..values.partial_date import PartialDate
from ..values.region_code import BPSCode, ISOCode, RegionCode

NUMBER_LENGTH: Final = 16
"""The length of a NIK, a KK number and the longest telephone number."""
REGION_LENGTH: Final = 13
"""The length of a code of a village, with its dots."""
TERM_LENGTH: Final = 100
"""The length of a column of terms. It stays the same when a vocabulary gets a longer term."""
LENGTHS: Final[Mapping[type, int]] = {
    **dict.fromkeys(ID_CLASSES, 64),
    BPSCode: 10,
    Edition: 15,
    ISOCode: 5,
    Month: 7,
    PartialDate: 23,
    Quarter: 7,
}
"""Class of any other value → the length of its longest text."""
_AFTER_DIGITS: Final = "A"
"""A text that every collation sorts after digits and after the dot."""
_MAX_EXACT: Final = 2**53 - 1
"""The largest integer in a record. Larger numbers in a document were written as floats."""


def range_within(code: RegionCode) -> tuple[str, str]:
    """Return the least text of a region and of those inside it, and the least text after them.

    All codes that begin with the code are in this range, and no other code, because parts of a code
    have a fixed length. That holds in each collation that sorts digits by value and before letters,
    whether it ignores the dots or not.

    Raises:
        TypeError: it is no region code.

    """
    if type(code) is not RegionCode:
        raise TypeError(f"within takes a RegionCode, not {type(code).__name__}")
    text = str(code)
    return text, text + _AFTER_DIGITS


def with_floats(stored: Any) -> Any:  # noqa: ANN401 - JSON
    """Return a document with the floats that JSONB has stored as integers, such as 1e+20."""
    if type(stored) is dict:
        entries = cast("dict[str, object]", stored)
        return {key: with_floats(part) for key, part in entries.items()}
    if type(stored) is list:
        return [with_floats(part) for part in cast("list[object]", stored)]
    if type(stored) is int and _MAX_EXACT < abs(stored) <= sys.float_info.max:
        return float(stored)
    return stored


def public_name(cls: type) -> str:
    """Return the name by which a value, a vocabulary or a record class is imported."""
    package = __name__.partition(".")[0]
    if not cls.__module__.startswith(f"{package}."):
        return f"{cls.__module__}.{cls.__qualname__}"
    return (
        f"{package}.terms.{cls.__name__}" if issubclass(cls, Term) else f"{package}.{cls.__name__}"
    )
