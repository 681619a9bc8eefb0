"""How each type of value is read from JSON and described in a JSON Schema."""

import re
from collections.abc import Callable, Mapping
from datetime import date, time
from functools import cache
from typing import Any, Final, NamedTuple, cast

from .._core.text import require_text
from .._core.text_value import TextValue, value_or_issue
from ..errors import Issue, parse_error
from ..terms import Term
from ..values.dates import Month, Quarter
from ..values.edition import Edition
from ..values.extensions import NAMESPACE, Extensions
from ..values.ids import ID_CLASSES, PERSONAL_NUMBER, UUID
from ..values.kk import KK
from ..values.nik import NIK
from ..values.partial_date import PartialDate
from ..values.phone import PhoneNumber
from ..values.region_code import BPSCode, ISOCode, RegionCode
from .json_text import RepeatedKeys, fields_of

_DATE_LENGTH = len("1990-08-01")
_DATE_CODES: Final = {
    "partial_date.format": "date.format",
    "partial_date.full_date": "date.format",
}
_TIME = re.compile(r"([01]\d|2[0-3]):([0-5]\d)", re.ASCII)


_LINE_END = r"[\n\r\u2028\u2029]"
UNENFORCED: Final = "x-invariants"
"""Schema keyword: codes of issues that the schema cannot detect."""


class ValueFormat(NamedTuple):
    """How values of a type are read from JSON, and their JSON Schema."""

    read: Callable[[Any], Any]
    schema: Mapping[str, Any]


def _read_date(data: object) -> date:
    text = require_text(data)
    if len(text) != _DATE_LENGTH or text[4] != "-" or text[7] != "-":
        raise parse_error("date.format")
    try:
        return date.fromisoformat(text)
    except ValueError:
        pass
    # Outside the handler, because its error contains the text.
    has_digits = text.replace("-", "").isdecimal() and text.isascii()
    raise parse_error("date.invalid" if has_digits else "date.format")


def _read_date_or_part(data: object) -> date | PartialDate:
    """Read a date that may be known in part. No `PartialDate` has the length of a full date."""
    if type(data) is str and len(data) == _DATE_LENGTH:
        return _read_date(data)
    partial = value_or_issue(PartialDate, data)
    if isinstance(partial, Issue):
        raise parse_error(_DATE_CODES.get(partial.code, partial.code))
    return partial


def _read_extensions(data: object) -> Extensions:
    if isinstance(data, RepeatedKeys):
        raise parse_error("json.duplicate_key")
    values = fields_of(data)
    if values is None:
        raise parse_error("type.object")
    return Extensions.of(cast("dict[str, object]", values))


def _read_time(data: object) -> time:
    parts = _TIME.fullmatch(require_text(data))
    if parts is None:
        raise parse_error("time.invalid")
    return time(int(parts[1]), int(parts[2]))


def _text_format(value_class: type[TextValue], description: str, *unenforced: str) -> ValueFormat:
    schema = {"type": "string", **_full_match(value_class.pattern), "description": description}
    return ValueFormat(
        value_class, {**schema, UNENFORCED: list(unenforced)} if unenforced else schema
    )


def _full_match(pattern: str) -> Mapping[str, Any]:
    """Return the schema keywords for a text that matches a pattern from start to end.

    In some dialects of regular expressions ``$`` also matches before a final line feed.
    """
    return {"pattern": f"^{pattern}$", "not": {"pattern": _LINE_END}}


def _id_format(value_class: type[TextValue]) -> ValueFormat:
    text = _text_format(value_class, "An identifier without meaning.")
    personal = {
        "description": "A NIK, KK number or mobile telephone number inside a text that is no UUID.",
        "pattern": PERSONAL_NUMBER,
        "not": {"pattern": UUID},
    }
    return text._replace(schema={**text.schema, "not": {"anyOf": [text.schema["not"], personal]}})


VALUES: Mapping[type, ValueFormat] = {
    NIK: _text_format(
        NIK,
        "NIK, 16 digits with a birth date (a woman's day plus 40) in digits 7 to 12.",
        "nik.date",
    ),
    KK: _text_format(
        KK,
        "KK number, 16 digits with a date of recording in digits 7 to 12.",
        "kk.date",
    ),
    PhoneNumber: _text_format(PhoneNumber, "Telephone number, international form."),
    RegionCode: _text_format(RegionCode, "Region code of the home ministry, with dots."),
    BPSCode: _text_format(BPSCode, "Region code of Statistics Indonesia."),
    ISOCode: _text_format(ISOCode, "Province code of ISO 3166-2."),
    **{value_class: _id_format(value_class) for value_class in ID_CLASSES},
    Extensions: ValueFormat(
        _read_extensions,
        {
            "type": "object",
            "propertyNames": _full_match(NAMESPACE),
            "description": "Custom fields of an application, by namespace.",
            UNENFORCED: ["extension.too_large", "extension.value"],
        },
    ),
    Month: _text_format(Month, "A month of a year, such as 2025-10."),
    Quarter: _text_format(Quarter, "A quarter of a year, such as 2025-Q4."),
    Edition: _text_format(Edition, "Number of the edition, in Roman numerals."),
    date: ValueFormat(
        _read_date,
        {
            "type": "string",
            "format": "date",
            **_full_match("[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"),
            UNENFORCED: ["date.invalid"],
        },
    ),
    PartialDate: _text_format(
        PartialDate,
        "A date known in part or approximately, in ISO 8601.",
        "date.invalid",
        "partial_date.interval",
        "partial_date.not_shortest",
    ),
    time: ValueFormat(
        _read_time,
        {
            "type": "string",
            **_full_match("([01][0-9]|2[0-3]):[0-5][0-9]"),
            "description": "Local time of day.",
        },
    ),
}
"""Value type → how it is read and described. A test compares it with the public values."""
_DATES: Final[frozenset[object]] = frozenset({date, time})
"""Classes of Python itself. Frameworks know them already."""
UNIONS: Mapping[frozenset[type], ValueFormat] = {
    frozenset({date, PartialDate}): ValueFormat(
        _read_date_or_part,
        {"anyOf": [dict(VALUES[date].schema), dict(VALUES[PartialDate].schema)]},
    ),
}
"""Value types of one field → how it is read and described."""


def is_value_class(cls: object) -> bool:
    """Return whether a class is a value of this package, and no date or time of Python itself."""
    return cls in VALUES and cls not in _DATES


@cache
def members(vocabularies: tuple[type[Term], ...]) -> Mapping[str, Term]:
    """Return slug → member, for all members of some vocabularies."""
    return {member.value: member for vocabulary in vocabularies for member in vocabulary}
