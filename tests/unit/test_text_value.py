"""The base of all values that are one text."""

import pytest

from psm_core import NIK
from psm_core._core.text_value import TextValue, unmasked_text


def test_text_value_requires_an_issue_method():
    with pytest.raises(NotImplementedError):
        TextValue("x")


def test_unmasked_text_returns_the_whole_text():
    nik = NIK("9901014108900001")
    assert unmasked_text(nik) == nik.unmasked
    assert str(nik) != nik.unmasked
