"""The examples in the README and on the pages of the site run like the tests do."""

import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser
from xdist.scheduler import LoadScopeScheduling

# Few examples while one works; many with `--hypothesis-profile=thorough`, as CI does; and
# thousands of each kind of record with `proof`, for a claim that is worth a night.
# Both draw the same examples on every run, so that a run tomorrow gives what it gives today.
settings.register_profile("quick", max_examples=12, deadline=None, derandomize=True)
settings.register_profile("thorough", max_examples=100, deadline=None, derandomize=True)
settings.register_profile("proof", max_examples=2000, deadline=None)
settings.load_profile("quick")

if "PYTEST_XDIST_WORKER" in os.environ:
    # Coverage measures the processes that run tests. Those that a test starts are not measured:
    # some are limited in memory or file size, and would leave broken data files.
    os.environ.pop("COVERAGE_PROCESS_CONFIG", None)

HERE = Path.cwd()


def in_a_folder_of_its_own(names: dict[str, Any]) -> None:
    """Let the examples of a page write their files where nothing else is."""
    names["_folder"] = tempfile.mkdtemp()
    os.chdir(names["_folder"])


def back(names: dict[str, Any]) -> None:
    """Leave the folder of a page, and nothing of it."""
    os.chdir(HERE)
    shutil.rmtree(names["_folder"])


pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser()],
    patterns=["README.md", "docs/**/*.md", "docs/*.md"],
    setup=in_a_folder_of_its_own,
    teardown=back,
).pytest()


class PagesWhole(LoadScopeScheduling):
    """Give each test to the next free process, but all examples of a page to one of them."""

    def _split_scope(self, nodeid: str) -> str:
        path = nodeid.partition("::")[0]
        return path if path.endswith(".md") else nodeid


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> PagesWhole:  # noqa: ANN401 - untyped there
    """Let `pytest -n` keep the examples of a page together: each builds on the one before."""
    return PagesWhole(config, log)
