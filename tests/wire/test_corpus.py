"""The conformance corpus: reader and schema agree with the stated issues of each document."""

import json
from pathlib import Path
from unittest.mock import Mock

import jsonschema
import pytest

from psm_core import Severity, wire
from psm_core.wire.collecting_reader import CollectingReader
from psm_core.wire.versions import NAMES

CORPUS = Path(__file__).parents[2] / "data" / "contract" / "corpus"
DOCUMENTS = {name: cls for cls, name in NAMES.items()}


def lines(path):
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


@pytest.mark.parametrize("path", sorted(CORPUS.iterdir()), ids=lambda path: path.stem)
def test_reader_reports_the_issues_of_the_corpus(path):
    cls = DOCUMENTS[path.stem.rpartition("-")[0]]
    fields = lines(path)
    assert {bool(line["issues"]) for line in fields} == {True, False}
    for line in fields:
        report = wire.report(json.dumps(line["document"]), cls)
        found = [(list(issue.path), issue.code) for issue in report.issues]
        assert found == [(one["path"], one["code"]) for one in line["issues"]], line["about"]
        assert all(issue.severity is Severity.ERROR for issue in report.issues)
        assert (report.record is None) is bool(line["issues"])


@pytest.mark.parametrize("path", sorted(CORPUS.iterdir()), ids=lambda path: path.stem)
def test_valid_document_uses_only_the_fast_path(path, monkeypatch):
    monkeypatch.setattr(CollectingReader, "read", Mock(side_effect=AssertionError))
    cls = DOCUMENTS[path.stem.rpartition("-")[0]]
    for line in lines(path):
        if not line["issues"]:
            record = wire.from_json(json.dumps(line["document"]), cls)
            assert wire.from_json(wire.to_json(record), cls) == record, line["about"]


@pytest.mark.parametrize("path", sorted(CORPUS.iterdir()), ids=lambda path: path.stem)
def test_schema_agrees_with_the_corpus(path):
    name, _, version = path.stem.rpartition("-")
    validator = jsonschema.Draft202012Validator(wire.schema(DOCUMENTS[name], version=int(version)))
    for line in lines(path):
        assert validator.is_valid(line["document"]) is line["fits_schema"], line["about"]
