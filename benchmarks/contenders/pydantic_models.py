"""The records in pydantic, in four styles: from all our rules to the fewest that a user would write."""

from collections.abc import Container, Iterable

from psm_core import KK, NIK
from psm_core._core.field_types import IntegerType, TextType
from psm_core._core.record import Field
from psm_core._core.text_value import TextValue
from psm_core.terms import Term
from psm_core.wire.versions import schema_id

from .source import CALENDAR, DATED, Dialect

_HEAD = f"""
import re
import unicodedata
import datetime as dt
from enum import Enum
from typing import Annotated, Any, Literal
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StrictInt, StringConstraints, model_validator

CONTROL = re.compile("[\\\\x00-\\\\x1f\\\\x7f-\\\\x9f\\\\ud800-\\\\udfff\\\\ufffe\\\\uffff]")

def normalize(text: str) -> str:
    plain = text if text.isascii() else unicodedata.normalize("NFC", text)
    plain = " ".join(plain.split())
    if CONTROL.search(plain):
        raise ValueError("control characters")
    return plain

def normalize_unusual(text: str) -> str:
    if text.isascii() and text.isprintable() and "  " not in text and text == text.strip():
        return text
    return normalize(text)
{CALENDAR}
Extensions = dict[str, dict[str, Any]]
"""
_RULES = {
    "Person": """
    @model_validator(mode="after")
    def says_why_without_nik(self):
        if (self.nik is None) == (self.nik_absence is None):
            raise ValueError("person.nik_absence")
        return self
""",
    "Assignment": """
    @model_validator(mode="after")
    def is_dated_and_ends_after_start(self):
        if self.proposed_on is None and self.since is None and self.listed_on is None:
            raise ValueError("assignment.undated")
        if self.until is not None and self.since is not None and self.until < self.since:
            raise ValueError("period.ends_before_start")
        return self
""",
    "Certification": """
    @model_validator(mode="after")
    def ends_after_start(self):
        if self.until is not None and self.since is not None and self.until < self.since:
            raise ValueError("period.ends_before_start")
        return self
""",
    "Worker": """
    @model_validator(mode="after")
    def each_assignment_once(self):
        if len(self.assignments) > 1 and len(set(self.assignments)) < len(self.assignments):
            raise ValueError("assignment.duplicate")
        return self
""",
    "Address": """
    @model_validator(mode="after")
    def has_a_value(self):
        if not any((self.street, self.hamlet, self.rt, self.rw, self.region)):
            raise ValueError("address.empty")
        return self
""",
}
"""Record → the rules across its fields, of a worker and what is inside it."""


class PydanticModels(Dialect):
    """The fields and rules of our records, each text normalized as we do: the models of all ratios."""

    name = "pydantic_same_rules"
    head = f"""{_HEAD}
class Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")
"""
    rules = _RULES
    dated = DATED

    def class_line(self, name: str) -> str:
        """Return the first line of a model."""
        return f"class {name}(Record):"

    def record(self, cls: type) -> str:
        """Return the model of a record with its rules."""
        return super().record(cls) + self.rules.get(cls.__name__, "")

    def document(self, cls: type) -> str:
        """Return the model of a document."""
        schema = f"    schema: Literal[{schema_id(cls)!r}]"  # a model has a method `schema`
        aliased = schema.replace("schema:", "schema_:") + ' = Field(alias="schema")'
        return super().document(cls).replace(schema, aliased)

    def value(self, kind: type[TextValue], pattern: str) -> str:
        """Return a text with a pattern, and a validator if it contains a date."""
        name = kind.__name__
        validator = f", AfterValidator({self.dated[name]})" if name in self.dated else ""
        return f"{name} = Annotated[str, Field(pattern={pattern!r}){validator}]"

    def text(self, field_type: TextType) -> str:
        """Return a text that is normalized before its length is checked."""
        return (
            "Annotated[str, BeforeValidator(lambda t: normalize(t) if isinstance(t, str) else t),"
            f" Field(min_length=1, max_length={field_type.max_length})]"
        )

    def integer(self, field_type: IntegerType) -> str:
        """Return a bounded number."""
        return f"Annotated[StrictInt, Field(ge={field_type.minimum}, le={field_type.maximum})]"


class TunedModels(PydanticModels):
    """The same rules, but usual texts cost one short call of Python, after their length."""

    name = "pydantic_tuned"

    def text(self, field_type: TextType) -> str:
        """Return a text that is normalized only if it is unusual."""
        return f"Annotated[str, Field(min_length=1, max_length={field_type.max_length}), AfterValidator(normalize_unusual)]"


class IdiomaticModels(PydanticModels):
    """As the documentation of pydantic advises: texts and patterns are checked without Python."""

    name = "pydantic_idiomatic"

    def text(self, field_type: TextType) -> str:
        """Return a text without blanks at its ends."""
        return (
            "Annotated[str, StringConstraints(strip_whitespace=True, min_length=1,"
            f" max_length={field_type.max_length})]"
        )


class LeanestModels(PydanticModels):
    """The least that a user would write for some documents: only fields that occur in them.

    Terms are literals, texts have lengths, a NIK and a KK number have patterns, and one validator
    checks the date in a NIK. Nothing is normalized, no rule compares two fields, models are not
    frozen, and a birth date is a full date.
    """

    name = "pydantic_leanest"
    head = f"""{_HEAD}
class Record(BaseModel):
    model_config = ConfigDict(extra="forbid")
"""
    rules = dict[str, str]()
    dated = {"NIK": "nik"}

    def __init__(self, names: Container[str]) -> None:
        self.names = names
        """The names of the fields that occur in the documents."""

    def fields(self, cls: type) -> Iterable[Field]:
        """Return the fields with these names."""
        return (field for field in super().fields(cls) if field.name in self.names)

    def value(self, kind: type[TextValue], pattern: str) -> str:
        """Return a text of limited length, with a pattern if it is a NIK or a KK number."""
        if kind in {NIK, KK}:
            return super().value(kind, pattern)
        return f"{kind.__name__} = Annotated[str, Field(min_length=1, max_length=64)]"

    def text(self, field_type: TextType) -> str:
        """Return a text of limited length."""
        return f"Annotated[str, Field(min_length=1, max_length={field_type.max_length})]"

    def vocabulary(self, kind: type[Term]) -> str:
        """Return the slugs of a vocabulary."""
        return f"{kind.__name__} = Literal[{', '.join(repr(one.value) for one in kind)}]"

    def term(self, member: Term) -> str:
        """Return a slug."""
        return repr(member.value)

    def partial_date(self) -> str:
        """Return a date."""
        return "dt.date"
