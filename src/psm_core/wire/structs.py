"""Documents read and written with msgspec, the extra `fast`.

msgspec decodes the data of a document into a struct, an object with the fields of a record and the
values of JSON. A generated function creates the record from the struct and checks what msgspec
cannot check. To write a record, another one fills a struct, which msgspec encodes. Only this module
imports msgspec.
"""

import json
import re
from collections.abc import Callable, Mapping
from datetime import date
from types import GenericAlias
from typing import Annotated, Any, Final, Literal, Optional

import msgspec

from .._core.field_types import (
    CollectionType,
    FieldType,
    InstanceUnionType,
    IntegerType,
    OptionalType,
    TermType,
    TextType,
    unwrap_optional,
)
from .._core.generated_code import GeneratedCode
from .._core.lazy import LazyTable
from .._core.record import is_record_class, record_info
from .._core.record_code import add_creation, add_invariants, has_normalized_blanks
from .._core.text_value import TextValue, unmasked_text
from ..values.extensions import Extensions
from ..values.plain import to_plain
from .json_text import has_unique_keys
from .record_readers import (
    InvalidDataError,
    add_value,
    date_or_part,
    read_extensions,
    single_value,
    text_reader,
    unique,
)
from .record_writers import in_order_of_writing, is_given, plain_value
from .value_formats import members
from .versions import schema_id

_Creator = Callable[[Any, list[int], bool], Any]
"""Creates a record from a struct, and adds the number of its keys to a list.

The last argument states whether its texts are all ASCII without control characters.
"""
_OLDEST: Final = (0, 19)


def is_supported(version: str) -> bool:
    """Return whether a version of msgspec is not older than those that have been tested."""
    found = re.match(r"(\d+)\.(\d+)", version)
    return found is not None and (int(found[1]), int(found[2])) >= _OLDEST


if not is_supported(msgspec.__version__):
    raise ImportError("psm_core does not use this old version of msgspec")


def _struct_reader(cls: type) -> Callable[[str], Any]:
    parts: list[Any] = [("schema", Literal[schema_id(cls)]), ("data", _DECODED[cls])]
    document = msgspec.defstruct("Document", parts, forbid_unknown_fields=True, gc=False)
    decode = msgspec.json.Decoder(document).decode
    create = _CREATORS[cls]

    def read(text: str) -> object:
        is_ascii = text.isascii()
        # Of a str that is not ASCII, msgspec would store the bytes as long as the str exists.
        document: Any = decode(text if is_ascii else text.encode())
        counts = [len(parts)]
        record = create(document.data, counts, is_ascii and _has_no_control_characters(text))
        if has_unique_keys(text, sum(counts)):
            return record
        raise InvalidDataError

    return read


def _has_no_control_characters(text: str) -> bool:
    """Return whether no text of an ASCII document has a control character.

    JSON allows control characters only as escapes, except for the last character of ASCII.
    """
    return "\\" not in text and "\x7f" not in text


def _decoded(cls: type) -> type[msgspec.Struct]:
    """Return the class of struct that msgspec decodes the data of a record class into.

    A field that is not in the data is UNSET, so that the keys in the data can be counted.
    """
    fields: list[Any] = []
    for field in in_order_of_writing(cls):
        json_type = _json_type(field.type)
        if field.required:
            fields.append((field.name, json_type))
        else:
            fields.append((field.name, json_type | msgspec.UnsetType, msgspec.UNSET))
    return msgspec.defstruct(cls.__name__, fields, forbid_unknown_fields=True, gc=False)


def _json_type(field_type: FieldType) -> Any:  # noqa: ANN401, PLR0911 - any annotation, by type
    """Return the type that msgspec decodes the values of a field into."""
    match field_type:
        case OptionalType(inner=inner):
            return Optional[_json_type(inner)]  # noqa: UP045 - created at run time
        case CollectionType(item=item):
            return GenericAlias(tuple, (_json_type(item), ...))
        case TermType(vocabularies=(vocabulary,)):
            return vocabulary
        case TextType(max_length=longest):
            return Annotated[str, msgspec.Meta(min_length=1, max_length=longest)]
        case IntegerType(minimum=minimum, maximum=maximum):
            return Annotated[int, msgspec.Meta(ge=minimum, le=maximum)]
        case InstanceUnionType():
            return str
        case _:
            value_class = field_type.python_type
            return (
                _DECODED[value_class]
                if is_record_class(value_class)
                else _JSON_TYPES.get(value_class, str)
            )


_JSON_TYPES: Final[Mapping[type, type]] = {date: date, Extensions: msgspec.Raw}
"""Type of value → the type that msgspec decodes it into; all others are texts."""


def _creator(cls: type) -> _Creator:
    info = record_info(cls)
    code = GeneratedCode(f"reader of structs of {cls.__name__}")
    invalid = f"raise {code.name(InvalidDataError, 'InvalidDataError')}"
    with code.block("def create(_struct, _counts, _is_printable):"):
        code.line(f"_count = {sum(field.required for field in info.fields)}")
        for field in info.fields:
            code.line(f"{field.name} = _struct.{field.name}")
            if field.required:
                add_value(code, field, _value)
                continue
            with code.block(f"if {field.name} is {code.name(msgspec.UNSET, 'UNSET')}:"):
                code.line(f"{field.name} = {code.name(field.default, 'default')}")
            with code.block("else:"):
                code.line("_count += 1")
                add_value(code, field, _value)
        code.line("_counts.append(_count)")
        add_invariants(code, info.invariants, invalid)
        add_creation(code, cls, info.names)
    return code.compiled("create")


def _value(  # noqa: PLR0911 - one return for each kind of field type
    code: GeneratedCode, field_type: FieldType, data: str
) -> str:
    """Return an expression for the value that a variable with a value of JSON means.

    It is the variable itself if msgspec has decoded and checked all of it.
    """
    match field_type:
        case CollectionType(item=item, container=container):
            value = _value(code, item, "_item")
            items = data if value == "_item" else f"[{value} for _item in {data}]"
            if container is frozenset:
                return f"{code.name(unique, 'unique')}({items})"
            return items if items == data else f"tuple({items})"
        case TermType(vocabularies=(_,)) | IntegerType():
            return data
        case TermType(vocabularies=vocabularies):
            return f"{code.name(members(vocabularies), 'terms')}[{data}]"
        case TextType():
            normalized = f"{code.name(text_reader(field_type), 'text')}({data})"
            is_printable = f"(_is_printable or {data}.isascii() and {data}.isprintable())"
            is_normalized = f"{is_printable} and {has_normalized_blanks(code, field_type, data)}"
            return f"({data} if {is_normalized} else {normalized})"
        case InstanceUnionType():
            return date_or_part(code, field_type, data)
        case _:
            return _instance(code, field_type.python_type, data)


def _instance(code: GeneratedCode, value_class: type[Any], data: str) -> str:
    if is_record_class(value_class):
        create = code.name(_CREATORS[value_class], value_class.__name__)
        return f"{create}({data}, _counts, _is_printable)"
    if value_class is date:
        return data
    if value_class is Extensions:
        return f"{code.name(_read_extensions, 'extensions')}({data}, _counts)"
    return single_value(code, value_class, data)


def _read_extensions(raw: msgspec.Raw, counts: list[int]) -> Extensions:
    """Return extensions, decoded by `json`, so that their numbers do not depend on msgspec."""
    objects: list[Mapping[str, object]] = []
    extensions = read_extensions(json.loads(bytes(raw)), objects)
    counts += map(len, objects)
    return extensions


def _struct_writer(cls: type) -> Callable[[Any], str]:
    head = f'{{"schema":"{schema_id(cls)}","data":'
    encode: Callable[[Any], bytes] = msgspec.json.Encoder().encode
    fill = _FILLERS[cls]
    return lambda record: f"{head}{encode(fill(record)).decode()}}}"


def _encoded(cls: type) -> type[msgspec.Struct]:
    """Return the class of struct that msgspec encodes the data of a record class from.

    msgspec leaves out fields that are UNSET or the same object as their default.
    """
    fields: list[Any] = [
        (field.name, Any) if field.required else (field.name, Any, field.default)
        for field in in_order_of_writing(cls)
    ]
    return msgspec.defstruct(cls.__name__, fields, omit_defaults=True, gc=False)


def _filler(cls: type) -> Callable[[Any], Any]:
    code = GeneratedCode(f"writer of structs of {cls.__name__}")
    arguments: list[str] = []
    with code.block("def fill(_record):"):
        for field in in_order_of_writing(cls):
            name, value = field.name, f"_record.{field.name}"
            field_type = unwrap_optional(field.type)
            if field.required or _plain(code, field_type, value) == value:
                arguments.append(_plain(code, field_type, value))
                continue
            arguments.append(name)
            code.line(f"{name} = {value}")
            with code.block(f"if {is_given(code, field)}:"):
                code.line(f"{name} = {_plain(code, field_type, name)}")
            if field.default is not None:
                with code.block("else:"):
                    code.line(f"{name} = {code.name(msgspec.UNSET, 'UNSET')}")
        code.line(f"return {code.name(_ENCODED[cls], 'struct')}({', '.join(arguments)})")
    return code.compiled("fill")


def _plain(code: GeneratedCode, field_type: FieldType, value: str) -> str:
    """Return an expression for what msgspec encodes in place of a value, which is not None.

    It is the same expression if msgspec encodes its value as it is.
    """
    return plain_value(code, field_type, value, _plain_instance)


def _plain_instance(code: GeneratedCode, value_class: type[Any], value: str) -> str:
    if is_record_class(value_class):
        return f"{code.name(_FILLERS[value_class], value_class.__name__)}({value})"
    if value_class is date:
        return value
    if value_class is Extensions:
        return f"{code.name(_raw_extensions, 'raw')}({value})"
    if issubclass(value_class, TextValue):
        return f"{value}._text"
    return f"{code.name(to_plain, 'plain')}({value})"


def _raw_extensions(extensions: Extensions) -> msgspec.Raw:
    return msgspec.Raw(unmasked_text(extensions).encode())  # the text is JSON


STRUCT_READERS: Final = LazyTable[type, Callable[[str], Any]](_struct_reader)
"""Record class → the function that reads valid documents of the newest version.

It raises an exception without a reason for others. `has_unique_keys` decides if a key is repeated.
"""
STRUCT_WRITERS: Final = LazyTable[type, Callable[[Any], str]](_struct_writer)
"""Record class → the function that writes a record as the text of a document."""
_DECODED: Final = LazyTable[type, type[msgspec.Struct]](_decoded)
_ENCODED: Final = LazyTable[type, type[msgspec.Struct]](_encoded)
_CREATORS: Final = LazyTable[type, _Creator](_creator)
"""Record class → the function that creates a record from a struct."""
_FILLERS: Final = LazyTable[type, Callable[[Any], Any]](_filler)
"""Record class → the function that fills the struct of a record."""
