"""Every seed of the fuzzer through its target, those that once broke a promise too."""

import pytest
from fuzz import TARGETS, seeds


@pytest.mark.parametrize(
    ("target", "seed"),
    [(target, seed) for target in TARGETS for seed in seeds(target)],
    ids=lambda told: getattr(told, "name", told),
)
def test_what_is_promised_holds_for_bytes_made_to_harm(target, seed):
    TARGETS[target].take(seed.read_bytes())
