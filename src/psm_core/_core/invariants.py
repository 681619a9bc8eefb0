"""Invariants: rules between the fields of one record, which hold for every record of a class.

A rule also gives a JSON Schema where JSON Schema can express it, so that other programs reject the
same data.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from ..errors import Issue
from .vocabulary import Term

Path = tuple[str | int, ...]
"""Names of fields and numbers of items that lead from a record to a value in it."""


class Invariant(NamedTuple):
    """A rule between the fields of a record, which holds for every record of a class."""

    code: str
    at: str
    reads: tuple[str, ...]
    holds: Callable[..., bool | Iterable[Path]]
    schema: Mapping[str, Any]
    """The rule in JSON Schema; empty if JSON Schema cannot express it."""

    def issues(self, values: Mapping[str, object]) -> Iterator[Issue]:
        """Yield an issue for each value that breaks the rule."""
        found = self.holds(*(values[name] for name in self.reads))
        if found is True:
            return
        for path in ((),) if found is False else found:
            yield Issue(self.code, (self.at, *path))


_UNENFORCED: Final[Mapping[str, Any]] = {}


def at_least_one(code: str, *names: str, at: str) -> Invariant:
    """Return the rule that at least one of some fields is given."""
    return _counting(code, names, at, lambda count: count > 0, {"anyOf": _each_given(names)})


def exactly_one(code: str, *names: str, at: str) -> Invariant:
    """Return the rule that exactly one of some fields is given."""
    return _counting(code, names, at, lambda count: count == 1, {"oneOf": _each_given(names)})


def not_both(code: str, *names: str, at: str) -> Invariant:
    """Return the rule that two fields are not both given."""
    schema = {"not": {"allOf": _each_given(names)}}
    return _counting(code, names, at, lambda count: count < len(names), schema)


def _each_given(names: tuple[str, ...]) -> list[dict[str, Any]]:
    is_given = {"not": {"type": "null"}}
    return [{"required": [name], "properties": {name: is_given}} for name in names]


def _counting(
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
    """Return the rule that a field is given only if another one is given too."""

    def holds(value: object, needed: object) -> bool:
        return value is None or needed is not None

    (given, other_given) = _each_given((name, other))
    return Invariant(code, name, (name, other), holds, {"if": given, "then": other_given})


def required_when(code: str, chosen: str, term: Term, name: str) -> Invariant:
    """Return the rule that a field is required if another one has a term."""

    def holds(actual: Term, value: object) -> bool:
        return actual is not term or value is not None

    return Invariant(code, name, (chosen, name), holds, _where(chosen, term, name))


def required_iff(code: str, chosen: str, term: Term, name: str) -> Invariant:
    """Return the rule that a field is required if another one has a term, and forbidden if not."""

    def holds(actual: Term, value: object) -> bool:
        return (actual is term) == (value is not None)

    schema = _where(chosen, term, name)
    schema |= {"else": {"not": schema["then"]}}
    return Invariant(code, name, (chosen, name), holds, schema)


def only_when(code: str, chosen: str, term: Term, name: str) -> Invariant:
    """Return the rule that a field is allowed only if another one has a term."""

    def holds(actual: Term, value: object) -> bool:
        return value is None or actual is term

    rule = _where(chosen, term, name)
    schema = {"if": rule["then"], "then": rule["if"]}
    return Invariant(code, name, (chosen, name), holds, schema)


def _where(chosen: str, term: Term, name: str) -> dict[str, Any]:
    has_term = {"required": [chosen], "properties": {chosen: {"const": term.value}}}
    (given,) = _each_given((name,))
    return {"if": has_term, "then": given}


def invariant(
    code: str, *, at: str, schema: Mapping[str, Any] = _UNENFORCED
) -> Callable[[Callable[..., bool | Iterable[Path]]], Invariant]:
    """Declare a rule of a record class as a function with the fields it reads as parameters.

    The function returns whether the rule holds, or the paths below `at` that break it. `schema` is
    the rule in JSON Schema.
    """

    def declare(function: Callable[..., bool | Iterable[Path]]) -> Invariant:
        # In a class body, type checkers want a staticmethod, which wraps the function.
        plain: Any = getattr(function, "__func__", function)
        parameters = plain.__code__.co_varnames[: plain.__code__.co_argcount]
        return Invariant(code, at, parameters, plain, schema)

    return declare


def repeated(keys: Iterable[object], *below: str) -> Iterator[Path]:
    """Yield the path of each repeated key, for an invariant to return."""
    seen: set[object] = set()
    for number, key in enumerate(keys):
        if key in seen:
            yield (number, *below)
        seen.add(key)
