"""The records as structs of msgspec: types and lengths only, so this is a lower bound."""

from psm_core._core.field_types import IntegerType, TextType
from psm_core._core.text_value import TextValue

from .source import Dialect

_NUMBERS = {"NIK": 16, "KK": 16}
"""Name of a number → its length."""


class MsgspecStructs(Dialect):
    """Structs that reject unknown fields. The collector ignores them, because no record is a cycle."""

    name = "msgspec_structs"
    head = """
import datetime as dt
from enum import Enum
from typing import Annotated, Any, Literal
from msgspec import Meta, Struct

Extensions = dict[str, dict[str, Any]]
"""

    def class_line(self, name: str) -> str:
        """Return the first line of a struct."""
        options = (
            "kw_only=True, frozen=True, gc=False, forbid_unknown_fields=True, omit_defaults=True"
        )
        return f"class {name}(Struct, {options}):"

    def value(self, kind: type[TextValue], pattern: str) -> str:  # noqa: ARG002 - as the base class
        """Return a text, of fixed length if it is a NIK or a KK number."""
        name = kind.__name__
        length = _NUMBERS.get(name)
        if length is None:
            return f"{name} = str"
        return f"{name} = Annotated[str, Meta(min_length={length}, max_length={length})]"

    def text(self, field_type: TextType) -> str:
        """Return a text of limited length."""
        return f"Annotated[str, Meta(min_length=1, max_length={field_type.max_length})]"

    def integer(self, field_type: IntegerType) -> str:
        """Return a bounded number."""
        return f"Annotated[int, Meta(ge={field_type.minimum}, le={field_type.maximum})]"

    def partial_date(self) -> str:
        """Return a date, because a struct cannot have a date or a text."""
        return "dt.date"
