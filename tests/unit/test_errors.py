"""Issues are values; errors carry them."""

import pickle
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psm_core import (
    EventId,
    Issue,
    ParseError,
    UnknownRegionError,
    UnknownWordError,
    ValidationError,
    WorkerId,
)
from psm_core._messages import MESSAGES, language_of


def test_where_joins_names_with_dots_and_indexes_with_brackets():
    issue = Issue("nik.date", ("nik",)).under("delegations", 1)
    assert issue.where == "$.delegations[1].nik"


def params_of(text):
    return {name for _, name, *_ in Formatter().parse(text) if name}


def test_both_languages_of_a_message_use_the_same_parameters():
    for code, message in MESSAGES.items():
        assert params_of(message.en.text) == params_of(message.id.text), code


def test_codes_are_in_alphabetical_order():
    assert list(MESSAGES) == sorted(MESSAGES)


def test_errors_can_be_pickled():
    for error in (
        ParseError(Issue("nik.length", params={"length": 3})),
        ValidationError([Issue("nik.date")]),
        UnknownWordError(["nik.length"]),
        UnknownRegionError("99.01", "2025-06"),
        UnknownRegionError("91.01", "2025-06", "93.01 (UU 14/2022)"),
    ):
        again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
        assert str(again) == str(error)
    assert hash(Issue("nik.date")) == hash(Issue("nik.date"))


def test_text_of_an_error_has_the_first_of_many_issues():
    lines = str(ValidationError([Issue("nik.date")] * 30_000)).splitlines()
    assert (len(lines), lines[-1]) == (101, "... and 29900 more issues")
    assert len(str(ValidationError([Issue("nik.date")] * 100)).splitlines()) == 100


def test_id_rejects_blanks_and_personal_numbers():
    assert WorkerId("psm-0001") != EventId("psm-0001")
    for text, code in (
        ("", "id.format"),
        ("a b", "id.format"),
        ("9901014108900001", "id.personal_number"),
    ):
        with pytest.raises(ParseError) as caught:
            WorkerId(text)
        assert caught.value.code == code


PARAMS = {code: sorted(params_of(message.en.text)) for code, message in MESSAGES.items()}


@given(data=st.data())
def test_every_code_has_a_text_with_any_of_its_parameters(data):
    code = data.draw(st.sampled_from(sorted(MESSAGES)))
    names = data.draw(st.sets(st.sampled_from([*PARAMS[code], "unknown"])))
    issue = Issue(code, params=dict.fromkeys(names, 7))
    for language in ("en", "id"):
        sentence = issue.describe(language)
        assert not set("{}[]") & set(sentence)
        assert "None" not in sentence
        assert "  " not in sentence
        assert sentence[0].isalnum() or sentence[0] == "…"
        assert sentence[-1] in ".?!…"
    assert issue.describe() in str(issue)


def test_part_of_missing_parameter_is_omitted():
    text = Issue("nik.length").describe()
    assert text == "A NIK needs 16 digits. Copy it again from the KTP or KK."
    assert Issue("nik.length").describe("id") == "NIK harus 16 angka. Salin ulang dari KTP atau KK."


@pytest.mark.parametrize(
    "tag", ["id", "ID", "id-ID", "id_ID", "id_ID.UTF-8", "id@latin", "Id-Latn-ID"]
)
def test_language_tag_may_have_a_region_and_an_encoding(tag):
    assert language_of(tag) == "id"
    assert Issue("nik.date").describe(tag) == MESSAGES["nik.date"].id.text
    assert (
        Issue("nik.date").describe(tag.lower().replace("id", "en")) == MESSAGES["nik.date"].en.text
    )


@pytest.mark.parametrize("tag", ["ms", "in", "", "-", "english", "idn", "C", "i d", " id"])
@pytest.mark.parametrize("code", ["nik.date", "app.rule"])
def test_describe_rejects_unknown_language_and_names_the_known_ones(tag, code):
    with pytest.raises(ValueError, match=r"'en' .* and 'id'"):
        Issue(code).describe(tag)
