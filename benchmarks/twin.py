"""The same records in pydantic: source text drawn from our models, so that the two stay equal.

Values are texts under the same rules, vocabularies are enums of the same slugs, and the
invariants of a worker's document stand as validators. What pydantic is given is what its own
guide advises; nothing is added that would slow it.
"""

import keyword
import sys
from collections.abc import Iterator
from datetime import date, time
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from tempfile import mkdtemp
from types import ModuleType

from psm_core import Extensions
from psm_core._core.field_types import (
    CollectionType,
    FieldType,
    InstanceType,
    InstanceUnionType,
    IntegerType,
    OptionalType,
    TermType,
    TextType,
    TimeType,
)
from psm_core._core.record import is_record_class, record_info
from psm_core.terms import Term
from psm_core.wire._converter import VALUES
from psm_core.wire.versions import NAMES

HEAD = """
import re
import unicodedata
import datetime as dt
from datetime import date
from enum import Enum
from typing import Annotated, Any
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StrictInt, model_validator

CONTROL = re.compile("[\\\\x00-\\\\x1f\\\\x7f-\\\\x9f\\\\ud800-\\\\udfff\\\\ufffe\\\\uffff]")

def normalize(text: str) -> str:
    plain = text if text.isascii() else unicodedata.normalize("NFC", text)
    plain = " ".join(plain.split())
    if CONTROL.search(plain):
        raise ValueError("control characters")
    return plain

def calendar(day: int, month: int, year: int) -> bool:
    for century in (1900, 2000):
        try:
            date(century + year, month, day)
        except ValueError:
            continue
        return True
    return False

def nik(text: str) -> str:
    day = int(text[6:8])
    if not calendar(day - 40 if day > 40 else day, int(text[8:10]), int(text[10:12])):
        raise ValueError("no birth date")
    return text

def kk(text: str) -> str:
    if not calendar(int(text[6:8]), int(text[8:10]), int(text[10:12])):
        raise ValueError("no date")
    return text

class Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")
"""
RULES = {
    "Person": """
    @model_validator(mode="after")
    def says_why_without_nik(self):
        if (self.nik is None) == (self.nik_absence is None):
            raise ValueError("person.nik_absence")
        return self
""",
    "Assignment": """
    @model_validator(mode="after")
    def ends_after_start(self):
        if self.until is not None and self.until < self.since:
            raise ValueError("period.ends_before_start")
        if self.end_reason is not None and self.until is None:
            raise ValueError("assignment.reason_without_end")
        return self
""",
    "Certification": """
    @model_validator(mode="after")
    def ends_after_start(self):
        if self.until is not None and self.until < self.since:
            raise ValueError("period.ends_before_start")
        return self
""",
    "Worker": """
    @model_validator(mode="after")
    def each_assignment_once(self):
        if len(set(self.assignments)) < len(self.assignments):
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


def source() -> str:
    """Return the module with every record in pydantic."""
    enums: dict[str, type[Term]] = {}
    models: dict[str, str] = {}
    for cls in NAMES:
        _define(cls, enums, models)
    values = (
        f"{kind.__name__} = Annotated[str, Field(pattern={row.schema['pattern']!r})"
        f"{', AfterValidator(' + kind.__name__.lower() + ')' if kind.__name__ in {'NIK', 'KK'} else ''}]"
        for kind, row in VALUES.items()
        if kind not in {date, time, Extensions}
    )
    # The engine of pydantic has no look-ahead; the Roman form is checked without it.
    values = (line.replace("(?=[MDCLXVI])", "").replace("(?!620|6262)", "") for line in values)
    return "\n".join(
        [
            HEAD,
            "Extensions = dict[str, dict[str, Any]]",
            *values,
            *map(_enum, enums.values()),
            *models.values(),
        ]
    )


def load() -> ModuleType:
    """Return the twin as a module, written to a file as any module is."""
    path = Path(mkdtemp()) / "pydantic_twin.py"
    path.write_text(source(), "utf-8")
    spec = spec_from_file_location("pydantic_twin", path)
    if spec is None or spec.loader is None:
        raise ImportError(path)
    module = module_from_spec(spec)
    sys.modules["pydantic_twin"] = module
    spec.loader.exec_module(module)
    return module


def _enum(kind: type[Term]) -> str:
    members = (f"    {member.name} = {member.value!r}" for member in kind)
    return "\n".join([f"class {kind.__name__}(Enum):", *members])


def _define(cls: type, enums: dict[str, type[Term]], models: dict[str, str]) -> None:
    lines = [f"class {cls.__name__}(Record):"]
    for field in record_info(cls).fields:
        for kind in _kinds(field.type):
            if is_record_class(kind) and kind.__name__ not in models:
                _define(kind, enums, models)
            if issubclass(kind, Term):
                enums[kind.__name__] = kind
        name = field.name + "_" * keyword.iskeyword(field.name)
        default = "" if field.required else f" = {_default(field.default)}"
        lines.append(f"    {name}: {_annotation(field.type)}{default}")
    models[cls.__name__] = "\n".join(lines) + RULES.get(cls.__name__, "")


def _default(value: object) -> str:
    if isinstance(value, Extensions):
        return repr(dict(value))
    return f"{type(value).__name__}.{value.name}" if isinstance(value, Term) else repr(value)


def _kinds(field_type: FieldType) -> Iterator[type]:
    match field_type:
        case OptionalType():
            yield from _kinds(field_type.inner)
        case CollectionType():
            yield from _kinds(field_type.item)
        case TermType():
            yield from field_type.vocabularies
        case InstanceType():
            yield field_type.python_type
        case InstanceUnionType():
            yield from field_type.types
        case _:
            return


def _annotation(field_type: FieldType) -> str:
    match field_type:
        case OptionalType():
            return f"{_annotation(field_type.inner)} | None"
        case CollectionType():
            more = ", ..." if field_type.container is tuple else ""
            return f"{field_type.container.__name__}[{_annotation(field_type.item)}{more}]"
        case TermType():
            return " | ".join(kind.__name__ for kind in field_type.vocabularies)
        case InstanceUnionType():
            return "dt.date | PartialDate"
        case TextType():
            return (
                "Annotated[str, BeforeValidator(lambda t: normalize(t) if isinstance(t, str) else t),"
                f" Field(min_length=1, max_length={field_type.max_length})]"
            )
        case IntegerType():
            return f"Annotated[StrictInt, Field(ge={field_type.minimum}, le={field_type.maximum})]"
        case TimeType():
            return "dt.time"
        case _:
            kind = getattr(field_type, "python_type", object)
            return {date: "dt.date"}.get(kind, kind.__name__)


if __name__ == "__main__":
    print(source())
