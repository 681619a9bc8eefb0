"""The examples in the README and on the pages of the site run like the tests do."""

from hypothesis import settings
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

# Few examples while one works; many with `--hypothesis-profile=thorough`, as CI does; and
# thousands of each kind of record with `proof`, for a claim that is worth a night.
settings.register_profile("quick", max_examples=12, deadline=None)
settings.register_profile("thorough", max_examples=100, deadline=None)
settings.register_profile("proof", max_examples=2000, deadline=None)
settings.load_profile("quick")

pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser()], patterns=["README.md", "docs/**/*.md", "docs/*.md"]
).pytest()
