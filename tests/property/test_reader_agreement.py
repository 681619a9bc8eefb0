"""Every way to read a document gives one result: with msgspec, with json, slowly, by the schema.

`--hypothesis-profile=thorough` compares 20,000 corrupted documents and more.
"""

import json
from contextlib import suppress
from functools import cache
from random import Random

import pytest
from hypothesis import given, note
from hypothesis import strategies as st

from psm_core import Severity, UnknownVersionError, ValidationError, wire
from psm_core._core.builder import RecordBuilder
from psm_core.testing import records
from psm_core.wire import reading, valid_documents
from psm_core.wire.published import published_files
from psm_core.wire.versions import NAMES
from tests.each_class import EACH_CLASS
from tests.property.corrupted_documents import corrupted_text, with_python_objects
from tests.property.test_contract import UNSAID, VALIDATORS
from tests.property.test_roundtrip import DOCUMENTS

try:
    from psm_core.wire import structs
except ImportError:  # without msgspec
    structs = None

VARIANTS = 12
"""How many corrupted documents are made of a drawn one."""
IN_TEXT = {"json.duplicate_key", "document.too_many_issues"}
"""Codes of issues that no schema can detect, because it does not see the text or the limit."""


@cache
def corpus(cls):
    lines = published_files()[f"corpus/{NAMES[cls]}-1.jsonl"].splitlines()
    return [json.loads(line)["document"] for line in lines]


@cache
def valid_documents_of(cls):
    return [one for one in corpus(cls) if type(outcome(collected, json.dumps(one), cls)) is cls]


def documents(cls):
    """Draw valid documents."""
    drawn = records(cls).map(lambda record: json.loads(wire.to_json(record)))
    return drawn | st.sampled_from(valid_documents_of(cls))


def outcome(function, *arguments):
    """Return the record, or the issues of the error."""
    try:
        return function(*arguments)
    except ValidationError as error:
        return list(map(facts, error.issues))
    except UnknownVersionError as error:
        params = {"schema": error.schema, "newest": error.newest}
        return [(("schema",), "document.unknown_version", Severity.ERROR, params)]


def facts(issue):
    return issue.path, issue.code, issue.severity, issue.params


class SlowReader(reading.CollectingReader):
    """Reads builtins without generated readers."""

    values_of = RecordBuilder.values_of
    value = RecordBuilder.value


def slowly(data, cls):
    """Return the record of builtins, or raise every issue, without any quick way."""
    return slow_record(reading.Document(data), cls, (), [])


def collected(text, cls):
    """Read a document without any quick way."""
    issues = []
    return slow_record(reading.unpack_document(text, cls, issues), cls, ("data",), issues)


def slow_record(document, cls, path, issues):
    record = SlowReader().read(cls, document.data, path, issues)
    reading.provenance_of(document, record, cls, issues)
    if issues:
        raise ValidationError(issues)
    return record


def check_agreement(text, cls):
    """Compare all ways to read one document."""
    expected = outcome(collected, text, cls)
    is_valid = type(expected) is cls
    assert outcome(wire.from_json, text, cls) == expected
    for read in QUICK:
        found = None
        with suppress(Exception):  # the collecting reader will read the document
            found = read(text, cls)
        assert found is None or found == expected, read
        assert found is None or wire.to_json(found) == wire.to_json(expected)
    if not isinstance(text, str | bytes | bytearray):
        return
    report = wire.report(text, cls)
    assert (report.record or list(map(facts, report.issues))) == expected
    document = parsed(text)
    if isinstance(document, dict) and "data" in document:
        data = document["data"]
        issues = outcome(slowly, data, cls)
        assert outcome(wire.from_builtins, data, cls) == issues
    if document is not None and is_portable(document):
        fits = VALIDATORS[cls].is_valid(document)
        assert fits or not is_valid
        assert not fits or {issue.code for issue in report.issues} <= UNSAID[cls] | IN_TEXT


def parsed(text):
    """Return the builtins in a text as any program reads them, or None if it is no JSON."""
    with suppress(ValueError, TypeError, RecursionError):
        plain = text if isinstance(text, str) else bytes(text).decode()
        return json.loads(plain.removeprefix("\ufeff"))
    return None


def is_portable(document):
    """Return whether other programs can read builtins too."""
    with suppress(ValueError, RecursionError):
        json.dumps(document, ensure_ascii=False, allow_nan=False).encode()
        return True
    return False


def read_with_json(text, cls):
    return valid_documents._json_reader(cls)(valid_documents._plain(text))


def read_with_msgspec(text, cls):
    return structs.STRUCT_READERS[cls](valid_documents._plain(text))


QUICK = [read_with_json, *([read_with_msgspec] if structs else [])]
"""Readers of valid documents, which leave every other document to the collecting reader."""


@pytest.mark.parametrize("cls", DOCUMENTS, ids=lambda cls: cls.__name__)
@given(data=st.data(), seed=st.integers(0, 2**32 - 1))
@EACH_CLASS
def test_all_readers_agree_on_corrupted_documents(cls, data, seed):
    document = data.draw(documents(cls) | st.sampled_from(corpus(cls)))
    chance = Random(seed)  # noqa: S311 - reproducible
    for _ in range(VARIANTS):
        text = corrupted_text(document, chance)
        note(repr(text))
        check_agreement(text, cls)


@pytest.mark.parametrize("cls", DOCUMENTS, ids=lambda cls: cls.__name__)
def test_quick_readers_read_the_valid_documents_of_the_corpus_without_a_provenance(cls):
    plain = [one for one in valid_documents_of(cls) if "provenance" not in one]
    assert 0 < len(plain) < len(valid_documents_of(cls))
    for document in plain:
        text = json.dumps(document)
        for read in QUICK:
            assert read(text, cls) == read(text.encode(), cls) == collected(text, cls)


@pytest.mark.parametrize("cls", DOCUMENTS, ids=lambda cls: cls.__name__)
@given(data=st.data(), seed=st.integers(0, 2**32 - 1))
@EACH_CLASS
def test_readers_agree_on_builtins_with_other_python_objects(cls, data, seed):
    document = data.draw(documents(cls))
    chance = Random(seed)  # noqa: S311 - reproducible
    for _ in range(VARIANTS):
        builtins = with_python_objects(document["data"], chance)
        expected = outcome(slowly, builtins, cls)
        assert outcome(wire.from_builtins, builtins, cls) == expected
