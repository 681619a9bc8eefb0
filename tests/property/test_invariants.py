"""Rules between fields: what `holds` returns, and expressions that mean the same."""

from itertools import product
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psm_core._core.invariants import (
    all_different,
    at_least_one,
    at_most_one,
    exactly_one,
    in_order,
    not_both,
    only_when,
    repeated,
    required_iff,
    required_when,
    requires,
    unique,
)
from psm_core._core.record import record_info
from psm_core.terms import YesNo
from psm_core.testing.strategies import field_values
from tests.each_class import EACH_CLASS
from tests.project.records import RECORDS


def evaluated(rule, values):
    """Return the result of an expression, as generated code would compute it."""
    names = {"__builtins__": {"len": len}, **rule.constants}
    return bool(eval(rule.expression, names, dict(zip(rule.reads, values, strict=True))))  # noqa: S307 - our own


class Part(NamedTuple):
    """Something with the same values as a number in two fields, which does not equal it."""

    real: int
    numerator: int


@pytest.mark.parametrize(
    "cls", [cls for cls in RECORDS if record_info(cls).invariants], ids=lambda cls: cls.__name__
)
@given(data=st.data())
@EACH_CLASS
def test_expression_is_true_exactly_if_the_rule_holds(cls, data):
    info = record_info(cls)
    read = {name for rule in info.invariants for name in rule.reads}
    drawn = {one.name: data.draw(field_values(one.type)) for one in info.fields if one.name in read}
    for rule in info.invariants:
        values = [drawn[name] for name in rule.reads]
        found = rule.holds(*values)
        assert found is True or found is False or len(found) > 0
        assert not rule.expression or evaluated(rule, values) is (found is True)


STANDARD_RULES = [
    at_least_one("c", "a", "b", "c", at="a"),
    exactly_one("c", "a", "b", "c", at="a"),
    at_most_one("c", "a", "b", "c", at="a"),
    not_both("c", "a", "b", at="a"),
    requires("c", "a", "b"),
    required_when("c", "a", YesNo.YA, "b"),
    required_iff("c", "a", YesNo.YA, "b"),
    only_when("c", "a", YesNo.YA, "b"),
    in_order("c", "a", "b"),
]


@pytest.mark.parametrize("rule", STANDARD_RULES)
def test_expression_agrees_for_every_combination_of_values(rule):
    values = [None, 1, 2] if rule.code == "c" and "<=" in rule.expression else [None, *YesNo]
    outcomes = set()
    for combination in product(values, repeat=len(rule.reads)):
        holds = rule.holds(*combination)
        assert evaluated(rule, combination) is holds
        outcomes.add(holds)
    assert outcomes == {True, False}


def test_expression_of_unique_items_agrees_for_every_combination():
    rule = unique("c", "items", lambda item: item[0], below="key")
    for length in range(5):
        for items in product([("a",), ("b",), (None,)], repeat=length):
            found = rule.holds(items)
            assert evaluated(rule, [items]) is (found is True)
            places = [n for n, item in enumerate(items) if item[0] and item in items[:n]]
            assert found == ([(n, "key") for n in places] or True)


def test_equal_records_are_found_among_those_with_equal_parts():
    rule = all_different("c", "items", "real", "numerator")
    for length in range(5):
        for items in product([1, True, 2, Part(1, 1), Part(1, 1)], repeat=length):
            places = [(n,) for n, item in enumerate(items) if item in items[:n]]
            assert rule.holds(items) == (places or True)
            assert evaluated(rule, [items]) is (not places)


@given(keys=st.lists(st.none() | st.integers(0, 9), max_size=12))
def test_repeated_returns_the_place_of_each_later_key(keys):
    places = [n for n, key in enumerate(keys) if key is not None and key in keys[:n]]
    assert repeated(keys) == ([(n,) for n in places] or True)
    assert repeated(keys, "key") == ([(n, "key") for n in places] or True)


@pytest.mark.parametrize("cls", RECORDS, ids=lambda cls: cls.__name__)
def test_names_in_expressions_have_one_meaning(cls):
    info = record_info(cls)
    constants = {}
    for rule in info.invariants:
        names = set(compile(rule.expression or "True", "", "eval").co_names)
        assert names - {"len"} == {*rule.constants, *rule.reads} & names
        for name, value in rule.constants.items():
            assert name.startswith("_")
            assert name.isidentifier()
            assert constants.setdefault(name, value) is value
