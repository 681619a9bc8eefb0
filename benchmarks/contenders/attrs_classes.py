"""The records as attrs classes with validators on their fields, read and written by cattrs."""

from psm_core._core.field_types import FieldType, IntegerType, TextType, unwrap_optional
from psm_core._core.text_value import TextValue

from .source import CALENDAR, DATED, Dialect, is_text


class AttrsClasses(Dialect):
    """attrs classes and the preconfigured converter for orjson, as their documentation shows."""

    name = "attrs_classes"
    head = f"""
import datetime as dt
import re
from enum import Enum
from typing import Any, Literal
from attrs import field, frozen
from attrs.validators import and_, ge, instance_of, le, matches_re, max_len, min_len, optional
from cattrs.preconf.orjson import make_converter

converter = make_converter(forbid_extra_keys=True, omit_if_default=True)
Extensions = dict[str, dict[str, Any]]
{CALENDAR}
def has_date(check):
    def validate(instance, attribute, value):
        check(value)
    return validate
"""

    def class_line(self, name: str) -> str:
        """Return the first lines of a class."""
        return f"@frozen(kw_only=True)\nclass {name}:"

    def value(self, kind: type[TextValue], pattern: str) -> str:
        """Return a text and its validator."""
        name = kind.__name__
        check = f"matches_re({pattern!r})"
        if name in DATED:
            check = f"and_({check}, has_date({DATED[name]}))"
        return f"{name} = str\n{name}_valid = {check}"

    def field(self, field_type: FieldType, default: str) -> str:
        """Return the type of a field, and its validator and default."""
        options = [f"default={default}"] if default else []
        if default == "{}":
            options = ["factory=dict"]
        inner = unwrap_optional(field_type)
        if validator := self.validator(inner):
            is_optional = inner is not field_type
            options.append(f"validator={f'optional({validator})' if is_optional else validator}")
        return f"{self.annotation(field_type)} = field({', '.join(options)})"

    def validator(self, field_type: FieldType) -> str | None:
        """Return the validator of a value, if it needs one beside its type."""
        if isinstance(field_type, TextType):
            return f"and_(instance_of(str), min_len(1), max_len({field_type.max_length}))"
        if isinstance(field_type, IntegerType):
            return f"and_(instance_of(int), ge({field_type.minimum}), le({field_type.maximum}))"
        kind = field_type.python_type
        return f"{kind.__name__}_valid" if is_text(kind) else None

    def text(self, field_type: TextType) -> str:  # noqa: ARG002 - its length is in the validator
        """Return a text."""
        return "str"

    def integer(self, field_type: IntegerType) -> str:  # noqa: ARG002 - its bounds are there too
        """Return a number."""
        return "int"

    def partial_date(self) -> str:
        """Return a date, because cattrs cannot choose between a date and a text."""
        return "dt.date"
