"""Mutations that Cosmic Ray lacks.

Many rules of the package are in patterns, keyword arguments (bounds) and comprehensions, so these
are mutated too.
"""

import ast
import re
from collections.abc import Iterator
from typing import Any

import parso
from cosmic_ray.operators.operator import Example, Operator
from parso.python.tree import Keyword
from parso.tree import NodeOrLeaf

PATTERNS = {"pattern", "MONTH_TO_SERIAL"}
"""Names of patterns that are no raw texts."""
Positions = Iterator[tuple[tuple[int, int], tuple[int, int]]]
Change = tuple[NodeOrLeaf, str]
"""What is replaced, and the source that takes its place."""


class Replacement(Operator):
    """Base: an operator that names the changes it can make below a node."""

    def changes(self, node: Any) -> Iterator[Change]:
        raise NotImplementedError

    def mutation_positions(self, node: Any) -> Positions:
        for target, _ in self.changes(node):
            yield target.start_pos, target.end_pos

    def mutate(self, node: Any, index: int) -> NodeOrLeaf:
        target, source = list(self.changes(node))[index]
        new = parso.parse(f"{target.get_first_leaf().prefix}{source}")
        if target is node:
            return new
        node.children[node.children.index(target)] = new
        return node

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        return ()


class TurnMembership(Replacement):
    """`in` becomes `not in`, and the other way round."""

    def changes(self, node: Any) -> Iterator[Change]:
        if node.type == "comparison":
            for operator in node.children[1::2]:
                words = operator.get_code().split()
                if words in (["in"], ["not", "in"]):
                    yield operator, "in " if len(words) > 1 else "not in"


class TurnComprehensionCondition(Replacement):
    """The condition of a comprehension is turned round."""

    def changes(self, node: Any) -> Iterator[Change]:
        if node.type in {"comp_if", "old_comp_if"}:
            yield node.children[1], f"not ({node.children[1].get_code().strip()})"


class ReturnNothing(Replacement):
    """A function returns None instead of what it found."""

    def changes(self, node: Any) -> Iterator[Change]:
        if node.type == "return_stmt" and len(node.children) > 1:
            value = node.children[1]
            if value.get_code().strip() != "None":
                yield value, "None"


class LeaveOutStatement(Replacement):
    """A statement that is run for its effect is left out."""

    def changes(self, node: Any) -> Iterator[Change]:
        if node.type != "simple_stmt":
            return
        statement = node.children[0]
        is_effect = statement.type in {"raise_stmt", "atom_expr", "await_expr", "yield_expr"}
        is_augmented = statement.type == "expr_stmt" and statement.children[1].type == "annassign"
        is_added_to = statement.type == "expr_stmt" and (
            statement.children[1].type == "operator"
            and statement.children[1].value not in {"=", ":"}
        )
        if is_effect or (is_added_to and not is_augmented):
            yield statement, "pass"
        if isinstance(statement, Keyword) and statement.value == "return":
            yield statement, "pass"


class LeaveOutKeyword(Replacement):
    """A call is made without one of its keyword arguments."""

    def changes(self, node: Any) -> Iterator[Change]:
        if node.type == "trailer" and node.children[0].value == "(" and len(node.children) == 3:
            inside = node.children[1]
            if inside.type == "argument" and _is_keyword(inside):
                yield inside, ""
        elif node.type == "arglist":
            for argument in node.children:
                if argument.type == "argument" and _is_keyword(argument):
                    yield argument, "**{}"


def _is_keyword(argument: Any) -> bool:
    return argument.children[0].type == "name" and argument.children[1].get_code().strip() == "="


class ReplaceText(Replacement):
    """A text gets two letters put before it; an empty one becomes these letters."""

    def changes(self, node: Any) -> Iterator[Change]:
        if node.type == "string" and _text_of(node) is not None:
            head, body, tail = _parts(node.value)
            yield node, f"{head}XX{body}{tail}"
        elif node.type == "fstring_string" and node.value.strip():
            yield node, f"XX{node.value}"

    def mutate(self, node: Any, index: int) -> NodeOrLeaf:
        if node.type == "fstring_string":
            node.value = f"XX{node.value}"
            return node
        return super().mutate(node, index)


class PatternOperator(Replacement):
    """Base: a change inside a pattern, which is a raw text or the `pattern` of a class."""

    def variants(self, body: str) -> Iterator[str]:
        raise NotImplementedError

    def changes(self, node: Any) -> Iterator[Change]:
        if node.type == "string" and _text_of(node) and _is_pattern(node):
            head, body, tail = _parts(node.value)
            for variant in self.variants(body):
                if _compiles(variant):
                    yield node, f"{head}{variant}{tail}"
        elif node.type == "fstring_string" and _is_pattern(node):
            for variant in self.variants(node.value):
                yield node, variant

    def mutate(self, node: Any, index: int) -> NodeOrLeaf:
        if node.type == "fstring_string":
            node.value = list(self.variants(node.value))[index]
            return node
        return super().mutate(node, index)


class ReplaceNumberInPattern(PatternOperator):
    """A number in a pattern, such as a bound or an end of a range, is one more or one less."""

    def variants(self, body: str) -> Iterator[str]:
        for found in re.finditer(r"(?<=[{,])[0-9]+(?=[},])|(?<![\\xu])[0-9]", body):
            for other in (int(found[0]) + 1, int(found[0]) - 1):
                if other >= 0 and (other < 10 or body[found.end()] in "},"):
                    yield body[: found.start()] + str(other) + body[found.end() :]


class ReplaceQuantifier(PatternOperator):
    """What may stand in a pattern has to, or what has to may be absent."""

    def variants(self, body: str) -> Iterator[str]:
        for found in re.finditer(r"(?<=[\])a-zA-Z. ])([?*+])", body):
            if found.start() > 1 and body[found.start() - 2 : found.start()] == r"\\":
                continue
            other = {"?": "", "*": "+", "+": "*"}[found[1]]
            yield body[: found.start()] + other + body[found.end() :]


def _is_pattern(leaf: Any) -> bool:
    """Return whether a literal is a raw string, or is assigned to the name of a pattern."""
    if leaf.type == "string" and "r" in leaf.value.partition(leaf.value[-1])[0].lower():
        return True
    above = leaf.parent
    while above is not None and above.type != "expr_stmt":
        above = above.parent
    return above is not None and above.children[0].get_code().strip() in PATTERNS


def _parts(literal: str) -> tuple[str, str, str]:
    found = re.fullmatch(r"(?s)([A-Za-z]*(?:\"\"\"|'''|\"|'))(.*?)(\"\"\"|'''|\"|')", literal)
    assert found is not None
    return found[1], found[2], found[3]


def _text_of(leaf: Any) -> str | None:
    """Return the text of a literal, and None for a docstring and for bytes."""
    statement = leaf.parent
    if statement.type == "simple_stmt" or (
        statement.type == "strings" and statement.parent.type == "simple_stmt"
    ):
        return None
    text = ast.literal_eval(leaf.value)
    return text if isinstance(text, str) else None


def _compiles(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except re.error:
        return False
    return True


class Provider:
    """What Cosmic Ray asks for operators."""

    operators = {
        operator.__name__: operator
        for operator in (
            TurnMembership,
            TurnComprehensionCondition,
            ReturnNothing,
            LeaveOutStatement,
            LeaveOutKeyword,
            ReplaceText,
            ReplaceNumberInPattern,
            ReplaceQuantifier,
        )
    }

    def __iter__(self) -> Iterator[str]:
        return iter(self.operators)

    def __getitem__(self, name: str) -> type[Replacement]:
        return self.operators[name]
