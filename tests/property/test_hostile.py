"""Every seed of the fuzzer runs through its target, including those that once failed."""

import pytest
from fuzz import TARGETS, seeds
from fuzz._promises import BrokenPromiseError, need_masked, outcome

from psm_core import NIK, Issue, ParseError


@pytest.mark.parametrize(
    ("target", "seed"),
    [(target, seed) for target in TARGETS for seed in seeds(target)],
    ids=lambda fields: getattr(fields, "name", fields),
)
def test_promises_apply_to_fuzzed_bytes(target, seed):
    TARGETS[target].take(seed.read_bytes())


def broken(fields, act):
    with pytest.raises(BrokenPromiseError) as caught:
        outcome(act, fields)
    return str(caught.value)


def test_fuzzer_detects_input_in_an_error():
    def refuse(fields):
        raise ParseError(Issue("nik.length", params={"length": fields}))

    assert broken("no 9901014108900001", lambda: refuse("990101")).startswith("a number")
    assert broken("Wulandini", lambda: refuse("wulandini")).startswith("a word")
    assert outcome(lambda: refuse(8), "Wulandini 99010141") is None


def test_fuzzer_detects_input_in_a_chained_error():
    def refuse():
        try:
            int("Wulandini")
        except ValueError:
            raise ParseError(Issue("nik.format")) from None

    assert broken("Wulandini", refuse).startswith("a word")


def test_fuzzer_detects_unexpected_errors():
    with pytest.raises(ZeroDivisionError):
        outcome(lambda: 1 // 0, "")


def test_fuzzer_detects_an_unmasked_value():
    class Open:
        def __repr__(self):
            return "<NIK 990101******0001 Wulandini>"

    need_masked(NIK("9901014108900001"), "9901014108900001")
    with pytest.raises(BrokenPromiseError):
        need_masked(Open(), "9901014108900001 Wulandini")
