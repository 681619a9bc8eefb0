"""Schema and reader give one verdict; where a schema cannot see a fault, it says so."""

import json

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from psm_core import wire
from psm_core.wire._versions import NAMES
from tests.property.test_roundtrip import DOCUMENTS, SLOW, spoiled

NASTY = [
    *("", " ", "\u3164", "\u200b", "a\u0000", "\x85", "e\u0301", "x" * 3000, "  x "),
    *(0.0, -1, 10**13, 1e400, True, None, [], {}, [None], {"": 1}),
    *("9901013102900001", "9901017102900001", "9901014108900001", "9901010000000000", "9" * 16),
    *("0000-01-01", "2025-02-30", "2025-2-3", "2025-10-10\n", "2025-13-01", "24:00", "08:05:00"),
    *("63.10", "6310", "63.10.09.2005.1", "00", "ID-KS", "XXII", "IIII", "2025-Q5", "1899-Q1"),
    *("+62", "+6281234567", "+62081234567", "psm", "laki-laki", "L", "ppks-26:pemulung"),
    *({"id.go.contoh": 2**60}, {"id.go.contoh": "x" * 70000}, {"kode": 1}, {"id.go.contoh": {}}),
]


DAMAGE = st.integers(0, len(NASTY) - 1).map(lambda number: NASTY[number])


def codes_unsaid(schema):
    """Return the codes that a schema marks as what it cannot say, wherever they stand."""
    if isinstance(schema, list):
        return set().union(*map(codes_unsaid, schema))
    if not isinstance(schema, dict):
        return set()
    return set(schema.get("x-invariants", ())).union(*map(codes_unsaid, schema.values()))


SCHEMAS = {cls: wire.schema(cls) for cls in DOCUMENTS}
UNSAID = {cls: codes_unsaid(schema) for cls, schema in SCHEMAS.items()}
VALIDATORS = {cls: jsonschema_rs.Draft202012Validator(schema) for cls, schema in SCHEMAS.items()}


def a_text(data):
    try:
        text = json.dumps(data, allow_nan=False)
        json.dumps(data, ensure_ascii=False, allow_nan=False).encode()
    except ValueError:
        return None  # no JSON that another program could send
    return text


@pytest.mark.parametrize("cls", DOCUMENTS, ids=lambda cls: cls.__name__)
@given(data=st.data())
@SLOW
def test_schema_and_reader_agree_but_for_what_the_schema_marks(cls, data):
    written = data.draw(spoiled(cls, DAMAGE) | spoiled(cls))
    text = a_text({"schema": f"psm.{NAMES[cls]}/1", "data": written})
    if text is None:
        return
    fits = VALIDATORS[cls].is_valid(json.loads(text))
    report = wire.report(text, cls)
    if report.record is not None:
        assert fits
    elif fits:
        assert {issue.code for issue in report.issues} <= UNSAID[cls]
