"""OpenAPI schemas of drf-spectacular for the serializer fields of this package."""

from typing import TYPE_CHECKING, Any, cast

from ...wire.json_schema import definitions_of, value_schema
from ...wire.redaction_schema import redacted_schema
from .rest_framework import ClassField, DocumentSerializerField, ValueSerializerField

if TYPE_CHECKING:
    # Much of the library has no types. What is used of it is declared here.
    class Extension:
        """The schema of a serializer field, found by the class of the field."""

        target: Any

    class Component:
        """A named schema."""

        SCHEMA: Any

        def __init__(self, name: str, kind: Any, schema: Any, record_class: type) -> None: ...  # noqa: ANN401

else:
    from drf_spectacular.extensions import OpenApiSerializerFieldExtension as Extension
    from drf_spectacular.plumbing import ResolvedComponent as Component

__all__ = ["FieldSchema"]

_REFERENCE = "#/$defs/"
_COMPONENT = "#/components/schemas/"


class FieldSchema(Extension):
    """The schema of a field of this package, which drf-spectacular finds by itself.

    A record has a component for each record class in it. What is masked or redacted in answers has
    its own schema there.
    """

    target_class: Any = ClassField
    match_subclasses: bool = True

    def map_serializer_field(self, auto_schema: Any, direction: str) -> dict[str, Any]:  # noqa: ANN401 - of the library
        """Return the schema of what is read, or of what is answered."""
        field, is_answer = self.target, direction == "response"
        field_class = cast("type[object]", type(field))
        if issubclass(field_class, DocumentSerializerField):
            if is_answer and field.redacted is not None:
                shape = redacted_schema(field.value_class, audience=field.redacted.audience)
                return {name: part for name, part in shape.items() if name != "$schema"}
            return _reference(field.value_class, auto_schema.registry)
        if is_answer and issubclass(field_class, ValueSerializerField) and field.masked:
            return {"type": "string"}
        return {"type": "string", **value_schema(field.value_class)}


def _reference(record_class: type, registry: Any) -> dict[str, Any]:  # noqa: ANN401 - as above
    """Return the reference to the component of a record class, and register the components."""
    for name, one in definitions_of(record_class).items():
        schema = _with_components(one.schema)
        registry.register_on_missing(Component(name, Component.SCHEMA, schema, one.record_class))
    return {"$ref": f"{_COMPONENT}{record_class.__name__}"}


def _with_components(part: object) -> object:
    """Return a schema whose references are to components."""
    if isinstance(part, str):
        return part.replace(_REFERENCE, _COMPONENT) if part.startswith(_REFERENCE) else part
    if isinstance(part, list):
        return [_with_components(one) for one in cast("list[object]", part)]
    if isinstance(part, dict):
        return {
            name: _with_components(one) for name, one in cast("dict[str, object]", part).items()
        }
    return part
