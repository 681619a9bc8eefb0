"""Replays every seed of the fuzzer, and tests the properties that the targets check."""

from pathlib import Path

import pytest
from fuzz import TARGETS, seeds
from fuzz._properties import BrokenPropertyError, check_masked, result_or_none

from psm_core import NIK, Issue, ParseError

CORPUS = Path(__file__).parents[2] / "fuzz" / "corpus"


@pytest.mark.parametrize(
    ("target", "seed"),
    [(target, seed) for target in TARGETS for seed in seeds(target)],
    ids=lambda value: getattr(value, "name", value),
)
def test_properties_hold_for_every_seed(target, seed):
    TARGETS[target].take(seed.read_bytes())


def test_every_target_has_seeds_and_every_seed_a_target():
    assert {path.name for path in CORPUS.iterdir()} == set(TARGETS)
    assert all(list(seeds(target)) for target in TARGETS)


def broken_property(input_text, function):
    with pytest.raises(BrokenPropertyError) as caught:
        result_or_none(function, input_text)
    return str(caught.value)


def test_number_or_word_of_the_input_in_an_error_is_detected():
    def reject(length):
        raise ParseError(Issue("nik.length", params={"length": length}))

    assert broken_property("no 9901014108900001", lambda: reject("990101")).endswith(
        "contains a number of the input"
    )
    assert broken_property("Wulandini", lambda: reject("wulandini")).endswith(
        "contains a word of the input"
    )
    assert result_or_none(lambda: reject(8), "Wulandini 99010141") is None


def test_input_in_the_cause_of_an_error_is_detected():
    def reject():
        try:
            int("Wulandini")
        except ValueError:
            raise ParseError(Issue("nik.format")) from None

    assert broken_property("Wulandini", reject).endswith("contains a word of the input")


def test_other_exceptions_are_raised():
    with pytest.raises(ZeroDivisionError):
        result_or_none(lambda: 1 // 0, "")


def test_masked_value_with_personal_data_is_detected():
    class Unmasked:
        def __repr__(self):
            return "<NIK 990101******0001 Wulandini>"

    check_masked(NIK("9901014108900001"), "9901014108900001")
    with pytest.raises(BrokenPropertyError):
        check_masked(Unmasked(), "9901014108900001 Wulandini")
