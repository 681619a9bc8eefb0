"""Issues are values; errors carry them."""

import pickle
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psm_core import EventId, Issue, ParseError, UnknownRegionError, ValidationError, WorkerId
from psm_core._messages import MESSAGES, language_of


def test_an_issue_prints_its_path_as_people_write_it():
    issue = Issue("nik.date", ("nik",)).under("delegations", 1)
    assert issue.where == "$.delegations[1].nik"


@pytest.mark.parametrize("code", sorted(MESSAGES))
def test_both_languages_of_a_message_use_the_same_facts(code):
    message = MESSAGES[code]
    facts = [{name for _, name, *_ in Formatter().parse(text) if name} for text in message]
    assert facts[0] == facts[1]


def test_the_codes_are_in_order():
    assert list(MESSAGES) == sorted(MESSAGES)


def test_errors_travel_by_pickle():
    for error in (
        ParseError(Issue("nik.length", params={"length": 3})),
        ValidationError([Issue("nik.date")]),
        UnknownRegionError("99.01", "2025-06"),
        UnknownRegionError("91.01", "2025-06", "93.01 (UU 14/2022)"),
    ):
        again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
        assert str(again) == str(error)
    assert hash(Issue("nik.date")) == hash(Issue("nik.date"))


def test_an_id_is_a_plain_key_and_never_a_personal_number():
    assert WorkerId("psm-0001") != EventId("psm-0001")
    for text, code in (
        ("", "id.format"),
        ("a b", "id.format"),
        ("9901014108900001", "id.personal_number"),
    ):
        with pytest.raises(ParseError) as caught:
            WorkerId(text)
        assert caught.value.code == code


FACTS = {
    code: [name for _, name, *_ in Formatter().parse(message.en) if name]
    for code, message in MESSAGES.items()
}


@given(data=st.data())
def test_every_code_has_a_sentence_with_any_of_its_facts(data):
    code = data.draw(st.sampled_from(sorted(MESSAGES)))
    names = data.draw(st.sets(st.sampled_from([*FACTS[code], "unheard_of"])))
    issue = Issue(code, params=dict.fromkeys(names, 7))
    for language in ("en", "id"):
        sentence = issue.describe(language)
        assert not set("{}[]") & set(sentence)
        assert "None" not in sentence
        assert "  " not in sentence
        assert sentence[0].isalnum()
        assert sentence[-1] in ".?!…"
    assert issue.describe() in str(issue)


def test_a_length_that_is_not_given_is_left_out():
    assert Issue("nik.length").describe() == "A NIK needs 16 digits."
    assert Issue("nik.length").describe("id") == "NIK harus 16 angka."


@pytest.mark.parametrize(
    "tag", ["id", "ID", "id-ID", "id_ID", "id_ID.UTF-8", "id@latin", "Id-Latn-ID"]
)
def test_a_tag_with_a_region_means_its_language(tag):
    assert language_of(tag) == "id"
    assert Issue("nik.date").describe(tag) == MESSAGES["nik.date"].id
    assert Issue("nik.date").describe(tag.lower().replace("id", "en")) == MESSAGES["nik.date"].en


@pytest.mark.parametrize("tag", ["ms", "in", "", "-", "english", "idn", "C", "i d", " id"])
@pytest.mark.parametrize("code", ["nik.date", "app.rule"])
def test_an_unknown_language_is_refused_and_the_known_ones_are_named(tag, code):
    with pytest.raises(ValueError, match=r"'en' .* and 'id'"):
        Issue(code).describe(tag)
