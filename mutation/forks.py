"""Ask the tests about a module of another text, in a fork of a warm process.

Starting Python, pytest and Hypothesis takes longer than our tests do. So this process imports the
third parties once, and nothing of psm_core; each mutant is a fork in which alone the mutated module
exists. No file is changed.
"""

import gc
import os
import resource
import signal
import sys
import tempfile
import traceback
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import CodeType
from typing import NoReturn

ROOT = Path(__file__).parents[1]
MEMORY = 4 << 30
OPTIONS = ["-x", "-q", "--tb=line", "--assert=plain", "--hypothesis-profile=mutation"]
for plugin in ("cacheprovider", "unraisableexception", "threadexception"):
    OPTIONS += ["-p", f"no:{plugin}"]  # the latter two collect garbage for long


def warm() -> None:
    """Import what the tests need, but nothing of psm_core."""
    os.environ["HYPOTHESIS_NO_PLUGINS"] = "1"  # ours would import psm_core
    sys.path[:0] = [str(ROOT / "src"), str(ROOT)]
    sys.dont_write_bytecode = True
    os.chdir(ROOT)
    for name in (
        *("attrs", "cattrs", "dateutil.parser", "jsonschema", "pytest", "_pytest.doctest"),
        *("hypothesis.strategies", "hypothesis.internal.conjecture.engine"),
        *("sybil.parsers.markdown",),
    ):
        __import__(name)
    from hypothesis import settings  # noqa: PLC0415 - after the environment is set

    settings.register_profile(
        "mutation", max_examples=12, deadline=None, database=None, derandomize=True
    )
    gc.freeze()
    assert not any(name.partition(".")[0] == "psm_core" for name in sys.modules)


def asked(path: Path, code: str, stages: list[list[str]], seconds: int) -> tuple[bool, str]:
    """Return whether every test passes when the file holds that code, and the last words."""
    said = ""
    for stage in stages:
        with tempfile.TemporaryFile() as words:
            child = os.fork()
            if child == 0:
                _be_asked(path, code, stage, seconds, words.fileno())
            _, status = os.waitpid(child, 0)
            words.seek(0)
            said = words.read().decode("utf-8", "replace").strip()
        if status:
            return False, "\n".join(said.splitlines()[-12:])
    return True, said


def _be_asked(path: Path, code: str, stage: list[str], seconds: int, words: int) -> NoReturn:
    status = 70
    try:
        os.dup2(words, 1)
        os.dup2(words, 2)
        signal.alarm(seconds)  # what runs for ever is ended, and counts as noticed
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        gc.disable()
        _plant(path, code)
        import pytest  # noqa: PLC0415 - only the fork needs the name

        status = int(pytest.main([*OPTIONS, *stage]))
    except BaseException:  # noqa: BLE001 - whatever a mutant does, it ends here
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def _plant(path: Path, code: str) -> None:
    """Let the import of a file find another text in it."""
    found = SourceFileLoader.get_code

    def get_code(self: SourceFileLoader, fullname: str) -> CodeType | None:
        if self.path == str(path):
            return compile(code, str(path), "exec", dont_inherit=True)
        return found(self, fullname)

    SourceFileLoader.get_code = get_code  # type: ignore[method-assign]
