"""Values of Arrow, numpy, pandas and polars, given where many values are taken at once."""

import numpy as np
import pytest

from psm_core.recaps import Recap


@pytest.mark.parametrize("count", [np.int64(3), np.uint8(3), np.int16(3)])
def test_recap_takes_numpy_integers_as_int(count):
    recap = Recap.of("t", ("a",), ("x",), {("a", "x"): count})
    assert recap == Recap.of("t", ("a",), ("x",), {("a", "x"): 3})
    assert type(recap.count("a", "x")) is int


@pytest.mark.parametrize("count", [np.float64(3), np.float64("nan"), np.bool_(1), np.array([1, 2])])
def test_recap_rejects_numpy_values_that_are_no_integer(count):
    with pytest.raises(ValueError, match="a whole number"):
        Recap.of("t", ("a",), ("x",), {("a", "x"): count})
