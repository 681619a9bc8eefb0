"""A pytest plugin: the tests run as if the extra `fast` were not installed.

`make plain` uses it: ``python -m pytest -p tests.without_fast tests/wire``.
"""

import sys

sys.modules["msgspec"] = None  # an import now raises ImportError
