"""Issues are values; errors carry them."""

import pickle
from string import Formatter

import pytest

from psm_core import EventId, Issue, ParseError, UnknownRegionError, ValidationError, WorkerId
from psm_core._messages import MESSAGES


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
