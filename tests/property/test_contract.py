"""Schema and reader agree, except for issues that the schema marks as unenforced."""

import json

import jsonschema
import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from psm_core import wire
from psm_core.wire.published import published_files
from psm_core.wire.versions import NAMES
from tests.each_class import EACH_CLASS
from tests.property.test_roundtrip import DOCUMENTS, corrupted

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


def unenforced_codes(schema):
    """Return the codes that a schema marks as what it cannot say, wherever they stand."""
    if isinstance(schema, list):
        return set().union(*map(unenforced_codes, schema))
    if not isinstance(schema, dict):
        return set()
    return set(schema.get("x-invariants", ())).union(*map(unenforced_codes, schema.values()))


SCHEMAS = {cls: wire.schema(cls) for cls in DOCUMENTS}
UNSAID = {cls: unenforced_codes(schema) for cls, schema in SCHEMAS.items()}
VALIDATORS = {cls: jsonschema_rs.Draft202012Validator(schema) for cls, schema in SCHEMAS.items()}
SLOWER = {cls: jsonschema.Draft202012Validator(schema) for cls, schema in SCHEMAS.items()}
ENDS = ("\n", "\r\n", "\n\n", "\u2028", " ", "\x00", "\ufeff")


def texts_of(data, path=()):
    """Yield where each text stands in builtins."""
    if isinstance(data, str):
        yield path
    elif isinstance(data, dict | list):
        for key, one in data.items() if isinstance(data, dict) else enumerate(data):
            yield from texts_of(one, (*path, key))


def with_end(data, path, end):
    """Return builtins in which one text has something behind it."""
    if not path:
        return data + end
    copy = data.copy()
    copy[path[0]] = with_end(data[path[0]], path[1:], end)
    return copy


def agrees(cls, written):
    """Tell whether both validators and the reader give one verdict on the data of a document."""
    document = {"schema": f"psm.{NAMES[cls]}/1", "data": written}
    fits = VALIDATORS[cls].is_valid(document)
    report = wire.report(json.dumps(document), cls)
    if SLOWER[cls].is_valid(document) is not fits:
        return False
    if report.record is not None:
        return fits
    return not fits or {issue.code for issue in report.issues} <= UNSAID[cls]


@pytest.mark.parametrize("cls", DOCUMENTS, ids=lambda cls: cls.__name__)
def test_schema_and_reader_agree_on_trailing_characters(cls):
    text = published_files()[f"corpus/{NAMES[cls]}-1.jsonl"]
    for line in text.splitlines():
        fields = json.loads(line)
        if fields["issues"] or not fields["fits_schema"]:
            continue
        data = fields["document"]["data"]
        for path in texts_of(data):
            if "extensions" not in path:
                for end in ENDS:
                    assert agrees(cls, with_end(data, path, end)), (path, end)


def a_text(data):
    try:
        text = json.dumps(data, allow_nan=False)
        json.dumps(data, ensure_ascii=False, allow_nan=False).encode()
    except ValueError:
        return None  # no JSON that another program could send
    return text


@pytest.mark.parametrize("cls", DOCUMENTS, ids=lambda cls: cls.__name__)
@given(data=st.data())
@EACH_CLASS
def test_schema_and_reader_agree_except_for_unenforced_issues(cls, data):
    written = data.draw(corrupted(cls, DAMAGE) | corrupted(cls))
    text = a_text({"schema": f"psm.{NAMES[cls]}/1", "data": written})
    if text is None:
        return
    fits = VALIDATORS[cls].is_valid(json.loads(text))
    report = wire.report(text, cls)
    if report.record is not None:
        assert fits
    elif fits:
        assert {issue.code for issue in report.issues} <= UNSAID[cls]
