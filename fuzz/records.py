"""Targets for JSON documents, and for builtins built from bytes by the fields of a record."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, time
from functools import cache
from typing import Any, Final

from psm_core import KK, NIK, BPSCode, Edition, ISOCode, PhoneNumber, Quarter, RegionCode, wire
from psm_core._core.field_types import (
    CollectionType,
    FieldType,
    IntegerType,
    OptionalType,
    TermType,
    TextType,
    unwrap,
)
from psm_core._core.record import is_record_class, record_info
from psm_core.terms import Sex
from psm_core.wire.value_formats import members
from psm_core.wire.versions import NAMES, schema_id

from ._bytes import Bytes
from ._properties import check_issue, check_masked, check_value, require, result_or_none

DOCUMENTS: Final = sorted(NAMES, key=lambda kind: kind.__name__)


def documents(data: bytes) -> None:
    """Read a JSON document: the first byte chooses its class, the second the frame around it."""
    bytes_ = Bytes(data)
    kind = bytes_.one_of(DOCUMENTS)
    is_bare, is_bytes = bytes_.one_of(((0, 0), (0, 1), (1, 0), (1, 1)))
    text: str | bytes = bytes_.rest()
    if is_bare:
        text = b'{"schema": "%s", "data": %s}' % (schema_id(kind).encode(), text)
    input_text = text.decode("utf-8", "replace")
    read = text if is_bytes else text.decode("utf-8", "surrogateescape")
    record = result_or_none(lambda: wire.from_json(read, kind), input_text)
    if record is not None:
        check_value(record, input_text)
        again = result_or_none(
            lambda: wire.from_json(wire.to_json(record, indent=1), kind), input_text
        )
        require(again == record, "an indented document round-trips")
    _check_report(read, kind, input_text)


def builtins(data: bytes) -> None:
    """Build the builtins of a record from bytes, with unexpected values, and read them."""
    bytes_ = Bytes(data)
    kind = bytes_.one_of(record_kinds())
    built = _record(kind, bytes_)
    input_text = _input_text(built)
    record = result_or_none(lambda: wire.from_builtins(built, kind), input_text)
    if record is not None:
        check_value(record, input_text)
    _check_report(built, kind, input_text)


def _check_report(read: Any, kind: type, input_text: str) -> None:
    """Compare `report` with the strict reader, and check that unknown fields round-trip."""
    is_text = isinstance(read, str | bytes)
    reader: Any = wire.from_json if is_text else wire.from_builtins
    strict = result_or_none(lambda: reader(read, kind), input_text)
    plain = wire.report(read, kind)
    require(plain.record == strict, "a report has what the reader returns")
    kept = wire.report(read, kind, keep_unknown=True)
    require(strict is None or kept.record == strict, "keep_unknown rejects nothing more")
    for issue in (*plain.issues, *kept.issues):
        check_issue(issue, input_text)
    for one in kept.unknown_fields:
        require("***" in repr(one), "unknown fields are masked")
        check_masked(one, input_text)
    if kept.record is None:
        return
    written = wire.to_builtins(kept.record, unknown_fields=kept.unknown_fields)
    again = wire.report(written, kind, keep_unknown=True)
    require(again.record == kept.record, "a record with unknown fields round-trips")
    require(len(again.unknown_fields) == len(kept.unknown_fields), "unknown fields round-trip")


@cache
def record_kinds() -> list[type]:
    """Return every record class that a document can contain."""
    found: dict[type, None] = {}
    pending: list[type] = list(DOCUMENTS)
    while pending:
        kind = pending.pop()
        if kind not in found:
            found[kind] = None
            leaves = (unwrap(field.type).python_type for field in record_info(kind).fields)
            pending += (inner for inner in leaves if is_record_class(inner))
    return sorted(found, key=lambda kind: kind.__name__)


def _record(kind: type, bytes_: Bytes) -> dict[object, object]:
    built: dict[object, object] = {}
    for field in record_info(kind).fields:
        if field.required or bytes_.byte() % 4 == 1:
            built[field.name] = _value(field.type, bytes_)
    if bytes_.byte() % 16 == 1:
        built[bytes_.one_of(_ODD_KEYS)(bytes_)] = bytes_.text()
    return built


def _value(field_type: FieldType, bytes_: Bytes) -> object:  # noqa: PLR0911 - one for each field type
    if bytes_.byte() % 16 == 15:
        return bytes_.one_of(_ODD)(bytes_)
    match field_type:
        case OptionalType():
            return _value(field_type.inner, bytes_)
        case CollectionType():
            return [_value(field_type.item, bytes_) for _ in range(bytes_.byte() % 4)]
        case TextType():
            return bytes_.text()
        case IntegerType():
            return bytes_.number()
        case TermType():
            return bytes_.one_of(list(members(field_type.vocabularies)))
        case _ if is_record_class(field_type.python_type):
            return _record(field_type.python_type, bytes_)
        case _:
            return bytes_.one_of(_VALID.get(field_type.python_type, _IDS))(bytes_)


def _text(bytes_: Bytes) -> str:
    return bytes_.text()


def _always(*texts: str) -> tuple[Callable[[Bytes], str], ...]:
    return (*(lambda _, text=text: text for text in texts), _text)


_IDS: Final = _always("a-1", "b-2", "9901014108900001")
_NUMBER: Final = _always("9901014108900001", "9901010108900002", "9901013112990003")
_VALID: Final[Mapping[type, tuple[Callable[[Bytes], str], ...]]] = {
    date: _always("1990-08-01", "2020-02-29", "2025-10-10", "0001-01-01", "9999-12-31", "1957~"),
    time: _always("08:00", "23:59"),
    NIK: _NUMBER,
    KK: _NUMBER,
    PhoneNumber: _always("+628000000123"),
    RegionCode: _always("63.10.09.2005", "63.10", "63", "99.01"),
    BPSCode: _always("6310031"),
    ISOCode: _always("ID-KS"),
    Quarter: _always("2025-Q4"),
    Edition: _always("XXII"),
}
"""Value type → texts that may be read as it."""


class _Text(str):
    """A subclass of str with another text."""

    __slots__ = ()

    def __str__(self) -> str:
        return "Zubaidah"

    def __repr__(self) -> str:
        return "Zubaidah"


class _Raising:
    """An object whose methods raise."""

    def __eq__(self, other: object) -> bool:
        raise ValueError("9901014108900001")

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        raise RuntimeError("9901014108900001")

    __str__ = __len__ = __iter__ = __bool__ = __repr__  # type: ignore[assignment]


class _RaisingMapping(Mapping[str, object]):
    """A mapping whose methods raise."""

    def __getitem__(self, key: str) -> object:
        raise RuntimeError("9901014108900001")

    def __iter__(self) -> Iterator[str]:
        raise RuntimeError("9901014108900001")

    def __len__(self) -> int:
        return 1


def _nested(bytes_: Bytes) -> object:
    built: object = bytes_.text()
    for _ in range(bytes_.byte() * 20):
        built = [built] if bytes_ else {"person": built}
    return built


_ODD: Final[tuple[Callable[[Bytes], object], ...]] = (
    lambda _: None,
    lambda _: True,
    lambda bytes_: bytes_.number(),
    lambda _: 10**5000,
    lambda _: float("nan"),
    lambda _: float("inf"),
    lambda bytes_: bytes_.text(),
    lambda bytes_: bytes_.text() * 300,
    lambda bytes_: bytes_.text().encode("utf-8", "surrogateescape"),
    lambda bytes_: _Text(bytes_.text()),
    lambda bytes_: [bytes_.text()] * bytes_.byte(),
    lambda bytes_: {bytes_.text(): bytes_.text()},
    lambda bytes_: (bytes_.text(),),
    lambda bytes_: {bytes_.text()},
    lambda _: [],
    lambda _: {},
    lambda _: _Raising(),
    lambda _: _RaisingMapping(),
    lambda _: Sex.PEREMPUAN,
    lambda _: NIK("9901014108900001"),
    lambda _: Quarter,
    lambda _: date(1990, 8, 1),
    lambda _: {"schema": "psm.person/1", "data": {}},
    _nested,
)
"""Unexpected values."""
_ODD_KEYS: Final[tuple[Callable[[Bytes], Any], ...]] = (
    lambda bytes_: bytes_.text(),
    lambda bytes_: _Text(bytes_.text()),
    lambda bytes_: bytes_.number(),
    lambda _: None,
    lambda _: "nmae",
    lambda _: "id",
)


def _input_text(built: object) -> str:
    """Return all texts and numbers in builtins, one a line."""
    lines: list[str] = ["9901014108900001 Zubaidah"]
    pending: list[object] = [built]
    while pending:
        one = pending.pop()
        if type(one) is dict:
            pending += [*one, *one.values()]
        elif type(one) in {list, tuple, set}:
            pending += one
        elif type(one) is bytes:
            lines.append(one.decode("utf-8", "replace"))
        elif isinstance(one, str):
            lines.append(str.__str__(one))
        elif type(one) is int and one.bit_length() < 1000:
            lines.append(str(one))
    return "\n".join(lines)
