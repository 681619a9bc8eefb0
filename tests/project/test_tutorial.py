"""The tutorial that is done with the command alone ends with valid records."""

import importlib.util
import sys
from pathlib import Path

import pytest

from psm_core import Beneficiary, tables, wire

ROOT = Path(__file__).parents[2]


@pytest.fixture
def tutorial(monkeypatch):
    monkeypatch.syspath_prepend(ROOT / "tools")
    spec = importlib.util.spec_from_file_location("_tutorial", ROOT / "tools" / "_tutorial.py")
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "_tutorial", module)
    spec.loader.exec_module(module)
    return module


def test_steps_of_the_tutorial_end_with_seven_records(tutorial, tmp_path):
    page = ROOT / "docs" / "tutorial" / "a-list.md"
    exits = tutorial.run(page, tmp_path).exits
    assert exits[0] == 1  # the list as it came has errors
    assert not any(exits[4:])  # none is left in the corrected copy
    lines = (tmp_path / "pmks.jsonl").read_text("utf-8").splitlines()
    records = tuple(wire.from_json(line, Beneficiary) for line in lines)
    assert len(records) == 7
    assert tables.read(tmp_path / "pmks-bersih.xlsx", Beneficiary).records == records
