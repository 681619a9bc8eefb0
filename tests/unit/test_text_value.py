"""The base of all values that are one text."""

import pytest

from psm_core._value import TextValue


def test_a_value_must_say_which_texts_are_canonical():
    with pytest.raises(NotImplementedError):
        TextValue("x")
