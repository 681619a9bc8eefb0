"""Hypothesis profiles, and the examples of README and site as tests."""

import os
import shutil
import sys
import tempfile
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import settings
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser
from xdist.scheduler import LoadScopeScheduling

# `quick` is the default, CI also runs `thorough`, and `proof` takes a night.
# The first two draw the same examples on every run, so their results are reproducible.
settings.register_profile("quick", max_examples=12, deadline=None, derandomize=True)
settings.register_profile("thorough", max_examples=100, deadline=None, derandomize=True)
settings.register_profile("proof", max_examples=2000, deadline=None)
settings.load_profile("quick")

if "PYTEST_XDIST_WORKER" in os.environ:
    # Coverage measures the processes that run tests. Those that a test starts are not measured:
    # some are limited in memory or file size, and would leave broken data files.
    os.environ.pop("COVERAGE_PROCESS_CONFIG", None)

# jsonschema would build its grammars of web addresses on import, for seconds; no schema needs them.
sys.modules["rfc3987_syntax"] = None  # type: ignore[assignment]

# Django reads it when something asks for a setting; nothing is imported before.
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.contrib.django_settings")

pytest_plugins = ["tests.issue_recorder"]
collect_ignore = [
    "tests/without_fast.py",  # a plugin; its import hides msgspec
    "tests/contrib/django_urls.py",  # it has the addresses of what the admin knows on import
]
HERE = Path.cwd()


def enter_temporary_folder(names: dict[str, Any]) -> None:
    """Run the examples of a page in a new folder, which has the documents of `examples`.

    Frameworks look for the module of a function.
    """
    names["__name__"] = "__test__"
    sys.modules["__test__"] = ModuleType("__test__")
    names["_folder"] = tempfile.mkdtemp()
    documents = Path(names["_folder"]) / "examples"
    documents.mkdir()
    for one in (HERE / "examples").glob("*.json"):
        shutil.copy(one, documents)
    os.chdir(names["_folder"])


def remove_temporary_folder(names: dict[str, Any]) -> None:
    """Leave the folder of a page and delete it."""
    os.chdir(HERE)
    del sys.modules["__test__"]
    shutil.rmtree(names["_folder"])


pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser()],
    patterns=["README.md", "docs/**/*.md", "docs/*.md"],
    setup=enter_temporary_folder,
    teardown=remove_temporary_folder,
).pytest()


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name a test by its argument instead of bytes that are no text.

    Every process has to give a test the same name, and compressed bytes may contain the time.
    """
    return argname if isinstance(val, bytes) and not val.isascii() else None


class PageScheduling(LoadScopeScheduling):
    """Send each test function to the next free process, and a page's examples to the same one.

    The functions stay in their order, so that a process sets up a module's fixtures once.
    """

    def __init__(self, config: pytest.Config, log: Any) -> None:  # noqa: ANN401 - untyped there
        super().__init__(config, log)
        config.option.loadscopereorder = False

    def _split_scope(self, nodeid: str) -> str:
        path, _, name = nodeid.partition("::")
        return path if path.endswith(".md") else f"{path}::{name.partition('[')[0]}"

    def mark_test_complete(self, node: Any, item_index: int, duration: float = 0) -> None:  # noqa: ANN401 - as above
        """Forget what is done: the scheduler counts all that it remembers after each test."""
        super().mark_test_complete(node, item_index, duration)
        mine = self.assigned_work[node]
        scope = self._split_scope(self.registered_collections[node][item_index])
        if all(mine[scope].values()):
            del mine[scope]


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> PageScheduling:  # noqa: ANN401 - untyped there
    """Keep the examples of a page together, because each uses the ones before."""
    return PageScheduling(config, log)
