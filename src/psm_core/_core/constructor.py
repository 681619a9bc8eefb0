"""The constructor of each record class, compiled from its fields when it is first called."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import nullcontext
from typing import Any

from .field_types import TextType, unwrap_optional
from .fields import Field
from .generated_code import GeneratedCode
from .invariants import Invariant
from .record_code import add_creation, add_invariants, is_normalized_text


def compiled(
    cls: type,
    fields: Sequence[Field],
    invariants: Iterable[Invariant],
    positional: Sequence[str],
) -> Callable[..., Any]:
    """Return a function that creates a record from values, or returns None if they are invalid.

    The function normalizes each text, checks each value with its field type, then each invariant.
    It skips defaults, and values of a type that is always valid. The record is created last, so no
    invalid record exists.
    """
    code = GeneratedCode(f"constructor of {cls.__name__}")
    with code.block(f"def create({_parameters(code, fields, positional)}):"):
        for one in fields:
            conditions = _conditions(code, one)
            with code.block(f"if {' and '.join(conditions)}:") if conditions else nullcontext():
                if one.type.holds_text:
                    normalize = code.name(one.type.normalize, "normalize")
                    code.line(f"{one.name} = {normalize}({one.name})")
                with code.block(f"if {code.name(one.type.issues, 'issues')}({one.name}):"):
                    code.line("return None")
        add_invariants(code, invariants, "return None")
        add_creation(code, cls, [one.name for one in fields])
    return code.compiled("create")


def _conditions(code: GeneratedCode, field: Field) -> list[str]:
    """Return the conditions for a value that may be invalid, by its type or its characters."""
    name, plain = field.name, unwrap_optional(field.type)
    is_given = [] if field.required else [f"{name} is not {code.name(field.default, 'default')}"]
    if isinstance(plain, TextType):
        return [*is_given, f"not ({is_normalized_text(code, plain, name)})"]
    valid = sorted(plain.types, key=lambda kind: kind.__name__)
    return [*is_given, *(f"type({name}) is not {code.name(kind, kind.__name__)}" for kind in valid)]


def _parameters(code: GeneratedCode, fields: Sequence[Field], positional: Sequence[str]) -> str:
    parameters = [
        one.name if one.required else f"{one.name}={code.name(one.default, 'default')}"
        for one in fields
    ]
    by_position, by_name = parameters[: len(positional)], parameters[len(positional) :]
    return ", ".join([*by_position, *(["*", *by_name] if by_name else [])])
