"""Run tests with a mutated module in a fork of this process.

Starting Python, pytest and Hypothesis takes longer than the tests. So this process imports the
dependencies once, and nothing of psm_core. Each mutant is tested in its own fork. No file is
changed.
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


def import_dependencies() -> None:
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


def run_tests(path: Path, code: str, stages: list[list[str]], seconds: int) -> tuple[bool, str]:
    """Return whether every test passes with `code` as the file, and the last lines of output."""
    output = ""
    for stage in stages:
        with tempfile.TemporaryFile() as log:
            child = os.fork()
            if child == 0:
                _run_stage(path, code, stage, seconds, log.fileno())
            _, status = os.waitpid(child, 0)
            log.seek(0)
            output = log.read().decode("utf-8", "replace").strip()
        if status:
            return False, "\n".join(output.splitlines()[-12:])
    return True, output


def _run_stage(path: Path, code: str, stage: list[str], seconds: int, log: int) -> NoReturn:
    status = 70
    try:
        os.dup2(log, 1)
        os.dup2(log, 2)
        signal.alarm(seconds)  # a mutant that never ends counts as killed
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        gc.disable()
        _replace_source(path, code)
        import pytest  # noqa: PLC0415 - only the fork needs the name

        status = int(pytest.main([*OPTIONS, *stage]))
    except BaseException:  # noqa: BLE001 - a mutant may raise anything
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def _replace_source(path: Path, code: str) -> None:
    """Make the import of a file use another source."""
    original = SourceFileLoader.get_code

    def get_code(self: SourceFileLoader, fullname: str) -> CodeType | None:
        if self.path == str(path):
            return compile(code, str(path), "exec", dont_inherit=True)
        return original(self, fullname)

    SourceFileLoader.get_code = get_code  # type: ignore[method-assign]
