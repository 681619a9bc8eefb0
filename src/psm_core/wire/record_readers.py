"""Functions that read valid builtins into records, generated for each class on first use.

A function returns a valid record, or raises any exception without a reason: `CollectingReader` then
finds the issues. What a function has checked is not checked again by the constructor.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from datetime import date
from itertools import chain
from typing import Any, Final, cast

from .._core.field_types import (
    CollectionType,
    FieldType,
    InstanceType,
    InstanceUnionType,
    IntegerType,
    OptionalType,
    TermType,
    TextType,
    unwrap,
    unwrap_optional,
)
from .._core.generated_code import GeneratedCode
from .._core.lazy import LazyTable
from .._core.record import Field, is_record_class, record_info
from .._core.record_code import (
    add_creation,
    add_invariants,
    has_form_of_date,
    is_normalized_text,
)
from .._core.text_value import TextValue, shared_values, value_reader
from ..errors import Issue, ParseError
from ..values.extensions import Extensions
from .json_text import are_plain_text
from .value_formats import UNIONS, VALUES, members

Reader = Callable[[object, list[Mapping[str, object]]], Any]
"""Reads builtins, and appends each object that it has read to a list."""
Failures = list[tuple[Field, Issue | None]]
"""The fields that are missing or invalid, with the issue if it is known."""
FieldsReader = Callable[[Mapping[object, object]], tuple[dict[str, object], Failures]]
"""Reads each field alone; returns name → value of the valid ones, and the others."""


class InvalidDataError(Exception):
    """The data is invalid. The collecting reader finds the reason."""


def read_builtins(data: object, cls: type) -> object:
    """Return the record that builtins describe, or raise any exception."""
    objects: list[Mapping[str, object]] = []
    record: object = RECORD_READERS[cls](data, objects)
    _require_text_keys(objects)
    return record


def _require_text_keys(objects: list[Mapping[str, object]]) -> None:
    """Raise `InvalidDataError` if a key is no plain str: it may equal the name of a field."""
    if not are_plain_text(chain.from_iterable(objects)):
        raise InvalidDataError


def _record_reader(cls: type) -> Reader:
    info = record_info(cls)
    code = GeneratedCode(f"reader of {cls.__name__}")
    invalid = f"raise {code.name(InvalidDataError, 'InvalidDataError')}"
    with code.block("def read(_data, _objects):"):
        with code.block("if type(_data) is not dict:"):  # another mapping may run any code
            code.line(invalid)
        code.line(f"_count = {sum(field.required for field in info.fields)}")
        for field in info.fields:
            _add_field(code, field)
        with code.block("if _count != len(_data):"):  # there are unknown keys
            code.line(invalid)
        code.line("_objects.append(_data)")
        add_invariants(code, info.invariants, invalid)
        add_creation(code, cls, info.names)
    return code.compiled("read")


def _add_field(code: GeneratedCode, field: Field) -> None:
    if field.required:
        _add_given(code, field)
        return
    with code.block(f"if {field.name!r} in _data:"):
        _add_given(code, field)
        code.line("_count += 1")
    with code.block("else:"):
        code.line(f"{field.name} = {code.name(field.default, 'default')}")


def _add_given(code: GeneratedCode, field: Field) -> None:
    code.line(f"{field.name} = _data[{field.name!r}]")
    add_value(code, field, _read)


def add_value(
    code: GeneratedCode, field: Field, read: Callable[[GeneratedCode, FieldType, str], str]
) -> None:
    """Replace what was read in the variable of a field by its value, unless that is the same.

    `read` returns an expression for the value that a variable means.
    """
    value = read(code, unwrap_optional(field.type), field.name)
    if value == field.name:  # only with msgspec
        return
    if isinstance(field.type, OptionalType):
        with code.block(f"if {field.name} is not None:"):
            code.line(f"{field.name} = {value}")
    else:
        code.line(f"{field.name} = {value}")


def _fields_reader(cls: type) -> FieldsReader:
    fields = record_info(cls).fields
    defaults = {field.name: field.default for field in fields if not field.required}
    code = GeneratedCode(f"reader of single fields of {cls.__name__}")
    with code.block("def read(_data):"):
        code.line(f"_values = {code.name(defaults, 'defaults')}.copy()")
        code.line("_failed = []")
        for field in fields:
            with nullcontext() if field.required else code.block(f"if {field.name!r} in _data:"):
                with code.block("try:"):
                    code.line("_objects = []")  # a key in one field says nothing about others
                    _add_given(code, field)
                    if is_record_class(unwrap(field.type).python_type):
                        code.line(f"{code.name(_require_text_keys, 'text_keys')}(_objects)")
                    code.line(f"_values[{field.name!r}] = {field.name}")
                if issubclass(unwrap_optional(field.type).python_type, TextValue):
                    with code.block(f"except {code.name(ParseError, 'ParseError')} as _error:"):
                        _add_failure(code, field, "_error.issue")
                with code.block("except Exception:"):
                    _add_failure(code, field, "None")
        code.line("return _values, _failed")
    return code.compiled("read")


def _add_failure(code: GeneratedCode, field: Field, issue: str) -> None:
    code.line(f"_values.pop({field.name!r}, None)")
    code.line(f"_failed.append(({code.name(field, field.name)}, {issue}))")


def _read(  # noqa: PLR0911 - one return for each kind of field type
    code: GeneratedCode, field_type: FieldType, data: str
) -> str:
    """Return an expression for the value that a variable with builtins means."""
    invalid = f"{code.name(_reject, 'reject')}()"
    match field_type:
        case CollectionType():
            items = f"[{_read(code, field_type.item, '_item')} for _item in {data}]"
            container = tuple if field_type.container is tuple else unique
            made = f"{code.name(container, container.__name__)}({items})"
            return f"({made} if type({data}) is list else {invalid})"
        case TermType():
            terms = code.name(members(field_type.vocabularies), "terms")
            return f"({terms}[{data}] if type({data}) is str else {invalid})"
        case TextType():
            normalized = f"{code.name(text_reader(field_type), 'text')}({data})"
            return f"({data} if {is_normalized_text(code, field_type, data)} else {normalized})"
        case IntegerType(minimum=minimum, maximum=maximum):
            condition = f"type({data}) is int and {minimum} <= {data} <= {maximum}"
            return f"({data} if {condition} else {invalid})"
        case InstanceUnionType():
            return date_or_part(code, field_type, data)
        case InstanceType() if field_type.python_type is date:
            return f"({_full_date(code, data)} else {invalid})"
        case _:
            return _read_instance(code, field_type.python_type, data)


def date_or_part(code: GeneratedCode, field_type: InstanceUnionType, data: str) -> str:
    """Return an expression for the date, known in full or in part, that a variable means."""
    read_any = code.name(UNIONS[field_type.types].read, "date_or_part")
    return f"({_full_date(code, data)} else {read_any}({data}))"


def _full_date(code: GeneratedCode, data: str) -> str:
    """Return the beginning of a conditional expression: the date, if the text has its form."""
    return f"{code.name(date.fromisoformat, 'date')}({data}) if {has_form_of_date(data)}"


def _read_instance(code: GeneratedCode, value_class: type[Any], data: str) -> str:
    if is_record_class(value_class):
        return f"{code.name(RECORD_READERS[value_class], value_class.__name__)}({data}, _objects)"
    if value_class is Extensions:
        return f"{code.name(read_extensions, 'extensions')}({data}, _objects)"
    return single_value(code, value_class, data)


def single_value(code: GeneratedCode, value_class: type[Any], data: str) -> str:
    """Return an expression for the value that a variable means, which is no record."""
    if not issubclass(value_class, TextValue):
        return f"{code.name(VALUES[value_class].read, value_class.__name__)}({data})"
    created = f"{code.name(value_reader(value_class), value_class.__name__)}({data})"
    shared = shared_values(value_class)
    if shared is None:
        return created
    return f"(type({data}) is str and {code.name(shared.get, 'shared')}({data}) or {created})"


def _reject() -> None:
    raise InvalidDataError


def unique(items: Sequence[object]) -> frozenset[object]:
    """Return items as a set, or raise `InvalidDataError` if one is repeated."""
    unique = frozenset(items)
    if len(unique) < len(items):
        raise InvalidDataError
    return unique


def text_reader(field_type: TextType) -> Callable[[object], object]:
    """Return the function that reads any text of a field, in a time that grows with its length."""

    def read(data: object) -> object:
        text = field_type.normalize(data)
        if field_type.issues(text):
            raise InvalidDataError
        return text

    return read


def read_extensions(data: object, objects: list[Mapping[str, object]]) -> Extensions:
    """Read extensions, and append each object in them to a list."""
    extensions: Extensions = VALUES[Extensions].read(data)
    left = [data]
    while left:
        one = left.pop()
        if type(one) is dict:
            found = cast("dict[str, object]", one)
            objects.append(found)
            left += found.values()
        elif type(one) is list:
            left += cast("list[object]", one)
    return extensions


RECORD_READERS: Final = LazyTable[type, Reader](_record_reader)
"""Record class → the function that reads its fields."""
FIELDS_READERS: Final = LazyTable[type, FieldsReader](_fields_reader)
"""Record class → the function that reads each field alone."""
