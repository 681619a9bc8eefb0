"""Messages are complete, and their advice works when it is followed."""

import re

import pytest

from psm_core import (
    Address,
    Edition,
    ISOCode,
    Issue,
    Month,
    PartialDate,
    Person,
    Quarter,
    RegionCode,
    ValidationError,
    parse_birth_date,
    parse_date,
    wire,
)
from psm_core._messages import MESSAGES
from psm_core._messages.fields import FIELDS
from psm_core._messages.values import VALUES
from psm_core.privacy.free_text import hide_numbers
from psm_core.records.organisations import OfficeHolder
from psm_core.values.extensions import Extensions
from psm_core.wire.value_formats import VALUES as VALUE_TYPES

NUMBER = "9901014108900001"
OF_VALUES = VALUES | FIELDS
EXAMPLES = {
    "birth_date.ambiguous": (parse_birth_date, "1957"),
    "date.ambiguous": (parse_date, "1990-08-01"),
    "date.format": (wire.from_builtins, "1990-08-01"),
    "date.invalid": (parse_date, "1990-08-01"),
    "edition.format": (Edition, "XXII"),
    "extension.namespace": (Extensions.of, "id.go.contoh.register"),
    "iso_code.format": (ISOCode, "ID-KS"),
    "month.format": (Month, "2025-10"),
    "partial_date.not_shortest": (PartialDate, "1957-08"),
    "quarter.format": (Quarter, "2025-Q4"),
    "region_code.empty": (RegionCode, "63.10"),
    "region_code.format": (RegionCode, "63.10.09.2005"),
    "region_code.undotted": (RegionCode, "63.10.09.2005"),
    "region_code.zeros_lost": (RegionCode, "63.10"),
    "time.invalid": (None, "08:30"),
}
SENTENCES = [
    sentence
    for message in MESSAGES.values()
    for one in (message.en, message.id)
    for sentence in one
]


@pytest.mark.parametrize("code", EXAMPLES)
def test_example_in_cure_is_valid(code):
    read, example = EXAMPLES[code]
    if code == "date.format":
        person = {"nik": NUMBER, "name": "Contoh", "birth_date": example}
        assert str(wire.from_builtins(person, Person).birth_date) == example
    elif code == "extension.namespace":
        assert read({example: {}})
    elif code == "time.invalid":
        (hook,) = (row.read for kind, row in VALUE_TYPES.items() if kind.__name__ == "time")
        assert f"{hook(example):%H:%M}" == example
    else:
        assert read(example)
    assert example in OF_VALUES[code].en.cure
    assert example in OF_VALUES[code].id.cure


def test_every_cure_with_an_example_is_tested():
    words = r"\b(such as|like|misalnya|seperti)\b"
    with_example = {
        code for code, one in OF_VALUES.items() if re.search(words, one.en.cure + one.id.cure)
    }
    assert with_example <= EXAMPLES.keys()


def test_examples_of_region_codes_are_valid():
    for code in re.findall(r"[0-9]{2}(?:\.[0-9]+)+", OF_VALUES["region_code.format"].en.cure):
        RegionCode(code)


@pytest.mark.parametrize("code", ["date.ambiguous", "date.invalid"])
def test_cure_of_a_date_shows_the_day_first_and_last(code):
    assert parse_date("01-08-1990") == parse_date("1990-08-01")
    for wording in (MESSAGES[code].en, MESSAGES[code].id):
        assert "01-08-1990" in wording.cure
        assert "1990-08-01" in wording.cure


def test_message_has_one_sentence_for_the_problem_and_one_for_the_cure():
    for sentence in SENTENCES:
        plain = re.sub(r"\[.*?\]", "", sentence)
        assert re.fullmatch(r"[A-Z\d{].*[.?]", plain), sentence
        assert not re.search(r"[.?!] [A-Z]", plain), sentence


def test_sentence_has_at_most_25_words():
    words = {one: len(re.sub(r"\[.*?\]", "", one).split()) for one in SENTENCES}
    assert [one for one, count in words.items() if count > 25] == []


def first_issue(read, *args, **more):
    with pytest.raises(ValidationError) as caught:
        read(*args, **more)
    return caught.value.issues[0]


def test_cure_of_blank_text_works_for_required_and_optional_fields():
    values = {"nik": NUMBER, "name": " ", "birth_place": " "}
    issue = first_issue(wire.from_builtins, values, Person)
    assert (issue.where, issue.code) == ("$.name", "text.blank")
    assert issue.describe() == "This field is blank. Fill it in, or remove it if it is optional."
    filled = wire.from_builtins({"nik": NUMBER, "name": "Contoh"}, Person)
    assert filled.birth_place is None


def test_cure_of_position_without_holder_works():
    issue = first_issue(OfficeHolder, seat="Ketua")
    assert issue.describe() == "This position has no holder. Enter a name or a worker ID."
    assert OfficeHolder(seat="Ketua", name="Contoh").name == "Contoh"


def test_cure_of_rt_and_rw_works():
    sentence = first_issue(Address, rt="01/02").describe()
    (example,) = re.findall(r"[0-9]{3}", sentence)
    assert Address(rt=example, rw=example).rw == example


def test_cure_of_placeholder_works():
    issue = first_issue(wire.from_builtins, {"nik": "0" * 16, "name": "Contoh"}, Person)
    assert issue.code == "nik.placeholder"
    values = {"nik_absence": "belum-memiliki", "name": "Contoh"}
    assert wire.from_builtins(values, Person).nik is None
    both = first_issue(wire.from_builtins, {**values, "nik": NUMBER}, Person)
    assert both.describe().endswith("Remove the reason.")
    assert wire.from_builtins({"nik": NUMBER, "name": "Contoh"}, Person).nik_absence is None


@pytest.mark.parametrize("language", ["en", "id"])
def test_region_codes_in_advice_are_not_hidden_as_numbers(language):
    text = Issue("region_code.format").describe(language)
    assert hide_numbers(text) == text
