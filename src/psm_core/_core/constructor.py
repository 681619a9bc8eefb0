"""The constructor of each record class, compiled from its fields when it is first called."""

from collections.abc import Callable, Iterable, Sequence
from enum import Enum
from typing import Any, NamedTuple, cast

import attrs

from .field_types import FieldType
from .invariants import Invariant, Path
from .sensitivity import Sensitivity


class Timing(Enum):
    """Which dates or years are plausible in a field, compared with today. Checks warn of others."""

    PAST = "past"
    """The past and today: something was done on this date."""
    PLANNED = "planned"
    """The past, today and the next few years: something may be planned for this date."""


class Field(NamedTuple):
    """A field of a record: its name, type, privacy class, default and timing."""

    name: str
    type: FieldType
    sensitivity: Sensitivity
    default: object
    timing: Timing | None
    """None if the field is not a date or year, or has its own checks."""

    @property
    def required(self) -> bool:
        """Whether the record cannot do without it."""
        return self.default is attrs.NOTHING


def compiled(
    cls: type,
    fields: Sequence[Field],
    invariants: Iterable[Invariant],
    positional: Sequence[str],
) -> Callable[..., Any]:
    """Return a function that creates a record from values, or returns None if they are invalid.

    The function normalizes each text, checks each value with its field type, then each invariant.
    It skips defaults, and values of a type that is always valid. The record is allocated last, so
    no invalid record exists. Generated code is faster than a loop over the fields.
    """
    names: dict[str, Any] = {"_new": object.__new__, "_is_violated": _is_violated}
    lines: list[str] = []
    for number, one in enumerate(fields):
        field_type = one.type
        names |= {
            f"_default{number}": one.default,
            f"_types{number}": field_type.types,
            f"_normalize{number}": field_type.normalize,
            f"_issues{number}": field_type.issues,
            f"_assign{number}": vars(cls)[one.name].__set__,
        }
        needs_check = f"type({one.name}) not in _types{number}" if field_type.types else ""
        is_given = "" if one.required else f"{one.name} is not _default{number}"
        condition = " and ".join(filter(None, (is_given, needs_check)))
        lines.append(f"if {condition or True}:")
        if field_type.holds_text:
            lines.append(f"    {one.name} = _normalize{number}({one.name})")
        lines.append(f"    if _issues{number}({one.name}): return None")
    for number, rule in enumerate(invariants):
        names[f"_holds{number}"] = rule.holds
        lines.append(f"_found = _holds{number}({', '.join(rule.reads)})")
        lines.append("if _found is not True and _is_violated(_found): return None")
    lines.append("_record = _new(cls)")
    lines += (f"_assign{number}(_record, {one.name})" for number, one in enumerate(fields))
    lines.append("return _record")
    return _function(cls.__name__, _parameters(fields, positional), lines, names)


def _parameters(fields: Sequence[Field], positional: Sequence[str]) -> str:
    parameters = [
        one.name if one.required else f"{one.name}=_default{number}"
        for number, one in enumerate(fields)
    ]
    by_position, by_name = parameters[: len(positional)], parameters[len(positional) :]
    return ", ".join(["cls, /", *by_position, *(["*", *by_name] if by_name else [])])


def _function(
    name: str, parameters: str, lines: Iterable[str], names: dict[str, Any]
) -> Callable[..., Any]:
    source = f"def create({parameters}):\n" + "\n".join(f"    {line}" for line in lines)
    exec(compile(source, f"<constructor of psm_core {name}>", "exec"), names)  # noqa: S102 - ours
    create: Callable[..., Any] = names["create"]
    return create


def _is_violated(found: object) -> bool:
    """Return whether an invariant that does not return True is violated."""
    return found is False or any(True for _ in cast("Iterable[Path]", found))
