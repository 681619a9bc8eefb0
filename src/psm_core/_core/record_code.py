"""Parts of generated functions that create records: checks of texts, invariants, and creation.

Each function has one variable for each field, with the name of the field.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from .field_types import TextType
from .generated_code import GeneratedCode
from .invariants import Invariant

_new = object.__new__


def is_normalized_text(code: GeneratedCode, field_type: TextType, text: str) -> str:
    """Return a condition: it is true only for valid text that normalization does not change.

    It is not true for all such text, because other letters than those of ASCII need more work.
    """
    return (
        f"type({text}) is str and 0 < len({text}) <= {field_type.max_length} and {text}.isascii() "
        f"and {text}.isprintable() and {has_normalized_blanks(code, field_type, text)}"
    )


def has_normalized_blanks(code: GeneratedCode, field_type: TextType, text: str) -> str:
    """Return the same condition for text of a valid length, in ASCII without control characters."""
    condition = f"'  ' not in {text} and {text}[0] != ' ' != {text}[-1]"
    if field_type.form is None:
        return condition
    return f"{condition} and {code.name(field_type.fits, 'fits')}({text})"


def has_form_of_date(text: str) -> str:
    """Return a condition: it is true only for text like ``2026-01-31``, perhaps no date."""
    return f"type({text}) is str and len({text}) == 10 and {text}[4] == '-' == {text}[7]"


def add_invariants(code: GeneratedCode, invariants: Iterable[Invariant], on_violation: str) -> None:
    """Add a check of each invariant, with the statement for a record that violates it."""
    for rule in invariants:
        expression = rule.expression
        if not expression:
            expression = f"{code.name(rule.holds, 'holds')}({', '.join(rule.reads)}) is True"
        code.define(rule.constants)
        with code.block(f"if not ({expression}):"):
            code.line(on_violation)


def add_creation(code: GeneratedCode, cls: type, names: Sequence[str]) -> None:
    """Add the creation of a record of the variables, which must be valid, and its return.

    Assignments to attributes of a writable class are several times faster than calls of the slots.
    The object becomes a record when it is complete.
    """
    code.line(f"_record = {code.name(_new, 'new')}({code.name(writable_class(cls), 'writable')})")
    for name in names:
        code.line(f"_record.{name} = {name}")
    code.line(f"_record.__class__ = {code.name(cls, 'cls')}")
    code.line("return _record")


@cache
def writable_class(cls: type) -> type:
    """Return a subclass of a frozen class with the same memory layout, whose objects can be filled.

    Only generated functions use it, and none of its objects leaves them. `RecordType` hides it.
    """
    namespace: dict[str, Any] = {
        "__slots__": (),
        "__setattr__": object.__setattr__,
        "__delattr__": object.__delattr__,
    }
    return type.__new__(type(cls), cls.__name__, (cls,), namespace)
