"""The examples run, and have the facts of the 2025 Temu Karya report, and no more."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from psm_core import Event, RegionCode, checks, load_regions, wire
from psm_core.terms import Capacity, FigureStatus, Precision, SpeechKind

EXAMPLES = Path(__file__).parents[2] / "examples"
TEXT = (EXAMPLES / "temu_karya_2025.json").read_text("utf-8")


@pytest.fixture
def event():
    return wire.from_json(TEXT, Event)


def test_demo_prints_the_event_and_the_issues():
    done = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, EXAMPLES / "temu_karya_2025.py"],
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
        env={"PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(EXAMPLES.parent / "src")},
    )
    for line in (
        "13 of 13 kabupaten/kota",
        "225 peserta, reported in: Berita tentang Temu Karya PSM ke\u2013XXII",
        "Liana Hamita, Kepala Dinas Sosial Tanah Bumbu",
        "who reads the speech of Andi Rudi Latif, Bupati Tanah Bumbu",
        "equal after writing and reading: True",
        "$.data.person.nik  nik.length",
        "id: NIK harus 16 angka, tertulis 8. Salin ulang dari KTP atau KK.",
        "en: A NIK needs 16 digits, got 8. Copy it again from the KTP or KK.",
        "psm.training_unproven",
    ):
        assert line in done.stdout
    assert done.stderr == ""


def test_document_matches_its_schema_and_gives_no_warning(event):
    jsonschema.Draft202012Validator(wire.schema(Event)).validate(json.loads(TEXT))
    assert checks.check(event, regions=load_regions(), as_of=date(2025, 10, 13)) == ()


def test_names_keep_the_dash_of_the_source(event):
    assert all("ke\u2013XXII" in title for title in (event.title, *event.other_titles))
    assert (event.edition and int(event.edition), event.year) == (22, 2025)


def test_every_regency_has_a_delegation_without_headcount(event):
    origins = {one.origin for one in event.delegations}
    assert origins == {region.code for region in load_regions().children(RegionCode("63"))}
    assert event.headcount() is None
    assert all(one.present is None for one in event.delegations)


def test_figures_have_reported_values_and_wording(event):
    figures = [(f.value, f.status, f.precision, f.wording) for f in event.figures]
    assert figures == [
        (225, FigureStatus.REPORTED, Precision.EXACT, None),
        (100, FigureStatus.REPORTED, Precision.AT_LEAST, "ratusan peserta"),
    ]


def test_reader_of_a_speech_differs_from_its_author(event):
    read, own, closing = event.speeches
    assert (read.kind, read.capacity) == (SpeechKind.SAMBUTAN, Capacity.MEMBACAKAN)
    assert (read.author.name, read.speaker.name) == ("Andi Rudi Latif", "Liana Hamita")
    assert own.reader is None
    assert own.speaker == read.reader
    assert (closing.author.name, closing.author.body) == (None, "panitia pelaksana")


def test_fields_without_source_are_empty(event):
    for unknown in ("opening", "closing", "peak", "commemorates"):
        assert getattr(event, unknown) is None
    for unknown in (
        "organisers",
        "supporters",
        "agenda",
        "competitions",
        "outcomes",
        "participants",
    ):
        assert getattr(event, unknown) == ()
    assert event.venue == RegionCode("63.10.09")  # no village is named
    (source,) = event.sources
    assert (source.dateline, source.date, source.author) == ("Batulicin", None, None)
