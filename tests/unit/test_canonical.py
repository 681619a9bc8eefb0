"""The whole text of a value, for storing it."""

import json
from datetime import date, datetime, time

import pytest

from psm_core import KK, NIK, Extensions, Person, PhoneNumber, RegionCode, Sex, WorkerId, canonical
from psm_core.terms import PPKSCategory
from psm_core.values.partial_date import PartialDate

NIK_TEXT = "9901014108900001"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (NIK(NIK_TEXT), NIK_TEXT),
        (KK("9901011008900001"), "9901011008900001"),
        (PhoneNumber("+628000000001"), "+628000000001"),
        (RegionCode("63.10.09.2005"), "63.10.09.2005"),
        (WorkerId("psm-1"), "psm-1"),
        (PartialDate("1957-08"), "1957-08"),
        (PPKSCategory.ANAK_JALANAN, "ppks-26:anak-jalanan"),
        (Extensions.of({"id.go.contoh": {"shelf": 12}}), '{"id.go.contoh":{"shelf":12}}'),
        (date(2025, 10, 9), "2025-10-09"),
    ],
)
def test_canonical_text_gives_the_value_again(value, text):
    assert canonical(value) == text
    read = date.fromisoformat if type(value) is date else type(value)
    assert read(text) == value


def test_canonical_text_of_a_time_has_hours_and_minutes():
    assert canonical(time(8, 30)) == "08:30"


def test_canonical_is_a_default_of_json():
    data = {"nik": NIK(NIK_TEXT), "sex": [Sex.PEREMPUAN], "since": date(2025, 10, 9), "rt": None}
    written = json.loads(json.dumps(data, default=canonical))
    assert written == {"nik": NIK_TEXT, "sex": ["perempuan"], "since": "2025-10-09", "rt": None}


@pytest.mark.parametrize(
    "value",
    [None, NIK_TEXT, 5, datetime(2025, 10, 9, 8), (NIK(NIK_TEXT),), NIK,
     Person(nik=NIK(NIK_TEXT), name="Contoh")],
)  # fmt: skip
def test_canonical_rejects_what_is_no_value(value):
    with pytest.raises(TypeError, match=f"not {type(value).__name__}$") as caught:
        canonical(value)
    assert NIK_TEXT not in str(caught.value)
