"""What messages advise works when it is followed, and their examples are valid."""

import re

import pytest

from psm_core import (
    Address,
    Edition,
    ISOCode,
    OfficeHolder,
    Person,
    Quarter,
    RegionCode,
    ValidationError,
    parse_date,
    wire,
)
from psm_core._messages.values import VALUES
from psm_core.values.extensions import Extensions
from psm_core.wire._converter import VALUES as KINDS

NUMBER = "9901014108900001"
EXAMPLES = {
    "date.format": (wire.from_builtins, "1990-08-01"),
    "date.invalid": (parse_date, "1990-08-01"),
    "edition.format": (Edition, "XXII"),
    "extension.namespace": (Extensions.of, "id.go.contoh.register"),
    "iso_code.format": (ISOCode, "ID-KS"),
    "quarter.format": (Quarter, "2025-Q4"),
    "region_code.empty": (RegionCode, "63.10"),
    "region_code.format": (RegionCode, "63.10.09.2005"),
    "region_code.undotted": (RegionCode, "63.10.09.2005"),
    "region_code.zeros_lost": (RegionCode, "63.10"),
    "time.invalid": (None, "08:30"),
}
WITHOUT = {"kk.is_nik", "phone.decimals", "text.control"}
"""Messages whose *such as* and *seperti* say what the fault looks like, and no cure."""


@pytest.mark.parametrize("code", EXAMPLES)
def test_the_example_in_a_message_is_valid(code):
    read, example = EXAMPLES[code]
    if code == "date.format":
        person = {"nik": NUMBER, "name": "Contoh", "birth_date": example}
        assert str(wire.from_builtins(person, Person).birth_date) == example
    elif code == "extension.namespace":
        assert read({example: {}})
    elif code == "time.invalid":
        (hook,) = (row.read for kind, row in KINDS.items() if kind.__name__ == "time")
        assert f"{hook(example):%H:%M}" == example
    else:
        assert read(example)
    assert example in VALUES[code].en
    assert example in VALUES[code].id


def test_every_message_with_an_example_is_tested():
    words = r"\b(such as|like|misalnya|seperti)\b"
    with_example = {code for code, said in VALUES.items() if re.search(words, said.en + said.id)}
    assert with_example - WITHOUT <= EXAMPLES.keys()


def test_the_examples_of_region_codes_are_codes():
    for code in re.findall(r"[0-9]{2}(?:\.[0-9]+)+", VALUES["region_code.format"].en):
        RegionCode(code)


def fault(read, *args, **more):
    with pytest.raises(ValidationError) as caught:
        read(*args, **more)
    return caught.value.issues[0]


def test_the_advice_on_a_blank_text_holds_for_required_and_optional_fields():
    told = {"nik": NUMBER, "name": " ", "birth_place": " "}
    issue = fault(wire.from_builtins, told, Person)
    assert (issue.where, issue.code) == ("$.name", "text.blank")
    assert issue.describe().startswith("The text is blank. Fill it in;")
    assert "leave it out" not in issue.describe()
    filled = wire.from_builtins({"nik": NUMBER, "name": "Contoh"}, Person)
    assert filled.birth_place is None


def test_the_advice_on_a_seat_without_a_holder_works():
    assert fault(OfficeHolder, seat="Ketua").describe() == (
        "Nobody is named for this seat. Give a name or the key of a worker."
    )
    assert OfficeHolder(seat="Ketua", name="Contoh").name == "Contoh"


def test_the_advice_on_rt_and_rw_works():
    sentence = fault(Address, rt="01/02").describe()
    (example,) = re.findall(r"[0-9]{3}", sentence)
    assert Address(rt=example, rw=example).rw == example


def test_the_advice_on_a_placeholder_works():
    issue = fault(wire.from_builtins, {"nik": "0" * 16, "name": "Contoh"}, Person)
    assert issue.code == "nik.placeholder"
    told = {"nik_absence": "belum-memiliki", "name": "Contoh"}
    assert wire.from_builtins(told, Person).nik is None
    both = fault(wire.from_builtins, {**told, "nik": NUMBER}, Person)
    assert both.describe().endswith("Leave out the reason.")
    assert wire.from_builtins({"nik": NUMBER, "name": "Contoh"}, Person).nik_absence is None
