"""Functions that write records as builtins and as JSON text, generated for each class on first use.

Required fields come first in documents. Other fields are written if they differ from the default.
"""

from collections.abc import Callable
from contextlib import nullcontext
from json.encoder import encode_basestring
from operator import attrgetter
from typing import Any, Final

from .._core.field_types import (
    CollectionType,
    FieldType,
    InstanceUnionType,
    IntegerType,
    TermType,
    TextType,
    unwrap_optional,
)
from .._core.generated_code import GeneratedCode
from .._core.lazy import LazyTable
from .._core.record import Field, is_record_class, record_info, sort_key
from .._core.text_value import TextValue
from ..values.extensions import Extensions
from ..values.plain import PLAIN_WRITERS, to_plain

_TERM_TEXT: Final = attrgetter("_value_")
_VALUE_TEXT: Final = attrgetter("_text")
"""The same as `sort_key` of a term, and of a value such as an ID, faster."""


def _builtins_writer(cls: type) -> Callable[[Any], dict[str, Any]]:
    code = GeneratedCode(f"builtins writer of {cls.__name__}")
    with code.block("def write(_record):"):
        code.line("_data = {}")
        for field in in_order_of_writing(cls):
            name = field.name
            plain = plain_value(code, unwrap_optional(field.type), name, _builtins_of_instance)
            code.line(f"{name} = _record.{name}")
            with nullcontext() if field.required else code.block(f"if {is_given(code, field)}:"):
                code.line(f"_data[{name!r}] = {plain}")
        code.line("return _data")
    return code.compiled("write")


def _json_writer(cls: type) -> Callable[[Any], str]:
    code = GeneratedCode(f"JSON writer of {cls.__name__}")
    fields = in_order_of_writing(cls)
    with code.block("def write(_record):"):
        for field in fields:
            code.line(f"{field.name} = _record.{field.name}")
        code.line("_members = ''.join((")
        for field in fields:
            text = _json(code, unwrap_optional(field.type), field.name)
            key = f""" ',"{field.name}":' """.strip()
            otherwise = "" if field.required else f" if {is_given(code, field)} else ''"
            code.line(f"    {key} + {text}{otherwise},")
        code.line("))")
        code.line("return '{' + _members[1:] + '}'")
    return code.compiled("write")


def in_order_of_writing(cls: type) -> list[Field]:
    """Return the fields of a record class, the required ones first."""
    return sorted(record_info(cls).fields, key=lambda field: not field.required)


def is_given(code: GeneratedCode, field: Field) -> str:
    """Return the condition under which an optional field is written: it is not its default."""
    if isinstance(field.type, CollectionType) and not field.default:
        return field.name
    default = code.name(field.default, "default")
    is_other = f"{field.name} is not {default}"
    return is_other if field.default is None else f"{is_other} and {field.name} != {default}"


def plain_value(
    code: GeneratedCode,
    field_type: FieldType,
    value: str,
    of_instance: Callable[[GeneratedCode, type, str], str],
) -> str:
    """Return an expression for the plain data of an expression, which is not None.

    `of_instance` returns that of a record or a value of a class.
    """
    match field_type:
        case CollectionType(item=item):
            item_value = plain_value(code, item, "_item", of_instance)
            return _list_of(code, field_type, value, item_value)
        case TermType():
            return f"{value}._value_"
        case TextType() | IntegerType():
            return value
        case InstanceUnionType():
            return f"{code.name(to_plain, 'plain')}({value})"
        case _:
            return of_instance(code, field_type.python_type, value)


def _builtins_of_instance(code: GeneratedCode, value_class: type, value: str) -> str:
    write = (
        BUILTINS_WRITERS[value_class]
        if is_record_class(value_class)
        else PLAIN_WRITERS[value_class]
    )
    return f"{code.name(write, value_class.__name__)}({value})"


def _json(code: GeneratedCode, field_type: FieldType, value: str) -> str:
    """Return an expression for the JSON text of a variable, which is not None."""
    match field_type:
        case CollectionType(item=item):
            items = _items_in_order(code, field_type, value)
            texts = f"[{_json(code, item, '_item')} for _item in {items}]"
            return f"'[' + ','.join({texts}) + ']'"
        case TermType():
            return _quoted(f"{value}._value_")
        case TextType():
            return f"{code.name(encode_basestring, 'encode')}({value})"
        case IntegerType():
            return f"str({value})"
        case InstanceUnionType():
            return _quoted(f"{code.name(to_plain, 'plain')}({value})")
        case _:
            return _json_of_instance(code, field_type.python_type, value)


def _json_of_instance(code: GeneratedCode, value_class: type, value: str) -> str:
    if is_record_class(value_class):
        return f"{code.name(JSON_WRITERS[value_class], value_class.__name__)}({value})"
    if value_class is Extensions:  # its text is JSON
        return f"{value}._text"
    if issubclass(value_class, TextValue):
        return _quoted(f"{value}._text")
    return _quoted(f"{code.name(PLAIN_WRITERS[value_class], value_class.__name__)}({value})")


def _quoted(text: str) -> str:
    """Return an expression for text that needs no escapes, in quotation marks."""
    return f"""'"' + {text} + '"'"""


def _items_in_order(code: GeneratedCode, field_type: CollectionType, value: str) -> str:
    """Return an expression for the items of a collection in the order in which they are written."""
    if field_type.container is tuple:
        return value
    key = _text_of(field_type.item) or sort_key
    return f"sorted({value}, key={code.name(key, 'sort_key')})"


def _list_of(code: GeneratedCode, field_type: CollectionType, value: str, item: str) -> str:
    """Return an expression for a list with what `item`, an expression of ``_item``, is for each.

    It is builtins of ``_item``: the text if the items of a set are terms or values.
    """
    text_of = _text_of(field_type.item)
    if field_type.container is tuple or text_of is None:
        return f"[{item} for _item in {_items_in_order(code, field_type, value)}]"
    return f"sorted(map({code.name(text_of, 'text_of')}, {value}))"


def _text_of(item: FieldType) -> Callable[[Any], str] | None:
    """Return the function that does the same as `sort_key` for terms and values, faster."""
    if isinstance(item, TermType):
        return _TERM_TEXT
    return _VALUE_TEXT if issubclass(item.python_type, TextValue) else None


BUILTINS_WRITERS: Final = LazyTable[type, Callable[[Any], dict[str, Any]]](_builtins_writer)
"""Record class → the function that writes a record as a dict."""
JSON_WRITERS: Final = LazyTable[type, Callable[[Any], str]](_json_writer)
"""Record class → the function that writes a record as compact JSON text."""
