"""The base of all values that are one text."""

import pytest

from psm_core import NIK, Extensions, RegionCode, WorkerId
from psm_core._core import text_value
from psm_core._core.text import LazyPattern
from psm_core._core.text_value import TextValue, unmasked_text
from psm_core.testing.strategies import VALUES


def test_text_value_requires_an_issue_method():
    with pytest.raises(NotImplementedError):
        TextValue("x")


def test_unmasked_text_returns_the_whole_text():
    nik = NIK("9901014108900001")
    assert unmasked_text(nik) == nik.unmasked
    assert str(nik) != nik.unmasked


def test_equal_region_codes_are_one_object():
    assert RegionCode("63.10.09") is RegionCode.parse(" 63.10.09 ")
    assert RegionCode("63.10.09") == RegionCode("63.10.09.2005").parent


@pytest.mark.parametrize("kind", [kind for kind in VALUES if issubclass(kind, TextValue)])
def test_only_region_codes_are_kept_for_later(kind):
    assert (kind._shared is not None) is (kind is RegionCode)


def test_shared_values_are_forgotten_when_there_are_too_many(monkeypatch):
    monkeypatch.setattr(text_value, "MAX_SHARED", 2)
    monkeypatch.setattr(RegionCode, "_shared", {})
    first = RegionCode("63.10")
    assert RegionCode("63.11") is RegionCode("63.11")
    assert RegionCode("63.10") is first
    assert RegionCode("63.71") == RegionCode("63.71")
    assert list(RegionCode._shared) == ["63.71"]
    assert RegionCode("63.10") is not first
    assert RegionCode("63.10") == first


def test_invalid_text_is_not_kept():
    for text in ("6310", "63.1", "9901014108900001", None):
        assert type(text_value.value_or_issue(RegionCode, text)).__name__ == "Issue"
        assert text not in RegionCode._shared


@pytest.mark.parametrize(
    ("kind", "text"), [(NIK, "9901014108900001"), (WorkerId, "psm-1"), (Extensions, "{}")]
)
def test_created_value_is_immutable(kind, text):
    value = kind(text)
    assert type(value) is kind
    assert not hasattr(value, "__dict__")
    for change in (
        lambda: setattr(value, "_text", "x"),
        lambda: delattr(value, "_text"),
        lambda: setattr(value, "__class__", TextValue),
    ):
        with pytest.raises(AttributeError, match="immutable"):
            change()


def test_pattern_is_compiled_by_its_first_use():
    by_fullmatch, by_search = LazyPattern("[0-9]+"), LazyPattern("[0-9]+")
    assert [bool(by_fullmatch.fullmatch(text)) for text in ("12", "x12", "12x")] == [1, 0, 0]
    assert [bool(by_search.search(text)) for text in ("12", "x12", "x")] == [1, 1, 0]
    assert by_fullmatch.search("x1")[0] == by_search.fullmatch("1")[0] == "1"
