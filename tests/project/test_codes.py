"""Issue codes are documented, and the run of the whole suite reports each (`issue_recorder`)."""

import ast
import re
from pathlib import Path

import pytest

from psm_core import Edition, Issue, ParseError
from psm_core._messages import MESSAGES
from psm_core._messages.message import error, warning
from tests.issue_recorder import RECORDED, problems

ROOT = Path(__file__).parents[2]
TEXT = ("Problem.", "Cure.")
TWO = {"a.error": error(en=TEXT, id=TEXT), "a.warning": warning(en=TEXT, id=TEXT)}


def test_page_of_codes_has_every_code_and_no_other():
    page = (ROOT / "docs/reference/codes.md").read_text("utf-8")
    assert sorted(re.findall(r"^:::\{issue\} (.+)$", page, re.MULTILINE)) == list(MESSAGES)


def test_checks_report_only_codes_of_warnings():
    strings = {
        node.value
        for path in (ROOT / "src/psm_core/checks").glob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and node.value in MESSAGES
    }
    assert len(strings) > 20
    assert strings <= {code for code, one in MESSAGES.items() if one.severity == "warning"}


@pytest.mark.parametrize(
    ("recorded", "found"),
    [
        ([("a.error", "error"), ("a.warning", "warning")], []),
        ([("a.error", "error")], ["no test makes the package report a.warning"]),
        (
            [("a.error", "error"), ("a.warning", "error")],
            ["a.warning was never reported as warning"],
        ),
        (
            [("a.error", "error"), ("a.warning", "warning"), ("b.c", "error")],
            ["b.c has no message"],
        ),
    ],
)
def test_recorder_names_codes_that_were_not_reported(recorded, found):
    assert problems(recorded, TWO) == found


def test_recorder_counts_issues_of_the_package_only(pytestconfig):
    Issue("a.created_by_a_test").under("person")
    codes = {code for code, _ in pytestconfig.stash[RECORDED]}
    assert "a.created_by_a_test" not in codes
    with pytest.raises(ParseError, match=r"edition\.format"):
        Edition("x")
    assert ("edition.format", "error") in pytestconfig.stash[RECORDED]
