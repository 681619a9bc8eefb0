"""The base of all values that are one text."""

import pytest

from psm_core import NIK
from psm_core._core.text_value import TextValue, unmasked_text


def test_a_value_must_say_which_texts_are_canonical():
    with pytest.raises(NotImplementedError):
        TextValue("x")


def test_the_whole_text_has_a_door_for_sorting_and_is_masked_elsewhere():
    nik = NIK("9901014108900001")
    assert unmasked_text(nik) == nik.unmasked
    assert str(nik) != nik.unmasked
