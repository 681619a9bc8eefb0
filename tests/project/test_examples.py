"""The examples run, and have the facts of the 2025 Temu Karya report, and no more."""

import csv
import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from psm_core import (
    Event,
    HostAppointment,
    RegionalVision,
    RegionCode,
    RegionLevel,
    checks,
    load_regions,
    wire,
)
from psm_core.terms import (
    Capacity,
    Extent,
    FigureStatus,
    OutcomeStatus,
    Precision,
    QuotationForm,
    SpeechKind,
    ThemeKind,
)

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
        "seluruh kabupaten dan kota (all; the table has 13)",
        "spirit  Bakti Sosial, Wujud Nyata",
        "appointed by somebody not named",
        "quotes the vision of the region: Tanah Bumbu Maju",
        "together with business, community, government",
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


def test_all_regencies_came_according_to_the_report_without_a_list(event):
    all_came, several_came = event.turnouts
    assert (all_came.extent, all_came.level) == (Extent.SELURUH, RegionLevel.REGENCY)
    assert (several_came.extent, several_came.present) == (Extent.BERBAGAI, None)
    assert event.delegations == ()
    assert event.headcount() is None


def test_figures_have_reported_values_and_wording(event):
    figures = [(f.value, f.status, f.precision, f.wording) for f in event.figures]
    assert figures == [
        (225, FigureStatus.REPORTED, Precision.EXACT, None),
        (100, FigureStatus.REPORTED, Precision.AT_LEAST, "ratusan peserta"),
    ]


def test_reader_of_a_speech_differs_from_its_author(event):
    read, own, closing = event.speeches
    assert (read.kind, read.capacity) == (SpeechKind.SAMBUTAN, Capacity.MEMBACAKAN)
    assert event.actor(read.author).name == "Andi Rudi Latif"
    assert event.actor(read.speaker).name == "Liana Hamita"
    assert own.reader is None
    assert own.speaker == read.reader
    committee = event.actor(closing.author)
    assert (committee.name, committee.body) == (None, "panitia pelaksana")


def test_speech_has_two_verbatim_quotations_and_the_vision(event):
    speech = event.speeches[0]
    forms = [one.form for one in speech.quotations]
    assert forms.count(QuotationForm.LANGSUNG) == 2
    assert speech.vision == RegionalVision(
        text="Tanah Bumbu Maju, Makmur, dan Beradab", region=RegionCode("63.10")
    )
    assert event.theme_kind is ThemeKind.SEMANGAT


def test_hopes_have_the_partners_and_the_person_who_stated_them(event):
    by = [(one.status, one.stated_by) for one in event.outcomes]
    assert by.count((OutcomeStatus.DIHARAPKAN, "bupati")) == 4
    assert by.count((OutcomeStatus.DIHARAPKAN, "panitia")) == 1
    (shared,) = (one for one in event.outcomes if one.partners)
    assert {one.name for one in shared.partners} == {"PEMERINTAH", "DUNIA_USAHA", "MASYARAKAT"}


def test_fields_without_source_are_empty(event):
    for unknown in ("opening", "closing", "peak", "commemorates", "delegations_completeness"):
        assert getattr(event, unknown) is None
    for unknown in ("organisers", "agenda", "competitions", "participants"):
        assert getattr(event, unknown) == ()
    assert event.host_appointment == HostAppointment(source="laporan")
    assert event.venue == RegionCode("63.10.09")  # no village is named
    (source,) = event.sources
    assert (source.dateline, source.date, source.author) == ("Batulicin", None, None)


TABLE = (EXAMPLES / "temu_karya_2025_sentences.csv").read_text("utf-8")
SENTENCES = list(csv.DictReader(TABLE.splitlines()))
REPORTED_SENTENCES = 19


def value_at(document, path):
    """Return the value at a path such as ``speeches[0].vision``."""
    value = document
    for name, number in re.findall(r"([a-z_]+)|\[(\d+)\]", path):
        value = value[name] if name else value[int(number)]
    return value


def test_every_sentence_of_the_report_has_a_field():
    data = json.loads(TEXT)["data"]
    assert [int(one["sentence"]) for one in SENTENCES] == [*range(1, REPORTED_SENTENCES + 1)]
    for one in SENTENCES:
        assert 1 <= len(one["first words"].split()) <= 4
        assert one["fields"].split()
        for path in one["fields"].split():
            assert value_at(data, path) not in ("", [], {}, None), (one["sentence"], path)


def test_every_fact_of_the_example_has_a_sentence():
    data = json.loads(TEXT)["data"]
    named = {path for one in SENTENCES for path in one["fields"].split()}
    inner = {re.split(r"[.\[]", path)[0] for path in named}
    # the id is ours, and a claim repeats facts beside their source
    assert set(data) - inner == {"id", "actors", "claims", "committees"} - inner
    for name in ("activities", "actors", "committees", "figures", "outcomes", "turnouts"):
        assert {f"{name}[{number}]" for number in range(len(data[name]))} <= named
    for number, speech in enumerate(data["speeches"]):
        for place in range(len(speech["quotations"])):
            assert f"speeches[{number}].quotations[{place}]" in named
