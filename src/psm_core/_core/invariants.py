"""Invariants: rules between the fields of one record, which hold for every record of a class.

A rule also gives a JSON Schema where JSON Schema can express it, so that other programs reject the
same data.
"""

from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter
from typing import Any, Final, NamedTuple

from .._paths import Steps
from ..errors import Issue
from .vocabulary import Term

Verdict = bool | Sequence[Steps]
"""Whether a rule holds, or the paths below its field that break it."""

_NOTHING: Final[Mapping[str, Any]] = {}
_PAIR: Final = 2


class Invariant(NamedTuple):
    """A rule between the fields of a record, which holds for every record of a class."""

    code: str
    at: str
    reads: tuple[str, ...]
    holds: Callable[..., Verdict]
    """Returns True if the rule holds: at once, because it runs for each record."""
    schema: Mapping[str, Any]
    """The rule in JSON Schema; empty if JSON Schema cannot express it."""
    expression: str = ""
    """The rule as a Python expression of the names in `reads` and `constants`; may be empty.

    It is true if and only if `holds` returns True. Generated code contains it and saves the call.
    """
    constants: Mapping[str, object] = _NOTHING
    """Name → value of what the expression needs besides the fields.

    The names begin with an underscore, unlike fields. Rules of a class share a name only for the
    same value.
    """

    def issues(self, values: Mapping[str, object]) -> Sequence[Issue]:
        """Return an issue for each value that breaks the rule."""
        found = self.holds(*[values[name] for name in self.reads])
        if found is True:
            return ()
        return [Issue(self.code, (self.at, *path)) for path in ([()] if found is False else found)]

    def unless(self, condition: str) -> "Invariant":
        """Return the rule with an expression: a quick condition that implies it, or a full check.

        The condition is a Python expression of the names in `reads`.
        """
        name = f"_{self.code}_{self.at}".replace(".", "_")
        full_check = f"{name}({', '.join(self.reads)}) is True"
        return self._replace(
            expression=f"{condition} or {full_check}", constants={name: self.holds}
        )


def at_least_one(code: str, *names: str, at: str) -> Invariant:
    """Return the rule that at least one of some fields is given."""

    def holds(*values: object) -> bool:
        return _number_given(values) > 0

    expression = " or ".join(f"{name} is not None" for name in names)
    return Invariant(code, at, names, holds, {"anyOf": _each_given(names)}, expression)


def exactly_one(code: str, *names: str, at: str) -> Invariant:
    """Return the rule that exactly one of some fields is given."""

    def holds(*values: object) -> bool:
        return _number_given(values) == 1

    expression = f"{' + '.join(f'({name} is not None)' for name in names)} == 1"
    return Invariant(code, at, names, holds, {"oneOf": _each_given(names)}, expression)


def not_both(code: str, one: str, other: str, *, at: str) -> Invariant:
    """Return the rule that two fields are not both given."""

    def holds(value: object, other_value: object) -> bool:
        return value is None or other_value is None

    schema = {"not": {"allOf": _each_given((one, other))}}
    expression = f"{one} is None or {other} is None"
    return Invariant(code, at, (one, other), holds, schema, expression)


def at_most_one(code: str, *names: str, at: str) -> Invariant:
    """Return the rule that at most one of some fields is given."""

    def holds(*values: object) -> bool:
        return _number_given(values) <= 1

    expression = f"{' + '.join(f'({name} is not None)' for name in names)} <= 1"
    return Invariant(code, at, names, holds, {}, expression)


def _number_given(values: tuple[object, ...]) -> int:
    """Return how many values are not None, without comparing them."""
    number = 0
    for value in values:
        if value is not None:
            number += 1
    return number


def _each_given(names: tuple[str, ...]) -> list[dict[str, Any]]:
    is_given = {"not": {"type": "null"}}
    return [{"required": [name], "properties": {name: is_given}} for name in names]


def requires(code: str, name: str, other: str) -> Invariant:
    """Return the rule that a field is given only if another one is given too."""

    def holds(value: object, needed: object) -> bool:
        return value is None or needed is not None

    (given, other_given) = _each_given((name, other))
    schema = {"if": given, "then": other_given}
    expression = f"{name} is None or {other} is not None"
    return Invariant(code, name, (name, other), holds, schema, expression)


def required_when(code: str, chosen: str, term: Term, name: str) -> Invariant:
    """Return the rule that a field is required if another one has a term."""

    def holds(actual: Term, value: object) -> bool:
        return actual is not term or value is not None

    return _about_term(
        Invariant(code, name, (chosen, name), holds, _where(chosen, term, name)),
        f"{chosen} is not {_constant(term)} or {name} is not None",
        term,
    )


def required_iff(code: str, chosen: str, term: Term, name: str) -> Invariant:
    """Return the rule that a field is required if another one has a term, and forbidden if not."""

    def holds(actual: Term, value: object) -> bool:
        return (actual is term) == (value is not None)

    schema = _where(chosen, term, name)
    schema |= {"else": {"not": schema["then"]}}
    return _about_term(
        Invariant(code, name, (chosen, name), holds, schema),
        f"({chosen} is {_constant(term)}) == ({name} is not None)",
        term,
    )


def only_when(code: str, chosen: str, term: Term, name: str) -> Invariant:
    """Return the rule that a field is allowed only if another one has a term."""

    def holds(actual: Term, value: object) -> bool:
        return value is None or actual is term

    rule = _where(chosen, term, name)
    schema = {"if": rule["then"], "then": rule["if"]}
    return _about_term(
        Invariant(code, name, (chosen, name), holds, schema),
        f"{name} is None or {chosen} is {_constant(term)}",
        term,
    )


def _where(chosen: str, term: Term, name: str) -> dict[str, Any]:
    has_term = {"required": [chosen], "properties": {chosen: {"const": term.value}}}
    (given,) = _each_given((name,))
    return {"if": has_term, "then": given}


def _about_term(rule: Invariant, expression: str, term: Term) -> Invariant:
    return rule._replace(expression=expression, constants={_constant(term): term})


def _constant(term: Term) -> str:
    """Return the name of a term in expressions."""
    return f"_{type(term).__name__}_{term.name}"


def in_order(code: str, first: str, last: str, *, at: str = "") -> Invariant:
    """Return the rule that one field is not greater than another one, if both are given.

    An issue is about the last one, unless `at` names another field.
    """

    def holds(first_value: Any, last_value: Any) -> bool:  # noqa: ANN401 - whatever compares
        return first_value is None or last_value is None or first_value <= last_value

    expression = f"{first} is None or {last} is None or {first} <= {last}"
    return Invariant(code, at or last, (first, last), holds, {}, expression)


def unique(code: str, at: str, key: Callable[[Any], object], *, below: str = "") -> Invariant:
    """Return the rule that no two items of a field have the same key, which is not None.

    `below` is the field of an item that an issue is about, if not the whole item.
    """
    path = (below,) if below else ()

    def holds(items: tuple[object, ...]) -> Verdict:
        return len(items) <= 1 or repeated([key(item) for item in items], *path)

    return Invariant(code, at, (at,), holds, {}).unless(f"len({at}) <= 1")


def all_different(code: str, at: str, one: str, other: str) -> Invariant:
    """Return the rule that no two records of a field are equal.

    Records are compared as a whole only if two have the same values of `one` and `other`.
    """
    part = attrgetter(one, other)

    def holds(items: tuple[object, ...]) -> Verdict:
        if len(items) <= 1 or repeated([part(item) for item in items]) is True:
            return True
        return repeated(items)

    return Invariant(code, at, (at,), holds, {}).unless(f"len({at}) <= 1")


def invariant(code: str, *, at: str) -> Callable[[Callable[..., Verdict]], Invariant]:
    """Declare a rule of a record class as a function with the fields it reads as parameters.

    The function returns whether the rule holds, or the paths below `at` that break it. It returns
    True at once for a valid record, whose fields are mostly empty.
    """

    def declare(function: Callable[..., Verdict]) -> Invariant:
        # In a class body, type checkers want a staticmethod, which wraps the function.
        plain: Any = getattr(function, "__func__", function)
        parameters = plain.__code__.co_varnames[: plain.__code__.co_argcount]
        return Invariant(code, at, parameters, plain, _NOTHING)

    return declare


def repeated(keys: Sequence[object], *below: str) -> Verdict:
    """Return the path of each repeated key, or True if none is repeated. None is no key.

    Two keys are compared. From three on, it is faster to hash them.
    """
    if len(keys) == _PAIR:
        first, second = keys
        return first is None or first != second or [(1, *below)]
    if len(set(keys)) == len(keys):
        return True
    seen: set[object] = set()
    found: list[Steps] = []
    for number, key in enumerate(keys):
        if key in seen:
            found.append((number, *below))
        elif key is not None:
            seen.add(key)
    return found or True
