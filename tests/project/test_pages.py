"""Scripts on the pages print the output shown below them."""

import contextlib
import doctest
import io
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "docs").glob("*/*.md"))
FENCE = re.compile(r"^```(python|text)\n(.*?)^```", re.MULTILINE | re.DOTALL)
SHOWING = [page for page in PAGES if "\n```text\n" in page.read_text("utf-8")]


@pytest.mark.parametrize("page", SHOWING, ids=lambda page: page.stem)
def test_script_prints_the_output_shown_on_its_page(page, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    names, printed, compared = {}, "", 0
    for kind, text in FENCE.findall(page.read_text("utf-8")):
        if kind == "python" and ">>>" not in text:
            with contextlib.redirect_stdout(io.StringIO()) as out:
                exec(compile(text, page.name, "exec"), names)  # noqa: S102 - the page's own script
            printed = out.getvalue()
        elif kind == "text":
            expected = text.replace("…", "...")
            assert doctest.OutputChecker().check_output(expected, printed, doctest.ELLIPSIS), (
                printed
            )
            compared += 1
    assert compared


def test_every_example_is_in_a_block_that_is_run():
    for page in (*PAGES, ROOT / "README.md"):
        for language in re.findall(r"^```(\w+)\n>>> ", page.read_text("utf-8"), re.MULTILINE):
            assert language == "python", page
