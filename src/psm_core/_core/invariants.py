"""Rules that hold for every record of a class: functions of named fields, and kinds of them.

A rule says in JSON Schema what it can, so that whoever reads the schema refuses the same.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from ..errors import Issue
from .vocabulary import Term

Path = tuple[str | int, ...]
"""Fields and numbers of items, from a record to a place in it."""


class Invariant(NamedTuple):
    """A rule that holds for every record of a class, without knowing the world."""

    code: str
    at: str
    reads: tuple[str, ...]
    holds: Callable[..., bool | Iterable[Path]]
    schema: Mapping[str, Any]
    """What JSON Schema can say of the rule, when it can say it."""

    def faults(self, values: Mapping[str, object]) -> Iterator[Issue]:
        """Yield a fault for each place where the rule is broken."""
        found = self.holds(*(values[name] for name in self.reads))
        if found is True:
            return
        for path in ((),) if found is False else found:
            yield Issue(self.code, (self.at, *path))


_UNSAID: Final[Mapping[str, Any]] = {}


def at_least_one(code: str, *names: str, at: str) -> Invariant:
    """Return the rule that at least one of some fields is told."""
    return _telling(code, names, at, lambda count: count > 0, {"anyOf": _each_told(names)})


def exactly_one(code: str, *names: str, at: str) -> Invariant:
    """Return the rule that exactly one of some fields is told."""
    return _telling(code, names, at, lambda count: count == 1, {"oneOf": _each_told(names)})


def not_both(code: str, *names: str, at: str) -> Invariant:
    """Return the rule that one of two fields is left out."""
    schema = {"not": {"allOf": _each_told(names)}}
    return _telling(code, names, at, lambda count: count < len(names), schema)


def _each_told(names: tuple[str, ...]) -> list[dict[str, Any]]:
    is_told = {"not": {"type": "null"}}
    return [{"required": [name], "properties": {name: is_told}} for name in names]


def _telling(
    code: str,
    names: tuple[str, ...],
    at: str,
    fits: Callable[[int], bool],
    schema: Mapping[str, Any],
) -> Invariant:
    def holds(*values: object) -> bool:
        return fits(len(values) - values.count(None))

    return Invariant(code, at, names, holds, schema)


def requires(code: str, name: str, other: str) -> Invariant:
    """Return the rule that a field is told only where another one is told too."""

    def holds(value: object, needed: object) -> bool:
        return value is None or needed is not None

    (told, told_too) = _each_told((name, other))
    return Invariant(code, name, (name, other), holds, {"if": told, "then": told_too})


def required_when(code: str, chosen: str, term: Term, name: str) -> Invariant:
    """Return the rule that a field is told where another one holds a term."""

    def holds(held: Term, value: object) -> bool:
        return held is not term or value is not None

    return Invariant(code, name, (chosen, name), holds, _where(chosen, term, name))


def required_iff(code: str, chosen: str, term: Term, name: str) -> Invariant:
    """Return the rule that a field is told where another one holds a term, and nowhere else."""

    def holds(held: Term, value: object) -> bool:
        return (held is term) == (value is not None)

    schema = _where(chosen, term, name)
    schema |= {"else": {"not": schema["then"]}}
    return Invariant(code, name, (chosen, name), holds, schema)


def _where(chosen: str, term: Term, name: str) -> dict[str, Any]:
    holds = {"required": [chosen], "properties": {chosen: {"const": term.value}}}
    (told,) = _each_told((name,))
    return {"if": holds, "then": told}


def invariant(
    code: str, *, at: str, schema: Mapping[str, Any] = _UNSAID
) -> Callable[[Callable[..., bool | Iterable[Path]]], Invariant]:
    """Declare a rule of a record: a function whose parameters are named like the fields it reads.

    It returns whether the rule holds, or the places below `at` where it is broken. The schema says
    the same of builtins, where it can.
    """

    def declare(function: Callable[..., bool | Iterable[Path]]) -> Invariant:
        # Type checkers want a staticmethod in a class body; what it wraps has the parameters.
        plain: Any = getattr(function, "__func__", function)
        parameters = plain.__code__.co_varnames[: plain.__code__.co_argcount]
        return Invariant(code, at, parameters, plain, schema)

    return declare


def repeated(keys: Iterable[object], *below: str) -> Iterator[Path]:
    """Yield the place of each key that stood before, for an invariant to return."""
    seen: set[object] = set()
    for number, key in enumerate(keys):
        if key in seen:
            yield (number, *below)
        seen.add(key)
