"""The benchmarks compare equal work, and compute ratios correctly."""

import importlib
import json
import re
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from psm_core import Worker, wire

FOLDER = Path(__file__).parents[2] / "benchmarks"


@pytest.fixture(autouse=True)
def benchmarks_can_be_imported(monkeypatch):
    monkeypatch.syspath_prepend(FOLDER)
    yield
    for path in FOLDER.glob("*"):
        for name in [one for one in sys.modules if one.partition(".")[0] == path.stem]:
            del sys.modules[name]


@pytest.fixture
def contenders():
    return importlib.import_module("contenders")


@pytest.fixture
def samples():
    return importlib.import_module("samples")


def test_check_accepts_a_contender_with_the_same_values(contenders, samples):
    texts = samples.worker_texts(2)
    wrong = [text for kind in samples.BROKEN for text in samples.broken(texts, kind)]
    contenders.check("ours", contenders.psm_core(Worker), texts, wrong)


def completed(text):
    """Return the document with the field that is missing in a broken one."""
    document = json.loads(text)
    document["data"]["assignments"][0].setdefault("pillar", "psm")
    return json.dumps(document)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"write_json": lambda _: '{"schema":"psm.worker/1","data":{}}'}, "writes other values"),
        ({"read_builtins": lambda _: None}, "reads builtins differently"),
        (
            {"read_json": lambda text: wire.from_json(completed(text), Worker)},
            "accepts a broken",
        ),
    ],
)
def test_check_rejects_a_contender_that_does_less(contenders, samples, changes, reason):
    texts = samples.worker_texts(1)
    lesser = contenders.psm_core(Worker)._replace(**changes)
    with pytest.raises(AssertionError, match=reason):
        contenders.check("lesser", lesser, texts, samples.broken(texts, "a missing field"))


def test_every_broken_document_has_the_issues_of_its_name(samples):
    (text,) = samples.worker_texts(1)
    counts = {
        name: len(wire.report(samples.broken([text], name)[0], Worker).issues)
        for name in samples.BROKEN
    }
    assert counts == dict.fromkeys(samples.BROKEN, 1) | {"ten issues": 10}


def test_every_unusual_document_is_valid_and_not_what_we_write(samples):
    (text,) = samples.worker_texts(1)
    for name in samples.UNUSUAL:
        (changed,) = samples.unusual([text], name)
        assert changed != text
        assert wire.report(changed, Worker).issues == ()


@pytest.mark.parametrize("size", [1_000, 10_000])
def test_sized_document_has_at_least_its_size_and_little_more(samples, size):
    for cls in samples.GROWING:
        assert size <= len(samples.sized(cls, size)) <= size + 500


def test_ratio_is_the_median_of_all_rounds():
    measure = importlib.import_module("measure")
    assert measure.Ratio.of([3.0, 1.0, 2.0]) == (2.0, 1.0, 3.0)
    assert str(measure.Ratio(2.0, 1.0, 3.0)) == "2.00 (1.00–3.00)"


def test_compare_divides_the_time_of_ours_by_that_of_the_others(monkeypatch):
    measure = importlib.import_module("measure")
    clock = [0.0]
    monkeypatch.setattr(measure, "time", SimpleNamespace(process_time=lambda: clock[0]))
    monkeypatch.setattr(measure.gc, "collect", lambda: None)

    def take(seconds):
        clock[0] += seconds

    works = {"ours": measure.Work(take, [4.0]), "other": measure.Work(take, [1.0])}
    for frame in measure.Frame:
        assert measure.compare(works, "ours", 3, frame) == {"other": measure.Ratio(4.0, 4.0, 4.0)}


def test_columns_give_what_the_rows_give(monkeypatch):
    pytest.importorskip("numpy")
    nation = importlib.import_module("nation_rows")
    villages = pytest.importorskip("pyarrow").array(["63.10.09.2005", "63.10.04.2001"])
    monkeypatch.setattr(nation, "_villages", lambda: villages)  # reading all takes a second
    benchmark = importlib.import_module("columns")
    assert set(benchmark.ratios(200, 0.3, 1)) == {"NIK", "eight columns"}


def test_benchmark_of_doubles_finds_most_of_them(capsys):
    benchmark = importlib.import_module("doubles")
    benchmark.main(["--people", "900", "--two-lists"])
    assert "two lists of 600 people, 300 in both" in capsys.readouterr().out
    benchmark.main(["--people", "1000", "--doubles", "48"])
    printed = capsys.readouterr().out
    recall, precision = (
        float(text) for text in re.findall(r"(?:recall|precision) ([0-9.]+)", printed)
    )
    assert recall > 0.8
    assert precision > 0.8
