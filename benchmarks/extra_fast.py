"""Whether psm_core finds msgspec, its extra `fast`. Import this module before psm_core.

With the variable `WITHOUT_FAST` set, psm_core runs as if msgspec were not installed. The contender
that uses msgspec still finds it.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

VARIABLE = "WITHOUT_FAST"
IS_HIDDEN = bool(os.environ.get(VARIABLE))

_modules: dict[str, Any] = sys.modules  # None makes an import fail
_msgspec: dict[str, ModuleType] = {}
if IS_HIDDEN:
    import msgspec.json  # noqa: F401 - before it is hidden

    _msgspec = {name: one for name, one in sys.modules.items() if name.startswith("msgspec")}
    _modules |= dict.fromkeys(_msgspec)


@contextmanager
def msgspec_visible() -> Iterator[None]:
    """Let the code inside import msgspec."""
    _modules.update(_msgspec)
    try:
        yield
    finally:
        _modules.update(dict.fromkeys(_msgspec))
