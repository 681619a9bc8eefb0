"""How each value stands on the wire: one table, and the converter made from it."""

import re
from collections.abc import Callable, Mapping
from datetime import date, time
from functools import partial
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, NamedTuple, TypeGuard, Union, cast, get_args, get_origin

from cattrs import Converter
from cattrs.gen import make_dict_structure_fn

from .._model import is_model, order_key
from .._text import require_text
from ..dates import calendar_day
from ..edition import Edition
from ..errors import ParseError, parse_error
from ..ids import BeneficiaryId, EventId, WorkerId
from ..kk import KK
from ..nik import NIK
from ..phone import PhoneNumber
from ..region_code import BPSCode, RegionCode
from ..terms import Term

_ISO_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
_TIME = re.compile(r"([01]\d|2[0-3]):([0-5]\d)", re.ASCII)


class Row(NamedTuple):
    """How a value is read, how it is written, and what its JSON Schema says."""

    read: Callable[[Any], Any]
    write: Callable[[Any], Any]
    schema: Mapping[str, Any]


def _read_date(data: object) -> date:
    parts = _ISO_DATE.fullmatch(require_text(data))
    if parts is None:
        raise parse_error("date.invalid")
    return calendar_day(int(parts[1]), int(parts[2]), int(parts[3]))


def _read_time(data: object) -> time:
    parts = _TIME.fullmatch(require_text(data))
    if parts is None:
        raise parse_error("time.invalid")
    return time(int(parts[1]), int(parts[2]))


def _write_time(value: time) -> str:
    return value.isoformat("minutes")


def _pattern(pattern: str, about: str) -> dict[str, str]:
    return {"type": "string", "pattern": f"^{pattern}$", "description": about}


_DATE_PART = "(0[1-9]|1[0-2])[0-9]{6}"
_ID = {
    **_pattern("[A-Za-z0-9][A-Za-z0-9._:-]{0,63}", "A key without meaning."),
    "not": {
        "description": "A NIK, a KK number or a mobile telephone number.",
        "pattern": "(^|[^0-9])[0-9]{16}([^0-9]|$)|^[0-9]([._:-]?[0-9]){15}$"
        "|^(62|0)8[0-9._:-]{8,14}$",
    },
}
_REGION = r"[1-9][0-9](\.[0-9]{2}(\.[0-9]{2}(\.[123][0-9]{3})?)?)?"
_ROMAN = "(?=[MDCLXVI])M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})"

VALUES: Mapping[type, Row] = {
    NIK: Row(
        NIK,
        attrgetter("digits"),
        _pattern(
            f"[1-9][0-9]{{5}}(0[1-9]|[12][0-9]|3[01]|4[1-9]|[56][0-9]|7[01]){_DATE_PART}",
            "NIK, 16 digits with a birth date (a woman's day plus 40) in digits 7 to 12.",
        ),
    ),
    KK: Row(
        KK,
        attrgetter("digits"),
        _pattern(
            f"[1-9][0-9]{{5}}(0[1-9]|[12][0-9]|3[01]){_DATE_PART}",
            "KK number, 16 digits with a date of recording in digits 7 to 12.",
        ),
    ),
    PhoneNumber: Row(
        PhoneNumber,
        attrgetter("e164"),
        _pattern(r"\+(?!620)[1-9][0-9]{7,14}", "International form."),
    ),
    RegionCode: Row(RegionCode, str, _pattern(_REGION, "Code of the home ministry, dotted.")),
    BPSCode: Row(
        BPSCode,
        str,
        _pattern("[1-9][0-9]([0-9]{2}|[0-9]{5}|[0-9]{8})?", "Code of Statistics Indonesia."),
    ),
    WorkerId: Row(WorkerId, str, _ID),
    BeneficiaryId: Row(BeneficiaryId, str, _ID),
    EventId: Row(EventId, str, _ID),
    Edition: Row(Edition, str, _pattern(_ROMAN, "Number of the occasion, in Roman numerals.")),
    date: Row(
        _read_date,
        date.isoformat,
        {
            "type": "string",
            "format": "date",
            "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
        },
    ),
    time: Row(
        _read_time,
        _write_time,
        _pattern("([01][0-9]|2[0-3]):[0-5][0-9]", "Time of day, local."),
    ),
}
"""Value type → how it is read, written and described. A test holds it to the public values."""


def read_term(data: object, vocabularies: tuple[type[Term], ...]) -> Term:
    """Return the member with this slug in one of the vocabularies."""
    text = require_text(data)
    for vocabulary in vocabularies:
        try:
            member: Term = vocabulary.__call__(text)
        except ParseError:
            continue
        return member
    raise parse_error("term.unknown")


def is_list(data: object) -> TypeGuard[list[object]]:
    """Tell whether data is a list: text and dicts can be walked too, and are none."""
    return type(data) is list


def make_converter() -> Converter:
    """Return a converter that reads sound builtins straight and raises anything otherwise.

    Types of plain scalars are left to the constructor of the record, which asks them anyway.
    """
    made = Converter(detailed_validation=False, omit_if_default=True)
    for kind in (str, int):
        made.register_structure_hook(kind, _as_it_is)
    for value, row in VALUES.items():
        made.register_structure_hook(value, _reader(row.read))
        made.register_unstructure_hook(value, row.write)
    made.register_structure_hook_factory(_is_terms, _term_hook)
    made.register_structure_hook_factory(is_model, partial(_record_hook, made))
    made.register_unstructure_hook_func(_is_terms, attrgetter("value"))
    made.register_structure_hook_factory(_is_optional, partial(_optional_hook, made))
    made.register_structure_hook_factory(_is(tuple), partial(_tuple_hook, made))
    made.register_structure_hook_factory(_is(frozenset), partial(_set_hook, made))
    made.register_unstructure_hook_factory(_is(frozenset), partial(_set_writer, made))
    return made


def _as_it_is(data: object, _: object) -> object:
    return data


def _reader(read: Callable[[Any], Any]) -> Callable[[Any, Any], Any]:
    return lambda data, _: read(data)


def _is(container: type) -> Callable[[Any], bool]:
    return lambda kind: get_origin(kind) is container


def _is_terms(kind: Any) -> bool:  # noqa: ANN401 - any annotation
    kinds: tuple[Any, ...] = get_args(kind) if get_origin(kind) in {Union, UnionType} else (kind,)
    return all(isinstance(one, type) and issubclass(one, Term) for one in kinds)


def _record_hook(converter: Converter, cls: type) -> Callable[[Any, Any], Any]:
    read = cast(
        "Callable[[Any, Any], Any]",
        make_dict_structure_fn(
            cls, converter, _cattrs_forbid_extra_keys=True, _cattrs_detailed_validation=False
        ),
    )

    def read_dict(data: object, _: object) -> Any:  # noqa: ANN401 - the record
        if type(data) is not dict:  # another mapping may do anything when it is asked
            raise TypeError
        return read(data, cls)

    return read_dict


def _term_hook(kind: Any) -> Callable[[Any, Any], Any]:  # noqa: ANN401 - any annotation
    vocabularies = get_args(kind) or (kind,)
    members: dict[str, Term] = {
        member.value: member for vocabulary in vocabularies for member in vocabulary
    }

    def read(data: object, _: object) -> Term:
        if type(data) is not str:  # hashing what comes from outside can end the process
            raise TypeError
        return members[data]

    return read


def _is_optional(kind: Any) -> bool:  # noqa: ANN401 - any annotation
    return get_origin(kind) in {Union, UnionType} and NoneType in get_args(kind)


def _optional_hook(converter: Converter, kind: Any) -> Callable[[Any, Any], Any]:  # noqa: ANN401 - any annotation
    inner: Any = Union[tuple(arg for arg in get_args(kind) if arg is not NoneType)]  # noqa: UP007 - made at run time
    read = converter.get_structure_hook(inner)
    return lambda data, _: None if data is None else read(data, inner)


def _tuple_hook(converter: Converter, kind: Any) -> Callable[[Any, Any], Any]:  # noqa: ANN401 - any annotation
    item = get_args(kind)[0]
    read = converter.get_structure_hook(item)

    def read_all(data: object, _: object) -> tuple[Any, ...]:
        if not is_list(data):
            raise TypeError
        return tuple([read(one, item) for one in data])

    return read_all


def _set_hook(converter: Converter, kind: Any) -> Callable[[Any, Any], Any]:  # noqa: ANN401 - any annotation
    read_list = _tuple_hook(converter, kind)

    def read_all(data: object, _: object) -> frozenset[Any]:
        items = read_list(data, None)
        unique = frozenset(items)
        if len(unique) < len(items):
            raise ValueError
        return unique

    return read_all


def _set_writer(converter: Converter, kind: Any) -> Callable[[Any], Any]:  # noqa: ANN401 - any annotation
    write = converter.get_unstructure_hook(get_args(kind)[0])
    return lambda items: [write(item) for item in sorted(items, key=order_key)]
