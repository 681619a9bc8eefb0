"""Records, values and vocabularies as types of pydantic. pydantic itself asks for them.

Data is read as in documents: a record by `psm_core.wire.from_builtins`, a value from its canonical
text, a term from its slug. An instance is taken as it is. What is written is the same data. An
invalid record gives one error of pydantic for each issue: ``loc`` is its path, ``type`` its code,
``ctx`` has its parameters and the message in both languages. No error contains the input.
"""

from collections.abc import Callable, Mapping
from typing import Annotated, Any, cast

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, TypeAdapter, WithJsonSchema
from pydantic_core import InitErrorDetails, PydanticCustomError
from pydantic_core import ValidationError as PydanticError
from pydantic_core import core_schema as core

from .._core.record import is_record_class
from ..errors import Issue, ParseError, ValidationError
from ..values.plain import to_plain
from ..wire.collecting_reader import value_reader
from ..wire.json_schema import definitions_of, value_schema
from ..wire.reading import from_builtins
from ..wire.redaction_schema import redacted_schema
from ..wire.writing import to_builtins
from ._redaction import Redacted, redacted

__all__ = ["Redacted"]

_REFERENCE = "#/$defs/"


def redacted_core_schema(
    how: Redacted, source: type, handler: GetCoreSchemaHandler
) -> core.CoreSchema:
    """Return how pydantic reads a record, and writes it redacted."""
    shape = redacted_schema(source, audience=how.audience)
    del shape["$schema"]  # of a whole document
    written = TypeAdapter[Any](Annotated[Any, WithJsonSchema(shape)]).core_schema
    write = core.plain_serializer_function_ser_schema(
        lambda record: redacted(record, how), return_schema=written
    )
    return core.no_info_after_validator_function(_same, handler(source), serialization=write)


def _same(record: object) -> object:
    return record


def core_schema_of(cls: type) -> core.CoreSchema:
    """Return how pydantic validates and writes a record, a value or a term."""
    write = to_builtins if is_record_class(cls) else to_plain
    return core.no_info_plain_validator_function(
        _validator(cls),
        ref=f"{cls.__module__}.{cls.__qualname__}",
        serialization=core.plain_serializer_function_ser_schema(write),
    )


def json_schema_of(cls: type, handler: GetJsonSchemaHandler) -> dict[str, Any]:
    """Return the JSON Schema of a class; the records in it become definitions of their own."""
    if not is_record_class(cls):
        return value_schema(cls)
    definitions = definitions_of(cls)
    known = {name: one.record_class for name, one in definitions.items()}
    schema = definitions[cls.__name__].schema
    return cast("dict[str, Any]", _with_references(schema, known, handler))


def _reader(cls: type) -> Callable[[object], object]:
    if not is_record_class(cls):
        return value_reader(cls)
    record_class: type[object] = cls
    return lambda data: from_builtins(data, record_class)


def _validator(cls: type) -> Callable[[object], object]:
    read = _reader(cls)

    def validate(data: object) -> object:
        if isinstance(data, cls):
            return data
        try:
            return read(data)
        except ValidationError as error:
            issues = error.issues
        except ParseError as error:
            issues = (error.issue,)
        finally:
            del data  # a traceback keeps this frame
        raise PydanticError.from_exception_data(
            cls.__name__, [_details(issue) for issue in issues], hide_input=True
        )

    return validate


def _details(issue: Issue) -> InitErrorDetails:
    """Return an issue as an error of pydantic, without the input."""
    context = {
        **issue.params,
        "message_en": issue.describe("en"),
        "message_id": issue.describe("id"),
    }
    code = cast("Any", issue.code)  # pydantic asks for a literal text
    return InitErrorDetails(
        type=PydanticCustomError(code, "{message_en}", context), loc=issue.path, input=None
    )


def _with_references(
    part: object, known: Mapping[str, type], handler: GetJsonSchemaHandler
) -> object:
    """Return a part of a schema in which references lead to the definitions of pydantic."""
    if isinstance(part, list):
        items = cast("list[object]", part)
        return [_with_references(one, known, handler) for one in items]
    if not isinstance(part, dict):
        return part
    entries = cast("dict[str, object]", part)
    if isinstance(target := entries.get("$ref"), str):
        reference = _reference(known[target.removeprefix(_REFERENCE)], handler)
        return {**entries, **reference}
    return {name: _with_references(one, known, handler) for name, one in entries.items()}


def _reference(record_class: type, handler: GetJsonSchemaHandler) -> dict[str, Any]:
    """Return the reference to a record class, which pydantic then defines."""
    # A handler describes its argument without our method; inside a list, it asks for the method.
    inner = TypeAdapter[Any](record_class).core_schema
    return cast("dict[str, Any]", handler(core.list_schema(cast("Any", inner)))["items"])
