"""How each value stands on the wire: one table, and the converter made from it."""

import re
from collections.abc import Callable, Mapping
from datetime import date, time
from functools import cache, partial
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, Final, NamedTuple, Union, cast, get_args, get_origin

from cattrs import Converter
from cattrs.gen import make_dict_structure_fn

from .._core.builder import is_list
from .._core.record import is_record_class, sort_key
from .._core.text import require_text
from .._core.text_value import TextValue
from ..errors import parse_error
from ..terms import Term
from ..values.dates import Quarter
from ..values.edition import Edition
from ..values.extensions import NAMESPACE, Extensions
from ..values.ids import KEYS, PERSONAL_NUMBER, UUID
from ..values.kk import KK
from ..values.nik import NIK
from ..values.phone import PhoneNumber
from ..values.region_code import BPSCode, ISOCode, RegionCode
from .json_text import Repeating, fields_of

_DATE_LENGTH = len("1990-08-01")
_TIME = re.compile(r"([01]\d|2[0-3]):([0-5]\d)", re.ASCII)


_LINE_END = r"[\n\r\u2028\u2029]"
UNSAID: Final = "x-invariants"
"""The word under which a schema names the faults that it cannot see."""


class Row(NamedTuple):
    """How a value is read, how it is written, and what its JSON Schema says."""

    read: Callable[[Any], Any]
    write: Callable[[Any], Any]
    schema: Mapping[str, Any]


def _read_date(data: object) -> date:
    text = require_text(data)
    if len(text) != _DATE_LENGTH or text[4] != "-" or text[7] != "-":
        raise parse_error("date.format")
    try:
        return date.fromisoformat(text)
    except ValueError:
        pass
    # Outside the handler, whose error holds the text: digits that are no day, or no digits.
    is_written_right = text.replace("-", "").isdecimal() and text.isascii()
    raise parse_error("date.invalid" if is_written_right else "date.format")


def _read_extensions(data: object) -> Extensions:
    if isinstance(data, Repeating):
        raise parse_error("json.duplicate_key")
    given = fields_of(data)
    if given is None:
        raise parse_error("type.object")
    return Extensions.of(cast("dict[str, object]", given))


def _read_time(data: object) -> time:
    parts = _TIME.fullmatch(require_text(data))
    if parts is None:
        raise parse_error("time.invalid")
    return time(int(parts[1]), int(parts[2]))


def _write_time(value: time) -> str:
    return value.isoformat("minutes")


def _row(kind: type[TextValue], write: Callable[[Any], str], about: str, *unsaid: str) -> Row:
    said = {"type": "string", **_whole(kind.pattern), "description": about}
    return Row(kind, write, {**said, UNSAID: list(unsaid)} if unsaid else said)


def _whole(pattern: str) -> Mapping[str, Any]:
    """Return the keywords for a text that fits a pattern from end to end.

    In some dialects of regular expressions ``$`` also fits before a last line feed.
    """
    return {"pattern": f"^{pattern}$", "not": {"pattern": _LINE_END}}


def _id_row(kind: type[TextValue]) -> Row:
    row = _row(kind, str, "A key without meaning.")
    personal = {
        "description": "A NIK, a KK number or a mobile telephone number, in what is no UUID.",
        "pattern": PERSONAL_NUMBER,
        "not": {"pattern": UUID},
    }
    return row._replace(schema={**row.schema, "not": {"anyOf": [row.schema["not"], personal]}})


VALUES: Mapping[type, Row] = {
    NIK: _row(
        NIK,
        attrgetter("unmasked"),
        "NIK, 16 digits with a birth date (a woman's day plus 40) in digits 7 to 12.",
        "nik.date",
    ),
    KK: _row(
        KK,
        attrgetter("unmasked"),
        "KK number, 16 digits with a date of recording in digits 7 to 12.",
        "kk.date",
    ),
    PhoneNumber: _row(PhoneNumber, attrgetter("unmasked"), "Telephone number, international form."),
    RegionCode: _row(RegionCode, str, "Code of a region by the home ministry, dotted."),
    BPSCode: _row(BPSCode, str, "Code of a region by Statistics Indonesia."),
    ISOCode: _row(ISOCode, str, "Code of a province in ISO 3166-2."),
    **{kind: _id_row(kind) for kind in KEYS},
    Extensions: Row(
        _read_extensions,
        dict,
        {
            "type": "object",
            "propertyNames": _whole(NAMESPACE),
            "description": "Facts of an application's own, by namespace.",
            UNSAID: ["extension.too_large", "extension.value"],
        },
    ),
    Quarter: _row(Quarter, str, "A quarter of a year, such as 2025-Q4."),
    Edition: _row(Edition, str, "Number of the occasion, in Roman numerals."),
    date: Row(
        _read_date,
        date.isoformat,
        {
            "type": "string",
            "format": "date",
            **_whole("[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"),
            UNSAID: ["date.invalid"],
        },
    ),
    time: Row(
        _read_time,
        _write_time,
        {
            "type": "string",
            **_whole("([01][0-9]|2[0-3]):[0-5][0-9]"),
            "description": "Time of day, local.",
        },
    ),
}
"""Value type → how it is read, written and described. A test holds it to the public values."""


@cache
def members(vocabularies: tuple[type[Term], ...]) -> Mapping[str, Term]:
    """Return slug → member of some vocabularies."""
    return {member.value: member for vocabulary in vocabularies for member in vocabulary}


@cache
def converter() -> Converter:
    """Return the shared converter. It reads valid builtins, and raises anything for others.

    Types of plain scalars are left to the constructor of the record, which asks them anyway.
    """
    made = Converter(detailed_validation=False, omit_if_default=True)
    for kind in (str, int):
        made.register_structure_hook(kind, _as_it_is)
    for value, row in VALUES.items():
        made.register_structure_hook(value, _reader(row.read))
        made.register_unstructure_hook(value, row.write)
    made.register_structure_hook_factory(_is_terms, _term_hook)
    made.register_structure_hook_factory(is_record_class, partial(_record_hook, made))
    made.register_unstructure_hook_func(_is_terms, attrgetter("_value_"))
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
    known = members(vocabularies)

    def read(data: object, _: object) -> Term:
        if type(data) is not str:  # hashing what comes from outside can end the process
            raise TypeError
        return known[data]

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
    return lambda items: [write(item) for item in sorted(items, key=sort_key)]
