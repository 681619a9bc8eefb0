"""The examples in the README and on the pages of the site run like the tests do."""

import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import settings
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

# Few examples while one works; many with `--hypothesis-profile=thorough`, as CI does; and
# thousands of each kind of record with `proof`, for a claim that is worth a night.
settings.register_profile("quick", max_examples=12, deadline=None)
settings.register_profile("thorough", max_examples=100, deadline=None)
settings.register_profile("proof", max_examples=2000, deadline=None)
settings.load_profile("quick")

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
