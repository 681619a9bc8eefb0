"""Our record classes as source text for another library, so that the fields stay equal.

A `Dialect` goes through the fields; its subclasses write a class, a vocabulary and the type of a
field as the documentation of their library does.
"""

import keyword
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from tempfile import mkdtemp
from types import ModuleType
from typing import TypeGuard

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
from psm_core._core.record import Field, is_record_class, record_info
from psm_core._core.text_value import TextValue
from psm_core.terms import Term
from psm_core.wire.versions import NAMES, schema_id

CALENDAR = """
def calendar(day: int, month: int, year: int) -> bool:
    for century in (1900, 2000):
        try:
            dt.date(century + year, month, day)
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
"""
"""The functions that check the date in a NIK and a KK number, as a user writes them."""
DATED = {"NIK": "nik", "KK": "kk"}
"""Type of text → the function that checks the date in it."""


class Dialect:
    """How a library writes classes. Subclasses say how it writes each part."""

    name: str
    """The name of the module."""
    head: str
    """Its imports and functions."""

    def source(self, classes: Iterable[type]) -> str:
        """Return a module with these record classes, those inside them, and their documents."""
        records: dict[type, None] = {}
        for cls in classes:
            _add(cls, records)
        types = dict.fromkeys(one for cls in records for one in _types(cls))
        return "\n".join(
            [
                self.head,
                *(self.value(one, _pattern(one)) for one in types if is_text(one)),
                *(self.vocabulary(one) for one in types if issubclass(one, Term)),
                *(self.record(cls) for cls in records),
                *(self.document(cls) for cls in records if cls in NAMES),
            ]
        )

    def load(self, classes: Iterable[type]) -> ModuleType:
        """Return the module, written to a file as any module is."""
        path = Path(mkdtemp()) / f"{self.name}.py"
        path.write_text(self.source(classes), "utf-8")
        spec = spec_from_file_location(self.name, path)
        if spec is None or spec.loader is None:
            raise ImportError(path)
        module = module_from_spec(spec)
        sys.modules[self.name] = module
        spec.loader.exec_module(module)
        return module

    def record(self, cls: type) -> str:
        """Return the class of a record."""
        lines = [self.class_line(cls.__name__)]
        for field in self.fields(cls):
            name = field.name + "_" * keyword.iskeyword(field.name)
            default = "" if field.required else self.default(field.default)
            lines.append(f"    {name}: {self.field(field.type, default)}")
        return "\n".join(lines)

    def fields(self, cls: type) -> Iterable[Field]:
        """Return the fields of a record class that are written: all."""
        return record_info(cls).fields

    def class_line(self, name: str) -> str:
        """Return the first lines of a class."""
        raise NotImplementedError

    def document(self, cls: type) -> str:
        """Return the class of a document: the name of the schema, and the record."""
        name = cls.__name__
        schema = f"    schema: Literal[{schema_id(cls)!r}]"
        return "\n".join([self.class_line(f"{name}Document"), schema, f"    data: {name}"])

    def value(self, kind: type[TextValue], pattern: str) -> str:
        """Return a type of text, such as a NIK, under its own name."""
        raise NotImplementedError

    def vocabulary(self, kind: type[Term]) -> str:
        """Return a vocabulary: an `Enum` unless a dialect has another form."""
        members = (f"    {member.name} = {member.value!r}" for member in kind)
        return "\n".join([f"class {kind.__name__}(Enum):", *members])

    def term(self, member: Term) -> str:
        """Return a member of a vocabulary."""
        return f"{type(member).__name__}.{member.name}"

    def default(self, value: object) -> str:
        """Return the text of a default."""
        if isinstance(value, Extensions):
            return repr(dict(value))
        return self.term(value) if isinstance(value, Term) else repr(value)

    def field(self, field_type: FieldType, default: str) -> str:
        """Return what follows the name of a field."""
        return f"{self.annotation(field_type)}{default and f' = {default}'}"

    def annotation(self, field_type: FieldType) -> str:
        """Return the type of a field."""
        match field_type:
            case OptionalType():
                return f"{self.annotation(field_type.inner)} | None"
            case CollectionType():
                more = ", ..." if field_type.container is tuple else ""
                return f"{field_type.container.__name__}[{self.annotation(field_type.item)}{more}]"
            case TermType():
                return " | ".join(kind.__name__ for kind in field_type.vocabularies)
            case InstanceUnionType():
                return self.partial_date()
            case TextType():
                return self.text(field_type)
            case IntegerType():
                return self.integer(field_type)
            case TimeType():
                return "dt.time"
            case _:
                kind = field_type.python_type
                return {date: "dt.date"}.get(kind, kind.__name__)

    def text(self, field_type: TextType) -> str:
        """Return the type of a line of text."""
        raise NotImplementedError

    def integer(self, field_type: IntegerType) -> str:
        """Return the type of a whole number."""
        raise NotImplementedError

    def partial_date(self) -> str:
        """Return the type of a date that may be known in part."""
        return "dt.date | PartialDate"


def _add(cls: type, records: dict[type, None]) -> None:
    """Add a record class after those inside it."""
    if cls not in records:
        for kind in _types(cls):
            if is_record_class(kind):
                _add(kind, records)
        records[cls] = None


def _types(cls: type) -> Iterator[type]:
    """Yield the types of all values in the fields of a record class."""
    for field in record_info(cls).fields:
        yield from _types_in(field.type)


def _types_in(field_type: FieldType) -> Iterator[type]:
    match field_type:
        case OptionalType():
            yield from _types_in(field_type.inner)
        case CollectionType():
            yield from _types_in(field_type.item)
        case TermType():
            yield from field_type.vocabularies
        case InstanceType():
            yield field_type.python_type
        case InstanceUnionType():
            yield from field_type.types


def is_text(kind: type) -> TypeGuard[type[TextValue]]:
    """Return whether the values of a type are texts, such as a NIK."""
    return issubclass(kind, TextValue) and kind is not Extensions


def _pattern(kind: type[TextValue]) -> str:
    """Return the pattern of a type of text.

    The engine of pydantic has no look-ahead, so all contenders do without the rules in it.
    """
    pattern = kind.pattern.replace("(?=[MDCLXVI])", "").replace("(?!620|6262)", "")
    return f"^{pattern}$"
