"""Published files do not change, and documents of every version can be read."""

import hashlib
import json
from datetime import date
from pathlib import Path

import pytest

from psm_core import (
    AgendaItem,
    DateRange,
    Extensions,
    Programme,
    ProgrammeComponent,
    ProgrammeId,
    RegionCode,
    UnknownVersionError,
    ValidationError,
    Worker,
    wire,
)
from psm_core._core.record import NONE, SPESIFIK, field, is_record_class, record_class, record_info
from psm_core.terms import EventLevel, FundingSource, SubjectUnit
from psm_core.values.extensions import NO_EXTENSIONS
from psm_core.wire import json_schema, versions

DATA = Path(__file__).parents[2] / "data" / "contract"
FROZEN = dict(
    reversed(line.split("  "))
    for line in (Path(__file__).parent / "frozen.sha256").read_text("utf-8").splitlines()
)
OLD = [
    json.loads(line) for line in (DATA / "corpus/programme-1.jsonl").read_text("utf-8").splitlines()
]


def test_published_files_are_unchanged():
    files = {
        f"{kind}/{path.name}" for kind in ("schemas", "corpus") for path in (DATA / kind).iterdir()
    }
    assert files == set(FROZEN), "a new version adds its lines"
    for name, told in FROZEN.items():
        assert hashlib.sha256((DATA / name).read_bytes()).hexdigest() == told, name


def test_every_version_has_schema_corpus_and_migration():
    for name, newest in versions.CURRENT.items():
        for version in range(1, newest + 1):
            assert {f"schemas/{name}-{version}.json", f"corpus/{name}-{version}.jsonl"} <= set(
                FROZEN
            )
    assert set(versions.MIGRATIONS) == {
        (name, version) for name, newest in versions.CURRENT.items() for version in range(1, newest)
    }


@record_class
class NextProgramme:
    """A programme as a second version might have it: a title, its days as one, several sources."""

    id: ProgrammeId = field(NONE)
    title: str = field(NONE)
    owner: EventLevel = field(NONE)
    region: RegionCode | None = field(NONE, default=None)
    unit: SubjectUnit | None = field(NONE, default=None)
    funding: FundingSource | None = field(NONE, default=None)
    dates: DateRange | None = field(NONE, default=None)
    since: date | None = field(NONE, default=None)
    until: date | None = field(NONE, default=None)
    components: tuple[ProgrammeComponent, ...] = field(NONE, default=())
    sources: tuple[str, ...] = field(NONE, default=(), max_length=300)
    extensions: Extensions = field(SPESIFIK, default=NO_EXTENSIONS)


RENAMED = {"name", "source"}
LATER = {field.name for field in record_info(Programme).fields} - {
    *RENAMED,
    *(field.name for field in record_info(NextProgramme).fields),
}
"""Fields that `Programme` has got since `NextProgramme` was written."""


def old_documents(*, valid):
    """Return the documents of the old corpus, without those of later fields."""
    lines = [line for line in OLD if bool(line["issues"]) is not valid]
    return [
        line["document"]
        for line in lines
        if not any(f'"{name}"' in json.dumps(line) for name in LATER)
    ]


def to_the_next(data):
    """Return data of the first version as data of the second."""
    kept = {key: value for key, value in data.items() if key not in RENAMED}
    if {"since", "until"} <= data.keys() and None not in {data["since"], data["until"]}:
        kept |= {"dates": {"start": kept.pop("since"), "end": kept.pop("until")}}
    sources = [data["source"]] if data.get("source") is not None else []
    return {**kept, "title": data["name"], "sources": sources}


@pytest.fixture
def _two_versions(monkeypatch):
    monkeypatch.setattr(versions, "NAMES", {NextProgramme: "programme"})
    current = {**versions.CURRENT, "programme": 2}
    for module in (versions, json_schema):
        monkeypatch.setattr(module, "CURRENT", current)
    steps = {**versions.MIGRATIONS, ("programme", 1): to_the_next}
    monkeypatch.setattr(versions, "MIGRATIONS", steps)
    published = {
        f"schemas/{path.name}": path.read_text("utf-8") for path in (DATA / "schemas").iterdir()
    }
    monkeypatch.setattr(json_schema, "published_files", lambda: published)


@pytest.mark.usefixtures("_two_versions")
def test_valid_document_of_an_older_version_is_read():
    documents = old_documents(valid=True)
    assert len(documents) >= 10
    for document in documents:
        programme = wire.from_json(json.dumps(document), NextProgramme)
        assert programme.title == document["data"]["name"]
        written = wire.to_json(programme)
        assert json.loads(written)["schema"] == "psm.programme/2"
        assert wire.from_json(written, NextProgramme) == programme


@pytest.mark.usefixtures("_two_versions")
def test_invalid_document_of_an_older_version_reports_issues():
    documents = old_documents(valid=False)
    assert len(documents) >= 50
    for document in documents:
        report = wire.report(json.dumps(document), NextProgramme)
        assert report.record is None
        assert all(issue.describe("id") for issue in report.issues)
    broken = json.dumps({"schema": "psm.programme/1", "data": {"title": "no name"}})
    with pytest.raises(ValidationError) as caught:
        wire.from_json(broken, NextProgramme)
    assert [(i.where, i.code) for i in caught.value.issues] == [
        ("$.data", "document.version_mismatch")
    ]
    assert caught.value.__context__ is None


@pytest.mark.usefixtures("_two_versions")
def test_unknown_fields_survive_a_migration():
    data = {"id": "p-1", "name": "Contoh", "owner": "nasional", "shelf": 12}
    text = json.dumps({"schema": "psm.programme/1", "data": data})
    report = wire.report(text, NextProgramme, keep_unknown=True)
    written = json.loads(
        wire.to_json(report.record_or_raise(), unknown_fields=report.unknown_fields)
    )
    assert written == {
        "schema": "psm.programme/2",
        "data": {"id": "p-1", "title": "Contoh", "owner": "nasional", "shelf": 12},
    }


@pytest.mark.usefixtures("_two_versions")
def test_repeated_key_is_reported_before_migration():
    text = (
        '{"schema": "psm.programme/1", "data": {"id": "p", "name": "A", "name": "B",'
        ' "owner": "nasional", "components": [{"x": 1, "x": 2}]}}'
    )
    for keep_unknown in (False, True):
        report = wire.report(text, NextProgramme, keep_unknown=keep_unknown)
        assert [(issue.where, issue.code) for issue in report.issues] == [
            ("$.data.?", "json.duplicate_key"),
            ("$.data.?[0].?", "json.duplicate_key"),
        ]


@pytest.mark.usefixtures("_two_versions")
def test_unpublished_version_is_rejected():
    for version in (0, 3):
        text = json.dumps({"schema": f"psm.programme/{version}", "data": {}})
        with pytest.raises(UnknownVersionError):
            wire.from_json(text, NextProgramme)
        with pytest.raises(UnknownVersionError):
            wire.schema(NextProgramme, version=version)


@pytest.mark.usefixtures("_two_versions")
def test_the_schema_of_an_older_version_is_the_published_file():
    published = json.loads((DATA / "schemas/programme-1.json").read_bytes())
    assert wire.schema(NextProgramme, version=1) == published
    assert wire.schema(NextProgramme)["$id"] == "urn:psm-core:schema:programme:2"


def test_contract_contains_the_published_files():
    files = dict(wire.contract())
    assert set(FROZEN) < set(files)
    for name in FROZEN:
        assert files[name].encode() == (DATA / name).read_bytes()
    pillars = json.loads(files["lists/Pillar.json"])
    assert pillars["id"] == "pilar-sosial"
    assert {"slug", "code", "label", "gloss", "source"} == pillars["members"][0].keys()
    issues = json.loads(files["issues.json"])
    assert issues["nik.length"] == {
        "severity": "error",
        "source": "UU 23/2006 Pasal 13",
        "en": {
            "problem": "A NIK needs 16 digits[, got {length}].",
            "cure": "Copy it again from the KTP or KK.",
        },
        "id": {
            "problem": "NIK harus 16 angka[, tertulis {length}].",
            "cure": "Salin ulang dari KTP atau KK.",
        },
    }
    act = json.loads(files["acts.json"])["Permensos 10/2019"]
    assert (act["status"], act["replaces"]) == ("read", ["Permensos 1/2012"])
    assert "corpus/NAME-VERSION.jsonl" in files["README.md"]
    listed = {one["slug"] for one in json.loads(files["lists/EventLevel.json"])["members"]}
    assert listed == {one.value for one in EventLevel}


def test_contract_files_are_readable_text():
    files = dict(wire.contract())
    assert all(files.values())
    assert files["README.md"].startswith("#")
    for name, text in files.items():
        if name.startswith("lists/") or name == "issues.json":
            assert "\\u" not in text
            assert text.startswith('{\n "')
            assert text.endswith("}\n")


def test_each_record_class_with_a_document_has_its_name():
    assert {cls.__name__: name for cls, name in versions.NAMES.items()}["CaseFile"] == "case-file"
    assert len(versions.NAMES) == len(set(versions.NAMES)) == len(versions.CURRENT)
    assert all(is_record_class(cls) for cls in versions.NAMES)


def test_class_that_only_resembles_a_record_class_has_no_document():
    imitation = type("Worker", (), {"__module__": Worker.__module__})
    assert Worker in versions.NAMES
    assert imitation not in versions.NAMES
    assert AgendaItem not in versions.NAMES
