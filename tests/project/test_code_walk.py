"""The page about walks through the code names functions that are called, in their order."""

import importlib.util
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "explanation" / "code-walk.md").read_text("utf-8")
SPEC = importlib.util.spec_from_file_location("walk", ROOT / "tools" / "walk.py")
TOOL = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(TOOL)
MOST_SWITCHES = {"NIK": 1_730, "JSON": 30, "region": 60}
"""Walk → how many calls and returns may lead from one file to another.

About 500 of those of the NIK generate the function for the rows of the sheet.
"""


@pytest.fixture(scope="module")
def walks(tmp_path_factory):
    calls = TOOL.calls(tmp_path_factory.mktemp("walks"))
    return {name: TOOL.walk(call) for name, call in calls.items()}


@pytest.mark.parametrize(("name", "section"), [("NIK", 1), ("JSON", 2)])
def test_page_names_functions_in_the_order_of_their_calls(walks, name, section):
    rows = re.findall(r"^\| `([^`]+)` \|", PAGE.split("\n## ")[section], re.MULTILINE)
    assert rows
    assert rows == [one for one in walks[name].functions if one in rows]


@pytest.mark.parametrize("name", MOST_SWITCHES)
def test_number_of_switches_between_files_is_bounded(walks, name):
    assert walks[name].switches <= MOST_SWITCHES[name]
    assert walks[name].files < len(walks[name].functions)
