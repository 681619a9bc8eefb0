"""The OpenAPI schemas of records, values and terms, each once among the components."""

from functools import cache
from typing import Any, Final, cast

from litestar.openapi.spec import Reference, Schema
from litestar.plugins import OpenAPISchemaPlugin
from litestar.typing import FieldDefinition

from .._core.record import is_record_class
from ..privacy import Audience
from ..terms import Term
from ..wire.json_schema import definitions_of, value_schema
from ..wire.redaction_schema import redacted_schema
from ..wire.value_formats import is_value_class
from ._problem_details import BAD_REQUEST, schema_of
from ._redaction import Redacted
from .msgspec import RecordStandIn

_REFERENCE: Final = "#/$defs/"


class ProblemDetails:
    """Stands for the answer to invalid data."""


class _FixedSchema(Schema):
    """A JSON Schema as it is. References in it get their names when the document is written."""

    def __init__(self) -> None:
        super().__init__()
        self.shape: dict[str, Any] = {}

    def to_schema(self) -> dict[str, Any]:
        shape = cast("dict[str, Any]", _named(self.shape))
        return {**super().to_schema(), **shape}


class SchemaPlugin(OpenAPISchemaPlugin):
    """Describes our types in OpenAPI documents."""

    def is_plugin_supported_field(self, field_definition: FieldDefinition) -> bool:
        """Return whether a type is one of ours."""
        return is_described(field_definition.annotation)

    def to_openapi_schema(self, field_definition: FieldDefinition, schema_creator: Any) -> Any:  # noqa: ANN401 - a private type of Litestar
        """Return the reference to the schema of a type."""
        value_class = field_definition.annotation
        how = next((one for one in field_definition.metadata if isinstance(one, Redacted)), None)
        value_class = (
            value_class.record_class if isinstance(value_class, RecordStandIn) else value_class
        )
        return _reference(value_class, None if how is None else how.audience, schema_creator)


def is_described(value_class: object) -> bool:
    """Return whether a type is one of ours."""
    if is_record_class(value_class) or is_value_class(value_class) or value_class is ProblemDetails:
        return True
    return isinstance(value_class, RecordStandIn) or (
        isinstance(value_class, type) and issubclass(value_class, Term)
    )


@cache
def _component(value_class: type, audience: Audience | None) -> type:
    """Return a class whose name is that of the component."""
    suffix = "" if audience is None else audience.value.capitalize()
    return type(value_class.__name__ + suffix, (), {"__module__": "psm_core"})


def _reference(value_class: type, audience: Audience | None, creator: Any) -> Reference:  # noqa: ANN401 - as above
    """Return the reference to a component, which is created when it is first asked for."""
    registry = creator.schema_registry
    field = FieldDefinition.from_annotation(_component(value_class, audience))
    found = registry.get_reference_for_field_definition(field)
    if found is None:
        registry.get_schema_for_field_definition(field)
        found = registry.get_reference_for_field_definition(field)
        schema = registry.from_reference(found).schema = _FixedSchema()
        schema.shape = _shape(value_class, audience, creator)  # may refer to itself
    return cast("Reference", found)


def _shape(value_class: type, audience: Audience | None, creator: Any) -> dict[str, Any]:  # noqa: ANN401 - as above
    if value_class is ProblemDetails:
        return schema_of(BAD_REQUEST)
    if not is_record_class(value_class):
        return {"title": value_class.__name__, **value_schema(value_class)}
    if audience is not None:
        shape = redacted_schema(value_class, audience=audience)
        del shape["$schema"]  # of a whole document
        return shape
    definitions = definitions_of(value_class)
    known = {name: one.record_class for name, one in definitions.items()}

    def linked(part: object) -> object:
        if isinstance(part, list):
            return [linked(one) for one in cast("list[object]", part)]
        if not isinstance(part, dict):
            return part
        entries = {name: linked(one) for name, one in cast("dict[str, object]", part).items()}
        if isinstance(target := entries.get("$ref"), str):
            entries["$ref"] = _reference(known[target.removeprefix(_REFERENCE)], None, creator)
        return entries

    shape = cast("dict[str, Any]", linked(definitions[value_class.__name__].schema))
    return {"title": value_class.__name__, **shape}


def _named(part: object) -> object:
    """Return a part of a schema with the names that the components have got."""
    if isinstance(part, Reference):
        return part.ref
    if isinstance(part, list):
        return [_named(one) for one in cast("list[object]", part)]
    if isinstance(part, dict):
        return {name: _named(one) for name, one in cast("dict[str, object]", part).items()}
    return part
