"""Written records are read back equal; invalid data raises only errors of the package."""

import json

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from psm_core import PsmError, ValidationError, wire
from psm_core._core.builder import RecordBuilder
from psm_core._core.text_value import TextValue, unmasked_text
from psm_core.testing import records
from psm_core.testing.strategies import VALUES
from psm_core.wire import reading
from psm_core.wire.collecting_reader import CollectingReader
from psm_core.wire.versions import NAMES
from tests.each_class import EACH_CLASS
from tests.project.records import RECORDS

DOCUMENTS = sorted(NAMES, key=lambda cls: cls.__name__)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=4)
    ),
    max_leaves=12,
)


@pytest.mark.parametrize("cls", RECORDS, ids=lambda cls: cls.__name__)
@given(data=st.data())
@EACH_CLASS
def test_record_round_trips_through_builtins(cls, data):
    record = data.draw(records(cls))
    written = wire.to_builtins(record)
    again = wire.from_builtins(json.loads(json.dumps(written)), cls)
    assert again == record
    assert hash(again) == hash(record)
    assert wire.to_builtins(again) == written


@pytest.mark.parametrize("cls", DOCUMENTS, ids=lambda cls: cls.__name__)
@given(data=st.data())
@EACH_CLASS
def test_equal_records_give_equal_valid_documents(cls, data):
    record = data.draw(records(cls))
    text = wire.to_json(record)
    again = wire.from_json(text.encode(), cls)
    assert again == record
    assert wire.to_json(again) == text
    jsonschema.Draft202012Validator(wire.schema(cls)).validate(json.loads(text))


@pytest.mark.parametrize("cls", DOCUMENTS, ids=lambda cls: cls.__name__)
@given(data=JSON, nested=st.booleans())
def test_any_json_gives_a_record_or_validation_error(cls, data, nested):
    document = {"schema": f"psm.{NAMES[cls]}/1", "data": data} if nested else data
    for read in (
        lambda: wire.from_builtins(data, cls),
        lambda: wire.from_json(json.dumps(document), cls),
    ):
        try:
            read()
        except PsmError as error:
            assert str(error)


@given(text=st.text() | st.binary())
def test_any_text_gives_a_record_or_package_error(text):
    with pytest.raises(PsmError):
        wire.from_json(text, DOCUMENTS[0])


@st.composite
def corrupted(draw, cls, instead=JSON):
    """Draw the builtins of a valid record and change one value."""
    return corrupt(draw, wire.to_builtins(draw(records(cls))), instead)


def corrupt(draw, builtins, instead):
    """Return a copy of builtins that differs in one place."""
    written = json.loads(json.dumps(builtins))
    place = written
    while True:
        keys = sorted(place) if isinstance(place, dict) else list(range(len(place)))
        if not keys:
            break
        key = draw(st.sampled_from(keys))
        if isinstance(place[key], dict | list) and draw(st.booleans()):
            place = place[key]
            continue
        action = draw(st.sampled_from(["replace", "remove", "rename"]))
        if action == "replace":
            place[key] = draw(instead)
        elif action == "remove" or isinstance(place, list):
            del place[key]
        else:
            place[f"{key}x"] = place.pop(key)
        break
    return written


class EveryFieldReader(CollectingReader):
    """Reads without generated functions."""

    value = RecordBuilder.value


@pytest.mark.parametrize("cls", RECORDS, ids=lambda cls: cls.__name__)
@given(data=st.data())
@EACH_CLASS
def test_generated_and_collecting_reader_agree(cls, data):
    written = data.draw(corrupted(cls))
    issues = []
    record = EveryFieldReader().read(cls, written, (), issues)
    try:
        assert (reading.from_builtins(written, cls), []) == (record, issues)
    except ValidationError as error:
        assert error.issues == ValidationError(issues).issues


@pytest.mark.parametrize("kind", VALUES, ids=lambda kind: kind.__name__)
@given(data=st.data())
def test_value_is_parsed_from_its_canonical_text(kind, data):
    if issubclass(kind, TextValue):
        value = data.draw(VALUES[kind])
        assert kind.parse(unmasked_text(value)) == value
