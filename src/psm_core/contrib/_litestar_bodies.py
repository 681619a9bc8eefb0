"""Bodies of requests and answers of Litestar that contain records, values or terms.

msgspec, with which Litestar reads and writes, takes a record for a class of attrs. So a body with
a type of ours is converted here: cattrs walks through it, and msgspec reads all other types in it.
"""

import dataclasses
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    Final,
    Union,
    cast,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)

import attrs
import msgspec
from cattrs import BaseConverter
from cattrs.cols import is_sequence, list_structure_factory
from litestar import Response
from litestar.enums import RequestEncodingType
from litestar.exceptions import ImproperlyConfiguredException
from litestar.serialization import default_deserializer
from litestar.typing import FieldDefinition

from .. import forms
from .._core.record import is_record_class
from ..errors import Issue, ValidationError
from ..wire.cattrs_errors import issues_of
from ..wire.cattrs_hooks import holds_values, make_converter
from ..wire.json_text import decode
from ..wire.value_formats import is_value_class
from ._redaction import Redacted, redacted
from .msgspec import RecordStandIn, dec_hook

_DATA_CLASSES: Final[tuple[Callable[[Any], bool], ...]] = (
    dataclasses.is_dataclass,
    attrs.has,
    is_typeddict,
)


class InvalidRequestError(Exception):
    """A request is invalid. It has every issue."""

    def __init__(self, issues: tuple[Issue, ...]) -> None:
        super().__init__(issues)
        self.issues = issues


def is_decoded(annotation: object) -> bool:
    """Return whether msgspec asks for the values of a type."""
    return is_value_class(annotation) or isinstance(annotation, RecordStandIn)


def has_own_types(annotation: object) -> bool:
    """Return whether a type is one of ours, or a container or data class of such."""
    return holds_values(annotation, _field_types)


def _field_types(cls: type) -> Mapping[str, Any]:
    """Return the types of the fields of a data class, but not of one that msgspec itself reads."""
    is_row = hasattr(cls, "_fields")  # a NamedTuple
    if is_row or any(test(cls) for test in _DATA_CLASSES):
        with suppress(NameError):  # Litestar reports it
            return get_type_hints(cls, include_extras=True)
    return {}


def refuse_records_in_structs(annotation: object) -> None:
    """Raise an error for a record inside a struct, which msgspec would fill itself."""
    structs: list[type] = []

    def hints_of(cls: type) -> Mapping[str, Any]:
        if issubclass(cls, msgspec.Struct):
            structs.append(cls)
        return {}

    holds_values(annotation, hints_of)
    for struct in structs:
        for name, one in get_type_hints(struct).items():
            if _holds_record(one):
                raise ImproperlyConfiguredException(
                    f"{struct.__name__}.{name}: write Record[...] of psm_core.contrib.msgspec"
                )


def _holds_record(annotation: object) -> bool:
    return is_record_class(annotation) or any(map(_holds_record, get_args(annotation)))


def _is_unclear(annotation: object) -> bool:
    """Return whether a union has a record and another type, between which data cannot decide."""
    alternatives = [one for one in get_args(annotation) if one is not NoneType]
    is_union = get_origin(annotation) in {Union, UnionType} and len(alternatives) > 1
    return (is_union and _holds_record(annotation)) or any(map(_is_unclear, alternatives))


def _read_by_msgspec(annotation: Any) -> Callable[[Any, Any], Any]:  # noqa: ANN401 - any annotation
    hook = partial(default_deserializer, type_decoders=[(is_decoded, dec_hook)])
    return lambda data, _: msgspec.convert(
        data, annotation, strict=False, str_keys=True, dec_hook=hook
    )


def _how(annotation: object) -> Redacted | None:
    """Return how an annotation wants its record to be redacted."""
    if get_origin(annotation) is not Annotated:
        return None
    return next((one for one in get_args(annotation)[1:] if isinstance(one, Redacted)), None)


def _redacting(annotation: object) -> Callable[[object], object]:
    how = cast("Redacted", _how(annotation))
    return lambda record: redacted(record, how)


def _read_list(annotation: Any, converter: BaseConverter) -> Callable[[Any, Any], Any]:  # noqa: ANN401 - any annotation
    read = list_structure_factory(annotation, converter)

    def structure(data: Any, _: Any) -> Any:  # noqa: ANN401 - as above
        if isinstance(data, Mapping | str):  # cattrs would take its keys or characters
            raise ValidationError([Issue("type.list")])
        return read(data, annotation)

    return structure


_CONVERTER: Final = make_converter()
_CONVERTER.register_structure_hook_factory(is_sequence, _read_list)
_CONVERTER.register_structure_hook_factory(
    lambda annotation: not has_own_types(annotation), _read_by_msgspec
)
_CONVERTER.register_unstructure_hook_factory(
    lambda annotation: _how(annotation) is not None, _redacting
)


class Body:
    """What Litestar asks for the data of a request and of an answer, as for a DTO."""

    annotation: Any

    def __init__(self, connection: object) -> None:
        del connection

    @classmethod
    def create_for_field_definition(
        cls, field_definition: FieldDefinition, handler_id: str
    ) -> None:
        """Check that the data can be read."""
        del handler_id
        if field_definition.name != "data":
            return
        media_type = getattr(field_definition.kwarg_definition, "media_type", None)
        if media_type == RequestEncodingType.MESSAGEPACK:
            raise ImproperlyConfiguredException("records are not read from MessagePack; use JSON")
        if _is_unclear(cls.annotation):
            raise ImproperlyConfiguredException("a union may have one record and None")

    @classmethod
    def is_supported_model_type_field(cls, field_definition: FieldDefinition) -> bool:
        """Return whether an answer has types of ours."""
        return has_own_types(field_definition.raw)

    @classmethod
    def create_openapi_schema(
        cls,
        field_definition: FieldDefinition,
        handler_id: str,
        schema_creator: Any,  # noqa: ANN401 - a private type of Litestar
    ) -> Any:  # noqa: ANN401 - as above
        """Return the schema of the annotation."""
        del handler_id
        if field_definition.is_subclass_of(Response):
            field_definition = field_definition.inner_types[0]
        return schema_creator.for_field_definition(field_definition)

    def decode_bytes(self, body: bytes) -> Any:  # noqa: ANN401 - any data
        """Return what a JSON body contains.

        Raises:
            InvalidRequestError: every issue.

        """
        try:
            data = decode(body)
        except ValidationError as error:
            issues = error.issues
        else:
            return self._read(data, _CONVERTER.structure)
        raise InvalidRequestError(issues)

    def decode_builtins(self, data: Mapping[str, Any]) -> Any:  # noqa: ANN401 - any data
        """Return what a form contains. A record is read as people type it.

        Raises:
            InvalidRequestError: every issue.

        """
        return self._read(
            data, _from_form if is_record_class(self.annotation) else _CONVERTER.structure
        )

    def _read(self, data: object, read: Callable[[Any, Any], object]) -> object:
        try:
            return read(data, self.annotation)
        except Exception as error:  # noqa: BLE001 - those that are not about data are raised again
            issues = issues_of(error)
        finally:
            del data  # a traceback keeps this frame
        raise InvalidRequestError(issues)

    def data_to_encodable_type(self, data: object) -> object:
        """Return the data of an answer as builtins."""
        annotation = self.annotation
        if not isinstance(data, Response):
            return _encodable(data, annotation)
        response = cast("Any", data)
        origin = get_origin(annotation)
        if isinstance(origin, type) and issubclass(origin, Response):
            (annotation,) = get_args(annotation)
        response.content = _encodable(response.content, annotation)
        return cast("object", response)


def _encodable(data: object, annotation: object) -> object:
    """Return builtins. A text is encoded, because Litestar would not quote it."""
    found = _CONVERTER.unstructure(data, unstructure_as=annotation)
    return msgspec.json.encode(found) if isinstance(found, str) else found


def _from_form(data: Mapping[str, Any], cls: type) -> object:
    record_class: type[object] = cls
    return forms.read(data, record_class).record_or_raise()


def body_class(field_definition: FieldDefinition) -> Any:  # noqa: ANN401 - Litestar wants a DTO
    """Return the class that converts the data of one annotation."""
    is_request = field_definition.name == "data"
    annotation = field_definition.annotation if is_request else field_definition.raw
    return cast("Any", type("Body", (Body,), {"annotation": annotation}))
